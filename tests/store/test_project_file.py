import os
import sqlite3
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from threading import Thread

import pytest
from sqlcipher3 import dbapi2

from tests.store.store_changes import PROJECT, Author, append
from werkboek_desktop.errors import FileExists, NewerProject, NotAProject, NotSaved, ProjectMissing
from werkboek_desktop.store import connection as connections
from werkboek_desktop.store import migrations
from werkboek_desktop.store.connection import may_write
from werkboek_desktop.store.first_list import first_list
from werkboek_desktop.store.project_file import Store

KEY = bytes(range(32))


def title(store: Store, text: str, author: Author | None = None) -> str:
    author = author or Author()
    key = author.key("case", author.record(), "title")
    append(store, author.write(key, text))
    return key.record


def fingerprint(folder: Path) -> dict[str, str]:
    """Of all that holds anything; SQLite's index of a write-ahead log, and an empty log, hold nothing."""
    files = (path for path in folder.iterdir() if path.stat().st_size and not path.name.endswith("-shm"))
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in files}


def test_a_new_project_never_takes_the_place_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "werkboek.wbk"
    path.write_text("iets anders")
    with pytest.raises(FileExists):
        Store.create(path, PROJECT)
    assert path.read_text() == "iets anders"


def test_a_project_that_cannot_be_made_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(NotSaved):
        Store.create(tmp_path / "no such folder" / "werkboek.wbk", PROJECT)
    assert list(tmp_path.iterdir()) == []


def test_what_was_written_is_there_when_the_file_is_opened_again(store: Store) -> None:
    record = title(store, "Samen de wijk in")
    store.close()
    again = Store.open(store.path)
    with again.read() as reader:
        assert reader.project() == PROJECT
        assert [(row.id, row.title) for row in reader.rows("case")] == [(record, "Samen de wijk in")]
    again.close()


@pytest.mark.parametrize("name", ["100%25.wbk", "wie? wat#1.wbk", "&mode=memory;x=é.wbk"])
def test_a_name_with_signs_of_an_address_in_it_names_that_file(tmp_path: Path, name: str) -> None:
    store = Store.create(tmp_path / name, PROJECT)
    record = title(store, "Samen de wijk in")
    store.close()
    assert [path.name for path in tmp_path.iterdir()] == [name]
    assert [row.id for row in first_list(tmp_path / name, "case")] == [record]


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ProjectMissing):
        Store.open(tmp_path / "werkboek.wbk")
    assert list(tmp_path.iterdir()) == []


def foreign_database(path: Path) -> None:
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE note (text)")
    other.close()


def text_file(path: Path) -> None:
    path.write_text("Dit is geen database. " * 500)


def empty_file(path: Path) -> None:
    path.touch()


@pytest.mark.parametrize("make", [foreign_database, text_file, empty_file])
def test_a_file_of_something_else_is_refused_and_not_touched(tmp_path: Path, make: object) -> None:
    path = tmp_path / "anders.wbk"
    assert callable(make)
    make(path)
    before = fingerprint(tmp_path)
    with pytest.raises(NotAProject):
        Store.open(path)
    with pytest.raises(NotAProject):
        first_list(path, "case")
    assert fingerprint(tmp_path) == before


def test_a_newer_file_is_refused_and_not_touched(store: Store) -> None:
    title(store, "Samen de wijk in")
    store.close()
    newer = dbapi2.connect(str(store.path))
    newer.execute("PRAGMA user_version = 99")
    newer.close()
    before = fingerprint(store.path.parent)
    with pytest.raises(NewerProject):
        Store.open(store.path)
    with pytest.raises(NewerProject):
        first_list(store.path, "case")
    assert fingerprint(store.path.parent) == before


def crashed(store: Store, folder: Path) -> Path:
    """A file as a power cut leaves it: what was committed last stands beside it still."""
    folder.mkdir()
    path = folder / store.path.name
    for ending in ("", "-wal"):
        path.with_name(path.name + ending).write_bytes(store.path.with_name(store.path.name + ending).read_bytes())
    return path


