"""Search in a large project, and by FTS5 alone on the same rows."""

import random
import re
from collections.abc import Iterator
from pathlib import Path

from benchmarks.corpus import edits
from benchmarks.measure import percentile, seconds
from benchmarks.peer import TOKENS
from benchmarks.table import Row, compared
from werkboek_desktop.store.connection import Connection, connect
from werkboek_desktop.workspace import Workspace

QUERIES = 300
LIMIT = 50
SHARE = 0.99

_ALONE = """
    SELECT rowid, snippet(search, 0, '«', '»', '…', 12) FROM search WHERE search MATCH ? ORDER BY rank LIMIT ?
"""


def rows(workspace: Workspace, file: Path) -> Iterator[Row]:
    """What people type: a word, two, the beginning of one; and once more with what only ours finds, inside words."""
    alone = _alone(file)
    words = _words()
    usual = [query for pair in zip(words[::2], words[1::2], strict=True) for query in _queries(*pair)]
    yield _row("search in 10,000 cases, p99", workspace, alone, usual)
    inside = percentile((_ours(workspace, word[1:]) for word in words), SHARE)
    yield Row("the same for what stands inside a word, which FTS5 does not find", f"{inside * 1e3:.1f} ms", "")
    alone.close()


def _row(work: str, workspace: Workspace, alone: Connection, queries: list[str]) -> Row:
    pairs = [(_ours(workspace, query), _peer(alone, query)) for query in queries]
    ours, peer = (percentile(column, SHARE) for column in zip(*pairs, strict=True))
    return compared(work, f"{ours * 1e3:.1f} ms", f"FTS5 alone: {peer * 1e3:.1f} ms", ours / peer, 2)


def _ours(workspace: Workspace, query: str) -> float:
    return seconds(lambda: workspace.search(query, LIMIT))


def _peer(alone: Connection, query: str) -> float:
    match = " ".join(f'"{word}" *' for word in query.split())
    return seconds(lambda: alone.execute(_ALONE, (match, LIMIT)).fetchall())


def _words() -> list[str]:
    """As often as they stand in the texts, but for the short ones, which nobody looks for."""
    chance = random.Random(7)  # noqa: S311 - the same every time is the point
    return chance.sample([word for edit in edits() for word in re.findall(r"\w{5,}", edit.text)], QUERIES)


def _queries(one: str, other: str) -> tuple[str, str, str]:
    return one, f"{one} {other}", other[:4]


def _alone(project: Path) -> Connection:
    """The rows of the project in a table with an index, and nothing else."""
    source = connect(project, read_only=True)
    rows = source.execute("SELECT field, text FROM searchable").fetchall()
    source.close()
    path = project.with_suffix(".alone")
    path.touch()
    alone = connect(path)
    alone.executescript(
        f"CREATE TABLE text (row INTEGER PRIMARY KEY, text TEXT);"
        f"CREATE VIRTUAL TABLE search USING fts5(text, content='text', content_rowid='row', {TOKENS}, prefix='2 3');"
        f"BEGIN"
    )
    alone.executemany("INSERT INTO text VALUES (?, ?)", rows)
    alone.execute("INSERT INTO search(rowid, text) SELECT row, text FROM text")
    alone.execute("COMMIT")
    return alone
