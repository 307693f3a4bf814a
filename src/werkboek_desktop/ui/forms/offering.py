"""What the menu of a text offers about a word that nobody knows."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from shiboken6 import isValid

from werkboek_desktop.ui.spelling import Spelling
from werkboek_desktop.ui.words import tr

type Put = Callable[[str], object]
"""Writes another word where this one stands."""


def offer(spelling: Spelling, menu: QMenu, word: str, put: Put) -> None:
    """Begins a menu with other words, as soon as they are found, and the lists that this one may be put on."""
    first = menu.actions()[0]
    looking = QAction(tr("Voorstellen zoeken…"), menu)
    looking.setEnabled(False)
    mine = QAction(tr("Aan mijn woordenlijst"), menu)
    mine.triggered.connect(partial(spelling.add_mine, word))
    ours = QAction(tr("Aan de woordenlijst van dit werkboek"), menu)
    ours.triggered.connect(partial(spelling.add_for_all, word))
    menu.insertActions(first, [looking, mine, ours])
    menu.insertSeparator(first)
    spelling.suggest(word, partial(_fill, menu, looking, put))


def _fill(menu: QMenu, looking: QAction, put: Put, words: Sequence[str]) -> None:
    """Puts the suggestions where the menu said that they are looked for."""
    if not isValid(menu):
        return
    for word in words:
        action = QAction(word, menu)
        action.triggered.connect(partial(put, word))
        menu.insertAction(looking, action)
    looking.setText(tr("Geen voorstellen"))
    looking.setVisible(not words)
