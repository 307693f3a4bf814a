"""The history of one field: from its ready changes to its heads, and to what a person sees of them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple

from werkboek_desktop.domain import sets
from werkboek_desktop.domain.change import MERGE_RULE, Op
from werkboek_desktop.domain.ids import ChangeId, RecordId
from werkboek_desktop.domain.tokens import compose
from werkboek_desktop.domain.values import Place, Value, ValueType
from werkboek_desktop.domain.view import FieldView, Notice, Status, Variant
from werkboek_desktop.domain.weave import Part, Text, Variants, Weave


class Entry(NamedTuple):
    """A ready change of one field. `erased`: its value was destroyed, which is not the same as cleared."""

    id: ChangeId
    parents: tuple[ChangeId, ...]
    depth: int
    value: Value
    author: RecordId | None
    time: int
    op: str
    rule: int
    erased: bool = False

    @property
    def rank(self) -> tuple[int, ChangeId]:
        """The one order that everyone can check."""
        return self.depth, self.id

    @property
    def is_known(self) -> bool:
        """Whether this program understands what the change does."""
        return self.op == Op.EDIT

    @property
    def has_value(self) -> bool:
        """Whether the value says anything about the field."""
        return self.is_known and not self.erased


def head_ids(entries: Iterable[Entry]) -> tuple[ChangeId, ...]:
    """The changes that no other builds on, sorted by id."""
    entries = list(entries)
    built_on = {parent for entry in entries for parent in entry.parents}
    return tuple(sorted(entry.id for entry in entries if entry.id not in built_on))


def view_of_head(type_: ValueType | None, head: Entry) -> FieldView:
    """What is shown of a field with one head; it needs no history, for one head is its own exact bytes."""
    return _settled(head.value, [head]) if head.is_known else _undecided(type_, [head])


class FieldHistory:
    """All ready changes of one field, in any order. The type is None for what is said of a whole record.

    `entries` are those that count, `erases` what killed the others; `buried`: all of the record is dead.
    """

    def __init__(self, type_: ValueType | None, entries: Iterable[Entry], *, buried: bool = False) -> None:
        self.type = type_
        self.buried = buried
        self.everything = sorted(entries, key=lambda entry: entry.rank)
        self.erases = [entry for entry in self.everything if entry.op == Op.ERASE]
        self.entries = [] if buried else _living(self.everything, self.erases)

    @property
    def told(self) -> list[Entry]:
        """Every change there was, erases too; of what is dead it is not told what it said."""
        living = {entry.id for entry in self.entries}
        return [one if one.id in living else one._replace(value=None, erased=True) for one in self.everything]

    @cached_property
    def heads(self) -> tuple[ChangeId, ...]:
        """Sorted by id: what an edit that has seen everything builds on, the erases among it."""
        return tuple(sorted((*self.living_heads, *(erase.id for erase in self.erases))))

    @cached_property
    def living_heads(self) -> tuple[ChangeId, ...]:
        """The same without the erases."""
        return head_ids(self.entries)

    @property
    def hashed_heads(self) -> tuple[ChangeId, ...]:
        """The heads that the state hash counts: dead ones too, and no erases."""
        return head_ids(entry for entry in self.everything if entry.op != Op.ERASE)

    @cached_property
    def head_entries(self) -> list[Entry]:
        """The heads themselves, the highest (depth, id) first."""
        heads = set(self.living_heads)
        return [entry for entry in reversed(self.entries) if entry.id in heads]

    def since(self, entries: Iterable[Entry]) -> "FieldHistory":
        """The same field with only these of its entries, or others in their place, all of which count."""
        made = FieldHistory(self.type, entries)
        made.erases = self.erases
        return made

    def at(self, heads: Iterable[ChangeId]) -> "FieldHistory":
        """The field as it was for somebody who knew these changes and what they build on, and no more."""
        known = set(heads)
        for entry in reversed(self.entries):
            if entry.id in known:
                known.update(entry.parents)
        return FieldHistory(self.type, (entry for entry in self.entries if entry.id in known))

    def view(self) -> FieldView:
        """What a person sees."""
        heads = self.head_entries or self.erases
        view = self._view(heads)
        return replace(view, heads=self.heads) if self.erases else view

    def _view(self, heads: Sequence[Entry]) -> FieldView:
        if not self.entries:
            return _settled(None, heads) if heads else FieldView(Status.SETTLED, None, (), ())
        if self._newer:
            return _undecided(self.type, heads)
        return _settled(heads[0].value, heads) if self._agrees else self._merged(heads)

    def notices(self) -> tuple[Notice, ...]:
        """What a person should know besides the value: it was moved twice, erased, or a newer program is at work."""
        erased = tuple(Notice("erased", erase.author, erase.id) for erase in self.erases[-1:])
        if self._newer:
            return (*erased, Notice("newer_program", self._newer.author, self._newer.id))
        if self.type is ValueType.PLACE and self.entries and not self._agrees:
            return (*erased, Notice("moved", self.head_entries[0].author, self.head_entries[0].id))
        return erased

    @property
    def _agrees(self) -> bool:
        return len({head.value for head in self.head_entries}) == 1

    @cached_property
    def _newer(self) -> Entry | None:
        """The change of a newer program because of which the heads are left to people."""
        decisive = [entry for entry in self.head_entries if not entry.is_known]
        if not self._agrees:
            decisive += [entry for entry in self.entries if entry.rule > MERGE_RULE]
        return decisive[0] if decisive else None

    def _merged(self, heads: Sequence[Entry]) -> FieldView:
        match self.type:
            case ValueType.PROSE:
                return _woven(heads, self.weave().state(self.living_heads))
            case ValueType.SET:
                return _settled(sets.merged(map(_set_change, self.entries), self.living_heads), heads)
            case ValueType.PLACE:
                winner = heads[0].value
                return _settled(winner, [head for head in heads if head.value == winner], self.heads)
            case _:
                return _undecided(self.type, heads)

    def weave(self) -> Weave:
        """Of a text: who wrote and removed each sentence."""
        weave = Weave()
        for entry in self.entries:
            weave.add(entry.id, entry.parents, entry.depth, _prose(entry))
        return weave


def _living(entries: list[Entry], erases: Sequence[Entry]) -> list[Entry]:
    """The entries that name every erase, as if there were no others."""
    if not erases:
        return entries
    names = {erase.id for erase in erases}
    living = [entry for entry in entries if entry.op != Op.ERASE and names.issubset(entry.parents)]
    ids = {entry.id for entry in living}
    return [entry._replace(parents=tuple(sorted(ids.intersection(entry.parents)))) for entry in living]


def variants_of(heads: Iterable[Entry]) -> tuple[Variant, ...]:
    """One for each distinct value, in the order of heads (the highest first)."""
    by_value: dict[Value, list[Entry]] = {}
    for head in heads:
        by_value.setdefault(head.value, []).append(head)
    return tuple(_variant(value, alike) for value, alike in by_value.items())


def _variant(value: Value, heads: Sequence[Entry]) -> Variant:
    return Variant(value, heads[0].author, heads[0].time, tuple(head.id for head in heads))


def _settled(value: Value, heads: Sequence[Entry], all_heads: tuple[ChangeId, ...] = ()) -> FieldView:
    ids = all_heads or tuple(sorted(head.id for head in heads))
    return FieldView(Status.SETTLED, value, ids, (_variant(value, heads),))


def _undecided(type_: ValueType | None, heads: Sequence[Entry]) -> FieldView:
    ids = tuple(sorted(head.id for head in heads))
    parts = (Variants({head.id: str(head.value or "") for head in heads}),)
    return FieldView(Status.CONFLICT, None, ids, variants_of(heads), parts if type_ is ValueType.PROSE else ())


def _woven(heads: Sequence[Entry], parts: tuple[Part, ...]) -> FieldView:
    ids, variants = tuple(sorted(head.id for head in heads)), variants_of(heads)
    texts = [part.text for part in parts if isinstance(part, Text)]
    if len(texts) < len(parts):
        return FieldView(Status.CONFLICT, None, ids, variants, parts)
    return FieldView(Status.MERGED, compose(texts), ids, variants, parts)


def _prose(entry: Entry) -> str | None:
    """None: nothing can be said about what it removed, so a later change starts afresh."""
    return str(entry.value or "") if entry.has_value else None


def _set_change(entry: Entry) -> sets.SetChange:
    if not entry.has_value:
        return sets.SetChange(entry.id, entry.parents, None)
    return sets.SetChange(entry.id, entry.parents, elements_of(entry.value))


def elements_of(value: Value) -> tuple[str, ...]:
    """The elements of a set; none where it was cleared."""
    return value if isinstance(value, tuple) and not isinstance(value, Place) else ()
