"""What waits today: wording and order by examples, what always holds by hypothesis."""

from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkboek_desktop.domain.gaps import Hole, Missing
from werkboek_desktop.domain.today import MORE, PACKAGES, SHOWN, Waiting, heaps, waiting
from werkboek_desktop.domain.today_facts import (
    Agreement,
    Changed,
    Conflict,
    Embargo,
    Facts,
    Proof,
    Remark,
    SignUp,
    Sort,
    Spot,
)

TODAY = date(2026, 11, 24)
KOLENBUURT = Spot("c1", "partnership", "Met wie?", "c1", "De Kolenbuurt pakt de sleutel terug")
KADE = Spot("c2", "effects", "Resultaten en effecten", "c2", "Bedrijventerrein op slot? Juist open")
CASE = Spot("c1", "", "", "c1", "De Kolenbuurt")
LESSONS = KOLENBUURT._replace(field="lessons", label="Leerpunten en tips")


def days(number: int) -> date:
    return TODAY + timedelta(days=number)


def conflict(others: tuple[str, ...] = ("Yusuf Şahin",), *, mine: bool = True, prose: bool = True) -> Conflict:
    return Conflict(KOLENBUURT, 1 + len(others), others, mine, days(-3), prose)


EXAMPLES = [
    (
        Facts(TODAY, erases=("Anna", "Anna")),
        "Anna wil iets voorgoed wissen",
        "Twee dingen zijn al uit het zicht · hier weg pas als je ja zegt",
    ),
    (
        Facts(TODAY, doubts=("Yusuf Şahin",)),
        "Is dit echt Yusuf Şahin?",
        "Er kwam een pakket met een andere sleutel dan hier bekend is",
    ),
    (
        Facts(TODAY, conflicts=(conflict(),)),
        "Twee versies van ‘Met wie?’",
        "De Kolenbuurt pakt de sleutel terug · jouw tekst en die van Yusuf Şahin, 21 november",
    ),
    (
        Facts(TODAY, conflicts=(conflict(("Piet", "Yusuf"), mine=False),)),
        "Drie versies van ‘Met wie?’",
        "De Kolenbuurt pakt de sleutel terug · van Piet en Yusuf, 21 november",
    ),
    (
        Facts(TODAY, conflicts=(conflict(("",), prose=False),)),
        "Twee versies van ‘Met wie?’",
        "De Kolenbuurt pakt de sleutel terug · jouw versie en die van iemand, 21 november",
    ),
    (
        Facts(TODAY, agreements=(Agreement(Sort.LAPSED, KADE, "Gemeente", date(2026, 3, 12), 1, (KADE,)),)),
        "Gewijzigd na akkoord van 12 maart (1 zin)",
        "Bedrijventerrein op slot? Juist open · Resultaten en effecten",
    ),
    (
        Facts(TODAY, agreements=(Agreement(Sort.LAPSED, KADE, "Gemeente", None, 0),)),
        "Gewijzigd na akkoord",
        "Bedrijventerrein op slot? Juist open",
    ),
    (
        Facts(TODAY, agreements=(Agreement(Sort.REFUSED, KADE, "Tegenlezer", days(-2)),)),
        "Geen akkoord: tegenlezer",
        "Bedrijventerrein op slot? Juist open",
    ),
    (
        Facts(TODAY, agreements=(Agreement(Sort.ASK_AGAIN, KADE, "Gemeente", days(-2)),)),
        "Akkoord opnieuw vragen: gemeente",
        "Bedrijventerrein op slot? Juist open",
    ),
    (Facts(TODAY, proofs=(Proof(CASE, days(3)),)), "Proefdruk: antwoord vóór 27 november", "De Kolenbuurt"),
    (
        Facts(TODAY, proofs=(Proof(CASE, days(-4)),)),
        "Nog geen antwoord op de proefdruk",
        "De Kolenbuurt · gevraagd vóór 20 november",
    ),
    (
        Facts(TODAY, remarks=(Remark(KOLENBUURT, "Yusuf Şahin", days(-1)),)),
        "Opmerking van Yusuf Şahin",
        "De Kolenbuurt pakt de sleutel terug · bij ‘Met wie?’ · gisteren",
    ),
    (
        Facts(TODAY, missing=(Missing("Piet Bloem · laptop", changes=2),)),
        "Er mist nog een pakket van Piet Bloem",
        "Twee wijzigingen wachten op een eerder pakket",
    ),
    (
        Facts(TODAY, missing=(Missing("Piet · pc", (Hole(12, 12, days(-21), days(-15)),), 1, ("c1",), ("Kade",)),)),
        "Er mist nog een pakket van Piet",
        "Eén wijziging wacht op een eerder pakket: waarschijnlijk pakket 12, gemaakt tussen 3 en 9 november · ‘Kade’",
    ),
    (
        Facts(TODAY, missing=(Missing("", goes_on=True),)),
        "Er mist nog een pakket van iemand",
        "Wat er kwam, gaat verder op een pakket dat hier niet is",
    ),
    (
        Facts(TODAY, merged=(KOLENBUURT, LESSONS)),
        "Twee stukken samengevoegd, nog niet nagelezen",
        "De Kolenbuurt pakt de sleutel terug · Leerpunten en tips en Met wie?",
    ),
    (Facts(TODAY, assigned=(CASE,)), "Voor jou: De Kolenbuurt", "Jij bent aan zet."),
    (
        Facts(TODAY, changed=(Changed(KOLENBUURT, "Piet", days(-1)), Changed(LESSONS, "Anna", days(0)))),
        "Twee stukken gewijzigd door Anna en Piet",
        "De Kolenbuurt pakt de sleutel terug · Leerpunten en tips en Met wie? · vandaag",
    ),
    (Facts(TODAY, embargoes=(Embargo(CASE, days(1)),)), "Embargo tot morgen", "De Kolenbuurt"),
    (
        Facts(TODAY, signups=(SignUp("s", "Duinrade", ("Een praktijkvoorbeeld delen",), days(-5)),)),
        "Aanmelding van Duinrade: nog bellen",
        "Wil een praktijkvoorbeeld delen · ontvangen: 19 november",
    ),
    (Facts(TODAY, signups=(SignUp("s", "", (), None),)), "Aanmelding van een gemeente: nog bellen", ""),
]


