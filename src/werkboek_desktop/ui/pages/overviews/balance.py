"""Balans: the measures of every case side by side, and added up."""

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QWidget

from werkboek_desktop.domain.overview.entry import Entry
from werkboek_desktop.domain.overview.facets import SUMMED, sums, total
from werkboek_desktop.domain.overview.views import Column, View
from werkboek_desktop.ui.pages.overviews.board import Board, beside, toggle
from werkboek_desktop.ui.pages.overviews.sums import HEIGHT, SumList
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.basic import column, label, page, scrolled
from werkboek_desktop.ui.widgets.fitted import set_width, way
from werkboek_desktop.ui.widgets.inputs import Choice
from werkboek_desktop.ui.widgets.meters import BalanceMeter
from werkboek_desktop.ui.words import count, tr

SIDE = 330


class BalanceBoard(Board):
    """Sorted by how one-sided; the sums at the right, or with large text in its place."""

    def __init__(self) -> None:
        super().__init__(View.BALANCE)
        self.meter = BalanceMeter()
        self.by = Choice()
        self.by.setAccessibleName(tr("Tel op per"))
        for facet in SUMMED:
            self.by.addItem(f"{tr('Per')} {tr(facet.label).lower()}", facet.key)
        self.by.currentIndexChanged.connect(self._sum)
        self._added_up = toggle(tr("Opgeteld"), tr("Laat de balans van alles samen zien"))
        self.sums = SumList(tr("De balans opgeteld"))
        self._note = label("", "caption", "text2", wrap=True)
        keys = {"Enter": tr("maatregelen"), "S": tr("sorteren"), "Ctrl+F": tr("filteren")}
        main = QWidget()
        main.setLayout(column(self.bar(self._added_up), self.content(), self.hints(keys), gap=0))
        self._side = self._make_side()
        self._whole = beside(main, self._side)
        self.setLayout(self._whole)
        self._added_up.toggled.connect(self._share)
        self.fit()
        self.table.opened.connect(self._open)
        self.table.clicked.connect(self._clicked)
        self.drawn.connect(self._sum)

    def fit(self) -> None:
        """The sums are at the right, or come in the place of the rows when they are asked for."""
        super().fit()
        self._whole.setDirection(way(narrow=self.narrow))
        set_width(self._side, None if self.narrow else theme().px(SIDE))
        self._added_up.setVisible(self.narrow)
        self._share()

    def _share(self) -> None:
        instead = self.narrow and self._added_up.isChecked()
        self._side.setVisible(instead or not self.narrow)
        self._stack.setHidden(instead)
        for at, stretch in enumerate((not instead, instead)):
            self._whole.setStretch(at, int(stretch))

    def _make_side(self) -> QWidget:
        parts = column(self.meter, 8, self.by, self.sums, self._note, margins=(20, 16, 12, 12), gap=10)
        self.sums.setMinimumHeight(theme().px(2 * HEIGHT))
        return page("list", column(scrolled(page("", parts))))

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