def test_reading_after_a_crash_shows_all_and_changes_no_byte(store: Store, tmp_path: Path) -> None:
    record = title(store, "Samen de wijk in")
    path = crashed(store, tmp_path / "crashed")
    before = fingerprint(path.parent)
    assert [row.id for row in first_list(path, "case")] == [record]
    again = Store.open(path, read_only=True)
    with again.read() as reader:
        assert [row.id for row in reader.rows("case")] == [record]
    again.copy_to_memory().close()
    again.close()
    assert fingerprint(path.parent) == before


def test_a_file_opened_for_reading_refuses_to_be_written(store: Store) -> None:
    title(store, "Samen de wijk in")
    reading = Store.open(store.path, read_only=True)
    with pytest.raises(NotSaved):
        title(reading, "Nog een", Author("Bob"))
    reading.close()


def test_a_full_disk_is_a_refusal_and_what_was_saved_stays(store: Store) -> None:
    record = title(store, "Samen de wijk in")
    with store.read() as reader:
        pages = reader.connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        reader.connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    anna = Author("Bob")
    long = anna.write(anna.key("case", anna.record(), "summary"), "Een lange tekst. " * 5_000)
    with pytest.raises(NotSaved, match="de schijf is vol"):
        append(store, long)
    with store.read() as reader:
        assert [row.id for row in reader.rows("case")] == [record]
        reader.connection.exec_driver_sql("PRAGMA max_page_count = 1000000")
    assert append(store, long).new == (long.id,)


def test_a_reader_sees_one_moment_while_another_writes(store: Store) -> None:
    title(store, "Een")
    with store.read() as reader:
        assert len(reader.rows("case")) == 1
        writing = Thread(target=title, args=(store, "Twee", Author("Bob")))
        writing.start()
        writing.join()
        assert len(reader.rows("case")) == 1
    with store.read() as reader:
        assert len(reader.rows("case")) == 2


def test_a_snapshot_inside_a_snapshot_is_the_same_moment_and_ends_with_it(store: Store) -> None:
    first = title(store, "Samen de wijk in")
    with store.read() as outer:
        assert [row.id for row in outer.rows("case")] == [first]
        title(store, "Kwam later", Author("Bob"))
        with store.read() as inner:
            assert [row.id for row in inner.rows("case")] == [first]
        assert [row.id for row in outer.rows("case")] == [first]
    with store.read() as reader:
        assert len(reader.rows("case")) == 2


def test_a_snapshot_of_one_thread_is_not_that_of_another(store: Store) -> None:
    title(store, "Samen de wijk in")
    seen: list[int] = []

    def look() -> None:
        with store.read() as reader:
            seen.append(len(reader.rows("case")))

    with store.read() as reader:
        assert len(reader.rows("case")) == 1
        title(store, "Kwam later", Author("Bob"))
        thread = Thread(target=look)
        thread.start()
        thread.join()
    assert seen == [2]


