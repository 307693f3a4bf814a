"""How a text looks while it is written: headings, quotes, links, and its marks. Nothing of it is in the document."""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QTimer
from PySide6.QtGui import QSyntaxHighlighter, QTextBlock, QTextCharFormat, QTextCursor, QTextDocument

from werkboek_desktop.ui.prose.document import BOLD, fragments, marker_of, units
from werkboek_desktop.ui.prose.marks import Finder, Layer, Mark
from werkboek_desktop.ui.theme.look import theme

SLICE = 20
"""How many paragraphs are dressed at once when a layer changes."""
FEW = 12
"""Letters that come or go at once while one types."""
WAIT = 150
"""Milliseconds before marks come: who opens a text reads it first."""

_Underline = QTextCharFormat.UnderlineStyle


class _Look(NamedTuple):
    """How a mark shows, never by colour alone: a kind of line below, in a tone; or a ground that the line goes with."""

    line: _Underline
    tone: str
    ground: str = ""
    ink: str = ""


_LOOKS = {
    Layer.LONG: _Look(_Underline.DotLine, "text3"),
    Layer.CHANGED: _Look(_Underline.SingleUnderline, "add", "add_bg"),
    Layer.MERGED: _Look(_Underline.SingleUnderline, "merge", "merge_bg"),
    Layer.COMMENT: _Look(_Underline.DashUnderline, "accent", "neutral_bg"),
    Layer.PRIVACY: _Look(_Underline.DashDotLine, "danger"),
    Layer.FOUND: _Look(_Underline.SingleUnderline, "text", "attn_bg"),
    Layer.SPELLING: _Look(_Underline.WaveUnderline, "del"),
}
_LINK = _Look(_Underline.SingleUnderline, "accent", ink="accent")


type _Layered = tuple[Layer, Mark]


class Found(NamedTuple):
    """The marks in a text."""

    text: str
    marks: list[_Layered]

    def moved(self, text: str) -> list[_Layered] | None:
        """Where they are once the text became this one by a few letters; None: it is another text."""
        old, more = self.text, len(text) - len(self.text)
        most = min(len(old), len(text))
        ahead = bisect_left(range(1, most + 1), True, key=lambda at: old[:at] != text[:at])
        behind = bisect_left(range(1, most - ahead + 1), True, key=lambda at: old[-at:] != text[-at:])
        end = len(old) - behind
        if end - ahead > FEW or end - ahead + more > FEW or not old:
            return None
        return [
            (
                layer,
                Mark(
                    mark.start + more * (mark.start >= end),
                    mark.end + more * (mark.end >= end and mark.end > ahead),
                ),
            )
            for layer, mark in self.marks
            if mark.end <= ahead or mark.start >= end or (mark.start <= ahead and mark.end >= end)
        ]


class Dressing(QSyntaxHighlighter):
    """Dresses a paragraph when it changes, and all of them, a few at a time, when a layer does.

    What it comes back to in a later turn it keeps as a cursor: that goes along with the text, where a block of a text
    that was replaced still says that it is one and leads to memory that is not there any more.
    """

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._finders: dict[Layer, Finder] = {}
        self._next: QTextCursor | None = None
        self._marks = False
        self._reading = False
        self._goes_on = QTimer(self, singleShot=True, interval=0)
        self._goes_on.timeout.connect(self._dress_some)
        self._last: Found = Found("", [])
        self._stale: list[QTextCursor] = []
        self._reads_again = QTimer(self, singleShot=True, interval=WAIT)
        self._reads_again.timeout.connect(self._read_again)

    def set_layer(self, layer: Layer, finder: Finder | None) -> None:
        """What marks there are of a layer from now on."""
        if finder is None and self._finders.pop(layer, None) is None:
            return
        if finder is not None:
            self._finders[layer] = finder
        self._next = _place(self.document().begin())
        self._goes_on.start(WAIT)

    def marks(self, block: QTextBlock, layer: Layer) -> list[Mark]:
        """The marks of a layer in a paragraph, at the places that Qt counts."""
        finder, text = self._finders.get(layer), block.text()
        found = finder(text) if finder else ()
        return [Mark(units(text, mark.start), units(text, mark.end), mark.tip) for mark in found]

    def _dress_some(self) -> None:
        self._marks = True
        here, self._next = self._next, None
        block = here.block() if here else QTextBlock()
        for _ in range(SLICE):
            if not block.isValid():
                return
            self._read(block)
            block = block.next()
        if block.isValid():
            self._next = _place(block)
            self._goes_on.start(0)

    def highlightBlock(self, text: str) -> None:
        """Dresses one paragraph."""
        block = self.currentBlock()
        if whole := _whole(marker_of(block)[0]):
            self.setFormat(0, units(text, len(text)), whole)
        links = list(_links(block))
        for start, end in links:
            self._add(start, end, _LINK)
        found = [
            (layer, Mark(units(text, mark.start), units(text, mark.end)))
            for layer, mark in (self._found(block, text) if self._marks else ())
        ]
        cuts = {edge for _layer, mark in found for edge in mark[:2]} | {edge for link in links for edge in link}
        for start, end in pairwise(sorted(cuts)):
            for layer, mark in found:
                if mark.start <= start and end <= mark.end:
                    self._add(start, end, _LOOKS[layer])

    def _found(self, block: QTextBlock, text: str) -> "list[_Layered]":
        """The marks of a paragraph. While one types in it they move along, and it is read when one pauses."""
        moved = None if self._reading else self._last.moved(text)
        if moved is None:
            moved = [(layer, mark) for layer, finder in self._in_order() for mark in finder(text)]
        else:
            self._read_later(block)
        self._last = Found(text, moved)
        return moved

    def _in_order(self) -> Iterator[tuple[Layer, Finder]]:
        return ((layer, self._finders[layer]) for layer in Layer if layer in self._finders)

    def _read_later(self, block: QTextBlock) -> None:
        if not self._stale or self._stale[-1].block() != block:
            self._stale.append(_place(block))
        self._reads_again.start()

    def _read_again(self) -> None:
        stale, self._stale = self._stale, []
        if len(stale) > SLICE:
            self._next = _place(self.document().begin())
            self._goes_on.start(0)
            return
        for each in stale:
            self._read(each.block())

    def _read(self, block: QTextBlock) -> None:
        self._reading = True
        self.rehighlightBlock(block)
        self._reading = False

    def _add(self, start: int, end: int, look: _Look) -> None:
        made = self.format(start)
        if look.ground:
            made.setBackground(theme().color(look.ground))
        if look.ink:
            made.setForeground(theme().color(look.ink))
        made.setUnderlineStyle(look.line)
        made.setUnderlineColor(theme().color(look.tone))
        self.setFormat(start, end - start, made)


def _place(block: QTextBlock) -> QTextCursor:
    made = QTextCursor(block)
    made.setKeepPositionOnInsert(True)  # in a text that is replaced it is at the start, and not behind all that came
    return made


def _links(block: QTextBlock) -> Iterator[tuple[int, int]]:
    for part in fragments(block):
        if part.charFormat().anchorHref():
            start = part.position() - block.position()
            yield start, start + part.length()


def _whole(marker: str) -> QTextCharFormat | None:
    if marker in {"##", "###"}:
        made = QTextCharFormat()
        made.setFont(theme().font("section" if marker == "##" else "body_strong"))
        made.setFontWeight(BOLD)
        return made
    if marker == ">":
        made = QTextCharFormat()
        made.setForeground(theme().color("text2"))
        made.setFontItalic(True)
        return made
    return None
