"""Changes → a bundle file, within every limit; people never leave without a passphrase."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from werkboek_desktop.bundle import delta, limits
from werkboek_desktop.bundle.assembly import NO_SALT, base_text, expanded, sort_key, streams
from werkboek_desktop.bundle.container import Method, pack
from werkboek_desktop.bundle.envelope import lock
from werkboek_desktop.bundle.keys import OwnKey
from werkboek_desktop.bundle.lines import DERIVED, Key, Line, encode_lines
from werkboek_desktop.bundle.manifest import (
    HASHED,
    SIGNED,
    Manifest,
    Sender,
    Tables,
    Tips,
    Voucher,
    Writer,
    manifest_bytes,
    tables_bytes,
)
from werkboek_desktop.bundle.reader import FOLDER, MIMETYPE
from werkboek_desktop.domain.change import Change, Scope
from werkboek_desktop.domain.ids import ChangeId, WriterId
from werkboek_desktop.domain.values import to_json
from werkboek_desktop.errors import BundleTooLarge, FileExists, PassphraseNeeded
from werkboek_desktop.saving import save

_METHODS = {
    "mimetype": Method.STORED,
    "manifest.json": Method.DEFLATE,
    "signature": Method.STORED,
    "seals": Method.STORED,
}
"""The rest is deflated (attachments) or packed by bzip2 (text): docs/decisions/0020."""


@dataclass(frozen=True)
class Contents:
    """What goes into a bundle. `sender` is "person · computer"; `writers` has at least those of the changes."""

    project: str
    name: str | None
    sender: str
    number: int
    created: int
    scopes: tuple[str, ...]
    changes: Sequence[Change]
    writers: Mapping[WriterId, Writer]
    tips: Tips
    since: Tips | None = None
    partial: bool = False
    attachments: Mapping[str, bytes] = field(default_factory=dict)
    vouches: tuple[Voucher, ...] = ()


class Written(NamedTuple):
    """The file that was made; size in bytes."""

    path: Path
    size: int


def write(
    path: Path, contents: Contents, key: OwnKey, passphrase: str | None = None, *, force: bool = False
) -> Written:
    """Makes the file at once or not at all.

    Raises:
        PassphraseNeeded: people would leave without one.
        FileExists: there is a file at `path`, and no `force`.
        BundleTooLarge: a limit of docs/limits.md.
        NotSaved: the disk is full or read-only; nothing is left behind.
    """
    if Scope.PEOPLE in contents.scopes and not passphrase:
        raise PassphraseNeeded
    if path.exists() and not force:
        raise FileExists(path)
    data = sealed(to_bytes(contents, key), passphrase)
    save(path, data, force=force)
    return Written(path, len(data))


def sealed(data: bytes, passphrase: str | None) -> bytes:
    """The bundle as it travels: locked, where there is a passphrase; raises BundleTooLarge."""
    if passphrase:
        data = lock(data, passphrase)
    if len(data) > limits.FILE:
        raise BundleTooLarge("bytes", len(data), limits.FILE)
    return data


def to_bytes(contents: Contents, key: OwnKey) -> bytes:
    """The bundle, not locked; raises BundleTooLarge."""
    changes = sorted(contents.changes, key=sort_key)
    stray = {change.header.scope for change in changes} - set(contents.scopes)
    if stray:
        raise ValueError(f"a change of scope {min(stray)} must not go along")
    tables = _tables(contents, changes)
    members = {
        "tips.json": tables_bytes(tables),
        "changes.jsonl": encode_lines(_lines(changes, tables, contents.project)),
        "seals": b"".join(change.signature + (change.body.salt if change.body else NO_SALT) for change in changes),
    }
    manifest = manifest_bytes(_manifest(contents, key), {name: sha256(members[name]).hexdigest() for name in HASHED})
    if len(manifest) > limits.MANIFEST:
        raise BundleTooLarge("bytes in manifest.json", len(manifest), limits.MANIFEST)
    head = {"mimetype": MIMETYPE, "manifest.json": manifest, "signature": key.sign(SIGNED + manifest)}
    fixed = [(name, content, _METHODS.get(name, Method.BZIP2)) for name, content in (head | members).items()]
    return pack(fixed + _attachments(contents.attachments))


def _attachments(attachments: Mapping[str, bytes]) -> list[tuple[str, bytes, Method]]:
    for content in attachments.values():
        if len(content) > limits.ATTACHMENT:
            raise BundleTooLarge("bytes in een bijlage", len(content), limits.ATTACHMENT)
    return [(FOLDER + name, attachments[name], Method.DEFLATE) for name in sorted(attachments)]


def _manifest(contents: Contents, key: OwnKey) -> Manifest:
    return Manifest(
        project=contents.project,
        name=contents.name,
        sender=Sender(contents.sender, key.public),
        number=contents.number,
        created=contents.created,
        scopes=tuple(sorted(contents.scopes)),
        partial=contents.partial,
        since=contents.since is not None,
        vouches=contents.vouches,
    )


def _tables(contents: Contents, changes: Sequence[Change]) -> Tables:
    writers = {contents.writers[change.header.writer] for change in changes}
    authors = {change.header.author for change in changes}
    return Tables(
        tuple(sorted(writers)), tuple(sorted(author for author in authors if author)), contents.tips, contents.since
    )


def _lines(changes: Sequence[Change], tables: Tables, project: str) -> Iterable[Line]:
    writers = {writer.id(project): at for at, writer in enumerate(tables.writers)}
    authors = {author: at for at, author in enumerate(tables.authors)}
    places = {change.id: at for at, change in enumerate(changes)}
    texts = 0
    by_seq = streams((writers[change.header.writer], change.header.seq) for change in changes)
    for at, change in enumerate(changes):
        header = change.header
        texts = expanded(texts, _text(change))
        earlier = {parent: at - places[parent] for parent in header.parents if places.get(parent, at) < at}
        before = by_seq.get((writers[header.writer], header.seq - 1))
        yield Line(
            key=Key(header.kind, header.record, header.owner, header.field, header.type),
            writer=writers[header.writer],
            seq=header.seq,
            prev=_prev(change, None if before is None else changes[before].id),
            parents=[earlier.get(parent, parent) for parent in header.parents],
            depth=header.depth,
            time=header.time,
            author=None if header.author is None else authors[header.author],
            value=_value(change, [changes[at - back] for back in earlier.values()]),
            op=header.op,
            format=header.format,
            rule=header.rule,
        )


def _prev(change: Change, before: ChangeId | None) -> ChangeId | int | None:
    header = change.header
    derived = header.prev is None if header.seq == 1 else before is not None and header.prev == before
    return DERIVED if derived else header.prev


def _value(change: Change, parents: Sequence[Change]) -> object:
    if change.body is None:
        return {"hash": change.header.value_hash}
    text = _text(change)
    base = next((base for parent in parents if (base := _text(parent)) is not None), None)
    if text is None or base is None:
        return to_json(change.body.value)
    return delta.diff(base, text)


def _text(change: Change) -> str | None:
    return base_text(change.header.type, change.value)
