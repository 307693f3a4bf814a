"""Editors of sets: a check-list where the choices are known, chips with completion where people may add their own."""

from collections.abc import Callable
from itertools import groupby

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication

from werkboek_desktop.domain.fields import HALF, WHOLE, Field, Option
from werkboek_desktop.domain.parse import split_elements
from werkboek_desktop.domain.text import clean_line, fold
from werkboek_desktop.domain.values import Value, canonical_set
from werkboek_desktop.ui.forms.editor import Editor, Offer, Reading
from werkboek_desktop.ui.forms.vocabulary import Vocabulary, moved, suggest
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.basic import clear, label
from werkboek_desktop.ui.widgets.chips import Chips
from werkboek_desktop.ui.widgets.inputs import LineInput, Tick
from werkboek_desktop.ui.widgets.lines import Lines
from werkboek_desktop.ui.words import tr

_WALK = {Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1}

APART = ", "
"""Between what will be chips once it is known what there is."""


def elements_of(value: Value) -> list[str]:
    """The elements of a set; none of anything else."""
    return list(map(str, value)) if isinstance(value, tuple) else []


class CheckListEditor(Editor):
    """A box for each choice, under the heading of its group. Arrows walk, Space ticks, Tab leaves.

    Elements that are no choice here, from a newer program, stay as they are.
    """

    spans = True

    def __init__(self, field: Field) -> None:
        super().__init__(field)
        self._boxes: dict[str, Tick] = {}
        self._lines = Lines(across=16, down=0)
        self._box.addLayout(self._lines)
        self._lay(field.options)

    def show_value(self, value: Value) -> None:
        """Ticks what is in the set."""
        elements = elements_of(value)
        strange = [Option(each, each) for each in elements if each not in self._boxes]
        if strange or len(self._boxes) > len(self.field.options):
            known = {option.key for option in self.field.options}
            self._lay((*self.field.options, *(Option(each, each) for each in elements if each not in known)))
        for key, box in self._boxes.items():
            box.setChecked(key in elements)

    def _lay(self, options: tuple[Option, ...]) -> None:
        clear(self._lines)
        self._boxes = {}
        for group, members in groupby(options, key=lambda option: option.group):
            if group:
                self._lines.add(label(group, "caption", "text2"), WHOLE)
            for option in members:
                self._lines.add(self._tick(option), HALF)
        self._let_tab_in(next(iter(self._boxes.values())))

    def _tick(self, option: Option) -> Tick:
        made = Tick(option.label)
        made.setAccessibleDescription(self.field.label)
        made.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        made.clicked.connect(lambda _on=False: self.typed.emit())
        made.installEventFilter(self)
        self._boxes[option.key] = made
        return made

    def _let_tab_in(self, box: Tick) -> None:
        for each in self._boxes.values():
            each.setFocusPolicy(Qt.FocusPolicy.StrongFocus if each is box else Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(box)

    def name(self, text: str, description: str) -> None:
        """The boxes have names of their own; this is the group's."""
        self.setAccessibleName(text)
        self.setAccessibleDescription(description)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows walk; the visit ends when the keyboard goes outside the list."""
        if event.type() == QEvent.Type.FocusOut and QApplication.focusWidget() not in self._boxes.values():
            self.left.emit()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _WALK:
            self._walk(watched, _WALK[Qt.Key(event.key())])
            return True
        return super().eventFilter(watched, event)

    def _walk(self, watched: QObject, by: int) -> None:
        boxes = list(self._boxes.values())
        to = next(at for at, box in enumerate(boxes) if box is watched) + by
        if 0 <= to < len(boxes):
            self._let_tab_in(boxes[to])
            boxes[to].setFocus(Qt.FocusReason.OtherFocusReason)

    def read(self) -> Reading:
        """What is ticked."""
        return Reading(canonical_set([key for key, box in self._boxes.items() if box.isChecked()]) or None)


class ChipsEditor(Editor):
    """Elements as chips. Enter or a comma adds what was typed, a pasted list adds all of it, Backspace takes back."""

    spans = True

    def __init__(self, field: Field, words: Vocabulary) -> None:
        super().__init__(field)
        self._words = words
        self._elements: list[str] = []
        self._gone: tuple[str, int] | None = None
        self.chips = Chips()
        self.chips.hide()
        self.chips.removed.connect(self._drop)
        self.chips.opened.connect(self._open)
        self.chips.left.connect(self._leave)
        self.input = ChipInput(self._is_half_a_name)
        self.input.setPlaceholderText(tr("Typ en druk op Enter"))
        self.input.added.connect(self._add)
        self.input.back.connect(self._take_back)
        self.input.walked.connect(self._walk)
        self.input.left.connect(self._leave)
        self.chips.passed.connect(lambda: self.input.setFocus(Qt.FocusReason.OtherFocusReason))
        self.chips.wrote.connect(self._write)
        self.setFocusProxy(self.input)
        self._offers = suggest(self.input, words, lambda _text: QTimer.singleShot(0, self, self._add))
        self._box.setSpacing(theme().space(6))
        self._box.addWidget(self.chips)
        self._box.addWidget(self.input)

    def look_again(self) -> None:
        """There is more to choose from than before."""
        self._offers.show_late()
        if not self.input.hasFocus():
            self._leave()
        elif APART in self.text():
            self._add()

    def name(self, text: str, description: str) -> None:
        """The chips together are called like the field too."""
        super().name(text, description)
        self.chips.call(text)

    def show_value(self, value: Value) -> None:
        """A chip for each element."""
        if elements_of(value) != self._elements:
            self._gone = None
            self._elements = elements_of(value)
            self._lay()

    def _lay(self) -> None:
        self.chips.show_chips(self.labels())
        self.chips.setVisible(bool(self._elements))

    def labels(self) -> list[str]:
        """What stands on the chips."""
        return [self._words.name(element) for element in self._elements]

    def text(self) -> str:
        """What stands beside the chips and is none yet."""
        return self.input.text_now()

    def show_text(self, text: str) -> None:
        """Puts it there again."""
        self.input.show_text(text)

    def _is_half_a_name(self, text: str) -> bool:
        """Whether a name that has a comma itself begins so."""
        start = fold(text)
        return any(fold(name).startswith(start) for name in self._words.suggestions(text))

    def _is_known(self, text: str) -> bool:
        return self._words.element(text) not in {"", text}

    def _add(self) -> None:
        if not self.text():
            return
        if not self._words.are_here():
            self.input.insert(APART)
            return
        self._offers.hide()
        texts = split_elements(self.text(), self._is_known)
        elements = [self._words.element(text) for text in texts]
        self.input.clear()
        self.show_text(", ".join(text for text, element in zip(texts, elements, strict=True) if not element))
        new = [element for element in dict.fromkeys(elements) if element and element not in self._elements]
        if new:
            self._change([*self._elements, *new])

    def _change(self, elements: list[str]) -> None:
        self._gone = None
        self._elements = sorted(elements) if len(elements) > len(self._elements) else elements
        self._lay()
        self.typed.emit()

    def _drop(self, at: int) -> None:
        gone = (self._elements[at], at)
        self._change([each for each in self._elements if each != gone[0]])
        self._gone = gone
        self.typed.emit()
        if not self._elements:
            self.input.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_back(self) -> None:
        if self._elements:
            self._drop(len(self._elements) - 1)
            self.input.setFocus(Qt.FocusReason.OtherFocusReason)

    def _write(self, letter: str) -> None:
        """What is typed at the chips is typed beside them."""
        self.input.setFocus(Qt.FocusReason.OtherFocusReason)
        self.input.end(False)
        press = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(self.input, press)

    def _put_back(self) -> None:
        if self._gone:
            self._change([*self._elements, self._gone[0]])
            self.left.emit()

    def _walk(self) -> None:
        if self._elements:
            self.chips.go_to(len(self._elements))
            self.chips.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, at: int) -> None:
        if self.field.refers:
            self.opens.emit(self._elements[at])

    def _leave(self) -> None:
        if QApplication.focusWidget() in {self.chips, self.input}:
            return
        self._add()
        self.left.emit()

    def read(self) -> Reading:
        """The elements, and what is still being typed is none yet."""
        value = canonical_set(self._elements) or None
        if self._gone:
            said = f"‘{self._words.name(self._gone[0])}’ {tr('is weggehaald.')}"
            return Reading(value, said=said, offer=Offer(tr("Zet terug"), self._put_back))
        former = next((each for each in self._elements if self.field.municipal and moved(each)), None)
        found = moved(former) if former else None
        if former is None or found is None:
            return Reading(value)
        if not found.name:
            return Reading(value, found.sentence)
        offer = Offer(f"{tr('Maak er')} {found.name} {tr('van')}", lambda: self._replace(former, found.name))
        return Reading(value, found.sentence, offer=offer)

    def _replace(self, former: str, name: str) -> None:
        others = {each for each in self._elements if each != former}
        self._change(sorted(others | {self._words.element(name)}))
        self.left.emit()


class ChipInput(LineInput):
    """The line beside chips."""

    added = Signal()
    back = Signal()
    walked = Signal()

    def __init__(self, goes_on: Callable[[str], bool]) -> None:
        """`goes_on`: whether a text, up to a comma, is the beginning of one element."""
        super().__init__()
        self._goes_on = goes_on

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and a comma add here, and press no button elsewhere; at an empty line keys go to the chips."""
        is_empty = not self.text()
        if event.matches(QKeySequence.StandardKey.Paste) and _is_list(QGuiApplication.clipboard().text()):
            self.setText(self.text() + QGuiApplication.clipboard().text().replace("\n", ";"))
            self.added.emit()
        elif event.text() == "," and self._goes_on(f"{self.text()},"):
            super().keyPressEvent(event)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} or event.text() in {",", ";"}:
            event.accept()
            self.added.emit()
        elif is_empty and event.key() == Qt.Key.Key_Backspace:
            self.back.emit()
        elif self.cursorPosition() == 0 and event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Up}:
            self.walked.emit()
        else:
            super().keyPressEvent(event)


def _is_list(text: str) -> bool:
    return any(mark in text for mark in ",;\n\t") and bool(clean_line(text))
