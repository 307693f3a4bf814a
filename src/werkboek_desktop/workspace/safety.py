"""Looking after the file: integrity, backups beside it, and copies of those elsewhere."""

import json
import os
from contextlib import suppress
from pathlib import Path

from werkboek_desktop.bundle.keys import verify
from werkboek_desktop.errors import NoBackupThere, NotSaved, Refusal
from werkboek_desktop.store import backup as backups
from werkboek_desktop.store import evidence
from werkboek_desktop.store.check import problems_of
from werkboek_desktop.store.reading import Reader
from werkboek_desktop.workspace.model import Backup
from werkboek_desktop.workspace.session import Session

_MISSED = "backup_missed"


def problems(session: Session) -> list[str]:
    """What is wrong in the file, a Dutch sentence each; empty when all is well."""
    return problems_of(session.store, verify)


def backup(session: Session, out: Path | None = None) -> Backup:
    """A verified copy; without a place of its own it joins the kept ones, there and in the places of the settings."""
    if out:
        made = backups.make(session.store, out)
        _take_along(session, evidence.folder(out))
        return Backup(made)
    kept = backups.keep(session.store, session.app.clock())
    return Backup(kept, missed=spread(session, kept))


def _take_along(session: Session, to: Path) -> None:
    """What proves the akkoorden goes along; raises NotSaved."""
    try:
        evidence.take_along(evidence.folder(session.path), to)
    except OSError as error:
        raise NotSaved(to, error.strerror or "") from error


def backup_before_import(session: Session) -> Path | None:
    """A kept copy, unless there is nothing to lose yet."""
    with session.store.read() as reader:
        empty = reader.last_row() == 0
    return None if empty else backups.keep(session.store, session.app.clock())


def clear_away(session: Session) -> None:
    """What a backup left that was killed half-way goes; where that cannot be, the next start tries again."""
    with suppress(Refusal, OSError):
        backups.clear_away(session.store)


def spread(session: Session, kept: Path) -> tuple[Refusal, ...]:
    """Takes a kept copy to the places of the settings; answers the places where that failed, and goes on."""
    _take_along(session, evidence.beside(kept))
    name = _spread_name(session)
    tried = {place: _spread(session, kept, Path(place), name) for place in session.app.settings().backup_places}
    if tried:
        with suppress(Refusal):  # the copy is there; only that a place missed it is forgotten
            _remember(session, [place for place, missed in tried.items() if missed])
    return tuple(missed for missed in tried.values() if missed)


def _spread_name(session: Session) -> str:
    """The folder of this project in a place of the settings, which colleagues may share."""
    computer = "".join(letter if letter.isalnum() else "-" for letter in session.app.settings().computer)
    return f"{session.path.stem} back-ups ({computer} {session.project[:6]})"


def spread_folders(session: Session) -> list[Path]:
    """Where the copies of this project lie in the places of the settings."""
    return [Path(place) / _spread_name(session) for place in session.app.settings().backup_places]


def _remember(session: Session, places: list[str]) -> None:
    with session.store.write() as transaction:
        transaction.set(_MISSED, json.dumps(places))


def missed_places(session: Session, reader: Reader) -> list[str]:
    """The places of the settings that did not take the last backup."""
    places = session.app.settings().backup_places
    return [place for place in json.loads(reader.setting(_MISSED) or "[]") if place in places]


def _spread(session: Session, kept: Path, place: Path, name: str) -> Refusal | None:
    if not os.path.isdir(place):  # noqa: PTH112 - Path.is_dir raises where a share says no
        return NoBackupThere(place, "de map is er nu niet")
    try:
        backups.spread(kept, place / name, session.store.key)
        evidence.take_along(evidence.folder(session.path), evidence.beside(place / name / kept.name))
    except (Refusal, OSError) as error:
        return NoBackupThere(place, error.message if isinstance(error, Refusal) else "de schijf geeft een fout")
    return None
