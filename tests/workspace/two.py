"""A project of two people, to take back in what one of them did."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.copies import copy_computers
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.values import Value
from werkboek_desktop.settings import App
from werkboek_desktop.workspace import Workspace, import_into
from werkboek_desktop.workspace.steps import PAUSE

ANNA, BERT = "anna.werkboek", "bert.werkboek"
START = "Wij belden aan. Niemand deed open. De straat bleef stil."


class Clock:
    """A clock that goes on by a second at each look, and further when somebody takes a break."""

    now = 1_700_000_000

    def __call__(self) -> int:
        self.now += 1
        return self.now


class Begun:
    """The two computers as every test finds them, and what time it is there."""

    def __init__(self) -> None:
        self._kept = TemporaryDirectory()
        self.folder = folder = Path(self._kept.name).resolve()
        clock = Clock()
        with Workspace.create(folder / ANNA, computer(folder, "Anna", clock), name="Werk", author="Anna") as anna:
            fields: dict[str, Value] = {"title": "De Kolenbuurt", "summary": START, "forms": ("jonge_aanwas",)}
            self.case = str(anna.create_record("case", None, fields).record)
            self.measure = str(anna.create_record("measure", self.case, {"measure": "Sluiting"}).record)
            first = anna.export(folder / "first.wbx").path
        import_into(folder / BERT, computer(folder, "Bert", clock), [first], author="Bert")
        self.now = clock.now


@cache
def _begun() -> Begun:
    return Begun()


def computer(folder: Path, name: str, clock: Clock) -> App:
    return App(folder / name, clock, App.of_this_computer().entropy)


class Two:
    """Anna's project, and Bert's computer with a copy of it."""

    def __init__(self, folder: Path) -> None:
        begun = _begun()
        copy_computers(begun.folder, folder)
        self.folder, self.case, self.measure = folder, begun.case, begun.measure
        self.clock = Clock()
        self.clock.now = begun.now
        self.anna = Workspace.open(folder / ANNA, self.app("Anna"), author="Anna")
        self.bert = Workspace.open(folder / BERT, self.app("Bert"), author="Bert")

    def app(self, name: str) -> App:
        return computer(self.folder, name, self.clock)

    def make(self, kind: str, owner: RecordId | None = None, /, **fields: Value) -> RecordId:
        return str(self.anna.create_record(kind, owner, fields).record)

    def type(self, field: str, value: Value, record: RecordId | None = None) -> None:
        """Anna types in a field and leaves it."""
        record = record or self.case
        shown = self.anna.record(record).fields.get(field)
        self.anna.draft(record, field, value, shown.heads if shown else ())
        self.anna.seal(record, field)

    def break_(self) -> None:
        self.clock.now += PAUSE + 1

    def to_bert(self) -> None:
        self.bert.import_([self.anna.export(self.folder / "anna.wbx", force=True).path])

    def from_bert(self) -> None:
        self.anna.import_([self.bert.export(self.folder / "bert.wbx", force=True).path])

    def value(self, field: str, record: RecordId | None = None) -> Value:
        return self.anna.record(record or self.case).value(field)


def names(two: Two) -> list[str]:
    return [step.name for step in two.anna.steps.done]
