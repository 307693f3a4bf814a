"""The editor of a file: a picture is shown, anything else is named."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QSize, Qt
from PySide6.QtGui import QImageReader, QPixmap
from PySide6.QtWidgets import QFileDialog

from werkboek_desktop.domain.fields import Field
from werkboek_desktop.domain.values import Value
from werkboek_desktop.ui.forms.editor import Editor, Reading
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.basic import button, label, row
from werkboek_desktop.ui.words import tr

PREVIEW = 160

type Find = Callable[[str], bytes | None]
"""The file with this SHA-256; None when it is not here."""
type Take = Callable[[Path], str | None]
"""Takes a file in, cleaned; its SHA-256, or None where it was refused."""


class AttachmentEditor(Editor):
    """Choose a file, look at it, take it away."""

    spans = True

    def __init__(self, field: Field, session: Session) -> None:
        super().__init__(field)
        self._find = session.workspace.attachment
        self._take = lambda path: session.act(lambda: session.workspace.add_attachment(path))
        self._sha: str | None = None
        self._picture = label()
        self._said = label("", tone="text2", wrap=True)
        self._choose = button(tr("Kies bestand"), self._ask, "", "folder-open")
        self._remove = button(tr("Weghalen"), self._clear, "link")
        self.setFocusProxy(self._choose)
        self._box.setSpacing(theme().space(6))
        self._box.addWidget(self._picture, alignment=Qt.AlignmentFlag.AlignLeft)
        self._box.addWidget(self._said)
        self._box.addLayout(row(self._choose, self._remove, 0))

    def name(self, text: str, description: str) -> None:
        """The button says of which field the file is."""
        self._choose.setAccessibleName(f"{text}: {tr('kies bestand')}")
        self._choose.setAccessibleDescription(description)

    def show_value(self, value: Value) -> None:
        """Shows the picture, or says what is there."""
        self._sha = str(value) if value else None
        content = self._find(self._sha) if self._sha else None
        pixels = preview(content) if content else QPixmap()
        self._picture.setPixmap(pixels)
        self._picture.setVisible(not pixels.isNull())
        self._said.setText(self._words(content))
        self._remove.setVisible(self._sha is not None)

    def _words(self, content: bytes | None) -> str:
        if self._sha is None:
            return tr("Nog geen bestand gekozen.")
        if content is None:
            return tr("Dit bestand staat niet op deze computer; vraag een pakket waar het in zit.")
        return f"{tr('Bewaard in het werkboek')} ({len(content) // 1024} kB)."

    def _ask(self) -> None:
        chosen, _filter = QFileDialog.getOpenFileName(self, tr("Kies bestand"))
        if chosen:
            self.choose(Path(chosen))

    def choose(self, path: Path) -> None:
        """Takes this file."""
        sha = self._take(path)
        if sha:
            self._set(sha)

    def _clear(self) -> None:
        self._set(None)

    def _set(self, sha: str | None) -> None:
        self.show_value(sha)
        self.typed.emit()
        self.left.emit()

    def read(self) -> Reading:
        """The file's SHA-256."""
        return Reading(self._sha)


def preview(content: bytes) -> QPixmap:
    """A small picture; empty for what is none. The reader scales while it decodes and has a limit of its own."""
    buffer = QBuffer()
    buffer.setData(content)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    size = reader.size()
    if not size.isValid():
        return QPixmap()
    side = theme().px(PREVIEW)
    reader.setScaledSize(size.scaled(QSize(side * 2, side), Qt.AspectRatioMode.KeepAspectRatio))
    return QPixmap.fromImageReader(reader)
