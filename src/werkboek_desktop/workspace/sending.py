"""Bundles out: what goes, to whom, and what is remembered of it."""

import json
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from werkboek_desktop.domain.change import Change, Scope
from werkboek_desktop.domain.tips import covered
from werkboek_desktop.domain.values import ValueType
from werkboek_desktop.errors import FileExists, PassphraseNeeded, Refusal, UnknownReceiver
from werkboek_desktop.store.reading import Reader
from werkboek_desktop.workspace.model import Exported
from werkboek_desktop.workspace.reading import project_name
from werkboek_desktop.workspace.session import Session

if TYPE_CHECKING:
    from werkboek_desktop.bundle.writer import Contents

_SENT = "sent"

type Tips = Mapping[str, tuple[str, ...]]


def export(
    session: Session,
    out: Path,
    *,
    to: str | None = None,
    since_received: bool = False,
    people: bool = False,
    passphrase: str | None = None,
    force: bool = False,
) -> Exported:
    """Makes a bundle: everything, or what the receiver lacks as far as their last bundle showed."""
    if people and not passphrase:
        raise PassphraseNeeded
    if out.exists() and not force:
        raise FileExists(out)
    scopes = (Scope.PEOPLE, Scope.WORK) if people else (Scope.WORK,)
    with session.store.read() as reader:
        since = _receipt(reader, to, scopes) if since_received and to else None
        contents = _contents(session, reader, sender_name(session), scopes, since)
        row = reader.last_row()
    from werkboek_desktop.bundle.writer import write  # pydantic makes every command a fifth slower

    written = write(out, contents, session.key, passphrase, force=force)
    with suppress(Refusal):  # the bundle is there; only that it was made is forgotten
        _remember(session, Sent(contents.created, to or "", row))
    return Exported(written.path, written.size, len(contents.changes), session.app.settings().mail_limit_mb)


class Sent(NamedTuple):
    """The last bundle that was made of this file: when, for whom, and up to which change."""

    at: int
    to: str
    row: int


def last_sent(reader: Reader) -> Sent | None:
    """What is remembered of it; None: none was made."""
    kept = reader.setting(_SENT)
    return Sent(*json.loads(kept)) if kept else None


def _remember(session: Session, sent: Sent) -> None:
    with session.store.write() as transaction:
        transaction.set(_SENT, json.dumps(sent))


def sender_name(session: Session) -> str:
    """How this computer signs its bundles: "person · computer"."""
    settings = session.app.settings()
    with session.app.incarnation(session.path) as incarnation:
        person = session.author or settings.author or next(reversed(incarnation.persons), "")
    return f"{person or 'onbekend'} · {settings.computer}"


def _receipt(reader: Reader, to: str, scopes: Iterable[Scope]) -> Tips | None:
    """What the receiver's last bundle showed; None where only a whole bundle is safe."""
    receipt = reader.receipt(to)
    if receipt is None:
        raise UnknownReceiver(to, reader.senders())
    return {scope: receipt.tips.get(scope, ()) for scope in scopes} if receipt.usable else None


def _files_shown(changes: Sequence[Change]) -> set[str]:
    """The files that fields name now. What a face was blurred in or cut off from stays where it was taken in."""
    replaced = {parent for change in changes for parent in change.header.parents}
    files = (change for change in changes if change.header.type is ValueType.ATTACHMENT and change.value)
    return {str(change.value) for change in files if change.id not in replaced}


def _contents(
    session: Session, reader: Reader, sender: str, scopes: tuple[Scope, ...], since: Tips | None
) -> "Contents":
    from werkboek_desktop.bundle.manifest import Writer  # see export
    from werkboek_desktop.bundle.writer import Contents

    has: set[str] = set()
    for scope, tips in (since or {}).items():
        has |= covered(tips, reader.links(scope))
    changes = list(reader.changes(scopes, without=has))
    named = _files_shown(changes)
    writers = reader.writers({change.header.writer for change in changes})
    return Contents(
        project=session.project,
        name=project_name(reader, session.project),
        sender=sender,
        number=session.app.next_bundle_number(session.project),
        created=session.app.clock(),
        scopes=scopes,
        changes=changes,
        writers={id_: Writer(*made_of) for id_, made_of in writers.items()},
        tips={scope: reader.tips(scope) for scope in scopes},
        since=since,
        attachments=reader.attachments(named),
    )
