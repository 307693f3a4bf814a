"""The tour: five steps on the demo, each left at once, each done for real or passed."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from tests.ui.dressing import dress
from tests.ui.house import plain
from tests.ui.room import PATIENCE, Room
from werkboek_desktop.program import Program
from werkboek_desktop.settings import App
from werkboek_desktop.ui.prose.input import ProseInput
from werkboek_desktop.ui.shell.desk import Desk
from werkboek_desktop.ui.start.arguments import parse
from werkboek_desktop.ui.theme.tokens import Look, Theme
from werkboek_desktop.ui.tour.card import Outline, TourCard
from werkboek_desktop.ui.tour.elsewhere import command
from werkboek_desktop.ui.tour.tour import Tour
from werkboek_desktop.ui.widgets.sight import page_around

STEPS = 5
FIELD = "Resultaten en effecten"
CTRL, PLAIN = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


class Visitor:
    """Takes the tour by keys."""

    def __init__(self, program: Program, qtbot: QtBot) -> None:
        self.program = program
        self.qtbot = qtbot
        program.start()
        qtbot.waitUntil(lambda: program.desk is not None, timeout=PATIENCE)
        assert program.desk
        self.desk: Desk = program.desk
        self.office = self.desk.front()
        self.window = self.office.window

    def card(self) -> TourCard:
        """The card on screen, once it has the keyboard."""

        def is_there() -> bool:
            self.window.activateWindow()
            focus = QApplication.focusWidget()
            return any(each.isVisible() and focus and each.isAncestorOf(focus) for each in self.cards())

        self.qtbot.waitUntil(is_there, timeout=PATIENCE)
        return next(each for each in self.cards() if each.isVisible())

    def cards(self) -> list[TourCard]:
        return self.window.findChildren(TourCard)

    def has_card(self) -> bool:
        return any(each.isVisible() for each in self.cards())

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
        def has_focus() -> bool:
            self.window.activateWindow()
            return QApplication.focusWidget() is not None

        self.qtbot.waitUntil(has_focus, timeout=PATIENCE)
        focus = QApplication.focusWidget()
        assert focus
        QTest.keyClick(focus, key, modifier)

    def go_on(self) -> None:
        """Without doing anything: Tab, Enter."""
        self.card()
        self.press(Qt.Key.Key_Tab)
        self.press(Qt.Key.Key_Return)

    def said(self) -> list[str]:
        return [notice.text for notice in self.office.notices.shown()]


@pytest.fixture
def visitor(qtbot: QtBot, request: pytest.FixtureRequest) -> Iterator[Visitor]:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    dress(Theme(Look.LIGHT, getattr(request, "param", 1.0)))
    made = Visitor(Program(app, App.of_this_computer(), parse(["--tour"])), qtbot)
    yield made
    for window in app.topLevelWidgets():
        window.close()
        window.deleteLater()
    dress(plain())


def test_five_steps_are_passed_by_tab_and_enter_and_escape_leaves_each_at_once(visitor: Visitor) -> None:
    titles = []
    for at in range(STEPS):
        titles.append(visitor.card().accessibleName())
        visitor.go_on()
        if at < STEPS - 1:
            visitor.card()
    visitor.qtbot.waitUntil(lambda: not visitor.has_card(), timeout=PATIENCE)
    assert [title.split(":")[0] for title in titles] == [f"Rondleiding · stap {at} van 5" for at in range(1, STEPS + 1)]
    assert any("Dat was de rondleiding." in text for text in visitor.said())
    for at in range(STEPS):
        Tour(visitor.office).begin()
        for _step in range(at):
            visitor.go_on()
        visitor.card()
        assert not any("rondleiding" in text for text in visitor.said())
        visitor.press(Qt.Key.Key_Escape)
        assert not visitor.has_card()
        assert any("De rondleiding is gestopt." in text for text in visitor.said())
        focus = QApplication.focusWidget()
        assert focus is None or not any(card.isAncestorOf(focus) for card in visitor.cards())


@pytest.mark.parametrize("visitor", [1.0, 1.5, 2.0], indirect=True)
def test_the_field_in_which_one_is_to_write_is_whole_in_sight_within_its_line(visitor: Visitor) -> None:
    visitor.window.resize(1280, 720)
    visitor.card()
    (outline,) = visitor.window.findChildren(Outline)
    text = next(each for each in visitor.window.findChildren(ProseInput) if each.accessibleName() == FIELD)
    page = page_around(text)
    assert page

    def place(part: QWidget) -> QRect:
        return QRect(part.mapTo(visitor.window, QPoint(0, 0)), part.size())

    def is_whole() -> bool:
        return text.visibleRegion().boundingRect() == text.rect() and place(outline).contains(place(text))

    visitor.qtbot.waitUntil(is_whole, timeout=PATIENCE)
    assert place(page.viewport()).contains(place(outline))


def test_what_is_done_for_real_is_noticed(visitor: Visitor) -> None:
    visitor.card()
    visitor.press(Qt.Key.Key_Return)
    for key in (Qt.Key.Key_Z, Qt.Key.Key_O):
        visitor.press(key)
    visitor.qtbot.waitUntil(lambda: any(card.is_done for card in visitor.cards()), timeout=PATIENCE)
    visitor.press(Qt.Key.Key_F6)
    assert visitor.card().is_done
    visitor.press(Qt.Key.Key_Return)
    visitor.card()
    assert not visitor.card().is_done
    visitor.press(Qt.Key.Key_K, CTRL)
    assert visitor.office.palette.isVisible()
    visitor.press(Qt.Key.Key_Escape)
    assert not visitor.office.palette.isVisible()
    assert visitor.card().is_done
    for _step in range(3):
        visitor.card()
        visitor.cards()[-1].next_button.click()
        QApplication.processEvents()
    visitor.card()
    visitor.press(Qt.Key.Key_Return)
    visitor.qtbot.waitUntil(lambda: any(card.is_done for card in visitor.cards()), timeout=PATIENCE)
    visitor.press(Qt.Key.Key_Escape)
    assert not visitor.has_card()


def test_the_demo_is_on_a_computer_of_its_own(visitor: Visitor) -> None:
    here = App.of_this_computer()
    assert visitor.desk.session.author() == "Marit de Wit"
    assert here.author() == ""
    assert here.opened_files() == []
    file = visitor.desk.session.workspace.project.path
    visitor.window.close()
    assert not file.exists()
    visitor.window.deleteLater()  # as when the program ends: its pages ask no more of the file
    visitor.qtbot.waitUntil(lambda: not isValid(visitor.window), timeout=PATIENCE)


def test_from_a_real_project_it_starts_the_demo_as_a_program_of_its_own(room: Room) -> None:
    asked: list[bool] = []
    room.desk.toured.connect(lambda: asked.append(True))
    QTest.keyClick(room.window, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    assert asked == [True]
    assert room.window.findChildren(TourCard) == []
    assert command() == [sys.executable, "-m", "werkboek_desktop", "--tour"]
    assert Path(command()[0]).exists()


def test_a_fault_in_the_tour_is_told_and_written_down_at_the_computer_itself(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QApplication.instance(), "exit", pytest.fail)  # it goes on, at one's own work
    program, demo = visitor.program, visitor.desk.session.workspace.project.path
    program.defect(ZeroDivisionError, ZeroDivisionError("kapot"), None)
    visitor.window.deleteLater()
    said = [label.text() for label in program.start_window().findChildren(QLabel)]
    assert {"Er ging iets mis in het programma.", "Het was een proef: wat je typte is niet bewaard."} <= set(said)
    assert "kapot" in (App.of_this_computer().folder / "log" / "werkboek-desktop.log").read_text("utf-8")
    assert not demo.exists()
