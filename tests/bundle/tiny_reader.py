"""A second reader of bundles, written from docs/format.md alone: standard library and one Ed25519 check.

Run as a script it lists a bundle that is not locked: `python tiny_reader.py FILE`.
"""

import json
import sys
import zipfile
from hashlib import sha256
from pathlib import Path
from typing import Any

from nacl.signing import VerifyKey

HEADER = ["op", "scope", "kind", "record", "owner", "field", "type", "writer", "seq", "prev", "parents", "depth"]
HEADER += ["time", "author", "format", "rule", "value_hash"]


def canonical(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def read(path: Path) -> dict[str, Any]:
    """Manifest, tips, changes (header parts, id, value if there is one) and attachment names; raises on any lie."""
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    assert members["mimetype"] == b"application/vnd.werkboek.bundle"
    manifest = json.loads(members["manifest.json"])
    sender = VerifyKey(bytes.fromhex(manifest["sender"]["key"]))
    sender.verify(b"werkboek bundle" + members["manifest.json"], members["signature"])
    for name, hash_ in manifest["members"]:
        assert sha256(members[name]).hexdigest() == hash_
    attachments = sorted(name.removeprefix("attachments/") for name in members if name.startswith("attachments/"))
    for name in attachments:
        assert sha256(members["attachments/" + name]).hexdigest() == name
    tips = json.loads(members["tips.json"])
    lines = [json.loads(line) for line in members["changes.jsonl"].split(b"\n")[:-1]]
    changes = _changes(_full_keys(lines), tips, manifest["project"], members["seals"])
    order = [(change["record"], change["field"] or "", change["depth"], change["id"]) for change in changes]
    assert order == sorted(set(order))
    identity = sha256(members["manifest.json"]).hexdigest()
    return {"id": identity, "manifest": manifest, "tips": tips, "changes": changes, "attachments": attachments}


def _full_keys(lines: list[Any]) -> list[Any]:
    before: list[Any] = []
    for line in lines:
        before = line[0] = before[: 5 - len(line[0])] + line[0]
    return lines


def _writer_id(project: str, key: str, scope: str, nonce: str) -> str:
    ends = bytes.fromhex(key) + bytes.fromhex(nonce)
    return sha256(b"werkboek writer\0" + bytes.fromhex(project) + scope.encode() + b"\0" + ends).hexdigest()


def _changes(lines: list[Any], tips: Any, project: str, seals: bytes) -> list[dict[str, Any]]:
    assert len(seals) == 80 * len(lines)
    built: dict[int, dict[str, Any]] = {}
    while len(built) < len(lines):
        ready = [at for at in range(len(lines)) if at not in built and _needs(lines, at) <= built.keys()]
        assert ready, "a ring"
        for at in ready:
            built[at] = _change(lines, at, built, tips, project, seals[80 * at : 80 * at + 80])
    return [built[at] for at in range(len(lines))]


def _needs(lines: list[Any], at: int) -> set[int]:
    parents = {at - parent for parent in lines[at][4] if isinstance(parent, int)}
    return parents | ({_prev_line(lines, at)} if lines[at][3] == 0 and lines[at][2] > 1 else set())


def _prev_line(lines: list[Any], at: int) -> int:
    (prev,) = [other for other, line in enumerate(lines) if line[1:3] == [lines[at][1], lines[at][2] - 1]]
    return prev


def _change(lines: list[Any], at: int, built: Any, tips: Any, project: str, seal: bytes) -> dict[str, Any]:
    (kind, record, owner, field, type_), writer, seq, prev, parents, depth, time, author, value, *rest = lines[at]
    key, scope, nonce = tips["writers"][writer]
    if prev == 0:
        prev = built[_prev_line(lines, at)]["id"] if seq > 1 else None
    ids = [built[at - parent]["id"] if isinstance(parent, int) else parent for parent in parents]
    has_body = not (isinstance(value, dict) and list(value) == ["hash"])
    if type_ == "prose" and isinstance(value, list):
        bases = [built[at - parent].get("value") for parent in parents if isinstance(parent, int)]
        value = _patched(next(base for base in bases if isinstance(base, str)), value)
    hash_ = sha256(seal[64:] + canonical(value)).hexdigest() if has_body else value["hash"]
    op, format_, rule = rest or ("edit", 1, 1)
    header = [
        op,
        scope,
        kind,
        record,
        owner,
        field,
        type_,
        _writer_id(project, key, scope, nonce),
        seq,
        prev,
        ids,
        depth,
    ]
    header += [time, None if author is None else tips["authors"][author], format_, rule, hash_]
    identity = sha256(canonical(header))
    VerifyKey(bytes.fromhex(key)).verify(b"werkboek change" + identity.digest(), seal[:64])
    change = dict(zip(HEADER, header, strict=True)) | {"id": identity.hexdigest()}
    return change | ({"value": value} if has_body else {})


def _patched(base: str, script: list[Any]) -> str:
    text, at = "", 0
    for keep, drop, insert in zip(script[::3], script[1::3], script[2::3], strict=True):
        text += base[at : at + keep] + insert
        at += keep + drop
    return text + base[at:]


if __name__ == "__main__":
    bundle = read(Path(sys.argv[1]))
    sys.stdout.write(json.dumps(bundle, ensure_ascii=False, indent=1) + "\n")
