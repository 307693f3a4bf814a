"""Whose erase it is, what it takes over of others' words, and whose files it reaches."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.workspace.machine.newer import NewerProgram
from tests.workspace.two import Two
from werkboek_desktop.bundle.writer import Contents, to_bytes
from werkboek_desktop.domain.change import FieldKey, Op
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


def forged(two: Two, author: str) -> Path:
    """Somebody's erase of Anna's case in the name of Bert, in a bundle that says to be Bert's."""
    stranger = NewerProgram(two.anna.project.id, "work", 1)
    of_case = FieldKey("work", "case", None, two.case, None, None)
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
        assert [one.trusted for one in carl.erases()] == [False]
        with pytest.raises(NotTrusted):
            carl.erase(two.case)
        (key,) = (known.key for known in carl.contacts() if known.trust == "introduced")
        carl.answer_key(key, trusted=True)
        assert [one.trusted for one in carl.erases()] == [True]


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
