"""A bundle file → verified, frozen data, checked in the order of docs/format.md. Nothing is kept of one that fails."""

from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import pairwise
from typing import NamedTuple

from werkboek_desktop.bundle import limits, source
from werkboek_desktop.bundle.ahead import ahead
from werkboek_desktop.bundle.assembly import SEAL_BYTES, Assembly
from werkboek_desktop.bundle.container import Container as Zip
from werkboek_desktop.bundle.container import Method, open_container
from werkboek_desktop.bundle.envelope import is_locked, unlock
from werkboek_desktop.bundle.keys import verify, verify_change
from werkboek_desktop.bundle.lines import decode_lines
from werkboek_desktop.bundle.manifest import SIGNED, Manifest, Tables, Tips, Writer, parse_manifest, parse_tables
from werkboek_desktop.bundle.progress import Progress, watched
from werkboek_desktop.bundle.signatures import chain_ends
from werkboek_desktop.domain.change import Change
from werkboek_desktop.domain.ids import ChangeId, WriterId
from werkboek_desktop.domain.values import ValueType
from werkboek_desktop.errors import (
    BadSignature,
    BundleDamaged,
    BundleTooLarge,
    NotABundle,
    OtherProject,
    PassphraseNeeded,
    WrongScope,
)

MIMETYPE = b"application/vnd.werkboek.bundle"
FIXED = ("mimetype", "manifest.json", "signature", "tips.json", "changes.jsonl", "seals")
STORED = ("mimetype", "signature", "seals")
FOLDER = "attachments/"

type KindScope = Callable[[str], str | None]
"""The scope of a kind; None where this program does not know the kind."""


class Attachments(Mapping[str, bytes]):
    """SHA-256 → content, verified when the bundle was opened and unpacked when asked for."""

    def __init__(self, container: Zip) -> None:
        self.container = container
        self._names = {name.removeprefix(FOLDER) for name in container.entries if name.startswith(FOLDER)}

    def __getitem__(self, name: str) -> bytes:
        return self.container.read(FOLDER + name)

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._names))

    def __len__(self) -> int:
        return len(self._names)


@dataclass(frozen=True)
class Bundle:
    """A verified bundle, its changes in the order of the file.

    One signature a chain was checked. `unproven`: the ends of chains whose signature is not their writer's; whether
    that matters, `check_signatures` knows, who hears what is here already.
    """

    id: str
    manifest: Manifest
    writers: Mapping[WriterId, Writer]
    changes: tuple[Change, ...]
    tips: Tips
    since: Tips | None
    attachments: Attachments
    locked: bool
    unproven: frozenset[ChangeId]


def read(
    data: bytes,
    *,
    kind_scope: KindScope,
    passphrase: str | None = None,
    project: str | None = None,
    progress: Progress | None = None,
) -> Bundle:
    """Reads and verifies the bytes of a bundle, but for what follows from what is here already.

    Args:
        data: Those of the file, maybe locked.
        kind_scope: Says in which scope a kind belongs.
        passphrase: Opens a locked bundle.
        project: The only project that is accepted; None accepts any.
        progress: Hears how far it is; can cancel.

    Raises:
        NotABundle, BundleTooLarge, BundleDamaged, NewerFormat, OtherProject, WrongScope: as their docstrings say.
        PassphraseNeeded, WrongPassphrase, LockTooHeavy: it is locked.
        BadSignature: that of its sender, or those of too many changes.
        Cancelled: `progress` said so.
    """
    opened = _open(data, passphrase)
    container, manifest = opened.container, opened.manifest
    if project not in {None, manifest.project}:
        raise OtherProject(manifest.name)
    seals, tips = (b"".join(_pieces(opened, name)) for name in ("seals", "tips.json"))
    attachments = Attachments(container)
    _check_attachments(attachments)
    tables = parse_tables(tips, manifest)
    writers = {writer.id(manifest.project): writer for writer in tables.writers}
    changes = _assembly(opened, tables, list(writers), seals, progress).changes(progress)
    _check_scopes(changes, kind_scope)
    _check_named(attachments, changes)
    unproven = _unproven(changes, writers, progress)
    return Bundle(
        opened.id, manifest, writers, changes, tables.tips, tables.since, attachments, opened.locked, unproven
    )


