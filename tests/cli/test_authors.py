"""Who writes: `--author`, else the settings, else the only person of this computer."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.ran import Werkboek

type At = Callable[[str], None]


@pytest.fixture
def bare(done: Werkboek, computer: At, tmp_path: Path) -> Path:
    """A project that nobody wrote in yet."""
    computer("nobody")
    file = tmp_path / "kaal.werkboek"
    done("new", file)
    return file


@pytest.fixture
def author_of(done: Werkboek) -> Callable[[Path, str], str]:
    def author(file: Path, record: str) -> str:
        (view,) = done("show", file, record, "--json").json["records"]
        return str(view["fields"]["title"]["variants"][0]["author"])

    return author


def test_nobody_is_wrong_use_and_writes_nothing(misused: Werkboek, done: Werkboek, bare: Path) -> None:
    before = bare.read_bytes()
    misused("set", bare, "case:new", "title", "x")
    misused("delete", bare, "0" * 32)
    misused("set", bare, "case:new", "title", "x", "--author", "")
    assert bare.read_bytes() == before
    assert done("list", bare, "--json").json == []


def test_an_author_is_made_once_by_exact_name(done: Werkboek, bare: Path) -> None:
    for name in ("Anna", "Anna", "anna", "Anna"):
        done("set", bare, "case:new", "title", "x", "--author", name)
    persons = [row["title"] for row in done("list", bare, "person", "--json").json]
    assert sorted(persons) == ["Anna", "anna"]


def test_the_only_person_of_this_computer_writes(
    done: Werkboek, misused: Werkboek, bare: Path, author_of: Callable[[Path, str], str], tmp_path: Path
) -> None:
    done("set", bare, "case:new", "title", "x", "--author", "Anna")
    assert author_of(bare, done("set", bare, "case:new", "title", "y").out.strip()) == "Anna"
    other = tmp_path / "ander.werkboek"
    done("new", other)
    assert author_of(other, done("set", other, "case:new", "title", "y").out.strip()) == "Anna"
    done("set", bare, "case:new", "title", "x", "--author", "Bert")
    misused("set", bare, "case:new", "title", "z")


def test_the_settings_go_before_the_only_person(
    done: Werkboek, bare: Path, author_of: Callable[[Path, str], str], tmp_path: Path
) -> None:
    done("set", bare, "case:new", "title", "x", "--author", "Anna")
    settings = tmp_path / "computer of nobody" / "settings.json"
    settings.write_text(json.dumps({"author": "Şule"}), encoding="utf-8")
    assert author_of(bare, done("set", bare, "case:new", "title", "y").out.strip()) == "Şule"
    assert author_of(bare, done("set", bare, "case:new", "title", "z", "--author", "Anna").out.strip()) == "Anna"


def test_a_new_file_where_another_one_was_knows_nobody_of_it(
    done: Werkboek, tmp_path: Path, author_of: Callable[[Path, str], str]
) -> None:
    file = tmp_path / "samen.werkboek"
    for name in ("Anna", "Bert"):
        done("new", file, "--author", name)
        assert author_of(file, done("set", file, "case:new", "title", "x").out.strip()) == name
        file.unlink()


def test_the_demo_is_written_in_by_its_own_person(
    done: Werkboek, tmp_path: Path, author_of: Callable[[Path, str], str]
) -> None:
    file = tmp_path / "demo.werkboek"
    done("new", file, "--demo")
    before = len(done("list", file, "person", "--json").json)
    assert author_of(file, done("set", file, "case:new", "title", "x").out.strip())
    assert len(done("list", file, "person", "--json").json) == before
