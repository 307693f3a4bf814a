"""The words that a field suggests while somebody types: its options, municipalities by all their names, records."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, Protocol

from PySide6.QtCore import QObject, QPoint, QStringListModel, Qt
from PySide6.QtWidgets import QCompleter

from werkboek_desktop.domain.fields import Option
from werkboek_desktop.domain.text import fold
from werkboek_desktop.resources import municipalities
from werkboek_desktop.ui.theme.look import theme, wear
from werkboek_desktop.ui.widgets.inputs import LineInput
from werkboek_desktop.ui.words import tr

SUGGESTIONS = 12


class Moved(NamedTuple):
    """The name of the municipality that another went up in, and the sentence that says so; of several no name."""

    name: str
    sentence: str


class Suggesting(Protocol):
    """What has something to suggest."""

    def suggestions(self, text: str) -> Sequence[str]:
        """What somebody who types this may mean; all, or the first, of nothing at all."""


class Vocabulary(Suggesting, Protocol):
    """Known elements and what they are called; other text is fine too."""

    def name(self, element: str) -> str:
        """What an element is called."""

    def element(self, text: str) -> str:
        """The element that a text means: itself where it is not known."""

    def are_here(self) -> bool:
        """Whether it is known yet which there are."""


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
        return [name for name in self._names.values() if needle in fold(name)]

    def are_here(self) -> bool:
        """Always."""
        return True


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

    def are_here(self) -> bool:
        """Always."""
        return True


def moved(text: str) -> Moved | None:
    """What became of a municipality by this name; None where it is one still, or never was."""
    known = municipalities()
    found = known.merged(text)
    if found is None:
        return None
    *others, last = map(known.name, found.into)
    if others:
        among = f"{', '.join(others)} {tr('en')} {last}"
        return Moved("", f"{found.name} {tr('is sinds')} {found.since} {tr('verdeeld over')} {among}.")
    return Moved(last, f"{found.name} {tr('hoort sinds')} {found.since} {tr('bij')} {last}.")


def suggest(line: LineInput, words: Suggesting, chosen: Callable[[str], object]) -> "Offers":
    """Offers suggestions below a line while somebody types in it, or presses Down."""
    offers = Offers(line, words, chosen)
    line.textEdited.connect(offers.show)
    line.asked.connect(lambda: offers.show(line.text(), all_of_it=True))
    return offers


class Offers(QObject):
    """The list below a line, made when it is first needed: most fields of a form are only looked at."""

    def __init__(self, line: LineInput, words: Suggesting, chosen: Callable[[str], object]) -> None:
        super().__init__(line)
        self._line = line
        self._words = words
        self._chosen = chosen
        self._model: QStringListModel | None = None
        self._waits: tuple[str, bool] | None = None

    def show_late(self) -> None:
        """What was looked for in vain may be there by now."""
        if self._waits and self._line.hasFocus():
            text, all_of_it = self._waits
            self.show(text, all_of_it=all_of_it)

    def show(self, text: str, *, all_of_it: bool = False) -> None:
        """Shows what the text may mean."""
        found = self._words.suggestions(text) if text or all_of_it else []
        self._waits = None if found else (text, all_of_it)
        if not found and self._model is None:
            return
        is_new = self._model is None
        if self._model is None:
            self._model = self._make()
        self._model.setStringList(list(found))
        self._widen()
        if found and (all_of_it or is_new):
            self._line.completer().complete()

    def _widen(self) -> None:
        """As wide as its words, where the line is narrower and the window has the room."""
        if rows := self._line.completer().popup():
            window, edge = self._line.window(), theme().space(16)
            room = window.width() - self._line.mapTo(window, QPoint(0, 0)).x() - edge
            rows.setMinimumWidth(min(rows.sizeHintForColumn(0) + 2 * edge, max(room, self._line.width())))

    def hide(self) -> None:
        """Goes: what was typed was taken."""
        if self._model is not None and (rows := self._line.completer().popup()):
            rows.hide()

    def _make(self) -> QStringListModel:
        model = QStringListModel()
        made = QCompleter(model, self._line)
        model.setParent(made)
        made.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        made.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        made.setMaxVisibleItems(SUGGESTIONS)
        if rows := made.popup():
            rows.setProperty("offers", "true")
            wear(rows)  # it is a window of its own
            rows.setAccessibleName(f"{self._line.accessibleName()}: {tr('suggesties')}")
        self._line.setCompleter(made)
        made.activated.connect(self._chosen)
        return model
