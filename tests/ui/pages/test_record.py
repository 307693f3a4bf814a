"""The page of one record: head, status, what is missing, and the first questions of a new case."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QPushButton

from tests.ui.room import Room
from tests.ui.watchdog import spend_turn
from werkboek_desktop.ui.forms.field_row import FieldRow
from werkboek_desktop.ui.pages.steps import StatusCard
from werkboek_desktop.ui.prose.input import ProseInput
from werkboek_desktop.ui.shell.rail import SETTINGS
from werkboek_desktop.ui.widgets.gaps import Sentence
from werkboek_desktop.ui.widgets.sight import Sight
from werkboek_desktop.workspace import Workspace


@pytest.fixture
def room(room: Room) -> Room:
    room.window.resize(1280, 720)
    return room


def card(room: Room) -> StatusCard:
    room.page().head.status_button.click()
    steps = room.page().steps
    assert steps
    assert steps.isVisible()
    return steps


def test_who_stands_in_a_text_stays_there_when_something_else_changes(room: Room) -> None:
    row = room.row("summary")
    room.qtbot.keyClick(row.editor.focusProxy(), Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    room.workspace.edit(room.case, "inhabitants", 4210, ())
    room.settle()
    room.qtbot.keyClicks(row.editor.focusProxy(), " Tot mei.")
    assert str(row.value()).endswith("De straat bleef stil. Tot mei.")


def test_of_the_next_record_one_sees_the_field_that_one_was_in(room: Room) -> None:
    long = "\n\n".join(["Wij belden aan, en niemand deed open."] * 12)
    made = room.workspace.create_record("case", None, {"title": "De Zuidwal", "summary": long, "balance": long})
    room.settle()
    row = room.row("balance")
    above = next(each for each in room.page().findChildren(FieldRow) if each.field.key == "summary")
    room.office.navigation.step(1)
    assert room.page().record == made.record
    room.qtbot.waitUntil(lambda: above.height() > 500 and 0 <= row.mapTo(room.page().form, QPoint(0, 0)).y() < 100)
    room.leave()
    room.office.navigation.step(-1)
    room.qtbot.waitUntil(lambda: not room.row("summary").visibleRegion().isEmpty())


def test_the_page_follows_the_caret_through_a_text_that_is_higher_than_the_screen(room: Room) -> None:
    room.workspace.edit(room.case, "balance", "\n\n".join(["Wij belden aan, en niemand deed open."] * 30), ())
    row = room.row("balance")
    sights = room.page().form.findChildren(Sight)
    room.qtbot.waitUntil(lambda: not any(sight.holds() for sight in sights))
    room.settle()  # what stands beside the text makes it narrower
    text = row.editor.focusProxy()
    assert isinstance(text, ProseInput)
    for key in (Qt.Key.Key_End, Qt.Key.Key_Home):
        room.qtbot.keyClick(text, key, Qt.KeyboardModifier.ControlModifier)
        room.qtbot.waitUntil(lambda: text.viewport().visibleRegion().contains(text.cursorRect().center()))


def test_the_head_says_how_far_a_case_is_and_where_it_is_about(room: Room) -> None:
    room.workspace.edit(room.case, "inhabitants", 4210, ())
    room.settle()
    room.qtbot.waitUntil(room.page().head._progress.isVisible)
    assert room.page().head.status_button.accessibleName() == "Status: redactie"
    assert room.page().head._place.accessibleName() == "Meerdrecht · 4.210 inwoners"
    assert room.page().head._dots.accessibleName() == "1 van 12 onderdelen"


def test_a_status_goes_on_though_something_is_missing(room: Room) -> None:
    steps = card(room)
    focus = QApplication.focusWidget()
    assert isinstance(focus, QPushButton)
    assert focus.text() == "Naar ‘ligt bij gemeente’"
    assert steps.findChildren(Sentence)
    room.qtbot.keyClick(focus, Qt.Key.Key_Space)
    room.settle()
    assert room.value("status") == "with_municipality"
    assert not steps.isVisible()


def test_a_step_back_asks_why_below_the_field_and_is_one_step_with_its_reason(room: Room) -> None:
    steps = card(room)
    steps.choice.setFocus()
    room.qtbot.keyClicks(steps.choice, "con")
    assert (steps.choice.currentData(), room.value("status")) == ("concept", "editing")
    assert QApplication.focusWidget() is steps.choice
    assert steps.take_button.text() == "Zet op ‘concept’"
    room.qtbot.keyClick(steps.take_button, Qt.Key.Key_Space)
    assert QApplication.focusWidget() is steps.reason
    assert (room.value("status"), steps._advice.isVisible()) == ("editing", True)
    room.qtbot.keyClicks(steps.reason, "Het interview moet over.")
    room.qtbot.keyClick(steps.reason, Qt.Key.Key_Return)
    assert (room.value("status"), room.value("status_reason")) == ("concept", "Het interview moet over.")
    room.workspace.undo()
    assert (room.value("status"), room.value("status_reason")) == ("editing", None)


def test_what_is_missing_leads_to_the_field_and_to_the_list(room: Room) -> None:
    card(room)
    sentences = {each.text(): each for each in room.page().findChildren(Sentence)}
    sentences["‘Schaal’ is nog leeg."].click()
    focus = QApplication.focusWidget()
    assert focus
    assert focus.accessibleName() == "Schaal"
    sentences["Er is nog geen partner met de rol trekker."].click()
    focus = QApplication.focusWidget()
    assert focus
    assert focus.accessibleName() == "Partners"


def test_a_status_with_two_versions_is_chosen_and_not_stepped_over(room: Room) -> None:
    out = room.from_yusuf(status="concept")
    view = room.workspace.record(room.case).fields["status"]
    room.workspace.edit(room.case, "status", "with_municipality", view.heads)
    room.workspace.import_([out])
    room.settle()
    assert room.page().head.status_button.accessibleName() == "Status: 2 versies"
    asked: list[tuple[str, str]] = []
    room.page().choose.connect(lambda record, field: asked.append((record, field)))
    room.page().head.status_button.click()
    assert asked == [(room.case, "status")]


def test_a_new_case_asks_nine_things_first_and_the_rest_when_asked(room: Room) -> None:
    room.qtbot.keyClick(room.window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    form = room.page().form
    form.enter()
    room.settle()
    rows = [row for row in form.findChildren(FieldRow) if row.isVisible()]
    assert [row.field.key for row in rows] == [
        *("title", "municipalities", "summary", "context", "approach", "partnership", "ideas")
    ]
    assert not form.tab_bar.isVisible()
    more = next(each for each in form.findChildren(QPushButton) if each.text() == "Aanvullen")
    more.click()
    room.settle()
    assert form.tab_bar.isVisible()
    assert form.tab_bar.tabText(0) == "Tekst"


def test_the_keyboard_is_in_the_first_field_before_the_rest_of_a_form_is_filled(room: Room) -> None:
    day = str(room.workspace.create_record("masterclass", None, {"title": "Een dag"}).record)
    room.settle()
    spend_turn()
    room.window.show_records("masterclass", day)
    room.page().enter()
    rows = room.page().form.rows()
    focus = QApplication.focusWidget()
    assert focus
    assert rows[0].isAncestorOf(focus)
    assert rows[-1].record is None
    room.office.navigation.go(SETTINGS)
    room.settle()
    assert rows[-1].record is None, "what nobody sees waits, also for a window that closes"
    room.office.navigation.go("masterclass")
    room.settle()
    assert all(row.record == day for row in room.page().form.rows())


def test_a_case_of_which_more_is_known_shows_all_of_it(room: Room) -> None:
    assert room.page().form.tab_bar.isVisible()


def test_going_to_a_field_that_is_not_among_the_first_questions_shows_all(room: Room) -> None:
    made = str(room.workspace.create_record("case", None, {"title": "Nieuw"}).record)
    room.window.show_records("case", made)
    assert not room.page().form.tab_bar.isVisible()
    room.page().reveal(made, "scale")
    assert room.page().form.tab_bar.isVisible()
    focus = QApplication.focusWidget()
    assert focus
    assert focus.accessibleName() == "Schaal"


def test_room_that_is_over_goes_to_the_side_and_never_to_longer_lines(room: Room) -> None:
    room.page().reveal(room.case, "summary")
    room.window.resize(1280, 720)
    room.settle()
    narrow = room.page().side.width()
    room.window.resize(1920, 1080)
    room.settle()
    assert room.page().side.width() > narrow
    row = room.row("summary")
    assert row.width() <= 640


def test_what_is_typed_when_another_record_is_shown_stays_with_its_own(room: Room) -> None:
    other = str(room.workspace.create_record("case", None, {"title": "Achter de voordeur", "scale": "wijk"}).record)
    room.settle()
    room.type("summary", " Wij kwamen terug.")
    room.window.show_records("case", other)
    room.settle()
    assert str(room.value("summary")).endswith("Wij kwamen terug.")
    assert room.workspace.record(other).value("summary") is None
    with Workspace.open(room.file, room.marit, read_only=True) as again:
        assert str(again.record(room.case).value("summary")).endswith("Wij kwamen terug.")
