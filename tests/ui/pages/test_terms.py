"""Termen: the page with what is spelled in several ways."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.room import PATIENCE, Room
from werkboek_desktop.ui.pages.terms import TermsPage
from werkboek_desktop.ui.shell.places import TERMS

TEXT = "Een email, een e-mail. Met co-financiering en cofinanciering. Een website, een web-site."


@pytest.fixture
def page(room: Room) -> TermsPage:
    room.workspace.create_record("case", None, {"title": "Termen", "summary": TEXT})
    room.window.resize(1920, 1080)
    room.office.navigation.go(TERMS)
    page = room.office.navigation.page(TERMS)
    assert isinstance(page, TermsPage)
    room.qtbot.waitUntil(lambda: len(page.cards) == 3 and not page.is_showing, timeout=PATIENCE)
    room.settle()
    return page


def test_in_a_wide_window_terms_stand_beside_each_other_and_use_its_width(room: Room, page: TermsPage) -> None:
    first, second, third = page.cards
    assert first.y() == second.y() < third.y()
    assert first.x() == third.x() < second.x()
    assert first.height() == second.height()
    assert second.mapTo(page, second.rect().topRight()).x() > page.width() * 0.8
    room.window.resize(1024, 720)
    room.settle()
    assert first.x() == second.x() == third.x()
    assert first.y() < second.y() < third.y()
    assert first.width() > page.width() * 0.7


def test_the_keys_lead_through_both_columns_as_one_reads(room: Room, page: TermsPage) -> None:
    at = []
    for _step in range(4):
        focus = QApplication.focusWidget()
        assert focus
        at.append(next(number for number, card in enumerate(page.cards) if card.isAncestorOf(focus)))
        room.qtbot.keyClick(focus, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert at == [0, 1, 2, 0]
