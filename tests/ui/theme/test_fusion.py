"""What Fusion does badly, and that it is mended: docs/design-language.md, "Fusion: fault and fix"."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPalette, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QMenu,
    QPushButton,
    QStyle,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

import werkboek_desktop.ui
from tests.ui.dressing import dress
from tests.ui.theme.contrast import READ, SEEN, ratio_of
from werkboek_desktop.ui.prose.input import ProseInput
from werkboek_desktop.ui.theme.icons import icon_size
from werkboek_desktop.ui.theme.look import apply, line_height, theme, wear
from werkboek_desktop.ui.theme.tokens import Look, Theme
from werkboek_desktop.ui.widgets.basic import button, column, label, page, scrolled
from werkboek_desktop.ui.widgets.inputs import Choice, LineInput

UI = Path(werkboek_desktop.ui.__file__).parent
SOURCES = sorted(UI.rglob("*.py"))


@pytest.fixture(params=list(Look), ids=str)
def dressed(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Theme]:
    dress(Theme(request.param))
    yield theme()
    dress(Theme(Look.LIGHT))


type Show = Callable[..., QWidget]


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    """Puts widgets under each other in a window that has the keyboard, until the test is over."""
    kept = []

    def show(*parts: QWidget) -> QWidget:
        holder = page("true", column(*parts, 0, margins=(24, 24, 24, 24), gap=16))
        wear(holder)
        kept.append(holder)
        qtbot.addWidget(holder)
        holder.resize(480, 360)
        holder.show()
        holder.activateWindow()
        qtbot.waitUntil(holder.isActiveWindow)
        return holder

    return show


def pixels(image: QImage, color: QColor, room: QRect) -> int:
    room = room.intersected(image.rect())
    return sum(
        image.pixelColor(x, y) == color
        for x in range(room.left(), room.right() + 1)
        for y in range(room.top(), room.bottom() + 1)
    )


def test_selected_disabled_and_grey_text_can_be_read(dressed: Theme, qapp: QApplication) -> None:
    used, disabled = qapp.palette(), QPalette.ColorGroup.Disabled
    pairs = [
        (used.color(QPalette.ColorRole.HighlightedText), used.color(QPalette.ColorRole.Highlight)),
        (used.color(QPalette.ColorRole.PlaceholderText), used.color(QPalette.ColorRole.Base)),
        (used.color(disabled, QPalette.ColorRole.Text), used.color(QPalette.ColorRole.Base)),
        (used.color(disabled, QPalette.ColorRole.ButtonText), used.color(QPalette.ColorRole.Button)),
        (used.color(disabled, QPalette.ColorRole.WindowText), used.color(QPalette.ColorRole.Window)),
    ]
    for above, below in pairs:
        assert above.alpha() == 255
        assert ratio_of(above.name(), below.name()) >= READ
    assert ratio_of(used.color(QPalette.ColorRole.Dark).name(), used.color(QPalette.ColorRole.Base).name()) >= SEEN


@pytest.mark.parametrize("make", [LineInput, ProseInput, QLineEdit, QTextEdit])
def test_an_example_in_an_empty_field_is_not_half_transparent(
    dressed: Theme, show: Show, make: type[QLineEdit | QTextEdit]
) -> None:
    field = make()
    field.setPlaceholderText("bijv. 2025")
    show(field)
    assert field.palette().color(QPalette.ColorRole.PlaceholderText) == dressed.color("text3")


def test_a_button_with_the_keyboard_has_a_ring_outside_it(dressed: Theme, qtbot: QtBot, show: Show) -> None:
    first, second = button("Later", lambda: None), button("Gezien", lambda: None)
    holder = show(first, second)
    second.setFocus()
    qtbot.wait(1)
    around = second.geometry().adjusted(-4, -4, 4, 4)
    image = holder.grab().toImage()
    ring = pixels(image, dressed.color("focus"), around) - pixels(image, dressed.color("focus"), second.geometry())
    assert ring > around.width()
    first.setFocus()
    qtbot.wait(1)
    assert pixels(holder.grab().toImage(), dressed.color("focus"), around) == 0


def test_a_field_with_the_keyboard_has_a_border_of_two_pixels(dressed: Theme, qtbot: QtBot, show: Show) -> None:
    first, second = LineInput(), LineInput()
    holder = show(first, second)
    second.setFocus()
    qtbot.wait(1)
    image, middle = holder.grab().toImage(), second.geometry().center().y()
    left = second.geometry().left()
    assert [image.pixelColor(left + at, middle) for at in (0, 1)] == [dressed.color("focus")] * 2
    assert image.pixelColor(left + 2, middle) != dressed.color("focus")
    assert image.pixelColor(first.geometry().left() + 1, first.geometry().center().y()) != dressed.color("focus")


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_check_box_is_large_enough_to_see(show: Show, qapp: QApplication, scale: float) -> None:
    apply(qapp, Theme(Look.LIGHT, scale))
    box = QCheckBox("Foto")
    show(box)
    assert box.style().pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth, None, box) == 20 * scale
    assert box.height() >= 28 * scale
    apply(qapp, Theme(Look.LIGHT))


def test_on_off_half_and_disabled_look_different_in_every_theme(dressed: Theme, show: Show) -> None:
    states = [(Qt.CheckState.Unchecked, True), (Qt.CheckState.Checked, True), (Qt.CheckState.PartiallyChecked, True)]
    states.append((Qt.CheckState.Checked, False))
    pictures = []
    for state, usable in states:
        box = QCheckBox()
        box.setTristate()
        box.setCheckState(state)
        box.setEnabled(usable)
        show(box)
        pictures.append(box.grab().toImage())
    assert not any(one == other for at, one in enumerate(pictures) for other in pictures[:at])


def test_the_words_of_a_disabled_check_box_are_as_faint_as_those_of_a_button(dressed: Theme, show: Show) -> None:
    usable, disabled = QCheckBox("Alleen wat nieuw is"), QCheckBox("Alleen wat nieuw is")
    disabled.setEnabled(False)
    show(usable, disabled)
    words = usable.rect().adjusted(usable.height(), 0, 0, 0)

    def inks(box: QCheckBox) -> list[bool]:
        image = box.grab().toImage()
        return [bool(pixels(image, dressed.color(ink), words)) for ink in ("text", "text3")]

    assert inks(usable) == [True, False]
    assert inks(disabled) == [False, True]


def test_the_wheel_scrolls_the_page_and_changes_no_choice_that_is_not_being_made(show: Show) -> None:
    choice = Choice()
    choice.setAccessibleName("Schaal")
    choice.addItems(["buurt", "wijk", "gemeente"])
    choice.setCurrentIndex(1)
    content = QWidget()
    content.setLayout(column(choice, *(label(f"Regel {at}") for at in range(60))))
    area, elsewhere = scrolled(content), LineInput()
    window = show(elsewhere, area)
    elsewhere.setFocus()
    handle = window.windowHandle()
    at = choice.mapTo(window, choice.rect().center())
    QTest.wheelEvent(handle, at, QPoint(0, -120))
    assert choice.currentIndex() == 1
    assert area.verticalScrollBar().value() > 0
    area.verticalScrollBar().setValue(0)
    choice.setFocus()
    QTest.wheelEvent(handle, at, QPoint(0, -120))
    assert choice.currentIndex() == 1


def test_an_icon_keeps_its_distance_from_the_words(show: Show, qapp: QApplication) -> None:
    apply(qapp, Theme(Look.LIGHT))
    made = button("Maak pakket", lambda: None, "", "package")
    show(made)
    assert made.iconSize() == icon_size()
    image = made.icon().pixmap(QSize(icon_size())).toImage()
    used = [x for x in range(image.width()) for y in range(image.height()) if image.pixelColor(x, y).alpha() > 0]
    assert image.width() - max(used) >= 5


def test_a_scroll_area_has_no_frame_and_no_ground_of_its_own(dressed: Theme, qtbot: QtBot, show: Show) -> None:
    area = scrolled(QWidget())
    area.setFixedSize(200, 100)
    ground = page("surface", column(area))
    show(ground)
    assert pixels(ground.grab().toImage(), dressed.color("surface"), area.geometry()) == 200 * 100


def test_the_text_cursor_is_two_pixels_wide_and_grows_with_the_text(qtbot: QtBot, qapp: QApplication) -> None:
    for scale in (1.0, 2.0):
        apply(qapp, Theme(Look.LIGHT, scale))
        assert qapp.style().pixelMetric(QStyle.PixelMetric.PM_TextCursorWidth) == 2 * scale
    apply(qapp, Theme(Look.LIGHT))


def test_prose_keeps_its_line_height_lets_tab_go(show: Show) -> None:
    field = ProseInput()
    field.show_value("Een regel.\nNog een.")
    show(field)
    cursor = QTextCursor(field.document())
    cursor.movePosition(QTextCursor.MoveOperation.End)
    assert cursor.blockFormat().lineHeight() == pytest.approx(line_height("prose"))
    assert field.tabChangesFocus()


FORBIDDEN = {
    r"\bQFormLayout\b": "a long label takes the whole width and never wraps: FieldGrid",
    r"\bQPlainTextEdit\b": "it ignores the line height: ProseInput",
    r"\bQ(Double)?SpinBox\b": "the wheel changes it, its arrows are small: LineInput",
    r"\bQComboBox\(": "the wheel changes it: Choice",
    r"\bQ(Message|Input|Color|Font)(Box|Dialog)\b": "a dialog that stops the room: Panel",
}


@pytest.mark.parametrize("pattern", FORBIDDEN, ids=str)
def test_nothing_that_fusion_does_badly_is_used(pattern: str) -> None:
    found = [path.name for path in SOURCES if re.search(pattern, path.read_text(encoding="utf-8"))]
    assert found == [], FORBIDDEN[pattern]


ON_PHOTOGRAPHS = {"picture_stage.py"}
"""What is painted over a photograph has to be seen on colours that no theme knows."""


def test_no_widget_has_a_style_of_its_own() -> None:
    style = re.compile(
        r"setStyleSheet\(|QColor\(\s*[\"'\d#]|Qt\.GlobalColor\.(?!transparent)|QFont\(\s*[\"']|setPointSize"
    )
    own = {path.name for path in SOURCES if path.parent.name != "theme" and style.search(path.read_text("utf-8"))}
    assert own <= ON_PHOTOGRAPHS


def test_a_table_has_no_grid(qtbot: QtBot) -> None:
    for path in SOURCES:
        source = path.read_text(encoding="utf-8")
        if path.parent.name != "theme" and re.search(r"QTable(View|Widget)\b(\(|\):)", source):
            beside = "".join(each.read_text(encoding="utf-8") for each in path.parent.glob("*.py"))
            assert "setShowGrid(False)" in beside, path
            assert "setHighlightSections(False)" in beside, path


def test_a_drop_down_has_no_frame_rectangle_inside(dressed: Theme, qtbot: QtBot, show: Show) -> None:
    choice = Choice()
    choice.addItems(["buurt"])
    other = LineInput()
    holder = show(choice, other)
    choice.setFocus()
    qtbot.wait(1)
    inner = choice.geometry().adjusted(3, 3, -3, -3)
    assert isinstance(choice, QComboBox)
    assert pixels(holder.grab().toImage(), dressed.color("focus"), inner) == 0
    assert not holder.findChildren(QPushButton)


def test_a_menu_has_a_line_between_its_groups_that_one_sees(dressed: Theme, show: Show) -> None:
    menu = QMenu(show())
    for name in ("Knippen", "", "Alles selecteren"):
        menu.addAction(name).setSeparator(not name)
    menu.resize(menu.sizeHint())
    between = menu.actionGeometry(menu.actions()[1])
    assert pixels(menu.grab().toImage(), dressed.color("line"), between) > between.width() / 2
