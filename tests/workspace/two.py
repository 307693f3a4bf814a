"""A project of two people, to take back in what one of them did."""

from pathlib import Path

from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.values import Value
from werkboek_desktop.settings import App
from werkboek_desktop.workspace import Workspace, import_into
from werkboek_desktop.workspace.steps import PAUSE

START = "Wij belden aan. Niemand deed open. De straat bleef stil."


class Clock:
    """A clock that goes on by a second at each look, and further when somebody takes a break."""

    now = 1_700_000_000

    def __call__(self) -> int:
        self.now += 1
        return self.now


class Two:
    """Anna's project, and Bert's computer with a copy of it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.clock = Clock()
        self.anna = Workspace.create(folder / "anna.werkboek", self.app("Anna"), name="Werk", author="Anna")
        self.case = self.make("case", title="De Kolenbuurt", summary=START, forms=("jonge_aanwas",))
        self.measure = self.make("measure", self.case, measure="Sluiting")
        self.anna.steps.done.clear()
        first = self.anna.export(folder / "first.wbx").path
        import_into(folder / "bert.werkboek", self.app("Bert"), [first], author="Bert")
        self.bert = Workspace.open(folder / "bert.werkboek", self.app("Bert"), author="Bert")

    def app(self, name: str) -> App:
        return App(self.folder / name, self.clock, App.of_this_computer().entropy)

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
