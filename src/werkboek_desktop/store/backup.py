"""Copies to fall back on, each opened and compared with its project, and the way back."""

from datetime import UTC, datetime
from pathlib import Path

from werkboek_desktop.errors import DamagedBackup, DamagedProject, FileExists, ProjectMissing
from werkboek_desktop.store.check import is_whole
from werkboek_desktop.store.connection import identify_file
from werkboek_desktop.store.copying import copy_file, move_aside, parts, write_ahead
from werkboek_desktop.store.project_file import Store

LAST = 5
DAYS = 7
_NAME = "%Y-%m-%d %H%M%S"


def make(store: Store, out: Path) -> Path:
    """A copy in a file that is not there yet.

    Raises:
        FileExists, NotSaved, DamagedBackup: there is no copy then.
    """
    with store.standing_still() as reader:
        expected = reader.state_hash()
        copy_file(store.path, out, store.key)
    if _hash(out, store.key) != expected:
        out.unlink()
        raise DamagedBackup(out)
    return out


def keep(store: Store, now: int) -> Path:
    """A copy among the kept ones: the last five, and the last of each of seven days. `now`: seconds since 1970."""
    folder = kept_in(store.path)
    folder.mkdir(exist_ok=True)
    made = _made(store, folder, now)
    _prune(folder, store.path.suffix)
    return made


def clear_away(store: Store) -> None:
    """What a backup left that was killed half-way goes: all that people wrote stands in it."""
    left = parts(kept_in(store.path))
    if left and not store.read_only:
        with store.standing_still():  # whoever is making one holds the file: it is ready now
            for part in left:
                part.unlink(missing_ok=True)


def spread(kept: Path, folder: Path, key: bytes | None = None) -> Path:
    """The same copy in another folder that is there, compared with it; older ones give way as they do beside it.

    Raises:
        OSError, NotSaved, DamagedBackup, …: the copy is not there then.
    """
    folder.mkdir(exist_ok=True)
    out = folder / kept.name
    if not out.exists():
        copy_file(kept, out, key)
    if _hash(out, key) != _hash(kept, key):
        out.unlink()
        raise DamagedBackup(out)
    _prune(folder, kept.suffix)
    return out


def _prune(folder: Path, suffix: str) -> None:
    for old in superseded(sorted(folder.glob(f"*{suffix}"))):
        old.unlink(missing_ok=True)


def _made(store: Store, folder: Path, now: int) -> Path:
    """A copy with the name of this second, or of the first one after it that no other program took meanwhile."""
    try:
        return make(store, folder / f"{datetime.fromtimestamp(now, UTC):{_NAME}}{store.path.suffix}")
    except FileExists:
        return _made(store, folder, now + 1)


def kept_in(project: Path) -> Path:
    """Where the kept copies of a project lie."""
    return project.with_name(f"{project.stem} back-ups")


def last_kept(project: Path) -> datetime | None:
    """When the latest kept copy was made; None: there is none. Each was compared with its project before it stayed."""
    made = (_moment(path.stem) for path in kept_in(project).glob(f"*{project.suffix}"))
    return max(filter(None, made), default=None)


def _moment(name: str) -> datetime | None:
    try:
        return datetime.strptime(name, _NAME).replace(tzinfo=UTC)
    except ValueError:  # a file that somebody put there
        return None


def superseded(kept: list[Path]) -> list[Path]:
    """Of kept copies, oldest first, those that newer ones stand for."""
    last_of_day = {path.name[:10]: path for path in kept}
    days = list(last_of_day.values())[-DAYS:]
    return [path for path in kept if path not in kept[-LAST:] and path not in days]


def restore(backup: Path, new: Path, *, key: bytes | None = None) -> None:
    """Makes a new project file of a backup, drafts included.

    Raises:
        FileExists, ProjectMissing, NotAProject, NewerProject, DamagedBackup, NotSaved: there is no new file then.
    """
    if new.exists():
        raise FileExists(new)
    if not backup.exists():
        raise ProjectMissing(backup)
    try:
        identify_file(backup, key)
    except DamagedProject as error:
        raise DamagedBackup(backup) from error
    if not is_whole(backup, key):
        raise DamagedBackup(backup)
    move_aside(new)
    copy_file(backup, new, key)
    write_ahead(new, key)


def _hash(path: Path, key: bytes | None) -> str:
    copy = Store.open(path, key=key, read_only=True)
    try:
        with copy.read() as reader:
            return reader.state_hash()
    finally:
        copy.close()
