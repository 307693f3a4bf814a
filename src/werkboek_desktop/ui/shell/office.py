"""What makes one window work on an open project."""

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from werkboek_desktop.domain import schema
from werkboek_desktop.domain.fields import Kind
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.errors import Refusal
from werkboek_desktop.ui.notice import Notice
from werkboek_desktop.ui.pages.keys import KeysPage
from werkboek_desktop.ui.pages.record import RecordPage
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.shell.agreements import Agreements
from werkboek_desktop.ui.shell.commands import (
    KEYS,
    Command,
    Keys,
    agreeing,
    commands,
    discussing,
    erasing,
    tracing,
    widget_keys,
    wording,
    writing,
)
from werkboek_desktop.ui.shell.deeds import Deeds
from werkboek_desktop.ui.shell.erasing import Erasing
from werkboek_desktop.ui.shell.finder import Finder
from werkboek_desktop.ui.shell.focusing import Focusing
from werkboek_desktop.ui.shell.looked import Looked
from werkboek_desktop.ui.shell.navigation import Navigation
from werkboek_desktop.ui.shell.palette import Palette
from werkboek_desktop.ui.shell.printer import Printer
from werkboek_desktop.ui.shell.rail import PACKAGES
from werkboek_desktop.ui.shell.regions import Regions
from werkboek_desktop.ui.shell.remarks import Remarks
from werkboek_desktop.ui.shell.settling import Settling
from werkboek_desktop.ui.shell.state import State
from werkboek_desktop.ui.shell.tracing import Tracing
from werkboek_desktop.ui.shell.undoing import Undoing
from werkboek_desktop.ui.shell.where import WherePanel
from werkboek_desktop.ui.shell.window import MainWindow
from werkboek_desktop.ui.shell.wording import Wording
from werkboek_desktop.ui.widgets.undo_keys import REDO_TOO
from werkboek_desktop.ui.words import at_time, count, tr
from werkboek_desktop.ui.work import Jobs

if TYPE_CHECKING:
    from werkboek_desktop.workspace import Changed

RECOVERED = "recovered"


