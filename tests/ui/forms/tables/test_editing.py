"""Writing in a table with real keys."""

from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QFontMetrics
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.dressing import dress
from tests.ui.forms.tables.writing import Table, focus
from tests.ui.room import Room
from werkboek_desktop.ui.forms.tables.delegate import PAD, row_height
from werkboek_desktop.ui.forms.tables.model import CELL
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.theme.tokens import Look, Theme
from werkboek_desktop.ui.widgets.marks import mark_width
from werkboek_desktop.workspace import Workspace

ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


def test_three_measures_are_written_without_the_mouse(room: Room) -> None:
    table = Table(room, "measure")
    table.at(2)
    for name in ("Huiswerkklas", "Integrale controle", "Rolmodellen"):
        table.type(name)
        table.press(Qt.Key.Key_Return)
    assert table.values("measure") == ["Sluiting", "Werkplek", "Huiswerkklas", "Integrale controle", "Rolmodellen"]
    assert all(len(room.workspace.history(r, "measure")) <= 2 for r in table.items.model.order())


def test_the_row_that_adds_makes_nothing_before_a_letter_is_typed(room: Room) -> None:
    table = Table(room, "measure")
    table.at(2)
    table.press(Qt.Key.Key_Return)
    assert isinstance(focus(), QLineEdit)
    table.press(Qt.Key.Key_Escape)
    assert focus() is table.items.table
    assert table.values("measure") == ["Sluiting", "Werkplek"]


def test_the_first_cell_of_an_empty_table_says_what_belongs_in_it(room: Room) -> None:
    table = Table(room, "contact")
    table.at(0)
    assert not table.items.table.horizontalHeader().isVisible()
    table.press(Qt.Key.Key_Return)
    line = focus()
    assert isinstance(line, QLineEdit)
    assert line.placeholderText() == "Algemeen postvak"


def test_a_row_that_opens_keeps_all_lines_of_its_name_in_sight(qtbot: QtBot, tmp_path: Path) -> None:
    room = Room(tmp_path, qtbot, scale=2.0)
    room.window.resize(1280, 720)
    room.workspace.set_field(room.measure, "measure", "Sluiting van woningen met een kwekerij aan de kade")
    table = Table(room, "measure")
    table.at(0)
    table.press(Qt.Key.Key_Return, CONTROL)
    rows = table.items.table
    line = QRect(0, rows.rowViewportPosition(0), 1, rows.look.lines[0])
    assert line.height() > row_height()
    assert rows.viewport().visibleRegion().boundingRect().contains(line)
    dress(Theme(Look.LIGHT))


def test_a_key_pressed_on_a_button_of_an_open_item_is_for_that_button(room: Room) -> None:
    table = Table(room, "measure")
    table.at(0)
    table.press(Qt.Key.Key_Return, CONTROL)
    down = next(each for each in table.items.findChildren(QPushButton) if each.accessibleName() == "maatregel omlaag")
    down.setFocus()
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_X):
        table.press(key)
    assert focus() is down
    assert table.values("measure") == ["Sluiting", "Werkplek"]
    table.press(Qt.Key.Key_Return)
    assert table.values("measure") == ["Werkplek", "Sluiting"]


def test_an_address_is_folded_where_no_space_is_and_nothing_of_it_is_cut_off(room: Room) -> None:
    table = Table(room, "measure")
    low = table.items.table.rowHeight(0)
    table.at(0)
    table.press(Qt.Key.Key_F2)
    table.type("@wijkaanpak.lindevaart.example" * 3)
    table.press(Qt.Key.Key_Return)
    table.settle()
    assert table.items.table.rowHeight(0) > low
    assert table.items.table.rowHeight(1) == low


