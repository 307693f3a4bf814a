"""A fresh project for each test of the store."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.store_changes import PROJECT
from werkboek_desktop.store.project_file import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.create(tmp_path / "werkboek.wbk", PROJECT)
    yield opened
    opened.close()
