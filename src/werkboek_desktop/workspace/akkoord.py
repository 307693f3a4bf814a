"""The akkoord of a case as people look at it: what was sent, who said what about it, and what became of that text."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from werkboek_desktop.domain import lists, schema
from werkboek_desktop.domain.approvals import Next, State, in_time, next_step, state
from werkboek_desktop.domain.asking import Reason
from werkboek_desktop.domain.change import FieldKey
from werkboek_desktop.domain.dutch import spelled
from werkboek_desktop.domain.fields import Field
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.since import Difference, How, since
from werkboek_desktop.domain.values import Value, ValueType
from werkboek_desktop.domain.version import Outcome
from werkboek_desktop.domain.view import FieldView, RecordView, Status, Variant
from werkboek_desktop.errors import NoProof, UnknownRecord
from werkboek_desktop.publish.material import Lookups
from werkboek_desktop.publish.words import words
from werkboek_desktop.resources import municipalities
from werkboek_desktop.store import evidence
from werkboek_desktop.store.judging import Here
from werkboek_desktop.store.reading import Reader
from werkboek_desktop.workspace import privacy, reading
from werkboek_desktop.workspace.approvals import Given, Judged, Proofs, by_case, by_type, recorded, waiting
from werkboek_desktop.workspace.lookup import known_kind

ASKED_ALWAYS = ("municipality", "reader")
"""The akkoorden that every case needs before it is done."""


class Answer(NamedTuple):
    """What somebody answered to a proof. `recorded`: by whom here; `evidence`: what lies at this computer."""

    record: RecordId
    type: str
    by: str
    function: str
    on: str
    channel: str
    outcome: str
    conditions: str
    recorded: str
    evidence: tuple[Path, ...]


class Proof(NamedTuple):
    """A proof with the answers to it, the oldest first. `about`: the case, or the item that it is about.

    One without a `sent_on` was never sent: it holds what somebody here decided about.
    """

    record: RecordId
    about: RecordId
    title: str
    sent_to: str
    sent_on: str
    deadline: str
    made: int
    verdict: Outcome
    without_people: bool
    answers: tuple[Answer, ...]


class Stand(NamedTuple):
    """How the akkoord of one type stands, by the last answer and its proof; of none these are empty.

    `title`: the item that it is about, nothing where that is the case.
    """

    type: str
    about: RecordId
    title: str
    state: State
    proof: RecordId
    answer: RecordId
    by: str
    on: str
    sentences: int
    without_people: bool


class Akkoord(NamedTuple):
    """All of one case; the proofs newest first. `waits`: the proof that nobody answered yet."""

    case: RecordId
    title: str
    stands: tuple[Stand, ...]
    proofs: tuple[Proof, ...]
    waits: RecordId
    next: Next


class Told(NamedTuple):
    """A difference in words: `title` is the item's, `label` the field's or the kind's. `fields`: where to find it."""

    how: How
    record: RecordId
    field: str
    title: str
    label: str
    before: str
    after: str
    reasons: frozenset[Reason]


def akkoord(reader: Reader, project: Path, case: RecordId) -> Akkoord:
    """The akkoord of a case; raises UnknownRecord."""
    if reading.record(reader, case).key.kind != "case":
        raise UnknownRecord(case)
    proofs, given = (reader.owned(case, kind) for kind in ("proof", "approval"))
    judged = Proofs(reader).judged(proofs)
    answers = by_type(given, judged)
    stands = tuple(_stands(reader, case, answers))
    last = waiting(proofs, given)
    told = sorted((_proof(reader, project, one, answers) for one in judged.values()), key=_by_time, reverse=True)
    step = next_step((each.state for each in stands), waits=last is not None)
    return Akkoord(case, reading.title(reader, case), stands, tuple(told), last.id if last else "", step)


def all_akkoorden(reader: Reader, project: Path) -> list[Akkoord]:
    """Of every case that a proof was made of, as lists have them."""
    cases = by_case(reader, "proof")
    return [akkoord(reader, project, row.id) for row in reading.rows(reader, "case") if row.id in cases]


def differences(reader: Reader, proof: RecordId) -> list[Told]:
    """What reads otherwise now than in a proof; raises UnknownRecord, NoProof where that cannot be told."""
    judged = judged_proof(reader, proof)
    if judged.version is None or judged.verdict.outcome not in {Outcome.EQUAL, Outcome.CHANGED}:
        raise NoProof
    here = Here(reader, judged.version)
    return [_told(reader, each, judged.about) for each in since(judged.version, here, _names(reader))]


def judged_proof(reader: Reader, proof: RecordId) -> Judged:
    """A proof, to compare with now; raises UnknownRecord."""
    view = reading.record(reader, proof)
    if view.key.kind != "proof":
        raise UnknownRecord(proof)
    return Judged(reader, view)


