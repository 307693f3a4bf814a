"""The erases of a project file: what they reach here, and what a person here said of destroying it."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, func, insert, select, update

from werkboek_desktop.domain.change import Change, FieldKey
from werkboek_desktop.domain.erasing import NONE, Erases, Name, Passes, erases_of
from werkboek_desktop.domain.ids import ChangeId
from werkboek_desktop.domain.readiness import Standing
from werkboek_desktop.domain.records import Record, record_of
from werkboek_desktop.store.rows import BURIED, KEY, AnyRow, among, fetch, key_of
from werkboek_desktop.store.tables import IS_ERASE, answer, change, field, state

_ERASES = select(*KEY, change.c.id).join(change).where(IS_ERASE)
_ANSWERED = _ERASES.join(answer, answer.c.erase == change.c.id)
_COUNT = select(func.count(), func.count(change.c.writer.distinct()), func.count(change.c.author.distinct())).where(
    IS_ERASE
)
_OWNED_STORED = select(*KEY[:4]).join(change).distinct()
_OWNED = among(_OWNED_STORED.where(change.c.standing != Standing.ASIDE), field.c.owner)
_OWNED_AT_ALL = among(_OWNED_STORED, field.c.owner)
_NAMED = among(select(*KEY[:4]).distinct(), field.c.record)
_FIELDS = among(select(*KEY, field.c.row, state.c.status).join(state, isouter=True), field.c.record)
_BURIED = select(*KEY, field.c.row).join(state).where(state.c.status == BURIED)
_FIELDS_OWNED = among(select(*KEY, field.c.row, state.c.status).join(state, isouter=True), field.c.owner)


def erases(connection: Connection) -> Erases:
    """All that was erased, whatever anybody here said of it."""
    return _reaching(connection, connection.execute(_ERASES).all())


def destroying(connection: Connection) -> Erases:
    """Those erases of which a person here said that their values go for good.

    They go through no owned record that bears the id of another one: somebody could have made it to reach what is
    another's (decision 0190). What would be reached through it hides all the same.
    """
    rows = connection.execute(_ANSWERED.where(answer.c.destroys)).all()
    return _reaching(connection, rows, lambda names: _borne_once(connection, names))


def proving(connection: Connection) -> Erases:
    """What may lack its value: all that erases reach, through what was taken back too."""
    return _reaching(connection, connection.execute(_ERASES).all(), owned=_OWNED_AT_ALL)


def _reaching(
    connection: Connection,
    rows: Collection[AnyRow],
    passes: Passes = lambda names: names,
    owned: Select[*tuple[Any, ...]] = _OWNED,
) -> Erases:
    if not rows:
        return NONE
    said = ((key_of(row), row.id) for row in rows)
    return erases_of(said, lambda names: _owned(connection, names, owned), passes)


def _borne_once(connection: Connection, names: Collection[Name]) -> set[Name]:
    """Those of these names that one record alone goes by."""
    borne = Counter(Name(row.scope, row.record) for row in fetch(connection, _NAMED, {name.id for name in names}))
    return {name for name in names if borne[name] == 1}


def _owned(
    connection: Connection, names: Collection[Name], owned: Select[*tuple[Any, ...]] = _OWNED
) -> Iterator[Record]:
    for row in fetch(connection, owned, {name.id for name in names}):
        one = Record(*row)
        if one.owner and Name(one.scope, one.owner) in names:
            yield one


def ids(connection: Connection) -> dict[FieldKey, list[ChangeId]]:
    """The erases by what each is of."""
    found: dict[FieldKey, list[ChangeId]] = {}
    for row in connection.execute(_ERASES):
        found.setdefault(key_of(row), []).append(row.id)
    return found


class Count(NamedTuple):
    """How many erases are here, of how many writers, and in the name of how many persons."""

    erases: int
    writers: int
    authors: int


def count(connection: Connection) -> Count:
    """Of both scopes."""
    return Count(*connection.execute(_COUNT).one())


def fields_reached(connection: Connection, reaching: Erases) -> dict[FieldKey, int]:
    """Every field in which these erases kill something, or may."""
    ids = {one.id for one in reaching.records} | {key.record for key in reaching.fields}
    rows = [*fetch(connection, _FIELDS, ids), *fetch(connection, _FIELDS_OWNED, {name.id for name in reaching.buried})]
    found = {key_of(row): row.row for row in rows}
    return {key: row for key, row in found.items() if key in reaching.fields or reaching.buries(record_of(key))}


def fields_under(connection: Connection, new: Sequence[Change]) -> Collection[FieldKey]:
    """The fields that these erases reach, which may not be here yet."""
    said = [(one.key, one.id) for one in new]
    reaching = erases_of(said, lambda names: _owned(connection, names)) if said else NONE
    return fields_reached(connection, reaching) if reaching else ()


def no_longer_buried(connection: Connection, reaching: Erases) -> list[int]:
    """The fields that show nothing although nothing reaches them, for what said so was set aside."""
    rows = connection.execute(_BURIED)
    return [row.row for row in rows if not reaching.buries(record_of(key_of(row)))]


def not_yet_buried(connection: Connection, reaching: Erases) -> list[int]:
    """The fields of erased records that still show something."""
    rows = fields_reached(connection, Erases(records=reaching.records, buried=reaching.buried))
    shown = among(select(state.c.field).where(state.c.status != BURIED), state.c.field)
    named = [row for key, row in rows.items() if key.field]
    return [row.field for row in fetch(connection, shown, named)]


def answers(connection: Connection) -> dict[ChangeId, bool]:
    """What was said here of each erase: whether it destroys."""
    return {row.erase: row.destroys for row in connection.execute(select(answer)) if row.erase}


def destroyed(connection: Connection) -> set[FieldKey]:
    """What a person here said yes to an erase of."""
    return set(map(key_of, connection.execute(_ANSWERED.where(answer.c.destroys))))


def say(connection: Connection, ids: Iterable[ChangeId], *, destroys: bool) -> None:
    """Remembers what a person here said of these erases; a yes stays one."""
    known = answers(connection)
    for id_ in ids:
        if id_ not in known:
            connection.execute(insert(answer), {"erase": id_, "destroys": destroys})
        elif destroys:
            connection.execute(update(answer).where(answer.c.erase == id_).values(destroys=True))
