import json
from collections.abc import Callable, Collection

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.replicas import Replica, exchange, record_id
from werkboek_desktop.domain.change import DELETED, FieldKey
from werkboek_desktop.domain.history import Entry, FieldHistory
from werkboek_desktop.domain.ids import ChangeId, RecordId
from werkboek_desktop.domain.project import entry_of
from werkboek_desktop.domain.records import Record, record_of
from werkboek_desktop.domain.values import Place, ValueType
from werkboek_desktop.domain.version import (
    BadVersion,
    FieldHeads,
    Outcome,
    Verdict,
    Version,
    from_bytes,
    holds,
    judge,
    take,
)

CASE = Record("work", "case", None, record_id("case"))
MEASURE = Record("work", "measure", CASE.id, record_id("measure"))
CONTACT = Record("people", "contact", CASE.id, record_id("contact"))
TITLE = FieldKey(*CASE, "title", ValueType.LINE)
SUMMARY = FieldKey(*CASE, "summary", ValueType.PROSE)
STATUS = FieldKey(*CASE, "status", ValueType.ENUM)
WORKS = FieldKey(*MEASURE, "measure", ValueType.LINE)
EMAIL = FieldKey(*CONTACT, "email", ValueType.LINE)
PRINTED = {"case": ["title", "summary"], "measure": ["measure"], "contact": ["email"]}


class Desk:
    """What a replica has to judge a version by."""

    def __init__(self, replica: Replica, erased: Collection[ChangeId] = ()) -> None:
        self._ready = [replica.changes[id_] for id_ in replica.ready()]
        self._erased = erased
        self.gone: set[Record] = set()

    def heads(self, roots: Collection[RecordId]) -> FieldHeads:
        keys = {change.header.key for change in self._ready}
        owned = {record_of(key) for key in keys if record_of(key).owner in roots or record_of(key).id in roots}
        return [(key, self.history(key).heads) for key in keys if record_of(key) in owned]

    def history(self, key: FieldKey) -> FieldHistory:
        entries: list[Entry] = [entry_of(change) for change in self._ready if change.header.key == key]
        return FieldHistory(key.type, entries)

    def is_ready(self, change: ChangeId) -> bool:
        return change in {ready.id for ready in self._ready}

    def is_erased(self, change: ChangeId) -> bool:
        return change in self._erased

    def is_gone(self, record: Record) -> bool:
        return record in self.gone


@pytest.fixture
def anna() -> Replica:
    replica = Replica("Anna")
    replica.edit(TITLE, "Samen de wijk in")
    replica.edit(SUMMARY, "Een is een. Twee is twee. Drie is drie.")
    replica.edit(STATUS, "concept")
    replica.edit(WORKS, "Sluiting")
    replica.edit(EMAIL, "wijk@meerdrecht.example")
    return replica


def proof(replica: Replica) -> Version:
    return from_bytes(take([CASE.id], PRINTED, Desk(replica).heads([CASE.id])).to_bytes())


def test_a_version_is_equal_as_long_as_nothing_in_it_changes(anna: Replica) -> None:
    version = proof(anna)
    anna.edit(STATUS, "editing")
    assert judge(version, Desk(anna)) == Verdict(Outcome.EQUAL)
    anna.edit(TITLE, "Samen de buurt in")
    assert judge(version, Desk(anna)) == Verdict(Outcome.CHANGED, (TITLE,))


def test_the_old_text_put_back_is_equal_again(anna: Replica) -> None:
    version = proof(anna)
    anna.edit(TITLE, "Samen de buurt in")
    anna.edit(TITLE, "Samen de wijk in")
    assert judge(version, Desk(anna)).outcome is Outcome.EQUAL


def test_a_conflict_that_came_later_is_a_change(anna: Replica) -> None:
    version, piet = proof(anna), Replica("Piet")
    exchange([anna, piet])
    anna.edit(SUMMARY, "Een is een! Twee is twee. Drie is drie.")
    piet.edit(SUMMARY, "Een is een? Twee is twee. Drie is drie.")
    exchange([anna, piet])
    assert judge(version, Desk(anna)).changed == (SUMMARY,)
    during = proof(anna)
    assert judge(during, Desk(anna)).outcome is Outcome.EQUAL


@pytest.mark.parametrize(
    "change",
    [
        lambda anna: anna.edit(FieldKey(*MEASURE._replace(id=record_id("new")), "measure", ValueType.LINE), "Bibob"),
        lambda anna: anna.edit(FieldKey(*MEASURE, "place", ValueType.PLACE), Place(None, "0.50000")),
        lambda anna: anna.delete(MEASURE),
    ],
    ids=["added", "moved", "deleted"],
)
def test_what_is_owned_now_or_then_counts(anna: Replica, change: Callable[[Replica], object]) -> None:
    version = proof(anna)
    change(anna)
    assert judge(version, Desk(anna)).outcome is Outcome.CHANGED


