"""The outer layer: an age file with a passphrase. Its header is bounded before the library spends time on it."""

import base64
import binascii
import re

import pyrage

from werkboek_desktop.apart import with_extra
from werkboek_desktop.bundle import limits
from werkboek_desktop.errors import BundleDamaged, LockTooHeavy, NotABundle, WrongPassphrase

_BINARY = b"age-encryption.org/v1\n"
_ARMOR_BEGIN = b"-----BEGIN AGE ENCRYPTED FILE-----"
_ARMOR_END = b"-----END AGE ENCRYPTED FILE-----"
_HEADER = re.compile(
    rb"age-encryption\.org/v1\n-> scrypt [A-Za-z0-9+/]{22} ([1-9][0-9]?)\n[A-Za-z0-9+/]{43}\n--- [A-Za-z0-9+/]{43}\n"
)


def is_locked(data: bytes) -> bool:
    """Whether this is an age file, binary or armored."""
    return data.startswith((_BINARY, _ARMOR_BEGIN))


def lock(data: bytes, passphrase: str) -> bytes:
    """The bytes in a binary age file."""
    return pyrage.passphrase.encrypt(data, passphrase)  # type: ignore[no-any-return]


def unlock(data: bytes, passphrase: str) -> bytes:
    """What is inside; raises BundleDamaged, LockTooHeavy, NotABundle, WrongPassphrase."""
    locked = _dearmor(data) if data.startswith(_ARMOR_BEGIN) else data
    check_header(locked)
    try:
        with with_extra():  # scrypt takes a gigabyte on purpose
            return pyrage.passphrase.decrypt(locked, passphrase)  # type: ignore[no-any-return]
    except pyrage.DecryptError as error:
        raise WrongPassphrase from error


def check_header(locked: bytes) -> None:
    """One passphrase, within limits; raises LockTooHeavy, NotABundle."""
    if locked.find(b"\n--- ", 0, limits.AGE_HEADER) < 0:
        raise LockTooHeavy
    header = _HEADER.match(locked)
    if header is None:
        raise NotABundle("een bestand dat op een andere manier op slot zit")
    if int(header[1]) > limits.SCRYPT_LOG2:
        raise LockTooHeavy


def _dearmor(data: bytes) -> bytes:
    lines = data.strip().replace(b"\r\n", b"\n").split(b"\n")
    if lines[-1] != _ARMOR_END or not all(len(line) == 64 for line in lines[1:-2]):
        raise BundleDamaged("slot")
    try:
        return base64.b64decode(b"".join(lines[1:-1]), validate=True)
    except binascii.Error as error:
        raise BundleDamaged("slot") from error
