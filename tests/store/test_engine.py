"""The engine: what it says of an error, and what it knows of those before it."""

import pytest
from sqlalchemy import select, text
from sqlalchemy.engine.interfaces import CacheStats
from sqlalchemy.exc import OperationalError
from sqlcipher3 import dbapi2

from werkboek_desktop.store.engine import make_engine
from werkboek_desktop.store.tables import METADATA, setting


def test_an_error_tells_nothing_that_somebody_wrote() -> None:
    engine = make_engine(lambda: dbapi2.connect(":memory:"), shared=True)
    with engine.connect() as connection, pytest.raises(OperationalError) as error:
        connection.execute(text("SELECT :name FROM nowhere"), {"name": "Sanne van ’t Hoek"})
    assert "nowhere" in str(error.value)
    assert "Sanne" not in str(error.value)
    engine.dispose()


def test_what_was_spelled_out_for_one_file_is_known_for_the_next() -> None:
    for known in (CacheStats.CACHE_MISS, CacheStats.CACHE_HIT):
        engine = make_engine(lambda: dbapi2.connect(":memory:"), shared=True)
        METADATA.create_all(engine)
        with engine.connect() as connection:
            found = connection.execute(select(setting.c.value.label("for_this_test_alone")))
            assert found.context.cache_hit is known
        engine.dispose()
