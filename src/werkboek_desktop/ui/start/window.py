"""The window without a project yet: what somebody opened or chose leads to one, and nothing is made before that."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from werkboek_desktop.errors import PassphraseNeeded, Refusal, WrongPassphrase
from werkboek_desktop.settings import App, Around
from werkboek_desktop.ui.start.join import BeginPage, LockedPage, join_page, new_page
from werkboek_desktop.ui.start.key import with_key
from werkboek_desktop.ui.start.page import StartPage
from werkboek_desktop.ui.start.rebuild import Rebuilding
from werkboek_desktop.ui.start.sheet import Sheet
from werkboek_desktop.ui.start.which import WhichPage
from werkboek_desktop.ui.theme.look import wear
from werkboek_desktop.ui.widgets.basic import column, mark_as, press_by_enter
from werkboek_desktop.ui.widgets.details import Details
from werkboek_desktop.ui.widgets.dropped import files_in, welcome
from werkboek_desktop.ui.widgets.panels import ProgressCard
from werkboek_desktop.ui.widgets.places import documents
from werkboek_desktop.ui.widgets.reading import ReadWindow
from werkboek_desktop.ui.words import tr
from werkboek_desktop.ui.work import Done, Jobs, Progress, Task
from werkboek_desktop.workspace import (
    SUFFIX,
    Offer,
    create_project,
    expect_bundle,
    is_project,
    join_project,
    look_at_bundle,
    place_for,
    recent_files,
)
from werkboek_desktop.workspace.place import folder_by_itself

MOST = 8
WIDTH = 640
SMALLEST = (720, 520)
SIZE = (1080, 720)


type Answered = Callable[[str, str, Path], None]


class Begun(NamedTuple):
    """A project file to open. `bundle` is still to be looked at in it; `offer`: it was just made of this one."""

    file: Path
    bundle: Path | None = None
    passphrase: str = ""
    offer: Offer | None = None


class StartWindow(ReadWindow):
    """One page at a time; Esc goes back to the first."""

    begun = Signal(object)
    """A `Begun`."""
    tour = Signal()

    def __init__(self, app: App) -> None:
        super().__init__()
        wear(self)
        self.app = app
        self.jobs = Jobs(self)
        self.progress = ProgressCard(tr("Stoppen kan: dan is er niets gemaakt of veranderd."))
        self._pages = QStackedWidget()
        content = QWidget()
        mark_as(self.progress, "card", "notice")
        layout = column(self._pages, self.progress, gap=0)
        layout.setStretch(0, 1)
        content.setLayout(layout)
        content.setProperty("page", "true")
        self.setCentralWidget(content)
        self.setWindowTitle(tr("Werkboek"))
        self.setMinimumSize(*SMALLEST)
        self.resize(*SIZE)
        self.setAcceptDrops(True)

    def page(self) -> QWidget | None:
        """What is shown."""
        return self._pages.currentWidget()

    def show_page[Shown: Sheet](self, page: Shown) -> Shown:
        """This one instead of what was shown."""
        before = self.page()
        self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)
        if before:
            self._pages.removeWidget(before)
            before.deleteLater()
        page.begin()
        return page

    def home(self) -> StartPage:
        """Where one goes on, or begins."""
        page = StartPage(recent_files(self.app, MOST))
        page.opened.connect(self.take)
        page.search.connect(self._ask_project)
        page.join.connect(self._ask_bundle)
        page.new.connect(self._new)
        page.rebuild.connect(self._rebuild)
        page.tour.connect(self.tour)
        return self.show_page(page)

    def refuse(self, error: Refusal) -> None:
        """What went wrong and what to do: where something was asked, else above the ways to begin."""
        page = self.page()
        if not isinstance(page, BeginPage):
            page = self.home()
        page.panel.refuse(error, tr("Er is niets gemaakt of veranderd."))

    def tell_defect(self, details: str, *, kept: bool = True) -> None:
        """The program failed: nothing that was typed is lost, and one can begin again, or mail what is known of it."""
        again = tr("Probeer het opnieuw. Gaat het weer mis, mail dan de details aan wie het programma onderhoudt.")
        wrong = tr("Er ging iets mis in het programma.")
        said = tr("Wat je typte is bewaard.") if kept else tr("Het was een proef: wat je typte is niet bewaard.")
        read = tr("Lees het bestand na voor je het mailt: er kan een woord uit je tekst in staan.")
        self.home().panel.warn(wrong, said, (again,), Details(details, read))

    def work(self, what: str, task: Task, done: Done) -> None:
        """Something that takes a while, beside the window; one that was empty says what."""
        if self.page() is None:
            page = Sheet()
            page.add(what, tr("Dit duurt een paar tellen."), width=WIDTH)
            self.show_page(page)
        self.jobs.run(what, task, self.progress, done, self.refuse)

    def take(self, path: Path) -> None:
        """A file was chosen, dropped or double-clicked: a project opens, a bundle is looked at."""
        if is_project(path):
            self.begun.emit(Begun(path))
        else:
            self._look(path, "")

    def _look(self, path: Path, passphrase: str) -> None:
        def refused(error: Refusal) -> None:
            if isinstance(error, PassphraseNeeded | WrongPassphrase):
                self._ask_passphrase(path, error)
            else:
                self.refuse(error)

        def task(_progress: Progress) -> object:
            return look_at_bundle(path, self.app, passphrase=passphrase or None)

        def done(offer: Offer) -> None:
            self._offered(offer, passphrase)

        self.jobs.read(f"{tr('Bekijken')}: {path.name}", task, self.progress, done, refused)

    def _ask_passphrase(self, path: Path, error: Refusal) -> None:
        page = LockedPage(path)
        page.back.connect(self.home)
        page.answered.connect(lambda passphrase: self._look(path, passphrase))
        self.show_page(page)
        if isinstance(error, WrongPassphrase):
            page.passphrase.refuse(error.message)

    def _offered(self, offer: Offer, passphrase: str) -> None:
        def begin(file: Path) -> None:
            self.begun.emit(Begun(file, offer.path, passphrase))

        if len(offer.files) == 1:
            begin(offer.files[0])
        elif offer.files:
            page = self.show_page(WhichPage(offer.name, offer.files))
            page.back.connect(self.home)
            page.chosen.connect(begin)
        else:
            self._join(offer, passphrase)

    def _join(self, offer: Offer, passphrase: str) -> None:
        def answered(name: str, _title: str, file: Path) -> None:
            def task(progress: Progress) -> object:
                return join_project(
                    file, self.app, offer.path, author=name, passphrase=passphrase or None, progress=progress
                )

            def done(_report: object) -> None:
                self._remember(name)
                self.begun.emit(Begun(file, offer=offer))

            self.work(f"{tr('Klaarzetten')}: {offer.name or offer.path.name}", with_key(self.app, task), done)

        self._ask(join_page(self.app.author(), offer, _by_itself), answered)

    def _new(self) -> None:
        def answered(name: str, title: str, file: Path) -> None:
            def task(_progress: Progress) -> object:
                create_project(file, self.app, name=title, author=name)
                return file

            def done(_nothing: object) -> None:
                self._remember(name)
                self.begun.emit(Begun(file))

            self.work(f"{tr('Klaarzetten')}: {title}", with_key(self.app, task), done)

        self._ask(new_page(self.app.author(), _by_itself), answered)

    def _rebuild(self) -> None:
        asks = Rebuilding(self, self, _by_itself)
        asks.named.connect(self._remember)
        asks.made.connect(lambda file: self.begun.emit(Begun(file)))
        asks.ask(self.app.author())

    def _ask(self, page: BeginPage, answered: Answered) -> None:
        page.back.connect(self.home)
        page.answered.connect(answered)
        self.show_page(page)

    def _remember(self, name: str) -> None:
        self.app.save_settings(replace(self.app.settings(), author=name))

    def _ask_project(self) -> None:
        self._choose(tr("Open een werkboek"), f"{tr('Werkboeken')} (*{SUFFIX});;{tr('Alle bestanden')} (*)")

    def _ask_bundle(self) -> None:
        expect_bundle()
        self._choose(tr("Kies een pakket"), f"{tr('Pakketten')} (*.wbx *.zip *.eml);;{tr('Alle bestanden')} (*)")

    def _choose(self, title: str, kinds: str) -> None:
        chosen, _filter = QFileDialog.getOpenFileName(self, title, str(documents()), kinds)
        if chosen:
            self.take(Path(chosen))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file is welcome."""
        welcome(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """The first file that was dropped."""
        paths = files_in(event.mimeData())
        event.acceptProposedAction()
        if paths:
            self.take(paths[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard."""
        if not press_by_enter(self, event):
            super().keyPressEvent(event)


def _by_itself(name: str) -> Path:
    """Documenten/Werkboek/<naam>.werkboek; where the documents are in a shared folder, beside them."""
    return place_for(name, _folder(documents()))


@cache
def _folder(of_documents: Path) -> Path:
    """Looked at once, and not with every letter of a name."""
    return folder_by_itself(of_documents, Path.home(), Around.of_this_computer())