@pytest.mark.parametrize(("facts", "title", "sentence"), EXAMPLES, ids=[title for _, title, _ in EXAMPLES])
def test_it_reads_as_people_say_it(facts: Facts, title: str, sentence: str) -> None:
    (item,) = waiting(facts)
    assert (item.title, item.sentence) == (title, sentence)


@pytest.mark.parametrize(
    "facts",
    [
        Facts(TODAY),
        Facts(TODAY, proofs=(Proof(CASE, days(8)),)),
        Facts(TODAY, embargoes=(Embargo(CASE, days(-1)),)),
        Facts(TODAY, embargoes=(Embargo(CASE, days(15)),)),
    ],
)
def test_what_is_fine_is_not_shown(facts: Facts) -> None:
    assert waiting(facts) == ()


def test_what_is_asked_already_is_not_told_as_a_change_too() -> None:
    changed = tuple(Changed(spot, "Yusuf", TODAY) for spot in (KOLENBUURT, LESSONS, KADE))
    items = waiting(Facts(TODAY, (conflict(),), (LESSONS,), changed=changed))
    assert [(item.sort, item.record) for item in items if item.sort is Sort.CHANGED] == [(Sort.CHANGED, "c2")]


def test_a_case_that_is_new_for_somebody_did_not_change_for_them() -> None:
    items = waiting(Facts(TODAY, assigned=(CASE,), changed=(Changed(KOLENBUURT, "Yusuf", TODAY),)))
    assert [item.sort for item in items] == [Sort.ASSIGNED]


def test_every_button_leads_somewhere() -> None:
    for facts, _title, _sentence in EXAMPLES:
        for item in waiting(facts):
            assert item.action
            assert bool(item.record) != bool(item.to)
    assert waiting(Facts(TODAY, missing=(Missing("Piet", changes=1),)))[0].to == PACKAGES


