"""A mail that a person sends: opened in their own mail program, or copied from here. This program mails nothing."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QByteArray, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget

from werkboek_desktop.domain.difference import Stretch
from werkboek_desktop.domain.proofs import Mail
from werkboek_desktop.ui.widgets.basic import button, column, label
from werkboek_desktop.ui.widgets.difference import ReadText
from werkboek_desktop.ui.widgets.flow import flowing
from werkboek_desktop.ui.widgets.spoken import announce
from werkboek_desktop.ui.words import tr


class Mailing(QWidget):
    """Subject and text to read, to open and to copy. `about`: which of several mails on a page it is."""

    def __init__(self, about: str = "") -> None:
        super().__init__()
        self._mail = Mail("", "")
        self._about = about
        self.subject, self.text = ReadText("body"), ReadText("body")
        self.subject.setAccessibleName(self._name(tr("Onderwerp van de mail")))
        self.text.setAccessibleName(self._name(tr("Tekst van de mail")))
        self.open_button = self._button(tr("Open in mijn mailprogramma"), self.open, "mail")
        self._copies = [
            self._button(tr("Kopieer het onderwerp"), partial(self._copy, 0), "copy"),
            self._button(tr("Kopieer de tekst"), partial(self._copy, 1), "copy"),
        ]
        self.told = label("", "caption", "text2", wrap=True)
        self.told.hide()
        self.attached = label("", "body_strong", wrap=True)
        self.setLayout(
            column(
                self.attached,  # first, as what one does: a long mail would hide it
                flowing(self.open_button, *self._copies),
                self.told,
                column(label(tr("Onderwerp"), "label"), self.subject, gap=2),
                column(label(tr("Tekst"), "label"), self.text, gap=2),
                gap=10,
            )
        )

    def _name(self, name: str) -> str:
        return f"{name}, {self._about}" if self._about else name

    def _button(self, text: str, act: object, icon: str) -> QPushButton:
        assert callable(act)
        return button(text, act, "", icon, self._name(text) if self._about else "")

    def show_mail(self, mail: Mail, attach: Sequence[str] = ()) -> None:
        """This mail; `attach`: the names of the files that a person has to add, which no program can do for them."""
        self._mail = mail
        self.attached.setText(f"{tr('Voeg zelf nog toe als bijlage')}: {', '.join(attach)}")
        self.attached.setVisible(bool(attach))
        for part, words in ((self.subject, mail.subject), (self.text, mail.text)):
            part.show_stretches([Stretch(words)])
        self.told.hide()

    def open(self) -> bool:
        """Opens the mail program with it; where there is none, says that it can be copied."""
        opened = QDesktopServices.openUrl(mail_link(self._mail))
        self._tell(
            tr("Je mailprogramma is geopend.")
            if opened
            else tr("Er opent geen mailprogramma. Kopieer het onderwerp en de tekst, en plak die in je mail.")
        )
        return opened

    def _copy(self, part: int) -> None:
        QGuiApplication.clipboard().setText(self._mail[part])
        self._tell((tr("Het onderwerp is gekopieerd."), tr("De tekst is gekopieerd."))[part])

    def _tell(self, words: str) -> None:
        self.told.setText(words)
        self.told.show()
        announce(self.told, words)


def mail_link(mail: Mail) -> QUrl:
    """What opens a new mail with this in it; to whom, one says there."""
    subject, text = (_encoded(part) for part in (mail.subject, mail.text.replace("\n", "\r\n")))
    return QUrl.fromEncoded(QByteArray(f"mailto:?subject={subject}&body={text}".encode()))


def _encoded(text: str) -> str:
    return bytes(QUrl.toPercentEncoding(text).data()).decode()
