"""What every editor of a value can do, and the editors of text."""

from abc import abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from werkboek_desktop.domain.echoes import echo, remark
from werkboek_desktop.domain.fields import Field
from werkboek_desktop.domain.ids import ChangeId, RecordId
from werkboek_desktop.domain.parse import as_shown, parse
from werkboek_desktop.domain.values import Value
from werkboek_desktop.errors import BadFieldValue
from werkboek_desktop.resources import municipalities
from werkboek_desktop.ui.forms.vocabulary import Vocabulary, moved, suggest
from werkboek_desktop.ui.prose.input import ProseInput
from werkboek_desktop.ui.shown import as_typed
from werkboek_desktop.ui.widgets.basic import mark_as
from werkboek_desktop.ui.widgets.inputs import LineInput
from werkboek_desktop.ui.words import tr


class Offer(NamedTuple):
    """One thing to do about what stands there; it is never done by itself."""

    label: str
    act: Callable[[], object]


class Reading(NamedTuple):
    """What stands in an editor. Where it is not `understood` there is no value, only the advice.

    `said` is how it was understood.
    """

    value: Value
    advice: str = ""
    understood: bool = True
    said: str = ""
    offer: Offer | None = None


@dataclass(eq=False)
class Stay:
    """One field of one record while an editor stands in it; a record to be is none yet. What comes late asks for it."""

    editor: "Editor"
    record: RecordId | None = None
    seen: tuple[ChangeId, ...] = ()
    """What its person saw there."""

    @property
    def is_on(self) -> bool:
        """Whether it is shown still."""
        return isValid(self.editor) and self.editor.stay is self


def understood(field: Field, text: str, today: date) -> Reading:
    """What somebody typed, as the field's type reads it; where it cannot, how to write it."""
    known = municipalities()
    try:
        value = parse(field, text, known, today)
    except BadFieldValue as error:
        return _misunderstood(error)
    return Reading(value, remark(field, text, value), said=echo(field, text, value, known))


def _misunderstood(error: BadFieldValue) -> Reading:
    said = tr("Zolang dat niet klopt, bewaart dit veld wat er eerst stond.")
    return Reading(None, f"{error.message} {said}", understood=False)


type Today = Callable[[], date]
"""The day it is, by the clock of the program."""


class Editor(QWidget):
    """One value. `typed`: a person changed something. `left`: they are done with it for now."""

    typed = Signal()
    left = Signal()
    told = Signal()
    """There is something else to say than before, though nothing was changed."""
    opens = Signal(str)
    """Asks for the page of a record that it refers to."""
    spans = False
    """Whether it wants the whole width of the form."""
    settles = 0
    """Milliseconds after a key until there is something to say of what stands there: reading a long text takes time."""
    labelled = True
    """Whether the name of the field stands above it; else it says so itself."""

    def __init__(self, field: Field) -> None:
        super().__init__()
        self.field = field
        self.stay = Stay(self)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)

    @abstractmethod
    def show_value(self, value: Value) -> None:
        """Shows a value without telling anybody that it changed."""

    @abstractmethod
    def read(self) -> Reading:
        """What stands there now."""

    def stand_at(self, record: RecordId, seen: tuple[ChangeId, ...]) -> None:
        """From now on it shows the field of this record."""
        if record != self.stay.record:
            self.stay = Stay(self, record)
        self.stay.seen = seen

    def stand_at_new(self, *, afresh: bool = False) -> None:
        """From now on it shows the field of a record to be: the one that it stood at already, or (`afresh`) another."""
        if afresh or self.stay.record:
            self.stay = Stay(self)

    def take_over(self, other: "Editor") -> None:
        """Stands where another stood, which goes."""
        self.stay = other.stay
        self.stay.editor = self

    def text(self) -> str:
        """What was typed, letter for letter; nothing where one chooses."""
        return ""

    def show_text(self, text: str) -> None:
        """Shows again what was typed and is no value yet."""

    def lets_go(self) -> bool:
        """Whether it may close where the keyboard left it: False keeps words that are of no field yet on screen."""
        return True

    def name(self, text: str, description: str) -> None:
        """What a screen reader calls it."""
        target = self.focusProxy() or self
        target.setAccessibleName(text)
        target.setAccessibleDescription(description)


class LineEditor(Editor):
    """One line: text, a number, a date. With suggestions where the schema or the list of municipalities has them."""

    def __init__(self, field: Field, today: Today, words: Vocabulary | None = None) -> None:
        super().__init__(field)
        self._today = today
        self.input = LineInput(field.unit)
        self.input.textEdited.connect(lambda _text: self.typed.emit())
        self.input.left.connect(self.left)
        self.setFocusProxy(self.input)
        self._box.addWidget(self.input)
        if words:
            suggest(self.input, words, lambda _text: self.typed.emit())

    def name(self, text: str, description: str) -> None:
        """What a number counts belongs to what it is called."""
        super().name(f"{text}, {self.field.unit}" if self.field.unit else text, description)

    def show_value(self, value: Value) -> None:
        """Shows it as people write it."""
        self.show_text(as_typed(self.field, value))

    def text(self) -> str:
        """The line."""
        return self.input.text_now()

    def show_text(self, text: str) -> None:
        """Puts a line here."""
        self.input.show_text(text)

    def read(self) -> Reading:
        """What the text stands for."""
        reading = understood(self.field, self.text(), self._today())
        gone = moved(self.text()) if self.field.municipal else None
        if gone is None:
            return reading
        offer = Offer(f"{tr('Maak er')} {gone.name} {tr('van')}", lambda: self._take(gone.name)) if gone.name else None
        return reading._replace(advice=gone.sentence, offer=offer)

    def _take(self, text: str) -> None:
        self.show_text(text)
        self.typed.emit()
        self.left.emit()


class ProseEditor(Editor):
    """Text of any length."""

    spans = True
    settles = 150

    def __init__(self, field: Field) -> None:
        super().__init__(field)
        self.input = ProseInput(lines=3 if field.words else 2)
        self.input.written.connect(self.typed.emit)
        self.input.left.connect(self.left)
        self.setFocusProxy(self.input)
        self._box.addWidget(self.input)

    def show_value(self, value: Value) -> None:
        """Shows the text."""
        self.show_text("" if value is None else str(value))

    def text(self) -> str:
        """The text as it stands there."""
        return self.input.value()

    def show_text(self, text: str) -> None:
        """Puts a text here."""
        self.input.show_value(text)

    def read(self) -> Reading:
        """The text."""
        try:
            return Reading(as_shown(self.field, self.text()))
        except BadFieldValue as error:
            return _misunderstood(error)

    def lend(self) -> ProseInput:
        """Gives the input away, to be written in elsewhere; it stays the one of this field."""
        mark_as(self.input, "alone", "true")
        return self.input

    def take_back(self) -> None:
        """The input stands here again."""
        mark_as(self.input, "alone", "")
        self._box.addWidget(self.input)
        self.input.show()

    def add(self, text: str) -> None:
        """Types at the end."""
        self.go_to_end()
        self.input.insertPlainText(text)

    def go_to_end(self) -> None:
        """Puts the cursor behind the last word."""
        self.input.moveCursor(QTextCursor.MoveOperation.End)

    def replace(self, text: str) -> None:
        """Puts another text here; undo brings the one before back."""
        self.input.replace(text)
