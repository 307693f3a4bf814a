"""Editors where one chooses: a list of keys, yes or no, a yes with its day."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QResizeEvent, QStandardItemModel
from PySide6.QtWidgets import QApplication, QBoxLayout

from werkboek_desktop.domain.fields import Field, Option
from werkboek_desktop.domain.values import Value
from werkboek_desktop.ui.forms.dates import DAY, DateEditor
from werkboek_desktop.ui.forms.editor import Editor, Reading, Today
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.basic import row
from werkboek_desktop.ui.widgets.inputs import Choice, Tick
from werkboek_desktop.ui.words import tr

NARROW = 300
"""Too narrow for a yes with its day beside it, at 100 %."""


class EnumEditor(Editor):
    """A drop-down list with an empty choice; a key that this program does not know stays, shown as it is."""

    def __init__(self, field: Field) -> None:
        super().__init__(field)
        self.input = Choice()
        self._fill(field.options)
        self.input.activated.connect(self._chosen)
        self.setFocusProxy(self.input)
        self._box.addWidget(self.input)

    def _fill(self, options: Iterable[Option]) -> None:
        self.input.addItem(tr("niets gekozen"), None)
        group = ""
        for option in options:
            if option.group and option.group != group:
                self._add_heading(option.group)
            group = option.group
            self.input.addItem(option.label, option.key)

    def _add_heading(self, text: str) -> None:
        self.input.addItem(text, None)
        model = self.input.model()
        if isinstance(model, QStandardItemModel):
            model.item(self.input.count() - 1).setFlags(Qt.ItemFlag.NoItemFlags)

    def _chosen(self, _index: int) -> None:
        self.typed.emit()
        self.left.emit()

    def show_value(self, value: Value) -> None:
        """Chooses it; an unknown key is added to the list."""
        at = 0 if value is None else self.input.findData(value)
        if at < 0:
            self.input.addItem(str(value), value)
            at = self.input.count() - 1
        self.input.setCurrentIndex(at)

    def read(self) -> Reading:
        """The key that is chosen."""
        return Reading(self.input.currentData())


class BooleanEditor(Editor):
    """Yes or no, in the words of the field."""

    labelled = False

    def __init__(self, field: Field) -> None:
        super().__init__(field)
        self.input = Tick(field.label)
        self.input.clicked.connect(self._chosen)
        self.setFocusProxy(self.input)
        self._box.addWidget(self.input)

    def _chosen(self, _on: bool) -> None:
        self.typed.emit()
        self.left.emit()

    def show_value(self, value: Value) -> None:
        """Ticks it or not."""
        self.input.setChecked(value is True)

    def read(self) -> Reading:
        """Ticked or not."""
        return Reading(self.input.isChecked())


class TickEditor(Editor):
    """A yes with the day it was given: the tick fills in today, and the day can be changed."""

    labelled = False
    spans = True

    def __init__(self, field: Field, today: Today) -> None:
        super().__init__(field)
        self._today = today
        self.tick = Tick(field.label)
        self.tick.clicked.connect(self._chosen)
        self.day = DateEditor(field, today)
        self.day.setMinimumWidth(theme().px(DAY))
        self.day.setMaximumWidth(theme().px(200))
        self.day.typed.connect(self._typed)
        for part in (self.tick, self.day.input):
            part.installEventFilter(self)
        self.setFocusProxy(self.tick)
        self._line = row(self.tick, self.day, gap=12)
        self._line.setStretch(0, 1)
        self._box.addLayout(self._line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where a line has no room for both, the day stands under its yes."""
        super().resizeEvent(event)
        is_narrow = event.size().width() < theme().px(NARROW)
        way = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        if self._line.direction() != way:
            self._line.setDirection(way)
            self._line.setSpacing(theme().space(2 if is_narrow else 12))

    def name(self, text: str, description: str) -> None:
        """The day says of which yes it is."""
        super().name(text, description)
        self.day.name(f"{text}, {tr('op')}", description)

    def _chosen(self, on: bool) -> None:
        self.show_value(self._today().isoformat() if on else None)
        self.typed.emit()

    def _typed(self) -> None:
        self.tick.setChecked(bool(self.day.text()))
        self.typed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The visit ends when the keyboard goes outside both."""
        if event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            inside = QApplication.focusWidget() in {self.tick, self.day.input}
            if not inside and event.reason() != Qt.FocusReason.PopupFocusReason:
                self.left.emit()
        return super().eventFilter(watched, event)

    def show_value(self, value: Value) -> None:
        """A tick and its day, or neither."""
        self.tick.setChecked(value is not None)
        self.day.show_value(value)
        self.day.setVisible(value is not None)

    def text(self) -> str:
        """The day as typed."""
        return self.day.text()

    def show_text(self, text: str) -> None:
        """Shows what was typed for the day."""
        self.tick.setChecked(bool(text))
        self.day.show_text(text)
        self.day.setVisible(bool(text))

    def read(self) -> Reading:
        """The day."""
        return self.day.read()
