"""The window without a project yet."""

from PySide6.QtWidgets import QMainWindow

from werkboek_desktop.ui.pages.start import StartPage
from werkboek_desktop.ui.words import tr


class StartWindow(QMainWindow):
    """Holds the start page."""

    def __init__(self, author: str) -> None:
        super().__init__()
        self.setWindowTitle(tr("Werkboek"))
        self.resize(1080, 720)
        self.page = StartPage(author)
        self.setCentralWidget(self.page)
