"""`werkboek apply`: many edits, each acknowledged after it was saved."""

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.ran import Werkboek

type Edit = dict[str, object]
type Answers = list[dict[str, str]]
type Apply = Callable[..., Answers]


def jsonl(edits: Iterable[object]) -> str:
    return "".join(f"{json.dumps(edit)}\n" for edit in edits)


@pytest.fixture
def edits(tmp_path: Path) -> Callable[..., Path]:
    def write(*lines: object) -> Path:
        path = tmp_path / "edits.jsonl"
        path.write_text(jsonl(lines), encoding="utf-8")
        return path

    return write


@pytest.fixture
def apply(done: Werkboek, project: Path, edits: Callable[..., Path]) -> Apply:
    def call(*lines: object) -> Answers:
        ran = done("apply", project, edits(*lines))
        answers: Answers = [json.loads(line) for line in ran.out.splitlines()]
        assert [json.loads(line)["line"] for line in ran.out.splitlines()] == list(range(1, len(lines) + 1))
        return answers

    return call


def one(target: str, field: str, value: object, ref: str | None = None) -> Edit:
    return {"target": target, "field": field, "value": value} | ({"ref": ref} if ref else {})


def shown(done: Werkboek, project: Path, record: str) -> dict[str, Any]:
    (view,) = done("show", project, record, "--json").json["records"]
    return {name: field["value"] for name, field in view["fields"].items()} | {
        "owner": view["owner"],
        "is deleted": view["deleted"],
    }


def test_each_line_is_answered_with_its_record_and_change(done: Werkboek, project: Path, apply: Apply) -> None:
    first, second = apply(one("case:new", "title", "Haven", "a"), one("@a", "title", "Kade"))
    assert first["record"] == second["record"]
    changes = done("history", project, first["record"], "title", "--json").json["changes"]
    assert [change["change"] for change in changes] == [first["change"], second["change"]]
    assert [change["value"] for change in changes] == ["Haven", "Kade"]


def test_a_ref_names_a_record_in_later_targets_and_values(done: Werkboek, project: Path, apply: Apply) -> None:
    answers = apply(
        one("case:new", "title", "Haven", "case-1"),
        one("measure:new@@case-1", "measure", "Praten", "m"),
        one("masterclass:new", "title", "Dag", "dag"),
        one("attendee:new", "last_name", "Yılmaz", "y"),
        one("attendee:new", "last_name", "Yilmaz", "z"),
        one("attendance:@dag+@y", "status", "present"),
        one("note:new@@dag", "case", {"ref": "case-1"}),
        one("@z", "same_as", [{"ref": "y"}]),
        one("@m", "place", {"parent": None, "after": None}),
    )
    case, measure, _, person, double, attendance, note, _, _ = (answer["record"] for answer in answers)
    assert shown(done, project, measure)["owner"] == case
    assert shown(done, project, attendance)["attendee"] == person
    assert shown(done, project, note)["case"] == case
    assert shown(done, project, double)["same_as"] == [person]


def test_places_take_refs_too(done: Werkboek, project: Path, apply: Apply) -> None:
    answers = apply(
        one("chapter:new@workbook", "title", "Een", "1"),
        one("chapter:new@workbook", "title", "Twee", "2"),
        one("chapter:new@workbook", "place", {"parent": "@2", "after": None}, "3"),
        one("@1", "place", {"parent": {"ref": "2"}, "after": {"ref": "3"}}),
    )
    first, second, third, _ = (answer["record"] for answer in answers)
    assert [row["id"] for row in done("list", project, "chapter", "--json").json] == [second, third, first]
    assert shown(done, project, first)["place"]["parent"] == second


