"""All keys, in a panel (F1)."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QWidget

from werkboek_desktop.ui.pages.page import Page
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.basic import button, card, column, label, page, row, scrolled
from werkboek_desktop.ui.widgets.keys import key_cap
from werkboek_desktop.ui.words import tr


class KeysPage(Page):
    """What every key does."""

    back = Signal()

    def __init__(self, keys: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme().space(16))
        grid.setVerticalSpacing(theme().space(8))
        for at, (combination, does) in enumerate(keys):
            grid.addLayout(row(key_cap(combination), 0), at, 0)
            grid.addWidget(label(does, wrap=True), at, 1)
        grid.setColumnStretch(1, 1)
        self.back_button = button(tr("Terug"), self.back.emit, "link", "arrow-left")
        back = QShortcut(QKeySequence("Esc"), self)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(self.back)
        frame = QWidget()
        inner = QWidget()
        inner.setLayout(grid)
        frame.setLayout(row(card("surface", column(inner, margins=(20, 16, 20, 16)))))
        content = QWidget()
        content.setLayout(
            column(row(self.back_button, 0), label(tr("Toetsen"), "title"), frame, 0, margins=(32, 20, 32, 20), gap=12)
        )
        content.setMaximumWidth(theme().px(760))
        self.setLayout(column(page("true", column(scrolled(content))), gap=0))

    def arrive(self) -> None:
        """Puts the keyboard at the way back."""
        self.back_button.setFocus(Qt.FocusReason.OtherFocusReason)
