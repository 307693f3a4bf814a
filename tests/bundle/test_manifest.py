"""Manifest and tables have one spelling, and fit each other."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.bundle.forging import GOOD, Forge, raw, refused, resealed
from tests.bundle.samples import KEY, OTHER, OTHER_KEY, PROJECT, WORK, Pen, sealed_bytes
from werkboek_desktop.bundle.canonical import encode
from werkboek_desktop.bundle.manifest import Voucher
from werkboek_desktop.bundle.reader import read_manifest


def with_members(text: bytes, edit: Callable[[list[object]], list[object]]) -> bytes:
    manifest = json.loads(text)
    return encode(manifest | {"members": edit(manifest["members"])}).encode()


STATEMENT = ["11" * 32, "22" * 32, "33" * 64]


def vouching(*keys: object) -> Forge:
    return lambda text: encode(json.loads(text) | {"vouches": list(keys)}).encode()


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
    "a member missing": (lambda text: with_members(text, lambda named: named[:2]), "damaged"),
    "a member too many": (lambda text: with_members(text, lambda named: [*named, named[0]]), "damaged"),
    "members in another order": (lambda text: with_members(text, lambda named: named[::-1]), "damaged"),
    "a member of another name": (raw(b'["changes.jsonl"', b'["changes.json"'), "damaged"),
    "a delta that says nothing of tips": (raw(b'"since":false', b'"since":true'), "damaged"),
    "an array": (lambda _: b"[]", "damaged"),
    "nothing": (lambda _: b"", "damaged"),
    "depth 5,000": (lambda _: b"[" * 5000 + b"]" * 5000, "damaged"),
    "5,000 digits": (raw(b'"number":1', b'"number":1' + b"0" * 5000), "damaged"),
    "NaN": (raw(b'"number":1', b'"number":NaN'), "damaged"),
    "a lone surrogate": (raw(b'"Werkboek"', b'"\\ud800"'), "damaged"),
    "a statement twice": (vouching(STATEMENT, STATEMENT), "damaged"),
    "statements in another order": (vouching(STATEMENT, ["00" * 32, *STATEMENT[1:]]), "damaged"),
    "a statement about no key": (vouching([STATEMENT[0], "11", STATEMENT[2]]), "damaged"),
    "a statement without a signature": (vouching(STATEMENT[:2]), "damaged"),
    "a statement that is none": (vouching(1), "damaged"),
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


def test_statements_about_keys_come_through_and_nothing_is_written_of_none() -> None:
    said = (Voucher(*map(bytes.fromhex, STATEMENT)),)
    assert read_manifest(sealed_bytes([Pen().write("Tekst.")], vouches=said)).vouches == said
    without = sealed_bytes([Pen().write("Tekst.")])
    assert read_manifest(without).vouches == ()
    assert b"vouches" not in without
