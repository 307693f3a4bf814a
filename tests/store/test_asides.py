"""What is taken back shows nothing any more, and what was brought otherwise stays."""

from collections.abc import Sequence
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.replicas import Replica
from tests.store.store_changes import PROJECT
from tests.store.test_replay import CASE, assert_like_replay, history
from werkboek_desktop.domain.change import DELETED, Change, FieldKey, Op
from werkboek_desktop.domain.history import elements_of
from werkboek_desktop.domain.ids import ChangeId
from werkboek_desktop.domain.records import record_of
from werkboek_desktop.domain.values import ValueType
from werkboek_desktop.store import asides
from werkboek_desktop.store.project_file import Store
from werkboek_desktop.store.shapes import Draft, Received

TITLE = FieldKey(*CASE, "title", ValueType.LINE)


def received(name: str) -> Received:
    return Received(name * 64, "Piet · laptop", b"k" * 32, 1, 0, {}, whole=True, lacks={})


def bring(store: Store, name: str, changes: Sequence[Change]) -> None:
    with store.write() as transaction:
        known = transaction.writers()
        for one in changes:
            if one.header.writer not in known:
                transaction.add_writer(one.header.writer, one.header.scope, b"k" * 32, b"n" * 16)
        appended = transaction.append(changes, name * 64)
        were_here = {one.id for one in changes}.difference(appended.new)
        transaction.add_received(received(name), were_here, appended.rows)


def take_back(store: Store, name: str, *, back: bool = False) -> None:
    with store.write() as transaction:
        transaction.set_aside(name * 64, aside=not back)


def write_here(store: Store, change: Change) -> None:
    with store.write() as transaction:
        if change.header.writer not in transaction.writers():
            transaction.add_writer(change.header.writer, change.header.scope, b"k" * 32, b"n" * 16)
        transaction.append([change])


@pytest.fixture
def store(tmp_path: object) -> Store:
    return Store.create(tmp_path / "a.wbk", PROJECT)  # type: ignore[operator]


def value(store: Store) -> object:
    with store.read() as reader:
        view = reader.view(TITLE)
        return view.value if view else None


def test_what_only_a_bundle_brought_goes_with_it_and_comes_back_with_it(store: Store) -> None:
    piet = Replica("Piet")
    piet.edit(TITLE, "Van Piet")
    bring(store, "a", list(piet.changes.values()))
    with store.read() as reader:
        before = reader.state_hash()
    take_back(store, "a")
    with store.read() as reader:
        assert reader.records() == []
        assert reader.rows() == []
        assert list(reader.changes(["work"])) == []
        assert len(reader.tips("work")) == 1
    take_back(store, "a", back=True)
    with store.read() as reader:
        assert reader.state_hash() == before
    assert value(store) == "Van Piet"


def test_what_another_bundle_holds_too_stays(store: Store) -> None:
    piet = Replica("Piet")
    piet.edit(TITLE, "Van Piet")
    bring(store, "a", list(piet.changes.values()))
    piet.edit(TITLE, "Nog eens")
    bring(store, "b", list(piet.changes.values()))
    take_back(store, "a")
    assert value(store) == "Nog eens"
    take_back(store, "b")
    assert value(store) is None
    take_back(store, "a", back=True)
    assert value(store) == "Van Piet"


def test_what_own_work_stands_on_stays(store: Store) -> None:
    piet, anna = Replica("Piet"), Replica("Anna")
    first = piet.edit(TITLE, "Van Piet")
    bring(store, "a", list(piet.changes.values()))
    anna.receive(piet.changes.values())
    mine = anna.edit(TITLE, "Van Anna", [first])
    write_here(store, anna.changes[mine])
    take_back(store, "a")
    assert value(store) == "Van Anna"


def test_work_on_what_was_taken_back_brings_it_back(store: Store) -> None:
    piet, anna = Replica("Piet"), Replica("Anna")
    first = piet.edit(TITLE, "Van Piet")
    bring(store, "a", list(piet.changes.values()))
    take_back(store, "a")
    anna.receive(piet.changes.values())
    mine = anna.edit(TITLE, "Van Anna", [first])
    write_here(store, anna.changes[mine])
    assert value(store) == "Van Anna"
    with store.read() as reader:
        assert {one.id for one in reader.changes(["work"])} == {first, mine}


def test_what_a_draft_stands_on_stays(store: Store) -> None:
    piet = Replica("Piet")
    first = piet.edit(TITLE, "Van Piet")
    bring(store, "a", list(piet.changes.values()))
    with store.write() as transaction:
        transaction.keep_draft(Draft(TITLE, "Getypt", (first,), 1))
    take_back(store, "a")
    assert value(store) == "Van Piet"


