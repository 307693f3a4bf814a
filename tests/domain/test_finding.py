"""What a query finds among names, and in which order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkboek_desktop.domain.finding import Name, Names
from werkboek_desktop.domain.text import fold

CASES = Names(
    (
        Name("1", "case", "Achter de voordeur in Zuid", "Zuiderkamp"),
        Name("2", "case", "De Kolenbuurt pakt de sleutel terug", "Meerdrecht", ("merdrecht",)),
        Name("3", "case", "Sleutels in de wijk", "Den Bosch", ("’s-hertogenbosch",)),
        Name("4", "attendee", "Özgür Çelik"),
        Name("5", "case", "Het park is van ons", "Parkstad"),
        Name("6", "signup", "Parkstad"),
    )
)


def ids(query: str, limit: int = 8) -> list[str]:
    return [each.id for each in CASES.find(query, limit)]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("sleutel", ["3", "2"]),  # a name that begins so comes first
        ("kolen", ["2"]),
        ("park", ["5", "6"]),  # nobody types the article
        ("het park", ["5"]),
        ("meerdrecht", ["2"]),
        ("merdrecht", ["2"]),  # by an alias
        ("s hertogenbosch", ["3"]),
        ("voordeur zuid", ["1"]),  # each word somewhere
        ("zuid de", ["1"]),
        ("uurt", ["2"]),  # inside a word, as compounds ask
        ("ozgur celik", ["4"]),
        ("ÖZGÜR", ["4"]),
        ("de", ["2", "1", "3"]),
        ("nergens", []),
        ("", []),
        ("  ", []),
    ],
)
def test_names_are_found_as_people_type_them(query: str, found: list[str]) -> None:
    assert ids(query) == found


def test_no_more_than_asked_for_and_the_best_of_them() -> None:
    assert ids("de", 1) == ["2"]


@given(st.lists(st.text(max_size=12), max_size=12), st.text(max_size=6))
def test_everything_that_has_all_words_is_found_once(names: list[str], query: str) -> None:
    index = Names(Name(str(at), "case", name) for at, name in enumerate(names))
    words = fold(query).split()
    expected = {str(at) for at, name in enumerate(names) if words and all(word in fold(name) for word in words)}
    found = [each.id for each in index.find(query, 100)]
    assert set(found) == expected
    assert len(found) == len(expected)


def test_the_first_are_there_before_anything_was_typed() -> None:
    names = Names([Name(str(number), "case", f"Zaak {number}") for number in range(5)])
    assert [each.id for each in names.first(2)] == ["0", "1"]
    assert len(names.first(9)) == 5
