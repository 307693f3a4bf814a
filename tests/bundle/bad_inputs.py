"""What bad input there is: each a file that looks like a bundle, and the code of the refusal that it gets."""

import json
import struct
import zlib
from collections.abc import Callable, Collection, Iterator, Mapping
from random import Random

from tests.bundle.forging import GOOD, bomb, members, part, raw, repacked, resealed
from tests.bundle.samples import KEY, OTHER_KEY, Pen, contents, sealed_bytes
from tests.bundle.test_envelope import header, scrypt
from werkboek_desktop.bundle import limits
from werkboek_desktop.bundle.canonical import encode
from werkboek_desktop.bundle.container import Entry, Method, open_container, pack
from werkboek_desktop.bundle.writer import to_bytes
from werkboek_desktop.domain.change import Change, Op
from werkboek_desktop.domain.values import ValueType

DEEP = 5_000
INSIDE = members(GOOD)
TEXT = {"manifest.json", "tips.json", "changes.jsonl"}


def zipped(members_: list[tuple[str, bytes]]) -> bytes:
    """In our spelling, whatever is in it."""
    return pack((name, content, Method.BZIP2 if name in TEXT else Method.STORED) for name, content in members_)


def lying(name: str, **claims: int) -> bytes:
    """Both headers of a member say something else of it than what is there."""
    sound = list(open_container(GOOD).entries.values())
    entries = [entry._replace(**claims) if entry.name == name else entry for entry in sound]  # type: ignore[arg-type]
    pieces = []
    for entry, true in zip(entries, sound, strict=True):
        start = true.start + len(true.local_header())
        pieces += [entry.local_header(), GOOD[start : start + true.packed]]
    local = b"".join(pieces)
    return local + directory(entries, len(local))


def directory(entries: list[Entry], at: int) -> bytes:
    """A central directory and its end."""
    headers = b"".join(entry.central_header() for entry in entries)
    end = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, len(entries), len(entries), len(headers), at, 0)
    return headers + end


def patched(central_at: int, value: bytes) -> bytes:
    """The central header of the first member with other bytes."""
    at = GOOD.index(b"PK\1\2") + central_at
    return GOOD[:at] + value + GOOD[at + len(value) :]


def zip64_end() -> bytes:
    """The end of a zip of more than 4 GB before the usual one, with other counts."""
    end = GOOD.rindex(b"PK\5\6")
    big = struct.pack("<4sQ2H2I4Q", b"PK\6\6", 44, 45, 45, 0, 0, 1, 1, 46, 0)
    return GOOD[:end] + big + struct.pack("<4sIQI", b"PK\6\7", 0, end, 1) + GOOD[end:]


def zip64_sizes() -> bytes:
    """Sizes that stand in an extra field."""
    extra = struct.pack("<2H2Q", 1, 16, 30, 30)
    at = GOOD.index(b"PK\1\2")
    size = 46 + len("mimetype")
    first = GOOD[at : at + 20] + b"\xff" * 8 + GOOD[at + 28 : at + 30] + len(extra).to_bytes(2, "little")
    return GOOD[:at] + first + GOOD[at + 32 : at + size] + extra + GOOD[at + size :]


def between(junk: bytes) -> bytes:
    """Behind the first member."""
    at = GOOD.index(b"PK\3\4", 4)
    return GOOD[:at] + junk + GOOD[at:]


def manifest(forge: Callable[[bytes], bytes]) -> bytes:
    """Another manifest, signed by its sender."""
    return resealed(GOOD, manifest=forge)


def lines(forge: Callable[[bytes], bytes]) -> bytes:
    """Other lines, under valid hashes and the signature of the sender."""
    return resealed(GOOD, changes=forge)


def key_added(text: bytes) -> bytes:
    """One more key in the manifest, which a reader ignores."""
    return manifest(lambda data: data[:-1] + b',"zz":' + text + b"}")


def swapped(data: bytes) -> bytes:
    """Two lines in each other's place."""
    first, second, *rest = data.splitlines(keepends=True)
    return b"".join((second, first, *rest))


