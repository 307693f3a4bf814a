"""Undo and redo over the whole project, on real files, alone and with a colleague."""

from pathlib import Path

import pytest

from tests.workspace.two import START, Clock, Two, names
from werkboek_desktop.domain.view import Status
from werkboek_desktop.errors import NotTakenBack, NotYours, StillTyping, UnknownChange
from werkboek_desktop.settings import App
from werkboek_desktop.workspace import Edit, Untaken, Workspace
from werkboek_desktop.workspace.steps import KEPT


def test_a_new_project_has_nothing_to_take_back(tmp_path: Path) -> None:
    app = App(tmp_path / "app", Clock(), App.of_this_computer().entropy)
    with Workspace.create(tmp_path / "nieuw.werkboek", app, name="Werk", author="Anna") as made:
        assert made.undo() is None
        assert made.redo() is None


def test_every_action_of_a_person_is_a_step_with_a_name(two: Two) -> None:
    two.type("title", "De Hoek")
    two.anna.set_field(two.case, "inhabitants", "1200")
    two.anna.change_set(two.case, "forms", ["explosies"], [])
    chapter = two.make("chapter", two.anna.project.workbook, title="Een")
    two.make("chapter", two.anna.project.workbook, title="Twee")
    two.anna.move(chapter, None, None)
    two.anna.delete(two.measure)
    two.anna.undelete(two.measure)
    two.anna.edit_many([Edit(two.case, "status", "selected")], "1 op ‘geselecteerd’ gezet")
    two.anna.delete_many([chapter], "1 hoofdstuk verwijderd")
    two.anna.set_field(two.anna.workbook(), "title", "Boek")
    two.anna.convert(two.make("signup"))
    assert names(two) == [
        "‘Titel’ gewijzigd",
        "‘Aantal inwoners van het gebied’ gewijzigd",
        "‘Vormen van ondermijning’ gewijzigd",
        "Hoofdstuk toegevoegd",
        "Hoofdstuk toegevoegd",
        "Hoofdstuk ‘Een’ verplaatst",
        "Maatregel ‘Sluiting’ verwijderd uit ‘De Hoek’",
        "Maatregel ‘Sluiting’ teruggezet in ‘De Hoek’",
        "1 op ‘geselecteerd’ gezet",
        "1 hoofdstuk verwijderd",
        "‘Titel’ gewijzigd",
        "Aanmelding toegevoegd",
        "Aanmelding omgezet",
    ]


def test_a_step_names_what_it_is_about_and_nobodys_name(two: Two) -> None:
    day = two.make("masterclass", title="Ondermijning in beeld")
    sanne = two.make("attendee", first_name="Sanne", last_name="Hoek")
    two.anna.create_record("attendance", day, {"attendee": sanne})
    called = [two.make("approval", two.case, by="Sanne Hoek"), sanne, day, two.make("case", title="Wijk " * 10)]
    two.anna.steps.done.clear()
    for record in called:
        two.anna.delete(record)
    assert names(two) == [
        "Akkoord verwijderd uit ‘De Kolenbuurt’",
        "Deelnemer verwijderd",
        "Masterclass ‘Ondermijning in beeld’ verwijderd",
        "Praktijkvoorbeeld ‘Wijk Wijk Wijk Wijk Wijk Wijk Wijk Wijk …’ verwijderd",
    ]


def test_typed_text_is_taken_back_and_typed_again(two: Two) -> None:
    two.type("summary", f"{START} Tot mei.")
    undone = two.anna.undo()
    assert undone
    assert (undone.step.record, undone.step.field, undone.left) == (two.case, "summary", ())
    assert two.value("summary") == START
    assert two.anna.redo()
    assert two.value("summary") == f"{START} Tot mei."
    assert two.anna.record(two.case).fields["summary"].status is Status.SETTLED


def test_a_text_goes_back_to_what_it_was_while_a_colleagues_later_sentence_stays(two: Two) -> None:
    two.type("summary", f"{START} Tot mei.")
    two.to_bert()
    two.bert.set_field(two.case, "summary", f"Vooraf. {START} Tot mei.")
    two.from_bert()
    undone = two.anna.undo()
    assert undone
    assert undone.left == ()
    assert two.value("summary") == f"Vooraf. {START}"
    two.anna.redo()
    assert two.value("summary") == f"Vooraf. {START} Tot mei."


