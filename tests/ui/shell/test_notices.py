"""What is told stays until it is read, can be undone, and never takes the keyboard."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QTextCursor
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton, QScrollArea, QWidget

from tests.ui.room import Room
from werkboek_desktop.domain.overview.views import View
from werkboek_desktop.errors import BundleDamaged, NoReason
from werkboek_desktop.ui.forms.editor import ProseEditor
from werkboek_desktop.ui.notice import Notice
from werkboek_desktop.ui.pages.overviews.page import OverviewsPage
from werkboek_desktop.ui.shell.notices import HEIGHT
from werkboek_desktop.ui.shell.rail import OVERVIEWS
from werkboek_desktop.ui.theme.look import theme


def tell(room: Room, text: str, action: str = "", act: object = None) -> None:
    room.office.session.told.emit(Notice(text, action, act))  # type: ignore[arg-type]


def texts(room: Room) -> list[str]:
    return [notice.text for notice in room.office.notices.shown()]


def test_it_does_not_take_the_keyboard_from_who_is_typing(room: Room) -> None:
    row = room.type("summary", " Tot")
    tell(room, "14 wijzigingen ingelezen")
    focus = QApplication.focusWidget()
    assert focus
    room.qtbot.keyClicks(focus, " mei.")
    assert str(row.editor.read().value).endswith(" Tot mei.")
    assert room.office.notices.isVisible()


def _buttons(part: QWidget) -> list[QPushButton]:
    return [each for each in part.findChildren(QPushButton) if each.isVisible()]


def button(part: QWidget, text: str) -> QPushButton:
    return next(each for each in _buttons(part) if each.text() == text)


def is_wholly_in_sight(widget: QWidget) -> bool:
    window, rect = widget.window(), widget.rect().adjusted(1, 1, -1, -1)
    points = (rect.center(), rect.topLeft(), rect.topRight(), rect.bottomLeft(), rect.bottomRight())
    return all(window.childAt(widget.mapTo(window, point)) is widget for point in points)


def disputed(room: Room) -> QPushButton:
    bundle = room.from_yusuf(summary="Wij belden drie keer aan.")
    room.workspace.set_field(room.case, "summary", "Wij belden niet aan.")
    room.workspace.import_([bundle])
    room.settle()
    room.office.settling.choose(room.case, "summary")
    return button(room.office.settling.page, "Deze tekst gebruiken")


def of_a_package(room: Room) -> QPushButton:
    room.office.navigation.look_at([room.from_yusuf(subtitle="Van Yusuf")])
    room.settle()
    return room.office.navigation.packages.read_button


def of_the_choice(room: Room) -> QPushButton:
    room.workspace.create_record("case", None, {"title": "Haven op slot", "status": "registered"})
    room.office.navigation.go(OVERVIEWS)
    room.settle()
    page = room.window.pages.currentWidget()
    assert isinstance(page, OverviewsPage)
    page.show_view(View.CHOICE)
    room.settle()
    (primary,) = (each for each in _buttons(page) if each.property("kind") == "primary")
    return primary


@pytest.mark.parametrize("lead", [disputed, of_a_package, of_the_choice])
def test_what_one_came_to_do_is_wholly_in_sight_while_something_is_told(
    room: Room, lead: Callable[[Room], QPushButton]
) -> None:
    room.window.resize(1280, 720)
    primary = lead(room)
    room.settle()
    for text in ("een", "twee"):
        tell(room, text, "Ongedaan maken", room.settle)
    room.settle()
    assert room.office.notices.isVisible()
    assert is_wholly_in_sight(primary)


def test_it_lies_over_nothing_of_the_page_and_the_page_has_its_room_back_afterwards(room: Room) -> None:
    pages, notices = room.window.pages, room.office.notices
    before = pages.height()
    tell(room, "een")
    room.settle()
    given = pages.height()
    assert given == before - notices.height()
    tell(room, "twee", "Ongedaan maken", room.settle)
    room.settle()
    assert pages.height() == given
    for card in notices.cards:
        notices._drop(card)
    room.settle()
    assert pages.height() == before


def test_of_a_long_text_the_last_lines_stay_in_sight_while_they_are_written(room: Room) -> None:
    row = room.row("summary")
    assert isinstance(row.editor, ProseEditor)
    row.editor.replace("\n".join(["Wij belden aan."] * 40))
    room.settle()
    text = row.editor.input

    def is_in_sight() -> bool:
        return text.viewport().visibleRegion().boundingRect().contains(text.cursorRect())

    def goes_to_the_end() -> bool:
        text.moveCursor(QTextCursor.MoveOperation.Start)
        text.moveCursor(QTextCursor.MoveOperation.End)
        return is_in_sight()

    room.qtbot.waitUntil(goes_to_the_end)
    tell(room, "14 wijzigingen ingelezen")
    assert room.window.pages.height() + room.office.notices.height() == room.window.rail.height()
    assert is_in_sight()


def test_a_page_that_is_read_elsewhere_stays_where_it_is(room: Room) -> None:
    row = room.row("summary")
    assert isinstance(row.editor, ProseEditor)
    row.editor.replace("\n".join(["Wij belden aan."] * 40))
    row.editor.go_to_end()
    room.settle()
    area = next(each for each in room.page().findChildren(QScrollArea) if each.isAncestorOf(row))
    bar = area.verticalScrollBar()
    bar.setValue(0)
    tell(room, "14 wijzigingen ingelezen")
    room.settle()
    assert bar.value() == 0


def test_one_comes_to_the_others_and_closes_each(room: Room) -> None:
    for text in ("een", "twee", "drie"):
        tell(room, text)
    room.settle()
    notices = room.office.notices
    assert notices.cards[2].isVisible()
    button(notices, "Nog 2 meldingen").click()
    assert [card.isVisible() for card in notices.cards] == [False, True, False]
    close = notices.cards[1].findChildren(QPushButton)[-1]
    close.setFocus()
    room.qtbot.keySequence(close, QKeySequence("Esc"))
    assert texts(room) == ["een", "drie"]
    assert notices.cards[1].isVisible()


def test_tab_leads_from_one_to_the_others_and_enter_shows_them(room: Room) -> None:
    for text in ("een", "twee"):
        tell(room, text)
    room.settle()
    notices = room.office.notices
    notices.cards[1].findChildren(QPushButton)[-1].setFocus()
    room.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    focus = QApplication.focusWidget()
    assert isinstance(focus, QPushButton)
    assert focus.text() == "Nog 1 melding"
    room.qtbot.keyClick(focus, Qt.Key.Key_Return)
    assert notices.cards[0].isVisible()


def test_the_keyboard_goes_back_to_the_page_when_there_are_no_others_any_more(room: Room) -> None:
    room.row("summary")
    tell(room, "een")
    room.office.session.told.emit(Notice("twee", passes=True))
    room.settle()
    button(room.office.notices, "Nog 1 melding").setFocus()
    room.office.notices.pass_by()
    assert texts(room) == ["een"]
    assert room.page().isAncestorOf(QApplication.focusWidget() or room.window)


def test_the_one_that_has_the_keyboard_stays_in_front(room: Room) -> None:
    tell(room, "Maatregel is verwijderd.", "Ongedaan maken", room.settle)
    room.settle()
    back = button(room.office.notices, "Ongedaan maken")
    back.setFocus()
    tell(room, "14 wijzigingen ingelezen")
    room.settle()
    assert QApplication.focusWidget() is back
    assert back.isVisible()


def test_the_fourth_takes_the_place_of_the_first(room: Room) -> None:
    for text in ("een", "twee", "drie", "vier"):
        tell(room, text)
    assert texts(room) == ["twee", "drie", "vier"]


def test_the_same_again_stands_there_once(room: Room) -> None:
    for text in ("een", "twee", "een"):
        tell(room, text)
    assert texts(room) == ["twee", "een"]


def test_f6_leads_to_it_enter_does_it_and_the_keyboard_goes_back_to_the_page(room: Room) -> None:
    done: list[str] = []
    room.row("summary")
    tell(room, "Maatregel is verwijderd.", "Ongedaan maken", lambda: done.append("terug"))
    room.settle()
    for _part in range(6):
        focus = QApplication.focusWidget()
        if focus and room.office.notices.isAncestorOf(focus):
            break
        room.qtbot.keySequence(focus or room.window, QKeySequence("F6"))
    focus = QApplication.focusWidget()
    assert isinstance(focus, QPushButton)
    assert focus.text() == "Ongedaan maken"
    room.qtbot.keySequence(focus, QKeySequence("Return"))
    assert done == ["terug"]
    assert texts(room) == []
    assert room.page().isAncestorOf(QApplication.focusWidget() or room.window)


def test_esc_closes_the_one_that_has_the_keyboard(room: Room) -> None:
    tell(room, "een")
    tell(room, "twee")
    room.settle()
    button(room.office.notices, "Nog 1 melding").click()
    close = room.office.notices.cards[0].findChildren(QPushButton)[-1]
    close.setFocus()
    room.qtbot.keySequence(close, QKeySequence("Esc"))
    assert texts(room) == ["twee"]


def test_it_stands_whole_below_the_page(room: Room) -> None:
    tell(room, "Een melding die zo lang is dat zij over meer dan een regel loopt, hoe breed het venster ook is." * 3)
    room.settle()
    notices, pages = room.office.notices, room.window.pages
    card = notices.cards[0]
    assert card.height() >= card.heightForWidth(card.width())
    assert card.visibleRegion().boundingRect() == card.rect()
    assert notices.geometry().top() == pages.geometry().bottom() + 1
    words = next(each for each in card.findChildren(QLabel) if each.text())
    assert words.mapTo(notices, words.rect().topLeft()).y() >= theme().space(4)


def test_one_of_a_line_makes_it_no_higher_than_it_is_meant(room: Room) -> None:
    tell(room, "14 wijzigingen ingelezen", "Bekijk verslag", list)
    room.settle()
    assert room.office.notices.height() == theme().px(HEIGHT)


def test_it_stands_below_a_page_that_comes_later(room: Room) -> None:
    tell(room, "14 wijzigingen ingelezen")
    card = room.office.notices.cards[0]
    room.qtbot.waitUntil(lambda: card.height() > 0)
    room.office.navigation.go("settings")
    room.settle()
    assert card.visibleRegion().boundingRect() == card.rect()


def test_what_told_of_a_recovered_text_goes_when_that_is_answered(room: Room) -> None:
    view = room.workspace.record(room.case).fields["summary"]
    room.workspace.draft(room.case, "summary", f"{view.value} Later wel.", view.heads)
    room.desk.session.begin()
    room.office.tell_recovered()
    tell(room, "14 wijzigingen ingelezen")
    row = room.row("summary")
    row.refresh()
    room.settle()
    button(row, "Behouden").click()
    assert texts(room) == ["14 wijzigingen ingelezen"]


def test_a_refusal_where_no_form_is_shown_can_be_kept_too(
    room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "details.txt"
    room.office.navigation.go("settings")
    room.office.refuse(BundleDamaged())
    room.settle()
    for chosen in ("", str(out)):  # who does not choose a place has not lost what was said
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked, place=chosen: (place, ""))
        button(room.office.notices, "Bewaar details").click()
        room.settle()
    assert "BundleDamaged damaged" in out.read_text("utf-8")
    assert [each.split(":")[0] for each in texts(room)] == ["Bewaard"]
    assert button(room.office.notices, "Open map").isVisible()
    room.office.refuse(NoReason())
    room.settle()
    assert [each.action for each in room.office.notices.shown()] == ["Open map", ""]
