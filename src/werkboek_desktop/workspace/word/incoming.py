"""A document that came back, or that somebody else wrote: one transaction, and a report as of a bundle."""

import stat
from collections.abc import Iterator
from pathlib import Path

from werkboek_desktop.domain import archives
from werkboek_desktop.domain.change import Change, FieldKey, RecordKey
from werkboek_desktop.domain.ids import RecordId, new_record_id
from werkboek_desktop.domain.view import FieldView, Status
from werkboek_desktop.errors import DocumentOfOtherProject, DocumentTooLarge, EmptyForm, UnreadableFile, WhichProof
from werkboek_desktop.interchange.apart import read_apart
from werkboek_desktop.interchange.document import Document
from werkboek_desktop.interchange.origin import Origin, from_properties
from werkboek_desktop.interchange.reading import format_of
from werkboek_desktop.interchange.slots import by_headings, by_ids
from werkboek_desktop.workspace import steps
from werkboek_desktop.workspace.editing import begin
from werkboek_desktop.workspace.model import FieldChange, FileReport, NewRecord, ReadAs, Result
from werkboek_desktop.workspace.scribe import Scribe
from werkboek_desktop.workspace.session import Session
from werkboek_desktop.workspace.word import intake, new_case, notes, outgoing
from werkboek_desktop.workspace.word.plan import Plan, Sentences, of_proof, plan

VIA = "gemeente, via Word"
"""Who writes what comes back in a document."""
_STEP = "Document ingelezen"
_OFFERED = "registered"
"""The status of a case that a municipality offers."""
_STARTS = (b"PK\3\4", b"\xd0\xcf\x11\xe0")
_SURE = 4
"""How many of our headings make a document one of ours."""


