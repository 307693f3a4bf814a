"""Three computers with real files do all that people do, lose and repeat what they send, and end up the same."""

import os
import shutil
from contextlib import suppress
from itertools import permutations
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule, run_state_machine_as_test

from werkboek_desktop.cli import shapes
from werkboek_desktop.domain.ids import ChangeId, RecordId
from werkboek_desktop.domain.values import Place, Value
from werkboek_desktop.domain.view import Status
from werkboek_desktop.errors import PlaceInItself, RecordDeleted, UnknownReceiver
from werkboek_desktop.settings import App, Settings
from werkboek_desktop.workspace import Changed, Result, Workspace, import_into
from werkboek_desktop.workspace import restore as restore_file

NAMES = ("Anna", "Bert", "Şule")
PASSPHRASE = "drie fietsen in de gracht"
YEARS = 40 * 365 * 24 * 3600
SENTENCES = [f"Dit is zin nummer {n} van het verhaal." for n in range(6)]
PROSE = st.lists(st.sampled_from(SENTENCES), max_size=5, unique=True).map(" ".join)
LINE = st.sampled_from(["", "noord", "oost", "zuid"])
WHO = st.integers(0, 9)
WHICH = st.integers(0, 99)


class Slot(NamedTuple):
    """A field of one of the records that everybody has from the start."""

    record: str
    field: str
    values: st.SearchStrategy[str]


SLOTS = [
    Slot("case", "summary", PROSE),
    Slot("case", "summary", PROSE),
    Slot("case", "title", LINE),
    Slot("case", "forms", st.sampled_from(["", '["jonge_aanwas"]', '["explosies", "jonge_aanwas"]'])),
    Slot("case", "inhabitants", st.sampled_from(["", "12", "13"])),
    Slot("measure", "measure", LINE),
    Slot("contact", "name", LINE),
    Slot("attendee", "last_name", LINE),
    Slot("double", "last_name", LINE),
]
EDITS = st.sampled_from(SLOTS).flatmap(lambda slot: st.tuples(st.just(slot), slot.values))
TYPED = [slot for slot in SLOTS if slot.field in {"summary", "title", "measure", "last_name"}]
TYPING = st.sampled_from(TYPED).flatmap(lambda slot: st.tuples(st.just(slot), slot.values))
CHAPTERS = ("one", "two", "three")


class Computer:
    """One project file at one computer, open as long as nobody closes it."""

    def __init__(self, file: Path, app: App, name: str) -> None:
        self.file, self.app, self.name = file, app, name
        self.open()

    def open(self) -> None:
        self.workspace = Workspace.open(self.file, self.app, author=self.name)

    def document(self) -> dict[str, Any]:
        return shapes.show(self.workspace, self.workspace.records())


def app_of(folder: Path, name: str, number: int) -> App:
    """A computer whose clock is decades off."""
    times = iter(range(10**9 + number * YEARS, 10**10))
    app = App(folder / f"computer of {name}", lambda: next(times), os.urandom)
    app.save_settings(Settings(author=name, computer=f"laptop {number}"))
    return app


