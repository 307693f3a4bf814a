"""The left side of Ontvangen: the files, one press for all of them, and a place to drop more."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from werkboek_desktop.ui.lists.line import Heading
from werkboek_desktop.ui.pages.packages.parcels import Parcel, ParcelList
from werkboek_desktop.ui.pages.packages.taking_in import TakingIn
from werkboek_desktop.ui.widgets.basic import button, card, column, label, row
from werkboek_desktop.ui.widgets.panels import picture
from werkboek_desktop.ui.words import tr

if TYPE_CHECKING:
    from werkboek_desktop.workspace import Arrival


class ReceivedList(QWidget):
    """Rows, and what one does with all of them."""

    choose = Signal()
    """Somebody wants to look for files."""
    all_wanted = Signal()
    """Somebody wants to read in everything that waits."""

    def __init__(self, taking: TakingIn) -> None:
        super().__init__()
        self._taking = taking
        self.rows = ParcelList(taking.model)
        self.all_button = button("", self.all_wanted.emit, "", "download")
        all_ = QWidget()
        all_.setLayout(row(self.all_button, margins=(16, 0, 16, 0)))
        self._all = all_
        self._box = column(row(self.rows, margins=(8, 0, 8, 0)), all_, self._drop_zone(), gap=10)
        self.setLayout(self._box)
        for told in (taking.model.dataChanged, taking.model.modelReset, taking.model.rowsRemoved):
            told.connect(self.count)
        self.count()

    def count(self) -> None:
        """How many files have something to read in: one is read in beside the list, more also from here."""
        waits = len(self._taking.waiting())
        self.all_button.setText(f"{tr('Lees alle')} {waits} {tr('in')}")
        self._all.setVisible(waits > 1)

    def current(self) -> Parcel | None:
        """The file that is chosen."""
        entry = self._taking.model.entry(self.rows.currentIndex())
        return entry if isinstance(entry, Parcel) else None

    def show_arrivals(self, arrivals: "Sequence[Arrival]", chosen: str) -> None:
        """What was read in before; `chosen`: which of those is to be, where it is not the one that is."""
        model = self._taking.model
        entry = model.entry(self.rows.currentIndex())
        chosen = chosen or (entry.id if entry and not isinstance(entry, Parcel | Heading) else "")
        model.show_arrivals(arrivals)
        if (at := model.row_of(chosen)) >= 0:
            self.rows.setCurrentIndex(model.index(at))

    def close_void(self, *, narrow: bool) -> None:
        """Where the list has the page for itself, rows that are not there take no room."""
        is_void = narrow and not self._taking.model.rowCount()
        self._invitation.setVisible(is_void or not narrow)  # files are welcome anywhere on the page
        self.rows.setHidden(is_void)
        self._box.setStretch(0, 0 if is_void else 1)

    def _drop_zone(self) -> QWidget:
        words = label(tr("Sleep pakketten, documenten of een map hierheen"), "caption", "text2", wrap=True)
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        choose = button(tr("Kies bestanden"), self.choose.emit, "link", name=tr("Kies bestanden (Ctrl+O)"))
        self._invitation = QWidget()
        invitation = column(gap=4)
        invitation.addWidget(picture("file-input", "text2"), alignment=Qt.AlignmentFlag.AlignHCenter)
        invitation.addWidget(words)
        self._invitation.setLayout(invitation)
        box = column(margins=(12, 12, 12, 8), gap=4)
        box.addWidget(self._invitation)
        box.addWidget(choose, alignment=Qt.AlignmentFlag.AlignHCenter)
        box.insertStretch(0)
        box.addStretch()
        zone = QWidget()
        zone.setLayout(row(card("dashed", box), margins=(16, 0, 16, 16)))
        return zone
