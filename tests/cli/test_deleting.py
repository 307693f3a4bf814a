"""`werkboek delete` and `werkboek convert`."""

from collections.abc import Callable
from pathlib import Path

from tests.cli.ran import Werkboek

type Make = Callable[..., str]
type Shown = Callable[[str, str], object]


def ids(done: Werkboek, project: Path, kind: str) -> list[str]:
    return [row["id"] for row in done("list", project, kind, "--json").json]


def test_a_deleted_record_leaves_the_list_and_comes_back_with_all_it_owns(
    done: Werkboek, project: Path, make: Make, field: Shown
) -> None:
    case = make("case:new", "title", "Haven")
    measure = make(f"measure:new@{case}", "measure", "Praten")
    assert done("delete", project, case).out.strip() == case
    assert ids(done, project, "case") == ids(done, project, "measure") == []
    (view,) = done("show", project, case, "--json").json["records"]
    assert view["deleted"] is True
    done("delete", project, case, "--undo")
    assert ids(done, project, "case") == [case]
    assert ids(done, project, "measure") == [measure]
    assert field(case, "title") == "Haven"
    done("check", project)


def test_undoing_what_was_never_deleted_changes_nothing(done: Werkboek, project: Path, make: Make) -> None:
    case = make("case:new", "title", "Haven")
    before = done("hash", project).out
    done("delete", project, case, "--undo")
    assert done("hash", project).out == before


def test_deleting_twice_is_deleting_once(done: Werkboek, project: Path, make: Make) -> None:
    case = make("case:new", "title", "Haven")
    done("delete", project, case)
    before = done("hash", project).out
    done("delete", project, case)
    assert done("hash", project).out == before


def test_nothing_is_added_to_what_is_deleted(done: Werkboek, refused: Werkboek, project: Path, make: Make) -> None:
    case, day, person = (
        make("case:new", "title", "Haven"),
        make("masterclass:new", "title", "Dag"),
        make("attendee:new", "last_name", "Yılmaz"),
    )
    for record, target in (
        (case, f"measure:new@{case}"),
        (person, f"attendance:{day}+{person}"),
        (day, f"attendance:{day}+{person}"),
    ):
        done("delete", project, record)
        refused("set", project, target, "place" if record == case else "role", "x")
    assert ids(done, project, "measure") == ids(done, project, "attendance") == []


def test_the_workbook_and_what_is_not_there_stay(refused: Werkboek, done: Werkboek, project: Path) -> None:
    workbook = done("set", project, "workbook", "subtitle", "x").out.strip()
    refused("delete", project, workbook)
    for record in ("0" * 32, "onzin", ""):
        refused("delete", project, record)
        refused("delete", project, record, "--undo")


def test_a_sign_up_becomes_one_case(done: Werkboek, project: Path, make: Make, field: Shown) -> None:
    signup = make("signup:new", "municipality", "Utrecht")
    done("set", project, signup, "sketch", "Wij belden aan.")
    done("set", project, f"contact:new@{signup}", "name", "Fatima")
    case = done("convert", project, signup).out.strip()
    assert ids(done, project, "case") == [case]
    assert field(case, "signup") == signup
    assert field(case, "status") == "registered"
    assert field(case, "summary") == "Wij belden aan."
    assert field(case, "municipalities") == ["GM0344"]
    assert field(signup, "status") == "converted"
    assert len(ids(done, project, "contact")) == 2
    before = done("hash", project).out
    assert done("convert", project, signup).out.strip() == case
    assert done("hash", project).out == before


def test_only_a_sign_up_that_stands_is_converted(done: Werkboek, refused: Werkboek, project: Path, make: Make) -> None:
    refused("convert", project, make("case:new", "title", "Haven"))
    refused("convert", project, "0" * 32)
    signup = make("signup:new", "municipality", "Utrecht")
    done("delete", project, signup)
    refused("convert", project, signup)
    assert len(ids(done, project, "case")) == 1
