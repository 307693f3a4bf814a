"""One visit to a field, wherever its editor stands: from a keystroke to a draft to one change."""

from PySide6.QtCore import QObject, Signal

from werkboek_desktop.domain.ids import ChangeId, RecordId
from werkboek_desktop.domain.values import Value
from werkboek_desktop.domain.view import FieldView
from werkboek_desktop.ui.drafts import Unread
from werkboek_desktop.ui.forms.editor import Editor
from werkboek_desktop.ui.forms.pauses import Pauses
from werkboek_desktop.ui.session import Session


class Visit(QObject):
    """What is typed builds on what its person saw when they came, and becomes one change when they leave."""

    sealed = Signal()

    def __init__(self, editor: Editor, session: Session) -> None:
        super().__init__(editor)
        self.editor = editor
        self.record: RecordId | None = None
        self.typed = False
        self._session = session
        self._seen: tuple[ChangeId, ...] = ()
        self._is_restored = False
        self._pauses = Pauses(self)
        self._pauses.over.connect(self._draft)

    def begin(self, record: RecordId | None, view: FieldView | None) -> None:
        """From here on: this field, as it is shown now; what was not understood here before stands there again."""
        self.record, self._seen = record, view.heads if view else ()
        kept = self._session.drafts.unread(record, self.editor.field.key) if record else None
        self._is_restored = kept is not None
        if kept:
            self._seen = kept.seen
            self.editor.show_text(kept.text)
            self.typed = True

    def type(self) -> None:
        """A person changed something."""
        self.typed = True
        self._is_restored = False
        self._pauses.typed()

    @property
    def is_outdated(self) -> bool:
        """Whether it shows what was not understood, and another window made something of that meanwhile."""
        key = self.editor.field.key
        return self._is_restored and bool(self.record) and self._session.drafts.unread(self.record or "", key) is None

    def _draft(self) -> None:
        reading = self.editor.read()
        if not self.typed or not self.record:
            return
        if reading.understood:
            self._session.drafts.keep(self.record, self.editor.field.key, reading.value, self._seen)
            self._session.drafts.keep_unread(self.record, self.editor.field.key, None)
        else:
            self._keep_unread(self.record)

    def _keep_unread(self, record: RecordId) -> None:
        """Nothing of it goes into the project, and what was a value before it went on being typed neither."""
        key = self.editor.field.key
        self._session.drafts.keep_unread(record, key, Unread(self.editor.text(), self._seen))
        self._session.act(lambda: self._session.workspace.drop_draft(record, key))

    def leave(self) -> bool:
        """Seals what was typed. False: it is not understood, or not saved yet, so it has to stay on screen."""
        self._pauses.stop()
        if not self.typed:
            return True
        reading = self.editor.read()
        if self.record is None:
            return False
        if not reading.understood:
            if not self._is_restored:
                self._keep_unread(self.record)
            return False
        if not self._session.drafts.seal(self.record, self.editor.field.key, reading.value, self._seen):
            return False
        self._settle(self.record)
        return True

    def refer_to_new(self, title: str) -> bool:
        """Makes a record that is called so, and refers to it here; False where that was refused."""
        record, key = self.record, self.editor.field.key
        if record is None:
            return False
        workspace, seen = self._session.workspace, self._seen
        made = self._session.act(lambda: workspace.refer_to_new(record, key, title, seen, initiator=self._session))
        if made is None:
            return False
        self._pauses.stop()
        self._settle(record)
        return True

    def take(self, record: RecordId, value: Value) -> bool:
        """Settles the field on a value, knowing all versions."""
        self._pauses.stop()
        if not self._session.drafts.seal(record, self.editor.field.key, value, self._seen):
            return False
        self._settle(record)
        return True

    def _settle(self, record: RecordId) -> None:
        self.typed = False
        self._session.drafts.keep_unread(record, self.editor.field.key, None)
        self.begin(record, self._session.workspace.record(record).fields.get(self.editor.field.key))
        self.sealed.emit()
