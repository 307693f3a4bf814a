"""What the commands print that change nothing."""

import json
import re
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.ran import Werkboek

type Make = Callable[..., str]

HEX = re.compile(r"[0-9a-f]{64}")
KINDS = set(
    """
    case bottleneck measure partner result quote image source timeline document contact proof approval comment person
    clearance signup masterclass session attendee attendance note canvas term workbook chapter edition
    """.split()
)


def test_the_schema_has_every_kind(done: Werkboek) -> None:
    kinds = done("schema", "--json").json["kinds"]
    assert set(kinds) == KINDS
    case = kinds["case"]
    assert (case["owner"], case["scope"]) == (None, "work")
    title = case["fields"]["title"]
    assert title.keys() == {"type", "label", "keys", "required_from", "privacy", "appears"}
    assert (title["type"], title["keys"]) == ("line", None)
    assert "jonge_aanwas" in case["fields"]["forms"]["keys"]
    assert kinds["measure"]["owner"] == "case"
    assert kinds["attendee"]["scope"] == "people"


def test_the_schema_of_one_kind(done: Werkboek, refused: Werkboek) -> None:
    assert done("schema", "case", "--json").json["kinds"].keys() == {"case"}
    assert "title" in done("schema", "case").out
    assert "title" in done("schema").out
    refused("schema", "onzin")


def test_the_statuses_of_a_case_are_those_of_the_contract(done: Werkboek) -> None:
    status = done("schema", "case", "--json").json["kinds"]["case"]["fields"]["status"]
    assert status["type"] == "enum"
    assert set(status["keys"]) == set(
        """
        registered selected concept deepening editing with_municipality approved final published paused withdrawn
        """.split()
    )


def test_a_list_has_a_row_a_record(done: Werkboek, project: Path, make: Make, refused: Werkboek) -> None:
    case = make("case:new", "title", "Haven")
    done("set", project, case, "status", "concept")
    (row,) = done("list", project, "case", "--json").json
    assert row == {"id": case, "kind": "case", "title": "Haven", "status": "concept", "conflicts": 0, "merged": 0}
    assert case in done("list", project).out
    assert done("list", project, "attendee", "--json").json == []
    refused("list", project, "onzin")


def test_show_has_exactly_this_shape(done: Werkboek, project: Path, make: Make) -> None:
    case = make("case:new", "title", "Haven")
    document = done("show", project, case, "--json").json
    assert document.keys() == {"project", "state_hash", "waiting", "records"}
    assert document["project"].keys() == {"id", "name"}
    assert document["project"]["name"] == "Samen de wijk in"
    assert HEX.fullmatch(document["state_hash"])
    assert document["waiting"] == 0
    (record,) = document["records"]
    assert record.keys() == {"id", "kind", "owner", "deleted", "notices", "fields"}
    assert record["id"] == case
    assert (record["kind"], record["owner"], record["deleted"], record["notices"]) == ("case", None, False, [])
    assert record["fields"].keys() == {"title"}
    title = record["fields"]["title"]
    assert title.keys() == {"status", "value", "variants"}
    assert (title["status"], title["value"]) == ("settled", "Haven")
    (variant,) = title["variants"]
    assert variant.keys() == {"value", "author", "time", "changes"}
    assert (variant["value"], variant["author"]) == ("Haven", "Anna")
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", variant["time"])
    (change,) = variant["changes"]
    assert HEX.fullmatch(change)


def test_show_has_all_records_unless_one_is_asked(done: Werkboek, project: Path, make: Make, refused: Werkboek) -> None:
    case, term = make("case:new", "title", "Haven"), make("term:new", "term", "Stepping stone")
    kinds = {record["id"]: record["kind"] for record in done("show", project, "--json").json["records"]}
    assert kinds[case] == "case"
    assert kinds[term] == "term"
    assert sorted(kinds.values()) == ["case", "person", "term", "workbook"]
    for record in ("0" * 32, "onzin", ""):
        refused("show", project, record)
        refused("show", project, record, "--json")


