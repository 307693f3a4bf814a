"""A bundle's file becomes verified changes, before anything of the project is touched."""

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

from werkboek_desktop.domain import schema
from werkboek_desktop.domain.ids import ChangeId, WriterId
from werkboek_desktop.workspace.model import Progress

if TYPE_CHECKING:
    from werkboek_desktop.bundle.reader import Bundle


def scope_of_kind(name: str) -> str | None:
    """The scope a kind belongs to; None for one from a newer program."""
    kind = schema.kind(name)
    return kind.scope if kind else None


def unpacked(
    path: Path,
    *,
    known: Collection[ChangeId] = (),
    vouched: Collection[tuple[WriterId, ChangeId]] = (),
    passphrase: str | None,
    progress: Progress,
    project: str | None = None,
) -> "Bundle":
    """What a bundle holds, all of it verified; of any project if none is given. Raises a Refusal."""
    from werkboek_desktop.bundle.reader import read  # pydantic makes every command a fifth slower

    return read(
        path,
        known=known,
        vouched=vouched,
        kind_scope=scope_of_kind,
        passphrase=passphrase,
        project=project,
        progress=progress,
    )
