"""Erasing for good (AVG): a record with all it owns, one field, or one passage in every version of a field."""

from collections.abc import Collection, Iterable
from functools import partial
from typing import NamedTuple

from werkboek_desktop.domain import passages
from werkboek_desktop.domain.change import DELETED, Change, FieldKey, RecordKey
from werkboek_desktop.domain.ids import ChangeId, RecordId
from werkboek_desktop.domain.records import Record
from werkboek_desktop.domain.values import Value
from werkboek_desktop.domain.view import FieldView, Status
from werkboek_desktop.errors import NotErasable, NothingToErase, NotTrusted, PassageNotFound, StillTyping, WorkbookStays
from werkboek_desktop.store import burials
from werkboek_desktop.store.reading import Reader
from werkboek_desktop.workspace.destroying import Erased, destroy
from werkboek_desktop.workspace.erased import Signers, say_no
from werkboek_desktop.workspace.lookup import field_key, joined_keys, key_of, known_field, known_kind
from werkboek_desktop.workspace.model import Changed
from werkboek_desktop.workspace.namesakes import namesakes
from werkboek_desktop.workspace.scribe import Scribe
from werkboek_desktop.workspace.session import Session

_STAYS = {DELETED, "place", "same_as"}


class Request(NamedTuple):
    """What somebody wants erased: a record with all it owns, one field, or one passage in every version of a field."""

    record: RecordId
    field: str | None = None
    passage: str | None = None


def erase(session: Session, wanted: Request, *, initiator: object = None) -> Erased:
    """Erases here and on every computer that hears of it; of what a trusted colleague erased already it is the yes.

    What anybody else erased is in nobody's way (decision 0196).

    Raises:
        UnknownRecord, UnknownField, NotErasable, NothingToErase, PassageNotFound, WorkbookStays, NotTrusted,
        StillTyping: nothing was erased.
    """
    with session.store.read() as reader:
        _check(reader, wanted)
        asked = _asked_for(session, reader, wanted)
        is_asked = not asked.trusted.keys().isdisjoint(_itself(reader, wanted))
        is_said = is_asked and not _still_shows(reader, wanted)
        if wanted.passage is not None and asked.others and not is_said and _is_hidden(reader, wanted):
            raise NotTrusted
        alike = tuple(namesakes(reader, wanted.record))
    changed = Changed()
    if not is_said:
        changed = session.edit(wanted.record, partial(_write, wanted, asked.trusted.keys()), initiator)
        say_no(session, asked.others)
        with session.store.read() as reader:
            asked = _asked_for(session, reader, wanted)
    return destroy(session, asked.answered)._replace(namesakes=alike, changed=changed)


def agree(session: Session, wanted: Request) -> Erased:
    """The yes to what trusted colleagues erased of exactly this, and no more than that: what shows goes on showing."""
    with session.store.read() as reader:
        asked = _asked_for(session, reader, wanted)
        alike = tuple(namesakes(reader, wanted.record))
    return destroy(session, asked.answered)._replace(namesakes=alike)


def _check(reader: Reader, wanted: Request) -> None:
    key = key_of(reader, wanted.record)
    if wanted.field is None:
        if key.kind == "workbook":
            raise WorkbookStays
        return
    label = known_field(key.kind, wanted.field).label
    if wanted.field in _STAYS:
        raise NotErasable(label)
    fields = [field_key(one, wanted.field) for one in joined_keys(reader, key.id)]
    entries = [entry for history in reader.histories(fields).values() for entry in history.everything]
    if not entries:
        raise NothingToErase(label)
    if wanted.passage is not None:
        if not any(passages.holds(str(entry.value), wanted.passage) for entry in entries if entry.value):
            raise PassageNotFound(label)
        if any(map(reader.draft, fields)):
            raise StillTyping(label)


class _Asked(NamedTuple):
    """The erases of exactly this to which nobody here said yes: of whom one may say it, by what each is of, or not."""

    trusted: dict[FieldKey, list[ChangeId]]
    others: list[ChangeId]

    @property
    def answered(self) -> list[ChangeId]:
        """Those to which a yes is the answer."""
        return [id_ for ids in self.trusted.values() for id_ in ids]


