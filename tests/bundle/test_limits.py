"""Each limit of a bundle holds at its value and one past it. Those of age: test_envelope, of JSON: test_canonical."""

import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from random import Random

import pytest

from tests.bundle.forging import members, opened, repacked, resealed
from tests.bundle.samples import KEY, OTHER_KEY, SCOPES, Pen, contents, sealed_bytes
from werkboek_desktop.bundle import limits
from werkboek_desktop.bundle.canonical import encode
from werkboek_desktop.bundle.container import Entry, Method, open_container, pack
from werkboek_desktop.bundle.lines import decode_lines, encode_lines
from werkboek_desktop.bundle.manifest import Tables, Writer, parse_manifest, parse_tables, tables_bytes
from werkboek_desktop.bundle.reader import read
from werkboek_desktop.bundle.source import BUNDLE_START, load
from werkboek_desktop.bundle.writer import to_bytes, write
from werkboek_desktop.domain.archives import MIB
from werkboek_desktop.domain.change import MAX_PARENTS
from werkboek_desktop.domain.values import PROSE_CHARACTERS, SET_ELEMENTS, VALUE_BYTES, BadValue, ValueType, check
from werkboek_desktop.errors import BadSignature, BundleDamaged, BundleTooLarge

MANIFEST = parse_manifest(members(sealed_bytes([]))["manifest.json"])[0]


def too_large(act: Callable[[], object]) -> None:
    with pytest.raises(BundleTooLarge):
        act()


def claimed(*entries: tuple[int, int]) -> bytes:
    """An archive whose members claim these packed and unpacked sizes, and that ends there."""
    made = [Entry(f"{at:04}", Method.DEFLATE, 0, packed, size, 0) for at, (packed, size) in enumerate(entries)]
    directory = b"".join(entry.central_header() for entry in made)
    end = len(made).to_bytes(2, "little") * 2 + len(directory).to_bytes(4, "little") + bytes(6)
    return directory + b"PK\5\6" + bytes(4) + end


def test_file(tmp_path: Path) -> None:
    path = tmp_path / "a.wbx"
    with path.open("wb") as file:
        file.write(BUNDLE_START + bytes(26) + b"mimetype")
        file.truncate(limits.FILE)
    assert len(load(path)) == limits.FILE
    with path.open("ab") as file:
        file.truncate(limits.FILE + 1)
    too_large(lambda: load(path))


