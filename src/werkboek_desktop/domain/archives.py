"""How large a zip may be that comes from outside, whatever it is called; the reasons stand in docs/limits.md."""

from collections.abc import Iterable
from typing import NamedTuple

MIB = 1 << 20

FILE = 64 * MIB
UNPACKED = 256 * MIB
MEMBERS = 2_000
RATIO = 200
RATIO_FROM = MIB


def too_dense(size: int, packed: int) -> bool:
    """Whether a member claims more than text can pack: a bomb."""
    return size > RATIO_FROM and size > RATIO * packed


class Excess(NamedTuple):
    """A limit that is passed: of what there is too much, in Dutch, how many of that, and how many there may be."""

    what: str
    found: int
    most: int


def excess(members: Iterable[tuple[str, int, int]]) -> Excess | None:
    """What a zip whose members claim these names, sizes and packed sizes has too much of; None: nothing."""
    members = list(members)
    if len(members) > MEMBERS:
        return Excess("bestanden erin", len(members), MEMBERS)
    unpacked = sum(size for _name, size, _packed in members)
    if unpacked > UNPACKED:
        return Excess("bytes uitgepakt", unpacked, UNPACKED)
    for name, size, packed in members:
        if too_dense(size, packed):
            return Excess(f"maal uitgepakt ({name[:80]})", size // max(1, packed), RATIO)
    return None
