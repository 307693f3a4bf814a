"""The three lists of Pakketten, and beside them what is chosen; in a narrow window they take turns."""

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QStackedWidget, QWidget

from werkboek_desktop.ui.pages.packages.tabs import CONTACTS, RECEIVED, SENT, Tabs
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.basic import button, column, focused_in, label, page, row
from werkboek_desktop.ui.widgets.fitted import Beside, Fitted
from werkboek_desktop.ui.words import count, tr


class Side(NamedTuple):
    """A list, and what stands beside it while nothing in it is chosen."""

    name: str
    rows: QWidget
    home: QWidget


def _hand_on(held: QWidget | None, to: QWidget) -> None:
    """What had the keyboard and is out of sight now gives it to this part; Qt would give it to whatever comes next."""
    if held is not None and not held.isVisible() and to.isVisible():
        stops = (each for each in to.findChildren(QWidget) if each.isVisible() and _is_stop(each))
        next(stops, to).setFocus(Qt.FocusReason.OtherFocusReason)


def _is_stop(part: QWidget) -> bool:
    if isinstance(part, QAbstractItemView) and not part.model().rowCount():
        return False
    return part.isEnabled() and bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus)


class Sides(Fitted):
    """Of each list the pane beside it, and panes that belong to none. `below`: what is told under them."""

    sends = Signal()
    """Somebody wants to make a bundle."""
    swaps = Signal()
    """Somebody has a stick."""
    turned = Signal(str)
    """To another list: its key."""

    def __init__(self, sides: Mapping[str, Side], below: QWidget) -> None:
        super().__init__()
        self._sides = sides
        self.tabs = Tabs({key: side.name for key, side in sides.items()})
        self.tabs.chosen.connect(self.turned)
        self._lists, self._panes = QStackedWidget(), QStackedWidget()
        self._asks = 0
        self._more = button("", self.show_home, "link", "arrow-right")
        send = button(tr("Verstuur"), self.sends.emit, "link", "send")
        stick = button(tr("Stick"), self.swaps.emit, "link", "usb", tr("Stickwissel (Ctrl+Shift+E)"))
        head = row(label(tr("Pakketten"), "section"), 0, stick, send, margins=(20, 14, 16, 0), gap=8)
        under = column(row(self.tabs), row(self._more, 0), margins=(16, 0, 16, 0), gap=4)
        self._list = page("list", column(head, under, self._lists, gap=10))
        for side in sides.values():
            self._lists.addWidget(side.rows)
            self._panes.addWidget(side.home)
        beside = page("surface", column(self._panes, below, gap=0))
        self._beside = Beside(self._list, beside, theme().size("list") + theme().space(18))
        self.setLayout(column(self._beside, gap=0))
        self.fit()

    def fit(self) -> None:
        """Where a list has the page for itself, what would stand beside it is a press away."""
        key = self.tabs.current()
        asks = f"{tr('Vraagt om jou')}: {count(self._asks, tr('ding'), tr('dingen'))}" if self._asks else ""
        words = {RECEIVED: asks, SENT: tr("Wat collega’s al hebben"), CONTACTS: tr("Jouw zes woorden")}.get(key, "")
        self._more.setText(words)
        self._more.setVisible(self.narrow and bool(words))

    def show_asking(self, amount: int) -> None:
        """So many things stand beside the first list that ask for somebody."""
        self._asks = amount
        self.fit()

    def add(self, pane: QWidget) -> None:
        """One more that can stand beside the lists."""
        self._panes.addWidget(pane)

    def turn_to_list(self, key: str) -> None:
        """This list, with its own pane beside it."""
        self.tabs.turn_on(key)
        self._lists.setCurrentWidget(self._sides[key].rows)
        self.fit()
        self.rest()

    def rest(self) -> None:
        """What stands beside the list while nothing of it is chosen; the list is in front."""
        side, held = self._sides[self.tabs.current()], focused_in(self)
        self._panes.setCurrentWidget(side.home)
        self._beside.to_rows()
        _hand_on(held, side.rows)

    def show_home(self) -> None:
        """What stands beside the list while nothing of it is chosen, in front."""
        self.show_pane(self._sides[self.tabs.current()].home)

    def show_pane(self, pane: QWidget) -> None:
        """This one, in front."""
        held = focused_in(self)
        self._panes.setCurrentWidget(pane)
        self._beside.to_detail()
        _hand_on(held, pane)

    def shown(self) -> QWidget | None:
        """The pane beside the list."""
        return self._panes.currentWidget()
