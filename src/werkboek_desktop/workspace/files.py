"""Actions on project files that aren't open: joining by a first bundle, restoring a backup, making the demo."""

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from werkboek_desktop.errors import Cancelled, DamagedProject, FileExists, NotSaved, NotYet, Refusal
from werkboek_desktop.settings import App
from werkboek_desktop.store import backup as backups
from werkboek_desktop.store import carrying, evidence
from werkboek_desktop.store.project_file import Store
from werkboek_desktop.workspace.arriving import project_of
from werkboek_desktop.workspace.demo import demo_session
from werkboek_desktop.workspace.model import AS_IT_SAYS, FileReport, ImportReport, Progress, ReadAs, Result, unwatched
from werkboek_desktop.workspace.project import Workspace
from werkboek_desktop.workspace.receiving import import_files, import_parcel, take
from werkboek_desktop.workspace.session import Session
from werkboek_desktop.workspace.unpacking import check_proven, parcels, unpacked

_LATER_FORMATS = {".csv", ".xlsx"}


def import_into(
    file: Path,
    app: App,
    paths: Sequence[Path],
    *,
    author: str | None = None,
    passphrase: str | None = None,
    dry_run: bool = False,
    read_as: ReadAs = AS_IT_SAYS,
    progress: Progress = unwatched,
) -> ImportReport:
    """Imports bundles and documents into a project. One that is not there is made from the first readable bundle."""
    for path in paths:
        if path.suffix.lower() in _LATER_FORMATS:
            raise NotYet(f"Een bestand als {path.name} inlezen")
    if file.exists():
        with Workspace.open(file, app, author=author, read_only=dry_run) as workspace:
            act = workspace.preview if dry_run else workspace.import_
            return act(paths, passphrase=passphrase, read_as=read_as, progress=progress)
    if dry_run:
        with TemporaryDirectory() as folder:
            return _join(Path(folder) / file.name, app, paths, passphrase, progress)
    return join(file, app, paths, author=author, passphrase=passphrase, progress=progress)


def join(
    file: Path, app: App, paths: Sequence[Path], *, author: str | None, passphrase: str | None, progress: Progress
) -> ImportReport:
    """A new project from bundles, of the project that the first readable one is of; no file where none is.

    Raises Cancelled where somebody stopped it, and then nothing stays behind.
    """
    report = _join(file, app, paths, passphrase, progress)
    if file.exists():
        _begin(file, app, author)
    return report


def _join(file: Path, app: App, paths: Sequence[Path], passphrase: str | None, progress: Progress) -> ImportReport:
    refused: list[FileReport] = []
    for number, path in enumerate(paths):
        try:
            here = parcels(path, progress)
        except Refusal as refusal:
            refused.append(FileReport(path, Result.REFUSED, error=refusal))
            continue
        for at, parcel in enumerate(here, 1):
            try:
                bundle = unpacked(parcel, passphrase, progress)
                check_proven(bundle)
            except Refusal as refusal:
                refused.append(FileReport(parcel.path, Result.REFUSED, error=refusal))
                continue
            with Store.create(file, bundle.manifest.project).making() as store, closing(store):
                session = Session(store, app, bundle.manifest.project)
                came = [take(session, parcel.path, bundle, known=set())]
                came += [import_parcel(session, each, passphrase, progress) for each in here[at:]]
                rest = import_files(session, paths[number + 1 :], passphrase=passphrase, progress=progress)
                files = _not_stopped(*refused, *came, *rest.files)
            return ImportReport(files, rest.state_hash)
    return ImportReport(_not_stopped(*refused), None)


def _not_stopped(*files: FileReport) -> tuple[FileReport, ...]:
    """The same; half a project is none."""
    for each in files:
        if isinstance(each.error, Cancelled):
            raise each.error
    return files


def create_project(file: Path, app: App, *, name: str, author: str) -> None:
    """A new project, with its folder if need be; raises FileExists, NotSaved."""
    with folder_of(file):
        Workspace.create(file, app, name=name or None, author=author).close()


def join_project(
    file: Path,
    app: App,
    bundle: Path,
    *,
    author: str,
    passphrase: str | None = None,
    progress: Progress = unwatched,
) -> FileReport:
    """A new project from a first bundle; raises FileExists and what reading it would, and then nothing stays behind."""
    if file.exists():
        raise FileExists(file)
    with folder_of(file):
        files = _join(file, app, [bundle], passphrase, progress).files
        report = next((each for each in files if not each.error), files[0])
        if report.error:
            raise report.error
        _begin(file, app, author)
    return report


@contextmanager
def folder_of(file: Path) -> Iterator[None]:
    """Makes the folder of a file, and takes it away again where nothing came in it."""
    made = [folder for folder in file.parents if not folder.exists()]
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise NotSaved(file, error.strerror or "") from error
    try:
        yield
    except BaseException:
        for folder in made:
            with suppress(OSError):
                folder.rmdir()
        raise


def create_demo(file: Path, app: App, *, name: str | None = None, author: str | None = None) -> None:
    """The demo project. Who opens it next writes with a fresh writer, as the demo's person or as `author`."""
    with demo_session(file) as written:
        person = written.name
    _begin(file, app, author or person)
    if name:
        with Workspace.open(file, app) as workspace:
            workspace.set_field(workspace.project.workbook, "title", name)


def restore(backup: Path, file: Path, app: App) -> None:
    """A new project file from a backup; this computer writes in it with a fresh writer."""
    backups.restore(backup, file)
    try:
        _erase_again(file, app)
    except Refusal:
        file.unlink()
        raise
    for kept in (evidence.folder(backup), evidence.beside(backup)):
        with suppress(OSError):  # the project itself is back
            evidence.take_along(kept, evidence.folder(file))
    _begin(file, app)


def _erase_again(file: Path, app: App) -> None:
    """What a person erased in another file of the same project at this computer goes from this one too.

    One of which that cannot be read is no reason to do without the backup: it may be why somebody needs it.
    """
    project = project_of(file)
    others = [each for each in app.known_files() if each != file.resolve() and project_of(each) == project]
    store = Store.open(file)
    try:
        for other in others:
            with suppress(DamagedProject):
                carrying.carry_into(store, carrying.carried_of(other))
        if others:
            carrying.leave_nothing(store)
    finally:
        store.close()


def _begin(file: Path, app: App, author: str | None = None) -> None:
    """What was just made is taken away again when this computer cannot remember who writes in it."""
    try:
        app.begin(file, *filter(None, [author]))
    except NotSaved:
        file.unlink()
        raise
