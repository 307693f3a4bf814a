"""The filter panel at work: it slides in over the form, so that the list beside it shows at once what is chosen."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.ui.lists.filters import FilterPanel
from werkboek_desktop.ui.lists.keeper import Keeper
from werkboek_desktop.ui.lists.pane import ListPane
from werkboek_desktop.ui.widgets.places import ask_place
from werkboek_desktop.ui.widgets.slide import SlidePanel
from werkboek_desktop.ui.words import tr


class Arranging(QObject):
    """Between the panel, the list and what keeps it."""

    def __init__(self, over: QWidget, pane: ListPane, keeper: Keeper) -> None:
        super().__init__(over)
        self._over = over
        self._pane = pane
        self._keeper = keeper
        self.panel = FilterPanel()
        self.slide = SlidePanel(over, tr("Wat wil je zien?"), self.panel)
        self.panel.asked.connect(pane.ask)
        self.panel.kept.connect(self._keep)
        self.panel.renamed.connect(self._rename)
        self.panel.dropped.connect(self._drop)
        self.panel.table.connect(lambda: self.ask_table(pane.ids()))
        self.panel.folded.connect(lambda opened: pane.model.fold_all(opened=opened))
        pane.asked.connect(self._refresh)
        self._kind = ""

    def show(self) -> None:
        """Opens the panel, or closes it."""
        if self.slide.isVisible():
            self.slide.slide_out()
            return
        catalogue = self._pane.model.catalogue
        assert catalogue
        if self._kind != catalogue.kind.key:
            self._kind = catalogue.kind.key
            self.panel.show_kind(catalogue)
        self._fill()
        self.slide.slide_in(self.panel.sort)

    def close(self) -> None:
        """Another list comes: what was to be chosen was about this one."""
        self.slide.slide_out()

    def _refresh(self) -> None:
        if self.slide.isVisible():
            self._fill()

    def _fill(self) -> None:
        catalogue = self._pane.model.catalogue
        assert catalogue
        self.panel.show_query(catalogue, self._pane.model.query, self._keeper.view_now())

    def _keep(self, name: str) -> None:
        self._keeper.keep_view(name)
        self._fill()

    def _rename(self, old: str, new: str) -> None:
        self._keeper.rename_view(old, new)
        self._fill()

    def _drop(self, name: str) -> None:
        self._keeper.drop_view(name)
        self._fill()

    def ask_table(self, records: list[RecordId]) -> None:
        """Asks where the spreadsheet goes."""
        assert self._keeper.kind
        start = self._keeper.folder() / f"{self._keeper.kind.plural.lower()}.csv"
        if place := ask_place(self._over, tr("Waar komt de lijst?"), start, ".csv"):
            self._keeper.save_table(records, place)
