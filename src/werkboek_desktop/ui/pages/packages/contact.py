"""One contact in words: who, since when, what the key is worth here, and the question that one may have to answer."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QWidget

from werkboek_desktop.domain.moments import listed
from werkboek_desktop.domain.today_lines import person_of
from werkboek_desktop.domain.trust import Trust
from werkboek_desktop.ui.lists.line import Line
from werkboek_desktop.ui.pages.packages.dated import made_on
from werkboek_desktop.ui.pages.packages.phrase import advanced, phrase
from werkboek_desktop.ui.pages.packages.preview import fact
from werkboek_desktop.ui.widgets.basic import button, card, column, label, row
from werkboek_desktop.ui.widgets.flow import flowing
from werkboek_desktop.ui.widgets.marks import Mark
from werkboek_desktop.ui.widgets.panels import picture
from werkboek_desktop.ui.words import tr

if TYPE_CHECKING:
    from werkboek_desktop.workspace import Known

type Answer = Callable[[bool], object]
"""Whether the key is of who it says."""


def contact_line(one: "Known") -> Line:
    """As a row."""
    return Line(name_of(one), computer_of(one) or tr("stuurde zelf nog niets"), marks=(contact_mark(one),))


def name_of(one: "Known") -> str:
    """The person."""
    return person_of(one.name) if one.name else tr("(zonder naam)")


def computer_of(one: "Known") -> str:
    """Their computer, as far as its bundles said."""
    return one.name.partition(" · ")[2]


def contact_mark(one: "Known") -> Mark:
    """What the key is worth here."""
    if one.is_own:
        return Mark(tr("deze computer"), "laptop", "neutral", "none")
    match one.trust:
        case Trust.ASKED:
            return Mark(tr("is dit echt?"), "circle-question-mark", "attn")
        case Trust.REFUSED:
            return Mark(tr("geweigerd"), "circle-x", "danger")
        case Trust.INTRODUCED:
            by = f" {tr('via')} {person_of(one.by)}" if one.by else ""
            return Mark(f"{tr('bekend')}{by}", "users", "neutral", "none")
    return Mark(tr("vertrouwd"), "shield-check", "ok", "none")


def contact_widgets(one: "Known", today: date, answer: Answer, reply: Callable[[], object]) -> Iterator[QWidget]:
    """Everything from top to bottom."""
    yield _head(one, today)
    if one.trust is Trust.ASKED:
        yield question(one, answer)
        return
    yield label(_means(one), wrap=True)
    if not one.is_own and one.trust is not Trust.REFUSED and computer_of(one):
        sends = QWidget()
        sends.setLayout(row(button(tr("Stuur terug"), reply, "", "send"), 0))
        yield sends
    yield _advanced(one, answer)


def _head(one: "Known", today: date) -> QWidget:
    facts = [fact("laptop", "text2", computer_of(one))] if computer_of(one) else []
    if one.at:
        facts.append(fact("calendar", "text2", f"{tr('Hier bekend sinds')} {made_on(one.at, today)}"))
    if one.persons:
        facts.append(fact("pencil-line", "text2", f"{tr('Schreef als')} {listed(list(one.persons))}"))
    head = QWidget()
    first = tr("Dit ben je zelf") if one.is_own else contact_mark(one).text.capitalize()
    title = label(name_of(one), "title", wrap=True)
    head.setLayout(column(label(first, "caption", "text2"), title, flowing(*facts), gap=6))
    return head


def _means(one: "Known") -> str:
    who = name_of(one)
    if one.is_own:
        return tr("Met deze sleutel ondertekent deze computer alles wat je schrijft. Collega’s herkennen je eraan.")
    if one.trust is Trust.REFUSED:
        return tr("Pakketten met deze sleutel worden hier niet ingelezen. Wat er al in stond, blijft staan.")
    if one.trust is Trust.INTRODUCED:
        by = person_of(one.by) if one.by else tr("een collega")
        return f"{by} {tr('stuurde werk door van')} {who}. {tr('Zelf stuurde die hier nog niets.')}"
    return f"{tr('Wat met deze sleutel is ondertekend, geldt hier als van')} {who}."


def question(one: "Known", answer: Answer) -> QFrame:
    """A person who is known by another key: why that may be, why it may be wrong, and an answer."""
    who = name_of(one)
    title = row(
        picture("circle-question-mark", "attn", 20),
        label(f"{tr('Is dit echt')} {who}?", "section", wrap=True),
        gap=10,
    )
    title.setStretch(1, 1)
    told = (
        f"{who} {tr('is hier bekend met een andere sleutel. Dat kan kloppen: een nieuwe laptop bijvoorbeeld.')}",
        f"{tr('Het kan ook iemand zijn die zich uitgeeft voor')} {who}.",
        f"{tr('Bel')} {who} {tr('en vergelijk deze zes woorden.')}"
        f" {tr('Bij de ander staan ze bij Contacten, onder ‘Jouw zes woorden’.')}",
    )
    meanwhile = tr("De teksten zijn gewoon ingelezen. Zolang je niets zegt, mag deze sleutel niets voorgoed wissen.")
    yes = button(f"{tr('Ja, dit is')} {who}", partial(answer, True), "primary", "check")
    no = button(tr("Nee, weiger deze sleutel"), partial(answer, False), "danger", "circle-x")
    return card(
        "attn",
        column(
            title,
            *(label(each, wrap=True) for each in told),
            phrase(one.phrase),
            label(meanwhile, "caption", "text2", wrap=True),
            flowing(yes, no),
            margins=(18, 14, 16, 14),
        ),
    )


def _advanced(one: "Known", answer: Answer) -> QWidget:
    if one.is_own:
        return advanced(one.phrase)
    trust = {Trust.REFUSED: tr("Vertrouw deze sleutel weer"), Trust.INTRODUCED: tr("Vertrouw deze sleutel")}
    answers = [button(trust[one.trust], partial(answer, True))] if one.trust in trust else []
    if one.trust is not Trust.REFUSED:
        answers.append(button(tr("Weiger deze sleutel"), partial(answer, False), "danger"))
    return advanced(one.phrase, flowing(*answers))
