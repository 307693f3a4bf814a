"""Somebody makes a record with the id of another one, owned by what was erased, to erase what is another's."""

from pathlib import Path

import pytest

from tests.workspace.machine.newer import NewerProgram
from tests.workspace.two import Two
from werkboek_desktop.domain.change import FieldKey
from werkboek_desktop.domain.values import ValueType


@pytest.fixture
def two(tmp_path: Path) -> Two:
    return Two(tmp_path)


def bear(two: Two, owner: str) -> str:
    """A bundle with a record that bears the id of Anna's case and is owned by another; returns the bundle's id."""
    stranger = NewerProgram(two.anna.project.id, "work", 1)
    stranger.write(FieldKey("work", "drone", owner, two.case, "name", ValueType.LINE), "x", [])
    path = two.folder / "stranger.wbx"
    path.write_bytes(stranger.bundle())
    (report,) = two.anna.import_([path]).files
    assert report.bundle
    return report.bundle


def test_what_a_stranger_puts_below_an_erased_record_is_hidden_and_not_destroyed(two: Two) -> None:
    gone, later = two.make("case", title="Gewist"), two.make("case", title="Ook")
    two.anna.erase(gone)
    bundle = bear(two, gone)
    assert two.anna.record(two.measure).deleted
    two.anna.erase(later)  # which destroys all that is dead under a yes
    two.anna.aside(bundle)
    assert two.value("measure", two.measure) == "Sluiting"
    assert not two.anna.record(two.measure).deleted
    two.anna.check()


def test_an_erase_does_not_go_through_what_bears_the_id_of_another(two: Two) -> None:
    gone = two.make("case", title="Te wissen")
    bundle = bear(two, gone)
    two.anna.erase(gone)
    two.anna.aside(bundle)
    assert two.value("measure", two.measure) == "Sluiting"
    two.anna.check()


def test_taking_back_and_lifting_show_and_bury_what_hung_on_it(two: Two) -> None:
    gone = two.make("case", title="Gewist")
    two.anna.erase(gone)
    bundle = bear(two, gone)
    two.anna.aside(bundle)
    two.type("measure", "Sluiting van het pand", two.measure)
    assert two.value("measure", two.measure) == "Sluiting van het pand"
    two.anna.check()
    two.anna.aside(bundle, undo=True)
    assert two.anna.record(two.measure).deleted
    two.anna.check()


def test_who_types_on_in_what_was_destroyed_leaves_no_draft(two: Two) -> None:
    seen = two.anna.record(two.case).fields["summary"].heads
    two.anna.erase(two.case, "summary")
    two.anna.draft(two.case, "summary", "Wij belden aan bij Xanthippe.", seen)
    assert two.anna.outlived() == []
    two.anna.draft(two.case, "summary", "Opnieuw.", two.anna.record(two.case).fields["summary"].heads)
    two.anna.seal(two.case, "summary")
    assert two.value("summary") == "Opnieuw."
