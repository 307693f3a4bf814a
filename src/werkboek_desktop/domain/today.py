"""What waits for a person today, the most urgent first: rules over plain data, the same for window and command line.

Nothing that is fine is shown, nothing is shown twice, and names of attendees never: the page may be on the beamer.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from werkboek_desktop.domain.gaps import waits_for
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.moments import begun, counted, day_near, listed
from werkboek_desktop.domain.today_facts import Agreement, Conflict, Facts, Remark, Sort, Spot
from werkboek_desktop.domain.today_lines import person_of

SHOWN = 3
"""How many of one kind are shown before the rest is folded."""
MORE = 20
"""How many more are shown when somebody asks."""
DEADLINE_NEAR = timedelta(days=7)
EMBARGO_NEAR = timedelta(days=14)
PACKAGES = "packages"
LOOKED_AT = "case"
"""The kind of which somebody hears what others did with it since they looked at it."""
TOLD_APART = frozenset({"proof", "approval", "comment"})
"""Kinds whose changes wait under their own name."""
_SOMEBODY = "iemand"
_VERSIONS = "versie", "versies"
_PARTS = "stuk", "stukken"
_SENTENCES = "zin", "zinnen"
_HIDDEN = "ding is", "dingen zijn"


_URGENCY = {sort: rank for rank, sort in enumerate(Sort)}
_REST = {
    Sort.CONFLICT: ("keuze", "keuzes"),
    Sort.LAPSED: ("gewijzigd akkoord", "gewijzigde akkoorden"),
    Sort.ERASE: ("verzoek om te wissen", "verzoeken om te wissen"),
    Sort.DOUBT: ("vraag over een sleutel", "vragen over een sleutel"),
    Sort.REFUSED: ("weigering", "weigeringen"),
    Sort.ASK_AGAIN: ("akkoord om opnieuw te vragen", "akkoorden om opnieuw te vragen"),
    Sort.DEADLINE: ("proefdruk", "proefdrukken"),
    Sort.COMMENT: ("opmerking", "opmerkingen"),
    Sort.MISSING: ("pakket", "pakketten"),
    Sort.MERGED: ("onderdeel met samengevoegde stukken", "onderdelen met samengevoegde stukken"),
    Sort.ASSIGNED: ("praktijkvoorbeeld", "praktijkvoorbeelden"),
    Sort.CHANGED: ("gewijzigd praktijkvoorbeeld", "gewijzigde praktijkvoorbeelden"),
    Sort.EMBARGO: ("embargo", "embargo’s"),
    Sort.SIGNUP: ("aanmelding", "aanmeldingen"),
}


_NOTHING: Mapping[Sort, int] = {}


class Waiting(NamedTuple):
    """One thing that waits: where its button leads is a field of a record, or else a destination."""

    sort: Sort
    title: str
    sentence: str
    action: str
    record: RecordId = ""
    field: str = ""
    to: str = ""


class Heap(NamedTuple):
    """What waits of one kind; `rest` says how much is folded away, as in "en nog 12 opmerkingen"."""

    shown: tuple[Waiting, ...]
    folded: tuple[Waiting, ...] = ()
    rest: str = ""


type _Rule = Callable[[Facts], Iterator[Waiting]]


def waiting(facts: Facts) -> tuple[Waiting, ...]:
    """What waits, the most urgent first; the order of the facts does not matter."""
    found = {item: None for rule in _RULES for item in rule(facts)}
    return tuple(sorted(found, key=lambda item: _URGENCY[item.sort]))


def heaps(items: Iterable[Waiting], unfolded: Mapping[Sort, int] = _NOTHING) -> tuple[Heap, ...]:
    """By kind, what is many folded; `unfolded`: how many more of a kind somebody asked to see."""
    by_sort: dict[Sort, list[Waiting]] = defaultdict(list)
    for item in items:
        by_sort[item.sort].append(item)
    return tuple(_heap(sort, tuple(same), SHOWN + unfolded.get(sort, 0)) for sort, same in by_sort.items())


def _heap(sort: Sort, items: tuple[Waiting, ...], most: int) -> Heap:
    folded = items[most:] if len(items) > most + 1 else ()  # a line to unfold one is no shorter
    if not folded:
        return Heap(items)
    return Heap(items[:most], folded, f"en nog {counted(len(folded), *_REST[sort])}")


def _conflicts(facts: Facts) -> Iterator[Waiting]:
    for spot, versions, others, mine, on, prose in sorted(set(facts.conflicts), key=_by_spot):
        yield Waiting(
            Sort.CONFLICT,
            f"{begun(counted(versions, *_VERSIONS))} van ‘{spot.label}’",
            f"{spot.title} · {_whose(others, mine=mine, prose=prose)}, {day_near(on, facts.today)}",
            "Kies of schrijf",
            spot.record,
            spot.field,
        )


def _whose(others: tuple[str, ...], *, mine: bool, prose: bool) -> str:
    names = listed(sorted({name or _SOMEBODY for name in others}))
    if mine:
        return f"jouw {'tekst' if prose else 'versie'} en die van {names}" if names else "twee keer van jou"
    return f"van {names}"


def _agreements(facts: Facts) -> Iterator[Waiting]:
    lapsed = {each.spot.top: each for each in sorted(facts.agreements, key=_by_day) if each.sort is Sort.LAPSED}
    rest = [each for each in facts.agreements if each.sort is not Sort.LAPSED]
    for agreement in sorted({*rest, *lapsed.values()}, key=_by_day):
        yield Waiting(
            agreement.sort,
            _agreement_title(agreement, facts.today),
            " · ".join(filter(None, [agreement.spot.title, _changed_parts(agreement)])),
            "Bekijk",
            agreement.spot.record,
            agreement.spot.field,
        )


def _changed_parts(agreement: Agreement) -> str:
    return listed(list(dict.fromkeys(spot.label for spot in agreement.changed)))


def _agreement_title(agreement: Agreement, today: date) -> str:
    of = f" van {day_near(agreement.on, today)}" if agreement.on else ""
    if agreement.sort is Sort.REFUSED:
        return f"Geen akkoord: {agreement.by.lower()}"
    if agreement.sort is Sort.ASK_AGAIN:
        return f"Akkoord opnieuw vragen: {agreement.by.lower()}"
    count = f" ({agreement.sentences} {_SENTENCES[agreement.sentences != 1]})" if agreement.sentences else ""
    return f"Gewijzigd na akkoord{of}{count}"


def _proofs(facts: Facts) -> Iterator[Waiting]:
    for spot, deadline in sorted(set(facts.proofs), key=lambda proof: (proof.deadline, proof.spot)):
        day = day_near(deadline, facts.today)
        late = deadline <= facts.today
        if deadline - facts.today <= DEADLINE_NEAR:
            title = "Nog geen antwoord op de proefdruk" if late else f"Proefdruk: antwoord vóór {day}"
            sentence = f"{spot.title} · gevraagd vóór {day}" if late else spot.title
            yield Waiting(Sort.DEADLINE, title, sentence, "Open", spot.record, spot.field)


def _remarks(facts: Facts) -> Iterator[Waiting]:
    for spot, by, on in sorted(set(facts.remarks), key=_by_day):
        at = f"bij ‘{spot.label}’" if spot.label else ""
        sentence = " · ".join(filter(None, [spot.title, at, day_near(on, facts.today)]))
        yield Waiting(Sort.COMMENT, f"Opmerking van {by or _SOMEBODY}", sentence, "Lees", spot.record, spot.field)


def _erases(facts: Facts) -> Iterator[Waiting]:
    for who, amount in sorted(Counter(facts.erases).items()):
        title = f"{who or _SOMEBODY} wil iets voorgoed wissen"
        sentence = f"{begun(counted(amount, *_HIDDEN))} al uit het zicht · hier weg pas als je ja zegt"
        yield Waiting(Sort.ERASE, begun(title), sentence, "Beantwoord", to=PACKAGES)


def _doubts(facts: Facts) -> Iterator[Waiting]:
    for who in sorted(set(facts.doubts)):
        sentence = "Er kwam een pakket met een andere sleutel dan hier bekend is"
        yield Waiting(Sort.DOUBT, f"Is dit echt {who or _SOMEBODY}?", sentence, "Beantwoord", to=PACKAGES)


def _missing(facts: Facts) -> Iterator[Waiting]:
    for missing in sorted(set(facts.missing), key=lambda each: (each.sender, str(each))):  # None is before no day
        title = f"Er mist nog een pakket van {person_of(missing.sender)}"
        where = listed([f"‘{each}’" for each in missing.titles])
        sentence = " · ".join(filter(None, [waits_for(missing, facts.today), where]))
        yield Waiting(Sort.MISSING, title, sentence, "Bekijk pakketten", to=PACKAGES)


def _merged(facts: Facts) -> Iterator[Waiting]:
    for spots in _by_top(facts.merged, lambda spot: spot):
        title = f"{begun(counted(len(spots), *_PARTS))} samengevoegd, nog niet nagelezen"
        sentence = f"{spots[0].title} · {_labels(spots)}"
        yield Waiting(Sort.MERGED, title, sentence, "Lees na", spots[0].record, spots[0].field)


def _assigned(facts: Facts) -> Iterator[Waiting]:
    for spot in sorted(set(facts.assigned)):
        yield Waiting(Sort.ASSIGNED, f"Voor jou: {spot.title}", "Jij bent aan zet.", "Open", spot.record)


def _changed(facts: Facts) -> Iterator[Waiting]:
    """What is asked for by name already, or wholly new for its person, is not told a second time."""
    disputed = [each.spot for each in facts.conflicts]
    disputed += [spot for each in facts.agreements for spot in (each.spot, *each.changed)]
    asked = {(spot.record, spot.field) for spot in (*facts.merged, *disputed)}
    new = {spot.top for spot in facts.assigned}
    told = [each for each in facts.changed if each.spot[:2] not in asked and each.spot.top not in new]
    for same in sorted(_by_top(told, lambda each: each.spot), key=lambda same: max(each.on for each in same))[::-1]:
        spots = sorted({each.spot for each in same})
        by = listed(sorted({each.by or _SOMEBODY for each in same}))
        day = day_near(max(each.on for each in same), facts.today)
        title = f"{begun(counted(len(spots), *_PARTS))} gewijzigd door {by}"
        sentence = f"{spots[0].title} · {_labels(spots)} · {day}"
        yield Waiting(Sort.CHANGED, title, sentence, "Bekijk", spots[0].record, spots[0].field)


def _embargoes(facts: Facts) -> Iterator[Waiting]:
    for spot, until in sorted(set(facts.embargoes), key=lambda each: (each.until, each.spot)):
        if timedelta() <= until - facts.today <= EMBARGO_NEAR:
            title = f"Embargo tot {day_near(until, facts.today)}"
            yield Waiting(Sort.EMBARGO, title, spot.title, "Open", spot.record, spot.field)


def _signups(facts: Facts) -> Iterator[Waiting]:
    for record, municipality, wants, received in sorted(
        set(facts.signups), key=lambda each: (each.received or date.max, each.municipality, each.record, each.wants)
    ):
        since = f"ontvangen: {day_near(received, facts.today)}" if received else ""
        wish = f"wil {listed([want.lower() for want in wants])}" if wants else ""
        sentence = " · ".join(filter(None, [wish, since]))
        title = f"Aanmelding van {municipality or 'een gemeente'}: nog bellen"
        yield Waiting(Sort.SIGNUP, title, begun(sentence), "Open", record)


_RULES: tuple[_Rule, ...] = (
    _conflicts,
    _agreements,
    _erases,
    _doubts,
    _proofs,
    _remarks,
    _missing,
    _merged,
    _assigned,
    _changed,
    _embargoes,
    _signups,
)


def _by_spot(fact: Conflict) -> Spot:
    return fact.spot


def _by_day(fact: Agreement | Remark) -> tuple[object, ...]:
    return (fact.on or date.min, *(part for part in fact if part is not None))


def _by_top[Fact](facts: Iterable[Fact], spot_of: Callable[[Fact], Spot]) -> list[list[Fact]]:
    """In the order of the titles; what stands in one part of the work together."""
    together: dict[tuple[str, RecordId], list[Fact]] = defaultdict(list)
    for fact in sorted(set(facts), key=spot_of):
        together[spot_of(fact).title, spot_of(fact).top].append(fact)
    return [together[key] for key in sorted(together)]


def _labels(spots: Iterable[Spot]) -> str:
    return listed(sorted({spot.label for spot in spots}))
