"""Where a word is left that should be nowhere: in bytes, in values, and in the terms of the index."""

from pathlib import Path

from sqlcipher3 import dbapi2


def traces(project: Path, word: str) -> list[str]:
    """Every place beside and in a project file, its log and its backups, where the word is still to be found."""
    return [place for path in _files(project) for place in (*_in_bytes(path, word), *_in_tables(path, word))]


def _files(project: Path) -> list[Path]:
    beside = project.parent.glob(f"{project.stem}*")
    found = [each for path in beside for each in (path.rglob("*") if path.is_dir() else (path,))]
    return sorted(path for path in found if path.is_file())


def _in_bytes(path: Path, word: str) -> list[str]:
    data = path.read_bytes().lower()
    return [f"{path.name}: bytes"] if word.lower().encode() in data else []


def _in_tables(path: Path, word: str) -> list[str]:
    if not path.read_bytes().startswith(b"SQLite format 3\0"):
        return []
    connection = dbapi2.connect(f"file:{path}?mode=ro", uri=True)
    try:
        connection.execute("CREATE VIRTUAL TABLE temp.terms USING fts5vocab('main', 'search', 'row')")
        connection.execute("CREATE VIRTUAL TABLE temp.pieces USING fts5vocab('main', 'vocabulary', 'row')")
        found = [f"{path.name}: {row[0]}" for row in connection.execute("SELECT term FROM temp.terms")]
        found += [f"{path.name}: {row[0]}" for row in connection.execute("SELECT word FROM term")]
        pieces = {row[0] for row in connection.execute("SELECT term FROM temp.pieces")}
    finally:
        connection.close()
    words = {part.lower() for part in word.split()}
    told = [each for each in found if each.split(": ", 1)[1] in words]
    whole = word.lower()
    if len(words) == 1 and {whole[at : at + 3] for at in range(len(whole) - 2)} <= pieces:
        told.append(f"{path.name}: trigrams")
    return told
