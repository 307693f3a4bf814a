import gc
from collections.abc import Iterator

import pytest

from werkboek_desktop.workspace.garbage import uncollected


@pytest.fixture(autouse=True)
def _collecting() -> Iterator[None]:
    """As where no window is, which collects by itself."""
    was = gc.isenabled()
    gc.enable()
    yield
    if not was:
        gc.disable()


def test_nothing_is_collected_meanwhile_and_everything_as_before_after_it() -> None:
    with uncollected():
        assert not gc.isenabled()
        with uncollected():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_that_it_failed_makes_no_difference() -> None:
    with pytest.raises(ZeroDivisionError), uncollected():
        raise ZeroDivisionError
    assert gc.isenabled()


def test_where_nothing_was_collected_nothing_is_after_it() -> None:
    gc.disable()
    with uncollected():
        pass
    assert not gc.isenabled()
    gc.enable()
