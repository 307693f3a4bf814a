"""What somebody dropped or pasted, as far as that is files."""

from pathlib import Path

from PySide6.QtCore import QMimeData


def files_in(data: QMimeData) -> list[Path]:
    """Those of this computer."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
