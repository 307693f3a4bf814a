"""Where a link goes to: a panel in which one fills in an address (Ctrl+L)."""

from textwrap import shorten

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from werkboek_desktop.domain.inline import written_address
from werkboek_desktop.ui.prose.document import fragments
from werkboek_desktop.ui.widgets.basic import button, column, label, row
from werkboek_desktop.ui.widgets.inputs import LineInput
from werkboek_desktop.ui.widgets.slide import SlidePanel, ground
from werkboek_desktop.ui.widgets.spoken import announce
from werkboek_desktop.ui.words import tr

MOST = 40
"""Letters of the words that are named over it."""


class LinkPanel(SlidePanel):
    """Makes a link of what is chosen in a text, or of the word that one stands in; with no address there is none."""

    def __init__(self, text: QTextEdit) -> None:
        self._text = text
        cursor = _chosen(text)
        self._start, self._end = cursor.selectionStart(), cursor.selectionEnd()
        self.line = LineInput("")
        self.line.setAccessibleName(tr("Adres van de link"))
        self.line.setPlaceholderText("https://")
        self.line.show_text(_address(cursor))
        self.line.returnPressed.connect(self.use)
        self._said = label(tr("Een webadres, mailadres of telefoonnummer."), "caption", "text2", wrap=True)
        use = button(tr("Maak link"), self.use, "primary", "check")
        away = button(tr("Haal de link weg"), lambda: self._put(""), "link")
        away.setVisible(bool(self.line.text()))
        content = QWidget()
        content.setLayout(column(self.line, self._said, row(use, away, 0, gap=12), 0, margins=(20, 2, 20, 16), gap=10))
        super().__init__(ground(text), _title(cursor.selectedText()), content)

    def use(self) -> None:
        """Makes the link, and goes back to the text."""
        typed = self.line.text_now().strip()
        address = written_address(typed)
        if typed and not address:
            self._said.setText(tr("Dat is geen webadres, mailadres of telefoonnummer."))
            announce(self.line, self._said.text())
            return
        self._put(address)

    def _put(self, address: str) -> None:
        form = QTextCharFormat()
        form.setAnchor(bool(address))
        form.setAnchorHref(address)
        cursor = self._text.textCursor()
        last = self._text.document().characterCount() - 1
        cursor.setPosition(min(self._start, last))
        cursor.setPosition(min(self._end, last), QTextCursor.MoveMode.KeepAnchor)
        self.slide_out()
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)
        if cursor.hasSelection():
            cursor.mergeCharFormat(form)
        elif address:
            cursor.insertText(address.split(":", 1)[1].lstrip("/"), form)
        cursor.clearSelection()
        self._text.setTextCursor(cursor)


def ask_link(text: QTextEdit) -> None:
    """Asks where the link goes to."""
    for before in ground(text).findChildren(LinkPanel):
        before.deleteLater()  # not sooner: Tab leads out of it while it closes
    panel = LinkPanel(text)
    panel.slide_in(panel.line)


def _title(words: str) -> str:
    shown = shorten(words, MOST, placeholder=" …")
    return f"{tr('Link op')} ‘{shown}’" if shown else tr("Link")


def _chosen(text: QTextEdit) -> QTextCursor:
    """What somebody chose; else the link that they stand in, or the word."""
    cursor = text.textCursor()
    if cursor.hasSelection():
        return cursor
    for part in fragments(cursor.block()):
        if part.charFormat().anchorHref() and part.position() <= cursor.position() <= part.position() + part.length():
            cursor.setPosition(part.position())
            cursor.setPosition(part.position() + part.length(), QTextCursor.MoveMode.KeepAnchor)
            return cursor
    cursor.select(QTextCursor.SelectionType.WordUnderCursor)
    return cursor


def _address(chosen: QTextCursor) -> str:
    """Where it goes to now."""
    inside = QTextCursor(chosen.document())
    inside.setPosition(min(chosen.selectionStart() + 1, chosen.selectionEnd()))
    return inside.charFormat().anchorHref()
