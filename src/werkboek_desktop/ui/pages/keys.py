"""All keys, in a panel (F1)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.basic import button, card, column, label, page, row, scrolled
from werkboek_desktop.ui.widgets.keys import key_cap
from werkboek_desktop.ui.words import tr


def keys() -> tuple[tuple[str, str], ...]:
    """Every key and what it does."""
    return (
        ("Ctrl+1 … Ctrl+8", tr("naar een onderdeel van de balk links")),
        ("Ctrl+K", tr("zoeken")),
        ("Ctrl+N", tr("iets nieuws in deze lijst")),
        ("Enter", tr("vanuit de lijst verder in het formulier")),
        ("Ctrl+Shift+L", tr("terug naar de lijst")),
        ("Alt+PageDown", tr("volgende in de lijst")),
        ("Alt+PageUp", tr("vorige in de lijst")),
        ("Tab", tr("volgend veld; Shift+Tab: vorig veld")),
        ("Alt+Omhoog", tr("onderdeel van een lijst omhoog; Alt+Omlaag: omlaag")),
        ("Ctrl+O", tr("een pakket bekijken")),
        ("Ctrl+E", tr("een pakket versturen")),
        ("Ctrl+P", tr("maak een PDF van wat je ziet")),
        ("Ctrl+S", tr("laat zien dat alles al bewaard is")),
        ("Alt+1 … Alt+9", tr("bij twee versies: neem er een")),
        ("Ctrl+Enter", tr("bij twee versies: deze tekst gebruiken")),
        ("Esc", tr("terug")),
        ("F1", tr("deze lijst")),
    )


class KeysPage(QWidget):
    """What every key does."""

    back = Signal()

    def __init__(self) -> None:
        super().__init__()
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme().space(16))
        grid.setVerticalSpacing(theme().space(8))
        for at, (combination, does) in enumerate(keys()):
            grid.addLayout(row(key_cap(combination), 0), at, 0)
            grid.addWidget(label(does, wrap=True), at, 1)
        grid.setColumnStretch(1, 1)
        self.back_button = button(tr("Terug"), self.back.emit, "link", "arrow-left")
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