def document_in(path: Path) -> bytes | None:
    """The bytes of a Word or LibreOffice document, whatever it is called; None where it is something else.

    Raises UnreadableFile, DocumentTooLarge.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return None
        with path.open("rb") as file:
            if not file.read(4).startswith(_STARTS):
                return None
            file.seek(0)
            data = file.read(archives.FILE + 1)
    except OSError as error:
        raise UnreadableFile(path) from error
    if format_of(data) is None:
        return None
    if len(data) > archives.FILE:
        raise DocumentTooLarge("bytes", path.stat().st_size, archives.FILE)
    return data


def take(session: Session, path: Path, data: bytes, read_as: ReadAs, *, initiator: object = None) -> FileReport:
    """All of a document, or nothing of it; raises a Refusal."""
    document = read_apart(data)
    origin = None if read_as.new else from_properties(document.properties)
    sender = f"gemeente, via {format_of(data)}"
    if origin and origin.is_blank and not read_as.proof:
        return _take_form(session, path, document, data, origin, sender, initiator)
    if origin or read_as.proof:
        return _take_back(session, path, document, origin, read_as.proof, sender, initiator)
    if not read_as.new and _is_ours(document):
        raise WhichProof
    return _take_new(session, path, document, data, sender, initiator)


def _is_ours(document: Document) -> bool:
    ours = {heading.casefold() for heading in outgoing.headings("")}
    return sum(paragraph.text.strip().casefold() in ours for paragraph in document.paragraphs) >= _SURE


def _take_back(
    session: Session,
    path: Path,
    document: Document,
    origin: Origin | None,
    proof: RecordId | None,
    sender: str,
    initiator: object,
) -> FileReport:
    with session.store.read() as reader:
        if proof:
            origin = of_proof(session, reader, proof)
            filled = by_headings(document, outgoing.headings(origin.record), outgoing.own_words())
        elif origin is None or origin.project != session.project:
            raise DocumentOfOtherProject
        else:
            filled = by_ids(document, origin.fields, _own_words())
        found = plan(session, reader, document, origin, filled, VIA)
    before = _views(session, found)
    if found.edits or found.notes or found.done:
        session.edit(origin.record, lambda scribe: _write(scribe, origin, found), initiator, name=_STEP, by=VIA)
    return _report(path, sender, origin.at or None, found, before, _views(session, found))


def _take_form(
    session: Session, path: Path, document: Document, data: bytes, origin: Origin, sender: str, initiator: object
) -> FileReport:
    """A form that was empty once: what stands in it is a case of its own."""
    if origin.project != session.project:
        raise DocumentOfOtherProject
    with session.store.read() as reader:
        if new_case.remembered(reader, data):
            return FileReport(path, Result.KNOWN, sender=sender, known=1, is_document=True)
        names = {record: new_record_id(session.app.entropy) for record in origin.new}
        filled, origin = by_ids(document, origin.fields, _own_words()).renamed(names), origin.renamed(names)
        found = plan(session, reader, document, origin, filled, VIA)
        if not found.edits and not found.notes:
            raise EmptyForm
        found.told[:0] = new_case.offered(reader, {edit.field_key: edit.value for edit in found.edits})

    def act(scribe: Scribe) -> Change | None:
        begin(scribe, NewRecord(RecordKey("case", None, origin.record), (("status", _OFFERED),)))
        new_case.remember(scribe, origin.record, data)
        return _write(scribe, origin, found)

    session.edit(origin.record, act, initiator, name=steps.added("case"), by=VIA)
    return _report(path, sender, origin.at or None, found, {}, _views(session, found))


def _own_words() -> Iterator[str]:
    yield from outgoing.own_words()
    yield from intake.own_words()


def _write(scribe: Scribe, origin: Origin, found: Plan) -> Change | None:
    written: list[Change] = []
    begun = {origin.record}
    for edit in found.edits:
        id_ = edit.key.id
        if id_ in origin.new and id_ not in begun and scribe.transaction.record_key(id_) is None:
            begun.add(id_)
            begin(scribe, NewRecord(edit.key))
        written.append(scribe.edit(edit.key, edit.field, edit.value, edit.heads))
    anchor = Sentences(scribe.transaction, origin, written).anchor
    notes.write(scribe, origin.record, found.notes, anchor, found.before)
    for key, history in found.done:
        scribe.edit(key.record_key, str(key.field), notes.DONE, history.heads)
    return scribe.changes[-1] if scribe.changes else None


def _take_new(
    session: Session, path: Path, document: Document, data: bytes, sender: str, initiator: object
) -> FileReport:
    with session.store.read() as reader:
        if new_case.remembered(reader, data):
            return FileReport(path, Result.KNOWN, sender=sender, known=1, is_document=True)
    case = new_case.case_of(document, path.stem)
    made: list[Change] = []

    def act(scribe: Scribe) -> Change | None:
        before = len(scribe.changes)
        new_case.write(scribe, case, document, data)
        made.extend(scribe.changes[before:])
        return made[-1]

    session.edit(None, act, initiator, name=steps.added("case"), by=VIA)
    changes = tuple(
        FieldChange(each.header.record, each.header.field, None, each.value, kind=each.header.kind)
        for each in made
        if each.header.field
    )
    return FileReport(
        path,
        Result.IMPORTED,
        sender=sender,
        new=len(made),
        changes=changes,
        is_document=True,
        told=tuple(new_case.told(case)),
    )


def _views(session: Session, found: Plan) -> dict[FieldKey, FieldView]:
    with session.store.read() as reader:
        return reader.views([edit.field_key for edit in found.edits])


def _report(
    path: Path,
    sender: str,
    at: int | None,
    found: Plan,
    before: dict[FieldKey, FieldView],
    after: dict[FieldKey, FieldView],
) -> FileReport:
    def with_status(status: Status) -> tuple[tuple[str, str], ...]:
        return tuple(sorted((key.record, str(key.field)) for key, view in after.items() if view.status is status))

    new = len(found.edits) + len(found.notes) + len(found.done)
    return FileReport(
        path,
        Result.IMPORTED if new else Result.KNOWN,
        sender=sender,
        created=at,
        new=new,
        known=found.known,
        merged=with_status(Status.MERGED),
        conflicts=with_status(Status.CONFLICT),
        changes=tuple(
            FieldChange(
                key.record, str(key.field), before[key].value if key in before else None, view.value, kind=key.kind
            )
            for key, view in after.items()
            if before.get(key) != view
        ),
        is_document=True,
        told=tuple(found.told),
    )
