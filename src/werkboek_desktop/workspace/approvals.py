"""Proofs and akkoorden of all cases, judged by what the text is now."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import NamedTuple

from werkboek_desktop.domain import lists
from werkboek_desktop.domain.approvals import Answer, Stands, State, asks, in_time, state, told
from werkboek_desktop.domain.careful import most_careful
from werkboek_desktop.domain.change import FieldKey
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.today_facts import Agreement, Proof, Sort
from werkboek_desktop.domain.tokens import is_sentence, tokenize
from werkboek_desktop.domain.values import Value, ValueType
from werkboek_desktop.domain.version import BadVersion, Outcome, Verdict, Version, from_bytes, judge, then
from werkboek_desktop.domain.view import RecordView
from werkboek_desktop.store.judging import Here
from werkboek_desktop.store.reading import Reader
from werkboek_desktop.store.shapes import Row
from werkboek_desktop.workspace.reading import title
from werkboek_desktop.workspace.spots import Spots

_TYPES = {option.key: option.label for option in lists.APPROVAL_TYPE}
_DONE = frozenset({"published", "withdrawn"})
_UNJUDGED = Verdict(Outcome.NOT_YET)


class Judged:
    """A proof; it is compared with now when somebody asks."""

    def __init__(self, reader: Reader, proof: RecordView) -> None:
        self._reader = reader
        self.proof = proof

    @cached_property
    def version(self) -> Version | None:
        """What was sent; None where it is not here, or is none."""
        sha = str(self.proof.value("version") or "")
        content = self._reader.attachments([sha]).get(sha)
        try:
            return from_bytes(content) if content else None
        except BadVersion:
            return None

    @property
    def about(self) -> RecordId:
        """The case, or the one quote or picture of it that was agreed to."""
        return self.version.roots[0] if self.version and self.version.roots else str(self.proof.key.owner)

    @cached_property
    def verdict(self) -> Verdict:
        """How it compares with now."""
        return judge(self.version, Here(self._reader, self.version)) if self.version else _UNJUDGED

    def sentences(self) -> int:
        """How many sentences of the texts came or went since."""
        return sum(self._sentences(key) for key in self.verdict.changed if key.type is ValueType.PROSE)

    def _sentences(self, key: FieldKey) -> int:
        version = self.version
        if version is None:
            return 0
        before = then(key, version.listed, Here(self._reader, version))
        was, is_ = _told(before.value if before else None), _told(self._reader.history(key).view().value)
        return max((was - is_).total(), (is_ - was).total())


class Proofs:
    """The proofs of one snapshot, each compared with now once, and what that makes of the akkoorden."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._judged: dict[RecordId, Judged] = {}

    def judged(self, proofs: Iterable[RecordView]) -> dict[RecordId, Judged]:
        """These, by id."""
        return {view.id: self._judged.setdefault(view.id, Judged(self._reader, view)) for view in proofs}

    def states(self, owned: Iterable[RecordView]) -> dict[tuple[str, RecordId], State]:
        """How each akkoord stands, by type and by what it is about: the case, or an item. `owned`: all that it owns."""
        parts = [view for view in owned if not view.deleted]
        given = [view for view in parts if view.key.kind == "approval"]
        judged = self.judged(view for view in parts if view.key.kind == "proof") if given else {}
        answers = by_type(given, judged)
        return {key: state(each.answer for each in of_type) for key, of_type in answers.items()}

    def stands(self, case: RecordId, owned: Iterable[RecordView]) -> Stands:
        """The same of those that are about the case as a whole."""
        return {type_: how for (type_, about), how in self.states(owned).items() if about == case}


class Given(NamedTuple):
    """An answer, with what it was given on."""

    answer: Answer
    approval: RecordView
    judged: Judged


