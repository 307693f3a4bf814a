"""The words of texts, cut by SQLite itself, so that a word of the vocabulary is one of the index to the letter.

In a database of its own in memory: another core can do it meanwhile, and no word stays behind.
"""

from contextlib import closing
from pathlib import Path

from werkboek_desktop.store.connection import connect, refusals

TOKENS = "unicode61 remove_diacritics 2"
"""How FTS5 cuts a text into words."""

_SCHEMA = (
    f"CREATE VIRTUAL TABLE cut USING fts5(text, content='', tokenize='{TOKENS}', detail='none', columnsize=0)",
    "CREATE VIRTUAL TABLE term USING fts5vocab('cut', 'row')",
)
_CUT = "INSERT INTO cut(rowid, text) SELECT key, value FROM json_each(?)"
_LONGER = "SELECT json_group_array(term) FROM term WHERE length(term) > ? AND octet_length(term) < ?"
_CUT_OFF = 32_768
"""Bytes after which FTS5 cuts a word off, be it in the midst of a letter: nobody looks for what is inside of that."""
_MEMORY = Path(":memory:")


def longer_than(letters: int, texts: str) -> str:
    """The words of more than so many letters, as a JSON list; `texts`: a JSON object of texts by number."""
    with refusals(_MEMORY), closing(connect(None)) as cutter:
        for statement in _SCHEMA:
            cutter.execute(statement)
        cutter.execute("BEGIN")
        cutter.execute(_CUT, (texts,))
        (words,) = cutter.execute(_LONGER, (letters, _CUT_OFF)).fetchone()
        return str(words)
