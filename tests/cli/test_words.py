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
