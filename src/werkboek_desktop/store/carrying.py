"""What was erased in one file of a project goes from its other files and its backups too."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from werkboek_desktop.domain.change import Change
from werkboek_desktop.errors import Busy
from werkboek_desktop.store import burials
from werkboek_desktop.store.connection import compact
from werkboek_desktop.store.destroying import Destroyed, destroy_here
from werkboek_desktop.store.project_file import Store
from werkboek_desktop.store.reading import Reader
from werkboek_desktop.store.shapes import Writer


class Carried(NamedTuple):
    """The erases that a person said yes to in one file of a project, for its other files and its backups."""

    changes: Sequence[Change]
    writers: dict[str, Writer]


def carried(reader: Reader) -> Carried:
    """Those of a file."""
    ids = [id_ for id_, destroys in burials.answers(reader.connection).items() if destroys]
    changes = list(reader.get(ids).values())
    return Carried(changes, reader.writers({one.header.writer for one in changes}))


def carried_of(path: Path) -> Carried:
    """Those of a file that is not open here; raises a Refusal."""
    store = Store.open(path, read_only=True)
    try:
        with store.read() as reader:
            return carried(reader)
    finally:
        store.close()


def is_of(store: Store, project: str) -> bool:
    """Whether a file is of this project: what lies beside it may be of another."""
    with store.read() as reader:
        return reader.project() == project


def carry_into(store: Store, erases: Carried) -> Destroyed:
    """Erases the same in another file of the project, and destroys it there; raises a Refusal."""
    with store.write() as transaction:
        for id_, made_of in erases.writers.items():
            transaction.add_writer(id_, made_of.scope, made_of.key, made_of.nonce)
        transaction.append(erases.changes)
        return destroy_here(transaction.connection, [one.id for one in erases.changes])


def leave_nothing(store: Store) -> bool:
    """Leaves no old page in the file and none in its log; False: another program holds on to them, for now."""
    try:
        compact(store.path, store.key)
    except Busy:
        return False
    return True
