"""Municipalities by the names people type, over the list that ships with the program."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkboek_desktop.domain.municipalities import Merged, Municipalities, Municipality

LISTS = Path(__file__).parents[2] / "resources" / "lists"


def rows(name: str) -> list[dict[str, str]]:
    with (LISTS / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


ALL = [Municipality(row["gemeentecode"], row["gemeentenaam"], row["provincienaam"]) for row in rows("gemeenten.csv")]
ALIASES = [(row["alias"], row["code"]) for row in rows("gemeenten-aliassen.csv")]
MERGED = [Merged(row["naam"], tuple(row["code"].split()), int(row["jaar"])) for row in rows("gemeenten-opgegaan.csv")]
MUNICIPALITIES = Municipalities(ALL, ALIASES, MERGED)


def test_every_name_and_code_finds_its_own_municipality() -> None:
    assert len(ALL) == 342
    assert [row for row in ALL if MUNICIPALITIES.resolve(row.code) != row.code] == []
    assert [row for row in ALL if MUNICIPALITIES.resolve(row.name.upper()) != row.code] == []
    assert [row for row in ALL if MUNICIPALITIES.name(row.code) != row.name] == []


def test_every_alias_finds_one_municipality() -> None:
    assert [alias for alias, code in ALIASES if MUNICIPALITIES.resolve(alias) != code] == []


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Den Haag", "'s-Gravenhage"),
        ("’s gravenhage", "'s-Gravenhage"),
        ("den bosch", "'s-Hertogenbosch"),
        ("Bergen NH", "Bergen (NH.)"),
        ("bergen (l.)", "Bergen (L.)"),
        ("Nuenen, Gerwen en Nederwetten", "Nuenen, Gerwen en Nederwetten"),
        ("sudwest fryslan", "Súdwest-Fryslân"),
        ("Ĳsselstein", "IJsselstein"),
        ("Gemeente Utrecht", "Utrecht"),
        ("gm0344", "Utrecht"),
    ],
)
def test_a_municipality_is_found_as_people_type_it(typed: str, name: str) -> None:
    code = MUNICIPALITIES.resolve(typed)
    assert code is not None
    assert MUNICIPALITIES.name(code) == name


def test_two_of_one_name_are_both_proposed_and_neither_is_chosen() -> None:
    assert MUNICIPALITIES.resolve("Bergen") is None
    names = [MUNICIPALITIES.name(code) for code in MUNICIPALITIES.candidates("Bergen")]
    assert names == ["Bergen (L.)", "Bergen (NH.)"]


def test_free_text_is_its_own_name() -> None:
    assert MUNICIPALITIES.resolve("Meerdrecht") is None
    assert MUNICIPALITIES.name("Meerdrecht") == "Meerdrecht"
    assert MUNICIPALITIES.name("Den Haag") == "Den Haag"
    assert MUNICIPALITIES.name("GM9999") == "GM9999"


def test_an_old_code_means_the_municipality_it_went_up_in() -> None:
    (haren,) = next(each.into for each in MERGED if each.name == "Haren")
    old = [alias for alias, code in ALIASES if alias.startswith("GM") and code == haren]
    assert [MUNICIPALITIES.name(code) for code in old] == ["Groningen"] * len(old)
    assert old


@pytest.mark.parametrize(
    ("typed", "into", "since"),
    [
        ("Weesp", "Amsterdam", 2022),
        ("gemeente uden", "Maashorst", 2022),
        ("HEERHUGOWAARD", "Dijk en Waard", 2022),
        ("Ten Boer", "Groningen", 2019),
        ("Brielle", "Voorne aan Zee", 2023),
        ("Menameradiel", "Waadhoeke", 2018),
    ],
)
def test_one_that_went_up_in_another_is_said_and_never_replaced(typed: str, into: str, since: int) -> None:
    found = MUNICIPALITIES.merged(typed)
    assert found
    assert ([MUNICIPALITIES.name(code) for code in found.into], found.since) == ([into], since)
    assert MUNICIPALITIES.resolve(typed) is None
    assert into in [MUNICIPALITIES.name(code) for code in MUNICIPALITIES.candidates(typed)]


def test_one_that_was_divided_is_in_several_and_means_none_of_them() -> None:
    found = MUNICIPALITIES.merged("Haaren")
    assert found
    among = [MUNICIPALITIES.name(code) for code in found.into]
    assert (among, found.since) == (["Boxtel", "Oisterwijk", "Tilburg", "Vught"], 2021)
    assert MUNICIPALITIES.resolve("Haaren") is None
    assert MUNICIPALITIES.province("Haaren") == "Noord-Brabant"


def test_no_municipality_of_today_has_gone_up_in_another() -> None:
    assert [row.name for row in ALL if MUNICIPALITIES.merged(row.name)] == []
    assert {code for each in MERGED for code in each.into} <= {row.code for row in ALL}
    assert {each.since for each in MERGED} == {2018, 2019, 2021, 2022, 2023}


def test_suggestions_start_with_what_was_typed_in_the_order_of_people() -> None:
    assert [row.name for row in MUNICIPALITIES.suggestions("berg")][:3] == ["Berg en Dal", "Bergeijk", "Bergen (L.)"]
    assert "'s-Gravenhage" in [row.name for row in MUNICIPALITIES.suggestions("den h")]
    assert "Berg en Dal" in [row.name for row in MUNICIPALITIES.suggestions("dal", limit=99)]
    assert len(MUNICIPALITIES.suggestions("a", limit=3)) == 3
    assert MUNICIPALITIES.suggestions(" ") == ()


@given(st.text(max_size=12))
def test_no_text_is_an_error(text: str) -> None:
    assert MUNICIPALITIES.resolve(text) in {None, *MUNICIPALITIES.candidates(text)}
    assert MUNICIPALITIES.name(text)[:1] == text[:1]
    assert len(MUNICIPALITIES.suggestions(text)) <= 12
