"""Identities: random where something is made, derived where two computers must make the same thing."""

from collections.abc import Callable
from hashlib import sha256

type RecordId = str
"""32 lowercase hex digits: 16 random bytes, or derived from other ids. Never from a name."""
type ChangeId = str
"""64 lowercase hex digits: SHA-256 of the change's canonical header."""
type WriterId = str
"""64 lowercase hex digits; the formula stands in docs/format.md."""
type Entropy = Callable[[int], bytes]
"""Gives n random bytes; passed in, so that tests and the demo can be repeated."""


def new_record_id(entropy: Entropy) -> RecordId:
    """A random record id."""
    return entropy(16).hex()


def is_record_id(text: str) -> bool:
    """Whether a record can have this id."""
    return len(text) == 32 and set(text) <= set("0123456789abcdef")


def derived_id(label: str, *ids: RecordId) -> RecordId:
    """The id of what must be one thing on every computer, such as the attendance of one person at one day."""
    return sha256("\0".join(("werkboek id", label, *ids)).encode()).hexdigest()[:32]


def workbook_id(project: str) -> RecordId:
    """The one workbook of a project."""
    return derived_id("workbook", project)


def attendance_id(masterclass: RecordId, attendee: RecordId) -> RecordId:
    """The attendance of an attendee at a masterclass."""
    return derived_id("attendance", masterclass, attendee)


def converted_case_id(signup: RecordId) -> RecordId:
    """The first case made from a sign-up."""
    return derived_id("case of signup", signup)


def writer_id(project: str, scope: str, public_key: bytes, nonce: bytes) -> WriterId:
    """Binds a writer to project, scope and key (docs/format.md)."""
    digest = sha256(b"werkboek writer\0" + bytes.fromhex(project) + scope.encode() + b"\0" + public_key + nonce)
    return digest.hexdigest()
