"""Finds a record by a few letters of its name: to put a person on the list of a day, or a day on that of a person."""

from PySide6.QtCore import QTimer, Signal

from werkboek_desktop.domain.fields import Field
from werkboek_desktop.domain.values import Value
from werkboek_desktop.ui.forms.editor import Editor, Reading
from werkboek_desktop.ui.forms.make import record_words
from werkboek_desktop.ui.forms.vocabulary import suggest
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.widgets.inputs import LineInput
from werkboek_desktop.ui.words import tr


class Finder(Editor):
    """Type two or three letters and choose. `typed` comes when one was chosen: nobody is put on a list by a letter."""

    nobody = Signal(str)

    def __init__(self, field: Field, session: Session) -> None:
        super().__init__(field)
        self._words = record_words(field, session)
        self._chosen: str | None = None
        self.input = LineInput()
        self.input.came.connect(lambda: session.prepare_targets(field))
        self.input.setPlaceholderText(tr("Typ een paar letters van de naam"))
        self.input.left.connect(self.left)
        self.input.returnPressed.connect(lambda: self._choose(self.input.text_now()))
        self.setFocusProxy(self.input)
        suggest(self.input, self._words, lambda text: QTimer.singleShot(0, self, lambda: self._choose(text)))
        self._box.addWidget(self.input)

    def _choose(self, text: str) -> None:
        """Takes who was chosen, or the only one that comes near; of namesakes one chooses from the list."""
        self._chosen = self._words.element(text) or self._only(text)
        if self._chosen:
            self.typed.emit()
        elif text:
            self.nobody.emit(self._why_not(text))

    def _only(self, text: str) -> str | None:
        near = self._words.suggestions(text)
        return self._words.element(near[0]) if len(near) == 1 else None

    def _why_not(self, text: str) -> str:
        if self._words.suggestions(text):
            return f"{tr('Er zijn er meer die zo heten. Kies uit de lijst:')} {text}."
        return f"{tr('Niets of niemand gevonden dat zo heet:')} {text}."

    def show_value(self, value: Value) -> None:
        """Shows the title."""
        self._chosen = str(value) if value else None
        self.input.show_text(self._words.name(self._chosen) if self._chosen else "")

    def read(self) -> Reading:
        """Who was chosen."""
        return Reading(self._chosen)
