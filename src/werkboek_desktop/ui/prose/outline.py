"""The headings of a text, as a list that leads to them."""

from typing import NamedTuple

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from werkboek_desktop.ui.prose.document import heading_of
from werkboek_desktop.ui.prose.input import ProseInput
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.basic import column
from werkboek_desktop.ui.widgets.slide import SlidePanel
from werkboek_desktop.ui.words import tr

_DEEPER = "\u2003"


class Heading(NamedTuple):
    """A heading, how deep, and where in the text it begins."""

    words: str
    level: int
    at: int


def headings(text: ProseInput) -> list[Heading]:
    """All of them, from the top."""
    block, found = text.document().begin(), list[Heading]()
    while block.isValid():
        if (level := heading_of(block)) and block.text().strip():
            found.append(Heading(block.text().strip(), level, block.position()))
        block = block.next()
    return found


class Outline(QListWidget):
    """Enter or a click goes to a heading; the one that the cursor is under is chosen."""

    def __init__(self) -> None:
        super().__init__()
        self._text: ProseInput | None = None
        self._headings: list[Heading] = []
        self.setAccessibleName(tr("Koppen in deze tekst"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("outline", "true")
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(lambda _index: self.go())

    def show_of(self, text: ProseInput) -> bool:
        """The headings as they are now; whether there are any."""
        self._text = text
        found = headings(text)
        if found != self._headings:
            self._headings = found
            self.clear()
            for each in found:
                item = QListWidgetItem(f"{_DEEPER * (each.level - 1)}{each.words}")
                item.setToolTip(each.words)
                item.setSizeHint(QSize(0, theme().size("hit_min")))
                self.addItem(item)
        at = text.textCursor().position()
        self.setCurrentRow(max((number for number, each in enumerate(found) if each.at <= at), default=0))
        return bool(found)

    def high(self) -> int:
        """As high as its lines are."""
        return self.count() * theme().size("hit_min") + theme().space(8)

    def go(self) -> None:
        """To the heading that is chosen, with the keyboard in the text."""
        if self._text is None or not 0 <= self.currentRow() < len(self._headings):
            return
        cursor = QTextCursor(self._text.document())
        cursor.setPosition(self._headings[self.currentRow()].at)
        self._text.setTextCursor(cursor)
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes there."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.go()
        else:
            super().keyPressEvent(event)


class OutlinePanel(SlidePanel):
    """The headings beside a form, for as long as it takes to choose one."""

    def __init__(self, over: QWidget) -> None:
        self.outline = Outline()
        content = QWidget()
        content.setLayout(column(self.outline, margins=(14, 2, 14, 16)))
        super().__init__(over, tr("Koppen in deze tekst"), content)
        self.outline.clicked.connect(lambda _index: self.slide_out())

    def ask(self, text: ProseInput) -> bool:
        """Comes where there are headings; whether there are."""
        if not self.outline.show_of(text):
            return False
        self.slide_in(self.outline)
        return True