def test_deleted_and_brought_back_is_equal(anna: Replica) -> None:
    version = proof(anna)
    anna.delete(MEASURE)
    assert judge(version, Desk(anna)).changed == (FieldKey(*MEASURE, DELETED, ValueType.SET),)
    anna.undelete(MEASURE)
    assert judge(version, Desk(anna)).outcome is Outcome.EQUAL


def test_what_came_and_went_since_is_nothing(anna: Replica) -> None:
    version, new = proof(anna), MEASURE._replace(id=record_id("new"))
    anna.edit(FieldKey(*new, "measure", ValueType.LINE), "Bibob")
    anna.delete(new)
    desk = Desk(anna)
    desk.gone.add(new)
    assert judge(version, desk).outcome is Outcome.EQUAL
    desk.gone.clear()  # an edit that the delete had not seen keeps it alive
    assert judge(version, desk).outcome is Outcome.CHANGED


def test_of_one_item_only_its_own_part_counts(anna: Replica) -> None:
    whole, desk = proof(anna), Desk(anna)
    own = {id_ for key, ids in desk.heads([MEASURE.id]) for id_ in ids}
    item = from_bytes(whole.narrowed(MEASURE.id, "measure", own).to_bytes())
    anna.edit(TITLE, "Samen de buurt in")
    anna.edit(FieldKey(*MEASURE, "place", ValueType.PLACE), Place(None, "0.50000"))
    assert judge(item, Desk(anna)).outcome is Outcome.EQUAL
    anna.edit(WORKS, "Bibob")
    assert judge(item, Desk(anna)).changed == (WORKS,)


def test_a_head_that_is_not_here_cannot_be_judged_yet(anna: Replica) -> None:
    piet = Replica("Piet")
    exchange([anna, piet])
    anna.edit(TITLE, "Samen de buurt in")
    version = proof(anna)
    assert judge(version, Desk(piet)) == Verdict(Outcome.NOT_YET)
    exchange([anna, piet])
    assert judge(version, Desk(piet)) == Verdict(Outcome.EQUAL)


def test_where_people_are_left_out_the_rest_is_judged(anna: Replica) -> None:
    version, room = proof(anna), Replica("room")
    room.receive(change for change in anna.changes.values() if change.header.scope == "work")
    assert judge(version, Desk(room)) == Verdict(Outcome.EQUAL, without_people=True)
    room.edit(WORKS, "Bibob")
    lapsed = Verdict(Outcome.CHANGED, (WORKS,), without_people=True)
    assert judge(version, Desk(room)) == lapsed
    room.edit(FieldKey("people", "attendee", None, record_id("at the door"), "first_name", ValueType.LINE), "Fatima")
    assert judge(version, Desk(room)) == lapsed
    room.edit(FieldKey("people", "contact", CASE.id, record_id("called"), "email", ValueType.LINE), "a@b.example")
    assert judge(version, Desk(room)) == lapsed


def test_what_was_erased_is_said(anna: Replica) -> None:
    version = proof(anna)
    assert judge(version, Desk(anna, anna.heads(TITLE))).outcome is Outcome.ERASED


def test_the_exact_bytes() -> None:
    version = Version(("b", "a"), {"case": ("title",)}, {"work": ("2", "1"), "people": ()})
    assert version.to_bytes() == (
        b'{"fields":{"case":["title"]},"heads":{"people":[],"work":["2","1"]},"roots":["b","a"]}'
    )
    taken = take(["b", "a"], {"case": ["title", "place"]}, [(TITLE, ["2", "1"]), (STATUS, ["3"])])
    assert taken == Version(("a", "b"), {"case": ("title",)}, {"people": (), "work": ("1", "2")})
    assert from_bytes(taken.to_bytes()) == taken


@given(
    st.binary() | st.recursive(st.none() | st.text() | st.integers(), st.lists).map(lambda x: json.dumps(x).encode())
)
def test_what_is_no_version_is_refused(data: bytes) -> None:
    with pytest.raises(BadVersion):
        from_bytes(data)


@pytest.mark.parametrize(
    "data",
    [
        b'{"fields":{},"heads":{"work":[]},"roots":[]}',
        b'{"fields":{},"heads":{"people":[],"work":[1]},"roots":[]}',
        b'{"fields":{},"heads":{"people":[],"work":[]},"roots":[],"x":1}',
        b'{"fields":{}, "heads":{"people":[],"work":[]},"roots":[]}',
        b'{"fields":{"case":"title"},"heads":{"people":[],"work":[]},"roots":[]}',
        b"[" * 100_000,
    ],
)
def test_a_version_that_is_not_canonical_is_refused(data: bytes) -> None:
    with pytest.raises(BadVersion):
        from_bytes(data)


@pytest.mark.parametrize(
    ("outcomes", "stands"),
    [
        (["approved"], True),
        (["minor_correction", "ask_again"], True),
        (["approved", "refused"], False),
        (["ask_again"], False),
        ([], False),
    ],
)
def test_an_akkoord_stands_unless_somebody_refused(outcomes: list[str], stands: bool) -> None:
    assert holds(outcomes) is stands
