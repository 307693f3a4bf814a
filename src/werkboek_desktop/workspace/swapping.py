"""A stick goes round: what is new here goes onto it, and what others put there is read in, in one action."""

from functools import partial
from pathlib import Path
from typing import NamedTuple

from werkboek_desktop.domain.trust import Met
from werkboek_desktop.errors import BundleTooLarge, Cancelled, NotAFolder, OtherProject, Refusal, UnreadableFile
from werkboek_desktop.workspace.arriving import file_name
from werkboek_desktop.workspace.model import Exported, FileReport, Progress, unwatched
from werkboek_desktop.workspace.project import Workspace

_BUNDLE = ".wbx"
_TITLE = 40
"""Characters of the title in the name of a file, so that whose it is stays in it."""


class Swapped(NamedTuple):
    """What was written, and of each bundle of others what it brought. `left`: those that a person has to look at.

    Instead of `exported`, `error`: nothing could be written any more once something was read in.
    """

    exported: Exported | None
    files: tuple[FileReport, ...]
    left: tuple[FileReport, ...]
    error: Refusal | None = None


def swap(
    workspace: Workspace,
    folder: Path,
    *,
    passphrase: str | None = None,
    people: bool = False,
    progress: Progress = unwatched,
) -> Swapped:
    """Reads first, so that what goes has all of it. One's own bundle of before is replaced.

    What is in doubt is not read in: a key that is another than before, what cannot be read, and a document, that
    nobody signed.

    Raises:
        NotAFolder, UnreadableFile, Cancelled, and what `export` would, where nothing was read in.
    """
    out = folder / f"{_called(workspace)}{_BUNDLE}"
    there = [path for path in _bundles(folder) if not path.stem.startswith(out.stem)]
    seen = workspace.preview(there, passphrase=passphrase, progress=progress).files if there else ()
    mine = [each for each in seen if not isinstance(each.error, OtherProject)]
    sound = [each.path for each in mine if not each.error and each.trust in {Met.KNOWN, Met.NEW}]
    ends = workspace.import_(sound, passphrase=passphrase, progress=progress).files if sound else ()
    files = tuple(each for each in ends if not isinstance(each.error, Cancelled))
    reached = {each.path for each in files}
    made = Swapped(None, files, tuple(each for each in mine if each.path not in reached))
    try:
        exported = _put(workspace, out, people=people, passphrase=passphrase if people else None, progress=progress)
    except Refusal as refusal:
        if not files:
            raise
        return made._replace(error=refusal)
    workspace.put_stick(folder)
    return made._replace(exported=exported)


def _put(workspace: Workspace, out: Path, *, people: bool, passphrase: str | None, progress: Progress) -> Exported:
    """As one, which replaces that of before; as several only where one has no room for it."""
    export = partial(workspace.export, out, people=people, passphrase=passphrase, force=True, progress=progress)
    try:
        return export()
    except BundleTooLarge:
        return export(split=True)


def _called(workspace: Workspace) -> str:
    """By whose computer it is, and two words of its key: two of one name do not replace each other's, unread."""
    settings, title = workspace.settings(), workspace.project.name or "werkboek"
    name = file_name(", ".join(filter(None, (title[:_TITLE].strip(), settings.author, settings.computer))))
    return f"{name} ({' '.join(workspace.own_phrase().split()[:2])})"


def _bundles(folder: Path) -> list[Path]:
    if not folder.is_dir():
        raise NotAFolder(folder)
    try:
        return sorted(filter(_is_bundle, folder.iterdir()))
    except OSError as error:
        raise UnreadableFile(folder) from error


def _is_bundle(path: Path) -> bool:
    """By its name; a Mac lays a file beside each on a stick, that begins with `._` and holds nothing for others."""
    return path.suffix.lower() == _BUNDLE and not path.name.startswith("._") and path.is_file()
