"""Find and replace over the book: every place in its sentence first, and then one step that can be undone."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from werkboek_desktop.domain.change import Change
from werkboek_desktop.domain.ids import ChangeId, RecordId
from werkboek_desktop.domain.replacing import Found, Search, find, replaced
from werkboek_desktop.domain.text import clean_line
from werkboek_desktop.domain.view import Status
from werkboek_desktop.errors import NothingSought
from werkboek_desktop.store.reading import Reader
from werkboek_desktop.workspace import editing, reading
from werkboek_desktop.workspace.model import Changed
from werkboek_desktop.workspace.scribe import Scribe
from werkboek_desktop.workspace.session import Session
from werkboek_desktop.workspace.texts import Text, texts

CONFLICT = "Hier staan twee versies: kies eerst."
MERGED = "Dit is samengevoegd: lees het eerst na."


class Hit(NamedTuple):
    """A place where the words stand, in the value that was seen. `authorised`: a quote that somebody agreed to."""

    owner: RecordId
    title: str
    record: RecordId
    field: str
    label: str
    value: str
    seen: tuple[ChangeId, ...]
    place: Found
    authorised: bool


class LeftOut(NamedTuple):
    """A field in which the words stand and that is left as it is, and why."""

    owner: RecordId
    title: str
    record: RecordId
    field: str
    label: str
    why: str


class Preview(NamedTuple):
    """All that would be replaced, and what stays."""

    search: Search
    hits: tuple[Hit, ...]
    left_out: tuple[LeftOut, ...]

    def chosen(self) -> list[Hit]:
        """What is replaced unless a person says otherwise: no quote that somebody agreed to."""
        return [hit for hit in self.hits if not hit.authorised]


def preview(reader: Reader, search: Search, cases: Sequence[RecordId] = ()) -> Preview:
    """Every place in these cases and chapters, or in all; raises NothingSought where there is nothing to look for."""
    search = search._replace(old=clean_line(search.old), new=clean_line(search.new))
    if not search.old:
        raise NothingSought
    hits: list[Hit] = []
    left: list[LeftOut] = []
    for text in texts(reader, cases):
        places = [place for value in text.values for place in find(value, search)]
        if not places:
            continue
        about = text.owner, reading.title(reader, text.owner), text.record.id, text.field.key, text.field.label
        if text.view.status is Status.SETTLED:
            value, agreed = text.values[0], is_authorised(text)
            hits += [Hit(*about, value, text.view.heads, place, agreed) for place in places]
        else:
            left.append(LeftOut(*about, CONFLICT if text.view.status is Status.CONFLICT else MERGED))
    return Preview(search, tuple(hits), tuple(left))


def is_authorised(text: Text) -> bool:
    """Whether it is a quote that somebody agreed to, be it in one of two versions."""
    agreed = text.record.fields.get("text_authorised_on") if text.record.key.kind == "quote" else None
    return agreed is not None and any(variant.value for variant in agreed.variants)


def replace(session: Session, search: Search, hits: Iterable[Hit], *, initiator: object = None) -> Changed:
    """Writes the new words at these places, each field on what was seen of it, as one step."""
    fields: defaultdict[tuple[RecordId, str, str, tuple[ChangeId, ...]], list[Found]] = defaultdict(list)
    for hit in hits:
        fields[hit.record, hit.field, hit.value, hit.seen].append(hit.place)

    def act(scribe: Scribe) -> Change | None:
        last = None
        for (record, field, value, seen), places in fields.items():
            last = editing.write(scribe, record, field, replaced(value, places), seen) or last
        return last

    name = f"‘{search.old}’ vervangen door ‘{clean_line(search.new)}’"
    return session.edit(None, act, initiator, name=name)
