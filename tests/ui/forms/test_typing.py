"""What is typed in a field: understood and said, or kept and said; never lost."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCalendarWidget, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.forms.conftest import Lay
from werkboek_desktop.domain.values import Value
from werkboek_desktop.ui.forms.grid import FieldGrid


@pytest.mark.parametrize(
    ("kind", "field", "typed", "said", "value"),
    [
        ("case", "as_of", "26 jan 2021", "= dinsdag 26 januari 2021", "2021-01-26"),
        ("case", "as_of", "26-1-21", "= dinsdag 26 januari 2021", "2021-01-26"),
        ("case", "as_of", "vandaag", "= woensdag 25 november 2026", "2026-11-25"),
        ("case", "as_of", "morgen", "= donderdag 26 november 2026", "2026-11-26"),
        ("case", "as_of", "ma", "= maandag 30 november 2026", "2026-11-30"),
        ("case", "period_start", "jan 21", "= januari 2021", "2021-01"),
        ("masterclass", "capacity", "4210", "= 4.210", 4210),
        ("case", "costs", "61000,5", "= 61.000,50", "61000.5"),
        ("masterclass", "start", "half tien", "= 09:30", "09:30"),
        ("masterclass", "start", "9u30", "= 09:30", "09:30"),
    ],
)
def test_how_it_was_understood_stands_under_the_field_while_one_types(
    lay: Lay, kind: str, field: str, typed: str, said: str, value: Value
) -> None:
    paper = lay(kind, field)
    paper.type(field, typed)
    assert paper.said(field) == said
    paper.leave()
    assert paper.value(field) == value
    assert paper.said(field) == ""


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("as_of", "31 feb 2021", "die maand heeft 28 dagen"),
        ("inhabitants", "4,210", "bedoel je 4.210?"),
        ("inhabitants", "veel", "geen heel getal"),
        ("period_start", "2021", "de maand ontbreekt nog"),
    ],
)
def test_what_is_not_understood_stays_with_a_sentence_and_nothing_is_written(
    lay: Lay, field: str, typed: str, said: str
) -> None:
    paper = lay("case", field)
    before = len(paper.workspace.history(paper.record, field))
    line = paper.type(field, typed)
    paper.leave()
    assert said in paper.said(field)
    assert isinstance(line, QLineEdit)
    assert line.text() == typed
    assert len(paper.workspace.history(paper.record, field)) == before
    assert paper.workspace.drafts() == []


def test_it_still_stands_there_after_another_record_was_looked_at(lay: Lay) -> None:
    paper = lay("case", "as_of")
    line = paper.type("as_of", "31 feb")
    assert isinstance(line, QLineEdit)
    paper.show(paper.other)
    assert line.text() == ""
    assert paper.said("as_of") == ""
    paper.show(paper.record)
    assert line.text() == "31 feb"
    assert "bestaat niet" in paper.said("as_of")
    paper.type("as_of", "28 feb")
    paper.leave()
    assert paper.value("as_of") == "2026-02-28"
    paper.show(paper.other)
    paper.show(paper.record)
    assert line.text() == "28 februari 2026"


def test_what_was_a_date_before_one_typed_on_is_not_written_either(lay: Lay) -> None:
    paper = lay("case", "as_of")
    line = paper.type("as_of", "26 jan")
    paper.wait(lambda: bool(paper.workspace.drafts()))
    paper.qtbot.keyClicks(line, " of later")
    paper.leave()
    assert paper.workspace.drafts() == []
    paper.workspace.seal_all()
    assert paper.value("as_of") is None


def test_clearing_what_was_not_understood_leaves_nothing_behind(lay: Lay) -> None:
    paper = lay("case", "as_of")
    paper.type("as_of", "ooit")
    paper.leave()
    line = paper.enter("as_of")
    assert isinstance(line, QLineEdit)
    paper.press(line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    paper.press(line, Qt.Key.Key_Delete)
    paper.leave()
    assert paper.said("as_of") == ""
    paper.show(paper.other)
    paper.show(paper.record)
    assert line.text() == ""


def test_what_another_window_made_of_it_is_shown_in_this_one(lay: Lay, qtbot: QtBot) -> None:
    paper = lay("case", "as_of")
    paper.type("as_of", "31 feb")
    paper.leave()
    second = FieldGrid([paper.row("as_of").field], paper.session)
    qtbot.addWidget(second)
    second.show_record(paper.workspace.record(paper.record))
    line = second.rows["as_of"].editor.focusProxy()
    assert isinstance(line, QLineEdit)
    assert line.text() == "31 feb"
    paper.type("as_of", "28 feb")
    paper.leave()
    second.show_record(paper.workspace.record(paper.record))
    assert line.text() == "28 februari 2026"
    second.leave()
    assert paper.value("as_of") == "2026-02-28"


def test_another_day_of_the_week_is_remarked_and_taken(lay: Lay) -> None:
    paper = lay("case", "as_of")
    paper.type("as_of", "ma 26 jan 2021")
    assert paper.said("as_of") == "26 januari 2021 is een dinsdag, geen maandag."
    paper.leave()
    assert paper.value("as_of") == "2021-01-26"


def test_a_figure_without_year_and_source_is_remarked_until_they_are_there(lay: Lay) -> None:
    paper = lay("case", "inhabitants", "inhabitants_year", "inhabitants_source")
    paper.type("inhabitants", "4210")
    paper.leave()
    paper.wait(lambda: "het jaar en de bron" in paper.said("inhabitants"))
    paper.type("inhabitants_year", "2025")
    paper.wait(lambda: "Noem ook de bron" in paper.said("inhabitants"))
    paper.type("inhabitants_source", "CBS")
    paper.wait(lambda: paper.said("inhabitants") == "")
    paper.leave()
    assert paper.value("inhabitants_year") == 2025


def test_a_day_is_picked_from_the_calendar_by_keyboard(lay: Lay) -> None:
    paper = lay("case", "as_of")
    line = paper.type("as_of", "26-1-2021")
    paper.press(line, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    calendar = paper.row("as_of").findChild(QCalendarWidget)
    assert calendar
    paper.wait(lambda: QApplication.focusWidget() in calendar.findChildren(QWidget))
    focus = QApplication.focusWidget()
    assert focus
    assert calendar.selectedDate().toString(Qt.DateFormat.ISODate) == "2021-01-26"
    paper.press(focus, Qt.Key.Key_Right)
    paper.press(focus, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is line
    paper.leave()
    assert paper.value("as_of") == "2021-01-27"


def test_the_calendar_opens_at_today_where_no_day_stands_and_escape_changes_nothing(lay: Lay) -> None:
    paper = lay("case", "as_of")
    line = paper.enter("as_of")
    paper.press(line, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    calendar = paper.row("as_of").findChild(QCalendarWidget)
    assert calendar
    assert calendar.selectedDate().toString(Qt.DateFormat.ISODate) == "2026-11-25"
    paper.press(QApplication.focusWidget() or calendar, Qt.Key.Key_Escape)
    paper.leave()
    assert paper.value("as_of") is None


def test_a_former_municipality_is_said_and_both_can_be_had(lay: Lay) -> None:
    paper = lay("attendee", "municipality")
    paper.type("municipality", "Weesp")
    paper.leave()
    assert paper.said("municipality") == "Weesp hoort sinds 2022 bij Amsterdam."
    assert paper.value("municipality") == "Weesp"
    paper.accept("municipality")
    assert paper.value("municipality") == "Amsterdam"
    assert paper.said("municipality") == ""


def test_a_unit_stands_in_the_field_and_in_its_name(lay: Lay) -> None:
    paper = lay("case", "inhabitants")
    line = paper.enter("inhabitants")
    assert line.accessibleName() == "Aantal inwoners van het gebied, inwoners"
    paper.type("inhabitants", "4.210 inwoners")
    paper.leave()
    assert paper.value("inhabitants") == 4210


def test_a_consent_is_a_tick_with_the_day_of_today_that_can_be_changed(lay: Lay) -> None:
    paper = lay("attendee", "consent_photo")
    tick = paper.enter("consent_photo")
    paper.press(tick, Qt.Key.Key_Space)
    paper.leave()
    assert paper.value("consent_photo") == "2026-11-25"
    tick.setFocus(Qt.FocusReason.TabFocusReason)
    paper.press(tick, Qt.Key.Key_Tab)
    day = QApplication.focusWidget()
    assert isinstance(day, QLineEdit)
    assert day.accessibleName() == "Foto’s mogen, op"
    paper.press(day, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    paper.qtbot.keyClicks(day, "3-11-26")
    assert len(paper.workspace.history(paper.record, "consent_photo")) == 1
    paper.leave()
    assert paper.value("consent_photo") == "2026-11-03"
    tick.setFocus(Qt.FocusReason.TabFocusReason)
    paper.press(tick, Qt.Key.Key_Space)
    paper.leave()
    assert paper.value("consent_photo") is None
