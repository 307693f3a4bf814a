"""What is done to a bundle that is to be read: to its bytes, and to what is inside while the outside stays valid."""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from random import Random
from typing import Any

from tests.bundle.forging import members, repacked, resealed
from tests.bundle.fuzz_shapes import SHAPES, Shape
from tests.bundle.samples import KEY, SECRETS, WRITERS
from werkboek_desktop.bundle.assembly import NO_SALT, SEAL_BYTES, Assembly
from werkboek_desktop.bundle.container import Method, open_container, pack
from werkboek_desktop.bundle.lines import decode_lines
from werkboek_desktop.bundle.manifest import parse_manifest, parse_tables
from werkboek_desktop.bundle.writer import to_bytes
from werkboek_desktop.domain.change import Body, Change, Header, seal, signed_message
from werkboek_desktop.errors import Refusal

type Way = Callable[[Random, Shape], bytes]


# What is done to the bytes of a file.


def damaged(random: Random, shape: Shape) -> bytes:
    """Bytes changed, cut out, put in and doubled, anywhere."""
    return _damage(random, shape.file)


def spliced(random: Random, shape: Shape) -> bytes:
    """The beginning of one with the end of another."""
    other = random.choice(SHAPES).file
    return shape.file[: random.randrange(len(shape.file))] + other[random.randrange(len(other)) :]


def _damage(random: Random, data: bytes) -> bytes:
    buffer = bytearray(data)
    for _ in range(random.choice((1, 1, 1, 2, 4, 16))):
        at = random.randrange(len(buffer) + 1)
        size = random.choice((1, 1, 2, 4, 4, 8, 40, 200))
        random.choice(_DAMAGES)(random, buffer, at, size)
    return bytes(buffer)


def _flip(random: Random, buffer: bytearray, at: int, _size: int) -> None:
    if at < len(buffer):
        buffer[at] ^= 1 << random.randrange(8)


def _number(random: Random, buffer: bytearray, at: int, _size: int) -> None:
    value = random.choice((0, 1, 0x7F, 0x80, 0xFF, 0x7FFF, 0xFFFF, 0x7FFF_FFFF, 0xFFFF_FFFF, random.getrandbits(32)))
    size = 1 if value < 256 else 2 if value < 65_536 else 4
    buffer[at : at + size] = value.to_bytes(size, random.choice(("little", "big")))


def _cut(_random: Random, buffer: bytearray, at: int, size: int) -> None:
    del buffer[at : at + size]


def _put(random: Random, buffer: bytearray, at: int, size: int) -> None:
    buffer[at:at] = random.choice((random.randbytes(size), random.choice(TOKENS)))


def _double(_random: Random, buffer: bytearray, at: int, size: int) -> None:
    buffer[at:at] = buffer[at : at + size]


def _end(_random: Random, buffer: bytearray, at: int, _size: int) -> None:
    del buffer[at:]


_DAMAGES: tuple[Callable[[Random, bytearray, int, int], None], ...] = (_flip, _flip, _number, _cut, _put, _double, _end)
TOKENS = (
    *(b"PK\3\4", b"PK\1\2", b"PK\5\6", b"PK\6\7", b"mimetype", b"\nContent-Type: multipart/mixed; boundary=b\n\n--b\n"),
    *(b"[[[[[[[[[[[[[[", b'{"a":1,"a":2}', b"NaN", b"-0", b"1e9", b"9" * 5_000, b"null", b"[]", b"{}", b'""'),
    *(b"\xef\xbb\xbf", b"\\ud800", b"\xed\xa0\x80", b"\n", b"\r\n", b"\0"),
    *(b"age-encryption.org/v1\n", b"-----BEGIN AGE ENCRYPTED FILE-----"),
)


# What is done to what is inside; the outside is made valid again.


def text_inside(random: Random, shape: Shape) -> bytes:
    """Bytes of the members are damaged."""
    names = random.sample(("manifest", "tips", "changes", "seals"), random.choice((1, 1, 2)))
    return resealed_or_raw(shape.plain, dict.fromkeys(names, lambda data: _damage(random, data)))


