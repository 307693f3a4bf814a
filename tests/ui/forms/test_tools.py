"""The tools above a text while one writes in it, and a link that is made in a panel."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.cutoff import cut_off
from tests.ui.forms.conftest import Lay
from tests.ui.forms.paper import Paper
from tests.ui.room import PATIENCE, Room
from werkboek_desktop.domain.inline import written_address
from werkboek_desktop.ui.prose.input import ProseInput
from werkboek_desktop.ui.prose.link import LinkPanel
from werkboek_desktop.ui.prose.tools import tools
from werkboek_desktop.ui.widgets.meters import WordBar
from werkboek_desktop.ui.widgets.sight import page_around

CTRL = Qt.KeyboardModifier.ControlModifier


def shown(paper: Paper, field: str) -> list[QPushButton]:
    QApplication.processEvents()
    return [each for each in paper.row(field).findChildren(QPushButton) if each.isVisible()]


def asked(paper: Paper, text: ProseInput) -> LinkPanel:
    paper.press(text, Qt.Key.Key_L, CTRL)
    return next(each for each in paper.window.findChildren(LinkPanel) if each.isVisible())


@pytest.mark.parametrize("field", ["summary", "editor_note"])
def test_the_tools_stand_above_a_text_while_one_is_in_it_and_nothing_moves(lay: Lay, qtbot: QtBot, field: str) -> None:
    paper = lay("case", field)
    paper.leave()
    assert shown(paper, field) == []
    row = paper.row(field)
    before = row.editor.y(), row.height()
    text = paper.type(field, "de wijk")
    assert isinstance(text, ProseInput)
    assert [each.accessibleName() for each in shown(paper, field)] == [tool.label for tool in tools()]
    assert (row.editor.y(), row.height()) == before
    for name in ("Vet", "Opsomming"):
        one = next(each for each in shown(paper, field) if each.accessibleName() == name)
        qtbot.mouseClick(one, Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is text
    assert text.value() == "- de **wijk**"
    paper.leave()
    assert shown(paper, field) == []


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_how_many_words_are_advised_stays_where_it_is_while_one_writes_and_counts_on(
    tmp_path: Path, qtbot: QtBot, scale: float
) -> None:
    room = Room(tmp_path, qtbot, scale=scale)
    room.window.resize(1280, 720)
    room.workspace.set_field(room.case, "summary", "woord " * 68)
    row = room.row("summary")

    def stands() -> list[tuple[str, QPoint]]:
        room.settle()
        bar = row.heading.findChild(WordBar)
        assert bar
        shown = [each for each in bar.findChildren(QWidget) if each.isVisible()]
        return [(each.accessibleName() or str(each.property("text")), each.mapTo(row, QPoint(0, 0))) for each in shown]

    room.page().form.tab_bar.setFocus()
    (bar, at), (words, there) = stands()
    assert (bar, words) == ("68 van 100 woorden", "68 woorden · advies tot 100")
    before = row.editor.y(), row.height()
    room.type("summary", " een")
    room.qtbot.waitUntil(lambda: stands()[1][0].startswith("69"), timeout=PATIENCE)
    assert stands() == [("69 van 100 woorden", at), ("69 woorden · advies tot 100", there)]
    assert (row.editor.y(), row.height()) == before
    assert len([each for each in row.heading.findChildren(QPushButton) if each.isVisible()]) == len(tools())
    assert cut_off(row) == []
    room.close()


def test_a_link_is_made_changed_and_gone_again_by_keys(lay: Lay, qtbot: QtBot) -> None:
    paper = lay("case", "summary")
    text = paper.type("summary", "Zie het plan")
    assert isinstance(text, ProseInput)
    panel = asked(paper, text)
    assert QApplication.focusWidget() is panel.line
    assert panel.accessibleName() == "Link op ‘plan’"
    qtbot.keyClicks(panel.line, "ergens")
    paper.press(panel.line, Qt.Key.Key_Return)
    assert panel.isVisible()
    panel.line.setText("")
    qtbot.keyClicks(panel.line, "plan.example/a")
    paper.press(panel.line, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is text
    assert text.value() == "Zie het [plan](https://plan.example/a)"
    panel = asked(paper, text)
    assert panel.line.text() == "https://plan.example/a"
    paper.press(panel.line, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is text
    panel = asked(paper, text)
    panel.line.setText("")
    paper.press(panel.line, Qt.Key.Key_Return)
    assert text.value() == "Zie het plan"
    paper.leave()
    assert paper.value("summary") == "Zie het plan"


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("https://a.example/x?y=1", "https://a.example/x?y=1"),
        ("www.a.example", "https://www.a.example"),
        ("info@meerdrecht.example", "mailto:info@meerdrecht.example"),
        ("0115 - 12 34 56", "tel:0115123456"),
        ("javascript:alert(1)", ""),
        ("file:///etc", ""),
        ("ergens", ""),
    ],
)
def test_an_address_is_what_somebody_means_and_never_anything_that_runs(typed: str, address: str) -> None:
    assert written_address(typed) == address


def test_who_comes_back_to_the_beginning_of_a_text_sees_its_name(room: Room) -> None:
    row = room.row("context")
    area = page_around(row)
    assert area
    content = area.widget()
    assert content
    row.editor.setFocus()
    QTest.keyClicks(row.editor.focusWidget(), "Eerst dit.")
    room.settle()
    below = row.mapTo(content, QPoint(0, row.heading.height())).y()
    area.verticalScrollBar().setValue(below)  # the text is at the top, and its name above that
    QTest.keyClick(row.editor.focusWidget(), Qt.Key.Key_Home, CTRL)
    room.qtbot.waitUntil(lambda: row.heading.mapTo(area.viewport(), QPoint(0, 0)).y() >= 0, timeout=PATIENCE)
