"""The items of a list as people read them: in order, with the names of what they refer to, read in one go."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from werkboek_desktop.domain import attendance
from werkboek_desktop.domain.fields import Kind
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.text import name_of_person, sort_key_name, sort_key_person
from werkboek_desktop.domain.values import ValueType
from werkboek_desktop.domain.view import RecordView
from werkboek_desktop.store.reading import Reader
from werkboek_desktop.store.shapes import Row
from werkboek_desktop.workspace.lookup import key_of, known_kind
from werkboek_desktop.workspace.reading import title_of

LAST = "~"
"""Behind every time: an item that has none yet."""

type People = Mapping[RecordId, tuple[RecordId, ...]]
"""Of a joined record all that are the same person."""


class Items(NamedTuple):
    """A list. `names`: what its items refer to, and who owns them; `missed`: whose person was expected and not seen."""

    views: tuple[RecordView, ...] = ()
    names: Mapping[RecordId, str] = {}
    missed: frozenset[RecordId] = frozenset()


def items(reader: Reader, record: RecordId, kind_name: str) -> Items:
    """What a record owns of a kind; of a kind that is about the record, what is about it."""
    kind = known_kind(kind_name)
    owned = key_of(reader, record).kind in kind.owners
    views = reader.owned(record, kind_name) if owned else _about(reader, record, kind)
    rows = _referred(reader, kind, views)
    names = {id_: _name(row) for id_, row in rows.items()}
    people = reader.joined_groups("attendee") if kind.key == "attendance" else {}
    missed = _missed(reader, views, people) if kind.key == "attendance" else frozenset()
    if not kind.is_placed:
        views = sorted(_one_a_person(views, people), key=lambda view: _order(kind, view, rows))
    return Items(tuple(views), names, missed)


def _about(reader: Reader, record: RecordId, kind: Kind) -> list[RecordView]:
    subject = kind.subject
    if subject is None:
        return []
    same = set(reader.joined(key_of(reader, record)))
    found = [row.id for row in reader.rows(kind.key) if row.columns.get(subject.key) in same]
    views = (reader.record(id_) for id_ in found)
    return [view for view in views if view]


def _referred(reader: Reader, kind: Kind, views: Iterable[RecordView]) -> dict[RecordId, Row]:
    fields = [field for field in kind.fields if field.type is ValueType.REFERENCE]
    wanted = {str(value) for view in views for field in fields if (value := view.value(field.key))}
    owners = {view.key.owner for view in views if view.key.owner}
    return reader.rows_of(wanted | owners)


def _name(row: Row) -> str:
    first, infix, last = _parts(row)
    if row.kind != "attendee" or not last:
        return title_of(row)
    return name_of_person(first, infix, last)


def _parts(row: Row) -> tuple[str, str, str]:
    first, infix, last = (str(row.columns.get(name) or "") for name in ("first_name", "infix", "last_name"))
    return first, infix, last


def _order(kind: Kind, view: RecordView, rows: Mapping[RecordId, Row]) -> tuple[str, tuple[str, ...], RecordId]:
    time = next((value for field in kind.times if (value := view.value(field.key))), LAST)
    refers = rows.get(str(view.value(kind.subject.key))) if kind.subject else None
    if refers and refers.kind == "attendee":
        return str(time), sort_key_person(*_parts(refers)), view.id
    name = " ".join(str(view.value(key) or "") for key in kind.title)
    return str(time), (sort_key_name(title_of(refers) if refers else name),), view.id


def _one_a_person(views: Sequence[RecordView], people: People) -> Sequence[RecordView]:
    """Of attendances that are one person's, the one that says how far that person came, on the heads of all."""
    if not people:
        return views
    by_id = {view.id: view for view in views}
    found = []
    for row in attendance.rows(map(as_attendance, views), lambda id_: min(people.get(id_, (id_,)))):
        own = [by_id[id_] for id_ in row.attendances]
        shown = next((view for view in own if view.value("status") == row.stage), own[0])
        found.append(replace(shown, fields={**shown.fields, "status": row.status}) if row.status else shown)
    return found


def _missed(reader: Reader, views: Sequence[RecordView], people: People) -> frozenset[RecordId]:
    """Derived and never written. Who replaced whom is only seen among all attendances of a day."""
    found: set[RecordId] = set()
    for owner in {view.key.owner for view in views}:
        day = reader.record(owner) if owner else None
        if owner is None or day is None:
            continue
        of_day = [view for view in views if view.key.owner == owner]
        all_of_day = reader.owned(owner, "attendance") if len({view.key.owner for view in views}) > 1 else of_day
        rows = attendance.rows(map(as_attendance, all_of_day), lambda id_: min(people.get(id_, (id_,))))
        gone = attendance.no_shows(rows, day.value("status"))
        found |= {id_ for row in rows if row.attendee in gone for id_ in row.attendances}
    return frozenset(found & {view.id for view in views})


def as_attendance(view: RecordView) -> attendance.Attendance:
    """A record as the rules of presence take it."""
    replaces = view.value("replaces")
    return attendance.Attendance(
        view.id,
        str(view.key.owner),
        str(view.value("attendee")),
        view.fields.get("status"),
        str(replaces) if replaces else None,
    )
