"""One field of a form: label, editor, help, what there is to say of it, and the versions that stand."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from werkboek_desktop.domain.fields import Field
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.text import count_words
from werkboek_desktop.domain.values import Value, ValueType
from werkboek_desktop.domain.view import FieldView, Status
from werkboek_desktop.ui.forms.editor import Editor, ProseEditor, Reading
from werkboek_desktop.ui.forms.heading import Heading
from werkboek_desktop.ui.forms.merged import mark_merged, merged_notice
from werkboek_desktop.ui.forms.recovered import recovered_typing
from werkboek_desktop.ui.forms.references import ReferenceEditor
from werkboek_desktop.ui.forms.saying import Points, Saying, no_points
from werkboek_desktop.ui.forms.variants import prose_conflict, recovered, simple_conflict
from werkboek_desktop.ui.forms.visit import Visit
from werkboek_desktop.ui.prose.tools import row_of_tools
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.shown import shown
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.basic import column, label
from werkboek_desktop.ui.widgets.spoken import announce
from werkboek_desktop.ui.words import tr


class FieldRow(QWidget):
    """Shows a field's view; what a person types builds on exactly that view until the field is left."""

    choose = Signal(str, str)
    """Asks for the place of (record, field): the page of its versions, or of a record that this one refers to."""
    stored = Signal()
    """Something of this field went into the file, or was shown afresh."""
    told = Signal()
    """Something else stands in it than before."""

    def __init__(self, field: Field, editor: Editor, session: Session, parent: QWidget, *, lock: bool) -> None:
        super().__init__(parent)
        self.field = field
        self.editor = editor
        self._session = session
        self._record: RecordId | None = None
        self._view: FieldView | None = None
        self._shown: Value = None
        self._beside = ""
        self._points: Points = no_points
        self._stands: QWidget | None = None
        self._tools: QWidget | None = None
        self._start: Callable[[], object] | None = None
        self._visit = Visit(editor, session)
        self._soon = QTimer(self, singleShot=True, interval=editor.settles) if editor.settles else None
        if self._soon:
            self._soon.timeout.connect(self._say)
        self._build(lock=lock)
        editor.typed.connect(self._on_typed)
        editor.left.connect(self.leave)
        editor.told.connect(self._say)
        editor.opens.connect(lambda record: self.choose.emit(record, ""))
        if isinstance(editor, ReferenceEditor):
            editor.makes.connect(self._make)
        if isinstance(editor, ProseEditor):
            editor.input.entered.connect(self._show_tools)
            editor.left.connect(self.heading.hide_tools)

    def _build(self, *, lock: bool) -> None:
        self.heading = Heading(self.field, lock=lock, labelled=self.editor.labelled)
        self._saying = Saying()
        self.editor.name(self.field.label, self._spoken_help())
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(theme().space(4))
        self._box.addWidget(self.heading)
        self._box.addWidget(self.editor)
        if self.field.help:
            self._box.addWidget(label(self.field.help, "caption", "text2", wrap=True))
        self._box.addWidget(self._saying)
        self._box.addStretch(1)

    def _show_tools(self) -> None:
        if isinstance(self.editor, ProseEditor):
            if self._tools is None:
                self._tools = row_of_tools(self.editor.input)
            self.heading.show_tools(self._tools)

    def _spoken_help(self) -> str:
        return " ".join((self.heading.spoken(), self.field.help, *self.field.questions)).strip()

    @property
    def record(self) -> RecordId | None:
        """Whose field it shows; None: of a record that is not there yet."""
        return self._record

    def value(self) -> Value:
        """What stands there now."""
        return self.editor.read().value

    def advice(self) -> str:
        """What stands under the field, if anything."""
        return self._saying.advice

    def show_view(self, record: RecordId, view: FieldView | None) -> None:
        """Shows what the project says now. What a person is typing stays: it builds on what they saw."""
        if self._visit.typed and record == self._record and not self._visit.is_outdated:
            return
        value = view.value if view else None
        if self._visit.typed or (record, value) != (self._record, self._shown) or not self.editor.hasFocus():
            self.editor.show_value(value)  # who stands in it with the same words keeps their place
        self._record, self._view, self._shown = record, view, value
        self.editor.stand_at(record, view.heads if view else ())
        self._visit.typed = False
        self._visit.begin(record, view)
        self._show_standing(view)
        self._say()

    def show_new(self, start: Callable[[], object]) -> None:
        """Shows the field of a record that is not there yet; `start` makes it, and lets all its fields begin."""
        self._record, self._view, self._start = None, None, start
        self.editor.stand_at_new()
        self._visit.typed = False
        self.editor.show_value(None)
        self._visit.begin(None, None)
        self._show_standing(None)
        self._say()

    def begin(self, record: RecordId, view: FieldView | None) -> None:
        """The record is there from now on; what is being typed in it stays."""
        self._record, self._view = record, view
        self.editor.stay.record = record
        self._visit.begin(record, view)

    def _show_standing(self, view: FieldView | None) -> None:
        mark_merged(self.editor, view, self._session)
        if self._stands is not None:
            self._box.removeWidget(self._stands)
            self._stands.hide()
            self._stands.deleteLater()
            self._stands = None
        if self.editor.isHidden() is not self._is_disputed():
            self.editor.setVisible(not self._is_disputed())
        cards = [self._standing(view)] if view and view.status is not Status.SETTLED else []
        cards += self._recovered() + self._recovered_typing(view)
        if cards:
            self._stands = QWidget()
            self._stands.setLayout(column(*cards))
            self._box.insertWidget(1, self._stands)

    def _recovered(self) -> list[QFrame]:
        kept = self._session.drafts.choice(self._record or "", self.field.key)
        if kept is None:
            return []
        text = shown(self.field, kept.value, self._session.workspace.title)
        if self._is_disputed():
            return [recovered(text, tr("Verder kiezen"), self._ask_choose, self._drop_choice)]
        return [recovered(text, tr("Neem deze"), lambda: self.take(kept.value), self._drop_choice)]

    def _recovered_typing(self, view: FieldView | None) -> list[QFrame]:
        kept = self._session.drafts.recovered.get((self._record or "", self.field.key))
        if kept is None or view is None or kept.change not in view.heads:
            return []

        def keep() -> None:
            self._session.drafts.answer(kept.record, kept.field)
            self.refresh()
            self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

        def let_go() -> None:
            self._session.act(lambda: self._session.workspace.take_back(kept.change))
            keep()

        return [recovered_typing(self.field, kept, self._session, keep, let_go)]

    def _drop_choice(self) -> None:
        if self._record:
            self._session.drafts.drop_choice(self._record, self.field.key)
            self.refresh()

    def _is_disputed(self) -> bool:
        """Whether it is a text with two versions, which is not typed in here."""
        return bool(self._view and self._view.status is Status.CONFLICT and self._view.parts)

    def _standing(self, view: FieldView) -> QFrame:
        workspace = self._session.workspace
        if view.status is Status.MERGED:
            return merged_notice(self.field, view, self._session, self.seen_merged)
        if view.parts:
            return prose_conflict(self.field, view, self._session.name_of, self._ask_choose)
        return simple_conflict(self.field, view, workspace.title, self._session.name_of, self.take)

    def _ask_choose(self) -> None:
        if self._record:
            self.choose.emit(self._record, self.field.key)

    @property
    def is_written(self) -> bool:
        """Whether something was typed in it that is no change yet."""
        return self._visit.typed

    @property
    def is_merged(self) -> bool:
        """Whether it shows a merged text that nobody said they read."""
        return bool(self._view and self._view.status is Status.MERGED)

    def seen_merged(self) -> None:
        """Says that the merged text was read: it becomes the one text."""
        if self._view:
            self.take(self._view.value)

    def take(self, value: Value) -> None:
        """Settles the field on a value, knowing all versions."""
        if self._record and self._visit.take(self._record, value):
            self.refresh()

    def _make(self, title: str) -> None:
        if self._visit.refer_to_new(title):
            self.refresh()

    def _on_typed(self) -> None:
        self._visit.type()
        if self._record is None and self._start:
            self._start()
        if self._soon:
            self._soon.start()
        else:
            self._say()

    def leave(self) -> None:
        """The visit is over: what was typed becomes one change. What is not understood stays, and says so."""
        was_typed = self._visit.typed
        if not self._visit.leave():
            self._say()
            announce(self.editor, self.advice())
        elif was_typed:
            self.refresh()

    def refresh(self) -> None:
        """Shows the field as the project has it."""
        if self._record:
            self.show_view(self._record, self._session.workspace.record(self._record).fields.get(self.field.key))
            self.stored.emit()

    def advise(self, text: str) -> None:
        """What there is to say because of what stands in the fields beside it."""
        if text != self._beside:
            self._beside = text
            self._say()

    def _say(self) -> None:
        reading = self.editor.read()
        said = reading.said if self._visit.typed or reading.offer else ""
        before = self.advice()
        odd = "" if said else self._beside or self._pointed(reading.value)
        self._saying.say(reading._replace(advice=reading.advice or odd, said=said))
        if self.advice() != before:
            self.editor.name(self.field.label, f"{self.advice()} {self._spoken_help()}".strip())
        self._count(reading)
        self.told.emit()

    def point(self, points: Points) -> None:
        """Whoever may be recognised in this line is told of under it: no line stands under its letters."""
        self._points = points
        self._say()

    def _pointed(self, value: Value) -> str:
        if self.field.type is not ValueType.LINE or not isinstance(value, str) or self._record is None:
            return ""
        return self._points(self._record, self.field, value)

    def _count(self, reading: Reading) -> None:
        if self.field.type is ValueType.PROSE:
            self.heading.show_words(count_words(str(reading.value or "")), disputed=self._is_disputed())


def row_around(part: QWidget | None) -> FieldRow | None:
    """The field that a part of the window stands in."""
    while part is not None and not isinstance(part, FieldRow):
        part = part.parentWidget()
    return part
