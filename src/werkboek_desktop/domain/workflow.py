"""What a case lacks for its next step. The list is shown and never blocks anybody."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from werkboek_desktop.domain import schema
from werkboek_desktop.domain.approvals import Stands, State, told
from werkboek_desktop.domain.audience import not_before
from werkboek_desktop.domain.careful import most_careful
from werkboek_desktop.domain.fields import Field
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.lists import CASE_STATUS
from werkboek_desktop.domain.titles import impersonal
from werkboek_desktop.domain.values import Value
from werkboek_desktop.domain.view import RecordView, Status

_STATUS_LABELS = {option.key: option.label for option in CASE_STATUS}
FLOW = tuple(key for key in _STATUS_LABELS if key not in {"paused", "withdrawn"})
"""The steps of a case; paused and withdrawn stand beside them."""
_TRACEABLE = "with_municipality"
"""The step before which somebody looked whether anyone can be recognised."""


class Topic(StrEnum):
    """What a gap is about: the columns of the board of what is missing."""

    TEXT = "text"
    PHOTO = "photo"
    RIGHTS = "rights"
    QUOTES = "quotes"
    PROOF = "proof"
    APPROVAL = "approval"
    PRIVACY = "privacy"


class Gap(NamedTuple):
    """Something that is missing, as a sentence; `field` is the case's field that would fill it.

    `at` is where one goes to fill it: a record with its field, with the kind of item that it lacks, or with neither.
    """

    field: str | None
    sentence: str
    status_label: str
    topic: Topic | None
    at: tuple[RecordId, str]


class Balance(NamedTuple):
    """How many measures of a case are of each type; unknown: none, in conflict, or from a newer program."""

    repressive: int
    preventive: int
    both: int
    unknown: int = 0


class _Dossier(NamedTuple):
    case: RecordView
    owned: Sequence[RecordView]
    stands: Stands

    def parts(self, kind: str) -> list[RecordView]:
        return [view for view in self.owned if view.key.kind == kind]


class _Missing(NamedTuple):
    field: str | None
    sentence: str
    at: tuple[RecordId, str] | None = None
    is_first: bool = False


type _Guard = Callable[[_Dossier], Iterator[_Missing]]


def next_status(status: Value) -> str | None:
    """The next step; None after the last one, beside the steps, and for a status from a newer program."""
    steps: dict[Value, str] = dict(zip((None, *FLOW), FLOW, strict=False))
    return steps.get(status)


def asks(status: str | None) -> bool:
    """Whether the step after this status, or one before it, asks for anything."""
    target = next_status(status)
    return target is not None and any(step in _GUARDS for step in FLOW[: FLOW.index(target) + 1])


def parts_there(record: RecordView, owned: Iterable[RecordView]) -> tuple[bool, ...]:
    """Of each numbered part, in order, whether something stands there; a part may be kept as items."""
    return tuple(there for _number, there, _key in sorted(_parts(record, owned)))


def first_empty_part(record: RecordView, owned: Iterable[RecordView]) -> str:
    """The first numbered part where nothing stands: the key of a field or of a kind of items; else nothing."""
    empty = [(number, at, key) for at, (number, there, key) in enumerate(_parts(record, owned)) if not there]
    return min(empty)[2] if empty else ""


def _parts(record: RecordView, owned: Iterable[RecordView]) -> list[tuple[int, bool, str]]:
    filled, kept = record.filled(), {view.key.kind for view in owned if not view.deleted}
    items = [found for key in schema.owned_kinds(record.key.kind) if (found := schema.kind(key))]
    parts = [(field.number, field.key in filled, field.key) for field in _fields_of(record) if field.number is not None]
    return parts + [(item.number, item.key in kept, item.key) for item in items if item.number is not None]


def next_for(case: RecordView) -> str | None:
    """The next step of a case, of two statuses the most careful one's; None for what goes by no steps."""
    return next_status(_careful(case, "status")) if has_steps(case.key.kind) else None


def is_traced(target: str) -> bool:
    """Whether a step asks that nobody can be recognised in the text."""
    return FLOW.index(target) >= FLOW.index(_TRACEABLE)


