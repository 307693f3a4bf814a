"""Mail between eight editors that comes late, twice or never: `python -m benchmarks.simulation`.

Each bundle goes to one colleague, and holds what that one lacked as far as the sender knows; half of them leave the
people out. One laptop is cloned with its keys, one file is put back from a backup. In the end one of them asks all for
what they have and sends everybody what they lack. Passphrases are quick to try, so that the time is that of the rest.
"""

import random
import shutil
import sys
from collections import defaultdict
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pyrage

from benchmarks.corpus import Speaker
from benchmarks.measure import Stopwatch, report, run
from benchmarks.projects import SECTIONS
from benchmarks.table import Row, compared
from tests.bundle.age import lock_quickly
from tests.workspace.machine.computers import PASSPHRASE, Clock, Computer
from werkboek_desktop.bundle.manifest import Writer
from werkboek_desktop.bundle.writer import Contents, to_bytes
from werkboek_desktop.domain.change import Scope
from werkboek_desktop.domain.ids import ChangeId, RecordId
from werkboek_desktop.errors import UnknownReceiver
from werkboek_desktop.settings import App, Settings
from werkboek_desktop.workspace import Workspace, import_into, restore

EDITORS, BUNDLES = 8, 300
CASES = 20
"""And as many attendees."""
LOST, REPEATED = 0.1, 0.2
KILOBYTE = 1_000


class Post(NamedTuple):
    """A bundle on its way to one computer."""

    path: Path
    to: "Editor"


class Editor(Computer):
    """Somebody at a computer, with what they mailed. `least`: if each bundle held just what its receiver lacked."""

    def __init__(self, file: Path, app: App, name: str) -> None:
        super().__init__(file, app, name)
        self.sent = self.least = 0


@dataclass
class Outcome:
    """What became of it. Bytes are those of each editor, without settling; `lacked`: bundles that missed another."""

    sent: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    least: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    bundles: int = 0
    lost: int = 0
    repeated: int = 0
    lacked: int = 0
    settling: int = 0
    changes: int = 0
    states: set[str] = field(default_factory=set)


class Simulation:
    """The same every time for a seed and a folder that is empty."""

    def __init__(
        self, folder: Path, seed: int = 1, *, editors: int = EDITORS, bundles: int = BUNDLES, cases: int = CASES
    ) -> None:
        self.folder, self.random = folder, random.Random(seed)  # noqa: S311 - the same mail every time is the point
        self.speaker = Speaker(self.random)
        self.bundles, self.numbers = bundles, iter(range(10**9))
        self.outcome = Outcome()
        self.cases: list[RecordId] = []
        self.attendees: list[RecordId] = []
        self.editors = self._begin([f"Redacteur {number}" for number in range(editors)], cases)
        self.way: list[Post] = []

    def run(self) -> Outcome:
        """All of the mail, and then until nobody lacks anything."""
        backup = Path()
        for number in range(self.bundles):
            if number == self.bundles // 4:
                backup = self.editors[1].workspace.backup(self.folder / "back-up").path
            if number == self.bundles // 3:
                self._clone(self.editors[2])
            if number == self.bundles // 2:
                self._put_back(self.editors[1], backup)
            self._turn(people=number % 2 == 0)
        while self.way:
            self._deliver()
        self._settle()
        for editor in self.editors:
            self.outcome.sent[editor.name] += editor.sent
            self.outcome.least[editor.name] += editor.least
            self.outcome.states.add(editor.workspace.state_hash())
        self.outcome.changes = len(self.editors[0].ids())
        return self.outcome

    def close(self) -> None:
        """Lets all files go."""
        for editor in self.editors:
            editor.workspace.close()

    def _begin(self, names: list[str], cases: int) -> list[Editor]:
        apps = [self._app(self.folder / name, name, number) for number, name in enumerate(names)]
        files = [self.folder / f"{name}.werkboek" for name in names]
        with Workspace.create(files[0], apps[0], name="Werkboek", author=names[0]) as workspace:
            for _ in range(cases):
                texts = {section: self._text() for section in SECTIONS[:4]}
                self.cases.append(str(workspace.create_record("case", None, texts).record))
            for number in range(cases):
                record = workspace.create_record("attendee", None, {"last_name": f"Deelnemer {number}"}).record
                self.attendees.append(str(record))
            first = workspace.export(self._path(), people=True, passphrase=PASSPHRASE).path
        for file, app, name in zip(files[1:], apps[1:], names[1:], strict=True):
            import_into(file, app, [first], author=name, passphrase=PASSPHRASE)
        return [Editor(*parts) for parts in zip(files, apps, names, strict=True)]

    def _app(self, folder: Path, name: str, number: int) -> App:
        app = App(folder, Clock(10**9 * (number % 5)), random.Random(self.random.random()).randbytes)  # noqa: S311
        app.save_settings(Settings(author=name, computer=folder.name))
        return app

    def _path(self) -> Path:
        return self.folder / f"{next(self.numbers)}.wbx"

    def _text(self) -> str:
        return " ".join(self.speaker.sentence() for _ in range(8))

    def _turn(self, *, people: bool) -> None:
        """Somebody works, mails it to somebody, and here and there a mail is opened."""
        sender, receiver = self.random.sample(self.editors, 2)
        for _ in range(self.random.randint(1, 4)):
            self._work(sender.workspace)
        least = self._least(sender, receiver, people=people)
        path = self._mail(sender, receiver, people=people)
        sender.sent, sender.least = sender.sent + path.stat().st_size, sender.least + least
        self.outcome.bundles += 1
        if self.random.random() < LOST:
            self.outcome.lost += 1
            return
        twice = self.random.random() < REPEATED
        self.outcome.repeated += twice
        self.way += [Post(path, receiver)] * (1 + twice)
        for _ in range(self.random.randint(0, 3)):
            self._deliver()

    def _work(self, here: Workspace) -> None:
        if self.random.random() < 0.2:
            person = self.random.choice(self.attendees)
            here.set_field(person, "organisation", self.speaker.sentence()[:60])
            return
        case, section = self.random.choice(self.cases), self.random.choice(SECTIONS[:4])
        sentences = str(here.record(case).value(section) or self._text()).split(". ")
        sentences[self.random.randrange(len(sentences))] = self.speaker.sentence().rstrip(".")
        here.set_field(case, section, ". ".join(sentences))

    def _mail(self, sender: Editor, receiver: Editor, *, people: bool) -> Path:
        """What the receiver lacks, as far as the sender knows; whole where the sender knows nothing of them."""
        out, passphrase = self._path(), PASSPHRASE if people else None
        with suppress(UnknownReceiver):
            sender.workspace.export(out, to=receiver.sender, since_received=True, people=people, passphrase=passphrase)
        if not out.exists():
            sender.workspace.export(out, people=people, passphrase=passphrase)
        return out

    def _deliver(self) -> None:
        """Whatever comes first."""
        if self.way:
            post = self.way.pop(self.random.randrange(len(self.way)))
            self.outcome.lacked += self._take_in(post.to, post.path)

    def _take_in(self, receiver: Editor, path: Path) -> bool:
        """Whether it counted on something that never came."""
        (file,) = receiver.workspace.import_([path], passphrase=PASSPHRASE).files
        if file.error:
            raise file.error
        return file.lacking

    def _clone(self, editor: Editor) -> None:
        """A laptop is copied with all that is on it, and both are worked at."""
        folder, file = self.folder / f"kloon van {editor.name}", self.folder / "kloon.werkboek"
        shutil.copytree(editor.app.folder, folder)
        app = App(folder, editor.app.clock, random.Random(self.random.random()).randbytes)  # noqa: S311
        editor.workspace.close()
        shutil.copy(editor.file, file)
        editor.open()
        with editor.app.incarnation(editor.file) as old, app.incarnation(file) as new:
            new.writers, new.persons = dict(old.writers), list(old.persons)
        self.editors.append(Editor(file, app, editor.name))

    def _put_back(self, editor: Editor, backup: Path) -> None:
        """What was written since then is gone here; where it was mailed it comes back."""
        editor.workspace.close()
        editor.file = self.folder / "teruggezet.werkboek"
        restore(backup, editor.file, editor.app)
        editor.open()

    def _settle(self) -> None:
        """Everybody to one, and that one to everybody; who is told that something lacks is sent all of it."""
        hub, *others = self.editors
        for sender, receiver in [*((other, hub) for other in others), *((hub, other) for other in others)]:
            self.outcome.settling += 1
            if self._take_in(receiver, self._mail(sender, receiver, people=True)):
                self.outcome.settling += 1
                whole = sender.workspace.export(self._path(), people=True, passphrase=PASSPHRASE).path
                self._take_in(receiver, whole)

    def _least(self, sender: Editor, receiver: Editor, *, people: bool) -> int:
        """Bytes of a bundle with exactly what the receiver does not have at this moment."""
        scopes = tuple(sorted(Scope)) if people else (Scope.WORK,)
        return len(to_bytes(_contents(sender, scopes, receiver.ids()), sender.workspace._session.key))


