"""What a row of any list shows, and how a record becomes one."""

from collections.abc import Mapping
from typing import NamedTuple, Protocol

from PySide6.QtCore import Qt

from werkboek_desktop.domain import schema
from werkboek_desktop.ui.lists.subtitle import subtitle
from werkboek_desktop.ui.widgets.marks import Mark, conflict_mark, merged_mark, share_done
from werkboek_desktop.ui.words import tr

LINE = Qt.ItemDataRole.UserRole
STATUS = "status"


class Line(NamedTuple):
    """Name, place, status with how far along it is, and marks, the most urgent first."""

    title: str
    place: str
    status: str = ""
    share: float = 0.0
    marks: tuple[Mark, ...] = ()


class ListRow(Protocol):
    """What a list needs of a record, from the store's first query or from the workspace."""

    @property
    def id(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def columns(self) -> Mapping[str, object]: ...
    @property
    def status(self) -> str | None: ...
    @property
    def conflicts(self) -> int: ...
    @property
    def merged(self) -> int: ...


def line(row: ListRow, snippet: str) -> Line:
    """A record as a row; where its text was found, the place is what was found."""
    word, share = status_words(row.kind, row.status)
    place = snippet or subtitle(row.kind, row.columns)
    return Line(row.title or tr("(zonder titel)"), place, word, share, marks(row))


def marks(row: ListRow) -> tuple[Mark, ...]:
    """What asks for a person."""
    found = []
    if row.conflicts:
        found.append(conflict_mark(versions_words(row.conflicts)))
    if row.merged:
        found.append(merged_mark(tr("lees na")))
    return tuple(found)


def versions_words(conflicts: int) -> str:
    """How many fields have two versions, short enough for a row."""
    return tr("2 versies") if conflicts == 1 else f"{conflicts} × {tr('versies')}"


def status_words(kind: str, status: str | None) -> tuple[str, float]:
    """The word of a status and how far along it is; an unknown key is shown as it is."""
    declared = schema.field(kind, STATUS)
    if status is None or declared is None:
        return "", 0.0
    words = {option.key: option.label for option in declared.options}
    return words.get(status, status).lower(), share_done(status, declared.keys or ())


def spoken(row: ListRow) -> str:
    """A row in words, for a screen reader."""
    shown = line(row, "")
    return ", ".join(filter(None, (shown.title, shown.place, shown.status, *(mark.text for mark in shown.marks))))
