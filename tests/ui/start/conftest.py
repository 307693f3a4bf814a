"""The program with its start window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.dressing import dress
from tests.ui.house import plain
from tests.ui.room import computer
from werkboek_desktop.program import Program
from werkboek_desktop.settings import App
from werkboek_desktop.ui.start.arguments import parse
from werkboek_desktop.workspace import Workspace


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


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A project of one case, that somebody made at a computer called een."""
    made = tmp_path / "een.werkboek"
    with Workspace.create(made, computer(tmp_path, "een"), name="Een", author="Marit de Wit") as workspace:
        workspace.create_record("case", None, {"title": "De Kolenbuurt"})
    return made
