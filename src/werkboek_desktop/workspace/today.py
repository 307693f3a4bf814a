"""What somebody finds when they sit down: what waits for them, and what stands beside that."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import NamedTuple

from werkboek_desktop.domain import attendance, schema
from werkboek_desktop.domain.change import Scope
from werkboek_desktop.domain.forks import line
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.today import LOOKED_AT, TOLD_APART, Waiting, waiting
from werkboek_desktop.domain.today_facts import (
    Changed,
    Conflict,
    Embargo,
    Facts,
    Remark,
    SignUp,
    Spot,
)
from werkboek_desktop.domain.today_lines import (
    VISITS,
    Line,
    Next,
    Visited,
    arrival_line,
    backup_line,
    head_count,
    is_ahead,
    sent_line,
)
from werkboek_desktop.domain.values import ValueType
from werkboek_desktop.domain.view import Status
from werkboek_desktop.resources import municipalities
from werkboek_desktop.settings import Around
from werkboek_desktop.store import backup, outgoing, seen
from werkboek_desktop.store.reading import Reader
from werkboek_desktop.store.shapes import Row
from werkboek_desktop.workspace import comments, contacts, erased, forks, gaps, news, place, reading
from werkboek_desktop.workspace.approvals import Proofs, agreements_and_proofs
from werkboek_desktop.workspace.items import as_attendance
from werkboek_desktop.workspace.lookup import key_of
from werkboek_desktop.workspace.safety import missed_places
from werkboek_desktop.workspace.sending import last_sent
from werkboek_desktop.workspace.session import Session
from werkboek_desktop.workspace.spots import Spots, local

ARRIVALS = 3
FORK_YOUNG = timedelta(days=30)
"""So long it is said on this page that the work goes on in two places."""


class Today(NamedTuple):
    """One screen: `waiting` is what somebody does something about, the rest is to know or to go on with."""

    now: datetime
    name: str
    waiting: tuple[Waiting, ...]
    arrived: tuple[Line, ...]
    sent: Line
    backup: Line
    masterclass: Next | None
    visited: tuple[Visited, ...]
    warned: tuple[Line, ...] = ()
    """What is wrong with the file itself: where it lies, or that it goes on elsewhere too."""


def look(session: Session, name: str) -> Today:
    """All of it, of one moment, for who goes by this name."""
    now = local(session.app.clock())
    with session.store.read() as reader:
        me = reading.me(reader, name)
        spots = Spots(reader)
        return Today(
            now,
            name,
            waiting(_facts(session, reader, spots, me, now.date())),
            tuple(_arrived(reader, now)),
            _sent(reader, session, now),
            backup_line(_last_backup(session), now, missed_places(session, reader)),
            _next(reader, now.date()),
            tuple(_visited(reader, spots, me)),
            tuple(_warned(reader, session, now.date())),
        )


def saw(session: Session, record: RecordId) -> None:
    """Somebody looked at a case as it is now: what others change from here on is new to them."""
    with session.store.write() as transaction:
        if key_of(transaction, record).kind == LOOKED_AT:
            news.begin(session, transaction, record)
            seen.mark(transaction, record, session.seen_row)


def _facts(session: Session, reader: Reader, spots: Spots, me: frozenset[RecordId], today: date) -> Facts:
    cases = {row.id: row for row in reader.rows("case")}
    agreements, proofs = agreements_and_proofs(reader, spots, cases, Proofs(reader))
    return Facts(
        today,
        conflicts=tuple(_conflicts(reader, spots, me)),
        merged=tuple(_merged(reader, spots)),
        agreements=agreements,
        proofs=proofs,
        remarks=tuple(_remarks(reader, spots, me, cases)),
        missing=tuple(gaps.missing(reader)),
        changed=tuple(_changed(reader, spots, me)),
        assigned=tuple(_assigned(reader, spots, me, cases)),
        embargoes=tuple(_embargoes(reader, spots, cases)),
        signups=tuple(_signups(reader)),
        erases=tuple(_erases(session, reader, spots)),
        doubts=tuple(contacts.doubted(reader)),
    )


def _erases(session: Session, reader: Reader, spots: Spots) -> Iterator[str]:
    """Who erased something, once for each thing: what a record owns goes with it. By a key without trust: nobody."""
    found = erased.incoming(session, reader)
    whole = {each.record for each in found if each.field is None}
    for each in found:
        key = reader.record_key(each.record)
        if each.field is not None or key is None or key.owner not in whole:
            yield spots.name(each.by) if each.trusted else ""


def _conflicts(reader: Reader, spots: Spots, me: frozenset[RecordId]) -> Iterator[Conflict]:
    keys = [each.key for each in reader.unsettled() if each.status is Status.CONFLICT]
    spots.learn(str(key.record) for key in keys)
    for key, view in reader.views(keys).items():
        theirs = [variant for variant in view.variants if variant.author not in me]
        yield Conflict(
            spots.spot(key),
            len(view.variants),
            tuple(spots.name(variant.author) for variant in theirs),
            len(theirs) < len(view.variants),
            local(max(variant.time for variant in theirs or view.variants)).date(),
            key.type is ValueType.PROSE,
        )


def _merged(reader: Reader, spots: Spots) -> Iterator[Spot]:
    keys = [each.key for each in reader.unsettled() if each.status is Status.MERGED]
    spots.learn(str(key.record) for key in keys)
    yield from map(spots.spot, keys)


def _remarks(reader: Reader, spots: Spots, me: frozenset[RecordId], cases: dict[RecordId, Row]) -> Iterator[Remark]:
    """The open discussions of cases that are somebody's own or nobody's, whose last word is another's."""
    for first, *answers in comments.threads(reader):
        last = answers[-1] if answers else first
        author = comments.author_of(last)
        if not comments.is_done([first]) and author not in me and _is_mine(cases.get(first.key.owner or ""), me):
            yield Remark(spots.remark(first), spots.name(author), local(comments.written(last)[0]).date())


