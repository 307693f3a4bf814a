"""A project from all bundles in a folder, such as one with saved mails: whatever they are called, in whatever order."""

import os
import stat
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from werkboek_desktop.domain.gaps import Missing
from werkboek_desktop.errors import (
    Cancelled,
    FolderTooDeep,
    FolderTooLarge,
    NoBundles,
    NotABundle,
    NotAFolder,
    Refusal,
    SeveralProjects,
    UnreadableFile,
    WrappedByOutlook,
)
from werkboek_desktop.settings import App
from werkboek_desktop.workspace.files import folder_of, join
from werkboek_desktop.workspace.model import FileReport, ImportReport, Progress, Result, unwatched
from werkboek_desktop.workspace.project import Workspace
from werkboek_desktop.workspace.unpacking import Parcel, manifest_of_parcel, parcels

FILES = 20_000
DEEP = 16


class Rebuilt(NamedTuple):
    """What a folder brought: of how many files, and how many bundles of other projects were left.

    `missing`: what no bundle in it has, so that something waits.
    """

    report: ImportReport
    looked_at: int
    others: int
    missing: list[Missing]


class _Found(NamedTuple):
    """A bundle: when it was made, its path, and of which project it is, called what."""

    made: tuple[int, int]
    path: Path
    project: str
    name: str


def rebuild(
    file: Path,
    app: App,
    folder: Path,
    *,
    author: str | None = None,
    passphrase: str | None = None,
    project: str | None = None,
    progress: Progress = unwatched,
) -> Rebuilt:
    """Takes in every bundle of one project that lies in a folder or below it; a file that is not there is made.

    Args:
        file: The project file.
        app: This computer.
        folder: Where the bundles and mails lie.
        author: Who writes here from now on.
        passphrase: Opens what is locked.
        project: The id of the one to make a file of, where the folder has bundles of several.
        progress: Hears how far it is; can cancel.

    Raises:
        NotAFolder, FolderTooLarge, NoBundles, SeveralProjects, Cancelled, and what opening the file would.
    """
    unreadable: list[FileReport] = []
    files = list(_files(folder, lambda path, why: unreadable.append(_not_read(path, why))))
    if file.exists():
        with Workspace.open(file, app, read_only=True) as workspace:
            project = workspace.project.id
    found, refused = _look(files, passphrase, progress)
    refused[:0] = unreadable
    mine = _of_project(found, project or _only_project(found))
    if not mine:
        raise NoBundles(folder, _whys(refused))
    with folder_of(file):
        report = _take_in(file, app, mine, author, passphrase, progress)
        if not file.exists():
            raise NoBundles(folder, _whys(report.files))
    told = replace(report, files=(*report.files, *refused))
    return Rebuilt(told, len(files), len(found) - len(mine), _missing(file, app))


def _missing(file: Path, app: App) -> list[Missing]:
    with Workspace.open(file, app, read_only=True) as workspace:
        return workspace.missing()


def _take_in(
    file: Path, app: App, bundles: Sequence[Path], author: str | None, passphrase: str | None, progress: Progress
) -> ImportReport:
    if file.exists():
        with Workspace.open(file, app, author=author) as workspace:
            return workspace.import_(bundles, passphrase=passphrase, progress=progress)
    return join(file, app, bundles, author=author, passphrase=passphrase, progress=progress)


def _whys(reports: Iterable[FileReport]) -> list[Refusal]:
    return [report.error for report in reports if report.error]


def _of_project(found: Iterable[_Found], project: str | None) -> list[Path]:
    return [each.path for each in sorted(found) if each.project == project]


def _not_read(path: Path, error: Refusal) -> FileReport:
    return FileReport(path, Result.REFUSED, error=error)


def _files(folder: Path, closed: Callable[[Path, Refusal], object]) -> Iterator[Path]:
    """Plain files only: no link is followed, nothing is opened that is no file. `closed` hears of shut folders."""

    def shut(error: OSError) -> None:
        path = Path(error.filename)
        closed(path, UnreadableFile(path))

    if not folder.is_dir():
        raise NotAFolder(folder)
    count = 0
    for at, folders, names in os.walk(folder, onerror=shut):
        if len(Path(at).relative_to(folder).parts) >= DEEP:
            for each in sorted(folders):
                closed(Path(at, each), FolderTooDeep(Path(at, each), DEEP))
            folders.clear()
        folders.sort()
        for name in sorted(names):
            count += 1
            if count > FILES:
                raise FolderTooLarge(folder, FILES)
            path = Path(at, name)
            if stat.S_ISREG(path.lstat().st_mode):
                yield path


def _look(files: Sequence[Path], passphrase: str | None, progress: Progress) -> tuple[list[_Found], list[FileReport]]:
    """The bundles in these files, and those of which it cannot be seen what they are."""
    found: list[_Found] = []
    refused: list[FileReport] = []
    for number, path in enumerate(files):
        if not progress(number, len(files), "Zoeken"):
            raise Cancelled
        try:
            here = _bundles(path, progress)
        except Refusal as refusal:
            refused.append(_not_read(path, refusal))
            continue
        for parcel in here:
            try:
                found.append(_seen(parcel, passphrase))
            except Refusal as refusal:
                refused.append(_not_read(parcel.path, refusal))
    return found, refused


def _bundles(path: Path, progress: Progress) -> list[Parcel]:
    """The bundles in a file; nothing else in a folder is taken in, so no document either."""
    if not _may_hold_bundles(path):
        return []
    try:
        return parcels(path, progress)
    except WrappedByOutlook:
        raise
    except NotABundle:
        return []


def _may_hold_bundles(path: Path) -> bool:
    """By its first bytes: a folder of mails is mostly other things."""
    from werkboek_desktop.bundle import envelope, limits, source  # pydantic makes every command a fifth slower

    try:
        with path.open("rb") as file:
            start = file.read(limits.MAIL_HEADER)
    except OSError as error:
        raise UnreadableFile(path) from error
    return source.is_zip(start) or source.is_mail(start) or source.is_of_outlook(start) or envelope.is_locked(start)


def _seen(parcel: Parcel, passphrase: str | None) -> _Found:
    manifest = manifest_of_parcel(parcel, passphrase)
    name = " ".join((manifest.name or "").split())
    return _Found((manifest.created, manifest.number), parcel.path, manifest.project, name)


def _only_project(found: Sequence[_Found]) -> str | None:
    counts = Counter(each.project for each in found)
    if len(counts) > 1:
        names = {each.project: each.name for each in sorted(found)}
        raise SeveralProjects([(project, names[project], count) for project, count in counts.most_common()])
    return next(iter(counts), None)
