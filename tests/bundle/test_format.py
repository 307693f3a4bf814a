"""The format is what docs/format.md says: a second reader finds the same, and yesterday's bundles still open."""

import json
import zlib
from hashlib import sha256
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import pytest
from hypothesis import given
from nacl.exceptions import BadSignatureError

from tests.bundle import tiny_reader
from tests.bundle.forging import GOOD, line, members, part, repacked, resealed
from tests.bundle.samples import KEY, SCOPES, Pen, histories, sealed_bytes
from tests.bundle.vectors import FOLDER, LOCKED, PASSPHRASE, VECTORS, erased
from werkboek_desktop.bundle.envelope import is_locked, unlock
from werkboek_desktop.bundle.reader import Bundle, read
from werkboek_desktop.bundle.writer import to_bytes
from werkboek_desktop.domain.change import Change, Op
from werkboek_desktop.domain.values import to_json

PAGE = (Path(__file__).parents[2] / "docs" / "format.md").read_text(encoding="utf-8")


def listed(change: Change) -> dict[str, Any]:
    parts: dict[str, Any] = dict(zip(tiny_reader.HEADER, change.header, strict=True)) | {"id": change.id}
    parts["parents"] = list(change.header.parents)
    return parts | ({"value": json.loads(json.dumps(to_json(change.value)))} if change.body else {})


def opened(name: str) -> Bundle:
    return read((FOLDER / f"{name}.wbx").read_bytes(), kind_scope=SCOPES.get, passphrase=PASSPHRASE)


def plain(name: str) -> bytes:
    data = (FOLDER / f"{name}.wbx").read_bytes()
    return unlock(data, PASSPHRASE) if is_locked(data) else data


def expected(name: str) -> Any:
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", VECTORS)
def test_a_vector_opens_and_holds_what_it_held(name: str) -> None:
    bundle, held = opened(name), expected(name)
    assert [listed(change) for change in bundle.changes] == held["changes"]
    assert bundle.id == held["id"]
    assert list(bundle.attachments) == held["attachments"]
    assert bundle.tips == {scope: tuple(ids) for scope, ids in held["tips"]["tips"].items()}
    assert bundle.unproven == frozenset()
    assert bundle.locked is (name == LOCKED)


@pytest.mark.parametrize("name", VECTORS)
def test_the_second_reader_finds_the_same_in_a_vector(name: str) -> None:
    assert tiny_reader.listed(plain(name)) == expected(name)


@pytest.mark.parametrize("name", VECTORS)
def test_the_writer_makes_the_same_bytes_of_the_same_changes(name: str) -> None:
    written = to_bytes(VECTORS[name](), KEY)
    assert members(written) == members(plain(name))
    if "ng" not in zlib.ZLIB_RUNTIME_VERSION:  # another packer packs as well, in other bytes
        assert written == plain(name)


def test_the_page_names_all_vectors() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.wbx")) == sorted(VECTORS)
    assert [name for name in VECTORS if f"| `{name}` |" not in PAGE] == []


def test_the_change_on_the_page_is_one_of_a_vector() -> None:
    (change,) = (change for change in opened("erase").changes if change.header.op == Op.EDIT and not change.body)
    header = change.header.canonical()
    assert header.decode() in PAGE
    assert change.id == sha256(header).hexdigest()
    assert f"`{change.id}`" in PAGE
    assert f"`{change.signature.hex()}`" in PAGE
    erase = next(each.id for each in opened("erase").changes if each.header.op == Op.ERASE and each.header.field)
    assert f"`{erase}`" in PAGE


@given(histories())
def test_both_readers_find_the_same_in_any_bundle(changes: list[Change]) -> None:
    data = sealed_bytes(changes)
    assert [listed(change) for change in read(data, kind_scope=SCOPES.get).changes] == tiny_reader.listed(data)[
        "changes"
    ]


LIES = {
    "an altered value": resealed(sealed_bytes([Pen().write("x")]), changes=part(0, 8, "y")),
    "a manifest of nobody": repacked(members(GOOD) | {"signature": bytes(64)}),
    "another spelling": resealed(GOOD, changes=line(1, lambda parts: [*parts, "edit", 1, 1])),
    "a value withheld": sealed_bytes([Change(each.header, None, each.signature) for each in [Pen().write("x")]]),
    "an erase with a value": sealed_bytes([Pen().write("x", op=Op.ERASE)]),
    "lines in another order": resealed(GOOD, changes=lambda data: b"".join(data.splitlines(keepends=True)[::-1])),
}


@pytest.mark.parametrize("data", LIES.values(), ids=LIES.keys())
def test_the_second_reader_believes_no_lie(data: bytes) -> None:
    with pytest.raises((AssertionError, BadSignatureError, BadZipFile)):
        tiny_reader.listed(data)


def test_what_an_erase_killed_may_lack_its_value_and_nothing_else() -> None:
    changes = tiny_reader.listed(to_bytes(erased(), KEY))["changes"]
    assert [tiny_reader.is_killed(each, changes) for each in changes if each["op"] == "edit"] == [
        "value" not in each for each in changes if each["op"] == "edit"
    ]


def test_the_second_reader_stays_small() -> None:
    assert len(Path(tiny_reader.__file__).read_text(encoding="utf-8").splitlines()) <= 200
