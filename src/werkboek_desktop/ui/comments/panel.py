"""The panel beside the form with what people said about a case or chapter, and a place to say something."""

from collections.abc import Iterable, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.ui.comments.card import DiscussionCard
from werkboek_desktop.ui.comments.choosing import Choosing
from werkboek_desktop.ui.forms.pauses import Pauses
from werkboek_desktop.ui.prose.input import ProseInput
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.widgets.basic import button, clear, column, label, row, scrolled
from werkboek_desktop.ui.widgets.keys import hears, key_caps
from werkboek_desktop.ui.widgets.slide import SlidePanel
from werkboek_desktop.ui.words import tr
from werkboek_desktop.workspace.comments import Discussion
from werkboek_desktop.workspace.remarking import Begun


class About(NamedTuple):
    """What somebody says something about: a record, a field of it, a sentence; or whom they answer."""

    record: RecordId
    field: str = ""
    label: str = ""
    words: str = ""
    anchor: str = ""
    answers: RecordId = ""
    item: RecordId = ""
    """What of the record has the field; empty for the record itself."""

    def said(self, found: Iterable[Discussion]) -> str:
        """As a sentence for the panel, which knows these discussions."""
        if self.answers:
            first = next((each.said[0] for each in found if each.record == self.answers), None)
            return f"{tr('Antwoord aan')} {first.by or tr('iemand')}: {first.text}" if first else tr("Antwoord")
        called = self.label if self.item else f"‘{self.label}’"
        where = f"{tr('Bij')} {called}" if self.label else tr("Bij het geheel")
        return f"{where}: “{self.words}”" if self.words else f"{where}."


