"""Full-text search: FTS5 over what fields show, and trigrams over the words that occur in them."""

import json
import re
import unicodedata
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from contextvars import copy_context
from itertools import batched

from sqlalchemy import Connection
from sqlalchemy.exc import DatabaseError

from werkboek_desktop.store.connection import INTERRUPTED
from werkboek_desktop.store.cutting import TOKENS, Cutter
from werkboek_desktop.store.engine import UNSEARCHED
from werkboek_desktop.store.shapes import Hit

_WORDS = 16
"""How many words of a query count."""
_INSIDE = 4
"""From this length on a word is also looked for inside longer ones."""
_CANDIDATES = 1_000
_AT_ONCE = 1_000
_PORTION = 2 << 20
"""Bytes of the texts that are cut at once, unless one has more: Python and SQLite take ten times that for it."""
_CUTTER = "werkboek_cutter"
"""Where a connection has what cuts the words that it learns."""
_COMPOUNDS = 32
"""How many longer words stand in for one: the shortest of so many candidates."""

_SCHEMA = (
    """
    CREATE VIEW searchable AS
    SELECT state.field AS field, coalesce(state.text, change.value) AS text
    FROM state JOIN field ON field.row = state.field LEFT JOIN change ON change.row = state.head
    WHERE field.type IN ('prose', 'line', 'set') AND field.field NOT IN ('deleted', 'same_as')
    """,
    f"""
    CREATE VIRTUAL TABLE search USING fts5(
        text, content='searchable', content_rowid='field', tokenize='{TOKENS}', prefix='2 3'
    )
    """,
    "CREATE TABLE term (row INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE)",
    """
    CREATE VIRTUAL TABLE vocabulary USING fts5(
        word, content='term', content_rowid='row', tokenize='trigram', detail='none', columnsize=0
    )
    """,
)

_SHOWN = "FROM searchable WHERE field IN (SELECT value FROM json_each(?)) ORDER BY field"

_SIZES = f"SELECT field, coalesce(octet_length(text), 0) {_SHOWN}"

_TEXTS = "SELECT jsonb_group_object(field, text) FROM searchable WHERE field IN (SELECT value FROM json_each(?))"

_FIND = """
    SELECT lower(hex(field.record)), field.kind, field.field, snippet(search, 0, '«', '»', '…', 12)
    FROM search
    JOIN field ON field.row = search.rowid
    JOIN record ON record.id = field.record AND record.kind = field.kind
        AND record.owner = field.owner AND record.scope = field.scope
    WHERE search MATCH ? AND NOT record.deleted
    ORDER BY search.rank LIMIT ?
"""


def create(connection: Connection) -> None:
    """Makes the index of a new project."""
    for statement in _SCHEMA:
        connection.exec_driver_sql(statement)


def forget(connection: Connection, fields: Sequence[int]) -> None:
    """Takes what these fields show now out of the index; to be called before it changes."""
    if _is_unsearched(connection):
        return
    statement = f"INSERT INTO search(search, rowid, text) SELECT 'delete', field, text {_SHOWN}"
    connection.exec_driver_sql(statement, (json.dumps(fields),))


@contextmanager
def transaction(connection: Connection) -> Iterator[None]:
    """All that is learned while the block lasts can be found at its end: until then words are cut on another core."""
    with Cutter() as cutter:
        connection.info[_CUTTER] = cutter
        try:
            yield
            _learn_terms(connection, cutter)
        finally:
            del connection.info[_CUTTER]


@contextmanager
def indexing(connection: Connection, fields: Sequence[int]) -> Iterator[None]:
    """Learns them while the block lasts, which asks this connection nothing: SQLite lets Python go on meanwhile."""
    with ThreadPoolExecutor(1) as beside:
        learned = beside.submit(copy_context().run, learn, connection, fields)
        yield
    learned.result()


