"""The panel beside the form with what people said about a case or chapter, and a place to say something."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.ui.comments.card import DiscussionCard
from werkboek_desktop.ui.prose.input import ProseInput
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.widgets.basic import button, clear, column, label, row, scrolled
from werkboek_desktop.ui.widgets.keys import key_caps
from werkboek_desktop.ui.widgets.slide import SlidePanel
from werkboek_desktop.ui.words import tr
from werkboek_desktop.workspace.comments import Discussion


class About(NamedTuple):
    """What somebody says something about: a record, a field of it, a sentence; or whom they answer."""

    record: RecordId
    field: str = ""
    label: str = ""
    words: str = ""
    anchor: str = ""
    answers: Discussion | None = None

    def said(self) -> str:
        """As a sentence for the panel."""
        if self.answers:
            return f"{tr('Antwoord aan')} {self.answers.said[0].by or tr('iemand')}: {self.answers.said[0].text}"
        where = f"{tr('Bij')} ‘{self.label}’" if self.field else tr("Bij het geheel")
        return f"{where}: “{self.words}”" if self.anchor else f"{where}."


class CommentPanel(SlidePanel):
    """One discussion after the other in reading order; what is over is shown to who asks for it.

    What is being written stays until it is placed, whatever else one looks at.
    """

    sought = Signal(object)
    """To where a `Discussion` is about."""

    def __init__(self, over: QWidget, session: Session) -> None:
        self._session = session
        self._about = About("")
        self._found: list[Discussion] = []
        self._all = False
        self.cards: list[DiscussionCard] = []
        self._what = label("", "caption", "text2", wrap=True)
        self.input = ProseInput(lines=3)
        self.input.setAccessibleName(tr("Jouw opmerking"))
        self.input.setPlaceholderText(tr("Wat wil je hierover zeggen?"))
        self._send = button(tr("Plaats"), self.place, "primary")
        self._toggle = button("", self._show_all, "link", "eye")
        self._list = column(gap=10)
        content, discussions = QWidget(), QWidget()
        discussions.setLayout(column(self._list, self._toggle, 0, margins=(20, 4, 20, 16), gap=10))
        send = column(self._what, self.input, row(0, key_caps("Ctrl+Enter"), self._send), margins=(20, 4, 20, 4))
        area = scrolled(discussions)
        layout = column(send, area, gap=8)
        layout.setStretch(1, 1)
        content.setLayout(layout)
        super().__init__(over, tr("Opmerkingen"), content)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._read)
        session.changed.connect(self._hear)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.place)

    def _hear(self, _changed: object) -> None:
        self._soon.start()

    @property
    def record(self) -> RecordId:
        """The case or chapter that it shows."""
        return self._about.record

    def begin(self, about: About) -> None:
        """Comes, ready to write about this."""
        self._turn(about)
        self.slide_in(self.input)
        self._read()

    def show_discussion(self, found: Sequence[Discussion], at: Discussion) -> None:
        """Comes with all of a record, and the keyboard at one of them; Esc goes to the text that is shown now."""
        focus = QApplication.focusWidget()
        if focus and not self.isAncestorOf(focus):
            self._before = focus
        self._turn(About(at.owner))
        self._found, self._all = list(found), self._all or at.done
        self._draw()
        card = next(each for each in self.cards if each.about.record == at.record)
        self.slide_in(card.answer)

    def _turn(self, about: About) -> None:
        if about.record != self._about.record:
            self._found = []
            self._draw()
        self._about = about
        self._what.setText(about.said())

    def _read(self) -> None:
        if self.isVisible() and self.record:
            read = partial(self._session.workspace.discussions, self.record)
            self._session.beside.look_up(read, partial(self._take, self.record))

    def _take(self, record: RecordId, found: list[Discussion]) -> None:
        if isValid(self) and record == self.record and found != self._found:
            self._found = found
            self._draw()

    def _draw(self) -> None:
        focus = QApplication.focusWidget()
        if focus and any(card.isAncestorOf(focus) for card in self.cards):
            self.input.setFocus(Qt.FocusReason.OtherFocusReason)
        clear(self._list)
        self.cards = []
        for each in self._found:
            if not each.done or self._all:
                self.cards.append(card := DiscussionCard(each))
                card.answered.connect(self._answer)
                card.closed.connect(self._close)
                card.sought.connect(self.sought)
                self._list.addWidget(card)
        over = sum(each.done for each in self._found)
        self._toggle.setVisible(over > 0)
        self._toggle.setText(tr("Alleen wat open is") if self._all else f"{tr('Ook wat klaar is')} ({over})")

    def _show_all(self) -> None:
        self._all = not self._all
        self._draw()

    def _answer(self, discussion: Discussion) -> None:
        self._turn(About(discussion.owner, answers=discussion))
        self.input.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close(self, discussion: Discussion) -> None:
        workspace = self._session.workspace
        self._session.act(lambda: workspace.close_comment(discussion.record, is_open=discussion.done))

    def place(self) -> None:
        """What was written becomes a comment or an answer; a refusal leaves it where it is."""
        about, text, workspace = self._about, self.input.value(), self._session.workspace
        if not text.strip():
            self.input.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if answers := about.answers:
            done = self._session.act(lambda: workspace.answer(answers.record, text))
        else:
            done = self._session.act(lambda: workspace.comment(about.record, about.field, text, about.anchor))
        if done:
            self.input.show_value("")
            self._turn(about._replace(answers=None, anchor="", words=""))
