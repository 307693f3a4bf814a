"""What is typed on the page of two versions is kept, and decides nothing until it is used."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.journeys.keyboard import Keyboard
from tests.ui.room import PATIENCE, START, Room
from werkboek_desktop.domain.values import Value
from werkboek_desktop.domain.view import Status
from werkboek_desktop.ui.forms.editor import LineEditor, ProseEditor
from werkboek_desktop.ui.forms.history import HistoryView
from werkboek_desktop.ui.notice import Notice
from werkboek_desktop.ui.pages.today import TodayPage
from werkboek_desktop.ui.shell.rail import TODAY
from werkboek_desktop.workspace import Workspace

UNDISPUTED = "Wij belden aan. De straat bleef stil."


@pytest.fixture
def torn(tmp_path: Path, qtbot: QtBot) -> Iterator[Room]:
    """Marit's window, with two versions of the summary and of the costs."""
    room = Room(tmp_path, qtbot)
    bundle = room.from_yusuf(summary=START.replace("Niemand deed open.", "Eén deur ging open."), costs="92500")
    with Workspace.open(room.file, room.marit, author="Marit de Wit") as beside:
        beside.set_field(room.case, "summary", START.replace("Niemand deed open.", "De deur bleef dicht."))
        beside.set_field(room.case, "costs", "85000")
    room.workspace.import_([bundle])
    room.settle()
    yield room
    room.window.close()


def own(room: Room, field: str) -> LineEditor | ProseEditor:
    room.office.settling.choose(room.case, field)
    room.settle()
    page = room.office.settling.page
    return [each for each in page.findChildren(QWidget) if isinstance(each, LineEditor | ProseEditor)][-1]


def type_in(room: Room, field: str, text: str) -> None:
    editor = own(room, field)
    room.qtbot.keyClicks(editor.input, text)


def drafts(room: Room) -> list[Value]:
    return [kept.value for kept in room.workspace.drafts()]


def status(room: Room, field: str) -> Status:
    return room.workspace.record(room.case).fields[field].status


