"""The program with its start window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.dressing import dress
from tests.ui.house import plain
from werkboek_desktop.program import Program
from werkboek_desktop.settings import App
from werkboek_desktop.ui.start.arguments import parse


@pytest.fixture
def program(qtbot: QtBot, tmp_path: Path) -> Iterator[Program]:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    dress(plain())
    made = Program(app, App.of_this_computer(), parse([]))
    yield made
    for window in app.topLevelWidgets():
        window.close()
        window.deleteLater()
