"""Another look without a restart: the same place, the same words, the keyboard where it was."""

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.room import PATIENCE, START, Room
from werkboek_desktop.ui.forms.editor import ProseEditor
from werkboek_desktop.ui.forms.tab_page import TabPage
from werkboek_desktop.ui.notice import Notice
from werkboek_desktop.ui.pages.record import RecordPage
from werkboek_desktop.ui.pages.settings import SettingsPage
from werkboek_desktop.ui.shell import position
from werkboek_desktop.ui.shell.rail import PACKAGES, SETTINGS, TODAY
from werkboek_desktop.ui.shell.window import MainWindow
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.theme.tokens import Look, Theme
from werkboek_desktop.ui.widgets.inputs import LineInput


def choose(room: Room, key: str, value: object) -> None:
    """What the page with settings does."""
    before = room.window.centralWidget()
    room.desk.session.put_setting(key, value)
    room.qtbot.waitUntil(lambda: room.window.centralWidget() is not before, timeout=PATIENCE)
    room.qtbot.waitUntil(lambda: not room.desk.dresser.is_busy(), timeout=PATIENCE)  # a second window comes after it
    room.office = room.desk.offices[0]
    room.settle()


class Flashes(QObject):
    """Notices windows that come up."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(type(watched).__name__)
        return False


def seen(room: Room) -> list[QWidget]:
    """The pages and forms that were made."""
    return [*room.window.findChildren(RecordPage), *room.office.navigation._pages.values()]


def background(widget: QWidget) -> str:
    return widget.grab().toImage().pixelColor(widget.width() // 2, widget.height() - 3).name().upper()


def test_another_theme_is_there_at_once_with_what_was_being_typed_and_the_keyboard_in_it(room: Room) -> None:
    row = room.type("summary", " Toen ging een deur open.")
    assert isinstance(row.editor, ProseEditor)
    choose(room, "theme", "dark")
    assert theme().look is Look.DARK
    assert background(room.window.rail) == theme().hex("rail").upper()
    assert room.value("summary") == f"{START} Toen ging een deur open."
    focus = room.window.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == row.field.label
    room.qtbot.keyClicks(focus, " Eindelijk.")
    room.leave()
    assert room.value("summary") == f"{START} Toen ging een deur open. Eindelijk."


def test_what_nobody_sees_goes_first_a_page_or_form_a_turn_and_the_window_works_so_long(room: Room) -> None:
    for key in (TODAY, SETTINGS, "attendee", "case"):
        room.office.navigation.go(key)
        room.settle()
    at, office, made = room.window.records.list.current(), room.desk.offices[0], len(seen(room))
    room.desk.session.put_setting("theme", "dark")
    for left in reversed(range(2, made)):  # the form, and the page before it: somebody may go back there
        room.desk.dresser._redress()
        assert (len(seen(room)), room.desk.offices, room.window.updatesEnabled()) == (left, [office], True)
    room.qtbot.waitUntil(lambda: room.desk.offices not in ([office], []), timeout=PATIENCE)
    room.office = room.desk.offices[0]
    room.qtbot.waitUntil(room.window.updatesEnabled, timeout=PATIENCE)
    assert (theme().look, room.window.records.list.current()) == (Look.DARK, at)
    room.office.navigation.go(SETTINGS)
    assert isinstance(room.office.navigation.current(), SettingsPage)


def test_tabs_that_nobody_sees_go_before_it_too_and_come_again_when_somebody_goes_there(room: Room) -> None:
    page = room.window.records.current_page()
    assert page
    bar, office = page.form.tab_bar, room.office
    for tab in (0, 1, 2):
        bar.setCurrentIndex(tab)
        room.settle()
    room.desk.session.put_setting("theme", "dark")
    for left in (2, 1):
        room.desk.dresser._redress()
        assert (len(page.findChildren(TabPage)), room.desk.offices) == (left, [office])
    bar.setCurrentIndex(1)  # somebody was quicker
    room.qtbot.waitUntil(lambda: room.desk.offices not in ([office], []), timeout=PATIENCE)
    room.office = room.desk.offices[0]
    room.qtbot.waitUntil(room.window.updatesEnabled, timeout=PATIENCE)
    again = room.window.records.current_page()
    assert again
    assert again.form.tab_bar.currentIndex() == 1


def test_a_key_that_is_pressed_while_the_window_is_made_anew_arrives_where_the_keyboard_was(room: Room) -> None:
    room.settle()
    room.window.records.list.field.setFocus()
    room.desk.session.put_setting("theme", "dark")
    room.desk.dresser._redress()  # its first turn and no other
    assert not room.window.updatesEnabled()
    room.qtbot.keyClick(room.window.windowHandle(), "k")
    room.qtbot.waitUntil(room.window.updatesEnabled, timeout=PATIENCE)
    room.settle()
    assert room.window.records.list.field.text() == "k"


def test_the_cursor_stays_in_the_middle_of_a_word(room: Room) -> None:
    row = room.row("summary")
    for _step in range(9):
        room.qtbot.keyClick(row.editor.focusProxy() or row.editor, Qt.Key.Key_Right)
    choose(room, "theme", "contrast")
    focus = room.window.focusWidget()
    assert focus is not None
    room.qtbot.keyClicks(focus, "XY")
    room.leave()
    assert room.value("summary") == "Wij beldeXYn aan. Niemand deed open. De straat bleef stil."


@pytest.mark.parametrize(("key", "value"), [("text_percent", 200), ("reading_letter", True)])
def test_size_and_letter_change_everywhere(room: Room, key: str, value: object) -> None:
    before = room.window.rail.font().family(), room.window.status.height()
    choose(room, key, value)
    assert (room.window.rail.font().family(), room.window.status.height()) != before
    assert theme() == Theme(Look.LIGHT, 2.0 if key == "text_percent" else 1.0, key == "reading_letter")


def test_the_window_stays_itself_and_its_keys_work_once(room: Room, qapp: QApplication) -> None:
    window, size, title = room.window, room.window.size(), room.window.windowTitle()
    flashes = Flashes()
    qapp.installEventFilter(flashes)
    choose(room, "text_percent", 150)
    room.office.navigation.export()
    choose(room, "text_percent", 100)
    assert flashes.seen == []
    assert (room.window, room.window.size(), room.window.windowTitle()) == (window, size, title)
    assert room.desk.offices == [room.office]
    before = len(room.workspace.rows("case"))
    room.qtbot.keyClick(room.window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    room.settle()
    assert len(room.workspace.rows("case")) == before + 1


def test_the_tab_the_search_and_the_record_are_the_same(room: Room) -> None:
    room.workspace.create_record("case", None, {"title": "De Kade"})
    room.settle()
    room.page().form.tab_bar.setCurrentIndex(2)
    room.window.records.list.field.setText("kolen")
    choose(room, "theme", "dark")
    assert room.page().record == room.case
    assert room.page().form.tab_bar.currentIndex() == 2
    assert room.window.records.list.field.text() == "kolen"


def test_bundles_that_were_looked_at_are_still_there(room: Room) -> None:
    bundle = room.from_yusuf(subtitle="Van Yusuf")
    room.office.navigation.look_at([bundle])
    room.settle()
    choose(room, "theme", "dark")
    packages = room.office.navigation.packages
    assert room.window.pages.currentWidget() is packages
    assert packages.read_button.isVisible()
    packages.read_in()
    room.settle()
    assert room.value("subtitle") == "Van Yusuf"


def test_bundles_that_were_looked_at_wait_behind_another_page_too(room: Room) -> None:
    room.office.navigation.look_at([room.from_yusuf(subtitle="Van Yusuf")])
    room.settle()
    for key in (TODAY, SETTINGS, "case"):
        room.office.navigation.go(key)
        room.settle()
    choose(room, "theme", "dark")
    assert room.window.rail.buttons[PACKAGES].accessibleName().startswith("Pakketten, 1")
    assert room.window.pages.currentWidget() is room.window.records
    room.office.navigation.go(PACKAGES)
    room.office.navigation.packages.read_in()
    room.settle()
    assert room.value("subtitle") == "Van Yusuf"


def test_a_choice_between_versions_goes_on(room: Room) -> None:
    bundle = room.from_yusuf(title="De Kolenwijk")
    room.type("title", " aan zee")
    room.leave()
    room.workspace.import_([bundle])
    room.settle()
    room.office.settling.choose(room.case, "title")
    room.office.settling.page.take(1)
    choose(room, "text_percent", 150)
    assert room.window.pages.currentWidget() is room.office.settling.page
    room.office.settling.page.use()
    room.settle()
    assert room.workspace.summary().conflicts == ()


def test_every_window_changes_and_none_is_left_out_afterwards(room: Room, qtbot: QtBot) -> None:
    second = MainWindow()
    qtbot.addWidget(second)
    second.show()
    room.desk.seat(second)
    second.show_records("attendee")
    choose(room, "theme", "dark")
    assert background(second.rail) == background(room.window.rail) == theme().hex("rail").upper()
    assert second.records.kind is not None
    assert second.records.kind.key == "attendee"
    assert len(room.desk.offices) == 2
    room.workspace.create_record("case", None, {"title": "De Kade"})
    room.settle()
    assert room.window.records.list.model.rowCount() == 2
    second.close()
    assert len(room.desk.offices) == 1


def test_nothing_of_the_window_before_goes_on(room: Room) -> None:
    before = len(room.window.children())
    for look in ("dark", "contrast", "light"):
        choose(room, "theme", look)
    room.qtbot.waitUntil(lambda: len(room.window.children()) <= before, timeout=PATIENCE)


def test_what_was_told_and_not_read_stays(room: Room) -> None:
    room.desk.session.told.emit(Notice("Nog niet gelezen."))
    choose(room, "theme", "dark")
    assert [notice.text for notice in room.office.notices.shown()] == ["Nog niet gelezen."]


def test_what_was_recovered_waits_for_its_answer(room: Room) -> None:
    heads = room.workspace.record(room.case).fields["summary"].heads
    room.workspace.draft(room.case, "summary", f"{START} Toen ging het licht uit.", heads)
    room.desk.session.begin()
    choose(room, "theme", "dark")
    assert [each.field for each in room.desk.session.drafts.recovered.values()] == ["summary"]


def test_the_list_behind_a_page_comes_back_in_a_turn_of_its_own(room: Room) -> None:
    room.office.navigation.go(TODAY)
    records = room.window.records
    there = position.whereabouts(room.office)
    records.return_to(("chapter", "", None, None, False))
    room.office.navigation.go(SETTINGS)
    pieces = position.return_to(room.office, there)
    next(pieces)
    assert room.office.navigation.key() == TODAY
    assert records.kind
    assert records.kind.key == "chapter"
    next(pieces)
    assert records.kind.key == "case"


def test_another_name_is_shown_and_signs_what_comes_next(room: Room) -> None:
    room.desk.session.put_setting("author", "Marit van Dijk")
    room.window.grab()
    assert room.workspace.settings().author == "Marit van Dijk"


def test_work_beside_the_window_is_finished_first(room: Room) -> None:
    bundle = room.from_yusuf(subtitle="Van Yusuf")
    room.office.navigation.look_at([bundle])
    assert room.office.jobs.busy()
    before = room.window.centralWidget()
    room.desk.session.put_setting("theme", "dark")
    QApplication.processEvents()
    assert room.window.centralWidget() is before or not room.office.jobs.busy()
    room.qtbot.waitUntil(lambda: room.window.centralWidget() is not before, timeout=PATIENCE)
    room.qtbot.waitUntil(room.window.updatesEnabled, timeout=PATIENCE)
    assert room.desk.offices[0].navigation.packages.model.parcels[0].report is not None
    assert room.desk.offices[0].navigation.current() is room.desk.offices[0].navigation.page(PACKAGES)


def test_where_the_look_follows_the_computer_it_changes_with_it(
    room: Room, monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    room.desk.session.put_setting("theme", "system")
    room.settle()
    monkeypatch.setattr("werkboek_desktop.ui.theme.system._of_the_computer", lambda _hints: Look.CONTRAST)
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    room.qtbot.waitUntil(lambda: theme().look is Look.CONTRAST, timeout=PATIENCE)
    room.desk.session.put_setting("theme", "light")
    room.qtbot.waitUntil(lambda: theme().look is Look.LIGHT, timeout=PATIENCE)
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    room.settle()
    assert theme().look is Look.LIGHT


def test_a_cell_that_is_written_in_keeps_its_words_and_the_keyboard(room: Room) -> None:
    page = room.page()
    page.reveal(room.measure, "measure")
    focus = QApplication.focusWidget()
    assert isinstance(focus, LineInput)
    room.qtbot.keyClicks(focus, " van panden")
    focus.setCursorPosition(3)
    choose(room, "theme", "dark")

    def is_back() -> bool:
        now = QApplication.focusWidget()
        return isinstance(now, LineInput) and now.accessibleName() == "Maatregel, maatregel 1 van 2"

    room.qtbot.waitUntil(is_back, timeout=PATIENCE)
    now = QApplication.focusWidget()
    assert isinstance(now, LineInput)
    room.qtbot.waitUntil(lambda: now.cursorPosition() == 3, timeout=PATIENCE)
    assert now.text() == "Sluiting van panden"


def test_what_is_no_date_stays_in_its_cell_too(room: Room) -> None:
    moment = str(room.workspace.create_record("timeline", room.case, {"event": "Begin"}).record)
    room.settle()
    room.page().reveal(moment, "date")
    room.qtbot.keyClicks(QApplication.focusWidget(), "ooit")
    choose(room, "text_percent", 125)

    def is_back() -> bool:
        now = QApplication.focusWidget()
        return isinstance(now, LineInput) and now.text() == "ooit" and "Datum" in now.accessibleName()

    room.qtbot.waitUntil(is_back, timeout=PATIENCE)


def test_a_short_form_of_which_the_rest_was_asked_stays_whole(room: Room) -> None:
    room.window.show_records("case", str(room.workspace.create_record("case", None, {"title": "Nieuw"}).record))
    room.settle()
    assert room.page().form.tab_bar.count() == 1
    room.page().form.show_whole()
    assert room.page().form.tab_bar.count() > 1
    choose(room, "theme", "dark")
    assert room.page().form.tab_bar.count() > 1