def read_manifest(data: bytes, *, passphrase: str | None = None) -> Manifest:
    """What a bundle says of itself, which its sender signed; its changes are not looked at. Raises the same."""
    return _open(data, passphrase).manifest


class _Opened(NamedTuple):
    """A bundle of which its sender and its outside are known to be sound."""

    container: Zip
    manifest: Manifest
    hashes: Mapping[str, str]
    id: str
    locked: bool


def _open(data: bytes, passphrase: str | None) -> _Opened:
    locked = is_locked(data)
    container = open_container(_unlock(data, passphrase) if locked else data)
    _check_members(container)
    manifest_json = container.read("manifest.json")
    manifest, hashes = parse_manifest(manifest_json)
    if not verify(manifest.sender.key, SIGNED + manifest_json, container.read("signature")):
        raise BadSignature("afzender")
    return _Opened(container, manifest, hashes, sha256(manifest_json).hexdigest(), locked)


def _unlock(data: bytes, passphrase: str | None) -> bytes:
    if passphrase is None:
        raise PassphraseNeeded
    unlocked = unlock(data, passphrase)
    if not source.is_bundle(unlocked):
        raise NotABundle("een ander bestand dat op slot zit")
    return unlocked


def _check_members(container: Zip) -> None:
    names = list(container.entries)
    attachments = names[len(FIXED) :]
    if tuple(names[: len(FIXED)]) != FIXED or any(a >= b for a, b in pairwise(attachments)):
        raise BundleDamaged
    if not all(name.startswith(FOLDER) for name in attachments):
        raise BundleDamaged
    if any(container.entries[name].method is not Method.STORED for name in STORED):
        raise BundleDamaged
    if container.read("mimetype") != MIMETYPE:
        raise BundleDamaged("mimetype")
    for name in attachments:
        if container.entries[name].size > limits.ATTACHMENT:
            raise BundleTooLarge("bytes in een bijlage", container.entries[name].size, limits.ATTACHMENT)


def _pieces(opened: _Opened, name: str) -> Iterator[bytes]:
    """A member as it is unpacked; raises BundleDamaged at its end, where it is not what the manifest says."""
    hashed = sha256()
    for piece in opened.container.pieces(name):
        hashed.update(piece)
        yield piece
    if hashed.hexdigest() != opened.hashes[name]:
        raise BundleDamaged(name)


def _check_attachments(attachments: Attachments) -> None:
    for name, content in attachments.items():
        if sha256(content).hexdigest() != name:
            raise BundleDamaged("bijlage")


def _assembly(
    opened: _Opened, tables: Tables, writers: Sequence[WriterId], seals: bytes, progress: Progress | None
) -> Assembly:
    """The lines, read while they are unpacked. What was damaged on the way is called that, whatever came of it."""
    pieces = ahead(_pieces(opened, "changes.jsonl"))
    lines = watched(decode_lines(pieces), len(seals) // SEAL_BYTES, "Lezen", progress)
    try:
        return Assembly(lines, tables, writers, seals)
    except (BundleDamaged, BundleTooLarge):
        deque(pieces, maxlen=0)
        raise


def _check_scopes(changes: Sequence[Change], kind_scope: KindScope) -> None:
    for scope, kind in {(change.header.scope, change.header.kind) for change in changes}:
        if kind_scope(kind) not in {None, scope}:
            raise WrongScope(kind)


def _check_named(attachments: Attachments, changes: Sequence[Change]) -> None:
    named = {change.value for change in changes if change.header.type is ValueType.ATTACHMENT}
    if not named.issuperset(attachments):
        raise BundleDamaged("bijlage")


def _unproven(
    changes: Sequence[Change], writers: Mapping[WriterId, Writer], progress: Progress | None
) -> frozenset[ChangeId]:
    ends = chain_ends(changes)
    unproven: set[ChangeId] = set()
    for change in watched(ends, len(ends), "Handtekeningen", progress):
        if not verify_change(change, writers[change.header.writer].key):
            unproven.add(change.id)
            if len(unproven) > limits.UNPROVEN:
                raise BadSignature(change.id[:8])
    return frozenset(unproven)
