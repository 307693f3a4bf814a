"""Ed25519: this computer's own key, and whether somebody else's signature is real."""

from nacl.exceptions import BadSignatureError
from nacl.signing import SigningKey, VerifyKey

from werkboek_desktop.domain.change import Change, signed_message

_SAME_PERSON = b"werkboek key"


class OwnKey:
    """A key that signs. The secret does not leave this object."""

    def __init__(self, seed: bytes) -> None:
        self._key = SigningKey(seed)
        self.public: bytes = bytes(self._key.verify_key)

    def sign(self, message: bytes) -> bytes:
        """64 bytes."""
        return bytes(self._key.sign(message).signature)


def verify(key: bytes, message: bytes, signature: bytes) -> bool:
    """Whether this public key signed the message."""
    try:
        VerifyKey(key).verify(message, signature)
    except (BadSignatureError, ValueError):
        return False
    return True


def vouch(own: OwnKey, key: bytes) -> bytes:
    """A statement that another key is of the same person."""
    return own.sign(_SAME_PERSON + key)


def verify_vouch(by: bytes, key: bytes, statement: bytes) -> bool:
    """Whether this public key stated that."""
    return verify(by, _SAME_PERSON + key, statement)


def verify_change(change: Change, key: bytes) -> bool:
    """Whether the writer's key sealed this change."""
    return verify(key, signed_message(change.id), change.signature)
