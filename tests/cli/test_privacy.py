"""The privacy check on the command line."""

from collections.abc import Callable
from pathlib import Path

from tests.cli.ran import Werkboek

type Make = Callable[..., str]

SENTENCE = "De melder woont in de Kerkstraat 12."


def test_what_is_found_is_told_decided_and_taken_back(done: Werkboek, project: Path, make: Make) -> None:
    case = make("case:new", "title", "De Kolenbuurt")
    done("set", project, case, "summary", f"Rust. {SENTENCE}")
    document = done("privacy", project, "--json").json
    (record,) = document["records"]
    assert record.keys() == {"record", "title", "open", "sentences"}
    (found,) = record["sentences"]
    assert (found["record"], found["field"], found["sentence"], found["open"]) == (case, "summary", SENTENCE, True)
    assert {each["kind"] for each in found["findings"]} == {"role", "street"}
    assert found["findings"][0].keys() == {"kind", "certainty", "words", "start", "end", "reason", "stays"}
    done("allow", project, found["id"], "--ground", "other", "--note", "verzonnen adres")
    assert done("privacy", project, case, "--json").json["records"][0]["sentences"] == []
    assert "Er is niets gevonden" in done("privacy", project).out
    (kept,) = done("privacy", project, "--all", "--json").json["records"][0]["sentences"]
    stays = kept["findings"][0]["stays"]
    assert (stays["ground"], stays["note"], stays["by"]) == ("other", "verzonnen adres", "Anna")
    assert "mag blijven: Iets anders; verzonnen adres" in done("privacy", project, "--all").out
    done("allow", project, found["id"], "--undo")
    assert found["id"] in done("privacy", project).out


def test_looking_leaves_the_file_as_it_was(done: Werkboek, project: Path, make: Make) -> None:
    make("case:new", "title", "Kerkstraat 12")
    before = project.read_bytes()
    done("privacy", project)
    assert project.read_bytes() == before


def test_what_is_not_there_or_has_no_reason_is_refused(
    done: Werkboek, refused: Werkboek, misused: Werkboek, project: Path, make: Make
) -> None:
    make("case:new", "title", "Kerkstraat 12")
    (record,) = done("privacy", project, "--json").json["records"]
    sentence = record["sentences"][0]["id"]
    refused("privacy", project, "0" * 32)
    refused("allow", project, sentence, "--ground", "other")
    misused("allow", project, "0" * 12, "--ground", "agreed")
    misused("allow", project, sentence)
