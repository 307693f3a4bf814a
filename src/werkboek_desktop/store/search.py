"""Full-text search: FTS5 over what fields show, and trigrams over the words that occur in them."""

import json
import re
from collections.abc import Sequence

from sqlalchemy import Connection
from sqlalchemy.exc import DatabaseError

from werkboek_desktop.store.shapes import Hit

_SCHEMA = (
    """
    CREATE VIEW searchable AS
    SELECT state.field AS field, coalesce(state.text, change.value) AS text
    FROM state JOIN field ON field.row = state.field LEFT JOIN change ON change.row = state.head
    WHERE field.type IN ('prose', 'line', 'set')
    """,
    """
    CREATE VIRTUAL TABLE search USING fts5(
        text, content='searchable', content_rowid='field',
        tokenize='unicode61 remove_diacritics 2', prefix='2 3'
    )
    """,
    "INSERT INTO search(search, rank) VALUES ('secure-delete', 1)",
)


def create(connection: Connection) -> None:
    """Makes the index of a new project."""
    for statement in _SCHEMA:
        connection.exec_driver_sql(statement)


_SHOWN = "FROM searchable WHERE field IN (SELECT value FROM json_each(?)) ORDER BY field"


def forget(connection: Connection, fields: Sequence[int]) -> None:
    """Takes what these fields show now out of the index; to be called before it changes."""
    statement = f"INSERT INTO search(search, rowid, text) SELECT 'delete', field, text {_SHOWN}"
    connection.exec_driver_sql(statement, (json.dumps(fields),))


def learn(connection: Connection, fields: Sequence[int]) -> None:
    """Indexes what these fields show now."""
    statement = f"INSERT INTO search(rowid, text) SELECT field, text {_SHOWN}"
    connection.exec_driver_sql(statement, (json.dumps(fields),))


_FIND = """
    SELECT lower(hex(field.record)), field.kind, field.field,
           snippet(search, 0, '«', '»', '…', 12)
    FROM search
    JOIN field ON field.row = search.rowid
    JOIN record ON record.id = field.record AND record.kind = field.kind
        AND record.owner = field.owner AND record.scope = field.scope
    WHERE search MATCH ? AND NOT record.deleted
    ORDER BY search.rank LIMIT ?
"""


def find(connection: Connection, query: str, limit: int) -> list[Hit]:
    """The fields that hold every word of the query, as a beginning or inside a longer word; the best first."""
    words = re.findall(r"\w+", query)
    if not words:
        return []
    match = " ".join(f'"{word}" *' for word in words)
    return [Hit(*row) for row in connection.exec_driver_sql(_FIND, (match, limit))]


def is_whole(connection: Connection) -> bool:
    """Whether the index holds exactly the words of what is shown."""
    try:
        connection.exec_driver_sql("INSERT INTO search(search, rank) VALUES ('integrity-check', 1)")
    except DatabaseError:
        return False
    return True
