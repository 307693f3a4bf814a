"""SQLAlchemy's engine over sqlcipher3: one writer at a time, readers that never wait for it."""

from collections.abc import Callable

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool, StaticPool
from sqlcipher3 import dbapi2

from werkboek_desktop.store.connection import Connection as RawConnection

WRITES = "werkboek_writes"
"""The execution option of a connection whose next transaction is going to write."""


def make_engine(connector: Callable[[], RawConnection], *, shared: bool = False) -> Engine:
    """An engine on what `connector` opens. `shared`: it is one connection for all, as for a copy in memory.

    Its errors end in the log, which people send along: what somebody wrote stands in none of them.
    """
    pool = StaticPool if shared else QueuePool
    engine = create_engine("sqlite://", module=dbapi2, creator=connector, poolclass=pool, hide_parameters=True)
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    """With a plain BEGIN two writers start and one fails halfway; an IMMEDIATE one makes readers wait."""
    writes = connection.get_execution_options().get(WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
