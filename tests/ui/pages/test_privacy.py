"""Privacycheck: the page that goes from sentence to sentence."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from tests.ui.room import PATIENCE, Room
from werkboek_desktop.domain.privacy.clearing import Ground
from werkboek_desktop.ui.pages.privacy import PrivacyPage
from werkboek_desktop.ui.shell.places import PRIVACY
from werkboek_desktop.ui.widgets.difference import ReadText

NAMED = "Jelle Hek belde aan."
STREET = "Hij woont in de Kerkstraat 12."


def opened(room: Room, record: str = "") -> PrivacyPage:
    room.workspace.set_field(room.case, "summary", f"Rust. {NAMED} {STREET}")
    room.settle()
    room.office.navigation.check_privacy(record)
    room.settle()
    page = room.office.navigation.page(PRIVACY)
    assert isinstance(page, PrivacyPage)
    return page


def words(page: PrivacyPage) -> str:
    return " | ".join(each.text() for each in page.findChildren(QLabel) if each.isVisible())


def comes(room: Room, page: PrivacyPage, sentence: str) -> None:
    """Waits until the page shows a sentence; none: that nothing asks for a decision."""

    def shown() -> list[str]:
        return [each.toPlainText() for each in page.findChildren(ReadText) if each.isVisible()]

    room.qtbot.waitUntil(lambda: shown() == [sentence] * bool(sentence), timeout=PATIENCE)


def test_each_sentence_says_where_it_stands_and_why_it_is_shown(room: Room) -> None:
    page = opened(room)
    comes(room, page, NAMED)
    assert "De Kolenbuurt · In het kort" in words(page)
    assert "Naam: Jelle Hek" in words(page)
    assert "1 van 2" in words(page)
    assert "[let op: Jelle Hek]" in next(each for each in page.findChildren(ReadText)).accessibleDescription()
    page.step(1)
    comes(room, page, STREET)
    page.step(1)
    comes(room, page, NAMED)


def test_what_was_decided_is_gone_can_be_seen_and_taken_back(room: Room) -> None:
    page = opened(room)
    page.stay(Ground.AGREED)
    comes(room, page, STREET)
    page.stay(Ground.OTHER)
    assert page.note.hasFocus()
    page.note.setText("bestaat niet")
    page.stay(Ground.OTHER)
    comes(room, page, "")
    assert not page.empty.isHidden()
    assert "Niets vraagt een besluit." in words(page)
    page.toggle()
    comes(room, page, NAMED)
    assert "Mag blijven: Deze persoon zei ja (Marit de Wit" in words(page)
    assert "Dit mag blijven | Twijfel je? Dan vraagt de zin weer een besluit" in words(page)
    page.step(1)
    comes(room, page, STREET)
    assert "Iets anders; bestaat niet" in words(page)
    page.lift()
    room.qtbot.waitUntil(lambda: "bestaat niet" not in words(page), timeout=PATIENCE)
    page.toggle()
    comes(room, page, STREET)


def test_the_keys_decide_and_lead_to_the_text_and_back(room: Room) -> None:
    page = opened(room, room.case)
    room.qtbot.waitUntil(page.text_button.hasFocus)
    room.qtbot.keyClick(page.text_button, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    comes(room, page, STREET)
    room.qtbot.keyClick(page.text_button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    room.settle()
    assert room.office.navigation.current() is room.window.records
    focus = QApplication.focusWidget()
    assert focus
    assert focus.accessibleName() == "In het kort"


def test_what_is_written_meanwhile_is_read_again(room: Room) -> None:
    page = opened(room)
    room.workspace.set_field(room.case, "summary", STREET)
    comes(room, page, STREET)
    room.workspace.create_record("attendee", None, {"first_name": "Roos", "last_name": "Vonk"})
    room.workspace.set_field(room.case, "summary", "Volgens Roos Vonk kan het.")
    comes(room, page, "Volgens Roos Vonk kan het.")


def test_a_case_without_anything_says_that_the_check_is_no_guarantee(room: Room) -> None:
    room.workspace.set_field(room.case, "summary", "Het is rustig in de wijk.")
    room.office.navigation.check_privacy(room.case)
    room.settle()
    page = room.office.navigation.page(PRIVACY)
    assert isinstance(page, PrivacyPage)
    assert "De check vindt niet alles." in words(page)