def test_one_step_further_is_not_taken_back_where_a_colleague_wrote_in_between(two: Two) -> None:
    two.type("summary", f"{START} Tot mei.")
    two.to_bert()
    two.bert.set_field(two.case, "summary", f"Vooraf. {START} Tot mei.")
    two.from_bert()
    two.type("summary", f"Vooraf. {START} Tot mei. En daarna.")
    two.anna.undo()
    assert two.value("summary") == f"Vooraf. {START} Tot mei."
    undone = two.anna.undo()
    assert undone
    assert [(left.record, left.field, left.why) for left in undone.left] == [
        (two.case, "summary", "Hier kwam werk van Bert tussen: vergelijk.")
    ]
    assert two.value("summary") == f"Vooraf. {START} Tot mei."
    assert not undone.changed.records


def test_a_text_that_a_colleague_rewrote_is_not_made_a_conflict(two: Two) -> None:
    two.type("summary", START.replace("Niemand deed open.", "Niemand deed de deur voor ons open."))
    two.to_bert()
    two.bert.set_field(
        two.case, "summary", START.replace("Niemand deed open.", "Niemand deed de voordeur voor ons open.")
    )
    two.from_bert()
    before = two.anna.record(two.case).fields["summary"]
    undone = two.anna.undo()
    assert undone
    assert [left.why for left in undone.left] == ["Hier kwam werk van Bert tussen: vergelijk."]
    assert two.anna.record(two.case).fields["summary"] == before


def test_other_fields_go_back_only_while_nobody_else_wrote_in_them(two: Two) -> None:
    two.anna.set_field(two.case, "title", "Noord")
    two.anna.set_field(two.case, "inhabitants", "12")
    two.to_bert()
    two.bert.set_field(two.case, "title", "Zuid")
    two.from_bert()
    assert two.anna.undo()
    assert two.value("inhabitants") is None
    undone = two.anna.undo()
    assert undone
    assert [left.why for left in undone.left] == ["Hier kwam werk van Bert tussen: vergelijk."]
    assert two.value("title") == "Zuid"
    assert two.anna.undo() is None


def test_of_many_what_can_be_is_taken_back_and_the_rest_is_said(two: Two) -> None:
    others = [two.make("case", title=f"Wijk {n}", status="editing") for n in range(3)]
    two.anna.edit_many([Edit(case, "status", "selected") for case in others], "3 op ‘geselecteerd’ gezet")
    two.to_bert()
    two.bert.set_field(others[1], "status", "published")
    two.from_bert()
    undone = two.anna.undo()
    assert undone
    assert undone.step.name == "3 op ‘geselecteerd’ gezet"
    assert [left.record for left in undone.left] == [others[1]]
    assert [two.value("status", case) for case in others] == ["editing", "published", "editing"]
    two.anna.redo()
    assert [two.value("status", case) for case in others] == ["selected", "published", "selected"]


def test_a_set_gives_up_what_was_added_and_keeps_what_a_colleague_added(two: Two) -> None:
    two.anna.change_set(two.case, "forms", ["explosies"], [])
    two.to_bert()
    two.bert.change_set(two.case, "forms", ["drugslab"], [])
    two.from_bert()
    two.anna.undo()
    assert two.value("forms") == ("drugslab", "jonge_aanwas")
    two.anna.redo()
    assert two.value("forms") == ("drugslab", "explosies", "jonge_aanwas")


def test_typing_on_in_the_same_field_is_one_step_until_a_pause_or_something_else(two: Two) -> None:
    two.type("summary", f"{START} A.")
    two.type("summary", f"{START} A. B.")
    assert len(names(two)) == 1
    two.break_()
    two.type("summary", f"{START} A. B. C.")
    assert len(names(two)) == 2
    two.type("title", "Noord")
    two.type("summary", f"{START} A. B. C. D.")
    assert len(names(two)) == 4
    for expected in (f"{START} A. B. C.", f"{START} A. B. C.", f"{START} A. B.", START):
        two.anna.undo()
        assert two.value("summary") == expected


def test_a_new_action_ends_what_could_be_done_again(two: Two) -> None:
    two.type("title", "Noord")
    two.anna.undo()
    two.type("title", "Zuid")
    assert two.anna.redo() is None


