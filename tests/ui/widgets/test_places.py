"""Where a file comes that somebody gave a name."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from werkboek_desktop.ui.widgets.places import ask_place, with_ending


@pytest.mark.parametrize(
    ("named", "called"),
    [
        ("Pakket", "Pakket.wbx"),
        ("Pakket 12.5", "Pakket 12.5.wbx"),
        ("d.d. 3.11.2026", "d.d. 3.11.2026.wbx"),
        ("Pakket.WBX", "Pakket.WBX"),
    ],
)
def test_a_dot_is_of_the_name_and_the_ending_comes_behind_it(tmp_path: Path, named: str, called: str) -> None:
    assert with_ending(tmp_path / named, ".wbx") == tmp_path / called


def test_a_folder_stays_what_it_is(tmp_path: Path) -> None:
    assert with_ending(tmp_path, ".wbx") == tmp_path


def test_a_file_that_nobody_was_asked_about_stays(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    over, there = QWidget(), tmp_path / "lijst.csv"
    qtbot.addWidget(over)
    there.touch()
    answers = {"lijst": tmp_path / "lijst 2.csv", "lijst.csv": there, "lijst 1.0": tmp_path / "lijst 1.0.csv"}
    for answer, place in answers.items():
        chosen = str(tmp_path / answer)
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, chosen=chosen: (chosen, ""))
        assert ask_place(over, "Waar?", there, ".csv") == place
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    assert ask_place(over, "Waar?", there, ".csv") is None
