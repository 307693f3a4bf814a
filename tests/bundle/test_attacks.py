"""Bundles that are valid on the outside (zip, hashes, manifest signature) and wrong inside. All are refused."""

import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from tests.bundle.samples import (
    CASE,
    KEY,
    OTHER,
    OTHER_KEY,
    PROJECT,
    SCOPES,
    WORK,
    Pen,
    members,
    repacked,
    resealed,
    sealed_bytes,
    small,
)
from werkboek_desktop.bundle.container import Method, open_container, pack
from werkboek_desktop.bundle.reader import Bundle, read
from werkboek_desktop.bundle.writer import to_bytes
from werkboek_desktop.domain.change import Op
from werkboek_desktop.domain.values import ValueType
from werkboek_desktop.errors import Refusal

type Forge = Callable[[bytes], bytes]

GOOD = to_bytes(small(), KEY)


def opened(path: Path, data: bytes) -> Bundle:
    path.write_bytes(data)
    return read(path, known=(), kind_scope=SCOPES.get, project=PROJECT)


def refused(path: Path, data: bytes) -> str:
    with pytest.raises(Refusal) as caught:
        opened(path, data)
    return caught.value.code


def line(number: int, edit: Callable[[list[object]], object]) -> Forge:
    """Edits one line of changes.jsonl as parsed JSON."""

    def forge(data: bytes) -> bytes:
        lines = data.splitlines()
        parts = json.loads(lines[number])
        edited = edit(parts)
        lines[number] = json.dumps(
            parts if edited is None else edited, ensure_ascii=False, separators=(",", ":")
        ).encode()
        return b"".join(each + b"\n" for each in lines)

    return forge


def part(number: int, index: int, value: object) -> Forge:
    """Sets one part of one line."""

    def set_part(parts: list[object]) -> None:
        parts[index] = value

    return line(number, set_part)


def raw(old: bytes, new: bytes) -> Forge:
    """Replaces bytes, once."""

    def replace(data: bytes) -> bytes:
        assert old in data
        return data.replace(old, new, 1)

    return replace


def test_the_sample_itself_is_accepted_also_when_resealed(tmp_path: Path) -> None:
    assert len(opened(tmp_path / "a.wbx", resealed(GOOD)).changes) == 9
    assert [len(json.loads(each)) for each in members(GOOD)["changes.jsonl"].splitlines()] == [9] * 7 + [12] * 2


# The lines of the sample: 0 forms, 1 first, 2 and 3 left and right, 4 both, 5 file, 6 place, 7 fly, 8 height.
ALTERED: dict[str, Forge] = {
    "kind": raw(b'"case"', b'"cas"'),
    "record": raw(CASE.encode(), b"ab" * 16),
    "owner": part(5, 0, ["image", "cc" * 16, "ab" * 16, "file", "attachment"]),
    "field": raw(b'"summary"', b'"opening"'),
    "type": raw(b'"summary","prose"', b'"summary","line"'),
    "writer": line(1, lambda parts: [parts[0], 1 - parts[1], *parts[2:]]),  # type: ignore[operator]
    "writer that is not there": part(1, 1, 9),
    "seq": part(4, 2, 9),
    "prev that is not there": part(4, 3, "ab" * 32),
    "prev that could be derived, spelled out": line(
        2, lambda parts: [*parts[:3], next(c.id for c in small().changes), *parts[4:]]
    ),
    "no prev, spelled out for the first": part(1, 3, None),
    "parent before the first line": part(2, 4, [4]),
    "parent that is another line": part(3, 4, [1]),
    "no parents": part(2, 4, []),
    "parent twice": part(2, 4, [1, 1]),
    "parents in another order": line(4, lambda parts: [*parts[:4], parts[4][::-1], *parts[5:]]),  # type: ignore[index]
    "parent by id where it could point": line(
        2, lambda parts: [*parts[:4], [next(c.id for c in small().changes)], *parts[5:]]
    ),
    "negative offset": part(2, 4, [-1]),
    "depth": part(1, 5, 2),
    "time": part(1, 6, 1),
    "author": part(1, 7, None),
    "author that is not there": part(1, 7, 1),
    "value": part(1, 8, "De wijk was moe."),
    "delta": part(2, 8, [0, 1, "d"]),
    "value gone without an erase": part(1, 8, {"hash": "ab" * 32}),
    "value gone without a hash": part(1, 8, {"hash": None}),
    "op": line(8, lambda parts: [*parts[:9], "fly", 1, 2]),
    "rule": line(8, lambda parts: [*parts[:9], "edit", 1, 3]),
    "format": line(7, lambda parts: [*parts[:9], "fly", 1, 1]),
    "the usual op spelled out": line(1, lambda parts: [*parts, "edit", 1, 1]),
    "key spelled out": part(2, 0, ["case", CASE, None, "summary", "prose"]),
    "key left out on the first line": part(0, 0, []),
    "an extra part": line(1, lambda parts: [*parts, 1]),
    "a part too few": line(1, lambda parts: parts[:8]),
    "an object": line(1, lambda parts: {"a": parts}),
}