def words_on(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def test_a_window_that_dies_keeps_the_text_and_the_next_one_shows_it(torn: Room, tmp_path: Path, qtbot: QtBot) -> None:
    changes = len(torn.workspace.history(torn.case, "summary"))
    type_in(torn, "summary", " Half af")
    qtbot.waitUntil(lambda: bool(torn.workspace.drafts()), timeout=PATIENCE)
    dead = tmp_path / "dead.werkboek"
    for suffix in ("", "-wal"):
        shutil.copy(f"{torn.file}{suffix}", f"{dead}{suffix}")
    torn.window.close()
    torn.file = dead
    torn.restart()
    assert own(torn, "summary").read().value == f"{UNDISPUTED} Half af"
    assert "Teruggehaalde tekst" in words_on(torn.office.settling.page)
    assert status(torn, "summary") is Status.CONFLICT
    assert len(torn.workspace.history(torn.case, "summary")) == changes


@pytest.mark.parametrize(
    ("field", "typed", "kept"), [("summary", " Half af", f"{UNDISPUTED} Half af"), ("costs", "9", "9")]
)
def test_closing_the_window_chooses_nothing_and_keeps_what_was_typed(
    torn: Room, field: str, typed: str, kept: str
) -> None:
    type_in(torn, field, typed)
    torn.restart()
    assert own(torn, field).read().value == kept
    assert status(torn, field) is Status.CONFLICT


def test_using_the_text_settles_it_and_leaves_no_draft(torn: Room) -> None:
    type_in(torn, "summary", " Half af")
    torn.office.navigation.go("case")
    assert drafts(torn) == [f"{UNDISPUTED} Half af"]
    type_in(torn, "summary", " en nu heel.")
    torn.office.settling.page.use()
    assert torn.value("summary") == f"{UNDISPUTED} Half af en nu heel."
    assert status(torn, "summary") is Status.SETTLED
    assert drafts(torn) == []


def test_after_the_last_choice_one_is_back_where_one_came_from(torn: Room) -> None:
    torn.office.navigation.go(TODAY)
    torn.settle()
    for field in ("summary", "costs"):
        own(torn, field)
        torn.office.settling.page.take(1)
        torn.office.settling.page.use()
    page = torn.office.navigation.current()
    assert isinstance(page, TodayPage)
    torn.settle()
    focus = QApplication.focusWidget()
    assert focus
    assert focus is page or page.isAncestorOf(focus)


def test_an_old_choice_is_used_on_all_versions_that_stand_there_now(torn: Room) -> None:
    type_in(torn, "costs", "91000")
    torn.office.navigation.go("case")
    torn.workspace.import_([torn.from_yusuf(costs="94000")])
    torn.restart()
    assert own(torn, "costs").read().value == "91000"
    torn.office.settling.page.use()
    assert torn.value("costs") == "91000"
    assert status(torn, "costs") is Status.SETTLED


def test_the_keys_page_comes_back_to_what_was_being_typed(torn: Room) -> None:
    type_in(torn, "summary", " Half af")
    torn.office.navigation.go("keys")
    torn.qtbot.keyClick(torn.office.navigation.page("keys"), Qt.Key.Key_Escape)
    torn.office.settling.page.use()
    assert torn.value("summary") == f"{UNDISPUTED} Half af"


def test_looking_at_two_versions_keeps_nothing(torn: Room) -> None:
    for field in ("summary", "costs"):
        own(torn, field)
        torn.office.navigation.go("case")
    assert drafts(torn) == []


def test_the_form_shows_what_was_not_used_even_when_somebody_else_has_chosen(torn: Room) -> None:
    type_in(torn, "costs", "91000")
    torn.office.navigation.go("case")
    torn.workspace.set_field(torn.case, "costs", "95000")
    torn.restart()
    row = torn.row("costs")
    torn.settle()
    assert "Teruggehaalde tekst" in words_on(row)
    assert "91.000" in words_on(row)
    row.take("91000")
    torn.settle()
    assert "Teruggehaalde tekst" not in words_on(row)
    assert torn.value("costs") == "91000"
    assert drafts(torn) == []


@pytest.mark.parametrize("field", ["summary", "costs"])
def test_what_every_version_says_goes_only_for_who_asks_twice(torn: Room, field: str) -> None:
    own(torn, field)
    page = torn.office.settling.page
    torn.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    torn.settle()
    assert status(torn, field) is Status.CONFLICT
    assert "Er is nog niets gekozen." in words_on(page)
    torn.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    torn.settle()
    assert status(torn, field) is not Status.CONFLICT
    assert torn.value(field) == (UNDISPUTED if field == "summary" else None)


def test_a_key_that_is_held_down_chooses_nothing_that_was_only_asked(torn: Room) -> None:
    text = own(torn, "summary").input
    keys = Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier, "\r"
    for is_repeated in (False, True, True):
        QTest.simulateEvent(text, True, *keys, is_repeated)
    torn.settle()
    assert "Er is nog niets gekozen." in words_on(torn.office.settling.page)
    assert status(torn, "summary") is Status.CONFLICT


def test_who_chose_is_led_to_what_was_not_chosen(torn: Room) -> None:
    told: list[Notice] = []
    torn.desk.session.told.connect(told.append)
    own(torn, "summary")
    torn.office.settling.page.take(1)
    torn.office.settling.page.use()
    torn.settle()
    said = [each for each in told if each.text.startswith("Gekozen bij ‘In het kort’.")]
    assert len(said) == 1
    assert said[0].act
    said[0].act()
    torn.settle()
    (history,) = [each for each in torn.window.findChildren(HistoryView) if each.isVisible()]
    assert "Eén deur ging open." in " ".join(str(each.value) for each in history.model.moments)


def test_who_looked_at_the_keys_meanwhile_is_back_where_the_choice_was_asked(torn: Room) -> None:
    torn.office.navigation.go(TODAY)
    torn.settle()
    for field in ("summary", "costs"):
        own(torn, field)
        torn.office.navigation.go("keys")
        torn.qtbot.keyClick(torn.office.navigation.page("keys"), Qt.Key.Key_Escape)
        torn.settle()
        torn.office.settling.page.take(1)
        torn.office.settling.page.use()
    assert isinstance(torn.office.navigation.current(), TodayPage)


def test_back_at_the_bundles_the_keyboard_is_in_their_list(torn: Room) -> None:
    hands = Keyboard(torn)
    torn.office.navigation.look_at([torn.from_yusuf(costs="94000"), torn.from_yusuf(costs="95000")])
    torn.settle()
    hands.press("Down")
    for _choice in ("summary", "costs"):
        hands.press("Ctrl+F9")
        hands.press("Alt+2")
        hands.press("Ctrl+Return")
    torn.settle()
    assert torn.office.navigation.current() is torn.office.navigation.packages
    assert torn.office.navigation.packages.rows.hasFocus()


def test_what_was_said_goes_as_soon_as_somebody_takes_a_version(torn: Room) -> None:
    own(torn, "summary")
    page = torn.office.settling.page
    page.use()
    assert page.panel.isVisible()
    torn.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert not page.panel.isVisible()
