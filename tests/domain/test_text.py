"""Text as people type, paste and look for it."""

import re
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkboek_desktop.domain.text import (
    clean_line,
    clean_text,
    count_words,
    fold,
    name_of_person,
    parts_of_name,
    sort_key_name,
    sort_key_person,
)
from werkboek_desktop.domain.values import ValueType, canonical, check

AWKWARD = st.text(
    st.sampled_from("ab é\u0301\u200b\u200c\u200d\ufeff\xad\xa0\t\r\n\v\u2028\u2029\x00\x1b\ud800\u202e👩א.ı’'")
)
TEXT = AWKWARD | st.text(st.characters(codec=None), max_size=40)


def visible(text: str) -> str:
    """What a reader sees of a text: its letters, digits and signs in their order."""
    return "".join(letter for letter in normalize("NFC", text) if letter.isprintable() and letter != " ")


@given(TEXT)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean_text(clean_text(text)) == clean_text(text)
    assert clean_line(clean_line(text)) == clean_line(text)


@given(TEXT)
def test_clean_text_can_be_stored(text: str) -> None:
    assert canonical(check(ValueType.PROSE, clean_text(text)))
    assert canonical(check(ValueType.LINE, clean_line(text)[:500]))


@given(st.text(st.sampled_from("aéĳŞığ €,.’'\"-*_\n1א👩"), max_size=60))
def test_cleaning_keeps_everything_that_is_seen(text: str) -> None:
    assert visible(clean_text(text)) == visible(text)
    assert re.split(r"\s+", clean_line(text)) == re.split(r"\s+", text.strip())


@pytest.mark.parametrize(
    ("typed", "cleaned"),
    [
        ("een\r\ntwee\rdrie\u2028vier\u2029vijf\x0bzes", "een\ntwee\ndrie\nvier\nvijf\nzes"),
        ("cafe\u0301", "café"),
        ("\ufeffaf\xadspraak", "afspraak"),
        ("zo\u200dmaar\u200c", "zomaar"),
        ("👩\u200d👧 en نام\u200cه", "👩\u200d👧 en نام\u200cه"),
        ("half \ud83d paar", "half  paar"),
        ("regel  \n\xa0\nregel\t", "regel\n\nregel"),
        ("€\xa0500", "€\xa0500"),
        ("naam\tplaats", "naam plaats"),
        ("\t- genest", "  - genest"),
        ("links\u202erechts\x1b", "linksrechts"),
    ],
)
def test_what_nobody_sees_is_gone_and_what_is_meant_stays(typed: str, cleaned: str) -> None:
    assert clean_text(typed) == cleaned


def test_a_line_has_no_ends_and_no_double_spaces() -> None:
    assert clean_line(" Samen\n de   wijk\xa0in \xa0") == "Samen de wijk\xa0in"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("Wat doet u, voor wie?", 5),
        ("- een\n  1. twee\n## drie vier\n> vijf", 5),
        ("**vet** – en *schuin*", 3),
        ("’t is 4.210 m² in de IJsselstraat", 7),
    ],
)
def test_words_are_counted_without_markers(text: str, words: int) -> None:
    assert count_words(text) == words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Súdwest-Fryslân", "sudwest-fryslan"),
        ("'s-Gravenhage", "s-gravenhage"),
        ("’s-Gravenhage", "'S-GRAVENHAGE"),
        ("Ĳsselstein", "IJsselstein"),
        ("Straße", "STRASSE"),
        ("Işık", "isik"),
        ("İnci", "inci"),
        ("Łukasz", "lukasz"),
        ("Søren", "soren"),
        ("ﬁets", "Fiets"),
    ],
)
def test_spellings_of_one_word_fold_to_the_same(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@given(TEXT)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_people_sort_under_the_main_part_of_their_name() -> None:
    people = [
        ("Sanne", "’t", "Hoek"),
        ("Jan", "van der", "Berg"),
        ("Piet", "", "van den Akker"),
        ("Anna", "", "d’Ancona"),
        ("Emre", "", "Şahin"),
        ("Fatima", "", "El Idrissi"),
        ("Bo", "", "’t Gooi"),
        ("Ad", "", "Van"),
        ("IJsbrand", "", "IJzerman"),
    ]
    assert [last for _, _, last in sorted(people, key=lambda name: sort_key_person(*name))] == [
        "van den Akker",
        "d’Ancona",
        "Berg",
        "El Idrissi",
        "’t Gooi",
        "Hoek",
        "IJzerman",
        "Şahin",
        "Van",
    ]


def test_places_sort_under_their_first_real_word() -> None:
    names = ["Haarlem", "'s-Hertogenbosch", "’s-Gravenhage", "De Bilt", "Súdwest-Fryslân", "Gouda"]
    assert sorted(names, key=sort_key_name) == [
        "De Bilt",
        "Gouda",
        "’s-Gravenhage",
        "Haarlem",
        "'s-Hertogenbosch",
        "Súdwest-Fryslân",
    ]


def test_sorts_a_number_in_a_name_by_its_size() -> None:
    names = ["Wijkaanpak 10", "Wijkaanpak 2", "Wijk 3-10", "Wijk 3-9", "Wijkaanpak 1"]
    assert sorted(names, key=sort_key_name) == [
        "Wijk 3-9",
        "Wijk 3-10",
        "Wijkaanpak 1",
        "Wijkaanpak 2",
        "Wijkaanpak 10",
    ]


@pytest.mark.parametrize(
    ("person", "name"),
    [
        (("Sanne", "’t", "Hoek"), "Hoek, Sanne ’t"),
        (("Sanne", "", "’t Hoek"), "Hoek, Sanne ’t"),
        (("Özgür", "", "Çelik"), "Çelik, Özgür"),
        (("", "van der", "Aa"), "Aa, van der"),
        (("Noël", "", "d’Hondt"), "Hondt, Noël d’"),
        (("Noël", "", ""), "Noël"),
    ],
)
def test_a_list_has_people_under_the_main_part_of_their_name(person: tuple[str, str, str], name: str) -> None:
    assert name_of_person(*person) == name


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Jan van der Berg", ("Jan", "van der", "Berg")),
        ("Sanne ’t Hoek", ("Sanne", "’t", "Hoek")),
        ("Jelle van 't Hek", ("Jelle", "van 't", "Hek")),
        ("Özgür Çelik", ("Özgür", "", "Çelik")),
        ("Noël d'Hondt", ("Noël", "", "d'Hondt")),
        ("Fatıma El Idrissi", ("Fatıma", "", "El Idrissi")),
        ("Jan Willem de Vries-van Dam", ("Jan Willem", "de", "Vries-van Dam")),
        ("J. W. Jansen", ("J. W.", "", "Jansen")),
        ("van der Berg", ("", "van der", "Berg")),
        ("Hoek, Sanne ’t", ("Sanne", "’t", "Hoek")),
        ("  Sanne  ", ("Sanne", "", "")),
        ("Sanne van", ("Sanne", "", "van")),
        ("Ivan Denden", ("Ivan", "", "Denden")),
        ("", ("", "", "")),
    ],
)
def test_a_name_is_divided_as_its_bearer_would(name: str, parts: tuple[str, str, str]) -> None:
    assert parts_of_name(name) == parts


@given(st.text(st.sampled_from("Ab'’ .évandrt"), max_size=30))
def test_dividing_a_name_loses_no_letter_of_it(name: str) -> None:
    assert " ".join(filter(None, parts_of_name(name))) == clean_line(name)
