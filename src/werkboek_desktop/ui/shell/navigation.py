"""Where links and keys lead in one window."""

from collections.abc import Callable, Container, Sequence
from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.kinds.agreements import COMMENT
from werkboek_desktop.domain.overview.views import View
from werkboek_desktop.domain.view import Status
from werkboek_desktop.ui.lists.pane import UNDER
from werkboek_desktop.ui.notice import Notice
from werkboek_desktop.ui.pages.overviews.page import OverviewsPage
from werkboek_desktop.ui.pages.packages.page import PackagesPage
from werkboek_desktop.ui.pages.page import Page
from werkboek_desktop.ui.pages.privacy import PrivacyPage
from werkboek_desktop.ui.pages.readthrough.page import ReadingPage
from werkboek_desktop.ui.pages.record import RecordPage
from werkboek_desktop.ui.pages.settings import SettingsPage
from werkboek_desktop.ui.pages.today import TodayPage
from werkboek_desktop.ui.pages.welcome import WelcomePage
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.shell.memory import Spot
from werkboek_desktop.ui.shell.places import PLACES, PRIVACY, READING, WELCOME, WITHIN
from werkboek_desktop.ui.shell.rail import OVERVIEWS, PACKAGES, SETTINGS, destinations
from werkboek_desktop.ui.shell.trail import Trail
from werkboek_desktop.ui.shell.window import FIRST, MainWindow
from werkboek_desktop.ui.words import tr
from werkboek_desktop.ui.work import Jobs

RECORDS = "records"
LISTED_WITH = {above: kind for kind, above in UNDER.items()}

type Make = Callable[[], Page]


def lists() -> frozenset[str]:
    """The destinations of the rail that are lists of records."""
    return frozenset(entry.key for entry in destinations()) - PLACES.keys()


