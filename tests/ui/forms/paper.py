"""Fields of one record in a window of their own, on a real project, and a person at the keyboard."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.dressing import dress
from werkboek_desktop.domain import schema
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.values import Value
from werkboek_desktop.settings import App
from werkboek_desktop.ui.forms.field_row import FieldRow
from werkboek_desktop.ui.forms.grid import FieldGrid
from werkboek_desktop.ui.forms.saying import Saying
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.theme.tokens import Look, Theme
from werkboek_desktop.workspace import Workspace

PATIENCE = 20_000
NOON = int(datetime(2026, 11, 25, 11, 0, tzinfo=UTC).timestamp())
"""Wednesday 25 November 2026: whatever the day is when the tests run."""


class Paper:
    """Two records of a kind, of which the fields of the first are shown."""

    def __init__(self, folder: Path, qtbot: QtBot, kind: str, *fields: str) -> None:
        self.qtbot = qtbot
        dress(Theme(Look.LIGHT))
        here = App.of_this_computer()
        app = App(folder / "computer", lambda: NOON, here.entropy)
        self.workspace = Workspace.create(folder / "p.werkboek", app, name="Proef", author="Marit de Wit")
        self.session = Session(self.workspace)
        declared = schema.kind(kind)
        assert declared
        owner = None
        if declared.owners:
            owner = str(self.workspace.create_record(declared.owners[0]).record)
        self.record = str(self.workspace.create_record(kind, owner).record)
        self.other = str(self.workspace.create_record(kind, owner).record)
        self.grid = FieldGrid([field for field in declared.fields if field.key in fields], self.session)
        self.elsewhere = QPushButton("elders")
        self.window = QWidget()
        qtbot.addWidget(self.window)
        box = QVBoxLayout(self.window)
        box.addWidget(self.grid)
        box.addWidget(self.elsewhere)
        self.show(self.record)
        self.window.resize(688, 500)
        self.window.show()
        qtbot.waitUntil(self._is_in_front, timeout=PATIENCE)

    def _is_in_front(self) -> bool:
        self.window.activateWindow()
        return self.window.isActiveWindow()

    def show(self, record: RecordId) -> None:
        """Shows a record, as a form does when somebody goes to another one."""
        self.grid.leave()
        self.grid.show_record(self.workspace.record(record))
        QApplication.processEvents()

    def row(self, field: str) -> FieldRow:
        """The row of a field."""
        return self.grid.rows[field]

    def enter(self, field: str) -> QWidget:
        """Puts the keyboard in a field, and waits for what one can refer to there."""
        self.row(field).editor.setFocus(Qt.FocusReason.TabFocusReason)
        self.wait(lambda: not self.session.beside.busy())
        focus = QApplication.focusWidget()
        assert focus
        return focus

    def type(self, field: str, text: str) -> QWidget:
        """Types in a field, in place of what stands there."""
        focus = self.enter(field)
        self.press(focus, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self.qtbot.keyClicks(focus, text)
        return focus

    def press(
        self,
        at: QWidget,
        key: Qt.Key,
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        """Presses one key."""
        self.qtbot.keyClick(at, key, modifiers)

    def leave(self) -> None:
        """Goes on with the keyboard elsewhere; a list that hangs open gets the first Escape."""
        if pop_up := QApplication.activePopupWidget():
            self.press(pop_up, Qt.Key.Key_Escape)
        self.elsewhere.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()

    def said(self, field: str) -> str:
        """What stands under a field."""
        return self.saying(field).words()

    def saying(self, field: str) -> Saying:
        """The line under a field."""
        found = self.row(field).findChild(Saying)
        assert isinstance(found, Saying)
        QApplication.processEvents()
        return found

    def accept(self, field: str) -> None:
        """Does what the line under a field offers, by a real click."""
        offered = [each for each in self.saying(field).findChildren(QPushButton) if each.isVisible()]
        assert len(offered) == 1
        self.qtbot.mouseClick(offered[0], Qt.MouseButton.LeftButton)

    def value(self, field: str, record: RecordId = "") -> Value:
        """What the project says."""
        return self.workspace.record(record or self.record).value(field)

    def wait(self, until: Callable[[], bool]) -> None:
        """Lets the work beside the window end."""
        self.qtbot.waitUntil(until, timeout=PATIENCE)

    def close(self) -> None:
        """Lets the project go."""
        self.window.close()
        self.session.close()
