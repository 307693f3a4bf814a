"""The simulation of `make bench`, small: whatever came late, twice or never, in the end all have the same."""

from pathlib import Path

from benchmarks.simulation import Simulation


def test_editors_who_mail_each_other_end_up_the_same(tmp_path: Path) -> None:
    simulation = Simulation(tmp_path, seed=3, editors=4, bundles=20, cases=4)
    try:
        found = simulation.run()
    finally:
        simulation.close()
    assert len(found.states) == 1
    assert found.bundles == 20
    assert found.lost
    assert found.repeated
    assert len(found.sent) == 4
    assert all(0 < found.least[name] <= found.sent[name] for name in found.sent)
