import pytest

from tests.domain.replicas import Replica, exchange, record_id
from werkboek_desktop.domain.change import DELETED, FieldKey
from werkboek_desktop.domain.deletion import Delete, deleted, lists_for_delete
from werkboek_desktop.domain.ids import ChangeId, RecordId
from werkboek_desktop.domain.records import Record
from werkboek_desktop.domain.values import ValueType

CASE = Record("work", "case", None, record_id("case"))
MEASURE = Record("work", "measure", CASE.id, record_id("measure"))
REMARK = Record("work", "remark", MEASURE.id, record_id("remark of a newer program"))
CONTACT = Record("people", "contact", CASE.id, record_id("contact"))


def field(record: Record, name: str = "title") -> FieldKey:
    return FieldKey(*record, name, ValueType.LINE)


@pytest.fixture
def anna() -> Replica:
    replica = Replica("Anna")
    for record in (CASE, MEASURE, REMARK, CONTACT):
        replica.edit(field(record), "first")
    return replica


@pytest.fixture
def piet(anna: Replica) -> Replica:
    replica = Replica("Piet")
    replica.receive(anna.changes.values())
    return replica


def is_deleted(replica: Replica, record: Record) -> bool:
    view = replica.record(record)
    assert view
    return view.deleted


def notices(replica: Replica, record: Record) -> list[str]:
    view = replica.record(record)
    assert view
    return [notice.kind for notice in view.notices]


def test_a_delete_takes_all_it_owns_in_its_scope_at_any_depth(anna: Replica) -> None:
    anna.delete(CASE)
    assert [is_deleted(anna, record) for record in (CASE, MEASURE, REMARK, CONTACT)] == [True, True, True, False]
    assert notices(anna, CASE) == []


def test_an_undelete_brings_all_of_it_back(anna: Replica) -> None:
    anna.delete(CASE)
    anna.undelete(CASE)
    assert not any(is_deleted(anna, record) for record in (CASE, MEASURE, REMARK))
    assert notices(anna, CASE) == []


@pytest.mark.parametrize("edited", [CASE, MEASURE, REMARK])
def test_an_edit_that_the_delete_did_not_see_keeps_all_alive(anna: Replica, piet: Replica, edited: Record) -> None:
    anna.delete(CASE)
    piet.edit(field(edited), "second")
    exchange([anna, piet])
    assert not any(is_deleted(anna, record) for record in (CASE, MEASURE, REMARK))
    assert notices(piet, CASE) == ["deleted_and_edited"]
    assert anna.state == piet.state


def test_a_new_list_item_and_an_unknown_field_keep_alive_too(anna: Replica, piet: Replica) -> None:
    anna.delete(CASE)
    piet.edit(FieldKey(*CASE, "mood", ValueType.SET), ("good",))
    piet.edit(field(Record("work", "quote", CASE.id, record_id("quote"))), "new")
    exchange([anna, piet])
    assert not is_deleted(anna, CASE)


def test_an_edit_in_the_other_scope_does_not(anna: Replica, piet: Replica) -> None:
    anna.delete(CASE)
    piet.edit(field(CONTACT), "second")
    exchange([anna, piet])
    assert (is_deleted(anna, CASE), is_deleted(anna, CONTACT)) == (True, False)


def test_a_second_delete_that_has_seen_the_edit_deletes(anna: Replica, piet: Replica) -> None:
    anna.delete(CASE)
    piet.edit(field(MEASURE), "second")
    exchange([anna, piet])
    piet.delete(CASE)
    exchange([anna, piet])
    assert is_deleted(anna, CASE)


def test_two_deletes_that_together_have_seen_all_delete(anna: Replica, piet: Replica) -> None:
    anna.edit(field(CASE), "Anna's")
    anna.delete(CASE)
    piet.edit(field(MEASURE), "Piet's")
    piet.delete(CASE)
    exchange([anna, piet])
    assert is_deleted(anna, CASE)


def test_an_undelete_beside_a_delete_lives(anna: Replica, piet: Replica) -> None:
    anna.delete(CASE)
    exchange([anna, piet])
    anna.undelete(CASE)
    piet.delete(CASE)
    exchange([anna, piet])
    assert not is_deleted(piet, CASE)
    assert notices(piet, CASE) == ["deleted_and_undeleted"]


