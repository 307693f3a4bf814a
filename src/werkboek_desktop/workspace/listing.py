"""What a list knows beside its rows: gaps, last changes, presence; where a text was found; and the list as a table."""

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cache

from werkboek_desktop.domain import attendance, schema, together, workflow
from werkboek_desktop.domain.fields import Kind
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.kinds.agreements import COMMENT
from werkboek_desktop.domain.listing import Attended, Facts, Names
from werkboek_desktop.domain.lists import MASTERCLASS_STATUS
from werkboek_desktop.domain.spreadsheet import csv_of
from werkboek_desktop.domain.today_facts import Sort
from werkboek_desktop.domain.together import Preview, Wish
from werkboek_desktop.domain.view import RecordView
from werkboek_desktop.resources import municipalities
from werkboek_desktop.store.gaps import waiting_records
from werkboek_desktop.store.reading import Reader
from werkboek_desktop.store.shapes import Row
from werkboek_desktop.workspace import reading
from werkboek_desktop.workspace.approvals import Proofs, agreements_and_proofs
from werkboek_desktop.workspace.comments import open_at
from werkboek_desktop.workspace.items import as_attendance
from werkboek_desktop.workspace.lookup import known_kind
from werkboek_desktop.workspace.spots import Spots

MOST_FOUND = 300
FEW = 500
_PRESENCE = "attendance"
_OVER = frozenset(option.key for option in MASTERCLASS_STATUS[3:])


def facts(reader: Reader, kind_name: str, ids: Collection[RecordId] | None = None) -> dict[RecordId, Facts]:
    """What the list of a kind tells of these records, or of all, that their rows do not know."""
    kind = known_kind(kind_name)
    changed, judging = reader.changed_at(kind.key, ids), Proofs(reader)
    lacking = _lacking(reader, kind, changed, judging) if _has_guards(kind) else {}
    attended = _attended(reader) if _is_attended_by(kind) else {}
    lapsed = _lapsed(reader, changed, judging) if "approval" in schema.owned_kinds(kind.key) else frozenset()
    remarks = open_at(reader.records(COMMENT.key)) if COMMENT.key in schema.owned_kinds(kind.key) else Counter()
    waits = waiting_records(reader)
    return {
        id_: Facts(
            time, *lacking.get(id_, (0, ())), attended.get(id_, ()), id_ in lapsed, remarks[id_], waits.get(id_, 0)
        )
        for id_, time in changed.items()
    }


def _has_guards(kind: Kind) -> bool:
    return any(field.required_from for field in kind.fields)


def _is_attended_by(kind: Kind) -> bool:
    presence = schema.kind(_PRESENCE)
    return bool(presence and presence.subject and kind.key in presence.subject.refers)


def _lacking(
    reader: Reader, kind: Kind, ids: Collection[RecordId], judging: Proofs
) -> dict[RecordId, tuple[int, tuple[str, ...]]]:
    """How many parts of the text are empty, and what the gaps before the next step are about."""
    rows = reader.rows(kind.key) if len(ids) > FEW else reader.rows_of(ids).values()
    begun = [row.id for row in rows if row.id in ids and workflow.asks(row.status)]
    found = {}
    for view, owned in reader.families(begun):
        gaps = workflow.gaps(view, owned, judging.stands(view.id, owned))
        topics = tuple(dict.fromkeys(str(gap.topic) for gap in gaps if gap.topic))
        found[view.id] = (workflow.empty_parts(view, owned), topics)
    return found


def _lapsed(reader: Reader, ids: Collection[RecordId], judging: Proofs) -> frozenset[RecordId]:
    """The cases whose text is not what somebody agreed to any more."""
    rows = {id_: row for id_, row in reader.rows_of(ids).items() if not row.deleted} if ids else {}
    agreements, _proofs = agreements_and_proofs(reader, Spots(reader), rows, judging)
    return frozenset(each.spot.top for each in agreements if each.sort is Sort.LAPSED)


