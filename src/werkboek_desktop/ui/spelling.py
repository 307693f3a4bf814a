"""Spelling in the window: what is known of words, asked beside it a moment after somebody wrote them."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.ui.prose.marks import Mark
from werkboek_desktop.ui.session import Session
from werkboek_desktop.workspace.replacing import Hit
from werkboek_desktop.workspace.spelling import NAMED, WORDS, Speller, beside

if TYPE_CHECKING:
    from werkboek_desktop.workspace import Changed

SOON = 200
"""Milliseconds: a word that is being typed is no mistake yet."""
SWITCH = "spelling"

type Suggested = Callable[[Sequence[str]], None]


class Spelling(QObject):
    """Marks misspelled words. `changed`: it would mark others than before."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._speller = Speller(beside())
        self._new: set[str] = set()
        self._knows_names = False
        self.is_on = bool(session.workspace.settings().spelling)
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self._ask)
        session.changed.connect(self._hear)
        session.set_up.connect(self._set_up)

    def marks(self, text: str) -> Iterator[Mark]:
        """The misspelled words of a paragraph, as far as they were asked about; the rest is asked soon."""
        if text not in self._new and self._speller.is_new(text):
            self._new.add(text)
            self._soon.start()
        for word in self._speller.wrong(text):
            yield Mark(word.start, word.end)

    def mistakes(self, record: RecordId, then: Callable[[list[Hit]], None]) -> None:
        """Finds every misspelled word of a case or chapter, whether marks are on or not."""
        learn, speller, workspace = self._learn(), self._speller, self._session.workspace

        def look() -> tuple[bool, list[Hit]]:
            return learn(), workspace.mistakes(record, speller)

        def told(found: tuple[bool, list[Hit]]) -> None:
            self._tell(found[0])
            then(found[1])

        self._session.beside.look_up(look, told)

    def suggest(self, word: str, then: Suggested) -> None:
        """Finds out what somebody may have meant."""

        def as_written(found: Sequence[str]) -> None:
            then([each.replace("'", "’") if "’" in word else each for each in found])

        self._session.beside.look_up(lambda: self._speller.dictionary.suggest(word), as_written)

    def add_mine(self, word: str) -> None:
        """From now on the word is right at this computer."""
        words = self._session.workspace.settings().words
        self._session.act(lambda: self._session.put_setting(WORDS, tuple(dict.fromkeys((*words, word)))))

    def add_for_all(self, word: str) -> None:
        """From now on the word is right in this project, on every computer that it goes to."""
        workspace = self._session.workspace
        self._session.act(lambda: workspace.change_set(workspace.workbook(), WORDS, [word], []))

    def _ask(self) -> None:
        texts, self._new = self._new, set()
        learn, speller = self._learn(), self._speller
        self._session.beside.look_up(lambda: learn() | speller.ask(texts), self._tell)

    def _learn(self) -> Callable[[], bool]:
        """Reads the names beside the window, if they may be others than before; whether it did."""
        speller, workspace, knows_names = self._speller, self._session.workspace, self._knows_names
        self._knows_names = True

        def learn() -> bool:
            if not knows_names:
                speller.know(workspace.known_words())
            return not knows_names

        return learn

    def _tell(self, is_other: bool) -> None:
        if is_other:
            self.changed.emit()

    def _hear(self, changed: "Changed") -> None:
        if self._session.touches(changed, NAMED):
            self._read_names_again()

    def _set_up(self, key: str) -> None:
        if key == SWITCH:
            self.is_on = bool(self._session.workspace.settings().spelling)
            self.changed.emit()
        elif key == WORDS:
            self._read_names_again()

    def _read_names_again(self) -> None:
        self._knows_names = False
        self._soon.start()


def spelling_of(session: Session) -> Spelling:
    """The one of this session, which its first form makes."""
    return session.findChild(Spelling) or Spelling(session)
