"""What places and values in a report of a bundle are called: by the case first, as people know them."""

from collections.abc import Callable, Collection, Sequence
from textwrap import shorten
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from werkboek_desktop.domain import schema
from werkboek_desktop.domain.difference import Stretch, brief, difference
from werkboek_desktop.domain.fields import Surface
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.values import Value
from werkboek_desktop.domain.view import Variant
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.shown import both_shown, shown
from werkboek_desktop.ui.widgets.basic import row
from werkboek_desktop.ui.widgets.difference import ReadText
from werkboek_desktop.ui.words import tr

if TYPE_CHECKING:
    from werkboek_desktop.workspace import FieldChange, FileReport

type Place = tuple[RecordId, str]
type Go = Callable[[str, str], object]
SHORT, LONGEST = 40, 60
"""Letters of a value that stands beside another, and of a title."""


class Telling:
    """Names for what stands in the report of one file. `sender`: who sent it, where an author is not known here."""

    def __init__(self, session: Session, report: "FileReport", sender: str) -> None:
        self.session = session
        self.report = report
        self.sender = sender
        self._changes = {(each.record, each.field): each for each in report.changes}
        told = () if report.is_document else report.changes
        self._kinds = {each.record: "" if each.record in report.fresh else each.kind for each in told if each.kind}

    def change(self, place: Place) -> "FieldChange":
        """What happened at a place."""
        return self._changes[place]

    def plain(self) -> Sequence["FieldChange"]:
        """What asks for nobody; what was erased with nothing in its place is no more than counted, elsewhere."""
        asking = {*self.report.conflicts, *self.report.merged}
        left = [c for c in self.report.changes if c.after is not None or c.record not in self.report.erases]
        return [c for c in left if (c.record, c.field) not in asking and is_shown(c)]

    def who(self, variant: Variant) -> str:
        """Whose version it is; of a person who is not here yet: who sent it."""
        name = self.session.workspace.author_name(variant.author) or self.sender
        return tr("jij") if name == self.session.author() else name

    def value(self, place: Place, value: Value) -> str:
        """A value in words."""
        field = schema.field(self.kind(place[0]), place[1])
        return shown(field, value, self.session.workspace.title) if field else str(value)

    def difference(self, place: Place, before: Value, after: Value, about: str = "") -> ReadText:
        """What became different, word by word, with the words around it. `about`: why it is shown, where twice.

        Where somebody erased something: only how it is now, for the words before are what must be seen no more.
        """
        text = ReadText()
        text.setAccessibleName(", ".join(filter(None, (self.where(place), about))))
        field = schema.field(self.kind(place[0]), place[1])
        title = self.session.workspace.title
        before = None if place[0] in self.report.erases else before
        old, new = both_shown(field, before, after, title) if field else (str(before or ""), str(after or ""))
        text.show_stretches(brief(difference(old, new)) if old else [Stretch(new or tr("(leeg)"))])
        return text

    def kind(self, record: RecordId) -> str:
        """The kind of a record; empty for one that is not here."""
        known = self._kinds.get(record)
        return self.session.kind_of(record) if known is None else known

    def top(self, change: "FieldChange") -> RecordId:
        """The case that a change is about, also where it is of an item of it."""
        known = change.owner if change.kind else self.session.owner_of(change.record)
        return known or change.record

    def where(self, place: Place) -> str:
        """Of which record which field."""
        return f"{self.called(place[0], {place[1]})} · {self.field_label(place)}"

    def field_label(self, place: Place) -> str:
        """The field alone."""
        field = schema.field(self.kind(place[0]), place[1])
        return field.label if field else place[1]

    def called(self, record: RecordId, told: Collection[str]) -> str:
        """An item of a record by what it is; by its own words too where they are not told below."""
        owner, title = self.session.owner_of(record), self.title(record)
        kind = schema.kind(self.kind(record))
        if not owner or not kind:
            return title
        return f"{self.title(owner)} · {kind.label}" + ("" if set(kind.title) & set(told) else f" ‘{title}’")

    def title(self, record: RecordId) -> str:
        """A record by its title."""
        if not self.kind(record):
            return tr("iets nieuws")
        return shorten(self.session.workspace.title(record), LONGEST, placeholder=" …")


def is_shown(change: "FieldChange") -> bool:
    """Whether it stands in a form, so that a person knows what it is."""
    field = schema.field(change.kind, change.field)
    return not change.kind or (field is not None and Surface.FORM in field.appears)


def hint_and_act(hint: QLabel, act: QPushButton) -> QHBoxLayout:
    """The foot of a card: what to know at the left, what to do at the right."""
    box = row(hint, act, gap=16)
    box.setStretch(0, 1)
    return box


def holding(layout: QHBoxLayout) -> QWidget:
    """A widget for a layout, so that it can be hidden."""
    made = QWidget()
    made.setLayout(layout)
    return made
