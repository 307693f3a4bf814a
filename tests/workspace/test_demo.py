"""The demo project is the same everywhere, so its bundles fit."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from werkboek_desktop.domain.view import Status
from werkboek_desktop.resources import resource
from werkboek_desktop.settings import App
from werkboek_desktop.workspace import FileReport, Result, Workspace, create_demo

BUNDLES = resource("demo", "pakketten")


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> App:
    return replace(App.of_this_computer(), folder=tmp_path_factory.mktemp("app"))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, app: App) -> Path:
    path = tmp_path_factory.mktemp("demo") / "demo.werkboek"
    create_demo(path, app)
    return path


@pytest.fixture
def workspace(made: Path, app: App, tmp_path: Path) -> Iterator[Workspace]:
    file = tmp_path / "copy.werkboek"
    shutil.copy(made, file)
    with Workspace.open(file, app, author="Marit de Wit") as opened:
        yield opened


def imported(workspace: Workspace, *names: str) -> list[FileReport]:
    return list(workspace.import_([BUNDLES / f"{name}.wbx" for name in names]).files)


def test_two_demo_projects_are_the_same(made: Path, app: App, tmp_path: Path) -> None:
    other = tmp_path / "other.werkboek"
    create_demo(other, app)
    with Workspace.open(made, app) as one, Workspace.open(other, app) as two:
        assert one.state_hash() == two.state_hash()
        one.check()


def test_who_opens_the_demo_writes_as_the_person_of_the_demo(made: Path, app: App) -> None:
    with Workspace.open(made, app) as workspace:
        assert workspace.author == "Marit de Wit"


def test_who_opens_the_demo_writes_with_a_fresh_writer(workspace: Workspace) -> None:
    workspace.set_field(workspace.project.workbook, "subtitle", "Van mij")
    (theirs, mine) = workspace.history(workspace.project.workbook, "subtitle")
    assert theirs.author == mine.author == "Marit de Wit"
    workspace.check()


def test_the_demo_shows_one_conflict_from_the_start(workspace: Workspace) -> None:
    assert [field for _, field in workspace.summary().conflicts] == ["partnership"]


def test_the_bundle_of_fatima_merges_conflicts_and_is_known_the_second_time(workspace: Workspace) -> None:
    first, again = imported(workspace, "fatima", "fatima (2)")
    assert (first.result, again.result) == (Result.IMPORTED, Result.KNOWN)
    assert [field for _, field in first.merged] == ["lessons"]
    assert [field for _, field in first.conflicts] == ["costs"]
    assert first.deleted == ()


def test_bundles_out_of_order_wait_for_each_other(workspace: Workspace) -> None:
    late, early = imported(workspace, "piet-2", "piet-1")
    assert late.waiting == 2
    assert early.waiting == workspace.summary().waiting == 0
    workspace.check()


def test_damaged_bundles_are_refused_and_nothing_changes(workspace: Workspace) -> None:
    before = workspace.state_hash()
    reports = imported(workspace, "fatima-afgebroken", "fatima-veranderd")
    assert [report.result for report in reports] == [Result.REFUSED, Result.REFUSED]
    assert workspace.state_hash() == before


def test_a_late_bundle_changes_a_text_that_was_approved(workspace: Workspace) -> None:
    (report,) = imported(workspace, "anna-laat")
    ((record, field),) = {(change.record, change.field) for change in report.changes}
    assert field == "effects"
    assert workspace.record(record).fields[field].status is Status.SETTLED


def test_paper_tells_what_to_look_at_before_it_leaves_the_room(workspace: Workspace, tmp_path: Path) -> None:
    ((case, _),) = workspace.summary().conflicts
    (paper,) = workspace.publish(tmp_path / "case.pdf", case=case)
    assert paper.path.read_bytes().startswith(b"%PDF-")
    assert any("Met wie?" in sentence for sentence in paper.checks)
