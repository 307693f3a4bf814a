"""What this computer's key signs others can verify."""

from tests.bundle.samples import KEY, OTHER, OTHER_KEY, WORK, Pen
from werkboek_desktop.bundle.keys import verify, verify_change


def test_a_signature_holds_for_its_key_and_message_only() -> None:
    signature = KEY.sign(b"hallo")
    assert verify(KEY.public, b"hallo", signature)
    assert not verify(OTHER_KEY.public, b"hallo", signature)
    assert not verify(KEY.public, b"hallo!", signature)
    assert not verify(KEY.public, b"hallo", signature[:-1])
    assert not verify(b"short", b"hallo", signature)
    assert not verify(bytes(32), b"hallo", bytes(64))


def test_a_change_holds_by_the_key_of_its_writer_only() -> None:
    assert verify_change(Pen().write("een"), WORK.key)
    assert not verify_change(Pen().write("een"), OTHER.key)
    assert not verify_change(Pen(OTHER).write("twee", signature=bytes(64)), OTHER.key)