class CommentPanel(SlidePanel):
    """One discussion after the other in reading order: those that are open, or which ones one asks for.

    What is being written about a case or chapter is kept for it until it is placed, whatever else one looks at.
    """

    sought = Signal(object)
    """To where a `Discussion` is about."""

    def __init__(self, over: QWidget, session: Session) -> None:
        self._session = session
        self._about = About("")
        self._found: list[Discussion] = []
        self.cards: list[DiscussionCard] = []
        self._what = label("", "caption", "text2", wrap=True)
        self.input = ProseInput(lines=3)
        self.input.setAccessibleName(tr("Jouw opmerking"))
        self.input.setPlaceholderText(tr("Wat wil je hierover zeggen?"))
        self._touched = False
        self._send = button(tr("Plaats"), self.place, "primary")
        self.choosing = Choosing()
        self.choosing.chosen.connect(self._draw)
        self._list = column(gap=10)
        content, discussions = QWidget(), QWidget()
        discussions.setLayout(column(self.choosing, self._list, 0, margins=(20, 4, 20, 16), gap=10))
        send = column(self._what, self.input, row(0, key_caps("Ctrl+Enter"), self._send), margins=(20, 4, 20, 4))
        area = scrolled(discussions, folds=True)
        layout = column(send, area, gap=8)
        layout.setStretch(1, 1)
        content.setLayout(layout)
        super().__init__(over, tr("Opmerkingen"), content)
        self._pauses = Pauses(self)
        self._pauses.over.connect(self.keep)
        self.input.written.connect(self._typed)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._read)
        session.changed.connect(self._hear)
        hears(self, self.place, "Ctrl+Enter")

    def _hear(self, _changed: object) -> None:
        """Placed in another window it is not being written here any more."""
        self._soon.start()
        if self.record and not self._touched:
            self._show_begun(self._about)

    @property
    def record(self) -> RecordId:
        """The case or chapter that it shows."""
        return self._about.record

    def begin(self, about: About) -> None:
        """Comes, ready to write about this; what was being written about the record is about this from now on."""
        self._turn(about)
        if about != self._about:
            self._aim(about)
            self._touched = bool(self.input.value().strip())
        self.slide_in(self.input)
        self.input.moveCursor(QTextCursor.MoveOperation.End)
        self._read()

    def show_discussion(self, found: Sequence[Discussion], at: Discussion) -> None:
        """Comes with all of a record, and the keyboard at one of them; Esc goes to the text that is shown now."""
        focus = QApplication.focusWidget()
        if focus and not self.isAncestorOf(focus):
            self._before = focus
        self._turn(About(at.owner))
        self._found = list(found)
        self.choosing.bring(at, self._session.author())
        self._draw()
        card = next(each for each in self.cards if each.about.record == at.record)
        self.slide_in(card.answer)

    def _turn(self, about: About) -> None:
        """To another record, with what was being written about that; of the same nothing changes while one writes."""
        if about.record != self.record:
            self.keep()
            self._found = []
            self._draw()
            self._show_begun(about)
        elif not self.input.value().strip():
            self._aim(about)

    def _show_begun(self, about: About) -> None:
        kept = self._session.workspace.begun_comment(about.record)
        if (kept.text if kept else "") != self.input.value():
            self._set_text(kept.text if kept else "")
        self._aim(About(kept.owner, kept.field, "", "", *kept[3:]) if kept else about)

    def _set_text(self, text: str) -> None:
        self.input.blockSignals(True)
        self.input.show_value(text)
        self.input.blockSignals(False)
        self._touched = False

    def _aim(self, about: About) -> None:
        """What is written here is about this."""
        workspace, part = self._session.workspace, about.item or about.record
        if about.record and not about.answers:
            about = about._replace(label=workspace.label_of(part, about.field))
        if about.anchor and not about.words:
            read = partial(workspace.sentence_of, part, about.field, about.anchor)
            self._session.beside.look_up(read, partial(self._recall, about))
        self._about = about
        self._what.setText(about.said(self._found))

    def _recall(self, about: About, words: str) -> None:
        if isValid(self) and words and about == self._about:
            self._aim(about._replace(words=words))

    def _typed(self) -> None:
        self._touched = True
        self._pauses.typed()

    def keep(self) -> None:
        """What is being written is in the file from here on."""
        self._pauses.stop()
        if self._touched and self.record and not self._session.workspace.read_only:
            self._touched = not self._session.drafts.keep_comment(self._begun())

    def _begun(self) -> Begun:
        about = self._about
        return Begun(about.record, self.input.value(), about.field, about.anchor, about.answers, about.item)

    def slide_out(self) -> None:
        """Goes, and keeps what is being written."""
        self.keep()
        super().slide_out()

    def _read(self) -> None:
        if self.isVisible() and self.record:
            read = partial(self._session.workspace.discussions, self.record)
            self._session.beside.look_up(read, partial(self._take, self.record))

    def _take(self, record: RecordId, found: list[Discussion]) -> None:
        if isValid(self) and record == self.record and found != self._found:
            self._found = found
            self._what.setText(self._about.said(found))
            self._draw()

    def _draw(self) -> None:
        focus = QApplication.focusWidget()
        if focus and any(card.isAncestorOf(focus) for card in self.cards):
            self.input.setFocus(Qt.FocusReason.OtherFocusReason)
        clear(self._list)
        self.cards = []
        for each in self._found:
            if self.choosing.which.fits(each, self._session.author()):
                self.cards.append(card := DiscussionCard(each))
                card.answered.connect(self._answer)
                card.closed.connect(self._close)
                card.sought.connect(self.sought)
                self._list.addWidget(card)
        self.choosing.show_counts(self._found, self._session.author())

    def _answer(self, discussion: Discussion) -> None:
        self._aim(About(discussion.owner, answers=discussion.record))
        self._touched = bool(self.input.value().strip())
        self.input.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close(self, discussion: Discussion) -> None:
        workspace = self._session.workspace
        self._session.act(lambda: workspace.close_comment(discussion.record, is_open=discussion.done))

    def place(self) -> None:
        """What was written becomes a comment or an answer; a refusal leaves it where it is."""
        self._pauses.stop()
        begun, about = self._begun(), self._about
        if not begun.text.strip():
            self.input.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._touched = True
        if self._session.place_comment(begun):
            self._set_text("")
            self._aim(about._replace(answers="", anchor="", words=""))
