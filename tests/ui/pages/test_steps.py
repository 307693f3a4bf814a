"""The card of a status: all of it is in sight where that can be."""

from pathlib import Path

from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from tests.ui.room import PATIENCE, Room
from werkboek_desktop.domain.workflow import Gap
from werkboek_desktop.ui.pages.steps import StatusCard
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.gaps import Sentence

GAP = Gap("partners", "Bij ‘Met wie?’ staan nog 2 versies.", "Ligt bij gemeente", None, ("", ""))


def opened(room: Room) -> StatusCard:
    room.page().head.status_button.click()
    room.settle()
    card = room.page().steps
    assert card
    return card


def test_with_large_text_the_other_status_is_in_sight(tmp_path: Path, qtbot: QtBot) -> None:
    room = Room(tmp_path, qtbot, scale=1.5)
    try:
        room.window.resize(1280, 720)
        card = opened(room)
        card.show_record(room.page().record, "editing", [GAP] * 2)
        room.settle()
        assert card.visibleRegion().boundingRect().height() == card.height()
    finally:
        room.close()


def test_a_status_further_on_says_what_it_lacks_before_it_is_taken(tmp_path: Path, qtbot: QtBot) -> None:
    room = Room(tmp_path, qtbot)
    try:
        card = opened(room)
        asked = "Het akkoord van de gemeente is nog niet vastgelegd."
        assert asked not in shown(card)
        choose(card, "approved")
        qtbot.waitUntil(lambda: asked in shown(card))
        choose(card, "registered")
        assert asked not in shown(card)
        now = room.workspace.record(room.case).value("status")
        assert isinstance(now, str)
        card.show_record(room.case, now, [GAP])
        choose(card, "approved")
        qtbot.waitUntil(lambda: asked in shown(card))
        card.show_record(room.case, now, [])
        room.settle()
        assert shown(card) == []
    finally:
        room.close()


def choose(card: StatusCard, key: str) -> None:
    card.choice.setCurrentIndex(card.choice.findData(key))
    card.choice.activated.emit(card.choice.currentIndex())


def shown(card: StatusCard) -> list[str]:
    return [sentence.text() for sentence in card.findChildren(Sentence) if not sentence.isHidden()]


def test_where_no_tabs_stand_below_it_the_card_stays_clear_of_the_form(room: Room) -> None:
    made = room.workspace.create_record("case", None, {"title": "Nog leeg"})
    room.window.records.show_kind("case", str(made.record))
    room.settle()
    card = opened(room)
    form = room.page().form
    assert form.tab_bar.isHidden()

    def below() -> int:
        return form.mapTo(room.window, QPoint(0, 0)).y() - card.mapTo(room.window, card.rect().bottomLeft()).y()

    room.qtbot.waitUntil(lambda: below() > theme().space(4), timeout=PATIENCE)
