"""Whose bundles these are: keys that are known here, what a person says of one, and who gets what."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from werkboek_desktop.bundle.keys import OwnKey, verify_vouch, vouch
from werkboek_desktop.domain.check_phrase import check_phrase
from werkboek_desktop.domain.today_lines import person_of
from werkboek_desktop.domain.trust import Circle, Contact, Met, Sender, Trust, Vouch
from werkboek_desktop.errors import KeyRefused, UnknownKey, WhichKey
from werkboek_desktop.resources import check_words
from werkboek_desktop.store import contacts as store
from werkboek_desktop.store.contacts import Receiver
from werkboek_desktop.store.reading import Reader
from werkboek_desktop.store.writing import Transaction
from werkboek_desktop.workspace import reading
from werkboek_desktop.workspace.session import Session

if TYPE_CHECKING:
    from werkboek_desktop.bundle.reader import Bundle


_VOUCHERS = "vouchers.json"

type Signed = tuple[bytes, bytes, bytes]
"""By which key, of which key, and the signature."""


class Known(NamedTuple):
    """A key as people see it. `key`: in hex; `phrase`: six words to compare by telephone; `by`: who introduced it.

    `persons`: in whose name it wrote. `is_own`: it is this computer's. `is_trusted`: what it signs is taken as theirs.
    """

    key: str
    name: str
    phrase: str
    trust: Trust
    is_trusted: bool
    persons: tuple[str, ...]
    by: str
    at: int
    is_own: bool = False


def meet(transaction: Transaction, session: Session, bundle: "Bundle") -> Met:
    """What the sender of a bundle is, who is known from now on; raises KeyRefused."""
    sender = _sender(bundle)
    around = circle(transaction, session)
    met = around.meeting(sender)
    if met is Met.REFUSED:
        raise KeyRefused(sender.name)
    for contact in around.after(sender, session.app.clock()):
        store.put_contact(transaction, contact)
    return met


def _sender(bundle: "Bundle") -> Sender:
    sender = bundle.manifest.sender
    writers = sorted({writer.key for writer in bundle.writers.values()})
    vouches = [Vouch(by, key) for by, key, signed in bundle.manifest.vouches if verify_vouch(by, key, signed)]
    return Sender(sender.key, sender.name, writers, vouches)


def circle(reader: Reader, session: Session) -> Circle:
    """All keys that are known here."""
    persons = {*session.app.persons_at(session.path), session.author_here() or ""} - {""}
    return Circle(session.key.public, persons, store.contacts(reader))


def is_trusted(session: Session, key: bytes) -> bool:
    """Whether what this key signed is taken to be of who it says."""
    with session.store.read() as reader:
        return circle(reader, session).is_trusted(key)


def vouchers(session: Session, reader: Reader) -> tuple[Signed, ...]:
    """What this computer's key says of others, and its former ones of it."""
    mine = ((session.key.public, key, vouch(session.key, key)) for key in circle(reader, session).mine())
    return tuple(sorted({*mine, *_of_former_keys(session)}))


def hand_over(session: Session, former: OwnKey) -> None:
    """The key that this computer had until now says that the one it has now is of the same person."""
    new = (former.public, session.key.public, vouch(former, session.key.public))
    session.app.keep(_VOUCHERS, {"vouchers": [list(map(bytes.hex, one)) for one in (*_of_former_keys(session), new)]})


def _of_former_keys(session: Session) -> Iterator[Signed]:
    kept = session.app.kept(_VOUCHERS).get("vouchers")
    for each in kept if isinstance(kept, list) else ():
        with suppress(TypeError, ValueError):  # what is broken there stops nothing: a colleague is asked
            by, key, signed = map(bytes.fromhex, each)
            if verify_vouch(by, key, signed):
                yield by, key, signed


def doubted(reader: Reader) -> list[str]:
    """The persons of whose key somebody has to say whether it is theirs."""
    return [person_of(one.name) for one in store.contacts(reader).values() if one.trust is Trust.ASKED]


def known(session: Session, own_name: str) -> list[Known]:
    """One's own key, and all that came."""
    with session.store.read() as reader:
        around, found = circle(reader, session), store.contacts(reader)
        own = session.key.public
        persons = _persons(reader)
        mine = Known(own.hex(), own_name, phrase_of(own), Trust.TRUSTED, True, persons.get(own, ()), "", 0, is_own=True)
        known = (_known(around, one, persons.get(key, ()), found.get(one.by or b"")) for key, one in found.items())
        return [mine, *known]


def _known(around: Circle, contact: Contact, persons: tuple[str, ...], by: Contact | None) -> Known:
    return Known(
        contact.key.hex(),
        contact.name or ", ".join(persons),
        phrase_of(contact.key),
        contact.trust,
        around.is_trusted(contact.key),
        persons,
        by.name if by else "",
        contact.at,
    )


def _persons(reader: Reader) -> dict[bytes, tuple[str, ...]]:
    """Who wrote with each key, by name."""
    authors = store.authors(reader)
    names = {id_: reading.author_name(reader, id_) for ids in authors.values() for id_ in ids}
    return {key: tuple(sorted(filter(None, (names[id_] for id_ in ids)))) for key, ids in authors.items()}


def phrase_of(key: bytes) -> str:
    """Six words to compare a key by."""
    return check_phrase(key, check_words())


def answer(session: Session, key: str, *, trusted: bool) -> None:
    """A person said whether a key is of who it says; `key`: as much of its hex as it takes.

    Raises UnknownKey, WhichKey.
    """
    with session.store.write() as transaction:
        contact = _one(store.contacts(transaction).values(), key.lower())
        store.put_contact(transaction, contact._replace(trust=Trust.TRUSTED if trusted else Trust.REFUSED))


def _one(contacts: Iterable[Contact], start: str) -> Contact:
    found = [contact for contact in contacts if start and contact.key.hex().startswith(start)]
    if not found:
        raise UnknownKey(start)
    if len(found) > 1:
        raise WhichKey(start)
    return found[0]


def receiver(session: Session, name: str) -> Receiver | None:
    """What somebody said that a receiver is; None: nobody did."""
    with session.store.read() as reader:
        return next((one for one in store.receivers(reader) if one.name == name), None)


def receivers(session: Session) -> list[Receiver]:
    """Everybody of whom somebody said it."""
    with session.store.read() as reader:
        return store.receivers(reader)


def put_receiver(session: Session, new: Receiver) -> None:
    """Somebody says what a receiver is."""
    with session.store.write() as transaction:
        store.put_receiver(transaction, new)
