"""Typing that is not a change yet, and what happens to it when something else arrives."""

from pathlib import Path

import pytest

from werkboek_desktop.domain.view import Status
from werkboek_desktop.settings import App
from werkboek_desktop.workspace import Workspace, import_into

START = "Wij belden aan. Niemand deed open. De straat bleef stil."


class Two:
    """Anna's open project, and Bert's bundle with another text of the same field."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.anna = Workspace.create(folder / "Anna.werkboek", self.app("Anna"), author="Anna")
        self.case = self.anna.create_record("case", fields={"summary": START}).record or ""
        self.anna.export(folder / "start.wbx")
        import_into(folder / "Bert.werkboek", self.app("Bert"), [folder / "start.wbx"], author="Bert")

    def app(self, name: str) -> App:
        real = App.of_this_computer()
        return App(self.folder / name, real.clock, real.entropy)

    def bert_writes(self, text: str) -> Path:
        out = self.folder / "Bert.wbx"
        with Workspace.open(self.folder / "Bert.werkboek", self.app("Bert"), author="Bert") as bert:
            bert.set_field(self.case, "summary", text)
            bert.export(out, force=True)
        return out

    def anna_types(self, text: str) -> None:
        self.anna.draft(self.case, "summary", text, self.anna.record(self.case).fields["summary"].heads)


@pytest.fixture
def two(tmp_path: Path) -> Two:
    return Two(tmp_path)


def variants(two: Two) -> set[object]:
    return {variant.value for variant in two.anna.record(two.case).fields["summary"].variants}


def test_typing_while_an_import_brings_the_same_sentence_loses_neither(two: Two) -> None:
    typed, theirs = START.replace("Niemand", "Iedereen"), START.replace("Niemand", "Bijna niemand")
    two.anna_types(typed)
    two.anna.import_([two.bert_writes(theirs)])
    two.anna_types(f"{typed} En toen.")
    two.anna.seal(two.case, "summary")
    assert two.anna.record(two.case).fields["summary"].status is Status.CONFLICT
    assert variants(two) == {f"{typed} En toen.", theirs}
    assert two.anna.drafts() == []


def test_typing_while_an_import_brings_another_sentence_merges(two: Two) -> None:
    two.anna_types(START.replace("Wij belden aan.", "Wij belden overal aan."))
    two.anna.import_([two.bert_writes(START.replace("bleef stil", "zweeg"))])
    two.anna.seal_all()
    view = two.anna.record(two.case).fields["summary"]
    assert view.value == "Wij belden overal aan. Niemand deed open. De straat zweeg."


def test_a_choice_between_versions_waits_for_its_person(two: Two) -> None:
    two.anna.set_field(two.case, "summary", START.replace("Niemand", "Iedereen"))
    two.anna.import_([two.bert_writes(START.replace("Niemand", "Bijna niemand"))])
    two.anna_types("Half een keu")
    two.anna.seal_all()
    assert two.anna.record(two.case).fields["summary"].status is Status.CONFLICT
    (kept,) = two.anna.drafts()
    assert kept.value == "Half een keu"
    two.anna.seal(two.case, "summary")
    assert two.anna.record(two.case).fields["summary"].value == "Half een keu"


def test_what_a_killed_program_had_kept_is_told_with_what_stood_there_and_can_be_taken_back(two: Two) -> None:
    typed = START.replace("Niemand", "Iedereen")
    two.anna_types(typed)
    (kept,) = two.anna.drafts()
    (found,) = two.anna.recover()
    assert (found.record, found.field, found.before, found.value, found.time) == (
        two.case,
        "summary",
        START,
        typed,
        kept.time,
    )
    assert (two.anna.record(two.case).value("summary"), two.anna.drafts()) == (typed, [])
    assert two.anna.recover() == []
    two.anna.take_back(found.change)
    assert two.anna.record(two.case).value("summary") == START
    two.anna.undo()
    assert two.anna.record(two.case).value("summary") == typed


def test_what_is_as_it_was_needs_no_recovering(two: Two) -> None:
    two.anna_types(START)
    assert (two.anna.recover(), two.anna.drafts()) == ([], [])
