"""Whatever of a project goes where, in however many files: nothing is lost, and nobody is told that something is."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from werkboek_desktop.domain.audience import Audience
from werkboek_desktop.domain.change import Scope
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.errors import NothingMayLeave, PeopleChosen, UnknownReceiver
from werkboek_desktop.settings import App, Settings
from werkboek_desktop.workspace import Workspace, import_into, packing, sending
from werkboek_desktop.workspace.going import Request, going

NAMES = ("Anna", "Bert", "Carla")
PASSPHRASE = "drie fietsen in de gracht"
KINDS = ("case", "chapter", "attendee", "measure", "contact", "note")
OWNERS = {"measure": "case", "contact": "case", "note": "masterclass"}
FIELDS = {"case": "title", "chapter": "title", "attendee": "last_name", "measure": "measure", "contact": "name"}


class Desk:
    """Three computers, one after the other at work, and bundles that come late, twice or never."""

    def __init__(self, folder: Path, chance: Random) -> None:
        self.folder, self.chance, self.sent = folder, chance, 0
        self.apps = {name: self.app(name) for name in NAMES}
        first, *others = NAMES
        self.at = {first: Workspace.create(folder / first, self.apps[first], name="Samen", author=first)}
        self.edit(self.at[first])
        start = self.post(first, people=True)
        for name in others:
            import_into(folder / name, self.apps[name], start, author=name, passphrase=PASSPHRASE)
            self.at[name] = Workspace.open(folder / name, self.apps[name], author=name)
        self.posted: list[tuple[str, list[Path]]] = []

    def app(self, name: str) -> App:
        times = iter(range(10**9, 10**10))
        app = App(
            self.folder / f"computer of {name}", lambda: next(times), Random(f"{name} {self.chance.random()}").randbytes
        )
        app.save_settings(Settings(author=name, computer="laptop"))
        return app

    def edit(self, here: Workspace) -> None:
        """Somebody writes in a record, or makes one."""
        kind = self.chance.choice(KINDS)
        there = [row.id for row in here.rows(kind)]
        value = f"Dit is regel {self.chance.randrange(1000)}."
        name = FIELDS.get(kind, "text")
        if there and self.chance.random() < 0.6:
            here.set_field(self.chance.choice(there), name, value)
            return
        self.make(here, kind, {name: value})

    def make(self, here: Workspace, kind: str, fields: dict[str, str]) -> RecordId:
        if kind == "case":
            fields |= {"sharing": self.chance.choice(["openbaar", "gemeenten", "intern"])}
            fields |= {"status": self.chance.choice(["published", "editing"])}
        owner = (
            here.project.workbook if kind == "chapter" else self.owner(here, OWNERS[kind]) if kind in OWNERS else None
        )
        return str(here.create_record(kind, owner, fields).record)

    def owner(self, here: Workspace, kind: str) -> RecordId:
        there = [row.id for row in here.rows(kind)]
        return self.chance.choice(there) if there else self.make(here, kind, {"title": "Haven"})

    def post(self, sender: str, **asked: object) -> list[Path]:
        self.sent += 1
        out = self.folder / f"{self.sent}.wbx"
        made = self.at[sender].export(out, passphrase=PASSPHRASE, split=True, **asked)  # type: ignore[arg-type]
        return [part.path for part in made.parts]

    def send(self, sender: str) -> None:
        """Somebody sends some of it, or all, in some way."""
        here = self.at[sender]
        to = self.chance.choice([name for name in NAMES if name != sender])
        rows = here.rows()
        some = [row.id for row in self.chance.sample(rows, min(len(rows), 2))]
        asked: dict[str, object] = {
            "to": f"{to} · laptop",
            "people": self.chance.random() < 0.4,
            "since_received": self.chance.random() < 0.5,
            "only": some if self.chance.random() < 0.5 else (),
            "audience": self.chance.choice(list(Audience)),
        }
        with suppress(NothingMayLeave, PeopleChosen):
            try:
                parts = self.post(sender, **asked)
            except UnknownReceiver:
                parts = self.post(sender, **asked | {"since_received": False})
            self.chance.shuffle(parts)
            self.posted.append((to, parts))

    def deliver(self) -> None:
        """A file arrives, or a second time, or for somebody else than it was meant for."""
        if self.posted:
            to, parts = self.chance.choice(self.posted)
            name, some = self.chance.choice([to, *NAMES]), self.chance.sample(parts, self.chance.randint(1, len(parts)))
            self.take(name, some, meant=name == to)

    def take(self, name: str, paths: list[Path], *, meant: bool = False) -> None:
        for report in self.at[name].import_(paths, passphrase=PASSPHRASE).files:
            assert report.error is None
            # Who leaves records out leaves nothing out of a record; what only one lacks may be too little for another.
            assert not (meant and (report.waiting or report.lacking))

    def step(self) -> None:
        act = self.chance.choice([self.edit, self.edit, self.send, self.deliver])
        name = self.chance.choice(NAMES)
        if act == self.edit:
            self.edit(self.at[name])
        elif act == self.send:
            self.send(name)
        else:
            self.deliver()

    def meet(self) -> None:
        """From here on everybody sends only what the other lacks, and it arrives: two rounds are enough."""
        for name in NAMES:
            for other in NAMES:
                self.take(other, self.post(name, people=True), meant=True)
            self.edit(self.at[name])
        for _round in range(2):
            for name in NAMES:
                for other in NAMES:
                    if other != name:
                        parts = self.post(name, to=f"{other} · laptop", since_received=True, people=True)
                        self.take(other, parts, meant=True)

    def assert_same(self) -> None:
        first, *others = (self.at[name] for name in NAMES)
        for other in others:
            assert [other.state_hash(scope) for scope in Scope] == [first.state_hash(scope) for scope in Scope]
        for name in NAMES:
            assert self.at[name].summary().waiting == 0
            for paths in ([path] for _to, parts in self.posted for path in parts):
                (report,) = self.at[name].import_(paths, passphrase=PASSPHRASE).files
                assert report.new == 0

    def close(self) -> None:
        for workspace in self.at.values():
            workspace.close()


@contextmanager
def desk(seed: int) -> Iterator[Desk]:
    with TemporaryDirectory() as folder:
        made = Desk(Path(folder), Random(seed))
        try:
            yield made
        finally:
            made.close()


def histories(seed: int, steps: int, room: int) -> None:
    with pytest.MonkeyPatch.context() as patch, desk(seed) as made:
        patch.setattr(sending, "_room", lambda _limit: room)
        for _ in range(steps):
            made.step()
        made.meet()
        made.assert_same()


SLOW = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]


@given(seed=st.integers(0, 2**32), room=st.sampled_from([3_000, 6_000, 10**6]))
@settings(max_examples=4, suppress_health_check=SLOW)
def test_all_that_was_left_out_comes_in_the_end(seed: int, room: int) -> None:
    histories(seed, 20, room)


@pytest.mark.thorough
@given(seed=st.integers(0, 2**32), room=st.sampled_from([3_000, 6_000, 10**6]))
@settings(max_examples=150, suppress_health_check=SLOW)
def test_all_that_was_left_out_comes_in_the_end_after_long_histories(seed: int, room: int) -> None:
    histories(seed, 60, room)


@given(seed=st.integers(0, 2**32), room=st.integers(1, 12_000))
@settings(max_examples=8, suppress_health_check=SLOW)
def test_the_parts_together_are_the_whole(seed: int, room: int) -> None:
    """As few files as fit, each change in some part, and no part larger than its room where more parts would help."""
    with desk(seed) as made:
        here = made.at["Anna"]
        for _ in range(30):
            made.edit(here)
        with here._session.store.read() as reader:
            asked = Request(people=True)
            packer = sending._packer(here._session, reader, asked, going(here._session, reader, asked))
        parts = list(packer.parts(room))
        assert {change.id for part in parts for change in part.contents.changes} == {
            change.id for change in packer.whole.changes
        }
        slack = 64  # a number of more digits is a few bytes more
        least = packing.locked_size(packer._pack(packer._part((), 1)))
        own = [len(part.contents.changes) - len(packer.everywhere) for part in parts]
        assert all(
            packing.locked_size(part) <= max(room, 2 * least + slack) or count <= 1
            for part, count in zip(parts, own, strict=True)
        )
        assert len({part.contents.number for part in parts}) == len(parts)
