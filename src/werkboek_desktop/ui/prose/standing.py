"""Which sentence somebody stands in, and the way to one."""

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor, QTextDocument

from werkboek_desktop.domain.shown_prose import places
from werkboek_desktop.domain.spelling import word_number
from werkboek_desktop.ui.prose.document import points
from werkboek_desktop.ui.prose.input import ProseInput


class Stand(NamedTuple):
    """A sentence as it is shown; `nth`: how many of exactly these words stand before it. No words: there is none."""

    words: str = ""
    nth: int = 0


def sentence_at(text: ProseInput) -> Stand:
    """The sentence of the cursor, or the first one that is chosen."""
    at = text.textCursor().selectionStart()
    block, before = text.document().begin(), list[str]()
    while block.isValid():
        shown = block.text()
        column = points(shown, at - block.position())
        here = block.contains(at)
        for place in places(shown):
            words = shown[place.start : place.end]
            if here and column <= place.end:
                return Stand(words, before.count(words))
            before.append(words)
        if here:
            break
        block = block.next()
    return Stand()


def go_to_sentence(text: ProseInput, words: str) -> None:
    """Puts the cursor before a sentence, if it is there."""
    found = text.document().find(words[:200]) if words else QTextCursor()
    if not found.isNull():
        found.setPosition(found.selectionStart())
        text.setTextCursor(found)
    text.setFocus(Qt.FocusReason.OtherFocusReason)


def words_before(text: ProseInput) -> int:
    """How many words stand before the cursor, or before what is chosen."""
    shown = text.document().toPlainText()
    return word_number(shown, points(shown, text.textCursor().selectionStart()))


def choose_word(text: ProseInput, word: str, nth: int) -> None:
    """Chooses a word; `nth`: how many of it stand before."""
    flags = QTextDocument.FindFlag.FindWholeWords | QTextDocument.FindFlag.FindCaseSensitively
    found = QTextCursor(text.document())
    for _before in range(nth + 1):
        found = text.document().find(word, found, flags)
    if not found.isNull():
        text.setTextCursor(found)