class Navigation(QObject):
    """Leaves one page and shows another; every page is made when it is first visited."""

    left = Signal()
    """Somebody goes on from what is shown."""
    looked = Signal()
    """Other bundles than before wait to be read in."""

    remark = Signal(str)
    """To a comment."""
    disputed = Signal(str, str)
    """To the versions of a field."""

    def __init__(self, window: MainWindow, session: Session, jobs: Jobs) -> None:
        super().__init__(window)
        self.window = window
        self.session = session
        self.jobs = jobs
        self._trail = Trail(window.records)
        self._makers: dict[str, Make] = {key: partial(make, session, jobs) for key, make in PLACES.items()}
        self._pages: dict[str, Page] = {}
        self._read_at = Spot()
        self._follow(window.records)

    def _follow(self, page: Page) -> None:
        page.go.connect(self.to_record)
        page.went.connect(self.go)

    @property
    def before(self) -> Page:
        """What was shown before."""
        return self._trail.before

    def page(self, key: str) -> Page:
        """The page behind a key that is no list of records."""
        if key not in self._pages:
            self._add(key, self._makers[key]())
        return self._pages[key]

    def forget(self) -> bool:
        """Lets go of one page or form that nobody sees; whether there was one. Who goes there finds a new one."""
        kept = (self.current(), self.before, self.packages if self.unread() else None)
        key = next((key for key, page in self._pages.items() if page not in kept), None)
        if key is None:
            return self.window.records.forget()
        gone = self._pages.pop(key)
        self._trail.forget(gone)
        delete(gone)
        return True

    def offer(self, key: str, make: Make) -> None:
        """Another page there can be, and how it is made."""
        self._makers[key] = make

    def _add(self, key: str, page: Page) -> None:
        """Takes a page in, so that it goes with the window, and follows its links."""
        self._pages[key] = page
        self.window.pages.addWidget(page)
        self._follow(page)
        if isinstance(page, PackagesPage):
            for told in (page.model.dataChanged, page.model.rowsRemoved):
                told.connect(lambda *_what: self.looked.emit())
        if isinstance(page, PrivacyPage | ReadingPage):
            page.back.connect(self.back)
        if isinstance(page, ReadingPage):
            page.begin_at(*self._read_at)
        if isinstance(page, TodayPage):
            page.send.connect(self.export)
        if isinstance(page, WelcomePage):
            page.new.connect(self.new)

    @property
    def packages(self) -> PackagesPage:
        """The page of bundles."""
        return cast(PackagesPage, self.page(PACKAGES))

    def unread(self) -> int:
        """How many bundles somebody looked at, and did not read in."""
        parcels = self.packages.model.parcels if PACKAGES in self._pages else []
        return sum(parcel.waits for parcel in parcels)

    def current(self) -> Page:
        """What is shown."""
        shown = self.window.pages.currentWidget()
        return shown if isinstance(shown, Page) else self.window.records

    def record_page(self, kinds: Container[str] | None = None) -> RecordPage | None:
        """The page of the record that is shown; None for a record of another kind."""
        page = self.window.records.current_page() if self.current() is self.window.records else None
        return page if page and page.record and (kinds is None or page.kind.key in kinds) else None

    def key(self) -> str:
        """The key of what is shown; RECORDS for a list."""
        current = self.current()
        return next((key for key, page in self._pages.items() if page is current), RECORDS)

    def leave(self) -> None:
        """Seals whatever is being typed on the page that is shown."""
        self.current().leave()
        self.left.emit()

    def go(self, key: str, record: RecordId | None = None) -> None:
        """To a destination of the rail, and a record in its list, or to another page by its key."""
        self.window.status.say("")
        if key in lists():
            self.leave()
            self.window.show_records(key, record)
        else:
            self.show(self.page(key))
            self.current().arrive()

    def show(self, page: Page) -> None:
        """Leaves what is shown, and shows another page as it is."""
        self.leave()
        self._trail.go(self.current(), page)
        self.window.show_page(page)
        self.window.rail.show_current(self._entry())

    def _entry(self) -> str:
        kind, key = self.window.records.kind, self.key()
        return kind.key if key == RECORDS and kind else WITHIN.get(key, key)

    def back(self) -> None:
        """To the page that was shown before this one."""
        self.show(self.before)
        self.current().arrive()

    def to_record(self, record: RecordId, field: str = "") -> None:
        """To a record in its list, and to a field: where there is something to choose, or in its form."""
        view = self.session.there(record)
        shown = view.fields.get(field) if view else None
        disputed = shown is not None and shown.status is Status.CONFLICT
        if view is None:
            self.session.told.emit(Notice(tr("Dit is er niet meer.")))
        elif view.key.kind == COMMENT.key:
            self.remark.emit(record)
        elif disputed and (record, field) in self.session.workspace.summary().conflicts:
            self.disputed.emit(record, field)
        else:
            self.to_form(record, field)

    def to_form(self, record: RecordId, field: str) -> None:
        """To a record in its list, and to a field in its form."""
        self.leave()
        owner = self.listed(record)
        self.window.show_records(self._list_of(owner) or FIRST, owner)
        if field or owner != record:
            self.window.records.reveal(record, owner, field)
        else:
            self.window.records.enter_form()

    def to_history(self, record: RecordId, field: str) -> None:
        """To what happened to a field, or to a record without a field; where none is kept, to the field itself."""
        self.leave()
        owner = self.listed(record)
        self.window.show_records(self._list_of(owner) or FIRST, owner)
        shown = self.window.records.current_page()
        if shown is None or not shown.form.show_history(self.session.kind_of(record), field):
            self.to_record(record, field)

    def listed(self, record: RecordId) -> RecordId:
        """The record itself, or the one in a list that it belongs to."""
        while self._list_of(record) not in lists() and (owner := self.session.owner_of(record)):
            record = owner
        return record

    def _list_of(self, record: RecordId) -> str:
        kind = self.session.kind_of(record)
        return LISTED_WITH.get(kind, kind)

    def show_view(self, view: View) -> None:
        """To one of the overviews."""
        self.go(OVERVIEWS)
        cast(OverviewsPage, self.page(OVERVIEWS)).show_view(view)

    def read_through(self, record: RecordId = "") -> None:
        """The whole book as one text; from a form, or with a record, at that."""
        shown, focus = self.record_page(), QApplication.focusWidget()
        if shown and focus and shown.form.isAncestorOf(focus):
            record = record or shown.record
        page = cast(ReadingPage, self.page(READING))
        if record:
            page.begin_at(record, "")
        self.go(READING)

    def read_at(self) -> Spot:
        """Which text of the whole book one is at, for the next time."""
        page = self._pages.get(READING)
        return Spot(*page.at()) if isinstance(page, ReadingPage) else self._read_at

    def begin_reading_at(self, spot: Spot) -> None:
        """Where somebody was in it the time before."""
        self._read_at = spot

    def check_privacy(self, record: RecordId = "") -> None:
        """The privacy check of a case or chapter; of none: of all."""
        self.show(self.page(PRIVACY))
        cast(PrivacyPage, self.page(PRIVACY)).show_scope(record)

    def show_setting(self, key: str) -> None:
        """To a setting, with the keyboard in it."""
        self.go(SETTINGS)
        cast(SettingsPage, self.page(SETTINGS)).rows[key].enter()

    def welcome(self, *, partial: bool) -> None:
        """Somebody joined just now; `partial`: all that came was chosen for them."""
        cast(WelcomePage, self.page(WELCOME)).chosen = partial
        self.go(WELCOME)

    def look_at(self, bundles: Sequence[Path], passphrase: str = "") -> None:
        """Shows what bundles would bring."""
        self.go(PACKAGES)
        self.packages.look_at(bundles, passphrase)

    def export(self) -> None:
        """The form to make a bundle, for whoever sent one last."""
        self.go(PACKAGES)
        self.packages.reply()

    def to_list(self) -> None:
        """Puts the keyboard in the list; where none is shown, in the one that was there last."""
        kind = self.window.records.kind
        if self.current() is not self.window.records:
            self.go(kind.key if kind else FIRST)
        self.window.records.to_list()

    def filter(self) -> None:
        """Puts the keyboard where one looks for something: on this page, else in the list."""
        if not self.current().search():
            self.to_list()
            self.window.records.list.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def filters(self) -> None:
        """Chooses what the list shows, in which order and groups."""
        self.to_list()
        self.window.records.show_filters()

    def new(self) -> None:
        """Makes something new in that list."""
        self.to_list()
        self.window.records.new()

    def turn(self, by: int) -> None:
        """To a neighbouring part of what the page shows."""
        self.current().turn(by)

    def step(self, by: int) -> None:
        """To the neighbour of what the page shows."""
        self.current().step(by)
