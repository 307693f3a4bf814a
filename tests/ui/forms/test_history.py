"""Geschiedenis of a case: who changed what, what that did, and an earlier version put back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.room import PATIENCE, START, Room
from werkboek_desktop.ui.forms.history import BEFORE, NOW, VERSIONS, HistoryView
from werkboek_desktop.ui.lists.line import LINE, Line
from werkboek_desktop.ui.notice import Notice
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.sight import page_around
from werkboek_desktop.workspace import Deed

NEW = START.replace("stil", "rustig")


@pytest.fixture
def room(room: Room) -> Room:
    room.window.resize(1280, 720)
    return room


def history(room: Room) -> HistoryView:
    """The tab, with all there is."""
    bar = room.page().form.tab_bar
    bar.setCurrentIndex(next(at for at in range(bar.count()) if bar.tabText(at) == "Geschiedenis"))
    room.settle()
    return next(each for each in room.page().findChildren(HistoryView) if each.isVisible())


def choose(view: HistoryView, field: str, author: str = "") -> None:
    found = [at for at, each in enumerate(view.model.moments) if each.field == field and author in (each.author or "")]
    view.rows.setCurrentIndex(view.model.index(found[0]))


def width_of(words: str) -> int:
    return QFontMetrics(theme().font("caption")).horizontalAdvance(words)


def test_every_change_says_who_when_and_how_much_the_newest_first(room: Room) -> None:
    room.workspace.import_([room.from_yusuf(summary=f"{START} Nog steeds.")])
    view = history(room)
    line = view.model.data(view.model.index(0))
    assert isinstance(line, str)
    assert line.startswith("In het kort, Yusuf Şahin, ")
    assert line.endswith("+ 2 woorden")
    room.window.resize(1280, 720)
    room.settle()
    last = view.model.data(view.model.index(0), LINE)
    assert isinstance(last, Line)
    assert width_of(last.below) <= view.rows.viewport().width() - 2 * theme().space(12)
    assert any(each.deed is Deed.MADE and each.title == "Sluiting" for each in view.model.moments)
    view.people.setCurrentText("Yusuf Şahin")
    view.people.activated.emit(view.people.currentIndex())
    assert [each.author for each in view.model.moments] == ["Yusuf Şahin"]
    view.people.setCurrentIndex(0)
    view.fields.setCurrentText("In het kort")
    view.fields.activated.emit(view.fields.currentIndex())
    assert {each.field for each in view.model.moments} == {"summary"}
    assert len(view.model.moments) == 2


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_no_page_scrolls_round_what_scrolls_in_it(tmp_path: Path, qtbot: QtBot, scale: float) -> None:
    room = Room(tmp_path, qtbot, scale=scale)
    room.window.resize(1280, 720)
    for number in range(12):
        room.workspace.set_field(room.case, "summary", "\n".join([START] * (30 + number)))
    room.office.navigation.to_history(room.case, "summary")
    room.settle()
    (view,) = (each for each in room.page().findChildren(HistoryView) if each.isVisible())
    qtbot.waitUntil(lambda: view.moment is not None, timeout=PATIENCE)
    room.desk.session.told.emit(Notice("Er is iets te melden."))
    room.settle()
    areas = [each for each in room.page().findChildren(QAbstractScrollArea) if view.isAncestorOf(each)]
    scrolling = [each for each in areas if each.isVisible() and each.verticalScrollBar().maximum()]
    assert len(scrolling) == 2  # the list, and the difference
    for each in scrolling:
        assert [around for around in above(each) if around.verticalScrollBar().maximum()] == []
    room.close()


def above(part: QWidget) -> list[QScrollArea]:
    found, around = [], page_around(part)
    while around:
        found.append(around)
        around = page_around(around)
    return found


def test_of_what_no_words_tell_a_sentence_is_said(room: Room) -> None:
    measures = [item.id for item in room.workspace.owned(room.case, "measure")]
    room.workspace.move(measures[0], None, measures[1])
    room.workspace.delete(measures[1])
    room.workspace.undelete(measures[1])
    view = history(room)
    told = {}
    for at, moment in enumerate(view.model.moments):
        view.rows.setCurrentIndex(view.model.index(at))
        told[moment.deed] = (view.text.toPlainText(), view.against.isVisible())
    assert told[Deed.MOVED] == ("Alleen de plek is anders: aan de woorden veranderde niets.", False)
    assert told[Deed.DELETED] == ("Het is verwijderd.", False)
    assert told[Deed.UNDELETED] == ("Het staat er weer.", False)
    assert told[Deed.MADE][1]


def test_what_a_change_did_and_what_became_of_it(room: Room) -> None:
    room.workspace.set_field(room.case, "summary", NEW)
    view = history(room)
    choose(view, "summary")
    assert "stilrustig" in view.text.toPlainText().replace(" ", "")
    assert not view.put_back.isVisible()  # it stands
    view.rows.setCurrentIndex(view.model.index(view.rows.currentIndex().row()))
    first = [at for at, each in enumerate(view.model.moments) if each.field == "summary"][-1]
    view.rows.setCurrentIndex(view.model.index(first))
    assert view.text.toPlainText() == START
    assert view.against.currentData() == BEFORE
    view.against.setCurrentIndex(view.against.findData(NOW))
    view.against.activated.emit(view.against.currentIndex())
    assert "weggelaten: stil" in view.text.accessibleDescription()


def test_an_earlier_version_is_put_back_by_keyboard_and_that_is_undone(room: Room) -> None:
    room.workspace.set_field(room.case, "summary", NEW)
    view = history(room)
    view.rows.setFocus()
    room.qtbot.keyClick(view.rows, Qt.Key.Key_End)
    while view.moment and view.moment.field != "summary":
        room.qtbot.keyClick(view.rows, Qt.Key.Key_Up)
    assert view.put_back.isVisible()
    for _step in range(6):
        if QApplication.focusWidget() is not view.put_back:
            room.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    room.qtbot.keyClick(view.put_back, Qt.Key.Key_Return)
    room.settle()
    assert room.value("summary") == START
    room.qtbot.waitUntil(lambda: view.model.moments[0].value == START, timeout=PATIENCE)
    room.workspace.undo()
    assert room.value("summary") == NEW


def test_of_very_many_versions_the_latest_are_offered(room: Room) -> None:
    for number in range(VERSIONS + 5):
        room.workspace.set_field(room.case, "costs", str(number))
    view = history(room)
    choose(view, "costs")
    assert len(view.model.moments) > VERSIONS + 5
    assert view.against.count() == VERSIONS + 2


def test_a_long_text_is_read_from_its_beginning_and_the_next_one_too(room: Room) -> None:
    for number in range(2):
        room.workspace.set_field(
            room.case, "summary", f"Ronde {number}. " + "Wij belden aan en niemand deed open. " * 120
        )
    room.settle()
    view = history(room)
    choose(view, "summary")
    room.settle()
    page = page_around(view.text)
    assert page
    bar = page.verticalScrollBar()
    assert bar.maximum() > 0
    view.against.setFocus()
    room.qtbot.keyClick(view.against, Qt.Key.Key_Tab)
    assert view.text.hasFocus()
    assert bar.value() < bar.maximum() / 4
    bar.setValue(bar.maximum())
    view.rows.setCurrentIndex(view.model.index(view.rows.currentIndex().row() + 1))
    assert bar.value() == 0
