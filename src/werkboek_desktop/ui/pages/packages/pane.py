"""What stands beside a list: said of what is chosen in it, in a column that scrolls."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.turns import Laying
from werkboek_desktop.ui.widgets.basic import button, column, page, row, scrolled
from werkboek_desktop.ui.widgets.fitted import Fitted
from werkboek_desktop.ui.widgets.panels import Panel
from werkboek_desktop.ui.words import tr

WIDEST = 760
"""A line of text in a card is no longer than in a form."""


class Pane(Fitted):
    """Widgets under each other; where the list is not beside it, with a way back."""

    back = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.panel = Panel()
        self.back_button = button(tr("Pakketten"), self.back.emit, "link", "arrow-left")
        self.back_button.hide()
        self._content = QVBoxLayout()
        self._content.setSpacing(theme().space(14))
        self._laying = Laying(self._content, self)
        content = QWidget()
        above = column(row(self.back_button, 0), self.panel, gap=12)
        content.setLayout(column(above, self._content, 0, margins=(32, 20, 28, 16), gap=14))
        content.setMaximumWidth(theme().px(WIDEST))
        self._inside = content
        self.setLayout(column(page("surface", column(scrolled(content, folds=True))), gap=0))

    def fit(self) -> None:
        """Without the list beside it, there is a way back to the list."""
        self.back_button.setVisible(self.narrow)

    def lay(self, parts: Iterable[QWidget], widest: int = WIDEST) -> None:
        """Says this from now on; `widest`: of what has two columns."""
        self.panel.hide()
        self._inside.setMaximumWidth(theme().px(widest))
        self._laying.begin(parts)