def test_a_column_has_the_room_of_its_marks_and_of_what_rows_are_dragged_by(room: Room) -> None:
    room.workspace.create_record("measure", room.page().record, {"measure": "Wegwijzer", "type": "repressive"})
    table = Table(room, "measure")
    look, model = table.items.table.look, table.items.model
    mark = model.cell(2, 1).mark
    assert mark
    assert look.needs(1) >= mark_width(mark) + 2 * theme().space(PAD)
    assert look.needs(0) >= look.indent + QFontMetrics(theme().font("body")).horizontalAdvance("Werkplek")


def test_enter_goes_down_and_tab_goes_on_in_the_row_and_then_out_of_the_table(room: Room) -> None:
    table = Table(room, "measure")
    table.at(0)
    table.press(Qt.Key.Key_F2)
    table.press(Qt.Key.Key_Return)
    assert (focus(), table.items.table.currentIndex().row()) == (table.items.table, 1)
    table.press(Qt.Key.Key_F2)
    table.press(Qt.Key.Key_Tab)
    assert isinstance(focus(), QComboBox)
    room.qtbot.keyClicks(focus(), "p")
    for _column in table.items.model.fields[1:]:
        table.press(Qt.Key.Key_Tab)
    assert not table.items.isAncestorOf(focus())
    assert table.values("type") == [None, "preventive"]


def test_tab_in_the_table_leaves_it(room: Room) -> None:
    table = Table(room, "measure")
    table.at(0)
    table.press(Qt.Key.Key_Tab)
    assert not table.items.isAncestorOf(focus())


def test_a_letter_is_added_to_words_and_replaces_a_date(room: Room) -> None:
    table = Table(room, "measure")
    table.at(0)
    table.type("!")
    table.press(Qt.Key.Key_Return)
    assert table.values("measure")[0] == "Sluiting!"
    room.workspace.create_record("timeline", room.case, {"date": "2021-01-26", "event": "Begin"})
    room.settle()
    dates = Table(room, "timeline")
    dates.at(0)
    dates.type("1 mei 2022")
    dates.press(Qt.Key.Key_Return)
    assert dates.values("date") == ["2022-05-01"]


def test_what_is_typed_is_sealed_by_escape_by_the_mouse_and_by_closing(room: Room) -> None:
    table = Table(room, "measure")
    table.at(0)
    table.type(" eerst")
    table.press(Qt.Key.Key_Escape)
    assert table.values("measure")[0] == "Sluiting eerst"
    table.at(1)
    table.type(" ook")
    room.leave()
    assert table.values("measure")[1] == "Werkplek ook"
    table.at(1)
    table.type(" nu")
    room.window.close()
    with Workspace.open(room.file, room.marit) as again:
        assert [view.value("measure") for view in again.owned(room.case, "measure")] == [
            "Sluiting eerst",
            "Werkplek ook nu",
        ]
    room.restart()


def test_letters_at_a_name_go_to_the_row_of_who_is_called_so(room: Room) -> None:
    day = str(room.workspace.create_record("masterclass", None, {"title": "Eerste"}).record)
    for name in ("Bakker", "Hoek", "Hekman"):
        person = str(room.workspace.create_record("attendee", None, {"last_name": name}).record)
        room.workspace.edit(room.workspace.attendance(day, person), "status", "confirmed", ())
    room.office.navigation.to_record(day)
    room.settle()
    table = Table(room, "attendance")
    table.at(0)
    room.qtbot.keyClicks(focus(), "hoe")
    assert table.items.table.currentIndex().data() == "Hoek"
    table.press(Qt.Key.Key_Right)
    assert table.items.table.currentIndex().column() == 1


