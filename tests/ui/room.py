"""A real window on a real project file, and what a person at the keyboard does with it."""

from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.copies import copy_computers
from tests.ui.dressing import dress
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.values import Value
from werkboek_desktop.settings import App
from werkboek_desktop.store.first_list import first_list
from werkboek_desktop.ui.forms.editor import LineEditor, ProseEditor
from werkboek_desktop.ui.forms.field_row import FieldRow
from werkboek_desktop.ui.pages.record import RecordPage
from werkboek_desktop.ui.shell.desk import Desk
from werkboek_desktop.ui.shell.memory import STATE, Memory
from werkboek_desktop.ui.shell.window import FIRST, MainWindow
from werkboek_desktop.ui.theme.tokens import Look, Theme
from werkboek_desktop.workspace import Workspace, import_into

PATIENCE = 60_000
"""Milliseconds that anything may take on a busy machine; waiting ends when it happened."""

MARIT, YUSUF = "marit.werkboek", "yusuf.werkboek"
START = "Wij belden aan. Niemand deed open. De straat bleef stil."


def computer(folder: Path, name: str) -> App:
    """A computer of somebody's own."""
    here = App.of_this_computer()
    return App(folder / name, here.clock, here.entropy)


def memory_of(app: App, file: Path) -> Memory:
    """What a computer keeps of the windows on a file."""
    return Memory(partial(app.kept, STATE), partial(app.keep, STATE), file)


class Begun:
    """The two computers as every test finds them."""

    def __init__(self) -> None:
        self._kept = TemporaryDirectory()
        self.folder = folder = Path(self._kept.name).resolve()
        marit, yusuf = computer(folder, "marit"), computer(folder, "yusuf")
        with Workspace.create(folder / MARIT, marit, name="Ondermijning in de wijk", author="Marit de Wit") as made:
            fields: dict[str, Value] = {"title": "De Kolenbuurt", "municipalities": ("Meerdrecht",), "summary": START}
            self.case = str(made.create_record("case", None, fields | {"status": "editing", "costs": "78000"}).record)
            self.measure = str(made.create_record("measure", self.case, {"measure": "Sluiting"}).record)
            made.create_record("measure", self.case, {"measure": "Werkplek"})
            made.create_record("attendee", None, {"first_name": "Jelle", "last_name": "Hek"})
            made.export(folder / "begin.wbx")
        import_into(folder / YUSUF, yusuf, [folder / "begin.wbx"], author="Yusuf Şahin")


@cache
def _begun() -> Begun:
    return Begun()


class Room:
    """Marit's computer with an open window, and Yusuf's without one."""

    def __init__(self, folder: Path, qtbot: QtBot, *, look: Look = Look.LIGHT, scale: float = 1.0) -> None:
        self.folder = folder
        self.qtbot = qtbot
        self.marit = computer(folder, "marit")
        self.yusuf = computer(folder, "yusuf")
        self.file, self.app, self.author = folder / MARIT, self.marit, "Marit de Wit"
        dress(Theme(look, scale))
        begun = _begun()
        copy_computers(begun.folder, folder)
        self.case, self.measure = begun.case, begun.measure
        self._open()

    def _open(self) -> None:
        self.window = MainWindow()
        self.qtbot.addWidget(self.window, before_close_func=self._wait_until_whole)
        self.window.show_first(first_list(self.file, FIRST))
        self.window.show()
        self.workspace = Workspace.open(self.file, self.app, author=self.author)
        self.desk = Desk(self.workspace, memory_of(self.app, self.file), demo=False)
        self.office = self.desk.seat(self.window)
        self.window.records.show_kind(FIRST, self.case)
        self.in_front()

    def _wait_until_whole(self, _window: object) -> None:
        """One that is made anew just now does not close."""
        self.qtbot.waitUntil(lambda: not self.desk.dresser.is_busy(), timeout=PATIENCE)

    def in_front(self) -> None:
        """Waits until the keyboard is in this window: a list of suggestions that closed may have had it."""
        self.qtbot.waitUntil(self._is_in_front, timeout=PATIENCE)

    def _is_in_front(self) -> bool:
        self.window.activateWindow()  # again: a screen forgets it of a window that it does not show yet
        return self.window.isActiveWindow()

    def close(self) -> None:
        """Closes every window that is open on the project."""
        for office in tuple(self.desk.offices):
            office.window.close()

    def restart(self) -> None:
        """Closes the window and opens it again."""
        self.window.close()
        self._open()

    def sit_at(self, file: Path, app: App, author: str) -> None:
        """Closes the window; the same keyboard is at another computer from now on."""
        self.window.close()
        self.file, self.app, self.author = file, app, author
        self._open()

    def page(self) -> RecordPage:
        """The form on screen."""
        page = self.window.records.current_page()
        assert page
        return page

    def row(self, field: str, record: RecordId | None = None) -> FieldRow:
        """A field of the case, with the keyboard in it."""
        page = self.page()
        page.reveal(record or page.record, field)
        rows = [row for row in page.findChildren(FieldRow) if row.field.key == field and row.isVisible()]
        assert rows
        return rows[-1]

    def type(self, field: str, text: str) -> FieldRow:
        """Puts the keyboard in a field and types at its end."""
        row = self.row(field)
        assert isinstance(row.editor, LineEditor | ProseEditor)
        if isinstance(row.editor, ProseEditor):
            row.editor.go_to_end()
        self.qtbot.keyClicks(row.editor.input, text)
        return row

    def leave(self) -> None:
        """Goes on with the keyboard in the list."""
        self.window.records.to_list()

    def from_yusuf(self, **fields: Value) -> Path:
        """Yusuf writes in the case on his computer and sends a bundle."""
        out = self.folder / f"yusuf-{len(list(self.folder.glob('yusuf-*.wbx')))}.wbx"
        with Workspace.open(self.folder / YUSUF, self.yusuf, author="Yusuf Şahin") as his:
            for name, value in fields.items():
                view = his.record(self.case).fields.get(name)
                his.edit(self.case, name, value, view.heads if view else ())
            his.export(out)
        return out

    def to_yusuf(self, bundle: Path) -> None:
        """Yusuf reads a bundle in."""
        import_into(self.folder / YUSUF, self.yusuf, [bundle], author="Yusuf Şahin")

    def value(self, field: str) -> Value:
        """What the project says."""
        return self.workspace.record(self.case).value(field)

    def settle(self) -> None:
        """Lets everything happen that was asked for."""
        self.qtbot.waitUntil(lambda: not (self.office.jobs.busy() or self.desk.session.beside.busy()), timeout=PATIENCE)
        self.qtbot.waitUntil(lambda: not self._is_form_filling(), timeout=PATIENCE)
        QApplication.processEvents()
        if QApplication.activeWindow() is None:  # offscreen, a pop-up that closes now and then takes that along
            self.window.activateWindow()
        QApplication.processEvents()

    def _is_form_filling(self) -> bool:
        pages = [page for page in self.window.findChildren(RecordPage) if page.isVisible()]
        return any(page.form._current()._more.isActive() for page in pages)
