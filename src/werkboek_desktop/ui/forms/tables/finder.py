"""Finds a record by a few letters of its name: to put a person on the list of a day, or a day on that of a person."""

from PySide6.QtCore import QTimer, Signal

from werkboek_desktop.domain.fields import Field
from werkboek_desktop.domain.text import clean_line
from werkboek_desktop.domain.values import Value
from werkboek_desktop.ui.drafts import Place, Unread
from werkboek_desktop.ui.forms.editor import Editor, Offer, Reading
from werkboek_desktop.ui.forms.make import record_words
from werkboek_desktop.ui.forms.vocabulary import suggest
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.widgets.inputs import LineInput
from werkboek_desktop.ui.words import tr


class Finder(Editor):
    """Type two or three letters and choose. `typed` comes when one was chosen: nobody is put on a list by a letter.

    `place`: where what was typed and nobody is called waits for its person.
    """

    makes = Signal(str)
    """Somebody wants a new record with this name."""
    stuck = Signal()
    """Enter was pressed on what nobody is called, or more than one."""
    passed = Signal(bool)
    """Tab was pressed, be it in the list of suggestions: the keyboard goes on, or back."""

    def __init__(self, field: Field, session: Session, place: Place) -> None:
        super().__init__(field)
        self._session = session
        self._place = place
        self._words = record_words(field, session)
        self._chosen: str | None = None
        self._asked = ""
        self.input = LineInput()
        self.input.came.connect(lambda: session.targets(field))
        self.input.setPlaceholderText(tr("Typ een paar letters van de naam"))
        self.input.left.connect(self.left)
        self.input.textEdited.connect(lambda _text: self.told.emit())
        self.input.returnPressed.connect(self.choose)
        self.setFocusProxy(self.input)
        self._offers = suggest(
            self.input, self._words, lambda text: QTimer.singleShot(0, self, lambda: self._choose(text))
        )
        session.found.connect(self.look_again)
        self._box.addWidget(self.input)

    def look_again(self) -> None:
        """Those that there are were read: whoever pressed Enter before that gets an answer."""
        self._offers.show_late()
        if not self.input.hasFocus():
            self.told.emit()
        elif self._asked and self._asked == self.text():
            self._choose(self._asked)

    def choose(self) -> None:
        """Enter was pressed, be it in the list of suggestions."""
        self._choose(self.text())

    def _choose(self, text: str) -> None:
        """Takes who was chosen, or the only one that comes near; of namesakes one chooses from the list."""
        self._chosen = self._words.element(text) or self._only(text)
        if self._chosen:
            self.typed.emit()
        elif name := self._words.named(text):
            self.makes.emit(name)
        elif clean_line(text):
            self._asked = text
            self.stuck.emit()

    def _only(self, text: str) -> str | None:
        near = self._words.known(text)
        return self._words.element(near[0]) if len(near) == 1 else None

    def text(self) -> str:
        """What was typed to find somebody."""
        return self.input.text_now()

    def show_value(self, _value: Value) -> None:
        """Nobody is chosen yet; who was looked for before stands there again."""
        kept = self._session.drafts.unread(*self._place)
        self._asked = kept.text if kept else ""
        self.input.show_text(self._asked)

    def lets_go(self) -> bool:
        """A name that nobody was chosen by stays, with why and what can be done."""
        self._chosen, self._asked = None, self.text()
        found_nobody = bool(clean_line(self._asked))
        self._session.drafts.keep_unread(*self._place, Unread(self._asked, ()) if found_nobody else None)
        return not found_nobody

    def forget(self) -> None:
        """Who was looked for need not be found."""
        self.input.show_text("")
        self._session.drafts.keep_unread(*self._place, None)

    def focusNextPrevChild(self, forward: bool, /) -> bool:
        """Where Tab goes from here is the table's to say."""
        self.passed.emit(forward)
        return True

    def read(self) -> Reading:
        """Who was chosen; after Enter on another name why not, and what can be done about it."""
        text = self.text()
        if self._chosen or not self._asked or self._asked != text:
            return Reading(self._chosen)
        if not self._words.are_here():
            return Reading(None, tr("de namen worden nog opgezocht."), understood=False)
        near = self._words.known(text)
        return Reading(None, self._why_not(text, near), understood=False, offer=self._offer(text, near))

    def _why_not(self, text: str, near: list[str]) -> str:
        if len(near) > 1:
            return f"{tr('er zijn er meer die zo heten. Kies uit de lijst:')} {text}."
        return f"{tr('nog niet gekozen:') if near else tr('niet gevonden:')} {text}."

    def _offer(self, text: str, near: list[str]) -> Offer | None:
        if len(near) == 1:
            return Offer(f"{tr('kies')} {near[0]}", lambda: self._choose(near[0]))
        new = self._words.new(text)
        return Offer(new, lambda: self.makes.emit(clean_line(text))) if new else None
