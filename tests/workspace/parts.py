"""Bundles with a part of what somebody has, as one of several mails is."""

from collections.abc import Callable
from pathlib import Path

from werkboek_desktop.bundle.manifest import Writer
from werkboek_desktop.bundle.writer import Contents, write
from werkboek_desktop.domain.change import Change, Scope
from werkboek_desktop.workspace import Workspace


def parted(of: Workspace, out: Path, chosen: Callable[[Change], bool]) -> Path:
    """A bundle with some of the changes, as one of a number that a large one was divided over."""
    session = of._session
    with session.store.read() as reader:
        changes = [change for change in reader.changes([Scope.WORK]) if chosen(change)]
        made_of = reader.writers({change.header.writer for change in changes})
        contents = Contents(
            session.project,
            "Werk",
            f"{of.author} · pc",
            session.app.next_bundle_number(session.project),
            session.app.clock(),
            (Scope.WORK,),
            changes,
            {id_: Writer(*parts) for id_, parts in made_of.items()},
            {Scope.WORK: reader.tips(Scope.WORK)},
            partial=True,
        )
    return write(out, contents, session.key).path


def changes_of(of: Workspace) -> list[Change]:
    """All that somebody has of the work."""
    with of._session.store.read() as reader:
        return list(reader.changes([Scope.WORK]))


def seq_of(of: Workspace, id_: str) -> int:
    """Which of its writer's changes one is."""
    with of._session.store.read() as reader:
        return reader.get([id_])[id_].header.seq
