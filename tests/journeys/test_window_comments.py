"""A round of comments over two computers: asked, sent, the sentence is moved meanwhile, answered, sent back, done."""

from tests.journeys.keyboard import Keyboard
from tests.ui.room import PATIENCE, START, YUSUF, Room
from werkboek_desktop.workspace import Workspace
from werkboek_desktop.workspace.comments import Discussion

STILL = "De straat bleef stil."


def ask(room: Room, hands: Keyboard) -> Discussion:
    """About the last sentence of a text."""
    room.row("summary")
    hands.press("Ctrl+End")
    hands.press("Ctrl+M")
    assert hands.is_at("Jouw opmerking")
    hands.type("Hoe stil was het?")
    hands.press("Ctrl+Return")
    hands.press("Esc")
    assert hands.is_at("In het kort")
    (asked,) = room.workspace.discussions()
    assert asked.now == (STILL,)
    return asked


def is_answered(room: Room, asked: Discussion) -> None:
    """By Yusuf at his computer, who moved the sentence meanwhile."""
    room.workspace.export(room.folder / "vraag.wbx")
    with Workspace.open(room.folder / YUSUF, room.yusuf, author="Yusuf Şahin") as his:
        view = his.record(room.case).fields["summary"]
        his.edit(room.case, "summary", f"{STILL} {START.removesuffix(f' {STILL}')}", view.heads)
        his.import_([room.folder / "vraag.wbx"])
        his.answer(asked.record, "Doodstil.")
        his.export(room.folder / "antwoord.wbx")
    room.workspace.import_([room.folder / "antwoord.wbx"])
    room.settle()


def thank_and_close(room: Room, hands: Keyboard) -> Discussion:
    """The answer is read at the sentence, wherever that stands now."""
    panel = room.office.remarks.panel
    hands.press("F8")
    room.qtbot.waitUntil(lambda: bool(panel.cards) and len(panel.cards[0].about.said) == 2, timeout=PATIENCE)
    assert hands.is_at("Antwoord")
    (card,) = panel.cards
    assert card.about.now == (STILL,)
    assert str(room.value("summary")).startswith(STILL)
    hands.press("Return")
    assert hands.is_at("Jouw opmerking")
    hands.type("Dank.")
    hands.press("Ctrl+Return")
    hands.press("F8")
    room.qtbot.waitUntil(lambda: hands.is_at("Antwoord"), timeout=PATIENCE)
    hands.press("Tab")
    assert hands.is_at("Klaar")
    hands.press("Space")
    (done,) = room.workspace.discussions()
    assert done.done
    first, *answers = (said.text for said in done.said)
    assert first == "Hoe stil was het?"
    assert set(answers) == {"Doodstil.", "Dank."}
    return done


def ask_about_a_measure(room: Room, hands: Keyboard) -> None:
    """An item of a list; what was typed before one left is there again."""
    panel = room.office.remarks.panel
    hands.press("Esc")
    room.page().reveal(room.measure, "measure")
    hands.press("Ctrl+M")
    hands.type("Hoe lang?")
    hands.press("Esc")
    hands.press("Ctrl+M")
    hands.press("Ctrl+Return")
    about = next(each for each in room.workspace.discussions() if not each.done)
    assert (about.part, about.said[0].text) == (room.measure, "Hoe lang?")
    room.qtbot.waitUntil(lambda: len(panel.cards) == 1, timeout=PATIENCE)
    hands.to("Klaar 1")
    hands.press("Space")


def test_asked_here_answered_there_and_done(room: Room) -> None:
    hands = Keyboard(room)
    is_answered(room, ask(room, hands))
    done = thank_and_close(room, hands)
    ask_about_a_measure(room, hands)
    assert [card.about.record for card in room.office.remarks.panel.cards] == [done.record]
    assert hands.presses <= 150, hands.presses