def test_a_delete_that_a_colleague_did_too_stays(two: Two) -> None:
    two.anna.delete(two.case)
    two.bert.delete(two.case)
    two.from_bert()
    undone = two.anna.undo()
    assert undone
    assert [left.why for left in undone.left] == ["Hier kwam werk van Bert tussen: vergelijk."]
    assert two.anna.record(two.case).deleted


def test_a_choice_between_versions_is_no_step(two: Two) -> None:
    two.anna.set_field(two.case, "title", "Noord")
    two.bert.set_field(two.case, "title", "Zuid")
    two.from_bert()
    two.anna.set_field(two.case, "title", "Zuid")
    assert names(two) == ["‘Titel’ gewijzigd"]
    undone = two.anna.undo()
    assert undone
    assert [left.why for left in undone.left] == ["Hier kwam werk van Bert tussen: vergelijk."]
    assert two.value("title") == "Zuid"


def test_nothing_is_taken_back_where_somebody_still_types(two: Two) -> None:
    two.type("title", "Noord")
    two.anna.draft(two.case, "title", "Noordo", two.anna.record(two.case).fields["title"].heads)
    with pytest.raises(StillTyping):
        two.anna.undo()
    assert names(two) == ["‘Titel’ gewijzigd"]


def test_steps_that_are_long_ago_are_forgotten(two: Two) -> None:
    for number in range(KEPT + 5):
        two.anna.set_field(two.case, "inhabitants", str(number))
    assert len(names(two)) == KEPT


def test_one_change_of_ones_own_is_taken_back_by_its_id(two: Two) -> None:
    change = two.anna.set_field(two.case, "summary", f"{START} Tot mei.").change
    assert change
    two.anna.take_back(change)
    assert two.value("summary") == START
    two.anna.undo()
    assert two.value("summary") == f"{START} Tot mei."


def test_a_change_that_is_not_there_or_not_ones_own_or_overtaken_is_refused(two: Two) -> None:
    with pytest.raises(UnknownChange):
        two.anna.take_back("0" * 64)
    mine = two.anna.set_field(two.case, "title", "Noord").change
    two.to_bert()
    theirs = two.bert.set_field(two.case, "title", "Zuid").change
    two.from_bert()
    assert mine
    assert theirs
    with pytest.raises(NotYours):
        two.anna.take_back(theirs)
    with pytest.raises(NotTakenBack):
        two.anna.take_back(mine)
    assert two.value("title") == "Zuid"


def test_a_step_of_a_while_ago_is_taken_back_by_itself(two: Two) -> None:
    two.anna.delete(two.measure)
    (deleted,) = two.anna.steps.done
    two.type("title", "Noord")
    two.anna.undo(deleted)
    assert not two.anna.record(two.measure).deleted
    assert two.value("title") == "Noord"
    assert two.anna.undo(deleted) is None
    two.anna.redo()
    assert two.anna.record(two.measure).deleted


def test_a_step_tells_what_it_is_about(two: Two) -> None:
    measure = two.make("measure", two.case, measure="Camera")
    two.anna.delete(measure)
    two.anna.edit_many([Edit(two.case, "status", "selected")], "1 op ‘geselecteerd’ gezet")
    two.type("title", "Noord")
    assert [(step.record, step.field, step.is_news) for step in two.anna.steps.done] == [
        (measure, "measure", False),
        (measure, "deleted", True),
        (None, "", True),
        (two.case, "title", False),
    ]


def test_an_undo_leaves_what_a_colleague_erased_meanwhile_and_says_so(two: Two) -> None:
    two.to_bert()
    two.type("summary", "Niemand deed open.")
    two.type("title", "De Kolenhaven")
    two.break_()
    two.anna.delete(two.measure)
    two.bert.erase(two.case, "summary")
    two.bert.erase(two.measure)
    two.from_bert()
    left: list[Untaken] = []
    while undone := two.anna.undo():
        left += undone.left
    assert [(each.record, each.field) for each in left] == [(two.measure, "deleted"), (two.case, "summary")]
    assert {each.why for each in left} == {"Dit is intussen voorgoed gewist en komt niet terug."}
    assert two.value("summary") is None
    assert two.value("title") == "De Kolenbuurt"
