"""Ctrl+K with real keys: what is found, where Enter leads, and where Esc goes back to."""

import pytest
from PySide6.QtGui import QFontMetrics, QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from tests.ui.room import PATIENCE, START, Room
from werkboek_desktop.domain.overview.views import LABELS, View
from werkboek_desktop.settings import SETTINGS
from werkboek_desktop.ui.pages.overviews.page import OverviewsPage
from werkboek_desktop.ui.pages.packages.tabs import CONTACTS
from werkboek_desktop.ui.pages.settings import SettingsPage
from werkboek_desktop.ui.prose.input import ProseInput
from werkboek_desktop.ui.shell.found import ROW, Found, in_sight
from werkboek_desktop.ui.shell.rail import TODAY
from werkboek_desktop.ui.theme.look import theme


def ask(room: Room, query: str) -> None:
    """Presses Ctrl+K and types."""
    room.qtbot.waitUntil(lambda: bool(room.desk.finder.names("kolen")), timeout=PATIENCE)
    press(room, room.window, "Ctrl+K")
    field = QApplication.focusWidget()
    assert field is room.office.palette.field
    room.qtbot.keyClicks(field, query)


def press(room: Room, widget: QWidget, keys: str) -> None:
    room.qtbot.keySequence(widget, QKeySequence(keys))


def lines(room: Room) -> list[str]:
    model = room.office.palette.model
    return [str(model.index(at).data()) for at in range(model.rowCount())]


def chosen(room: Room) -> str:
    row = room.office.palette.rows.currentIndex().data(ROW)
    return row.title if isinstance(row, Found) else ""


def test_the_keyboard_goes_in_and_esc_brings_it_back_to_where_one_was_typing(room: Room) -> None:
    room.row("summary")
    before = QApplication.focusWidget()
    assert before
    ask(room, "kolen")
    press(room, room.office.palette.field, "Esc")
    assert room.office.palette.isHidden()
    assert QApplication.focusWidget() is before


def test_a_case_is_found_by_its_title_and_enter_opens_it(room: Room) -> None:
    room.workspace.create_record("case", None, {"title": "Ogen en oren in de haven"})
    room.settle()
    room.office.navigation.go("attendee")
    ask(room, "kolen")
    assert lines(room)[:2] == ["Op naam", "De Kolenbuurt, Praktijkvoorbeeld · Meerdrecht"]
    press(room, room.office.palette.field, "Return")
    room.settle()
    assert room.page().record == room.case
    assert room.page().isAncestorOf(QApplication.focusWidget() or room.window)


def test_what_was_made_since_is_found_too(room: Room) -> None:
    ask(room, "")
    press(room, room.office.palette.field, "Esc")
    room.workspace.create_record("case", None, {"title": "Ogen en oren in de haven"})
    ask(room, "ogen")
    room.qtbot.waitUntil(lambda: "Ogen en oren in de haven, Praktijkvoorbeeld" in lines(room), timeout=PATIENCE)


def test_text_arrives_after_names_with_the_words_around_it_and_leads_to_its_field(room: Room) -> None:
    room.office.navigation.go("attendee")
    ask(room, "niemand deed")
    room.qtbot.waitUntil(lambda: "In de tekst" in lines(room), timeout=PATIENCE)
    assert any("Niemand deed open" in line for line in lines(room))
    press(room, room.office.palette.field, "Return")
    room.settle()
    focus = QApplication.focusWidget()
    assert focus
    assert room.row("summary").isAncestorOf(focus)
    assert isinstance(focus, ProseInput)
    assert focus.textCursor().position() == START.index("Niemand")


def test_the_first_words_go_where_the_found_one_would_be_out_of_sight(qapp: QApplication) -> None:
    plain, bold = (QFontMetrics(theme().font(role)) for role in ("caption", "label"))
    whole = "Vernieuwende ideeën: …een slot dat de dag kan openen, met een «sleutel» die bij «sleutel» twee hoort…"
    room = plain.horizontalAdvance("Vernieuwende ideeën: …kan openen, met een ") + bold.horizontalAdvance("sleutel")
    short = "Vernieuwende ideeën: …kan openen, met een «sleutel» die bij «sleutel» twee hoort…"
    assert in_sight(whole, room) == short
    assert in_sight(short, room) == short
    assert in_sight(whole, 20) == "Vernieuwende ideeën: …«sleutel» die bij «sleutel» twee hoort…"
    assert in_sight("Praktijkvoorbeeld · Meerdrecht", 20) == "Praktijkvoorbeeld · Meerdrecht"


def test_arrows_walk_over_headings(room: Room) -> None:
    ask(room, "de")
    field = room.office.palette.field
    first = chosen(room)
    assert first == "De Kolenbuurt"
    for _row in range(20):
        press(room, field, "Down")
        assert chosen(room)
    assert chosen(room) != first
    for _row in range(20):
        press(room, field, "Up")
    assert chosen(room) == first
    assert field.hasFocus()


def test_a_command_is_done_and_shows_its_keys(room: Room) -> None:
    ask(room, "toetsen")
    assert "Alle toetsen, F1" in lines(room)
    press(room, room.office.palette.field, "Return")
    assert room.office.navigation.current() is room.office.navigation.page("keys")


