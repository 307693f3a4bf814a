"""The panel in which one chooses what a list shows: filters with counts, order, groups, kept views, a spreadsheet."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from werkboek_desktop.domain.catalogue import Catalogue
from werkboek_desktop.domain.dutch import number
from werkboek_desktop.domain.listing import Query, Tally, sorts
from werkboek_desktop.domain.spreadsheet import PEOPLE_INSIDE, has_people
from werkboek_desktop.domain.text import clean_line
from werkboek_desktop.ui.turns import is_full
from werkboek_desktop.ui.widgets.basic import button, clear, column, label, page, row, scrolled, separator
from werkboek_desktop.ui.widgets.flow import Flow
from werkboek_desktop.ui.widgets.inputs import Choice, LineInput
from werkboek_desktop.ui.words import tr

MOST = 24
"""So many values of one field stand as chips; the others are found by typing."""


class FilterPanel(QWidget):
    """What is chosen here is seen in the list at once."""

    asked = Signal(object)
    kept = Signal(str)
    renamed = Signal(str, str)
    dropped = Signal(str)
    table = Signal()
    folded = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._query = Query()
        self._view = ""
        self._facets: dict[str, FacetChips] = {}
        self._counted: Iterator[None] = iter(())
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._go_on)
        self.sort, self.group = Choice(), Choice()
        for choice, name in ((self.sort, tr("Sorteer op")), (self.group, tr("Groepeer op"))):
            choice.setAccessibleName(name)
            choice.activated.connect(self._arranged)
        self.name = LineInput()
        self.name.setAccessibleName(tr("Naam van deze weergave"))
        self.name.setPlaceholderText(tr("Bijvoorbeeld: redactie, per gemeente"))
        self.name.returnPressed.connect(self._keep)
        self._keep_button = button(tr("Bewaar"), self._keep)
        self._drop_button = button(tr("Verwijder weergave"), self._drop, "link", "trash-2")
        self._people = label(PEOPLE_INSIDE, "caption", "text2", wrap=True)
        self._chips = QVBoxLayout()
        self._build()

    def _build(self) -> None:
        arrange = row(
            column(label(tr("Sorteer op"), "label"), self.sort, gap=4),
            column(label(tr("Groepeer op"), "label"), self.group, gap=4),
            gap=12,
        )
        shut, opened = (
            self._fold_button(tr("Alles dicht"), opened=False),
            self._fold_button(tr("Alles open"), opened=True),
        )
        self._folds = page("", row(shut, opened, 0))
        view = column(
            label(tr("Weergave bewaren"), "label"),
            label(tr("Filters, volgorde en groepen onder één naam, boven de lijst."), "caption", "text2", wrap=True),
            row(self.name, self._keep_button),
            row(self._drop_button, 0),
            gap=4,
        )
        table = column(
            label(tr("Voor Excel"), "label"),
            row(button(tr("Bewaar deze lijst als CSV"), self.table.emit, "", "table"), 0),
            self._people,
            gap=6,
        )
        self._chips.setContentsMargins(0, 0, 0, 0)
        self._chips.setSpacing(14)
        parts = (arrange, self._folds, self._chips, separator(), view, separator(), table, 0)
        self.setLayout(column(scrolled(page("", column(*parts, margins=(20, 4, 20, 20), gap=14)))))

    def _fold_button(self, text: str, *, opened: bool) -> QWidget:
        return button(text, lambda: self.folded.emit(opened), "link")

    def show_kind(self, catalogue: Catalogue) -> None:
        """The filters, orders and groups of a list."""
        clear(self._chips)
        self._facets = {key: FacetChips(facet.label) for key, facet in catalogue.facets.items()}
        for key, chips in self._facets.items():
            chips.chosen.connect(partial(self._toggled, key))
            self._chips.addWidget(chips)
        self.sort.clear()
        for each in sorts(catalogue.kind):
            self.sort.addItem(each.label, each.key)
        self.group.clear()
        self.group.addItem(tr("niet groeperen"), "")
        for facet in catalogue.facets.values():
            self.group.addItem(facet.label, facet.key)
        self._people.setVisible(has_people(catalogue.kind.key))

    def show_query(self, catalogue: Catalogue, query: Query, view: str) -> None:
        """What is chosen, and how many rows each other choice would give."""
        self._query, self._view = query, view
        self._counted = self._count(catalogue, query)
        self._go_on()
        self.sort.setCurrentIndex(max(self.sort.findData(query.sort), 0))
        self.group.setCurrentIndex(max(self.group.findData(query.group), 0))
        self._folds.setVisible(bool(query.group))
        self.name.show_text(view)
        self._keep_button.setText(tr("Hernoem") if view else tr("Bewaar"))
        self._drop_button.setVisible(bool(view))

    def _go_on(self) -> None:
        """Counts for as long as nobody notices, and the rest a moment later."""
        for _some in self._counted:
            if is_full():
                self._soon.start()
                return

    def _count(self, catalogue: Catalogue, query: Query) -> Iterator[None]:
        for key, chips in self._facets.items():
            yield from catalogue.reckon(key)
            chips.show_tallies(catalogue.tally(query, key), query.chosen.get(key, frozenset()))
            yield

    def _toggled(self, key: str, value: str) -> None:
        self.asked.emit(self._query.toggled(key, value))

    def _arranged(self, _index: int) -> None:
        self.asked.emit(replace(self._query, sort=self.sort.currentData(), group=self.group.currentData()))

    def _keep(self) -> None:
        name = clean_line(self.name.text())
        if not name:
            self.name.setFocus()
        elif self._view:
            self.renamed.emit(self._view, name)
        else:
            self.kept.emit(name)

    def _drop(self) -> None:
        self.dropped.emit(self._view)


class FacetChips(QWidget):
    """A field with its values as chips; pressed ones are chosen. Hidden where there is nothing to choose."""

    chosen = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._box = QWidget()
        self._flow = Flow(self._box)
        self._more = label("", "caption", "text2", wrap=True)
        self._buttons: dict[str, QPushButton] = {}
        self.setLayout(column(label(name, "label"), self._box, self._more, gap=6))

    def show_tallies(self, tallies: list[Tally], chosen: frozenset[str]) -> None:
        """The values with their counts; a chip that has the keyboard keeps it."""
        shown = sorted(tallies, key=lambda each: (each.value not in chosen, -each.rows))[:MOST]
        values = {each.value for each in shown}
        self._flow.setEnabled(False)  # else each chip lays out all of them
        for value, chip in self._buttons.items():
            chip.setVisible(value in values)
        for each in tallies:
            if each.value in values:
                self._tell(each, on=each.value in chosen)
        self._flow.setEnabled(True)
        left = len(tallies) - len(shown)
        self._more.setText(f"{tr('En nog')} {number(left)}: {tr('typ de naam in het zoekveld.')}")
        self._more.setVisible(left > 0)
        self.setVisible(bool(tallies))
        self._box.updateGeometry()

    def _chip(self, value: str) -> QPushButton:
        if value not in self._buttons:
            self._buttons[value] = chip = button("", partial(self.chosen.emit, value), "pill")
            chip.setCheckable(True)
            self._flow.addWidget(chip)
        return self._buttons[value]

    def _tell(self, tally: Tally, *, on: bool) -> None:
        chip, text = self._chip(tally.value), f"{tally.label} {number(tally.rows)}"
        if chip.text() != text:  # each costs a layout
            chip.setText(text)
            chip.setAccessibleName(f"{self._name}: {text}")
        chip.setChecked(on)
