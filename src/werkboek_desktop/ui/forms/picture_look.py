"""Pictures decoded for the screen: no larger than they are shown, and beside the window."""

from typing import NamedTuple

from PySide6.QtCore import QBuffer, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from werkboek_desktop.domain.dutch import number
from werkboek_desktop.workspace import pictures


class Seen(NamedTuple):
    """What is shown of a file: how long it is, and of a picture how many pixels it has and what it looks like."""

    length: int
    size: tuple[int, int] | None
    picture: QImage

    @property
    def kilobytes(self) -> str:
        """Its length in words."""
        return f"{number(max(1, self.length // 1024))} kB"


def seen(content: bytes | None, side: int) -> Seen | None:
    """Looks at a file, beside the window; None for one that is not here."""
    if content is None:
        return None
    size = pictures.size_of(content)
    return Seen(len(content), size, decoded(content, side) if size else QImage())


def decoded(content: bytes, side: int) -> QImage:
    """A picture, scaled while it is decoded so that it is about so high; empty for what is none."""
    buffer = QBuffer()
    buffer.setData(content)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    size = reader.size()
    if not size.isValid():
        return QImage()
    wanted = QSize(side * 2, side)
    if size.width() > wanted.width() or size.height() > wanted.height():
        reader.setScaledSize(size.scaled(wanted, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()


def as_png(picture: QImage) -> bytes:
    """A pasted picture as a file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes for the format
    return bytes(buffer.data().data())
