"""Other records that may be of the same person: of them nothing goes by itself."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.view import RecordView
from werkboek_desktop.store.reading import Reader

_KINDS = ("attendee", "contact", "person")
_WAYS = ("email", "phone")


class Namesake(NamedTuple):
    """A record that shares a name, an e-mail address or a phone number with another: `what` says which of them."""

    record: RecordId
    kind: str
    title: str
    what: str


def namesakes(reader: Reader, record: RecordId) -> Iterator[Namesake]:
    """Those of a record of a person; none for what is about nobody."""
    about = reader.record(record)
    if about is None or about.key.kind not in _KINDS:
        return
    same = {record, *about.joined}
    titles = {row.id: row.title for row in reader.rows()}
    mine = titles.get(record, "").casefold()
    for kind in _KINDS:
        for other in reader.records(kind):
            if other.id in same or other.deleted:
                continue
            title = titles.get(other.id, "")
            ways = [way for way in _WAYS if _plain(about, way) and _plain(about, way) == _plain(other, way)]
            if what := (["name"] if mine and title.casefold() == mine else []) + ways:
                yield Namesake(other.id, kind, title, what[0])


def doubles(reader: Reader, about: RecordView) -> list[RecordId]:
    """Who has the name of this attendee and is on the list of a day that they are on too: entered at two computers."""
    if about.key.kind != "attendee":
        return []
    titles = {row.id: row.title.casefold() for row in reader.rows("attendee")}
    same = {about.id, *about.joined}
    mine = titles.get(about.id)
    others = {id_ for id_, title in titles.items() if title and title == mine and id_ not in same}
    if not others:
        return []
    days = defaultdict(set)
    for each in reader.records("attendance"):
        if not each.deleted:
            days[str(each.value("attendee"))].add(each.key.owner)
    here = {day for id_ in same for day in days[id_]}
    return sorted(other for other in others if here & days[other])


def _plain(view: RecordView, field: str) -> str:
    """A value without what people write differently."""
    shown = view.fields.get(field)
    text = str(shown.value or "") if shown else ""
    return "".join(letter for letter in text.casefold() if letter.isalnum() or letter in "@.")
