"""The set itself: changes, their writers, what is here and what others were last known to have."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from sqlalchemy import Connection, and_, bindparam, func, select

from werkboek_desktop.domain import statehash, tips
from werkboek_desktop.domain.change import FIRST, Change, FieldKey, Op, Predecessor, Scope
from werkboek_desktop.domain.erasing import Erases
from werkboek_desktop.domain.ids import ChangeId, RecordId, WriterId
from werkboek_desktop.domain.readiness import Standing
from werkboek_desktop.domain.tips import Link
from werkboek_desktop.store import appending, asides, burials
from werkboek_desktop.store.rows import CHANGES, KEY, RECEIVED, among, change_of, fetch, key_of, received_of
from werkboek_desktop.store.shapes import Receipt, Writer
from werkboek_desktop.store.tables import attachment, change, field, received, setting, state, waiting, writer

_EXPORT_ORDER = (
    *(field.c[name] for name in ("scope", "record", "kind", "owner", "field", "type")),
    change.c.depth,
    change.c.id,
)


IS_FIELD = and_(*(column == bindparam(f"of_{column.name}", type_=column.type) for column in KEY))
"""What picks the row of a field, which `of_field` gives."""
_GIVEN = among(CHANGES, change.c.id)
_SIGNATURES = among(select(change.c.id, change.c.signature), change.c.id)
_IS_OF = select(change.c.row).join(field).where(change.c.id == bindparam("change"), IS_FIELD)
_FILES = among(select(attachment.c.sha, attachment.c.content), attachment.c.sha)
_AT_ONCE = 1_000
"""How many changes are in memory while all are handed out."""


class ChangeSet:
    """Answers about the set from one consistent snapshot."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def project(self) -> str:
        """The project's id."""
        return self.setting("project") or ""

    def setting(self, name: str) -> str | None:
        """A fact about this file at this computer."""
        return self.connection.scalar(select(setting.c.value).where(setting.c.name == name))

    @cached_property
    def erases(self) -> Erases:
        """All that was erased, whatever anybody here said of it; what is appended later may add to it."""
        return burials.erases(self.connection)

    def any_aside(self) -> bool:
        """Whether an import was taken back here."""
        return asides.any_aside(self.connection)

    def fields_under(self, erases: Sequence[Change]) -> Collection[FieldKey]:
        """The fields that these erases reach, which may not be here yet."""
        return burials.fields_under(self.connection, erases)

    def erase_ids(self) -> dict[FieldKey, list[ChangeId]]:
        """The erases that are here, by what each is of."""
        return burials.ids(self.connection)

    def last_row(self) -> int:
        """The row of the change that was added last; grows with every append."""
        return appending.last_row(self.connection)

    def last_time(self) -> int:
        """The latest time that any change claims, in seconds since 1970."""
        return self.connection.scalar(select(func.max(change.c.time))) or 0

    def records_since(self, row: int) -> frozenset[RecordId]:
        """The records that changes after this row are about."""
        query = select(field.c.record).join(change).where(change.c.row > row).distinct()
        return frozenset(id_ for id_ in self.connection.scalars(query) if id_)

    def change_ids(self) -> set[ChangeId]:
        """Every change that is here, waiting and invalid ones too."""
        return set(self.connection.scalars(select(change.c.id)).all())

    def signed_otherwise(self, changes: Iterable[Change]) -> list[Change]:
        """Those of these changes that are here with another signature."""
        given = {one.id: one for one in changes}
        rows = fetch(self.connection, _SIGNATURES, given)
        return [given[row.id] for row in rows if row.signature != given[row.id].signature]

    def visible_ids(self) -> set[ChangeId]:
        """Every change but those of imports that were taken back."""
        return set(self.connection.scalars(select(change.c.id).where(change.c.standing != Standing.ASIDE)).all())

    def vouched(self) -> set[tuple[WriterId, ChangeId]]:
        """Writers with what a change of theirs, which is here, has as `prev`."""
        query = select(writer.c.id, change.c.prev).join(writer)
        return {(id_, prev) for id_, prev in self.connection.execute(query) if id_ and prev}

    def known(self, ids: Collection[ChangeId]) -> set[ChangeId]:
        """Which of these changes are here."""
        return appending.known_ids(self.connection, ids)

    def get(self, ids: Collection[ChangeId]) -> dict[ChangeId, Change]:
        """Those of these changes that are here."""
        found = map(change_of, fetch(self.connection, _GIVEN, ids))
        return {one.id: one for one in found}

    def depth(self, id_: ChangeId) -> int:
        """How deep a change that is here stands."""
        return int(self.connection.scalars(select(change.c.depth).where(change.c.id == id_)).one())

    def is_of(self, id_: ChangeId, key: FieldKey) -> bool:
        """Whether a change is here and is one of this field."""
        return self.connection.scalar(_IS_OF, {"change": id_, **of_field(key)}) is not None

    def changes(
        self,
        scopes: Collection[str],
        *,
        records: Collection[RecordId] | None = None,
        without: Collection[ChangeId] = frozenset(),
    ) -> Iterator[Change]:
        """The set as a bundle holds it: sorted by (scope, record, field, depth, id), waiting and invalid ones too.

        What is dead goes as its header alone.
        """
        chosen = CHANGES.where(field.c.scope.in_(scopes), change.c.standing != Standing.ASIDE)
        chosen = chosen.order_by(*_EXPORT_ORDER)
        erases = self.erases
        for row in self.connection.execute(chosen.execution_options(yield_per=_AT_ONCE)):
            if (records is None or row.record in records) and (one := change_of(row)).id not in without:
                yield replace(one, body=None) if erases.kills(one.header) else one

    def writer_tip(self, id_: WriterId) -> Predecessor:
        """What a writer wrote last; FIRST if nothing."""
        query = select(change.c.seq, change.c.id).join(writer).where(writer.c.id == id_)
        last = self.connection.execute(query.order_by(change.c.seq.desc(), change.c.row.desc()).limit(1)).first()
        return Predecessor(*last) if last else FIRST

    def writers(self, ids: Collection[WriterId] | None = None) -> dict[WriterId, Writer]:
        """These writers, or all, sorted by id."""
        query = select(writer.c.id, writer.c.key, writer.c.scope, writer.c.nonce).order_by(writer.c.id)
        rows = self.connection.execute(query)
        return {id_: Writer(*made_of) for id_, *made_of in rows if ids is None or id_ in ids}

    def links(self, scope: str) -> dict[ChangeId, Link]:
        """The chains of all writers of a scope, waiting and invalid changes too."""
        query = select(change.c.id, writer.c.id, change.c.seq, change.c.prev).join(writer)
        rows = self.connection.execute(query.where(writer.c.scope == scope)).all()
        return {id_: Link(*link) for id_, *link in rows}

    def tips(self, scope: str) -> tuple[ChangeId, ...]:
        """The receipt of what is here."""
        return tips.receipt(self.links(scope))

    def state_hash(self, scope: Scope | None = None) -> str:
        """Equal on every computer with the same ready changes (docs/format.md)."""
        if scope is None:
            return statehash.project_hash({each: self.state_hash(each) for each in Scope})
        here = select(change.c.id).join(field).where(field.c.scope == scope, change.c.standing == Standing.READY)
        erases = {id_ for id_ in self.connection.scalars(here.where(change.c.op == Op.ERASE)) if id_}
        query = select(*KEY, state.c.heads, state.c.hashed).join(state).where(field.c.scope == scope)
        edits = ((key_of(row), row.hashed or row.heads) for row in self.connection.execute(query).all())
        return statehash.scope_hash(scope, edits, erases)

    def waiting(self) -> int:
        """How many changes wait for one that is not here."""
        return self.connection.scalar(select(func.count(waiting.c.child.distinct()))) or 0

    def received_ids(self) -> list[str]:
        """The bundles that were imported here."""
        return [id_ for id_ in self.connection.scalars(select(received.c.id)) if id_]

    def senders(self) -> list[str]:
        """Everyone of whom a bundle was imported here."""
        return list(self.connection.scalars(select(received.c.sender).distinct().order_by(received.c.sender)))

    def receipt(self, sender: str, trusts: Callable[[bytes], bool] = lambda _key: True) -> Receipt | None:
        """What a sender's computer had at its bundle of the highest number; None: no bundle of it was imported.

        `trusts`: whether a key is of who it says.
        """
        came = self.connection.scalars(select(received.c.key).where(received.c.sender == sender).distinct()).all()
        if not came:
            return None
        keys = list(filter(trusts, came))
        if len(keys) != 1:  # Somebody else goes by this name too, and may claim what its owner lacks.
            return Receipt({}, usable=False)
        query = RECEIVED.where(received.c.key == keys[0]).order_by(received.c.number.desc())
        bundles = [received_of(row) for row in self.connection.execute(query)]
        numbers = {one.number for one in bundles}
        return Receipt(bundles[0].tips, usable=len(numbers) == len(bundles) and not self._has_fork(keys[0]))

    def _has_fork(self, key: bytes) -> bool:
        writers = {id_ for id_, made_of in self.writers().items() if made_of.key == key}
        return any(writers & tips.forks(self.links(scope)) for scope in Scope)

    def attachments(self, names: Collection[str]) -> dict[str, bytes]:
        """The files of these SHA-256 that are here."""
        return {row.sha: row.content for row in fetch(self.connection, _FILES, names)}


def of_field(key: FieldKey) -> dict[str, object]:
    """The field of a statement with IS_FIELD."""
    return {f"of_{name}": part for name, part in key._asdict().items()}
