"""What somebody dropped or pasted, as far as that is files."""

from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QDragEnterEvent

from werkboek_desktop.workspace import expect_bundle


def files_in(data: QMimeData) -> list[Path]:
    """Those of this computer."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def welcome(event: QDragEnterEvent) -> None:
    """Files may be dropped; what reads them gets ready meanwhile."""
    if event.mimeData().hasUrls():
        event.acceptProposedAction()
        expect_bundle()
