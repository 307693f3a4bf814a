"""What there is to see of words that are spelled in several ways, and of words that nobody knows."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from werkboek_desktop.ui.pages.terms import TermsPage
from werkboek_desktop.ui.shell.places import TERMS

if TYPE_CHECKING:
    from tests.ui.house import House


def wording(house: "House") -> Iterator[str]:
    """Both; afterwards the book is as it was before."""
    yield from _terms(house)
    yield from _mistakes(house)


def _terms(house: "House") -> Iterator[str]:
    """What nobody decided about, and what is still spelled otherwise than it should be."""
    text = "Een email, een e-mail. Met co-financiering en cofinanciering."
    case = house.workspace.create_record("case", None, {"title": "Termen", "summary": text}).record
    house.workspace.prefer_spelling("e-mail")
    house.office.navigation.go(TERMS)
    page = house.office.navigation.page(TERMS)
    assert isinstance(page, TermsPage)
    house.settle()
    while page.is_showing:
        house.turn()
    yield house.at(TERMS)
    for card in [card for card in page.cards if card.term.search()][:1]:  # in a long book not among the first
        card.replace.emit()
        house.settle()
        yield house.at("vervangen, vanaf de termen")
    house.workspace.delete(str(case))


def _mistakes(house: "House") -> Iterator[str]:
    """A word that nobody knows, with what may be meant; and beside its text how that reads."""
    fields = {"title": "Spelling", "summary": "De gemeentee kwam. Het ZVH ook."}
    case = str(house.workspace.create_record("case", None, fields).record)
    house.office.navigation.to_record(case, "summary")
    house.settle()
    page = house.records.current_page()
    assert page
    assert page.ease
    page.ease._look()
    yield house.at("hoe leest het")
    house.office.wording.step(1)
    house.settle()
    panel = house.office.wording.panel
    assert panel.isVisible()
    yield house.at("spelling")
    panel.slide_out()
    house.workspace.delete(case)