class Office(QObject):
    """Puts together what a window needs, and keeps it in step with the project."""

    closed = Signal()
    another = Signal()
    """Somebody asks for another window."""
    toured = Signal()
    """Somebody asks for the tour."""

    def __init__(self, window: MainWindow, session: Session, finder: Finder, *, demo: bool) -> None:
        super().__init__(window)
        self._finder = finder
        self._demo = demo
        self.window = window
        self.session = session
        self.jobs = Jobs(self)
        self.navigation = Navigation(window, session, self.jobs)
        self.settling = Settling(self.navigation)
        self.printer = Printer(session, self.jobs)
        self.deeds = Deeds(self.navigation, self.printer)
        self.state = State(self.navigation)
        self.looked = Looked(self.navigation)
        self.notices = window.notices
        self.undoing = Undoing(self.navigation, self.notices.progress)
        self.remarks = Remarks(self.navigation)
        self.wording = Wording(self.navigation)
        self.agreements = Agreements(self.navigation)
        self.tracing = Tracing(self.navigation)
        self.focusing = Focusing(self.navigation)
        self.erasing = Erasing(self.navigation)
        self.commands = self._all_commands()
        self.navigation.offer(KEYS, self._key_page)
        self._touched: set[RecordId] = set()
        self._closed = False
        self._warned = False
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._refresh)
        self._connect()
        window.records.attach(session, self._make_page, self.jobs)
        window.show_title(session.workspace.project.name, session.workspace.project.path)
        self.show_person()

    def _all_commands(self) -> tuple[Command, ...]:
        regions = Regions(self.window, self.navigation, self.notices)
        another, toured = self.another.emit, self.toured.emit
        return (
            *commands(self.navigation, self.settling, self.deeds, regions, self.undoing, another, toured),
            *discussing(self.remarks),
            *wording(self.wording),
            *tracing(self.tracing),
            *agreeing(self.agreements),
            *writing(self.focusing),
            *erasing(self.erasing),
        )

    @cached_property
    def palette(self) -> Palette:
        """One field that finds everything."""
        return Palette(self.window.pages, self._finder, self.commands, self.navigation.to_record)

    @cached_property
    def where(self) -> WherePanel:
        """Where the file is."""
        return WherePanel(self.window.pages, self.session.workspace.project.path)

    def _make_page(self, kind: Kind) -> RecordPage:
        page = self.erasing.follow(self.wording.follow(self.deeds.make_page(kind)))
        return self.undoing.follow(self.agreements.follow(self.tracing.follow(self.remarks.follow(page))))

    def _connect(self) -> None:
        window, status, navigation = self.window, self.window.status, self.navigation
        for command in self.commands:
            if command.keys:
                window.on_key(command.keys, command.act)
        window.on_key("Ctrl+K", self._find)
        window.on_key(REDO_TOO, self.undoing.redo)
        window.rail.search.clicked.connect(self._find)
        window.rail.went.connect(navigation.go)
        window.closing.connect(self.close)
        self.session.changed.connect(self._changed)
        self.session.drafts.saved.connect(self.state.show_saved)
        self.session.drafts.answered.connect(self._tell_rest)
        navigation.left.connect(self.notices.pass_by)
        navigation.looked.connect(self.state.show)
        window.records.list.chosen.connect(self.notices.pass_by)
        status.keys.connect(lambda: navigation.go(KEYS))
        status.conflicts.connect(self.settling.next_conflict)
        status.merged.connect(self.settling.next_merged)
        status.waiting.connect(lambda: navigation.go(PACKAGES))
        status.file.connect(self._tell_where)

    def _find(self) -> None:
        self.palette.ask()

    def _tell_where(self) -> None:
        self.where.ask()

    def key_map(self) -> tuple[Keys, ...]:
        """All keys there are, of the window and of what stands in it."""
        return (*(Keys(each.keys, each.label, each.group) for each in self.commands if each.keys), *widget_keys())

    def _key_page(self) -> KeysPage:
        page = KeysPage(self.key_map())
        page.back.connect(self.navigation.back)
        return page

    def _changed(self, changed: "Changed") -> None:
        self._touched |= changed.records
        self._soon.start()
        self.notices.pass_by()

    def catch_up(self) -> None:
        """The keyboard comes from another window: everything that happened there is shown before the first key."""
        self._soon.stop()
        self._refresh()

    def _refresh(self) -> None:
        touched, self._touched = frozenset(self._touched), set()
        self.navigation.current().refresh(touched)
        self.state.show()

    def refuse(self, error: Refusal) -> None:
        """Says what was refused: above the form that is shown, else below the page."""
        page = self.window.records.current_page()
        if page and page.isVisible():
            page.panel.refuse(error, tr("Er is niets gewijzigd."))
        else:
            self.notices.refuse(error)

    def may_close(self, *, last: bool) -> bool:
        """Once, the last window stays open where words would be lost; who closes it again means it."""
        self.navigation.leave()
        self.remarks.keep()
        self.session.drafts.retry()
        if not last or not self.session.drafts.trouble or self._warned or self._closed:
            return True
        self._warned = True
        lost = tr("Je laatste tekst is nog niet opgeslagen.")
        self.window.status.say(f"{lost} {tr('Sluit nog een keer om toch te stoppen.')}")
        return False

    def tell_read_only(self) -> None:
        """The file can be looked at, and nothing pretends to be saved."""
        said = tr("Dit werkboek mag hier niet worden veranderd. Je kunt alles bekijken.")
        how = tr("Wil je erin schrijven? Kopieer het bestand dan eerst naar je eigen computer.")
        self.notices.show_notice(Notice(f"{said} {how}", tr("Waar staat het?"), self.where.ask))

    def tell_recovered(self) -> None:
        """What was being typed when the program was killed is there, and where."""
        kept = list(self.session.drafts.recovered.values())
        if not kept:
            return
        first, workspace = kept[0], self.session.workspace
        field = schema.field(self.session.kind_of(first.record), first.field)
        where = f"‘{field.label if field else first.field}’ {tr('van')} {workspace.title(first.record)}"
        if len(kept) > 1:
            where += f" {tr('en in')} {count(len(kept) - 1, tr('ander veld'), tr('andere velden'))}"
        said = f"{tr('Teruggehaalde tekst van')} {at_time(first.time, workspace.today)}: {where}."
        go = partial(self.navigation.to_record, first.record, first.field)
        self.notices.show_notice(Notice(said, tr("Bekijk"), go, about=RECOVERED))

    def _tell_rest(self) -> None:
        if self.notices.forget(RECOVERED):
            self.tell_recovered()

    def show_person(self) -> None:
        """Who writes here."""
        self.window.rail.show_person(self.session.author(), demo=self._demo)

    def close(self) -> None:
        """Seals what is being typed in this window; doing it twice is fine."""
        if not self._closed:
            self.retire()
            self.closed.emit()

    def retire(self) -> None:
        """Seals what is being typed, and leaves the window to another."""
        self._closed = True
        self.navigation.leave()
        self.remarks.keep()
        self.jobs.finish()
        self.session.changed.disconnect(self._changed)
        self._soon.stop()  # what was sealed just now is shown nowhere any more
        self.session.drafts.saved.disconnect(self.state.show_saved)
        self.session.drafts.answered.disconnect(self._tell_rest)
