"""Undo and redo of what was made, moved, joined, deleted and put back, alone and with a colleague."""

from tests.workspace.two import Two, names


def test_what_is_typed_in_a_record_one_deleted_puts_it_back_by_a_step_of_its_own(two: Two) -> None:
    two.anna.delete(two.case)
    two.type("state", "loopt", two.measure)
    assert [name.split()[-1] for name in names(two)] == ["verwijderd", "teruggezet", "gewijzigd"]
    assert not two.anna.record(two.case).deleted
    assert two.anna.record(two.case).notices == ()
    two.anna.undo()
    assert not two.anna.record(two.case).deleted
    two.anna.undo()
    assert two.anna.record(two.case).deleted
    two.anna.undo()
    assert not two.anna.record(two.case).deleted
    for gone in (True, False, False):
        two.anna.redo()
        assert two.anna.record(two.case).deleted is gone
    assert two.value("state", two.measure) == "loopt"


def test_what_one_added_to_a_case_that_is_deleted_meanwhile_goes_with_it_and_brings_it_not_back(two: Two) -> None:
    two.make("measure", two.case, measure="Werkplek")
    added = two.anna.steps.done[-1]
    two.anna.delete(two.case)
    undone = two.anna.undo(added)
    assert undone
    assert [left.why.endswith("zet dit eerst terug.") for left in undone.left] == [True]
    assert two.anna.record(two.case).deleted


def test_what_is_typed_in_a_record_a_colleague_deleted_keeps_it_alive_and_says_so(two: Two) -> None:
    two.bert.delete(two.case)
    two.from_bert()
    two.type("subtitle", "Toch nog")
    assert names(two) == ["‘Pakkende ondertitel’ gewijzigd"]
    assert [notice.kind for notice in two.anna.record(two.case).notices] == ["deleted_and_edited"]


def test_a_deleted_record_comes_back_with_all_it_owns_and_goes_again(two: Two) -> None:
    two.anna.delete(two.case)
    two.anna.undo()
    assert not two.anna.record(two.case).deleted
    assert not two.anna.record(two.measure).deleted
    two.anna.redo()
    assert two.anna.record(two.case).deleted
    assert two.anna.record(two.measure).deleted


def test_what_a_colleague_wrote_in_a_record_that_came_back_keeps_it(two: Two) -> None:
    two.anna.delete(two.case)
    two.anna.undo()
    two.to_bert()
    two.bert.set_field(two.measure, "measure", "Gesloten")
    two.from_bert()
    undone = two.anna.redo()
    assert undone
    assert [left.why for left in undone.left] == ["Hier kwam werk van Bert tussen: vergelijk."]
    assert not two.anna.record(two.case).deleted


def test_nothing_is_written_in_what_a_colleague_deleted(two: Two) -> None:
    two.type("measure", "Gesloten", two.measure)
    two.anna.delete(two.measure)
    two.to_bert()
    two.bert.delete(two.case)
    two.from_bert()
    for _ in range(2):
        undone = two.anna.undo()
        assert undone
        assert next(left.why for left in undone.left).endswith("(verwijderd): zet dit eerst terug.")
    assert two.anna.record(two.case).deleted


def test_a_record_that_was_added_goes_and_comes_back_with_what_was_typed_in_it(two: Two) -> None:
    added = two.make("measure", two.case, measure="Camera")
    two.type("state", "Aan de gevel.", added)
    two.anna.undo()
    two.anna.undo()
    assert two.anna.record(added).deleted
    two.anna.redo()
    two.anna.redo()
    assert not two.anna.record(added).deleted
    assert two.value("state", added) == "Aan de gevel."


def test_a_record_that_was_added_stays_once_a_colleague_wrote_in_it(two: Two) -> None:
    added = two.make("measure", two.case, measure="Camera")
    two.to_bert()
    two.bert.set_field(added, "state", "Aan de gevel.")
    two.from_bert()
    undone = two.anna.undo()
    assert undone
    assert [left.why for left in undone.left] == ["Hier kwam werk van Bert tussen: vergelijk."]
    assert not two.anna.record(added).deleted


def test_a_conversion_is_taken_back_and_done_again(two: Two) -> None:
    signup = two.make("signup", municipality="Meerdrecht", status="received")
    contact = two.make("contact", signup, name="Jo")
    case = str(two.anna.convert(signup).record)
    (copy,) = two.anna.owned(case, "contact")
    two.anna.undo()
    assert two.anna.record(case).deleted
    assert two.anna.record(copy.id).deleted
    assert not two.anna.record(contact).deleted
    assert two.value("status", signup) == "received"
    two.anna.redo()
    assert not two.anna.record(case).deleted
    assert not two.anna.record(copy.id).deleted
    assert two.value("status", signup) == "converted"


def test_a_move_is_taken_back_to_exactly_where_it_was(two: Two) -> None:
    made = [two.make("chapter", two.anna.project.workbook, title=title) for title in "abc"]
    two.anna.move(made[2], made[0], None)
    below = two.value("place", made[2])
    two.anna.undo()
    assert [row.title for row in two.anna.rows("chapter")] == ["a", "b", "c"]
    two.anna.redo()
    assert two.value("place", made[2]) == below


def test_a_move_back_below_what_now_hangs_below_it_stays(two: Two) -> None:
    a, b = (two.make("chapter", two.anna.project.workbook, title=title) for title in "ab")
    two.anna.move(b, a, None)
    two.anna.move(b, None, a)
    two.to_bert()
    two.bert.move(a, b, None)
    two.from_bert()
    undone = two.anna.undo()
    assert undone
    assert [left.why for left in undone.left] == ["Hier kwam werk van iemand anders tussen: vergelijk."]
    assert not any(notice.kind == "place_cycle" for row in (a, b) for notice in two.anna.record(row).notices)


def test_joined_persons_are_taken_back_together(two: Two) -> None:
    one, other = (two.make("attendee", last_name="Yılmaz") for _ in range(2))
    two.anna.change_set(one, "same_as", [other], [])
    two.anna.set_field(one, "last_name", "Yilmaz")
    two.anna.delete(one)
    two.anna.undo()
    assert not two.anna.record(other).deleted
    two.anna.undo()
    assert two.value("last_name", one) == "Yılmaz"
    two.anna.undo()
    assert two.anna.record(one).joined == ()
