"""A bundle for a colleague: found, and opened by a double click."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from tests.ui.mail_program import MailProgram
from tests.ui.room import PATIENCE, Room
from werkboek_desktop.ui.pages.packages.sending import ExportPage
from werkboek_desktop.ui.widgets.mailing import Mailing
from werkboek_desktop.workspace import FromFile


def keyboard_at() -> str:
    focus = QApplication.focusWidget()
    return focus.text() if isinstance(focus, QPushButton) else type(focus).__name__


def said(page: ExportPage) -> list[str]:
    return [each.text() for each in page.findChildren(QLabel) if each.isVisible()]


def made(room: Room, out: Path) -> ExportPage:
    room.office.navigation.export()
    page = room.window.findChild(ExportPage)
    assert page
    page.where.setText(str(out))
    page.file_button.setFocus()
    room.qtbot.keyClick(page.file_button, Qt.Key.Key_Return)
    room.qtbot.waitUntil(page.make_button.isEnabled, timeout=PATIENCE)
    return page


def test_whoever_made_a_bundle_is_led_to_it_and_its_name_ends_as_a_bundle_does(room: Room) -> None:
    for name in ("voor Yusuf", "Pakket 12.5"):
        made(room, room.folder / name)
        assert (room.folder / f"{name}.wbx").exists()
        assert keyboard_at() == "Toon in map"


def test_a_name_alone_is_beside_the_workbook_and_no_name_is_asked_for_again(room: Room) -> None:
    page = made(room, room.folder / "weg.wbx")
    for text in ("", "  ", "/"):
        page.where.setText(text)
        page.make()
        room.qtbot.waitUntil(page.make_button.isEnabled, timeout=PATIENCE)
        assert page.where.hasFocus()
    page.where.setText("voor Yusuf")
    page.make()
    room.qtbot.waitUntil((room.file.parent / "voor Yusuf.wbx").exists, timeout=PATIENCE)


def test_a_refusal_leaves_the_keyboard_where_one_tries_again(room: Room) -> None:
    made(room, room.folder / "geen map" / "boek.wbx")
    assert keyboard_at() == "Verstuur met een mail"
    there = room.folder / "er is al.wbx"
    there.touch()
    page = made(room, there.with_suffix(""))
    assert page.where.hasFocus()
    assert there.read_bytes() == b""


def test_what_cannot_be_ticked_says_why_and_what_makes_it_possible(room: Room) -> None:
    room.office.navigation.export()
    page = room.window.findChild(ExportPage)
    assert page
    assert not page.since.isEnabled()
    assert "Dit kan zodra je van een collega een pakket hebt ingelezen." in said(page)
    room.workspace.import_([room.from_yusuf(subtitle="Van Yusuf")])
    page.begin()
    assert not page.since.isEnabled()
    assert "Kies eerst één collega: van de anderen is niet bekend wie wat al heeft." in said(page)
    page.to.setCurrentIndex(1)
    assert page.since.isEnabled()
    assert page.since.accessibleDescription() in said(page)
    assert page.since.accessibleDescription().startswith("Kleiner om te mailen.")


def opened(room: Room) -> ExportPage:
    room.office.navigation.export()
    page = room.office.navigation.packages.export
    settled(room)
    return page


def settled(room: Room) -> None:
    """What would go has been worked out."""
    page = room.office.navigation.packages.export
    room.qtbot.waitUntil(lambda: not page._soon.isActive(), timeout=PATIENCE)
    room.settle()


def whole(page: ExportPage) -> str:
    return " ".join(" ".join(said(page)).split())


def test_before_it_is_made_one_sees_what_goes_and_that_people_stay(room: Room) -> None:
    page = opened(room)
    assert "1 praktijkvoorbeeld en wat erbij hoort De Kolenbuurt" in whole(page)
    assert "Zonder deelnemers, aanmeldingen en contacten" in whole(page)
    assert "Past in één mail: die mag bij jou 10 MB zijn." in whole(page)
    page.people.click()
    settled(room)
    assert "Met deelnemers, aanmeldingen en contacten Op slot" in whole(page)


def test_to_a_municipality_what_may_not_leave_stays_and_says_why(room: Room) -> None:
    room.workspace.set_field(room.case, "sharing", "gemeenten")
    room.workspace.create_record("case", None, {"title": "De Kade", "sharing": "intern"})
    page = opened(room)
    page.to.setCurrentIndex(page.to.findText("Een gemeente"))
    room.qtbot.keyClicks(page.receiver.municipality.field, "Meerdrecht")
    settled(room)
    assert "1 praktijkvoorbeeld en wat erbij hoort De Kolenbuurt" in whole(page)
    assert "Dit blijft hier De Kade Dit is alleen voor de redactie." in whole(page)
    page.to.setCurrentIndex(page.to.findText("Iemand anders"))
    room.qtbot.waitUntil(lambda: "Dit is alleen voor gemeenten." in whole(page), timeout=PATIENCE)


def test_who_somebody_is_to_the_workbook_is_asked_once(room: Room) -> None:
    room.workspace.import_([room.from_yusuf(subtitle="Van Yusuf")])
    page = opened(room)
    page.to.setCurrentIndex(page.to.findText("Een gemeente"))
    room.qtbot.keyClicks(page.receiver.municipality.field, "Meerdrecht")
    page.make(sure=True)
    room.settle()
    assert room.workspace.sent()[0].to == "Gemeente Meerdrecht"
    page.to.setCurrentIndex(1)
    page.receiver.audience.setCurrentIndex(2)
    page.make(sure=True)
    room.settle()
    page = opened(room)
    assert page.to.findText("Gemeente Meerdrecht") == 2
    page.to.setCurrentIndex(2)
    assert (page.receiver.chosen().audience, page.receiver.chosen().municipality) == ("gemeente", "Meerdrecht")
    assert not page.since.isEnabled()
    page.to.setCurrentIndex(1)
    assert page.receiver.chosen().audience == "anderen"
    assert page.since.isEnabled()
    settled(room)
    assert "Krijgt alleen wat openbaar en gepubliceerd is." in whole(page)


def test_what_goes_without_a_mail_comes_on_the_same_stick_the_next_time(room: Room) -> None:
    stick = room.folder / "stick"
    stick.mkdir()
    made(room, stick / "marit.wbx")
    page = opened(room)
    assert page.where.text() == str(stick / "marit 2.wbx")
    stick.rename(room.folder / "weg")
    page = opened(room)
    assert page.where.text() == str(room.file.with_suffix(".wbx"))


def test_one_ticks_which_cases_go_and_without_a_tick_nothing_is_made(room: Room) -> None:
    other = str(room.workspace.create_record("case", None, {"title": "De Kade"}).record)
    page = opened(room)
    page.chosen.how.setCurrentIndex(1)
    settled(room)
    assert "Er is nog niets gekozen." in whole(page)
    out = room.folder / "deel.wbx"
    page.where.setText(str(out))
    page.make()
    assert page.chosen.rows.hasFocus()
    room.qtbot.keyClick(page.chosen.rows, Qt.Key.Key_Space)
    settled(room)
    assert page.chosen.only() == (other,)
    assert "1 praktijkvoorbeeld en wat erbij hoort De Kade" in whole(page)
    page.make()
    room.settle()
    assert out.exists()


def test_a_passphrase_is_seen_while_it_is_typed_and_told_how_strong_it_is(room: Room) -> None:
    page = opened(room)
    page.people.click()
    page.make()
    assert page.passphrase.hasFocus()
    assert "Er is nog geen wachtzin." in whole(page)
    page.secret.field.setText("molen kachel sloot")
    assert "Er is nog geen wachtzin." not in whole(page)
    page.secret.clear()
    room.qtbot.keyClicks(page.passphrase, "geheim")
    assert "Snel te raden." in whole(page)
    assert page.passphrase.echoMode() is page.passphrase.EchoMode.Normal
    page.secret.shown.click()
    assert page.passphrase.echoMode() is page.passphrase.EchoMode.Password
    page.passphrase.clear()
    room.qtbot.keyClicks(page.passphrase, "molen kachel sloot gitaar")
    assert "Sterk." in whole(page)


def test_what_is_too_large_for_the_mail_goes_in_more_files_and_each_in_its_own_mail(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = MailProgram(monkeypatch)
    room.office.session.put_setting("mail_limit_mb", 1)
    for number in range(3):
        made = room.workspace.create_record("case", None, {"title": f"Zwaar {number}"}).record
        room.workspace.create_record("image", str(made), {"caption": "x"})
        image = room.workspace.owned(str(made), "image")[0].id
        path = room.folder / f"{number}.bin"
        path.write_bytes(os.urandom(600_000))
        room.workspace.set_field(image, "file", FromFile(path))
    page = opened(room)
    assert "het worden 3 bestanden" in whole(page)
    out = room.folder / "groot.wbx"
    page.where.setText(str(out))
    page.make_button.click()
    room.settle()
    assert sorted(path.name for path in room.folder.glob("groot*.wbx")) == [f"groot {n} van 3.wbx" for n in (1, 2, 3)]
    assert "3 bestanden: groot 1 van 3.wbx … groot 3 van 3.wbx" in whole(page)
    assert program.mail("subject").startswith("Pakket 1 van 3 voor ons werkboek")
    for number in (1, 2, 3):
        assert f"Mail {number} van 3" in said(page)
        assert f"Voeg zelf nog toe als bijlage: groot {number} van 3.wbx" in said(page)
    names = [each.accessibleName() for each in page.findChildren(QPushButton)]
    assert "Open in mijn mailprogramma, mail 3 van 3" in names


def test_sending_back_opens_a_mail_without_anybodys_name_but_theirs(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = MailProgram(monkeypatch)
    room.workspace.import_([room.from_yusuf(subtitle="Van Yusuf")])
    page = opened(room)
    page.to.setCurrentIndex(1)
    assert page.make_button.text() == "Stuur terug"
    page.people.click()
    room.qtbot.keyClicks(page.passphrase, "molen kachel sloot gitaar")
    page.make_button.click()
    room.settle()
    text = program.mail("body")
    assert text.startswith("Hallo Yusuf Şahin,")
    assert "De wachtzin geef ik je per telefoon." in text
    assert not any(word in text for word in ("Jelle", "Hek", "molen"))
    assert "Voeg zelf nog toe als bijlage: marit.wbx" in whole(page)
    assert keyboard_at() == "Toon in map"


def test_what_one_has_to_do_oneself_is_in_sight_above_the_mail(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    MailProgram(monkeypatch)
    room.window.resize(1280, 720)
    page = opened(room)
    page.make(mails=True)
    room.settle()
    (mailing,) = page.mails.findChildren(Mailing)
    parts = (mailing.attached, mailing.open_button, mailing.told)
    room.qtbot.waitUntil(lambda: all(each.visibleRegion().boundingRect() == each.rect() for each in parts))


def test_a_bundle_without_any_case_is_not_made_before_somebody_said_so(room: Room) -> None:
    room.workspace.create_record("term", None, {"term": "Bibob"})
    page = opened(room)
    page.to.setCurrentIndex(page.to.findText("Iemand anders"))
    settled(room)
    assert "Er gaat geen enkel praktijkvoorbeeld mee Wel gaan mee: " in whole(page)
    assert "1 begrip" in whole(page)
    out = room.folder / "leeg.wbx"
    page.where.setText(str(out))
    page.make()
    room.qtbot.waitUntil(lambda: keyboard_at() == "Verstuur toch", timeout=PATIENCE)
    assert "Er is nog niets gemaakt." in whole(page)
    assert not out.exists()
    room.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    room.qtbot.waitUntil(out.exists, timeout=PATIENCE)


def test_who_has_everything_is_not_sent_an_empty_bundle_unasked(room: Room) -> None:
    first = room.folder / "eerst.wbx"
    room.workspace.export(first)
    room.to_yusuf(first)
    room.workspace.import_([room.from_yusuf()])
    page = opened(room)
    page.to.setCurrentIndex(1)
    page.since.click()
    settled(room)
    assert "Er is niets nieuws: de ander heeft alles al" in whole(page)
    out = room.folder / "niets.wbx"
    page.where.setText(str(out))
    page.make(mails=True)
    room.qtbot.waitUntil(lambda: keyboard_at() == "Verstuur toch", timeout=PATIENCE)
    assert not out.exists()


def test_who_sends_begins_at_whoever_sent_last(room: Room) -> None:
    assert opened(room).to.currentText() == "Iedereen van de redactie"
    room.workspace.import_([room.from_yusuf(subtitle="Van Yusuf")])
    assert opened(room).to.currentText().startswith("Yusuf Şahin")
