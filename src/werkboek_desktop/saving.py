"""Files that are there entirely or not at all, whatever goes wrong while they are written."""

import os
from pathlib import Path

from werkboek_desktop.errors import FileExists, NotSaved


def save(path: Path, content: bytes, *, force: bool = True) -> None:
    """Writes a file that is on the disk when this returns, in place of an older one if `force`.

    Raises:
        FileExists: there is a file, and no `force`; it is as it was.
        NotSaved: the disk is full or read-only; nothing is left behind, and an older file is as it was.
    """
    if path.exists() and not force:
        raise FileExists(path)
    scratch = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with scratch.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        scratch.replace(path)
    except OSError as error:
        raise NotSaved(path, error.strerror or "") from error
    finally:
        scratch.unlink(missing_ok=True)
