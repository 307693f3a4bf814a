"""Panels that stand where other programs open a dialog: refusal, notice, progress, empty."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from werkboek_desktop.errors import OwnToMend, Refusal
from werkboek_desktop.ui.theme.icons import icon
from werkboek_desktop.ui.theme.look import is_narrow, theme
from werkboek_desktop.ui.widgets.basic import button, clear, column, label, mark_as, row
from werkboek_desktop.ui.widgets.bounded import Bounded
from werkboek_desktop.ui.words import tr

MOST = 112


class Picture(QLabel):
    """An icon that says nothing by itself: the words stand beside it. Drawn when it is first seen."""

    def __init__(self, name: str, tone: str, side: int) -> None:
        super().__init__()
        self._icon = icon(name, tone)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFixedSize(theme().px(side), theme().px(side))

    def showEvent(self, event: QShowEvent) -> None:
        """Draws it."""
        super().showEvent(event)
        if self.pixmap().isNull():
            self.setPixmap(self._icon.pixmap(self.size()))


def picture(name: str, tone: str, side: int = 18) -> Picture:
    """An icon as large as that at 100 %."""
    return Picture(name, tone, side)


class Panel(QFrame):
    """Facts in words: what happened, what did not, and what now. Hidden until there is something to say.

    `above`: something stands below it that needs its room.
    """

    def __init__(self, *, above: bool = False) -> None:
        super().__init__()
        self._above = above
        self.setProperty("card", "surface")
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(*(theme().space(16),) * 4)
        self.hide()

    def refuse(
        self, error: Refusal, nothing_else: str, action: QWidget | None = None, steps: Sequence[str] = ()
    ) -> None:
        """A refusal: the sentence, that nothing was changed, and what to do; `steps` where that is another thing here.

        What is known of it can be kept in a file, unless the sentences say it all.
        """
        from werkboek_desktop.ui.widgets.details import details  # the first row is on screen before all it needs

        kept = None if isinstance(error, OwnToMend) else details(error)
        self.warn(error.message, nothing_else, steps or error.steps, *filter(None, (action, kept)))

    def warn(self, happened: str, nothing_else: str, steps: Sequence[str], *parts: QWidget) -> None:
        """What is not as one wants it: what happened, what did not, and what to do, numbered where it is more."""
        self._say("circle-x", "danger", happened, nothing_else)
        self._text.addSpacing(theme().space(8))
        self._text.addWidget(label(tr("Wat nu"), "label"))
        for number, step in enumerate(steps, 1):
            self._text.addLayout(_step(number, step) if len(steps) > 1 else row(label(step, wrap=True)))
        for part in parts:
            is_button = isinstance(part, QPushButton)
            self._text.addLayout(row(part, *[0] * is_button, margins=(0, 8, 0, 0)))

    def tell(self, happened: str, more: str = "", action: QWidget | None = None) -> None:
        """Good news, with one thing to do."""
        self._say("circle-check", "ok", happened, more)
        if action:
            self._text.addLayout(row(action, 0))

    def _say(self, icon_name: str, tone: str, first: str, second: str) -> None:
        clear(self._body)
        self._text = column(gap=4)
        head = label(first, "body_strong", wrap=True)
        head.setAccessibleName(first)
        heading = row(head, self._close())
        heading.setStretch(0, 1)
        self._text.addLayout(heading)
        if second:
            self._text.addWidget(label(second, tone="text2", wrap=True))
        words = QWidget()
        words.setLayout(self._text)
        beside = row(
            column(picture(icon_name, tone, 20), 0),
            _bounded(words) if self._above and is_narrow(self) else words,
            gap=12,
        )
        beside.setStretch(1, 1)
        self._body.addLayout(beside)
        self.show()

    def _close(self) -> QPushButton:
        return button("", self.hide, "quiet", "x", tr("Melding sluiten"))


def _step(number: int, sentence: str) -> QHBoxLayout:
    said = label(sentence, wrap=True)
    said.setAccessibleName(f"{number}. {sentence}")
    line = row(column(label(f"{number}."), 0), said)
    line.setStretch(1, 1)
    return line


def _bounded(words: QWidget) -> QWidget:
    """In a narrow window many words scroll, so that the form below keeps its room."""
    area = Bounded(words, theme().px(MOST))
    area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    area.setAccessibleName(tr("Melding"))
    return area


class ProgressCard(QFrame):
    """A bar, "9 van 14", and Stop; `beside` says what is true meanwhile."""

    stop = Signal()

    def __init__(self, beside: str = "") -> None:
        super().__init__()
        self._what = label("")
        self._count = label("", "caption", "text2")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self.setProperty("card", "surface")
        self._stop = button(tr("Stop"), self.stop.emit, "link")
        foot = row(label(beside or tr("Je kunt doorwerken."), "caption", "text2"), 0, self._stop)
        self.setLayout(column(row(self._what, 0, self._count), self._bar, foot, margins=(16, 12, 16, 8)))
        self.hide()

    def begin(self, what: str) -> None:
        """Names the work; how much it is, is not known yet."""
        self._what.setText(what)
        self._bar.setAccessibleName(what)
        self._count.clear()
        self._bar.setRange(0, 0)
        self._stop.setEnabled(True)
        self.show()

    def step(self, done: int, of: int, word: str) -> None:
        """How far it is."""
        self._bar.setRange(0, of)
        self._bar.setValue(done)
        self._count.setText(f"{word} · {done} {tr('van')} {of}" if of else word)

    def stopping(self) -> None:
        """Stop was pressed; the work ends at its next step."""
        self._stop.setEnabled(False)
        self._count.setText(tr("stopt …"))


class EmptyState(QWidget):
    """An icon, one sentence, and the way to begin."""

    act = Signal()

    def __init__(self, icon_name: str, action_icon: str = "plus") -> None:
        super().__init__()
        self._title = label("", "body_strong", wrap=True)
        self._more = label("", tone="text2", wrap=True)
        self._button = button("", self.act.emit, "primary", action_icon)
        image = picture(icon_name, "text2", 32)
        box = column(24, gap=8, margins=(24, 0, 24, 0))
        for text in (self._title, self._more):
            text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        box.addWidget(image, alignment=Qt.AlignmentFlag.AlignHCenter)
        box.addWidget(self._title)
        box.addWidget(self._more)
        box.addWidget(self._button, alignment=Qt.AlignmentFlag.AlignHCenter)
        box.addStretch(1)
        self.setLayout(box)

    def say(self, title: str, more: str, action: str) -> None:
        """Fills it; no action leaves the button out."""
        self._title.setText(title)
        self._more.setText(more)
        self._button.setText(action)
        self._button.setVisible(bool(action))


type Act = Callable[[], object]


def notice(card_kind: str, icon_name: str, tone: str, text: str, action: str, act: Act, about: str = "") -> QFrame:
    """A card at its own place that stays until it is answered; `about`: which of several is answered."""
    made = QFrame()
    mark_as(made, "card", card_kind)
    words = label(text, wrap=True)
    parts: list[QWidget] = [picture(icon_name, tone), words]
    if action:
        parts.append(button(action, act, "link", name=f"{action}: {about}" if about else ""))
    box = row(*parts, margins=(12, 8, 12, 8), gap=10)
    box.setStretch(1, 1)
    made.setLayout(box)
    return made
