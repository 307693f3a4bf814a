"""Records that are one person: `same_as` joins them, and everything they have is shown as one."""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence

from werkboek_desktop.domain.change import FieldKey
from werkboek_desktop.domain.history import elements_of
from werkboek_desktop.domain.ids import ChangeId, RecordId
from werkboek_desktop.domain.values import Value, ValueType, canonical_set
from werkboek_desktop.domain.view import FieldView, Status, Variant
from werkboek_desktop.domain.weave import Variants

SAME_AS = "same_as"
NEVER_JOINED = frozenset({"deleted", "place", SAME_AS})
"""The fields that stay each record's own."""

type SameAs = Mapping[RecordId, Sequence[RecordId]]
"""Of every record of one kind the elements of its `same_as`."""

type FieldViews = Mapping[FieldKey, FieldView]
"""What the fields of one record show."""


def groups(same_as: SameAs) -> dict[RecordId, tuple[RecordId, ...]]:
    """For each record all that are the same person, itself included, sorted. An edge counts from either side."""
    beside = _neighbours(same_as)
    found: dict[RecordId, tuple[RecordId, ...]] = {}
    for start in same_as:
        if start not in found:
            group = _reachable(start, beside)
            found |= dict.fromkeys(group, group)
    return found


def _neighbours(same_as: SameAs) -> Mapping[RecordId, set[RecordId]]:
    beside: dict[RecordId, set[RecordId]] = {record: set() for record in same_as}
    for record, others in same_as.items():
        for other in beside.keys() & set(others):
            beside[record].add(other)
            beside[other].add(record)
    return beside


def _reachable(start: RecordId, beside: Mapping[RecordId, set[RecordId]]) -> tuple[RecordId, ...]:
    seen, todo = {start}, [start]
    while todo:
        new = beside[todo.pop()] - seen
        seen |= new
        todo += new
    return tuple(sorted(seen))


def canonical_id(group: Sequence[RecordId], deleted: Container[RecordId] = ()) -> RecordId:
    """The one that stands for a group: the smallest id, of those that are not deleted if there are any."""
    return min((record for record in group if record not in deleted), default=min(group))


def joined_fields(one: RecordId, shown: Mapping[RecordId, FieldViews]) -> FieldViews:
    """What is shown of a record that is one with others; `shown` has what each shows by itself, by id."""
    of_all: dict[FieldKey, list[FieldView]] = defaultdict(list)
    for member in sorted(shown):
        for key, view in shown[member].items():
            if member == one or key.field not in NEVER_JOINED:
                of_all[key._replace(record=one)].append(view)
    return {key: joined_field(key.type, views) for key, views in of_all.items()}


def joined_field(type_: ValueType | None, views: Sequence[FieldView]) -> FieldView:
    """One field of several records, the canonical one's first: the heads of all."""
    if len(views) == 1:
        return views[0]
    heads = tuple(sorted(head for view in views for head in view.heads))
    variants = _together(variant for view in views for variant in view.variants)
    disputed = any(view.status is Status.CONFLICT for view in views)
    if type_ is ValueType.SET and not disputed:
        elements = {element for variant in variants for element in elements_of(variant.value)}
        return _settled(canonical_set(elements), variants[0], heads)
    if disputed or len({view.value for view in views}) > 1:
        return FieldView(Status.CONFLICT, None, heads, variants, _parts(type_, variants))
    if merged := [view for view in views if view.status is Status.MERGED]:
        return FieldView(Status.MERGED, views[0].value, heads, variants, merged[0].parts)
    return _settled(views[0].value, variants[0], heads)


def _settled(value: Value, first: Variant, heads: tuple[ChangeId, ...]) -> FieldView:
    return FieldView(Status.SETTLED, value, heads, (first._replace(value=value, changes=heads),))


def _together(variants: Iterable[Variant]) -> tuple[Variant, ...]:
    found: dict[Value, Variant] = {}
    for variant in variants:
        before = found.get(variant.value)
        found[variant.value] = before._replace(changes=before.changes + variant.changes) if before else variant
    return tuple(found.values())


def _parts(type_: ValueType | None, variants: Iterable[Variant]) -> tuple[Variants, ...]:
    if type_ is not ValueType.PROSE:
        return ()
    texts = {change: str(variant.value or "") for variant in variants for change in variant.changes}
    return (Variants(texts),)
