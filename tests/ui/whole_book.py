"""The pages that go over the whole book: the overviews, the privacy check, and replacing."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtTest import QTest

from werkboek_desktop.domain.overview.views import View
from werkboek_desktop.domain.privacy.clearing import Ground
from werkboek_desktop.ui.pages.overviews.page import OverviewsPage
from werkboek_desktop.ui.pages.privacy import PrivacyPage
from werkboek_desktop.ui.pages.replacing import ReplacingPage
from werkboek_desktop.ui.shell.places import PRIVACY, REPLACING
from werkboek_desktop.ui.shell.rail import OVERVIEWS

if TYPE_CHECKING:
    from tests.ui.house import House


def whole_book(house: "House") -> Iterator[str]:
    """One after the other."""
    yield from _overviews(house)
    yield from _privacy(house)
    yield from _replacing(house)


def _overviews(house: "House") -> Iterator[str]:
    house.office.navigation.go(OVERVIEWS)
    house.settle()
    page = house.office.navigation.page(OVERVIEWS)
    assert isinstance(page, OverviewsPage)
    for view in View:
        page.show_view(view)
        QTest.qWait(100)  # what is missing comes a moment later
        yield house.at(f"overzicht {view}")
    page.show_view(View.CHOICE)
    page.choice.show_everything()
    house.settle()
    for row in range(page.choice.model.rowCount()):
        page.choice.model.tick(row)
    yield house.at("overzicht choice, gekozen")


def _privacy(house: "House") -> Iterator[str]:
    """A sentence that asks for a decision, and one about which somebody decided."""
    house.office.navigation.check_privacy()
    yield house.at(PRIVACY)
    page = house.office.navigation.page(PRIVACY)
    assert isinstance(page, PrivacyPage)
    page.stay(Ground.AGREED)
    house.settle()
    page.toggle()
    yield house.at("privacy, besloten")


def _replacing(house: "House") -> Iterator[str]:
    """Every place where a word stands, with a tick."""
    house.office.navigation.go(REPLACING)
    page = house.office.navigation.page(REPLACING)
    assert isinstance(page, ReplacingPage)
    page.old.setText("wijk")
    page.look()
    house.settle()
    while page.is_showing:
        house.turn()
    yield house.at(REPLACING)
