"""The format is what docs/format.md says: a second reader finds the same, and yesterday's bundle still opens."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from tests.bundle import tiny_reader
from tests.bundle.samples import KEY, SCOPES, histories, sealed_bytes, small
from werkboek_desktop.bundle.reader import Bundle, read
from werkboek_desktop.bundle.writer import to_bytes
from werkboek_desktop.domain.change import Change
from werkboek_desktop.domain.values import to_json

DATA = Path(__file__).parents[1] / "data"
"""golden.wbx is what `small()` gave when format 1 was written; golden.json is what the tiny reader listed of it."""


def opened(path: Path) -> Bundle:
    return read(path.read_bytes(), kind_scope=SCOPES.get)


def listed(change: Change) -> dict[str, Any]:
    parts: dict[str, Any] = dict(zip(tiny_reader.HEADER, change.header, strict=True)) | {"id": change.id}
    parts["parents"] = list(change.header.parents)
    return parts | ({"value": json.loads(json.dumps(to_json(change.value)))} if change.body else {})


def test_the_golden_bundle_opens_and_holds_what_it_held() -> None:
    bundle = opened(DATA / "golden.wbx")
    expected = json.loads((DATA / "golden.json").read_text(encoding="utf-8"))
    assert [listed(change) for change in bundle.changes] == expected["changes"]
    assert bundle.id == expected["id"]
    assert list(bundle.attachments) == expected["attachments"]
    assert set(bundle.changes) == set(small().changes)


def test_the_second_reader_finds_the_same_in_the_golden_bundle() -> None:
    assert tiny_reader.read(DATA / "golden.wbx") == json.loads((DATA / "golden.json").read_text(encoding="utf-8"))


def test_what_is_written_today_says_the_same_as_the_golden_bundle(tmp_path: Path) -> None:
    (tmp_path / "a.wbx").write_bytes(to_bytes(small(), KEY))
    assert tiny_reader.read(tmp_path / "a.wbx")["changes"] == tiny_reader.read(DATA / "golden.wbx")["changes"]


@given(histories())
def test_both_readers_find_the_same_in_any_bundle(
    tmp_path_factory: pytest.TempPathFactory, changes: list[Change]
) -> None:
    path = tmp_path_factory.getbasetemp() / "both.wbx"
    path.write_bytes(sealed_bytes(changes))
    assert [listed(change) for change in opened(path).changes] == tiny_reader.read(path)["changes"]


def test_the_second_reader_stays_small() -> None:
    assert len(Path(tiny_reader.__file__).read_text(encoding="utf-8").splitlines()) <= 200
