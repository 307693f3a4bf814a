"""Where the window of a project stood and what it showed, kept at this computer for the next time."""

from base64 import b64decode, b64encode
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QMainWindow

from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.errors import NotSaved

STATE = "state.json"
MOST = 20
"""Of how many projects the place is kept."""

type Kept = dict[str, object]


class Spot(NamedTuple):
    """A destination of the rail, and the record that was chosen there."""

    key: str = ""
    record: RecordId = ""


class Memory:
    """One project file's part of what is kept. What cannot be read or written is as if it was never kept."""

    def __init__(self, read: Callable[[], Kept], write: Callable[[Kept], None], file: Path) -> None:
        self._read = read
        self._write = write
        self._file = str(file.resolve())

    def place(self, window: QMainWindow) -> None:
        """Puts a window where it was; one that was on a screen that is gone comes on one that is there."""
        geometry = self._mine().get("window")
        if isinstance(geometry, str):
            with suppress(ValueError):
                window.restoreGeometry(QByteArray(b64decode(geometry, validate=True)))

    def spot(self) -> Spot:
        """What was shown last."""
        match self._mine():
            case {"at": [str(key), str(record)]}:
                return Spot(key, record)
        return Spot()

    def read_at(self) -> Spot:
        """The record and its field that one read last in the whole book."""
        match self._mine():
            case {"read": [str(record), str(field)]}:
                return Spot(record, field)
        return Spot()

    def keep(self, window: QMainWindow, spot: Spot, read_at: Spot = Spot()) -> None:  # noqa: B008 - it never changes
        """Keeps all of it."""
        geometry = b64encode(window.saveGeometry().data()).decode()
        mine = {"window": geometry, "at": list(spot), "read": list(read_at)}
        others = [(file, kept) for file, kept in self._read().items() if file != self._file]
        with suppress(NotSaved):  # it is a convenience
            self._write(dict([*others, (self._file, mine)][-MOST:]))

    def _mine(self) -> Kept:
        mine = self._read().get(self._file)
        return mine if isinstance(mine, dict) else {}
