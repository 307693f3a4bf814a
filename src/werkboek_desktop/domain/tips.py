"""Tips: the receipt of what is stored here, and what such a receipt of somebody else covers.

Everything here is about the changes of one scope, and about storage only: waiting changes count too.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from heapq import nlargest
from typing import Final, NamedTuple

from werkboek_desktop.domain.ids import ChangeId, WriterId

MOST: Final = 10_000
"""Tips of a scope in a bundle, which has room for those of two."""


class Link(NamedTuple):
    """A change's place in the chain of its writer."""

    writer: WriterId
    seq: int
    prev: ChangeId | None


def gap_free(links: Mapping[ChangeId, Link]) -> set[ChangeId]:
    """The changes whose chain is stored down to seq 1; a chain that miscounts has a gap for ever."""
    found: set[ChangeId] = set()
    for change, link in sorted(links.items(), key=lambda item: item[1].seq):
        if link.seq == 1 if link.prev is None else link.prev in found and _follows(links[link.prev], link):
            found.add(change)
    return found


def _follows(before: Link, link: Link) -> bool:
    return before.writer == link.writer and before.seq + 1 == link.seq


def tips(links: Mapping[ChangeId, Link]) -> tuple[ChangeId, ...]:
    """Sorted: the gap-free changes that no other gap-free change follows."""
    complete = gap_free(links)
    return tuple(sorted(complete - {links[change].prev for change in complete}))


def receipt(links: Mapping[ChangeId, Link]) -> tuple[ChangeId, ...]:
    """As many of the tips as a bundle has room for, those of the longest chains: fewer of them claim less, not more."""
    found = tips(links)
    most = nlargest(MOST, found, key=lambda id_: (links[id_].seq, id_))
    return found if len(most) == len(found) else tuple(sorted(most))


def covered(receipt: Iterable[ChangeId], links: Mapping[ChangeId, Link]) -> set[ChangeId]:
    """What the sender of a receipt has: its tips and their `prev`-ancestors. An unknown id claims nothing."""
    found: set[ChangeId] = set()
    todo = list(receipt)
    while todo:
        change = todo.pop()
        if change in links and change not in found:
            found.add(change)
            todo += filter(None, [links[change].prev])
    return found


def forks(links: Mapping[ChangeId, Link]) -> set[WriterId]:
    """The writers with two changes after the same one: a copied or restored file."""
    followers = Counter((link.writer, link.prev) for link in links.values())
    return {writer for (writer, _), count in followers.items() if count > 1}


def miscounted(links: Mapping[ChangeId, Link]) -> set[ChangeId]:
    """The changes whose number does not follow from the one before them, or that follow another writer's."""
    return {change for change, link in links.items() if not _counts(link, links)}


def _counts(link: Link, links: Mapping[ChangeId, Link]) -> bool:
    if link.prev is None or link.seq == 1:
        return link.prev is None and link.seq == 1
    return link.prev not in links or _follows(links[link.prev], link)
