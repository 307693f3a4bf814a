"""Where the words of sentences are left: in bytes of a file, its log and its backups, and in terms of indexes."""

import re
from collections.abc import Iterable
from pathlib import Path

from sqlcipher3 import dbapi2

WORD = re.compile(r"(?i)zin\d+x")
SQLITE = b"SQLite format 3\0"
TERMS = "SELECT term FROM temp.terms UNION SELECT word FROM term"


def words_stored(texts: Iterable[str]) -> set[str]:
    """The words that these texts have."""
    return {word.lower() for text in texts for word in WORD.findall(text)}


def words_left(project: Path) -> set[str]:
    """Those in and beside a project file, whatever they are left in."""
    beside = project.parent.glob(f"{project.stem}*")
    files = [each for path in beside for each in (path.rglob("*") if path.is_dir() else (path,)) if each.is_file()]
    found: set[str] = set()
    for path in files:
        data = path.read_bytes()
        found |= words_stored([data.decode("latin-1")])
        if data.startswith(SQLITE):
            found |= words_stored(_terms(path))
    return found


def _terms(path: Path) -> list[str]:
    """Raw bytes miss a term of which only what differs from the one before it is written."""
    connection = dbapi2.connect(f"file:{path}?mode=ro", uri=True)
    try:
        connection.execute("CREATE VIRTUAL TABLE temp.terms USING fts5vocab('main', 'search', 'row')")
        return [term for (term,) in connection.execute(TERMS)]
    finally:
        connection.close()
