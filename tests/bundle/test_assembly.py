"""Lines become changes only when every part fits every other."""

import json
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.bundle.forging import GOOD, Forge, line, members, opened, part, raw, refused, resealed
from tests.bundle.samples import CASE, Pen, sealed_bytes, small
from werkboek_desktop.bundle.assembly import _order
from werkboek_desktop.domain.change import Change, Op
from werkboek_desktop.domain.values import ValueType
from werkboek_desktop.errors import BundleDamaged


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


def test_a_ring_of_derived_ids_is_refused(tmp_path: Path) -> None:
    pen = Pen()
    low = pen.write("laag")
    pen.write("ertussen", field="opening")
    high = pen.write("hoog", seen=[low])
    data = resealed(sealed_bytes([low, high]), changes=line(0, lambda p: [p[0], p[1], 4, *p[3:]]))
    assert refused(tmp_path / "a.wbx", data) == "damaged"


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


def test_a_parent_by_id_that_stands_above_is_refused(tmp_path: Path) -> None:
    pen = Pen()
    first = pen.write(("a",), type=ValueType.SET)
    second = pen.write(("a", "b"), type=ValueType.SET, seen=[first])
    data = sealed_bytes([first, second])
    assert refused(tmp_path / "a.wbx", resealed(data, changes=part(1, 4, [first.id]))) == "damaged"


def test_a_lone_change_of_a_writer_or_author_that_is_not_listed_is_refused(tmp_path: Path) -> None:
    data = sealed_bytes([Pen().write("een")])
    assert refused(tmp_path / "a.wbx", resealed(data, changes=part(0, 1, 1))) == "damaged"
    assert refused(tmp_path / "a.wbx", resealed(data, changes=part(0, 7, 1))) == "damaged"


MALFORMED: dict[str, dict[str, Any]] = {
    "parents in another order": {"parents": ("bb" * 32, "aa" * 32)},
    "a parent twice": {"parents": ("aa" * 32, "aa" * 32)},
    "an edit without a hash": {"body": None},
    "an edit of no field": {"body": None, "value_hash": "ab" * 32, "field": None, "type": None},
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


def test_an_edit_whose_value_was_destroyed_comes_as_its_header(tmp_path: Path) -> None:
    pen = Pen()
    first = pen.write("wordt gewist")
    bare = Change(first.header, None, first.signature)
    later = pen.write("schoon", seen=[first])
    assert set(opened(tmp_path / "a.wbx", sealed_bytes([bare, later])).changes) == {bare, later}


@given(st.lists(st.lists(st.integers(0, 7), max_size=4), min_size=8, max_size=8))
def test_whatever_is_built_on_what_comes_behind_it_or_goes_round(built_on: list[list[int]]) -> None:
    try:
        tuple(TopologicalSorter(dict(enumerate(built_on))).static_order())
    except CycleError:
        with pytest.raises(BundleDamaged):
            _order(built_on)
    else:
        order = _order(built_on)
        assert sorted(order) == list(range(8))
        assert all(order.index(below) < order.index(at) for at, each in enumerate(built_on) for below in each)
