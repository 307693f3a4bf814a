"""Looking at files and reading them in: each beside the window, one after another."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from werkboek_desktop.errors import Cancelled, PassphraseNeeded, Refusal, WrongPassphrase
from werkboek_desktop.ui.notice import Notice
from werkboek_desktop.ui.pages.packages.parcels import Parcel, ParcelModel
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.widgets.panels import ProgressCard
from werkboek_desktop.ui.words import count, tr
from werkboek_desktop.ui.work import Jobs, Progress
from werkboek_desktop.workspace.model import ReadAs

if TYPE_CHECKING:
    from werkboek_desktop.workspace import FileReport, ImportReport

ENDINGS = frozenset({".wbx", ".zip", ".eml"})
"""What is looked at of a folder: bundles, also as mail programs keep them."""


def within(paths: Iterable[Path]) -> list[Path]:
    """The files themselves, and of a folder those in it that may be bundles."""
    return [file for path in paths for file in (sorted(_bundles(path)) if path.is_dir() else [path])]


def _bundles(folder: Path) -> Iterator[Path]:
    return (each for each in folder.iterdir() if each.suffix.lower() in ENDINGS and each.is_file())


class TakingIn(QObject):
    """Knows the files and the passphrases that were given for them."""

    looked = Signal(object)
    """At a `Parcel`: its report is there, or why there is none."""
    took = Signal(object, object)
    """These `Parcel`s were read in, or refused each, or not reached before somebody stopped it; and where the backup
    before that did not come."""
    turned = Signal(str, bool)
    """This bundle was taken back; or that was lifted, where it counts again."""
    refused = Signal(object)
    """Nothing was done, and why."""

    def __init__(self, session: Session, jobs: Jobs, card: ProgressCard, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._jobs = jobs
        self._card = card
        self.model = ParcelModel(lambda: session.workspace.today)
        self.passphrases: dict[Path, str] = {}

    def look_at(self, paths: Iterable[Path], passphrase: str = "") -> list[Parcel]:
        """Adds files and looks at them; `passphrase`: one that was given for them already."""
        added = self.model.add(paths)
        if passphrase:
            self.passphrases |= dict.fromkeys((parcel.path for parcel in added), passphrase)
        self.look(added)
        return added

    def unlock(self, parcel: Parcel, passphrase: str) -> None:
        """Looks again, with a passphrase; what else is locked may have the same one."""
        self.passphrases[parcel.path] = passphrase
        self.look([parcel])
        self.look([each for each in self.model.parcels if each is not parcel and _is_locked(each)], passphrase)

    def look_as(self, parcel: Parcel, read_as: ReadAs) -> None:
        """Looks again at a document of which somebody said what it is."""
        parcel.read_as = read_as
        self.look([parcel])

    def look(self, parcels: Sequence[Parcel], tried: str = "") -> None:
        """What each would bring, as the project is now. `tried`: a passphrase that may be theirs."""
        for parcel in parcels:
            self._look(parcel, f"{tr('Bekijken')}: {_names(parcels)}", tried)

    def _look(self, parcel: Parcel, what: str, tried: str) -> None:
        workspace = self._session.workspace
        passphrase = tried or self.passphrases.get(parcel.path)
        parcel.stopped = False

        def task(progress: Progress) -> object:
            told = _named(parcel.path.name, progress)
            return workspace.preview([parcel.path], passphrase=passphrase, read_as=parcel.read_as, progress=told)

        def done(report: "ImportReport") -> None:
            first, *more = report.files
            parcel.path = first.path
            beside = self.model.add(each.path for each in more)  # of a mail with several each has its own row
            for each, found in zip([parcel, *beside], report.files, strict=True):
                self._found(each, found, tried)

        def refused(error: Refusal) -> None:
            parcel.stopped = parcel.report is None
            self.model.changed(parcel)
            self.refused.emit(error)

        self._jobs.read(what, task, self._card, done, refused)

    def _found(self, parcel: Parcel, report: "FileReport", tried: str) -> None:
        if not (tried and isinstance(report.error, WrongPassphrase)):
            parcel.report = report
            if tried and not report.error:
                self.passphrases[parcel.path] = tried
        self.model.changed(parcel)
        self.looked.emit(parcel)

    def waiting(self) -> list[Parcel]:
        """The files in which there is something to read in."""
        return [parcel for parcel in self.model.parcels if parcel.waits]

    def read_in(self, parcels: Sequence[Parcel]) -> None:
        """Reads them in, the oldest first; those with one passphrase after one backup."""
        workspace, given = self._session.workspace, self.passphrases
        ordered = sorted(parcels, key=lambda each: (given.get(each.path, ""), _created(each)))
        groups = [list(group) for _key, group in groupby(ordered, lambda each: (given.get(each.path), each.read_as))]

        def task(progress: Progress) -> object:
            return [
                workspace.import_(
                    [parcel.path for parcel in group],
                    passphrase=given.get(group[0].path),
                    read_as=group[0].read_as,
                    progress=progress,
                )
                for group in groups
            ]

        def done(reports: "list[ImportReport]") -> None:
            files = [file for report in reports for file in report.files]
            ends = list(zip((each for group in groups for each in group), files, strict=True))
            self._took((parcel, file) for parcel, file in ends if not isinstance(file.error, Cancelled))
            self.took.emit(list(parcels), [error for report in reports for error in report.missed])
            stopped = [parcel for parcel, file in ends if isinstance(file.error, Cancelled)]
            others = [each for each in self.model.parcels if not each.read_in and each not in parcels]
            self.look([*stopped, *others])
            if stopped:
                left = count(len(stopped), tr("pakket staat"), tr("pakketten staan"))
                said = f"{tr('Gestopt.')} {left} {tr('nog klaar om in te lezen.')}"
                self._session.told.emit(Notice(said, passes=True))

        self._jobs.run(f"{tr('Inlezen')}: {_names(parcels)}", task, self._card, done, self.refused.emit)

    def _took(self, ends: "Iterable[tuple[Parcel, FileReport]]") -> None:
        for parcel, file in ends:
            parcel.report = file
            parcel.read_in = "" if file.error else f"{datetime.now().astimezone():%H:%M}"
            self.model.changed(parcel)

    def show_taken(self, taken: "Sequence[FileReport]", left: "Sequence[FileReport]", passphrase: str) -> list[Parcel]:
        """Rows for what was read in elsewhere, and for what was left for somebody to look at; the first of these."""
        now = f"{datetime.now().astimezone():%H:%M}"
        made = self.model.add(each.path for each in (*taken, *left))
        for parcel, file in zip(made, (*taken, *left), strict=True):
            parcel.report, parcel.read_in = file, now if file in taken and not file.error else ""
            self.passphrases |= {parcel.path: passphrase} if passphrase else {}
            self.model.changed(parcel)
        return [parcel for parcel in made if parcel.read_in]

    def take_back(self, bundle: str, *, undo: bool) -> None:
        """Takes an import back, or lifts that; a file of it that stands in the list can be read in anew."""
        workspace = self._session.workspace

        def done(_taken: object) -> None:
            again = [each for each in self.model.parcels if each.report and each.report.bundle == bundle]
            for parcel in again:
                parcel.read_in = ""
            self.turned.emit(bundle, undo)
            self.look(again)

        def task(_progress: Progress) -> object:
            return workspace.aside(bundle, undo=undo)

        what = tr("Weer laten meetellen") if undo else tr("Terugdraaien")
        self._jobs.run(what, task, self._card, done, self.refused.emit)


def _created(parcel: Parcel) -> int:
    return (parcel.report.created if parcel.report else None) or 0


def _is_locked(parcel: Parcel) -> bool:
    return parcel.report is not None and isinstance(parcel.report.error, PassphraseNeeded)


def _names(parcels: Sequence[Parcel]) -> str:
    return parcels[0].path.name if len(parcels) == 1 else count(len(parcels), tr("pakket"), tr("pakketten"))


def _named(name: str, progress: Progress) -> Progress:
    return lambda done, of, word: progress(done, of, f"{name} · {word}")
