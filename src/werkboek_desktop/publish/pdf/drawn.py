"""What a page draws beside its text: anchors, lines of contents, room for an answer, the balance."""

from typing import Any

from reportlab.platypus import Flowable
from reportlab.platypus import Paragraph as SetText

from werkboek_desktop.domain.workflow import Balance
from werkboek_desktop.publish.blocks import Heading, text_of
from werkboek_desktop.publish.pdf.look import LINE, PREVENTIVE, REPRESSIVE

_NUMBER_ROOM = 36
_ANSWER_LINES = 3
_ANSWER_LEADING = 22
_SQUARE = 8.0
_GAP = 2.5
_MOST_SQUARES = 24


class Anchor(Flowable):  # type: ignore[misc] # reportlab has no types
    """Where a heading starts, with the white space above it; it takes no room itself."""

    def __init__(self, heading: Heading, before: float) -> None:
        super().__init__()
        self._heading = heading
        self.spaceBefore = before

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return 0, 0

    def draw(self) -> None:
        self.canv.arrive(self._heading, 0)


class Running(Flowable):  # type: ignore[misc] # reportlab has no types
    """From here on the top of a page names another chapter."""

    def __init__(self, chapter: str) -> None:
        super().__init__()
        self._chapter = chapter

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return 0, 0

    def draw(self) -> None:
        self.canv.chapter = self._chapter


class Entry(Flowable):  # type: ignore[misc] # reportlab has no types
    """A line of contents: a heading, and the page it is on; all of it is a link."""

    def __init__(self, heading: Heading, text: Any, indent: float) -> None:
        super().__init__()
        self._heading = heading
        self._text: SetText = text
        self._indent = indent
        self.spaceBefore = text.style.spaceBefore
        self.spaceAfter = text.style.spaceAfter

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width = width
        self.height = self._text.wrap(width - self._indent - _NUMBER_ROOM, height)[1]
        return self.width, self.height

    def draw(self) -> None:
        style = self._text.style
        self._text.drawOn(self.canv, self._indent, 0)
        self.canv.saveState()
        self.canv.translate(self.width, style.leading - style.fontSize)
        self.canv.draw_page_of(self._heading.anchor, style.fontSize)
        self.canv.restoreState()
        area = (0, 0, self.width, self.height)
        self.canv.linkRect(text_of(self._heading.runs), self._heading.anchor, area, relative=1, Border="[0 0 0]")


class Room(Flowable):  # type: ignore[misc] # reportlab has no types
    """Lines to write an answer on."""

    def __init__(self, indent: float) -> None:
        super().__init__()
        self._indent = indent
        self.spaceAfter = 10

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.width = width
        return width, _ANSWER_LINES * _ANSWER_LEADING

    def draw(self) -> None:
        self.canv.setStrokeColor(LINE)
        for line in range(_ANSWER_LINES):
            self.canv.line(self._indent, line * _ANSWER_LEADING, self.width, line * _ANSWER_LEADING)


class Scales(Flowable):  # type: ignore[misc] # reportlab has no types
    """The balance as squares, told apart by pattern as well as colour: filled, half filled, hatched."""

    def __init__(self, balance: Balance) -> None:
        super().__init__()
        self._balance = balance

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        return width, _SQUARE + 4

    def draw(self) -> None:
        kinds = [kind for kind, number in enumerate(_ordered(self._balance)) for _ in range(number)]
        for place, kind in enumerate(kinds[:_MOST_SQUARES]):
            self._square(place * (_SQUARE + _GAP), kind)

    def _square(self, x: float, kind: int) -> None:
        self.canv.setStrokeColor(REPRESSIVE if kind < 2 else PREVENTIVE)
        self.canv.setFillColor(REPRESSIVE)
        self.canv.rect(x, 2, _SQUARE, _SQUARE, fill=kind == 0)
        if kind == 1:
            self.canv.rect(x, 2, _SQUARE / 2, _SQUARE, fill=1)
        if kind == 2:
            self.canv.lines([(x, 2 + step, x + _SQUARE - step, 2 + _SQUARE) for step in (0, 2.7, 5.3)])
            self.canv.lines([(x + step, 2, x + _SQUARE, 2 + _SQUARE - step) for step in (2.7, 5.3)])


def _ordered(balance: Balance) -> tuple[int, int, int]:
    return balance.repressive, balance.both, balance.preventive
