"""Undo and redo in whatever order people do things: alone to what exactly was, else never over a colleague's work."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.workspace.acts import EDITS, PEOPLE, Act, Person, do, puts_back
from tests.workspace.two import Two
from werkboek_desktop.domain.change import Scope
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.values import Value
from werkboek_desktop.domain.view import FieldView, Status
from werkboek_desktop.workspace import Workspace

type Snapshot = Mapping[RecordId, Mapping[str, Value]]

NUMBER = st.integers(0, 97)
ALONE = st.lists(st.tuples(st.sampled_from([*EDITS, *PEOPLE, puts_back]), NUMBER), min_size=1, max_size=12)


def snapshot(workspace: Workspace) -> Snapshot:
    """All that is to be seen."""
    return {
        view.id: {name: shown.value for name, shown in view.fields.items() if shown.value and name != "deleted"}
        for view in workspace.records()
        if not view.deleted
    }


@contextmanager
def two_computers() -> Iterator[Two]:
    with TemporaryDirectory() as folder:
        two = Two(Path(folder))
        try:
            yield two
        finally:
            two.anna.close()
            two.bert.close()


def back_and_forth(acts: list[tuple[Act, int]], walk: list[bool]) -> None:
    """After each step a picture of all there is; wherever one goes, the picture is that of that step."""
    with two_computers() as two:
        anna, steps = Person(two.anna, two), two.anna.steps
        pictures = {0: snapshot(two.anna)}
        watch = two.anna.subscribe(lambda _changed: pictures.update({len(steps.done): snapshot(two.anna)}))
        for act, number in acts:
            do(anna, act, number)
        watch()
        end = len(steps.done)
        for back in [*[True] * end, *[False] * end, *walk]:
            undone = two.anna.undo() if back else two.anna.redo()
            assert undone is None or undone.left == ()
            assert snapshot(two.anna) == pictures[len(steps.done)]
        two.anna.check()


WITHOUT_SHRINKING = (Phase.explicit, Phase.generate)  # of an example with a disk takes minutes
FEW = settings(max_examples=8, suppress_health_check=list(HealthCheck), phases=WITHOUT_SHRINKING)
MANY = settings(FEW, max_examples=400)
WALK = st.lists(st.booleans(), max_size=12)


@FEW
@given(ALONE, WALK)
def test_alone_every_step_back_and_forth_is_exactly_what_it_was(acts: list[tuple[Act, int]], walk: list[bool]) -> None:
    back_and_forth(acts, walk)


@pytest.mark.thorough
@MANY
@given(ALONE, WALK)
def test_alone_every_step_of_many_histories_is_what_it_was(acts: list[tuple[Act, int]], walk: list[bool]) -> None:
    back_and_forth(acts, walk)


def written(view: FieldView) -> str:
    """Every word that a field shows; of one with two versions that of both."""
    values = [view.value] if view.status is not Status.CONFLICT else [variant.value for variant in view.variants]
    return " ".join(map(str, values))


def of_bert(workspace: Workspace) -> dict[RecordId, set[str]]:
    """Of each record that is there what Bert wrote in it, by its number; in a text with two versions in either."""
    return {
        view.id: {
            tag
            for name, shown in view.fields.items()
            if name != "deleted"
            for tag in re.findall(
                r"Bert \d+", written(shown) if len(shown.heads) > 1 and not shown.value else str(shown.value)
            )
        }
        for view in workspace.records()
        if not view.deleted
    }


class Together:
    """Anna, who undoes, and Bert, whose work must stay."""

    def __init__(self, two: Two) -> None:
        self.two = two
        self.anna, self.bert = Person(two.anna, two), Person(two.bert, two)
        self.given_back: list[dict[RecordId, set[str]]] = []

    def undo(self) -> None:
        """Nothing of Bert's goes, and what he deleted stays so."""
        before, values = of_bert(self.two.anna), snapshot(self.two.anna)
        undone = self.two.anna.undo()
        after = of_bert(self.two.anna)
        if undone is None:
            return
        for record in before.keys() & after.keys():
            assert before[record] <= after[record], undone
        put_back = "teruggezet" in undone.step.name  # what she had deleted herself, and nothing that came since
        assert put_back or not any(before[record] for record in before.keys() - after.keys()), undone
        assert before.keys() >= after.keys() or "verwijderd" in undone.step.name, undone
        if undone.changed.records and not undone.left:
            redone = self.two.anna.redo()
            assert redone
            assert redone.left or snapshot(self.two.anna) == values, undone
            if redone.left:
                return
            self.two.anna.undo()
            assert of_bert(self.two.anna) == after
        if undone.changed.records:
            self.given_back.append({record: after[record] - before.get(record, set()) for record in after})

    def redo(self) -> None:
        """Nothing of Bert's goes but what the undo had given back."""
        before = of_bert(self.two.anna)
        undone = self.two.anna.redo()
        after = of_bert(self.two.anna)
        if undone is None or not undone.changed.records:
            return
        allowed = self.given_back.pop()
        for record in before:
            lost = before[record] - after.get(record, set())
            assert lost <= allowed.get(record, set()), undone


SHARED = st.lists(
    st.tuples(
        st.sampled_from(["anna", "anna", "bert", "bert", "to bert", "from bert", "undo", "redo"]),
        st.sampled_from([*EDITS, *PEOPLE]),
        NUMBER,
    ),
    min_size=4,
    max_size=24,
)


def beside_a_colleague(history: list[tuple[str, Act, int]]) -> None:
    with two_computers() as two:
        together = Together(two)
        for who, act, number in history:
            match who:
                case "anna":
                    do(together.anna, act, number)
                    if not two.anna.steps.undone:
                        together.given_back.clear()
                case "bert":
                    do(together.bert, act, number)
                case "to bert":
                    two.to_bert()
                case "from bert":
                    two.from_bert()
                case "undo":
                    together.undo()
                case "redo":
                    together.redo()
        while two.anna.steps.done:
            together.undo()
        two.to_bert()
        two.from_bert()
        assert two.anna.state_hash(Scope.WORK) == two.bert.state_hash(Scope.WORK)
        two.anna.check()


@FEW
@given(SHARED)
def test_beside_a_colleague_nothing_of_theirs_goes(history: list[tuple[str, Act, int]]) -> None:
    beside_a_colleague(history)


@pytest.mark.thorough
@MANY
@given(SHARED)
def test_beside_a_colleague_nothing_of_theirs_goes_in_many_histories(history: list[tuple[str, Act, int]]) -> None:
    beside_a_colleague(history)