@pytest.mark.parametrize("forge", ALTERED.values(), ids=ALTERED.keys())
def test_an_altered_change_is_refused(tmp_path: Path, forge: Forge) -> None:
    assert refused(tmp_path / "a.wbx", resealed(GOOD, changes=forge)) in {"damaged", "bad_signature", "wrong_scope"}


NOT_CANONICAL: dict[str, Forge] = {
    "a space": raw(b",", b", "),
    "an escape": raw(b"De wijk", b"\\u0044e wijk"),
    "a lone surrogate": raw(b"De wijk", b"\\ud800e wijk"),
    "raw surrogate bytes": raw(b"De wijk", b"\xed\xa0\x80e wijk"),
    "no UTF-8": raw(b"De wijk", b"\xffe wijk"),
    "a BOM": lambda data: b"\xef\xbb\xbf" + data,
    "a carriage return": raw(b"\n", b"\r\n"),
    "an empty line": raw(b"\n", b"\n\n"),
    "no last line end": lambda data: data[:-1],
    "a line too many": lambda data: data + data.splitlines()[-1] + b"\n",
    "lines in another order": lambda data: b"".join(sorted(data.splitlines(keepends=True))),
    "NaN": raw(b",12,", b",NaN,"),
    "infinity": raw(b",12,", b",-Infinity,"),
    "a fraction": raw(b",12,", b",12.0,"),
    "an exponent": raw(b",12,", b",12e0,"),
    "minus zero": raw(b",12,", b",-0,"),
    "5,000 digits": raw(b",12,", b"," + b"1" * 5000 + b","),
    "16 digits": raw(b",12,", b"," + b"1" * 16 + b","),
    "depth 5,000": raw(b",12,", b"," + b"[" * 5000 + b"]" * 5000 + b","),
    "5,000 open brackets": raw(b",12,", b"," + b"[" * 5000 + b","),
    "a duplicate key": raw(b'{"key":"0.51234","parent":null}', b'{"key":"0.5","key":"0.51234","parent":null}'),
    "keys in another order": raw(b'{"key":"0.51234","parent":null}', b'{"parent":null,"key":"0.51234"}'),
    "one key too many": raw(b'{"key":"0.51234","parent":null}', b'{"a":1,"key":"0.51234","parent":null}'),
    "a set in another order": raw(b'["drugslab","witwassen"]', b'["witwassen","drugslab"]'),
    "a set with doubles": raw(b'["drugslab","witwassen"]', b'["drugslab","drugslab","witwassen"]'),
    "true for a number": raw(b",12,", b",true,"),
    "text for a number": raw(b",12,", b',"12",'),
    "a capital in an id": raw(CASE.encode(), b"A" + CASE.encode()[1:]),
}


@pytest.mark.parametrize("forge", NOT_CANONICAL.values(), ids=NOT_CANONICAL.keys())
def test_a_line_that_is_not_its_own_canonical_form_is_refused(tmp_path: Path, forge: Forge) -> None:
    assert refused(tmp_path / "a.wbx", resealed(GOOD, changes=forge)) == "damaged"