def learn(connection: Connection, fields: Sequence[int]) -> None:
    """Indexes what these fields show now, within a `transaction`."""
    if _is_unsearched(connection):
        return
    index = f"INSERT INTO search(rowid, text) SELECT field, text {_SHOWN}"
    connection.exec_driver_sql(index, (json.dumps(fields),))
    cutter: Cutter = connection.info[_CUTTER]
    for portion in _portions(connection, fields):
        cutter.begin(connection.exec_driver_sql(_TEXTS, (json.dumps(portion),)).scalar_one())


def _learn_terms(connection: Connection, cutter: Cutter) -> None:
    if not (terms := cutter.longer_than(_INSIDE)):
        return
    last = connection.exec_driver_sql("SELECT coalesce(max(row), 0) FROM term").scalar_one()
    connection.exec_driver_sql("INSERT OR IGNORE INTO term(word) SELECT value FROM json_each(?)", (terms,))
    connection.exec_driver_sql("INSERT INTO vocabulary(rowid, word) SELECT row, word FROM term WHERE row > ?", (last,))


def _portions(connection: Connection, fields: Sequence[int]) -> Iterator[list[int]]:
    """These fields, so many at a time that their texts are not too large together."""
    portion: list[int] = []
    together = 0
    for row, size in connection.exec_driver_sql(_SIZES, (json.dumps(fields),)).all():
        together += size
        if portion and together > _PORTION:
            yield portion
            portion, together = [], size
        portion.append(row)
    if portion:
        yield portion


def _is_unsearched(connection: Connection) -> bool:
    return bool(connection.get_execution_options().get(UNSEARCHED))


def rebuild(connection: Connection) -> None:
    """Makes the index anew of what is shown now, so that no word is left of what is not."""
    connection.exec_driver_sql("INSERT INTO search(search) VALUES ('delete-all')")
    cutter: Cutter = connection.info[_CUTTER]
    _learn_terms(connection, cutter)
    connection.exec_driver_sql("INSERT INTO vocabulary(vocabulary) VALUES ('delete-all')")
    connection.exec_driver_sql("DELETE FROM term")
    fields = connection.exec_driver_sql("SELECT field FROM searchable").scalars().all()
    for portion in batched(fields, _AT_ONCE):
        learn(connection, portion)
        _learn_terms(connection, cutter)


def find(connection: Connection, query: str, limit: int) -> list[Hit]:
    """The fields that hold every word of the query, as a beginning or inside a longer word; the best first."""
    words = re.findall(r"[^\W_]+", unicodedata.normalize("NFC", query))[:_WORDS]
    if not words:
        return []
    match = " AND ".join(f"({' OR '.join(_meant(connection, word))})" for word in words)
    return [Hit(*row) for row in connection.exec_driver_sql(_FIND, (match, limit))]


def _meant(connection: Connection, word: str) -> Iterator[str]:
    """The expressions that a word of a query stands for."""
    yield f'"{word}" *'
    folded = _folded(word)
    if len(folded) < _INSIDE:
        return
    compounds = connection.exec_driver_sql(
        "SELECT word FROM (SELECT word FROM vocabulary WHERE word LIKE ? AND word NOT LIKE ? LIMIT ?)"
        " ORDER BY length(word) LIMIT ?",
        (f"%{folded}%", f"{folded}%", _CANDIDATES, _COMPOUNDS),
    )
    for compound in compounds.scalars():
        yield f'"{compound}"'


def _folded(word: str) -> str:
    """As the index holds it: lower case, without accents."""
    letters = unicodedata.normalize("NFD", word.lower())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def is_whole(connection: Connection) -> bool:
    """Whether the index holds exactly the words of what is shown."""
    try:
        connection.exec_driver_sql("INSERT INTO search(search, rank) VALUES ('integrity-check', 1)")
        connection.exec_driver_sql("INSERT INTO vocabulary(vocabulary, rank) VALUES ('integrity-check', 1)")
    except DatabaseError as error:
        if str(error.orig) == INTERRUPTED:
            raise
        return False
    return True
