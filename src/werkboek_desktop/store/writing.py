"""One write transaction: all of it is saved, or nothing."""

import json
from collections.abc import Collection, Iterable, Sequence
from hashlib import sha256

from sqlalchemy import delete, func, insert, select, update

from werkboek_desktop.domain.change import Change, FieldKey
from werkboek_desktop.domain.ids import ChangeId, WriterId
from werkboek_desktop.domain.view import FieldView
from werkboek_desktop.store import appending, asides, destroying
from werkboek_desktop.store.appending import Appended
from werkboek_desktop.store.columns import store_value
from werkboek_desktop.store.reading import Reader
from werkboek_desktop.store.rows import among, fetch
from werkboek_desktop.store.shapes import Draft, Received
from werkboek_desktop.store.tables import attachment, change, draft, received, setting, writer

_LAST_RECEIVED = select(func.max(received.c.row))
_CONTENT = among(select(change.c.row), change.c.id)


class Transaction(Reader):
    """Reads what it wrote itself. The writer's tip is read in here too, so two programs never continue one tip."""

    def append(self, changes: Sequence[Change], bundle: str | None = None) -> Appended:
        """Adds changes, whose writers were added before. What is here already stays as it is.

        Signatures and hashes are the caller's to check; what needs other changes is judged here. `bundle`: the id of
        the one that brings them, for which `add_received` follows; None: they were written here.
        """
        row = None if bundle is None else self._received_row(bundle)
        appended = appending.append(self.connection, changes, row)
        vars(self).pop("erases", None)
        if bundle is None and asides.builds_on_hidden(self.connection, changes):
            return appended.showing(asides.settle(self.connection))
        return appended

    def _received_row(self, bundle: str) -> int:
        """The row of an imported bundle, or the one it is going to have."""
        known = self.connection.scalar(select(received.c.row).where(received.c.id == bundle))
        return known or 1 + (self.connection.scalar(_LAST_RECEIVED) or 0)

    def sign_again(self, one: Change) -> None:
        """Puts a sound signature of a change where one lies that is not."""
        self.connection.execute(update(change).where(change.c.id == one.id).values(signature=one.signature))

    def prune_files(self, names: Collection[str]) -> None:
        """Lets go of those of these files that no change names, for what named them was erased."""
        destroying.prune_files(self.connection, names)

    def count_aside(self, bundle: str) -> tuple[int, int]:
        """Of the changes of a bundle, how many are set aside and how many are not."""
        return asides.count(self.connection, bundle)

    def set_aside(self, bundle: str, *, aside: bool) -> dict[FieldKey, FieldView]:
        """Takes an import back here, or lifts that; returns what the fields show that this is of."""
        self.connection.execute(update(received).where(received.c.id == bundle).values(aside=aside))
        return asides.settle(self.connection)

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

    def add_received(
        self, imported: Received, content: Collection[ChangeId], new: range = range(0)
    ) -> dict[FieldKey, FieldView]:
        """Remembers an imported bundle, and which changes were in it. What was taken back and comes again counts again.

        `content`: those changes, but for what lies in the rows `new`, which it brought.
        Returns what the fields show of which that is so.
        """
        lifted = asides.any_aside(self.connection)
        if self.connection.scalar(select(received.c.row).where(received.c.id == imported.id)):
            self.connection.execute(update(received).where(received.c.id == imported.id).values(aside=False))
            return asides.settle(self.connection) if lifted else {}
        rows = sorted({*new, *(row.row for row in fetch(self.connection, _CONTENT, content))})
        lists = {name: json.dumps(imported._asdict()[name]) for name in ("tips", "lacks")}
        more = {"row": self._received_row(imported.id), "content": json.dumps(ranges(rows)), "aside": False}
        self.connection.execute(insert(received), imported._asdict() | lists | more)
        return asides.settle(self.connection) if lifted else {}

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
