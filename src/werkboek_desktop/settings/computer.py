"""The app's folder at this computer: settings, and which writer goes on in which file.

All of it lives in one folder of the local (never the roaming) profile. Broken files there never stop the program:
a setting falls back to its default, a lost incarnation only means a fresh writer.
"""

import json
import os
import re
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import asdict, dataclass, field
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path

from platformdirs import user_data_path

from werkboek_desktop.domain.ids import ChangeId, Entropy
from werkboek_desktop.errors import NotSaved, Refusal
from werkboek_desktop.settings.declared import Settings, from_json, to_file
from werkboek_desktop.settings.own_secret import OwnSecret

HOME_VARIABLE = "WERKBOEK_HOME"
_INCARNATIONS = "incarnations.json"
_SETTINGS = "settings.json"
_NONCE = re.compile("[0-9a-f]{32}")


@dataclass(frozen=True, slots=True)
class WriterState:
    """One writer of this computer in one scope of one file, as it was after its last commit."""

    writer: str
    nonce: str
    last: ChangeId | None


@dataclass(slots=True)
class Incarnation:
    """What this computer knows of one project file. Where it disagrees with the file, a fresh writer goes on."""

    writers: dict[str, WriterState] = field(default_factory=dict)
    persons: list[str] = field(default_factory=list)
    opened: int = 0
    """When a window showed it last, by this computer's clock; 0: never."""


@dataclass(frozen=True, slots=True)
class App:
    """The app's folder, the clock (whole seconds since 1970, UTC) and chance: passed in, never global."""

    folder: Path
    clock: Callable[[], int]
    entropy: Entropy
    own: OwnSecret = field(init=False, compare=False, repr=False)
    """What this computer signs with; in a keyring only for the folder that is the app's own place."""

    def __post_init__(self) -> None:
        own = OwnSecret(self.folder, self.entropy, in_keyring=self.folder == _own_place())
        object.__setattr__(self, "own", own)

    @classmethod
    def of_this_computer(cls) -> "App":
        """The real one. The environment variable WERKBOEK_HOME names another folder, as on a stick."""
        home = os.environ.get(HOME_VARIABLE)
        folder = Path(home) if home else _own_place()
        return cls(folder, lambda: int(time.time()), os.urandom)

    def today(self) -> date:
        """The day it is here."""
        return datetime.fromtimestamp(self.clock(), UTC).astimezone().date()

    def settings(self) -> Settings:
        """As saved; what is missing or wrong there is the default."""
        return self.read_settings()[0]

    def read_settings(self) -> tuple[Settings, list[Refusal]]:
        """The same, with what is wrong in the file."""
        return from_json(_read(self._settings_file))

    def save_settings(self, settings: Settings) -> None:
        """For the next start and for the command line; raises NotSaved."""
        _write(self._settings_file, to_file(settings, _read(self._settings_file)))

    @property
    def _settings_file(self) -> Path:
        return self.folder / _SETTINGS

    @contextmanager
    def incarnation(self, project_file: Path) -> Iterator[Incarnation]:
        """This computer's writers in a file: held by one process at a time, saved when the block ends well.

        The commit of what they wrote happens inside the block. When the program dies between the two, the writers on
        disk disagree with the file, and the next start takes fresh ones.
        """
        path = self.folder / _INCARNATIONS
        with _held(self.folder / "incarnations.lock"):
            saved = _read(path)
            key = str(project_file.resolve())
            incarnation = _incarnation(saved.get(key))
            before = asdict(incarnation)
            yield incarnation
            if asdict(incarnation) != before:
                with suppress(NotSaved):  # what was written stands; a fresh writer goes on
                    _write(path, saved | {key: asdict(incarnation)})

    @contextmanager
    def desk(self, project_file: Path) -> Iterator[bool]:
        """Whether nobody else at this computer has the file in a window; nobody can until the block ends."""
        from filelock import FileLock, Timeout  # the first list is on screen without it

        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        name = sha256(str(project_file.resolve()).encode()).hexdigest()[:24]
        lock = FileLock(self.folder / f"desk-{name}.lock")
        try:
            lock.acquire(timeout=0)
        except Timeout:
            yield False
            return
        try:
            yield True
        finally:
            lock.release()

    def persons_at(self, project_file: Path) -> list[str]:
        """Who wrote in a file at this computer; nobody has to wait for who writes there now."""
        return _incarnation(_read(self.folder / _INCARNATIONS).get(str(project_file.resolve()))).persons

    def written_files(self) -> dict[Path, frozenset[str]]:
        """The files in which this computer wrote, with its writers there. Some may be gone."""
        known = {path: _incarnation(saved).writers for path, saved in _read(self.folder / _INCARNATIONS).items()}
        return {Path(path): frozenset(state.writer for state in writers.values()) for path, writers in known.items()}

    def begin(self, project_file: Path, *persons: str) -> None:
        """A file was made at this path: fresh writers go on in it, for these persons."""
        with self.incarnation(project_file) as incarnation:
            incarnation.writers.clear()
            incarnation.persons[:] = persons

    def persons(self) -> list[str]:
        """Everyone who ever wrote at this computer, in whatever project."""
        known = map(_incarnation, _read(self.folder / _INCARNATIONS).values())
        return list(dict.fromkeys(name for incarnation in known for name in incarnation.persons))

    def author(self) -> str:
        """Who writes at this computer, as far as that is clear."""
        persons = self.persons()
        return self.settings().author or (persons[0] if len(persons) == 1 else "")

    def opened(self, project_file: Path) -> None:
        """A window shows this file: from now on it is one that people go on with here."""
        with self.incarnation(project_file) as incarnation:
            incarnation.opened = self.clock()

    def known_files(self) -> list[Path]:
        """Every project file in which somebody wrote or that a window showed at this computer. Some may be gone."""
        return [Path(path) for path in _read(self.folder / _INCARNATIONS)]

    def opened_files(self) -> list[tuple[Path, int]]:
        """The files that windows showed, with when, the last one first. Some may be gone."""
        known = {path: _incarnation(saved).opened for path, saved in _read(self.folder / _INCARNATIONS).items()}
        shown = sorted(((at, path) for path, at in known.items() if at), reverse=True)
        return [(Path(path), at) for at, path in shown]

    def kept(self, name: str) -> dict[str, object]:
        """What a screen keeps here for the next time; nothing if that cannot be read."""
        return _read(self.folder / name)

    def keep(self, name: str, data: dict[str, object]) -> None:
        """Keeps it; raises NotSaved."""
        _write(self.folder / name, data)

    def next_bundle_number(self, project: str) -> int:
        """Counts this computer's bundles of a project, outside the project: a restored file must not count again."""
        path = self.folder / "bundles.json"
        with _held(self.folder / "bundles.lock"):
            saved = _read(path)
            number = _whole(saved.get(project)) + 1
            _write(path, saved | {project: number})
        return number