def test_people_read_dutch(done: Werkboek, project: Path, make: Make) -> None:
    case = make("case:new", "title", "Haven")
    done("set", project, case, "ongoing", "ja")
    done("set", project, case, "forms", '["jonge_aanwas"]')
    done("set", project, case, "summary", "Eerste regel.\nTweede regel.")
    out = done("show", project, case).out
    for part in ("Praktijkvoorbeeld", "Haven", "ja", "jonge_aanwas", "Eerste regel.", "Tweede regel."):
        assert part in out


def test_joined_people_are_one(done: Werkboek, project: Path, make: Make) -> None:
    one, other = make("attendee:new", "last_name", "Yılmaz"), make("attendee:new", "last_name", "Yilmaz")
    done("set", project, one, "same_as", "--add", other)
    (row,) = done("list", project, "attendee", "--json").json
    assert row["id"] == min(one, other)
    (record,) = done("show", project, min(one, other), "--json").json["records"]
    assert record["joined"] == [max(one, other)]
    assert record["fields"]["last_name"]["status"] == "conflict"
    done("set", project, one, "last_name", "Yılmaz")
    (record,) = done("show", project, one, "--json").json["records"]
    assert (record["fields"]["last_name"]["status"], record["fields"]["last_name"]["value"]) == ("settled", "Yılmaz")


def test_search_finds_words_in_any_field(done: Werkboek, project: Path, make: Make) -> None:
    case = make("case:new", "summary", "De jeugdcriminaliteit in het café nam af.")
    for query in ("jeugdcriminaliteit", "cafe", "criminaliteit", "JEUGD", "nam af"):
        hits = done("search", project, query, "--json").json
        assert [(hit["record"], hit["kind"], hit["field"]) for hit in hits] == [(case, "case", "summary")], query
        assert hits[0].keys() == {"record", "kind", "field", "snippet"}
    assert case in done("search", project, "café").out
    assert done("search", project, "niets", "--json").json == []


def test_a_municipality_is_found_by_its_names(done: Werkboek, project: Path, make: Make) -> None:
    case = make("case:new", "municipalities", '["Den Haag"]')
    for query in ("Den Haag", "'s-Gravenhage", "GM0518"):
        assert case in [hit["record"] for hit in done("search", project, query, "--json").json], query


@pytest.mark.parametrize("query", ["", " ", '"', "*", "a AND", "NEAR(", "x' OR 1=1 --", "-", "(", "\0", "é" * 5000])
def test_any_query_has_an_answer(query: str, done: Werkboek, project: Path) -> None:
    assert done("search", project, query, "--json").json == []


def test_history_has_every_change_oldest_first(done: Werkboek, project: Path, make: Make, refused: Werkboek) -> None:
    case = make("case:new", "title", "Een")
    done("set", project, case, "title", "Twee", "--author", "Bert")
    document = done("history", project, case, "title", "--json").json
    assert document.keys() == {"changes"}
    first, second = document["changes"]
    assert first.keys() == {"change", "author", "time", "value", "parents"}
    assert (first["value"], first["author"], first["parents"]) == ("Een", "Anna", [])
    assert (second["value"], second["author"], second["parents"]) == ("Twee", "Bert", [first["change"]])
    out = done("history", project, case, "title").out
    assert out.index("Een") < out.index("Twee")
    assert done("history", project, case, "subtitle", "--json").json == {"changes": []}
    refused("history", project, case, "onzin")
    refused("history", project, "0" * 32, "title")


def test_the_hash_of_each_scope(done: Werkboek, misused: Werkboek, project: Path, make: Make) -> None:
    def hashes() -> list[str]:
        options: list[list[str]] = [[], ["--scope", "work"], ["--scope", "people"]]
        return [done("hash", project, *option).out.removesuffix("\n") for option in options]

    before = hashes()
    assert all(HEX.fullmatch(found) for found in before)
    assert len(set(before)) == 3
    make("attendee:new", "last_name", "Yılmaz")
    whole, work, people = hashes()
    assert work == before[1]
    assert whole != before[0]
    assert people != before[2]
    assert done("show", project, "--json").json["state_hash"] == whole
    misused("hash", project, "--scope", "onzin")


