"""The list pane by keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.domain.rows import Row
from tests.ui.lists.test_model import FEW, MANY, headings, pane_of, titles
from werkboek_desktop.domain.listing import Query
from werkboek_desktop.ui.lists.pane import ListPane

NO_MATCH, EMPTY = 2, 1
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def shown_pane(qtbot: QtBot, rows: list[Row]) -> ListPane:
    pane = pane_of(qtbot, rows)
    pane.resize(320, 600)
    with qtbot.waitExposed(pane):
        pane.show()
    return pane


def texts(pane: ListPane) -> list[str]:
    return [pill.text() for pill in pane.pills.buttons()]


def test_fresh_rows_keep_the_chosen_record_and_the_filter(qtbot: QtBot) -> None:
    pane = pane_of(qtbot, MANY)
    pane.go_to(MANY[9_000].id)
    pane.show_rows([row for row in MANY if row.id != MANY[3].id])
    assert pane.current() == MANY[9_000].id
    assert pane.rows.chosen() == [MANY[9_000].id]


def test_what_comes_in_above_moves_nothing_on_the_screen(qtbot: QtBot) -> None:
    pane = shown_pane(qtbot, MANY[:500])
    pane.go_to(MANY[250].id)
    before = pane.rows.visualRect(pane.rows.currentIndex()).top()
    pane.update_rows({"new": Row("new", "Aa, een nieuw voorbeeld")})
    assert pane.model.row_of("new") == 0
    assert pane.rows.visualRect(pane.rows.currentIndex()).top() == before


def test_a_list_at_its_beginning_stays_there_and_shows_its_first_heading(qtbot: QtBot) -> None:
    pane = shown_pane(qtbot, FEW)
    pane.go_to(pane.ids()[0])
    pane.ask(Query(group="status"))
    assert pane.rows.verticalScrollBar().value() == 0
    pane.show_rows([row for row in MANY if int(row.id, 16) < 400])
    pane.go_to(pane.ids()[0])
    pane.ask(Query(sort="status"))
    assert pane.rows.visualRect(pane.rows.currentIndex()).intersects(pane.rows.viewport().rect())


def test_a_record_that_a_filter_hid_is_the_current_one_again_when_it_is_back(qtbot: QtBot) -> None:
    pane = shown_pane(qtbot, MANY[:50])
    pane.go_to(MANY[7].id)
    pane.ask(Query({"status": frozenset({"concept"})}))
    assert pane.current() is None
    pane.ask(Query())
    assert pane.current() == MANY[7].id


def test_shift_and_arrows_choose_several_and_space_one_more(qtbot: QtBot) -> None:
    pane = shown_pane(qtbot, MANY[:50])
    pane.go_to(pane.ids()[0])
    pane.rows.setFocus()
    qtbot.keyClick(pane.rows, Qt.Key.Key_Down, SHIFT)
    qtbot.keyClick(pane.rows, Qt.Key.Key_Down, SHIFT)
    assert pane.rows.chosen() == pane.ids()[:3]
    qtbot.keyClick(pane.rows, Qt.Key.Key_Down, CONTROL)
    qtbot.keyClick(pane.rows, Qt.Key.Key_Down, CONTROL)
    qtbot.keyClick(pane.rows, Qt.Key.Key_Space)
    assert pane.rows.chosen() == [*pane.ids()[:3], pane.ids()[4]]
    qtbot.keyClick(pane.rows, Qt.Key.Key_Space)
    assert pane.rows.chosen() == pane.ids()[:3]
    qtbot.keyClick(pane.rows, Qt.Key.Key_A, CONTROL)
    assert pane.rows.chosen() == pane.ids()


def test_shift_chooses_from_where_a_link_or_a_step_led(qtbot: QtBot) -> None:
    pane = shown_pane(qtbot, MANY[:50])
    pane.rows.setFocus()
    pane.go_to(pane.ids()[0])
    qtbot.keyClick(pane.rows, Qt.Key.Key_Down)
    pane.step(2)
    qtbot.keyClick(pane.rows, Qt.Key.Key_Up, SHIFT)
    qtbot.keyClick(pane.rows, Qt.Key.Key_Up, SHIFT)
    assert pane.rows.chosen() == pane.ids()[1:4]
    qtbot.keyClick(pane.rows, Qt.Key.Key_Down, SHIFT)
    assert pane.rows.chosen() == pane.ids()[2:4]
    pane.go_to(pane.ids()[6])
    qtbot.keyClick(pane.rows, Qt.Key.Key_Down, SHIFT)
    assert pane.rows.chosen() == pane.ids()[6:8]


def test_while_several_are_chosen_no_form_follows(qtbot: QtBot) -> None:
    pane = shown_pane(qtbot, MANY[:50])
    pane.go_to(pane.ids()[0])
    with qtbot.assertNotEmitted(pane.chosen), qtbot.waitSignal(pane.rows.several):
        qtbot.keyClick(pane.rows, Qt.Key.Key_Down, SHIFT)
    with qtbot.waitSignal(pane.chosen) as told:
        qtbot.keyClick(pane.rows, Qt.Key.Key_Down)
    assert told.args == [pane.ids()[2]]


def test_a_refresh_keeps_what_is_chosen(qtbot: QtBot) -> None:
    pane = shown_pane(qtbot, MANY[:50])
    pane.rows.setFocus()
    pane.go_to(pane.ids()[0])
    qtbot.keyClick(pane.rows, Qt.Key.Key_Down, SHIFT)
    chosen = pane.rows.chosen()
    with qtbot.assertNotEmitted(pane.rows.several):
        pane.update_rows({"new": Row("new", "Aa")})
    assert pane.rows.chosen() == chosen


def test_the_keyboard_goes_over_headings_and_folds_them(qtbot: QtBot) -> None:
    pane = shown_pane(qtbot, FEW)
    pane.ask(Query(group="status"))
    pane.rows.setFocus()
    pane.rows.setCurrentIndex(pane.model.index(1))
    qtbot.keyClick(pane.rows, Qt.Key.Key_Up)
    assert pane.rows.currentIndex().row() == 0
    assert pane.current() is None
    qtbot.keyClick(pane.rows, Qt.Key.Key_Left)
    assert not headings(pane.model)[0].opened
    qtbot.keyClick(pane.rows, Qt.Key.Key_Right)
    assert headings(pane.model)[0].opened
    qtbot.keyClick(pane.rows, Qt.Key.Key_Return)
    assert not headings(pane.model)[0].opened
    qtbot.keyClick(pane.rows, Qt.Key.Key_Down)
    qtbot.keyClick(pane.rows, Qt.Key.Key_Down)
    assert pane.current() == pane.model.entry(2).row.id  # type: ignore[union-attr]
    qtbot.keyClick(pane.rows, Qt.Key.Key_Left)
    assert pane.rows.currentIndex().row() == 1
    assert not headings(pane.model)[1].opened


def test_the_next_record_is_never_a_heading(qtbot: QtBot) -> None:
    pane = shown_pane(qtbot, FEW[:4])
    pane.ask(Query(group="status"))
    pane.rows.setCurrentIndex(pane.model.index(2))
    pane.step(1)
    assert pane.rows.currentIndex().row() == 4
    pane.step(-1)
    assert pane.rows.currentIndex().row() == 2


def test_pills_count_and_filter(qtbot: QtBot) -> None:
    rows = [*MANY[:5], Row("x", "Twee versies", conflicts=1)]
    pane = shown_pane(qtbot, rows)
    assert texts(pane) == ["Alle 6", "Wacht op mij 1"]
    qtbot.mouseClick(pane.pills.buttons()[1], Qt.MouseButton.LeftButton)
    assert titles(pane.model) == ["Twee versies"]
    assert [pill.isChecked() for pill in pane.pills.buttons()] == [False, True]
    qtbot.mouseClick(pane.pills.buttons()[0], Qt.MouseButton.LeftButton)
    assert len(titles(pane.model)) == 6


def test_a_kept_view_is_a_pill_that_asks_for_all_of_it(qtbot: QtBot) -> None:
    pane = shown_pane(qtbot, FEW)
    kept = Query({"status": frozenset({"editing"})}, sort="changed", group="municipalities")
    pane.show_views({"Redactie per gemeente": kept})
    assert texts(pane)[-1] == "Redactie per gemeente"
    qtbot.mouseClick(pane.pills.buttons()[-1], Qt.MouseButton.LeftButton)
    assert pane.model.query == kept
    assert pane.pills.buttons()[-1].isChecked()


def test_what_is_filtered_is_said_and_can_be_taken_off(qtbot: QtBot) -> None:
    pane = shown_pane(qtbot, FEW)
    pane.ask(Query({"status": frozenset({"editing"})}))
    chips = [chip.text() for chip in pane.chips.buttons()]
    assert chips == ["Redactie", "Wis filters"]
    qtbot.mouseClick(pane.chips.buttons()[0], Qt.MouseButton.LeftButton)
    assert pane.model.query == Query()
    assert pane.chips.isHidden()


def test_enter_leads_to_what_is_found_and_esc_wipes_what_is_looked_for(qtbot: QtBot) -> None:
    pane = shown_pane(qtbot, FEW)
    title = pane.model.seen[3].title
    pane.field.setFocus()
    qtbot.keyClicks(pane.field, title)
    qtbot.keyClick(pane.field, Qt.Key.Key_Return)
    assert pane.rows.hasFocus()
    assert pane.current() == pane.ids()[0]
    assert [row.title for row in pane.model.seen] == [title]
    pane.field.setFocus()
    qtbot.keyClick(pane.field, Qt.Key.Key_Escape)
    assert len(pane.ids()) == len(FEW)


def test_nothing_found_says_how_to_go_on(qtbot: QtBot) -> None:
    pane = shown_pane(qtbot, FEW)
    pane.field.setFocus()
    qtbot.keyClicks(pane.field, "komt nergens voor")
    qtbot.waitUntil(lambda: pane.stack.currentIndex() == NO_MATCH)
    said = [text.text() for text in pane.no_match.findChildren(QLabel)]
    assert "Geen van de 10 past hierbij." in said
    pane.no_match.act.emit()
    assert pane.field.text() == ""
    assert len(titles(pane.model)) == 10


def test_an_empty_list_says_how_to_begin(qtbot: QtBot) -> None:
    pane = shown_pane(qtbot, [])
    assert pane.stack.currentIndex() == EMPTY


def test_text_that_is_found_too_late_is_not_shown(qtbot: QtBot) -> None:
    pane = shown_pane(qtbot, FEW)
    pane.model.filter("nu", {})
    pane.show_found("eerder", {FEW[3].id: "…"})
    assert titles(pane.model) == []
    pane.show_found("nu", {FEW[3].id: "…"})
    assert titles(pane.model) == ["Voorbeeld 3"]


def test_a_click_on_a_heading_folds_it_and_chooses_nothing_else(qtbot: QtBot) -> None:
    pane = shown_pane(qtbot, FEW)
    pane.ask(Query(group="status"))
    pane.rows.setCurrentIndex(pane.model.index(1))
    chosen = pane.rows.chosen()
    middle = pane.rows.visualRect(pane.model.index(0)).center()
    assert middle.y() > 0
    qtbot.mouseClick(pane.rows.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert not headings(pane.model)[0].opened
    qtbot.mouseClick(pane.rows.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert headings(pane.model)[0].opened
    assert pane.rows.chosen() in ([], chosen)


def test_a_record_under_two_headings_is_chosen_once(qtbot: QtBot) -> None:
    both = Row("x", "Beide", {"forms": ["drugslab", "straathandel"]})
    pane = shown_pane(qtbot, [both])
    pane.ask(Query(group="forms"))
    assert pane.model.rowCount() == 4
    pane.rows.setFocus()
    qtbot.keyClick(pane.rows, Qt.Key.Key_A, CONTROL)
    assert pane.rows.chosen() == ["x"]


def test_where_the_list_stands_alone_a_button_leads_on_with_the_chosen(qtbot: QtBot) -> None:
    pane = shown_pane(qtbot, FEW)
    pane.rows.setFocus()
    qtbot.keyClick(pane.rows, Qt.Key.Key_A, CONTROL)
    assert pane.further.text() == "Verder met 10"
    assert pane.further.isVisible()
    with qtbot.waitSignal(pane.rows.entered):
        qtbot.keyClick(pane.further, Qt.Key.Key_Space)


def test_in_a_list_with_the_whole_width_the_status_stands_beside_the_name_and_rows_are_lower(qtbot: QtBot) -> None:
    pane = shown_pane(qtbot, FEW)

    def height() -> int:
        return pane.rows.visualRect(pane.model.index(0)).height()

    beside_a_form = height()
    pane.resize(900, 600)
    qtbot.waitUntil(lambda: height() < beside_a_form)
    pane.resize(320, 600)
    qtbot.waitUntil(lambda: height() == beside_a_form)
