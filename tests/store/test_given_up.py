"""A long statement ends when somebody wants it to, and the file is what it was."""

import os
import signal
from collections.abc import Iterator
from threading import Timer

import pytest

from werkboek_desktop.checkpoint import at_checkpoints
from werkboek_desktop.errors import Cancelled
from werkboek_desktop.store import connection as connections
from werkboek_desktop.store import search
from werkboek_desktop.store.project_file import Store

LONG = 300_000
FOREVER = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
COUNTS = f"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT {LONG}) SELECT count(*) FROM n"


def test_a_long_statement_can_be_given_up_and_the_file_is_what_it_was(store: Store) -> None:
    """Whoever closes a window does not wait until SQLite is ready with what nobody will see."""
    with store.write() as transaction:
        transaction.set("kept", "so")

    def give_up() -> None:
        raise Cancelled

    def write_long() -> object:
        with store.write() as transaction:
            transaction.set("kept", "lost")
            return transaction.connection.exec_driver_sql(COUNTS).scalar()

    with at_checkpoints(give_up), pytest.raises(Cancelled):
        write_long()
    with store.read() as reader:
        assert reader.setting("kept") == "so"
    assert write_long() == LONG


@pytest.fixture
def keys() -> Iterator[None]:
    """Ctrl+C is heard, also where whoever began these tests in the background had it ignored."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("keys")
def test_a_key_that_ends_the_program_ends_it_in_a_long_statement_too(store: Store) -> None:
    """It is no refusal: what takes one file after another would go on with the next."""
    with store.write() as transaction:
        transaction.set("kept", "so")
    pressed = Timer(0.1, os.kill, (os.getpid(), signal.SIGINT))

    def write_long() -> None:
        with store.write() as transaction:
            transaction.set("kept", "lost")
            pressed.start()
            transaction.connection.exec_driver_sql(FOREVER)

    with pytest.raises(KeyboardInterrupt):
        write_long()
    with store.read() as reader:
        assert reader.setting("kept") == "so"


def test_an_index_that_was_not_looked_through_is_not_said_to_be_wrong(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections, "AWHILE", 1)
    asked, found = list[str](), list[bool]()

    def give_up() -> None:
        if asked:
            raise Cancelled

    def look_through() -> None:
        with copy.write() as transaction:
            asked.append("stop")
            found.append(search.is_whole(transaction.connection))

    copy = store.copy_to_memory()
    with at_checkpoints(give_up), pytest.raises(Cancelled):
        look_through()
    assert found == []
    copy.close()