def json_inside(random: Random, shape: Shape) -> bytes:
    """Parts of the JSON of the members become others."""
    names = random.sample(("manifest", "tips", "changes"), random.choice((1, 1, 1, 2)))
    return resealed_or_raw(shape.plain, dict.fromkeys(names, lambda data: _rewrite(random, data)))


def lines_signed(random: Random, shape: Shape) -> bytes:
    """The same with lines, after which every change that can be built is signed again by its writer."""
    return signed_again(resealed_or_raw(shape.plain, {"changes": lambda data: _rewrite(random, data)}))


def changes_signed(random: Random, shape: Shape) -> bytes:
    """Parts of headers and values become others, and are signed by whoever their writer is."""
    changes = list(shape.contents.changes)
    try:
        for _ in range(random.choice((1, 1, 2, 3)) if changes else 0):
            at = random.randrange(len(changes))
            changes[at] = _other_change(random, changes[at], changes)
        contents = replace(shape.contents, changes=changes, writers=_Everyone(shape.contents.writers))
        return to_bytes(contents, KEY)
    except (Refusal, ValueError, KeyError, TypeError, AttributeError):  # our writer does not write everything
        return signed_again(resealed_or_raw(shape.plain, {"changes": lambda data: _rewrite(random, data)}))


def another_zip(random: Random, shape: Shape) -> bytes:
    """Sound members in another order, packed in another way, doubled, left out, under other names."""
    inside = [(name, content) for name, content in members(shape.plain).items()]
    at = random.randrange(len(inside))
    name, content = inside[at]
    odd = ("../x", "attachments/", "attachments/" + "a" * 64, "mimetype", "x" * 300, "seals ", "Seals", "tips.json/")
    match random.randrange(5):
        case 0:
            random.shuffle(inside)
        case 1:
            inside.insert(random.randrange(len(inside) + 1), (random.choice((name, *odd)), content))
        case 2:
            del inside[at]
        case 3:
            inside[at] = (random.choice(odd), content)
        case _:
            inside[at] = (name, _damage(random, content))
    return pack((each, data, random.choice(list(Method))) for each, data in inside)


def resealed_or_raw(data: bytes, changed: Mapping[str, Callable[[bytes], bytes]]) -> bytes:
    """With a manifest that is JSON no more, only the zip is made valid."""
    try:
        return resealed(data, KEY, **changed)
    except (ValueError, TypeError, KeyError):
        inside = members(data)
        return repacked({name: changed.get(name.split(".")[0], bytes)(content) for name, content in inside.items()})


def signed_again(data: bytes) -> bytes:
    """Every change gets the signature of its writer, where changes can be built of these lines."""
    container = open_container(data)
    try:
        manifest, _hashes = parse_manifest(container.read("manifest.json"))
        tables = parse_tables(container.read("tips.json"), manifest)
        lines = list(decode_lines(container.pieces("changes.jsonl")))
        seals = container.read("seals").ljust(len(lines) * SEAL_BYTES, b"\0")[: len(lines) * SEAL_BYTES]
        ids = [writer.id(manifest.project) for writer in tables.writers]
        changes = Assembly(lines, tables, ids, seals).changes(None)
    except Refusal:
        return data
    keys = dict(zip(ids, tables.writers, strict=True))
    signed = (
        SECRETS[keys[each.header.writer].key].sign(signed_message(each.id)) + (each.body.salt if each.body else NO_SALT)
        for each in changes
    )
    return resealed(data, seals=lambda _old: b"".join(signed))


