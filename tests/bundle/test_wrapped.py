"""Bundles are found in what mail puts round them, and looking for them costs no more than it may."""

import io
import zipfile
from collections.abc import Callable
from contextlib import suppress
from email import policy
from email.message import EmailMessage
from random import Random

import pytest

from tests.bundle.age import lock_quickly
from tests.bundle.forging import GOOD
from tests.bundle.samples import Pen, sealed_bytes
from tests.bundle.test_envelope import armored
from werkboek_desktop.bundle import limits
from werkboek_desktop.bundle.wrapped import Found, bundles
from werkboek_desktop.domain.archives import MIB
from werkboek_desktop.errors import BundleDamaged, BundleTooLarge, NotABundle, Refusal

OTHER = sealed_bytes([Pen().write("Een ander pakket.")])


def zipped(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def mail(attached: dict[str, bytes], encoding: str = "base64", text: str = "Hoi Bert,\n\nHierbij.\n") -> bytes:
    message = EmailMessage(policy=policy.SMTP)
    message["From"], message["To"], message["Subject"] = "Anna <anna@x.example>", "bert@x.example", "Pakket één"
    message.set_content(text)
    for name, content in attached.items():
        message.add_attachment(content, "application", "octet-stream", filename=name, cte=encoding)
    return message.as_bytes()


def forwarded(inner: bytes) -> bytes:
    """A message with a message in it, as Outlook and Thunderbird attach one."""
    lines = [
        b"MIME-Version: 1.0",
        b'Content-Type: multipart/mixed; boundary="outer=_1"',
        b"",
        b"Dit is een bericht in delen.",
        b"--outer=_1",
        b"",
        b"Zie bijlage.",
        b"--outer=_1",
        b"Content-Type: message/rfc822",
        b"Content-Disposition: attachment; filename*=utf-8''brief%20%C3%A9%C3%A9n.eml",
        b"",
        inner,
        b"--outer=_1--",
        b"",
    ]
    return b"\n".join(lines)


def multipart(depth: int, leaf: bytes) -> bytes:
    """Parts in parts in parts."""
    for level in range(depth):
        head = b'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (level, level)
        leaf = head + leaf + b"\n--b%d--\n" % level
    return leaf


WRAPPED: dict[str, tuple[bytes, list[Found]]] = {
    "as it is": (GOOD, [Found("", GOOD)]),
    "in a zip": (zipped({"lees mij.txt": b"Hoi", "map/x (2).wbx": GOOD}), [Found("x (2).wbx", GOOD)]),
    "stored in a zip": (zipped({"a": GOOD}, zipfile.ZIP_STORED), [Found("a", GOOD)]),
    "under any name": (zipped({"a.wbx.txt": GOOD, "b.wbx": b"%PDF-1.7"}), [Found("a.wbx.txt", GOOD)]),
    "two in a zip": (zipped({"a": GOOD, "b": OTHER}), [Found("a", GOOD), Found("b", OTHER)]),
    "in a mail": (mail({"anna.wbx": GOOD}), [Found("anna.wbx", GOOD)]),
    "quoted-printable": (mail({"anna.wbx": GOOD}, "quoted-printable"), [Found("anna.wbx", GOOD)]),
    "several in a mail": (
        mail({"één.wbx": GOOD, "foto.png": b"\x89PNG", "twee.wbx": OTHER}),
        [Found("één.wbx", GOOD), Found("twee.wbx", OTHER)],
    ),
    "with line ends of Unix": (mail({"a": GOOD}).replace(b"\r\n", b"\n"), [Found("a", GOOD)]),
    "two of one name": (
        zipped({"een/a.wbx": GOOD, "twee/a.wbx": OTHER, "b": GOOD, "drie/b": OTHER}),
        [Found("a.wbx", GOOD), Found("a (2).wbx", OTHER), Found("b", GOOD), Found("b (2)", OTHER)],
    ),
    "forwarded": (forwarded(mail({"a.wbx": GOOD})), [Found("a.wbx", GOOD)]),
    "forwarded twice": (forwarded(forwarded(mail({"a.wbx": GOOD}))), [Found("a.wbx", GOOD)]),
    "a zip in a mail": (mail({"a.zip": zipped({"in.wbx": GOOD})}), [Found("in.wbx", GOOD)]),
    "a mail in a zip": (zipped({"a.eml": mail({"in.wbx": GOOD})}), [Found("in.wbx", GOOD)]),
    "a mail that is a bundle and nothing else": (
        b"Content-Type: application/octet-stream\nMIME-Version: 1.0\nContent-Transfer-Encoding: BASE64\n\n"
        + mail({"a": GOOD}).split(b"base64")[-1].split(b"\r\n\r\n")[1].split(b"--")[0],
        [Found("", GOOD)],
    ),
    "a path of a stranger": (zipped({"../../etc/\x1b[2Jp": GOOD}), [Found("[2Jp", GOOD)]),
    "a path of Windows": (zipped({"C:\\Temp\\a.wbx": GOOD}), [Found("a.wbx", GOOD)]),
}


@pytest.mark.parametrize(("data", "found"), WRAPPED.values(), ids=WRAPPED.keys())
def test_bundles_are_found_by_their_content(data: bytes, found: list[Found]) -> None:
    assert bundles(data) == found


@pytest.mark.parametrize("lock", [lambda data: data, armored], ids=["binary", "armored"])
def test_locked_bundles_are_found_too(lock: Callable[[bytes], bytes]) -> None:
    locked = lock(lock_quickly(GOOD, "drie woorden samen"))
    assert bundles(locked) == [Found("", locked)]
    assert bundles(mail({"a.age": locked})) == [Found("a.age", locked)]
    assert bundles(zipped({"a.txt": locked})) == [Found("a.txt", locked)]


NOTHING: dict[str, tuple[bytes, str]] = {
    "a zip of photos": (zipped({"a.png": b"\x89PNG"}), "een zip-, Word- of Excel-bestand"),
    "a mail with a photo": (mail({"a.png": b"\x89PNG"}), "een mail zonder pakket erin"),
    "a mail of text": (mail({}), "een mail zonder pakket erin"),
    "a mail that ends in its header": (b"Subject: x\nMIME-Version: 1.0\n", "een mail zonder pakket erin"),
    "parts without a boundary": (
        b"MIME-Version: 1.0\nContent-Type: multipart/mixed\n\n--\n\nx",
        "een mail zonder pakket erin",
    ),
    "a boundary without end": (
        b'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="%s"\n\nx' % (b"b" * 201),
        "een mail zonder pakket erin",
    ),
    "a header that Python's parser fails at": (
        b"MIME-Version: 1.0\nContent-Type: a/b\nContent-Disposition: x; filename*0*=\xff; filename*x*=1\n\nx",
        "een mail zonder pakket erin",
    ),
    "text with a colon": (b"Let op: dit is geen mail.", "een tekstbestand"),
}


@pytest.mark.parametrize(("data", "what"), NOTHING.values(), ids=NOTHING.keys())
def test_where_there_is_none_it_is_said_what_it_is(data: bytes, what: str) -> None:
    with pytest.raises(NotABundle) as refused:
        bundles(data)
    assert refused.value.message == f"Dit is geen pakket maar {what}."


def locked_zip() -> bytes:
    data = bytearray(zipped({"a.wbx": GOOD}))
    for start, at in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        data[data.index(start) + at] |= 1
    return bytes(data)


def test_a_zip_with_a_password_is_named() -> None:
    with pytest.raises(NotABundle, match="wachtwoord"):
        bundles(locked_zip())


DAMAGED: dict[str, bytes] = {
    "a wrong CRC": zipped({"a": GOOD}, zipfile.ZIP_STORED).replace(GOOD[-40:], bytes(40), 1),
    "a member cut short": zipped({"a": GOOD})[:200] + zipped({"a": GOOD})[260:],
    "base64 that ends too early": b"MIME-Version: 1.0\nContent-Transfer-Encoding: base64\n\nUEsDB",
}


@pytest.mark.parametrize("data", DAMAGED.values(), ids=DAMAGED.keys())
def test_damage_is_refused(data: bytes) -> None:
    with pytest.raises(BundleDamaged):
        bundles(data)


def fits(data: bytes) -> None:
    assert bundles(data)


def too_large(data: bytes) -> None:
    with pytest.raises(BundleTooLarge):
        bundles(data)


def test_layers() -> None:
    leaf = b"Content-Type: application/octet-stream\n\n" + GOOD
    fits(multipart(limits.NESTED - 1, leaf))
    too_large(multipart(limits.NESTED, leaf))
    inside = GOOD
    for _layer in range(limits.NESTED):
        inside = zipped({"a": inside})
    fits(inside)
    too_large(zipped({"a": inside}))


def test_bundles_in_one_file() -> None:
    many = {f"{at}.wbx": OTHER for at in range(limits.BUNDLES)}
    fits(zipped(many))
    too_large(zipped(many | {"more": OTHER}))


def test_parts() -> None:
    def parts(count: int) -> bytes:
        head = b'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n\n'
        return head + b"--b\n\nx\n" * count + b"--b\n\n" + GOOD + b"\n--b--\n"

    fits(parts((limits.PARTS - 4) // 2))
    too_large(parts(limits.PARTS))
    many = {f"{at}.txt": b"x" for at in range(limits.PARTS - 2)}
    fits(zipped(many | {"a.wbx": GOOD}))
    too_large(zipped(many | {"a.wbx": GOOD, "b.txt": b"x"}))


def test_header_of_a_mail() -> None:
    def padded(size: int) -> bytes:
        head = b"MIME-Version: 1.0\nX: "
        return head + b"x" * (size - len(head) - 2) + b"\n\n" + GOOD

    fits(padded(limits.MAIL_HEADER))
    with pytest.raises(NotABundle):
        bundles(padded(limits.MAIL_HEADER + 1))


def test_directory_of_a_zip() -> None:
    def padded(size: int) -> bytes:
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            names = [f"{at:03}" + "n" * 60_000 for at in range(17)]
            for name in names:
                archive.writestr(name, b"")
            archive.writestr("a", GOOD)
            rest = size - sum(46 + len(name) for name in names) - 47
            archive.infolist()[-1].comment = b"c" * rest
        return buffer.getvalue()

    fits(padded(limits.DIRECTORY))
    with pytest.raises(NotABundle):
        bundles(padded(limits.DIRECTORY + 1))


def test_all_that_is_unpacked_is_counted_together() -> None:
    """Zips in a zip claim little each, and much together."""
    noise = Random(1).randbytes(MIB // 2)
    inner = zipped({"a.zip": b"PK\3\4" + noise * 120}, zipfile.ZIP_DEFLATED)
    assert len(inner) < MIB * 64
    too_large(zipped({f"{at}.zip": inner for at in range(4)}, zipfile.ZIP_STORED))


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    too_large(zipped({"a.wbx": bytes(2 * MIB)}))


@pytest.mark.parametrize("name", ["zip", "mail"])
def test_a_flipped_byte_ends_in_a_bundle_or_a_refusal(name: str) -> None:
    data = zipped({"a": OTHER}) if name == "zip" else mail({"a": OTHER})
    for at in range(len(data)):
        damaged = bytearray(data)
        damaged[at] ^= 1 << at % 8
        with suppress(Refusal):
            assert all(isinstance(found, Found) for found in bundles(bytes(damaged)))


def test_a_large_mail_is_looked_through_in_one_pass() -> None:
    with pytest.raises(NotABundle):
        bundles(mail({"a": Random(1).randbytes(20 * MIB)}))
