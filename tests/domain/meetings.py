"""People who work on one thing at the same time on several computers, and what has to be so afterwards."""

from collections.abc import Callable, Mapping
from random import Random
from typing import Literal, NamedTuple

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from tests.domain import oracles
from tests.domain.replicas import Replica, exchange, record_id
from werkboek_desktop.domain import history
from werkboek_desktop.domain.change import FieldKey
from werkboek_desktop.domain.ids import ChangeId
from werkboek_desktop.domain.project import replay
from werkboek_desktop.domain.records import Record
from werkboek_desktop.domain.sets import SetChange
from werkboek_desktop.domain.values import Place, Value, ValueType
from werkboek_desktop.domain.view import Status

WORKBOOK = record_id("workbook")
CASE = Record("work", "case", None, record_id("case"))
MEASURE = Record("work", "measure", CASE.id, record_id("measure"))
REMARK = Record("work", "remark", MEASURE.id, record_id("of a newer program"))
CONTACT = Record("people", "contact", CASE.id, record_id("contact"))
CHAPTERS = [Record("work", "chapter", WORKBOOK, record_id(name)) for name in ("one", "two", "three")]
ATTENDEES = [Record("people", "attendee", None, record_id(name)) for name in ("Fatima", "Yılmaz", "Şule")]

SENTENCES = ["Een is een.", "Twee is twee.", "Drie is drie.", "Vier is vier.", "Vijf is vijf."]
PROSE = st.lists(st.sampled_from(SENTENCES), max_size=5, unique=True).map(" ".join)
LINE = st.none() | st.sampled_from(["x", "y", "z"])
SET = st.none() | st.sets(st.sampled_from("xyz")).map(lambda elements: tuple(sorted(elements)))
PLACE = st.builds(Place, st.none() | st.sampled_from([c.id for c in CHAPTERS]), st.sampled_from(["0.1", "0.2"]))
PEOPLE = st.sets(st.sampled_from([a.id for a in ATTENDEES])).map(lambda ids: tuple(sorted(ids)))

VALUES: Mapping[FieldKey, st.SearchStrategy[Value]] = {
    FieldKey(*CASE, "title", ValueType.LINE): LINE,
    FieldKey(*CASE, "summary", ValueType.PROSE): PROSE,
    FieldKey(*CASE, "forms", ValueType.SET): SET,
    FieldKey(*CASE, "mood", ValueType.INTEGER): st.none() | st.integers(1, 3),
    FieldKey(*MEASURE, "measure", ValueType.LINE): LINE,
    FieldKey(*REMARK, "remark", ValueType.LINE): LINE,
    FieldKey(*CONTACT, "email", ValueType.LINE): LINE,
    **{FieldKey(*chapter, "place", ValueType.PLACE): PLACE for chapter in CHAPTERS},
    **{FieldKey(*attendee, "last_name", ValueType.LINE): LINE for attendee in ATTENDEES},
    **{FieldKey(*attendee, "same_as", ValueType.SET): PEOPLE for attendee in ATTENDEES},
}
OWNED_BY_CASE = [CASE, MEASURE, REMARK]
EDITS = st.sampled_from(list(VALUES)).flatmap(lambda key: st.tuples(st.just(key), VALUES[key]))
NUMBERS = st.integers(0, 4)


class Action(NamedTuple):
    """Something one person does: an edit of a field, or deleting or bringing back a record."""

    what: Literal["edit", "delete", "undelete"]
    target: FieldKey | Record
    value: Value = None


def edits_of(*keys: FieldKey) -> st.SearchStrategy[Action]:
    """Edits of any of these fields."""
    return st.sampled_from(keys).flatmap(lambda key: st.builds(Action, st.just("edit"), st.just(key), VALUES[key]))


def deletes_of(*records: Record) -> st.SearchStrategy[Action]:
    """Deleting any of these, and bringing it back."""
    return st.builds(Action, st.sampled_from(["delete", "undelete"]), st.sampled_from(records))


DELETES = deletes_of(*OWNED_BY_CASE)
ON_ONE_THING = [
    *(deletes_of(record) for record in OWNED_BY_CASE),
    DELETES | edits_of(*(key for key in VALUES if key.field in {"title", "measure", "remark"})),
    *(edits_of(key) for key in VALUES if key.record == CASE.id),
    edits_of(*(key for key in VALUES if key.type is ValueType.PLACE)),
    edits_of(*(key for key in VALUES if key.kind == "attendee")),
]
ROUNDS = st.sampled_from(ON_ONE_THING).flatmap(
    lambda actions: st.lists(st.lists(actions, min_size=2, max_size=4), min_size=2, max_size=3)
)


