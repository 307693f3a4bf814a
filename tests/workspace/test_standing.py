"""How far a record is, in one look."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from werkboek_desktop.settings import App
from werkboek_desktop.workspace import Workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    here = App.of_this_computer()
    app = App(tmp_path / "app", here.clock, here.entropy)
    with Workspace.create(tmp_path / "p.werkboek", app, name="Werkboek", author="Marit de Wit") as made:
        yield made


def test_a_case_shows_its_parts_its_gaps_and_its_balance(workspace: Workspace) -> None:
    case = str(workspace.create_record("case", None, {"title": "De Kolenbuurt", "status": "deepening"}).record)
    workspace.create_record("measure", case, {"measure": "Sluiting", "type": "repressive"})
    workspace.create_record("bottleneck", case, {"bottleneck": "Niemand deelt informatie."})
    standing = workspace.standing(case)
    assert sum(standing.parts) == 1
    assert standing.balance.repressive == 1
    assert standing.gaps == workspace.gaps(case)
    assert {gap.at for gap in standing.gaps} >= {(case, "scale"), (case, "partner")}


def test_what_goes_by_no_steps_lacks_nothing(workspace: Workspace) -> None:
    day = str(workspace.create_record("masterclass", None, {"title": "Zicht op de wijk"}).record)
    standing = workspace.standing(day)
    assert (standing.parts, standing.gaps, any(standing.balance)) == ((), [], False)