def undecided(target: str | None, sentence: str, at: tuple[RecordId, str]) -> Gap:
    """What the privacy check asks before a step, or at any time."""
    return Gap(None, sentence, _STATUS_LABELS[target] if target else "", Topic.PRIVACY, at)


def not_whole(target: str | None, case: RecordId) -> Gap:
    """A part of the case did not come yet: it is ready for no step."""
    sentence = "Er wacht nog iets op een pakket dat hier niet is."
    return Gap(None, sentence, _STATUS_LABELS[target] if target else "", None, (case, ""))


def has_steps(kind: str) -> bool:
    """Whether records of a kind go from step to step, each asking for something."""
    return kind == "case"


def is_back(before: Value, after: Value) -> bool:
    """Whether going from one status to another is a step back, which wants a reason."""
    return before in FLOW and after in FLOW and FLOW.index(str(after)) < FLOW.index(str(before))


def gaps(case: RecordView, owned: Iterable[RecordView], stands: Stands) -> list[Gap]:
    """What is missing for the case's next step; `owned` has what the case owns, of any kind."""
    target = next_for(case)
    return gaps_for(target, case, owned, stands) if target else []


def gaps_for(target: str, case: RecordView, owned: Iterable[RecordView], stands: Stands) -> list[Gap]:
    """What is missing for a step and those before it; what was agreed to once and is not any more stands first."""
    dossier = _Dossier(case, [view for view in owned if not view.deleted], stands)
    steps = FLOW[: FLOW.index(target) + 1]
    guards = (guard for status in steps for guard in _GUARDS.get(status, ()))
    found = [(topic, missing) for topic, guard in guards for missing in guard(dossier)]
    found.sort(key=lambda each: not each[1].is_first)
    return [_gap(dossier, target, topic, missing) for topic, missing in found]


def _gap(dossier: _Dossier, target: str, topic: Topic | None, missing: _Missing) -> Gap:
    at = missing.at or (dossier.case.id, missing.field or "")
    return Gap(missing.field, missing.sentence, _STATUS_LABELS[target], topic, at)


def required_there(case: RecordView, owned: Iterable[RecordView]) -> int:
    """How many of the fields and parts that the text is asked for are there."""
    asked = sum(field.required_from is not None for field in _fields_of(case)) + len(_PARTS)
    return asked - empty_parts(case, owned)


def empty_parts(case: RecordView, owned: Iterable[RecordView]) -> int:
    """How many of them are not."""
    dossier = _Dossier(case, [view for view in owned if not view.deleted], {})
    return sum(1 for guard in (_required_fields, _required_parts) for _missing in guard(dossier))


def balance(measures: Iterable[RecordView]) -> Balance:
    """The balance between repression and prevention, counted from the measures."""
    types = [measure.value("type") for measure in measures if not measure.deleted]
    known = Balance(*(types.count(type_) for type_ in ("repressive", "preventive", "both")))
    return known._replace(unknown=len(types) - sum(known))


def _careful(record: RecordView, key: str) -> Value:
    return most_careful(record.key.kind, key, record.fields.get(key))


def _is_filled(record: RecordView, key: str) -> bool:
    view = record.fields.get(key)
    return view is not None and (view.status is Status.CONFLICT or view.value not in (None, "", ()))


def _name(record: RecordView) -> str:
    kind, title = schema.kind(record.key.kind), impersonal(record)
    label = kind.label.lower() if kind else record.key.kind
    return f"{label} ‘{title}’" if title else label


def _required_fields(dossier: _Dossier) -> Iterator[_Missing]:
    for field in _fields_of(dossier.case):
        if field.required_from and not _is_filled(dossier.case, field.key):
            yield _Missing(field.key, f"‘{field.label}’ is nog leeg.")


def _fields_of(record: RecordView) -> tuple[Field, ...]:
    kind = schema.kind(record.key.kind)
    return kind.fields if kind else ()


def _required_parts(dossier: _Dossier) -> Iterator[_Missing]:
    for kind, is_there, sentence in _PARTS:
        parts = dossier.parts(kind)
        if not is_there(parts):
            yield _Missing(None, sentence, (parts[0].id, "") if parts else (dossier.case.id, kind))


def _is_pair(parts: Sequence[RecordView]) -> bool:
    return any(_is_filled(pair, "bottleneck") and _is_filled(pair, "solution") for pair in parts)


