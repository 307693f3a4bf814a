"""A document that came back, or that somebody else wrote: one transaction, and a report as of a bundle."""

import stat
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

from werkboek_desktop.domain import archives
from werkboek_desktop.domain.change import Change, FieldKey, RecordKey
from werkboek_desktop.domain.ids import RecordId, new_record_id
from werkboek_desktop.domain.values import Value
from werkboek_desktop.domain.view import FieldView, Status
from werkboek_desktop.errors import DocumentOfOtherProject, DocumentTooLarge, EmptyForm, UnreadableFile, WhichProof
from werkboek_desktop.interchange.apart import read_apart
from werkboek_desktop.interchange.document import Document
from werkboek_desktop.interchange.origin import Origin, from_properties
from werkboek_desktop.interchange.reading import Format, format_of
from werkboek_desktop.interchange.slots import Filled, by_headings, by_ids
from werkboek_desktop.workspace import steps
from werkboek_desktop.workspace.editing import begin
from werkboek_desktop.workspace.model import FieldChange, FileReport, NewRecord, ReadAs, Result
from werkboek_desktop.workspace.scribe import Scribe
from werkboek_desktop.workspace.session import Session
from werkboek_desktop.workspace.word import contacts, copies, intake, new_case, notes, outgoing
from werkboek_desktop.workspace.word.plan import Plan, Sentences, of_proof, plan

VIA = "gemeente, via Word"
"""Who writes what comes back in a document."""
VIA_PDF = "gemeente, via PDF"
_STEP = "Document ingelezen"
_OFFERED = "registered"
"""The status of a case that a municipality offers."""
_STARTS = (b"PK\3\4", b"\xd0\xcf\x11\xe0", b"%PDF")
_SURE = 4
"""How many of our headings make a document one of ours."""


