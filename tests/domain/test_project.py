import pytest

from tests.domain.replicas import Replica, exchange, record_id
from werkboek_desktop.domain.change import FieldKey, Scope
from werkboek_desktop.domain.ids import ChangeId
from werkboek_desktop.domain.project import replay
from werkboek_desktop.domain.records import Record
from werkboek_desktop.domain.values import Place, ValueType
from werkboek_desktop.domain.view import Notice, Status

CASE = Record("work", "case", None, record_id("case"))
TITLE = FieldKey(*CASE, "title", ValueType.LINE)
SUMMARY = FieldKey(*CASE, "summary", ValueType.PROSE)


def chapter(name: str) -> FieldKey:
    return FieldKey("work", "chapter", record_id("workbook"), record_id(name), "place", ValueType.PLACE)


@pytest.fixture
def two() -> tuple[Replica, Replica]:
    anna, piet = Replica("Anna"), Replica("Piet")
    anna.edit(TITLE, "Samen de wijk in")
    anna.edit(SUMMARY, "Een is een. Twee is twee. Drie is drie.")
    exchange([anna, piet])
    return anna, piet


def notices(replica: Replica, record: Record) -> list[Notice]:
    view = replica.record(record)
    assert view
    return list(view.notices)


def test_nothing_is_a_state_too() -> None:
    state = replay([])
    assert (state.records, state.waiting, state.invalid) == ({}, frozenset(), frozenset())
    assert len(state.state_hash) == 64


def test_conflicts_and_merges_are_listed(two: tuple[Replica, Replica]) -> None:
    anna, piet = two
    anna.edit(TITLE, "Samen de buurt in")
    piet.edit(TITLE, "Samen de stad in")
    anna.edit(SUMMARY, "Een is een! Twee is twee. Drie is drie.")
    piet.edit(SUMMARY, "Een is een. Twee is twee. Drie is drie!")
    exchange(two)
    assert anna.state.fields(Status.CONFLICT) == [(CASE, "title")]
    assert anna.state.fields(Status.MERGED) == [(CASE, "summary")]


def test_waiting_and_invalid_changes_are_in_no_view_and_no_hash(two: tuple[Replica, Replica]) -> None:
    anna, piet = two
    first = anna.edit(TITLE, "Samen de buurt in")
    second = anna.edit(TITLE, "Samen de stad in")
    misplaced = anna.edit(FieldKey(*CASE, "subtitle", ValueType.LINE), "x", [first])
    before = piet.state
    piet.receive([anna.changes[second], anna.changes[misplaced]])
    assert (piet.state.records, piet.state.hashes) == (before.records, before.hashes)
    assert piet.state.waiting == {second, misplaced}
    piet.receive([anna.changes[first]])
    assert piet.state.waiting == frozenset()
    assert piet.state.invalid == {misplaced}
    assert anna.state == piet.state


def test_the_hash_of_work_knows_nothing_of_people(two: tuple[Replica, Replica]) -> None:
    anna, _ = two
    before = anna.state
    anna.edit(FieldKey("people", "attendee", None, record_id("Fatima"), "last_name", ValueType.LINE), "Yılmaz")
    assert anna.state.hashes[Scope.WORK] == before.hashes[Scope.WORK]
    assert anna.state.hashes[Scope.PEOPLE] != before.hashes[Scope.PEOPLE]
    assert anna.state.state_hash != before.state_hash


def test_the_hash_depends_on_heads_and_not_on_values(two: tuple[Replica, Replica]) -> None:
    anna, _ = two
    without_values = [type(change)(change.header, None, b"") for change in anna.changes.values()]
    assert replay(without_values).state_hash == anna.state.state_hash


def test_erases_stand_apart_in_the_hash(two: tuple[Replica, Replica]) -> None:
    anna, _ = two
    before = anna.state.state_hash
    anna.edit(TITLE, None, [], op="erase")
    erased = anna.state.state_hash
    assert erased != before
    anna.edit(TITLE, "Nieuw", anna.heads(TITLE))
    assert anna.state.state_hash != erased


def test_a_change_that_disagrees_on_the_kind_is_another_record_in_any_order(two: tuple[Replica, Replica]) -> None:
    anna, _ = two
    pretender = CASE._replace(kind="chapter")
    anna.edit(TITLE._replace(kind="chapter"), "Ik ben een hoofdstuk")
    for changes in (list(anna.changes.values()), list(reversed(anna.changes.values()))):
        records = replay(changes).records
        assert records[CASE].value("title") == "Samen de wijk in"
        assert records[pretender].value("title") == "Ik ben een hoofdstuk"


def test_two_moves_of_one_thing_are_told(two: tuple[Replica, Replica]) -> None:
    anna, piet = two
    moves: dict[ChangeId, Replica] = {
        anna.edit(chapter("one"), Place(None, "0.10001")): anna,
        piet.edit(chapter("one"), Place(None, "0.20001")): piet,
    }
    exchange(two)
    winner = max(moves)
    record = Record(*chapter("one")[:4])
    assert notices(anna, record) == [Notice("moved", record_id(moves[winner].name), winner)]


def test_a_cycle_of_two_peoples_moves_is_told_where_it_was_cut(two: tuple[Replica, Replica]) -> None:
    anna, piet = two
    one, other = (Record(*chapter(name)[:4]) for name in ("one", "other"))
    first = anna.edit(chapter("one"), Place(other.id, "0.1"))
    second = piet.edit(chapter("other"), Place(one.id, "0.1"))
    exchange(two)
    cut = one if first > second else other
    assert [notice.kind for notice in notices(anna, cut)] == ["place_cycle"]
    assert not notices(anna, other if cut == one else one)
    assert anna.state == piet.state


def test_the_work_of_a_newer_program_is_told(two: tuple[Replica, Replica]) -> None:
    anna, _ = two
    change = anna.edit(TITLE, "Samen", op="shout")
    assert notices(anna, CASE) == [Notice("newer_program", record_id("Anna"), change)]
    assert anna.state.fields(Status.CONFLICT) == [(CASE, "title")]


def test_a_change_about_a_whole_record_is_kept_and_hides_no_field(two: tuple[Replica, Replica]) -> None:
    anna, _ = two
    before = anna.state
    anna.edit(FieldKey(*CASE, None, None), None, op="archive")
    view = anna.record(CASE)
    assert view
    assert view.fields == before.records[CASE].fields
    assert anna.state.state_hash != before.state_hash
    assert [notice.kind for notice in view.notices] == ["newer_program"]
