"""Whatever arrives is read or refused: a quick fuzz each time, a million inputs in the thorough profile."""

import json
import subprocess
import sys
from collections import Counter
from contextlib import suppress
from hashlib import sha256

import pytest

from tests.bundle import tiny_reader
from tests.bundle.fuzz import CRASHES, make, outcome, run
from tests.bundle.fuzz_shapes import SHAPES
from tests.bundle.fuzz_ways import RESEALED
from tests.bundle.samples import SCOPES
from tests.bundle.test_format import listed
from tests.bundle.tiny_reader import is_killed
from tests.bundle.vectors import PASSPHRASE
from werkboek_desktop.bundle.envelope import unlock
from werkboek_desktop.bundle.reader import read
from werkboek_desktop.bundle.signatures import check_proven
from werkboek_desktop.bundle.wrapped import bundles
from werkboek_desktop.errors import Refusal

QUICK = 2_000
MANY = 1_000_000
AT_ONCE = 2


@pytest.mark.parametrize("shape", SHAPES)
def test_what_is_damaged_is_sound_before(shape: object) -> None:
    assert outcome(shape.file) == "read"  # type: ignore[attr-defined]


def test_damaged_bundles_are_read_or_refused() -> None:
    told = run(1, range(QUICK))
    assert [name for name in told if name.startswith("DEFECT")] == []
    assert told["inputs"] == QUICK
    assert told["resealed"] >= QUICK // 5
    assert told["read"] > QUICK // 20, "most are refused at the door"
    assert {"damaged", "bad_signature", "not_a_bundle", "wrong_scope"} <= told.keys()


def test_what_is_read_of_a_damaged_bundle_is_what_the_second_reader_finds() -> None:
    """But for values that lack without an erase: that is for the project to judge, which may have one."""
    agreed = 0
    for number in range(QUICK):
        with suppress(Refusal):
            for found in bundles(make(2, number).data):
                bundle = read(found.data, kind_scope=SCOPES.get, passphrase=PASSPHRASE)
                check_proven(bundle.changes, bundle.unproven, (), ())
                ours = [listed(change) for change in bundle.changes]
                if all("value" in each or each["op"] != "edit" or is_killed(each, ours) for each in ours):
                    plain = unlock(found.data, PASSPHRASE) if bundle.locked else found.data
                    assert tiny_reader.listed(plain)["changes"] == ours, number
                    agreed += 1
    assert agreed > QUICK // 20


def test_an_input_follows_from_its_number() -> None:
    inputs = [make(3, number) for number in range(50)]
    assert inputs == [make(3, number) for number in range(50)]
    assert len({sha256(each.data).digest() for each in inputs}) > 45
    assert {each.what for each in inputs if each.resealed} <= {way.__name__ for way in RESEALED}


@pytest.mark.parametrize("name", sorted(path.name for path in CRASHES.iterdir()))
def test_what_once_ended_otherwise_is_read_or_refused(name: str) -> None:
    assert not outcome((CRASHES / name).read_bytes()).startswith("DEFECT")


@pytest.mark.thorough
def test_a_million_damaged_bundles_are_read_or_refused() -> None:
    """In two processes of their own, with bounds; what is found is kept in tests/data/crashes."""
    command = [sys.executable, "-m", "tests.bundle.fuzz", "--count", str(MANY), "--every", str(AT_ONCE), "--first"]
    running = [subprocess.Popen([*command, str(first)], stdout=subprocess.PIPE, text=True) for first in range(AT_ONCE)]
    told: Counter[str] = Counter()
    for each in running:
        out, _nothing = each.communicate()
        told.update(json.loads(out))
        assert each.returncode == 0, out
    assert told["inputs"] == MANY
    assert told["resealed"] >= MANY // 5
