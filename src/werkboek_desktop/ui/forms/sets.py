"""Editors of sets: a check-list where the choices are known, chips with completion where people may add their own."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QGridLayout, QWidget

from werkboek_desktop.domain.fields import Field
from werkboek_desktop.domain.text import clean_line
from werkboek_desktop.domain.values import Value, canonical_set
from werkboek_desktop.ui.forms.editor import Editor, Reading
from werkboek_desktop.ui.forms.vocabulary import Vocabulary, suggest
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.basic import button, clear
from werkboek_desktop.ui.widgets.flow import Flow
from werkboek_desktop.ui.widgets.inputs import LineInput
from werkboek_desktop.ui.words import tr

LONG = 26

type Choices = Callable[[], Sequence[tuple[str, str]]]
"""The known elements: key and label."""


def elements_of(value: Value) -> list[str]:
    """The elements of a set; none of anything else."""
    return list(map(str, value)) if isinstance(value, tuple) else []


class CheckListEditor(Editor):
    """A box for each choice, short ones two beside each other. Elements that are no choice here stay, as they are."""

    spans = True

    def __init__(self, field: Field, choices: Choices) -> None:
        super().__init__(field)
        self._choices = choices
        self._boxes: dict[str, QCheckBox] = {}
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(0)
        self._grid.setHorizontalSpacing(theme().space(16))
        self._box.addLayout(self._grid)

    def show_value(self, value: Value) -> None:
        """Ticks what is in the set."""
        elements = elements_of(value)
        known = list(self._choices())
        self._lay(known + [(each, each) for each in elements if each not in dict(known)])
        for key, box in self._boxes.items():
            box.setChecked(key in elements)

    def _lay(self, choices: Sequence[tuple[str, str]]) -> None:
        if list(self._boxes) == [key for key, _label in choices]:
            return
        clear(self._grid)
        self._boxes = {}
        columns = 1 if any(len(text) > LONG for _key, text in choices) else 2
        for at, (key, text) in enumerate(choices):
            box = QCheckBox(text)
            box.setAccessibleDescription(self.field.label)
            box.clicked.connect(lambda _on=False: self.typed.emit())
            box.installEventFilter(self)
            self._grid.addWidget(box, at // columns, at % columns)
            self._boxes[key] = box
        if self._boxes:
            self.setFocusProxy(next(iter(self._boxes.values())))

    def name(self, text: str, description: str) -> None:
        """The boxes have names of their own; this is the group's."""
        self.setAccessibleName(text)
        self.setAccessibleDescription(description)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The visit ends when the keyboard goes outside the list."""
        if event.type() == QEvent.Type.FocusOut and QApplication.focusWidget() not in self._boxes.values():
            self.left.emit()
        return super().eventFilter(watched, event)

    def read(self) -> Reading:
        """What is ticked."""
        return Reading(canonical_set([key for key, box in self._boxes.items() if box.isChecked()]) or None)


class ChipsEditor(Editor):
    """Elements as chips: typing and Enter adds one, a click or Delete on a chip takes it out."""

    spans = True

    def __init__(self, field: Field, words: Vocabulary) -> None:
        super().__init__(field)
        self._words = words
        self._elements: list[str] = []
        self._chips = QWidget()
        self._flow = Flow(self._chips)
        self.input = _ChipInput()
        self.input.setPlaceholderText(tr("Typ en druk op Enter"))
        self.input.returnPressed.connect(self._add)
        self.input.left.connect(self._leave)
        self.setFocusProxy(self.input)
        suggest(self.input, words)
        self._box.setSpacing(theme().space(6))
        self._box.addWidget(self._chips)
        self._box.addWidget(self.input)

    def show_value(self, value: Value) -> None:
        """A chip for each element."""
        self._elements = elements_of(value)
        self._lay()

    def _lay(self) -> None:
        clear(self._flow)
        for element in self._elements:
            text = self._words.name(element)
            chip = button(text, partial(self._drop, element), "pill", "x", f"{text} {tr('weghalen')}")
            chip.installEventFilter(self)
            chip.setProperty("element", element)
            self._flow.addWidget(chip)
        self._chips.setVisible(bool(self._elements))
        self._chips.updateGeometry()

    def labels(self) -> list[str]:
        """What stands on the chips."""
        return [self._words.name(element) for element in self._elements]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Delete takes a chip out."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}
        ):
            self._drop(watched.property("element"))
            return True
        return super().eventFilter(watched, event)

    def _add(self) -> None:
        text = clean_line(self.input.text())
        self.input.clear()
        element = self._words.element(text)
        if element and element not in self._elements:
            self._elements.append(element)
            self._lay()
            self.typed.emit()

    def _drop(self, element: str) -> None:
        self._elements.remove(element)
        self._lay()
        self.input.setFocus(Qt.FocusReason.OtherFocusReason)
        self.typed.emit()

    def _leave(self) -> None:
        self._add()
        self.left.emit()

    def read(self) -> Reading:
        """The elements, and what is still being typed is none yet."""
        return Reading(canonical_set(self._elements) or None)


class _ChipInput(LineInput):
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter adds here; it presses no button elsewhere."""
        super().keyPressEvent(event)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.accept()
