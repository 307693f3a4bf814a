"""An age file with a passphrase, by the published format, that costs a moment to lock and to unlock.

The library takes a second for each on purpose and has no setting for it. What it opens of this is an age file of a
stranger; how slow our own lock is, test_envelope tells.
"""

import hashlib
import hmac
import os
from base64 import b64encode

from nacl.bindings import crypto_aead_chacha20poly1305_ietf_encrypt

VERSION = b"age-encryption.org/v1"
LEAST_WORK = 1
MEMORY = 1 << 20
CHUNK = 1 << 16


def lock_quickly(data: bytes, passphrase: str, work: int = LEAST_WORK) -> bytes:
    """The bytes in a binary age file whose passphrase is quick to try, or as slow as `work` says."""
    file_key, salt, nonce = os.urandom(16), os.urandom(16), os.urandom(16)
    label = VERSION + b"/scrypt" + salt
    slow = hashlib.scrypt(
        passphrase.encode(), salt=label, n=1 << work, r=8, p=1, maxmem=MEMORY + (1100 << work), dklen=32
    )
    recipient = b"-> scrypt %s %d\n%s\n" % (_text(salt), work, _text(_seal(slow, bytes(12), file_key)))
    header = VERSION + b"\n" + recipient + b"---"
    mac = hmac.digest(_key(file_key, b"", b"header"), header, "sha256")
    return b"".join((header, b" ", _text(mac), b"\n", nonce, *_chunks(_key(file_key, nonce, b"payload"), data)))


def _chunks(key: bytes, data: bytes) -> list[bytes]:
    starts = range(0, max(len(data), 1), CHUNK)
    last = starts[-1]
    return [
        _seal(key, number.to_bytes(11) + bytes([at == last]), data[at : at + CHUNK]) for number, at in enumerate(starts)
    ]


def _key(secret: bytes, salt: bytes, purpose: bytes) -> bytes:
    """One block of HKDF."""
    return hmac.digest(hmac.digest(salt, secret, "sha256"), purpose + b"\x01", "sha256")


def _seal(key: bytes, nonce: bytes, data: bytes) -> bytes:
    return crypto_aead_chacha20poly1305_ietf_encrypt(data, None, nonce, key)


def _text(data: bytes) -> bytes:
    return b64encode(data).rstrip(b"=")
