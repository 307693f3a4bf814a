"""A group that may stand beside the form does where there is room."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from tests.ui.room import PATIENCE, Room
from werkboek_desktop.domain.values import Value
from werkboek_desktop.ui.forms.record_form import RecordForm
from werkboek_desktop.ui.theme.look import theme


def left(form: RecordForm, field: str) -> int:
    row = form.row_of(field)
    assert row
    return row.mapTo(form, QPoint(0, 0)).x()


def top(form: RecordForm, widget: QWidget) -> int:
    return widget.mapTo(form, QPoint(0, 0)).y()


def test_consent_stands_beside_the_fields_of_an_attendee_and_under_them_in_a_narrow_window(room: Room) -> None:
    room.window.resize(1280, 720)
    room.window.show_records("attendee")
    room.settle()
    form = room.page().form
    name, photo, email = (form.row_of(key) for key in ("first_name", "consent_photo", "email"))
    assert name
    assert photo
    assert email
    assert left(form, "consent_photo") > left(form, "email") + email.width()
    assert top(form, photo) < top(form, email)
    assert left(form, "consent_photo") + photo.width() <= form.width()
    assert room.page().side.isHidden()
    room.window.resize(1080, 720)
    room.settle()
    assert left(form, "consent_photo") == left(form, "first_name")
    assert top(form, photo) > top(form, email)
    room.window.resize(1280, 720)
    room.settle()
    assert left(form, "consent_photo") > left(form, "first_name")


def test_in_a_wide_window_the_groups_of_a_form_stand_in_two_columns_in_the_order_of_the_schema(room: Room) -> None:
    room.window.resize(1920, 1080)
    room.window.show_records("case")
    room.settle()
    form = room.page().form
    form.tab_bar.setCurrentIndex(1)
    room.settle()
    first, last = form.row_of("title"), form.row_of("status")
    assert first
    assert last
    assert left(form, "inhabitants") == left(form, "title")
    assert left(form, "status") > left(form, "title") + first.width()
    room.window.resize(1280, 720)
    room.settle()
    assert left(form, "status") < left(form, "title") + first.width()
    assert top(form, last) > top(form, first)


def test_what_helps_to_write_stands_right_beside_the_text_in_a_wide_window(room: Room) -> None:
    room.window.resize(1920, 1080)
    room.window.show_records("case")
    room.settle()
    form, side = room.page().form, room.page().side
    row = form.row_of("summary")
    assert row
    right = row.mapTo(room.page(), QPoint(row.width(), 0)).x()
    assert side.isVisible()
    assert 0 < side.x() - right < theme().space(72)


def test_what_stands_beside_another_record_begins_at_its_top(room: Room) -> None:
    fields: dict[str, Value] = {"title": "Achter de voordeur", "status": "editing"}
    other = str(room.workspace.create_record("case", None, fields).record)
    room.office.navigation.to_record(room.case, "partner")
    room.window.resize(1024, 480)
    bar = room.page().side._area.verticalScrollBar()
    room.qtbot.waitUntil(lambda: bar.maximum() > 0, timeout=PATIENCE)
    room.settle()
    bar.setValue(bar.maximum())
    room.page().refresh()
    assert bar.value() > 0
    room.window.records.show_kind("case", other)
    assert room.page().record == other
    assert bar.value() == 0
