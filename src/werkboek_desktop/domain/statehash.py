"""The state hash: one number that is equal wherever the same changes are ready.

Of a scope: SHA-256(`werkboek state 1` ‖ 00 ‖ scope ‖ 00 ‖ fields ‖ u32 0 ‖ erases), where

- fields: for each field with ready heads, in the order of their keys' bytes: u32 length of the key ‖ key ‖ u32
  number of heads ‖ heads, sorted, 32 bytes each. Heads that are erases are left out, and a field without others.
- key: kind ‖ 00 ‖ owner ‖ 00 ‖ record ‖ 00 ‖ field ‖ 00 ‖ value type, as they stand in the header; null is empty.
- erases: the ids of all ready erases of the scope, sorted, 32 bytes each.

Of a project: SHA-256(`werkboek state 1` ‖ 00 ‖ for `people`, then `work`: scope ‖ 00 ‖ its hash, 32 bytes).
`u32` is 4 bytes big-endian. It depends on headers alone: not on values, merge rules or versions of the program.
"""

from collections.abc import Iterable, Mapping
from hashlib import sha256

from werkboek_desktop.domain.change import FieldKey, Scope
from werkboek_desktop.domain.ids import ChangeId

_LABEL = b"werkboek state 1\0"


def scope_hash(
    scope: Scope, heads: Iterable[tuple[FieldKey, Iterable[ChangeId]]], erases: Iterable[ChangeId] = ()
) -> str:
    """64 hex digits. `heads` are those of every field of the scope, in any order, erases left out."""
    digest = sha256(_LABEL + scope.encode() + b"\0")
    for key, ids in sorted((_key(field), sorted(changes)) for field, changes in heads):
        if ids:
            digest.update(b"".join((_u32(len(key)), key, _u32(len(ids)), bytes.fromhex("".join(ids)))))
    digest.update(_u32(0) + bytes.fromhex("".join(sorted(erases))))
    return digest.hexdigest()


def project_hash(hashes: Mapping[Scope, str]) -> str:
    """The hash over the hashes of both scopes."""
    parts = (scope.encode() + b"\0" + bytes.fromhex(hashes[scope]) for scope in sorted(Scope))
    return sha256(_LABEL + b"".join(parts)).hexdigest()


def _key(field: FieldKey) -> bytes:
    return "\0".join(part or "" for part in field[1:]).encode()


def _u32(number: int) -> bytes:
    return number.to_bytes(4, "big")