def test_an_erase_is_never_set_aside(store: Store) -> None:
    piet = Replica("Piet")
    piet.edit(TITLE, "Van Piet")
    bring(store, "a", list(piet.changes.values()))
    erase = piet.erase(CASE, TITLE)
    bring(store, "b", [piet.changes[erase]])
    take_back(store, "b")
    assert value(store) is None
    with store.read() as reader:
        assert reader.erases.fields == {TITLE: {erase}}


def test_what_went_with_its_owner_is_there_again_when_its_owner_is_gone(store: Store) -> None:
    piet = Replica("Piet")
    owned = FieldKey("work", "chapter", CASE.id, "c" * 32, "title", ValueType.LINE)
    title = piet.edit(owned, "Een stuk")
    bring(store, "a", [piet.changes[title]])
    piet.edit(TITLE, "Van Piet")
    piet.delete(CASE)
    bring(store, "b", [one for id_, one in piet.changes.items() if id_ != title])
    with store.read() as reader:
        assert reader.deleted([owned.record]) == {record_of(owned): True}
    take_back(store, "b")
    with store.read() as reader:
        assert reader.deleted([owned.record]) == {record_of(owned): False}
    assert_like_replay(store, [piet.changes[title]])


def test_what_was_deleted_is_so_again_when_what_it_owned_since_is_gone(store: Store) -> None:
    piet, anna = Replica("Piet"), Replica("Anna")
    piet.edit(TITLE, "Van Piet")
    piet.delete(CASE)
    bring(store, "a", list(piet.changes.values()))
    anna.edit(FieldKey("work", "chapter", CASE.id, "c" * 32, "title", ValueType.LINE), "Een stuk dat Piet niet zag")
    bring(store, "b", list(anna.changes.values()))
    with store.read() as reader:
        assert reader.deleted([CASE.id]) == {CASE: False}
    take_back(store, "b")
    with store.read() as reader:
        assert reader.deleted([CASE.id]) == {CASE: True}
    assert_like_replay(store, list(piet.changes.values()))


def test_the_same_bundle_once_more_lifts_it(store: Store) -> None:
    piet = Replica("Piet")
    piet.edit(TITLE, "Van Piet")
    bring(store, "a", list(piet.changes.values()))
    take_back(store, "a")
    bring(store, "a", list(piet.changes.values()))
    assert value(store) == "Van Piet"


class Oracle:
    """The rule, written down once more over changes in memory."""

    def __init__(self) -> None:
        self.own: set[ChangeId] = set()
        self.bundles: dict[str, set[ChangeId]] = {}
        self.aside: set[str] = set()
        self.changes: dict[ChangeId, Change] = {}

    def visible(self) -> list[Change]:
        """Own work, erases and what live bundles hold, with all these stand on."""
        live = [ids for name, ids in self.bundles.items() if name not in self.aside]
        todo = [*self.own, *(id_ for ids in live for id_ in ids)]
        todo += [id_ for id_, one in self.changes.items() if one.header.op == Op.ERASE]
        found: set[ChangeId] = set()
        while todo:
            id_ = todo.pop()
            if id_ in self.changes and id_ not in found:
                found.add(id_)
                one = self.changes[id_]
                todo += one.header.parents
                todo += elements_of(one.value) if one.header.field == DELETED else ()
        return [self.changes[id_] for id_ in found]


@given(st.integers(min_value=0))
def test_whatever_is_taken_back_the_tables_say_what_the_rule_says(
    tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    chance, oracle = Random(seed), Oracle()
    changes = history(chance)
    store = Store.create(tmp_path_factory.mktemp("aside") / "a.wbk", PROJECT).copy_to_memory()
    for name in "abcd":
        some = chance.sample(changes, chance.randint(0, len(changes)))
        if chance.random() < 0.2:
            for one in some[:3]:
                write_here(store, one)
                oracle.changes[one.id] = one
                oracle.own |= {one.id} - set().union(*oracle.bundles.values())
        bring(store, name, some)
        oracle.bundles[name] = {one.id for one in some}
        oracle.changes |= {one.id: one for one in some}
        back = chance.choice([*oracle.bundles])
        take_back(store, back, back=back in oracle.aside)
        oracle.aside ^= {back}
        assert_like_replay(store, oracle.visible())
        with store.read() as reader:
            assert not asides.is_stale(reader.connection)
    store.close()