DELTAS: dict[str, list[object]] = {
    "past the end": [9_999, 0, ""],
    "dropping past the end": [0, 9_999, ""],
    "negative keep": [-1, 0, ""],
    "negative drop": [5, -5, ""],
    "not in threes": [1, 2],
    "true for a number": [True, 0, ""],
    "a fraction": [1.5, 0, ""],
    "a number for text": [0, 0, 1],
    "text for a number": ["0", 0, ""],
}


@pytest.mark.parametrize("script", DELTAS.values(), ids=DELTAS.keys())
def test_a_delta_that_is_no_script_is_refused(tmp_path: Path, script: list[object]) -> None:
    assert refused(tmp_path / "a.wbx", resealed(GOOD, changes=part(2, 8, script))) == "damaged"


def test_a_delta_against_nothing_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path / "a.wbx", resealed(GOOD, changes=part(1, 8, [0, 0, "x"]))) == "damaged"


MANIFESTS: dict[str, tuple[Forge, str]] = {
    "newer format": (raw(b'"min_reader":1', b'"min_reader":2'), "newer_format"),
    "no format": (raw(b'"format":1,', b""), "damaged"),
    "another project": (raw(PROJECT.encode(), b"11" * 16), "other_project"),
    "another sender's key": (raw(KEY.public.hex().encode(), OTHER_KEY.public.hex().encode()), "bad_signature"),
    "a space": (raw(b",", b", "), "damaged"),
    "a duplicate key": (raw(b'"format":1', b'"format":1,"format":1'), "damaged"),
    "an unknown scope": (raw(b'["work"]', b'["play"]'), "damaged"),
    "a scope twice": (raw(b'["work"]', b'["work","work"]'), "damaged"),
    "the scope of nobody": (raw(b'["work"]', b'["people"]'), "damaged"),
    "a member less": (raw(b'["changes.jsonl"', b'["changes.json"'), "damaged"),
    "a delta that says nothing of tips": (raw(b'"since":false', b'"since":true'), "damaged"),
    "an array": (lambda _: b"[]", "damaged"),
    "nothing": (lambda _: b"", "damaged"),
    "depth 5,000": (lambda _: b"[" * 5000 + b"]" * 5000, "damaged"),
    "5,000 digits": (raw(b'"number":1', b'"number":1' + b"0" * 5000), "damaged"),
    "NaN": (raw(b'"number":1', b'"number":NaN'), "damaged"),
    "a lone surrogate": (raw(b'"Werkboek"', b'"\\ud800"'), "damaged"),
    "a number that is true": (raw(b'"number":1', b'"number":true'), "damaged"),
}


@pytest.mark.parametrize(("forge", "code"), MANIFESTS.values(), ids=MANIFESTS.keys())
def test_an_altered_manifest_is_refused(tmp_path: Path, forge: Forge, code: str) -> None:
    assert refused(tmp_path / "a.wbx", resealed(GOOD, manifest=forge)) == code


TABLES: dict[str, Forge] = {
    "a writer of another project": raw(WORK.nonce.hex().encode(), b"00" * 16),
    "another key": raw(OTHER.key.hex().encode(), b"00" * 32),
    "another scope": raw(b'"work","' + WORK.nonce.hex().encode(), b'"people","' + WORK.nonce.hex().encode()),
    "an unknown key": raw(b'"authors"', b'"a":1,"authors"'),
    "a tip that is no id": raw(b'"tips":{"work":["', b'"tips":{"work":["x'),
    "an author twice": raw(b'["' + b"bb" * 16 + b'"', b'["' + b"bb" * 16 + b'","' + b"bb" * 16 + b'"'),
    "since out of nowhere": raw(b'"since":null', b'"since":{"work":[]}'),
}


@pytest.mark.parametrize("forge", TABLES.values(), ids=TABLES.keys())
def test_altered_tables_are_refused(tmp_path: Path, forge: Forge) -> None:
    assert refused(tmp_path / "a.wbx", resealed(GOOD, tips=forge)) in {"damaged", "bad_signature"}


SEALS: dict[str, Forge] = {
    "a byte less": lambda data: data[:-1],
    "a seal too many": lambda data: data + bytes(80),
    "another salt": lambda data: data[:64] + bytes(16) + data[80:],
    "a salt for no value": lambda data: data[: 7 * 80 + 64] + b"\1" * 16 + data[8 * 80 :],
    "an empty signature at the end of a chain": lambda data: data[: 5 * 80] + bytes(64) + data[5 * 80 + 64 :],
}


