"""What a cell shows, and what a screen reader says of it."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from PySide6.QtGui import QImage

from werkboek_desktop.domain import schema
from werkboek_desktop.domain.dutch import number
from werkboek_desktop.domain.fields import Field, Kind
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.privacy.reading import is_checked
from werkboek_desktop.domain.values import Value, ValueType
from werkboek_desktop.domain.view import FieldView, RecordView, Status
from werkboek_desktop.ui.forms.picture_look import Seen
from werkboek_desktop.ui.forms.tables.columns import OWNER
from werkboek_desktop.ui.shown import shown
from werkboek_desktop.ui.widgets.marks import Mark, conflict_mark, merged_mark
from werkboek_desktop.ui.words import tr
from werkboek_desktop.workspace import Items

DRAWN = {
    "repressive": ("shield", "repr"),
    "both": ("shield-plus", "neutral"),
    "preventive": ("sprout", "prev"),
    "invited": ("", "neutral"),
    "registered": ("", "neutral"),
    "present": ("check", "ok"),
    "walk_in": ("check", "ok"),
    "confirmed": ("check", "ok"),
    "waitlisted": ("hourglass", "neutral"),
    "cancelled": ("", "neutral"),
    "refused": ("circle-x", "danger"),
    "approved": ("check", "ok"),
    "minor_correction": ("check", "ok"),
    "ask_again": ("refresh-cw", "attn"),
}
"""Choices that are a mark, by their key: an icon and a tone beside the word."""


type Look = Callable[[str], Seen | None]


class Cell(NamedTuple):
    """Words or a mark, and what asks for a person."""

    text: str = ""
    mark: Mark | None = None
    asks: tuple[Mark, ...] = ()
    long: bool = False
    picture: QImage | None = None
    checked: bool = False
    """Whether its words are somebody's own, in which mistakes are marked."""

    @property
    def words(self) -> str:
        """All of it in words."""
        own = self.mark.text if self.mark else self.text
        return ", ".join(filter(None, (own, *(mark.text for mark in self.asks))))


def cell(field: Field, view: RecordView, items: Items, look: Look) -> Cell:
    """What stands in a field of an item; `look` has what pictures look like."""
    if field.key == OWNER:
        return Cell(_name(items, view.key.owner))
    found = view.fields.get(field.key)
    value = found.value if found else None
    if field.picture and value:
        return _picture(look(str(value)), (*asks([found] if found else []), *_noted(view)))
    return Cell(
        _text(field, value, items),
        _mark(field, value, missed=view.id in items.missed),
        asks([found] if found else []),
        not field.is_short,
        checked=is_checked(field),
    )


def _picture(seen: Seen | None, asks_: tuple[Mark, ...]) -> Cell:
    if seen is None:
        return Cell(tr("afbeelding"), asks=asks_)
    size = f"{number(seen.size[0])} × {number(seen.size[1])}, " if seen.size else ""
    return Cell(f"{size}{seen.kilobytes}", asks=asks_, picture=seen.picture)


def _noted(view: RecordView) -> Iterator[Mark]:
    """Of what belongs with a picture whether it is there; nothing of what is not needed."""
    kind = schema.kind(view.key.kind)
    values = {key: each.value for key, each in view.fields.items()}
    for field in kind.form_fields if kind else ():
        name = field.label.lower()
        if field.noted and values.get(field.key):
            yield Mark(name, "check", "ok", "none")
        elif field.noted and (field.beside is None or field.beside(values)):
            yield Mark(f"{tr('geen')} {name}", "circle-dashed", "attn", "none")


def asks(views: Iterable[FieldView]) -> tuple[Mark, ...]:
    """The marks of fields that ask for a person, the most urgent first."""
    statuses = {view.status: len(view.variants) for view in views}
    found = []
    if Status.CONFLICT in statuses:
        found.append(conflict_mark(f"{statuses[Status.CONFLICT]} {tr('versies')}"))
    if Status.MERGED in statuses:
        found.append(merged_mark(tr("lees na")))
    return tuple(found)


def _text(field: Field, value: Value, items: Items) -> str:
    if value is None or value == ():
        return ""
    return shown(field, value, lambda record: _name(items, record))


def _name(items: Items, record: RecordId | None) -> str:
    return items.names.get(record or "", tr("(niet op deze computer)"))


def _mark(field: Field, value: Value, *, missed: bool) -> Mark | None:
    if field.type is not ValueType.ENUM:
        return None
    if missed and value == "confirmed":
        return Mark(tr("niet verschenen"), "circle-dashed", "neutral", "none")
    if value not in DRAWN:
        return None
    icon, tone = DRAWN[str(value)]
    word = next(option.label for option in field.options if option.key == value)
    return Mark(word.lower(), icon, tone, "none")


def spoken(kind: Kind, at: int, of: int, field: Field, shown_: Cell) -> str:
    """A cell in words: "Maatregel 3 van 9, soort repressief"."""
    return f"{kind.label} {at + 1} {tr('van')} {of}, {field.label.lower()} {shown_.words or tr('leeg')}"
