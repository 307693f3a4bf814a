"""What was being typed when the program was killed: from when, what it changed, and the way back."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPushButton

from tests.ui.forms.conftest import Lay
from tests.ui.forms.paper import NOON, Paper
from werkboek_desktop.ui.widgets.difference import ReadText
from werkboek_desktop.ui.words import local

START = "De buurt ligt stil.\nWij belden aan. Niemand deed open."


def killed(lay: Lay, typed: str) -> Paper:
    """A window that begins on a file in which somebody was typing."""
    paper = lay("case", "summary", "context")
    paper.workspace.set_field(paper.record, "summary", START)
    heads = paper.workspace.record(paper.record).fields["summary"].heads
    paper.workspace.draft(paper.record, "summary", typed, heads)
    paper.session.begin()
    paper.show(paper.record)
    return paper


def pressed(paper: Paper, words: str) -> None:
    button = next(each for each in paper.row("summary").findChildren(QPushButton) if each.text() == words)
    paper.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def cards(paper: Paper) -> list[QFrame]:
    found = paper.row("summary").findChildren(QFrame)
    return [each for each in found if each.property("card") == "sunken" and each.isVisible()]


def test_the_field_says_when_it_was_typed_and_shows_what_changed(lay: Lay) -> None:
    paper = killed(lay, START.replace("Niemand", "Iedereen"))
    assert paper.value("summary") == START.replace("Niemand", "Iedereen")
    (card,) = cards(paper)
    text = card.findChild(ReadText)
    assert isinstance(text, ReadText)
    assert text.accessibleName().startswith(f"Teruggehaalde tekst van {local(NOON):%H:%M}: ")
    assert text.accessibleDescription().startswith(
        "Wij belden aan.  [weggelaten: Niemand]  [toegevoegd: Iedereen] deed"
    )


def test_keeping_it_takes_the_card_away_and_puts_the_keyboard_in_the_text(lay: Lay) -> None:
    paper = killed(lay, f"{START} Later wel.")
    pressed(paper, "Behouden")
    assert cards(paper) == []
    assert paper.row("summary").editor.hasFocus()
    assert paper.value("summary") == f"{START} Later wel."
    paper.show(paper.other)
    paper.show(paper.record)
    assert cards(paper) == []


def test_the_old_text_comes_back_as_a_step_that_can_be_undone(lay: Lay) -> None:
    paper = killed(lay, f"{START} Later wel.")
    pressed(paper, "Terug naar de oude tekst")
    assert (paper.value("summary"), cards(paper)) == (START, [])
    assert paper.row("summary").editor.text() == START
    paper.workspace.undo()
    assert paper.value("summary") == f"{START} Later wel."


def test_who_types_on_keeps_it(lay: Lay) -> None:
    paper = killed(lay, f"{START} Later wel.")
    paper.enter("summary")
    paper.qtbot.keyClicks(paper.row("summary").editor.focusProxy(), "Toch. ")
    paper.leave()
    assert cards(paper) == []


def test_what_came_is_read_without_signs(lay: Lay) -> None:
    (card,) = cards(killed(lay, f"{START} **Later** wel."))
    text = card.findChild(ReadText)
    assert isinstance(text, ReadText)
    assert "Later wel" in text.accessibleDescription()
    assert "*" not in text.accessibleDescription()


def test_the_answers_stand_under_each_other_where_there_is_little_room(lay: Lay) -> None:
    paper = killed(lay, f"{START} Later wel.")
    (card,) = cards(paper)
    keep, back = card.findChildren(QPushButton)
    assert keep.x() < back.x()
    assert card.minimumSizeHint().width() < keep.width() + back.width()
