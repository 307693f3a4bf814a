"""How a text looks while it is written: headings, quotes, links, and its marks. Nothing of it is in the document."""

from bisect import bisect_left
from collections import deque
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from PySide6.QtCore import QTimer
from PySide6.QtGui import QSyntaxHighlighter, QTextBlock, QTextCharFormat, QTextCursor, QTextDocument

from werkboek_desktop.ui.prose.document import BOLD, fragments, marker_of, units
from werkboek_desktop.ui.prose.marks import Finder, KnownMarks, Layer, Layered, Mark
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.turns import is_full

MANY = 20
"""So many paragraphs that one typed in at a stretch are dressed again with all others."""
AT_ONCE = 3_000
"""Letters that are read while one waits for them to be shown."""
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


class Found(NamedTuple):
    """The marks in a text."""

    text: str
    marks: list[Layered]

    def moved(self, text: str) -> list[Layered] | None:
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
    """Dresses a paragraph when it changes; when a layer does all of them, as many in a turn as there is time for.

    What it comes back to in a later turn it keeps as a cursor: that goes along with the text, where a block of a text
    that was replaced still says that it is one and leads to memory that is not there any more.
    """

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._known = KnownMarks()
        self._dressed: dict[str, list[Layered]] = {}
        """The marks that all paragraphs of these words wear."""
        self._wearing: dict[str, list[Layered]] = {}
        """The same of those that were come to, until the last one was: there may be more of these words."""
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
        if self._known.set_layer(layer, finder):
            self._begin()

    def begin_with(self, letters: int) -> None:
        """So long a text comes instead of this one: a long one gets its marks a moment after its words."""
        self._dressed.clear()
        if letters > AT_ONCE:
            self._marks = False
            self._begin()

    def _begin(self) -> None:
        self._next = None
        self._wearing.clear()
        self._goes_on.start(WAIT)

    def marks(self, block: QTextBlock, layer: Layer) -> list[Mark]:
        """The marks of a layer in a paragraph, at the places that Qt counts."""
        text = block.text()
        found = self._known.of(layer, text)
        return [Mark(units(text, mark.start), units(text, mark.end), mark.tip) for mark in found]

    def _dress_some(self) -> None:
        self._marks = True
        block = self._next.block() if self._next else self.document().begin()
        self._next = None
        while block.isValid():
            if is_full():
                self._next = _place(block)
                self._goes_on.start(0)
                return
            self._dress(block)
            block = block.next()
        self._dressed |= self._wearing
        self._wearing.clear()
        self._known.forget_old()

    def _dress(self, block: QTextBlock) -> None:
        """Where the same words have the same marks as before, nothing has to be laid out again."""
        text = block.text()
        found = self._known.learn(text)
        if self._dressed.get(text) != found:
            self._read(block)
            self._wearing[text] = found

    def highlightBlock(self, text: str) -> None:
        """Dresses one paragraph."""
        block = self.currentBlock()
        if whole := _whole(marker_of(block)[0]):
            self.setFormat(0, units(text, len(text)), whole)
        links = [Mark(start, end) for start, end in _links(block)]
        for link in links:
            self._add(link.start, link.end, _LINK)
        found = [
            (_LOOKS[layer], Mark(units(text, mark.start), units(text, mark.end)))
            for layer, mark in (self._found(block, text) if self._marks else ())
        ]
        edges = {edge for mark in (*links, *(mark for _look, mark in found)) for edge in mark[:2]}
        for start, end, looks in _stretches(sorted(edges), found):
            for look in looks:
                self._add(start, end, look)

    def _found(self, block: QTextBlock, text: str) -> list[Layered]:
        """The marks of a paragraph. While one types in it they move along, and it is read when one pauses."""
        moved = None if self._reading else self._last.moved(text)
        if moved is None:
            moved = self._known.find(text)
        else:
            self._read_later(block)
        self._dressed.pop(text, None)
        self._wearing.pop(text, None)
        self._last = Found(text, moved)
        return moved

    def _read_later(self, block: QTextBlock) -> None:
        if not self._stale or self._stale[-1].block() != block:
            self._stale.append(_place(block))
        self._reads_again.start()

    def _read_again(self) -> None:
        stale, self._stale = self._stale, []
        if len(stale) > MANY:
            self._dressed.clear()
            self._wearing.clear()
            self._next = None
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


def underline(layer: Layer) -> QTextCharFormat:
    """How a mark of this layer shows where letters are drawn otherwise than in a document."""
    made = QTextCharFormat()
    made.setUnderlineStyle(_LOOKS[layer].line)
    made.setUnderlineColor(theme().color(_LOOKS[layer].tone))
    return made


def _place(block: QTextBlock) -> QTextCursor:
    made = QTextCursor(block)
    made.setKeepPositionOnInsert(True)  # in a text that is replaced it is at the start, and not behind all that came
    return made


def _stretches(edges: Sequence[int], found: Sequence[tuple[_Look, Mark]]) -> Iterator[tuple[int, int, list[_Look]]]:
    """From edge to edge the looks of the marks there, in their order."""
    coming = deque(sorted(enumerate(found), key=lambda each: each[1][1].start))
    here: list[tuple[int, tuple[_Look, Mark]]] = []
    for start, end in pairwise(edges):
        while coming and coming[0][1][1].start <= start:
            here.append(coming.popleft())
        here = sorted((each for each in here if each[1][1].end > start), key=itemgetter(0))
        yield start, end, [look for _order, (look, _mark) in here]


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
