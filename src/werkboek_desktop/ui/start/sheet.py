"""What the pages have in common that come before there is a project: a heading, and below it one column."""

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLayout, QWidget

from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.basic import column, label, scrolled
from werkboek_desktop.ui.widgets.fitted import Fitted
from werkboek_desktop.ui.widgets.panels import Panel
from werkboek_desktop.ui.words import tr

EDGE = 40


class Sheet(Fitted):
    """A calm page; it scrolls where the window is small. `add` makes it, once; `panel` is for what was refused."""

    def __init__(self) -> None:
        super().__init__()
        self.panel = Panel()

    def add(self, heading: str, lead: str, *parts: QWidget | QLayout | int, width: int) -> None:
        """Heading, a sentence, and the rest under each other."""
        head = column(label(heading, "display", wrap=True), label(lead, "lead", "text2", wrap=True), gap=4)
        content = QWidget()
        content.setLayout(column(head, self.panel, *parts, 0, margins=(EDGE, EDGE, EDGE, 24), gap=20))
        content.setMaximumWidth(theme().px(width + 2 * EDGE))
        self.setAccessibleName(heading or tr("Werkboek"))
        area = scrolled(content, folds=True)
        area.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setLayout(column(area, gap=0))

    def on_escape(self, act: SignalInstance) -> None:
        """Esc goes back."""
        back = QShortcut(QKeySequence("Esc"), self)
        back.activated.connect(act)

    def begin(self) -> None:
        """Puts the keyboard where one goes on."""
