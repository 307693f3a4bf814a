"""The tab Akkoord and its panels on a real window."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from tests.ui.room import PATIENCE, START, Room
from werkboek_desktop.domain.approvals import Next, State
from werkboek_desktop.ui.akkoord.view import AkkoordView
from werkboek_desktop.ui.widgets.calendar import Calendar
from werkboek_desktop.ui.widgets.difference import Legend, ReadText
from werkboek_desktop.ui.widgets.inputs import LineInput
from werkboek_desktop.ui.widgets.marks import MarkLabel
from werkboek_desktop.workspace.agreeing import Answered, Sending

YES = Answered("Anja Bos", "municipality", "approved", "2026-11-25", conditions="Zonder straatnaam.")


def proof(room: Room) -> str:
    return str(room.workspace.make_proof(room.case, room.folder / "p.pdf", Sending("De gemeente")).changed.record)


def view(room: Room) -> AkkoordView:
    room.page().reveal(room.case, "approval")
    room.settle()
    (found,) = room.page().form._current().akkoorden()
    return found


def state(room: Room) -> State:
    return room.workspace.akkoord(room.case).stands[0].state


def said(part: QWidget) -> str:
    shown = [each.text() for each in part.findChildren(QLabel) if each.isVisible()]
    return "\n".join([*shown, *(each.accessibleName() for each in part.findChildren(MarkLabel) if each.isVisible())])


def buttons(part: QWidget) -> list[str]:
    return [each.text() for each in part.findChildren(QPushButton) if each.isVisible()]


def button(part: QWidget, text: str) -> QPushButton:
    return next(each for each in part.findChildren(QPushButton) if each.isVisible() and each.text() == text)


def test_the_tab_says_how_it_stands_and_what_to_do_now(room: Room) -> None:
    shown = view(room)
    assert "nog geen antwoord" in said(shown)
    assert QApplication.focusWidget() is button(shown, "Maak een proef")
    room.workspace.register_akkoord(proof(room), YES)
    room.qtbot.waitUntil(lambda: "Gemeente: akkoord" in said(shown), timeout=PATIENCE)
    assert "Voorwaarden: Zonder straatnaam." in said(shown)
    room.workspace.set_field(room.case, "summary", f"{START} Toch.")
    room.qtbot.waitUntil(lambda: "gewijzigd na akkoord (één zin)" in said(shown), timeout=PATIENCE)
    assert QApplication.focusWidget() is button(shown, "Bekijk wat er anders is")
    button(shown, "Verwijderen").click()
    room.settle()
    assert state(room) is State.UNASKED


def test_a_proof_keeps_the_name_it_is_given_beside_the_workbook(room: Room) -> None:
    button(view(room), "Maak een proef").click()
    room.settle()
    panel = room.office.agreements.sending()
    panel.to.setText("De gemeente")
    for text, name in (("Proef 3.11", "Proef 3.11.pdf"), (str(room.folder / "Proef v1.2.pdf"), "Proef v1.2.pdf")):
        panel.where.setText(text)
        panel.make()
        room.qtbot.waitUntil((room.folder / name).exists, timeout=PATIENCE)
        room.settle()


def test_the_day_of_a_proof_and_of_an_answer_can_be_picked(room: Room) -> None:
    proof(room)
    for opens, name in (("Maak een proef", "Antwoord vóór"), ("Leg een antwoord vast", "Op welke dag?")):
        button(view(room), opens).click()
        room.settle()
        line = next(each for each in room.window.findChildren(LineInput) if each.accessibleName() == name)
        line.setFocus()
        line.setText("25 januari 2026")
        room.qtbot.keyClick(line, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        month = QApplication.activePopupWidget()
        assert isinstance(month, Calendar)
        month.month.activated.emit(month.month.selectedDate().addDays(1))
        assert line.text() == "26 januari 2026"
        room.in_front()
        room.qtbot.keyClick(line, Qt.Key.Key_Escape)
        room.settle()


def test_what_is_refused_is_said_there_and_what_was_filled_in_stays(room: Room) -> None:
    proof(room)
    shown, agreements = view(room), room.office.agreements
    button(shown, "Leg een antwoord vast").click()
    room.settle()
    panel = agreements.answering()
    assert QApplication.focusWidget() is panel.type
    panel.function.setText("wethouder")
    panel.take_evidence(room.folder / "is er niet.eml")
    button(panel, "Leg vast").click()
    room.settle()
    assert "Van wie: dit is nog leeg." in said(panel)
    assert "Vul ‘Van wie’ in." in said(panel)
    assert QApplication.focusWidget() is panel.by
    panel.by.setText("Anja Bos")
    button(panel, "Leg vast").click()
    room.settle()
    assert "is er niet.eml" in said(panel)
    assert state(room) is State.UNASKED
    room.qtbot.keyClick(panel.by, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    button(shown, "Leg een antwoord vast").click()
    room.settle()
    assert (panel.by.text(), panel.function.text()) == ("Anja Bos", "wethouder")
    scan = room.folder / "mail.eml"
    scan.write_text("Akkoord", encoding="utf-8")
    panel.take_evidence(scan)
    button(panel, "Leg vast").click()
    room.settle()
    assert (state(room), panel.isVisible()) == (State.STANDS, False)
    room.qtbot.waitUntil(lambda: "Open het bewijs (EML)" in buttons(shown), timeout=PATIENCE)


def test_a_figure_proposes_to_ask_again_and_the_keyboard_comes_back(room: Room) -> None:
    room.workspace.register_akkoord(proof(room), YES)
    room.workspace.set_field(room.case, "costs", "79000")
    view(room)
    room.office.agreements.ask(Next.DECIDE)
    panel = room.office.agreements.changing()
    proposed = "Een getal is anders dan in de proef. Vraag het daarom opnieuw."
    room.qtbot.waitUntil(lambda: proposed in said(panel), timeout=PATIENCE)
    assert QApplication.focusWidget() is button(panel, "Opnieuw vragen")
    button(panel, "Kleine correctie, akkoord blijft").click()
    room.settle()
    assert (state(room), panel.isVisible()) == (State.STANDS, False)
    focus = QApplication.focusWidget()
    assert focus
    assert room.page().isAncestorOf(focus)
    room.office.agreements.ask(Next.DECIDE)
    room.settle()
    assert not panel.isVisible()


def test_in_a_long_text_what_is_different_is_in_sight_beside_the_choice(room: Room) -> None:
    long = " ".join(f"Dit is zin {number} van de tekst." for number in range(200))
    room.workspace.set_field(room.case, "summary", long)
    room.workspace.register_akkoord(proof(room), YES)
    room.workspace.set_field(room.case, "summary", f"{long} En dit kwam erbij.")
    shown = view(room)
    room.qtbot.waitUntil(lambda: "Bekijk wat er anders is" in buttons(shown), timeout=PATIENCE)
    button(shown, "Bekijk wat er anders is").click()
    panel = room.office.agreements.changing()
    room.qtbot.waitUntil(lambda: bool(panel.acts), timeout=PATIENCE)
    (words,) = (each.toPlainText() for each in panel.findChildren(ReadText) if not isinstance(each, Legend))
    assert (words[0], words[-19:]) == ("…", " En dit kwam erbij.")
    assert len(words) < 250
