"""The first list on screen: one read-only query, before SQLAlchemy is loaded."""

from pathlib import Path

from werkboek_desktop.errors import ProjectMissing
from werkboek_desktop.store.connection import connect, identify, refusals
from werkboek_desktop.store.shapes import Row, read_columns

SUFFIX = ".werkboek"
"""What the name of a project file ends with."""

_START = b"SQLite format 3\0"
_QUERY = """
    SELECT id, kind, owner, title, status, columns, conflicts, merged, deleted
    FROM record WHERE kind = ? AND NOT deleted
"""


def is_project(path: Path) -> bool:
    """Whether to open it as a project: by what is in it, and where nothing can be read by its name."""
    try:
        with path.open("rb") as file:
            start = file.read(len(_START))
    except OSError:
        start = b""
    return start == _START or path.suffix.lower() == SUFFIX


def first_list(path: Path, kind: str, *, key: bytes | None = None) -> list[Row]:
    """The rows of one kind that are not deleted, in no order; joined persons each have their own.

    Raises:
        ProjectMissing, NotAProject, NewerProject, DamagedProject
    """
    if not path.exists():
        raise ProjectMissing(path)
    with refusals(path):
        connection = connect(path, key, read_only=True)
        try:
            identify(connection, path)
            return [
                Row(
                    id_.hex(),
                    kind_,
                    owner.hex() or None,
                    title,
                    status,
                    read_columns(columns),
                    conflicts,
                    merged,
                    deleted=bool(deleted),
                )
                for id_, kind_, owner, title, status, columns, conflicts, merged, deleted in connection.execute(
                    _QUERY, (kind,)
                )
            ]
        finally:
            connection.close()
