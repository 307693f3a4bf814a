"""SQLAlchemy's engine over sqlcipher3: one writer at a time, readers that never wait for it."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.pool import QueuePool, StaticPool
from sqlalchemy.util import LRUCache
from sqlcipher3 import dbapi2

from werkboek_desktop.store.connection import Connection as RawConnection

WRITES = "werkboek_writes"
"""The execution option of a connection whose next transaction is going to write."""

UNSEARCHED = "werkboek_unsearched"
"""The execution option of a copy in which nobody searches, so that its index need not be true."""

_KNOWN: LRUCache[Any, Any] = LRUCache(1_000)
"""Statements as SQLAlchemy spelled them out."""


class SQLCipher(SQLiteDialect_pysqlite):
    """What one engine spelled out, the next need not: that takes longer than SQLite takes to answer it."""

    supports_statement_cache = True

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other)

    def __hash__(self) -> int:
        return hash(type(self))


registry.register("sqlcipher3", __name__, SQLCipher.__name__)


def make_engine(connector: Callable[[], RawConnection], *, shared: bool = False, searched: bool = True) -> Engine:
    """An engine on what `connector` opens. `shared`: it is one connection for all, as for a copy in memory.

    Its errors end in the log, which people send along: what somebody wrote stands in none of them.
    """
    pool = StaticPool if shared else QueuePool
    engine = create_engine(
        "sqlcipher3://",
        module=dbapi2,
        creator=connector,
        poolclass=pool,
        hide_parameters=True,
        execution_options={"compiled_cache": _KNOWN, UNSEARCHED: not searched},
    )
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    """With a plain BEGIN two writers start and one fails halfway; an IMMEDIATE one makes readers wait."""
    writes = connection.get_execution_options().get(WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
