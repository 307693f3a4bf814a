"""Where a file comes, and what it is called: with the ending by which a double click knows it."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from werkboek_desktop.workspace import free_path


def ask_place(over: QWidget, title: str, start: Path, ending: str) -> Path | None:
    """Asks for it. Nobody was asked about a file that has the name only with the ending: that one stays."""
    chosen, _filter = QFileDialog.getSaveFileName(over, title, str(start), f"*{ending}")
    if not chosen:
        return None
    place = with_ending(Path(chosen), ending)
    return place if place == Path(chosen) else free_path(place)


def documents() -> Path:
    """Where a person of this computer keeps what is theirs."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))


def with_ending(place: Path, ending: str) -> Path:
    """The same place with this ending; other words behind a dot are of the name. A folder stays what it is."""
    has_it = place.suffix.lower() == ending or place.is_dir()
    return place if has_it else place.with_name(place.name + ending)
