"""The words of texts, cut by SQLite itself, so that a word of the vocabulary is one of the index to the letter.

In a database of its own in memory: another core can do it meanwhile, and no word stays behind.
"""

from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextvars import copy_context
from pathlib import Path
from typing import Self

from werkboek_desktop.store.connection import Connection, connect, refusals

TOKENS = "unicode61 remove_diacritics 2"
"""How FTS5 cuts a text into words."""

_AHEAD = 4
"""How many portions are being cut, or wait for that."""
_SCHEMA = (
    f"CREATE VIRTUAL TABLE cut USING fts5(text, content='', tokenize='{TOKENS}', detail='none', columnsize=0)",
    "CREATE VIRTUAL TABLE term USING fts5vocab('cut', 'row')",
)
_CUT = "INSERT INTO cut(rowid, text) SELECT key, value FROM json_each(?)"
_LONGER = "SELECT jsonb_group_array(term) FROM term WHERE length(term) > ? AND octet_length(term) < ?"
_CUT_OFF = 32_768
"""Bytes after which FTS5 cuts a word off, be it in the midst of a letter: nobody looks for what is inside of that."""
_MEMORY = Path(":memory:")


class Cutter:
    """Cuts in a thread of its own while the block lasts that it is the context of."""

    def __init__(self) -> None:
        self._beside = ThreadPoolExecutor(1)
        self._begun: list[Future[None]] = []
        self._database: Connection | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._beside.shutdown(cancel_futures=True)
        self._forget()

    def begin(self, texts: bytes) -> None:
        """Texts by number, as an object in SQLite's JSONB. Waits where many do, for they are large."""
        wait(self._begun[: 1 - _AHEAD])
        self._begun.append(self._beside.submit(copy_context().run, self._cut, texts))

    def longer_than(self, letters: int) -> bytes:
        """The words of all that was begun with more letters than that, as a list in JSONB; nothing of them stays.

        Empty where nothing was begun.
        """
        for each in self._begun:
            each.result()
        self._begun.clear()
        if self._database is None:
            return b""
        with refusals(_MEMORY):
            (words,) = self._database.execute(_LONGER, (letters, _CUT_OFF)).fetchone()
        self._forget()
        return bytes(words)

    def _cut(self, texts: bytes) -> None:
        with refusals(_MEMORY):
            if self._database is None:
                self._database = connect(None)
                for statement in (*_SCHEMA, "BEGIN"):
                    self._database.execute(statement)
            self._database.execute(_CUT, (texts,))

    def _forget(self) -> None:
        if self._database is not None:
            self._database.close()
            self._database = None
