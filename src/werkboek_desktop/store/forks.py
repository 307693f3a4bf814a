"""What in the set, and of the bundles that came, shows that one computer goes on in two places."""

from collections import Counter
from collections.abc import Iterable

from sqlalchemy import and_, func, select

from werkboek_desktop.domain import tips
from werkboek_desktop.domain.change import Scope
from werkboek_desktop.domain.readiness import Standing
from werkboek_desktop.store.reading import Reader
from werkboek_desktop.store.tables import change, received, writer

_TWICE = (
    select(change.c.writer, change.c.prev)
    .group_by(change.c.writer, change.c.prev)
    .having(func.count() > 1)
    .subquery("twice")
)
_BRANCHES = (
    select(writer.c.key, change.c.time)
    .select_from(
        change.join(writer).join(_TWICE, and_(_TWICE.c.writer == change.c.writer, _TWICE.c.prev == change.c.prev))
    )
    .order_by(change.c.time)
)
_NUMBERS = (
    select(received.c.key, func.max(received.c.created))
    .group_by(received.c.key, received.c.number)
    .having(func.count() > 1)
)


def branched(reader: Reader) -> dict[bytes, int]:
    """The keys of which two changes of one writer stand after the same one, and when the first of those was made."""
    found: dict[bytes, int] = {}
    for key, time in reader.connection.execute(_BRANCHES):
        found.setdefault(key, time)
    return found


def same_numbers(reader: Reader) -> dict[bytes, int]:
    """The keys of which two bundles came with one number, and when the last of those was made."""
    found: dict[bytes, int] = {}
    for key, created in reader.connection.execute(_NUMBERS):
        found[key] = max(created, found.get(key, 0))
    return found


def came_from(reader: Reader, key: bytes) -> str:
    """How the computer with this key called itself in the bundle that came last; empty: none came."""
    query = select(received.c.sender).where(received.c.key == key).order_by(received.c.row.desc()).limit(1)
    return reader.connection.scalar(query) or ""


def written_by(reader: Reader, writers: Iterable[str]) -> bool:
    """Whether one of these writers ever wrote here."""
    query = select(writer.c.row).where(writer.c.id.in_(list(writers))).limit(1)
    return reader.connection.scalar(query) is not None


def invalid(reader: Reader) -> Counter[bytes]:
    """How many changes count nowhere, for depth or parents cannot be, by the key that signed them."""
    query = select(writer.c.key).select_from(change.join(writer)).where(change.c.standing == Standing.INVALID)
    return Counter(reader.connection.scalars(query))


def miscounted(reader: Reader) -> Counter[bytes]:
    """How many changes are numbered wrongly in their chain, by the key that signed them."""
    keys = {id_: made_of.key for id_, made_of in reader.writers().items()}
    chains = (reader.links(scope) for scope in Scope)
    return Counter(keys[links[id_].writer] for links in chains for id_ in tips.miscounted(links))
