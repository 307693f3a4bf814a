"""What the panels of the akkoord have in common: fields under each other, and a place for what was refused."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QLayout, QWidget
from shiboken6 import isValid

from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.errors import Refusal
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.basic import column, label, scrolled
from werkboek_desktop.ui.widgets.panels import Panel, ProgressCard
from werkboek_desktop.ui.widgets.sight import Sight
from werkboek_desktop.ui.widgets.slide import SlidePanel
from werkboek_desktop.ui.words import tr
from werkboek_desktop.ui.work import Jobs, Task

WIDTH = 520


class AkkoordPanel(SlidePanel):
    """About a case: one column that scrolls, and below it what can be done, always in sight.

    What it refuses it says itself, above that: the page is covered.
    """

    stranded = Signal()
    """It went, and where the keyboard was before is not there any more."""
    case: RecordId

    def __init__(
        self, over: QWidget, session: Session, jobs: Jobs, title: str, parts: Sequence[QWidget | QLayout], foot: QLayout
    ) -> None:
        self.session = session
        self._jobs = jobs
        self._busy = False
        self.said, self.progress = Panel(above=True), ProgressCard()
        whole, content = QWidget(), QWidget()
        content.setLayout(column(*parts, 0, margins=(20, 4, 20, 20), gap=14))
        self._area = scrolled(content, folds=True)
        self._sight = Sight(self._area)
        foot.setContentsMargins(*(theme().space(each) for each in (20, 8, 20, 16)))
        layout = column(column(self.said, self.progress, margins=(20, 0, 20, 0)), self._area, foot, gap=4)
        layout.setStretch(1, 1)
        whole.setLayout(layout)
        super().__init__(over, title, whole, WIDTH)

    def slide_out(self) -> None:
        """Goes. Where the keyboard came from may have been drawn anew meanwhile."""
        had = self.isAncestorOf(QApplication.focusWidget() or self._over)
        lost = self._before is None or not isValid(self._before)
        super().slide_out()
        if had and lost:
            self.stranded.emit()

    def attempt[T](self, act: Callable[[], T]) -> T | None:
        """Does it, or says what was refused."""
        try:
            done = act()
        except Refusal as error:
            self.refuse(error)
            return None
        self.said.hide()
        return done

    def work(
        self, what: str, task: Task, done: Callable[[Any], object], refused: Callable[[], object] = lambda: None
    ) -> None:
        """Does what takes longer beside the window, one thing at a time."""
        if self._busy:
            return

        def ended(result: object) -> None:
            self._busy = False
            self.said.hide()
            done(result)

        def stopped(error: Refusal) -> None:
            self._busy = False
            self.refuse(error)
            refused()

        self._busy = True
        self._jobs.run(what, task, self.progress, ended, stopped)

    def refuse(self, error: Refusal) -> None:
        """Says what was refused, where one sees it."""
        self.said.refuse(error, tr("Er is niets vastgelegd."))

    def lead(self, to: QWidget) -> None:
        """The keyboard goes there; one sees a field with its name."""
        to.setFocus(Qt.FocusReason.OtherFocusReason)
        self._sight.hold(to.parentWidget() or to)


def field(name: str, widget: QWidget, hint: str = "") -> QWidget:
    """A field with its name above it and what helps below it."""
    widget.setAccessibleName(name)
    widget.setAccessibleDescription(hint)
    parts: list[QWidget] = [label(name, "label"), widget]
    if hint:
        parts.append(label(hint, "caption", "text2", wrap=True))
    made = QWidget()
    made.setLayout(column(*parts, gap=4))
    return made
