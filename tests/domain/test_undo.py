"""What takes one's own change back, over random histories of two people, and the plain cases."""

from itertools import pairwise
from typing import NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from werkboek_desktop.domain.change import MERGE_RULE, Op
from werkboek_desktop.domain.history import Entry, FieldHistory
from werkboek_desktop.domain.ids import ChangeId
from werkboek_desktop.domain.undo import Back, BackDeleted, Hindrance, Why, take_back, take_back_deleted, wrote_since
from werkboek_desktop.domain.values import Value, ValueType
from werkboek_desktop.domain.view import Status

ANNA, BERT = "a" * 32, "b" * 32


class Field:
    """A field that two people write in, each from what they see."""

    def __init__(self, type_: ValueType) -> None:
        self.type = type_
        self.entries: list[Entry] = []

    @property
    def history(self) -> FieldHistory:
        return FieldHistory(self.type, self.entries)

    def write(self, author: str, value: Value, *parents: ChangeId) -> ChangeId:
        depth = 1 + max((entry.depth for entry in self.entries if entry.id in parents), default=0)
        id_ = f"{len(self.entries) + 1:064x}"
        self.entries.append(Entry(id_, tuple(sorted(parents)), depth, value, author, 0, Op.EDIT, MERGE_RULE))
        return id_

    def erase(self, author: str) -> ChangeId:
        id_ = f"{len(self.entries) + 1:064x}"
        self.entries.append(Entry(id_, (), 1, None, author, 0, Op.ERASE, MERGE_RULE))
        return id_

    def undo(self, change: ChangeId) -> ChangeId:
        back = take_back(self.history, change, change)
        assert isinstance(back, Back)
        return self.write(ANNA, back.value, *back.seen)


def hindered_by(field: Field, change: ChangeId) -> str | None:
    back = take_back(field.history, change, change)
    assert isinstance(back, Hindrance)
    assert back.why is Why.LATER
    return back.by


def test_the_first_change_goes_back_to_nothing() -> None:
    field = Field(ValueType.LINE)
    first = field.write(ANNA, "noord")
    assert take_back(field.history, first, first) == Back(None, (first,))


def test_changes_that_follow_each_other_go_back_to_what_stood_before_the_first() -> None:
    field = Field(ValueType.LINE)
    start = field.write(BERT, "noord")
    first = field.write(ANNA, "noordo", start)
    last = field.write(ANNA, "noordoost", first)
    assert take_back(field.history, first, last) == Back("noord", (last,))


def test_what_was_erased_since_does_not_come_back() -> None:
    field = Field(ValueType.LINE)
    first = field.write(ANNA, "noord")
    second = field.write(ANNA, "oost", first)
    field.erase(BERT)
    assert take_back(field.history, second, second) == Hindrance(Why.ERASED)


def test_what_was_written_after_an_erase_goes_back_and_names_the_erase() -> None:
    field = Field(ValueType.PROSE)
    erase = field.erase(BERT)
    first = field.write(ANNA, "Wij belden aan.", erase)
    second = field.write(ANNA, "Wij belden weer aan.", erase, first)
    assert take_back(field.history, second, second) == Back("Wij belden aan.", tuple(sorted((erase, second))))


def test_one_step_further_builds_on_the_undo_that_left_that_value() -> None:
    field = Field(ValueType.LINE)
    first = field.write(ANNA, "noord")
    second = field.write(ANNA, "oost", first)
    undone = field.undo(second)
    assert take_back(field.history, first, first) == Back(None, (undone,))


def test_ones_own_later_work_is_in_the_way_until_it_is_taken_back() -> None:
    field = Field(ValueType.LINE)
    first = field.write(ANNA, "noord")
    field.write(ANNA, "oost", first)
    assert hindered_by(field, first) == ANNA


def test_the_same_value_by_somebody_else_is_theirs() -> None:
    field = Field(ValueType.LINE)
    first = field.write(ANNA, "noord")
    other = field.write(BERT, "oost", first)
    field.write(BERT, "noord", other)
    assert hindered_by(field, first) == BERT


def test_a_version_beside_it_is_in_the_way_of_what_does_not_merge() -> None:
    field = Field(ValueType.LINE)
    mine = field.write(ANNA, "noord")
    field.write(BERT, "oost")
    assert hindered_by(field, mine) == BERT


def test_a_choice_between_versions_is_chosen_again() -> None:
    field = Field(ValueType.LINE)
    choice = field.write(ANNA, "zuid", field.write(ANNA, "noord"), field.write(BERT, "oost"))
    assert take_back(field.history, choice, choice) == Hindrance(Why.CHOICE)


def test_an_undo_that_would_show_nothing_else_is_none() -> None:
    field = Field(ValueType.SET)
    added = field.write(ANNA, ("noord",))
    field.write(BERT, (), added)
    assert hindered_by(field, added) == BERT


def test_what_somebody_else_took_out_does_not_come_back() -> None:
    field = Field(ValueType.SET)
    added = field.write(ANNA, ("noord", "oost"))
    field.write(BERT, ("oost",), added)
    undone = field.undo(added)
    assert field.history.view().value == ()
    assert hindered_by(field, undone) == BERT


def test_a_delete_and_an_undelete_are_each_others_undo() -> None:
    field = Field(ValueType.SET)
    delete = field.write(ANNA, ("1", "2"))
    assert take_back_deleted(field.history, delete) == BackDeleted(frozenset(), (delete,))
    undelete = field.write(ANNA, (), delete)
    assert take_back_deleted(field.history, undelete) == BackDeleted(frozenset({"1", "2"}), (undelete,))


