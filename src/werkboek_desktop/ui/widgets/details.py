"""Keeping what is known of something that went wrong, in a file that one can mail."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from werkboek_desktop.errors import Refusal
from werkboek_desktop.saving import save
from werkboek_desktop.ui.failure import details_of
from werkboek_desktop.ui.widgets.basic import button, clear, column, label, row
from werkboek_desktop.ui.widgets.places import ask_place, documents
from werkboek_desktop.ui.words import breakable, tr

NAME = "werkboek-details.txt"


class Details(QWidget):
    """*Bewaar details*; below it stands where they came, and `about` what is in them."""

    def __init__(self, text: str, about: str) -> None:
        super().__init__()
        self._text, self._about = text, about
        self._told = column(gap=2)
        keep = button(tr("Bewaar details"), self._keep, "link", "save")
        self.setLayout(column(row(keep, 0), self._told, gap=4))

    def _keep(self) -> None:
        try:
            place = keep_details(self, self._text)
        except Refusal as error:
            clear(self._told)
            self._told.addWidget(label(f"{error.message} {error.advice}", tone="danger", wrap=True))
            return
        if place:
            clear(self._told)
            self._tell(place)

    def _tell(self, place: Path) -> None:
        show = button(tr("Open map"), partial(open_folder, place), "link", "folder-open")
        self._told.addWidget(label(f"{tr('Bewaard')}: {breakable(place)}", wrap=True))
        self._told.addWidget(label(self._about, "caption", "text2", wrap=True))
        self._told.addLayout(row(show, 0))
        if self.isVisible():
            show.show()  # now, so that the keyboard may come
            show.setFocus(Qt.FocusReason.OtherFocusReason)


def details(*errors: Refusal) -> Details:
    """Of refusals: they name nothing and nobody."""
    about = tr("Je kunt het bestand mailen aan wie je helpt. Er staan geen namen in, en niets uit je werkboek.")
    return Details(details_of(*errors), about)


def keep_details(over: QWidget, text: str) -> Path | None:
    """Asks where they come, and puts them there; raises a Refusal."""
    place = ask_place(over, tr("Waar komen de details?"), documents() / NAME, Path(NAME).suffix)
    if place:
        save(place, text.encode())
    return place


def open_folder(place: Path) -> None:
    """Shows the folder of a file."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(place.parent)))
