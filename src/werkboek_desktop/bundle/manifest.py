"""The two small members that say what a bundle is: manifest.json and tips.json, as wire models and as frozen data."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from werkboek_desktop.bundle import limits
from werkboek_desktop.bundle.canonical import decode_object, encode
from werkboek_desktop.domain.ids import ChangeId, RecordId, WriterId, writer_id
from werkboek_desktop.errors import BundleDamaged, BundleTooLarge, NewerFormat

FORMAT = 1
HASHED = ("tips.json", "changes.jsonl", "seals")
SIGNED = b"werkboek bundle"

type Hex16 = Annotated[str, Field(pattern=r"^[0-9a-f]{32}\z")]
type Hex32 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}\z")]
type Hex64 = Annotated[str, Field(pattern=r"^[0-9a-f]{128}\z")]
type Count = Annotated[int, Field(ge=1, lt=10**15)]
type Moment = Annotated[int, Field(ge=0, lt=10**15)]
type Name = Annotated[str, Field(max_length=limits.NAME_CHARACTERS)]
type ScopeName = Literal["people", "work"]
type Tips = Mapping[str, tuple[ChangeId, ...]]
"""Scope → sorted ids of what a computer has without a gap."""


class Writer(NamedTuple):
    """One stream of changes: who may sign in it, and about what."""

    key: bytes
    scope: str
    nonce: bytes

    def id(self, project: str) -> WriterId:
        """Binds key, scope and project."""
        return writer_id(project, self.scope, self.key, self.nonce)


class Sender(NamedTuple):
    """The computer that made a bundle: "person · computer" and its key."""

    name: str
    key: bytes


class Voucher(NamedTuple):
    """What a key says of another one: that it is of the same person. `signature` is by the first."""

    by: bytes
    key: bytes
    signature: bytes


class Manifest(NamedTuple):
    """What a bundle says of itself: `created` in seconds since 1970; `number` counts within sender and project.

    `vouches`: which keys are of other computers of the same person, sorted. The receiver checks those signatures.
    """

    project: str
    name: str | None
    sender: Sender
    number: int
    created: int
    scopes: tuple[str, ...]
    partial: bool
    since: bool
    vouches: tuple[Voucher, ...] = ()


class _Wire(BaseModel):
    model_config = ConfigDict(strict=True, frozen=True)


class _Readers(_Wire):
    format: Count
    min_reader: Count


class _SenderWire(_Wire):
    key: Hex32
    name: Name


class _ManifestWire(_Readers):
    created: Moment
    members: list[tuple[Literal["tips.json", "changes.jsonl", "seals"], Hex32]]
    name: Name | None
    number: Count
    partial: bool
    project: Hex16
    scopes: list[ScopeName]
    sender: _SenderWire
    since: bool
    vouches: list[tuple[Hex32, Hex32, Hex64]] = []


class _TablesWire(_Wire):
    """tips.json: the tables that lines point into, and the receipt."""

    model_config = ConfigDict(extra="forbid")
    authors: list[Hex16]
    since: dict[ScopeName, list[Hex32]] | None
    tips: dict[ScopeName, list[Hex32]]
    writers: list[tuple[Hex32, ScopeName, Hex16]]


def manifest_bytes(manifest: Manifest, hashes: Mapping[str, str]) -> bytes:
    """manifest.json; `hashes` has the SHA-256 of each member in HASHED."""
    wire = manifest._asdict() | {
        "format": FORMAT,
        "min_reader": FORMAT,
        "members": [(name, hashes[name]) for name in HASHED],
        "sender": {"name": manifest.sender.name, "key": manifest.sender.key.hex()},
        "vouches": [tuple(map(bytes.hex, voucher)) for voucher in manifest.vouches],
    }
    if not manifest.vouches:
        del wire["vouches"]
    return encode(wire).encode()


def parse_manifest(data: bytes) -> tuple[Manifest, dict[str, str]]:
    """The manifest and its hashes; raises BundleDamaged, BundleTooLarge, NewerFormat."""
    if len(data) > limits.MANIFEST:
        raise BundleTooLarge("bytes in manifest.json", len(data), limits.MANIFEST)
    parsed = decode_object(data, "manifest.json")
    try:
        if _Readers.model_validate(parsed).min_reader > FORMAT:
            raise NewerFormat
        wire = _ManifestWire.model_validate_json(data)
    except ValidationError as error:
        raise BundleDamaged("manifest.json") from error
    lists: list[Sequence[Any]] = [wire.scopes, wire.vouches]
    if [name for name, _ in wire.members] != list(HASHED) or not all(map(_ascending, lists)):
        raise BundleDamaged("manifest.json")
    manifest = Manifest(
        wire.project,
        wire.name,
        Sender(wire.sender.name, bytes.fromhex(wire.sender.key)),
        wire.number,
        wire.created,
        tuple(wire.scopes),
        wire.partial,
        wire.since,
        tuple(Voucher(*map(bytes.fromhex, voucher)) for voucher in wire.vouches),
    )
    return manifest, dict(wire.members)


class Tables(NamedTuple):
    """What tips.json holds: the tables that lines point into, the receipt, and the tips that a delta was made from."""

    writers: tuple[Writer, ...]
    authors: tuple[RecordId, ...]
    tips: Tips
    since: Tips | None


def tables_bytes(tables: Tables) -> bytes:
    """tips.json; raises BundleTooLarge."""
    _bound_tables(tables)
    wire = tables._asdict() | {"writers": [(key.hex(), scope, nonce.hex()) for key, scope, nonce in tables.writers]}
    return encode(wire).encode()


def parse_tables(data: bytes, manifest: Manifest) -> Tables:
    """Tables that fit the manifest; raises BundleDamaged, BundleTooLarge."""
    if len(data) > limits.TIPS_BYTES:
        raise BundleTooLarge("bytes in tips.json", len(data), limits.TIPS_BYTES)
    decode_object(data, "tips.json")
    try:
        wire = _TablesWire.model_validate_json(data)
    except ValidationError as error:
        raise BundleDamaged("tips.json") from error
    writers = tuple(Writer(bytes.fromhex(key), scope, bytes.fromhex(nonce)) for key, scope, nonce in wire.writers)
    since = None if wire.since is None else _frozen(wire.since)
    tables = Tables(writers, tuple(wire.authors), _frozen(wire.tips), since)
    _bound_tables(tables)
    lists: list[Sequence[Any]] = [wire.writers, wire.authors, *wire.tips.values(), *(wire.since or {}).values()]
    fits = all(writer.scope in manifest.scopes for writer in writers) and (since is not None) is manifest.since
    if not fits or not all(map(_ascending, lists)):
        raise BundleDamaged("tips.json")
    return tables


def _frozen(tips: Mapping[ScopeName, list[ChangeId]]) -> Tips:
    return {scope: tuple(ids) for scope, ids in tips.items()}


def _bound_tables(tables: Tables) -> None:
    for tips in (tables.tips, tables.since or {}):
        count = sum(map(len, tips.values()))
        if count > limits.TIPS:
            raise BundleTooLarge("ontvangstbewijzen", count, limits.TIPS)
    for table in (tables.writers, tables.authors):
        if len(table) > limits.WRITERS:
            raise BundleTooLarge("schrijvers", len(table), limits.WRITERS)


def _ascending(items: Sequence[Any]) -> bool:
    return all(a < b for a, b in pairwise(items))
