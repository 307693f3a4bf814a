"""Makes the demo project: the same ids every time, so that the demo bundles fit, and then a fresh writer."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, cast

from werkboek_desktop.domain import schema
from werkboek_desktop.domain.change import Change, RecordKey
from werkboek_desktop.domain.ids import Entropy, RecordId, attendance_id, new_record_id, workbook_id
from werkboek_desktop.domain.places import Hung, Tree
from werkboek_desktop.domain.tokens import tokenize
from werkboek_desktop.domain.values import Place, Value, ValueType, canonical_set
from werkboek_desktop.resources import resource
from werkboek_desktop.settings import App
from werkboek_desktop.store.project_file import Store
from werkboek_desktop.workspace import versions
from werkboek_desktop.workspace.demo_data import LATER, DemoData, Made, Told, replaced
from werkboek_desktop.workspace.lookup import field_key, known_field
from werkboek_desktop.workspace.scribe import Scribe
from werkboek_desktop.workspace.session import Session


def seeded(seed: bytes) -> Entropy:
    """Bytes that look random and are the same every time."""
    drawn = 0

    def entropy(count: int) -> bytes:
        nonlocal drawn
        drawn += 1
        return sha256(seed + drawn.to_bytes(8)).digest()[:count]

    return entropy


@dataclass
class Clock:
    """Stands where it was put."""

    now: int = 0

    def __call__(self) -> int:
        return self.now


@dataclass
class DemoAuthor:
    """Writes what the files tell. `ids` has the record of each slug, `firsts` the first change of each field."""

    data: DemoData
    session: Session
    clock: Clock
    ids: dict[str, RecordId] = field(default_factory=dict)
    firsts: dict[tuple[RecordId, str], Change] = field(default_factory=dict)
    _plan: list[tuple[RecordKey, Told]] = field(default_factory=list)

    def write(self, *, edits: bool) -> None:
        """Records first; then what was approved, each on the text of then; then what changed after that."""
        persons = self.data.persons()
        self.session.author = next(str(told.values["name"]) for told in persons if told.slug == self.data.made.author)
        self.clock.now = self.data.made.at
        self._do(self._name_persons)
        for told in (*persons, *self.data.records(), self.data.workbook()):
            self._assign(told, None)
        self._do(self._write_all)
        for key, told in self._plan:
            if told.kind in LATER:
                self._do(partial(self._write_record, key=key, told=told))
        if edits:
            self._do(self._write_edits)

    @property
    def name(self) -> str:
        """The person whose project it is."""
        return self.session.author or ""

    def _do(self, act: Callable[[Scribe], None]) -> None:
        def and_nothing_more(scribe: Scribe) -> None:
            act(scribe)

        self.session.edit(self.session.project, and_nothing_more)

    def _name_persons(self, scribe: Scribe) -> None:
        """The demo's own author exists since they signed."""
        self.ids[self.data.made.author] = scribe.author or ""

    def _assign(self, told: Told, owner: RecordId | None) -> None:
        id_ = self.ids.get(told.slug or "") or self._new_id(told, owner)
        if told.slug:
            self.ids[told.slug] = id_
        self._plan.append((RecordKey(told.kind, owner, id_), told))
        for child in told.owned:
            self._assign(child, id_)

    def _new_id(self, told: Told, owner: RecordId | None) -> RecordId:
        if told.kind == "workbook":
            return workbook_id(self.session.project)
        if told.kind == "attendance":
            return attendance_id(owner or "", self._deref(told.values["attendee"]))
        return new_record_id(self.session.app.entropy)

    def _write_all(self, scribe: Scribe) -> None:
        for key, told in self._plan:
            if told.kind not in LATER:
                self._write_record(scribe, key, told)

    def _write_record(self, scribe: Scribe, key: RecordKey, told: Told) -> None:
        self._sign(scribe, told.made)
        if schema.field(key.kind, "place"):
            self._write(scribe, key, "place", self._last(scribe, key))
        for name, value in told.values.items():
            if (key.id, name) not in self.firsts:
                self._write(scribe, key, name, self.value(scribe, key, name, value))
        if key.kind == "proof":
            version = versions.of_case(scribe.transaction, key.owner or "")
            self._write(scribe, key, "version", scribe.transaction.add_attachment(version))

    def _write(self, scribe: Scribe, key: RecordKey, name: str, value: Value) -> None:
        seen = scribe.transaction.heads(field_key(key, name))
        self.firsts[key.id, name] = scribe.edit(key, name, value, seen)

    def _last(self, scribe: Scribe, key: RecordKey) -> Value:
        """Behind its siblings, which stand in the plan in the order of the files."""
        before = [
            Hung(other.id, cast(Place, self.firsts[other.id, "place"].value))
            for other, _ in self._plan
            if (other.kind, other.owner) == (key.kind, key.owner) and (other.id, "place") in self.firsts
        ]
        return Tree((*before, Hung(key.id, None))).last(key.id, scribe.app.entropy)[key.id]

    def _write_edits(self, scribe: Scribe) -> None:
        keys = {key.id: key for key, _ in self._plan}
        for own, told in self._plan:
            for edit in told.edits:
                key = keys[self._deref(edit["target"])] if "target" in edit else own
                self._sign(scribe, told.later(edit))
                first = self.firsts.get((key.id, edit["field"]))
                text = str(first.value) if first else ""
                value = self.value(scribe, key, edit["field"], replaced(text, edit))
                scribe.edit(key, edit["field"], value, (first.id,) if first else ())

    def _sign(self, scribe: Scribe, made: Made) -> None:
        scribe.author = self.ids[made.author]
        self.clock.now = made.at

    def _deref(self, name: str) -> RecordId:
        return self.ids[name.removeprefix("@")]

    def value(self, scribe: Scribe, key: RecordKey, name: str, told: Any) -> Value:
        """What stands in a file as a value of the field."""
        if (key.kind, name) == ("comment", "anchor"):
            about = self.firsts[str(key.owner), str(self.firsts[key.id, "field"].value)]
            return f"{about.id}:{tokenize(str(about.value)).index(told)}"
        match known_field(key.kind, name).type:
            case ValueType.SET:
                return canonical_set([self._deref(e) if e.startswith("@") else e for e in told])
            case ValueType.REFERENCE:
                return self._deref(told)
            case ValueType.ATTACHMENT:
                return str(scribe.transaction.add_attachment((self.data.folder / told).read_bytes()))
        return cast(Value, told)


def is_demo(project: str) -> bool:
    """Whether a project with this id is the demo of this version of the program, wherever its file came from."""
    return project == seeded(DemoData(resource("demo")).digest)(16).hex()


@contextmanager
def demo_session(path: Path, *, edits: bool = True) -> Iterator[DemoAuthor]:
    """The demo project, written and still open; what is in it depends on the demo's data alone.

    Without `edits` it is as the approvals saw it: what colleagues made their bundles on.
    """
    data = DemoData(resource("demo"))
    clock = Clock()
    with TemporaryDirectory() as folder:
        app = App(Path(folder), clock, seeded(data.digest))
        project = app.entropy(16).hex()
        with Store.create(path, project).making() as store, closing(store):
            author = DemoAuthor(data, Session(store, app, project), clock)
            author.write(edits=edits)
            yield author
