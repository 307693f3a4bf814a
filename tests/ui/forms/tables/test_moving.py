"""Rows that move, go and come back."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.ui.forms.tables.writing import Table, focus
from tests.ui.room import Room
from werkboek_desktop.ui.theme.look import theme

ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


def test_a_row_that_is_moved_stays_the_marked_one(room: Room) -> None:
    table = Table(room, "measure")
    table.at(1)
    table.press(Qt.Key.Key_Up, ALT)
    assert table.values("measure") == ["Werkplek", "Sluiting"]
    assert table.items.table.currentIndex().row() == table.items.table.look.current == 0


def test_an_item_moves_while_one_writes_in_it(room: Room) -> None:
    table = Table(room, "measure")
    table.at(2)
    table.type("Huiswerkklas")
    table.press(Qt.Key.Key_Up, ALT)
    assert table.values("measure") == ["Sluiting", "Huiswerkklas", "Werkplek"]
    room.qtbot.keyClicks(focus(), " op school")
    table.press(Qt.Key.Key_Down, ALT)
    assert table.values("measure") == ["Sluiting", "Werkplek", "Huiswerkklas op school"]


def test_delete_takes_an_item_away_and_undo_brings_it_back(room: Room) -> None:
    table = Table(room, "measure")
    table.at(0)
    table.press(Qt.Key.Key_Delete)
    assert table.values("measure") == ["Werkplek"]
    table.press(Qt.Key.Key_Z, CONTROL)
    assert table.values("measure") == ["Sluiting", "Werkplek"]
    assert table.items.model.order()[0] == room.measure


def test_a_row_is_dragged_to_another_place_and_not_into_itself(room: Room) -> None:
    table = Table(room, "measure")
    view = table.items.table
    middle = [QPoint(60, view.rowViewportPosition(row) + view.rowHeight(row) // 2) for row in range(2)]
    below = middle[1] + QPoint(0, view.rowHeight(1) // 3)

    def drag(start: QPoint, *way: QPoint) -> None:
        QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
        for point in way:
            QTest.mouseMove(view.viewport(), point)
        QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=way[-1])
        table.settle()

    drag(middle[0], middle[0] + QPoint(0, 30), below)
    assert table.values("measure") == ["Werkplek", "Sluiting"]
    drag(middle[0], below, middle[0])
    assert table.values("measure") == ["Werkplek", "Sluiting"]
    assert "niet onder zichzelf" in table.items.editing.telling.note.words()
    table.items.editing.say()  # as when the project has told something of another row
    assert "niet onder zichzelf" in table.items.editing.telling.note.words()
    view.setCurrentIndex(view.model().index(1, 0))
    assert table.items.editing.telling.note.words() == ""


def test_where_every_field_is_a_column_nothing_opens_and_an_open_row_is_marked(room: Room) -> None:
    room.workspace.create_record("partner", room.page().record)
    wide, table = Table(room, "partner"), Table(room, "measure")
    assert not wide.items.model.below()
    wide.items.toggle(0)
    assert wide.items.more.isHidden()
    assert "meer" not in str(wide.spoken(0, len(wide.items.model.fields)))
    assert table.items.model.below()
    room.window.records.list.rows.setFocus()
    table.items.toggle(0)
    assert not table.items.more.isHidden()
    view = table.items.table
    shown = view.viewport().grab().toImage()
    selected = theme().color("selected")
    assert [shown.pixelColor(view.width() - 4, view.rowViewportPosition(row) + 4) == selected for row in (0, 1)] == [
        True,
        False,
    ]
