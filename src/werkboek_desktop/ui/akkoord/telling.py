"""How an akkoord stands, what was answered and what changed since, in the words of the screen."""

from collections.abc import Collection
from datetime import date

from werkboek_desktop.domain import lists
from werkboek_desktop.domain.approvals import State
from werkboek_desktop.domain.asking import Reason
from werkboek_desktop.domain.dutch import day
from werkboek_desktop.domain.moments import begun, counted, listed
from werkboek_desktop.domain.since import How
from werkboek_desktop.domain.titles import MOST
from werkboek_desktop.domain.version import Outcome
from werkboek_desktop.ui.widgets.marks import Mark
from werkboek_desktop.ui.words import tr
from werkboek_desktop.workspace.akkoord import Answer, Proof, Stand, Told

TYPES = {option.key: option.label for option in lists.APPROVAL_TYPE}
OUTCOMES = {option.key: option.label for option in lists.APPROVAL_OUTCOME}
_REASONS = {
    Reason.FIGURE: tr("een getal"),
    Reason.NAME: tr("een naam"),
    Reason.NEGATION: tr("een ‘niet’ of ‘geen’"),
}
HOW = {
    How.CHANGED: ("pencil-line", tr("gewijzigd")),
    How.ADDED: ("plus", tr("erbij gekomen")),
    How.REMOVED: ("minus", tr("weg")),
    How.MOVED: ("arrow-left-right", tr("verplaatst")),
}


def day_of(value: str) -> str:
    """`25 november 2026`; what is no day as it is."""
    try:
        return day(date.fromisoformat(value))
    except ValueError:
        return value


def type_of(stand: Stand) -> str:
    """Which akkoord it is: `Gemeente`, `Citaat ‘Het is hier stil.’`."""
    name = TYPES.get(stand.type, stand.type or tr("Akkoord"))
    short = stand.title if len(stand.title) <= MOST else f"{stand.title[:MOST].rstrip()}…"
    return f"{name} ‘{short}’" if short else name


def mark_of(stand: Stand) -> Mark:
    """How it stands, as a mark."""
    match stand.state:
        case State.STANDS:
            return Mark(tr("akkoord"), "circle-check", "ok", "none")
        case State.LAPSED:
            sentences = f" ({counted(stand.sentences, tr('zin'), tr('zinnen'))})" if stand.sentences else ""
            return Mark(f"{tr('gewijzigd na akkoord')}{sentences}", "shield-alert", "danger")
        case State.REFUSED:
            return Mark(tr("niet akkoord"), "circle-x", "danger")
        case State.ASK_AGAIN:
            return Mark(tr("opnieuw vragen"), "refresh-cw", "attn")
        case State.NOT_YET:
            return Mark(tr("nog niet te beoordelen"), "hourglass", "neutral", "none")
        case State.ERASED:
            return Mark(tr("gewist"), "eraser", "neutral", "none")
    return Mark(tr("nog geen antwoord"), "circle-dashed", "neutral", "none")


def about_stand(stand: Stand) -> str:
    """Who said it and when, and what one should know about the verdict."""
    by = f"{tr('van')} {stand.by}" if stand.by else ""
    on = f"{tr('op')} {day_of(stand.on)}" if stand.on else ""
    said = " ".join(filter(None, (by, on)))
    notes = {
        State.NOT_YET: tr("Wat er toen stond is hier nog niet: lees eerst het pakket in waarin dat zit."),
        State.ERASED: tr("Wat er toen stond is voorgoed gewist, dus dit is niet meer te vergelijken."),
        State.REFUSED: tr("Past iemand dat aan, maak dan een nieuwe proef."),
    }
    people = tr("Zonder de deelnemers beoordeeld: die staan niet op deze computer.") if stand.without_people else ""
    return begun(" · ".join(filter(None, (said, notes.get(stand.state, ""), people))))


def proof_title(proof: Proof) -> str:
    """`Proef naar de gemeente`."""
    if not proof.sent_on:
        return tr("Tekst van toen vastgelegd")
    return f"{tr('Proef naar')} {proof.sent_to}" if proof.sent_to else tr("Proef")


def proof_facts(proof: Proof) -> str:
    """What there is to know of a proof."""
    until = f"{tr('antwoord vóór')} {day_of(proof.deadline)}" if proof.deadline and not proof.answers else ""
    equal = {
        Outcome.EQUAL: tr("de tekst is nog dezelfde"),
        Outcome.CHANGED: tr("de tekst is sindsdien gewijzigd"),
        Outcome.NOT_YET: tr("nog niet te beoordelen"),
        Outcome.ERASED: tr("gewist"),
    }[proof.verdict]
    return begun(" · ".join(filter(None, (until, equal))))


def answer_title(answer: Answer) -> str:
    """`Gemeente: akkoord`."""
    outcome = OUTCOMES.get(answer.outcome, answer.outcome) or tr("geen uitkomst")
    return f"{TYPES.get(answer.type, answer.type or tr('Akkoord'))}: {outcome.lower()}"


def answer_facts(answer: Answer) -> str:
    """By whom, how, and who kept it."""
    who = ", ".join(filter(None, (answer.by, answer.function)))
    kept = f"{tr('vastgelegd door')} {answer.recorded}" if answer.recorded else ""
    return " · ".join(filter(None, (who, answer.channel, kept)))


def difference_title(told: Told) -> str:
    """`In het kort`, `Maatregel ‘Cameras’`, `Maatregel ‘Cameras’ · Maatregel`."""
    title = f"‘{told.title}’" if told.title else ""
    return f"{told.label} {title}".strip() if not told.field or not title else f"{title} · {told.label}"


def advice(reasons: Collection[Reason]) -> str:
    """What the changes propose; nothing where a small correction will do."""
    words = [words for reason, words in _REASONS.items() if reason in reasons]
    return f"{begun(listed(words))} {tr('is anders dan in de proef. Vraag het daarom opnieuw.')}" if words else ""