def repeated() -> bytes:
    """The last line twice, with its seal."""
    return resealed(
        sealed_bytes([Pen().write("x")]),
        changes=lambda data: data + b"[" + data[data.index(b"]") :].replace(b"]", b"[]", 1),
        seals=lambda data: data * 2,
    )


def foreign(signer: bytes) -> bytes:
    """The manifest signed by somebody else, or by nobody."""
    return repacked(INSIDE | {"signature": signer})


def unsorted_parents() -> bytes:
    """Signed by their writer."""
    return sealed_bytes([Pen().write("x", parents=("bb" * 32, "aa" * 32), depth=2)])


def withheld() -> bytes:
    """An edit without what it wrote, and no erase that explains it."""
    first = Pen().write("tekst")
    return sealed_bytes([Change(first.header, None, first.signature)])


def newer(data: bytes) -> bytes:
    """What a program of format 2 would say."""
    return encode(json.loads(data) | {"min_reader": 2}).encode()


NOISE = Random(1).randbytes(64)
DAMAGED: Mapping[str, bytes] = {
    # the zip
    "duplicate member names": zipped([*INSIDE.items(), ("seals", INSIDE["seals"])]),
    "a path out of the folder": zipped([*INSIDE.items(), ("attachments/../../evil", b"x")]),
    "an absolute path": zipped([*INSIDE.items(), ("/etc/passwd", b"x")]),
    "a path of Windows": zipped([*INSIDE.items(), ("C:\\evil.exe", b"x")]),
    "a folder among the members": zipped([*INSIDE.items(), ("attachments/", b"")]),
    "a link": patched(38, (0o120777 << 16).to_bytes(4, "little")),
    "a member of another disk": patched(34, b"\1\0"),
    "an encrypted member": patched(8, b"\1\0"),
    "a size that is too large": lying("tips.json", size=10_000),
    "a size that is too small": lying("tips.json", size=10),
    "a packed size past the end": lying("seals", packed=100_000),
    "a wrong CRC": lying("changes.jsonl", crc=zlib.crc32(b"")),
    "sizes that stand elsewhere": zip64_sizes(),
    "an end of zip64": zip64_end(),
    "junk between": between(NOISE),
    "junk behind": GOOD + NOISE,
    "two archives in one": GOOD + GOOD,
    "cut off": GOOD[:-100],
    "cut in two": GOOD[: len(GOOD) // 2],
    "a member missing": zipped([each for each in INSIDE.items() if each[0] != "seals"]),
    "a member with other bytes": repacked(INSIDE | {"tips.json": INSIDE["tips.json"] + b" "}),
    # JSON
    "depth in the manifest": key_added(b"[" * DEEP + b"]" * DEEP),
    "depth in a line": lines(raw(b'"drugslab"', b"[" * DEEP + b"]" * DEEP)),
    "objects in objects": key_added(b'{"a":' * DEEP + b"1" + b"}" * DEEP),
    "duplicate keys": manifest(lambda data: data[:-1] + b',"since":false}'),
    "duplicate keys in a line": lines(raw(b'{"hash":null}', b'{"hash":null,"hash":null}')),
    "NaN": key_added(b"NaN"),
    "NaN in a line": lines(raw(b"1764000000", b"NaN")),
    "infinity": key_added(b"Infinity"),
    "a fraction": key_added(b"1.5"),
    "a lone surrogate": key_added(b'"\\ud800"'),
    "a lone surrogate in a text": lines(raw(b"drugslab", b"\\udfff")),
    "a surrogate in UTF-8": lines(raw(b"drugslab", b"\xed\xa0\x80")),
    "bytes that are no text": lines(raw(b"drugslab", b"\xff\xfe")),
    "a BOM": manifest(lambda data: b"\xef\xbb\xbf" + data),
    "a BOM before the lines": lines(lambda data: b"\xef\xbb\xbf" + data),
    "5,000 digits": key_added(b"9" * DEEP),
    "5,000 digits in a line": lines(raw(b"1764000000", b"9" * DEEP)),
    "a space": lines(raw(b",", b", ")),
    "an escape": lines(raw(b"drugslab", b"drugsl\\u0061b")),
    "no end of the last line": lines(lambda data: data[:-1]),
    # changes
    "unsorted changes": resealed(GOOD, changes=swapped),
    "a repeated change": repeated(),
    "unsorted parents": unsorted_parents(),
    "a value withheld": withheld(),
    "a text that a delta makes of nothing": lines(part(1, 8, [0, 0, "x"])),
    "an erase with a value": sealed_bytes([Pen().write("tekst", op=Op.ERASE)]),
    "a value of another type": sealed_bytes([Pen().write("tekst", type=ValueType.INTEGER)]),
    "a photo that nobody names": repacked(INSIDE | {"attachments/" + "ab" * 32: b"x"}),
}
UNSIGNED: Mapping[str, bytes] = {
    "an altered kind": lines(raw(b'"case"', b'"cast"')),
    "an altered field": lines(raw(b'"summary"', b'"opening"')),
    "an altered value": resealed(sealed_bytes([Pen().write("x")]), changes=part(0, 8, "y")),
    "an altered time": resealed(sealed_bytes([Pen().write("x")]), changes=part(0, 6, 1)),
    "an altered owner": lines(part(5, 0, ["image", "cc" * 16, "ab" * 16, "file", "attachment"])),
    "an altered depth": resealed(sealed_bytes([Pen().write("x")]), changes=part(0, 5, 2)),
    "an altered parent": resealed(sealed_bytes([Pen().write("x")]), changes=part(0, 4, ["ab" * 32])),
    "no signature": foreign(bytes(64)),
    "the signature of somebody else": foreign(OTHER_KEY.sign(b"werkboek bundle" + INSIDE["manifest.json"])),
    "the seal of somebody else": sealed_bytes([Pen().write("Dit schreef Sanne nooit.", signer=OTHER_KEY)]),
    "a change without a signature": sealed_bytes([Pen().write("x", signature=bytes(64))]),
}
TOO_LARGE: Mapping[str, Callable[[], bytes]] = {
    "a ratio bomb": lambda: lying("tips.json", size=limits.RATIO_FROM + 1, packed=1),
    "a quine of sizes": lambda: lying("tips.json", size=limits.UNPACKED),
    "65,535 members": lambda: GOOD[:-14] + b"\xff\xff\xff\xff" + GOOD[-10:],
    "a delta bomb": lambda: bomb(2_600),
    "5,000 locks": lambda: header(scrypt(10) * 5_000),
    "a lock of 34 seconds": lambda: header(scrypt(22)),
}
"""Made where they are read: one takes a second."""
OTHER: Mapping[str, tuple[bytes, str]] = {
    "another project": (to_bytes(contents([], project="11" * 16), KEY), "other_project"),
    "a newer format": (manifest(newer), "newer_format"),
    "people posing as work": (sealed_bytes([Pen().write("Sanne", kind="attendee")]), "wrong_scope"),
    "junk before a bundle": (NOISE + GOOD, "not_a_bundle"),
    "an empty file": (b"", "not_a_bundle"),
    "a PDF with the wrong name": (b"%PDF-1.7\n", "not_a_bundle"),
    "a spreadsheet": (zipped([("xl/workbook.xml", b"<x/>")]), "not_a_bundle"),
    "a lock of another kind": (header(b"-> X25519 " + b"A" * 43 + b"\n" + b"A" * 43 + b"\n"), "not_a_bundle"),
}


def bad_inputs(without: Collection[str] = ()) -> Iterator[tuple[str, bytes, str]]:
    """Name, bytes and code of each, but for those."""
    for code, files in (("damaged", DAMAGED), ("bad_signature", UNSIGNED)):
        for name, data in files.items():
            if name not in without:
                yield name, data, code
    for name, make in TOO_LARGE.items():
        if name not in without:
            yield name, make(), "too_large"
    for name, (data, code) in OTHER.items():
        if name not in without:
            yield name, data, code