def test_a_destination_is_gone_to(room: Room) -> None:
    ask(room, "aanmeld")
    press(room, room.office.palette.field, "Return")
    assert room.window.records.kind
    assert room.window.records.kind.key == "signup"


def test_nothing_found_is_said(room: Room) -> None:
    ask(room, "xqzxqz")
    assert lines(room) == []
    assert room.office.palette._nothing.text() == "Niets gevonden voor ‘xqzxqz’."


@pytest.mark.parametrize("keys", ["Return", "Space"])
def test_the_field_in_the_rail_opens_it(room: Room, keys: str) -> None:
    room.window.rail.search.setFocus()
    press(room, room.window.rail.search, keys)
    assert room.office.palette.isVisible()


def test_an_answer_to_an_older_question_is_not_shown(room: Room) -> None:
    ask(room, "niemand")
    room.qtbot.waitUntil(lambda: "In de tekst" in lines(room), timeout=PATIENCE)
    room.qtbot.keyClicks(room.office.palette.field, "xq")
    assert "In de tekst" not in lines(room)
    room.desk.finder.found.emit("niemand", room.workspace.passages("niemand", 8))
    assert "In de tekst" not in lines(room)


def test_what_is_gone_meanwhile_is_said_to_be_gone(room: Room) -> None:
    room.office.navigation.go("attendee")
    ask(room, "kolen")
    room.workspace.delete(room.case)
    press(room, room.office.palette.field, "Return")
    assert "Dit is er niet meer." in [notice.text for notice in room.office.notices.shown()]
    assert room.window.records.kind
    assert room.window.records.kind.key == "attendee"


def test_every_view_of_the_overviews_is_found_and_shown(room: Room) -> None:
    for view in View:
        ask(room, LABELS[view])
        assert chosen(room) == f"Overzichten: {LABELS[view]}"
        press(room, room.office.palette.field, "Return")
        room.settle()
        page = room.office.navigation.current()
        assert isinstance(page, OverviewsPage)
        assert page.board.view is view
        assert page.board.isAncestorOf(QApplication.focusWidget() or room.window)


def test_every_setting_is_found_and_has_the_keyboard(room: Room) -> None:
    for entry in SETTINGS:
        room.office.navigation.go(TODAY)
        ask(room, entry.label)
        assert f"Instellingen: {entry.label}" in lines(room)
        while chosen(room) != f"Instellingen: {entry.label}":
            press(room, room.office.palette.field, "Down")
        press(room, room.office.palette.field, "Return")
        room.settle()
        page = room.office.navigation.current()
        assert isinstance(page, SettingsPage)
        assert page.rows[entry.key].isAncestorOf(QApplication.focusWidget() or room.window), entry.key


def test_the_double_click_is_found_and_done(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(room.folder / "share"))
    ask(room, "dubbelklik")
    press(room, room.office.palette.field, "Return")
    assert (room.folder / "share" / "applications" / "werkboek.desktop").is_file()
    assert "opent nu dit programma" in room.office.notices.shown()[-1].text


def test_undo_and_redo_say_what_they_are_about(room: Room) -> None:
    room.workspace.steps.done.clear()
    room.workspace.delete(room.measure)
    ask(room, "ongedaan")
    step = "Maatregel ‘Sluiting’ verwijderd uit ‘De Kolenbuurt’"
    assert any(line.startswith(f"Ongedaan maken, ook wat je elders deed, {step}") for line in lines(room))
    press(room, room.office.palette.field, "Return")
    room.settle()
    ask(room, "toch weer")
    assert any(line.startswith(f"Toch weer doen, {step}") for line in lines(room))


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("mist", "Pakketten: wat mist er, en wat wiste een collega?"),
        ("pakket", "Een pakket versturen"),
        ("contact", "Contacten: wie ken je, en met welke sleutel?"),
        ("sleutel", "Contacten: wie ken je, en met welke sleutel?"),
        ("wissen", "Voorgoed wissen (AVG): wat je ziet, met alles wat erbij hoort"),
        ("stick", "Stickwissel: pakketten uitwisselen met een stick"),
    ],
)
def test_what_people_call_the_exchange_is_found(room: Room, query: str, title: str) -> None:
    ask(room, query)
    assert any(line.startswith(title) for line in lines(room))


def test_who_asks_to_erase_is_not_led_to_what_a_colleague_erased(room: Room) -> None:
    ask(room, "wissen")
    assert chosen(room).startswith("Voorgoed wissen (AVG)")


def test_where_nothing_is_missing_that_is_said(room: Room) -> None:
    ask(room, "mist")
    press(room, room.office.palette.field, "Return")
    room.settle()
    said = [each.text() for each in room.window.status.findChildren(QLabel)]
    assert "Er mist geen pakket, en niemand wil iets wissen." in said


def test_an_empty_list_has_not_the_keyboard(room: Room) -> None:
    press(room, room.window, "Ctrl+Shift+E")
    ask(room, "mist")
    press(room, room.office.palette.field, "Return")
    room.settle()
    focus = QApplication.focusWidget()
    assert isinstance(focus, QPushButton)
    assert focus.text() == "Kies bestanden"


def test_contacts_are_two_words_away(room: Room) -> None:
    ask(room, "sleutel")
    press(room, room.office.palette.field, "Return")
    packages = room.office.navigation.packages
    assert room.office.navigation.current() is packages
    assert packages.tabs.current() == CONTACTS
