"""The words that a field suggests while somebody types: its options, or the municipalities by all their names."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit

from werkboek_desktop.domain.fields import Option
from werkboek_desktop.domain.text import fold
from werkboek_desktop.resources import municipalities

SUGGESTIONS = 12


class Vocabulary(Protocol):
    """Known elements and what they are called; other text is fine too."""

    def name(self, element: str) -> str:
        """What an element is called."""

    def element(self, text: str) -> str:
        """The element that a text means: itself where it is not known."""

    def suggestions(self, text: str) -> Sequence[str]:
        """What somebody who types this may mean."""


class OptionWords:
    """The options of the schema."""

    def __init__(self, options: Iterable[Option]) -> None:
        self._names = {option.key: option.label for option in options}
        self._keys = {fold(label): key for key, label in self._names.items()}

    def name(self, element: str) -> str:
        """The label of a key."""
        return self._names.get(element, element)

    def element(self, text: str) -> str:
        """The key of a label."""
        return self._keys.get(fold(text), text)

    def suggestions(self, text: str) -> Sequence[str]:
        """Labels that contain the text."""
        needle = fold(text)
        return [name for name in self._names.values() if needle in fold(name)][:SUGGESTIONS]


class MunicipalWords:
    """Municipalities by name, alias or the name of one that went up in another; an element is the CBS code."""

    def name(self, element: str) -> str:
        """The official name."""
        return municipalities().name(element)

    def element(self, text: str) -> str:
        """The code, where one is meant."""
        return municipalities().resolve(text) or text

    def suggestions(self, text: str) -> Sequence[str]:
        """Official names."""
        return [found.name for found in municipalities().suggestions(text, SUGGESTIONS)]


def suggest(field: QLineEdit, words: Vocabulary) -> None:
    """Offers suggestions below a field while somebody types in it."""
    model = QStringListModel()
    made = QCompleter(model, field)
    made.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
    made.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    made.setMaxVisibleItems(SUGGESTIONS)
    field.textEdited.connect(lambda text: model.setStringList(list(words.suggestions(text)) if text else []))
    field.setCompleter(made)
