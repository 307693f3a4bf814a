"""The window lives while a keyring has a question, and takes no words that it cannot seal."""

from collections.abc import Callable
from pathlib import Path

import pytest
from keyring.backend import KeyringBackend
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.settings.keyrings import Asks
from tests.ui.room import PATIENCE, computer
from tests.ui.start.test_window import page_of
from werkboek_desktop.program import Program
from werkboek_desktop.settings import App
from werkboek_desktop.settings.own_secret import KEY_FILE
from werkboek_desktop.ui.start.join import BeginPage
from werkboek_desktop.ui.start.key import waiting
from werkboek_desktop.ui.start.page import StartPage


@pytest.fixture
def asks(use_keyring: Callable[[KeyringBackend], None]) -> Asks:
    made = Asks()
    use_keyring(made)
    return made


def said() -> list[str]:
    windows = QApplication.topLevelWidgets()
    return [each.text() for window in windows for each in window.findChildren(QLabel) if each.isVisible()]


def test_the_list_is_there_while_a_keyring_asks_and_work_begins_after_the_answer(
    program: Program, qtbot: QtBot, file: Path, asks: Asks
) -> None:
    App.of_this_computer().save_settings(computer(file.parent, "een").settings())
    program.open(file)
    qtbot.waitUntil(lambda: waiting() in said(), timeout=PATIENCE)
    assert program.desk is None
    window = program._window
    assert window
    assert window.records.list.model.rowCount() == 1
    asks.answered.set()
    qtbot.waitUntil(lambda: waiting() not in said(), timeout=PATIENCE)
    assert len(asks.kept) == 1


def test_a_new_project_waits_for_the_answer_and_can_be_stopped_before(
    program: Program, qtbot: QtBot, asks: Asks
) -> None:
    program.start()
    page_of(program, StartPage, qtbot).new.emit()
    page = page_of(program, BeginPage, qtbot)
    file = page.file()
    qtbot.keyClicks(page.title.field, "Ondermijning in de wijk")
    qtbot.keyClicks(page.name.field, "Marit de Wit")
    page.go_button.click()
    start = program.start_window()
    qtbot.waitUntil(lambda: waiting() in said(), timeout=PATIENCE)
    start.progress.stop.emit()
    qtbot.waitUntil(lambda: not start.jobs.busy(), timeout=PATIENCE)
    assert not file.exists()
    page.go_button.click()
    asks.answered.set()
    qtbot.waitUntil(lambda: program.desk is not None, timeout=PATIENCE)
    assert len(asks.kept) == 1
    assert not (App.of_this_computer().folder / KEY_FILE).exists()


def test_a_window_that_closes_while_a_keyring_asks_does_not_wait_for_the_answer(
    program: Program, qtbot: QtBot, file: Path, asks: Asks
) -> None:
    program.open(file)
    qtbot.waitUntil(lambda: waiting() in said(), timeout=PATIENCE)
    window = program._window
    assert window
    assert window.close()
    program.leave()
    assert not asks.answered.is_set()
