"""Balans: the measures of every case side by side, and added up."""

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QWidget

from werkboek_desktop.domain.overview.entry import Entry
from werkboek_desktop.domain.overview.facets import SUMMED, sums, total
from werkboek_desktop.domain.overview.views import Column, View
from werkboek_desktop.ui.pages.overviews.board import Board, beside
from werkboek_desktop.ui.pages.overviews.sums import SumList
from werkboek_desktop.ui.theme.look import is_narrow, theme
from werkboek_desktop.ui.widgets.basic import column, label, page
from werkboek_desktop.ui.widgets.inputs import Choice
from werkboek_desktop.ui.widgets.meters import BalanceMeter
from werkboek_desktop.ui.words import count, tr

SIDE = 330


class BalanceBoard(Board):
    """Sorted by how one-sided; the sums at the right."""

    def __init__(self) -> None:
        super().__init__(View.BALANCE)
        self.meter = BalanceMeter()
        self.by = Choice()
        self.by.setAccessibleName(tr("Tel op per"))
        for facet in SUMMED:
            self.by.addItem(f"{tr('Per')} {tr(facet.label).lower()}", facet.key)
        self.by.currentIndexChanged.connect(self._sum)
        self.sums = SumList(tr("De balans opgeteld"))
        self._note = label("", "caption", "text2", wrap=True)
        keys = {"Enter": tr("maatregelen"), "S": tr("sorteren"), "Ctrl+F": tr("filteren")}
        main = QWidget()
        main.setLayout(column(self.bar(), self.content(), self.hints(keys), gap=0))
        layout = beside(main, self._side())
        self.setLayout(layout)
        self.table.opened.connect(self._open)
        self.table.clicked.connect(self._clicked)
        self.drawn.connect(self._sum)

    def _side(self) -> QWidget:
        parts = column(self.meter, 8, self.by, self.sums, self._note, margins=(20, 16, 12, 12), gap=10)
        side = page("list", parts)
        side.setFixedWidth(theme().px(SIDE))
        if is_narrow():
            side.hide()
        return side

    def _sum(self) -> None:
        entries = self.model.rows
        everything = total(entries)
        cases = count(everything.cases, tr("praktijkvoorbeeld"), tr("praktijkvoorbeelden"))
        measures = count(sum(everything.balance), tr("maatregel"), tr("maatregelen"))
        self.meter.show_balance(everything.balance, f"{cases}, {measures}")
        facet = SUMMED[max(0, self.by.currentIndex())]
        self.sums.show_sums(sums(entries, facet))
        twice = any(len(facet.of(entry)) > 1 for entry in entries)
        self._note.setText(tr("Een praktijkvoorbeeld dat bij meer regels hoort, telt bij elk daarvan mee."))
        self._note.setVisible(twice)

    def _open(self, entry: Entry, _column: Column) -> None:
        self.go.emit(entry.measure or entry.id, "measure" if entry.measure else "")

    def _clicked(self, index: QModelIndex) -> None:
        self._open(self.model.rows[index.row()], self.model.columns[index.column()])
