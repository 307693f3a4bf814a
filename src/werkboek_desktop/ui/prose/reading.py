"""What stands in a document, read again only where something changed: a long text is asked for its value often."""

from collections.abc import Sequence

from PySide6.QtGui import QTextDocument

from werkboek_desktop.domain.shown_prose import Line
from werkboek_desktop.ui.prose.document import line_of_block


class ReadLines:
    """The lines of a document. Those in which nothing changed since they were read are known."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._known: list[Line | None] = [None]
        self._undone = 0
        document.contentsChange.connect(self._forget)

    def lines(self) -> list[Line]:
        """All of them."""
        block = self._document.begin()
        found: list[Line] = []
        for known in self._known:
            found.append(known or line_of_block(block))
            block = block.next()
        self._known[:] = found
        return found

    def know(self, lines: Sequence[Line]) -> None:
        """These were put in it just now."""
        if len(lines) == len(self._known):
            self._known[:] = lines

    def _forget(self, position: int, _removed: int, added: int) -> None:
        """Qt tells one stretch for all that was done at once; what lies outside it only moved.

        Of an undo it tells too short a stretch, so that and redo are read whole.
        """
        undone, self._undone = self._undone, self._document.availableRedoSteps()
        if undone or self._undone:
            self._known = [None] * self._document.blockCount()
            return
        first = self._document.findBlock(position)
        last = self._document.findBlock(position + added)
        start = first.blockNumber()
        end = (last if last.isValid() else self._document.lastBlock()).blockNumber() + 1
        gone = end - start + len(self._known) - self._document.blockCount()
        self._known[start : start + gone] = [None] * (end - start)
