"""What the keyboard comes to is wholly in sight, however it came there."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLayout, QLayoutItem, QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import getAllValidWrappers

from werkboek_desktop import ui
from werkboek_desktop.ui.widgets.basic import clear
from werkboek_desktop.ui.widgets.reading import ReadWindow, read


class Page:
    """A window in which the second button is half below the edge."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window, self.area, content = ReadWindow(), QScrollArea(), QWidget()
        self.above, self.first, self.second, below = QWidget(), QPushButton(), QPushButton(), QWidget()
        box = QVBoxLayout(content)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        for part, height in ((self.above, 100), (self.first, 80), (self.second, 40), (below, 900)):
            part.setFixedHeight(height)
            box.addWidget(part)
        self.area.setWidgetResizable(True)
        self.area.setWidget(content)
        self.window.setCentralWidget(self.area)
        self.window.resize(300, 202)
        qtbot.addWidget(self.window)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.first.setFocus()
        QApplication.processEvents()

    def is_whole(self, widget: QWidget) -> bool:
        top = widget.mapTo(self.area.viewport(), QPoint(0, 0)).y()
        return 0 <= top <= self.area.viewport().height() - widget.height()


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[Page]:
    made = Page(qtbot)
    yield made
    made.window.close()


def test_what_was_half_below_the_edge_comes_wholly_in_sight(page: Page, qtbot: QtBot) -> None:
    assert not page.is_whole(page.second)
    page.second.setFocus()
    qtbot.waitUntil(lambda: page.is_whole(page.second))


def test_it_is_whole_too_when_something_comes_to_stand_above_it(page: Page, qtbot: QtBot) -> None:
    page.first.clearFocus()
    page.first.setFocus()
    qtbot.wait(10)
    page.above.setFixedHeight(160)
    qtbot.waitUntil(lambda: page.is_whole(page.first))
    page.window.resize(300, 140)
    qtbot.waitUntil(lambda: page.is_whole(page.first))


def test_who_scrolls_on_may_leave_it_behind(page: Page, qtbot: QtBot) -> None:
    bar = page.area.verticalScrollBar()
    bar.triggerAction(bar.SliderAction.SliderToMaximum)
    page.above.setFixedHeight(160)
    qtbot.wait(50)
    assert not page.is_whole(page.first)


def test_a_page_that_goes_elsewhere_itself_may_leave_it_behind(page: Page, qtbot: QtBot) -> None:
    page.area.verticalScrollBar().setValue(600)
    page.above.setFixedHeight(160)
    qtbot.wait(50)
    assert not page.is_whole(page.first)


def test_a_click_scrolls_nothing(page: Page, qtbot: QtBot) -> None:
    page.above.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    page.area.verticalScrollBar().setValue(30)
    qtbot.mouseClick(page.above, Qt.MouseButton.LeftButton, pos=QPoint(9, 80))
    assert page.above.hasFocus()
    qtbot.wait(100)
    assert page.area.verticalScrollBar().value() == 30


def test_parts_that_go_together_hand_the_keyboard_on_once(qtbot: QtBot) -> None:
    page = Page(qtbot)
    came: list[QWidget | None] = []
    QApplication.instance().focusChanged.connect(lambda _old, new: came.append(new))  # type: ignore[union-attr]
    content = page.area.widget()
    assert content
    layout = content.layout()
    assert layout
    clear(layout)
    assert len(came) == 1


def test_nothing_of_the_items_of_a_layout_stays_known(page: Page) -> None:
    """What takes their place in memory later would be taken for them, and end the program (decision 0113)."""
    before = items()
    assert {page.first, page.second} <= set(read(page.window))
    assert items() == before


def items() -> list[object]:
    return [each for each in getAllValidWrappers() if isinstance(each, QLayoutItem) and not isinstance(each, QLayout)]


def test_no_layout_of_qt_is_asked_for_its_items() -> None:
    asking = [path.name for path in Path(ui.__path__[0]).rglob("*.py") if ".itemAt(" in path.read_text("utf-8")]
    assert asking == ["pills.py"]  # of a layout of our own, which knows them itself


def test_tab_goes_through_the_whole_window_and_from_what_is_hidden_to_what_it_stood_in(
    page: Page, qtbot: QtBot
) -> None:
    beside, panel = QPushButton(page.above), QWidget(page.above)
    panel.setGeometry(100, 0, 100, 60)
    held = QPushButton(panel)
    beside.show()
    panel.show()
    held.setFocus()
    panel.hide()
    assert QApplication.focusWidget() is beside
    ways = {Qt.Key.Key_Backtab: [page.area, page.second, page.first], Qt.Key.Key_Tab: [page.second, page.area, beside]}
    for key, next_ in ((key, each) for key, stops in ways.items() for each in stops):
        qtbot.keyClick(QApplication.focusWidget(), key)
        assert QApplication.focusWidget() is next_
