"""A mail that is opened elsewhere or copied from here."""

import pytest
from PySide6.QtCore import QUrl, QUrlQuery
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.mail_program import MailProgram
from werkboek_desktop.domain.proofs import Mail
from werkboek_desktop.ui.widgets.mailing import Mailing, mail_link

MAIL = Mail("Pakket & méér: 100% ‘klaar’", "Hallo Yusuf,\n\nA+B=C?\nGroet\n")


@pytest.fixture
def mailing(qtbot: QtBot) -> Mailing:
    made = Mailing("Yusuf")
    qtbot.addWidget(made)
    made.show_mail(MAIL, ["boek.wbx"])
    made.show()
    return made


def test_the_link_says_to_the_letter_what_was_written() -> None:
    link = mail_link(MAIL)
    query, decoded = QUrlQuery(link), QUrl.ComponentFormattingOption.FullyDecoded
    assert link.scheme() == "mailto"
    assert link.path() == ""
    assert query.queryItemValue("subject", decoded) == MAIL.subject
    assert query.queryItemValue("body", decoded) == MAIL.text.replace("\n", "\r\n")
    assert "+" not in bytes(link.toEncoded().data()).decode().replace("%2B", "")


def test_it_opens_in_the_mail_program_and_says_so_or_says_how_else(
    mailing: Mailing, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = MailProgram(monkeypatch)
    mailing.open_button.click()
    assert program.mail("subject") == MAIL.subject
    assert mailing.told.text() == "Je mailprogramma is geopend."
    program.there = False
    mailing.open_button.click()
    assert "Er opent geen mailprogramma." in mailing.told.text()


def test_both_parts_can_be_copied_and_it_is_told_which_mail_it_is(mailing: Mailing) -> None:
    by_name = {each.accessibleName(): each for each in mailing.findChildren(QPushButton)}
    by_name["Kopieer het onderwerp, Yusuf"].click()
    assert QGuiApplication.clipboard().text() == MAIL.subject
    by_name["Kopieer de tekst, Yusuf"].click()
    assert QGuiApplication.clipboard().text() == MAIL.text
    assert mailing.told.text() == "De tekst is gekopieerd."
    assert mailing.attached.text() == "Voeg zelf nog toe als bijlage: boek.wbx"
    assert mailing.subject.accessibleName() == "Onderwerp van de mail, Yusuf"
