"""Bundles out and in: what goes, what came, and what an import would do."""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from werkboek_desktop.domain import schema
from werkboek_desktop.domain.change import Change, FieldKey, Scope
from werkboek_desktop.domain.ids import ChangeId, WriterId
from werkboek_desktop.domain.tips import covered, gap_free
from werkboek_desktop.domain.values import Value, ValueType
from werkboek_desktop.domain.view import FieldView, Status, Variant
from werkboek_desktop.errors import FileExists, PassphraseNeeded, Refusal, UnknownReceiver
from werkboek_desktop.store.appending import Appended
from werkboek_desktop.store.reading import Reader
from werkboek_desktop.store.shapes import Received
from werkboek_desktop.workspace.model import (
    AS_IT_SAYS,
    Changed,
    Exported,
    FieldChange,
    FileReport,
    ImportReport,
    Progress,
    ReadAs,
    Result,
    unwatched,
)
from werkboek_desktop.workspace.reading import project_name
from werkboek_desktop.workspace.session import Session
from werkboek_desktop.workspace.steps import Steps

if TYPE_CHECKING:
    from werkboek_desktop.bundle.reader import Bundle
    from werkboek_desktop.bundle.writer import Contents

_SENT = "sent"

type Tips = Mapping[str, tuple[str, ...]]


def scope_of_kind(name: str) -> str | None:
    """The scope a kind belongs to; None for one from a newer program."""
    kind = schema.kind(name)
    return kind.scope if kind else None


def import_files(
    session: Session,
    paths: Iterable[Path],
    *,
    passphrase: str | None = None,
    read_as: ReadAs = AS_IT_SAYS,
    progress: Progress = unwatched,
    initiator: object = None,
) -> ImportReport:
    """Imports in the given order, each file in one transaction; a refused one does not stop the next."""
    files = []
    for path in paths:
        try:
            files.append(_import_file(session, path, passphrase, read_as, progress, initiator))
        except Refusal as refusal:
            files.append(FileReport(path, Result.REFUSED, error=refusal))
    with session.store.read() as reader:
        return ImportReport(tuple(files), reader.state_hash())


def preview(
    session: Session,
    paths: Iterable[Path],
    *,
    passphrase: str | None = None,
    read_as: ReadAs = AS_IT_SAYS,
    progress: Progress = unwatched,
) -> ImportReport:
    """What the same import would do: it is done, on a copy in memory."""
    copy = session.store.copy_to_memory()
    try:
        trial = replace(session, store=copy, listeners=[], steps=Steps(), trial=True)
        return import_files(trial, paths, passphrase=passphrase, read_as=read_as, progress=progress)
    finally:
        copy.close()


def _import_file(
    session: Session, path: Path, passphrase: str | None, read_as: ReadAs, progress: Progress, initiator: object
) -> FileReport:
    from werkboek_desktop.workspace.word import incoming  # lxml and pydantic make every command slower

    if (document := incoming.document_in(path)) is not None:
        return incoming.take(session, path, document, read_as, initiator=initiator)
    with session.store.read() as reader:
        known, vouched = reader.change_ids(), reader.vouched()
    bundle = unpacked(
        path, known=known, vouched=vouched, passphrase=passphrase, project=session.project, progress=progress
    )
    return take(session, path, bundle, known, initiator=initiator)


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


def take(session: Session, path: Path, bundle: "Bundle", known: set[str], *, initiator: object = None) -> FileReport:
    """One transaction: all of the bundle, or nothing."""
    fields = list(dict.fromkeys(change.header.key for change in bundle.changes if change.id not in known))
    with session.store.write() as transaction:
        before = transaction.views(fields)
        for id_, writer in bundle.writers.items():
            transaction.add_writer(id_, writer.scope, writer.key, writer.nonce)
        for content in bundle.attachments.values():
            transaction.add_attachment(content)
        appended = transaction.append(bundle.changes)
        transaction.add_received(_received(bundle), [change.id for change in bundle.changes])
        report = _report(transaction, path, bundle, appended, before)
        session.seen_row = transaction.last_row()
    session.tell(Changed(appended.records, initiator, waits=appended.waiting > 0))
    return report


def _received(bundle: "Bundle") -> Received:
    manifest = bundle.manifest
    sender = manifest.sender
    return Received(bundle.id, sender.name, sender.key, manifest.number, manifest.created, bundle.tips)


def _report(
    reader: Reader, path: Path, bundle: "Bundle", appended: Appended, before: Mapping[FieldKey, FieldView]
) -> FileReport:
    after = appended.views
    result = Result.IMPORTED if after else Result.WAITING if appended.waiting else Result.KNOWN
    return FileReport(
        path,
        result,
        bundle=bundle.id,
        sender=bundle.manifest.sender.name,
        created=bundle.manifest.created,
        new=len(appended.new),
        known=appended.known,
        waiting=appended.waiting,
        lacking=_lacks(reader, bundle),
        merged=_with_status(after, Status.MERGED),
        conflicts=_with_status(after, Status.CONFLICT),
        deleted=tuple(sorted(appended.deleted)),
        changes=tuple(
            FieldChange(key.record, key.field, _value(before.get(key)), _value(view), _versions(view), key.kind)
            for key, view in after.items()
            if key.field is not None and before.get(key) != view
        ),
    )


def _lacks(reader: Reader, bundle: "Bundle") -> bool:
    """Whether not all is here that its sender thought was."""
    return any(not gap_free(reader.links(scope)).issuperset(tips) for scope, tips in (bundle.since or {}).items())


def _with_status(views: Mapping[FieldKey, FieldView], status: Status) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((key.record, str(key.field)) for key, view in views.items() if view.status is status))


def _value(view: FieldView | None) -> Value:
    return view.value if view else None


def _versions(view: FieldView) -> tuple[Variant, ...]:
    return view.variants if view.status is Status.CONFLICT else ()


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
    from werkboek_desktop.bundle.writer import write  # see unpacked

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
    from werkboek_desktop.bundle.manifest import Writer  # see unpacked
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
