"""The pages that go over the whole book: the overviews, the privacy check, words, and reading it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtTest import QTest

from tests.ui.wording import wording
from werkboek_desktop.domain.overview.views import View
from werkboek_desktop.domain.privacy.clearing import Ground
from werkboek_desktop.ui.pages.overviews.page import OverviewsPage
from werkboek_desktop.ui.pages.privacy import PrivacyPage
from werkboek_desktop.ui.pages.readthrough.page import ReadingPage
from werkboek_desktop.ui.pages.replacing import ReplacingPage
from werkboek_desktop.ui.shell.places import PRIVACY, READING, REPLACING
from werkboek_desktop.ui.shell.rail import OVERVIEWS
from werkboek_desktop.ui.widgets.inputs import Choice

if TYPE_CHECKING:
    from tests.ui.house import House


def whole_book(house: "House") -> Iterator[str]:
    """One after the other."""
    yield from _overviews(house)
    yield from _privacy(house)
    yield from _replacing(house)
    yield from wording(house)
    yield from _reading(house)


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


def _reading(house: "House") -> Iterator[str]:
    """The book from its beginning, a case of it, what is found, one chapter, and nothing at all."""
    house.office.navigation.read_through()
    page = house.office.navigation.page(READING)
    assert isinstance(page, ReadingPage)
    yield house.at("doorlopend: het hele werkboek")
    page.seek.field.setText("wijk")
    page.seek.step(1)
    house.settle()
    page.seek.step(1)
    yield house.at("doorlopend: gevonden")
    page.seek.field.setText("")
    page.search()
    yield house.at("doorlopend: inhoud")
    page.choices.only_read.setChecked(True)
    page.step(1)
    yield house.at("doorlopend: alleen lezen")
    page.choices.only_read.setChecked(False)
    _choose(page.choices.chapter, "Rode draad: met wie?")
    house.settle()
    page.column.enter(1)
    yield house.at(READING)
    _choose(page.choices.status, "Gepubliceerd")
    yield house.at("doorlopend: niets te lezen")
    for choice in (page.choices.chapter, page.choices.status):
        _choose(choice, choice.itemText(0))
    house.settle()


def _choose(choice: Choice, text: str) -> None:
    choice.setCurrentText(text)
    choice.activated.emit(choice.currentIndex())
