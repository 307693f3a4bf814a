"""The map of all keys (F1), a card for each group."""

from collections import defaultdict
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from werkboek_desktop.ui.pages.page import Page
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.turns import in_turns
from werkboek_desktop.ui.widgets.basic import button, card, column, label, row, scrolled
from werkboek_desktop.ui.widgets.fitted import way
from werkboek_desktop.ui.widgets.keys import hears, key_caps
from werkboek_desktop.ui.words import tr

type Line = tuple[str, str, str]
"""Keys, what they do, and the group they are in."""


class KeysPage(Page):
    """What every key does. Esc goes back."""

    back = Signal()

    def __init__(self, lines: Sequence[Line]) -> None:
        super().__init__()
        groups: defaultdict[str, list[Line]] = defaultdict(list)
        for line in lines:
            groups[line[2]].append(line)
        self._cards = row(gap=16)
        columns = [column(0, gap=16) for _ in range(2)]
        for each in columns:
            self._cards.addLayout(each, 1)
        in_turns(self, [partial(_add, columns[at % 2], *each) for at, each in enumerate(groups.items())])
        hears(self, self.back, "Esc")
        self.back_button = button(tr("Terug"), self.back.emit, "link", "arrow-left")
        head = column(row(self.back_button, 0), label(tr("Toetsen"), "title"), gap=4)
        content = QWidget()
        content.setLayout(column(head, self._cards, 0, margins=(32, 20, 32, 20), gap=16))
        self.setProperty("page", "true")
        self.setLayout(column(scrolled(content, folds=True)))

    def fit(self) -> None:
        """In two columns, or in one."""
        self._cards.setDirection(way(narrow=self.narrow))

    def arrive(self) -> None:
        """Puts the keyboard at the way back."""
        self.back_button.setFocus(Qt.FocusReason.OtherFocusReason)


def _add(box: QVBoxLayout, heading: str, lines: Sequence[Line]) -> None:
    box.insertWidget(box.count() - 1, _card(heading, lines))


def _card(heading: str, lines: Sequence[Line]) -> QFrame:
    grid = QGridLayout()
    grid.setHorizontalSpacing(theme().space(16))
    grid.setVerticalSpacing(theme().space(8))
    for at, (keys, does, _group) in enumerate(lines):
        grid.addLayout(row(key_caps(keys), 0), at, 0)
        grid.addWidget(label(does, wrap=True), at, 1)
    grid.setColumnStretch(1, 1)
    return card("surface", column(label(heading, "section"), grid, margins=(20, 16, 20, 16), gap=12))
