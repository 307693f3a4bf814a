"""The age layer opens for its passphrase, and spends nothing on a header that is out of bounds."""

import base64

import pytest

from werkboek_desktop.bundle import limits
from werkboek_desktop.bundle.envelope import check_header, is_locked, lock, unlock
from werkboek_desktop.errors import BundleDamaged, LockTooHeavy, NotABundle, Refusal, WrongPassphrase

LOCKED = lock(b"geheim", "drie woorden samen")


def armored(data: bytes) -> bytes:
    text = base64.b64encode(data)
    lines = [text[at : at + 64] for at in range(0, len(text), 64)]
    return b"\n".join((b"-----BEGIN AGE ENCRYPTED FILE-----", *lines, b"-----END AGE ENCRYPTED FILE-----", b""))


def header(recipient: bytes) -> bytes:
    return b"age-encryption.org/v1\n" + recipient + b"--- " + b"A" * 43 + b"\n"


def scrypt(work: int) -> bytes:
    return b"-> scrypt " + b"A" * 22 + b" %d\n" % work + b"A" * 43 + b"\n"


def test_it_opens_binary_and_armored() -> None:
    assert is_locked(LOCKED)
    assert is_locked(armored(LOCKED))
    assert unlock(LOCKED, "drie woorden samen") == b"geheim"
    assert unlock(armored(LOCKED).replace(b"\n", b"\r\n"), "drie woorden samen") == b"geheim"


def test_another_passphrase_and_changed_bytes_are_refused() -> None:
    with pytest.raises(WrongPassphrase):
        unlock(LOCKED, "drie woorden")
    with pytest.raises(WrongPassphrase):
        unlock(LOCKED[:-1] + bytes([LOCKED[-1] ^ 1]), "drie woorden samen")


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


@pytest.mark.parametrize(
    "armor", [b"-----BEGIN AGE ENCRYPTED FILE-----", armored(LOCKED)[:-40], armored(LOCKED).replace(b"\nY", b"\n*")]
)
def test_broken_armor_is_refused(armor: bytes) -> None:
    with pytest.raises(BundleDamaged):
        unlock(armor, "drie woorden samen")


@pytest.mark.parametrize("length", [22, 60, 100, 120])
def test_a_truncated_lock_is_refused(length: int) -> None:
    with pytest.raises(Refusal):
        unlock(LOCKED[:length], "drie woorden samen")
