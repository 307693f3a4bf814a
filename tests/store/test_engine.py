"""The engine: what it says of an error."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError
from sqlcipher3 import dbapi2

from werkboek_desktop.store.engine import make_engine


def test_an_error_tells_nothing_that_somebody_wrote() -> None:
    engine = make_engine(lambda: dbapi2.connect(":memory:"), shared=True)
    with engine.connect() as connection, pytest.raises(OperationalError) as error:
        connection.execute(text("SELECT :name FROM nowhere"), {"name": "Sanne van ’t Hoek"})
    assert "nowhere" in str(error.value)
    assert "Sanne" not in str(error.value)
    engine.dispose()
