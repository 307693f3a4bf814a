"""What happened beside somebody: since they last looked, wrote or sent something."""

from pathlib import Path

from tests.store.store_changes import KEY, PROJECT, Author, append
from werkboek_desktop.domain.change import Change
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.values import Value
from werkboek_desktop.store import seen
from werkboek_desktop.store.project_file import Store
from werkboek_desktop.store.shapes import Received


def write(
    author: Author, kind: str, name: str, value: Value, record: RecordId, owner: RecordId | None = None
) -> Change:
    return author.write(author.key(kind, record, name, owner), value)


def look(store: Store, record: RecordId) -> None:
    with store.write() as transaction:
        seen.mark(transaction, record, transaction.last_row())


def news(store: Store, *mine: str) -> list[tuple[str, str, str | None]]:
    with store.read() as reader:
        return sorted((one.key.kind or "", one.top, one.key.field) for one in seen.news(reader, mine))


def test_what_was_never_looked_at_has_no_news(store: Store) -> None:
    bob = Author("Bob")
    append(store, write(bob, "case", "title", "Haven", bob.record()))
    assert news(store) == []


def test_what_others_changed_after_the_last_look_is_news_of_the_record_that_is_looked_at(store: Store) -> None:
    anna, bob = Author("Anna"), Author("Bob")
    case, other, measure = bob.record(), bob.record(), bob.record()
    append(store, write(bob, "case", "title", "Haven", case), write(bob, "case", "title", "Kade", other))
    look(store, case)
    append(store, write(bob, "case", "summary", "Nieuw.", case), write(bob, "case", "summary", "Nieuw.", other))
    append(store, write(bob, "measure", "measure", "Sluiting", measure, case))
    append(store, write(anna, "case", "subtitle", "Van mij", case))
    assert news(store, anna.person) == [("case", case, "summary"), ("measure", case, "measure")]
    look(store, case)
    assert news(store, anna.person) == []


def test_a_change_that_waited_is_news_when_what_it_waited_for_came(store: Store) -> None:
    bob = Author("Bob")
    key = bob.key("case", bob.record(), "summary")
    first = bob.write(key, "Eerst.")
    second = bob.write(key, "Toen.", first)
    assert key.record
    append(store, second)
    look(store, key.record)
    assert news(store) == []
    append(store, first)
    assert news(store) == [("case", key.record, "summary")]


def test_a_look_is_kept_in_the_file_and_changes_no_hash(store: Store, tmp_path: Path) -> None:
    bob = Author("Bob")
    case = bob.record()
    append(store, write(bob, "case", "title", "Haven", case))
    with store.read() as reader:
        before = reader.state_hash()
    look(store, case)
    with store.read() as reader:
        assert reader.state_hash() == before
    store.close()
    again = Store.open(tmp_path / "werkboek.wbk")
    append(again, write(bob, "case", "summary", "Nieuw.", case))
    assert news(again) == [("case", case, "summary")]
    with again.read() as reader:
        assert seen.marked(reader, [case, PROJECT]) == {case}
    again.close()


def test_the_last_things_somebody_wrote_come_first(store: Store) -> None:
    anna, bob = Author("Anna"), Author("Bob")
    case, measure = anna.record(), anna.record()
    append(store, write(anna, "case", "title", "Haven", case))
    append(store, write(bob, "case", "summary", "Van Bob.", case))
    append(store, write(anna, "measure", "measure", "Sluiting", measure, case))
    with store.read() as reader:
        found = [(one.top, one.key.field) for one in seen.written(reader, [anna.person])]
    assert found == [(case, "measure"), (case, "title")]


def test_own_changes_are_counted_since_a_row_and_by_scope(store: Store) -> None:
    anna, people = Author("Anna"), Author("Anna", scope="people")
    append(store, write(anna, "case", "title", "Haven", anna.record()))
    with store.read() as reader:
        row = reader.last_row()
    append(store, write(anna, "case", "title", "Kade", anna.record()))
    append(store, write(people, "attendee", "last_name", "Hek", people.record()))
    with store.read() as reader:
        counts = [seen.unsent(reader, KEY, "work", since) for since in (0, row, reader.last_row())]
        assert counts == [2, 1, 0]
        assert seen.unsent(reader, b"x" * 32, "work", 0) == 0


def test_bundles_come_latest_first(store: Store) -> None:
    bob, piet = Author("Bob"), Author("Piet")
    title = write(bob, "case", "title", "Haven", bob.record())
    late = write(piet, "case", "summary", "Toen.", piet.record())
    append(store, title)
    append(store, late)
    with store.write() as transaction:
        for number, (sender, change) in enumerate((("Bob", title), ("Piet", late))):
            one = Received(f"{number:064x}", sender, KEY, number, 100 + number, {})
            transaction.add_received(one, [change.id])
    with store.read() as reader:
        of_bob, of_piet = seen.Arrival("0" * 64, "Bob", 100, 0, 1), seen.Arrival(f"{1:064x}", "Piet", 101, 1, 1)
        assert seen.arrivals(reader) == [of_piet, of_bob]
        assert seen.arrivals(reader, 1) == [of_piet]
