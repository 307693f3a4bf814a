"""Asking for akkoord and keeping it: a proof goes out, an answer comes back, and the text may change after that."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from werkboek_desktop.domain import proofs
from werkboek_desktop.domain.change import Change
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.kinds.agreements import APPROVAL, PROOF
from werkboek_desktop.domain.proofs import Mail
from werkboek_desktop.domain.since import Difference, How, since
from werkboek_desktop.domain.values import Value
from werkboek_desktop.domain.version import Compared, Outcome
from werkboek_desktop.domain.view import Status
from werkboek_desktop.errors import BadFieldValue, FileExists, NoAuthor, NoProof, StillTyping, UnknownRecord
from werkboek_desktop.publish.book import case_blocks
from werkboek_desktop.resources import resource
from werkboek_desktop.store import evidence
from werkboek_desktop.store.judging import Here
from werkboek_desktop.store.reading import Reader
from werkboek_desktop.workspace import drafting, editing, gaps, printing, privacy, reading, versions
from werkboek_desktop.workspace.akkoord import judged_proof
from werkboek_desktop.workspace.given import value_of
from werkboek_desktop.workspace.lookup import key_of, known_field
from werkboek_desktop.workspace.model import Changed, NewRecord, Paper, Progress, Untaken, unwatched
from werkboek_desktop.workspace.scribe import Scribe
from werkboek_desktop.workspace.session import Session

WITH_THEM = "with_municipality"
_CALLED = {
    "approved": "Akkoord vastgelegd",
    "minor_correction": "Kleine correctie, akkoord blijft",
    "ask_again": "Akkoord opnieuw vragen",
}
_HERE = "Hier beoordeeld"
"""How an answer was given that nobody outside gave."""


class Sending(NamedTuple):
    """To whom a proof goes, and by when an answer is asked; `moves`: the case is with its municipality from then on."""

    to: str
    deadline: str = ""
    moves: bool = False


class Drawn(NamedTuple):
    """A proof on paper, and the version that it was made from."""

    paper: Paper
    version: bytes


class Sent(NamedTuple):
    """A proof that was recorded, and a mail to go with it."""

    changed: Changed
    paper: Paper
    mail: Mail


class Answered(NamedTuple):
    """An answer as somebody passes it on. `part`: the one quote or picture that it is about."""

    by: str
    type: str
    outcome: str
    on: str
    function: str = ""
    channel: str = ""
    conditions: str = ""
    part: RecordId | None = None
    evidence: Path | None = None


def draw(session: Session, case: RecordId, out: Path, *, force: bool, progress: Progress = unwatched) -> Drawn:
    """Writes the PDF of a case as it is now, marked as a proof.

    Raises:
        UnknownRecord, FileExists, NotSaved, Cancelled
    """
    from werkboek_desktop.publish.pdf import write_pdf  # ReportLab makes every command a fifth slower

    if out.exists() and not force:
        raise FileExists(out)
    with session.store.read() as reader:
        material = printing.case_of(reader, case)
        printed = case_blocks(printing.book(session, reader), material, proofs.mark(session.app.today()))
        sent = versions.of_case(reader, case)
        warned = (*gaps.not_whole(reader, [case]), *privacy.open_checks([privacy.check(reader, case)]))
    missing = write_pdf(out, printed, resource("fonts"), progress=progress, force=force)
    return Drawn(Paper(out, (*(check.sentence for check in printed.checks), *missing, *warned)), sent)


def make_proof(
    session: Session,
    case: RecordId,
    out: Path,
    sending: Sending,
    *,
    force: bool = False,
    progress: Progress = unwatched,
    initiator: object = None,
) -> Sent:
    """Writes a proof and records that it went out; raises NoAuthor, BadFieldValue and what drawing it would."""
    check(session, sending)
    return record_proof(session, case, draw(session, case, out, force=force, progress=progress), sending, initiator)


def check(session: Session, sending: Sending) -> dict[str, Value]:
    """What the record of a proof says; raises NoAuthor, BadFieldValue."""
    if not session.author_here():
        raise NoAuthor
    told = {"sent_to": sending.to, "deadline": sending.deadline}
    return _values(session, PROOF.key, told, wanted=("sent_to",)) | {"sent_on": session.app.today().isoformat()}


def record_proof(session: Session, case: RecordId, drawn: Drawn, sending: Sending, initiator: object = None) -> Sent:
    """Records that a proof went out, as one step."""
    told, new = check(session, sending), editing.new_record(session, PROOF.key, case)

    def act(scribe: Scribe) -> Change | None:
        last = _write_proof(scribe, new, drawn.version, told)
        if sending.moves:
            editing.write_on_all(scribe, case, "status", WITH_THEM)
        return last

    changed = session.edit(new.key.id, act, initiator, name="Proef gemaakt")
    with session.store.read() as reader:
        title = reading.title(reader, case)
    day = date.fromisoformat(str(told["deadline"])) if told.get("deadline") else None
    return Sent(changed, drawn.paper, proofs.mail(title, session.app.today(), day, session.author_here() or ""))


def register(session: Session, proof: RecordId, answered: Answered, *, initiator: object = None) -> Changed:
    """Keeps an answer to a proof, as one step. What proves it lies beside the project and never travels.

    Where the akkoord stays after a small correction, it is bound to a version of now.

    Raises:
        UnknownRecord, BadFieldValue, NoProof, UnreadableFile, AttachmentTooLarge, NotSaved
    """
    with session.store.read() as reader:
        case = str(judged_proof(reader, proof).proof.key.owner)
        own_version = _own_version(reader, proof, answered)
    told = answered._asdict()
    given = {name: str(told[name]) for name in ("by", "function", "type", "outcome", "on", "channel", "conditions")}
    values = _values(session, APPROVAL.key, given, wanted=("by", "type", "outcome", "on"))
    new, own = (editing.new_record(session, kind, case) for kind in (APPROVAL.key, PROOF.key))

    def act(scribe: Scribe) -> Change | None:
        if own_version:
            _write_proof(scribe, own, own_version, {})
        return editing.write_new(scribe, new, {"proof": own.key.id if own_version else proof, **values})

    kept = evidence.keep(session.path, new.key.id, answered.evidence) if answered.evidence else None
    try:
        return session.edit(new.key.id, act, initiator, name=_CALLED.get(answered.outcome, "Antwoord vastgelegd"))
    except BaseException:
        if kept:
            kept.unlink(missing_ok=True)
        raise


def decide(session: Session, approval: RecordId, outcome: str, *, initiator: object = None) -> Changed:
    """Says oneself that an akkoord stays after a small correction, or has to be asked for again."""
    with session.store.read() as reader:
        view = reading.record(reader, approval)
    if view.key.kind != APPROVAL.key:
        raise UnknownRecord(approval)
    by = session.author_here()
    if not by:
        raise NoAuthor
    today = session.app.today().isoformat()
    said = Answered(by, str(view.value("type") or ""), outcome, today, channel=_HERE)
    return register(session, str(view.value("proof") or ""), said, initiator=initiator)


def put_back(session: Session, proof: RecordId, *, initiator: object = None) -> tuple[Changed, tuple[Untaken, ...]]:
    """Writes what a proof said again, on all that is there now, as one step; what has two versions is left, and said.

    Raises:
        UnknownRecord, NoProof, StillTyping
    """
    left: list[Untaken] = []

    def act(scribe: Scribe) -> Change | None:
        last = None
        for each in _since(scribe, proof):
            last = _put_back(scribe, each, left) or last
        return last

    with session.store.read() as reader:
        case = str(judged_proof(reader, proof).proof.key.owner)
    return session.edit(case, act, initiator, name="Oude tekst teruggezet"), tuple(left)


def _since(scribe: Scribe, proof: RecordId) -> list[Difference]:
    judged = judged_proof(scribe.transaction, proof)
    if judged.version is None or judged.verdict.outcome not in {Outcome.EQUAL, Outcome.CHANGED}:
        raise NoProof
    found = since(judged.version, Here(scribe.transaction, judged.version))
    typing = {(kept.key.record, kept.key.field) for kept in drafting.unfinished(scribe.transaction)}
    for each in found:
        for field in each.fields:
            if (field.key.record, field.key.field) in typing:
                raise StillTyping(known_field(field.key.kind, str(field.key.field)).label)
    return found


def _put_back(scribe: Scribe, difference: Difference, left: list[Untaken]) -> Change | None:
    record = difference.record.id
    if difference.how is How.ADDED:
        return editing.write_deleted(scribe, [difference.record.key])
    last = editing.write_undeleted(scribe, record) if difference.how is How.REMOVED else None
    for each in difference.fields:
        if why := _in_the_way(scribe, each):
            left.append(Untaken(record, str(each.key.field), why))
        else:
            now = scribe.transaction.view(each.key)
            value, seen = each.then.value if each.then else None, now.heads if now else ()
            last = editing.write(scribe, record, str(each.key.field), value, seen) or last
    return last


def _in_the_way(scribe: Scribe, field: Compared) -> str:
    now = scribe.transaction.view(field.key)
    if now and now.status is Status.CONFLICT:
        return "Hier staan twee versies: kies eerst."
    if field.then and field.then.status is Status.CONFLICT:
        return "Hier stonden toen twee versies: kies zelf."
    return ""


def _values(session: Session, kind: str, given: Mapping[str, str], *, wanted: tuple[str, ...]) -> dict[str, Value]:
    values: dict[str, Value] = {}
    for name, text in given.items():
        field = known_field(kind, name)
        value = value_of(session, field, text.strip())
        if value not in (None, ""):
            values[name] = value
        elif name in wanted:
            raise BadFieldValue(field.label, "dit is nog leeg.", f"Vul ‘{field.label}’ in.")
    return values


def _write_proof(scribe: Scribe, new: NewRecord, version: bytes, told: Mapping[str, Value]) -> Change | None:
    return editing.write_new(scribe, new, {"version": scribe.transaction.add_attachment(version), **told})


def _own_version(reader: Reader, proof: RecordId, answered: Answered) -> bytes | None:
    """What an answer is bound to, where that is not just what the proof says."""
    is_of_now = answered.outcome == "minor_correction"
    if answered.part is None and not is_of_now:
        return None
    judged = judged_proof(reader, proof)
    sent = judged.version
    if sent is None:
        raise NoProof
    if answered.part is not None:
        if key_of(reader, answered.part).owner != judged.proof.key.owner:
            raise NoProof
        sent = versions.of_part(reader, sent, answered.part)
    return versions.again(reader, sent) if is_of_now else sent.to_bytes()
