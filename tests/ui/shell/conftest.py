"""A window leaves the look that the next test expects."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.dressing import dress
from werkboek_desktop.ui.theme.tokens import Look, Theme


@pytest.fixture(autouse=True)
def plain(qapp: QApplication) -> Iterator[None]:
    yield
    dress(Theme(Look.LIGHT))
