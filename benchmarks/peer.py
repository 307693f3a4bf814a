"""The peer: pycrdt, one text a field, from its own update files into the same text rows, full-text index and COMMIT.

python -m benchmarks.peer make FOLDER    writes FOLDER/0.update, 1.update and 2.update
python -m benchmarks.peer import FOLDER  does the import; prints its seconds, peak memory and what it merged
python -m benchmarks.peer arrive FOLDER  looks first at which texts it would change, on a copy, and then does it
"""

import sys
import zlib
from pathlib import Path
from typing import Any

from pycrdt import Doc, Map, Text

from benchmarks.corpus import Edit, delta, edits
from benchmarks.measure import Stopwatch, peak_mebibytes, report
from werkboek_desktop.store.connection import connect

AUTHORS = 3


def make(folder: Path) -> None:
    """Three people: 0 writes everything first; 1 and 2 start from that and edit at the same time."""
    docs = [Doc[Any]() for _ in range(AUTHORS)]
    fields = [doc.get("fields", type=Map) for doc in docs]
    everything = list(edits())
    _write(docs[0], fields[0], [edit for edit in everything if edit.by == 0])
    start = docs[0].get_update()
    (folder / "0.update").write_bytes(start)
    for by in (1, 2):
        docs[by].apply_update(start)
        known = docs[by].get_state()
        _write(docs[by], fields[by], [edit for edit in everything if edit.by == by])
        (folder / f"{by}.update").write_bytes(docs[by].get_update(known))


def _write(doc: "Doc[Any]", fields: "Map[Any]", mine: list[Edit]) -> None:
    with doc.transaction():
        for edit in mine:
            name = str(edit.field)
            if name in fields:
                _replace(fields[name], edit.text)
            else:
                fields[name] = Text(edit.text)


def _replace(text: Text, wanted: str) -> None:
    """Only what differs, as an editor would send it; positions are in UTF-8 bytes, and these texts are ASCII."""
    now = str(text)
    front = next((i for i, (a, b) in enumerate(zip(now, wanted, strict=False)) if a != b), min(len(now), len(wanted)))
    back = 0
    while back < min(len(now), len(wanted)) - front and now[-1 - back] == wanted[-1 - back]:
        back += 1
    del text[front : len(now) - back]
    if front < len(wanted) - back:
        text.insert(front, wanted[front : len(wanted) - back])


def import_(folder: Path) -> None:
    """Applies the updates, writes a row a text with the index that `store/search.py` has, and commits."""
    watch = Stopwatch()
    rows = _import(folder)
    report(**watch.figures(), peak_mebibytes=peak_mebibytes(), fields=rows)


def arrive(folder: Path) -> None:
    """The same after a preview, in a project that has begun: a copy of it is what the updates are tried on."""
    begun = Doc[Any]()
    begun.get("fields", type=Map)
    watch = Stopwatch()
    shown, copy = _texts(begun), Doc[Any]()
    copy.apply_update(begun.get_update())
    changed = {name for name, text in _texts(_applied(copy, folder)).items() if shown.get(name) != text}
    rows = _import(folder)
    report(**watch.figures(), fields=rows, changed=len(changed))


def _import(folder: Path) -> int:
    doc = _whole(folder)
    rows = [(int(name), text) for name, text in _texts(doc).items()]
    _store(folder / "peer.sqlite", rows, doc.get_update())
    return len(rows)


def _texts(doc: "Doc[Any]") -> dict[str, str]:
    fields = doc.get("fields", type=Map)
    return {name: str(text) for name, text in fields.items()}


TOKENS = "tokenize='unicode61 remove_diacritics 2'"

_SCHEMA = f"""
    PRAGMA journal_mode = WAL;
    CREATE TABLE text (row INTEGER PRIMARY KEY, text TEXT NOT NULL);
    CREATE TABLE doc (content BLOB NOT NULL);
    CREATE TABLE term (row INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE);
    CREATE VIRTUAL TABLE search USING fts5(
        text, content='text', content_rowid='row', {TOKENS}, prefix='2 3'
    );
    CREATE VIRTUAL TABLE vocabulary USING fts5(
        word, content='term', content_rowid='row', tokenize='trigram', detail='none', columnsize=0
    );
    CREATE VIRTUAL TABLE temp.fresh USING fts5(
        text, content='', {TOKENS}, detail='none', columnsize=0
    );
    CREATE VIRTUAL TABLE temp.fresh_term USING fts5vocab('temp', 'fresh', 'row');
"""
_INDEX = (
    "INSERT INTO search(rowid, text) SELECT row, text FROM text",
    "INSERT INTO temp.fresh(rowid, text) SELECT row, text FROM text",
    "INSERT INTO term(word) SELECT term FROM temp.fresh_term WHERE length(term) > 4",
    "INSERT INTO vocabulary(rowid, word) SELECT row, word FROM term",
)


def _store(path: Path, rows: list[tuple[int, str]], update: bytes) -> None:
    path.unlink(missing_ok=True)
    path.touch()
    connection = connect(path)
    connection.executescript(_SCHEMA)
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("INSERT INTO doc VALUES (?)", (update,))
    connection.executemany("INSERT INTO text VALUES (?, ?)", rows)
    for statement in _INDEX:
        connection.execute(statement)
    connection.execute("COMMIT")
    connection.close()


def deflated_size(folder: Path) -> int:
    """The bytes of one update file with everything, deflated."""
    return len(zlib.compress(_whole(folder).get_update(), 9))


def delta_sizes(folder: Path) -> tuple[int, int]:
    """The same of 100 edits more: for who says to have all the rest, and as they were told while they were made.

    The first names all that was ever deleted, as this library does; the second helps only who missed nothing.
    """
    doc, told = _whole(folder), list[bytes]()
    known = doc.get_state()
    watching = doc.observe(lambda event: told.append(event.update))
    _write(doc, doc.get("fields", type=Map), delta(list(edits())))
    doc.unobserve(watching)
    return len(zlib.compress(doc.get_update(known), 9)), len(zlib.compress(b"".join(told), 9))


def _whole(folder: Path) -> "Doc[Any]":
    return _applied(Doc[Any](), folder)


def _applied(doc: "Doc[Any]", folder: Path) -> "Doc[Any]":
    for by in range(AUTHORS):
        doc.apply_update((folder / f"{by}.update").read_bytes())
    return doc


if __name__ == "__main__":
    {"make": make, "import": import_, "arrive": arrive}[sys.argv[1]](Path(sys.argv[2]))
