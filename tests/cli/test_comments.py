"""Comments on the command line."""

from collections.abc import Callable
from pathlib import Path

from tests.cli.ran import Werkboek

type Make = Callable[..., str]


def test_what_was_said_is_told_answered_and_done(done: Werkboek, project: Path, make: Make) -> None:
    case = make("case:new", "title", "De Kolenbuurt")
    done("set", project, case, "summary", "De buurt was stil. De winkel ging dicht.")
    asked = done("comment", project, case, "summary", "- Wanneer?", "--sentence", "winkel").out.strip()
    done("comment", project, case, "summary", "In mei.", "--answers", asked, "--author", "Piet")
    done("set", project, case, "summary", "De buurt was stil. De winkel ging in mei dicht.", "--author", "Anna")
    (found,) = done("comments", project, case, "--json").json["comments"]
    (answer,) = found.pop("answers")
    assert answer.keys() == {"id", "text", "author", "time"}
    assert (answer["text"], answer["author"]) == ("In mei.", "Piet")
    assert found.pop("time")
    assert found == {
        "id": asked,
        "record": case,
        "item": None,
        "field": "summary",
        "label": "In het kort",
        "state": "open",
        "text": "- Wanneer?",
        "author": "Anna",
        "sentence": "De winkel ging dicht.",
        "found": "rewritten",
        "now": ["De winkel ging in mei dicht."],
    }
    assert "herschreven nu: De winkel ging in mei dicht." in done("comments", project).out
    done("done", project, asked, "--author", "Anna")
    assert done("comments", project, "--open").out == "Er zijn geen opmerkingen.\n"
    assert "(klaar)" in done("comments", project).out
    done("done", project, asked, "--undo", "--author", "Anna")
    assert asked in done("comments", project, "--open").out


def test_a_comment_on_the_whole_has_no_field(done: Werkboek, project: Path, make: Make) -> None:
    case = make("case:new", "title", "De Kolenbuurt")
    done("comment", project, case, "", "Mooi.")
    (found,) = done("comments", project, "--json").json["comments"]
    assert (found["field"], found["sentence"], found["found"], found["now"]) == (None, None, None, [])


def test_what_is_not_there_is_refused(
    done: Werkboek, refused: Werkboek, misused: Werkboek, project: Path, make: Make
) -> None:
    case = make("case:new", "title", "De Kolenbuurt")
    refused("comment", project, case, "summary", "Hoezo?", "--sentence", "staat er niet")
    refused("comment", project, case, "nonsense", "Hoezo?")
    refused("comment", project, case, "summary", " ")
    refused("comments", project, "0" * 32)
    refused("done", project, case)
    misused("comment", project, case, "", "Hoezo?", "--sentence", "x")
    misused("comment", project, case, "", "Hoezo?", "--answers", case)
    assert done("comments", project, "--json").json == {"comments": []}