def test_values_are_json(done: Werkboek, project: Path, apply: Apply, tmp_path: Path) -> None:
    (tmp_path / "tekst.md").write_text("Uit een bestand.", encoding="utf-8")
    record = apply(
        one("case:new", "title", "@geen bestand", "a"),
        one("@a", "subtitle", "-"),
        one("@a", "inhabitants", 4210),
        one("@a", "ongoing", True),
        one("@a", "costs", 12),
        one("@a", "forms", ["jonge_aanwas"]),
        one("@a", "municipalities", ["Utrecht"]),
        one("@a", "summary", {"file": str(tmp_path / "tekst.md")}),
        one("@a", "status_reason", "weg ermee"),
        one("@a", "status_reason", None),
        one("@a", "selection_reason", "weg ermee"),
        one("@a", "selection_reason", ""),
    )[0]["record"]
    values = shown(done, project, record)
    assert values["title"] == "@geen bestand"
    assert values["subtitle"] == "-"
    assert values["inhabitants"] == 4210
    assert values["ongoing"] is True
    assert values["costs"] == "12"
    assert values["forms"] == ["jonge_aanwas"]
    assert values["municipalities"] == ["GM0344"]
    assert values["summary"] == "Uit een bestand."
    assert values["status_reason"] is None
    assert values["selection_reason"] is None


def test_deleted_deletes_and_undeletes(done: Werkboek, project: Path, apply: Apply) -> None:
    record = apply(one("case:new", "title", "Haven", "a"), one("@a", "deleted", True))[0]["record"]
    assert shown(done, project, record)["is deleted"] is True
    apply(one(record, "deleted", False))
    assert shown(done, project, record)["is deleted"] is False


def test_edits_come_from_standard_input_too(done: Werkboek, project: Path, stdin: Callable[[str], None]) -> None:
    stdin("\n" + jsonl([one("case:new", "title", "Haven")]) + "\r\n")
    (answer,) = map(json.loads, done("apply", project, "-").out.splitlines())
    assert answer["line"] == 2
    assert [row["title"] for row in done("list", project, "case", "--json").json] == ["Haven"]


BAD = [
    "geen json",
    "[]",
    "{}",
    "1e999",
    "[" * 100_000,
    '{"target": "case:new", "field": "title"}',
    json.dumps(one("case:new", "title", 1.5)),
    json.dumps(one("case:new", "title", {"anders": 1})),
    json.dumps(one("case:new", "title", {"file": "/er/is/niets"})),
    json.dumps(one("case:new", "title", {"ref": "nooit genoemd"})),
    json.dumps(one("case:new", "title", {"parent": None, "after": None})),
    json.dumps(one("case:new", "title", True)),
    json.dumps(one("case:new", "title", ["x"])),
    json.dumps(one("case:new", "forms", [1])),
    json.dumps(one("case:new", "inhabitants", 10**20)),
    json.dumps(one("case:new", "inhabitants", True)),
    json.dumps(one("case:new", "ongoing", 1)),
    json.dumps(one("case:new", "as_of", "2026-02-30")),
    json.dumps(one("case:new", "deleted", True)),
    json.dumps(one("case:new", "deleted", "ja")),
    json.dumps(one("@nooit", "title", "x")),
    json.dumps(one("measure:new@@nooit", "measure", "x")),
    json.dumps(one("attendance:@nooit+@nergens", "status", "present")),
    json.dumps(one("workbook", "deleted", True)),
    json.dumps(one("case:new", "title", "x") | {"anders": 1}),
    json.dumps({"target": 1, "field": "title", "value": "x"}),
    '{"target": "case:new", "field": "inhabitants", "value": ' + "9" * 5000 + "}",
    "\xff",
]


@pytest.mark.parametrize("bad", BAD, ids=lambda bad: bad[:60])
def test_a_bad_line_is_named_and_what_was_acknowledged_stays(
    bad: str, refused: Werkboek, done: Werkboek, project: Path, tmp_path: Path
) -> None:
    good = jsonl([one("case:new", "title", "Eerste")])
    path = tmp_path / "edits.jsonl"
    path.write_bytes(good.encode() + bad.encode("latin-1") + b"\n" + good.encode())
    ran = refused("apply", project, path)
    assert ran.err.startswith("Regel 2: ")
    assert [json.loads(line)["line"] for line in ran.out.splitlines()] == [1]
    assert [row["title"] for row in done("list", project, "case", "--json").json] == ["Eerste"]
    done("check", project)


def test_edits_that_are_not_there_are_refused(refused: Werkboek, project: Path, tmp_path: Path) -> None:
    refused("apply", project, tmp_path / "er is niets")
    refused("apply", project, tmp_path)
