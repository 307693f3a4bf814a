"""Computers with real project files, and what is on its way between them."""

import shutil
from collections.abc import Collection, Iterable
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant

from werkboek_desktop.cli import shapes
from werkboek_desktop.domain.change import Change, FieldKey, Scope
from werkboek_desktop.domain.ids import ChangeId, RecordId
from werkboek_desktop.domain.values import Value
from werkboek_desktop.settings import App, Settings
from werkboek_desktop.workspace import Changed, Workspace, import_into

NAMES = ("Anna", "Bert", "Şule", "Daan", "Eva", "Femke", "Gijs")
PASSPHRASE = "drie fietsen in de gracht"
YEAR = 365 * 24 * 3600
LINE = st.sampled_from(["", "noord", "oost", "zuid"])
WHO = st.integers(0, 9)
WHICH = st.integers(0, 99)
SEEDS = st.integers(0, 2**20)
CHAPTERS = ("one", "two", "three")


class Clock:
    """Goes on by a second at each look, from wherever somebody set it."""

    def __init__(self, now: int) -> None:
        self.now = now

    def __call__(self) -> int:
        self.now += 1
        return self.now


class Computer:
    """One project file at one computer, open as long as nobody closes it."""

    def __init__(self, file: Path, app: App, name: str) -> None:
        self.file, self.app, self.name = file, app, name
        self.open()

    def open(self) -> None:
        self.workspace = Workspace.open(self.file, self.app, author=self.name)

    @property
    def sender(self) -> str:
        """What its bundles say of who sent them."""
        return f"{self.name} · {self.app.settings().computer}"

    def document(self) -> dict[str, Any]:
        """All that is seen here, to the byte."""
        return shapes.show(self.workspace, self.workspace.records())

    def changes(self) -> dict[ChangeId, Change]:
        """All that is stored here."""
        with self.workspace._session.store.read() as reader:
            return reader.get(reader.change_ids())

    def ids(self, scopes: Iterable[str] = tuple(Scope)) -> set[ChangeId]:
        """Of all that is stored here in these scopes."""
        with self.workspace._session.store.read() as reader:
            return {id_ for scope in scopes for id_ in reader.links(scope)}

    def visible(self, scopes: Iterable[str], only: Collection[RecordId] = ()) -> set[ChangeId]:
        """Of all that goes along in a bundle, of these records and what they own if any are chosen."""
        with self.workspace._session.store.read() as reader:
            found = list(reader.changes(tuple(scopes)))
        return {one.id for one in found if not only or {one.header.record, one.header.owner} & set(only)}

    def heads(self, key: FieldKey) -> list[Change]:
        """What an edit of a field builds on here."""
        with self.workspace._session.store.read() as reader:
            return list(reader.get(reader.heads(key)).values())


class Post(NamedTuple):
    """A bundle that is on its way. Whoever has taken it in and lacks nothing has all of `content`."""

    path: Path
    content: frozenset[ChangeId] = frozenset()


class World(RuleBasedStateMachine):
    """The computers, their copies, and the bundles that are on their way or lost."""

    steps = 0
    """How many were taken in all histories together."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = TemporaryDirectory()
        self.folder = Path(self._folder.name)
        self.computers: list[Computer] = []
        self.posted: list[Post] = []
        self.written: set[ChangeId] = set()
        self.ids: dict[str, RecordId] = {}
        self.project = ""
        self._made = 0

    @initialize(seed=SEEDS)
    def start(self, seed: int) -> None:
        """Three people with the same file, and one who never got the people in it."""
        self.random = Random(seed)
        first = self.new_app(NAMES[0])
        file = self.new_file()
        with Workspace.create(file, first, name="Samen", author=NAMES[0]) as workspace:
            self.project = workspace.project.id
            self.fill(workspace)
            whole = workspace.export(self.new_file(".wbx"), people=True, passphrase=PASSPHRASE).path
            work = workspace.export(self.new_file(".wbx")).path
        self.computers.append(Computer(file, first, NAMES[0]))
        for name, bundle in zip(NAMES[1:4], (whole, whole, work), strict=True):
            self.add(self.new_file(), self.new_app(name), name, bundle)

    def fill(self, workspace: Workspace) -> None:
        """What everybody has from the start."""

        def make(slug: str, kind: str, owner: RecordId | None = None, /, **fields: Value) -> None:
            self.ids[slug] = str(workspace.create_record(kind, owner, fields).record)

        make("case", "case", summary="Hier staat zin0x. Hier staat zin1x.\nHier staat zin2x.", title="noord")
        make("measure", "measure", self.ids["case"], measure="noord")
        make("bottleneck", "bottleneck", self.ids["case"], bottleneck="Hier staat zin3x.")
        make("second", "case", summary="Hier staat zin5x.", title="oost")
        make("owned", "bottleneck", self.ids["second"], bottleneck="Hier staat zin6x.")
        make("contact", "contact", self.ids["case"], name="noord")
        make("attendee", "attendee", last_name="Yılmaz", question="Hier staat zin4x.")
        make("double", "attendee", last_name="Yilmaz")
        make("day", "masterclass", title="Dag")
        for chapter in CHAPTERS:
            make(chapter, "chapter", workspace.project.workbook, title=chapter)

    def new_app(self, name: str, like: Path | None = None) -> App:
        """The computer of somebody, with chance and a clock of its own; `like`: all of it is copied from there."""
        self._made += 1
        folder = self.folder / f"home {self._made}"
        if like:
            shutil.copytree(like, folder)
        clock = Clock(10**9 + self.random.randrange(-30, 200) * YEAR)
        app = App(folder, clock, Random(self.random.random()).randbytes)
        app.save_settings(Settings(author=name, computer=f"laptop {self._made}"))
        return app

    def new_file(self, suffix: str = ".werkboek") -> Path:
        """A path that nothing lies at."""
        self._made += 1
        return self.folder / f"{self._made:04}{suffix}"

    def add(self, file: Path, app: App, name: str, bundle: Path | None = None) -> Computer:
        """One computer more, with a file that is there or begins with a bundle."""
        if bundle:
            (report,) = import_into(file, app, [bundle], author=name, passphrase=PASSPHRASE).files
            assert report.error is None
        self.computers.append(Computer(file, app, name))
        return self.computers[-1]

    def at(self, who: int) -> Computer:
        """One of the computers that are there."""
        return self.computers[who % len(self.computers)]

    def here(self, who: int, *slugs: str) -> Workspace | None:
        """Its project, where all of these records are in it."""
        workspace = self.at(who).workspace
        return workspace if all(workspace.key(self.ids[slug]) for slug in slugs) else None

    def note(self, changed: Changed | None) -> None:
        """What somebody wrote is to be found at the end."""
        if changed and changed.change:
            self.written.add(changed.change)

    @invariant()
    def counted(self) -> None:
        """Each step is one of those that were asked for."""
        World.steps += 1

    def teardown(self) -> None:
        """Whatever happened on the way, the files are let go."""
        for computer in self.computers:
            computer.workspace.close()
        self._folder.cleanup()