def test_writers_in_several_threads_take_turns(store: Store) -> None:
    writers = [Thread(target=title, args=(store, str(n), Author(str(n)))) for n in range(8)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    with store.read() as reader:
        assert {row.title for row in reader.rows("case")} == set("01234567")


def test_word_comes_of_what_another_program_wrote(store: Store) -> None:
    first = title(store, "Een")
    seen = store.poll(0)
    assert seen
    assert seen.records == {first}
    assert store.poll(seen.row) is None
    other = Store.open(store.path)
    second = title(other, "Twee", Author("Bob"))
    other.close()
    news = store.poll(seen.row)
    assert news
    assert news.records == {second}
    assert store.poll(news.row) is None


def test_a_copy_in_memory_takes_an_import_and_leaves_the_file_alone(store: Store) -> None:
    title(store, "Een")
    before = fingerprint(store.path.parent)
    copy = store.copy_to_memory()
    title(copy, "Twee", Author("Bob"))
    with copy.read() as reader:
        assert len(reader.rows("case")) == 2
    copy.close()
    with store.read() as reader:
        assert len(reader.rows("case")) == 1
    assert fingerprint(store.path.parent) == before


def test_a_project_with_a_key_opens_with_that_key_alone(tmp_path: Path) -> None:
    path = tmp_path / "werkboek.wbk"
    store = Store.create(path, PROJECT, key=KEY)
    record = title(store, "Vertrouwelijk")
    copy = store.copy_to_memory()
    with copy.read() as reader:
        assert [row.id for row in reader.rows("case")] == [record]
    copy.close()
    store.close()
    assert not any(b"Vertrouwelijk" in file.read_bytes() for file in tmp_path.iterdir())
    for wrong in (None, bytes(32)):
        with pytest.raises(NotAProject):
            Store.open(path, key=wrong)
    assert [row.id for row in first_list(path, "case", key=KEY)] == [record]
    again = Store.open(path, key=KEY)
    with again.read() as reader:
        assert [hit.record for hit in reader.search("vertrouw")] == [record]
    again.close()


def test_an_older_file_is_brought_up_after_a_copy_of_it_was_kept(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    record = title(store, "Samen de wijk in")
    store.close()
    monkeypatch.setattr("werkboek_desktop.store.project_file.VERSION", 2)
    monkeypatch.setattr(connections, "VERSION", 2)
    monkeypatch.setattr(
        migrations, "MIGRATIONS", (lambda connection: connection.exec_driver_sql("CREATE TABLE more (x)"),)
    )
    again = Store.open(store.path)
    with again.read() as reader:
        assert [row.id for row in reader.rows("case")] == [record]
        assert reader.connection.exec_driver_sql("SELECT count(*) FROM more").scalar() == 0
        assert reader.connection.exec_driver_sql("PRAGMA user_version").scalar() == 2
    again.close()
    monkeypatch.undo()
    older = Store.open(store.path.with_name("werkboek versie 1.wbk"))
    with older.read() as reader:
        assert [row.id for row in reader.rows("case")] == [record]
    older.close()


def test_a_step_that_fails_leaves_the_older_file_as_it_was(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    record = title(store, "Samen de wijk in")
    store.close()
    monkeypatch.setattr("werkboek_desktop.store.project_file.VERSION", 2)
    monkeypatch.setattr(connections, "VERSION", 2)
    monkeypatch.setattr(
        migrations, "MIGRATIONS", (lambda connection: connection.exec_driver_sql("CREATE TABLE change (x)"),)
    )
    with pytest.raises(Exception, match="already exists"):
        Store.open(store.path)
    monkeypatch.undo()
    again = Store.open(store.path)
    with again.read() as reader:
        assert [row.id for row in reader.rows("case")] == [record]
    again.close()


def test_the_version_counts_the_migrations() -> None:
    assert 1 + len(migrations.MIGRATIONS) == connections.VERSION


def test_reading_leaves_nothing_beside_the_file(store: Store) -> None:
    title(store, "Samen de wijk in")
    store.close()
    first_list(store.path, "case")
    reading = Store.open(store.path, read_only=True)
    with reading.read() as reader:
        assert len(reader.rows("case")) == 1
    reading.close()
    assert [path.name for path in store.path.parent.iterdir()] == [store.path.name]


def test_a_file_that_another_program_is_writing_in_may_be_written(tmp_path: Path) -> None:
    path = tmp_path / "een.werkboek"
    Store.create(path, PROJECT).close()
    with closing(Store.open(path)) as other, other.write():
        assert may_write(path)


def test_a_file_that_the_system_keeps_from_changes_may_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "een.werkboek"
    Store.create(path, PROJECT).close()
    before = path.read_bytes()
    assert may_write(path)
    assert path.read_bytes() == before
    monkeypatch.setattr(os, "access", lambda _path, _mode: False)
    assert not may_write(path)
