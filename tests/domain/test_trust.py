"""Whom a computer believes: the first key of a person, what that key vouches for, and what somebody said."""

from collections.abc import Iterable
from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from werkboek_desktop.domain.trust import Circle, Contact, Met, Sender, Trust, Vouch

OWN, ANNA, ANNA_2, BERT, STRANGER = (bytes([n]) * 32 for n in range(5))
NAMES = {ANNA: "Anna · thuis", ANNA_2: "Anna · kantoor", BERT: "Bert · laptop", STRANGER: "Anna · thuis"}


class Desk:
    """A computer at which bundles come in."""

    def __init__(self, *persons: str) -> None:
        self.persons, self.contacts, self.time = persons, dict[bytes, Contact](), count(1)

    @property
    def circle(self) -> Circle:
        return Circle(OWN, self.persons, self.contacts)

    def meet(
        self,
        key: bytes,
        name: str = "",
        *,
        writers: Iterable[bytes] = (),
        vouches: Iterable[bytes] = (),
        passed_on: Iterable[Vouch] = (),
    ) -> Met:
        said = (*(Vouch(key, other) for other in vouches), *passed_on)
        sender = Sender(key, name or NAMES[key], tuple(writers), said)
        met = self.circle.meeting(sender)
        if met is not Met.REFUSED:
            for contact in self.circle.after(sender, next(self.time)):
                self.contacts[contact.key] = contact
        return met

    def say(self, key: bytes, trust: Trust) -> None:
        self.contacts[key] = self.contacts[key]._replace(trust=trust)

    def trusts(self, key: bytes) -> bool:
        return self.circle.is_trusted(key)


def test_a_person_is_known_by_the_first_key_that_came() -> None:
    desk = Desk()
    assert not desk.trusts(ANNA)
    assert desk.meet(ANNA) is Met.NEW
    assert desk.trusts(ANNA)
    assert desk.meet(ANNA) is Met.KNOWN


def test_another_key_of_a_person_is_asked_about_until_somebody_answers() -> None:
    desk = Desk()
    desk.meet(ANNA)
    for key in (STRANGER, ANNA_2):
        assert desk.meet(key) is Met.CHANGED
        assert desk.meet(key) is Met.CHANGED
        assert not desk.trusts(key)
    assert desk.meet(ANNA) is Met.KNOWN
    desk.say(ANNA_2, Trust.TRUSTED)
    assert desk.meet(ANNA_2) is Met.KNOWN
    desk.say(STRANGER, Trust.REFUSED)
    assert desk.meet(STRANGER) is Met.REFUSED
    assert not desk.trusts(STRANGER)


def test_a_name_that_looks_alike_is_the_same_person() -> None:
    desk = Desk()
    desk.meet(ANNA, "Şule  de Wit · thuis")
    assert desk.meet(STRANGER, "sule de wit · elders") is Met.CHANGED


def test_who_has_no_name_yet_is_known_by_the_computer() -> None:
    desk = Desk()
    assert desk.meet(ANNA, "onbekend · thuis") is Met.NEW
    assert desk.meet(BERT, "onbekend · kantoor") is Met.NEW
    assert desk.meet(STRANGER, "onbekend · thuis") is Met.CHANGED


def test_ones_own_bundle_is_known_and_another_key_of_ones_own_is_asked_about() -> None:
    desk = Desk("Anna")
    assert desk.meet(OWN, "Anna · hier") is Met.KNOWN
    assert desk.contacts == {}
    assert desk.meet(ANNA) is Met.CHANGED
    assert desk.circle.mine() == ()
    desk.say(ANNA, Trust.TRUSTED)
    assert desk.circle.mine() == (ANNA,)


def test_a_computer_vouches_for_another_of_the_same_person() -> None:
    desk = Desk()
    desk.meet(ANNA)
    desk.meet(ANNA, vouches=[ANNA_2])
    assert desk.trusts(ANNA_2)
    assert desk.meet(ANNA_2) is Met.KNOWN


def test_a_voucher_that_comes_late_answers_the_question() -> None:
    desk = Desk()
    desk.meet(ANNA)
    desk.meet(ANNA_2)
    desk.meet(ANNA, vouches=[ANNA_2])
    assert desk.trusts(ANNA_2)
    assert desk.meet(ANNA_2) is Met.KNOWN


def test_nobody_vouches_for_the_computer_of_another_person() -> None:
    desk = Desk()
    desk.meet(ANNA)
    desk.meet(BERT, vouches=[STRANGER])
    assert desk.meet(STRANGER) is Met.CHANGED
    assert not desk.trusts(STRANGER)
    desk.meet(BERT, vouches=[STRANGER])
    assert not desk.trusts(STRANGER)


def test_nobody_vouches_by_calling_themselves_otherwise() -> None:
    desk = Desk()
    desk.meet(ANNA)
    desk.meet(BERT)
    for _ in range(2):
        assert desk.meet(BERT, "Anna · thuis", vouches=[STRANGER]) is Met.KNOWN
    assert desk.contacts[BERT].name == NAMES[BERT]
    assert desk.meet(STRANGER) is Met.CHANGED