def _own_place() -> Path:
    return user_data_path("werkboek", appauthor=False)


def _held(lock: Path) -> AbstractContextManager[object]:
    """Keeps other processes out meanwhile; raises NotSaved."""
    from filelock import FileLock  # the window's first list comes before anything is written, and need not wait for it

    try:
        lock.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        return FileLock(lock).acquire()
    except OSError as error:
        raise NotSaved(lock, error.strerror or "") from error


def _incarnation(saved: object) -> Incarnation:
    match saved:
        case {"writers": dict(writers), "persons": list(persons), **rest}:
            states = {scope: _writer_state(state) for scope, state in writers.items()}
            kept = {scope: state for scope, state in states.items() if state}
            return Incarnation(kept, list(map(str, persons)), _whole(rest.get("opened")))
    return Incarnation()


def _writer_state(saved: object) -> WriterState | None:
    match saved:
        case {"writer": str(writer), "nonce": str(nonce), "last": str() | None as last} if _NONCE.fullmatch(nonce):
            return WriterState(writer, nonce, last)
    return None


def _whole(value: object) -> int:
    return value if isinstance(value, int) else 0


def _read(path: Path) -> dict[str, object]:
    try:
        data = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    return data if isinstance(data, dict) else {}


def _write(path: Path, data: dict[str, object]) -> None:
    scratch = path.with_suffix(".new")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        scratch.write_text(json.dumps(data, ensure_ascii=False, indent=1), encoding="utf-8")
        scratch.replace(path)
    except OSError as error:
        raise NotSaved(path, error.strerror or "") from error
