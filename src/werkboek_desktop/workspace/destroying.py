"""What a person said yes to goes for good: from this file, from beside it, and from the copies of it."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from shutil import rmtree
from typing import NamedTuple

from werkboek_desktop.domain.ids import ChangeId
from werkboek_desktop.errors import Refusal
from werkboek_desktop.store import attachments, carrying, destroying, evidence
from werkboek_desktop.store.backup import kept_in
from werkboek_desktop.store.carrying import Carried
from werkboek_desktop.store.destroying import Destroyed
from werkboek_desktop.store.project_file import Store
from werkboek_desktop.workspace import remarking, safety, unread
from werkboek_desktop.workspace.model import Changed
from werkboek_desktop.workspace.namesakes import Namesake
from werkboek_desktop.workspace.session import Session


class Erased(NamedTuple):
    """What went for good. `missed`: copies of the project that could not be reached, and why.

    `namesakes`: other records with the same name, e-mail or phone. `is_clean`: no old page is left in the file.
    """

    destroyed: Destroyed
    backups: int
    missed: tuple[Refusal, ...]
    namesakes: tuple[Namesake, ...]
    is_clean: bool
    changed: Changed = Changed()


def destroy(session: Session, erases: Sequence[ChangeId]) -> Erased:
    """A person here said yes to these: their values go from this file and from the copies of it."""
    with session.store.write() as transaction:
        gone = destroying.destroy_here(transaction.connection, erases)
        remarking.forget(transaction, gone.records)
        unread.forget(transaction, gone.records, set(transaction.erases.fields))
        carried = carrying.carried(transaction)
    session.steps.clear()
    _destroy_beside(session.path, gone)
    backups, missed = _destroy_elsewhere(session, carried)
    clean = carrying.leave_nothing(session.store)
    session.tell(Changed(gone.records | {one.header.record for one in carried.changes}))
    return Erased(gone, backups, tuple(missed), (), clean)


def _destroy_beside(project: Path, gone: Destroyed) -> None:
    for sha in gone.files:
        with suppress(OSError):
            attachments.original(project, sha).unlink(missing_ok=True)
    for record in gone.records:
        rmtree(evidence.folder(project) / record, ignore_errors=True)


def _destroy_elsewhere(session: Session, carried: Carried) -> tuple[int, list[Refusal]]:
    """In each backup, here and in the places of the settings: how many were reached, and what could not be."""
    reached, missed = 0, list[Refusal]()
    for path in _copies(session):
        try:
            store = Store.open(path, key=session.store.key)
            try:
                if not carrying.is_of(store, session.project):
                    continue
                gone = carrying.carry_into(store, carried)
                carrying.leave_nothing(store)
            finally:
                store.close()
            for record in gone.records:
                rmtree(evidence.beside(path) / record, ignore_errors=True)
            reached += 1
        except Refusal as refusal:
            missed.append(refusal)
    return reached, missed


def _copies(session: Session) -> Iterator[Path]:
    folders = [kept_in(session.path), *safety.spread_folders(session)]
    for folder in folders:
        with suppress(OSError):
            yield from sorted(folder.glob(f"*{session.path.suffix}"))
    yield from sorted(session.path.parent.glob(f"{session.path.stem} versie *{session.path.suffix}"))