class Meetings(RuleBasedStateMachine):
    """Three to five computers that often exchange everything and then work on one thing at the same time."""

    replica: Callable[[str], Replica] = Replica

    @initialize(count=st.integers(3, 5))
    def start(self, count: int) -> None:
        self.computers = [type(self).replica(f"computer {number}") for number in range(count)]
        self.known: dict[ChangeId, frozenset[ChangeId]] = {}

    def at(self, number: int) -> Replica:
        return self.computers[number % len(self.computers)]

    @rule(number=NUMBERS, rounds=ROUNDS)
    def side_by_side(self, number: int, rounds: list[list[Action]]) -> None:
        """Everybody has everything; then two work on one thing at the same time."""
        for actions in rounds:
            exchange(self.computers)
            for turn, action in enumerate(actions):
                self.act(number + turn % 2, action)
        exchange(self.computers)
        self.check_oracles(self.at(number))

    def act(self, number: int, action: Action) -> None:
        match action.target:
            case FieldKey() as key:
                self.at(number).edit(key, action.value)
            case record if action.what == "delete":
                self.delete_at(self.at(number), record, 15_000)
            case record:
                self.undelete_at(self.at(number), record)

    @rule(number=NUMBERS, record=st.sampled_from(OWNED_BY_CASE), most=st.sampled_from([1, 2]))
    def delete_in_parts(self, number: int, record: Record, most: int) -> None:
        """A list that is too long for one change."""
        self.delete_at(self.at(number), record, most)

    def delete_at(self, here: Replica, record: Record, most: int) -> None:
        known = here.ready()
        if here.record(record):
            for change in here.delete(record, most):
                listed = oracles.ancestors(here.changes, history.elements_of(here.changes[change].value))
                self.known[change] = known if most == 15_000 else known & listed

    def undelete_at(self, here: Replica, record: Record) -> None:
        view = here.record(record)
        if view and view.deleted:
            here.undelete(record)

    @rule(number=NUMBERS, edit=EDITS, data=st.data())
    def type_during_an_import(self, number: int, edit: tuple[FieldKey, Value], data: st.DataObject) -> None:
        """While somebody is typing, the edit of somebody else comes in."""
        here, there, (key, value) = self.at(number), self.at(number + 1), edit
        here.type(key, value)
        there.receive(here.changes.values())
        there.edit(key, data.draw(VALUES[key]))
        here.receive(there.changes.values())
        self.leave_all(here)

    def leave_all(self, here: Replica) -> None:
        for key, draft in list(here.drafts.items()):
            unseen = set(here.heads(key)) - set(draft.seen)
            change = here.leave(key)
            assert unseen | {change} == set(here.heads(key))

    @rule(random=st.randoms(use_true_random=False))
    def all_exchange(self, random: Random) -> None:
        """When everybody has everything, everybody sees the same, whatever came when."""
        exchange(self.computers)
        first, *others = self.computers
        assert not first.state.waiting
        assert not first.state.invalid
        for other in others:
            assert other.state == first.state
        changes = list(first.changes.values())
        assert replay(random.sample(changes, len(changes))) == first.state
        self.check_oracles(first)

    def check_oracles(self, here: Replica) -> None:
        for record in OWNED_BY_CASE:
            view = here.record(record)
            if view:
                expected = oracles.is_deleted(
                    here.changes, OWNED_BY_CASE[: OWNED_BY_CASE.index(record) + 1], self.known
                )
                assert view.deleted == expected, record.kind
        for key in VALUES:
            if key.type is ValueType.SET and here.heads(key):
                value = history.elements_of(settled(here, key))
                assert value == oracles.by_tags(set_changes(here, key), here.heads(key))


def is_alone(here: Replica, key: FieldKey) -> bool:
    """Whether a field is not shown together with that of a joined record."""
    view = here.record(Record(*key[:4]))
    return view is not None and (not view.joined or key.field == "same_as")


def settled(here: Replica, key: FieldKey) -> Value:
    view = here.view(key)
    assert view
    assert view.status is Status.SETTLED
    return view.value


def set_changes(here: Replica, key: FieldKey) -> list[SetChange]:
    found = [change for change in here.changes.values() if change.header.key == key]
    return [SetChange(change.id, change.header.parents, history.elements_of(change.value)) for change in found]
