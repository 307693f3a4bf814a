"""One write transaction: all of it is saved, or nothing."""

import json
from collections.abc import Collection, Iterable
from hashlib import sha256

from sqlalchemy import delete, insert, select, update

from werkboek_desktop.domain.change import Change, FieldKey
from werkboek_desktop.domain.ids import ChangeId, WriterId
from werkboek_desktop.store import appending
from werkboek_desktop.store.appending import Appended
from werkboek_desktop.store.columns import store_value
from werkboek_desktop.store.reading import Reader
from werkboek_desktop.store.rows import among, fetch
from werkboek_desktop.store.shapes import Draft, Received
from werkboek_desktop.store.tables import attachment, change, draft, received, setting, writer

_CONTENT = among(select(change.c.row), change.c.id)


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

    def keep_draft(self, typed: Draft) -> None:
        """Keeps typed text that is not a change yet. What the first save had seen stays what it builds on."""
        (row,) = appending.intern_fields(self.connection, [typed.key]).values()
        values = {"value": store_value(typed.value), "time": typed.time}
        if not self.connection.execute(update(draft).where(draft.c.field == row).values(values)).rowcount:
            self.connection.execute(insert(draft), values | {"field": row, "seen": typed.seen})

    def drop_draft(self, key: FieldKey) -> None:
        """The text became a change, or its author threw it away."""
        if (row := self.field_row(key)) is not None:
            self.connection.execute(delete(draft).where(draft.c.field == row))

    def add_attachment(self, content: bytes) -> str:
        """Keeps a file that changes name; returns the SHA-256 it is named by."""
        sha = sha256(content).hexdigest()
        if not self.connection.scalar(select(attachment.c.row).where(attachment.c.sha == sha)):
            self.connection.execute(insert(attachment), {"sha": sha, "content": content})
        return sha

    def add_received(self, imported: Received, content: Collection[ChangeId]) -> None:
        """Remembers an imported bundle, and which changes were in it; a repeat changes nothing."""
        if self.connection.scalar(select(received.c.row).where(received.c.id == imported.id)):
            return
        rows = sorted(row.row for row in fetch(self.connection, _CONTENT, content))
        lists = {name: json.dumps(imported._asdict()[name]) for name in ("tips", "lacks")}
        self.connection.execute(insert(received), imported._asdict() | lists | {"content": json.dumps(ranges(rows))})

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