@pytest.mark.parametrize(
    "command",
    [
        ["list"],
        ["show"],
        ["search", "x"],
        ["history", "0" * 32, "title"],
        ["hash"],
        ["check"],
        ["set", "case:new", "title", "x"],
        ["apply", "-"],
        ["delete", "0" * 32],
        ["convert", "0" * 32],
        ["export", "uit.wbx"],
        ["publish", "uit.pdf"],
        ["backup"],
    ],
    ids=lambda command: command[0],
)
def test_a_file_that_is_missing_or_something_else_is_refused(
    command: list[str], refused: Werkboek, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    name, *rest = command
    refused(name, "weg.werkboek", *rest)
    (tmp_path / "brief.txt").write_text("Geen werkboek, maar een brief. " * 100)
    (tmp_path / "leeg").write_bytes(b"")
    for file in ("brief.txt", "leeg", "."):
        refused(name, file, *rest)
    assert {path.name for path in tmp_path.iterdir()} - {"brief.txt", "leeg"} <= {"uit"}
    assert (tmp_path / "leeg").read_bytes() == b""


def test_a_project_of_a_newer_program_is_refused_untouched(
    refused: Werkboek, project: Path, tmp_path: Path, make: Make
) -> None:
    make("case:new", "title", "Haven")
    connection = sqlite3.connect(project)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    before, names = project.read_bytes(), sorted(tmp_path.iterdir())
    for arguments in (["list"], ["check"], ["set", "case:new", "title", "x"], ["import", "x.wbx"], ["backup"]):
        assert "nieuwere versie" in refused(arguments[0], project, *arguments[1:]).err
    assert project.read_bytes() == before
    assert sorted(tmp_path.iterdir()) == names


def test_looking_leaves_the_file_and_its_folder_as_they_were(done: Werkboek, project: Path, make: Make) -> None:
    case = make("case:new", "title", "Haven")
    before, names = project.read_bytes(), sorted(project.parent.iterdir())
    for arguments in (["list"], ["show"], ["search", "x"], ["history", case, "title"], ["hash"], ["check"]):
        done(arguments[0], project, *arguments[1:])
    assert project.read_bytes() == before
    assert sorted(project.parent.iterdir()) == names


def test_json_is_one_document_and_nothing_else(done: Werkboek, project: Path, make: Make) -> None:
    case = make("case:new", "title", "Şule & <Zoë>")
    for arguments in (["list"], ["show"], ["search", "zoë"], ["history", case, "title"]):
        ran = done(arguments[0], project, *arguments[1:], "--json")
        json.loads(ran.out)
        assert "Şule" in ran.out
        assert ran.err == ""


def test_a_list_of_one_kind_becomes_a_file_for_a_spreadsheet(
    done: Werkboek, make: Make, project: Path, tmp_path: Path
) -> None:
    make("case:new", "title", "=SOM(A1:A9)")
    out = tmp_path / "lijst.csv"
    ran = done("list", project, "case", "--csv", out)
    assert ran.out == f"Gemaakt: {out}\n"
    assert out.read_text(encoding="utf-8-sig").splitlines()[1].startswith("'=SOM(A1:A9);")


def test_a_spreadsheet_of_persons_says_so(done: Werkboek, make: Make, project: Path, tmp_path: Path) -> None:
    make("attendee:new", "last_name", "Hek")
    assert "gegevens van personen" in done("list", project, "attendee", "--csv", tmp_path / "x.csv").out


def test_a_spreadsheet_is_never_written_over_unasked(
    done: Werkboek, refused: Werkboek, project: Path, tmp_path: Path
) -> None:
    out = tmp_path / "lijst.csv"
    out.write_text("van mij", encoding="utf-8")
    refused("list", project, "case", "--csv", out)
    assert out.read_text(encoding="utf-8") == "van mij"
    done("list", project, "case", "--csv", out, "--force")
    assert out.read_text(encoding="utf-8-sig").startswith("Titel;")


def test_a_spreadsheet_is_of_one_known_kind(
    misused: Werkboek, refused: Werkboek, project: Path, tmp_path: Path
) -> None:
    misused("list", project, "--csv", tmp_path / "lijst.csv")
    refused("list", project, "unheard_of", "--csv", tmp_path / "lijst.csv")
    assert not (tmp_path / "lijst.csv").exists()