def _names(reader: Reader) -> frozenset[str]:
    """The words that people of the project are called by."""
    called = [word for person in privacy.known(reader).people for part in person for word in part.split()]
    called += [word for row in reader.rows("person") for word in row.title.split()]
    return frozenset(word for word in called if word[:1].isupper())


def _stands(reader: Reader, case: RecordId, answers: Mapping[tuple[str, RecordId], Sequence[Given]]) -> Iterator[Stand]:
    unasked = [(type_, case) for type_ in ASKED_ALWAYS if (type_, case) not in answers]
    order = {option.key: at for at, option in enumerate(lists.APPROVAL_TYPE)}
    for type_, about in sorted([*answers, *unasked], key=lambda each: (order.get(each[0], len(order)), each)):
        given = answers.get((type_, about), ())
        title = "" if about == case else reading.title(reader, about)
        how = state(each.answer for each in given)
        if not given:
            yield Stand(type_, about, title, how, "", "", "", "", 0, without_people=False)
            continue
        said, judged = given[-1].approval, given[-1].judged
        yield Stand(
            type_,
            about,
            title,
            how,
            judged.proof.id,
            said.id,
            _text(said, "by"),
            _text(said, "on"),
            judged.sentences() if how is State.LAPSED else 0,
            judged.verdict.without_people,
        )


def _proof(
    reader: Reader, project: Path, judged: Judged, answers: Mapping[tuple[str, RecordId], Sequence[Given]]
) -> Proof:
    view = judged.proof
    own = [each for given in answers.values() for each in given if each.judged is judged]
    own.sort(key=lambda each: in_time(each.answer))
    return Proof(
        view.id,
        judged.about,
        "" if judged.about == view.key.owner else reading.title(reader, judged.about),
        _text(view, "sent_to"),
        _text(view, "sent_on"),
        _text(view, "deadline"),
        recorded(view),
        judged.verdict.outcome,
        judged.verdict.without_people,
        tuple(_answer(reader, project, each.approval) for each in own),
    )


def _by_time(proof: Proof) -> tuple[str, int, RecordId]:
    return proof.sent_on or max((answer.on for answer in proof.answers), default=""), proof.made, proof.record


def _answer(reader: Reader, project: Path, view: RecordView) -> Answer:
    return Answer(
        view.id,
        _text(view, "type"),
        _text(view, "by"),
        _text(view, "function"),
        _text(view, "on"),
        _text(view, "channel"),
        _text(view, "outcome"),
        _text(view, "conditions"),
        reading.author_name(reader, _author(view)) or "",
        evidence.of(project, view.id),
    )


def _author(view: RecordView) -> RecordId | None:
    last = max((variant for field in view.fields.values() for variant in field.variants), key=_time, default=None)
    return last.author if last else None


def _time(variant: Variant) -> int:
    return variant.time


def _text(view: RecordView, name: str) -> str:
    """A value as it stands; of two versions both."""
    field = view.fields.get(name)
    return " / ".join(str(variant.value or "") for variant in field.variants) if field else ""


def _told(reader: Reader, difference: Difference, about: RecordId) -> Told:
    record, (first, *_) = difference.record, difference.fields
    kind = known_kind(record.kind)
    whole = difference.how is not How.CHANGED
    field = schema.field(record.kind, str(first.key.field))
    return Told(
        difference.how,
        record.id,
        "" if whole else str(first.key.field),
        "" if record.id == about else reading.title(reader, record.id),
        field.label if field and not whole else kind.label,
        _shown(reader, ((each.key, each.then) for each in difference.fields), whole=whole),
        _shown(reader, ((each.key, each.now) for each in difference.fields), whole=whole),
        difference.reasons,
    )


def _shown(reader: Reader, fields: Iterable[tuple[FieldKey, FieldView | None]], *, whole: bool) -> str:
    """What stood or stands there in words; of an item line by line what it says."""
    lines = []
    for key, view in fields:
        field = schema.field(key.kind, str(key.field))
        if field and view and (text := _in_words(reader, field, view)):
            lines.append(f"{field.label}: {text}" if whole else text)
    return "\n".join(lines)


def _in_words(reader: Reader, field: Field, view: FieldView) -> str:
    if view.status is not Status.CONFLICT:
        return _value(reader, field, view.value)
    versions = [_value(reader, field, variant.value) or "(leeg)" for variant in view.variants]
    return "\n".join([f"{spelled(len(versions))} versies:", *versions])


def _value(reader: Reader, field: Field, value: Value) -> str:
    match field.type:
        case ValueType.PROSE:
            return str(value or "")
        case ValueType.REFERENCE:
            return reading.title(reader, str(value)) if value else ""
        case ValueType.ATTACHMENT:
            return f"bestand {str(value)[:6]}" if value else ""
        case _:
            return words(field, value, Lookups(municipalities().name, lambda _sha: None))
