"""Versions: what was sent, approved or printed, kept as the heads it was made from and judged by values."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple, Protocol

from werkboek_desktop.domain.change import DELETED, FieldKey, Scope
from werkboek_desktop.domain.history import FieldHistory
from werkboek_desktop.domain.ids import ChangeId, RecordId
from werkboek_desktop.domain.records import Record, record_of
from werkboek_desktop.domain.values import Value
from werkboek_desktop.domain.view import FieldView, Status

ALWAYS = (DELETED, "place")
"""The fields of every kind that belong to every version."""

type FieldHeads = Iterable[tuple[FieldKey, Collection[ChangeId]]]
"""The ready heads of the fields of the roots and of all they own."""


class BadVersion(ValueError):
    """An attachment that is no version."""


class Version(NamedTuple):
    """Root records, the names of fields by kind, and by scope the heads these had."""

    roots: tuple[RecordId, ...]
    fields: Mapping[str, tuple[str, ...]]
    heads: Mapping[str, tuple[ChangeId, ...]]

    def to_bytes(self) -> bytes:
        """Canonical JSON: sorted keys and sorted lists, no spaces."""
        return json.dumps(self._asdict(), sort_keys=True, separators=(",", ":")).encode()

    @property
    def listed(self) -> frozenset[ChangeId]:
        """The heads of both scopes."""
        return frozenset(change for ids in self.heads.values() for change in ids)

    def holds(self, key: FieldKey) -> bool:
        """Whether a field belongs to the version. Where a root itself stands is not what is printed of it."""
        if key.kind not in self.fields or (key.field == "place" and key.record in self.roots):
            return False
        return key.field in self.fields[key.kind] or key.field in ALWAYS

    def narrowed(self, root: RecordId, kind: str, heads: Collection[ChangeId]) -> "Version":
        """What it says of one record that it holds; `heads`: those of its changes."""
        own = {scope: tuple(change for change in ids if change in heads) for scope, ids in self.heads.items()}
        return Version((root,), {kind: self.fields.get(kind, ())}, own)


def take(roots: Iterable[RecordId], fields: Mapping[str, Iterable[str]], heads: FieldHeads) -> Version:
    """The version of now."""
    chosen = {kind: tuple(sorted({*names} - set(ALWAYS))) for kind, names in fields.items()}
    version = Version(tuple(sorted(roots)), chosen, {})
    by_scope: dict[str, list[ChangeId]] = {scope: [] for scope in Scope}
    for key, ids in heads:
        if version.holds(key):
            by_scope[key.scope] += ids
    return version._replace(heads={scope: tuple(sorted(ids)) for scope, ids in by_scope.items()})


def from_bytes(data: bytes) -> Version:
    """Reads what `to_bytes` wrote, and nothing else; raises BadVersion."""
    try:
        parsed = json.loads(data)
        roots, fields, heads = (parsed[part] for part in ("roots", "fields", "heads"))
        version = Version(_words(roots), _lists(fields), _lists(heads))
        if version.to_bytes() != data or set(version.heads) != set(Scope):
            raise BadVersion("not canonical")
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise BadVersion(str(error)) from error
    return version


def _lists(data: Mapping[str, list[object]]) -> dict[str, tuple[str, ...]]:
    return {key: _words(words) for key, words in data.items()}


def _words(data: Iterable[object]) -> tuple[str, ...]:
    return tuple(word for word in data if isinstance(word, str))


class Outcome(StrEnum):
    """How a version compares with now."""

    EQUAL = "equal"
    CHANGED = "changed"
    NOT_YET = "not_yet"
    """A head of it is not here, so nobody here can tell."""
    ERASED = "erased"


class Verdict(NamedTuple):
    """A version compared with now: which fields changed, and whether it was judged without the people."""

    outcome: Outcome
    changed: tuple[FieldKey, ...] = ()
    without_people: bool = False


class Here(Protocol):
    """What is here, to judge a version by."""

    def heads(self, roots: Collection[RecordId]) -> FieldHeads:
        """Of the records with these ids and of all they own."""

    def history(self, key: FieldKey) -> FieldHistory:
        """Of a field with heads."""

    def is_ready(self, change: ChangeId) -> bool:
        """Whether the change counts here."""

    def is_erased(self, change: ChangeId) -> bool:
        """Whether its value was destroyed."""

    def is_gone(self, record: Record) -> bool:
        """Whether the record is deleted now."""


class Compared(NamedTuple):
    """A field that reads otherwise than it did; None: nothing was ever written in it."""

    key: FieldKey
    then: FieldView | None
    now: FieldView | None


def judge(version: Version, here: Here) -> Verdict:
    """Compares values, never text that was laid out: labels and templates may change.

    Where nothing of people is here of what was sent, it is judged without them.
    """
    people = version.heads[Scope.PEOPLE]
    left_out = bool(people) and not any(map(here.is_ready, people))
    now = [each for each in here.heads(version.roots) if not (left_out and each[0].scope == Scope.PEOPLE)]
    scopes = [scope for scope in Scope if not (left_out and scope is Scope.PEOPLE)]
    listed = {change for scope in scopes for change in version.heads[scope]}
    if any(map(here.is_erased, listed)):
        return Verdict(Outcome.ERASED, without_people=left_out)
    if not all(map(here.is_ready, listed)):
        return Verdict(Outcome.NOT_YET, without_people=left_out)
    changed = tuple(each.key for each in _compared(version, here, now))
    return Verdict(Outcome.CHANGED if changed else Outcome.EQUAL, changed, left_out)


def compare(version: Version, here: Here) -> list[Compared]:
    """The fields that read otherwise now, in a fixed order. A record that came and went since is nothing."""
    return _compared(version, here, here.heads(version.roots))


def _compared(version: Version, here: Here, now: FieldHeads) -> list[Compared]:
    fields: defaultdict[Record, list[tuple[FieldKey, Collection[ChangeId]]]] = defaultdict(list)
    for key, heads in now:
        if version.holds(key):
            fields[record_of(key)].append((key, heads))
    found: list[Compared] = []
    for record, own in fields.items():
        changed = list(_changed(own, version.listed, here))
        if changed and not (here.is_gone(record) and not was_there([key for key, _ in own], version.listed, here)):
            found += changed
    return sorted(found, key=lambda each: _order(each.key))


def was_there(fields: Iterable[FieldKey], listed: Collection[ChangeId], here: Here) -> bool:
    """Whether a record with these fields was in a version, and not deleted in it."""
    views = {key.field: view for key in fields if (view := then(key, listed, here))}
    deleted = views.get(DELETED)
    return bool(views) and not (deleted and deleted.value)


def then(key: FieldKey, listed: Collection[ChangeId], here: Here) -> FieldView | None:
    """What a field showed at these heads; None where it was not there yet."""
    now = here.history(key)
    known = now.at(entry.id for entry in now.entries if entry.id in listed)
    return known.view() if known.heads else None


def _changed(
    fields: Sequence[tuple[FieldKey, Collection[ChangeId]]], listed: Collection[ChangeId], here: Here
) -> Iterator[Compared]:
    for key, heads in fields:
        if any(head not in listed for head in heads):
            before, now = then(key, listed, here), here.history(key).view()
            if content(key, before) != content(key, now):
                yield Compared(key, before, now)


def content(key: FieldKey, view: FieldView | None) -> object:
    """What a reader would notice of a field: cleared is as good as absent, a conflict is all its values."""
    if key.field == DELETED:
        return bool(view and view.value)
    if view and view.status is Status.CONFLICT:
        return frozenset(variant.value for variant in view.variants)
    return view.value if view and view.value not in ("", ()) else None


def _order(key: FieldKey) -> tuple[str, ...]:
    return tuple(part or "" for part in key)


def holds(outcomes: Iterable[Value]) -> bool:
    """Whether an akkoord stands, by the outcomes of the approvals of one type on versions that are equal to now."""
    outcomes = set(outcomes)
    return not outcomes.isdisjoint({"approved", "minor_correction"}) and "refused" not in outcomes
