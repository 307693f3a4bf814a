"""The program's own checks, where it is installed: two computers in a temporary folder, and everything they need."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from werkboek_desktop.domain.schema import kinds
from werkboek_desktop.domain.view import FieldView, Status
from werkboek_desktop.errors import Refusal
from werkboek_desktop.resources import municipalities, resource
from werkboek_desktop.settings import App
from werkboek_desktop.workspace.files import create_demo, import_into
from werkboek_desktop.workspace.model import Result
from werkboek_desktop.workspace.project import Workspace

START = "Wij belden aan. Niemand deed open. De straat bleef stil."


class Outcome(NamedTuple):
    """A line for each check that failed, and the counts."""

    lines: tuple[str, ...]
    passed: int
    failed: int


class CheckFailed(Exception):
    """A check found something else than it should."""


def run_selftest(app: App) -> Outcome:
    """Runs every check; one that fails never stops the next. `app` lends its clock and randomness only."""
    failures = []
    for check in CHECKS:
        with TemporaryDirectory() as folder:
            try:
                check(Desk(Path(folder), app))
            except Exception as error:
                failures.append(f"Mislukt: {check.__doc__} {error!r}")
    return Outcome(tuple(failures), len(CHECKS) - len(failures), len(failures))


@dataclass(frozen=True)
class Desk:
    """A folder with the computers of Anna and Bert, who work on one project."""

    folder: Path
    app: App

    def open(self, name: str) -> Workspace:
        return Workspace.open(self.file(name), self.computer(name), author=name)

    def file(self, name: str) -> Path:
        return self.folder / f"{name}.werkboek"

    def computer(self, name: str) -> App:
        return replace(self.app, folder=self.folder / name)

    def begin(self) -> str:
        """Anna makes a case, Bert joins by her bundle; the case's id."""
        with Workspace.create(self.file("Anna"), self.computer("Anna"), name="Proef", author="Anna") as workspace:
            record = workspace.create_record("case", fields={"summary": START}).record
        self.send("Anna", "Bert")
        return record or ""

    def write(self, name: str, record: str, text: str) -> None:
        with self.open(name) as workspace:
            workspace.set_field(record, "summary", text)

    def send(self, sender: str, receiver: str) -> Result:
        return self.receive(receiver, self.bundle(sender))

    def bundle(self, sender: str) -> Path:
        out = self.folder / f"{sender}.wbx"
        with self.open(sender) as workspace:
            workspace.export(out, force=True)
        return out

    def receive(self, name: str, bundle: Path) -> Result:
        return import_into(self.file(name), self.computer(name), [bundle], author=name).files[0].result

    def meet(self, record: str) -> list[FieldView]:
        """Both import the other's bundle; what each of them sees."""
        self.send("Anna", "Bert")
        self.send("Bert", "Anna")
        views = []
        for name in ("Anna", "Bert"):
            with self.open(name) as workspace:
                workspace.check()
                views.append(workspace.record(record).fields["summary"])
        return views


def _expect(*, holds: bool) -> None:
    if not holds:
        raise CheckFailed


def resources_are_here(_: Desk) -> None:
    """Lettertypen, pictogrammen en lijsten zijn er."""
    for parts in (("fonts",), ("icons",), ("lists", "gemeenten.csv"), ("tokens.json",)):
        _expect(holds=resource(*parts).exists())
    _expect(holds=municipalities().resolve("Den Haag") == "GM0518")


def schema_is_whole(_: Desk) -> None:
    """Elke soort heeft een naam en velden."""
    _expect(holds=all(kind.label and kind.fields for kind in kinds()))


def edits_apart_merge(desk: Desk) -> None:
    """Wijzigingen in verschillende zinnen worden samengevoegd, op beide computers gelijk."""
    record = desk.begin()
    desk.write("Anna", record, START.replace("Wij belden aan.", "Wij belden overal aan."))
    desk.write("Bert", record, START.replace("De straat bleef stil.", "De straat zweeg."))
    one, other = desk.meet(record)
    _expect(holds=one.value == other.value == "Wij belden overal aan. Niemand deed open. De straat zweeg.")


def edits_together_conflict(desk: Desk) -> None:
    """Wijzigingen in dezelfde zin blijven naast elkaar staan, op beide computers gelijk."""
    record = desk.begin()
    texts = {START.replace("Niemand", "Iedereen"), START.replace("Niemand", "Bijna niemand")}
    for name, text in zip(("Anna", "Bert"), sorted(texts), strict=True):
        desk.write(name, record, text)
    one, other = desk.meet(record)
    _expect(holds=one.status is Status.CONFLICT and one == other)
    _expect(holds={variant.value for variant in one.variants} == texts)


def import_twice_is_nothing_new(desk: Desk) -> None:
    """Hetzelfde pakket nog eens inlezen verandert niets."""
    desk.begin()
    _expect(holds=desk.send("Anna", "Bert") is Result.KNOWN)


def damage_is_refused(desk: Desk) -> None:
    """Een pakket met één veranderde byte wordt geweigerd."""
    desk.begin()
    bundle = desk.bundle("Anna")
    data = bytearray(bundle.read_bytes())
    data[len(data) // 2] ^= 0xFF  # all its bits: the last byte of a packed member has some that mean nothing
    bundle.write_bytes(data)
    _expect(holds=desk.receive("Bert", bundle) is Result.REFUSED)


def people_stay_home(desk: Desk) -> None:
    """Deelnemers gaan niet mee zonder wachtzin."""
    desk.begin()
    with desk.open("Anna") as workspace:
        try:
            workspace.export(desk.folder / "mensen.wbx", people=True)
        except Refusal:
            return
    raise CheckFailed


def demo_becomes_paper(desk: Desk) -> None:
    """Van het voorbeeldwerkboek komt een PDF."""
    create_demo(desk.file("Anna"), desk.computer("Anna"))
    with desk.open("Anna") as workspace:
        case = workspace.rows("case")[0].id
        (paper,) = workspace.publish(desk.folder / "proef.pdf", case=case)
    _expect(holds=paper.path.read_bytes().startswith(b"%PDF-"))


CHECKS: tuple[Callable[[Desk], None], ...] = (
    resources_are_here,
    schema_is_whole,
    edits_apart_merge,
    edits_together_conflict,
    import_twice_is_nothing_new,
    damage_is_refused,
    people_stay_home,
    demo_becomes_paper,
)
