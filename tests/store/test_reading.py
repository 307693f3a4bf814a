import pytest

from tests.store.store_changes import KEY, Author, append
from werkboek_desktop.domain.change import FIRST, Change, Predecessor, Scope
from werkboek_desktop.domain.history import FieldHistory
from werkboek_desktop.domain.project import replay
from werkboek_desktop.domain.tips import Link
from werkboek_desktop.domain.values import Place, Value, ValueType
from werkboek_desktop.domain.view import Status
from werkboek_desktop.store.project_file import Store
from werkboek_desktop.store.shapes import Draft, Received, Writer


def write(author: Author, kind: str, name: str, value: Value, **where: str) -> Change:
    return author.write(author.key(kind, where.get("record") or author.record(), name, where.get("owner")), value)


def test_a_list_shows_title_status_and_the_columns_of_the_schema(store: Store) -> None:
    anna = Author()
    title = write(anna, "case", "title", "Samen de wijk in")
    record = title.header.record
    append(store, title, write(anna, "case", "status", "concept", record=record))
    append(store, write(anna, "case", "municipalities", ("GM0344", "Meerdrecht"), record=record))
    with store.read() as reader:
        (row,) = reader.rows("case")
        assert (row.title, row.status, row.deleted) == ("Samen de wijk in", "concept", False)
        assert row.columns["municipalities"] == ["GM0344", "Meerdrecht"]
        assert reader.row(record) == row
        assert reader.rows("chapter") == []
        assert reader.row("0" * 32) is None


def test_the_parts_of_a_name_make_the_title(store: Store) -> None:
    anna = Author(scope="people")
    first = write(anna, "attendee", "last_name", "’t Hoek")
    record = first.header.record
    append(store, first, write(anna, "attendee", "first_name", "Sanne", record=record))
    with store.read() as reader:
        assert reader.rows("attendee")[0].title == "Sanne ’t Hoek"


def test_a_conflicting_title_shows_its_highest_variant(store: Store) -> None:
    anna, bob = Author("Anna"), Author("Bob")
    key = anna.key("case", anna.record(), "title")
    first = anna.write(key, "Eerst")
    append(store, first, anna.write(key, "Van Anna", first), bob.write(key, "Van Bob", first))
    with store.read() as reader:
        (row,) = reader.rows("case")
        view = reader.view(key)
        assert view
        assert row.title == view.variants[0].value
        assert row.conflicts == 1
        assert [(one.key, one.status) for one in reader.unsettled()] == [(key, Status.CONFLICT)]


def test_deleting_takes_a_record_and_what_it_owns_from_the_lists(store: Store) -> None:
    anna = Author()
    title = write(anna, "case", "title", "Weg")
    case = title.header.record
    measure = write(anna, "measure", "measure", "Sluiting", owner=case)
    append(store, title, measure)
    delete = write(anna, "case", "deleted", tuple(sorted((title.id, measure.id))), record=case)
    appended = append(store, delete)
    assert appended.deleted == {case, measure.header.record}
    with store.read() as reader:
        assert reader.rows() == []
        assert {view.id for view in reader.records() if view.deleted} == appended.deleted
        assert reader.owned(case, "measure") == []
        view = reader.record(case)
        assert view
        assert view.deleted


def test_list_items_come_in_the_order_of_their_places(store: Store) -> None:
    anna = Author()
    case = anna.record()
    items = {key: write(anna, "measure", "place", Place(None, key), owner=case) for key in ("0.7", "0.2", "0.5")}
    append(store, *items.values())
    with store.read() as reader:
        expected = [items[key].header.record for key in sorted(items)]
        assert [view.id for view in reader.owned(case, "measure")] == expected
        assert {hung.place.key for hung in reader.hung(case, "measure") if hung.place} == set(items)


def test_joined_persons_are_one_row_and_one_record(store: Store) -> None:
    anna = Author()
    first, second = sorted((anna.record(), anna.record()))
    name = write(anna, "person", "name", "Piet", record=second)
    role = write(anna, "person", "role", "redacteur", record=first)
    append(store, name, role, write(anna, "person", "same_as", (first,), record=second))
    with store.read() as reader:
        assert [row.id for row in reader.rows("person")] == [first]
        view = reader.record(first)
        assert view
        assert (view.value("name"), view.value("role"), view.joined) == ("Piet", "redacteur", (second,))
        key = reader.record_key(second)
        assert key
        assert reader.joined(key) == (first, second)
        assert reader.person("Piet") == second
        assert reader.person("piet") is None


