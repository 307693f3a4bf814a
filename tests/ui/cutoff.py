"""Words that do not fit where they stand, and controls too small to hit.

Use it in the test of a page, at the sizes that matter:

    room = Room(tmp_path, qtbot, scale=2.0)
    room.window.resize(1280, 720)
    …
    assert cut_off(room.window) == []

Each line names the widget, its words, what it needs and what it has. What a widget or delegate paints by itself is
not seen here: look at its picture.
"""

import re
from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollBar,
    QStyle,
    QStyleOptionFrame,
    QTabBar,
    QToolButton,
    QWidget,
)

from werkboek_desktop.ui.forms.dates import DateEditor
from werkboek_desktop.ui.theme.look import theme

SLACK = 1
BREAKS = re.compile("[\\s\u200b]+")
"""Where Qt goes on in the next line."""
CONTROLS = (QAbstractButton, QLineEdit, QComboBox)

ENOUGH = 44
"""Pixels that anybody can hit, however large the text is: WCAG 2.2, target size (enhanced)."""


def cut_off(root: QWidget) -> list[str]:
    """Everything visible in `root` that is cut off, or smaller than what a finger or a shaking hand can hit."""
    shown = [each for each in root.findChildren(QWidget) if each.isVisible() and not _is_part(each)]
    return [f"{_name(each)}: {wrong}" for each in shown for wrong in _wrong(each, root)]


def _is_part(widget: QWidget) -> bool:
    """Whether Qt made it inside an input or a bar, and hits land on that."""
    return isinstance(widget.parent(), QComboBox | QLineEdit | QTabBar)


def _name(widget: QWidget) -> str:
    text = str(widget.property("text") or widget.accessibleName() or "")
    return f"{type(widget).__name__} ‘{text[:40]}’ in {type(widget.parent()).__name__}"


def _wrong(widget: QWidget, root: QWidget) -> Iterator[str]:
    match widget:
        case QLabel():
            yield from _label(widget)
        case QPushButton() | QCheckBox() | QToolButton():
            words = min(widget.sizeHint().width(), _folded(widget))
            yield from _fits(words, widget.width(), "wide")
        case QTabBar():
            if widget.count():
                yield from _fits(widget.tabRect(widget.count() - 1).right(), widget.width(), "wide")
                yield from _fits(-widget.tabRect(0).left(), 0, "wide at the left")
        case QLineEdit() if isinstance(widget.parent(), DateEditor):
            yield from _fits(_width(widget.fontMetrics(), widget.text()), _room(widget), "wide")
    if isinstance(widget, CONTROLS):
        yield from _fits(min(theme().size("hit_min"), ENOUGH), widget.height(), "high to be hit")
    if isinstance(widget, (QLabel, *CONTROLS)):
        yield from _outside(widget, root)


def _room(line: QLineEdit) -> int:
    """How wide what is typed may be: beside it stands a button."""
    option = QStyleOptionFrame()
    line.initStyleOption(option)
    inner = line.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, line).width()
    return inner - sum(each.width() for each in line.findChildren(QToolButton) if each.isVisible())


def _folded(button: QAbstractButton) -> int:
    """How wide words over several lines are with what stands before them."""
    lines = button.text().split("\n")
    if len(lines) < 2:
        return button.sizeHint().width()
    return max(_width(button.fontMetrics(), line) for line in lines) + theme().size("hit_min")


def _label(label: QLabel) -> Iterator[str]:
    if not label.text() or not label.pixmap().isNull():
        return
    metrics, room = label.fontMetrics(), label.contentsRect()
    if label.wordWrap():
        yield from _fits(max(_width(metrics, word) for word in BREAKS.split(label.text())), room.width(), "wide")
        flags = int(Qt.TextFlag.TextWordWrap)
        needed = metrics.boundingRect(QRect(0, 0, room.width(), 100_000), flags, label.text()).height()
    else:
        lines = label.text().split("\n")
        yield from _fits(max(_width(metrics, line) for line in lines), room.width(), "wide")
        needed = metrics.height() * len(lines)
    yield from _fits(needed, room.height(), "high")


def _width(metrics: QFontMetrics, text: str) -> int:
    return metrics.horizontalAdvance(text)


def _fits(needed: int, has: int, what: str) -> Iterator[str]:
    if needed > has + SLACK:
        yield f"needs {needed} {what}, has {has}"


def _outside(widget: QWidget, root: QWidget) -> Iterator[str]:
    """Whether something around it cuts it off; what scrolls up and down may lie below."""
    above, scrolls = widget.parentWidget(), False
    while above is not None and above is not root.parentWidget():
        scrolls = scrolls or isinstance(above.parentWidget(), QAbstractScrollArea)
        left = widget.mapTo(above, QPoint(0, 0))
        if left.x() < -SLACK or left.x() + widget.width() > above.width() + SLACK:
            yield f"stands from {left.x()} to {left.x() + widget.width()} in {type(above).__name__} of {above.width()}"
            return
        if not scrolls and (left.y() < -SLACK or left.y() + widget.height() > above.height() + SLACK):
            bottom = left.y() + widget.height()
            yield f"stands from {left.y()} to {bottom} high in {type(above).__name__} of {above.height()}"
            return
        above = above.parentWidget()


def sideways(window: QWidget) -> list[str]:
    """What scrolls sideways, also where no bar shows it; a tab bar has buttons for it."""
    bars = [bar for bar in window.findChildren(QScrollBar) if bar.orientation() == Qt.Orientation.Horizontal]
    areas = [_area(bar) for bar in bars if bar.maximum() > 0]
    return [f"{type(area).__name__} scrolls sideways" for area in areas if area.isVisible()]


def _area(bar: QScrollBar) -> QWidget:
    area = bar.parentWidget()
    while area is not None and not isinstance(area, QAbstractScrollArea):
        area = area.parentWidget()
    assert area
    return area
