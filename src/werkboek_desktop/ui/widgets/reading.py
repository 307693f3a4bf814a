"""The order in which one reads a window: line by line, in a line from left to right, columns as they are laid out.

Tab follows it, whatever the order in which the parts were made.
"""

from collections.abc import Iterator
from itertools import islice
from typing import Protocol, cast, runtime_checkable

from PySide6.QtCore import QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLayout, QMainWindow, QScrollArea, QStackedLayout, QWidget
from shiboken6 import isValid

type _Block = tuple[QRect, QWidget | QLayout]


def read(part: QWidget) -> Iterator[QWidget]:
    """A part and everything in it that is on the screen, in reading order."""
    yield part
    for each in _parts(part):
        yield from read(each)


def _read_back(part: QWidget) -> Iterator[QWidget]:
    for each in reversed(_parts(part)):
        yield from _read_back(each)
    yield part


def _onward(here: QWidget, root: QWidget) -> Iterator[QWidget]:
    """What one reads after a part, and after the last everything from the first."""
    yield from islice(read(here), 1, None)
    for beside, at in _above(here, root):
        for each in beside[at + 1 :]:
            yield from read(each)
    yield from read(root)


def _backward(here: QWidget, root: QWidget) -> Iterator[QWidget]:
    """What one reads before a part, the nearest first, and before the first everything from the last."""
    for beside, at in _above(here, root):
        for each in reversed(beside[:at]):
            yield from _read_back(each)
        yield cast("QWidget", beside[at].parentWidget())
    yield from _read_back(root)


def _above(here: QWidget, root: QWidget) -> Iterator[tuple[list[QWidget], int]]:
    """What stands beside a part, and where it is among that; then the same of what it stands in, and on."""
    while here is not root:
        above = cast("QWidget", here.parentWidget())
        beside = _parts(above)
        yield beside, beside.index(here)
        here = above


def takes_tab(widget: QWidget) -> bool:
    """Whether the keyboard can come here by Tab."""
    wanted = widget.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
    return wanted and widget.isEnabled() and widget.isVisible() and widget.focusProxy() is None


def _parts(part: QWidget) -> list[QWidget]:
    """What stands directly in it, in reading order."""
    return list(_flat(_blocks(part)))


def _flat(blocks: list[_Block]) -> Iterator[QWidget]:
    for block in _in_lines(blocks):
        if isinstance(block, QWidget):
            yield block
        else:
            yield from _flat(_laid(block))


def _blocks(part: QWidget) -> list[_Block]:
    """What stands in it: as its layout has it, and what lies over that."""
    layout = part.layout()
    found = [] if layout is None or isinstance(layout, QStackedLayout) else _laid(layout)
    laid = set(_widgets(found))
    over = [each for each in part.children() if isinstance(each, QWidget) and each not in laid and _is_shown(each)]
    return [*found, *((each.geometry(), each) for each in over)]


def _widgets(blocks: list[_Block]) -> Iterator[QWidget]:
    for _rect, block in blocks:
        if isinstance(block, QWidget):
            yield block
        else:
            yield from _widgets(_laid(block))


def _laid(layout: QLayout) -> list[_Block]:
    """What a layout has in it. Its items are not asked: what Python knows of one outlives it (decision 0113)."""
    around = layout.parentWidget()
    widgets = (each for each in (around.children() if around else ()) if isinstance(each, QWidget) and _is_shown(each))
    found: list[QWidget | QLayout] = [each for each in widgets if layout.indexOf(each) >= 0]
    found += (each for each in layout.children() if isinstance(each, QLayout))
    return [(each.geometry(), each) for each in found]


def _is_shown(widget: QWidget) -> bool:
    return widget.isVisible() and not widget.isWindow()


def _in_lines(blocks: list[_Block]) -> Iterator[QWidget | QLayout]:
    """Blocks that stand beside each other make a line."""
    lines: list[list[_Block]] = []
    for block in sorted(blocks, key=lambda each: (each[0].top(), each[0].left())):
        if lines and any(_are_beside(block[0], other[0]) for other in lines[-1]):
            lines[-1].append(block)
        else:
            lines.append([block])
    for line in lines:
        yield from (block for _rect, block in sorted(line, key=lambda each: each[0].left()))


