import gc

import pytest

from werkboek_desktop.workspace.garbage import uncollected


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
