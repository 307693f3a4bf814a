"""However changes come in, the tables say what a full replay of the same changes says."""

from collections.abc import Iterator, Sequence
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.replicas import Replica, exchange, record_id
from tests.store.store_changes import PROJECT, append
from werkboek_desktop.domain.change import Change, FieldKey, Op
from werkboek_desktop.domain.project import replay
from werkboek_desktop.domain.records import Record
from werkboek_desktop.domain.values import Place, Value, ValueType
from werkboek_desktop.store.assembly import all_records, record_views
from werkboek_desktop.store.project_file import Store

CASE = Record("work", "case", None, record_id("case"))
MEASURES = [Record("work", "measure", CASE.id, record_id(f"measure {n}")) for n in range(2)]
CONTACT = Record("people", "contact", CASE.id, record_id("contact"))
REMARK = Record("work", "remark", MEASURES[0].id, record_id("remark of a newer program"))
CHAPTERS = [Record("work", "chapter", record_id("workbook"), record_id(f"chapter {n}")) for n in range(3)]
PERSONS = [Record("work", "person", None, record_id(f"person {n}")) for n in range(3)]
RECORDS = [CASE, *MEASURES, CONTACT, REMARK, *CHAPTERS, *PERSONS]
SENTENCES = [f"Dit is zin nummer {n} van de tekst." for n in range(6)]


def value_of(chance: Random, type_: ValueType) -> Value:
    match type_:
        case ValueType.PROSE:
            return " ".join(chance.sample(SENTENCES, chance.randint(0, 5)))
        case ValueType.SET:
            return tuple(sorted(chance.sample(["a", "b", "c"], chance.randint(0, 3))))
        case ValueType.PLACE:
            parent = chance.choice([None, *(chapter.id for chapter in CHAPTERS)])
            return Place(parent, f"0.{chance.randint(1000, 9999)}")
        case _:
            return chance.choice([None, "een", "twee"])


def random_edit(chance: Random, replica: Replica) -> None:
    record = chance.choice(RECORDS)
    key = chance.choice(
        [
            FieldKey(*record, "title", ValueType.LINE),
            FieldKey(*record, "summary", ValueType.PROSE),
            FieldKey(*record, "summary", ValueType.PROSE),
            FieldKey(*record, "forms", ValueType.SET),
            FieldKey(*record, "place", ValueType.PLACE),
        ]
    )
    op = chance.choice([Op.EDIT] * 30 + ["annotate"])
    # Somebody's broken program may build on whatever it likes; such a change never counts.
    wrong = chance.random() < 0.05
    seen = chance.sample(sorted(replica.changes), min(2, len(replica.changes))) if wrong else None
    replica.edit(key, value_of(chance, key.type or ValueType.LINE), seen, op=op)


def random_step(chance: Random, replicas: Sequence[Replica]) -> None:
    replica = chance.choice(replicas)
    match chance.choice(["edit"] * 8 + ["delete", "undelete", "join", "receive", "receive", "clock", "erase"]):
        case "delete":
            replica.delete(chance.choice(RECORDS), most=chance.choice([2, 15_000]))
        case "undelete":
            replica.undelete(chance.choice(RECORDS))
        case "join":
            one, *others = chance.sample(PERSONS, 2)
            replica.edit(FieldKey(*one, "same_as", ValueType.SET), tuple(other.id for other in others))
        case "erase":
            record = chance.choice(RECORDS)
            name = chance.choice(
                [FieldKey(*record, "summary", ValueType.PROSE), FieldKey(*record, "forms", ValueType.SET), None]
            )
            replica.erase(record, name)
        case "receive":
            replica.receive(chance.choice(replicas).changes.values())
        case _:
            random_edit(chance, replica)


def history(chance: Random) -> list[Change]:
    replicas = [Replica(f"Replica {n}") for n in range(3)]
    for _ in range(chance.randint(5, 30)):
        random_step(chance, replicas)
    exchange(replicas)
    return list(replicas[0].changes.values())


def portions(chance: Random, changes: list[Change]) -> Iterator[list[Change]]:
    if chance.random() < 0.8:
        chance.shuffle(changes)
    while changes:
        size = chance.choice([1, 2, 5, 100])
        yield changes[:size]
        del changes[:size]


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = Store.create(tmp_path_factory.mktemp("empty") / "empty.wbk", PROJECT)
    yield store
    store.close()


@given(st.integers(min_value=0))
def test_after_every_append_the_tables_say_what_a_replay_says(empty: Store, seed: int) -> None:
    chance = Random(seed)
    store = empty.copy_to_memory()
    here: dict[str, Change] = {}
    for portion in portions(chance, history(chance)):
        here |= {change.id: change for change in portion}
        views = append(store, *portion).views
        with store.read() as reader:
            assert {key: view for key, view in views.items() if view.heads} == reader.views(views.keys())
        assert_like_replay(store, list(here.values()))
    store.close()


def assert_like_replay(store: Store, changes: Sequence[Change]) -> None:
    expected = replay(changes)
    with store.read() as reader:
        records = all_records(reader.connection)
        views = record_views(reader.connection, records)
        assert dict(zip(records, views, strict=True)) == expected.records
        assert reader.waiting() == len(expected.waiting)
        assert reader.state_hash() == expected.state_hash