def _is_mine(case: Row | None, me: frozenset[RecordId]) -> bool:
    """A chapter is everybody's; so is a case that nobody has."""
    assignee = case.columns.get("assignee") if case else None
    return assignee is None or assignee in me


def _changed(reader: Reader, spots: Spots, me: frozenset[RecordId]) -> Iterator[Changed]:
    found = list(seen.news(reader, me))
    spots.learn(id_ for new in found for id_ in (new.top, str(new.key.record)))
    for new in found:
        if new.key.kind not in TOLD_APART and spots.is_here(new.top):
            yield Changed(spots.spot(new.key), spots.name(new.author), local(new.time).date())


def _assigned(reader: Reader, spots: Spots, me: frozenset[RecordId], cases: dict[RecordId, Row]) -> Iterator[Spot]:
    """What others gave somebody, and they never opened."""
    mine = [row.id for row in cases.values() if row.columns.get("assignee") in me]
    opened = seen.marked(reader, mine)
    given = seen.views_of(reader, "case", "assignee") if set(mine) - opened else {}
    for case in mine:
        if case not in opened and not {variant.author for variant in given[case].variants} & me:
            yield spots.whole(case)


def _embargoes(reader: Reader, spots: Spots, cases: dict[RecordId, Row]) -> Iterator[Embargo]:
    for case, view in seen.views_of(reader, "case", "embargo_until").items():
        if view.value and case in cases and cases[case].status != "published":
            yield Embargo(spots.whole(case)._replace(field="embargo_until"), date.fromisoformat(str(view.value)))


def _signups(reader: Reader) -> Iterator[SignUp]:
    wants = schema.field("signup", "wants")
    labels = {option.key: option.label for option in wants.options} if wants else {}
    for row in reader.rows("signup"):
        if row.status in {None, "new"}:
            chosen = row.columns.get("wants") or []
            assert isinstance(chosen, list)
            municipality = municipalities().name(str(row.columns.get("municipality") or ""))
            received = _day(row.columns.get("received_on"))
            yield SignUp(row.id, municipality, tuple(labels.get(str(want), str(want)) for want in chosen), received)


def _arrived(reader: Reader, now: datetime) -> Iterator[Line]:
    for arrival in seen.arrivals(reader, ARRIVALS):
        yield arrival_line(arrival.sender, local(arrival.created), arrival.changes, now)


def _sent(reader: Reader, session: Session, now: datetime) -> Line:
    last = last_sent(reader)
    changes = seen.unsent(reader, session.key.public, Scope.WORK, outgoing.whole_row(reader))
    return sent_line(local(last.at) if last else None, last.to if last else "", changes, now)


def _warned(reader: Reader, session: Session, today: date) -> Iterator[Line]:
    yield from place.warnings(session.path, Around.of_this_computer())
    found = forks.forks(session, reader)
    yield from dict.fromkeys(line(fork, today) for fork in found if not fork.since or today - fork.since <= FORK_YOUNG)


def _last_backup(session: Session) -> datetime | None:
    made = backup.last_kept(session.path)
    return made.astimezone() if made else None


def _next(reader: Reader, today: date) -> Next | None:
    ahead = [row for row in reader.rows("masterclass") if is_ahead(_day(row.columns.get("date")), row.status, today)]
    first = min(ahead, key=lambda row: (str(row.columns["date"]), row.id), default=None)
    view = reader.record(first.id) if first else None
    day = _day(view.value("date")) if view else None
    if view is None or day is None:
        return None
    people = reader.joined_groups("attendee")
    rows = attendance.rows(
        map(as_attendance, reader.owned(view.id, "attendance")), lambda id_: min(people.get(id_, (id_,)))
    )
    coming, waitlisted = head_count(rows)
    number = f"Masterclass {view.value('number')}: " if view.value("number") else ""
    hours = "–".join(_hour(view.value(name)) for name in ("start", "end") if view.value(name))
    place = ", ".join(str(view.value(name)) for name in ("venue", "room") if view.value(name))
    return Next(view.id, f"{number}{view.value('title') or ''}", day, hours, place, coming, waitlisted)


def _hour(value: object) -> str:
    return str(value).replace(":", ".")


def _visited(reader: Reader, spots: Spots, me: Iterable[RecordId]) -> Iterator[Visited]:
    found: set[RecordId] = set()
    lately = sorted(seen.written(reader, tuple(me)), key=lambda each: -each.time)
    for written in lately:
        spot = spots.spot(written.key)
        if spot.top in found or not spots.is_work(spot.top):
            continue
        found.add(spot.top)
        row = spots.row(spot.top)
        assert row
        part = spots.part(written.key)
        yield Visited(spot.record, spot.field, row.kind, row.status, spot.title, part, local(written.time))
        if len(found) == VISITS:
            return


def _day(value: object) -> date | None:
    return date.fromisoformat(str(value)) if value else None
