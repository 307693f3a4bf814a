"""One write transaction: all of it is saved, or nothing."""

import json
from collections.abc import Collection, Iterable

from sqlalchemy import delete, insert, select, update

from werkboek_desktop.domain.change import Change, FieldKey
from werkboek_desktop.domain.ids import ChangeId, WriterId
from werkboek_desktop.domain.values import Value
from werkboek_desktop.store import appending
from werkboek_desktop.store.appending import Appended
from werkboek_desktop.store.columns import store_value
from werkboek_desktop.store.reading import Reader
from werkboek_desktop.store.rows import chunks
from werkboek_desktop.store.shapes import Bundle
from werkboek_desktop.store.tables import bundle, change, draft, setting, writer


class Transaction(Reader):
    """Reads what it wrote itself. The writer's tip is read in here too, so two programs never continue one tip."""

    def append(self, changes: Iterable[Change]) -> Appended:
        """Adds changes, whose writers were added before. What is here already stays as it is.

        Signatures and hashes are the caller's to check; what needs other changes is judged here.
        """
        return appending.append(self.connection, changes)

    def add_writer(self, id_: WriterId, scope: str, key: bytes, nonce: bytes) -> None:
        """Makes a writer known; before the first append of its changes."""
        if not self.connection.scalar(select(writer.c.row).where(writer.c.id == id_)):
            values = {"id": id_, "scope": scope, "key": key, "nonce": nonce}
            self.connection.execute(insert(writer), values)

    def save_draft(self, key: FieldKey, value: Value, seen: tuple[ChangeId, ...], time: int) -> None:
        """Keeps typed text that is not a change yet. What the first save had seen stays what it builds on."""
        (row,) = appending.intern_fields(self.connection, [key]).values()
        mine = draft.c.field == row
        values = {"value": store_value(value), "time": time}
        if not self.connection.execute(update(draft).where(mine).values(values)).rowcount:
            self.connection.execute(insert(draft), values | {"field": row, "seen": seen})

    def drop_draft(self, key: FieldKey) -> None:
        """The text became a change, or its author threw it away."""
        if (row := self.field_row(key)) is not None:
            self.connection.execute(delete(draft).where(draft.c.field == row))

    def record_bundle(self, made: Bundle, content: Collection[ChangeId]) -> None:
        """Remembers a bundle that was sent or imported, and which changes were in it; a repeat changes nothing."""
        if self.connection.scalar(select(bundle.c.row).where(bundle.c.id == made.id)):
            return
        rows = sorted(
            row
            for portion in chunks(content)
            for row in self.connection.scalars(select(change.c.row).where(change.c.id.in_(portion)))
        )
        lists = {"tips": json.dumps(made.tips), "content": json.dumps(ranges(rows))}
        self.connection.execute(insert(bundle), made._asdict() | lists)

    def set(self, name: str, value: str) -> None:
        """Writes a fact about this file at this computer."""
        mine = setting.c.name == name
        if not self.connection.execute(update(setting).where(mine).values(value=value)).rowcount:
            self.connection.execute(insert(setting), {"name": name, "value": value})


def ranges(rows: Iterable[int]) -> list[tuple[int, int]]:
    """Rising numbers as (first, last) of each unbroken stretch."""
    found: list[tuple[int, int]] = []
    for row in rows:
        if found and found[-1][1] == row - 1:
            found[-1] = (found[-1][0], row)
        else:
            found.append((row, row))
    return found
