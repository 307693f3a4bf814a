"""The order in which one reads a window: line by line, in a line from left to right, columns as they are laid out.

Tab follows it, whatever the order in which the parts were made.
"""

from collections.abc import Iterator
from typing import cast

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QLayout, QMainWindow, QScrollArea, QStackedLayout, QWidget

type _Block = tuple[QRect, QWidget | QLayout]


def read(part: QWidget) -> Iterator[QWidget]:
    """A part and everything in it that is on the screen, in reading order."""
    yield part
    for block in _in_lines(_blocks(part)):
        yield from _read(block)


def takes_tab(widget: QWidget) -> bool:
    """Whether the keyboard can come here by Tab."""
    wanted = widget.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
    return wanted and widget.isEnabled() and widget.isVisible() and widget.focusProxy() is None


def _read(block: QWidget | QLayout) -> Iterator[QWidget]:
    if isinstance(block, QWidget):
        yield from read(block)
    else:
        for inner in _in_lines(_laid(block)):
            yield from _read(inner)


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
    found: list[_Block] = []
    for at in range(layout.count()):
        item = layout.itemAt(at)
        block = (item.widget() or item.layout()) if item else None
        if isinstance(block, QLayout) or (block is not None and _is_shown(block)):
            found.append((block.geometry(), block))
    return found


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


def _bring_into_sight(widget: QWidget) -> None:
    """Scrolls to it, also where it lies in something that the keyboard was not in before."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget)
        above = above.parentWidget()


class ReadWindow(QMainWindow):
    """A window through which Tab goes as one reads, and Shift+Tab back."""

    def focusNextPrevChild(self, forward: bool) -> bool:
        """The keyboard goes to what is next, after the last to the first."""
        order = list(read(self))
        here = cast("QWidget | None", self.focusWidget())
        while here is not None and here not in order:
            here = here.parentWidget()  # it is hidden now: from where it stood
        at = order.index(here) if here is not None else 0
        ways = order[at + 1 :] + order[: at + 1] if forward else order[:at][::-1] + order[at:][::-1]
        target = next((each for each in ways if takes_tab(each)), None)
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
            _bring_into_sight(target)
        return target is not None
