"""Other records that may be of the same person: of them nothing goes by itself."""

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


def _plain(view: RecordView, field: str) -> str:
    """A value without what people write differently."""
    shown = view.fields.get(field)
    text = str(shown.value or "") if shown else ""
    return "".join(letter for letter in text.casefold() if letter.isalnum() or letter in "@.")
