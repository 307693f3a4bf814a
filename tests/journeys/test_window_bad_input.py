"""What bad input gets: it is understood or said under the field, nothing is lost, and the window never stops."""

from collections.abc import Callable
from functools import partial
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QTextEdit, QWidget

from tests.journeys.keyboard import Keyboard, here, strike
from tests.ui.room import PATIENCE, START, Room
from tests.ui.watchdog import MOST, quickest
from werkboek_desktop.domain.view import Status
from werkboek_desktop.ui.forms.field_row import FieldRow
from werkboek_desktop.ui.forms.items import ItemList

CHIPS = 500


@pytest.fixture
def hands(room: Room) -> Keyboard:
    """At the first field of the case, on its second tab."""
    made = Keyboard(room)
    made.press("Ctrl+Shift+L")
    made.press("Return")
    made.press("Ctrl+PgDown")
    return made


def said(room: Room, field: str) -> str:
    """What stands under a field."""
    rows = (row for row in room.page().findChildren(FieldRow) if row.field.key == field and row.isVisible())
    return next(rows).advice()


def test_what_is_no_date_waits_under_its_field_until_it_is_one(room: Room, hands: Keyboard) -> None:
    hands.to("Peildatum")
    hands.write("ergens in mei")
    assert "geen datum" in said(room, "as_of")
    assert room.value("as_of") is None
    hands.press("Ctrl+Shift+L")
    hands.press("Return")
    hands.to("Peildatum")
    hands.press("Ctrl+A")
    hands.write("26 mei 2021")
    assert said(room, "as_of") == ""
    assert room.value("as_of") == "2021-05-26"


def test_of_a_day_that_is_not_in_its_month_is_said_how_long_that_is(room: Room, hands: Keyboard) -> None:
    hands.to("Peildatum")
    hands.write("31 feb 2021")
    assert "31 februari 2021 bestaat niet: die maand heeft 28 dagen" in said(room, "as_of")
    assert room.value("as_of") is None
    hands.press("Shift+Tab")
    line = here()
    assert isinstance(line, QLineEdit)
    assert line.text() == "31 feb 2021"


def test_a_merged_municipality_says_where_it_went(room: Room, hands: Keyboard) -> None:
    hands.to("Gemeente(n)")
    hands.enter("Weesp")
    hands.press("Tab")
    assert "Amsterdam" in said(room, "municipalities")
    assert "Meerdrecht" in str(room.value("municipalities"))
    hands.press("Shift+Tab")
    hands.to("Maak er Amsterdam van")
    hands.press("Space")
    assert room.value("municipalities") == ("GM0363", "Meerdrecht")


def test_a_number_with_dots_and_commas_is_understood(room: Room, hands: Keyboard) -> None:
    numbers = {"€ 1.250.000,50": "1250000.5", "12,5": "12.5", "78.000": "78000", "1.000,50": "1000.5"}
    for typed, value in numbers.items():
        hands.to("Kosten", keys="Tab" if typed.startswith("€") else "Shift+Tab")
        hands.press("Ctrl+A")
        hands.write(typed)
        assert room.value("costs") == value


def test_a_number_as_the_english_write_it_asks_what_is_meant_and_writes_nothing(room: Room, hands: Keyboard) -> None:
    hands.to("Kosten")
    hands.press("Ctrl+A")
    hands.write("1,000.50")
    assert "bedoel je 1.000,50?" in said(room, "costs")
    assert room.value("costs") == "78000"
    hands.to("Kosten", keys="Shift+Tab")
    hands.press("Ctrl+A")
    hands.write("1.000,50")
    assert said(room, "costs") == ""
    assert room.value("costs") == "1000.5"


def test_five_hundred_chips_are_pasted_without_waiting(room: Room, hands: Keyboard) -> None:
    hands.to("Juridische grondslag")
    names = [f"Grondslag {number:03}" for number in range(CHIPS)]
    QGuiApplication.clipboard().setText("; ".join(names))
    hands.press("Ctrl+V")
    hands.press("Tab")
    assert room.value("legal_basis") == tuple(names)

    def taken_back() -> None:
        hands.press("Ctrl+Z")
        room.settle()
        assert not room.value("legal_basis")
        hands.to("Juridische grondslag")

    act = partial(hands.press, "Ctrl+V")
    assert quickest(act, taken_back) <= MOST


