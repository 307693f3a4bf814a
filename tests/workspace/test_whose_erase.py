"""Whose erase it is, what it takes over of others' words, and whose files it reaches."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.workspace.machine.newer import NewerProgram
from tests.workspace.two import Two
from werkboek_desktop.bundle.writer import Contents, to_bytes
from werkboek_desktop.domain.change import FieldKey, Op
from werkboek_desktop.domain.values import ValueType
from werkboek_desktop.domain.view import Status
from werkboek_desktop.errors import DamagedProject, NotTrusted
from werkboek_desktop.store.carrying import carried_of
from werkboek_desktop.store.project_file import Store
from werkboek_desktop.workspace import Workspace, import_into, restore
from werkboek_desktop.workspace.arriving import project_of

PAGE = 4096


@pytest.fixture
def two(tmp_path: Path) -> Two:
    return Two(tmp_path)


def forged(two: Two, author: str | None, field: str | None = None) -> Path:
    """Somebody's erase of Anna's case, or a text of it, in the name of Bert, in a bundle that says to be Bert's."""
    stranger = NewerProgram(two.anna.project.id, "work", 1)
    of_case = FieldKey("work", "case", None, two.case, field, ValueType.PROSE if field else None)
    erase = {"op": Op.ERASE, "body": None, "value_hash": None, "format": 1, "author": author}
    stranger.write(of_case, None, [], **erase)
    contents = Contents(
        project=stranger.project,
        name=None,
        sender="Bert · nieuw",
        number=1,
        created=1,
        scopes=("work",),
        changes=stranger.changes,
        writers={stranger.writer.id(stranger.project): stranger.writer},
        tips={"work": (stranger.changes[-1].id,)},
    )
    path = two.folder / "forged.wbx"
    path.write_bytes(to_bytes(replace(contents, partial=True), stranger.key))
    return path


def test_an_erase_in_a_known_persons_name_that_somebody_passes_on_asks_about_its_key_first(two: Two) -> None:
    two.type("title", "De Kolenbuurt nu")
    two.to_bert()
    two.bert.create_record("term", None, {"term": "Buurt"})
    two.from_bert()
    (bert,) = (row.id for row in two.anna.rows("person") if row.title == "Bert")
    file = two.folder / "carl.werkboek"
    import_into(file, two.app("Carl"), [two.anna.export(two.folder / "1.wbx").path], author="Carl")
    with Workspace.open(file, two.app("Carl"), author="Carl") as carl:
        carl.import_([two.bert.export(two.folder / "2.wbx").path])
        two.anna.import_([forged(two, bert)])
        carl.import_([two.anna.export(two.folder / "3.wbx").path])
        (asked,) = carl.erases()
        (key,) = (known for known in carl.contacts() if known.trust == "introduced")
        assert (asked.trusted, asked.by, asked.phrase) == (False, bert, key.phrase)
        carl.answer_key(key.key, trusted=True)
        assert [one.trusted for one in carl.erases()] == [True]


def heard_of_bert(two: Two) -> None:
    """From then on another key with his name is asked about."""
    two.bert.create_record("term", None, {"term": "Buurt"})
    two.from_bert()


def test_the_question_says_by_what_name_the_key_is_known(two: Two) -> None:
    heard_of_bert(two)
    (bert,) = (row.id for row in two.anna.rows("person") if row.title == "Bert")
    two.anna.import_([forged(two, bert)])
    (asked,) = two.anna.erases()
    (key,) = (known for known in two.anna.contacts() if known.trust == "asked")
    assert (asked.trusted, asked.signer, asked.phrase) == (False, "Bert · nieuw", key.phrase)


@pytest.mark.parametrize("field", [None, "summary"])
def test_ones_own_erase_destroys_whatever_a_stranger_erased(two: Two, field: str | None) -> None:
    heard_of_bert(two)
    two.anna.import_([forged(two, None, field)])
    assert [one.trusted for one in two.anna.erases()] == [False]
    gone = two.anna.erase(two.case, field)
    assert gone.destroyed.values
    assert two.anna.erases() == []
    two.to_bert()
    heard = [one for one in two.bert.erases() if (one.record, one.field) == (two.case, field)]
    assert f"Anna · {two.anna.settings().computer}" in [one.signer for one in heard]
    two.anna.check()
    two.bert.check()


@pytest.mark.parametrize("field", [None, "summary"])
def test_the_report_of_an_import_keeps_nothing_of_what_it_erases(two: Two, field: str | None) -> None:
    two.bert.erase(two.case, field)
    bundle = two.bert.export(two.folder / "bert.wbx").path
    for report in (two.anna.preview([bundle]), two.anna.import_([bundle])):
        assert [one.field for one in report.files[0].changes if one.field == "summary"]
        assert "Wij belden aan" not in repr(report)


