"""The three sides of Pakketten, as pills above the list."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from werkboek_desktop.ui.widgets.basic import button
from werkboek_desktop.ui.widgets.flow import Flow

RECEIVED, SENT, CONTACTS = "received", "sent", "contacts"


class Tabs(QWidget):
    """One of them is on."""

    chosen = Signal(str)

    def __init__(self, names: Mapping[str, str]) -> None:
        super().__init__()
        self._names = names
        flow = Flow(self, gap=7)
        self.pills: dict[str, QPushButton] = {}
        for key, name in names.items():
            self.pills[key] = made = button(name, partial(self.choose, key), "pill")
            made.setCheckable(True)
            flow.addWidget(made)
        self.turn_on(next(iter(names)))

    def choose(self, key: str) -> None:
        """Somebody wants to see this one."""
        self.turn_on(key)
        self.chosen.emit(key)

    def turn_on(self, key: str) -> None:
        """This one is shown."""
        for each, pill in self.pills.items():
            pill.setChecked(each == key)

    def current(self) -> str:
        """Which is on."""
        return next(key for key, pill in self.pills.items() if pill.isChecked())

    def count(self, key: str, amount: int) -> None:
        """How many things wait there."""
        self.pills[key].setText(f"{self._names[key]} {amount}" if amount else self._names[key])