def on_its_side(folder: Path) -> Path:
    exif = Image.Exif()
    exif[0x0112] = 6
    path = folder / "liggend.jpg"
    Image.new("RGB", (300, 200), "white").save(path, exif=exif)
    return path


def test_of_a_bomb_is_said_why_not_and_a_photo_on_its_side_stands_upright(room: Room, hands: Keyboard) -> None:
    bomb = room.folder / "bom.png"
    Image.new("1", (8_000, 6_000)).save(bomb)
    hands.press("Ctrl+PgDown", 3)
    hands.to("Beelden")
    hands.press("Return")
    paste(bomb)
    room.qtbot.waitUntil(lambda: "40 megapixels is het meeste" in said(room, "file"), timeout=PATIENCE)
    assert not images(room)
    paste(on_its_side(room.folder))
    room.qtbot.waitUntil(lambda: len(images(room)) == 1, timeout=PATIENCE)
    assert said(room, "file") == ""
    content = room.workspace.attachment(images(room)[0])
    assert content
    assert Image.open(BytesIO(content)).size == (200, 300)


def images(room: Room) -> list[str]:
    """The photos that were taken in."""
    found = (view.value("file") for view in room.workspace.owned(room.case, "image"))
    return [str(each) for each in found if each is not None]


def paste(path: Path) -> None:
    """Copied in the file manager, and Ctrl+V."""
    copied = QMimeData()
    copied.setUrls([QUrl.fromLocalFile(str(path))])
    QGuiApplication.clipboard().setMimeData(copied)
    QTest.keyClick(here(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QGuiApplication.clipboard().clear()


def test_an_item_that_is_dropped_in_itself_stays_where_it_is(room: Room, hands: Keyboard) -> None:
    hands.press("Ctrl+PgDown")
    items = next(found for found in room.page().findChildren(ItemList) if found.kind.key == "measure")
    view = items.table
    at = QPoint(60, view.rowViewportPosition(0) + view.rowHeight(0) // 2)
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    for point in (at + QPoint(0, 60), at):
        QTest.mouseMove(view.viewport(), point)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    hands.settle()
    assert [each.value("measure") for each in room.workspace.owned(room.case, "measure")] == ["Sluiting", "Werkplek"]
    assert "niet onder zichzelf" in items.editing.telling.note.words()


def test_two_windows_on_one_field_lose_no_words(room: Room, hands: Keyboard) -> None:
    hands.to("Pakkende ondertitel")
    hands.type("Van deur")
    hands.press("Ctrl+Shift+N")
    other = room.desk.offices[-1]
    room.qtbot.waitUntil(to_front(other.window), timeout=PATIENCE)
    page = other.window.records.current_page()
    assert page
    page.reveal(room.case, "subtitle")
    here_now = here()
    assert here_now.window() is other.window
    QTest.keyClick(here_now, Qt.Key.Key_End)
    for letter in " naar werk":
        strike(letter)
    room.qtbot.waitUntil(to_front(room.window), timeout=PATIENCE)
    hands.settle()
    assert room.value("subtitle") == "Van deur naar werk"
    view = room.workspace.record(room.case).fields["subtitle"]
    assert (view.status, len(view.heads)) == (Status.SETTLED, 1)
    other.window.close()


def to_front(window: QWidget) -> Callable[[], bool]:
    """Alt+Tab, as far as a screen without a window manager has it."""

    def is_in_front() -> bool:
        window.activateWindow()
        return window.isActiveWindow()

    return is_in_front


def test_a_bundle_that_comes_in_while_one_types_takes_no_words(room: Room, hands: Keyboard) -> None:
    hands.press("Ctrl+PgUp")
    bundle = room.from_yusuf(summary=START.replace("Niemand deed open.", "Eén deur ging open."))
    hands.to("In het kort")
    hands.press("Ctrl+End")
    hands.type(" Tot")
    room.workspace.import_([bundle])
    hands.type(" mei.")
    text = here()
    assert isinstance(text, QTextEdit)
    assert text.toPlainText().endswith("stil. Tot mei.")
    hands.press("Tab")
    value = str(room.value("summary"))
    assert "Eén deur ging open." in value
    assert value.endswith("stil. Tot mei.")
    assert room.workspace.record(room.case).fields["summary"].status in {Status.SETTLED, Status.MERGED}
