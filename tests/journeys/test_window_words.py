"""By real key presses: F7 through a case, and a term that gets one spelling in fifteen cases and is taken back."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.room import PATIENCE, Room
from werkboek_desktop.domain.values import Value
from werkboek_desktop.ui.pages.replacing import ReplacingPage
from werkboek_desktop.ui.pages.terms import TermsPage
from werkboek_desktop.ui.prose.input import ProseInput
from werkboek_desktop.ui.shell.mistakes import word_of
from werkboek_desktop.ui.shell.places import REPLACING, TERMS

CASES = 15
ALT, CTRL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
NONE = Qt.KeyboardModifier.NoModifier


def press(room: Room, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyClick(QApplication.focusWidget() or room.window, key, modifier)


def comes(room: Room, word: str, where: str) -> None:
    panel = room.office.wording.panel
    room.qtbot.waitUntil(
        lambda: panel.isVisible() and panel.hit is not None and word_of(panel.hit) == word, timeout=PATIENCE
    )
    assert panel._where.text() == where


def test_f7_goes_through_a_case(room: Room) -> None:
    item = room.workspace.create_record("bottleneck", room.case, {"bottleneck": "Geen zwxb."}).record
    room.workspace.set_field(room.case, "lessons", "Een zwxa en **gemeentee**.")
    room.type("summary", " De zwxa en gemeentee.")
    panel = room.office.wording.panel
    press(room, Qt.Key.Key_F7)
    comes(room, "zwxb", "Knelpunt · 3 van 5")  # the caret stands behind those of the summary
    press(room, Qt.Key.Key_F7, SHIFT)
    comes(room, "gemeentee", "In het kort · 2 van 5")
    room.qtbot.waitUntil(lambda: "gemeente" in [each.text() for each in panel.suggestions], timeout=PATIENCE)
    nth = [each.text() for each in panel.suggestions].index("gemeente")
    press(room, Qt.Key(Qt.Key.Key_1 + nth))
    comes(room, "zwxb", "Knelpunt · 2 van 4")
    assert str(room.value("summary")).endswith("De zwxa en gemeente.")
    press(room, Qt.Key.Key_F7)
    comes(room, "zwxa", "Leerpunten en tips · 3 van 4")
    press(room, Qt.Key.Key_M)
    comes(room, "gemeentee", "Leerpunten en tips · 2 van 2")
    assert room.workspace.settings().words == ("zwxa",)
    press(room, Qt.Key.Key_Escape)
    text = QApplication.focusWidget()
    assert isinstance(text, ProseInput)
    assert text.textCursor().selectedText() == "gemeentee"
    press(room, Qt.Key.Key_F7)
    comes(room, "zwxb", "Knelpunt · 1 van 2")
    press(room, Qt.Key.Key_W)
    comes(room, "gemeentee", "Leerpunten en tips · 1 van 1")
    assert room.workspace.record(room.workspace.project.workbook).value("words") == ("zwxb",)
    assert room.workspace.record(str(item)).value("bottleneck") == "Geen zwxb."
    press(room, Qt.Key.Key_Escape)
    QTest.keyClicks(text, "gemeente")
    press(room, Qt.Key.Key_F7)
    room.qtbot.waitUntil(lambda: room.value("lessons") == "Een zwxa en **gemeente**.", timeout=PATIENCE)
    room.settle()
    assert panel.isHidden()


def test_a_term_gets_one_spelling_in_fifteen_cases_and_is_taken_back(room: Room) -> None:
    fields: dict[str, Value] = {"summary": "Email kwam. Een email en een e-mail."}
    cases = [
        str(room.workspace.create_record("case", None, {"title": f"Wijk {number}", **fields}).record)
        for number in range(CASES)
    ]

    def summaries() -> set[object]:
        return {room.workspace.record(case).value("summary") for case in cases}

    press(room, Qt.Key.Key_K, CTRL)
    QTest.keyClicks(room.office.palette.field, "termen: overal")
    room.settle()
    press(room, Qt.Key.Key_Return)
    page = room.office.navigation.page(TERMS)
    assert isinstance(page, TermsPage)
    room.qtbot.waitUntil(lambda: bool(page.cards) and page.cards[0].ways[0].hasFocus(), timeout=PATIENCE)
    assert [each.text() for each in page.cards[0].ways] == ["email", "e-mail"]
    assert page.cards[0].ways[0].accessibleName() == "Voortaan ‘email’ (30 × in 15 praktijkvoorbeelden en hoofdstukken)"
    press(room, Qt.Key.Key_2, ALT)
    room.qtbot.waitUntil(lambda: any(each.do and each.do.hasFocus() for each in page.cards), timeout=PATIENCE)
    press(room, Qt.Key.Key_Return, CTRL)
    replacing = room.office.navigation.page(REPLACING)
    assert isinstance(replacing, ReplacingPage)
    room.qtbot.waitUntil(replacing.do.hasFocus, timeout=PATIENCE)
    assert replacing.do.text() == f"Vervangen: {2 * CASES} ×"
    press(room, Qt.Key.Key_Space)
    room.qtbot.waitUntil(lambda: summaries() == {"E-mail kwam. Een e-mail en een e-mail."}, timeout=PATIENCE)
    room.qtbot.waitUntil(lambda: not replacing.ticks and not replacing.is_showing, timeout=PATIENCE)
    press(room, Qt.Key.Key_Escape)
    room.qtbot.waitUntil(page.empty.isVisible, timeout=PATIENCE)
    press(room, Qt.Key.Key_Z, CTRL)
    room.qtbot.waitUntil(lambda: summaries() == {fields["summary"]}, timeout=PATIENCE)
    assert [term.preferred for term in room.workspace.terms()] == ["e-mail"]
    both_are_right_until_that_is_taken_back(room, page)


def both_are_right_until_that_is_taken_back(room: Room, page: TermsPage) -> None:
    room.qtbot.waitUntil(lambda: bool(page.cards) and not page.is_showing, timeout=PATIENCE)
    page.cards[0].enter()
    press(room, Qt.Key.Key_0, ALT)
    room.qtbot.waitUntil(page.empty.isVisible, timeout=PATIENCE)
    assert room.workspace.terms() == []
    press(room, Qt.Key.Key_Z, CTRL)
    room.qtbot.waitUntil(lambda: bool(page.cards), timeout=PATIENCE)