def test_an_erase_of_all_goes_further_than_that_of_a_part_which_is_trusted(two: Two) -> None:
    two.bert.erase(two.measure)
    two.from_bert()
    two.anna.erase(two.case)
    assert two.anna.record(two.case).deleted
    two.anna.check()


@pytest.mark.parametrize("passage", ["De straat bleef stil.", None])
def test_what_shows_after_a_colleague_erased_a_passage_can_be_erased_too(two: Two, passage: str | None) -> None:
    two.bert.erase(two.case, "summary", "Niemand deed open.")
    two.from_bert()
    two.anna.erase(two.case, "summary", passage)
    assert two.value("summary") == ("Wij belden aan." if passage else None)
    assert two.anna.erases() == []
    two.to_bert()
    assert "straat" not in str(two.bert.record(two.case).value("summary"))
    two.anna.check()


def test_the_yes_to_a_passage_leaves_the_text_round_it(two: Two) -> None:
    two.bert.erase(two.case, "summary", "Niemand deed open.")
    two.from_bert()
    made = two.anna.agree(two.case, "summary")
    assert made.destroyed.values
    assert two.anna.erases() == []
    assert two.value("summary") == "Wij belden aan. De straat bleef stil."


def test_what_was_written_since_a_colleague_erased_a_text_can_be_erased_too(two: Two) -> None:
    two.bert.erase(two.case, "summary")
    two.bert.set_field(two.case, "summary", "Bert schreef dit erna.")
    two.from_bert()
    two.anna.erase(two.case, "summary")
    assert two.value("summary") is None


def test_the_same_passage_is_the_yes_to_a_colleagues_erase(two: Two) -> None:
    two.bert.erase(two.case, "summary", "Niemand deed open.")
    two.from_bert()
    made = two.anna.erase(two.case, "summary", "Niemand deed open.")
    assert made.destroyed.values
    assert not made.changed.records
    assert two.value("summary") == "Wij belden aan. De straat bleef stil."


def test_a_passage_of_what_a_stranger_hid_waits_for_an_answer(two: Two) -> None:
    """To take it out of what nobody sees would take the rest of it too."""
    heard_of_bert(two)
    two.anna.import_([forged(two, None, "summary")])
    with pytest.raises(NotTrusted):
        two.anna.erase(two.case, "summary", "Niemand deed open.")
    (asked,) = two.anna.erases()
    two.anna.take_over(asked.erase)
    two.anna.erase(two.case, "summary", "Niemand deed open.")
    assert two.value("summary") == "Wij belden aan. De straat bleef stil."


def test_taking_over_leaves_what_was_written_since_beside_it(two: Two) -> None:
    before = two.value("summary")
    two.bert.erase(two.case, "summary")
    two.bert.draft(two.case, "summary", "Bert schreef dit erna.", two.bert.record(two.case).fields["summary"].heads)
    two.bert.seal(two.case, "summary")
    two.from_bert()
    (incoming,) = two.anna.erases()
    two.anna.take_over(incoming.erase)
    view = two.anna.record(two.case).fields["summary"]
    assert view.status is Status.CONFLICT
    assert {one.value for one in view.variants} == {before, "Bert schreef dit erna."}
    two.anna.check()


def test_an_erase_does_not_go_into_a_file_of_another_project(two: Two) -> None:
    other = Workspace.create(two.folder / "anna versie 2.werkboek", two.app("Anna"), name="Ander", author="Anna")
    other.close()
    erased = two.anna.erase(two.case, "summary")
    assert erased.backups == 0
    store = Store.open(two.folder / "anna versie 2.werkboek")
    with closing(store), store.read() as reader:
        assert reader.erase_ids() == {}


def test_a_backup_comes_back_though_the_file_beside_it_is_damaged(two: Two) -> None:
    backup = two.anna.backup(two.folder / "backup.werkboek").path
    two.anna.erase(two.case, "summary")
    two.anna.close()
    file = two.folder / "anna.werkboek"
    damaged = bytearray(file.read_bytes())
    damaged[3 * PAGE : 3 * PAGE + 200] = b"\xff" * 200
    file.write_bytes(damaged)
    app = two.app("Anna")
    assert project_of(file)
    with pytest.raises(DamagedProject):
        carried_of(file)
    restore(backup, two.folder / "back.werkboek", app)
    with Workspace.open(two.folder / "back.werkboek", app, author="Anna") as back:
        back.check()
