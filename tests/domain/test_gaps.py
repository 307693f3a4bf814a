"""Which bundles of a sender never came, in which words that is said, and how one asks for them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkboek_desktop.domain.gaps import Hole, Missing, Parcel, hole_before, parcel_words, request, sentences

TODAY = date(2026, 11, 24)


def november(day: int) -> date:
    return date(2026, 11, day)


def parcels(*numbers: int) -> list[Parcel]:
    return [Parcel(number, november(number)) for number in numbers]


@pytest.mark.parametrize(
    ("came", "number", "hole"),
    [
        ((1, 2, 3), 3, None),
        ((1, 2, 4), 4, Hole(3, 3, november(2), november(4))),
        ((2, 6, 7), 7, Hole(3, 5, november(2), november(6))),
        ((5,), 5, Hole(1, 4, None, november(5))),
        ((1, 3, 9, 12), 9, Hole(4, 8, november(3), november(9))),
    ],
    ids=["all came", "one before it", "further back", "the first that came", "not what came later"],
)
def test_the_nearest_bundles_before_it_that_did_not_come(came: tuple[int, ...], number: int, hole: Hole | None) -> None:
    assert hole_before(parcels(*came), number) == hole


@given(st.sets(st.integers(1, 30), min_size=1), st.data())
def test_a_hole_is_whole_and_nothing_behind_it_is_missing(numbers: set[int], data: st.DataObject) -> None:
    number = data.draw(st.sampled_from(sorted(numbers)))
    hole = hole_before([Parcel(each, TODAY + timedelta(each)) for each in numbers], number)
    if hole is None:
        assert numbers.issuperset(range(1, number))
    else:
        assert not numbers & {*range(hole.first, hole.last + 1)}
        assert numbers.issuperset(range(hole.last + 1, number + 1))
        assert hole.first == 1 or hole.first - 1 in numbers


@pytest.mark.parametrize(
    ("hole", "words"),
    [
        (Hole(12, 12, november(3), november(9)), "pakket 12, gemaakt tussen 3 en 9 november"),
        (
            Hole(2, 4, date(2026, 10, 28), november(9)),
            "pakket 2 tot en met 4, gemaakt tussen 28 oktober en 9 november",
        ),
        (Hole(12, 12, date(2025, 12, 28), november(9)), "pakket 12, gemaakt tussen 28 december 2025 en 9 november"),
        (Hole(12, 12, november(9), november(9)), "pakket 12, gemaakt op 9 november"),
        (Hole(1, 4, None, november(9)), "pakket 1 tot en met 4, gemaakt op of vóór 9 november"),
        (Hole(12, 12, date(2101, 1, 1), november(9)), "pakket 12, gemaakt op of vóór 9 november"),
    ],
)
def test_what_a_hole_is_called(hole: Hole, words: str) -> None:
    assert parcel_words(hole, TODAY) == words


def test_all_that_is_known_of_it_is_said() -> None:
    missing = Missing(
        "Piet · laptop",
        (Hole(12, 12, november(3), november(9)),),
        2,
        ("c1",),
        ("De Kade",),
        ("Anna",),
        goes_on=True,
        lacks_too=True,
    )
    assert list(sentences(missing, TODAY)) == [
        "Twee wijzigingen wachten op een eerder pakket: waarschijnlijk pakket 12, gemaakt tussen 3 en 9 november.",
        "Nog niet compleet: ‘De Kade’.",
        "Misschien mist Piet het ook; het bouwt voort op werk van Anna.",
        "Stuur Piet eerst een pakket terug: dan is bekend wat jij nog niet hebt.",
    ]


def test_the_mail_asks_for_one_thing_and_names_no_part_of_the_work() -> None:
    missing = Missing("Piet · laptop", (Hole(12, 12, november(3), november(9)),), 2, ("c1",), ("Fatima Yılmaz",))
    mail = request(missing, "Samen de wijk in", "Marit", TODAY)
    assert mail.subject == "Er mist een pakket van ons werkboek ‘Samen de wijk in’"
    assert mail.text == (
        "Hallo Piet,\n\n"
        "In mijn werkboek ‘Samen de wijk in’ mist nog een pakket. Twee wijzigingen wachten daarop. "
        "Waarschijnlijk gaat het om pakket 12, gemaakt tussen 3 en 9 november.\n\n"
        "Wil je mij een pakket sturen met alles erin, dus niet alleen met wat ik nog niet had? Dan klopt het weer. "
        "Heb je het genoemde pakket nog, dan is dat ook goed. Dubbel sturen kan geen kwaad.\n\n"
        "Groet,\nMarit\n"
    )


def test_without_a_name_or_a_number_the_mail_is_whole_too() -> None:
    text = request(Missing("", goes_on=True, lacks_too=True, writers=("Anna", "Bert")), "", "", TODAY).text
    assert text.startswith("Hallo,\n\nIn mijn werkboek mist nog een pakket. Jouw laatste pakket gaat verder op")
    assert "weet je wie het wel heeft? Het bouwt voort op werk van Anna en Bert." in text
    assert text.endswith("\n\nGroet\n")
