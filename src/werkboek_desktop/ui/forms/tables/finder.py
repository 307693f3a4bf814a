"""Finds a record by a few letters of its name: to put a person on the list of a day, or a day on that of a person."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from werkboek_desktop.domain.fields import Field
from werkboek_desktop.domain.text import fold
from werkboek_desktop.domain.values import Value
from werkboek_desktop.ui.forms.editor import Editor, Reading
from werkboek_desktop.ui.forms.make import titles
from werkboek_desktop.ui.forms.vocabulary import SUGGESTIONS, Moved, suggest
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.widgets.inputs import LineInput
from werkboek_desktop.ui.words import tr


class TitleWords:
    """The names of records; of two that are called the same, the first."""

    def __init__(self, found: Sequence[tuple[str, str]]) -> None:
        self._titles = found
        self._folded = [fold(title) for _record, title in found]
        self._records = {title: record for record, title in reversed(found)}

    def name(self, element: str) -> str:
        """The title of a record."""
        return next((title for record, title in self._titles if record == element), element)

    def element(self, text: str) -> str:
        """The record that is called so; where only one comes near, that one."""
        near = self.suggestions(text)
        return self._records.get(text) or (self._records[near[0]] if len(near) == 1 else "")

    def suggestions(self, text: str) -> Sequence[str]:
        """Titles that have every word of the text."""
        words = fold(text).split()
        pairs = zip(self._titles, self._folded, strict=True)
        found = (title for (_record, title), folded in pairs if words and all(word in folded for word in words))
        return [title for title, _at in zip(found, range(SUGGESTIONS), strict=False)]

    def moved(self, text: str) -> Moved | None:  # noqa: ARG002 - the shape of Vocabulary
        """No record goes by another name."""
        return None


class Finder(Editor):
    """Type two or three letters and choose. `typed` comes when somebody was chosen, not before."""

    nobody = Signal(str)

    def __init__(self, field: Field, session: Session) -> None:
        super().__init__(field)
        self._words = TitleWords(titles(field, session))
        self._chosen: str | None = None
        self.input = LineInput()
        self.input.setPlaceholderText(tr("Typ een paar letters van de naam"))
        self.input.left.connect(self.left)
        self.input.returnPressed.connect(lambda: self._choose(self.input.text_now()))
        self.setFocusProxy(self.input)
        self._box.addWidget(self.input)
        suggest(self.input, self._words, self._choose)

    def _choose(self, text: str) -> None:
        self._chosen = self._words.element(text) or None
        if self._chosen:
            self.typed.emit()
        elif text:
            self.nobody.emit(f"{tr('Niets of niemand gevonden dat zo heet:')} {text}.")

    def show_value(self, value: Value) -> None:
        """Shows the title."""
        self._chosen = str(value) if value else None
        self.input.show_text(self._words.name(self._chosen) if self._chosen else "")

    def read(self) -> Reading:
        """Who was chosen."""
        return Reading(self._chosen)
