"""Bad input is refused for what it is."""

from pathlib import Path

import pytest

from tests.bundle.bad_inputs import TOO_LARGE, bad_inputs
from tests.bundle.forging import opened
from tests.bundle.samples import PROJECT, Pen, sealed_bytes
from werkboek_desktop.errors import Refusal

HERE = list(bad_inputs(without={"a delta bomb", "a value withheld"}))
"""What a process with bounds refuses, and what a project does, is seen in tests/cli/test_bad_bundles.py."""


@pytest.mark.parametrize(("data", "code"), [(data, code) for _name, data, code in HERE], ids=[each[0] for each in HERE])
def test_it_is_refused_for_what_it_is(tmp_path: Path, data: bytes, code: str) -> None:
    with pytest.raises(Refusal) as caught:
        opened(tmp_path / "a.wbx", data, passphrase="drie woorden", project=PROJECT)
    assert caught.value.code == code
    assert caught.value.message.endswith(".")
    assert caught.value.advice


def test_the_list_is_the_whole_of_it() -> None:
    assert "a delta bomb" in TOO_LARGE
    assert len(HERE) > 60


def test_a_wrong_depth_or_parent_that_its_writer_signed_is_no_reason_to_refuse(tmp_path: Path) -> None:
    pen = Pen()
    first = pen.write("een")
    odd = [first, pen.write("twee", seen=[first], depth=7), pen.write("drie", parents=("ab" * 32,), depth=2)]
    assert set(opened(tmp_path / "a.wbx", sealed_bytes(odd)).changes) == set(odd)