@pytest.mark.parametrize("forge", SEALS.values(), ids=SEALS.keys())
def test_altered_seals_are_refused(tmp_path: Path, forge: Forge) -> None:
    assert refused(tmp_path / "a.wbx", resealed(GOOD, seals=forge)) in {"damaged", "bad_signature"}


def test_a_stranger_cannot_write_in_somebody_elses_name(tmp_path: Path) -> None:
    forged = Pen().write("Dit schreef Sanne nooit.", signer=OTHER_KEY)
    assert refused(tmp_path / "a.wbx", sealed_bytes([forged])) == "bad_signature"


def test_a_stranger_who_reseals_cannot_pose_as_the_sender(tmp_path: Path) -> None:
    assert refused(tmp_path / "a.wbx", resealed(GOOD, OTHER_KEY)) == "bad_signature"


def test_a_ring_of_derived_ids_is_refused(tmp_path: Path) -> None:
    pen = Pen()
    low = pen.write("laag")
    pen.write("ertussen", field="opening")
    high = pen.write("hoog", seen=[low])
    data = resealed(sealed_bytes([low, high]), changes=line(0, lambda p: [p[0], p[1], 4, *p[3:]]))
    assert refused(tmp_path / "a.wbx", data) == "damaged"


def test_an_attachment_that_no_change_names_is_refused(tmp_path: Path) -> None:
    inside = members(sealed_bytes([Pen().write("tekst")]))
    name = "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae"  # SHA-256 of "foo"
    assert refused(tmp_path / "a.wbx", repacked(inside | {f"attachments/{name}": b"foo"})) == "damaged"


def test_an_attachment_with_other_bytes_is_refused(tmp_path: Path) -> None:
    inside = members(GOOD)
    name = next(name for name in inside if name.startswith("attachments/"))
    assert refused(tmp_path / "a.wbx", repacked(inside | {name: b"other"})) == "damaged"


def test_members_that_are_missing_or_strange_or_in_another_order_are_refused(tmp_path: Path) -> None:
    inside = members(GOOD)
    for name in inside:
        if not name.startswith("attachments/"):
            assert refused(tmp_path / "a.wbx", repacked({n: c for n, c in inside.items() if n != name})) in {
                "damaged",
                "not_a_bundle",
            }
    assert refused(tmp_path / "a.wbx", repacked(inside | {"../evil": b"x"})) == "damaged"
    assert refused(tmp_path / "a.wbx", repacked(dict(sorted(inside.items())))) in {"damaged", "not_a_bundle"}
    assert refused(tmp_path / "a.wbx", repacked(inside | {"mimetype": b"application/zip"})) == "damaged"


def test_a_wrong_depth_seq_or_prev_with_a_good_signature_is_passed_on(tmp_path: Path) -> None:
    pen = Pen()
    first = pen.write("een")
    odd = [
        first,
        pen.write("twee", seen=[first], depth=1),
        pen.write("drie", seq=9),
        pen.write("vier", prev=None, seq=12),
    ]
    assert set(opened(tmp_path / "a.wbx", sealed_bytes(odd)).changes) == set(odd)


def test_a_member_with_another_hash_is_refused(tmp_path: Path) -> None:
    inside = members(GOOD)
    tip = small().tips["work"][0].encode()
    for name, content in {
        "tips.json": inside["tips.json"].replace(tip, b"0" * 64),
        "changes.jsonl": inside["changes.jsonl"] + b"\n",
        "seals": bytes(64) + inside["seals"][64:],
    }.items():
        assert refused(tmp_path / "a.wbx", repacked(inside | {name: content})) == "damaged"


def test_attachments_in_another_order_and_members_of_another_folder_are_refused(tmp_path: Path) -> None:
    pen = Pen()
    photos = {sha256(photo).hexdigest(): photo for photo in (b"een", b"twee")}
    named = [pen.write(name, field=f"file{at}", type=ValueType.ATTACHMENT) for at, name in enumerate(photos)]
    inside = members(sealed_bytes(named, attachments=photos))
    assert len(opened(tmp_path / "a.wbx", repacked(inside)).attachments) == 2
    *head, (first, one), (second, two) = inside.items()
    assert refused(tmp_path / "a.wbx", repacked(dict([*head, (second, two), (first, one)]))) == "damaged"
    assert refused(tmp_path / "a.wbx", repacked(inside | {"zzz": b""})) == "damaged"


