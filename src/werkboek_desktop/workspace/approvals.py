"""Proofs and akkoorden of all cases, judged by what the text is now."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property

from werkboek_desktop.domain import lists
from werkboek_desktop.domain.approvals import Answer, asks, in_time
from werkboek_desktop.domain.careful import most_careful
from werkboek_desktop.domain.change import FieldKey
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.today_facts import Agreement, Proof, Sort, Spot
from werkboek_desktop.domain.tokens import is_sentence, tokenize
from werkboek_desktop.domain.values import Value, ValueType
from werkboek_desktop.domain.version import BadVersion, Outcome, Verdict, Version, from_bytes, judge
from werkboek_desktop.domain.view import RecordView
from werkboek_desktop.store.judging import Here
from werkboek_desktop.store.reading import Reader
from werkboek_desktop.store.shapes import Row
from werkboek_desktop.workspace.spots import Spots

_TYPES = {option.key: option.label for option in lists.APPROVAL_TYPE}
_DONE = frozenset({"published", "withdrawn"})
_UNJUDGED = Verdict(Outcome.NOT_YET)


def agreements_and_proofs(
    reader: Reader, spots: Spots, cases: Mapping[RecordId, Row]
) -> tuple[tuple[Agreement, ...], tuple[Proof, ...]]:
    """What does not stand, and what was sent last and not answered, of cases that are not done."""
    agreements: list[Agreement] = []
    open_proofs: list[Proof] = []
    approvals = _by_case(reader.records("approval"))
    for case, proofs in _by_case(reader.records("proof")).items():
        if case in cases and cases[case].status not in _DONE:
            given = approvals.get(case, [])
            last = max(proofs, key=_sent)
            if any(approval.value("proof") == last.id for approval in given):
                agreements += _agreements(given, {proof.id: Judged(reader, proof) for proof in proofs}, spots)
            elif deadline := last.value("deadline"):
                spot = spots.whole(case)._replace(record=last.id, field="deadline")
                open_proofs.append(Proof(spot, date.fromisoformat(str(deadline))))
    return tuple(agreements), tuple(open_proofs)


class Judged:
    """A proof; it is compared with now when somebody asks."""

    def __init__(self, reader: Reader, proof: RecordView) -> None:
        self._reader = reader
        self._proof = proof

    @cached_property
    def version(self) -> Version | None:
        """What was sent; None where it is not here, or is none."""
        sha = str(self._proof.value("version") or "")
        content = self._reader.attachments([sha]).get(sha)
        try:
            return from_bytes(content) if content else None
        except BadVersion:
            return None

    @cached_property
    def verdict(self) -> Verdict:
        """How it compares with now."""
        return judge(self.version, Here(self._reader, self.version)) if self.version else _UNJUDGED

    def sentences(self) -> int:
        """How many sentences of the texts came or went since."""
        return sum(self._sentences(key) for key in self.verdict.changed if key.type is ValueType.PROSE)

    def _sentences(self, key: FieldKey) -> int:
        now = self._reader.history(key)
        listed = {id_ for ids in self.version.heads.values() for id_ in ids} if self.version else set()
        then = now.at(entry.id for entry in now.entries if entry.id in listed)
        before, after = _told(then.view().value if then.heads else None), _told(now.view().value)
        return max((before - after).total(), (after - before).total())


def _told(text: Value) -> Counter[str]:
    return Counter(filter(is_sentence, tokenize(str(text or ""))))


def _by_case(views: Sequence[RecordView]) -> dict[RecordId, list[RecordView]]:
    found: defaultdict[RecordId, list[RecordView]] = defaultdict(list)
    for view in views:
        if not view.deleted and view.key.owner:
            found[view.key.owner].append(view)
    return dict(found)


def _sent(proof: RecordView) -> tuple[str, int, RecordId]:
    return str(proof.value("sent_on") or ""), _recorded(proof), proof.id


def _recorded(view: RecordView) -> int:
    return max((variant.time for field in view.fields.values() for variant in field.variants), default=0)


def _agreements(given: Sequence[RecordView], proofs: Mapping[RecordId, Judged], spots: Spots) -> Iterator[Agreement]:
    by_type: defaultdict[str, list[tuple[Answer, RecordView, Judged]]] = defaultdict(list)
    for approval in given:
        judged = proofs.get(str(approval.value("proof")))
        if judged:
            by_type[str(approval.value("type") or "")].append((_answer(approval, judged), approval, judged))
    for type_, answers in by_type.items():
        sort = asks(answer for answer, _approval, _judged in answers)
        last = max(answers, key=lambda each: in_time(each[0]))
        if sort:
            yield _agreement(sort, type_, *last[1:], spots)


def _answer(approval: RecordView, judged: Judged) -> Answer:
    outcome = most_careful("approval", "outcome", approval.fields.get("outcome"))
    return Answer(outcome, str(approval.value("on") or ""), _recorded(approval), judged.verdict.outcome)


def _agreement(sort: Sort, type_: str, approval: RecordView, judged: Judged, spots: Spots) -> Agreement:
    on = approval.value("on")
    day = date.fromisoformat(str(on)) if on else None
    by = _TYPES.get(type_, "akkoord")
    if sort is not Sort.LAPSED:
        return Agreement(sort, spots.whole(approval.id)._replace(field="outcome"), by, day)
    changed = [spots.spot(key) for key in judged.verdict.changed]
    parts = tuple(dict.fromkeys(spot.label for spot in changed))
    return Agreement(sort, _first(changed), by, day, judged.sentences(), parts)


def _first(changed: Sequence[Spot]) -> Spot:
    return next((spot for spot in changed if spot.field), changed[0])
