"""What somebody writes where a field has versions: the text that will be meant."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from werkboek_desktop.domain.choosing import undisputed
from werkboek_desktop.domain.fields import Field
from werkboek_desktop.domain.text import count_words
from werkboek_desktop.domain.values import Value
from werkboek_desktop.domain.view import FieldView
from werkboek_desktop.ui.drafts import Place
from werkboek_desktop.ui.forms.editor import ProseEditor, Reading
from werkboek_desktop.ui.forms.make import editor_for
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.widgets.basic import column, label, row
from werkboek_desktop.ui.widgets.panels import picture
from werkboek_desktop.ui.words import count, tr


class OwnText(QFrame):
    """Begins with what nobody disputes, or with what was being written; `is_touched` since then.

    `is_begun`: somebody wrote or took something here, now or before.
    """

    typed = Signal()

    def __init__(self, field: Field, view: FieldView, session: Session, place: Place) -> None:
        super().__init__()
        self.setProperty("card", "surface")
        self._is_prose = bool(view.parts)
        choice = session.drafts.choice(*place)
        self.start: Value = undisputed(view).strip("\n") or None if self._is_prose else None
        self.is_touched = False
        self.is_begun = choice is not None
        self._editor = editor_for(field, session)
        self._editor.show_value(choice.value if choice else self.start)
        self._editor.name(tr("Jouw tekst"), tr("Wat hier staat wordt de tekst"))
        self._editor.typed.connect(self._on_typed)
        self._count = label("", "caption", "text2")
        title = tr("Jouw tekst") if self._is_prose else tr("Jouw keuze")
        head = row(picture("pencil-line", "accent"), label(title, "section"), 0, self._count, gap=8)
        said = label(self._hint(), "caption", "text2", wrap=True)
        self.setLayout(column(head, self._editor, said, 0, margins=(20, 14, 20, 14)))
        self._counted()

    def _hint(self) -> str:
        if self.is_begun:
            return tr("Teruggehaalde tekst: zo ver was je.")
        if self._is_prose:
            return tr("Hier staat waar iedereen het over eens is. Vul aan, of neem een versie.")
        return tr("Neem een versie, of vul zelf in.")

    def read(self) -> Reading:
        """What stands here now."""
        return self._editor.read()

    def put(self, value: Value) -> None:
        """Puts something else here; of a text undo brings back what it took the place of."""
        if isinstance(self._editor, ProseEditor):
            self._editor.replace(str(value or ""))
        else:
            self._editor.show_value(value)
            self._on_typed()

    def enter(self) -> None:
        """Puts the keyboard behind the last word; the page only goes there for what was written here."""
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(self._editor, ProseEditor):
            self._editor.go_to_end()
            if not self.is_begun:
                self._editor.input.rest()

    def _on_typed(self) -> None:
        self.is_touched = self.is_begun = True
        self._counted()
        self.typed.emit()

    def _counted(self) -> None:
        value = self.read().value
        words = count_words(value) if isinstance(value, str) and self._is_prose else 0
        self._count.setText(count(words, tr("woord"), tr("woorden")) if words else "")