def _has_lead(partners: Sequence[RecordView]) -> bool:
    return any(partner.value("role") == "lead" for partner in partners)


def _is_repressive(measures: Sequence[RecordView]) -> bool:
    counted = balance(measures)
    return bool(counted.repressive + counted.both)


def _is_preventive(measures: Sequence[RecordView]) -> bool:
    counted = balance(measures)
    return bool(counted.preventive + counted.both)


_PARTS: tuple[tuple[str, Callable[[Sequence[RecordView]], bool], str], ...] = (
    ("bottleneck", _is_pair, "Er is nog geen knelpunt met een oplossing."),
    ("partner", _has_lead, "Er is nog geen partner met de rol trekker."),
    ("measure", _is_repressive, "Er is nog geen repressieve maatregel."),
    ("measure", _is_preventive, "Er is nog geen preventieve maatregel."),
)


def _figure_without_source(dossier: _Dossier) -> Iterator[_Missing]:
    if not _is_filled(dossier.case, "inhabitants"):
        return
    for key, what in (("inhabitants_year", "het jaar"), ("inhabitants_source", "de bron")):
        if not _is_filled(dossier.case, key):
            yield _Missing(key, f"Bij het aantal inwoners ontbreekt {what}.")


def _conflicts(dossier: _Dossier) -> Iterator[_Missing]:
    for record in (dossier.case, *dossier.owned):
        where = "" if record is dossier.case else f"{_name(record)}, "
        for key, view in record.fields.items():
            if view.status is Status.CONFLICT:
                field = schema.field(record.key.kind, key)
                label = field.label if field else key
                shown = key if record is dossier.case else None
                sentence = f"Bij {where}‘{label}’ staan nog {len(view.variants)} versies."
                yield _Missing(shown, sentence, (record.id, key))


def _akkoord_of(type_: str) -> _Guard:
    def guard(dossier: _Dossier) -> Iterator[_Missing]:
        state = dossier.stands.get(type_, State.UNASKED)
        if state is not State.STANDS:
            at = dossier.case.id, "approval"
            yield _Missing(None, told(type_, state), at, is_first=state is not State.UNASKED)

    return guard


def _alt_texts(dossier: _Dossier) -> Iterator[_Missing]:
    for image in dossier.parts("image"):
        if not _is_filled(image, "alt") and image.value("decorative") is not True:
            yield _Missing(None, f"Bij {_name(image)} ontbreekt de alt-tekst.", (image.id, "alt"))


def _rights(dossier: _Dossier) -> Iterator[_Missing]:
    for image in dossier.parts("image"):
        if not _is_filled(image, "rights"):
            sentence = f"Bij {_name(image)} staat nog niet waarom het gedrukt mag worden."
            yield _Missing(None, sentence, (image.id, "rights"))


def _quotes(dossier: _Dossier) -> Iterator[_Missing]:
    for quote in dossier.parts("quote"):
        if _careful(quote, "text_authorised_on") is None:
            sentence = f"De tekst van {_name(quote)} is nog niet goedgekeurd."
            yield _Missing(None, sentence, (quote.id, "text_authorised_on"))
        if _is_filled(quote, "speaker") and _careful(quote, "name_authorised_on") is None:
            sentence = f"De naam bij {_name(quote)} is nog niet goedgekeurd."
            yield _Missing(None, sentence, (quote.id, "name_authorised_on"))


def _embargo(dossier: _Dossier) -> Iterator[_Missing]:
    if day := _careful(dossier.case, "embargo_until"):
        yield _Missing("embargo_until", not_before(day))


_GUARDS: dict[str, tuple[tuple[Topic | None, _Guard], ...]] = {
    "editing": (
        (Topic.TEXT, _required_fields),
        (Topic.TEXT, _required_parts),
        (Topic.TEXT, _figure_without_source),
        (Topic.TEXT, _conflicts),
    ),
    _TRACEABLE: ((Topic.APPROVAL, _akkoord_of("reader")),),
    "approved": ((Topic.APPROVAL, _akkoord_of("municipality")),),
    "final": ((Topic.PHOTO, _alt_texts), (Topic.RIGHTS, _rights), (Topic.QUOTES, _quotes)),
    "published": ((None, _embargo),),
}
