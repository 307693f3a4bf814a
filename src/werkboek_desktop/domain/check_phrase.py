"""Six words that two people can read to each other over the telephone, to know that they mean one key."""

from collections.abc import Sequence
from hashlib import sha256

WORDS = 6
_BITS = 11


def check_phrase(key: bytes, words: Sequence[str]) -> str:
    """The phrase of a public key: 66 bits of its hash (docs/format.md). `words` are 2,048."""
    number = int.from_bytes(sha256(b"werkboek phrase" + key).digest()) >> (256 - WORDS * _BITS)
    places = (number >> _BITS * at & (1 << _BITS) - 1 for at in reversed(range(WORDS)))
    return " ".join(words[place] for place in places)
