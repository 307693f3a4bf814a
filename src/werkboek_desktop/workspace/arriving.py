"""A file that somebody opened at this computer: what it is, and where it belongs."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import NamedTuple

from werkboek_desktop.domain.today_lines import person_of
from werkboek_desktop.errors import Refusal
from werkboek_desktop.settings import App
from werkboek_desktop.store.first_list import SUFFIX
from werkboek_desktop.store.project_file import Store
from werkboek_desktop.workspace.unpacking import manifest_of

_NOT_IN_NAMES = frozenset('<>:"/\\|?*')
_LONGEST = 80
_DEVICES = {"con", "prn", "aux", "nul"} | {f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)}


class Recent(NamedTuple):
    """A project file that a window at this computer showed, and when; `is_here`: it still is where it was."""

    path: Path
    opened: int
    is_here: bool


class Offer(NamedTuple):
    """A bundle before anything of it is read in. `files`: where this computer has its project already.

    `goes_on`: it has only what came after an earlier bundle.
    """

    path: Path
    name: str
    sender: str
    created: int
    is_partial: bool
    goes_on: bool
    files: tuple[Path, ...]


def recent_files(app: App, most: int) -> list[Recent]:
    """The project files that people worked in last."""
    return [Recent(path, at, path.exists()) for path, at in app.opened_files()[:most]]


def look_at_bundle(path: Path, app: App, *, passphrase: str | None = None) -> Offer:
    """From whom a bundle is, and where its project is at this computer; raises what reading it would."""
    manifest = manifest_of(path, passphrase)
    files = tuple(file for file, _at in app.opened_files() if project_of(file) == manifest.project)
    name = " ".join((manifest.name or "").split())
    sender = person_of(manifest.sender.name)
    return Offer(path, name, sender, manifest.created, manifest.partial, manifest.since, files)


def project_of(file: Path) -> str:
    """The project that a file holds; nothing for one that is gone or cannot be read."""
    try:
        store = Store.open(file, read_only=True)
    except Refusal:
        return ""
    try:
        with store.read() as reader:
            return reader.project()
    except Refusal:
        return ""
    finally:
        store.close()


def place_for(name: str, folder: Path) -> Path:
    """Where the file of a project of this name can come: a name that every system takes, and that is free."""
    return free_path(folder / f"{file_name(name)}{SUFFIX}")


def free_path(path: Path) -> Path:
    """The path, or the first one with a number behind it that is not taken."""
    return next(found for found in numbered(path) if not found.exists())


def numbered(path: Path) -> Iterator[Path]:
    """The path, and then the same with a number behind it, from 2 on."""
    yield path
    for at in count(2):
        yield path.with_name(f"{path.stem} {at}{path.suffix}")


def file_name(name: str) -> str:
    """A name that every system takes, without an ending."""
    plain = "".join(" " if each in _NOT_IN_NAMES or not each.isprintable() else each for each in name)
    words = " ".join(plain.split())[:_LONGEST].strip(" .")
    return words if words and words.split(".")[0].lower() not in _DEVICES else f"werkboek {words}".strip()
