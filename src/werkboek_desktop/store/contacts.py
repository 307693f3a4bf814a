"""Keys of others and how they stand here, and what receivers are to the project: this file's own, it is never sent."""

from typing import NamedTuple

from sqlalchemy import delete, func, insert, select, update

from werkboek_desktop.domain.audience import Audience
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.trust import Contact, Trust
from werkboek_desktop.store.reading import Reader
from werkboek_desktop.store.tables import change, contact, receiver, writer
from werkboek_desktop.store.writing import Transaction

_CONTACTS = select(*(contact.c[name] for name in Contact._fields)).order_by(contact.c.row)


class Receiver(NamedTuple):
    """Somebody to whom bundles go, by the name of theirs or one of one's own choice. `municipality`: the code of it."""

    name: str
    audience: Audience
    municipality: str = ""


def contacts(reader: Reader) -> dict[bytes, Contact]:
    """All of them by key, in the order in which they came."""
    rows = (Contact(*row) for row in reader.connection.execute(_CONTACTS))
    return {one.key: one._replace(trust=Trust(one.trust)) for one in rows}


def put_contact(transaction: Transaction, new: Contact) -> None:
    """Keeps it, in place of what was known of that key."""
    known = update(contact).where(contact.c.key == new.key)
    if not transaction.connection.execute(known.values(new._asdict())).rowcount:
        transaction.connection.execute(insert(contact), new._asdict())


def authors(reader: Reader, *keys: bytes) -> dict[bytes, list[RecordId]]:
    """Who wrote with each of these keys, or with any where none is named, as the changes say; who wrote last first."""
    query = select(writer.c.key, change.c.author).join(writer).where(change.c.author.is_not(None))
    if keys:
        query = query.where(writer.c.key.in_(keys))
    last = func.max(change.c.row)
    found: dict[bytes, list[RecordId]] = {}
    for key, author in reader.connection.execute(query.group_by(writer.c.key, change.c.author).order_by(last.desc())):
        found.setdefault(key, []).append(author)
    return found


def receivers(reader: Reader) -> list[Receiver]:
    """Everybody of whom somebody said what they are, by name."""
    query = select(*(receiver.c[name] for name in Receiver._fields)).order_by(receiver.c.name)
    rows = (Receiver(*row) for row in reader.connection.execute(query))
    return [one._replace(audience=Audience(one.audience)) for one in rows]


def put_receiver(transaction: Transaction, new: Receiver) -> None:
    """Keeps what they are, in place of what they were."""
    transaction.connection.execute(delete(receiver).where(receiver.c.name == new.name))
    transaction.connection.execute(insert(receiver), new._asdict())
