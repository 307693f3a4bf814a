"""The mail program of the computer, where a test does not want one to open."""

import pytest
from PySide6.QtCore import QUrl, QUrlQuery
from PySide6.QtGui import QDesktopServices


class MailProgram:
    """Keeps what it was opened with; while it is not `there` nothing opens."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.opened: list[QUrl] = []
        self.there = True
        monkeypatch.setattr(QDesktopServices, "openUrl", self._open)

    def _open(self, url: QUrl) -> bool:
        if self.there:
            self.opened.append(url)
        return self.there

    def mail(self, part: str) -> str:
        """The `subject` or the `body` of the one mail that was opened."""
        (link,) = self.opened
        return QUrlQuery(link).queryItemValue(part, QUrl.ComponentFormattingOption.FullyDecoded)
