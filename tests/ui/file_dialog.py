"""The window of the system in which one chooses files, where a test does not want one to open."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog


class FileDialog:
    """Somebody chooses these files to open, or this place to keep something."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.chosen: list[Path] = []
        monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_asked: (list(map(str, self.chosen)), ""))
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(self.chosen[0]), ""))
