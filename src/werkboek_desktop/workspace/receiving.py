"""Bundles in: what came, and what an import would do."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from werkboek_desktop.bundle.keys import verify_change
from werkboek_desktop.domain.change import Change, FieldKey, Op
from werkboek_desktop.domain.erasing import lacks_value
from werkboek_desktop.domain.ids import ChangeId
from werkboek_desktop.domain.tips import gap_free
from werkboek_desktop.domain.trust import Met
from werkboek_desktop.domain.values import Value
from werkboek_desktop.domain.view import FieldView, Status, Variant
from werkboek_desktop.errors import BundleDamaged, Cancelled, KeyRefused, Refusal
from werkboek_desktop.store import burials
from werkboek_desktop.store.appending import Appended
from werkboek_desktop.store.gaps import waiting_records
from werkboek_desktop.store.reading import Reader
from werkboek_desktop.store.shapes import Received
from werkboek_desktop.store.writing import Transaction
from werkboek_desktop.workspace import contacts, gaps
from werkboek_desktop.workspace.garbage import uncollected
from werkboek_desktop.workspace.lapsing import standing
from werkboek_desktop.workspace.model import (
    AS_IT_SAYS,
    Changed,
    FieldChange,
    FileReport,
    ImportReport,
    Progress,
    ReadAs,
    Result,
    unwatched,
)
from werkboek_desktop.workspace.room import check_room
from werkboek_desktop.workspace.session import Session
from werkboek_desktop.workspace.steps import Steps
from werkboek_desktop.workspace.unpacking import Parcel, check_proven, is_inside, parcels

if TYPE_CHECKING:
    from werkboek_desktop.bundle.reader import Bundle


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
    files: list[FileReport] = []
    every = tuple(paths)
    for at, path in enumerate(every):
        try:
            _go_on(progress, at, len(every))
            files += _import_file(session, path, passphrase, read_as, progress, initiator)
        except Refusal as refusal:
            files.append(FileReport(path, Result.REFUSED, error=refusal))
    with session.store.read() as reader:
        return ImportReport(tuple(files), reader.state_hash())


def _go_on(progress: Progress, at: int, of: int) -> None:
    """Between two files somebody may stop; raises Cancelled."""
    if at and not progress(at, of, "Pakketten"):
        raise Cancelled


def preview(
    session: Session,
    paths: Iterable[Path],
    *,
    passphrase: str | None = None,
    read_as: ReadAs = AS_IT_SAYS,
    progress: Progress = unwatched,
) -> ImportReport:
    """What the same import would do: it is done, on a copy in memory."""
    copy = session.store.copy_to_memory(searched=False)
    try:
        trial = replace(session, store=copy, listeners=[], steps=Steps(), trial=True)
        return import_files(trial, paths, passphrase=passphrase, read_as=read_as, progress=progress)
    finally:
        copy.close()


def _import_file(
    session: Session, path: Path, passphrase: str | None, read_as: ReadAs, progress: Progress, initiator: object
) -> list[FileReport]:
    from werkboek_desktop.workspace.word import incoming  # lxml and pydantic make every command slower

    if not is_inside(path) and (document := incoming.document_in(path)) is not None:
        return [incoming.take(session, path, document, read_as, initiator=initiator)]
    return [import_parcel(session, each, passphrase, progress, initiator) for each in parcels(path, progress)]


def import_parcel(
    session: Session, parcel: Parcel, passphrase: str | None, progress: Progress, initiator: object = None
) -> FileReport:
    """One bundle of those in a file; what is refused does not stop the next."""
    try:
        bundle = session.unpacked.read(parcel, session.project, passphrase, progress, keep=session.trial)
        with session.store.read() as reader:
            known, vouched = reader.change_ids(), reader.vouched() if bundle.unproven else set()
        check_proven(bundle, known, vouched)
        return take(session, parcel.path, bundle, known, initiator=initiator)
    except Refusal as refusal:
        met = Met.REFUSED if isinstance(refusal, KeyRefused) else None
        return FileReport(parcel.path, Result.REFUSED, error=refusal, trust=met)


@uncollected()
def take(session: Session, path: Path, bundle: "Bundle", known: set[str], *, initiator: object = None) -> FileReport:
    """One transaction: all of the bundle, or nothing."""
    with session.store.write() as transaction:
        trust = contacts.meet(transaction, session, bundle)
        concerned = _concerned(transaction, bundle, known)
        before, agreed = transaction.views(concerned), standing(transaction, concerned)
        here = frozenset(record.id for record in transaction.deleted({key.record for key in concerned}))
        lifted, _stay = transaction.count_aside(bundle.id)
        for id_, writer in bundle.writers.items():
            transaction.add_writer(id_, writer.scope, writer.key, writer.nonce)
        for content in bundle.attachments.values():
            transaction.add_attachment(content)
        _heal(transaction, [change for change in bundle.changes if change.id in known])
        appended = transaction.append(bundle.changes, bundle.id)
        check_room(transaction, bundle.changes, known)
        _check_values(transaction, bundle.changes)
        came = _received(transaction, bundle)
        were_here = {change.id for change in bundle.changes}.difference(appended.new)
        appended = appended.showing(transaction.add_received(came, were_here, appended.rows))
        transaction.prune_files(bundle.attachments)
        report = replace(
            _report(path, bundle, appended, _told(transaction, before, bundle, appended), lacking=bool(came.lacks)),
            new=len(appended.new) + lifted,
            known=appended.known - lifted,
            lapsed=tuple(sorted({case for case, *_ in agreed - standing(transaction, concerned)})),
            trust=trust,
            missing=tuple(gaps.missing(transaction, bundle.id)),
            phrase=contacts.phrase_of(bundle.manifest.sender.key) if trust is Met.CHANGED else "",
            fresh=appended.records - here if session.trial else frozenset(),
        )
        session.seen_row = transaction.last_row()
        half = transaction.rows_of(waiting_records(transaction)) if appended.waiting else {}
    session.tell(Changed(appended.records | half.keys(), initiator, waits=appended.waiting > 0))
    return report


def _concerned(reader: Reader, bundle: "Bundle", known: Collection[ChangeId]) -> Collection[FieldKey]:
    """The fields that may show something else after this."""
    if reader.any_aside():
        return {change.key for change in bundle.changes}
    new = [change for change in bundle.changes if change.id not in known]
    erases = [change for change in new if change.header.op == Op.ERASE]
    return dict.fromkeys((*(change.key for change in new), *reader.fields_under(erases)))


def _heal(transaction: Transaction, known: Sequence[Change]) -> None:
    """Somebody may have passed on a change without its signature, below one that proves it: a sound one mends that."""
    for change in transaction.signed_otherwise(known):
        key = transaction.writers({change.header.writer})[change.header.writer].key
        (here,) = transaction.get([change.id]).values()
        if verify_change(change, key) and not verify_change(here, key):
            transaction.sign_again(change)


def _check_values(reader: Reader, changes: Iterable[Change]) -> None:
    """A value may be missing only where an erase, here or in the same bundle, destroyed it."""
    erases = burials.proving(reader.connection)
    if any(lacks_value(one) and not erases.kills(one.header) for one in changes):
        raise BundleDamaged("er ontbreken teksten die niet gewist zijn")


def _received(reader: Reader, bundle: "Bundle") -> Received:
    manifest = bundle.manifest
    sender = manifest.sender
    about = sender.name, sender.key, manifest.number, manifest.created, bundle.tips
    return Received(bundle.id, *about, whole=not (manifest.partial or manifest.since), lacks=_lacks(reader, bundle))


def _told(
    reader: Reader, before: Mapping[FieldKey, FieldView], bundle: "Bundle", appended: Appended
) -> Mapping[FieldKey, FieldView]:
    """The same; of what the bundle erases nobody is told any more what stood there."""
    new = set(appended.new)
    hidden = reader.fields_under([one for one in bundle.changes if one.header.op == Op.ERASE and one.id in new])
    return {**before, **{key: replace(before[key], value=None) for key in hidden if key in before}}


def _report(
    path: Path, bundle: "Bundle", appended: Appended, before: Mapping[FieldKey, FieldView], *, lacking: bool
) -> FileReport:
    after, new = appended.views, set(appended.new)
    erased = {one.header.record for one in bundle.changes if one.header.op == Op.ERASE and one.id in new}
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
        lacking=lacking,
        partial=bundle.manifest.partial,
        merged=_with_status(after, Status.MERGED),
        conflicts=_with_status(after, Status.CONFLICT),
        deleted=tuple(sorted(appended.deleted - erased)),
        erases=tuple(sorted(erased)),
        changes=tuple(
            _change(key, key.field, before.get(key), view)
            for key, view in after.items()
            if key.field is not None and before.get(key) != view
        ),
    )


def _change(key: FieldKey, field: str, before: FieldView | None, after: FieldView) -> FieldChange:
    return FieldChange(key.record, field, _value(before), _value(after), _versions(after), key.kind, key.owner)


def _lacks(reader: Reader, bundle: "Bundle") -> dict[str, tuple[ChangeId, ...]]:
    """What is not here, without a gap, though its sender thought it was."""
    here = {scope: gap_free(reader.links(scope)) for scope in bundle.since or {}}
    lacks = {scope: tuple(sorted({*tips} - here[scope])) for scope, tips in (bundle.since or {}).items()}
    return {scope: tips for scope, tips in lacks.items() if tips}


def _with_status(views: Mapping[FieldKey, FieldView], status: Status) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((key.record, str(key.field)) for key, view in views.items() if view.status is status))


def _value(view: FieldView | None) -> Value:
    return view.value if view else None


def _versions(view: FieldView) -> tuple[Variant, ...]:
    return view.variants if view.status is Status.CONFLICT else ()