def _attended(reader: Reader) -> dict[RecordId, tuple[Attended, ...]]:
    """The masterclasses of each attendee, in the order of their numbers."""
    days = {view.id: view for view in reader.records("masterclass") if not view.deleted}
    people = reader.joined_groups("attendee")
    views = [view for view in reader.records(_PRESENCE) if not view.deleted and view.key.owner in days]
    found: dict[RecordId, list[Attended]] = {}
    for row in attendance.rows(map(as_attendance, views), lambda id_: min(people.get(id_, (id_,)))):
        found.setdefault(row.attendee, []).append(_one(row, days[row.masterclass]))
    missed = _missed(views, days, people)
    return {
        id_: tuple(one._replace(missed=(one.masterclass, id_) in missed) for one in sorted(own, key=_by_number))
        for id_, own in found.items()
    }


def _missed(
    views: Sequence[RecordView], days: Mapping[RecordId, RecordView], people: Mapping[RecordId, tuple[RecordId, ...]]
) -> set[tuple[RecordId, RecordId]]:
    """Who of which masterclass was expected and never seen."""
    rows = attendance.rows(map(as_attendance, views), lambda id_: min(people.get(id_, (id_,))))
    of_day: dict[RecordId, list[attendance.Row]] = {}
    for row in rows:
        of_day.setdefault(row.masterclass, []).append(row)
    return {
        (day, attendee)
        for day, own in of_day.items()
        for attendee in attendance.no_shows(own, days[day].value("status"))
    }


def _one(row: attendance.Row, day: RecordView) -> Attended:
    number = day.value("number")
    title = str(day.value("title") or reading.UNTITLED)
    name, title = (f"M{number}", f"Masterclass {number}") if number else (title, title)
    stage = str(row.stage) if row.stage else None
    return Attended(row.masterclass, name, title, stage, missed=False, over=day.value("status") in _OVER)


def _by_number(one: Attended) -> tuple[int, str]:
    return len(one.name), one.name


def find(reader: Reader, kind_name: str, text: str) -> dict[RecordId, str]:
    """The records of a list in whose fields, or in whose parts, a text was found; with where, in a few words."""
    hits = reading.search(reader, text, MOST_FOUND)
    rows = reader.rows_of({hit.record for hit in hits})
    found: dict[RecordId, str] = {}
    for hit in hits:
        row = rows[hit.record]
        listed = row.id if row.kind == kind_name else row.owner
        if listed:
            found.setdefault(listed, hit.snippet.replace("«", "").replace("»", ""))
    return found


def rows_of(reader: Reader, kind_name: str, ids: Collection[RecordId]) -> dict[RecordId, Row | None]:
    """The rows of what is in the list of a kind, of these records or of what owns them; None: not in it any more."""
    groups = reader.joined_groups(kind_name)
    together = {one for id_ in ids for one in groups.get(id_, (id_,))}
    found = reader.rows_of(together)
    found |= reader.rows_of({row.owner for row in found.values() if row.owner} - found.keys())
    listed = {id_: row for id_, row in found.items() if row.kind == kind_name}
    return {id_: None if row.deleted or min(groups.get(id_, (id_,))) != id_ else row for id_, row in listed.items()}


def table(reader: Reader, kind_name: str, ids: Sequence[RecordId]) -> bytes:
    """These records as a file for a spreadsheet, in this order."""
    kind = known_kind(kind_name)
    views = {view.id: view for view, _owned in reader.families(ids)}
    return csv_of(kind, [views[id_] for id_ in ids if id_ in views], names(lambda id_: reading.title(reader, id_)))


def names(title: Callable[[RecordId], str]) -> Names:
    """What records and municipalities are called; each is asked for once."""
    return Names(cache(title), cache(municipalities().name))


def preview(reader: Reader, ids: Collection[RecordId], wish: Wish) -> Preview:
    """What a wish would do to these records, and how many would then lack something for their status."""
    place = {id_: at for at, id_ in enumerate(ids)}
    families = sorted(reader.families(ids), key=lambda each: place[each[0].id])
    found = together.preview((view for view, _owned in families), wish)
    changing = {change.record for change in found.changes}
    status = wish.value if wish.field.key == together.STATUS else None
    if status not in workflow.FLOW:
        return found
    judging = Proofs(reader)
    lacking = (
        workflow.gaps_for(str(status), view, owned, judging.stands(view.id, owned))
        for view, owned in families
        if view.id in changing
    )
    return found._replace(lacking=sum(map(bool, lacking)))
