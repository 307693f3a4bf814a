"""A second reader of bundles, written from docs/format.md alone: standard library and one Ed25519 check.

Run as a script it lists a bundle that is not locked: `python tiny_reader.py FILE`. It lays no bounds on what a stranger
may send, and takes the project as empty: every change is new, and only erases in the bundle explain a missing value.
"""

import json
import sys
import zipfile
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

from nacl.signing import VerifyKey

HEADER = ["op", "scope", "kind", "record", "owner", "field", "type", "writer", "seq", "prev", "parents", "depth"]
HEADER += ["time", "author", "format", "rule", "value_hash"]
FIXED = ["mimetype", "manifest.json", "signature", "tips.json", "changes.jsonl", "seals"]
FOLDER = "attachments/"
USUAL = ["edit", 1, 1]

type Change = dict[str, Any]


def canonical(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode()


def parsed(data: bytes) -> Any:
    value = json.loads(data)
    assert canonical(value) == data, "not canonical"
    return value


def read(path: Path) -> dict[str, Any]:
    return listed(path.read_bytes())


def listed(data: bytes) -> dict[str, Any]:
    """Manifest, tips, changes (header parts, id, value if there is one) and attachment names; raises on any lie."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        names = archive.namelist()
        members = {name: archive.read(name) for name in names}
    attachments = [name.removeprefix(FOLDER) for name in names[len(FIXED) :]]
    assert names == FIXED + [FOLDER + name for name in sorted(set(attachments))]
    assert members["mimetype"] == b"application/vnd.werkboek.bundle"
    manifest = parsed(members["manifest.json"])
    assert manifest["min_reader"] == 1, "made by a newer program"
    sender = VerifyKey(bytes.fromhex(manifest["sender"]["key"]))
    sender.verify(b"werkboek bundle" + members["manifest.json"], members["signature"])
    assert [name for name, _hash in manifest["members"]] == ["tips.json", "changes.jsonl", "seals"]
    for name, hash_ in [*manifest["members"], *([FOLDER + name, name] for name in attachments)]:
        assert sha256(members[name]).hexdigest() == hash_, name
    tips = parsed(members["tips.json"])
    lines = [parsed(line) for line in members["changes.jsonl"].split(b"\n")[:-1]]
    changes = _Changes(_full_keys(lines), tips, manifest["project"], members["seals"]).built()
    _check(changes, manifest, tips, attachments)
    identity = sha256(members["manifest.json"]).hexdigest()
    for change in changes:
        del change["signature"]
    return {"id": identity, "manifest": manifest, "tips": tips, "changes": changes, "attachments": attachments}


def _full_keys(lines: list[Any]) -> list[Any]:
    before: list[Any] = []
    for line in lines:
        short = line[0]
        line[0] = [*before[: 5 - len(short)], *short]
        same = before and line[0][:3] == before[:3]
        assert short == ([] if line[0] == before else line[0][3:] if same else line[0]), "key in another spelling"
        before = line[0]
    return lines


def writer_id(project: str, key: str, scope: str, nonce: str) -> str:
    ends = bytes.fromhex(key) + bytes.fromhex(nonce)
    return sha256(b"werkboek writer\0" + bytes.fromhex(project) + scope.encode() + b"\0" + ends).hexdigest()


class _Changes:
    """Lines on their way to changes."""

    def __init__(self, lines: list[Any], tips: Any, project: str, seals: bytes) -> None:
        assert len(seals) == 80 * len(lines)
        self.lines, self.tips, self.seals = lines, tips, seals
        self.writers = [writer_id(project, *writer) for writer in tips["writers"]]
        self.of_seq: dict[tuple[int, int], list[int]] = {}
        for at, line in enumerate(lines):
            self.of_seq.setdefault((line[1], line[2]), []).append(at)
        self.done: dict[int, Change] = {}

    def built(self) -> list[Change]:
        while len(self.done) < len(self.lines):
            ready = [at for at in range(len(self.lines)) if at not in self.done and self._needs(at) <= self.done.keys()]
            assert ready, "a ring"
            for at in ready:
                self.done[at] = self._change(at)
        return [self.done[at] for at in range(len(self.lines))]

    def _needs(self, at: int) -> set[int]:
        needs = {at - parent for parent in self.lines[at][4] if isinstance(parent, int)}
        return needs | ({self._prev(at)} if self.lines[at][3] == 0 and self.lines[at][2] > 1 else set())

    def _prev(self, at: int) -> int:
        (prev,) = self.of_seq[self.lines[at][1], self.lines[at][2] - 1]
        return prev

    def _change(self, at: int) -> Change:
        key, writer, seq, prev, parents, depth, time, author, value, *rest = self.lines[at]
        assert rest != USUAL, "the usual op, spelled out"
        op, format_, rule = rest or USUAL
        signature, salt = self.seals[80 * at : 80 * at + 64], self.seals[80 * at + 64 : 80 * at + 80]
        if prev == 0:
            prev = self.done[self._prev(at)]["id"] if seq > 1 else None
        ids = [self.done[at - parent]["id"] if isinstance(parent, int) else parent for parent in parents]
        assert ids == sorted(set(ids))
        is_bare = isinstance(value, dict) and list(value) == ["hash"]
        if key[4] == "prose" and isinstance(value, list):
            bases = [self.done[at - parent].get("value") for parent in parents if isinstance(parent, int)]
            value = patched(next(base for base in bases if isinstance(base, str)), value)
        hash_ = value["hash"] if is_bare else sha256(salt + canonical(value)).hexdigest()
        assert not is_bare or salt == bytes(16)
        by = None if author is None else self.tips["authors"][author]
        scope = self.tips["writers"][writer][1]
        header = [op, scope, *key, self.writers[writer], seq, prev, ids, depth, time, by, format_, rule, hash_]
        change = dict(zip(HEADER, header, strict=True)) | {"id": sha256(canonical(header)).hexdigest()}
        return change | ({} if is_bare else {"value": value}) | {"signature": signature}


def patched(base: str, script: list[Any]) -> str:
    text, at = "", 0
    for keep, drop, insert in zip(script[::3], script[1::3], script[2::3], strict=True):
        text += base[at : at + keep] + insert
        at += keep + drop
    assert at <= len(base)
    return text + base[at:]


def _check(changes: list[Change], manifest: Any, tips: Any, attachments: list[str]) -> None:
    order = [(change["record"], change["field"] or "", change["depth"], change["id"]) for change in changes]
    assert order == sorted(set(order))
    assert {change["scope"] for change in changes} <= set(manifest["scopes"])
    assert set(attachments) <= {change.get("value") for change in changes if change["type"] == "attachment"}
    assert all(is_killed(change, changes) for change in changes if change["op"] == "edit" and "value" not in change)
    keys = {writer_id(manifest["project"], *writer): writer[0] for writer in tips["writers"]}
    proven = {(change["writer"], change["prev"]) for change in changes}
    for change in changes:
        if change["op"] == "erase":
            assert (change["value_hash"], change["parents"], change["depth"]) == (None, [], 1)
        if (change["writer"], change["id"]) not in proven:
            key = VerifyKey(bytes.fromhex(keys[change["writer"]]))
            key.verify(b"werkboek change" + bytes.fromhex(change["id"]), change["signature"])


def is_killed(edit: Change, changes: list[Change]) -> bool:
    """Whether an erase among the changes destroyed what this one wrote."""
    erases = [change for change in changes if change["op"] == "erase" and change["scope"] == edit["scope"]]
    place = ("kind", "owner", "record", "field", "type")
    for erase in erases:
        if all(erase[part] == edit[part] for part in place) and erase["id"] not in edit["parents"]:
            return True
    gone = {erase["record"] for erase in erases if erase["field"] is None}
    while more := {change["record"] for change in changes if change["owner"] in gone} - gone:
        gone |= more
    same = ("kind", "owner", "record")
    return edit["owner"] in gone or any(
        erase["field"] is None and all(erase[part] == edit[part] for part in same) for erase in erases
    )


if __name__ == "__main__":
    sys.stdout.write(json.dumps(read(Path(sys.argv[1])), ensure_ascii=False, indent=1) + "\n")