def test_deletes_with_the_same_parents_are_taken_back_as_one() -> None:
    field = Field(ValueType.SET)
    first, second = field.write(ANNA, ("1",)), field.write(ANNA, ("2",))
    assert take_back_deleted(field.history, first) == BackDeleted(frozenset(), (first, second))
    undelete = field.write(ANNA, (), first, second)
    assert take_back_deleted(field.history, undelete) == BackDeleted(frozenset({"1", "2"}), (undelete,))


def test_what_somebody_else_deleted_too_stays_so() -> None:
    field = Field(ValueType.SET)
    mine = field.write(ANNA, ("1",))
    field.write(BERT, ("1",))
    assert take_back_deleted(field.history, mine) == Hindrance(Why.LATER, BERT)


def test_only_what_others_wrote_since_keeps_a_record() -> None:
    field = Field(ValueType.LINE)
    first = field.write(BERT, "noord")
    field.write(ANNA, "oost", first)
    assert wrote_since([field.history], {first}, ANNA) is None
    assert wrote_since([field.history], set(), ANNA) == Hindrance(Why.LATER, BERT)


class Act(NamedTuple):
    """Who does what: writes on what they see, takes in what the other wrote, or takes back what they did last."""

    who: str
    what: str
    at: int


ACTS = st.builds(
    Act,
    st.sampled_from([ANNA, BERT]),
    st.sampled_from(["add", "add", "drop", "rewrite", "receive", "undo"]),
    st.integers(0, 9),
)


class Pair:
    """Anna and Bert with what each has seen of one text or set."""

    def __init__(self, type_: ValueType) -> None:
        self.field = Field(type_)
        start = self.field.write(
            BERT, self.value(["Begin van Bert hier.", "Midden van Bert hier.", "Eind van Bert hier."])
        )
        self.seen = {ANNA: {start}, BERT: {start}}
        self.done: dict[str, list[ChangeId]] = {ANNA: [], BERT: []}

    def value(self, parts: list[str]) -> Value:
        return tuple(sorted(set(parts))) if self.field.type is ValueType.SET else " ".join(parts)

    def at(self, who: str) -> FieldHistory:
        return self.field.history.at(self.seen[who])

    def parts(self, who: str) -> list[str]:
        view = self.at(who).view()
        values = [view.value] if view.status is not Status.CONFLICT else [each.value for each in view.variants]
        if self.field.type is ValueType.SET:
            return [str(part) for value in values for part in (value if isinstance(value, tuple) else ())]
        return [f"{part}." for value in values for part in str(value or "").rstrip(".").split(". ") if part]

    def do(self, act: Act) -> None:
        if act.what == "receive":
            self.seen[act.who] |= self.seen[BERT if act.who == ANNA else ANNA]
        elif act.what == "undo":
            self.undo(act.who)
        elif self.at(act.who).view().status is not Status.CONFLICT:
            self.write(act)

    def write(self, act: Act) -> None:
        parts = self.parts(act.who)
        mine = f"Zin {len(self.field.entries)} van {'Anna' if act.who == ANNA else 'Bert'}."
        at = act.at % (len(parts) + 1)
        if act.what == "add" or at == len(parts):
            parts.insert(at, mine)
        elif act.what == "drop":
            del parts[at]
        else:
            parts[at] = mine
        change = self.field.write(act.who, self.value(parts), *self.at(act.who).heads)
        self.seen[act.who].add(change)
        self.done[act.who].append(change)

    def undo(self, who: str) -> None:
        """Of what the other wrote everything that was there stays, and nothing they took out comes back."""
        if not self.done[who]:
            return
        change = self.done[who].pop()
        history, before = self.at(who), self.parts(who)
        back = take_back(history, change, change)
        if isinstance(back, Hindrance):
            return
        self.seen[who].add(self.field.write(who, back.value, *back.seen))
        after = self.parts(who)
        other = "Bert" if who == ANNA else "Anna"
        assert {part for part in before if other in part} <= set(after)
        assert self.at(who).view().status is not Status.CONFLICT or history.view().status is Status.CONFLICT
        taken_out = {
            part
            for entry in history.entries
            if entry.author != who and entry.id not in {each.id for each in history.at([change]).entries}
            for parent in entry.parents
            for part in parts_of(next(each for each in history.entries if each.id == parent).value)
            if part not in parts_of(entry.value)
        }
        assert not taken_out & (set(after) - set(before))


def parts_of(value: Value) -> set[str]:
    if isinstance(value, tuple):
        return set(map(str, value))
    return {f"{part}." for part in str(value or "").rstrip(".").split(". ") if part}


@settings(max_examples=300)
@given(st.sampled_from([ValueType.PROSE, ValueType.SET]), st.lists(ACTS, min_size=3, max_size=16))
def test_an_undo_leaves_all_that_the_other_wrote_and_took_out(type_: ValueType, acts: list[Act]) -> None:
    pair = Pair(type_)
    for act in acts:
        pair.do(act)
    while pair.done[ANNA]:
        pair.undo(ANNA)


@given(st.sampled_from(list(ValueType)), st.lists(st.integers(0, 3), min_size=1, max_size=8))
def test_alone_one_goes_back_over_every_value_and_forth_again(type_: ValueType, numbers: list[int]) -> None:
    field = Field(type_)
    values = [None, *(f"waarde {number}" for number in numbers)]
    done: list[ChangeId] = []
    for before, typed in pairwise(values):
        if typed != before:
            done.append(field.write(ANNA, typed, *field.history.heads))
    expected = [entry.value for entry in field.entries]
    undone = []
    for value in [*reversed(expected[:-1]), None]:
        undone.append(field.undo(done.pop()))
        assert field.history.view().value == value
    for value in expected:
        field.undo(undone.pop())
        assert field.history.view().value == value
