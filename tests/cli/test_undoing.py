"""`werkboek undo`."""

from collections.abc import Callable
from pathlib import Path

from tests.cli.ran import Werkboek

type Make = Callable[..., str]
type Shown = Callable[[str, str], object]


def last_change(done: Werkboek, project: Path, record: str, field: str) -> str:
    changes = done("history", project, record, field, "--json").json["changes"]
    return str(changes[-1]["change"])


def test_one_change_of_ones_own_is_taken_back(done: Werkboek, project: Path, make: Make, field: Shown) -> None:
    case = make("case:new", "title", "Haven")
    done("set", project, case, "title", "Kade")
    assert done("undo", project, last_change(done, project, case, "title")).out.strip() == case
    assert field(case, "title") == "Haven"
    done("undo", project, last_change(done, project, case, "title"))
    assert field(case, "title") == "Kade"


def test_a_delete_is_taken_back_too(done: Werkboek, project: Path, make: Make, field: Shown) -> None:
    case = make("case:new", "title", "Haven")
    done("delete", project, case)
    done("undo", project, last_change(done, project, case, "deleted"))
    assert [row["id"] for row in done("list", project, "case", "--json").json] == [case]


def test_what_somebody_else_wrote_is_not_taken_back_nor_written_over(
    done: Werkboek, refused: Werkboek, project: Path, make: Make, field: Shown
) -> None:
    case = make("case:new", "title", "Haven")
    done("set", project, case, "title", "Kade")
    mine = last_change(done, project, case, "title")
    done("set", project, case, "title", "Sluis", "--author", "Bert")
    assert "van Bert" in refused("undo", project, last_change(done, project, case, "title"), "--author", "Anna").err
    assert "werk van Bert tussen" in refused("undo", project, mine, "--author", "Anna").err
    refused("undo", project, "0" * 64, "--author", "Anna")
    assert field(case, "title") == "Sluis"
