"""Editors where one chooses: a list of keys, yes or no, another record."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QStandardItemModel
from PySide6.QtWidgets import QCheckBox

from werkboek_desktop.domain.fields import Field, Option
from werkboek_desktop.domain.values import Value
from werkboek_desktop.ui.forms.editor import Editor, Reading
from werkboek_desktop.ui.widgets.inputs import Choice
from werkboek_desktop.ui.words import tr

type Titles = Callable[[], Sequence[tuple[str, str]]]
"""The records one can refer to: id and title."""


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

    def __init__(self, field: Field) -> None:
        super().__init__(field)
        self.input = QCheckBox(field.label)
        self.input.clicked.connect(self._clicked)
        self.setFocusProxy(self.input)
        self._box.addWidget(self.input)

    def _clicked(self, _on: bool) -> None:
        self.typed.emit()
        self.left.emit()

    def show_value(self, value: Value) -> None:
        """Nothing said is no."""
        self.input.setChecked(value is True)

    def read(self) -> Reading:
        """Ticked or not."""
        return Reading(self.input.isChecked())


class ReferenceEditor(Editor):
    """Another record, by its title. The list is filled when somebody comes to choose."""

    def __init__(self, field: Field, titles: Titles, title: Callable[[str], str]) -> None:
        super().__init__(field)
        self._titles = titles
        self._title = title
        self.input = LazyChoice(self._fill)
        self.input.activated.connect(self._chosen)
        self.setFocusProxy(self.input)
        self._box.addWidget(self.input)

    def _fill(self) -> None:
        now = self.input.currentData()
        self.input.clear()
        self.input.addItem(tr("niets gekozen"), None)
        for record, title in self._titles():
            self.input.addItem(title or tr("(zonder titel)"), record)
        self.show_value(now)

    def _chosen(self, _index: int) -> None:
        self.typed.emit()
        self.left.emit()

    def show_value(self, value: Value) -> None:
        """Shows the title, also of a record that is deleted or not here."""
        if not self.input.count():
            self.input.addItem(tr("niets gekozen"), None)
        at = 0 if value is None else self.input.findData(value)
        if at < 0:
            self.input.addItem(self._title(str(value)), value)
            at = self.input.count() - 1
        self.input.setCurrentIndex(at)

    def read(self) -> Reading:
        """The record's id."""
        return Reading(self.input.currentData())


class LazyChoice(Choice):
    """A list that is filled when it opens, or when the keyboard comes to it."""

    def __init__(self, fill: Callable[[], None]) -> None:
        super().__init__()
        self._fill = fill

    def showPopup(self) -> None:
        """Fills the list first."""
        self._fill()
        super().showPopup()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard chooses without opening the list."""
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._fill()
        super().focusInEvent(event)
