"""The editor of a reference: another record by its title, found while one types, opened, or made on the spot."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QToolButton

from werkboek_desktop.domain.fields import Field
from werkboek_desktop.domain.finding import Name, Names
from werkboek_desktop.domain.text import clean_line, fold
from werkboek_desktop.domain.values import Value
from werkboek_desktop.ui.forms.editor import Editor, Offer, Reading
from werkboek_desktop.ui.forms.vocabulary import SUGGESTIONS, suggest
from werkboek_desktop.ui.theme.icons import icon
from werkboek_desktop.ui.widgets.basic import row
from werkboek_desktop.ui.widgets.inputs import LineInput
from werkboek_desktop.ui.words import tr

type Find = Callable[[], Names | None]
"""The records that one can refer to, as they are now; None while they are being read."""
type Title = Callable[[str], str]


class RecordWords:
    """Records by their titles; what tells namesakes apart stands behind it. The element of a title is an id.

    `can_make`: the last suggestion is a new record with the name that was typed.
    """

    def __init__(self, find: Find, title: Title, *, can_make: bool = False) -> None:
        self._find = find
        self._title = title
        self._can_make = can_make
        self._labels: dict[str, str] = {}

    def name(self, element: str) -> str:
        """The title, also of a record that is deleted or not here."""
        return self._title(element)

    def element(self, text: str) -> str:
        """The record that was chosen by this text, or the only one that is called so; nothing for another."""
        if text in self._labels:
            return self._labels[text]
        wanted = fold(clean_line(text))
        called = [each.id for each in (self._find() or Names()).find(text, SUGGESTIONS) if fold(each.name) == wanted]
        return called[0] if len(called) == 1 else ""

    def are_here(self) -> bool:
        """Whether they have been read."""
        return self._find() is not None

    def suggestions(self, text: str) -> Sequence[str]:
        """Titles, each with what is known of where it belongs."""
        new = self.new(text)
        return [*self.known(text), new] if new else self.known(text)

    def known(self, text: str) -> list[str]:
        """The same of records that are there."""
        names = self._find() or Names()
        found = names.find(text, SUGGESTIONS) if text else names.first(SUGGESTIONS)
        self._labels = {}
        for each in found:
            self._labels[self._label(each)] = each.id
        return list(self._labels)

    def new(self, text: str) -> str:
        """What stands for a new record that is called so; nothing where none is made."""
        return f"{tr('Nieuw:')} ‘{clean_line(text)}’" if self._can_make and clean_line(text) and self.are_here() else ""

    def named(self, text: str) -> str:
        """The name of the new record that this text stands for; nothing where it stands for none."""
        is_new = self._can_make and text.startswith(tr("Nieuw:")) and text not in self._labels
        return text.removeprefix(tr("Nieuw:")).strip().removeprefix("‘").removesuffix("’") if is_new else ""

    def _label(self, found: Name) -> str:
        text = f"{found.name} · {found.where}" if found.where else found.name
        same = sum(each == text or each.startswith(f"{text} (") for each in self._labels)
        return f"{text} ({same + 1})" if same else text


class ReferenceEditor(Editor):
    """Type two or three letters and choose. `makes`: somebody wants a new record with this name, and refer to it."""

    makes = Signal(str)

    def __init__(self, field: Field, words: RecordWords) -> None:
        super().__init__(field)
        self._words = words
        self._value: str | None = None
        self._shown = ""
        self.input = LineInput()
        self.input.textEdited.connect(self._edit)
        self.input.left.connect(self.left)
        self.input.installEventFilter(self)
        self.setFocusProxy(self.input)
        self._offers = suggest(self.input, self, lambda text: QTimer.singleShot(0, self, lambda: self._choose(text)))
        self._open = QToolButton()
        self._open.setIcon(icon("arrow-right"))
        self._open.setProperty("alone", "true")
        self._open.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._open.clicked.connect(lambda _on=False: self._go())
        self._open.hide()
        self._box.addLayout(row(self.input, self._open, gap=4))

    def name(self, text: str, description: str) -> None:
        """The button says of which field it is."""
        super().name(text, f"{description} {tr('Typ een paar letters en kies.')}".lstrip())
        self._open.setAccessibleName(f"{text}: {tr('openen')}")
        self._open.setToolTip(tr("Openen (Ctrl+klik)"))

    def show_value(self, value: Value) -> None:
        """Shows the title, also of a record that is deleted or not here."""
        self._value = str(value) if value else None
        self._shown = self._words.name(self._value) if self._value else ""
        self.show_text(self._shown)

    def text(self) -> str:
        """What was typed to find somebody."""
        return self.input.text_now()

    def show_text(self, text: str) -> None:
        """Shows it."""
        self.input.show_text(text)
        self._open.setVisible(self._value is not None)

    def suggestions(self, text: str) -> Sequence[str]:
        """What somebody who types this may mean; the last one makes it."""
        is_title = bool(self._value) and text == self._shown
        return self._words.suggestions("" if is_title else text)

    def element(self, text: str) -> str:
        """The record that a text means."""
        return self._words.element(text)

    def look_again(self) -> None:
        """Those that one can refer to were read: who was typed meanwhile may be among them."""
        self._offers.show_late()
        if clean_line(self.text()) and self._value is None:
            self._value = self._words.element(self.text()) or None
            (self.typed if self._value else self.told).emit()
            if not self.input.hasFocus():
                self.left.emit()

    def _edit(self, text: str) -> None:
        self._value = self._words.element(text) or None if text != self._shown else self._value
        self._open.setVisible(self._value is not None)
        self.typed.emit()

    def _choose(self, text: str) -> None:
        record = self._words.element(text)
        if not record and (name := self._words.named(text)):
            self._make(name)
        elif record:
            self.show_value(record)
            self.typed.emit()
            self.left.emit()

    def _make(self, text: str) -> None:
        self.show_text(text)
        self.makes.emit(text)

    def _go(self) -> None:
        if self._value:
            self.opens.emit(self._value)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl and a click opens what it refers to."""
        is_press = isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonPress
        if is_press and QApplication.keyboardModifiers() & Qt.KeyboardModifier.ControlModifier and self._value:
            self._go()
            return True
        return super().eventFilter(watched, event)

    def read(self) -> Reading:
        """The record that was chosen; of another text only what it lacks."""
        typed = clean_line(self.text())
        if self._value or not typed:
            return Reading(self._value)
        if not self._words.are_here():
            return Reading(None, tr("De namen worden nog opgezocht."), understood=False)
        advice = f"‘{typed}’ {tr('staat er nog niet tussen. Kies uit de lijst, of pas de naam aan.')}"
        new = self._words.new(typed)
        offer = Offer(new, lambda: self._make(typed)) if new else None
        return Reading(None, advice, understood=False, offer=offer)
