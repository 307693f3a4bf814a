"""The panel that erases for good: what goes, what stays, a word to type, and afterwards what was done."""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from werkboek_desktop.domain.difference import Stretch, Tone
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.moments import begun
from werkboek_desktop.domain.shown_prose import as_read
from werkboek_desktop.errors import Refusal
from werkboek_desktop.ui.erasing.report import report, told_line
from werkboek_desktop.ui.erasing.wanted import Reach, Wanted, called, goes, reach, stays
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.basic import button, clear, column, label, row, scrolled
from werkboek_desktop.ui.widgets.difference import ReadText
from werkboek_desktop.ui.widgets.panels import Panel, ProgressCard
from werkboek_desktop.ui.widgets.question import Question
from werkboek_desktop.ui.widgets.slide import SlidePanel
from werkboek_desktop.ui.words import tr
from werkboek_desktop.ui.work import Jobs, Progress

if TYPE_CHECKING:
    from werkboek_desktop.workspace.destroying import Erased

WORD = "wissen"
"""What one types to go on."""
WIDTH = 520


class ErasePanel(SlidePanel):
    """It says everything before, asks for one word, and reports."""

    go = Signal(str, str)
    """To another record that may be of the same person."""

    def __init__(self, over: QWidget, session: Session, jobs: Jobs) -> None:
        self._session = session
        self._jobs = jobs
        self.wanted = Wanted("")
        self.said, self.progress = Panel(above=True), ProgressCard(tr("Er wordt nog niets getoond."))
        self._told = QVBoxLayout()
        self._told.setSpacing(theme().space(10))
        hint = tr("Zo gebeurt het niet per ongeluk. Ongedaan maken kan niet, ook niet met een back-up.")
        self.word = Question(f"{tr('Typ')} ‘{WORD}’ {tr('om door te gaan')}", "", hint)
        self.word.answered.connect(self.erase)
        self.erase_button = button(tr("Wis voorgoed"), self.erase, "danger", "eraser")
        self.stay_button = button(tr("Toch niet"), self.slide_out)
        content, whole = QWidget(), QWidget()
        content.setLayout(column(self._told, 0, margins=(20, 4, 20, 20)))
        buttons = row(self.erase_button, self.stay_button, 0)
        foot = column(self.word, buttons, margins=(20, 8, 20, 16), gap=12)
        area = scrolled(content, folds=True)
        layout = column(column(self.said, self.progress, margins=(20, 0, 20, 0)), area, foot, gap=4)
        layout.setStretch(1, 1)
        whole.setLayout(layout)
        super().__init__(over, tr("Voorgoed wissen (AVG)"), whole, WIDTH)

    def begin(self, wanted: Wanted) -> None:
        """Comes, about this; how far it goes is read beside the window."""
        self.wanted = wanted
        self.said.hide()
        self.word.field.clear()
        self._show(())
        self._ask(asks=True)
        self.slide_in(self.word.field)
        look = partial(reach, self._session.workspace, wanted)
        self._session.beside.look_up(look, partial(self._explain, wanted))

    def _ask(self, *, asks: bool) -> None:
        self.word.setVisible(asks)
        self.erase_button.setVisible(asks)
        self.stay_button.setText(tr("Toch niet") if asks else tr("Klaar"))

    def _show(self, parts: Iterable[QWidget]) -> None:
        clear(self._told)
        for each in parts:
            self._told.addWidget(each)

    def _explain(self, wanted: Wanted, found: Reach) -> None:
        if isValid(self) and wanted == self.wanted:
            self._show(_before(wanted, found))

    def erase(self) -> None:
        """Erases, if the word was typed."""
        if self.word.text().casefold() != WORD:
            self.word.refuse(f"{tr('Er is niets gewist. Typ het woord')} ‘{WORD}’.")
            return
        workspace, wanted = self._session.workspace, self.wanted
        self._session.act(workspace.seal_all)

        def task(_progress: Progress) -> object:
            return workspace.erase(wanted.record, wanted.field or None, wanted.passage or None)

        self.erase_button.setEnabled(False)
        self._jobs.run(tr("Voorgoed wissen"), task, self.progress, self._done, self._refused)

    def _done(self, done: "Erased") -> None:
        self.erase_button.setEnabled(True)
        self._ask(asks=False)
        self._show(report(done, self._lead))
        self.stay_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lead(self, record: RecordId) -> None:
        self.slide_out()
        self.go.emit(record, "")

    def _refused(self, error: Refusal) -> None:
        self.erase_button.setEnabled(True)
        self.said.refuse(error, tr("Er is niets gewist."))
        self.word.field.setFocus(Qt.FocusReason.OtherFocusReason)


def _before(wanted: Wanted, found: Reach) -> Iterator[QWidget]:
    yield label(begun(called(wanted, found)), "body_strong", wrap=True)
    if wanted.passage:
        passage = ReadText()
        passage.setAccessibleName(tr("Wat er weggaat"))
        passage.show_stretches([Stretch(as_read(wanted.passage), Tone.REMOVED)])
        yield passage
    yield label(tr("Dit gaat weg"), "label")
    for sentence in goes(wanted, found):
        yield told_line("eraser", "danger", sentence)
    yield label(tr("Dit blijft"), "label")
    for sentence in stays(wanted, found):
        yield told_line("circle-alert", "attn", sentence)
