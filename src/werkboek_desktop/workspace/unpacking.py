"""A file becomes verified bundles, before anything of the project is touched.

What was read for a preview is kept for the import that follows: one parse serves both (decision 0141).
"""

from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from werkboek_desktop.domain.ids import ChangeId, WriterId
from werkboek_desktop.errors import Refusal, UnreadableFile
from werkboek_desktop.workspace.garbage import uncollected
from werkboek_desktop.workspace.model import Progress, unwatched

if TYPE_CHECKING:
    from werkboek_desktop.bundle.manifest import Manifest
    from werkboek_desktop.bundle.reader import Bundle

KEPT = 8 << 20
"""Bytes of the files of which what was read is kept; the last one always is."""


class Parcel(NamedTuple):
    """A bundle as it came: in which file, called what in a mail or zip, and its bytes, maybe locked."""

    path: Path
    data: bytes


class _Read(NamedTuple):
    size: int
    bundle: "Bundle"


@dataclass
class Unpacked:
    """What was read for previews, by the bytes it came as and what opened them."""

    _kept: dict[tuple[bytes, str | None], _Read] = field(default_factory=dict)

    def read(self, parcel: Parcel, project: str, passphrase: str | None, progress: Progress, *, keep: bool) -> "Bundle":
        """The bundle, all of it verified but what follows from what is here already. Raises a Refusal."""
        key = (sha256(parcel.data).digest(), passphrase)
        found = self._kept.pop(key, None) or _Read(len(parcel.data), unpacked(parcel, passphrase, progress, project))
        if keep:
            self._kept[key] = found
        while len(self._kept) > 1 and sum(each.size for each in self._kept.values()) > KEPT:
            del self._kept[next(iter(self._kept))]
        return found.bundle


def expect_bundle() -> None:
    """Somebody is about to choose a file: the process that reads bundles begins meanwhile."""
    from werkboek_desktop.bundle.process import READER  # no other command begins a process

    READER.expect()


def parcels(path: Path, progress: Progress) -> list[Parcel]:
    """The bundles in a file: the file itself, or all that a mail or a zip holds. Raises a Refusal.

    Such a one has a path below that of the mail, which is as good as any other path: it gives that one alone.
    """
    if is_inside(path):
        found = [each for each in parcels(path.parent, progress) if each.path == path]
        if not found:
            raise UnreadableFile(path)
        return found
    from werkboek_desktop.bundle import source  # and what opens a lock is for this alone too

    data = source.load(path)
    if source.is_alone(data):
        return [Parcel(path, data)]
    expect_bundle()
    from werkboek_desktop.bundle import apart  # pydantic makes every command a fifth slower

    bundles = apart.find_apart(data, progress)
    return [Parcel(_place(path, each.name, at), each.data) for at, each in enumerate(bundles, 1)]


def _place(path: Path, name: str, at: int) -> Path:
    """A path of its own below that of the file: what is called nothing or `.` would have that of the whole."""
    inside = path / name
    is_below = inside.parent == path and name != ".."
    return inside if is_below else path / f"pakket\u00a0{at}"  # no name that came has such a space


def is_inside(path: Path) -> bool:
    """Whether this is no file, but something in one."""
    return path.parent.is_file()


@uncollected()
def unpacked(parcel: Parcel, passphrase: str | None, progress: Progress, project: str | None = None) -> "Bundle":
    """What a bundle holds, read in a process of its own; of any project if none is given. Raises a Refusal."""
    expect_bundle()
    from werkboek_desktop.bundle.apart import read_apart  # pydantic makes every command a fifth slower

    return read_apart(parcel.data, passphrase=passphrase, project=project, progress=progress)


def manifest_of(path: Path, passphrase: str | None) -> "Manifest":
    """What the first readable bundle in a file says of itself, which its sender signed; its changes are not looked at.

    Raises what is wrong with the first one where none can be read.
    """
    first, *more = parcels(path, unwatched)
    try:
        return manifest_of_parcel(first, passphrase)
    except Refusal:
        for each in more:
            with suppress(Refusal):
                return manifest_of_parcel(each, passphrase)
        raise


def manifest_of_parcel(parcel: Parcel, passphrase: str | None) -> "Manifest":
    """The same of one of those in a file."""
    expect_bundle()
    from werkboek_desktop.bundle.apart import manifest_apart  # pydantic makes every command a fifth slower

    return manifest_apart(parcel.data, passphrase)


def check_proven(
    bundle: "Bundle", known: Collection[ChangeId] = (), vouched: Collection[tuple[WriterId, ChangeId]] = ()
) -> None:
    """Raises BadSignature where something that is new here was signed by nobody who may."""
    from werkboek_desktop.bundle import signatures  # pydantic makes every command a fifth slower

    if bundle.unproven:
        signatures.check_proven(bundle.changes, bundle.unproven, known, vouched)
