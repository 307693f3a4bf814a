"""A bundle appears at once or not at all, and people never leave without a passphrase."""

from pathlib import Path

import pytest

from tests.bundle.samples import KEY, PEOPLE, SCOPES, Pen, contents, small
from werkboek_desktop.bundle.envelope import is_locked
from werkboek_desktop.bundle.reader import read
from werkboek_desktop.bundle.writer import to_bytes, write
from werkboek_desktop.errors import FileExists, NotSaved, PassphraseNeeded


def test_the_file_is_what_was_promised(tmp_path: Path) -> None:
    written = write(tmp_path / "a.wbx", small(), KEY)
    assert written == (tmp_path / "a.wbx", (tmp_path / "a.wbx").stat().st_size)
    assert [path.name for path in tmp_path.iterdir()] == ["a.wbx"]


def test_equal_contents_give_equal_bytes() -> None:
    assert to_bytes(small(), KEY) == to_bytes(small(), KEY)


def test_an_existing_file_is_only_overwritten_when_asked(tmp_path: Path) -> None:
    path = tmp_path / "a.wbx"
    path.write_bytes(b"van iemand anders")
    with pytest.raises(FileExists):
        write(path, small(), KEY)
    assert path.read_bytes() == b"van iemand anders"
    write(path, small(), KEY, force=True)
    assert read(path.read_bytes(), kind_scope=SCOPES.get).changes


def test_people_never_leave_without_a_passphrase(tmp_path: Path) -> None:
    attendee = Pen(PEOPLE).write("Fatima", kind="attendee", field="question")
    for passphrase in (None, ""):
        with pytest.raises(PassphraseNeeded):
            write(tmp_path / "a.wbx", contents([attendee]), KEY, passphrase)
    assert list(tmp_path.iterdir()) == []
    write(tmp_path / "a.wbx", contents([attendee]), KEY, "drie woorden samen")
    locked = (tmp_path / "a.wbx").read_bytes()
    assert is_locked(locked)
    assert b"Fatima" not in locked
    assert b"people" not in locked


def test_a_change_of_a_scope_that_does_not_go_never_goes(tmp_path: Path) -> None:
    attendee = Pen(PEOPLE).write("Fatima", kind="attendee", field="question")
    with pytest.raises(ValueError, match="people"):
        write(tmp_path / "a.wbx", contents([attendee], scopes=("work",)), KEY)
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_refuses_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(NotSaved):
        write(tmp_path / "no such folder" / "a.wbx", small(), KEY)
    (tmp_path / "a.wbx").mkdir()
    with pytest.raises(NotSaved):
        write(tmp_path / "a.wbx", small(), KEY, force=True)
    assert [path.name for path in tmp_path.iterdir()] == ["a.wbx"]


def test_text_goes_as_a_delta_when_what_it_was_made_from_goes_too() -> None:
    pen = Pen()
    first = pen.write("De wijk was moe. " * 200)
    second = pen.write("De wijk was moe. " * 200 + "Niet meer.", seen=[first])
    both, alone = len(to_bytes(contents([first, second]), KEY)), len(to_bytes(contents([first]), KEY))
    assert both - alone < 200
