import pytest
from sqlcipher3 import dbapi2

from tests.store.store_changes import KEY, SIGNATURE, Author, append
from werkboek_desktop.domain.change import Change, seal, signed_message
from werkboek_desktop.store.check import problems_of
from werkboek_desktop.store.project_file import Store

TEXT = "Dit is de eerste zin. Dit is de tweede zin. Dit is de derde zin."


def believe(key: bytes, message: bytes, signature: bytes) -> bool:
    return key == KEY and message.startswith(b"werkboek change") and signature == SIGNATURE


@pytest.fixture
def first(store: Store) -> Change:
    """A project with a merged field, a conflict, a waiting change, a deleted record and a list item."""
    anna, bob = Author("Anna"), Author("Bob")
    case, other = anna.record(), anna.record()
    summary = anna.key("case", case, "summary")
    first = anna.write(summary, TEXT)
    mine = anna.write(summary, TEXT.replace("eerste", "nieuwe eerste"), first)
    theirs = bob.write(summary, TEXT.replace("derde", "nieuwe derde"), first)
    title = anna.key("case", case, "title")
    titles = [anna.write(title, "Een"), bob.write(title, "Twee")]
    measure = anna.write(anna.key("measure", anna.record(), "measure", owner=case), "Sluiting")
    gone = anna.write(anna.key("case", other, "title"), "Weg")
    delete = anna.write(anna.key("case", other, "deleted"), (gone.id,))
    lost = anna.write(anna.key("case", case, "subtitle"), "Niet hier")
    waiting = anna.write(anna.key("case", case, "subtitle"), "Wacht", lost)
    append(store, first, mine, theirs, *titles, measure, gone, delete, waiting)
    return first


def spoil(store: Store, statement: str, *values: object) -> None:
    connection = dbapi2.connect(str(store.path))
    assert connection.execute(statement, values).rowcount
    connection.commit()
    connection.close()


def test_a_project_as_it_was_written_is_well(store: Store, first: Change) -> None:
    assert problems_of(store, believe) == []


def test_an_empty_project_is_well(store: Store) -> None:
    assert problems_of(store, believe) == []


def test_checking_changes_nothing(store: Store, first: Change) -> None:
    store.close()
    before = store.path.read_bytes()
    reading = Store.open(store.path, read_only=True)
    assert problems_of(reading, believe) == []
    reading.close()
    assert store.path.read_bytes() == before


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("UPDATE change SET value = value || '!' WHERE row = 1", "de inhoud is veranderd"),
        ("UPDATE change SET salt = NULL, value = NULL WHERE row = 1", "de inhoud is veranderd"),
        ("UPDATE change SET time = time + 1 WHERE row = 1", "de kop is veranderd"),
        ("UPDATE field SET field = 'context' WHERE field = 'summary'", "de kop is veranderd"),
        ("UPDATE change SET signature = x'00' WHERE row = 1", "de handtekening klopt niet"),
        ("UPDATE writer SET nonce = x'00'", "hoort niet bij dit werkboek"),
        ("UPDATE change SET standing = 'ready' WHERE standing = 'waiting'", "meetellen"),
        ("DELETE FROM waiting", "Het aantal wijzigingen dat wacht"),
        ("DELETE FROM state WHERE field = 1", "klopt niet met de wijzigingen"),
        ("UPDATE state SET view = replace(view, 'nieuwe', 'oude') WHERE view LIKE '%nieuwe%'", "te zien is"),
        ("UPDATE record SET title = 'Anders' WHERE title = 'Sluiting'", "De lijst toont measure"),
        ("UPDATE record SET conflicts = 0 WHERE conflicts = 1", "De lijst toont case"),
        ("UPDATE record SET deleted = NOT deleted WHERE title = 'Weg'", "te zien is"),
        ("DELETE FROM search_docsize", "zoekindex"),
        ("UPDATE state SET text = 'iets anders' WHERE text IS NOT NULL", "zoekindex"),
        ("DELETE FROM change WHERE row = 6", "verwijzen"),
    ],
)
def test_what_was_altered_behind_our_back_is_found(store: Store, first: Change, statement: str, found: str) -> None:
    spoil(store, statement)
    problems = problems_of(store, believe)
    assert any(found in problem for problem in problems), problems


def test_a_bad_page_is_found(store: Store, first: Change) -> None:
    store.close()
    data = bytearray(store.path.read_bytes())
    page = data.index(TEXT.encode()) // 4096 * 4096
    data[page : page + 100] = b"\xff" * 100
    store.path.write_bytes(data)
    reading = Store.open(store.path, read_only=True)
    assert problems_of(reading, believe) != []
    reading.close()


def test_every_signature_is_asked_for_with_its_own_message(store: Store, first: Change) -> None:
    asked: list[bytes] = []

    def remember(key: bytes, message: bytes, signature: bytes) -> bool:
        asked.append(message)
        return believe(key, message, signature)

    problems_of(store, remember)
    assert len(asked) == 9
    assert signed_message(first.id) in asked


def test_records_of_one_id_with_and_without_an_owner_are_well(store: Store, first: Change) -> None:
    eve = Author("Eve")
    for owner in (first.header.record, eve.record()):
        append(store, eve.write(first.header.key._replace(owner=owner), "Van mij"))
    assert problems_of(store, believe) == []


def test_a_newer_program_may_name_a_value_that_did_not_come_along(store: Store, first: Change) -> None:
    header = first.header._replace(op="fly", seq=9, value_hash="ab" * 32)
    append(store, seal(header, None, lambda _: SIGNATURE))
    assert problems_of(store, believe) == []
