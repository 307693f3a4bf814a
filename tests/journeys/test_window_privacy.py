"""Before a case goes to its municipality: the editor looks at every sentence in which somebody may be recognised."""

from tests.journeys.keyboard import Keyboard
from tests.ui.room import PATIENCE, Room
from werkboek_desktop.ui.widgets.difference import ReadText

NAMED = "Jelle Hek belde aan."
STREET = "In de Kerkstraat 12 woont hij."
GROUP = "Drie jongeren uit de flat deden mee."


def comes(hands: Keyboard, sentence: str) -> None:
    """Waits as a person does until the page shows a sentence."""
    page = hands.room.office.navigation.current()

    def shown() -> list[str]:
        return [text.toPlainText() for text in page.findChildren(ReadText) if text.isVisible()]

    hands.room.qtbot.waitUntil(lambda: shown() == [sentence] * bool(sentence), timeout=PATIENCE)
    hands.settle()


def test_one_sentence_may_stay_one_is_rewritten_and_one_decision_is_undone(room: Room) -> None:
    room.workspace.set_field(room.case, "summary", f"{NAMED} {STREET} {GROUP}")
    room.settle()
    hands = Keyboard(room)
    hands.press("Ctrl+K")
    hands.enter("privacycheck")
    comes(hands, NAMED)
    hands.press("Alt+2")
    comes(hands, STREET)
    hands.press("Alt+Right")
    comes(hands, GROUP)
    hands.press("Alt+Left")
    comes(hands, STREET)
    hands.press("Ctrl+Return")
    assert hands.is_at("In het kort")
    hands.press("Ctrl+End")
    hands.press("Backspace", len(f" {STREET} {GROUP}"))
    hands.type(" Hij woont daar.")
    hands.press("Ctrl+K")
    hands.enter("privacycheck")
    comes(hands, "")
    assert room.value("summary") == f"{NAMED} Hij woont daar."
    hands.press("Ctrl+Z", 2)
    room.settle()
    assert str(room.value("summary")).endswith(GROUP)
    assert [each.is_open for each in room.workspace.privacy_of(room.case).sentences] == [True, True, True]
    assert hands.presses <= 119, hands.presses
