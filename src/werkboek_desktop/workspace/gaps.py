"""What is missing of what others sent: from whom, which bundles, and what waits for them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from werkboek_desktop.domain import gaps, schema
from werkboek_desktop.domain.change import FieldKey
from werkboek_desktop.domain.gaps import Missing
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.moments import counted
from werkboek_desktop.domain.today_lines import person_of
from werkboek_desktop.store import gaps as stored
from werkboek_desktop.store.gaps import Parcel, Waiter
from werkboek_desktop.store.reading import Reader
from werkboek_desktop.store.shapes import Received
from werkboek_desktop.workspace.model import Waits
from werkboek_desktop.workspace.reading import title
from werkboek_desktop.workspace.spots import Spots, local

type Key = bytes
"""The public key of a computer; empty where nobody knows who sent a change."""


@dataclass
class _Asked:
    """What one computer has to be asked for, while it is gathered."""

    waiters: list[Waiter] = field(default_factory=list)
    numbers: set[int] = field(default_factory=set)
    """Of the bundles before which something is missing."""
    goes_on: bool = False
    lacks_too: bool = False


def missing(reader: Reader, bundle: str = "") -> list[Missing]:
    """A line for each computer that has to be asked for something, the one that most waits for first.

    `bundle`: only what this one counts on.
    """
    parcels, asked = _asked(reader, bundle)
    spots = Spots(reader)
    bundles = {key: [each.bundle for each in parcels if each.bundle.key == key] for key in asked}
    found = [_missing(spots, part, bundles[key]) for key, part in asked.items()]
    return sorted(found, key=lambda one: (-one.changes, one.sender))


def not_whole(reader: Reader, records: Iterable[RecordId]) -> Iterator[str]:
    """What the check list of a PDF says: of which of these a part did not come yet."""
    waits = stored.waiting_records(reader)
    for record in records:
        if record in waits:
            waiting = counted(waits[record], "wijziging wacht", "wijzigingen wachten")
            yield f"‘{title(reader, record)}’ is nog niet compleet: {waiting} op een eerder pakket."


def waiting_by_computer(reader: Reader) -> list[Waits]:
    """The same lines in short: of whom, where somebody knows, and how many changes wait."""
    parcels, asked = _asked(reader)
    names = {parcel.bundle.key: person_of(parcel.bundle.sender) for parcel in parcels}
    return sorted(Waits(names.get(key, ""), len(part.waiters)) for key, part in asked.items())


def _asked(reader: Reader, bundle: str = "") -> tuple[list[Parcel], dict[Key, _Asked]]:
    waiters = stored.waiters(reader)
    if not (waiters or stored.anything_lacks(reader)):
        return [], {}
    parcels = stored.parcels(reader, [waiter.row for waiter in waiters])
    concerned = [each for each in parcels if bundle in {"", each.bundle.id}]
    rows = {row for each in concerned for row in each.waiters}
    asked = _asked_for([each for each in waiters if each.row in rows or not bundle], parcels)
    _ask_for_receipts(asked, reader, [parcel.bundle for parcel in parcels], bundle)
    return parcels, asked


def _asked_for(waiters: Sequence[Waiter], parcels: Sequence[Parcel]) -> dict[Key, _Asked]:
    """Whoever wrote a change had what it is built on; else who sent it is the nearest that one can ask."""
    asked: dict[Key, _Asked] = defaultdict(_Asked)
    senders = {parcel.bundle.key for parcel in parcels}
    brought = defaultdict(list)
    for parcel in parcels:
        for row in parcel.waiters:
            brought[row].append(parcel.bundle)
    for waiter in waiters:
        bundles = brought[waiter.row]
        own = [bundle for bundle in bundles if bundle.key == waiter.writer_key]
        via = min(own or bundles, key=lambda bundle: bundle.number, default=None)
        key = waiter.writer_key if waiter.writer_key in senders else via.key if via else b""
        part = asked[key]
        part.waiters.append(waiter)
        if via and via.key == key:
            part.numbers.add(via.number)
            part.lacks_too |= any(bundle.whole for bundle in bundles if bundle.key == key)
    return asked


def _ask_for_receipts(asked: dict[Key, _Asked], reader: Reader, bundles: Sequence[Received], only: str) -> None:
    """Whoever sent what goes on from something that is not here; a whole bundle of theirs since then settles it."""
    last_whole: dict[Key, int] = {}
    for bundle in bundles:
        if bundle.whole:
            last_whole[bundle.key] = max(bundle.number, last_whole.get(bundle.key, 0))
    doubtful = [each for each in bundles if each.lacks and each.number > last_whole.get(each.key, 0)]
    concerned = [each for each in doubtful if only in {"", each.id}]
    lacks = [(bundle, scope, ids) for bundle in concerned for scope, ids in bundle.lacks.items()]
    answers = stored.still_lacks(reader, [(scope, ids) for _bundle, scope, ids in lacks])
    for (bundle, _scope, _ids), lacking in zip(lacks, answers, strict=True):
        if lacking:
            asked[bundle.key].goes_on = True
            asked[bundle.key].numbers.add(bundle.number)


def _missing(spots: Spots, part: _Asked, bundles: Sequence[Received]) -> Missing:
    came = [gaps.Parcel(bundle.number, local(bundle.created).date()) for bundle in bundles]
    holes = {hole for number in part.numbers if (hole := gaps.hole_before(came, number))}
    records = {str(waiter.key.record): waiter.key for waiter in part.waiters}
    spots.learn(records)
    writers = {spots.name(waiter.author) for waiter in part.waiters} - {""}
    return Missing(
        bundles[-1].sender if bundles else "",
        tuple(sorted(holes)),
        len(part.waiters),
        tuple(sorted(records)),
        tuple(sorted({_title(spots, key) for key in records.values()})),
        tuple(sorted(writers)),
        part.goes_on,
        part.lacks_too,
    )


def _title(spots: Spots, key: FieldKey) -> str:
    """Of the part of the work that a change is in; of what is not here at all, what it is."""
    record = str(key.record)
    title = spots.whole(record if spots.row(record) else key.owner or record).title
    kind = schema.kind(key.kind)
    return title or f"{kind.label if kind else key.kind} (nog niet hier)"
