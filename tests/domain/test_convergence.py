"""Several computers do all that people do, and lose, repeat and delay what they send."""

from collections.abc import Callable, Collection, Iterable, Sequence
from random import Random

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule, run_state_machine_as_test

from tests.domain.meetings import DELETES, EDITS, NUMBERS, SENTENCES, Action, Meetings, is_alone, settled
from tests.domain.replicas import Replica
from werkboek_desktop.domain import deletion, sets
from werkboek_desktop.domain.change import FieldKey
from werkboek_desktop.domain.deletion import Judgement, Records
from werkboek_desktop.domain.ids import ChangeId
from werkboek_desktop.domain.records import Record
from werkboek_desktop.domain.sets import SetChange
from werkboek_desktop.domain.values import Value, ValueType
from werkboek_desktop.domain.view import FieldView, Status


class Computers(Meetings):
    """The same with all else that people do, and with what is lost, late or repeated on its way."""

    @rule(number=NUMBERS, edit=EDITS)
    def edit(self, number: int, edit: tuple[FieldKey, Value]) -> None:
        """An edit on all that is seen leaves one head with its exact value."""
        here, (key, value) = self.at(number), edit
        change = here.edit(key, value)
        assert here.heads(key) == (change,)
        assert not is_alone(here, key) or settled(here, key) == value

    @rule(number=NUMBERS, edit=EDITS.filter(lambda edit: edit[0].kind == "case" and edit[0].type != ValueType.SET))
    def edit_in_a_newer_program(self, number: int, edit: tuple[FieldKey, Value]) -> None:
        """What this program doesn't know is shown for what it is, and taken along."""
        here, (key, value) = self.at(number), edit
        here.edit(key, value, op="shout")
        view = here.view(key)
        assert view
        assert view.status is Status.CONFLICT

    @rule(number=NUMBERS, edit=EDITS)
    def type(self, number: int, edit: tuple[FieldKey, Value]) -> None:
        """Typing starts, or goes on, on what was seen at the first keystroke."""
        self.at(number).type(*edit)

    @rule(number=NUMBERS)
    def leave(self, number: int) -> None:
        """A sealed draft takes the place of what its author saw, and of nothing that came since."""
        self.leave_all(self.at(number))

    @rule(number=NUMBERS, edit=EDITS, behind=st.integers(1, 3))
    def edit_one_variant(self, number: int, edit: tuple[FieldKey, Value], behind: int) -> None:
        """Whoever saw only one of several heads replaces that one alone."""
        here, (key, value) = self.at(number), edit
        heads = here.heads(key)
        if len(heads) > 1:
            seen = heads[behind % len(heads)]
            change = here.edit(key, value, [seen])
            assert set(here.heads(key)) == {*heads, change} - {seen}

    @rule(sender=NUMBERS, receiver=NUMBERS, random=st.randoms(use_true_random=False), share=st.floats(0.2, 1))
    def send(self, sender: int, receiver: int, random: Random, share: float) -> None:
        """Some of it arrives, in any order, maybe for the second time."""
        content = list(self.at(sender).changes.values())
        arriving = random.sample(content, int(len(content) * share))
        there = self.at(receiver)
        there.receive(arriving)
        before = there.state
        assert there.receive(arriving) == 0
        assert there.state == before

    @rule(sender=NUMBERS, receiver=NUMBERS)
    def send_all(self, sender: int, receiver: int) -> None:
        """A whole bundle."""
        self.at(receiver).receive(self.at(sender).changes.values())

    @rule(number=NUMBERS, action=DELETES)
    def delete(self, number: int, action: Action) -> None:
        """Deletes what is there, or brings it back."""
        self.act(number, action)

    @rule(number=NUMBERS)
    def copy_file(self, number: int) -> None:
        """Somebody copies the project file and goes on in both."""
        if len(self.computers) < 6:
            self.computers.append(self.at(number).clone())

    @invariant()
    def every_head_is_seen(self) -> None:
        """No value of a head is lost: it is the value, or a variant, or a sentence of the merge."""
        for here in getattr(self, "computers", ()):
            for record, view in here.state.records.items():
                for name, field in view.fields.items():
                    assert self.shows_its_heads(here, field), (record.kind, name)

    def shows_its_heads(self, here: Replica, field: FieldView) -> bool:
        values = {head: here.changes[head].value for head in field.heads}
        shown = {variant.value: set(variant.changes) for variant in field.variants}
        if field.status is Status.SETTLED:
            return len(set(values.values())) == 1 or any(isinstance(value, tuple) for value in values.values())
        merged = [sentence for sentence in SENTENCES if sentence in str(field.value)]
        assert all(any(sentence in str(value) for value in values.values()) for sentence in merged)
        return all(head in shown[value] for head, value in values.items())


PHASES = (Phase.explicit, Phase.generate, Phase.shrink)


def search(computers: type[Meetings], examples: int, steps: int = 30, phases: Collection[Phase] = PHASES) -> None:
    profile = settings(
        max_examples=examples, stateful_step_count=steps, phases=phases, suppress_health_check=list(HealthCheck)
    )
    run_state_machine_as_test(computers, settings=profile)


def test_all_computers_see_the_same() -> None:
    search(Computers, 60)


@pytest.mark.thorough
def test_all_computers_see_the_same_after_thousands_of_histories() -> None:
    search(Computers, 5_000)


def is_caught(computers: type[Meetings] = Meetings) -> bool:
    try:
        search(computers, 400, 8, [Phase.generate])
    except AssertionError:
        return True
    return False


class Careless(Replica):
    """Seals a draft on the heads of that moment."""

    def leave(self, key: FieldKey) -> ChangeId:
        return self.edit(key, self.drafts.pop(key).value)


class CarelessMeetings(Meetings):
    replica = Careless


def test_sealing_on_the_heads_of_that_moment_is_caught() -> None:
    assert is_caught(CarelessMeetings)


def union_of_heads(changes: Iterable[SetChange], heads: Sequence[ChangeId]) -> tuple[str, ...]:
    return tuple(sorted({element for change in changes if change.id in heads for element in change.elements or ()}))


def test_the_union_of_heads_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sets, "merged", union_of_heads)
    assert is_caught()


def by_highest_head(records: Records, record: Record) -> Judgement:
    listed = {change for delete in records.deletes(record)[:1] for change in delete.listed}
    return Judgement(bool(listed) and listed.issuperset(deletion.heads_to_list(records, record)))


def by_intersection(records: Records, record: Record) -> Judgement:
    lists = [set(delete.listed) for delete in records.deletes(record)]
    return Judgement(bool(lists) and set.intersection(*lists) >= set(deletion.heads_to_list(records, record)))


def by_bare_union(records: Records, record: Record) -> Judgement:
    listed = {change for delete in records.deletes(record) for change in delete.listed}
    return Judgement(bool(listed) and listed.issuperset(deletion.heads_to_list(records, record)))


@pytest.mark.parametrize("wrong", [by_highest_head, by_intersection, by_bare_union])
def test_a_wrong_rule_of_deleting_is_caught(
    wrong: Callable[[Records, Record], Judgement], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deletion, "judge", wrong)
    assert is_caught()
