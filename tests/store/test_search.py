import tracemalloc
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store.store_changes import KEY, NONCES, PROJECT, Author, append
from werkboek_desktop.domain.change import FieldKey
from werkboek_desktop.domain.values import Value
from werkboek_desktop.store import search
from werkboek_desktop.store.project_file import Store


def put(store: Store, name: str, value: Value, author: Author | None = None) -> FieldKey:
    author = author or Author(str(value))
    key = author.key("case", author.record(), name)
    append(store, author.write(key, value))
    return key


def found(store: Store, query: str) -> list[str]:
    with store.read() as reader:
        return [hit.record for hit in reader.search(query)]


@pytest.mark.parametrize(
    ("query", "finds"),
    [
        ("jeugd", True),
        ("jeug", True),
        ("ju", False),
        ("criminaliteit", True),
        ("Criminaliteit", True),
        ("wijkaanpak", False),
        ("utrecht jeugd", True),
        ("utrecht drugs", False),
        ("cafe", True),
        ("CAFÉ", True),
        ("cafe\u0301", True),
        ("sahin", True),
        ("Şahin", True),
        ("'s-Gravenhage", True),
        ("gravenhage", True),
        ("straat", True),
        ("12", True),
    ],
)
def test_what_people_type_is_found(store: Store, query: str, finds: bool) -> None:
    text = "Jeugdcriminaliteit in Utrecht: café Şahin aan de ’s-Gravenhagestraat 12b."
    key = put(store, "summary", text)
    put(store, "summary", "Iets heel anders over honden.")
    assert found(store, query) == ([key.record] if finds else [])


def test_the_words_that_match_are_marked(store: Store) -> None:
    put(store, "summary", "Over jeugdcriminaliteit in de wijk.")
    with store.read() as reader:
        (hit,) = reader.search("criminaliteit")
        assert hit.snippet == "Over «jeugdcriminaliteit» in de wijk."
        assert (hit.kind, hit.field) == ("case", "summary")


def test_a_short_text_with_the_word_comes_before_a_long_one(store: Store) -> None:
    long = put(store, "summary", "Een lang verhaal over van alles en nog wat. " * 20 + "Drugslab.")
    short = put(store, "title", "Drugslab")
    assert found(store, "drugslab") == [short.record, long.record]


def test_elements_of_sets_are_found(store: Store) -> None:
    key = put(store, "forms", ("jonge_aanwas", "witwassen"))
    assert found(store, "aanwas") == [key.record]
    with store.read() as reader:
        assert reader.search("witwassen")[0].snippet == "jonge_aanwas · «witwassen»"


def test_a_text_that_was_replaced_is_found_no_more(store: Store) -> None:
    anna = Author()
    key = anna.key("case", anna.record(), "summary")
    first = anna.write(key, "Hennepteelt")
    append(store, first)
    append(store, anna.write(key, "Straathandel", first))
    assert found(store, "hennep") == []
    assert found(store, "teelt") == []
    assert found(store, "handel") == [key.record]


def test_every_variant_of_a_conflict_is_found(store: Store) -> None:
    anna, bob = Author("Anna"), Author("Bob")
    key = anna.key("case", anna.record(), "title")
    append(store, anna.write(key, "Hennepteelt"))
    append(store, bob.write(key, "Straathandel"))
    assert found(store, "hennep") == found(store, "straat") == [key.record]


def test_deleted_records_are_not_found(store: Store) -> None:
    anna = Author()
    key = anna.key("case", anna.record(), "title")
    change = anna.write(key, "Hennepteelt")
    append(store, change)
    deleted = anna.key("case", key.record, "deleted")
    delete = anna.write(deleted, (change.id,))
    append(store, delete)
    assert found(store, "hennep") == []
    append(store, anna.write(deleted, (), delete))
    assert found(store, "hennep") == [key.record]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Store:
    store = Store.create(tmp_path_factory.mktemp("filled") / "werkboek.wbk", PROJECT)
    put(store, "summary", 'Een "tekst" met AND, OR en NEAR(a b) en * erin.')
    return store


WORDS = st.sampled_from(["AND", "OR", "NOT", "NEAR(a b)", '"', "*", "^", ":", "{text}", "-", "tekst", "'", "(", ")"])


@given(st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=6).map(" ".join)))
def test_whatever_is_typed_is_no_error(filled: Store, query: str) -> None:
    found(filled, query)


def test_words_that_mean_something_to_the_index_are_just_words(filled: Store) -> None:
    for query in ("AND", "near", 'text:"tekst"', "tekst*", "(tekst", "^tekst"):
        assert len(found(filled, query.replace("text:", ""))) == 1
    assert found(filled, "tekst NOT") == []


def test_a_very_long_query_is_cut(filled: Store) -> None:
    assert len(found(filled, "tekst " * 10_000)) == 1


@pytest.mark.parametrize("word", ["世" * 12_000, "a" + "я" * 20_000], ids=["three bytes a letter", "two"])
def test_a_word_that_is_too_long_for_the_index_is_in_nobodys_way(store: Store, word: str) -> None:
    key = put(store, "summary", f"Fietsenstalling {word}")
    assert found(store, "stalling") == found(store, word[:5]) == [key.record]


def test_of_many_long_texts_only_some_are_in_memory_at_once(store: Store) -> None:
    anna = Author()
    text = "woord " * 33_000 + "fietsenstalling \N{BICYCLE}"
    append(store, *(anna.write(anna.key("case", anna.record(), "summary"), text) for _ in range(100)))
    tracemalloc.start()
    with store.write() as transaction:
        search.rebuild(transaction.connection)
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 50 << 20
    assert found(store, "stalling")


@given(st.lists(st.text(max_size=60), max_size=4))
def test_a_word_of_the_vocabulary_is_one_of_the_index_to_the_letter(texts: list[str]) -> None:
    with TemporaryDirectory() as folder:
        store = Store.create(Path(folder) / "x.werkboek", PROJECT)
        put(store, "summary", "Fietsenstalling")
        for text in texts:
            put(store, "summary", text)
        with store.write() as transaction:
            ask = transaction.connection.exec_driver_sql
            ask("CREATE VIRTUAL TABLE temp.indexed USING fts5vocab('main', 'search', 'row')")
            indexed = ask("SELECT term FROM temp.indexed WHERE length(term) > 4 ORDER BY term").scalars().all()
            assert ask("SELECT word FROM term ORDER BY word").scalars().all() == indexed
        store.close()


def test_what_a_transaction_that_failed_was_learning_is_found_by_nobody(store: Store) -> None:
    anna = Author()
    change = anna.write(anna.key("case", anna.record(), "summary"), "Fietsenstalling")

    def fail() -> None:
        with store.write() as transaction:
            transaction.add_writer(anna.id, anna.scope, KEY, NONCES[anna.id])
            transaction.append([change])
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    put(store, "summary", "Straathandel")
    assert found(store, "stalling") == []
    with store.read() as reader:
        assert reader.connection.exec_driver_sql("SELECT word FROM term").scalars().all() == ["straathandel"]
