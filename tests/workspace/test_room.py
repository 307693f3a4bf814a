"""However much strangers bring, everybody can still send all there is."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from tests.workspace.sent import opened
from tests.workspace.two import Two
from werkboek_desktop.bundle import limits
from werkboek_desktop.bundle.keys import OwnKey
from werkboek_desktop.bundle.manifest import Writer
from werkboek_desktop.bundle.writer import Contents, to_bytes
from werkboek_desktop.domain import tips
from werkboek_desktop.domain.change import Body, Change, FieldKey, Header, Op, seal
from werkboek_desktop.domain.tips import Link
from werkboek_desktop.domain.values import ValueType
from werkboek_desktop.errors import BundleTooLarge, TooManyErases
from werkboek_desktop.store.burials import Count
from werkboek_desktop.workspace import room


class Crowd:
    """One key that writes as many."""

    def __init__(self, two: Two) -> None:
        self.project, self.folder, self.random = two.anna.project.id, two.folder, Random(3)
        self.key = OwnKey(self.random.randbytes(32))
        self.writers: dict[str, Writer] = {}
        self.number = 0

    def change(self, op: Op, key: FieldKey, author: str | None = None) -> Change:
        """The only change of one more writer."""
        writer = Writer(self.key.public, "work", self.random.randbytes(16))
        self.writers[writer.id(self.project)] = writer
        body = None if op is Op.ERASE else Body(self.random.randbytes(16), "x")
        value_hash = body.hash() if body else None
        header = Header(
            op=op,
            **key._asdict(),
            writer=writer.id(self.project),
            seq=1,
            prev=None,
            parents=(),
            depth=1,
            time=1,
            author=author,
            format=1,
            rule=1,
            value_hash=value_hash,
        )
        return seal(header, body, self.key.sign)

    def record(self) -> str:
        return self.random.randbytes(16).hex()

    def edits(self, count: int, kind: str = "drone") -> list[Change]:
        keys = (FieldKey("work", kind, None, self.record(), "name", ValueType.LINE) for _ in range(count))
        return [self.change(Op.EDIT, key, self.record()) for key in keys]

    def erases(self, count: int) -> list[Change]:
        keys = (FieldKey("work", "drone", None, self.record(), None, None) for _ in range(count))
        return [self.change(Op.ERASE, key, self.record()) for key in keys]

    def bundle(self, changes: Iterable[Change]) -> Path:
        self.number += 1
        path = self.folder / f"crowd {self.number}.wbx"
        sent = tuple(changes)
        of = self.project, None, "Wie · dan ook", self.number, 1, ("work",), sent, self.writers
        path.write_bytes(to_bytes(Contents(*of, {}, partial=True), self.key))
        return path


def test_more_chains_than_a_receipt_has_room_for_leave_it_less_to_claim(
    two: Two, monkeypatch: pytest.MonkeyPatch
) -> None:
    two.anna.import_([crowd.bundle(crowd.edits(20)) for crowd in [Crowd(two)]])
    monkeypatch.setattr(tips, "MOST", 5)
    monkeypatch.setattr(limits, "TIPS", 5)
    out = two.anna.export(two.folder / "all.wbx").path
    assert len(opened(out).tips["work"]) == 5
    assert two.bert.import_([out]).files[0].error is None
    assert two.bert.state_hash() == two.anna.state_hash()


def test_a_receipt_claims_the_longest_chains() -> None:
    links = {f"{number}": Link("many", number, f"{number - 1}" if number > 1 else None) for number in range(1, 4)}
    links |= {f"one {number}": Link(f"w{number}", 1, None) for number in range(tips.MOST)}
    assert len(tips.receipt(links)) == tips.MOST
    assert "3" in tips.receipt(links)
    assert len(tips.tips(links)) == tips.MOST + 1


@pytest.mark.parametrize("kind", ["drone", "person"])
def test_more_writers_than_a_bundle_has_room_for_go_in_several(
    two: Two, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    crowd = Crowd(two)
    two.anna.import_([crowd.bundle(crowd.edits(20, kind))])
    monkeypatch.setattr(limits, "WRITERS", 10)
    monkeypatch.setattr("werkboek_desktop.workspace.going._FEW", 8)
    with pytest.raises(BundleTooLarge):
        two.anna.export(two.folder / "all.wbx")
    made = two.anna.export(two.folder / "all.wbx", split=True)
    assert all(each.error is None for each in two.bert.import_([part.path for part in made.parts]).files)
    assert two.bert.state_hash() == two.anna.state_hash()


@pytest.mark.parametrize("most", [Count(11, 99, 99), Count(99, 11, 99), Count(99, 99, 11)])
def test_more_erases_than_every_bundle_has_room_for_are_refused(
    two: Two, most: Count, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "MOST", most)
    crowd = Crowd(two)
    erases = crowd.erases(12)
    before = two.anna.state_hash()
    (report,) = two.anna.import_([crowd.bundle(erases)]).files
    assert isinstance(report.error, TooManyErases)
    assert two.anna.state_hash() == before
    (report,) = two.anna.import_([crowd.bundle(erases[:11])]).files
    assert report.error is None
    (report,) = two.anna.import_([crowd.bundle(erases[:11] + crowd.edits(1))]).files
    assert report.error is None
    two.anna.erase(two.case)  # one's own is never refused
    two.type("measure", "Toch", two.make("measure", two.make("case", title="Nieuw")))
    two.anna.export(two.folder / "all.wbx", split=True)


def test_dead_persons_need_not_go_with_what_shows_that_in_each_of_several(
    two: Two, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each of them hangs on an erased record through three others, all of writers of their own."""
    crowd = Crowd(two)
    (erase,) = crowd.erases(1)
    for _ in range(10):
        ways = [erase]
        for kind in ("drone", "drone", "drone", "person"):
            owner = ways[-1].header.record
            ways.append(crowd.change(Op.EDIT, FieldKey("work", kind, owner, crowd.record(), "name", ValueType.LINE)))
        dead = [replace(one, body=None) for one in ways[1:]]
        assert two.anna.import_([crowd.bundle([erase, *dead])]).files[0].error is None
    monkeypatch.setattr(limits, "WRITERS", 25)
    monkeypatch.setattr("werkboek_desktop.workspace.going._FEW", 15)
    made = two.anna.export(two.folder / "all.wbx", split=True)
    assert all(each.error is None for each in two.bert.import_([part.path for part in made.parts]).files)
    assert two.bert.state_hash() == two.anna.state_hash()
