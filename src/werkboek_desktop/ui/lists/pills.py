"""Above the rows: pills for what one often wants to see, and chips for what is filtered."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from werkboek_desktop.domain.catalogue import Catalogue
from werkboek_desktop.domain.dutch import number
from werkboek_desktop.domain.listing import MASTERCLASS, Query, next_masterclass
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.basic import button, clear, row
from werkboek_desktop.ui.widgets.flow import Flow
from werkboek_desktop.ui.words import tr

type Views = Mapping[str, Query]
"""Kept queries by name."""


class Pills(QWidget):
    """Alle, Wacht op mij, what a kind has of its own, and kept views; the button at the end opens the filters."""

    asked = Signal(object)
    filtering = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._views: Views = {}
        self._shown: list[tuple[str, Query]] = []
        self._box = QWidget()
        self._flow = Flow(self._box, gap=7)
        self._box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.filter_button = button(
            "", self.filtering.emit, "quiet", "list-filter", tr("Filteren, sorteren en groeperen")
        )
        self.filter_button.setFixedWidth(theme().size("control_h"))
        layout = row(self._box, self.filter_button, gap=4)
        layout.setStretch(0, 1)
        self.setLayout(layout)

    def show_views(self, views: Views) -> None:
        """The kept queries."""
        self._views = views

    def show_query(self, catalogue: Catalogue, query: Query, rows: int) -> None:
        """A pill for each way to look; pressed: this is it. `rows`: how many there are while nothing is asked."""
        pills = list(_pills(catalogue, self._views, query, rows))
        if [text for text, _query in pills] != [text for text, _query in self._shown]:
            self._lay(pills)
        self._shown = pills
        for pill, (_text, wanted) in zip(self.buttons(), pills, strict=True):
            pill.setChecked(wanted == query)

    def _lay(self, pills: list[tuple[str, Query]]) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            assert widget
            widget.hide()  # said by itself: else it shows itself later, as a window
            widget.setParent(None)
            widget.deleteLater()
        for at, (text, _query) in enumerate(pills):
            pill = button(text, partial(self._ask, at), "pill")
            pill.setCheckable(True)
            self._flow.addWidget(pill)
        self._box.updateGeometry()

    def buttons(self) -> list[QPushButton]:
        """The pills, from left to right."""
        return _buttons(self._flow)

    def _ask(self, at: int) -> None:
        self.asked.emit(self._shown[at][1])


def _buttons(flow: Flow) -> list[QPushButton]:
    found = (flow.itemAt(at) for at in range(flow.count()))
    widgets = (item.widget() for item in found if item)
    return [widget for widget in widgets if isinstance(widget, QPushButton)]


def _pills(catalogue: Catalogue, views: Views, query: Query, rows: int) -> list[tuple[str, Query]]:
    plain = Query(sort=query.sort, group=query.group)
    found = [(f"{tr('Alle')} {number(rows)}" if rows else tr("Alle"), plain)]
    mine = catalogue.mine()
    if mine or query.mine:
        found.append((f"{tr('Wacht op mij')} {number(mine)}", replace(plain, mine=True)))
    coming = next_masterclass(catalogue.all_facts()) if MASTERCLASS in catalogue.facets else None
    if coming:
        there = sum(
            any(each.masterclass == coming.masterclass for each in facts.attended) for facts in catalogue.all_facts()
        )
        found.append((f"{coming.title} · {number(there)}", plain.toggled(MASTERCLASS, coming.masterclass)))
    return found + list(views.items())


class Chips(QWidget):
    """What is chosen of the filters, each to be taken off; and all of it at once."""

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._query = Query()
        self._flow = Flow(self)

    def show_query(self, catalogue: Catalogue, query: Query) -> None:
        """A chip for each value that is chosen."""
        if query != self._query:
            self._query = query
            clear(self._flow)
            for key, values in query.chosen.items():
                for value in sorted(values, key=lambda each: catalogue.label(key, each)):
                    text = catalogue.label(key, value)
                    off = partial(self._ask, query.toggled(key, value))
                    self._flow.addWidget(button(text, off, "pill", "x", f"{text}: {tr('filter weghalen')}"))
            if query.chosen:
                everything = replace(query, chosen={}, mine=False)
                self._flow.addWidget(button(tr("Wis filters"), partial(self._ask, everything), "link"))
            self.updateGeometry()
        self.setVisible(bool(query.chosen))

    def _ask(self, query: Query) -> None:
        self.asked.emit(query)

    def buttons(self) -> list[QPushButton]:
        """The chips, from left to right."""
        return _buttons(self._flow)
