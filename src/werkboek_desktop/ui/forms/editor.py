"""What every editor of a value can do, and the editors of text."""

from abc import abstractmethod
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from werkboek_desktop.domain.fields import Field
from werkboek_desktop.domain.parse import parse
from werkboek_desktop.domain.values import Value
from werkboek_desktop.errors import BadFieldValue
from werkboek_desktop.resources import municipalities
from werkboek_desktop.ui.forms.vocabulary import Vocabulary, suggest
from werkboek_desktop.ui.shown import as_typed
from werkboek_desktop.ui.widgets.inputs import LineInput, ProseInput
from werkboek_desktop.ui.words import tr


class Reading(NamedTuple):
    """What stands in an editor. Where it is not `understood` there is no value, only the advice."""

    value: Value
    advice: str = ""
    understood: bool = True


def understood(field: Field, text: str, today: date) -> Reading:
    """What somebody typed, as the field's type reads it; where it cannot, how to write it."""
    try:
        return Reading(parse(field, text, municipalities(), today))
    except BadFieldValue as error:
        return Reading(
            None,
            f"{error.message} {tr('Zolang dat niet klopt, bewaart dit veld wat er eerst stond.')}",
            understood=False,
        )


class Editor(QWidget):
    """One value. `typed`: a person changed something. `left`: they are done with it for now."""

    typed = Signal()
    left = Signal()
    spans = False
    """Whether it wants the whole width of the form."""

    def __init__(self, field: Field) -> None:
        super().__init__()
        self.field = field
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)

    @abstractmethod
    def show_value(self, value: Value) -> None:
        """Shows a value without telling anybody that it changed."""

    @abstractmethod
    def read(self) -> Reading:
        """What stands there now."""

    def name(self, text: str, description: str) -> None:
        """What a screen reader calls it."""
        target = self.focusProxy() or self
        target.setAccessibleName(text)
        target.setAccessibleDescription(description)


class LineEditor(Editor):
    """One line: text, a number, a date. With suggestions where the schema or the list of municipalities has them."""

    def __init__(self, field: Field, words: Vocabulary | None = None) -> None:
        super().__init__(field)
        self.input = LineInput()
        self.input.textEdited.connect(lambda _text: self.typed.emit())
        self.input.left.connect(self.left)
        self.setFocusProxy(self.input)
        self._box.addWidget(self.input)
        if words:
            suggest(self.input, words)
            self.input.completer().activated.connect(lambda _text: self.typed.emit())

    def show_value(self, value: Value) -> None:
        """Shows it as people write it."""
        self.input.show_text(as_typed(self.field, value))

    def read(self) -> Reading:
        """What the text stands for."""
        return understood(self.field, self.input.text_now(), date.today())


class ProseEditor(Editor):
    """Text of any length."""

    spans = True

    def __init__(self, field: Field) -> None:
        super().__init__(field)
        self.input = ProseInput(lines=3 if field.words else 2)
        self.input.textChanged.connect(self.typed.emit)
        self.input.left.connect(self.left)
        self.setFocusProxy(self.input)
        self._box.addWidget(self.input)

    def show_value(self, value: Value) -> None:
        """Shows the text."""
        self.input.show_text("" if value is None else str(value))

    def read(self) -> Reading:
        """The text, cleaned."""
        return understood(self.field, self.input.text_now(), date.today())

    def add(self, text: str) -> None:
        """Types at the end."""
        self.go_to_end()
        self.input.insertPlainText(text)

    def go_to_end(self) -> None:
        """Puts the cursor behind the last word."""
        self.input.moveCursor(QTextCursor.MoveOperation.End)

    def replace(self, text: str) -> None:
        """Puts another text here; undo brings the one before back."""
        cursor = self.input.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        self.input.setTextCursor(cursor)
