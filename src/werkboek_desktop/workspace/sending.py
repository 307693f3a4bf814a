"""Bundles out: what goes, to whom, and what is remembered of it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from werkboek_desktop.domain.change import Change, Op
from werkboek_desktop.domain.values import ValueType
from werkboek_desktop.errors import Cancelled, FileExists, PassphraseNeeded, Refusal
from werkboek_desktop.saving import save
from werkboek_desktop.store import outgoing
from werkboek_desktop.store.outgoing import Sent
from werkboek_desktop.store.reading import Reader
from werkboek_desktop.workspace import contacts
from werkboek_desktop.workspace.going import Going, Request, going
from werkboek_desktop.workspace.model import Case, Exported, Part, Progress, as_sent, unwatched
from werkboek_desktop.workspace.packing import Packed, Packer, proven
from werkboek_desktop.workspace.parting import weigh
from werkboek_desktop.workspace.reading import project_name
from werkboek_desktop.workspace.session import Session

if TYPE_CHECKING:
    from werkboek_desktop.bundle.writer import Contents

_OUTSIDE = 2_000
"""The bytes of a bundle without a change."""
_TIP = 35
"""The bytes of a tip, for hashes do not pack."""


class Plan(NamedTuple):
    """What a bundle would hold. `cases`: of which something goes; `stays`: those that may not leave, and why.

    `size` in bytes, about. `since`: only what the receiver lacked. `parts`: as how many it would go within the mail's
    limit, about. `beside`: of each other kind that stands alone how many records something goes of.
    """

    cases: tuple[Case, ...]
    stays: tuple[Case, ...]
    people: bool
    partial: bool
    since: bool
    changes: int
    files: int
    size: int
    parts: int
    beside: Mapping[str, int] = {}

    @property
    def is_hollow(self) -> bool:
        """Whether whoever sends it may think that more goes: nothing at all does, or no case though there are some."""
        return not self.changes or (bool(self.stays) and not self.cases)


def what_goes(session: Session, request: Request) -> Plan:
    """What `export` would send; raises UnknownRecord, PeopleChosen, UnknownReceiver, NothingMayLeave."""
    with session.store.read() as reader:
        found = going(session, reader, request)
        changes = proven(found.changes, reader.writers())
        files = outgoing.sizes(reader, _files_shown(changes))
        tips = sum(len(reader.tips(scope)) for scope in request.scopes) + sum(map(len, (found.since or {}).values()))
    size = _OUTSIDE + _TIP * tips + weigh(changes, files).together(changes)
    room = as_sent(session.app.settings().mail_limit_mb)
    alone = {
        (change.header.kind, change.header.record)
        for change in changes
        if change.header.op != Op.ERASE and change.header.record not in found.owners and change.header.kind != "case"
    }
    return Plan(
        found.cases,
        found.stays,
        request.people,
        found.partial,
        found.since is not None,
        len(changes),
        len(files),
        size,
        -(-size // room),
        Counter(kind for kind, _record in alone),
    )


def export(
    session: Session,
    out: Path,
    request: Request,
    *,
    passphrase: str | None,
    force: bool,
    split: bool,
    progress: Progress = unwatched,
) -> Exported:
    """Makes a bundle of what goes; `split`: several, where the mail would not take one.

    Raises what `what_goes` does, and PassphraseNeeded, FileExists, BundleTooLarge, Cancelled, NotSaved: then nothing is
    left.
    """
    if request.people and not passphrase:
        raise PassphraseNeeded
    if out.exists() and not force and not split:
        raise FileExists(out)
    limit = session.app.settings().mail_limit_mb
    with session.store.read() as reader:
        found = going(session, reader, request)
        packer = _packer(session, reader, request, found)
        row, receipt = reader.last_row(), outgoing.last_number(reader, request.to) if found.since else 0
    packed = _packed(packer, _room(limit) if split else None, progress)
    parts = _save(part_paths(out, len(packed)), packed, passphrase, force=force)
    with suppress(Refusal):  # the bundle is there; only that it was made is forgotten
        _remember(session, [_sent(request, found, *each, receipt, row) for each in zip(packed, parts, strict=True)])
    changes, size = len(packer.whole.changes), sum(part.size for part in parts)
    return Exported(parts[0].path, size, changes, limit, parts, found.stays, len(found.changes) - changes)


def _packed(packer: Packer, room: int | None, progress: Progress) -> list[Packed]:
    """All parts; raises Cancelled when somebody asked to stop."""
    found: list[Packed] = []
    done, total, parts = 0, len(packer.whole.changes), packer.parts(room)
    while progress(min(done, total), total, "Inpakken"):
        if (one := next(parts, None)) is None:
            return found
        found.append(one)
        done += len(one.contents.changes)
    raise Cancelled


def _sent(request: Request, found: Going, packed: Packed, part: Part, receipt: int, row: int) -> Sent:
    made = packed.contents
    return Sent(
        made.created,
        request.to,
        part.path.name,
        made.number,
        part.changes,
        part.size,
        request.people,
        found.partial,
        receipt,
        row,
    )


def part_paths(out: Path, count: int) -> list[Path]:
    """Where the parts come: `naam 1 van 3.wbx`; what goes as one keeps its name."""
    if count == 1:
        return [out]
    return [out.with_name(f"{out.stem} {number} van {count}{out.suffix}") for number in range(1, count + 1)]


def last_sent(reader: Reader) -> Sent | None:
    """What is remembered of the bundle that was made last; None: none was."""
    return next(iter(outgoing.log(reader, 1)), None)


def sent_log(session: Session) -> list[Sent]:
    """The bundles that were made at this computer of this file, the last one first."""
    with session.store.read() as reader:
        return outgoing.log(reader)


def _remember(session: Session, bundles: Sequence[Sent]) -> None:
    with session.store.write() as transaction:
        for bundle in bundles:
            outgoing.remember(transaction, bundle)


def sender_name(session: Session) -> str:
    """How this computer signs its bundles: "person · computer"."""
    settings = session.app.settings()
    with session.app.incarnation(session.path) as incarnation:
        person = session.author or settings.author or next(reversed(incarnation.persons), "")
    return f"{person or 'onbekend'} · {settings.computer}"


def _room(limit_mb: int) -> int:
    from werkboek_desktop.bundle import limits

    return min(as_sent(limit_mb), limits.FILE)


def _files_shown(changes: Sequence[Change]) -> set[str]:
    """The files that fields name now. What a face was blurred in or cut off from stays where it was taken in."""
    replaced = {parent for change in changes for parent in change.header.parents}
    files = (change for change in changes if change.header.type is ValueType.ATTACHMENT and change.value)
    return {str(change.value) for change in files if change.id not in replaced}


def _packer(session: Session, reader: Reader, request: Request, found: Going) -> Packer:
    changes = proven(found.changes, reader.writers())
    attachments = reader.attachments(_files_shown(changes))
    sizes = {name: len(content) for name, content in attachments.items()}
    return Packer(
        _contents(session, reader, request, found, changes, attachments),
        found.everywhere,
        weigh(changes, sizes),
        found.owners,
        session.key,
        _numbers(session),
    )


def _numbers(session: Session) -> Iterator[int]:
    while True:
        yield session.app.next_bundle_number(session.project)


def _contents(
    session: Session,
    reader: Reader,
    request: Request,
    found: Going,
    changes: Sequence[Change],
    attachments: Mapping[str, bytes],
) -> "Contents":
    from werkboek_desktop.bundle.manifest import Voucher, Writer  # pydantic makes every command a fifth slower
    from werkboek_desktop.bundle.writer import Contents

    writers = reader.writers({change.header.writer for change in changes})
    return Contents(
        project=session.project,
        name=project_name(reader, session.project),
        sender=sender_name(session),
        number=0,
        created=session.app.clock(),
        scopes=request.scopes,
        changes=changes,
        writers={id_: Writer(*made_of) for id_, made_of in writers.items()},
        tips={scope: reader.tips(scope) for scope in request.scopes},
        since=found.since,
        partial=found.partial,
        attachments=attachments,
        vouches=tuple(Voucher(*made_of) for made_of in contacts.vouchers(session, reader)),
    )


def _save(paths: Sequence[Path], packed: Sequence[Packed], passphrase: str | None, *, force: bool) -> tuple[Part, ...]:
    """All of them, or none."""
    from werkboek_desktop.bundle.writer import sealed

    made: list[Part] = []
    try:
        for path, one in zip(paths, packed, strict=True):
            data = sealed(one.data, passphrase)
            save(path, data, force=force)
            made.append(Part(path, len(data), len(one.contents.changes)))
    except Refusal:
        for part in made:
            part.path.unlink(missing_ok=True)
        raise
    return tuple(made)
