"""Labels, buttons and boxes. A widget says what it is; the style sheet says how that looks."""

from collections.abc import Callable, Iterable, Iterator
from typing import cast

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QBoxLayout,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from werkboek_desktop.ui.theme.icons import icon, icon_size
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.words import whole_days

ICON_TONES = {"primary": "on_accent", "link": "accent", "danger": "danger"}


class Words(QLabel):
    """Words that fold. Each layout of a page asks for their height at several widths: Qt forgets it, this does not."""

    def __init__(self) -> None:
        self._words = self._measured = ""
        self._heights: dict[int, int] = {}
        super().__init__()

    def setText(self, text: str) -> None:
        """No line ends between a day and its month."""
        self._words = text
        super().setText(whole_days(text))

    def text(self) -> str:
        """The words as they were given."""
        return self._words

    def heightForWidth(self, width: int) -> int:
        """The height at a width."""
        if self._measured != (words := self.text()):
            self._measured, self._heights = words, {}
        if width not in self._heights:
            self._heights[width] = super().heightForWidth(width)
        return self._heights[width]

    def changeEvent(self, event: QEvent) -> None:
        """They may have another font."""
        self._heights = {}
        super().changeEvent(event)


def label(text: str = "", role: str = "body", tone: str = "", *, wrap: bool = False) -> QLabel:
    """Plain text, always: what a person typed is never read as markup."""
    made = Words() if wrap else QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("role", role)
    made.setText(text)  # whoever listens to a screen reader is told now what it is
    if tone:
        made.setProperty("tone", tone)
    if wrap:
        made.setWordWrap(True)
        made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return made


def button(
    text: str, on_click: Callable[[], object], kind: str = "", icon_name: str = "", name: str = ""
) -> QPushButton:
    """A button that says what it does; `name` is what a screen reader says where the text alone is not enough."""
    made = QPushButton(text)
    made.setProperty("kind", kind)
    made.setAutoDefault(False)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    if icon_name:
        made.setIcon(icon(icon_name, ICON_TONES.get(kind, "text")))
        made.setIconSize(icon_size())
    if name:
        made.setAccessibleName(name)
        made.setToolTip(name)
    made.clicked.connect(lambda _checked=False: on_click())
    return made


def become(made: QPushButton, kind: str, icon_name: str) -> None:
    """Makes another kind of button of it, with an icon that one sees on that."""
    mark_as(made, "kind", kind)
    made.setIcon(icon(icon_name, ICON_TONES.get(kind, "text")))


def mark_as(widget: QWidget, name: str, value: object) -> None:
    """Changes a property that the style sheet looks at, and shows it."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def column(
    *parts: QWidget | QLayout | int, margins: tuple[int, int, int, int] = (0, 0, 0, 0), gap: int = 8
) -> QVBoxLayout:
    """Parts under each other; a number is room, 0 stretches."""
    return _fill(QVBoxLayout(), parts, margins, gap)


def row(
    *parts: QWidget | QLayout | int, margins: tuple[int, int, int, int] = (0, 0, 0, 0), gap: int = 8
) -> QHBoxLayout:
    """Parts beside each other; a number is room, 0 stretches."""
    return _fill(QHBoxLayout(), parts, margins, gap)


def _fill[Box: QBoxLayout](
    box: Box, parts: tuple[QWidget | QLayout | int, ...], margins: tuple[int, int, int, int], gap: int
) -> Box:
    box.setContentsMargins(*(theme().space(margin) for margin in margins))
    box.setSpacing(theme().space(gap))
    for part in parts:
        if isinstance(part, QWidget):
            box.addWidget(part)
        elif isinstance(part, QLayout):
            box.addLayout(part)
        elif part:
            box.addSpacing(theme().space(part))
        else:
            box.addStretch(1)
    return box


def foot(line: QWidget) -> QWidget:
    """What one can do about what stands above it; in a wide window it ends where that does, by its largest width."""
    layout = row(line, gap=0)
    layout.setStretch(0, 1000)
    layout.addStretch(1)
    return page("footer", layout)


def page(kind: str, layout: QLayout) -> QWidget:
    """A widget with a background of its own."""
    made = QWidget()
    made.setProperty("page", kind)
    made.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    made.setLayout(layout)
    return made


def card(kind: str, layout: QLayout) -> QFrame:
    """A box with a border."""
    made = QFrame()
    made.setProperty("card", kind)
    made.setLayout(layout)
    return made


def separator() -> QFrame:
    """A light rule."""
    made = QFrame()
    made.setProperty("line", "true")
    return made


def ruled(parts: Iterable[QWidget]) -> QVBoxLayout:
    """Under each other, with a light rule between."""
    box = column(gap=0)
    for at, part in enumerate(parts):
        if at:
            box.addWidget(separator())
        box.addWidget(part)
    return box


def scrolled(content: QWidget, *, folds: bool = False) -> QScrollArea:
    """Content that scrolls up and down, never sideways, and that Tab skips. `folds`: its width decides its height."""
    area = QScrollArea()
    dress_scrolled(area, content, folds=folds)
    return area


def dress_scrolled(area: QScrollArea, content: QWidget, *, folds: bool = False) -> None:
    """The same for a scroll area of another kind."""
    if folds:
        content.setMinimumHeight(1)  # else it is as high as its words are where it is at its narrowest
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    content.setProperty("scrolled", "true")
    area.setWidget(content)


def clear(layout: QLayout) -> None:
    """Takes everything out of a layout and throws it away. Where the keyboard is goes last, so it moves on once."""
    focus = QApplication.focusWidget()
    for widget in sorted(_taken_out(layout), key=lambda each: focus is not None and each.isAncestorOf(focus)):
        widget.hide()
        widget.deleteLater()


def _taken_out(layout: QLayout) -> Iterator[QWidget]:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            yield widget
        elif (inner := item.layout()) is not None:
            yield from _taken_out(inner)


def focused_in(part: QWidget) -> QWidget | None:
    """The widget in it that has the keyboard, or had it last."""
    return cast("QWidget | None", part.focusWidget())


def press_by_enter(window: QWidget, event: QKeyEvent) -> bool:
    """Enter presses the button that has the keyboard, as the space bar does; whether it did."""
    focus = window.focusWidget()
    is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
    if is_enter and isinstance(focus, QAbstractButton) and not isinstance(focus, QCheckBox):
        focus.click()
        return True
    return False