def test_of_two_records_with_one_id_the_one_of_the_schema_is_meant(store: Store) -> None:
    anna = Author()
    record = anna.record()
    odd = anna.write(anna.key("measure", record, "measure", owner=anna.record()), "Oneigenlijk")
    strange = anna.write(odd.header.key._replace(kind="remark"), "Ook")
    append(store, strange, odd)
    with store.read() as reader:
        key = reader.record_key(record)
        assert key
        assert key.kind == "measure"
        assert len(reader.records()) == 2


def test_the_set_comes_out_sorted_as_a_bundle_holds_it(store: Store) -> None:
    anna, people = Author(), Author(scope="people")
    changes = []
    for _ in range(3):
        key = anna.key("case", anna.record(), "summary")
        first = anna.write(key, "Een.")
        changes += [anna.write(key, "Een. Twee.", first), first]
    secret = write(people, "attendee", "last_name", "Hoek")
    append(store, *changes, secret)
    with store.read() as reader:
        work = list(reader.changes(["work"]))
        assert work == sorted(changes, key=lambda one: (one.header.record, one.header.depth))
        assert list(reader.changes(["work", "people"])) == [secret, *work]
        chosen = work[0].header.record
        assert list(reader.changes(["work"], records={chosen}, without={work[0].id})) == [work[1]]
        assert reader.get([work[0].id, "0" * 64]) == {work[0].id: work[0]}
        assert reader.change_ids() == {one.id for one in [*changes, secret]}


def test_every_type_of_value_comes_back_as_it_went_in(store: Store) -> None:
    anna = Author()
    record = anna.record()
    values: dict[ValueType, list[Value]] = {
        ValueType.PROSE: ["", "Een.\nTwee \0 \u2028 😀", None],
        ValueType.LINE: ["007", "1e3", None],
        ValueType.SET: [(), ('"a"', "b, c", "é")],
        ValueType.INTEGER: [0, -999_999_999_999_999],
        ValueType.DECIMAL: ["0.5", "10"],
        ValueType.BOOLEAN: [True, False, None],
        ValueType.PLACE: [Place(None, "0.1234"), Place(record, "0.5")],
    }
    changes = [
        anna.write(anna.key("case", record, "title")._replace(field=f"{type_} {n}", type=type_), value)
        for type_, several in values.items()
        for n, value in enumerate(several)
    ]
    append(store, *changes)
    with store.read() as reader:
        for change in changes:
            found = reader.get([change.id])[change.id]
            assert found == change
            assert type(found.value) is type(change.value)
            assert found.header.canonical() == change.header.canonical()
            view = reader.view(change.header.key)
            assert view
            assert view.value == change.value


def test_the_history_of_a_field_has_what_counts(store: Store) -> None:
    anna = Author()
    key = anna.key("case", anna.record(), "title")
    first = anna.write(key, "Een")
    second = anna.write(key, "Twee", first)
    append(store, second, first)
    with store.read() as reader:
        assert [(entry.id, entry.value) for entry in reader.history(key).entries] == [
            (first.id, "Een"),
            (second.id, "Twee"),
        ]
        assert reader.depth(second.id) == 2
        assert reader.is_of(first.id, key)
        assert not reader.is_of(first.id, key._replace(field="subtitle"))
        nothing = reader.history(key._replace(field="subtitle"))
        assert isinstance(nothing, FieldHistory)
        assert nothing.entries == []


def test_a_writer_goes_on_where_it_stopped(store: Store) -> None:
    anna = Author()
    with store.read() as reader:
        assert reader.writer_tip(anna.id) == FIRST
    first, second = write(anna, "case", "title", "Een"), write(anna, "case", "title", "Twee")
    append(store, first, second)
    with store.read() as reader:
        assert reader.writer_tip(anna.id) == Predecessor(2, second.id)
        assert reader.links("work") == {first.id: Link(anna.id, 1, None), second.id: Link(anna.id, 2, first.id)}
        assert reader.tips("work") == (second.id,)
        assert reader.tips("people") == ()
        assert reader.writers({anna.id})[anna.id].key == KEY


def test_the_state_hash_is_that_of_a_replay(store: Store) -> None:
    anna, people = Author(), Author(scope="people")
    changes = [write(anna, "case", "title", "Een"), write(people, "attendee", "last_name", "Hoek")]
    append(store, *changes)
    expected = replay(changes)
    with store.read() as reader:
        assert reader.state_hash() == expected.state_hash
        assert {scope: reader.state_hash(scope) for scope in Scope} == expected.hashes


