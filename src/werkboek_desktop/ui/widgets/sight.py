"""Keeps what somebody was led to in sight while what stands above it gets its height."""

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget
from shiboken6 import isValid

from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.basic import focused_in

SETTLED = 600
"""Milliseconds without another height after which a form has its own: on a slow computer that takes a while."""
ABOVE = 16
CLOSE = 4
"""Above what stands at the top: of what stands before it there is a part to see, or nothing."""


def page_around(part: QWidget) -> QScrollArea | None:
    """What scrolls round it."""
    above = part.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    return above


def show_point(part: QWidget, point: QPoint, room: int) -> None:
    """The page scrolls so far that a point of a part is to be seen, with so many pixels above and below it."""
    page = page_around(part)
    content = page.widget() if page else None
    if page and content:
        at = part.mapTo(content, point)
        page.ensureVisible(at.x(), at.y(), 0, theme().px(room))


def keep_in_sight(part: QWidget) -> None:
    """At the top of the page that scrolls round it, while that gets its height."""
    page = page_around(part)
    sight = page.findChild(Sight, options=Qt.FindChildOption.FindDirectChildrenOnly) if page else None
    if sight:
        sight.hold(part, CLOSE)


def _line_in(target: QWidget, content: QWidget) -> tuple[int, int]:
    """Where what one writes in begins, and where the line ends that one is at; 0 where nobody writes in it."""
    part = focused_in(target)
    if part is None or not part.isVisible():
        return 0, 0
    caret = part.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    top = part.mapTo(content, QPoint(0, 0)).y()
    return top, top + int(caret.bottom() if caret else 0)


class Sight(QObject):
    """Of one scrolling page. It lets go once the page has its height, or as soon as somebody scrolls."""

    def __init__(self, area: QScrollArea) -> None:
        super().__init__(area)
        self._area = area
        self._target: QWidget | None = None
        self._above = ABOVE
        self._settled = QTimer(self, singleShot=True, interval=SETTLED)
        self._settled.timeout.connect(self.let_go)
        bar = area.verticalScrollBar()
        bar.rangeChanged.connect(self._scroll)
        bar.actionTriggered.connect(self.let_go)
        bar.valueChanged.connect(self._moved)
        self._put: int | None = None

    def hold(self, target: QWidget, above: int = ABOVE) -> None:
        """Puts it at the top, for as long as it moves; what one sees from the start keeps its heading above it."""
        self._target, self._above, self._put = target, above, None
        QTimer.singleShot(0, self, self._scroll)

    def holds(self) -> bool:
        """Whether it still keeps something there."""
        return self._target is not None

    def let_go(self) -> None:
        """It may move from now on."""
        self._target = None

    def _scroll(self) -> None:
        target, content = self._target, self._area.widget()
        if target is not None and isValid(target) and content is not None and content.isAncestorOf(target):
            self._settled.start()
            bar, top = self._area.verticalScrollBar(), target.mapTo(content, QPoint(0, 0)).y()
            room = self._area.viewport().height()
            is_near = top + target.height() <= room // 2
            first, (written, line) = top - theme().space(self._above), _line_in(target, content)
            if line > first + room:  # of what has no room the part in which one writes is what one came for
                first = written - theme().space(CLOSE)
            self._put = 0 if is_near else min(max(first, 0), bar.maximum())
            bar.setValue(self._put)

    def _moved(self, value: int) -> None:
        """The page follows a caret, or the keyboard to another field."""
        if self._put not in {None, value}:
            self.let_go()
