"""Files that records refer to: taken in once, named by their content. Pictures are cropped, and parts of them hidden.

What takes long (`prepare`, `edited`) knows no project, so that it can be done beside the window.
"""

from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from PIL import Image, ImageFilter

from werkboek_desktop.domain.boxes import Box
from werkboek_desktop.store.attachments import Taken, changed, keep_original, opened, original, take_in, take_in_bytes
from werkboek_desktop.workspace.session import Session

__all__ = [
    "Edit",
    "Source",
    "Taken",
    "add",
    "edited",
    "keep",
    "laid_aside",
    "prepare",
    "prepare_bytes",
    "size_of",
    "source",
]

BLOCKS = 5
"""A hidden part is at most this many blocks wide and high: no face, and no letter of a number plate, is left in it."""


class Edit(NamedTuple):
    """What is done to a picture: first parts are hidden, then it is cropped. Both in parts of the picture as it was."""

    frame: Box = Box()
    hidden: tuple[Box, ...] = ()


class Source(NamedTuple):
    """A picture of the project, to work on: what travels, and where it lies in full size, if it does."""

    content: bytes
    original: Path


def prepare(path: Path) -> Taken:
    """Reads and cleans a file. Raises UnreadableFile, UnreadablePicture, AttachmentTooLarge."""
    return take_in(path)


def prepare_bytes(name: str, data: bytes) -> Taken:
    """The same of what was pasted or dropped without a file."""
    return take_in_bytes(name, data)


def keep(session: Session, taken: Taken) -> str:
    """Puts a file in the project; returns its SHA-256."""
    with session.store.write() as transaction:
        sha = transaction.add_attachment(taken.content)
    keep_original(session.path, sha, taken)
    return sha


def laid_aside(project: Path, taken: Taken) -> Taken:
    """Lays the picture in full size beside the project; what goes into it is left."""
    keep_original(project, sha256(taken.content).hexdigest(), taken)
    return Taken(taken.content)


def add(session: Session, path: Path) -> str:
    """Takes a file in, a picture cleaned of what it tells about its maker; returns its SHA-256.

    Raises:
        UnreadableFile, UnreadablePicture, AttachmentTooLarge
    """
    return keep(session, prepare(path))


def source(session: Session, sha: str) -> Source | None:
    """A picture of the project; None when it is not here."""
    with session.store.read() as reader:
        content = reader.attachments([sha]).get(sha)
    return Source(content, original(session.path, sha)) if content is not None else None


def edited(from_: Source, edit: Edit) -> Taken:
    """The picture after an edit, in full size too where that is here. What was hidden or cut off is not in it."""
    content = from_.original.read_bytes() if from_.original.is_file() else from_.content
    return changed(content, lambda picture: _edited(picture, edit))


def size_of(content: bytes) -> tuple[int, int] | None:
    """How many pixels wide and high a picture is, from its header; None for other files."""
    picture = opened("afbeelding", content)
    return picture.size if picture else None


def _edited(picture: Image.Image, edit: Edit) -> Image.Image:
    done = picture.copy()
    for box in edit.hidden:
        at = box.pixels(*done.size)
        done.paste(_blurred(done.crop(at)), at)
    return done if edit.frame.is_whole else done.crop(edit.frame.pixels(*done.size))


def _blurred(part: Image.Image) -> Image.Image:
    block = max(1, max(part.size) / BLOCKS)
    few = (max(1, round(part.width / block)), max(1, round(part.height / block)))
    coarse = part.resize(few, Image.Resampling.BOX).resize(part.size, Image.Resampling.NEAREST)
    return coarse.filter(ImageFilter.GaussianBlur(block / 4))
