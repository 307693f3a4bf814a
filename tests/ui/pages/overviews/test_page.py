"""The page of overviews: by keyboard, on real records."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.dressing import dress
from tests.ui.pages.overviews.conftest import Desk
from tests.ui.room import PATIENCE, Room
from werkboek_desktop.domain.overview.missing import Mark
from werkboek_desktop.domain.overview.views import View
from werkboek_desktop.domain.privacy.clearing import Ground
from werkboek_desktop.domain.workflow import Topic
from werkboek_desktop.ui.pages.overviews.balance import BalanceBoard
from werkboek_desktop.ui.pages.overviews.board import Board
from werkboek_desktop.ui.pages.overviews.missing import GapPane, MissingBoard
from werkboek_desktop.ui.shell.rail import OVERVIEWS
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.theme.tokens import Look, Theme
from werkboek_desktop.ui.widgets.panels import Picture


def test_the_page_begins_in_the_table_of_all_cases(desk: Desk) -> None:
    assert set(desk.titles()) == {"De Kolenbuurt", "Haven op slot", "=Loopjongens", "Samen de wijk in"}
    assert QApplication.focusWidget() is desk.page.board.table


def test_a_view_is_made_when_it_is_first_looked_at(desk: Desk) -> None:
    assert [type(each) for each in desk.page.findChildren(Board)] == [BalanceBoard]
    desk.look(View.MISSING)
    assert {type(each) for each in desk.page.findChildren(Board)} == {BalanceBoard, MissingBoard}
    assert desk.page.missing.isVisible()
    desk.look(View.BALANCE)
    assert desk.page.balance.isVisible()


def test_enter_in_the_balance_opens_the_measures(desk: Desk) -> None:
    desk.page.board.table.go_to(desk.cases[0])
    desk.press(Qt.Key.Key_Return)
    assert desk.room.page().record == desk.cases[0]
    assert desk.room.window.pages.currentWidget() is desk.room.window.records


def test_space_ticks_and_the_spread_follows(desk: Desk) -> None:
    desk.look(View.CHOICE)
    choice = desk.page.choice
    assert sorted(desk.titles()) == ["=Loopjongens", "Haven op slot", "Samen de wijk in"]
    choice.table.go_to(desk.cases[0])
    desk.press(Qt.Key.Key_Space)
    assert choice.wanted() == {desk.cases[0]}
    zeeland = next(tile for tile in choice.bands()[0][1] if tile.label == "Zeeland")
    assert (zeeland.chosen, zeeland.offered) == (1, 1)
    assert "Nog geen geval over ‘jonge aanwas (jongeren voor hand- en spandiensten)’." in choice.remarks()
    index = choice.model.index(choice.model.row_of(desk.cases[0]), 0)
    assert index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
    desk.press(Qt.Key.Key_Space)
    assert choice.wanted() == frozenset()


def test_a_choice_wants_a_reason_and_is_one_step(desk: Desk) -> None:
    desk.look(View.CHOICE)
    for case in desk.cases[:2]:
        desk.page.choice.table.go_to(case)
        desk.press(Qt.Key.Key_Space)
    assert not desk.page.choice.choose.isEnabled()
    desk.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget() is desk.page.choice.reason
    desk.room.qtbot.keyClicks(desk.page.choice.reason, "Spreiding.")
    desk.press(Qt.Key.Key_Return)
    workspace = desk.room.workspace
    for case in desk.cases[:2]:
        assert workspace.record(case).value("status") == "selected"
        assert workspace.record(case).value("selection_reason") == "Spreiding."
    assert workspace.record(desk.cases[2]).value("status") == "registered"
    desk.room.qtbot.waitUntil(lambda: not desk.page.choice.plan(), timeout=PATIENCE)
    assert desk.page.choice.summary() == "3 gekozen van 4"
    assert desk.page.choice.reason.text() == ""
    workspace.undo()
    assert [workspace.record(case).value("status") for case in desk.cases] == ["registered"] * 3
    assert workspace.record(desk.cases[0]).value("selection_reason") is None


def test_a_tick_survives_what_a_colleague_changes_meanwhile(desk: Desk) -> None:
    desk.look(View.CHOICE)
    desk.page.choice.table.go_to(desk.cases[0])
    desk.press(Qt.Key.Key_Space)
    workspace = desk.room.workspace
    workspace.set_field(desk.cases[1], "title", "Loopjongens")
    desk.room.qtbot.waitUntil(lambda: "Loopjongens" in desk.titles(), timeout=PATIENCE)
    assert desk.page.choice.wanted() == {desk.cases[0]}
    workspace.set_field(desk.cases[0], "status", "selected")
    desk.room.qtbot.waitUntil(lambda: not desk.page.choice.plan(), timeout=PATIENCE)
    assert desk.page.choice.wanted() == {desk.cases[0]}


def test_what_is_deleted_goes_and_comes_back(desk: Desk) -> None:
    desk.room.workspace.delete(desk.cases[0])
    desk.room.qtbot.waitUntil(lambda: "Haven op slot" not in desk.titles(), timeout=PATIENCE)
    desk.room.workspace.undelete(desk.cases[0])
    desk.room.qtbot.waitUntil(lambda: "Haven op slot" in desk.titles(), timeout=PATIENCE)


def test_what_changes_while_one_is_elsewhere_is_there_on_coming_back(desk: Desk) -> None:
    desk.room.office.navigation.go("case")
    desk.room.workspace.set_field(desk.cases[0], "title", "De haven open")
    desk.room.settle()
    desk.room.office.navigation.go(OVERVIEWS)
    desk.room.qtbot.waitUntil(lambda: "De haven open" in desk.titles(), timeout=PATIENCE)


def test_a_filter_keeps_what_has_every_word(desk: Desk) -> None:
    desk.page.board.field.setText("zeeland slot")
    desk.page.board.draw()
    assert desk.titles() == ["Haven op slot"]
    desk.page.board.field.setText("niets hiervan")
    desk.page.board.draw()
    assert desk.titles() == []
    desk.page.board.show_everything()
    assert len(desk.titles()) == 4


def test_s_sorts_by_the_column_one_is_in_both_ways_and_back(desk: Desk) -> None:
    first = desk.titles()
    desk.press(Qt.Key.Key_S)
    up = desk.titles()
    assert up == ["=Loopjongens", "De Kolenbuurt", "Haven op slot", "Samen de wijk in"]
    desk.press(Qt.Key.Key_S)
    assert desk.titles() == up[::-1]
    desk.press(Qt.Key.Key_S)
    assert desk.titles() == first


def test_a_gap_says_what_it_is_and_leads_to_its_field(desk: Desk) -> None:
    desk.look(View.MISSING)
    board = desk.page.board
    board.table.go_to(desk.cases[2], 2)
    pane = board.findChild(GapPane)
    assert pane

    def links() -> list[str]:
        return [each.accessibleName() for each in pane.findChildren(QPushButton) if each.isVisible()]

    desk.room.qtbot.waitUntil(lambda: "Vul aan: ‘In het kort’ is nog leeg." in links(), timeout=PATIENCE)
    assert isinstance(board, MissingBoard)
    entry = board.table.current()
    assert entry
    pane.show_gaps("", "", ())
    board._show_gaps()
    board.put(board.cases, {entry.id: replace(entry)})  # more became known of the case meanwhile
    board._look.stop()
    desk.room.qtbot.waitUntil(lambda: "Vul aan: ‘In het kort’ is nog leeg." in links(), timeout=PATIENCE)
    desk.press(Qt.Key.Key_Return)
    assert desk.room.page().record == desk.cases[2]


def test_with_large_text_two_gaps_stand_under_the_table_each_with_its_sign(tmp_path: Path, qtbot: QtBot) -> None:
    desk = Desk(Room(tmp_path, qtbot, scale=2.0))
    desk.room.window.resize(1280, 720)
    desk.look(View.MISSING)
    pane = desk.page.board.findChild(GapPane)
    assert pane

    def middles(kind: type[QWidget]) -> list[int]:
        return [each.mapTo(pane, each.rect().center()).y() for each in pane.findChildren(kind)]

    def is_laid_out() -> bool:
        first, second, *_others = middles(QPushButton) or (0, 0)
        return second - first >= theme().size("hit_min")

    def are_whole() -> bool:  # they are made anew once more when all of it was read
        first_two = pane.findChildren(QPushButton)[:2]
        return all(each.visibleRegion().boundingRect() == each.rect() for each in first_two)

    qtbot.waitUntil(lambda: is_laid_out() and are_whole(), timeout=PATIENCE)
    assert middles(Picture) == pytest.approx(middles(QPushButton), abs=1)
    dress(Theme(Look.LIGHT))


def test_what_is_in_sight_is_read_for_the_privacy_check_and_no_row_moves(desk: Desk) -> None:
    workspace, case = desk.room.workspace, desk.cases[0]
    workspace.set_field(case, "context", "De buurman belde 06-12345678.")
    desk.look(View.MISSING)
    board, before = desk.page.missing, desk.titles()

    def marks() -> dict[str, Mark]:
        return {entry.id: entry.cells[Topic.PRIVACY].mark for entry in board.model.rows}

    desk.room.qtbot.waitUntil(lambda: Mark.UNREAD not in marks().values(), timeout=PATIENCE)
    assert marks()[case] is Mark.MISSING
    assert {mark for other, mark in marks().items() if other != case} == {Mark.NOT_NEEDED}
    assert desk.titles() == before
    (sentence,) = workspace.privacy_of(case).sentences
    workspace.clear_sentence(sentence, Ground.INVENTED)
    desk.room.qtbot.waitUntil(lambda: marks()[case] is Mark.DONE, timeout=PATIENCE)


def test_a_cell_is_heard_with_its_column(desk: Desk) -> None:
    desk.look(View.MISSING)
    table = desk.page.board.table
    interface = QAccessible.queryAccessibleInterface(table)
    assert interface.text(QAccessible.Text.Name) == "Wat ontbreekt"
    index = desk.page.board.model.index(desk.page.board.model.row_of(desk.cases[0]), 3)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Foto: ontbreekt"


def test_the_sums_are_heard_in_words(desk: Desk) -> None:
    desk.look(View.BALANCE)
    board = desk.page.board
    assert isinstance(board, BalanceBoard)
    sums = board.sums
    spoken = [sums.model().index(row, 0).data() for row in range(sums.model().rowCount())]
    assert any(line.endswith("1 praktijkvoorbeeld: 2 repressief · 1 preventief") for line in spoken)


def test_with_large_text_the_sums_take_the_place_of_the_table(tmp_path: Path, qtbot: QtBot) -> None:
    room = Room(tmp_path, qtbot, scale=2.0)
    desk = Desk(room)
    board = desk.page.board
    assert isinstance(board, BalanceBoard)
    toggle = next(each for each in board.findChildren(QPushButton) if each.text() == "Opgeteld")
    assert not board.sums.isVisible()
    qtbot.keyClick(toggle, Qt.Key.Key_Space)
    assert board.sums.isVisible()
    assert not board.table.isVisible()
    assert desk.page.minimumSizeHint().height() <= 656
    room.window.close()
