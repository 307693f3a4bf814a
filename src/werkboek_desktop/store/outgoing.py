"""What goes out of a project file: how large its files are, and what is remembered of each bundle."""

from collections.abc import Collection
from typing import NamedTuple

from sqlalchemy import func, insert, select

from werkboek_desktop.store.reading import Reader
from werkboek_desktop.store.rows import among, fetch
from werkboek_desktop.store.tables import attachment, received, sent
from werkboek_desktop.store.writing import Transaction

_SIZES = among(select(attachment.c.sha, func.length(attachment.c.content).label("size")), attachment.c.sha)


class Sent(NamedTuple):
    """A bundle that was made here. `at`: in seconds since 1970; `to`: the receiver, empty for whoever gets it.

    `row`: the last change that was here then. `receipt`: the number of the receiver's bundle that said what they had,
    0 where all went. `partial`: records were left out of it, or of all its parts together.
    """

    at: int
    to: str
    file: str
    number: int
    changes: int
    size: int
    people: bool
    partial: bool
    receipt: int
    row: int


_LOG = select(*(sent.c[name] for name in Sent._fields)).order_by(sent.c.id.desc())


def sizes(reader: Reader, names: Collection[str]) -> dict[str, int]:
    """The bytes of the files of these SHA-256 that are here."""
    return {row.sha: row.size for row in fetch(reader.connection, _SIZES, names)}


def last_number(reader: Reader, sender: str) -> int:
    """The highest number of the bundles of a sender that came; 0 if none did."""
    return reader.connection.scalar(select(func.max(received.c.number)).where(received.c.sender == sender)) or 0


def remember(transaction: Transaction, bundle: Sent) -> None:
    """Keeps that it was made; it is not known to have arrived."""
    transaction.connection.execute(insert(sent), bundle._asdict())


def whole_row(reader: Reader) -> int:
    """The last change that was here when a bundle was made of which nothing was left out; 0 if none was."""
    return reader.connection.scalar(select(func.max(sent.c.row)).where(~sent.c.partial)) or 0


def log(reader: Reader, most: int | None = None) -> list[Sent]:
    """The bundles that were made here, the last one first."""
    return [Sent(*row) for row in reader.connection.execute(_LOG.limit(most))]
