import pytest

from tests.store.store_changes import KEY, Author, append
from werkboek_desktop.domain.change import Change
from werkboek_desktop.domain.view import Status
from werkboek_desktop.store.project_file import Store

FIRST = "Een eerste zin van drie woorden. Twee is de tweede zin hier."


def test_what_was_appended_is_shown(store: Store) -> None:
    anna = Author()
    key = anna.key("case", anna.record(), "title")
    change = anna.write(key, "Samen de wijk in")
    appended = append(store, change)
    assert appended.new == (change.id,)
    assert appended.views.keys() == {key}
    assert appended.records == {key.record}
    with store.read() as reader:
        view = reader.view(key)
        assert view
        assert appended.views == {key: view}
        assert (view.status, view.value, view.heads) == (Status.SETTLED, "Samen de wijk in", (change.id,))
        assert [entry.id for entry in reader.history(key).entries] == [change.id]


def test_appending_twice_adds_nothing(store: Store) -> None:
    anna = Author()
    change = anna.write(anna.key("case", anna.record(), "title"), "Samen de wijk in")
    append(store, change)
    again = append(store, change)
    assert (again.new, again.known, again.views) == ((), 1, {})


def test_a_change_whose_parent_is_not_here_waits_for_it(store: Store) -> None:
    anna = Author()
    key = anna.key("case", anna.record(), "summary")
    first = anna.write(key, FIRST)
    second = anna.write(key, FIRST + " Drie.", first)
    third = anna.write(key, FIRST + " Vier.", second)
    assert append(store, third, second).waiting == 2
    with store.read() as reader:
        assert reader.waiting() == 2
        assert reader.view(key) is None
        assert reader.record(key.record) is None
    assert append(store, first).views.keys() == {key}
    with store.read() as reader:
        assert reader.waiting() == 0
        assert reader.heads(key) == (third.id,)
        assert [entry.id for entry in reader.history(key).entries] == [first.id, second.id, third.id]


def test_two_edits_of_one_sentence_are_a_conflict_with_both_variants(store: Store) -> None:
    anna, bob = Author("Anna"), Author("Bob")
    key = anna.key("case", anna.record(), "summary")
    first = anna.write(key, FIRST)
    mine = anna.write(key, FIRST.replace("drie", "vier"), first)
    theirs = bob.write(key, FIRST.replace("drie", "zes"), first)
    append(store, first, mine, theirs)
    with store.read() as reader:
        view = reader.view(key)
        assert view
        assert view.status is Status.CONFLICT
        assert {variant.value for variant in view.variants} == {mine.value, theirs.value}
        (row,) = reader.rows("case")
        assert (row.conflicts, row.merged) == (1, 0)


def test_edits_of_sentences_apart_merge(store: Store) -> None:
    anna, bob = Author("Anna"), Author("Bob")
    text = "Dit is de eerste zin. Dit is de tweede zin. Dit is de derde zin."
    key = anna.key("case", anna.record(), "summary")
    first = anna.write(key, text)
    mine = anna.write(key, text.replace("eerste", "nieuwe eerste"), first)
    theirs = bob.write(key, text.replace("derde", "nieuwe derde"), first)
    append(store, first, mine)
    appended = append(store, theirs)
    with store.read() as reader:
        view = reader.view(key)
        assert view
        assert appended.views == {key: view}
        assert view.status is Status.MERGED
        assert view.value == "Dit is de nieuwe eerste zin. Dit is de tweede zin. Dit is de nieuwe derde zin."
        assert [hit.record for hit in reader.search("nieuwe derde eerste")] == [key.record]


def test_a_change_that_claims_a_parent_of_another_field_never_counts(store: Store) -> None:
    anna = Author()
    record = anna.record()
    title = anna.write(anna.key("case", record, "title"), "Samen de wijk in")
    key = anna.key("case", record, "subtitle")
    odd = anna.write(key, "Ondertitel", title)
    appended = append(store, title, odd)
    assert odd.id in appended.new
    assert appended.waiting == 0
    with store.read() as reader:
        assert reader.view(key) is None
        assert reader.known([odd.id]) == {odd.id}


def test_a_change_that_builds_on_a_waiting_one_of_another_field_never_counts(store: Store) -> None:
    anna = Author()
    title = anna.key("case", anna.record(), "title")
    lost = anna.write(title, "Niet hier")
    waiting = anna.write(title, "Wacht", lost)
    odd = anna.write(title._replace(field="subtitle"), "Ondertitel", waiting)
    append(store, waiting)
    assert append(store, odd).waiting == 0
    with store.read() as reader:
        assert reader.waiting() == 1


def test_a_failed_transaction_leaves_nothing(store: Store) -> None:
    anna = Author()
    change = anna.write(anna.key("case", anna.record(), "title"), "Samen de wijk in")
    with pytest.raises(RuntimeError, match="halfway"):
        fail_halfway(store, change)
    with store.read() as reader:
        assert reader.known([change.id]) == set()
        assert reader.rows() == []


def fail_halfway(store: Store, change: Change) -> None:
    with store.write() as transaction:
        transaction.add_writer(change.header.writer, change.header.scope, KEY, b"n" * 16)
        transaction.append([change])
        raise RuntimeError("halfway")