def test_what_is_many_is_folded_and_one_more_is_not() -> None:
    def heap(number: int) -> tuple[int, int, str]:
        spots = tuple(KOLENBUURT._replace(record=f"r{n}", top=f"r{n}") for n in range(number))
        (found,) = heaps(waiting(Facts(TODAY, merged=spots)))
        return len(found.shown), len(found.folded), found.rest

    assert heap(SHOWN) == (3, 0, "")
    assert heap(SHOWN + 1) == (4, 0, "")
    assert heap(15) == (3, 12, "en nog twaalf onderdelen met samengevoegde stukken")


def test_of_what_is_folded_a_portion_is_unfolded_at_a_time() -> None:
    spots = tuple(KOLENBUURT._replace(record=f"r{n:02}", top=f"r{n:02}") for n in range(50))
    (found,) = heaps(waiting(Facts(TODAY, merged=spots)), {Sort.MERGED: MORE})
    assert (len(found.shown), len(found.folded)) == (SHOWN + MORE, 50 - SHOWN - MORE)


names = st.sampled_from(["", "Anna", "Piet", "Yusuf Şahin"])
near = st.integers(-20, 20).map(days)
spots = st.builds(
    lambda case, part, field: Spot(
        f"{case}{part}", field, {"a": "Aanleiding", "b": "Met wie?"}[field], case, f"Zaak {case}"
    ),
    st.sampled_from("xyz"),
    st.sampled_from(["", "1", "2"]),
    st.sampled_from("ab"),
)


def some[T](of: st.SearchStrategy[T]) -> st.SearchStrategy[tuple[T, ...]]:
    return st.lists(of, max_size=6).map(tuple)


all_facts = st.builds(
    Facts,
    today=st.just(TODAY),
    conflicts=st.lists(
        st.builds(Conflict, spots, st.integers(2, 4), some(names), st.booleans(), near, st.booleans()),
        max_size=6,
        unique_by=lambda each: each.spot,
    ).map(tuple),
    merged=some(spots),
    agreements=some(
        st.builds(
            Agreement,
            st.sampled_from([Sort.LAPSED, Sort.REFUSED, Sort.ASK_AGAIN]),
            spots,
            st.sampled_from(["Gemeente", "Foto"]),
            st.none() | near,
            st.integers(0, 3),
        )
    ),
    proofs=some(st.builds(Proof, spots, near)),
    remarks=some(st.builds(Remark, spots, names, near)),
    missing=some(st.builds(Missing, names, changes=st.integers(1, 30))),
    changed=some(st.builds(Changed, spots, names, near)),
    assigned=some(spots),
    embargoes=some(st.builds(Embargo, spots, near)),
    signups=some(st.builds(SignUp, st.sampled_from("pq"), names, some(st.just("Meedoen")), st.none() | near)),
)


@given(all_facts)
def test_nothing_stands_twice_and_the_most_urgent_comes_first(facts: Facts) -> None:
    items = waiting(facts)
    assert len(set(items)) == len(items)
    ranks = [list(Sort).index(item.sort) for item in items]
    assert ranks == sorted(ranks)


@given(all_facts)
def test_no_field_is_asked_and_told_as_a_change(facts: Facts) -> None:
    items = waiting(facts)
    disputed = [each.spot for each in facts.conflicts] + [each.spot for each in facts.agreements]
    asked = {(spot.record, spot.field) for spot in (*facts.merged, *disputed)}
    assert not asked & {(item.record, item.field) for item in items if item.sort is Sort.CHANGED}


@given(all_facts, st.randoms(use_true_random=False))
def test_the_order_of_the_facts_does_not_matter(facts: Facts, random: Random) -> None:
    def shuffled(name: str) -> object:
        value = getattr(facts, name)
        return random.sample(value, len(value)) if isinstance(value, tuple) else value

    mixed = Facts(**{name: shuffled(name) for name in Facts._fields})  # type: ignore[arg-type]
    assert waiting(mixed) == waiting(facts)


@given(all_facts)
def test_folding_loses_nothing(facts: Facts) -> None:
    items = waiting(facts)
    found: list[Waiting] = []
    for heap in heaps(items):
        assert bool(heap.folded) == bool(heap.rest)
        found += [*heap.shown, *heap.folded]
    assert tuple(found) == items
