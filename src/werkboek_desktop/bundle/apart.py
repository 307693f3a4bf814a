"""A bundle is read in a process of its own, and comes back as what was verified there (decision 0140)."""

import gc
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from itertools import batched
from typing import Any

from werkboek_desktop import apart
from werkboek_desktop.apart import Progress
from werkboek_desktop.bundle import reader
from werkboek_desktop.bundle.container import open_container
from werkboek_desktop.bundle.manifest import Manifest, Sender, Voucher, Writer
from werkboek_desktop.bundle.process import READER, TASK
from werkboek_desktop.bundle.reader import Attachments, Bundle
from werkboek_desktop.bundle.wrapped import Found, bundles
from werkboek_desktop.domain import schema
from werkboek_desktop.domain.change import Body, Change, Header
from werkboek_desktop.domain.values import Place, ValueType, to_json
from werkboek_desktop.errors import BundleTooHard

_SMALL = 1 << 20
"""Bytes of a bundle after which the process is still small enough to wait for the next one."""
_AT_A_TIME = 64
_TURN = 0.0002
"""Seconds that the thread which unpacks waits for its turn at most: it needs it often, and for next to nothing."""
_TYPE = Header._fields.index("type")


def find_apart(data: bytes, progress: Progress | None = None) -> list[Found]:
    """All bundles in a mail or a zip; raises NotABundle, BundleDamaged, BundleTooLarge, BundleTooHard."""
    with _asked(data, ("find", data), progress) as answer:
        return [Found(name, found) for name, found in answer]


def manifest_apart(data: bytes, passphrase: str | None = None) -> Manifest:
    """What a bundle says of itself; raises what reading it would."""
    with _asked(data, ("manifest", data, passphrase), None) as answer:
        (told,) = answer
        return _manifest(told)


def read_apart(data: bytes, *, passphrase: str | None, project: str | None, progress: Progress | None) -> Bundle:
    """A verified bundle, as `reader.read` gives it; raises the same, and BundleTooHard."""
    with _asked(data, ("read", data, passphrase, project), progress) as answer:
        id_, unlocked, manifest, writers, tips, since, count = next(answer)
        changes: list[Change] = []
        while len(changes) < count:
            changes += map(_change, next(answer))
        (unproven,) = answer
        return Bundle(
            id_,
            _manifest(manifest),
            {writer: Writer(*parts) for writer, parts in writers.items()},
            tuple(changes),
            tips,
            since,
            Attachments(open_container(data if unlocked is None else unlocked)),
            unlocked is not None,
            frozenset(unproven),
        )


@contextmanager
def _asked(data: bytes, question: tuple[object, ...], progress: Progress | None) -> Iterator[Iterator[Any]]:
    """The parts of the answer. Only what was small leaves its process to the next."""
    try:
        with closing(READER.ask(question, progress, keep=len(data) <= _SMALL)) as answer:
            yield answer
    except (ValueError, TypeError, LookupError, StopIteration) as error:  # it told something else than a bundle
        raise BundleTooHard from error


def _manifest(told: Sequence[Any]) -> Manifest:
    project, name, sender, *rest, vouches = told
    manifest = Manifest(project, name, Sender(*sender), *rest)
    return manifest._replace(vouches=tuple(Voucher(*each) for each in vouches))


def _change(told: Sequence[Any]) -> Change:
    id_, header, salt, value, signature = told
    header[_TYPE] = type_ = None if header[_TYPE] is None else ValueType(header[_TYPE])
    body = None if salt is None else Body(salt, Place(**value) if type_ is ValueType.PLACE and value else value)
    change = Change(Header(*header), body, signature)
    vars(change)["id"] = id_  # it was computed there
    return change


def _answer(question: Sequence[Any], progress: Progress) -> Iterator[object]:
    what, data, *rest = question
    if what == "find":
        yield from map(tuple, bundles(data))
    elif what == "manifest":
        yield _told_manifest(reader.read_manifest(data, passphrase=rest[0]))
    else:
        passphrase, project = rest
        yield from _read(data, passphrase, project, progress)


def _read(data: bytes, passphrase: str | None, project: str | None, progress: Progress) -> Iterator[object]:
    bundle = reader.read(data, kind_scope=kind_scope, passphrase=passphrase, project=project, progress=progress)
    yield (
        bundle.id,
        bundle.attachments.container.data if bundle.locked else None,
        _told_manifest(bundle.manifest),
        {id_: tuple(writer) for id_, writer in bundle.writers.items()},
        bundle.tips,
        bundle.since,
        len(bundle.changes),
    )
    for few in batched(bundle.changes, _AT_A_TIME):
        yield [_told(change) for change in few]
    yield tuple(bundle.unproven)


def _told_manifest(manifest: Manifest) -> tuple[object, ...]:
    project, name, sender, *rest, vouches = manifest
    return project, name, tuple(sender), *rest, tuple(map(tuple, vouches))


def _told(change: Change) -> tuple[object, ...]:
    header: list[object] = list(change.header)
    header[_TYPE] = change.header.type and change.header.type.value
    body = change.body
    return change.id, header, body and body.salt, body and to_json(body.value), change.signature


def kind_scope(name: str) -> str | None:
    """The scope a kind belongs to; None for one from a newer program."""
    kind = schema.kind(name)
    return kind.scope if kind else None


def serve() -> None:
    """Reads bundles and tells what is in them, or why not."""
    gc.disable()  # what it makes has no rings, and it does not live long
    sys.setswitchinterval(_TURN)
    apart.serve(TASK, _answer, sys.stdin.buffer, sys.stdout.buffer)


if __name__ == "__main__":
    serve()
