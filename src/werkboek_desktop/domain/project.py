"""The whole state of a project from its changes alone: what the store keeps up to date, worked out at once."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from werkboek_desktop.domain import deletion, joining, readiness, statehash
from werkboek_desktop.domain.change import DELETED, Change, FieldKey, Op, Scope
from werkboek_desktop.domain.deletion import Delete
from werkboek_desktop.domain.erasing import Erases, erases_among
from werkboek_desktop.domain.history import Entry, FieldHistory, elements_of
from werkboek_desktop.domain.ids import ChangeId, RecordId
from werkboek_desktop.domain.places import Hung, Tree
from werkboek_desktop.domain.readiness import Candidate, Standing
from werkboek_desktop.domain.records import Record, names, record_of
from werkboek_desktop.domain.values import Place, ValueType
from werkboek_desktop.domain.view import FieldView, Notice, RecordView, Status


@dataclass(frozen=True)
class ProjectState:
    """What is seen of a project. Two projects with the same changes have equal states."""

    records: Mapping[Record, RecordView]
    waiting: frozenset[ChangeId]
    invalid: frozenset[ChangeId]
    hashes: Mapping[Scope, str]

    @property
    def state_hash(self) -> str:
        """64 hex digits over both scopes."""
        return statehash.project_hash(self.hashes)

    def fields(self, status: Status) -> list[tuple[Record, str]]:
        """The fields with this status, sorted: those in conflict, those merged."""
        return sorted(
            (record, name)
            for record, view in self.records.items()
            for name, field in view.fields.items()
            if field.status is status
        )


def replay(changes: Iterable[Change]) -> ProjectState:
    """The state of a set of changes, in whatever order they come."""
    by_id = {change.id: change for change in changes}
    standings = readiness.judge(map(candidate_of, by_id.values()), {})
    ready = [by_id[id_] for id_, standing in standings.items() if standing is Standing.READY]
    project = _Project(ready, erases_among(by_id.values()))
    return ProjectState(
        project.views(),
        _with_standing(standings, Standing.WAITING),
        _with_standing(standings, Standing.INVALID),
        {scope: project.hash(scope) for scope in Scope},
    )


def _with_standing(standings: Mapping[ChangeId, Standing], wanted: Standing) -> frozenset[ChangeId]:
    return frozenset(id_ for id_, standing in standings.items() if standing is wanted)


def candidate_of(change: Change) -> Candidate:
    """What readiness judges of a change."""
    return Candidate(change.id, change.header.parents, change.header.depth, change.key)


def entry_of(change: Change) -> Entry:
    """What a field's history keeps of a change."""
    header = change.header
    erased = header.value_hash is not None and change.body is None
    about = header.author, header.time, header.op, header.rule, erased
    return Entry(change.id, header.parents, header.depth, change.value, *about)


