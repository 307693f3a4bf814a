"""Keuzetabel: tick cases, see how the choice spreads, say why, and make it one step."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QWidget

from werkboek_desktop.domain.dutch import number
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.overview.entry import Entry
from werkboek_desktop.domain.overview.gathered import Gathered
from werkboek_desktop.domain.overview.selection import Step, remarks, steps
from werkboek_desktop.domain.overview.views import Column, View
from werkboek_desktop.ui.pages.overviews.board import Board, toggle
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.basic import button, column, label, page, row, scrolled
from werkboek_desktop.ui.widgets.inputs import LineInput
from werkboek_desktop.ui.widgets.keys import hears
from werkboek_desktop.ui.widgets.panels import picture
from werkboek_desktop.ui.widgets.plot_tiles import Bands, Tiles
from werkboek_desktop.ui.widgets.spoken import announce
from werkboek_desktop.ui.words import count, tr

MOST = 0.36
"""The part of the page that the spread may take."""
REMARKS, FEW = 3, 1


class ChoiceBoard(Board):
    """What is ticked is a plan until somebody chooses it."""

    chosen = Signal(object)
    """The steps that make the choice."""

    def __init__(self) -> None:
        self._flipped: set[RecordId] = set()
        super().__init__(View.CHOICE)
        self.tiles = Tiles()
        self._number = label("", "section")
        self._remarks = label("", tone="text2", wrap=True)
        self._spread = toggle(tr("Spreiding"), tr("Laat zien hoe de keuze spreidt"))
        self._spread.setChecked(True)
        self._area = self._make_area()
        self._spread.toggled.connect(self._area.setVisible)
        self._plan = label("", "body_strong")
        self.reason = LineInput()
        self.choose = button(tr("Kies"), self._choose, "primary", "check")
        self.drop = button(tr("Herstel"), self.restore, "link")
        self._build()
        self._connect_choice()

    def _make_area(self) -> QScrollArea:
        inner = QWidget()
        inner.setLayout(row(self.tiles, margins=(24, 2, 24, 4)))
        area = scrolled(inner)
        if not self._spread.isChecked():
            area.hide()
        return area

    def _build(self) -> None:
        keys = {"Spatie": tr("wel of niet"), "Ctrl+Enter": tr("waarom"), "Enter": tr("openen"), "S": tr("sorteren")}
        self.setLayout(
            column(self._head(), self._area, self.bar(), self.content(), self._foot(), self.hints(keys), gap=0)
        )

    def _head(self) -> QHBoxLayout:
        icon = picture("info", "text2", 16)
        head = row(self._number, 8, icon, self._remarks, self._spread, margins=(24, 12, 24, 4), gap=8)
        head.setStretch(head.indexOf(self._remarks), 1)
        return head

    def _foot(self) -> QWidget:
        self.reason.setPlaceholderText(tr("Waarom deze keuze?"))
        self.reason.setAccessibleName(tr("Waarom deze keuze?"))
        self.reason.setToolTip(tr("Dit blijft bij de praktijkvoorbeelden staan"))
        line = row(self._plan, self.reason, self.drop, self.choose, margins=(24, 10, 24, 10), gap=12)
        line.setStretch(1, 1)
        return page("footer", line)

    def _connect_choice(self) -> None:
        self.model.ticked.connect(self._ticked)
        self.table.opened.connect(self._open)
        self.reason.textChanged.connect(lambda _text: self._show_plan())
        self.reason.returnPressed.connect(self._choose)
        hears(self, self.reason.setFocus, "Ctrl+Enter")
        self.drawn.connect(self._show_spread)

    def wanted(self) -> AbstractSet[RecordId]:
        """What is ticked, shown or not."""
        return self.cases.spread.chosen ^ self._flipped

    def show_cases(self, cases: Gathered) -> None:
        """What was ticked stays so, unless it was chosen meanwhile or cannot be any more."""
        before, base = self.wanted(), cases.spread.chosen
        still = (case for case in self._flipped if case in cases.entries and cases.entries[case].can_be_chosen)
        self._flipped = {case for case in still if (case in before) != (case in base)}
        super().show_cases(cases)

    def _ticked(self) -> None:
        self._flipped = self.model.wanted ^ self.cases.spread.chosen
        self._show_spread()
        announce(self.table, f"{self._number.text()}. {self._plan.text()}")

    def bands(self) -> Bands:
        """How what is ticked spreads."""
        return self.cases.spread.bands(self.wanted())

    def remarks(self) -> list[str]:
        """What stands out in what is ticked."""
        return remarks(self.cases.spread, self.wanted())

    def summary(self) -> str:
        """How many of how many."""
        spread = self.cases.spread
        return f"{number(spread.number(self.wanted()))} {tr('gekozen van')} {number(len(spread))}"

    def _show_spread(self) -> None:
        self._number.setText(self.summary())
        said = self.remarks()
        most = FEW if self.narrow else REMARKS
        more = [f"{tr('En nog')} {len(said) - most}."] if len(said) > most else []
        self._remarks.setText(" ".join([*said[:most], *more]) or tr("Kies met de spatiebalk; je ziet de spreiding."))
        self._remarks.setToolTip("\n".join(said))
        self.tiles.show_bands(self.bands(), begun=self.cases.spread.number(self.wanted()) > 0)
        self._fit_area()
        self._show_plan()

    def fit(self) -> None:
        """In a narrow window the cases have the room, and the spread comes when it is asked for."""
        super().fit()
        self._spread.setChecked(not self.narrow)
        self._show_spread()

    def _fit_area(self) -> None:
        self._area.setFixedHeight(min(self.tiles.height() + theme().space(8), round(self.height() * MOST)))

    def resizeEvent(self, event: object) -> None:
        """The spread takes its part of the page."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._fit_area()

    def _show_plan(self) -> None:
        base = self.cases.spread.chosen
        more, less = len(self._flipped - base), len(self._flipped & base)
        words = [f"{more} {tr('erbij')}"] if more else []
        words += [f"{less} {tr('eraf')}"] if less else []
        self._plan.setText(", ".join(words) or tr("Nog niets veranderd"))
        self.choose.setEnabled(bool(self._flipped) and bool(self.reason.text().strip()))
        self.choose.setText(f"{tr('Kies')} {len(self._flipped)}" if self._flipped else tr("Kies"))
        self.drop.setEnabled(bool(self._flipped))

    def plan(self) -> list[Step]:
        """What choosing would change."""
        return steps(self._flipped_cases(), self.wanted(), self.reason.text().strip())

    def _flipped_cases(self) -> list[Entry]:
        return [self.cases.entries[case] for case in self._flipped]

    def _choose(self) -> None:
        if self.choose.isEnabled():
            self.chosen.emit(self.plan())

    def settled(self) -> None:
        """It was chosen: the next choice begins with an empty reason."""
        self.reason.clear()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def restore(self) -> None:
        """Lets what was ticked go."""
        self._flipped = set()
        self.draw()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def pictured(self) -> list[Entry]:
        """What is chosen, once something is."""
        wanted, spread = self.wanted(), self.cases.spread
        return [entry for entry in self.model.rows if spread.is_in(entry.id, wanted)] or self.model.rows

    def name_of(self, plan: Sequence[Step]) -> str:
        """What the step is called in the list of what can be undone."""
        touched = {step.record for step in plan}
        cases = count(len(touched), tr("praktijkvoorbeeld"), tr("praktijkvoorbeelden"))
        back = touched & self.cases.spread.chosen
        deed = tr("gekozen") if not back else tr("teruggezet") if back == touched else tr("gekozen of teruggezet")
        return f"{cases} {deed}"

    def _open(self, entry: Entry, _column: Column) -> None:
        self.go.emit(entry.id, "")
