"""Text with what is new underlined and what went struck through: never by colour alone."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QTextEdit

from werkboek_desktop.domain.difference import Stretch, Tone
from werkboek_desktop.ui.theme.look import line_height, theme
from werkboek_desktop.ui.words import tr


class ReadText(QTextEdit):
    """Text to read, as high as it is long. It can be selected by keyboard; Tab goes on."""

    def __init__(self, role: str = "prose") -> None:
        super().__init__()
        self._role = role
        self.setProperty("bare", "true")
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)

    def show_stretches(self, stretches: Sequence[Stretch]) -> None:
        """Shows text; a screen reader gets it with the changes in words."""
        self.clear()
        cursor = self.textCursor()
        spacing = QTextBlockFormat()
        spacing.setLineHeight(line_height(self._role), QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.beginEditBlock()
        cursor.setBlockFormat(spacing)
        formats = {tone: self._format(tone) for tone in {stretch.tone for stretch in stretches}}
        for stretch in stretches:
            cursor.insertText(stretch.text, formats[stretch.tone])
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)  # where one reads when the keyboard comes
        self.setAccessibleDescription("".join(map(_spoken, stretches)))
        self._grow()

    def _format(self, tone: Tone) -> QTextCharFormat:
        look, made = theme(), QTextCharFormat()
        made.setFont(look.font(self._role))
        made.setForeground(look.color({Tone.GREY: "text3", Tone.ADDED: "add", Tone.REMOVED: "del"}.get(tone, "text")))
        if tone is Tone.ADDED:
            made.setFontUnderline(True)
            made.setBackground(look.color("add_bg"))
        if tone is Tone.POINTED:
            made.setFontUnderline(True)
            made.setBackground(look.color("attn_bg"))
        if tone is Tone.REMOVED:
            made.setFontStrikeOut(True)
            made.setBackground(look.color("del_bg"))
        return made

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls."""
        event.ignore()

    def _grow(self) -> None:
        self.setFixedHeight(round(self.document().size().height()) + 6)


class Legend(ReadText):
    """What the underlining and the strike mean, in the words themselves."""

    def __init__(self) -> None:
        super().__init__("caption")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(tr("Uitleg"))
        self.setLineWrapMode(QTextEdit.LineWrapMode.NoWrap)
        self.show_stretches(
            [Stretch(tr("toegevoegd"), Tone.ADDED), Stretch("   "), Stretch(tr("weggelaten"), Tone.REMOVED)]
        )
        self.setFixedWidth(round(self.document().idealWidth()) + 8)


def _spoken(stretch: Stretch) -> str:
    if stretch.tone is Tone.ADDED:
        return f" [{tr('toegevoegd')}: {stretch.text.strip()}] "
    if stretch.tone is Tone.REMOVED:
        return f" [{tr('weggelaten')}: {stretch.text.strip()}] "
    if stretch.tone is Tone.POINTED:
        return f" [{tr('let op')}: {stretch.text.strip()}] "
    return stretch.text
