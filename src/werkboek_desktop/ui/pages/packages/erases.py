"""What colleagues erased: it is out of sight already, and somebody here says whether it goes for good."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QFrame

from werkboek_desktop.domain import schema
from werkboek_desktop.domain.change import Scope
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.ui.pages.packages.phrase import advanced
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.widgets.basic import button, card, column, label, row
from werkboek_desktop.ui.widgets.flow import flowing
from werkboek_desktop.ui.widgets.panels import picture
from werkboek_desktop.ui.words import count, moment, tr

if TYPE_CHECKING:
    from werkboek_desktop.workspace.erased import Incoming


class Asked(NamedTuple):
    """One thing that a colleague erased, with the erases that it is made of: a record and all that it owns."""

    first: "Incoming"
    all: "tuple[Incoming, ...]"


def asked(session: Session, erases: "Sequence[Incoming]") -> list[Asked]:
    """What is owned by something that was erased too is part of that."""
    whole = {each.record for each in erases if each.field is None}
    found: dict[tuple[RecordId, str | None], list[Incoming]] = {}
    for each in erases:
        top = _top(session, each.record, whole) if each.field is None else each.record
        found.setdefault((top, each.field), []).append(each)
    return [
        Asked(next((each for each in group if each.record == top), group[0]), tuple(group))
        for (top, _field), group in found.items()
    ]


def _top(session: Session, record: RecordId, whole: set[RecordId]) -> RecordId:
    while (owner := session.owner_of(record)) in whole and owner:
        record = owner
    return record


class Answers(NamedTuple):
    """What one can say: it goes, it stays hidden, or it is one's own words from now on; `trust`: whose key it is."""

    yes: Callable[[Asked], object]
    no: Callable[[Asked], object]
    take_over: Callable[[Asked], object]
    trust: Callable[[Asked], object]


def erase_card(session: Session, one: Asked, answers: Answers) -> QFrame:
    """Who erased what, what is true meanwhile, and the answers; a key that is not trusted is nobody's."""
    who = session.name_of(one.first.by) if one.first.trusted else tr("Iemand")
    title = row(picture("eraser", "attn"), label(f"{who} {tr('wil voorgoed wissen')}", "section", wrap=True))
    title.setStretch(1, 1)
    what = _what(session, one)
    said = [label(each, wrap=True) for each in (what, *_whence(session, one.first), *_means(session, one))]
    on = label(f"{tr('Gewist op')} {moment(one.first.time)}", "caption", "text2")
    answered = [(tr("Nee, verborgen laten"), answers.no, "", "")]
    if one.first.field:
        answered.append((tr("Overnemen"), answers.take_over, "", ""))
    if one.first.trusted:
        answered.insert(0, (tr("Ja, wis het hier ook"), answers.yes, "danger", "eraser"))
    else:
        answered.append((tr("Bekijk de sleutel"), answers.trust, "", "arrow-right"))
    buttons = [button(text, partial(act, one), role, icon, f"{text}: {what}") for text, act, role, icon in answered]
    words = [] if one.first.trusted else [advanced(one.first.phrase)]
    return card("surface", column(title, *said, on, *words, flowing(*buttons), margins=(18, 14, 16, 14)))


def _what(session: Session, one: Asked) -> str:
    first = one.first
    kind, field = schema.kind(first.kind), schema.field(first.kind, first.field or "")
    name = f"{kind.label.lower() if kind else first.kind}{_whose(session, first.record, itself=field is not None)}"
    if field is not None:
        return f"{tr('Een tekst bij')} ‘{field.label}’ {tr('van')} {name}."
    if _is_person(first.kind):
        return f"{tr('Eén')} {name}, {tr('met alles wat erbij hoort')}."
    more = f" {tr('en wat erbij hoort')} ({count(len(one.all) - 1, tr('onderdeel'), tr('onderdelen'))})"
    return f"{tr('Eén')} {name}{more if len(one.all) > 1 else ''}."


def _whose(session: Session, record: RecordId, *, itself: bool) -> str:
    """By its own title, or that of what it belongs to; never a person's name, for this page may be on the wall."""
    owner = session.owner_of(record)
    top = owner or (record if itself else "")
    kind = session.kind_of(top) if top else ""
    found = schema.kind(kind)
    if found is None or _is_person(kind):
        return ""
    title = f"‘{session.workspace.title(top)}’"
    return f" {tr('bij')} {found.label.lower()} {title}" if owner else f" {title}"


def _whence(session: Session, first: "Incoming") -> Iterator[str]:
    """Of a key that is not trusted: by what name it is known, and whose name it wrote, which anybody can."""
    if first.trusted:
        return
    known = f"{tr('De sleutel heet hier')} ‘{first.signer}’."
    key = known if first.signer else tr("Van wie de sleutel is, is hier niet bekend.")
    by = f"{tr('Er staat bij dat het van')} {session.name_of(first.by)} {tr('is. Dat kan iedereen schrijven.')}"
    yield f"{key} {by}" if first.by else key


def _is_person(kind: str) -> bool:
    found = schema.kind(kind)
    return found is not None and found.scope == Scope.PEOPLE


def _means(session: Session, one: Asked) -> Iterator[str]:
    yield tr("Het is al uit het zicht, op elke computer. Met ‘ja’ gaat het hier ook uit oude versies en back-ups.")
    if one.first.field:
        record = session.there(one.first.record)
        if record and (view := record.fields.get(one.first.field)) and view.value:
            yield tr("Wat er nu in de tekst staat, blijft.")
        yield tr("Met ‘overnemen’ komt de verborgen tekst terug, als jouw eigen woorden en bij iedereen.")
    if not one.first.trusted:
        yield tr("Het komt van een sleutel die je nog niet vertrouwt. ‘Ja’ kan pas als je die bij Contacten vertrouwt.")
