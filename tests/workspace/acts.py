"""Whatever somebody can do in a project, each as one act: with a number that says with which record or sentence."""

import re
from collections.abc import Callable
from contextlib import suppress

from tests.workspace.two import Two
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.values import Value
from werkboek_desktop.errors import PlaceInItself, RecordDeleted
from werkboek_desktop.workspace import Edit, Workspace

type Act = Callable[["Person", int], object]


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


def do(who: Person, act: Act, number: int) -> None:
    with suppress(RecordDeleted, PlaceInItself):
        act(who, number)
