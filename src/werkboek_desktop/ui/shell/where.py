"""Waar staat mijn bestand? Answered beside the page."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from werkboek_desktop.ui.widgets.basic import button, column, label, row
from werkboek_desktop.ui.widgets.slide import SlidePanel
from werkboek_desktop.ui.widgets.spoken import announce
from werkboek_desktop.ui.words import breakable, tr


class WherePanel(SlidePanel):
    """The file and its folder, with a way to get there."""

    def __init__(self, over: QWidget, file: Path) -> None:
        self._file = file
        self._said = label("", "caption", "text2")
        self._open = button(tr("Open de map"), self._open_folder, "", "folder-open")
        copy = button(tr("Kopieer het pad"), self._copy, "", "copy")
        name = label(breakable(Path(file.name)), "body_strong", wrap=True)
        folder = label(breakable(file.parent), tone="text2", wrap=True)
        always = label(tr("Alles wat je typt staat er meteen in. Je kunt het programma altijd sluiten."), wrap=True)
        buttons = column(row(self._open, copy, 0), self._said)
        content = QWidget()
        content.setLayout(column(name, folder, 8, buttons, 8, always, 0, margins=(20, 8, 20, 16)))
        super().__init__(over, tr("Waar staat mijn bestand?"), content)

    def ask(self) -> None:
        """Comes, with the keyboard at the first button."""
        self._said.clear()
        self.slide_in(self._open)

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._file.parent)))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(str(self._file))
        self._said.setText(tr("Gekopieerd."))
        announce(self, tr("Gekopieerd."))
