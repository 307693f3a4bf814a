"""Bundles that are valid on the outside (zip, hashes, manifest signature) and wrong inside."""

import json
from collections.abc import Callable, Collection, Mapping
from hashlib import sha256
from pathlib import Path

import pytest

from tests.bundle.samples import KEY, PROJECT, SCOPES, Pen, sealed_bytes, small
from werkboek_desktop.bundle import limits
from werkboek_desktop.bundle.container import Method, open_container, pack
from werkboek_desktop.bundle.keys import OwnKey
from werkboek_desktop.bundle.manifest import SIGNED
from werkboek_desktop.bundle.reader import Bundle, read
from werkboek_desktop.bundle.signatures import check_proven
from werkboek_desktop.bundle.source import load
from werkboek_desktop.bundle.wrapped import bundles
from werkboek_desktop.bundle.writer import to_bytes
from werkboek_desktop.domain.ids import ChangeId
from werkboek_desktop.errors import Refusal

type Forge = Callable[[bytes], bytes]


def members(data: bytes) -> dict[str, bytes]:
    """What is in a bundle, by name."""
    container = open_container(data)
    return {name: container.read(name) for name in container.entries}


def resealed(data: bytes, key: OwnKey = KEY, **changed: Callable[[bytes], bytes]) -> bytes:
    """The bundle with members changed by function, valid on the outside: hashes, manifest and signature are made anew.

    Members are named by keyword: manifest, tips, changes, seals.
    """
    names = {"manifest": "manifest.json", "tips": "tips.json", "changes": "changes.jsonl", "seals": "seals"}
    inside = members(data)
    for short, change in changed.items():
        if short != "manifest":
            inside[names[short]] = change(inside[names[short]])
    manifest = json.loads(inside["manifest.json"])
    manifest["members"] = [[name, sha256(inside[name]).hexdigest()] for name, _ in manifest["members"]]
    text = json.dumps(manifest, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    inside["manifest.json"] = changed.get("manifest", bytes)(text)
    inside["signature"] = key.sign(SIGNED + inside["manifest.json"])
    return repacked(inside)


def repacked(inside: Mapping[str, bytes]) -> bytes:
    """These members in a sound zip."""
    text = {"manifest.json", "tips.json", "changes.jsonl"}
    return pack((name, content, Method.BZIP2 if name in text else Method.STORED) for name, content in inside.items())


def bomb(growth: int) -> bytes:
    """Texts of 100,000 letters, each written as a few more; our own writer would not."""
    pen = Pen()
    base = pen.write("é" * 100_000)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(limits, "EXPANDED", 1 << 40)
        return sealed_bytes([base, *(pen.write("é" * 100_000 + str(at), seen=[base]) for at in range(growth))])


GOOD = to_bytes(small(), KEY)


def opened(
    path: Path,
    data: bytes,
    known: Collection[ChangeId] = (),
    passphrase: str | None = None,
    project: str = PROJECT,
) -> Bundle:
    """Reads these bytes as a file, in this process."""
    path.write_bytes(data)
    (found,) = bundles(load(path))
    bundle = read(found.data, kind_scope=SCOPES.get, passphrase=passphrase, project=project)
    check_proven(bundle.changes, bundle.unproven, known, frozenset())
    return bundle


def refused(path: Path, data: bytes) -> str:
    """The code of the refusal that these bytes get."""
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
