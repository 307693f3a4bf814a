"""Files are whole or not there."""

from pathlib import Path

import pytest

from werkboek_desktop.errors import FileExists, NotSaved
from werkboek_desktop.saving import save


def test_a_file_is_written_and_nothing_else(tmp_path: Path) -> None:
    save(tmp_path / "a.pdf", b"one")
    save(tmp_path / "a.pdf", b"two")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a.pdf": b"two"}


def test_an_older_file_stays_without_force(tmp_path: Path) -> None:
    save(tmp_path / "a.pdf", b"one")
    with pytest.raises(FileExists):
        save(tmp_path / "a.pdf", b"two", force=False)
    assert (tmp_path / "a.pdf").read_bytes() == b"one"


def test_what_the_disk_refuses_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(NotSaved):
        save(tmp_path / "no folder" / "a.pdf", b"one")
    (tmp_path / "a.pdf").mkdir()
    with pytest.raises(NotSaved):
        save(tmp_path / "a.pdf", b"one")
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]
