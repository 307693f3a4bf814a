"""Whom this computer believes to be who they say: a name is known by its key, from the first bundle on.

A person may have several computers, each with a key. The first key of a person is taken as theirs; every other one is
asked about, unless a computer of that same person vouches for it.
"""

from collections.abc import Collection, Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple

from werkboek_desktop.domain.text import fold
from werkboek_desktop.domain.today_lines import person_of

NOBODY = "onbekend"
"""The person of a bundle that somebody made who had not said their name yet."""


class Trust(StrEnum):
    """How a key stands here."""

    TRUSTED = "trusted"
    ASKED = "asked"
    """Somebody has to say whether it is theirs: this person has another one."""
    REFUSED = "refused"
    INTRODUCED = "introduced"
    """It wrote what somebody else's bundle brought, or one of their computers vouches for it: as good as theirs is."""


class Met(StrEnum):
    """What a bundle's sender is to this computer."""

    KNOWN = "known"
    NEW = "new"
    CHANGED = "changed"
    REFUSED = "refused"


class Contact(NamedTuple):
    """A key. `name`: "person · computer" of its bundles, or the person whose computer vouches for it, or empty.

    `by`: the key that introduced it. `at`: when it was first seen here, in seconds since 1970.
    """

    key: bytes
    name: str
    trust: Trust
    at: int
    by: bytes | None = None


class Vouch(NamedTuple):
    """The key `by` says, under its signature, that `key` is of the same person."""

    by: bytes
    key: bytes


class Sender(NamedTuple):
    """Who made a bundle, whose changes are in it, and which keys say of which others that they are their person's."""

    key: bytes
    name: str
    writers: Collection[bytes] = ()
    vouches: Collection[Vouch] = ()


class Circle:
    """All keys that are known here, with one's own, and the persons who write at this computer."""

    def __init__(self, own: bytes, persons: Iterable[str], contacts: Mapping[bytes, Contact]) -> None:
        self._own = own
        self._persons = frozenset(map(identity, persons))
        self._contacts = dict(contacts)

    def is_trusted(self, key: bytes) -> bool:
        """Whether what this key signed is taken to be of who it says."""
        passed: set[bytes] = set()
        while key != self._own:
            contact = self._contacts.get(key)
            if contact is None or key in passed or contact.trust in {Trust.ASKED, Trust.REFUSED}:
                return False
            if contact.trust is Trust.TRUSTED:
                return True
            passed.add(key)
            key = contact.by or b""
        return True

    def name_of(self, key: bytes) -> str:
        """By what a key is known; empty where nobody named it."""
        contact = self._contacts.get(key)
        return contact.name if contact else ""

    def is_somebody_elses(self, key: bytes, name: str) -> bool:
        """Whether what this key signed says to be of a person who has another key, and nobody said that it is theirs.

        Who was only introduced wrote what a colleague passed on, who may have been asked about the key and not know.
        """
        contact = self._contacts.get(key)
        is_nameless = contact is not None and contact.trust is Trust.INTRODUCED and not contact.name
        return is_nameless and self._has_other_key(Sender(key, name))

    def mine(self) -> tuple[bytes, ...]:
        """The keys of other computers of who writes here, which this one vouches for."""
        found = (one.key for one in self._contacts.values() if one.trust is Trust.TRUSTED)
        return tuple(sorted(key for key in found if identity(self._contacts[key].name) in self._persons))

    def meeting(self, sender: Sender) -> Met:
        """What the sender of a bundle is, before anything of it is taken in."""
        around = Circle(self._own, self._persons, self._contacts)
        around._vouch(sender, 0)
        return around._meet(sender)

    def _meet(self, sender: Sender) -> Met:
        contact = self._contacts.get(sender.key)
        if sender.key == self._own or (contact and contact.trust is Trust.TRUSTED):
            return Met.KNOWN
        if contact and contact.trust is Trust.REFUSED:
            return Met.REFUSED
        others = self._has_other_key(sender)
        if contact and contact.trust is Trust.INTRODUCED and self.is_trusted(sender.key):
            is_vouched = bool(contact.name) and identity(contact.name) == identity(sender.name)
            return Met.KNOWN if is_vouched or not others else Met.CHANGED
        return Met.CHANGED if others else Met.NEW

    def after(self, sender: Sender, now: int) -> list[Contact]:
        """What is known otherwise once a bundle came that is not of a refused key."""
        before = self._contacts.copy()
        self._vouch(sender, now)
        if sender.key != self._own:
            self._contacts[sender.key] = self._met(sender, now)
        self._vouch(sender, now)
        for key in sender.writers:
            self._introduce(Contact(key, "", Trust.INTRODUCED, now, sender.key))
        return [contact for key, contact in self._contacts.items() if contact != before.get(key)]

    def _vouch(self, sender: Sender, now: int) -> None:
        """Takes what keys say of each other, as far as they are trusted themselves; one may say so of the next."""
        for _ in sender.vouches:
            before = self._contacts.copy()
            for by, key in sender.vouches:
                person = self._person(by, sender)
                if person and self.is_trusted(by):
                    self._introduce(Contact(key, person, Trust.INTRODUCED, now, by))
            if before == self._contacts:
                return

    def _person(self, key: bytes, sender: Sender) -> str:
        """Who a key speaks for: whom it was known as, whatever it calls itself now."""
        if key == self._own:
            return person_of(sender.name) if identity(sender.name) in self._persons else ""
        contact = self._contacts.get(key)
        return person_of(contact.name) if contact else ""

    def _met(self, sender: Sender, now: int) -> Contact:
        known = self._contacts.get(sender.key)
        met = self._meet(sender)
        trust = Trust.ASKED if met is Met.CHANGED else Trust.TRUSTED
        if known is None or trust is Trust.ASKED:  # it is asked about by the name that it uses now
            return Contact(sender.key, sender.name, trust, known.at if known else now, known.by if known else None)
        is_free = not known.name or identity(known.name) == identity(sender.name) or not self._has_other_key(sender)
        return known._replace(name=sender.name if is_free else known.name, trust=trust)

    def _introduce(self, new: Contact) -> None:
        known = self._contacts.get(new.key)
        if new.key in {self._own, new.by} or (known and known.trust in {Trust.TRUSTED, Trust.REFUSED}):
            return
        if known is None:
            self._contacts[new.key] = new
        elif known.trust is Trust.ASKED:
            if new.name and identity(known.name) == identity(new.name):  # the question answers itself
                self._contacts[new.key] = known._replace(trust=Trust.INTRODUCED, by=new.by)
        elif (new.name and not known.name) or not self.is_trusted(new.key):
            self._contacts[new.key] = known._replace(name=new.name or known.name, by=new.by)

    def _has_other_key(self, sender: Sender) -> bool:
        """Whether this person is known here by another key, were it one's own."""
        who = identity(sender.name)
        if who in self._persons and sender.key != self._own:
            return True
        others = (one for one in self._contacts.values() if one.key != sender.key and one.name)
        return any(identity(one.name) == who and self.is_trusted(one.key) for one in others)


def identity(name: str) -> str:
    """By what a person is told from others: names that look alike are one; who has none goes by their computer."""
    person = person_of(name)
    return fold(" ".join((name if person == NOBODY else person).split()))