def test_the_key_that_a_computer_had_vouches_for_the_one_it_has() -> None:
    """And that one for the next, to whoever has not heard for long."""
    desk = Desk()
    desk.meet(ANNA)
    assert desk.meet(STRANGER, passed_on=[Vouch(ANNA_2, STRANGER), Vouch(ANNA, ANNA_2)]) is Met.KNOWN
    assert desk.trusts(STRANGER)
    assert desk.trusts(ANNA_2)


def test_what_a_stranger_or_another_person_says_of_a_new_key_counts_for_nothing() -> None:
    desk = Desk()
    desk.meet(ANNA)
    desk.meet(BERT)
    assert desk.meet(STRANGER, passed_on=[Vouch(ANNA_2, STRANGER), Vouch(BERT, STRANGER)]) is Met.CHANGED
    assert not desk.trusts(STRANGER)


def test_the_copy_of_ones_own_computer_took_another_key() -> None:
    desk = Desk("Anna")
    assert desk.meet(ANNA, passed_on=[Vouch(OWN, ANNA)]) is Met.KNOWN
    assert desk.meet(BERT, "Bert · laptop", passed_on=[Vouch(OWN, BERT)]) is Met.NEW


def test_a_refused_key_is_not_vouched_back() -> None:
    desk = Desk()
    desk.meet(ANNA, vouches=[ANNA_2])
    desk.say(ANNA_2, Trust.REFUSED)
    assert desk.meet(ANNA_2, passed_on=[Vouch(ANNA, ANNA_2)]) is Met.REFUSED
    desk.meet(ANNA, vouches=[ANNA_2])
    assert not desk.trusts(ANNA_2)


def test_who_was_refused_or_is_asked_about_introduces_nobody() -> None:
    desk = Desk()
    desk.meet(ANNA)
    desk.meet(STRANGER, writers=[BERT], vouches=[ANNA_2])
    assert not desk.trusts(BERT)
    assert not desk.trusts(ANNA_2)
    desk.meet(ANNA, writers=[BERT])
    assert desk.trusts(BERT)


def test_who_wrote_what_a_trusted_bundle_brings_is_introduced_by_it() -> None:
    desk = Desk()
    desk.meet(ANNA, writers=[ANNA, BERT])
    assert desk.trusts(BERT)
    assert desk.meet(BERT) is Met.KNOWN


def test_an_introduction_is_worth_what_the_one_is_who_made_it() -> None:
    desk = Desk()
    desk.meet(ANNA, writers=[BERT])
    desk.say(ANNA, Trust.REFUSED)
    assert not desk.trusts(BERT)


def test_an_introduction_does_not_stand_against_a_key_that_is_known() -> None:
    desk = Desk()
    desk.meet(ANNA)
    desk.meet(BERT, writers=[STRANGER])
    assert desk.meet(STRANGER) is Met.CHANGED
    assert not desk.trusts(STRANGER)


def test_a_person_may_take_another_name_that_is_nobodys() -> None:
    desk = Desk()
    desk.meet(BERT)
    assert desk.meet(BERT, "Bert Jansen · laptop") is Met.KNOWN
    assert desk.contacts[BERT].name == "Bert Jansen · laptop"


KEYS = st.sampled_from([OWN, ANNA, ANNA_2, BERT, STRANGER])
SOME = st.lists(KEYS, max_size=3)
MEETINGS = st.lists(st.tuples(KEYS, st.sampled_from(sorted(set(NAMES.values()))), SOME, SOME), max_size=12)


@given(MEETINGS, st.integers(0, 11))
def test_whatever_comes_a_refused_key_stays_refused_and_ones_own_is_trusted(
    meetings: list[tuple[bytes, str, list[bytes], list[bytes]]], at: int
) -> None:
    desk = Desk("Anna")
    refused = None
    for number, (key, name, writers, vouches) in enumerate(meetings):
        desk.meet(key, name, writers=writers, vouches=vouches)
        if number == at and key in desk.contacts:
            refused = key
            desk.say(key, Trust.REFUSED)
        assert desk.trusts(OWN)
        assert OWN not in desk.contacts
        if refused:
            assert not desk.trusts(refused)


@given(MEETINGS)
def test_once_the_person_of_a_name_is_known_no_other_key_becomes_theirs_unasked(
    meetings: list[tuple[bytes, str, list[bytes], list[bytes]]],
) -> None:
    """Anna's key is known; whoever is not vouched for by it never is Anna."""
    desk = Desk()
    desk.meet(ANNA)
    for key, name, writers, vouches in meetings:
        if key in {ANNA, OWN}:
            continue
        known = desk.contacts.get(key)
        met = desk.meet(key, name, writers=writers, vouches=vouches)
        if name.startswith("Anna") and not (known and known.trust is Trust.TRUSTED):
            assert met is Met.CHANGED
            assert not desk.trusts(key)
