"""Spelling and replacing on the command line."""

from collections.abc import Callable
from pathlib import Path

from tests.cli.ran import Werkboek

type Make = Callable[..., str]


def test_mistakes_are_told_until_the_word_is_on_the_list(done: Werkboek, project: Path, make: Make) -> None:
    case = make("case:new", "title", "De wijk")
    done("set", project, case, "summary", "De zwxa kwam.")
    before = project.read_bytes()
    (found,) = done("spell", project, case, "--json").json["words"]
    assert found == {
        "word": "zwxa", "record": case, "field": "summary", "title": "De wijk", "label": "In het kort",
        "sentence": "De zwxa kwam.", "start": 3, "end": 7,
    }  # fmt: skip
    assert "De wijk · In het kort: De zwxa kwam." in done("spell", project).out
    assert project.read_bytes() == before
    done("set", project, "workbook", "words", "--add", "zwxa")
    assert done("spell", project).out == "Alle woorden zijn bekend.\n"


def test_words_are_replaced_and_looked_at_first(done: Werkboek, refused: Werkboek, project: Path, make: Make) -> None:
    one, other = make("case:new", "title", "Een e-mail"), make("case:new", "title", "E-mail")
    before = project.read_bytes()
    told = done("replace", project, "e-mail", "mail", "--dry-run", "--json").json
    assert {hit["record"] for hit in told["replaced"]} == {one, other}
    assert (told["left_out"], told["authorised"]) == ([], [])
    assert project.read_bytes() == before
    assert "1 × vervangen." in done("replace", project, "e-mail", "mail", "--case", one).out
    titles = {row["id"]: row["title"] for row in done("list", project, "case", "--json").json}
    assert titles == {one: "Een mail", other: "E-mail"}
    assert "0 × gevonden." in done("replace", project, "e-mail", "x", "--match-case", "--dry-run").out
    refused("replace", project, " ", "x")


def test_a_term_gets_one_spelling(done: Werkboek, refused: Werkboek, project: Path, make: Make) -> None:
    make("case:new", "summary", "Een e-mail. De email.")
    assert done("terms", project, "--json").json["terms"] == [
        {
            "preferred": None,
            "spellings": [
                {"spelling": "e-mail", "count": 1, "cases": 1},
                {"spelling": "email", "count": 1, "cases": 1},
            ],
        }
    ]
    assert "e-mail (1 × in 1), email (1 × in 1); voortaan: e-mail" in done("terms", project, "--prefer", "e-mail").out
    done("replace", project, "email", "e-mail")
    assert done("terms", project).out == "Elk begrip is geschreven zoals het hoort.\n"
    refused("terms", project, "--prefer", "-")


def test_two_spellings_may_both_be_right(
    done: Werkboek, refused: Werkboek, misused: Werkboek, project: Path, make: Make
) -> None:
    make("case:new", "summary", "Een e-mail. De email.")
    right = ("--accept", "e-mail", "--accept", "email")
    assert done("terms", project, *right).out == "Elk begrip is geschreven zoals het hoort.\n"
    refused("terms", project, "--accept", "e-mail", "--accept", "brief")
    refused("terms", project, "--accept", "x" * 3_000)
    misused("terms", project, "--prefer", "email", *right)
    done("set", project, "workbook", "spellings", "--remove", "email")
    assert "e-mail (1 × in 1), email (1 × in 1)" in done("terms", project).out


def test_how_a_case_reads(done: Werkboek, project: Path, make: Make) -> None:
    case = make("case:new", "summary", "Het ZVH hielp. " + "De wijk is stil. " * 30)
    told = done("readability", project, case, "--json").json
    assert (told["words"], told["lix"]) == (123, 4)
    assert [(each["sentence"], each["why"]) for each in told["hard"]] == [("Het ZVH hielp.", "niet uitgelegd: ZVH")]
    assert "In het kort: Het ZVH hielp. (niet uitgelegd: ZVH)" in done("readability", project, case).out
