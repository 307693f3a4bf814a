"""One action on many records is one transaction and one step."""

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from werkboek_desktop.errors import Cancelled, RecordDeleted, WorkbookStays
from werkboek_desktop.settings import App
from werkboek_desktop.workspace import Edit, Workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    real = App.of_this_computer()
    app = App(tmp_path / "computer", real.clock, real.entropy)
    return Workspace.create(tmp_path / "werk.werkboek", app, name="Werk", author="Anna")


def cases(workspace: Workspace, count: int) -> list[str]:
    return [str(workspace.create_record("case", None, {"title": f"Wijk {n}"}).record) for n in range(count)]


def test_many_values_are_written_at_once(workspace: Workspace) -> None:
    made = cases(workspace, 3)
    changed = workspace.edit_many([Edit(case, "status", "selected") for case in made], "3 gekozen")
    assert changed.records == frozenset(made)
    assert {workspace.record(case).value("status") for case in made} == {"selected"}


def test_of_two_values_for_one_field_the_last_counts(workspace: Workspace) -> None:
    (case,) = cases(workspace, 1)
    workspace.edit_many([Edit(case, "title", "Eerst"), Edit(case, "title", "Later")], "Titels")
    assert workspace.record(case).value("title") == "Later"


def test_one_that_is_refused_leaves_all_as_they_were(workspace: Workspace) -> None:
    kept, gone = cases(workspace, 2)
    workspace.delete(gone)
    with pytest.raises(RecordDeleted):
        workspace.edit_many([Edit(kept, "title", "Anders"), Edit(gone, "title", "Anders")], "Titels")
    assert workspace.record(kept).value("title") == "Wijk 0"


def test_writing_many_tells_how_far_it_is_and_leaves_all_as_they_were_when_it_is_stopped(workspace: Workspace) -> None:
    made, told = cases(workspace, 6), list[tuple[int, int, str]]()

    def stop(done: int, of: int, word: str) -> bool:
        told.append((done, of, word))
        return done == 0

    with pytest.raises(Cancelled):
        workspace.edit_many([Edit(case, "title", "Anders") for case in made], "Titels", progress=stop)
    assert told == [(0, 6, "gewijzigd"), (5, 6, "gewijzigd")]
    assert [workspace.record(case).value("title") for case in made] == [f"Wijk {n}" for n in range(6)]


def test_many_are_deleted_with_what_they_own(workspace: Workspace) -> None:
    made = cases(workspace, 2)
    measure = str(workspace.create_record("measure", made[0], {"measure": "Sluiting"}).record)
    workspace.delete_many([*made, measure], "2 verwijderd")
    assert all(workspace.record(record).deleted for record in (*made, measure))
    workspace.undelete(made[0])
    assert not workspace.record(measure).deleted


def test_two_that_are_one_person_are_edited_and_deleted_as_one(workspace: Workspace) -> None:
    one, other = (str(workspace.create_record("attendee", None, {"last_name": "Yılmaz"}).record) for _ in range(2))
    workspace.change_set(one, "same_as", [other], [])
    workspace.edit_many([Edit(one, "last_name", "Eerst"), Edit(other, "last_name", "Later")], "Namen")
    assert workspace.record(one).value("last_name") == "Later"
    workspace.delete_many([one, other], "2 verwijderd")
    assert workspace.record(one).deleted
    assert workspace.record(other).deleted


def test_nothing_to_write_is_no_step(workspace: Workspace) -> None:
    assert not workspace.edit_many([], "Niets").records
    assert not workspace.steps.done


def test_the_workbook_is_never_among_what_is_deleted(workspace: Workspace) -> None:
    with pytest.raises(WorkbookStays):
        workspace.delete_many([workspace.project.workbook], "Alles")


def asked(act: Callable[[], object]) -> int:
    """How many statements it takes."""
    found: list[str] = []

    def hear(*statement: object) -> None:
        found.append(str(statement[2]))

    event.listen(Engine, "before_cursor_execute", hear)
    act()
    event.remove(Engine, "before_cursor_execute", hear)
    return len(found)


def test_what_many_own_is_read_together_when_they_are_deleted_again(workspace: Workspace) -> None:
    cases = [str(workspace.create_record("case", None, {"title": str(at)}).record) for at in range(24)]
    workspace.delete_many(cases[:4], "vier")
    workspace.undo()
    few = asked(workspace.redo)
    workspace.delete_many(cases[4:], "twintig")
    workspace.undo()
    assert asked(workspace.redo) - few <= 2 * 16
    assert workspace.rows("case") == []
