"""What is told stays until it is read, can be undone, and never takes the keyboard."""

from PySide6.QtGui import QKeySequence, QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QTextEdit

from tests.ui.room import Room
from werkboek_desktop.ui.notice import Notice


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


def test_it_comes_where_it_hides_nothing_that_somebody_is_writing_in(room: Room) -> None:
    over, notices = room.window.pages, room.office.notices
    line = QLineEdit(over)
    line.setGeometry(over.width() - 300, over.height() - 60, 280, 40)
    line.show()
    line.setFocus()
    tell(room, "14 wijzigingen ingelezen")
    room.qtbot.waitUntil(lambda: notices.height() > 0)
    room.settle()
    assert not notices.geometry().intersects(line.geometry())
    assert QApplication.focusWidget() is line


def test_of_a_long_text_the_last_lines_stay_in_sight_while_they_are_written(room: Room) -> None:
    over, notices = room.window.pages, room.office.notices
    text = QTextEdit(over)
    text.setGeometry(0, 0, over.width(), over.height())
    text.show()
    text.setFocus()
    text.setPlainText("\n".join(["Wij belden aan."] * 200))
    text.moveCursor(QTextCursor.MoveOperation.End)
    tell(room, "14 wijzigingen ingelezen")
    room.qtbot.waitUntil(lambda: notices.height() > 0)
    room.settle()
    assert notices.geometry().bottom() < text.cursorRect().top()


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
    close = room.office.notices.cards[0].findChildren(QPushButton)[-1]
    close.setFocus()
    room.qtbot.keySequence(close, QKeySequence("Esc"))
    assert texts(room) == ["twee"]


def test_it_stands_whole_in_the_corner_of_the_page(room: Room) -> None:
    tell(room, "Een melding die zo lang is dat zij over meer dan een regel loopt, hoe breed het venster ook is.")
    room.settle()
    notices = room.office.notices
    card = notices.cards[0]
    assert card.height() >= card.sizeHint().height()
    assert notices.geometry().bottom() < room.window.pages.height()
    assert notices.geometry().right() < room.window.pages.width()


def test_it_stands_before_a_page_that_comes_later(room: Room) -> None:
    tell(room, "14 wijzigingen ingelezen")
    card = room.office.notices.cards[0]
    room.qtbot.waitUntil(lambda: card.height() > 0)
    room.office.navigation.go("settings")
    pages = room.window.pages
    assert pages.childAt(card.mapTo(pages, card.rect().center())) in {card, *card.children()}