def agreements_and_proofs(
    reader: Reader, spots: Spots, cases: Mapping[RecordId, Row], judging: Proofs
) -> tuple[tuple[Agreement, ...], tuple[Proof, ...]]:
    """What does not stand, and what was sent last and not answered, of cases that are not done."""
    agreements: list[Agreement] = []
    open_proofs: list[Proof] = []
    approvals = by_case(reader, "approval")
    for case, proofs in by_case(reader, "proof").items():
        if case in cases and cases[case].status not in _DONE:
            given = approvals.get(case, [])
            last = waiting(proofs, given)
            if last is None:
                agreements += _agreements(given, judging.judged(proofs), spots)
            elif deadline := last.value("deadline"):
                spot = spots.whole(case)._replace(record=last.id, field="deadline")
                open_proofs.append(Proof(spot, date.fromisoformat(str(deadline))))
    return tuple(agreements), tuple(open_proofs)


def by_case(reader: Reader, kind: str) -> dict[RecordId, list[RecordView]]:
    """The proofs or approvals of all cases, deleted ones left out."""
    found: defaultdict[RecordId, list[RecordView]] = defaultdict(list)
    for view in reader.records(kind):
        if not view.deleted and view.key.owner:
            found[view.key.owner].append(view)
    return dict(found)


def waiting(proofs: Sequence[RecordView], given: Iterable[RecordView]) -> RecordView | None:
    """The proof that was sent last, if nobody answered it. What was never sent is what somebody decided here about."""
    sent = [proof for proof in proofs if proof.value("sent_on")]
    last = max(sent or proofs, key=_sent, default=None)
    answered = last is not None and any(approval.value("proof") == last.id for approval in given)
    return None if answered else last


def by_type(given: Iterable[RecordView], proofs: Mapping[RecordId, Judged]) -> dict[tuple[str, RecordId], list[Given]]:
    """The answers of a case by what they are: of which type, and about which part; each in order of time."""
    found: defaultdict[tuple[str, RecordId], list[Given]] = defaultdict(list)
    for approval in given:
        if judged := proofs.get(str(approval.value("proof"))):
            one = Given(_answer(approval, judged), approval, judged)
            found[str(approval.value("type") or ""), judged.about].append(one)
    return {key: sorted(answers, key=lambda each: in_time(each.answer)) for key, answers in found.items()}


def not_standing(reader: Reader, records: Iterable[RecordId]) -> Iterator[str]:
    """What the check list of a PDF says: which akkoorden were answered, and do not stand for what is printed."""
    proofs = Proofs(reader)
    for _case, owned in reader.families(
        [id_ for id_ in records if (key := reader.record_key(id_)) and key.kind == "case"]
    ):
        for (type_, about), how in sorted(proofs.states(owned).items()):
            if how is not State.UNASKED and (sentence := told(type_, how)):
                yield f"‘{title(reader, about)}’: {sentence}"


def _told(text: Value) -> Counter[str]:
    return Counter(filter(is_sentence, tokenize(str(text or ""))))


def _sent(proof: RecordView) -> tuple[str, int, RecordId]:
    return str(proof.value("sent_on") or ""), recorded(proof), proof.id


def recorded(view: RecordView) -> int:
    """When somebody last wrote in a record."""
    return max((variant.time for field in view.fields.values() for variant in field.variants), default=0)


def _agreements(given: Sequence[RecordView], proofs: Mapping[RecordId, Judged], spots: Spots) -> Iterator[Agreement]:
    for (type_, _about), answers in by_type(given, proofs).items():
        if sort := asks(each.answer for each in answers):
            yield _agreement(sort, type_, answers[-1], spots)


def _answer(approval: RecordView, judged: Judged) -> Answer:
    outcome = most_careful("approval", "outcome", approval.fields.get("outcome"))
    return Answer(outcome, str(approval.value("on") or ""), recorded(approval), judged.verdict.outcome)


def _agreement(sort: Sort, type_: str, last: Given, spots: Spots) -> Agreement:
    on = last.approval.value("on")
    day = date.fromisoformat(str(on)) if on else None
    spot = spots.whole(last.approval.id)._replace(field="outcome")
    by = _TYPES.get(type_, "akkoord")
    if sort is not Sort.LAPSED:
        return Agreement(sort, spot, by, day)
    changed = tuple(map(spots.spot, last.judged.verdict.changed))
    return Agreement(sort, spot, by, day, last.judged.sentences(), changed)