def test_file_when_written(tmp_path: Path) -> None:
    photos = {}
    for seed in range(3):
        data = Random(seed).randbytes(limits.FILE // 3)
        photos[sha256(data).hexdigest()] = data
    pen = Pen()
    named = [pen.write(name, field=f"file{at}", type=ValueType.ATTACHMENT) for at, name in enumerate(photos)]
    too_large(lambda: write(tmp_path / "a.wbx", contents(named, attachments=photos), KEY))
    assert list(tmp_path.iterdir()) == []


def test_unpacked_size_is_counted_before_unpacking() -> None:
    most = limits.UNPACKED // MIB
    with pytest.raises(BundleDamaged):
        open_container(claimed(*[(1, MIB)] * most))
    too_large(lambda: open_container(claimed(*[(1, MIB)] * most, (1, 1))))


def test_ratio_is_counted_before_unpacking() -> None:
    for size, packed in [(limits.RATIO_FROM, 1), (2 * limits.RATIO_FROM, 2 * limits.RATIO_FROM // limits.RATIO + 1)]:
        with pytest.raises(BundleDamaged):
            open_container(claimed((packed, size)))
    too_large(lambda: open_container(claimed((1, limits.RATIO_FROM + 1))))
    too_large(lambda: open_container(claimed((10_000, 10_000 * limits.RATIO + 1))))


def test_members() -> None:
    most = [(f"{number:04}", b"", Method.STORED) for number in range(limits.MEMBERS)]
    assert len(open_container(pack(most)).entries) == limits.MEMBERS
    too_large(lambda: pack([*most, ("more", b"", Method.STORED)]))
    too_large(lambda: open_container(claimed(*[(0, 0)] * (limits.MEMBERS + 1))))


def test_manifest(tmp_path: Path) -> None:
    def padded(size: int) -> bytes:
        def pad(manifest: bytes) -> bytes:
            text = manifest[:-1] + b',"zz":""}'
            return text[:-2] + b"x" * (size - len(text)) + text[-2:]

        return resealed(sealed_bytes([]), manifest=pad)

    assert opened(tmp_path / "a.wbx", padded(limits.MANIFEST)).changes == ()
    too_large(lambda: opened(tmp_path / "a.wbx", padded(limits.MANIFEST + 1)))


def test_names_in_the_manifest(tmp_path: Path) -> None:
    assert opened(tmp_path / "a.wbx", sealed_bytes([], name="n" * 500, sender="s" * 500)).changes == ()
    for parts in ({"name": "n" * 501}, {"sender": "s" * 501}):
        with pytest.raises(BundleDamaged):
            opened(tmp_path / "a.wbx", sealed_bytes([], **parts))


def test_value_and_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def heads(count: int, last: int) -> tuple[str, ...]:
        return (*(f"{number:0496}" for number in range(count)), "~" * last)

    def line_of(count: int, last: int) -> bytes:
        return sealed_bytes([Pen().write(heads(count, last), field="deleted", type=ValueType.SET)])

    def value_in(bundle: bytes) -> int:
        return len(encode(json.loads(members(bundle)["changes.jsonl"])[8]))

    count = limits.VALUE // 499
    fits = limits.VALUE - value_in(line_of(count, 1)) + 1
    assert value_in(line_of(count, fits)) == limits.VALUE
    assert opened(tmp_path / "a.wbx", line_of(count, fits)).changes
    too_large(lambda: line_of(count, fits + 1))
    monkeypatch.setattr(limits, "VALUE", limits.LINE)
    longer = line_of(count, fits + 1)
    monkeypatch.undo()
    too_large(lambda: opened(tmp_path / "a.wbx", longer))
    too_large(lambda: list(decode_lines([b"x" * limits.LINE + b"\n"])))


def test_changes() -> None:
    with pytest.raises(BundleDamaged):
        list(decode_lines([b"\n" * limits.CHANGES]))
    too_large(lambda: list(decode_lines([b"\n" * (limits.CHANGES + 1)])))


def test_pieces_of_all_lines_together(monkeypatch: pytest.MonkeyPatch) -> None:
    pen = Pen()
    first = pen.write("Eerst.")
    lines = members(
        sealed_bytes(
            [
                first,
                pen.write("Eerst. Dan.", seen=[first]),  # one parent and a delta of three pieces
                pen.write(("a", "b"), field="forms", type=ValueType.SET),
            ]
        )
    )["changes.jsonl"]
    monkeypatch.setattr(limits, "PIECES", 6)
    decoded = list(decode_lines([lines]))
    assert encode_lines(decoded) == lines
    monkeypatch.setattr(limits, "PIECES", 5)
    too_large(lambda: list(decode_lines([lines])))
    too_large(lambda: encode_lines(decoded))


def test_ends_of_chains_that_nobody_signed(tmp_path: Path) -> None:
    def unsigned(count: int) -> bytes:
        pen = Pen()
        changes = [
            pen.write(at, field=f"f{at}", type=ValueType.INTEGER, prev=None, seq=9, signature=bytes(64))
            for at in range(count)
        ]
        return sealed_bytes(changes)

    assert len(read(unsigned(limits.UNPROVEN), kind_scope=SCOPES.get).unproven) == limits.UNPROVEN
    with pytest.raises(BadSignature):
        read(unsigned(limits.UNPROVEN + 1), kind_scope=SCOPES.get)


def test_tips() -> None:
    tips = tuple(f"{number:064x}" for number in range(limits.TIPS + 1))
    most = tables_bytes(Tables((), (), {"work": tips[1:]}, None))
    assert parse_tables(most, MANIFEST).tips == {"work": tips[1:]}
    too_large(lambda: tables_bytes(Tables((), (), {"work": tips}, None)))
    too_large(lambda: tables_bytes(Tables((), (), {"work": tips[1:], "people": tips[:1]}, None)))
    too_large(lambda: tables_bytes(Tables((), (), {}, {"work": tips})))
    too_large(lambda: parse_tables(most.replace(b'"work":[', b'"work":["' + tips[0].encode() + b'",'), MANIFEST))


def test_writers_and_authors() -> None:
    writers = tuple(Writer(KEY.public, "work", number.to_bytes(16)) for number in range(limits.WRITERS + 1))
    authors = tuple(f"{number:032x}" for number in range(limits.WRITERS + 1))
    assert parse_tables(tables_bytes(Tables(writers[1:], authors[1:], {}, None)), MANIFEST).writers == writers[1:]
    too_large(lambda: tables_bytes(Tables(writers, (), {}, None)))
    too_large(lambda: tables_bytes(Tables((), authors, {}, None)))


def test_bytes_of_tips() -> None:
    with pytest.raises(BundleDamaged):
        parse_tables(b" " * limits.TIPS_BYTES, MANIFEST)
    too_large(lambda: parse_tables(b" " * (limits.TIPS_BYTES + 1), MANIFEST))


def test_attachment(tmp_path: Path) -> None:
    def with_photo(size: int) -> dict[str, bytes]:
        photo = Random(1).randbytes(size)
        name = sha256(photo).hexdigest()
        inside = members(sealed_bytes([Pen().write(name, type=ValueType.ATTACHMENT)]))
        return inside | {f"attachments/{name}": photo}

    assert opened(tmp_path / "a.wbx", repacked(with_photo(limits.ATTACHMENT))).attachments
    inside = with_photo(limits.ATTACHMENT + 1)
    too_large(lambda: opened(tmp_path / "a.wbx", repacked(inside)))
    too_large(lambda: to_bytes(contents([], attachments={"ab" * 32: inside.popitem()[1]}), OTHER_KEY))


def test_parents(tmp_path: Path) -> None:
    def with_parents(count: int) -> bytes:
        parents = tuple(f"{number:064x}" for number in range(count))
        return sealed_bytes([Pen().write("x", parents=parents, depth=2)])

    assert opened(tmp_path / "a.wbx", with_parents(MAX_PARENTS)).changes
    with pytest.raises(BundleDamaged):
        opened(tmp_path / "a.wbx", with_parents(MAX_PARENTS + 1))


def test_text_that_a_delta_makes(tmp_path: Path) -> None:
    def grown(by: int) -> bytes:
        pen = Pen()
        first = pen.write("é" * (PROSE_CHARACTERS - 10))
        return sealed_bytes([first, pen.write("é" * (PROSE_CHARACTERS - 10) + "a" * by, seen=[first])])

    assert opened(tmp_path / "a.wbx", grown(10)).changes
    too_large(lambda: opened(tmp_path / "a.wbx", grown(11)))


def test_all_texts_together_are_counted_while_they_grow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pen = Pen()
    changes = [pen.write("a" * 1_000)]
    changes += [pen.write("a" * 1_000 + str(number), seen=changes[:1]) for number in range(5)]
    data = sealed_bytes(changes)
    monkeypatch.setattr(limits, "EXPANDED", 6_005)
    assert opened(tmp_path / "a.wbx", data).changes
    monkeypatch.setattr(limits, "EXPANDED", 6_004)
    too_large(lambda: opened(tmp_path / "a.wbx", data))
    too_large(lambda: sealed_bytes(changes))


def test_a_text_that_would_not_fit_in_a_line_without_what_it_is_a_delta_of_is_refused(tmp_path: Path) -> None:
    pen = Pen()
    base = pen.write("\1" * 150_000)
    longer = pen.write("\1" * ((VALUE_BYTES - 2) // 6), seen=[base])
    assert opened(tmp_path / "a.wbx", sealed_bytes([base, longer])).changes
    assert opened(tmp_path / "a.wbx", sealed_bytes([longer], partial=True)).changes
    too_long = pen.write("\1" * 200_000, seen=[base])
    with pytest.raises(BundleDamaged):
        opened(tmp_path / "a.wbx", sealed_bytes([base, too_long]))


def test_what_a_set_may_hold_fits_in_a_line() -> None:
    assert limits.VALUE == VALUE_BYTES
    heads = tuple(sorted(f"{number:064x}" for number in range(SET_ELEMENTS)))
    assert check(ValueType.SET, heads) == heads
    with pytest.raises(BadValue):
        check(ValueType.SET, tuple(f"{number:0500}" for number in range(3_000)))


def test_the_figures_are_those_of_the_page() -> None:
    page = (Path(__file__).parents[2] / "docs" / "limits.md").read_text()
    for name, value in vars(limits).items():
        if name.isupper() and name != "MIB":
            assert f"`{name}` | {value:,} |" in page
