"""What lists show beside their rows, on real project files."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from werkboek_desktop.domain import schema
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.listing import MARKS, Facet, Facts, Query
from werkboek_desktop.domain.together import Wish
from werkboek_desktop.domain.values import Value
from werkboek_desktop.resources import resource
from werkboek_desktop.settings import App
from werkboek_desktop.workspace import Workspace, create_demo, import_into


def computer(folder: Path, name: str, clock: Callable[[], int] | None = None) -> App:
    here = App.of_this_computer()
    return replace(here, folder=folder / name, clock=clock or here.clock)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    app = computer(tmp_path, "anna")
    with Workspace.create(tmp_path / "anna.werkboek", app, name="Samen", author="Anna") as made:
        yield made


def make(workspace: Workspace, kind: str, owner: RecordId | None = None, **fields: Value) -> RecordId:
    return str(workspace.create_record(kind, owner, fields).record)


def attend(workspace: Workspace, masterclass: RecordId, attendee: RecordId, status: str) -> None:
    workspace.set_field(workspace.attendance(masterclass, attendee), "status", status)


def test_a_case_says_how_many_parts_are_empty_from_the_step_on_that_asks_for_them(workspace: Workspace) -> None:
    early, late = make(workspace, "case", status="concept"), make(workspace, "case", status="deepening")
    facts = workspace.lists.facts("case")
    assert facts[early].empty == 0
    assert facts[late].empty > 10
    assert facts[late].topics == ("text",)
    workspace.set_field(late, "title", "Samen de wijk in")
    assert workspace.lists.facts("case", [late])[late].empty == facts[late].empty - 1


def test_a_change_of_a_part_is_a_change_of_its_case(tmp_path: Path) -> None:
    times = iter(range(1_000, 2_000))
    app = computer(tmp_path, "anna", lambda: next(times))
    with Workspace.create(tmp_path / "anna.werkboek", app, author="Anna") as workspace:
        first, second = make(workspace, "case"), make(workspace, "case")
        make(workspace, "measure", first, measure="Sluiting")
        facts = workspace.lists.facts("case")
        assert facts[first].changed > facts[second].changed


def test_an_attendee_has_their_masterclasses_and_who_was_not_seen_did_not_come(workspace: Workspace) -> None:
    first = make(workspace, "masterclass", number=1, status="held")
    second = make(workspace, "masterclass", number=2, status="open")
    jelle, sanne = make(workspace, "attendee", last_name="Hek"), make(workspace, "attendee", last_name="Hoek")
    attend(workspace, second, jelle, "confirmed")
    attend(workspace, first, jelle, "confirmed")
    attend(workspace, first, sanne, "present")
    facts = workspace.lists.facts("attendee")
    assert [each.words for each in facts[jelle].attended] == ["M1 niet verschenen", "M2 bevestigd"]
    assert [each.words for each in facts[sanne].attended] == ["M1 aanwezig"]


def test_people_who_are_one_have_one_row_and_all_their_masterclasses(workspace: Workspace) -> None:
    day = make(workspace, "masterclass", number=1, status="open")
    one, other = sorted(make(workspace, "attendee", last_name=name) for name in ("Hek", "Hèk"))
    attend(workspace, day, other, "registered")
    workspace.change_set(one, "same_as", [other], [])
    assert [each.words for each in workspace.lists.facts("attendee")[one].attended] == ["M1 aangemeld"]
    changed = workspace.lists.rows_of("attendee", [other])
    assert changed[other] is None
    assert changed[one] is not None


def test_a_changed_part_brings_the_row_of_its_case(workspace: Workspace) -> None:
    case = make(workspace, "case", title="Zuid")
    measure = make(workspace, "measure", case, measure="Sluiting")
    rows = workspace.lists.rows_of("case", [measure])
    assert {id_: row.title if row else None for id_, row in rows.items()} == {case: "Zuid"}
    workspace.delete(case)
    assert workspace.lists.rows_of("case", [case]) == {case: None}


def test_a_case_says_how_many_comments_are_open_and_can_be_chosen_by_it(workspace: Workspace) -> None:
    case, other = (make(workspace, "case", title=title) for title in ("Zuid", "Noord"))
    asked = [str(workspace.comment(case, "", text).record) for text in ("Een.", "Twee.", "Drie.")]
    workspace.answer(asked[0], "Ja.")
    workspace.close_comment(asked[1])
    facts = workspace.lists.facts("case")
    assert {id_: each.remarks for id_, each in facts.items()} == {case: 2, other: 0}
    marks = Facet(MARKS, "")
    rows = {row.id: row for row in workspace.rows("case")}
    assert [marks.values(rows[id_], facts[id_]) for id_ in (case, other)] == [("remarks",), ()]


def test_a_case_whose_text_changed_after_its_akkoord_says_so(tmp_path: Path) -> None:
    app = computer(tmp_path, "anna")
    create_demo(tmp_path / "demo.werkboek", app)
    with Workspace.open(tmp_path / "demo.werkboek", app, author="Anna van ’t Hoff") as demo:
        before = {id_ for id_, facts in demo.lists.facts("case").items() if facts.lapsed}
        demo.import_([resource("demo", "pakketten", "anna-laat.wbx")])
        after = {id_ for id_, facts in demo.lists.facts("case").items() if facts.lapsed}
        assert len(after - before) == 1
        (late,) = after - before
        assert demo.lists.facts("case", [late])[late].lapsed


def test_what_stands_in_a_part_is_found_with_its_case(workspace: Workspace) -> None:
    case = make(workspace, "case", title="Zuid")
    make(workspace, "measure", case, measure="Huisuitzetting")
    make(workspace, "term", term="Huisuitzetting")
    assert workspace.lists.find("case", "huisuitzetting") == {case: "Huisuitzetting"}


def test_me_is_the_person_of_who_writes_here(workspace: Workspace) -> None:
    case = make(workspace, "case", title="Zuid")
    (me,) = workspace.lists.me()
    assert workspace.title(me) == "Anna"
    assert case not in workspace.lists.me()


def test_a_wish_leaves_two_versions_alone_and_tells_who_lacks_something(workspace: Workspace, tmp_path: Path) -> None:
    field = schema.field("case", "status")
    assert field
    disputed, other = make(workspace, "case", status="concept"), make(workspace, "case", status="concept")
    workspace.export(tmp_path / "begin.wbx")
    bert = computer(tmp_path, "bert")
    import_into(tmp_path / "bert.werkboek", bert, [tmp_path / "begin.wbx"], author="Bert")
    with Workspace.open(tmp_path / "bert.werkboek", bert, author="Bert") as his:
        his.set_field(disputed, "status", "paused")
        his.export(tmp_path / "bert.wbx")
    workspace.set_field(disputed, "status", "selected")
    workspace.import_([tmp_path / "bert.wbx"])
    found = workspace.lists.preview([other, disputed], Wish(field, "editing"))
    assert [change.record for change in found.changes] == [other]
    assert found.disputed == (disputed,)
    assert found.lacking == 1


def test_a_table_has_the_records_in_the_given_order(workspace: Workspace, tmp_path: Path) -> None:
    first, second = make(workspace, "case", title="Aan zee"), make(workspace, "case", title="Zuid")
    out = workspace.lists.save_table("case", [second, first], tmp_path / "lijst.csv")
    lines = out.read_text(encoding="utf-8-sig").splitlines()
    assert [line.split(";")[0] for line in lines] == ["Titel", "Zuid", "Aan zee"]


def test_views_are_kept_at_this_computer_for_this_project_and_kind(workspace: Workspace, tmp_path: Path) -> None:
    mine = Query({"status": frozenset({"editing"})}, sort="changed", group="phase")
    workspace.lists.keep_views("case", {"Redactie": mine})
    assert workspace.lists.views("case") == {"Redactie": mine}
    assert workspace.lists.views("attendee") == {}
    with Workspace.create(tmp_path / "other.werkboek", computer(tmp_path, "anna"), author="Anna") as other:
        assert other.lists.views("case") == {}


def test_a_row_that_has_no_facts_yet_is_shown_all_the_same(workspace: Workspace) -> None:
    make(workspace, "person", name="Bert")
    assert all(isinstance(facts, Facts) for facts in workspace.lists.facts("person").values())
