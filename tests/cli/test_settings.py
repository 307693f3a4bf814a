"""The settings of this computer, on the command line."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.ran import Werkboek
from werkboek_desktop.settings import SETTINGS


@pytest.fixture(autouse=True)
def at_a_computer(computer: Callable[[str], None]) -> None:
    computer("Anna")


def test_all_settings_are_shown_in_words_and_as_json(done: Werkboek) -> None:
    lines = done("settings").out.splitlines()
    assert [line.split()[0] for line in lines] == [entry.key for entry in SETTINGS]
    assert "Weergave: Volg het systeem" in done("settings", "theme").out
    assert set(done("settings", "--json").json) == {entry.key for entry in SETTINGS}
    assert done("settings", "mail_limit_mb", "--json").json == {"mail_limit_mb": 10}


def test_a_setting_that_was_changed_is_there_the_next_time(done: Werkboek, tmp_path: Path) -> None:
    done("settings", "theme", "donker")
    done("settings", "author", "Anna", "van 't Hoff")
    done("settings", "backup_places", tmp_path / "een", tmp_path / "twee")
    shown = done("settings", "--json").json
    assert (shown["theme"], shown["author"]) == ("dark", "Anna van 't Hoff")
    assert shown["backup_places"] == [str(tmp_path / "een"), str(tmp_path / "twee")]
    done("settings", "backup_places", "")
    assert done("settings", "backup_places", "--json").json == {"backup_places": []}


@pytest.mark.parametrize(
    "words", [("kleur",), ("kleur", "rood"), ("text_percent", "130"), ("mail_limit_mb", "veel"), ("author", " ")]
)
def test_what_is_no_setting_or_no_value_is_refused_and_changes_nothing(
    refused: Werkboek, done: Werkboek, words: tuple[str, ...]
) -> None:
    before = done("settings", "--json").json
    refused("settings", *words)
    assert done("settings", "--json").json == before


def test_what_is_wrong_in_the_file_is_said_beside_what_stands_there(done: Werkboek, tmp_path: Path) -> None:
    file = tmp_path / "computer of Anna" / "settings.json"
    file.parent.mkdir(exist_ok=True)
    file.write_text(json.dumps({"text_percent": 130, "theme": "dark"}))
    ran = done("settings")
    assert "Deze waarde past niet bij ‘Tekstgrootte’." in ran.err
    assert "Tekstgrootte: 100 %" in ran.out
    assert "Weergave: Donker" in ran.out


def test_a_backup_tells_where_it_could_not_go(done: Werkboek, project: Path, tmp_path: Path) -> None:
    done("settings", "backup_places", tmp_path / "stick")
    ran = done("backup", project)
    assert ran.out.startswith("Gemaakt: ")
    assert str(tmp_path / "stick") in ran.err
    done("export", project, tmp_path / "pakket.wbx")
    assert str(tmp_path / "stick") in done("import", project, tmp_path / "pakket.wbx").err
    (tmp_path / "stick").mkdir()
    assert done("backup", project).err == ""


def test_a_double_click_can_be_made_to_open_the_program(
    done: Werkboek, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    assert "opent nu dit programma" in done("associate").out
    assert (tmp_path / "share" / "mime" / "packages" / "werkboek.xml").is_file()