class _Project:
    """The ready changes by record and field; what `deletion.Records` asks."""

    def __init__(self, ready: Sequence[Change], erases: Erases) -> None:
        self._ready = ready
        self._ids = {change.id for change in ready}
        entries: dict[FieldKey, list[Entry]] = defaultdict(list)
        for change in ready:
            entries[change.key].append(entry_of(change))
        self._erases = erases
        self._histories = {
            key: FieldHistory(key.type, found, buried=self._erases.buries(record_of(key)))
            for key, found in entries.items()
        }
        self._fields: dict[Record, list[FieldKey]] = defaultdict(list)
        self._named: dict[tuple[str, RecordId], set[Record]] = defaultdict(set)
        self._owned: dict[RecordId | None, set[Record]] = defaultdict(set)
        for key in self._histories:
            record = record_of(key)
            self._fields[record].append(key)
            self._named[record.scope, record.id].add(record)
            self._owned[record.owner].add(record)

    def named(self, scope: str, id_: RecordId) -> Collection[Record]:
        return self._named.get((scope, id_), set())

    def owned(self, id_: RecordId) -> Collection[Record]:
        return self._owned.get(id_, set())

    def heads(self, record: Record) -> Iterator[tuple[FieldKey, Sequence[ChangeId]]]:
        return ((key, self._histories[key].living_heads) for key in self._fields[record])

    def erases(self, record: Record) -> Iterator[ChangeId]:
        return (erase.id for key in self._fields[record] for erase in self._histories[key].erases)

    def deletes(self, record: Record) -> Sequence[Delete]:
        history = self._histories.get(FieldKey(*record, DELETED, ValueType.SET))
        heads = [head for head in history.head_entries if head.has_value] if history else []
        return [Delete(head.id, elements_of(head.value), head.author) for head in heads]

    def is_ready(self, change: ChangeId) -> bool:
        return change in self._ids

    def hash(self, scope: Scope) -> str:
        heads = ((key, history.hashed_heads) for key, history in self._histories.items() if key.scope == scope)
        own = [one.id for one in self._ready if one.header.op == Op.ERASE and one.header.scope == scope]
        return statehash.scope_hash(scope, heads, own)

    def views(self) -> dict[Record, RecordView]:
        return {record: self._view(record) for record in self._fields}

    def _view(self, record: Record) -> RecordView:
        group = self._groups[record]
        return RecordView(
            record.key,
            record.scope,
            record in self._deleted,
            self._field_views(record, group),
            self._notices(record),
            () if self._erases.buries(record) else tuple(id_ for id_ in group if id_ != record.id),
        )

    def _field_views(self, record: Record, group: Sequence[RecordId]) -> dict[str, FieldView]:
        if self._erases.buries(record):
            return {}
        shown = {id_: self._own_views(record._replace(id=id_)) for id_ in group}
        joined = joining.joined_fields(record.id, shown)
        return {name: joined[key] for key, name in names(joined).items()}

    def _own_views(self, record: Record) -> dict[FieldKey, FieldView]:
        if self._erases.buries(record):
            return {}
        return {key: self._views[key] for key in self._fields.get(record, ()) if key.field}

    @cached_property
    def _views(self) -> dict[FieldKey, FieldView]:
        return {key: history.view() for key, history in self._histories.items()}

    def _notices(self, record: Record) -> tuple[Notice, ...]:
        own = deletion.judge(self, record).notice
        shown = [key for key in self._fields[record] if key.field is None or not self._erases.buries(record)]
        fields = [notice for key in shown for notice in self._histories[key].notices()]
        cut = self._cut.get(record)
        return tuple(sorted({notice for notice in (own, cut, *fields) if notice}, key=_by_change))

    @cached_property
    def _deleted(self) -> frozenset[Record]:
        """By somebody, or because it was erased."""
        return deletion.deleted(self, self._fields.keys()) | {one for one in self._fields if self._erases.buries(one)}

    @cached_property
    def _groups(self) -> dict[Record, tuple[RecordId, ...]]:
        """Of each record that may be joined, all that are the same person."""
        same_as: dict[tuple[str, str], dict[RecordId, tuple[str, ...]]] = defaultdict(dict)
        for record in self._fields:
            view = self._views.get(FieldKey(*record, joining.SAME_AS, ValueType.SET))
            same_as[record.scope, record.kind][record.id] = elements_of(view.value) if view else ()
        groups = {kind: joining.groups(edges) for kind, edges in same_as.items()}
        return {record: groups[record.scope, record.kind][record.id] for record in self._fields}

    @cached_property
    def _cut(self) -> dict[Record, Notice]:
        """The records that hang at top level because their places make a cycle."""
        siblings: dict[tuple[str, str, RecordId | None], list[Record]] = defaultdict(list)
        for record in self._fields:
            siblings[record[:3]].append(record)
        return {
            Record(*about, id_): Notice("place_cycle", head.author, head.id)
            for about, records in siblings.items()
            for id_ in Tree(map(self._hung, records)).cut
            if (head := self._place_head(Record(*about, id_)))
        }

    def _hung(self, record: Record) -> Hung:
        head = self._place_head(record)
        place = head.value if head and isinstance(head.value, Place) else None
        return Hung(record.id, place, head.rank if head else (0, ""), record in self._deleted)

    def _place_head(self, record: Record) -> Entry | None:
        """The change that decides where a record hangs; None where that is left to people, or nobody said it."""
        key = FieldKey(*record, "place", ValueType.PLACE)
        view = self._views.get(key)
        return self._histories[key].head_entries[0] if view and isinstance(view.value, Place) else None


def _by_change(notice: Notice) -> tuple[str, ChangeId]:
    return notice.kind, notice.change
