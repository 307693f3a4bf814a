"""What is unpacked while what came before it is read."""

from collections.abc import Iterator

import pytest

from tests.bundle.forging import members, repacked
from tests.bundle.samples import Pen, sealed_bytes
from werkboek_desktop.bundle import limits
from werkboek_desktop.bundle.ahead import ahead
from werkboek_desktop.bundle.apart import read_apart
from werkboek_desktop.errors import BundleDamaged


def test_what_making_one_raises_is_raised_in_its_place() -> None:
    def broken() -> Iterator[bytes]:
        yield b"a"
        yield b"b"
        raise BundleDamaged("hier")

    items = ahead(broken())
    assert [next(items), next(items)] == [b"a", b"b"]
    with pytest.raises(BundleDamaged):
        next(items)


def test_only_a_few_are_made_before_they_are_asked_for() -> None:
    made: list[int] = []

    def many() -> Iterator[bytes]:
        for number in range(1_000):
            made.append(number)
            yield b"."

    items = ahead(many())
    next(items)
    items.close()
    assert len(made) < 10


def test_what_was_damaged_on_the_way_is_called_that_though_it_looks_too_large() -> None:
    inside = members(sealed_bytes([Pen().write("Een zin.")]))
    changed = inside | {"changes.jsonl": b"x" * limits.LINE + b"\n" + inside["changes.jsonl"]}
    with pytest.raises(BundleDamaged):
        read_apart(repacked(changed), passphrase=None, project=None, progress=None)
