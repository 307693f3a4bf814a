"""From an older schema to this program's, one numbered step at a time, all or nothing."""

from collections.abc import Callable, Sequence

from sqlalchemy import Connection

from werkboek_desktop.store import search
from werkboek_desktop.store.connection import APPLICATION_ID, VERSION
from werkboek_desktop.store.tables import METADATA

type Migration = Callable[[Connection], None]

MIGRATIONS: Sequence[Migration] = ()
"""The step at place i brings a file of version i + 1 to i + 2."""


def create_schema(connection: Connection) -> None:
    """Makes an empty file a project file of the newest version."""
    METADATA.create_all(connection)
    search.create(connection)
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {VERSION}")


def migrate(connection: Connection, version: int) -> None:
    """Brings a file of this version to the newest, inside the caller's transaction."""
    for number, step in enumerate(MIGRATIONS[version - 1 :], version + 1):
        step(connection)
        connection.exec_driver_sql(f"PRAGMA user_version = {number}")
