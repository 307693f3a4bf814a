"""A text that is longer than a field holds."""

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor

from tests.ui.forms.conftest import Lay
from werkboek_desktop.ui.prose.input import ProseInput


def test_a_text_that_is_too_long_says_so_and_stays(lay: Lay) -> None:
    paper = lay("case", "summary")
    text = paper.type("summary", "Kort.")
    paper.leave()
    paper.enter("summary")
    assert isinstance(text, ProseInput)
    text.insertPlainText("Een zin van een tekst die te lang is. " * 5_500)
    paper.leave()
    assert "langer dan 200.000 tekens" in paper.said("summary")
    assert len(text.value()) > 200_000
    assert paper.value("summary") == "Kort."


def test_what_no_longer_fits_is_refused_and_the_rest_and_the_caret_stay(lay: Lay) -> None:
    paper = lay("case", "summary")
    told: list[object] = []
    text = paper.enter("summary")
    assert isinstance(text, ProseInput)
    text.pasting.refused.connect(told.append)
    full = "Een zin van een tekst die lang is. " * 5_714
    text.show_value(f"{full}Vol!")
    assert len(text.value()) == 199_994
    text.moveCursor(QTextCursor.MoveOperation.End)
    paper.qtbot.keyClicks(text, "123456")
    assert len(text.value()) == 200_000
    assert not told
    at = text.textCursor().position()
    paper.qtbot.keyClicks(text, "7")
    paper.press(text, Qt.Key.Key_Return)
    copied = QMimeData()
    copied.setText("Nog een zin.")
    text.insertFromMimeData(copied)
    assert (len(text.value()), text.textCursor().position(), len(told)) == (200_000, at, 3)
    assert str(told[0]).startswith("Deze tekst is vol: er passen 200.000 tekens in.")
    text.moveCursor(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor)
    paper.qtbot.keyClicks(text, "x")
    assert text.value().endswith("Vol!12345x")
    paper.leave()
    assert len(str(paper.value("summary"))) == 200_000
