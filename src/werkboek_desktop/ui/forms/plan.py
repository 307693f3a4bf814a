"""How fields and list items are divided over tabs: worked out from the schema, so a new field needs nothing here."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from werkboek_desktop.domain import intake as asked
from werkboek_desktop.domain import schema, workflow
from werkboek_desktop.domain.change import Scope
from werkboek_desktop.domain.fields import Field, Kind
from werkboek_desktop.ui.words import tr

TOGETHER = {
    "measure": "Aanpak",
    "result": "Aanpak",
    "timeline": "Aanpak",
    "quote": "Beelden",
    "image": "Beelden",
    "source": "Bronnen",
    "document": "Bronnen",
    "contact": "Partners",
}
"""List items that share a tab; any other kind, and one that would be alone there, has a tab of its own."""
AKKOORD = frozenset({"proof", "approval"})
"""Kinds that a page of their own shows together: what was sent, and what was answered."""
HISTORY = "Geschiedenis"
"""The tab with what happened to a record."""
LISTED_ELSEWHERE = frozenset({"chapter", "clearance", "comment"}) | AKKOORD
"""Kinds with an owner that have a place of their own: in the rail, a page or a panel."""


class Block(NamedTuple):
    """Fields under a heading, or the items of a kind. `about`: items that are another's and about this record."""

    heading: str
    fields: tuple[Field, ...] = ()
    items: Kind | None = None
    people: bool = False
    """Whether all of it is about people, so that no field needs saying so."""
    about: bool = False
    aside: bool = False
    """Whether it may stand beside the other blocks."""
    history: bool = False
    """Whether it is what happened to the record."""
    akkoord: bool = False
    """Whether it is who agreed to the text of the record."""


class Tab(NamedTuple):
    """One page of a form."""

    title: str
    blocks: tuple[Block, ...]

    def holds(self, key: str) -> bool:
        """Whether a field of the record, the items of a kind, its akkoord or its HISTORY stand here."""
        return any(
            key in {field.key for field in block.fields}
            or (block.items is not None and block.items.key == key)
            or (block.akkoord and key in AKKOORD)
            or (block.history and key == HISTORY)
            for block in self.blocks
        )


def order_of(plan: Sequence[Tab], key: str) -> tuple[int, int, int]:
    """Where a field, or the items of a kind, stand in a form: the tab, the block on it, the field in that."""
    for at, tab in enumerate(plan):
        for nth, block in enumerate(tab.blocks):
            keys = [block.items.key] if block.items else [field.key for field in block.fields]
            if key in keys:
                return at, nth, keys.index(key)
    return len(plan), 0, 0


def tabs(kind: Kind) -> list[Tab]:
    """The pages of a form: first the numbered parts, then the other fields, the lists, and what happened."""
    fields = list(kind.form_fields)
    numbered = {field.group for field in fields if field.number is not None and field.group}
    owned = [schema.kind(key) for key in schema.owned_kinds(kind.key) if key not in LISTED_ELSEWHERE]
    items = [each for each in owned if each is not None]
    pages = [
        _numbered_tab(group, fields, items) for group in dict.fromkeys(f.group for f in fields) if group in numbered
    ]
    rest = [field for field in fields if field.group not in numbered]
    pages.append(_fields_tab(rest, kind, named=bool(numbered)))
    pages += _item_tabs(each for each in items if each.number is None or not numbered)
    if AKKOORD.issubset(schema.owned_kinds(kind.key)):
        pages.append(Tab(tr("Akkoord"), (Block("", akkoord=True),)))
    if workflow.has_steps(kind.key):
        pages.append(Tab(tr(HISTORY), (Block("", history=True),)))
    return [page for page in pages if page.blocks]


def _numbered_tab(group: str, fields: list[Field], items: list[Kind]) -> Tab:
    numbered = [each for each in items if each.number is not None]
    return Tab(group, tuple(_among([field for field in fields if field.group == group], numbered)))


def _among(fields: Iterable[Field], items: Iterable[Kind]) -> Iterator[Block]:
    """Parts in the order of their numbers, those that are kept as items between them."""
    waiting = sorted(items, key=lambda each: each.number or 0)
    for field in fields:
        while waiting and field.number is not None and field.number > (waiting[0].number or 0):
            yield _items_block(waiting.pop(0))
        yield Block("", (field,))
    yield from map(_items_block, waiting)


def _fields_tab(fields: list[Field], kind: Kind, *, named: bool) -> Tab:
    groups = [(group, tuple(members)) for group, members in groupby(fields, key=lambda field: field.group)]
    title = groups[0][0] if named and groups else tr("Gegevens")
    people = kind.scope is Scope.PEOPLE
    blocks = [
        Block(group, members, people=people, aside=bool(group) and group == kind.aside) for group, members in groups
    ]
    return Tab(title, (*blocks, *_about_blocks(kind)))


def _about_blocks(kind: Kind) -> Iterator[Block]:
    """What is another's and about a record of this kind, under that other's name."""
    for each in map(schema.kind, schema.kinds_about(kind.key)):
        owner = schema.kind(each.owners[0]) if each else None
        if each and owner:
            yield Block(owner.plural, items=each, people=kind.scope is Scope.PEOPLE, about=True)


def intake(kind: Kind) -> list[Tab]:
    """The first questions on one page; nothing for a kind that asks everything at once."""
    fields, items = asked.fields(kind), asked.items(kind)
    if not fields:
        return []
    head = tuple(field for field in fields if field.number is None)
    parts = [field for field in fields if field.number is not None]
    blocks = [Block("", head), *_among(parts, [each for each in items if each.number is not None])]
    return [Tab(tr("Intake"), (*blocks, *(_items_block(each) for each in items if each.number is None)))]


def _item_tabs(items: Iterable[Kind]) -> Iterator[Tab]:
    pages: dict[str, list[Block]] = {}
    for kind in items:
        pages.setdefault(TOGETHER.get(kind.key, kind.plural), []).append(_items_block(kind))
    for title, blocks in pages.items():
        yield Tab(title if len(blocks) > 1 else blocks[0].heading, tuple(blocks))


def _items_block(kind: Kind) -> Block:
    return Block(kind.plural, items=kind, people=kind.scope is Scope.PEOPLE)
