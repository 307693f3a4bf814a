"""The page of the whole book: what is in sight is there, what one writes in stays, and where one was is found again."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.ui.room import PATIENCE, START, Room
from tests.ui.watchdog import spend_turn
from werkboek_desktop.domain.readthrough import Part, Passage
from werkboek_desktop.domain.view import Status
from werkboek_desktop.ui.notice import Notice
from werkboek_desktop.ui.pages.conflict.page import ConflictPage
from werkboek_desktop.ui.pages.readthrough import sheet as sheets
from werkboek_desktop.ui.pages.readthrough.page import ReadingPage
from werkboek_desktop.ui.pages.readthrough.sheet import NOWHERE, Scale, Sheet, Wanted, sheet
from werkboek_desktop.ui.pages.readthrough.text_row import TextRow
from werkboek_desktop.ui.prose.marks import Layer
from werkboek_desktop.ui.shell.places import READING
from werkboek_desktop.ui.theme.look import theme

CASES = 9
LONG = "\n".join([START * 4] * 3)
SCALE = Scale(width=600, letter=8, line=28, around=60, heading=90)


def read(room: Room) -> ReadingPage:
    room.office.navigation.read_through()
    page = room.office.navigation.page(READING)
    assert isinstance(page, ReadingPage)
    settle(room)
    return page


def settle(room: Room) -> None:
    room.settle()
    room.qtbot.wait(1)
    room.settle()


def many(room: Room) -> list[str]:
    fields = {"summary": START, "context": LONG, "approach": LONG}
    return [
        str(room.workspace.create_record("case", None, {"title": f"Wijk {number}", **fields}).record)
        for number in range(CASES)
    ]


def row(page: ReadingPage, record: str, field: str) -> TextRow:
    (found,) = [each for each in page.column.rows() if (each.passage.record, each.passage.field) == (record, field)]
    return found


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_words_stand_below_the_name_of_their_text_and_away_from_the_ring_round_it(
    tmp_path: Path, qtbot: QtBot, scale: float
) -> None:
    room = Room(tmp_path, qtbot, scale=scale)
    room.window.resize(1280, 720)
    text = row(read(room), room.case, "summary")
    name = next(each for each in text.findChildren(QLabel) if each.text() == "In het kort")
    caret = QTextCursor(text.input.document())
    words = text.input.viewport().mapTo(text, text.input.cursorRect(caret).topLeft())
    assert abs(words.x() - name.mapTo(text, QPoint(0, 0)).x()) <= 1
    ring = text.input.mapTo(text, QPoint(0, 0))
    assert words.x() - ring.x() == pytest.approx(theme().space(16), abs=1)
    room.close()


def test_what_one_writes_in_stays_wherever_one_scrolls_and_few_texts_are_there(room: Room) -> None:
    cases = many(room)
    page = read(room)
    page.step(2)
    settle(room)
    assert page.at() == (cases[0], "summary")
    first = row(page, cases[0], "summary")
    room.qtbot.keyClicks(first.input, "Nieuw. ")
    bar = page.column.bar
    most = 0
    while bar.value() < bar.maximum():
        bar.setValue(bar.value() + page.column.area.viewport().height())
        settle(room)
        most = max(most, len(page.column.rows()))
    assert row(page, cases[0], "summary") is first
    assert most <= 30
    assert room.workspace.record(cases[0]).value("summary") == START
    page.leave()
    assert str(room.workspace.record(cases[0]).value("summary")).startswith("Nieuw. ")
    shown = page.column.sheet
    assert shown
    assert [each.y() for each in page.column.rows()] == [
        shown.tops[shown.places[each.passage.record, each.passage.field, 0]] for each in page.column.rows()
    ]


def test_what_becomes_higher_above_moves_nothing_that_one_looks_at(room: Room) -> None:
    cases = many(room)
    page = read(room)
    shown = page.column.sheet
    assert shown
    page.column.bring(shown.places[cases[0], "context", 0])
    page.column.bar.setValue(page.column.bar.value() + 7)
    settle(room)
    seen = row(page, cases[0], "context")
    place, at = seen.mapTo(page, QPoint(0, 0)), page.column.bar.value()
    room.workspace.set_field(cases[0], "summary", LONG)
    room.qtbot.waitUntil(lambda: page.column.bar.value() > at, timeout=PATIENCE)
    settle(room)
    assert seen.mapTo(page, QPoint(0, 0)) == place
    assert page.column.place() == ((cases[0], "context", 0), 7)


def test_tab_goes_through_texts_that_are_not_made_yet(room: Room) -> None:
    cases = many(room)
    page = read(room)
    shown = page.column.sheet
    assert shown
    first = shown.places[cases[8], "summary", 0]
    before = next(at for at in range(first - 1, 0, -1) if shown.passage_at(at))
    page.column.bring(first)
    page.column.enter(first)
    settle(room)
    page.column.bar.setValue(0)
    settle(room)
    room.qtbot.waitUntil(lambda: page.column.row_at(before) is None, timeout=PATIENCE)
    assert page.column.focusNextPrevChild(False)
    assert page.at() == shown.keys[before][:2]
    settle(room)
    page.column.bar.setValue(0)
    settle(room)
    assert page.column.focusNextPrevChild(True)
    assert page.at() == (cases[8], "summary")


@pytest.mark.parametrize(("scale", "reached"), [(1.0, "Status"), (2.0, "Inhoud")])
def test_where_nothing_is_to_be_read_the_keyboard_is_at_what_leads_to_texts(
    tmp_path: Path, qtbot: QtBot, scale: float, reached: str
) -> None:
    room = Room(tmp_path, qtbot, scale=scale)
    room.window.resize(1280, 720)
    page = read(room)
    room.desk.session.told.emit(Notice("Iets verwijderd.", "Ongedaan maken", lambda: None))
    page.choices.status.setCurrentText("Gepubliceerd")

    def stands() -> str:
        settle(room)
        found = QApplication.focusWidget()
        assert found
        return found.accessibleName() or str(found.property("text"))

    assert page.column.isAncestorOf(QApplication.focusWidget() or page)
    page.choices.changed.emit()
    room.qtbot.waitUntil(page.empty.isVisible, timeout=PATIENCE)
    assert stands() == reached
    room.office.navigation.to_record(room.case, "summary")
    settle(room)
    page = read(room)
    assert stands() == reached
    page._to_outline()
    assert stands() == "Status"
    room.close()


def test_where_one_reads_is_found_again_the_next_time(room: Room) -> None:
    cases = many(room)
    read(room).step(3)
    settle(room)
    room.restart()
    page = read(room)
    assert page.at() == (cases[1], "summary")
    assert page.column.place() == ((cases[1], "", 0), 0)


def test_another_choice_begins_at_its_beginning(room: Room) -> None:
    many(room)
    page = read(room)
    page.column.bar.setValue(page.column.bar.maximum())
    settle(room)
    page.choices.status.setCurrentText("Redactie")
    page.choices.changed.emit()
    settle(room)
    assert page.column.bar.maximum() > 0
    assert page.column.bar.value() == 0


def test_that_there_is_nothing_to_read_is_said_once(room: Room) -> None:
    page = read(room)
    page.choices.status.setCurrentText("Gepubliceerd")
    page.choices.changed.emit()
    settle(room)
    assert page.empty.isVisible()
    assert page.where.isHidden()
    assert not page.form_button.isEnabled()


def test_two_versions_lead_to_the_choice_and_a_status_chooses_cases(room: Room) -> None:
    cases = many(room)
    room.workspace.set_field(room.case, "summary", START.replace("aan", "op"))
    room.workspace.import_([room.from_yusuf(summary=START.replace("aan", "bij"))])
    page = read(room)
    page.choices.status.setCurrentText("Redactie")
    page.choices.changed.emit()
    settle(room)
    assert page.column.sheet
    assert [part.record for part in page.column.sheet.parts] == [room.case]
    assert (cases[0], "summary", 0) not in page.column.sheet.places
    disputed = row(page, room.case, "summary")
    assert disputed.input.isHidden() or disputed.editor.isHidden()
    disputed.choose.emit(room.case, "summary")
    assert isinstance(room.office.navigation.current(), ConflictPage)


def test_who_only_reads_changes_nothing_and_sees_nothing_empty(room: Room) -> None:
    page = read(room)
    page.choices.only_read.setChecked(True)
    settle(room)
    page.step(1)
    settle(room)
    text = row(page, room.case, "summary")
    assert [each.passage.field for each in page.column.rows()] == ["summary"]
    QGuiApplication.clipboard().setText("Ook  weg.")
    room.qtbot.keyClicks(text.input, "Weg. ")
    text.input.pasting.paste_bare()
    page.leave()
    assert room.value("summary") == START
    assert text.value() == START


def test_words_are_found_from_where_one_is_round_and_round(room: Room) -> None:
    many(room)
    page = read(room)
    page.seek.field.setText("niemand")
    room.qtbot.waitUntil(lambda: "gevonden" in page.seek.said.text(), timeout=PATIENCE)
    page.seek.step(1)
    settle(room)
    focus = page.column.row_at(page.column.in_sight())
    assert focus
    assert focus.input.textCursor().selectedText().lower() == "niemand"
    assert page.seek.said.text().startswith("1 van ")
    page.seek.step(-1)
    settle(room)
    total = page.seek.said.text().removeprefix("1").split(" van ")
    assert total[0] == total[1]


def test_a_sentence_is_remarked_on_and_its_writer_asked_for_where_one_reads(room: Room) -> None:
    page = read(room)
    page.step(1)
    settle(room)
    text = row(page, room.case, "summary")
    room.office.remarks.ask()
    panel = room.office.remarks.panel
    assert panel.record == room.case
    room.qtbot.keyClicks(panel.input, "Wie?")
    panel.place()
    settle(room)
    room.qtbot.waitUntil(lambda: bool(text.input.marks(Layer.COMMENT)), timeout=PATIENCE)
    assert [text.input.toPlainText()[mark.start : mark.end] for mark in text.input.marks(Layer.COMMENT)] == [
        "Wij belden aan."
    ]
    text.input.setFocus()
    room.office.tracing.who_wrote()
    room.settle()
    assert "Marit de Wit" in room.office.notices.shown()[-1].text


def test_who_chooses_less_of_the_book_has_only_what_is_in_sight_made(room: Room) -> None:
    many(room)
    page = read(room)
    page.column.bar.setValue(page.column.bar.maximum())
    settle(room)
    whole = page.column.sheet
    assert whole
    page.column.show_sheet(sheet(whole.parts[: len(whole.parts) // 2], Wanted(), page.column.scale()))
    bar, height = page.column.bar, page.column.area.viewport().height()
    assert bar.value() == 0
    assert page.column.rows()
    assert all(text.y() < height for text in page.column.rows())


def test_who_closed_that_there_is_too_much_is_not_told_so_again(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "HIGHEST", 2_000)
    cases = many(room)
    page = read(room)
    before = page.column.sheet
    assert page.panel.isVisible()
    page.panel.hide()
    room.workspace.set_field(cases[0], "summary", LONG)
    room.qtbot.waitUntil(lambda: page.column.sheet is not before, timeout=PATIENCE)
    assert not page.panel.isVisible()


def test_what_is_near_is_made_in_a_turn_that_has_room_for_it(room: Room) -> None:
    many(room)
    page = read(room)
    spend_turn()  # else what is near is made at once where the computer is quick
    page.column.bar.setValue(page.column.bar.maximum() // 2)
    there = page.column.rows()
    page.column._make()
    assert page.column.rows() == there
    room.qtbot.waitUntil(lambda: len(page.column.rows()) > len(there), timeout=PATIENCE)


def test_a_sheet_estimates_until_it_learns() -> None:
    passages = (Passage("a", "summary", "In het kort", "x" * 750), Passage("a", "context", "Wijk", ""))
    shown = Sheet([Part("a", "case", "A", 1, passages=passages)], SCALE)
    assert shown.heights == [90, 10 * 28 + 60, 28 + 60]
    assert shown.tops == [0, 90, 430, 518]
    assert [shown.at(y) for y in (-5, 0, 89, 90, 429, 430, 9_999)] == [0, 0, 0, 1, 1, 2, 2]
    assert [shown.passage_at(at) for at in range(3)] == [None, *passages]
    shown.learn({("a", "summary", 0): 200, ("b", "summary", 0): 7})
    assert shown.tops == [0, 90, 290, 378]
    assert not shown.is_cut
    conflict = Passage("a", "summary", "In het kort", "", Status.CONFLICT)
    assert Sheet([Part("a", "case", "A", 1, passages=(conflict,))], SCALE).heights == [90, 88]


def test_where_one_is_in_less_of_the_book_is_there_or_behind_it() -> None:
    def part(record: str, *fields: str) -> Part:
        return Part(record, "case", record, 1, passages=tuple(Passage(record, each, each, "") for each in fields))

    one, two, three = (part(record, "summary", "context", "approach") for record in "abc")
    whole = Sheet([one, two, three], SCALE)
    for less, key, found in (
        ([one, three], ("a", "context", 0), ("a", "context", 0)),
        ([part("a", "approach"), three], ("a", "context", 0), ("a", "approach", 0)),
        ([part("a", "summary"), three], ("a", "context", 0), ("c", "", 0)),
        ([one, three], ("b", "context", 0), ("c", "", 0)),
        ([one], ("b", "context", 0), ("a", "", 0)),
        ([one], ("x", "context", 0), ("a", "", 0)),
        ([], ("b", "context", 0), ("b", "context", 0)),
    ):
        assert whole.found_in(Sheet(less, SCALE), key) == found
    assert Sheet([], SCALE).found_in(whole, NOWHERE) == ("a", "", 0)
