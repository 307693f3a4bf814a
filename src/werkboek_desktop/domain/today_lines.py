"""What stands beside what waits: came in, went out, kept safe, the next masterclass, where one was."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from werkboek_desktop.domain.attendance import Row
from werkboek_desktop.domain.dutch import DAYS
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.moments import when

VISITS = 3
"""So many places to go on are shown."""
BACKUP_OLD = timedelta(days=7)
_COMES = frozenset({"registered", "confirmed", "present", "walk_in"})
_OVER = frozenset({"held", "finished"})
_CHANGES = ("wijziging", "wijzigingen")


class Line(NamedTuple):
    """A fact in two lines; `fine`: nobody needs to do anything."""

    title: str
    sentence: str
    fine: bool = True


class Next(NamedTuple):
    """The next masterclass, and how many people come or would like to."""

    record: RecordId
    title: str
    day: date
    hours: str
    place: str
    coming: int
    waitlisted: int


class Visited(NamedTuple):
    """Where somebody wrote: `field` of `record`, in the part of the work that is called `title`."""

    record: RecordId
    field: str
    kind: str
    status: str | None
    title: str
    part: str
    at: datetime


def backup_line(made: datetime | None, now: datetime, missed: Sequence[str] = ()) -> Line:
    """When the last copy was made. Every copy is opened and compared before it counts as one.

    `missed`: where it was to go as well, and did not come.
    """
    if made is None:
        return Line("Nog geen back-up", "Maak er een, dan kun je altijd terug.", fine=False)
    if now - made > BACKUP_OLD:
        return Line(f"Back-up van {when(made, now)}", "Dat is langer dan een week geleden.", fine=False)
    if missed:
        return Line(f"Back-up van {when(made, now)}", f"Die kwam niet in {' en '.join(missed)}.", fine=False)
    return Line(f"Back-up van {when(made, now)}", "Nagekeken en leesbaar")


def sent_line(sent: datetime | None, to: str, changes: int, now: datetime) -> Line:
    """The last bundle that was made here, and what changed since. What was never sent is nothing to urge about."""
    if sent is None:
        return Line("Nog niets verstuurd", f"{_changes(changes)} van jou" if changes else "")
    since = f"{_changes(changes)} sindsdien" if changes else "Daarna veranderde er niets."
    receiver = f"Aan {person_of(to)}" if to else ""
    return Line(f"Laatst verstuurd: {_recently(sent, now)}", " · ".join(filter(None, [receiver, since])))


def arrival_line(sender: str, made: datetime, changes: int, now: datetime) -> Line:
    """A bundle that came in."""
    return Line(f"Pakket van {person_of(sender)}", f"Gemaakt {when(made, now)} · {_changes(changes)}")


def person_of(sender: str) -> str:
    """The person of "person · computer"."""
    return sender.split(" · ", 1)[0] or "iemand"


def is_ahead(day: date | None, status: str | None, today: date) -> bool:
    """Whether a masterclass still has to be given."""
    return day is not None and day >= today and status not in _OVER


def head_count(rows: Iterable[Row]) -> tuple[int, int]:
    """How many people come, and how many are on the waiting list."""
    stages = [row.stage for row in rows]
    return sum(stage in _COMES for stage in stages), stages.count("waitlisted")


def _changes(number: int) -> str:
    return f"{number:,} {_CHANGES[number != 1]}".replace(",", ".")


def _recently(moment: datetime, now: datetime) -> str:
    """`vrijdag 16:12` within the week, else as `when` has it."""
    if timedelta(days=1) < now.date() - moment.date() < timedelta(days=7):
        return f"{DAYS[moment.weekday()]} {moment:%H:%M}"
    return when(moment, now)
