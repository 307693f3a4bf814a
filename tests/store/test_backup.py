from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.store.store_changes import PROJECT, Author, append
from werkboek_desktop.domain.change import FieldKey
from werkboek_desktop.errors import DamagedBackup, FileExists, NotAProject, ProjectMissing
from werkboek_desktop.store import backup
from werkboek_desktop.store.project_file import Store
from werkboek_desktop.store.shapes import Draft

TEXT = "Een herkenbare tekst die nergens anders staat."


@pytest.fixture
def key(store: Store) -> FieldKey:
    anna = Author()
    key = anna.key("case", anna.record(), "summary")
    append(store, anna.write(key, TEXT))
    with store.write() as transaction:
        transaction.keep_draft(Draft(key, "Getypt", (), 1))
    return key


def state_hash(store: Store) -> str:
    with store.read() as reader:
        return reader.state_hash()


def test_a_backup_holds_what_the_project_holds(store: Store, key: FieldKey, tmp_path: Path) -> None:
    out = backup.make(store, tmp_path / "kopie.wbk")
    copy = Store.open(out, read_only=True)
    assert state_hash(copy) == state_hash(store)
    copy.close()
    assert not list(tmp_path.glob("*.deel"))


def test_a_backup_never_takes_the_place_of_a_file(store: Store, tmp_path: Path) -> None:
    out = tmp_path / "kopie.wbk"
    out.write_text("iets anders")
    with pytest.raises(FileExists):
        backup.make(store, out)
    assert out.read_text() == "iets anders"


def test_a_project_that_may_only_be_read_can_be_backed_up(store: Store, key: FieldKey, tmp_path: Path) -> None:
    reading = Store.open(store.path, read_only=True)
    assert backup.make(reading, tmp_path / "kopie.wbk").exists()
    reading.close()


def test_restoring_gives_a_project_with_the_text_and_the_drafts(store: Store, key: FieldKey, tmp_path: Path) -> None:
    kept = backup.keep(store, now=1_700_000_000)
    new = tmp_path / "terug.wbk"
    backup.restore(kept, new)
    restored = Store.open(new)
    assert state_hash(restored) == state_hash(store)
    with restored.read() as reader:
        assert [draft.value for draft in reader.drafts()] == ["Getypt"]
    append(restored, Author("Bob").write(key, "Verder"))
    restored.close()


def test_restoring_moves_the_leftovers_of_an_earlier_file_aside(store: Store, key: FieldKey, tmp_path: Path) -> None:
    kept = backup.keep(store, now=1_700_000_000)
    (tmp_path / "terug.wbk-wal").write_bytes(b"an old log")
    backup.restore(kept, tmp_path / "terug.wbk")
    restored = Store.open(tmp_path / "terug.wbk")
    assert state_hash(restored) == state_hash(store)
    restored.close()
    assert (tmp_path / "terug.wbk-wal.oud").read_bytes() == b"an old log"


def test_a_backup_is_never_restored_over_a_file(store: Store, key: FieldKey, tmp_path: Path) -> None:
    kept = backup.keep(store, now=1_700_000_000)
    with pytest.raises(FileExists):
        backup.restore(kept, store.path)
    with pytest.raises(ProjectMissing):
        backup.restore(tmp_path / "nergens.wbk", tmp_path / "terug.wbk")


def test_a_backup_with_one_changed_letter_is_refused(store: Store, key: FieldKey, tmp_path: Path) -> None:
    kept = backup.keep(store, now=1_700_000_000)
    kept.write_bytes(kept.read_bytes().replace(TEXT.encode(), TEXT.replace("tekst", "tekst".upper()).encode()))
    assert_refused(kept, tmp_path)


