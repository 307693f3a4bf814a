"""`werkboek set`: every form of TARGET and of VALUE."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.ran import Werkboek

type Make = Callable[..., str]
type Shown = Callable[[str, str], object]


def test_only_the_id_is_printed(done: Werkboek, project: Path) -> None:
    ran = done("set", project, "case:new", "title", "Eerste")
    record = ran.out.strip()
    assert ran.out == f"{record}\n"
    assert len(record) == 32
    assert done("set", project, record, "title", "Tweede").out == ran.out
    assert ran.err == ""


def test_a_list_item_is_made_below_its_owner(done: Werkboek, project: Path, make: Make) -> None:
    case = make("case:new", "title", "Haven")
    measure = make(f"measure:new@{case}", "measure", "Praten")
    shown = done("show", project, measure, "--json").json["records"][0]
    assert shown["owner"] == case
    assert shown["fields"]["place"]["value"]["parent"] is None


def test_an_attendance_is_one_record_of_a_masterclass_and_an_attendee(
    done: Werkboek, project: Path, make: Make
) -> None:
    day, person = make("masterclass:new", "title", "Dag 1"), make("attendee:new", "last_name", "Yılmaz")
    target = f"attendance:{day}+{person}"
    first = make(target, "status", "registered")
    assert make(target, "status", "present") == first
    shown = done("show", project, first, "--json").json["records"][0]
    assert shown["owner"] == day
    assert shown["fields"]["attendee"]["value"] == person
    assert shown["fields"]["status"]["value"] == "present"


def test_the_workbook_is_a_target_from_the_first_moment(done: Werkboek, tmp_path: Path) -> None:
    file = tmp_path / "kaal.werkboek"
    done("new", file)
    record = done("set", file, "workbook", "title", "Titel", "--author", "Anna").out.strip()
    shown = done("show", file, record, "--json").json
    assert shown["project"]["name"] == "Titel"
    assert shown["records"][0]["kind"] == "workbook"


def test_a_chapter_is_made_below_the_workbook(done: Werkboek, tmp_path: Path) -> None:
    file = tmp_path / "kaal.werkboek"
    done("new", file)
    chapter = done("set", file, "chapter:new@workbook", "title", "Inleiding", "--author", "Anna").out.strip()
    owner = done("show", file, chapter, "--json").json["records"][0]["owner"]
    assert done("set", file, "workbook", "title", "Titel", "--author", "Anna").out.strip() == owner


@pytest.mark.parametrize("text", ["- een\n- twee", "-x", "--hoi", "-", "@thuis", "@@", "–", "'", '"', "een\n- twee"])
def test_a_text_may_look_like_anything(text: str, make: Make, field: Shown, stdin: Callable[[str], None]) -> None:
    stdin(text)
    record = make("case:new", "summary", f"@{text}" if text.startswith("@") else text)
    assert field(record, "summary") == text.strip()


def test_a_value_comes_from_a_file(make: Make, field: Shown, tmp_path: Path) -> None:
    path = tmp_path / "stuk.md"
    path.write_text("Wij belden aan.\nNiemand deed open.", encoding="utf-8")
    assert field(make("case:new", "summary", f"@{path}"), "summary") == "Wij belden aan.\nNiemand deed open."


def test_a_value_comes_from_standard_input(make: Make, field: Shown, stdin: Callable[[str], None]) -> None:
    stdin("Şule belde aan.")
    assert field(make("case:new", "summary", "-"), "summary") == "Şule belde aan."


def test_an_attachment_takes_the_bytes_of_a_file(
    make: Make, field: Shown, tmp_path: Path, done: Werkboek, project: Path
) -> None:
    case = make("case:new", "title", "Haven")
    path = tmp_path / "verslag.pdf"
    path.write_bytes(b"%PDF-1.7 een verslag")
    document = make(f"document:new@{case}", "file", f"@{path}")
    assert field(document, "file") == hashlib.sha256(path.read_bytes()).hexdigest()
    done("check", project)


def test_the_edge_of_a_set_is_an_array(make: Make, field: Shown) -> None:
    record = make("case:new", "forms", json.dumps(["jonge_aanwas", "Vastgoed- en woonfraude", "jonge_aanwas"]))
    elements = field(record, "forms")
    assert isinstance(elements, list)
    assert elements == sorted(set(elements))
    assert "jonge_aanwas" in elements


def test_elements_are_added_and_removed(done: Werkboek, project: Path, make: Make, field: Shown) -> None:
    record = done("set", project, "case:new", "legal_basis", "--add", "Zuid", "--add", "Noord").out.strip()
    done("set", project, record, "legal_basis", "--remove", "Zuid", "--add", "- West")
    assert field(record, "legal_basis") == ["- West", "Noord"]
    done("set", project, record, "legal_basis", "--remove", "Noord", "--remove", "- West")
    assert field(record, "legal_basis") == []


@pytest.mark.parametrize("name", ["GM0344", "Utrecht", "utrecht", "gemeente Utrecht"])
def test_a_municipality_is_stored_by_its_code(name: str, done: Werkboek, project: Path, field: Shown) -> None:
    record = done("set", project, "case:new", "municipalities", "--add", name).out.strip()
    assert field(record, "municipalities") == ["GM0344"]
    done("set", project, record, "municipalities", "--remove", name)
    assert not field(record, "municipalities")


def test_an_alias_and_free_text_are_municipalities_too(make: Make, field: Shown) -> None:
    record = make("case:new", "municipalities", '["Den Haag", "Kolenwijk"]')
    assert field(record, "municipalities") == ["GM0518", "Kolenwijk"]


@pytest.mark.parametrize(
    ("name", "given", "shown"),
    [
        ("status", "editing", "editing"),
        ("inhabitants", "4.210", 4210),
        ("inhabitants_year", "2024", 2024),
        ("costs", "85.000,50", "85000.5"),
        ("costs", "1200", "1200"),
        ("as_of", "2026-01-26", "2026-01-26"),
        ("as_of", "26-1-2026", "2026-01-26"),
        ("ongoing", "ja", True),
        ("ongoing", "false", False),
        ("period_start", "januari 2021", "2021-01"),
    ],
)
def test_a_value_is_read_by_the_type_of_its_field(
    name: str, given: str, shown: object, make: Make, field: Shown
) -> None:
    value = field(make("case:new", name, given), name)
    assert value == shown
    assert type(value) is type(shown)


def test_an_empty_value_clears(make: Make, field: Shown, done: Werkboek, project: Path) -> None:
    record = make("case:new", "title", "Haven")
    for name, value in (("summary", "Tekst."), ("inhabitants", "12"), ("forms", '["jonge_aanwas"]')):
        done("set", project, record, name, value)
        done("set", project, record, name, "")
        assert field(record, name) == ([] if name == "forms" else None)
    assert field(record, "title") == "Haven"


def test_setting_the_same_value_again_writes_nothing(make: Make, done: Werkboek, project: Path) -> None:
    record = make("case:new", "title", "Haven")
    before = done("hash", project).out
    assert done("set", project, record, "title", "Haven").out.strip() == record
    assert done("hash", project).out == before


def test_a_place_is_set_as_parent_and_after(done: Werkboek, project: Path, make: Make) -> None:
    one, two, three = (make("chapter:new@workbook", "title", title) for title in ("Een", "Twee", "Drie"))
    done("set", project, three, "place", json.dumps({"parent": None, "after": None}))
    assert [row["id"] for row in done("list", project, "chapter", "--json").json] == [three, one, two]
    done("set", project, two, "place", json.dumps({"parent": three, "after": None}))
    assert [row["id"] for row in done("list", project, "chapter", "--json").json] == [three, two, one]


@pytest.mark.parametrize(
    "place",
    ["{}", "[]", "nergens", '{"parent": null}', '{"parent": 1, "after": null}', '{"parent": "x", "after": null}'],
)
def test_what_is_no_place_is_refused(place: str, make: Make, refused: Werkboek, project: Path) -> None:
    refused("set", project, make("chapter:new@workbook", "title", "Een"), "place", place)


def test_a_chapter_does_not_go_below_itself(make: Make, refused: Werkboek, project: Path) -> None:
    chapter = make("chapter:new@workbook", "title", "Een")
    refused("set", project, chapter, "place", json.dumps({"parent": chapter, "after": None}))


@pytest.mark.parametrize(
    ("target", "name", "value"),
    [
        ("case:new", "status", "onzin"),
        ("case:new", "inhabitants", "veel"),
        ("case:new", "inhabitants", "9" * 5000),
        ("case:new", "as_of", "2026-02-30"),
        ("case:new", "as_of", "nooit"),
        ("case:new", "costs", "1,2,3"),
        ("case:new", "forms", "[1]"),
        ("case:new", "forms", '{"a": 1}'),
        ("case:new", "forms", '["onzin"]'),
        ("case:new", "forms", "[" * 100_000),
        ("case:new", "assignee", "geen-id"),
        ("case:new", "title", "x" * 501),
        ("case:new", "summary", "x " * 150_000),
        ("case:new", "onzin", "x"),
        ("onzin:new", "title", "x"),
        ("onzin", "title", "x"),
        ("case:new@" + "0" * 32, "title", "x"),
        ("measure:new", "measure", "x"),
        ("measure:new@" + "0" * 32, "measure", "x"),
        ("attendance:" + "0" * 32 + "+" + "0" * 32, "status", "present"),
        ("0" * 32, "title", "x"),
        ("", "title", "x"),
        ("case:new", "title", "@/er/is/niets"),
        ("case:new", "title", "@/"),
        ("case:new", "deleted", "true"),
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(
    target: str, name: str, value: str, refused: Werkboek, done: Werkboek, project: Path
) -> None:
    before = project.read_bytes()
    refused("set", project, target, name, value)
    assert project.read_bytes() == before
    assert done("list", project, "case", "--json").json == []


def test_input_that_is_no_text_is_refused(
    refused: Werkboek, project: Path, stdin: Callable[[bytes], None], tmp_path: Path
) -> None:
    stdin(b"\xff\xfe")
    refused("set", project, "case:new", "title", "-")
    (tmp_path / "foto").write_bytes(b"\xff\xfe")
    refused("set", project, "case:new", "title", f"@{tmp_path / 'foto'}")


def test_wrong_owners_are_refused(make: Make, refused: Werkboek, project: Path) -> None:
    case = make("case:new", "title", "Haven")
    refused("set", project, f"note:new@{case}", "text", "x")
    refused("set", project, f"case:new@{case}", "title", "x")
    refused("set", project, f"attendance:{case}+{case}", "status", "present")


def test_an_attachment_of_another_project_is_refused(make: Make, refused: Werkboek, project: Path) -> None:
    case = make("case:new", "title", "Haven")
    refused("set", project, f"document:new@{case}", "file", "verslag.pdf")


@pytest.mark.parametrize(
    "arguments", [["x"], [], ["x", "--add", "y"], ["x", "--remove", "y"], ["x", "y"]], ids=" ".join
)
def test_a_value_and_elements_exclude_each_other(arguments: list[str], misused: Werkboek, project: Path) -> None:
    if arguments != ["x"]:
        misused("set", project, "case:new", "legal_basis", *arguments)


def test_elements_are_for_sets_only(refused: Werkboek, project: Path) -> None:
    refused("set", project, "case:new", "title", "--add", "x")
    refused("set", project, "case:new", "forms", "--add", "onzin")


def test_a_deleted_record_is_put_back_before_it_is_edited(
    make: Make, done: Werkboek, refused: Werkboek, project: Path, field: Shown
) -> None:
    record = make("case:new", "title", "Haven")
    done("delete", project, record)
    assert refused("set", project, record, "title", "Kade").err.startswith("Haven is verwijderd.")
    done("delete", project, record, "--undo")
    done("set", project, record, "title", "Kade")
    assert field(record, "title") == "Kade"
