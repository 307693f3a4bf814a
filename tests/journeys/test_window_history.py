"""What a colleague changed is read, traced and put back, by keys alone, and arrives on the other computer."""

import pytest
from PySide6.QtWidgets import QApplication, QMenu

from tests.journeys.keyboard import Keyboard
from tests.ui.room import PATIENCE, START, YUSUF, Room
from werkboek_desktop.ui.forms.history import HistoryView
from werkboek_desktop.ui.pages.news import RecordNews
from werkboek_desktop.ui.prose.input import ProseInput
from werkboek_desktop.ui.prose.marks import Layer
from werkboek_desktop.workspace import Workspace

CAME = "Later kwam er licht."


@pytest.fixture
def room(room: Room) -> Room:
    room.workspace.saw(room.case)
    return room


def news(room: Room) -> RecordNews:
    found = room.page().news
    assert found
    return found


def text(room: Room) -> ProseInput:
    focus = QApplication.focusWidget()
    assert isinstance(focus, ProseInput)
    return focus


def told(room: Room) -> str:
    return room.office.notices.shown()[-1].text


def go_to_the_first_change(room: Room, hands: Keyboard) -> None:
    """The cursor stands before what came."""
    hands.press("Ctrl+F8")
    assert hands.is_at("In het kort")
    assert text(room).textCursor().position() == len(f"{START} ")
    assert news(room).words.text().startswith("1 van 2: In het kort · Yusuf Şahin · ")
    room.qtbot.waitUntil(lambda: bool(text(room).marks(Layer.CHANGED)), timeout=PATIENCE)


def ask_who_wrote(room: Room, hands: Keyboard) -> None:
    """By key, in the menu of a sentence, and of a field that is no text."""
    hands.press("Ctrl+Shift+W")
    assert told(room).startswith("Deze zin schreef Yusuf Şahin, ")
    hands.press("Ctrl+Home")
    hands.press("Ctrl+Shift+W")
    assert told(room).startswith("Deze zin schreef Marit de Wit, ")

    menu = QMenu()
    text(room).menu_opens.emit(menu, len(f"{START} {CAME}"))
    menu.actions()[-2].trigger()
    room.settle()
    assert told(room).startswith("Deze zin schreef Yusuf Şahin, ")
    menu.deleteLater()

    hands.press("Ctrl+F8")
    hands.press("Ctrl+Shift+W")
    assert " schreef Yusuf Şahin, " in told(room)
    assert told(room).startswith("‘Kosten")


def put_back(room: Room, hands: Keyboard) -> None:
    """The text is compared with what stood there first, and that is written again."""
    hands.press("Ctrl+F8")
    assert hands.is_at("In het kort")
    hands.press("Ctrl+Shift+H")
    (view,) = (each for each in room.page().findChildren(HistoryView) if each.isVisible())
    assert hands.is_at("Wijzigingen")
    assert {each.field for each in view.model.moments} == {"summary"}
    hands.press("End")
    hands.to("Vergelijk met")
    hands.press("End")
    assert "erbij: Later kwam er licht" in view.text.accessibleDescription() or CAME in view.text.toPlainText()
    hands.to("Deze versie terugzetten")
    hands.press("Space")
    assert room.value("summary") == START


def arrives(room: Room) -> None:
    """The other computer has it too, and all that went before."""
    out = room.folder / "terug.wbx"
    room.workspace.export(out)
    room.to_yusuf(out)
    with Workspace.open(room.folder / YUSUF, room.yusuf, author="Yusuf Şahin") as his:
        assert his.record(room.case).value("summary") == START
        assert [each.author for each in his.log(room.case) if each.field == "summary"] == [
            "Marit de Wit",
            "Yusuf Şahin",
            "Marit de Wit",
        ]


def test_what_changed_is_read_traced_and_put_back(room: Room) -> None:
    hands = Keyboard(room)
    room.workspace.import_([room.from_yusuf(summary=f"{START} {CAME}", costs="80000")])
    room.settle()
    room.qtbot.waitUntil(lambda: news(room).isVisible(), timeout=PATIENCE)
    assert news(room).words.text() == "Sinds je laatste bezoek: 2 plekken gewijzigd door Yusuf Şahin."

    go_to_the_first_change(room, hands)
    ask_who_wrote(room, hands)
    put_back(room, hands)
    hands.press("Ctrl+Shift+F8")
    assert not news(room).isVisible()
    assert room.workspace.news(room.case).places == ()

    arrives(room)
    assert hands.presses <= 30, hands.presses


def test_what_undo_left_leads_to_the_comparison(room: Room) -> None:
    hands = Keyboard(room)
    room.row("title")
    hands.type(" Noord")
    room.leave()
    room.workspace.import_([room.from_yusuf(title="Zuid")])
    hands.press("Ctrl+Z")
    left = room.office.notices.shown()[-1]
    assert left.action == "Vergelijk"
    assert left.act
    left.act()
    room.settle()
    (view,) = (each for each in room.page().findChildren(HistoryView) if each.isVisible())
    assert {each.field for each in view.model.moments} == {"title"}
    assert hands.is_at("Wijzigingen")