def _asked_for(session: Session, reader: Reader, wanted: Request) -> _Asked:
    answers, here = burials.answers(reader.connection), reader.erase_ids()
    ids = [id_ for key in here.keys() & set(_targets(reader, wanted)) for id_ in here[key] if not answers.get(id_)]
    asked = reader.get(ids).values()
    found, signers = _Asked({}, []), Signers(session, reader, asked)
    for one in asked:
        if signers.is_trusted(one):
            found.trusted.setdefault(one.key, []).append(one.id)
        else:
            found.others.append(one.id)
    return found


def _itself(reader: Reader, wanted: Request) -> list[FieldKey]:
    """What an erase of exactly this is of, without what hangs on it."""
    key = key_of(reader, wanted.record)
    if wanted.field is not None:
        return [field_key(key, wanted.field)]
    return [FieldKey(known_kind(key.kind).scope, *key, None, None)]


def _is_hidden(reader: Reader, wanted: Request) -> bool:
    """Whether nothing shows of what a passage would be taken out of: what is round it would go as well."""
    views = map(reader.view, _targets(reader, wanted))
    return not any(_is_disputed(view) or (view and view.value is not None) for view in views)


def _still_shows(reader: Reader, wanted: Request) -> bool:
    """Whether it is to be seen in spite of an erase: another passage was meant, or it was written after that."""
    if wanted.field is None or wanted.passage is None:
        return wanted.field is not None and not _is_hidden(reader, wanted)
    shown = [value for key in _targets(reader, wanted) for value in _shown(reader.view(key))]
    return any(passages.holds(str(value), wanted.passage) for value in shown if value)


def _targets(reader: Reader, wanted: Request) -> list[FieldKey]:
    """What one erase each is made of: the field in each of the joined records, or every record of the family."""
    joined = joined_keys(reader, wanted.record)
    if wanted.field is not None:
        fields = [field_key(key, wanted.field) for key in joined]
        return [key for key in fields if reader.field_row(key) is not None]
    family = _family(reader, joined)
    return [FieldKey(*one, None, None) for one in family]


def _family(reader: Reader, keys: Iterable[RecordKey]) -> list[Record]:
    """These records and all they own at any depth, in every scope, but for what bears the id of another record.

    That goes as well, with its owner; an erase of its own would reach what the other one owns (decision 0190).
    """
    found = {Record(known_kind(key.kind).scope, *key) for key in keys}
    layer = set(found)
    while layer:
        owned = {child for one in layer for child in reader.deletion.owned(one.id)} - found
        layer = {child for child in owned if len(list(reader.deletion.named(child.scope, child.id))) == 1}
        found |= layer
    return sorted(found)


def _write(wanted: Request, said: Collection[FieldKey], scribe: Scribe) -> Change | None:
    """`said`: what a trusted colleague erased, to which this is the yes."""
    reader, last = scribe.transaction, None
    destroyed = {*said, *burials.destroyed(reader.connection)}
    for key in _targets(reader, wanted):
        view = reader.view(key)
        if key in destroyed and (view is None or view.value is None) and not _is_disputed(view):
            continue  # nothing is left of it to erase
        texts = _kept(view, wanted.passage) if wanted.passage is not None else []
        last = scribe.erase(key)
        seen = tuple(sorted(reader.erases.fields.get(key, frozenset()) | {last.id}))
        for text in texts:
            scribe.edit(key.record_key, str(key.field), text, seen)
    return last


def _is_disputed(view: FieldView | None) -> bool:
    return view is not None and view.status is Status.CONFLICT


def _kept(view: FieldView | None, passage: str) -> list[Value]:
    """What stays of a text without the passage; of two versions both."""
    clean = {passages.without(str(value), passage) if value else None: None for value in _shown(view)}
    return [value or None for value in clean if value is not None or len(clean) > 1]


def _shown(view: FieldView | None) -> list[Value]:
    """What stands there; of a conflict each version."""
    if view is None:
        return []
    return [one.value for one in view.variants] if _is_disputed(view) else [view.value]
