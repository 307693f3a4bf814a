"""Beside the form: how the text reads, as an indication, and the sentences that make it hard."""

from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.widgets.basic import button, clear, column, label, row
from werkboek_desktop.ui.widgets.gaps import Sentence
from werkboek_desktop.ui.widgets.panels import picture
from werkboek_desktop.ui.words import tr
from werkboek_desktop.workspace.reading_ease import Ease, HardSentence

SOON = 400
"""Milliseconds: who walks through a list or goes on to the next field does not wait for it."""
FEW = 4
"""So many sentences are shown before somebody asks for the rest."""
LONGEST = 70
USUAL = 49, 46
"""The scores of half of the cases that municipalities published: what is usual here, not what is good."""


class EaseCard(QWidget):
    """Of one case or chapter after another; hidden while there is nothing to say. `go`: to a sentence."""

    go = Signal(str, str, str)
    changed = Signal()
    """It has something else to say."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._record: RecordId = ""
        self._ease = Ease(0, None, ())
        self._all = False
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self._look)
        self._scores = label("", tone="text2", wrap=True)
        told = tr("Makkelijker leest een hogere Flesch-Douma en een lagere LiX. Een indicatie, geen cijfer.")
        self._told = label(told, "caption", "text2", wrap=True)
        self._heading = label("", "label", wrap=True)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self._more = button("", self._toggle, "link", "eye")
        self.setLayout(
            column(
                label(tr("Hoe leest het?"), "label"),
                self._scores,
                self._told,
                6,
                self._heading,
                self._lines,
                row(self._more, 0),
                gap=4,
            )
        )
        self.hide()

    def read(self, record: RecordId) -> None:
        """This record is shown, as it is now; what it says of another goes."""
        if record != self._record:
            self._record, self._all = record, False
            self._show(Ease(0, None, ()))
        self._soon.start()

    def says_something(self) -> bool:
        """Whether there is enough text to say something of."""
        return self._ease.scores is not None or bool(self._ease.hard)

    def _look(self) -> None:
        read = partial(self._session.workspace.reading_ease, self._record)
        self._session.beside.look_up(read, partial(self._take, self._record))

    def _take(self, record: RecordId, ease: Ease) -> None:
        if isValid(self) and record == self._record and ease != self._ease:
            self._show(ease)

    def _show(self, ease: Ease) -> None:
        self._ease = ease
        scores = ease.scores
        usual = tr("meestal")
        pairs = zip(("Flesch-Douma", "LiX"), scores or (), USUAL, strict=False)
        self._scores.setText("\n".join(f"{name} {score} ({usual} {half})" for name, score, half in pairs))
        for part in (self._scores, self._told):
            part.setVisible(scores is not None)
        self._draw()
        self.changed.emit()

    def _draw(self) -> None:
        clear(self._lines)
        hard, number = self._ease.hard, len(self._ease.hard)
        self._heading.setText(f"{number} {tr('lastige zinnen') if number > 1 else tr('lastige zin')}")
        self._heading.setVisible(bool(hard))
        for each in hard if self._all else hard[:FEW]:
            self._lines.addWidget(self._line(each))
        self._more.setText(tr("Minder tonen") if self._all else f"{tr('Nog')} {number - FEW} {tr('tonen')}")
        self._more.setVisible(number > FEW)

    def _line(self, each: HardSentence) -> QWidget:
        words = each.sentence if len(each.sentence) <= LONGEST else f"{each.sentence[:LONGEST].rsplit(' ', 1)[0]}…"
        sentence = Sentence(words)
        sentence.setAccessibleName(f"{each.label}: {each.sentence} ({each.why})")
        sentence.clicked.connect(partial(self.go.emit, each.record, each.field, each.sentence))
        made = QWidget()
        why = label(f"{each.label} · {each.why}", "caption", "text2", wrap=True)
        text = column(sentence, why, 4, gap=0)
        line = row(column(7, picture("text-align-start", "text2", 15), 0, gap=0), text)
        line.setStretch(1, 1)
        made.setLayout(line)
        return made

    def _toggle(self) -> None:
        self._all = not self._all
        self._draw()
