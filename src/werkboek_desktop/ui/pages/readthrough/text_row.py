"""What stands on the page of the whole book: the heading of a part, and a text to read and write."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from werkboek_desktop.domain import schema
from werkboek_desktop.domain.fields import Field, Privacy
from werkboek_desktop.domain.readthrough import Part, Passage
from werkboek_desktop.ui.forms.editor import ProseEditor
from werkboek_desktop.ui.forms.field_row import FieldRow
from werkboek_desktop.ui.forms.make import editor_for
from werkboek_desktop.ui.lists.line import status_words
from werkboek_desktop.ui.prose.document import units
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.theme.sheet import BARE
from werkboek_desktop.ui.widgets.basic import column, label
from werkboek_desktop.ui.words import tr

ROLES = ("title", "title", "section")
"""Of the headings, by their level."""
ABOVE = (28, 28, 20)
BELOW = 8
ASIDE = BARE
"""Beside the words of all of it at both sides: the ring round a text stands there, so that words stand in one line."""


class PartHead(QWidget):
    """The name of a chapter or case, how far it is, and where its texts stand if not here."""

    def __init__(self, part: Part, parent: QWidget) -> None:
        super().__init__(parent)
        level = min(part.level, len(ROLES) - 1)
        said = [label(part.title, ROLES[level], wrap=True)]
        if words := about(part):
            said.append(label(words, "caption", "text2", wrap=True))
        self.setLayout(column(*said, gap=2, margins=(ASIDE, ABOVE[level], ASIDE, BELOW)))


def about(part: Part) -> str:
    """What there is to say of a part below its name."""
    kind = schema.kind(part.kind)
    told = f"{tr('staat al in')} ‘{part.told_in}’" if part.told_in else ""
    status, _share = status_words(part.kind, part.status or None)
    return " · ".join(filter(None, (kind.label if kind else "", status, told)))


class TextRow(FieldRow):
    """A field as on its form, without the frame, the questions and the advice that stand there."""

    def __init__(self, passage: Passage, kind: str, session: Session, parent: QWidget) -> None:
        field = schema.field(kind, passage.field)
        assert field
        self.passage = passage
        self._declared = field
        plain = _plain(field, passage.label, "")
        editor = editor_for(plain, session)
        assert isinstance(editor, ProseEditor)
        super().__init__(plain, editor, session, parent, lock=False)
        self.input = editor.input
        self.input.show_bare()
        self.input.setPlaceholderText(tr("Nog leeg"))
        aside = theme().space(ASIDE)
        for part in (self.heading, self._saying):
            part.setContentsMargins(aside, 0, aside, 0)

    def show_passage(self, passage: Passage, title: str) -> None:
        """The same field of another record."""
        self.passage = passage
        self.field = self.editor.field = _plain(self._declared, passage.label, title)
        self.editor.name(self.field.label, self._spoken_help())
        self.show_view(passage.record, self._session.workspace.record(passage.record).fields.get(passage.field))

    def choose_words(self, line: int, start: int, end: int) -> None:
        """Puts the keyboard at words of a paragraph, with those chosen."""
        block = self.input.document().findBlockByNumber(line)
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + units(block.text(), start))
        cursor.setPosition(block.position() + units(block.text(), end), QTextCursor.MoveMode.KeepAnchor)
        self.input.setTextCursor(cursor)
        self.input.setFocus(Qt.FocusReason.OtherFocusReason)

    def only_read(self, *, on: bool) -> None:
        """Nothing is written here; the keys are for whoever scrolls."""
        self.input.setReadOnly(on)
        self.input.setFocusPolicy(Qt.FocusPolicy.ClickFocus if on else Qt.FocusPolicy.StrongFocus)


def _plain(field: Field, name: str, title: str) -> Field:
    """What is asked and advised stands on the form; whoever hears it hears of which case it is."""
    heard = (title,)
    bare = replace(field, label=name, help="", questions=heard, number=None, words=None)
    return replace(bare, required_from=None, privacy=Privacy.NONE)
