"""Two windows on one project: they stay in step, and nobody writes against themselves."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.room import PATIENCE, START, Room
from werkboek_desktop.domain.fields import Kind
from werkboek_desktop.domain.view import Status
from werkboek_desktop.ui.forms.editor import LineEditor, ProseEditor
from werkboek_desktop.ui.forms.field_row import FieldRow
from werkboek_desktop.ui.shell.office import Office
from werkboek_desktop.ui.shell.window import MainWindow
from werkboek_desktop.ui.widgets.slide import SlidePanel
from werkboek_desktop.workspace import Workspace


def another(room: Room) -> Office:
    """Presses Ctrl+Shift+N; the new window stands in front on the same case."""
    room.qtbot.keySequence(QApplication.focusWidget() or room.window, QKeySequence("Ctrl+Shift+N"))
    office = room.desk.offices[-1]
    assert office is not room.office
    room.qtbot.waitUntil(to_front(office), timeout=PATIENCE)
    room.qtbot.waitUntil(lambda: office.window.records.current_page() is not None, timeout=PATIENCE)
    return office


def to_front(office: Office) -> Callable[[], bool]:
    def is_in_front() -> bool:
        office.window.activateWindow()
        return office.window.isActiveWindow()

    return is_in_front


def go_into(room: Room, office: Office, field: str) -> FieldRow:
    """Clicks into a field of the case in a window."""
    room.qtbot.waitUntil(to_front(office), timeout=PATIENCE)
    page = office.window.records.current_page()
    assert page
    page.reveal(room.case, field)
    (row,) = [row for row in page.findChildren(FieldRow) if row.field.key == field and row.isVisible()]
    assert isinstance(row.editor, LineEditor | ProseEditor)
    if isinstance(row.editor, ProseEditor):
        row.editor.go_to_end()
    else:
        row.editor.input.end(False)
    return row


def type_in(room: Room, office: Office, field: str, text: str) -> None:
    row = go_into(room, office, field)
    assert isinstance(row.editor, LineEditor | ProseEditor)
    room.qtbot.keyClicks(row.editor.input, text)


def test_a_new_window_shows_the_same_record(room: Room) -> None:
    other = another(room)
    page = other.window.records.current_page()
    assert page
    assert page.record == room.case
    assert other.session is room.office.session


class FirstPaint(QObject):
    """Notes what a window showed when its rail was first painted."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.shown: list[Kind | None] = []
        window.rail.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Only looks."""
        if event.type() == QEvent.Type.Paint:
            self.shown.append(self._window.records.kind)
        return False


def test_a_new_window_is_on_screen_before_it_shows_the_same(room: Room) -> None:
    window = room.desk.open_window().window
    paint = FirstPaint(window)
    room.qtbot.waitUntil(lambda: window.records.current_page() is not None, timeout=PATIENCE)
    assert paint.shown[0] is None


def test_a_window_has_no_panels_until_somebody_asks_for_one(room: Room) -> None:
    window = another(room).window
    assert window.findChildren(SlidePanel) == []
    room.qtbot.mouseClick(window.rail.search, Qt.MouseButton.LeftButton)
    (panel,) = window.findChildren(SlidePanel)
    assert panel.isVisible()


def test_what_is_written_in_one_window_stands_in_the_other(room: Room) -> None:
    other = another(room)
    type_in(room, room.office, "title", " in maart")
    room.leave()
    room.settle()
    row = go_into(room, other, "title")
    assert row.editor.read().value == "De Kolenbuurt in maart"
    assert "De Kolenbuurt in maart" in str(other.window.records.list.model.index(0).data())


def test_two_windows_in_one_field_write_one_text(room: Room) -> None:
    other = another(room)
    type_in(room, room.office, "summary", " Tot mei.")
    type_in(room, other, "summary", " En toen niet meer.")
    type_in(room, room.office, "summary", " Jammer.")
    room.leave()
    view = room.workspace.record(room.case).fields["summary"]
    assert view.value == f"{START} Tot mei. En toen niet meer. Jammer."
    assert view.status is Status.SETTLED
    assert len(view.heads) == 1


def test_two_windows_in_one_short_field_write_one_value(room: Room) -> None:
    other = another(room)
    for office, text in ((room.office, " in"), (other, " de"), (room.office, " lente")):
        type_in(room, office, "title", text)
    room.leave()
    assert room.value("title") == "De Kolenbuurt in de lente"
    assert room.workspace.record(room.case).fields["title"].status is Status.SETTLED


def test_closing_one_seals_what_was_typed_there_and_the_project_stays_open(room: Room) -> None:
    other = another(room)
    type_in(room, other, "summary", " Tot mei.")
    other.window.close()
    room.settle()
    assert room.desk.offices == [room.office]
    assert room.value("summary") == f"{START} Tot mei."
    type_in(room, room.office, "summary", " Ja.")
    room.leave()
    assert room.value("summary") == f"{START} Tot mei. Ja."


def test_the_last_window_lets_the_file_go(room: Room) -> None:
    other = another(room)
    gone: list[str] = []
    room.desk.closed.connect(lambda: gone.append("file"))
    room.window.close()
    assert gone == []
    type_in(room, other, "summary", " Tot mei.")
    other.window.close()
    assert gone == ["file"]
    with Workspace.open(room.file, room.marit) as again:
        assert again.record(room.case).value("summary") == f"{START} Tot mei."


def test_what_is_told_stands_in_the_window_in_which_somebody_works(room: Room) -> None:
    other = another(room)
    room.workspace.create_record("case", None, {"title": "Weg ermee"})
    go_into(room, room.office, "title")
    page = room.page()
    page.delete.emit(room.case)
    room.settle()
    assert room.office.notices.shown()
    assert other.notices.shown() == []


@pytest.fixture
def torn(room: Room) -> Room:
    """The summary has two versions."""
    bundle = room.from_yusuf(summary=START.replace("Niemand deed open.", "Eén deur ging open."))
    room.workspace.set_field(room.case, "summary", START.replace("Niemand deed open.", "De deur bleef dicht."))
    room.workspace.import_([bundle])
    room.settle()
    return room


def choose_in(room: Room, office: Office) -> ProseEditor:
    """Goes to the two versions in a window; the editor that one writes in."""
    room.qtbot.waitUntil(to_front(office), timeout=PATIENCE)
    if office.navigation.current() is not office.settling.page:
        office.settling.choose(room.case, "summary")
    office.settling.page.focus_own()
    return office.settling.page.findChildren(ProseEditor)[-1]


def test_what_is_written_between_versions_in_one_window_goes_on_in_the_other(torn: Room) -> None:
    other = another(torn)
    choose_in(torn, other)
    torn.qtbot.keyClicks(choose_in(torn, torn.office).input, " Half")
    choose_in(torn, other)
    torn.settle()
    torn.qtbot.keyClicks(choose_in(torn, other).input, " af.")
    other.settling.page.use()
    view = torn.workspace.record(torn.case).fields["summary"]
    assert view.status is Status.SETTLED
    assert str(view.value).endswith(" Half af.")


def test_what_was_settled_in_one_window_is_no_question_in_the_other(torn: Room) -> None:
    other = another(torn)
    choose_in(torn, other)
    choose_in(torn, torn.office)
    torn.office.settling.page.take(1)
    torn.office.settling.page.use()
    torn.settle()
    assert other.navigation.current() is other.window.records
    assert torn.workspace.record(torn.case).fields["summary"].status is Status.SETTLED


def test_no_window_closes_while_another_is_made_anew_and_each_does_after_that(room: Room, qtbot: QtBot) -> None:
    second = room.desk.open_window().window
    room.settle()
    room.desk.session.put_setting("theme", "dark")
    room.desk.dresser._redress()
    assert not second.close()
    assert not room.window.close()
    qtbot.waitUntil(lambda: len(room.desk.offices) == 2 and not room.desk.dresser.is_busy(), timeout=PATIENCE)
    room.office = room.desk.offices[0]
    assert second.close()
    qtbot.waitUntil(lambda: len(room.desk.offices) == 1, timeout=PATIENCE)


def test_what_is_typed_in_a_window_that_waits_for_another_to_be_made_anew_arrives(room: Room, qtbot: QtBot) -> None:
    second = room.desk.open_window().window
    room.settle()
    second.records.list.field.setFocus()
    room.desk.session.put_setting("theme", "dark")
    room.desk.dresser._redress()
    qtbot.keyClick(second.windowHandle(), "k")
    qtbot.waitUntil(lambda: len(room.desk.offices) == 2 and not room.desk.dresser.is_busy(), timeout=PATIENCE)
    room.office = room.desk.offices[0]
    qtbot.waitUntil(lambda: second.records.list.field.text() == "k", timeout=PATIENCE)
    assert second.close()


def test_a_window_that_is_made_anew_in_its_first_turn_hears_its_keys(room: Room, qtbot: QtBot) -> None:
    room.desk.session.put_setting("theme", "dark")
    second = room.desk.open_window().window
    room.desk.dresser._redress()
    qtbot.waitUntil(lambda: len(room.desk.offices) == 2 and not room.desk.dresser.is_busy(), timeout=PATIENCE)
    room.office = room.desk.offices[0]
    qtbot.waitUntil(lambda: bool(second.records.list.ids()), timeout=PATIENCE)
    second.records.list.field.setFocus()
    qtbot.keyClick(second.windowHandle(), "k")
    assert second.records.list.field.text() == "k"
    assert second.close()
