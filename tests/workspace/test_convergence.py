"""Computers with real files do all that people do, lose and repeat what they send, and end up the same."""

import os
import sys

import pytest
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import rule, run_state_machine_as_test

from tests.workspace.machine.computers import PASSPHRASE, SEEDS, WHO, World
from tests.workspace.machine.erased import alive
from tests.workspace.machine.erasing import Erasing
from tests.workspace.machine.judging import assert_sound
from tests.workspace.machine.taking_back import TakingBack
from tests.workspace.machine.writing import TEXTS, Slot, Writing

THOROUGH_STEPS = 20_000
PARTS = 4


class Computers(Writing, TakingBack, Erasing):
    """All of it together."""

    @rule(who=WHO, to=WHO, text=TEXTS, typed=SEEDS)
    def write_at_once(self, who: int, to: int, text: Slot, typed: int) -> None:
        """Somebody is still typing when a bundle arrives with what another wrote in the same text."""
        self.type(who, text, typed)
        self.write(to, text, typed + 1)
        post = self.post(self.at(to), people=True, to=self.at(who))
        self.arrived(self.at(who), post, self.at(who).workspace.import_([post.path], passphrase=PASSPHRASE).files[0])
        self.leave(who)

    @rule(who=WHO)
    def look(self, who: int) -> None:
        """At any moment all is sound at every computer, and what is missing there can be asked for."""
        here = self.at(who).workspace
        assert_sound(here)
        self.assert_flagged(self.at(who))
        missing = here.missing()
        assert bool(missing) or not here.waiting_records()
        for each in missing:
            assert here.request_for(each).text

    def teardown(self) -> None:
        try:
            if self.computers and sys.exception() is None:
                self.finish()
        finally:
            super().teardown()

    def finish(self) -> None:
        """Everybody seals what is being typed and gets everything; then all see the same, and nothing is lost."""
        for who in range(len(self.computers)):
            self.leave(who)
        self.lift_all()
        whole = self.exchange()
        self.add(self.new_file(), self.new_app("Nieuw"), "Nieuw", whole.path)
        first, *others = self.computers
        seen, stored = first.document(), alive(first)
        for other in others:
            assert other.document() == seen
            assert alive(other) == stored
        lost = self.rolled_back - stored.keys()
        assert seen["waiting"] == 0 or lost
        assert self.written <= stored.keys() | lost
        self.assert_kept(first.changes())
        self.assert_versions_beside_each_other()
        for computer in self.computers:
            assert_sound(computer.workspace)
            self.assert_flagged(computer)


def search(computers: type[Computers], examples: int, steps: int) -> int:
    """How many steps were taken."""
    before = World.steps
    profile = settings(
        max_examples=examples,
        stateful_step_count=steps,
        phases=(Phase.explicit, Phase.generate),  # an example that shrinks costs minutes of disk
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(computers, settings=profile)
    return World.steps - before


def test_all_files_end_up_the_same() -> None:
    search(Computers, 6, 25)


@pytest.mark.thorough
@pytest.mark.parametrize("part", range(PARTS))
def test_all_files_end_up_the_same_after_hundreds_of_histories(part: int) -> None:
    """`EXCHANGE_SEED=<number>` searches other histories."""

    @seed(int(os.environ.get("EXCHANGE_SEED", "0")) + part)
    class Part(Computers):
        pass

    assert search(Part, 600 // PARTS, 40) >= THOROUGH_STEPS // PARTS
