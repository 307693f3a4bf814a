"""How fields and list items are divided over tabs: worked out from the schema, so a new field needs nothing here."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from werkboek_desktop.domain import schema
from werkboek_desktop.domain.change import Scope
from werkboek_desktop.domain.fields import Field, Kind, Surface
from werkboek_desktop.ui.words import tr

TOGETHER = {
    "result": "Resultaten",
    "timeline": "Resultaten",
    "quote": "Beelden",
    "image": "Beelden",
    "source": "Bronnen",
    "document": "Bronnen",
    "contact": "Contact",
    "proof": "Akkoord",
    "approval": "Akkoord",
    "comment": "Akkoord",
}
"""List items that share a tab; any other kind has a tab of its own."""
LISTED_ELSEWHERE = frozenset({"chapter"})
"""Kinds with an owner that have a place of their own in the rail."""


class Block(NamedTuple):
    """Fields under a heading, or the items of a kind."""

    heading: str
    fields: tuple[Field, ...] = ()
    items: Kind | None = None
    people: bool = False
    """Whether all of it is about people, so that no field needs saying so."""


class Tab(NamedTuple):
    """One page of a form."""

    title: str
    blocks: tuple[Block, ...]


def tabs(kind: Kind) -> list[Tab]:
    """The pages of a form: first the numbered parts, then the other fields, then the lists."""
    fields = [field for field in kind.fields if Surface.FORM in field.appears]
    numbered = {field.group for field in fields if field.number is not None and field.group}
    owned = [schema.kind(key) for key in schema.owned_kinds(kind.key) if key not in LISTED_ELSEWHERE]
    items = [each for each in owned if each is not None]
    pages = [
        _numbered_tab(group, fields, items) for group in dict.fromkeys(f.group for f in fields) if group in numbered
    ]
    rest = [field for field in fields if field.group not in numbered]
    pages.append(_fields_tab(rest, named=bool(numbered), people=kind.scope is Scope.PEOPLE))
    pages += _item_tabs(each for each in items if each.number is None or not numbered)
    return [page for page in pages if page.blocks]


def _numbered_tab(group: str, fields: list[Field], items: list[Kind]) -> Tab:
    blocks: list[Block] = []
    waiting = sorted((each for each in items if each.number is not None), key=lambda each: each.number or 0)
    for field in (field for field in fields if field.group == group):
        while waiting and field.number is not None and field.number > (waiting[0].number or 0):
            blocks.append(_items_block(waiting.pop(0)))
        blocks.append(Block("", (field,)))
    blocks += map(_items_block, waiting)
    return Tab(group, tuple(blocks))


def _fields_tab(fields: list[Field], *, named: bool, people: bool) -> Tab:
    groups = [(group, tuple(members)) for group, members in groupby(fields, key=lambda field: field.group)]
    title = groups[0][0] if named and groups else tr("Gegevens")
    return Tab(title, tuple(Block(group, members, people=people) for group, members in groups))


def _item_tabs(items: Iterable[Kind]) -> Iterator[Tab]:
    pages: dict[str, list[Block]] = {}
    for kind in items:
        pages.setdefault(TOGETHER.get(kind.key, kind.plural), []).append(_items_block(kind))
    for title, blocks in pages.items():
        yield Tab(title, tuple(blocks))


def _items_block(kind: Kind) -> Block:
    return Block(kind.plural, items=kind, people=kind.scope is Scope.PEOPLE)
