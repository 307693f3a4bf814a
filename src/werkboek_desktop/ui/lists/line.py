"""What a row of any list shows, and how a record becomes one."""

from typing import NamedTuple

from PySide6.QtCore import Qt

from werkboek_desktop.domain import schema
from werkboek_desktop.domain.listing import NOTHING, Attended, Facts, ListRow, Names
from werkboek_desktop.resources import municipalities
from werkboek_desktop.ui.lists.subtitle import subtitle
from werkboek_desktop.ui.widgets.marks import Mark, conflict_mark, merged_mark, share_done
from werkboek_desktop.ui.words import count, tr

LINE = Qt.ItemDataRole.UserRole
HEADING = LINE + 1
STATUS = "status"
WAITLISTED = "waitlisted"


class Line(NamedTuple):
    """Name, place, status with how far along it is, and marks, the most urgent first; or plain words below."""

    title: str
    place: str
    status: str = ""
    share: float = 0.0
    marks: tuple[Mark, ...] = ()
    below: str = ""


class Heading(NamedTuple):
    """The heading of a group."""

    text: str
    rows: int
    opened: bool

    @property
    def id(self) -> str:
        """None: it is no record."""
        return ""


def plain_names() -> Names:
    """What municipalities are called; records are not known yet."""
    return Names(str, lambda element: municipalities().name(element))


def line(row: ListRow, snippet: str, facts: Facts = NOTHING) -> Line:
    """A record as a row; where its text was found, the place is what was found."""
    word, share = status_words(row.kind, row.status)
    kind = schema.kind(row.kind)
    alone = kind.label if kind and not word else ""
    place = snippet or subtitle(row.kind, row.columns) or alone
    return Line(row.title or tr("(zonder titel)"), place, word, share, marks(row, facts))


def marks(row: ListRow, facts: Facts = NOTHING) -> tuple[Mark, ...]:
    """What asks for a person; and where somebody is expected or was."""
    found = []
    if row.conflicts:
        found.append(conflict_mark(versions_words(row.conflicts)))
    if facts.lapsed:
        found.append(Mark(tr("gewijzigd na akkoord"), "shield-alert", "danger"))
    if facts.waiting:
        found.append(Mark(tr("nog niet compleet"), "hourglass", "attn"))
    if row.merged:
        found.append(merged_mark(tr("lees na")))
    if facts.remarks:
        words = count(facts.remarks, tr("opmerking"), tr("opmerkingen"))
        found.append(Mark(words, "message-square-text", "accent", "bare"))
    if facts.empty:
        words = count(facts.empty, tr("onderdeel leeg"), tr("onderdelen leeg"))
        found.append(Mark(words, "circle-dashed", "attn", "bare"))
    return (*found, *map(_presence, facts.attended))


def _presence(one: Attended) -> Mark:
    return Mark(one.words, "hourglass" if one.stage == WAITLISTED else "", "neutral", "none")


def versions_words(conflicts: int) -> str:
    """How many fields have two versions, short enough for a row."""
    return tr("twee versies") if conflicts == 1 else f"{conflicts} × {tr('twee versies')}"


def status_words(kind: str, status: str | None) -> tuple[str, float]:
    """The word of a status and how far along it is; an unknown key is shown as it is."""
    declared = schema.field(kind, STATUS)
    if status is None or declared is None:
        return "", 0.0
    words = {option.key: option.label for option in declared.options}
    return words.get(status, status).lower(), share_done(status, declared.keys or ())


def spoken(row: ListRow, facts: Facts = NOTHING) -> str:
    """A row in words, for a screen reader."""
    shown = line(row, "", facts)
    return ", ".join(filter(None, (shown.title, shown.place, shown.status, *(mark.text for mark in shown.marks))))
