"""The age layer opens for its passphrase, and spends nothing on a header that is out of bounds."""

import base64

import pytest

from tests.bundle.age import CHUNK, lock_quickly
from werkboek_desktop.bundle import limits
from werkboek_desktop.bundle.envelope import check_header, is_locked, lock, unlock
from werkboek_desktop.errors import BundleDamaged, LockTooHeavy, NotABundle, Refusal, WrongPassphrase


@pytest.fixture(scope="module")
def locked() -> bytes:
    """By our own lock: a fixture of the module comes before the quick one of each test."""
    return lock(b"geheim", "drie woorden samen")


def armored(data: bytes) -> bytes:
    text = base64.b64encode(data)
    lines = [text[at : at + 64] for at in range(0, len(text), 64)]
    return b"\n".join((b"-----BEGIN AGE ENCRYPTED FILE-----", *lines, b"-----END AGE ENCRYPTED FILE-----", b""))


def header(recipient: bytes) -> bytes:
    return b"age-encryption.org/v1\n" + recipient + b"--- " + b"A" * 43 + b"\n"


def scrypt(work: int) -> bytes:
    return b"-> scrypt " + b"A" * 22 + b" %d\n" % work + b"A" * 43 + b"\n"


def test_it_opens_binary_and_armored(locked: bytes) -> None:
    letters = armored(lock_quickly(b"geheim", "drie woorden samen"))
    assert is_locked(locked)
    assert is_locked(letters)
    assert unlock(locked, "drie woorden samen") == b"geheim"
    assert unlock(letters.replace(b"\n", b"\r\n"), "drie woorden samen") == b"geheim"


def test_a_passphrase_is_slow_to_try(locked: bytes) -> None:
    """At least 2^15 rounds of scrypt; the library takes as many as make a second on this machine."""
    assert int(locked.split(maxsplit=5)[4]) > 14


def test_another_passphrase_and_changed_bytes_are_refused() -> None:
    locked = lock_quickly(b"geheim", "drie woorden samen")
    with pytest.raises(WrongPassphrase):
        unlock(locked, "drie woorden")
    with pytest.raises(WrongPassphrase):
        unlock(locked[:-1] + bytes([locked[-1] ^ 1]), "drie woorden samen")


def test_an_age_file_of_a_stranger_opens() -> None:
    for length in (0, 1, CHUNK, CHUNK + 1):
        assert unlock(lock_quickly(b"x" * length, "één zin"), "één zin") == b"x" * length


def test_the_work_factor_is_bounded() -> None:
    check_header(header(scrypt(limits.SCRYPT_LOG2)))
    for work in (limits.SCRYPT_LOG2 + 1, 22, 63, 99):
        with pytest.raises(LockTooHeavy):
            unlock(header(scrypt(work)), "x")


def test_the_header_is_bounded() -> None:
    padding = limits.AGE_HEADER - len(b"age-encryption.org/v1\n") - len(b"\n--- ")
    with pytest.raises(NotABundle):
        check_header(b"age-encryption.org/v1\n" + b"x" * padding + b"\n--- ")
    with pytest.raises(LockTooHeavy):
        check_header(b"age-encryption.org/v1\n" + b"x" * (padding + 1) + b"\n--- ")
    with pytest.raises(LockTooHeavy):
        unlock(header(scrypt(10) * 5_000), "x")


@pytest.mark.parametrize(
    "recipient", [scrypt(10) * 2, b"-> X25519 " + b"A" * 43 + b"\n" + b"A" * 43 + b"\n", b"", scrypt(0), scrypt(100)]
)
def test_another_lock_than_one_passphrase_is_named(recipient: bytes) -> None:
    with pytest.raises(NotABundle, match="op slot"):
        unlock(header(recipient), "x")


ARMORED = armored(lock_quickly(b"geheim", "drie woorden samen"))


@pytest.mark.parametrize(
    "armor", [b"-----BEGIN AGE ENCRYPTED FILE-----", ARMORED[:-40], ARMORED.replace(b"\nY", b"\n*")]
)
def test_broken_armor_is_refused(armor: bytes) -> None:
    with pytest.raises(BundleDamaged):
        unlock(armor, "drie woorden samen")


@pytest.mark.parametrize("length", [22, 60, 100, 120])
def test_a_truncated_lock_is_refused(length: int) -> None:
    with pytest.raises(Refusal):
        unlock(lock_quickly(b"geheim", "drie woorden samen")[:length], "drie woorden samen")