def test_a_draft_keeps_what_its_first_keystroke_saw(store: Store) -> None:
    anna = Author()
    key = anna.key("case", anna.record(), "summary")
    first = anna.write(key, "Een.")
    append(store, first)
    with store.write() as transaction:
        transaction.keep_draft(Draft(key, "Een. T", (first.id,), 1))
    later = anna.write(key, "Een. Drie.", first)
    append(store, later)
    with store.write() as transaction:
        transaction.keep_draft(Draft(key, "Een. Twee.", (later.id,), 2))
    with store.read() as reader:
        assert reader.drafts() == [reader.draft(key)] == [Draft(key, "Een. Twee.", (first.id,), 2)]
    with store.write() as transaction:
        transaction.drop_draft(key)
        transaction.drop_draft(key._replace(field="context"))
    with store.read() as reader:
        assert reader.drafts() == []


def test_a_draft_of_a_new_record_is_no_record_yet(store: Store) -> None:
    anna = Author()
    key = anna.key("case", anna.record(), "summary")
    with store.write() as transaction:
        transaction.keep_draft(Draft(key, "Een.", (), 1))
    with store.read() as reader:
        assert reader.draft(key) == Draft(key, "Een.", (), 1)
        assert reader.rows() == []
        assert reader.view(key) is None
        assert reader.state_hash() == replay([]).state_hash


def received(number: int, *, key: bytes = KEY, sender: str = "Piet · laptop", tip: str = "0" * 64) -> Received:
    return Received(f"{number:02}{key.hex()}"[:64], sender, key, number, 1_000, {"work": (tip,)})


def test_the_receipt_of_a_computer_is_that_of_its_bundle_of_the_highest_number(store: Store) -> None:
    with store.write() as transaction:
        assert transaction.receipt("Piet · laptop") is None
        for number, tip in ((2, "2" * 64), (1, "1" * 64)):
            transaction.add_received(received(number, tip=tip), [])
        transaction.add_received(received(2, tip="3" * 64), [])
    with store.read() as reader:
        receipt = reader.receipt("Piet · laptop")
        assert receipt
        assert (receipt.tips, receipt.usable) == ({"work": ("2" * 64,)}, True)
        assert reader.senders() == ["Piet · laptop"]


def test_a_receipt_is_not_usable_where_two_bundles_have_one_number(store: Store) -> None:
    with store.write() as transaction:
        transaction.add_received(received(1), [])
        transaction.add_received(received(1)._replace(id="f" * 64), [])
        receipt = transaction.receipt("Piet · laptop")
    assert receipt
    assert not receipt.usable


def test_a_receipt_is_not_usable_where_another_key_goes_by_the_same_name(store: Store) -> None:
    with store.write() as transaction:
        transaction.add_received(received(1), [])
        transaction.add_received(received(99, key=b"x" * 32, tip="9" * 64), [])
        receipt = transaction.receipt("Piet · laptop")
    assert receipt
    assert not receipt.usable
    assert "9" * 64 not in receipt.tips.get("work", ())


def test_a_receipt_is_not_usable_where_a_writer_of_that_computer_forked(store: Store) -> None:
    one, two = Author("Piet"), Author("Piet")
    append(store, write(one, "case", "title", "Een"))
    with store.write() as transaction:
        transaction.add_received(received(1), [])
        before = transaction.receipt("Piet · laptop")
    append(store, write(two, "case", "title", "Twee"))
    with store.read() as reader:
        after = reader.receipt("Piet · laptop")
    assert before
    assert after
    assert (before.usable, after.usable) == (True, False)


@pytest.mark.parametrize("shas", [[], ["0" * 64]])
def test_attachments_that_are_not_here_are_left_out(store: Store, shas: list[str]) -> None:
    with store.write() as transaction:
        sha = transaction.add_attachment(b"een foto")
        assert transaction.add_attachment(b"een foto") == sha
    with store.read() as reader:
        assert reader.attachments([sha, *shas]) == {sha: b"een foto"}


def test_a_writer_is_added_once(store: Store) -> None:
    with store.write() as transaction:
        for _ in range(2):
            transaction.add_writer("a" * 64, "work", KEY, b"n" * 16)
        assert transaction.writers() == {"a" * 64: Writer(KEY, "work", b"n" * 16)}


def test_a_place_of_another_type_moves_nothing(store: Store) -> None:
    anna = Author()
    case, image = anna.record(), anna.record()
    append(store, write(anna, "image", "place", Place(None, "0.5"), record=image, owner=case))
    key = anna.key("image", image, "place", owner=case)._replace(type=ValueType.LINE)
    append(store, anna.write(key, "elders"))
    with store.read() as reader:
        assert [each.place for each in reader.hung(case, "image")] == [Place(None, "0.5")]
