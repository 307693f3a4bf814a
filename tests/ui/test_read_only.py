"""A project file that may not be changed: it opens to be looked at, and nothing pretends to be saved."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.dressing import dress
from tests.ui.house import plain
from tests.ui.room import PATIENCE, computer
from werkboek_desktop.domain.values import Value
from werkboek_desktop.program import Program
from werkboek_desktop.settings import App
from werkboek_desktop.ui.forms.field_row import FieldRow
from werkboek_desktop.ui.start.arguments import parse
from werkboek_desktop.workspace import Workspace


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """On a stick that is locked, as far as the system says: the tests may run as somebody who may write everywhere."""
    made = tmp_path / "stick" / "een.werkboek"
    made.parent.mkdir()
    with Workspace.create(made, computer(tmp_path, "een"), name="Een", author="Marit de Wit") as workspace:
        said: dict[str, Value] = {"title": "De Kolenbuurt", "summary": "Kort.", "as_of": "2021-01-26"}
        workspace.create_record("case", None, said)
        workspace.keep_unread({(workspace.rows("case")[0].id, "as_of"): ("vorige week", ())})
    access = os.access

    def allowed(path: Path, mode: int) -> bool:
        return access(path, mode) and not (mode == os.W_OK and Path(path).is_relative_to(made.parent))

    monkeypatch.setattr(os, "access", allowed)
    return made


@pytest.fixture
def program(qtbot: QtBot, file: Path) -> Iterator[Program]:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    dress(plain())
    made = Program(app, App.of_this_computer(), parse([str(file)]))
    made.start()
    qtbot.waitUntil(lambda: made.desk is not None, timeout=PATIENCE)
    yield made
    for window in app.topLevelWidgets():
        window.close()
        window.deleteLater()


def test_it_opens_without_a_question_says_so_and_changes_not_one_byte(
    program: Program, file: Path, qtbot: QtBot
) -> None:
    before = file.read_bytes()
    assert program.desk
    office = program.desk.front()
    assert office.window.status.saved_text() == "Alleen lezen"
    assert [notice.text for notice in office.notices.shown()] == [
        "Dit werkboek mag hier niet worden veranderd. Je kunt alles bekijken. "
        "Wil je erin schrijven? Kopieer het bestand dan eerst naar je eigen computer."
    ]
    page = office.window.records.current_page()
    assert page
    rows = [row for row in page.findChildren(FieldRow) if row.field.key == "summary"]
    qtbot.waitUntil(lambda: rows[0].editor.read().value == "Kort.", timeout=PATIENCE)
    assert not rows[0].isEnabled()
    QTest.keyClicks(office.window, "Weg ermee")
    office.navigation.new()
    qtbot.waitUntil(lambda: not office.jobs.busy(), timeout=PATIENCE)
    assert office.window.status.saved_text() == "Alleen lezen"
    assert [row.title for row in program.desk.session.workspace.rows("case")] == ["De Kolenbuurt"]
    office.window.close()
    assert file.read_bytes() == before
    assert sorted(each.name for each in file.parent.iterdir()) == ["een.werkboek"]


def test_what_was_not_understood_waits_for_who_may_write_and_is_no_trouble(program: Program, qtbot: QtBot) -> None:
    assert program.desk
    office = program.desk.front()
    told = list[object]()
    office.session.refused.connect(told.append)
    office.navigation.to_form(office.session.workspace.rows("case")[0].id, "as_of")
    page = office.window.records.current_page()
    assert page

    def shown() -> list[str]:
        return [row.editor.text() for row in page.findChildren(FieldRow) if row.field.key == "as_of"]

    qtbot.waitUntil(lambda: shown() == ["26 januari 2021"], timeout=PATIENCE)
    office.navigation.go("today")
    office.window.close()
    assert told == []
    assert not office.window.isVisible()