def document_in(path: Path) -> bytes | None:
    """The bytes of a document, or of a PDF, whatever it is called; None where it is something else.

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


class _Came(NamedTuple):
    """A file with what stands in it: by way of what it came, who writes that here, and who reads it in."""

    path: Path
    data: bytes
    document: Document
    sender: str
    by: str
    initiator: object


def take(session: Session, path: Path, data: bytes, read_as: ReadAs, *, initiator: object = None) -> FileReport:
    """All of a document, or nothing of it; raises a Refusal."""
    document = read_apart(data)
    format_ = format_of(data)
    by = VIA_PDF if format_ is Format.PDF else VIA
    came = _Came(path, data, document, f"gemeente, via {format_}", by, initiator)
    origin = from_properties(document.properties)
    if read_as.proof:
        return _take_back(session, came, origin, read_as.proof)
    if form := _as_form(session, document, origin, is_new=read_as.new):
        return _take_form(session, came, form, is_new=read_as.new)
    if origin and not read_as.new:
        return _take_back(session, came, origin, None)
    if not read_as.new and _is_ours(document):
        raise WhichProof
    return _take_new(session, came)


def _as_form(session: Session, document: Document, origin: Origin | None, *, is_new: bool) -> Origin | None:
    """What makes a case of its own; None where that is not asked, or it is no document of ours.

    A document that lost its properties is one where its case is not here.
    """
    lost = None if origin else copies.by_controls(document, session.project)
    ours = origin or lost
    if ours and is_new:
        return copies.as_new(ours, session.project)
    if lost:
        with session.store.read() as reader:
            if reader.record_key(lost.record):
                raise WhichProof
        return copies.as_new(lost, session.project)
    return origin if origin and origin.is_blank else None


def _is_ours(document: Document) -> bool:
    ours = {heading.casefold() for heading in outgoing.headings("")}
    return sum(paragraph.text.strip().casefold() in ours for paragraph in document.paragraphs) >= _SURE


def _take_back(session: Session, came: _Came, origin: Origin | None, proof: RecordId | None) -> FileReport:
    with session.store.read() as reader:
        if proof:
            origin = of_proof(session, reader, proof)
            filled = _by_words(came.document, origin)
        elif origin is None or origin.project != session.project:
            raise DocumentOfOtherProject
        else:
            filled = _by_ids(came.document, origin)
            if not origin.fields.keys() & filled.fields.keys():
                filled = _by_words(came.document, origin)
        found = plan(session, reader, came.document, origin, filled, came.by)
    before = _views(session, found)
    if _writes(found):
        act = partial(_write, origin=origin, found=found)
        session.edit(origin.record, act, came.initiator, name=_STEP, by=came.by)
    return _report(came, origin.at or None, found, before, _views(session, found))


def _take_form(session: Session, came: _Came, origin: Origin, *, is_new: bool) -> FileReport:
    """A form that was empty once: what stands in it is a case of its own, or that of the same form before."""
    if origin.project != session.project:
        raise DocumentOfOtherProject
    form = origin.record
    with session.store.read() as reader:
        if new_case.remembered(reader, came.data):
            return FileReport(came.path, Result.KNOWN, sender=came.sender, known=1, is_document=True)
        filled = _by_ids(came.document, origin)
        before = None if is_new else copies.earlier(session, reader, origin, filled, came.by)
        names = copies.names_for(origin, before or new_record_id(session.app.entropy))
        filled, origin = filled.renamed(names), origin.renamed(names)
        if before:
            origin = copies.since(session, reader, origin, came.by)
        found = plan(session, reader, came.document, origin, filled, came.by)
        if not (before or found.edits or found.notes or found.told):
            raise EmptyForm
        written = {edit.field_key: edit.value for edit in found.edits}
        found.told[:0] = new_case.again(reader, before) if before else new_case.offered(reader, written)
    views = _views(session, found)

    def act(scribe: Scribe) -> Change | None:
        if not before:
            begin(scribe, NewRecord(RecordKey("case", None, origin.record), _first(form)))
        new_case.remember(scribe, origin.record, came.data)
        return _write(scribe, origin, found)

    name = steps.added("case") if not before else _STEP if _writes(found) else ""
    session.edit(origin.record, act, came.initiator, name=name, by=came.by)
    return _report(came, origin.at or None, found, views, _views(session, found))


def _first(form: RecordId) -> tuple[tuple[str, Value], ...]:
    return ("status", _OFFERED), (copies.FORM, form)


def _by_ids(document: Document, origin: Origin) -> Filled:
    people = outgoing.headings_of_people(origin.record)
    return by_ids(document, origin.fields, _own_words(), people, contacts.under(origin.record))


def _by_words(document: Document, origin: Origin) -> Filled:
    """What stands under the headings of a document in which no ids are left."""
    headings = outgoing.headings(origin.record) | outgoing.headings_of_people(origin.record)
    return by_headings(document, headings, _own_words(), contacts.under(origin.record))


def _own_words() -> Iterator[str]:
    yield from outgoing.own_words()
    yield from intake.own_words()


def _writes(found: Plan) -> bool:
    return bool(found.edits or found.notes or found.done)


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


def _take_new(session: Session, came: _Came) -> FileReport:
    with session.store.read() as reader:
        if new_case.remembered(reader, came.data):
            return FileReport(came.path, Result.KNOWN, sender=came.sender, known=1, is_document=True)
    case = new_case.case_of(came.document, came.path.stem)
    made: list[Change] = []

    def act(scribe: Scribe) -> Change | None:
        before = len(scribe.changes)
        new_case.write(scribe, case, came.document, came.data)
        made.extend(scribe.changes[before:])
        return made[-1]

    session.edit(None, act, came.initiator, name=steps.added("case"), by=came.by)
    changes = tuple(
        FieldChange(each.header.record, each.header.field, None, each.value, (), each.header.kind, each.header.owner)
        for each in made
        if each.header.field
    )
    return FileReport(
        came.path,
        Result.IMPORTED,
        sender=came.sender,
        new=len(made),
        changes=changes,
        is_document=True,
        told=tuple(new_case.told(case, came.document)),
    )


def _views(session: Session, found: Plan) -> dict[FieldKey, FieldView]:
    with session.store.read() as reader:
        return reader.views([edit.field_key for edit in found.edits])


def _report(
    came: _Came,
    at: int | None,
    found: Plan,
    before: dict[FieldKey, FieldView],
    after: dict[FieldKey, FieldView],
) -> FileReport:
    def with_status(status: Status) -> tuple[tuple[str, str], ...]:
        return tuple(sorted((key.record, str(key.field)) for key, view in after.items() if view.status is status))

    new = len(found.edits) + len(found.notes) + len(found.done)
    return FileReport(
        came.path,
        Result.IMPORTED if new else Result.KNOWN,
        sender=came.sender,
        created=at,
        new=new,
        known=found.known,
        merged=with_status(Status.MERGED),
        conflicts=with_status(Status.CONFLICT),
        changes=tuple(
            FieldChange(key.record, str(key.field), _value(before.get(key)), view.value, (), key.kind, key.owner)
            for key, view in after.items()
            if before.get(key) != view
        ),
        is_document=True,
        told=tuple(found.told),
    )


def _value(view: FieldView | None) -> Value:
    return view.value if view else None
