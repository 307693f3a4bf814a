"""A stick goes round: what is new here goes onto it, and what others put there is read in, in one action."""

from pathlib import Path
from typing import NamedTuple

from werkboek_desktop.domain.trust import Met
from werkboek_desktop.errors import NotAFolder, OtherProject, UnreadableFile
from werkboek_desktop.workspace.arriving import file_name
from werkboek_desktop.workspace.model import Exported, FileReport, Progress, unwatched
from werkboek_desktop.workspace.project import Workspace

_BUNDLE = ".wbx"


class Swapped(NamedTuple):
    """What was written, and of each bundle of others what it brought. `left`: those that a person has to look at."""

    exported: Exported
    files: tuple[FileReport, ...]
    left: tuple[FileReport, ...]


def swap(
    workspace: Workspace,
    folder: Path,
    *,
    passphrase: str | None = None,
    people: bool = False,
    progress: Progress = unwatched,
) -> Swapped:
    """Reads first, so that what goes has all of it. One's own bundle of before is replaced.

    What is in doubt is not read in: a key that is another than before, and what cannot be read.

    Raises:
        NotAFolder, UnreadableFile, Cancelled, and what `export` would.
    """
    out = folder / f"{file_name(_called(workspace))}{_BUNDLE}"
    there = [path for path in _bundles(folder) if path != out]
    seen = workspace.preview(there, passphrase=passphrase, progress=progress).files if there else ()
    mine = [each for each in seen if not isinstance(each.error, OtherProject)]
    sound = [each.path for each in mine if not each.error and each.trust is not Met.CHANGED]
    files = workspace.import_(sound, passphrase=passphrase, progress=progress).files if sound else ()
    exported = workspace.export(
        out, people=people, passphrase=passphrase if people else None, force=True, progress=progress
    )
    workspace.put_stick(folder)
    return Swapped(exported, files, tuple(each for each in mine if each.path not in sound))


def _called(workspace: Workspace) -> str:
    """By whose computer it is: nobody's is replaced by another's."""
    settings = workspace.settings()
    return ", ".join(filter(None, (workspace.project.name or "werkboek", settings.author, settings.computer)))


def _bundles(folder: Path) -> list[Path]:
    if not folder.is_dir():
        raise NotAFolder(folder)
    try:
        return sorted(each for each in folder.iterdir() if each.suffix.lower() == _BUNDLE and each.is_file())
    except OSError as error:
        raise UnreadableFile(folder) from error