def test_a_backup_that_is_cut_short_is_refused(store: Store, key: FieldKey, tmp_path: Path) -> None:
    kept = backup.keep(store, now=1_700_000_000)
    for size in (kept.stat().st_size // 2, 4096 + 100):
        with kept.open("r+b") as file:
            file.truncate(size)
        assert_refused(kept, tmp_path)


def assert_refused(kept: Path, folder: Path) -> None:
    before = sorted(folder.iterdir())
    with pytest.raises(DamagedBackup):
        backup.restore(kept, folder / "terug.wbk")
    assert sorted(folder.iterdir()) == before


def test_a_file_of_something_else_is_no_backup(tmp_path: Path) -> None:
    other = tmp_path / "brief.txt"
    other.write_text("Geachte heer, " * 1_000)
    with pytest.raises(NotAProject):
        backup.restore(other, tmp_path / "terug.wbk")
    assert list(tmp_path.iterdir()) == [other]


def test_the_last_five_are_kept_and_one_of_each_of_seven_days(store: Store) -> None:
    day = datetime(2026, 11, 1, 9, tzinfo=UTC)
    moments = [day + timedelta(days=n, hours=hour) for n in range(10) for hour in (0, 2)]
    for moment in moments:
        kept = backup.keep(store, int(moment.timestamp()))
    names = sorted(path.name for path in kept.parent.iterdir())
    last_of_days = [f"2026-11-{n:02} 110000.wbk" for n in range(4, 11)]
    last_five = ["2026-11-08 110000.wbk", *(f"2026-11-{n:02} {hour}0000.wbk" for n in (9, 10) for hour in ("09", "11"))]
    assert names == sorted({*last_of_days, *last_five})


def test_two_backups_in_one_second_are_two(store: Store) -> None:
    assert backup.keep(store, 1_700_000_000) != backup.keep(store, 1_700_000_000)


def test_programs_that_back_up_in_the_same_second_do_not_stop_each_other(store: Store) -> None:
    programs = [Store.open(store.path) for _ in range(3)]
    for second in range(1_700_000_000, 1_700_000_300, 100):
        with ThreadPoolExecutor(len(programs)) as together:
            made = together.map(backup.keep, programs, [second] * len(programs))
            assert all(path.exists() for path in made)
    for program in programs:
        program.close()


def test_a_backup_of_a_project_with_a_key_needs_that_key(tmp_path: Path) -> None:
    secret = bytes(range(32))
    store = Store.create(tmp_path / "werkboek.wbk", PROJECT, key=secret)
    anna = Author()
    append(store, anna.write(anna.key("case", anna.record(), "summary"), TEXT))
    kept = backup.keep(store, now=1_700_000_000)
    assert TEXT.encode() not in kept.read_bytes()
    with pytest.raises(NotAProject):
        backup.restore(kept, tmp_path / "terug.wbk")
    backup.restore(kept, tmp_path / "terug.wbk", key=secret)
    restored = Store.open(tmp_path / "terug.wbk", key=secret)
    assert state_hash(restored) == state_hash(store)
    restored.close()
    store.close()


def test_a_kept_copy_goes_to_another_folder_too_and_is_compared_there(
    store: Store, key: FieldKey, tmp_path: Path
) -> None:
    kept = backup.keep(store, now=1_700_000_000)
    out = backup.spread(kept, tmp_path / "stick")
    copy = Store.open(out, read_only=True)
    assert state_hash(copy) == state_hash(store)
    copy.close()
    assert backup.spread(kept, tmp_path / "stick") == out


def test_a_copy_elsewhere_that_holds_something_else_is_taken_away_and_said(
    store: Store, key: FieldKey, tmp_path: Path
) -> None:
    older = backup.keep(store, now=1_700_000_000)
    append(store, Author("Bob").write(key, "Verder"))
    newer = backup.keep(store, now=1_700_000_100)
    stick = tmp_path / "stick"
    stick.mkdir()
    (stick / newer.name).write_bytes(older.read_bytes())
    with pytest.raises(DamagedBackup):
        backup.spread(newer, stick)
    assert list(stick.iterdir()) == []


def test_copies_elsewhere_give_way_to_newer_ones(store: Store, key: FieldKey, tmp_path: Path) -> None:
    for number in range(backup.LAST + 3):
        backup.spread(backup.keep(store, now=1_700_000_000 + number), tmp_path / "stick")
    assert len(list((tmp_path / "stick").iterdir())) == backup.LAST
