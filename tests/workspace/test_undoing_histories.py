"""Undo and redo in whatever order people do things: alone to what exactly was, else never over a colleague's work."""

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.workspace.two import Two
from werkboek_desktop.domain.change import Scope
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.values import Value
from werkboek_desktop.domain.view import FieldView, Status
from werkboek_desktop.errors import PlaceInItself, RecordDeleted
from werkboek_desktop.workspace import Edit, Workspace

type Act = Callable[["Person", int], object]
type Snapshot = Mapping[RecordId, Mapping[str, Value]]


class Person:
    """Somebody at their computer; whatever they write has a number that nothing else has."""

    count = 0

    def __init__(self, workspace: Workspace, two: Two) -> None:
        self.workspace, self.two, self.name = workspace, two, workspace.author or ""

    def tag(self) -> str:
        Person.count += 1
        return f"{self.name} {Person.count}"

    def pick(self, kind: str, number: int) -> RecordId:
        """A record of a kind; where there is none, the case."""
        there = sorted(row.id for row in self.workspace.rows(kind))
        return there[number % len(there)] if there else self.two.case

    def type(self, record: RecordId, field: str, value: Value) -> None:
        shown = self.workspace.record(record).fields.get(field)
        self.workspace.draft(record, field, value, shown.heads if shown else ())
        self.workspace.seal(record, field)


def adds_a_sentence(who: Person, number: int) -> None:
    case = who.pick("case", number)
    text = str(who.workspace.record(case).value("summary") or "")
    sentences = text.split(". ") if text else []
    sentences.insert(number % (len(sentences) + 1), f"{who.tag()} zag dit met eigen ogen")
    who.type(case, "summary", ". ".join(sentences).replace("..", "."))


def drops_a_sentence(who: Person, number: int) -> None:
    case = who.pick("case", number)
    sentences = re.findall(r"[^.]+\.", str(who.workspace.record(case).value("summary") or ""))
    if sentences:
        del sentences[number % len(sentences)]
        who.type(case, "summary", "".join(sentences).strip() or None)


def types_a_title(who: Person, number: int) -> None:
    who.type(who.pick("case", number), "title", who.tag())


def clears_a_title(who: Person, number: int) -> None:
    who.type(who.pick("case", number), "title", None)


def adds_an_element(who: Person, number: int) -> None:
    who.workspace.change_set(who.pick("case", number), "legal_basis", [who.tag()], [])


def drops_an_element(who: Person, number: int) -> None:
    case = who.pick("case", number)
    there = who.workspace.record(case).value("legal_basis")
    if isinstance(there, tuple) and there:
        who.workspace.change_set(case, "legal_basis", [], [str(there[number % len(there)])])


def adds_a_measure(who: Person, number: int) -> None:
    who.workspace.create_record("measure", who.pick("case", number), {"measure": who.tag()})


def adds_a_case(who: Person, _number: int) -> None:
    who.workspace.create_record("case", None, {"title": who.tag()})


def writes_in_a_measure(who: Person, number: int) -> None:
    measure = who.pick("measure", number)
    if measure != who.two.case:
        who.type(measure, "state", who.tag())


def deletes_a_measure(who: Person, number: int) -> None:
    measure = who.pick("measure", number)
    if measure != who.two.case:
        who.workspace.delete(measure)


def deletes_a_case(who: Person, number: int) -> None:
    who.workspace.delete(who.pick("case", number))


def deletes_all_measures(who: Person, _number: int) -> None:
    if there := who.workspace.rows("measure"):
        who.workspace.delete_many([row.id for row in there], "alle maatregelen verwijderd")


def sets_many(who: Person, _number: int) -> None:
    if there := who.workspace.rows("case"):
        who.workspace.edit_many([Edit(row.id, "subtitle", who.tag()) for row in there], "ondertitels gezet")


def moves_a_measure(who: Person, number: int) -> None:
    case = who.pick("case", number)
    there = who.workspace.owned(case, "measure")
    if there:
        who.workspace.move(there[number % len(there)].id, None, there[number // 7 % len(there)].id)


def takes_a_break(who: Person, _number: int) -> None:
    who.two.break_()


def puts_back(who: Person, number: int) -> None:
    gone = [view for view in who.workspace.records() if view.deleted]
    if there := [view.id for kind in ("measure", "case") for view in gone if view.key.kind == kind]:
        who.workspace.undelete(there[number % len(there)])


def adds_an_attendee(who: Person, _number: int) -> None:
    who.workspace.create_record("attendee", None, {"last_name": who.tag()})


def joins_two(who: Person, number: int) -> None:
    there = sorted(row.id for row in who.workspace.rows("attendee"))
    if len(there) > 1:
        who.workspace.change_set(there[number % len(there)], "same_as", [there[number // 7 % len(there)]], [])


def renames_an_attendee(who: Person, number: int) -> None:
    there = sorted(row.id for row in who.workspace.rows("attendee"))
    if there:
        who.workspace.set_field(there[number % len(there)], "last_name", who.tag())


def deletes_an_attendee(who: Person, number: int) -> None:
    there = sorted(row.id for row in who.workspace.rows("attendee"))
    if there:
        who.workspace.delete(there[number % len(there)])


def converts_a_signup(who: Person, _number: int) -> None:
    signup = str(who.workspace.create_record("signup", None, {"sketch": who.tag()}).record)
    who.workspace.create_record("contact", signup, {"name": who.tag()})
    who.workspace.convert(signup)


def hangs_a_chapter(who: Person, number: int) -> None:
    there = sorted(row.id for row in who.workspace.rows("chapter"))
    who.workspace.create_record("chapter", who.workspace.project.workbook, {"title": who.tag()})
    if there:
        parent = there[number // 7 % len(there)] if number % 2 else None
        who.workspace.move(there[number % len(there)], parent, None)


PEOPLE: list[Act] = [
    adds_an_attendee,
    adds_an_attendee,
    joins_two,
    joins_two,
    renames_an_attendee,
    deletes_an_attendee,
    converts_a_signup,
    hangs_a_chapter,
    hangs_a_chapter,
]
EDITS: list[Act] = [
    adds_a_sentence,
    adds_a_sentence,
    adds_a_sentence,
    drops_a_sentence,
    types_a_title,
    clears_a_title,
    adds_an_element,
    drops_an_element,
    adds_a_measure,
    adds_a_case,
    writes_in_a_measure,
    deletes_a_measure,
    deletes_a_case,
    deletes_all_measures,
    sets_many,
    moves_a_measure,
    takes_a_break,
]
NUMBER = st.integers(0, 97)
ALONE = st.lists(st.tuples(st.sampled_from([*EDITS, *PEOPLE, puts_back]), NUMBER), min_size=1, max_size=12)


def do(who: Person, act: Act, number: int) -> None:
    with suppress(RecordDeleted, PlaceInItself):
        act(who, number)


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
