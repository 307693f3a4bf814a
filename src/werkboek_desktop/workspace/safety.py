"""Looking after the file: backups and integrity."""

from pathlib import Path

from werkboek_desktop.bundle.keys import verify
from werkboek_desktop.store import backup as backups
from werkboek_desktop.store.check import problems_of
from werkboek_desktop.workspace.session import Session


def problems(session: Session) -> list[str]:
    """What is wrong in the file, a Dutch sentence each; empty when all is well."""
    return problems_of(session.store, verify)


def backup(session: Session, out: Path | None = None) -> Path:
    """A verified copy; without a place of its own it joins the kept ones."""
    return backups.make(session.store, out) if out else backups.keep(session.store, session.app.clock())


def backup_before_import(session: Session) -> None:
    """A kept copy, unless there is nothing to lose yet."""
    with session.store.read() as reader:
        empty = reader.last_row() == 0
    if not empty:
        backups.keep(session.store, session.app.clock())
