"""What is done a piece a turn leaves off as soon as that turn had enough, whoever worked in it."""

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.room import PATIENCE, Room
from tests.ui.watchdog import spend_turn
from werkboek_desktop.ui.forms.field_row import FieldRow
from werkboek_desktop.ui.turns import Laying


def test_of_parts_only_one_more_is_laid_in_a_turn_that_had_enough(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    box = QVBoxLayout(page)
    spend_turn()
    Laying(box, page).begin(QLabel(str(number)) for number in range(5))
    assert box.count() == 1
    qtbot.waitUntil(lambda: box.count() == 5, timeout=PATIENCE)


def test_of_a_form_one_more_field_is_made_in_a_turn_that_had_enough_and_shows_with_its_group(room: Room) -> None:
    day = str(room.workspace.create_record("masterclass", None, {"title": "Een dag"}).record)
    room.settle()
    spend_turn()
    room.window.show_records("masterclass", day)
    form = room.page().form
    (first,) = form._current().findChildren(FieldRow)
    assert not first.isVisible()
    room.qtbot.waitUntil(lambda: len(form.rows()) > 1, timeout=PATIENCE)
    assert all(row.isVisible() for row in form.rows())
