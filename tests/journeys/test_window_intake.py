"""An intake goes to a municipality as a form and comes back filled in, with nothing but the keyboard here."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from tests.interchange import pdf_forms
from tests.interchange.editing import filled_in, replaced
from tests.journeys.keyboard import Keyboard
from tests.ui.room import START, Room
from tests.ui.test_keyboard import entry

ANSWERS = {
    "Titel": ["Samen de wijk in"],
    "Aanleiding en wijk": ["De buurt sliep slecht."],
    "Knelpunt": ["Angst."],
    "Oplossing": ["Praten."],
}


@pytest.mark.parametrize(
    ("asked", "ending", "fill"), [("word", "docx", filled_in), ("pdf", "pdf", pdf_forms.filled_in)]
)
def test_an_empty_form_goes_out_and_what_was_filled_in_is_a_case(
    asked: str,
    ending: str,
    fill: Callable[[Path, Mapping[str, list[str]]], Path],
    room: Room,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    hands, form = Keyboard(room), room.folder / f"Intakeformulier.{ending}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(form), ""))
    hands.press("Ctrl+K")
    hands.enter(f"leeg intake {asked}")
    room.qtbot.waitUntil(form.exists)
    room.settle()
    assert f"Gemaakt: {form.name}" in [notice.text for notice in room.office.notices.shown()]
    back = fill(form, ANSWERS)
    room.office.navigation.look_at([back])
    room.settle()
    assert len(room.workspace.rows("case")) == 1
    hands.press("Return")
    assert len(room.workspace.rows("case")) == 2
    made = next(row.id for row in room.workspace.rows("case") if row.id != room.case)
    hands.press("Ctrl+K")
    hands.enter("Samen de wijk")
    assert room.page().record == made
    assert room.workspace.record(made).value("context") == "De buurt sliep slecht."
    (pair,) = room.workspace.owned(made, "bottleneck")
    assert (pair.value("bottleneck"), pair.value("solution")) == ("Angst.", "Praten.")
    hands.press("Ctrl+Z")
    assert [row.id for row in room.workspace.rows("case")] == [room.case]


def test_a_form_of_a_case_comes_back_into_it(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    hands, form = Keyboard(room), room.folder / "Intake De Kolenbuurt.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(form), ""))
    entry(room.page().head._rest, "Intakeformulier").act()
    room.settle()
    back = replaced(filled_in(form, {"Knelpunt": ["Angst."]}), ("Wij belden", "Wij bellen"))
    room.type("summary", " Tot mei.")
    room.leave()
    room.office.navigation.look_at([back])
    room.settle()
    hands.press("Return")
    assert room.value("summary") == f"{START.replace('Wij belden', 'Wij bellen')} Tot mei."
    assert [pair.value("bottleneck") for pair in room.workspace.owned(room.case, "bottleneck")] == ["Angst."]
