"""How large a zip may be that comes from outside, whatever it is called; the reasons stand in docs/limits.md."""

MIB = 1 << 20

FILE = 64 * MIB
UNPACKED = 256 * MIB
MEMBERS = 2_000
RATIO = 200
RATIO_FROM = MIB


def too_dense(size: int, packed: int) -> bool:
    """Whether a member claims more than text can pack: a bomb."""
    return size > RATIO_FROM and size > RATIO * packed
