"""What is dead through an owner that died: what shows so may come late, be taken back, or be known to the receiver."""

from dataclasses import replace
from pathlib import Path

from tests.workspace.machine.newer import NewerProgram
from tests.workspace.two import Two
from werkboek_desktop.bundle.keys import OwnKey
from werkboek_desktop.bundle.writer import Contents
from werkboek_desktop.domain.change import Change, FieldKey, Op
from werkboek_desktop.domain.erasing import DEEP, proofs
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.values import ValueType
from werkboek_desktop.workspace import Workspace
from werkboek_desktop.workspace.packing import Packer
from werkboek_desktop.workspace.parting import weigh

LOST = "Hier stond Xanthippe."
UPPER, LOWER, OTHER = "aa" * 16, "bb" * 16, "cc" * 16


class Drones(NewerProgram):
    """Somebody with a newer program, whose records own each other."""

    def __init__(self, two: Two, seed: int) -> None:
        super().__init__(two.anna.project.id, "work", seed)
        self.folder, self.seed = two.folder, seed

    def fly(self, record: RecordId, owner: RecordId, words: str = LOST) -> Path:
        """A record of theirs, in a bundle with all they wrote."""
        self.write(FieldKey("work", "drone", owner, record, "name", ValueType.LINE), words, [], format=1)
        path = self.folder / f"{self.seed} {len(self.changes)}.wbx"
        path.write_bytes(self.bundle())
        return path


def taken_in(workspace: Workspace, path: Path) -> str:
    (report,) = workspace.import_([path]).files
    assert report.error is None
    return report.bundle or ""


def words_at(workspace: Workspace) -> list[str]:
    with workspace._session.store.read() as reader:
        return [str(one.value) for one in reader.get(reader.change_ids()).values() if one.value == LOST]


def test_what_shows_why_words_were_destroyed_stays_when_its_bundle_is_taken_back(two: Two) -> None:
    other = two.make("case", title="Ook te wissen")
    taken_in(two.anna, Drones(two, 1).fly(LOWER, UPPER))
    two.anna.erase(two.case)
    late = taken_in(two.anna, Drones(two, 2).fly(UPPER, two.case))
    two.anna.erase(other)  # which destroys all that is dead under a yes
    assert words_at(two.anna) == []
    assert two.anna.aside(late).goes == 0
    two.anna.check()
    two.to_bert()
    assert two.bert.state_hash() == two.anna.state_hash()


def test_what_came_dead_can_be_taken_back_with_what_it_hung_on(two: Two) -> None:
    two.anna.erase(two.case)
    drones = Drones(two, 1)
    drones.fly(UPPER, two.case)
    bundle = taken_in(two.anna, drones.fly(LOWER, UPPER))
    two.anna.aside(bundle)
    two.anna.check()


def test_what_bears_the_id_of_what_was_erased_and_lives_can_be_taken_back(two: Two) -> None:
    two.anna.erase(two.case)
    stranger = Drones(two, 1)
    bundle = taken_in(two.anna, stranger.fly(two.case, OTHER, "Van een vreemde"))
    assert two.anna.aside(bundle).goes == 1
    assert two.anna.waiting_records() == {}
    two.anna.check()


def test_words_that_hung_on_what_another_came_to_bear_the_id_of_are_not_damage(two: Two) -> None:
    """Nothing is destroyed through an id that two bear (0190), but here one bore it when they were destroyed."""
    other = two.make("case", title="Ook te wissen")
    taken_in(two.anna, Drones(two, 1).fly(LOWER, UPPER))
    two.anna.erase(two.case)
    late = taken_in(two.anna, Drones(two, 2).fly(UPPER, two.case))
    two.anna.erase(other)
    taken_in(two.anna, Drones(two, 3).fly(UPPER, OTHER))
    two.anna.aside(late)
    two.anna.check()


def test_a_colleague_who_took_the_owner_back_takes_in_what_died_with_it(two: Two) -> None:
    drones = Drones(two, 1)
    two.anna.erase(two.case)
    upper = drones.fly(UPPER, two.case)
    two.bert.aside(taken_in(two.bert, upper))
    taken_in(two.anna, drones.fly(LOWER, UPPER))
    two.bert.import_([two.anna.export(two.folder / "anna.wbx").path])
    assert two.bert.state_hash() == two.anna.state_hash()
    two.bert.check()


def test_a_delta_shows_why_the_dead_of_which_only_the_owner_is_known_lack_their_words(two: Two) -> None:
    drones = Drones(two, 1)
    two.anna.erase(two.case)
    two.to_bert()
    upper = drones.fly(UPPER, two.case)
    taken_in(two.anna, upper)
    taken_in(two.bert, upper)
    two.from_bert()
    taken_in(two.anna, drones.fly(LOWER, UPPER))
    delta = two.folder / "delta.wbx"
    two.anna.export(delta, to=f"Bert · {two.bert.settings().computer}", since_received=True)
    assert taken_in(two.bert, delta)
    assert two.bert.state_hash() == two.anna.state_hash()


def dead(*records: tuple[RecordId, RecordId]) -> list[Change]:
    """An erase, and below it the headers of what died with it, each record with its owner."""
    program = NewerProgram("00" * 16, "work", 1)
    program.write(FieldKey("work", "case", None, OTHER, None, None), None, [], op=Op.ERASE, body=None, value_hash=None)
    for record, owner in records:
        key = FieldKey("work", "drone", owner, record, "name", ValueType.LINE)
        program.write(key, None, [], body=None, value_hash="ab" * 32)
    return program.changes


def test_the_shortest_way_to_an_erase_goes_along_and_rings_lead_nowhere() -> None:
    erase, upper, lower, ring = dead((UPPER, OTHER), (LOWER, UPPER), (UPPER, LOWER))
    assert {one.id for one in proofs([erase, lower, ring], [erase, ring, upper, lower])} == {upper.id, lower.id}
    assert proofs([erase], [erase, upper, lower]) == []


def test_a_way_that_is_longer_than_anybody_needs_is_not_gone() -> None:
    ids = [OTHER, *(f"{number:032x}" for number in range(DEEP + 2))]
    changes = dead(*zip(ids[1:], ids, strict=False))
    *_above, last_proven, beyond = changes
    assert len(proofs([last_proven], changes)) == DEEP
    assert proofs([beyond], changes) == []


def packer(changes: list[Change]) -> Packer:
    """Of changes that `dead` made, the erase in each part."""
    made = NewerProgram("00" * 16, "work", 1).writer
    writers = {made.id("00" * 16): made}
    whole = Contents("00" * 16, None, "Anna · laptop", 1, 1, ("work",), changes, writers, {})
    return Packer(whole, changes[:1], weigh(changes, {}), {}, OwnKey(b"\x01" * 32), iter(range(1, 99)))


def test_each_of_several_parts_shows_why_words_lack_in_it() -> None:
    changes = dead((UPPER, OTHER), *((f"{number:032x}", UPPER) for number in range(200)))
    parts = list(packer(changes).parts(8_000))
    assert len(parts) > 2
    assert {one.id for part in parts for one in part.contents.changes} == {one.id for one in changes}
    for part in parts:
        assert any(one.header.record == UPPER for one in part.contents.changes)


def test_what_only_a_false_signature_shows_to_be_dead_stays_here() -> None:
    erase, lower, upper = dead((LOWER, UPPER), (UPPER, OTHER))
    forged = replace(upper, signature=bytes(64))
    (part,) = packer([erase, lower, forged]).parts(None)
    assert part.contents.changes == [erase]
