"""A project from all that lies in a folder of mails, from the start page on."""

import os
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.room import PATIENCE, computer
from tests.ui.start.test_window import page_of
from werkboek_desktop.program import Program
from werkboek_desktop.ui.start.join import BeginPage
from werkboek_desktop.ui.start.page import StartPage
from werkboek_desktop.ui.start.rebuild import ProjectsPage, RebuiltPage
from werkboek_desktop.workspace import Workspace


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Bundles of Anna in a folder and in one below it, and something else."""
    made = tmp_path / "mails"
    (made / "oud").mkdir(parents=True)
    (made / "brief.txt").write_text("Beste Marit")
    bundles(tmp_path, "Samen", made / "oud" / "een.wbx", made / "twee.wbx")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(made))
    return made


def bundles(home: Path, name: str, *places: Path) -> None:
    with Workspace.create(home / f"{name}.werkboek", computer(home, name), name=name, author="Anna") as anna:
        for place in places:
            anna.create_record("case", None, {"title": place.stem})
            anna.export(place)


def asked(program: Program, qtbot: QtBot) -> BeginPage:
    program.start()
    start = page_of(program, StartPage, qtbot)
    (way,) = (each for each in start.buttons if each.accessibleName().startswith("Kies map"))
    way.click()
    page = page_of(program, BeginPage, qtbot)
    if not page.name.text():
        qtbot.keyClicks(page.name.field, "Marit de Wit")
    return page


def words(page: QWidget) -> str:
    QApplication.processEvents()
    return " ".join(" ".join(each.text() for each in page.findChildren(QLabel)).split())


def test_all_bundles_in_a_folder_and_below_it_make_a_project_that_opens(
    program: Program, qtbot: QtBot, folder: Path
) -> None:
    page = asked(program, qtbot)
    assert "In de map zelf verandert niets." in words(page)
    page.go_button.click()
    told = page_of(program, RebuiltPage, qtbot)
    assert "3 bestanden bekeken: 2 pakketten ingelezen" in words(told)
    assert "Dit is niet gelezen" not in words(told)
    button = QApplication.focusWidget()
    assert isinstance(button, QPushButton)
    button.click()
    qtbot.waitUntil(lambda: program.desk is not None, timeout=PATIENCE)
    assert program.desk
    assert sorted(row.title for row in program.desk.session.workspace.rows("case")) == ["een", "twee"]
    assert program.desk.session.author() == "Marit de Wit"
    assert sorted(each.name for each in folder.rglob("*.wbx")) == ["een.wbx", "twee.wbx"]


def test_a_folder_that_may_not_be_opened_is_told(
    program: Program, qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shut, opens = folder / "van een ander", os.scandir
    shut.mkdir()

    def look(path: str = ".") -> object:
        if Path(path) == shut:
            raise PermissionError(13, "geen toegang", str(shut))
        return opens(path)

    monkeypatch.setattr(os, "scandir", look)
    asked(program, qtbot).go_button.click()
    told = words(page_of(program, RebuiltPage, qtbot))
    assert "Dit is niet gelezen" in told
    assert "van een ander is niet te lezen." in told


def test_of_several_projects_one_is_chosen(program: Program, qtbot: QtBot, tmp_path: Path, folder: Path) -> None:
    bundles(tmp_path, "Ander boek", folder / "drie.wbx")
    asked(program, qtbot).go_button.click()
    page = page_of(program, ProjectsPage, qtbot)
    assert "Samen" in words(page)
    assert "Ander boek" in words(page)
    focus = QApplication.focusWidget()
    assert isinstance(focus, QPushButton)
    focus.click()
    told = words(page_of(program, RebuiltPage, qtbot))
    assert "2 pakketten ingelezen" in told
    assert "1 pakket van een ander werkboek overgeslagen." in told


def test_who_stops_it_has_made_nothing(program: Program, qtbot: QtBot, folder: Path) -> None:
    page = asked(program, qtbot)
    file = page.file()
    page.go_button.click()
    program.start_window().progress.stop.emit()
    qtbot.waitUntil(lambda: "Er is niets gemaakt of veranderd." in words(page), timeout=PATIENCE)
    assert not file.exists()
    assert len(list(folder.rglob("*.wbx"))) == 2