def _contents(sender: Editor, scopes: tuple[str, ...], has: set[ChangeId]) -> Contents:
    with sender.workspace._session.store.read() as reader:
        changes = list(reader.changes(scopes, without=has))
        writers = reader.writers({change.header.writer for change in changes})
        tips = {scope: reader.tips(scope) for scope in scopes}
    made_of = {id_: Writer(*parts) for id_, parts in writers.items()}
    return Contents(
        sender.workspace.project.id, "Werkboek", sender.sender, 1, 1, scopes, changes, made_of, tips, since=tips
    )


def rows() -> Iterator[Row]:
    """What eight editors sent against the least that would have done, and whether they ended up the same."""
    found = run("benchmarks.simulation")
    mail = (
        f"{found['bundles']:.0f} bundles of {EDITORS} editors, {found['lost']:.0f} lost, {found['repeated']:.0f} twice"
    )
    sent, least = (f"{found[key] / KILOBYTE:.0f} kB" for key in ("sent", "least"))
    yield compared(f"{mail}: sent by an editor", sent, f"just what lacked: {least}", found["sent"] / found["least"])
    yield Row(
        f"the same: states after {found['settling']:.0f} bundles more",
        f"{found['states']:.0f}",
        bar="1",
        peer="",
        met=found["states"] == 1,
    )
    yield Row("the same: all of it, two changes a bundle, imports with their backups", f"{found['seconds']:.0f} s", "")


def main() -> None:
    """Each editor is told on stderr."""
    pyrage.passphrase.encrypt = lock_quickly
    with TemporaryDirectory() as folder:
        watch = Stopwatch()
        simulation = Simulation(Path(folder))
        found = simulation.run()
        figures = watch.figures()
        simulation.close()
    for name, sent in found.sent.items():
        print(name, sent, found.least[name], file=sys.stderr)  # noqa: T201 - what it is for
    report(
        **figures,
        bundles=found.bundles,
        lost=found.lost,
        repeated=found.repeated,
        lacked=found.lacked,
        settling=found.settling,
        changes=found.changes,
        states=len(found.states),
        sent=sum(found.sent.values()) / len(found.sent),
        least=sum(found.least.values()) / len(found.least),
    )


if __name__ == "__main__":
    main()
