"""Files that records refer to: taken in once, named by their content."""

from pathlib import Path

from werkboek_desktop.store.attachments import keep_original, take_in
from werkboek_desktop.workspace.session import Session


def add(session: Session, path: Path) -> str:
    """Takes a file in, a picture cleaned of what it tells about its maker; returns its SHA-256.

    Raises:
        UnreadableFile, UnreadablePicture, AttachmentTooLarge
    """
    taken = take_in(path)
    with session.store.write() as transaction:
        sha = transaction.add_attachment(taken.content)
    keep_original(session.path, sha, taken)
    return sha
