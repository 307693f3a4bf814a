"""The open project as the window sees it: typing becomes drafts, leaving a field seals them, no word is lost."""

from collections.abc import Callable, Container, Iterable
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from werkboek_desktop.domain import schema
from werkboek_desktop.domain.fields import Field
from werkboek_desktop.domain.finding import Names
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.values import ValueType
from werkboek_desktop.domain.view import RecordView, Variant
from werkboek_desktop.errors import NotSaved, Refusal, UnknownRecord
from werkboek_desktop.settings import setting
from werkboek_desktop.ui.agenda import Agenda
from werkboek_desktop.ui.drafts import Drafts
from werkboek_desktop.ui.words import tr
from werkboek_desktop.ui.work import Jobs

if TYPE_CHECKING:
    from werkboek_desktop.workspace import Changed, Workspace
    from werkboek_desktop.workspace.remarking import Begun

MANY = 50
"""From so many changed records on nobody looks what they are."""
POLL = 1_000


class Session(QObject):
    """Everything that writes goes through here, typing through its `drafts`. `changed` tells every screen.

    `beside` is for slow work that writes nothing in the project.
    """

    changed = Signal(object)
    refused = Signal(object)
    told = Signal(object)
    """A `Notice` for whoever is at work."""
    stepped = Signal(object)
    """Somebody did something that they may want to take back: the `Step`."""
    found = Signal()
    """Records that can be referred to were read."""
    set_up = Signal(str)
    """A setting of this computer was changed: its key."""

    def __init__(self, workspace: "Workspace") -> None:
        super().__init__()
        self.workspace = workspace
        self.drafts = Drafts(workspace, self)
        self.drafts.refused.connect(self.refused)
        self.beside = Jobs(self)
        self._targets: dict[tuple[str, ...], Names | None] = {}
        self.changed.connect(self._hear)
        self._poll = QTimer(self, interval=POLL)
        self._poll.timeout.connect(self.poll)
        self._poll.start()
        self._unsubscribe = workspace.subscribe(self.changed.emit)
        self.agenda = Agenda(workspace, self)
        self.changed.connect(self.agenda.look_soon)

    def _hear(self, changed: "Changed") -> None:
        self._targets = {}
        if changed.step and changed.step.is_news:
            self.stepped.emit(changed.step)

    def begin(self) -> None:
        """Makes changes of what a program that died had kept; what was being chosen waits for its person."""
        recovered = () if self.workspace.read_only else self.act(self.workspace.recover)
        self.drafts.begin(recovered or ())
        self.agenda.look_soon()
        self.beside.do(self.workspace.clear_away, lambda _done: None)

    def place_comment(self, writing: "Begun") -> bool:
        """Makes a comment of it, which is the end of keeping it."""
        if self.act(lambda: self.workspace.place_comment(writing)) is None:
            return False
        self.drafts.drop_comment(writing.owner)
        return True

    def targets(self, field: Field) -> Names | None:
        """The records that a field can refer to; None while they are read beside the window: `found` says when."""
        known = self._targets

        def read(found: Names) -> None:
            known[field.refers] = found
            self.found.emit()

        if field.refers not in known:
            known[field.refers] = None
            self.beside.look_up(lambda: self.workspace.targets(field), read)
        return known[field.refers]

    def act[T](self, action: Callable[[], T]) -> T | None:
        """Does something a person asked for; a refusal is told, and None comes back."""
        try:
            done = action()
        except NotSaved as error:
            self.drafts.stuck(error)
            self.refused.emit(error)
        except Refusal as error:
            self.refused.emit(error)
        else:
            self.drafts.look()
            return done
        return None

    def put_setting(self, key: str, value: object) -> None:
        """Changes a setting of this computer, at once and for later; raises BadSetting, NotSaved."""
        self.workspace.put_setting(key, value)
        self.set_up.emit(key)

    def step_setting(self, key: str, by: int) -> None:
        """The next or previous of its options; 0: what it is by itself."""
        self.put_setting(key, setting(key).beside(self.workspace.settings(), by))

    def name_of(self, author: RecordId | None) -> str:
        """Who wrote something."""
        return self.workspace.author_name(author) or tr("onbekend")

    def author(self) -> str:
        """Who writes here; empty while nobody said so."""
        return self.workspace.author or ""

    def own_first(self, variants: Iterable[Variant]) -> list[Variant]:
        """The versions as one reads them: one's own is the first."""
        return sorted(variants, key=lambda variant: self.name_of(variant.author) != self.author())

    def title_of(self, view: RecordView) -> str:
        """What an item is called; where it has no name of its own, by whom or what it refers to."""
        kind = schema.kind(view.key.kind)
        field = schema.field(kind.key, kind.title[0]) if kind else None
        refers = view.value(field.key) if field and field.type is ValueType.REFERENCE else None
        return self.workspace.title(str(refers) if refers else view.id)

    def kind_of(self, record: RecordId) -> str:
        """The kind of a record; empty for one that is not here."""
        key = self.workspace.key(record)
        return key.kind if key else ""

    def touches(self, changed: "Changed", kinds: Container[str], record: RecordId = "") -> bool:
        """Whether what changed is of these kinds, or this record; of very many that is taken to be so."""
        if not 0 < len(changed.records) < MANY:
            return True
        return record in changed.records or any(self.kind_of(each) in kinds for each in changed.records)

    def owner_of(self, record: RecordId) -> RecordId | None:
        """Who owns a record."""
        key = self.workspace.key(record)
        return key.owner if key else None

    def there(self, record: RecordId) -> RecordView | None:
        """A record that is here and not deleted."""
        try:
            view = self.workspace.record(record)
        except UnknownRecord:
            return None
        return None if view.deleted else view

    def is_there(self, record: RecordId) -> bool:
        """Whether it is."""
        return self.there(record) is not None

    def poll(self) -> None:
        """Notices what another program, such as the command line, wrote in the same file."""
        try:
            self.workspace.poll()
        except Refusal:
            return

    def close(self) -> None:
        """Seals what is open and lets the file go; what cannot be sealed stays a draft in the file."""
        if not self._poll.isActive():
            return
        self._poll.stop()
        self.beside.finish()
        self.agenda.close()
        self.drafts.close()
        self._unsubscribe()
        with suppress(Refusal):
            self.workspace.seal_all()
        self.workspace.close()