class Computers(RuleBasedStateMachine):
    """Three computers, their copies, and the bundles that are on their way or lost."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = TemporaryDirectory()
        self.folder = Path(self._folder.name)
        self.posted: list[Path] = []
        self.written: set[ChangeId] = set()
        self.ids: dict[str, RecordId] = {}

    @initialize()
    def start(self) -> None:
        apps = [app_of(self.folder, name, number) for number, name in enumerate(NAMES)]
        files = [self.folder / f"{name}.werkboek" for name in NAMES]
        with Workspace.create(files[0], apps[0], name="Samen", author=NAMES[0]) as workspace:
            self.fill(workspace)
            first = workspace.export(self.folder / "first.wbx", people=True, passphrase=PASSPHRASE).path
        for file, app in zip(files[1:], apps[1:], strict=True):
            import_into(file, app, [first], passphrase=PASSPHRASE)
        self.computers = [Computer(*parts) for parts in zip(files, apps, NAMES, strict=True)]

    def fill(self, workspace: Workspace) -> None:
        def make(slug: str, kind: str, owner: RecordId | None = None, /, **fields: Value) -> None:
            self.ids[slug] = str(workspace.create_record(kind, owner, fields).record)

        make("case", "case", summary=" ".join(SENTENCES[:3]), title="noord")
        make("measure", "measure", self.ids["case"], measure="noord")
        make("contact", "contact", self.ids["case"], name="noord")
        make("attendee", "attendee", last_name="Yılmaz")
        make("double", "attendee", last_name="Yilmaz")
        make("day", "masterclass", title="Dag")
        for chapter in CHAPTERS:
            make(chapter, "chapter", workspace.project.workbook, title=chapter)

    def at(self, who: int) -> Computer:
        return self.computers[who % len(self.computers)]

    def note(self, changed: Changed | None) -> None:
        if changed and changed.change:
            self.written.add(changed.change)

    @rule(who=WHO, edit=EDITS)
    def edit(self, who: int, edit: tuple[Slot, str]) -> None:
        """An edit on all that is seen leaves one value."""
        (slot, value), here = edit, self.at(who).workspace
        with suppress(RecordDeleted):
            self.note(here.set_field(self.ids[slot.record], slot.field, value))
            shown = here.record(self.ids[slot.record]).fields.get(slot.field)
            assert shown is None or shown.status is Status.SETTLED

    @rule(who=WHO, edit=EDITS, which=WHICH)
    def edit_one_variant(self, who: int, edit: tuple[Slot, str], which: int) -> None:
        """Whoever saw one of several heads replaces that one alone."""
        (slot, value), here = edit, self.at(who).workspace
        shown = here.record(self.ids[slot.record]).fields.get(slot.field)
        if shown and len(shown.heads) > 1 and not here.record(self.ids[slot.record]).joined and slot in TYPED:
            seen = shown.heads[which % len(shown.heads)]
            changed = here.edit(self.ids[slot.record], slot.field, value or None, (seen,))
            after = set(here.record(self.ids[slot.record]).fields[slot.field].heads)
            assert after == {*shown.heads, changed.change} - {seen}
            self.note(changed)

    @rule(who=WHO, typing=TYPING)
    def type(self, who: int, typing: tuple[Slot, str]) -> None:
        """Typing starts, or goes on, on what was seen at the first keystroke."""
        (slot, value), here = typing, self.at(who).workspace
        shown = here.record(self.ids[slot.record]).fields.get(slot.field)
        here.draft(self.ids[slot.record], slot.field, value or None, shown.heads if shown else ())

    @rule(who=WHO)
    def leave(self, who: int) -> None:
        """A sealed draft takes the place of what its author saw, and of nothing that came since."""
        here = self.at(who).workspace
        for draft in here.drafts():
            record, field = draft.key.record, str(draft.key.field)
            before = here.record(record)
            changed = here.seal(record, field)
            if changed and changed.change and not before.joined:
                unseen = set(before.fields[field].heads if field in before.fields else ()) - set(draft.seen)
                assert set(here.record(record).fields[field].heads) == unseen | {changed.change}
            self.note(changed)
        assert not here.drafts()

    @rule(who=WHO, record=st.sampled_from(["case", "measure", "contact", "attendee"]), back=st.booleans())
    def delete(self, who: int, record: str, back: bool) -> None:
        """Deletes what is there, or brings it back."""
        here = self.at(who).workspace
        act = here.undelete if back else here.delete
        self.note(act(self.ids[record]))
        if not back:
            assert here.record(self.ids[record]).deleted

    @rule(who=WHO, kind=st.sampled_from(["measure", "contact"]), value=LINE)
    def add_item(self, who: int, kind: str, value: str) -> None:
        """A new list item comes last."""
        here = self.at(who).workspace
        name = "measure" if kind == "measure" else "name"
        with suppress(RecordDeleted):
            changed = here.create_record(kind, self.ids["case"], {name: value or None})
            self.note(changed)
            if kind == "measure":
                assert here.owned(self.ids["case"], kind)[-1].id == changed.record

    @rule(who=WHO, moved=st.permutations(CHAPTERS), below=st.booleans())
    def move(self, who: int, moved: list[str], below: bool) -> None:
        """A chapter goes below another, or behind it."""
        here = self.at(who).workspace
        record, other, _ = (self.ids[name] for name in moved)
        place = here.record(other).fields["place"].value
        beside = place.parent if isinstance(place, Place) else None
        with suppress(PlaceInItself):
            self.note(here.move(record, other if below else beside, None if below else other))

    @rule(who=WHO, add=st.sets(st.sampled_from("abc")), remove=st.sets(st.sampled_from("abc")))
    def change_set(self, who: int, add: set[str], remove: set[str]) -> None:
        """What was added and not removed stands."""
        here = self.at(who).workspace
        with suppress(RecordDeleted):
            self.note(here.change_set(self.ids["case"], "legal_basis", add, remove))
            elements = set(here.record(self.ids["case"]).value("legal_basis") or ())  # type: ignore[arg-type]
            assert add - remove <= elements
            assert not remove & elements

    @rule(who=WHO, part=st.booleans())
    def join(self, who: int, part: bool) -> None:
        """Two attendees turn out to be one person, or not."""
        here, other = self.at(who).workspace, [self.ids["double"]]
        with suppress(RecordDeleted):
            add, remove = ([], other) if part else (other, [])
            self.note(here.change_set(self.ids["attendee"], "same_as", add, remove))

    @rule(who=WHO, status=st.sampled_from(["registered", "confirmed", "present", "cancelled"]))
    def attend(self, who: int, status: str) -> None:
        """The same person at the same day is one record, whoever makes it."""
        here = self.at(who).workspace
        with suppress(RecordDeleted):
            target = here.attendance(self.ids["day"], self.ids["double"])
            self.note(here.set_field(target, "status", status))

    @rule(who=WHO, people=st.booleans(), to=WHO)
    def send(self, who: int, people: bool, to: int) -> None:
        """A bundle, with what the other lacks where that is known; it may arrive, or not, or twice."""
        here, receiver = self.at(who), self.at(to)
        name = f"{receiver.name} · {receiver.app.settings().computer}"
        options = {"people": people, "passphrase": PASSPHRASE if people else None}
        out = self.folder / f"{len(self.posted)}.wbx"
        try:
            here.workspace.export(out, to=name, since_received=to > 4, **options)  # type: ignore[arg-type]
        except UnknownReceiver:
            here.workspace.export(out, **options)  # type: ignore[arg-type]
        self.posted.append(out)

    @precondition(lambda self: self.posted)
    @rule(who=WHO, which=WHICH)
    def receive(self, who: int, which: int) -> None:
        """Whatever bundle arrives, a preview says what its import does, and then nothing of it is new."""
        here, path = self.at(who).workspace, self.posted[which % len(self.posted)]
        before = here.state_hash()
        promised = here.preview([path], passphrase=PASSPHRASE)
        assert here.state_hash() == before
        assert here.import_([path], passphrase=PASSPHRASE) == promised
        (again,) = here.import_([path], passphrase=PASSPHRASE).files
        assert (again.result, again.new) == (Result.KNOWN, 0)

    @rule(who=WHO)
    def reopen(self, who: int) -> None:
        """The program stops and starts."""
        here = self.at(who)
        here.workspace.close()
        here.open()

    @precondition(lambda self: len(self.computers) < 5)
    @rule(who=WHO, restored=st.booleans())
    def copy(self, who: int, restored: bool) -> None:
        """Somebody copies the file or restores a backup, and works in both."""
        here = self.at(who)
        file = self.folder / f"{len(self.computers)}.werkboek"
        if restored:
            backup = here.workspace.backup(self.folder / f"{file.stem}.backup").path
            restore_file(backup, file, here.app)
        else:
            here.workspace.close()
            shutil.copy(here.file, file)
            here.open()
        self.computers.append(Computer(file, here.app, here.name))

    def teardown(self) -> None:
        try:
            if hasattr(self, "computers"):
                self.finish()
        finally:
            for computer in getattr(self, "computers", ()):
                computer.workspace.close()
            self._folder.cleanup()

    def finish(self) -> None:
        """Everybody seals what is being typed and gets everything; then all see the same, and nothing is lost."""
        for who in range(len(self.computers)):
            self.leave(who)
        self.exchange()
        first, *others = (computer.document() for computer in self.computers)
        assert first["waiting"] == 0
        for other in others:
            assert other == first
        for computer in self.computers:
            computer.workspace.check()
        self.assert_written(self.computers[0].workspace)

    def exchange(self) -> None:
        outs = []
        for number, computer in enumerate(self.computers):
            outs.append(self.folder / f"all of {number}.wbx")
            computer.workspace.export(outs[-1], people=True, passphrase=PASSPHRASE)
        for (number, computer), order in zip(enumerate(self.computers), permutations(outs), strict=False):
            reports = computer.workspace.import_(order, passphrase=PASSPHRASE).files
            assert all(report.error is None for report in reports), number

    def assert_written(self, workspace: Workspace) -> None:
        remembered = {
            revision.change
            for view in workspace.records()
            for field in view.fields
            for revision in workspace.history(view.id, field)
        }
        assert self.written <= remembered


def search(examples: int, steps: int) -> None:
    profile = settings(
        max_examples=examples,
        stateful_step_count=steps,
        phases=(Phase.explicit, Phase.generate),  # an example that shrinks costs minutes of disk
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(Computers, settings=profile)


def test_all_files_end_up_the_same() -> None:
    search(6, 25)


@pytest.mark.thorough
def test_all_files_end_up_the_same_after_a_hundred_histories() -> None:
    search(100, 40)
