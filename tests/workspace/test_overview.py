"""All cases at once, read from a real project."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from werkboek_desktop.domain.overview.missing import Cell, Mark
from werkboek_desktop.domain.overview.selection import steps
from werkboek_desktop.domain.privacy.clearing import Ground
from werkboek_desktop.domain.workflow import Topic
from werkboek_desktop.errors import Cancelled
from werkboek_desktop.settings import App
from werkboek_desktop.workspace import Workspace, as_edits
from werkboek_desktop.workspace import overview as overviews


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.create(tmp_path / "wijk.werkboek", App.of_this_computer(), name="De wijk", author="Anna") as made:
        yield made


def made(workspace: Workspace, title: str) -> str:
    return str(workspace.create_record("case", None, {"title": title, "status": "registered"}).record)


def test_every_case_is_gathered_with_what_it_owns(workspace: Workspace) -> None:
    case, gone = made(workspace, "Haven"), made(workspace, "Zuid")
    workspace.create_record("measure", case, {"type": "repressive"})
    workspace.delete(str(workspace.create_record("measure", case, {"type": "preventive"}).record))
    workspace.delete(gone)
    overview = workspace.overview()
    assert overview.project == "De wijk"
    assert list(overview.cases.entries) == [case]
    assert overview.cases.entries[case].balance == (1, 0, 0, 0)


def test_what_changed_is_the_same_as_reading_all_again(workspace: Workspace) -> None:
    case, gone = made(workspace, "Haven"), made(workspace, "Zuid")
    before = workspace.overview().cases
    measure = str(workspace.create_record("measure", case, {"type": "both"}).record)
    attendee = str(workspace.create_record("attendee", None, {"first_name": "Jelle"}).record)
    workspace.delete(gone)
    fresh = workspace.fresh_entries([measure, attendee, gone])
    assert set(fresh) == {case, gone}
    assert fresh[gone] is None
    assert before.changed(fresh).entries == workspace.overview().cases.entries


def test_reading_can_be_stopped(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(overviews, "_STRIDE", 1)
    made(workspace, "Haven")
    told: list[tuple[int, int, str]] = []

    def stop(done: int, of: int, word: str) -> bool:
        told.append((done, of, word))
        return False

    with pytest.raises(Cancelled):
        workspace.overview(stop)
    assert told == [(1, 1, "gelezen")]


def test_what_a_case_lacks_leads_to_the_record_that_lacks_it(workspace: Workspace) -> None:
    case = made(workspace, "Haven")
    image = str(workspace.create_record("image", case, {"caption": "De kade"}).record)
    at = {gap.sentence: gap.at for gap in workspace.lacking(case)}
    assert at["Bij beeld ‘De kade’ ontbreekt de alt-tekst."] == (image, "alt")
    assert at["‘In het kort’ is nog leeg."] == (case, "summary")
    assert workspace.lacking(image) == ()
    workspace.set_field(case, "context", "Het pand Kerkstraat 12 stond leeg.")
    sentence = "1 zin vraagt nog een privacybesluit."
    assert workspace.lacking(case)[-1][1:] == (sentence, "", Topic.PRIVACY, (case, "context"))


def test_the_privacy_check_of_a_case_is_a_cell_once_it_was_read(workspace: Workspace) -> None:
    case, quiet = made(workspace, "Haven"), made(workspace, "Zuid")
    workspace.set_field(
        case, "context", "Het pand Kerkstraat 12 stond leeg. De buurman van nummer 4 belde 06-12345678."
    )
    entries = workspace.overview().cases.entries
    assert {entry.cells[Topic.PRIVACY].mark for entry in entries.values()} == {Mark.UNREAD}
    first, *rest = workspace.privacy_of(case).sentences
    assert rest
    workspace.clear_sentence(first, Ground.PUBLIC)
    known = workspace.check_entries(entries.values())
    assert known[case].cells[Topic.PRIVACY] == Cell(1, 1 + len(rest))
    assert known[quiet].cells[Topic.PRIVACY].mark is Mark.NOT_NEEDED


def test_a_choice_is_one_step_that_can_be_undone(workspace: Workspace) -> None:
    cases = [made(workspace, title) for title in ("Haven", "Zuid")]
    entries = workspace.overview().cases.entries.values()
    workspace.edit_many(as_edits(steps(entries, set(cases), "Spreiding.")), "2 gekozen")
    assert workspace.overview().cases.spread.chosen == set(cases)
    workspace.undo()
    assert workspace.overview().cases.spread.chosen == set()