def test_the_words_of_the_row_that_adds_are_whole_over_a_narrow_first_cell(room: Room) -> None:
    day = str(room.workspace.create_record("masterclass", None, {"title": "Eerste"}).record)
    room.office.navigation.to_record(day)
    room.settle()
    table = Table(room, "session")
    table.at(0)
    view = table.items.table
    image = view.grab(QRect(view.columnWidth(0), 0, 40, view.rowHeight(0))).toImage()
    colors = {image.pixelColor(x, image.height() // 2 + at).name() for x in range(image.width()) for at in range(-6, 7)}
    assert theme().color("accent").name() in colors


def test_what_is_no_date_stays_in_its_cell_and_is_said_below(room: Room) -> None:
    table = Table(room, "timeline")
    table.at(0)
    table.type("ooit")
    table.press(Qt.Key.Key_Tab)
    assert table.items.editing.telling.note.words().startswith("Datum: dit is geen datum")
    assert "geen datum" in table.items.editing.telling.note.words()
    assert [visit.editor.text() for visit in table.items.editing.cells][:1] == ["ooit"]
    room.qtbot.keyClicks(focus(), "De eerste sluiting")
    table.press(Qt.Key.Key_Escape)
    assert table.values("event") == ["De eerste sluiting"]
    assert table.values("date") == [None]


def test_a_screen_reader_hears_which_item_and_which_field(room: Room) -> None:
    room.workspace.edit(room.measure, "type", "repressive", ())
    room.settle()
    table = Table(room, "measure")
    assert table.spoken(0, 1) == "Maatregel 1 van 2, soort repressief"
    assert table.spoken(1, 1) == "Maatregel 2 van 2, soort leeg"
    assert table.spoken(2, 0) == "Maatregel toevoegen"
    interface = QAccessible.queryAccessibleInterface(table.items.table)
    assert interface.text(QAccessible.Text.Name) == "Maatregelen"
    assert interface.role() == QAccessible.Role.Table
    children = [interface.child(at) for at in range(interface.childCount())]
    names = [child.text(QAccessible.Text.Name) for child in children]
    assert {"Maatregel", "Soort", "Maatregel 1 van 2, soort repressief", "Maatregel toevoegen"} <= set(names)
    table.at(0)
    table.press(Qt.Key.Key_F2)
    assert focus().accessibleName() == "Maatregel, maatregel 1 van 2"


def test_long_texts_open_below_the_row_and_the_next_item_uses_the_same_fields(room: Room) -> None:
    table = Table(room, "bottleneck")
    table.at(0)
    table.press(Qt.Key.Key_Return)
    assert focus().accessibleName() == "Knelpunt"
    room.qtbot.keyClicks(focus(), "Niemand deelt informatie.")
    table.press(Qt.Key.Key_Tab)
    room.qtbot.keyClicks(focus(), "Een convenant.")
    table.press(Qt.Key.Key_Escape)
    assert focus() is table.items.table
    assert (table.values("bottleneck"), table.values("solution")) == (["Niemand deelt informatie."], ["Een convenant."])
    grid = table.items.more.grid
    table.at(1)
    table.press(Qt.Key.Key_Return)
    assert table.items.more.grid is grid
    room.qtbot.keyClicks(focus(), "Te weinig tijd.")
    table.press(Qt.Key.Key_Return, CONTROL)
    assert table.values("bottleneck") == ["Niemand deelt informatie.", "Te weinig tijd."]


def test_two_versions_in_a_cell_lead_to_the_page_where_one_chooses(room: Room) -> None:
    with Workspace.open(room.folder / "yusuf.werkboek", room.yusuf, author="Yusuf Şahin") as his:
        his.edit(room.measure, "type", "both", ())
        his.export(room.folder / "yusuf.wbx")
    room.workspace.edit(room.measure, "type", "repressive", ())
    room.workspace.import_([room.folder / "yusuf.wbx"])
    room.settle()
    table = Table(room, "measure")
    cell = table.items.model.index(0, 1).data(CELL)
    assert [mark.text for mark in cell.asks] == ["2 versies"]
    asked: list[tuple[str, str]] = []
    table.items.choose.connect(lambda record, field: asked.append((record, field)))
    table.at(0, 1)
    table.press(Qt.Key.Key_Return)
    assert asked == [(room.measure, "type")]


def test_what_a_colleague_wrote_meanwhile_is_not_overwritten(room: Room) -> None:
    with Workspace.open(room.folder / "yusuf.werkboek", room.yusuf, author="Yusuf Şahin") as his:
        view = his.record(room.measure).fields["measure"]
        his.edit(room.measure, "measure", "Sluiting door de burgemeester", view.heads)
        his.export(room.folder / "yusuf.wbx")
    table = Table(room, "measure")
    table.at(0)
    table.type(" van panden")
    room.workspace.import_([room.folder / "yusuf.wbx"])
    table.settle()
    table.press(Qt.Key.Key_Escape)
    found = room.workspace.record(room.measure).fields["measure"]
    assert {variant.value for variant in found.variants} == {"Sluiting door de burgemeester", "Sluiting van panden"}


def test_what_is_no_date_is_there_again_after_another_record_and_another_width(room: Room) -> None:
    table = Table(room, "timeline")
    table.at(0)
    table.type("ooit")
    table.press(Qt.Key.Key_Escape)
    other = str(room.workspace.create_record("case", None, {"title": "Achter de voordeur", "scale": "wijk"}).record)
    room.window.show_records("case", other)
    table.settle()
    assert table.items.editing.cells == []
    room.window.show_records("case", room.case)
    table.settle()
    assert [visit.editor.text() for visit in table.items.editing.cells] == ["ooit"]
    room.window.resize(1920, 1080)
    table.settle()
    assert [visit.editor.text() for visit in table.items.editing.cells] == ["ooit"]
    table.at(0)
    table.press(Qt.Key.Key_F2)
    room.qtbot.keyClicks(focus(), "1 mei 2022")
    table.press(Qt.Key.Key_Escape)
    assert table.values("date") == ["2022-05-01"]
    assert table.items.editing.cells == []


def test_what_is_understood_and_what_not_stands_right_under_its_row(room: Room) -> None:
    room.workspace.create_record("timeline", room.case, {"event": "Begin"})
    room.workspace.create_record("timeline", room.case, {"event": "Eind"})
    room.settle()
    table = Table(room, "timeline")
    table.at(0)
    table.type("26-1-21")
    note, view = table.items.editing.telling.note, table.items.table
    assert note.words() == "= dinsdag 26 januari 2021"
    assert view.rowViewportPosition(0) < note.y() < view.rowViewportPosition(1)
    before = view.height()
    table.press(Qt.Key.Key_Escape)
    assert note.words() == ""
    assert view.height() < before
    table.at(1)
    table.type("ooit")
    table.press(Qt.Key.Key_Escape)
    assert note.words().startswith("Datum: ")
    assert note.y() > view.rowViewportPosition(1)


def test_of_several_that_are_not_understood_the_one_where_somebody_is_is_spoken_of(room: Room) -> None:
    day = str(room.workspace.create_record("masterclass", None, {"title": "Eerste"}).record)
    room.office.navigation.to_record(day)
    room.settle()
    table = Table(room, "session")
    note = table.items.editing.telling.note
    table.at(0)
    table.type("straks")
    table.press(Qt.Key.Key_Tab)
    assert note.words().startswith("Begin: ")
    room.qtbot.keyClicks(focus(), "even")
    table.press(Qt.Key.Key_Tab)
    assert note.words().startswith("Duur: ")
    table.press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    table.press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert note.words().startswith("Begin: ")


def test_the_row_that_adds_has_its_ring_whichever_cell_one_comes_by(room: Room) -> None:
    table = Table(room, "measure")
    view, last = table.items.table, table.items.model.rowCount() - 1
    rings = []
    for column in range(table.items.model.columnCount()):
        table.at(last, column)
        table.settle()
        image = view.viewport().grab(QRect(0, view.rowViewportPosition(last), 6, view.rowHeight(last))).toImage()
        edge = {image.pixelColor(x, image.height() // 2).name() for x in range(image.width())}
        rings.append(theme().color("focus").name() in edge)
    assert rings == [True] * len(rings)
