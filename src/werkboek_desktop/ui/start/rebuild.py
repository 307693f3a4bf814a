"""A project from all that lies in a folder of mails: where, for whom, which, and what came of it."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from werkboek_desktop.domain.today_lines import person_of
from werkboek_desktop.errors import PassphraseNeeded, Refusal, SeveralProjects
from werkboek_desktop.settings import App
from werkboek_desktop.ui.start.join import WIDTH, BeginPage, PlaceFor
from werkboek_desktop.ui.start.sheet import Sheet
from werkboek_desktop.ui.widgets.basic import button, card, column, label, row, ruled
from werkboek_desktop.ui.widgets.panels import ProgressCard
from werkboek_desktop.ui.widgets.places import documents
from werkboek_desktop.ui.widgets.tiles import Item, Steps
from werkboek_desktop.ui.words import breakable, count, tr
from werkboek_desktop.ui.work import Jobs, Progress
from werkboek_desktop.workspace.rebuilding import Rebuilt, rebuild

MOST = 12
"""So many files that were left are named."""


class Stage(Protocol):
    """The window that shows the pages."""

    app: App
    jobs: Jobs
    progress: ProgressCard

    def show_page[Shown: Sheet](self, page: Shown) -> Shown:
        """This one instead of what was shown."""

    def home(self) -> object:
        """Where one goes on, or begins."""

    def refuse(self, error: Refusal) -> None:
        """What went wrong and what to do."""


class Rebuilding(QObject):
    """Asks, looks beside the window, and tells. `made`: the file is there, and somebody wants to go on in it."""

    made = Signal(object)
    named = Signal(str)
    """How somebody is called, once a project of theirs is there."""

    def __init__(self, stage: Stage, parent: QWidget, place: PlaceFor) -> None:
        super().__init__(parent)
        self._stage = stage
        self._parent = parent
        self._place = place

    def ask(self, known: str) -> None:
        """Which folder, and who writes here from now on."""
        chosen = QFileDialog.getExistingDirectory(self._parent, tr("Kies een map met pakketten"), str(documents()))
        if chosen:
            page = rebuild_page(known, Path(chosen), self._place)
            page.answered.connect(lambda name, _title, file: self.begin(Path(chosen), name, file))
            self._show(page)

    def _show(self, page: "BeginPage | ProjectsPage") -> None:
        page.back.connect(self._stage.home)
        self._stage.show_page(page)

    def begin(self, folder: Path, name: str, file: Path, project: str | None = None) -> None:
        """Looks through it; stopped, or refused, nothing is made."""
        stage = self._stage

        def task(progress: Progress) -> object:
            return rebuild(file, stage.app, folder, author=name, project=project, progress=progress)

        def done(made: Rebuilt) -> None:
            self.named.emit(name)
            page = RebuiltPage(made)
            page.opened.connect(partial(self.made.emit, file))
            stage.show_page(page)

        def refused(error: Refusal) -> None:
            if isinstance(error, SeveralProjects):
                page = ProjectsPage(error.projects)
                page.chosen.connect(partial(self.begin, folder, name, file))
                self._show(page)
            else:
                stage.refuse(error)

        stage.jobs.run(f"{tr('Zoeken in')} {folder.name}", task, stage.progress, done, refused)


def rebuild_page(known: str, folder: Path, place: PlaceFor) -> BeginPage:
    """For all that lies in a folder."""
    made = BeginPage(known, folder.name, place, asks_title=False)
    made.go_button.setText(tr("Zoek en lees in"))
    where = f"{tr('Alle pakketten en bewaarde mails in')} {breakable(folder)} {tr('en de mappen daaronder.')}"
    order = tr("In welke volgorde ze staan maakt niet uit. In de map zelf verandert niets.")
    made.show_texts(tr("Werkboek uit een map"), f"{where} {order}")
    return made


class ProjectsPage(Sheet):
    """There are bundles of several projects: which one is to be made?"""

    chosen = Signal(str)
    back = Signal()

    def __init__(self, projects: Sequence[tuple[str, str, int]]) -> None:
        super().__init__()
        items = [self._item(*each) for each in projects]
        self._steps = Steps(self)
        self._steps.take([item.button for item in items])
        lead = tr("In deze map staan pakketten van meer dan één werkboek. Er is nog niets gemaakt.")
        back = button(tr("Terug"), self.back.emit, "link", "arrow-left")
        self.add(tr("Welk werkboek?"), lead, card("surface", ruled(items)), row(back, 0), width=WIDTH)
        self.on_escape(self.back)

    def _item(self, project: str, name: str, bundles: int) -> Item:
        more = count(bundles, tr("pakket"), tr("pakketten"))
        act = partial(self.chosen.emit, project)
        return Item("library", "accent", name or tr("(zonder titel)"), more, tr("Kies"), act)

    def begin(self) -> None:
        """The keyboard is at the one of which most came."""
        self._steps.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)


class RebuiltPage(Sheet):
    """What came, what was left and why, and what is still missing; the project is there."""

    opened = Signal()

    def __init__(self, made: Rebuilt) -> None:
        super().__init__()
        self._open = button(tr("Open het werkboek"), self.opened.emit, "primary", "arrow-right")
        came = [each for each in made.report.files if not each.error]
        new = count(sum(each.new for each in came), tr("wijziging"), tr("wijzigingen"))
        read = f"{count(len(came), tr('pakket'), tr('pakketten'))} {tr('ingelezen')}, {new}."
        looked = f"{count(made.looked_at, tr('bestand'), tr('bestanden'))} {tr('bekeken')}"
        parts = [label(each, wrap=True) for each in _missing(made)]
        left = list(_left(made))
        if left:
            parts.append(label(tr("Dit is niet gelezen"), "section"))
        told = card("surface", column(*parts, *left, margins=(20, 18, 20, 18), gap=8))
        if not (parts or left):
            told.hide()  # and never shown here: without a page it would be a window
        self.add(tr("Je werkboek staat klaar"), f"{looked}: {read}", row(self._open, 0), told, width=WIDTH)

    def begin(self) -> None:
        """Enter goes on."""
        self._open.setFocus(Qt.FocusReason.OtherFocusReason)


def _missing(made: Rebuilt) -> Iterator[str]:
    if made.others:
        bundles = count(made.others, tr("pakket"), tr("pakketten"))
        yield f"{bundles} {tr('van een ander werkboek overgeslagen.')}"
    for each in made.missing:
        who = person_of(each.sender) or tr("iemand")
        yield f"{tr('Er mist nog een pakket van')} {who}. {tr('Bij Pakketten staat welk.')}"


def _left(made: Rebuilt) -> Iterator[QWidget]:
    refused = [each for each in made.report.files if each.error]
    for each in refused[:MOST]:
        yield label(f"{breakable(each.path)}: {each.error.message if each.error else ''}", wrap=True)
    if len(refused) > MOST:
        yield label(f"{tr('En nog')} {len(refused) - MOST}.", "caption", "text2")
    if any(isinstance(each.error, PassphraseNeeded) for each in refused):
        yield label(tr("Wat op slot zit lees je bij Pakketten in, met de wachtzin."), wrap=True)