def test_an_item_deleted_before_stays_deleted_when_its_owner_comes_back(anna: Replica) -> None:
    anna.delete(MEASURE)
    anna.delete(CASE)
    anna.undelete(CASE)
    assert [is_deleted(anna, record) for record in (CASE, MEASURE, REMARK)] == [False, True, True]


def test_undeleting_an_item_elsewhere_keeps_its_owner_alive(anna: Replica, piet: Replica) -> None:
    anna.delete(MEASURE)
    exchange([anna, piet])
    anna.undelete(MEASURE)
    piet.delete(CASE)
    exchange([anna, piet])
    assert not is_deleted(anna, CASE)
    assert not is_deleted(anna, MEASURE)


def test_nothing_is_said_while_something_listed_is_still_on_its_way(anna: Replica, piet: Replica) -> None:
    anna.edit(field(CASE), "second")
    second = anna.changes.keys() - piet.changes.keys()
    (delete,) = anna.delete(CASE)
    piet.receive([anna.changes[delete]])
    assert (is_deleted(piet, CASE), notices(piet, CASE)) == (False, [])
    piet.receive(anna.changes[id_] for id_ in second)
    assert is_deleted(piet, CASE)


def test_a_long_list_is_split_and_works_when_all_of_it_is_here(anna: Replica, piet: Replica) -> None:
    first, *others = anna.delete(CASE, most=1)
    assert len(others) == 2
    piet.receive([anna.changes[first]])
    assert not is_deleted(piet, CASE)
    exchange([anna, piet])
    assert is_deleted(piet, CASE)
    assert is_deleted(anna, CASE)


def test_lists_are_sorted_and_hold_fifteen_thousand_at_most() -> None:
    heads = [f"{number:064x}" for number in range(15_001)]
    assert [len(listed) for listed in lists_for_delete(reversed(heads))] == [15_000, 1]
    assert lists_for_delete(reversed(heads))[0] == tuple(heads[:15_000])
    assert lists_for_delete([]) == []


def test_records_that_own_each_other_do_not_hang_the_program(anna: Replica) -> None:
    one = Record("work", "odd", record_id("y"), record_id("x"))
    other = Record("work", "odd", record_id("x"), record_id("y"))
    anna.edit(field(one), "x")
    anna.edit(field(other), "y")
    anna.delete(one)
    assert (is_deleted(anna, one), is_deleted(anna, other)) == (True, True)


def test_deleting_a_namesake_of_the_owner_takes_nothing_along(anna: Replica) -> None:
    namesake = CASE._replace(kind="chapter")
    anna.edit(field(namesake), "pretender")
    anna.delete(namesake)
    assert is_deleted(anna, namesake)
    assert not is_deleted(anna, CASE)
    assert not is_deleted(anna, MEASURE)


def test_a_deleted_field_of_another_type_deletes_nothing(anna: Replica) -> None:
    anna.edit(FieldKey(*CASE, DELETED, ValueType.LINE), "yes")
    assert not is_deleted(anna, CASE)


class Chain:
    """Records that each own the next; the first was deleted by somebody who saw them all."""

    def __init__(self, length: int) -> None:
        self.records = [CASE]
        for number in range(length):
            self.records.append(Record("work", "odd", self.records[-1].id, record_id(f"odd {number}")))
        self._named = {record.id: [record] for record in self.records}
        self._owned = {record.owner: [record] for record in self.records}

    def named(self, scope: str, id_: RecordId) -> list[Record]:
        return self._named.get(id_, []) if scope == CASE.scope else []

    def owned(self, id_: RecordId) -> list[Record]:
        return self._owned.get(id_, [])

    def heads(self, record: Record) -> list[tuple[FieldKey, tuple[ChangeId, ...]]]:
        return [(field(record), (record.id * 2,))]

    def erases(self, record: Record) -> list[ChangeId]:
        assert record in self.records
        return []

    def deletes(self, record: Record) -> list[Delete]:
        return [Delete("0" * 64, tuple(each.id * 2 for each in self.records), None)] if record == CASE else []

    def is_ready(self, change: ChangeId) -> bool:
        return change[:32] in self._named


def test_a_delete_reaches_through_two_thousand_owners() -> None:
    chain = Chain(2_000)
    assert deleted(chain, chain.records[-1:]) == {chain.records[-1]}
    assert deleted(chain, chain.records) == set(chain.records)
