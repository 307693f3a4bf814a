"""Beside a text stands how it reads, and a sentence that is hard leads to where it stands."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QTabBar

from tests.ui.room import PATIENCE, Room
from werkboek_desktop.ui.forms.ease import FEW, EaseCard
from werkboek_desktop.ui.prose.input import ProseInput
from werkboek_desktop.ui.widgets.gaps import Sentence


def card(room: Room) -> EaseCard:
    found = room.page().ease
    assert found
    return found


def said(room: Room) -> list[str]:
    return [each.text() for each in card(room).findChildren(Sentence) if each.isVisible()]


def test_what_is_hard_leads_to_its_sentence(room: Room) -> None:
    room.row("summary")
    assert card(room).isHidden()
    room.type("summary", " Het RIEC hielp.")
    room.leave()
    room.qtbot.waitUntil(lambda: said(room) == ["Het RIEC hielp."], timeout=PATIENCE)
    (line,) = card(room).findChildren(Sentence)
    assert line.accessibleName() == "In het kort: Het RIEC hielp. (niet uitgelegd: RIEC)"
    room.qtbot.keyClick(line, Qt.Key.Key_Space)
    text = QApplication.focusWidget()
    assert isinstance(text, ProseInput)
    assert text.toPlainText()[text.textCursor().position() :] == "Het RIEC hielp."
    bar = room.page().form.tab_bar
    assert isinstance(bar, QTabBar)
    bar.setCurrentIndex(bar.count() - 1)
    room.qtbot.waitUntil(lambda: card(room).isHidden(), timeout=PATIENCE)


def test_a_few_sentences_first_and_a_score_where_there_is_text(room: Room) -> None:
    text = "De wijk is stil. " * 25 + "".join(f"Het Z{letter}X hielp. " for letter in "ABCDEF")
    room.workspace.set_field(room.case, "approach", text)
    room.row("summary")
    room.qtbot.waitUntil(lambda: len(said(room)) == FEW, timeout=PATIENCE)
    more = next(each for each in card(room).findChildren(QPushButton) if each.isVisible())
    assert more.text() == "Nog 2 tonen"
    more.click()
    room.qtbot.waitUntil(lambda: len(said(room)) == FEW + 2, timeout=PATIENCE)
    shown = [each.text() for each in card(room).findChildren(QLabel)]
    assert "Flesch-Douma 125 (meestal 49)\nLiX 5 (meestal 46)" in shown


def test_what_stands_beside_stays_where_it_is_until_one_is_at_another_field(room: Room) -> None:
    text = "".join(f"Het Z{letter}X hielp. " for letter in "ABCDEF")
    room.workspace.set_field(room.case, "summary", text)
    room.row("summary")
    room.qtbot.waitUntil(lambda: len(said(room)) == FEW, timeout=PATIENCE)
    form, bar = room.page().form, room.page().side._area.verticalScrollBar()
    room.window.resize(1024, 560)
    room.qtbot.waitUntil(lambda: bar.maximum() > 0, timeout=PATIENCE)
    room.settle()
    bar.setValue(0)
    last = [each for each in card(room).findChildren(Sentence) if each.isVisible()][-1]
    last.setFocus(Qt.FocusReason.TabFocusReason)
    assert not last.visibleRegion().isEmpty()
    bar.setValue(bar.maximum())
    form.at.emit(form.where())
    assert bar.value() == bar.maximum()
    room.row("approach")
    room.qtbot.waitUntil(lambda: bar.value() == 0, timeout=PATIENCE)
