"""Drop-down lists and ticks."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox

from tests.ui.forms.conftest import Lay


def test_the_wheel_never_changes_what_is_chosen(lay: Lay) -> None:
    paper = lay("case", "scale")
    paper.workspace.edit(paper.record, "scale", "wijk", ())
    paper.show(paper.record)
    combo = paper.enter("scale")
    assert isinstance(combo, QComboBox)
    assert combo.currentText() == "Wijk"
    QTest.wheelEvent(paper.window.windowHandle(), combo.mapTo(paper.window, combo.rect().center()), QPoint(0, -120))
    assert combo.currentText() == "Wijk"
    paper.leave()
    assert paper.value("scale") == "wijk"


def test_a_key_of_a_newer_program_is_shown_raw_and_kept(lay: Lay) -> None:
    paper = lay("case", "scale")
    paper.workspace.edit(paper.record, "scale", "planeet", ())
    paper.show(paper.record)
    combo = paper.enter("scale")
    assert isinstance(combo, QComboBox)
    assert combo.currentText() == "planeet"
    paper.leave()
    assert paper.value("scale") == "planeet"


def test_a_choice_and_a_tick_are_made_by_keyboard(lay: Lay) -> None:
    paper = lay("case", "scale", "ongoing")
    combo = paper.enter("scale")
    paper.qtbot.keyClicks(combo, "buurt")
    tick = paper.enter("ongoing")
    paper.press(tick, Qt.Key.Key_Space)
    assert paper.value("scale") == "buurt"
    assert paper.value("ongoing") is True


def test_a_course_that_goes_on_and_ends_is_remarked(lay: Lay) -> None:
    paper = lay("case", "period_start", "period_end", "ongoing")
    paper.type("period_start", "mrt 2024")
    paper.type("period_end", "jan 2024")
    paper.leave()
    paper.wait(lambda: paper.said("period_end") == "Het einde ligt vóór de start.")
    paper.press(paper.enter("ongoing"), Qt.Key.Key_Space)
    paper.wait(lambda: "Doorlopend én een einde" in paper.said("period_end"))


def test_what_is_needed_and_what_is_about_a_person_is_said_in_words(lay: Lay) -> None:
    paper = lay("case", "scale", "written_by")
    assert "Nodig vanaf redactie." in paper.enter("scale").accessibleDescription()
    assert "Persoonsgegeven." in paper.enter("written_by").accessibleDescription()