def _rewrite(random: Random, data: bytes) -> bytes:
    """A line, or all of a member, with one of its parts replaced, left out, doubled or swapped."""
    lines = data.split(b"\n")
    match random.randrange(8):
        case 0 if len(lines) > 2:
            at, other = random.randrange(len(lines) - 1), random.randrange(len(lines) - 1)
            lines[at], lines[other] = lines[other], lines[at]
        case 1:
            lines.insert(random.randrange(len(lines)), random.choice(lines))
        case 2 if len(lines) > 1:
            del lines[random.randrange(len(lines))]
        case _:
            at = random.randrange(max(1, len(lines) - 1))
            lines[at] = _other_json(random, lines[at])
    return b"\n".join(lines)


def _other_json(random: Random, line: bytes) -> bytes:
    try:
        whole = json.loads(line)
    except ValueError:
        return line
    for _ in range(random.choice((1, 1, 2))):
        whole = _other_part(random, whole)
    text = json.dumps(whole, ensure_ascii=False, sort_keys=random.random() < 0.95, separators=(",", ":"))
    return text.encode("utf-8", "surrogatepass")


def _other_part(random: Random, node: Any) -> Any:
    """The node with something in it changed: mostly deep down."""
    if isinstance(node, list) and node and random.random() < 0.85:
        at = random.randrange(len(node))
        match random.randrange(8):
            case 0:
                return node[:at] + node[at + 1 :]
            case 1:
                return [*node[:at], node[at], *node[at:]]
            case 2:
                return [*node[:at], random.choice(node), *node[at + 1 :]]
        return [*node[:at], _other_part(random, node[at]), *node[at + 1 :]]
    if isinstance(node, dict) and node and random.random() < 0.85:
        key = random.choice(list(node))
        if random.randrange(6) == 0:
            return {each: value for each, value in node.items() if each != key} | {random.choice(("x", key)): node[key]}
        return node | {key: _other_part(random, node[key])}
    if isinstance(node, int) and random.random() < 0.6:
        return node + random.choice((-2, -1, 1, 2, 10**6, 10**15, 10**20))
    if isinstance(node, str) and node and random.random() < 0.6:
        at = random.randrange(len(node))
        return node[:at] + random.choice(("", "0", "f", "Z", "\n", "\ud800", "é", "\0", "\x7f", node)) + node[at + 1 :]
    return random.choice(ODD)


ODD: tuple[Any, ...] = (
    *(None, True, False, 0, 1, -1, 2, 64, 10**15 - 1, 10**15, 1.5, "", "a", "edit", "erase", "fly", "work", "people"),
    *("ab" * 16, "ab" * 32, "AB" * 32, "a\nb", "x" * 501, "2026-02-30", [], [1], [[]], ["b", "a"], ["a", "b"]),
    *(
        [0, 0, ""],
        [0, 0, "x" * 200],
        [1, 2, 3],
        {},
        {"hash": None},
        {"hash": "ab" * 32},
        {"key": "0.5", "parent": None},
    ),
)


class _Everyone(dict[str, Any]):
    """Any writer has a table entry, so that a change of nobody can be written down."""

    def __missing__(self, _id: str) -> Any:
        return next(iter(self.values()))


def _other_change(random: Random, change: Change, others: list[Change]) -> Change:
    part = random.choice(Header._fields)
    donor = random.choice(others).header
    now = getattr(change.header, part)
    value = random.choice((getattr(donor, part), _other_part(random, list(now) if isinstance(now, tuple) else now)))
    parts = change.header._asdict() | {part: tuple(value) if isinstance(value, list) else value}
    header = Header(**parts)
    body = change.body
    if body and random.randrange(3) == 0:
        body = random.choice((None, Body(body.salt, random.choice((None, 1, "x", ("a",), True, body.value)))))
    if body and part != "value_hash":
        header = header._replace(value_hash=body.hash())
    writer = WRITERS.get(str(header.writer))
    return seal(header, body, (SECRETS[writer.key] if writer else KEY).sign)


RESEALED: tuple[Way, ...] = (text_inside, json_inside, lines_signed, changes_signed, another_zip)
WAYS: tuple[Way, ...] = (damaged, spliced, *RESEALED)
WEIGHTS = (40, 5, 10, 15, 15, 10, 5)