def _are_beside(one: QRect, other: QRect) -> bool:
    shared = min(one.bottom(), other.bottom()) - max(one.top(), other.top())
    return shared > min(one.height(), other.height()) / 2


@runtime_checkable
class Overlay(Protocol):
    """Something that lies over a page."""

    def make_way(self) -> None:
        """The keyboard went to what lies below it."""


def bring_into_sight(widget: QWidget) -> None:
    """Scrolls to it, and lets what lies over it make way."""
    for page in _pages(widget):
        page.ensureWidgetVisible(widget)
    over = _over(widget)
    while over is not None and not over.isAncestorOf(widget):
        if isinstance(over, Overlay):
            over.make_way()
        over = over.parentWidget()


def _over(widget: QWidget) -> QWidget | None:
    """What one sees where the widget is: it, a part of it, or what hides it; None where it is out of sight."""
    seen, window = widget.visibleRegion().boundingRect(), widget.window()
    return None if seen.isEmpty() else window.childAt(widget.mapTo(window, seen.center()))


def _pages(widget: QWidget) -> Iterator[QScrollArea]:
    """What scrolls round it, the nearest first."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            yield above
        above = above.parentWidget()


def _is_cut(widget: QWidget) -> bool:
    """Whether a page hides a part of it that it has the room for."""
    for page in _pages(widget):
        room = page.viewport().height() - widget.height()
        if room >= 0 and not 0 <= widget.mapTo(page.viewport(), QPoint(0, 0)).y() <= room:
            return True
    return False


class _Hold(QObject):
    """Keeps what has the keyboard in sight while its pages grow and shrink, until somebody scrolls one."""

    def __init__(self, widget: QWidget, *, whole: bool) -> None:
        super().__init__(widget)
        self._widget = widget
        self._whole = whole
        """Where it need not be whole, what is partly in sight stays where it is."""
        self._is_brought = False
        self._soon = QTimer(self, singleShot=True, interval=0)  # when everything has its place
        self._soon.timeout.connect(self._bring)
        self._soon.start()
        for page in _pages(widget):
            bar = page.verticalScrollBar()
            bar.rangeChanged.connect(self._soon.start)
            bar.actionTriggered.connect(self.let_go)
            bar.valueChanged.connect(self._scrolled)

    def let_go(self) -> None:
        """It may go out of sight from now on."""
        self._soon.blockSignals(True)  # pages change on in the turn in which it is let go
        self.deleteLater()

    def _scrolled(self) -> None:
        """A page that itself went to another place goes on from there."""
        if self._is_brought and self._is_out():
            self.let_go()

    def _is_out(self) -> bool:
        widget = self._widget
        over = _over(widget)
        hidden = over is None or not (over is widget or widget.isAncestorOf(over))
        return hidden or (self._whole and _is_cut(widget))

    def _bring(self) -> None:
        """What lies over it stays when the keyboard went on, for it may have come with that."""
        self._is_brought = False
        if self._widget.window().focusWidget() is not self._widget:
            return
        if self._is_out():
            bring_into_sight(self._widget)
        self._is_brought = True


class ReadWindow(QMainWindow):
    """A window through which Tab goes as one reads, and Shift+Tab back; what has the keyboard is in sight."""

    def __init__(self) -> None:
        super().__init__()
        self._hold: _Hold | None = None
        QApplication.instance().focusChanged.connect(self._came)  # type: ignore[union-attr]

    def _came(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._hold is not None and isValid(self._hold):
            self._hold.let_go()
        self._hold = None
        if new is not None and self.isAncestorOf(new):
            clicked = QApplication.mouseButtons() != Qt.MouseButton.NoButton  # which scrolls nothing
            self._hold = _Hold(new, whole=not clicked)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """The keyboard goes to what is next, after the last to the first."""
        here = self._place()
        ways = _onward(here, self) if forward else _backward(here, self)
        target = next(filter(takes_tab, ways), None)
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
            bring_into_sight(target)
        return target is not None

    def _place(self) -> QWidget:
        """What has the keyboard; where that is hidden now, what it stood in."""
        here = each = cast("QWidget | None", self.focusWidget()) or self
        while each is not self:
            above = cast("QWidget", each.parentWidget())
            here, each = (here if _is_shown(each) else above), above
        return here
