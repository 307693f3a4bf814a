"""What a person decided may stay, and why. It holds for one finding in one sentence, and for no other words."""

from enum import StrEnum
from hashlib import sha256

from werkboek_desktop.domain import lists


class Ground(StrEnum):
    """Why something may stay."""

    NOBODY = "nobody"
    AGREED = "agreed"
    PUBLIC = "public"
    INVENTED = "invented"
    COMPOSITE = "composite"
    OTHER = "other"


GROUNDS = {Ground(option.key): option.label for option in lists.GROUND}


def fingerprint(text: str, salt: bytes) -> str:
    """Says of a text whether it is this one, and not what it is: the words of a clearance stand nowhere in it."""
    return f"{salt.hex()}.{_digest(text, salt)}"


def is_of(print_: object, text: str) -> bool:
    """Whether a fingerprint is that of a text; what is none is of no text."""
    salt, _dot, digest = str(print_ or "").partition(".")
    try:
        return _digest(text, bytes.fromhex(salt)) == digest
    except ValueError:
        return False


def _digest(text: str, salt: bytes) -> str:
    return sha256(b"werkboek privacy\0" + salt + text.encode()).hexdigest()