def test_seals_are_stored(tmp_path: Path) -> None:
    pen = Pen()
    inside = members(sealed_bytes([pen.write(None, op="fly", body=None) for _ in range(30)]))
    packed = pack((name, content, Method.BZIP2) for name, content in inside.items())
    assert open_container(packed).entries["seals"].method is Method.BZIP2
    assert refused(tmp_path / "a.wbx", packed) == "damaged"


def test_a_parent_by_id_that_stands_above_is_refused(tmp_path: Path) -> None:
    pen = Pen()
    first = pen.write(("a",), type=ValueType.SET)
    second = pen.write(("a", "b"), type=ValueType.SET, seen=[first])
    data = sealed_bytes([first, second])
    assert refused(tmp_path / "a.wbx", resealed(data, changes=part(1, 4, [first.id]))) == "damaged"


def test_lines_out_of_order_and_twice_are_refused(tmp_path: Path) -> None:
    one = Pen().write("een", record="aa" * 16)
    two = Pen(OTHER).write("twee", record="bb" * 16)
    data = sealed_bytes([one, two])
    swapped = resealed(
        data,
        changes=lambda lines: b"".join(lines.splitlines(keepends=True)[::-1]),
        seals=lambda seals: seals[80:] + seals[:80],
    )
    assert refused(tmp_path / "a.wbx", swapped) == "damaged"
    again = line(0, lambda parts: [[], *parts[1:]])(members(sealed_bytes([one]))["changes.jsonl"])
    twice = resealed(sealed_bytes([one]), changes=lambda lines: lines + again, seals=lambda seals: seals * 2)
    assert refused(tmp_path / "a.wbx", twice) == "damaged"


def test_a_lone_change_of_a_writer_or_author_that_is_not_listed_is_refused(tmp_path: Path) -> None:
    data = sealed_bytes([Pen().write("een")])
    assert refused(tmp_path / "a.wbx", resealed(data, changes=part(0, 1, 1))) == "damaged"
    assert refused(tmp_path / "a.wbx", resealed(data, changes=part(0, 7, 1))) == "damaged"


MALFORMED: dict[str, dict[str, Any]] = {
    "parents in another order": {"parents": ("bb" * 32, "aa" * 32)},
    "a parent twice": {"parents": ("aa" * 32, "aa" * 32)},
    "an edit without a value": {"body": None, "value_hash": "ab" * 32},
    "an edit without a hash": {"body": None},
    "an edit of no field": {"body": None, "field": None, "type": None},
    "a value of no field": {"op": "fly", "field": None, "type": None},
    "a type without a field": {"op": "fly", "field": None, "body": None},
    "a field without a type": {"op": "fly", "type": None, "body": None},
    "a hash that is none": {"op": "fly", "body": None, "value_hash": "AB" * 32},
    "a hash that is a number": {"op": "fly", "body": None, "value_hash": 1},
    "an erase with a value": {"op": Op.ERASE},
    "an erase with a hash": {"op": Op.ERASE, "body": None, "value_hash": "ab" * 32},
    "an erase with parents": {"op": Op.ERASE, "body": None, "parents": ("aa" * 32,)},
    "a deep erase": {"op": Op.ERASE, "body": None, "depth": 2},
    "a text of another type": {"type": ValueType.INTEGER},
    "no depth": {"depth": 0},
    "no seq": {"seq": 0},
    "time before 1970": {"time": -1},
    "an op with a space": {"op": "fly away"},
    "a kind with a capital": {"kind": "Case"},
}


@pytest.mark.parametrize("parts", MALFORMED.values(), ids=MALFORMED.keys())
def test_a_malformed_change_is_refused_also_with_a_good_signature(tmp_path: Path, parts: dict[str, Any]) -> None:
    assert refused(tmp_path / "a.wbx", sealed_bytes([Pen().write("tekst", **parts)])) == "damaged"
