"""What people do in a project at their own computer."""

from contextlib import suppress
from random import Random

from hypothesis import strategies as st
from hypothesis.stateful import rule

from tests.domain.weave_histories import EDITS as ACTS
from tests.domain.weave_histories import History, read
from tests.workspace.machine.computers import CHAPTERS, LINE, SEEDS, WHICH, WHO, World
from tests.workspace.machine.erased import Erased, without_erases
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.tokens import compose
from werkboek_desktop.domain.values import Place
from werkboek_desktop.domain.view import FieldView, Status
from werkboek_desktop.domain.weave import Text
from werkboek_desktop.errors import PlaceInItself, RecordDeleted, RecordErased, StillTyping
from werkboek_desktop.workspace import Workspace

type Slot = tuple[str, str]
"""A field of one of the records that are there from the start."""

VALUES: dict[Slot, st.SearchStrategy[str]] = {
    ("case", "title"): LINE,
    ("case", "forms"): st.sampled_from(["", '["jonge_aanwas"]', '["explosies", "jonge_aanwas"]']),
    ("case", "inhabitants"): st.sampled_from(["", "12", "13"]),
    ("case", "costs"): st.sampled_from(["", "12,50", "13"]),
    ("case", "phase"): st.sampled_from(["", "Uitvoering", "Borging"]),
    ("case", "ongoing"): st.sampled_from(["", "ja", "nee"]),
    ("case", "as_of"): st.sampled_from(["", "2026-11-24", "2025-01-31"]),
    ("case", "period_start"): st.sampled_from(["", "2026-11", "2025-01"]),
    ("day", "start"): st.sampled_from(["", "09:30", "13:00"]),
    ("measure", "measure"): LINE,
    ("contact", "name"): LINE,
    ("attendee", "last_name"): LINE,
    ("double", "last_name"): LINE,
}
PROSE: list[Slot] = [
    *[("case", "summary")] * 3,
    *[("case", "approach"), ("second", "summary")],
    *[("bottleneck", "bottleneck"), ("owned", "bottleneck")],
    *[("attendee", "question"), ("double", "question")],
]
EDITS = st.sampled_from(list(VALUES)).flatmap(lambda slot: st.tuples(st.just(slot), VALUES[slot]))
TEXTS = st.sampled_from(PROSE)


class Typist(History):
    """Changes texts as people do, in sentences of which each is written once in a world."""

    def __init__(self, seed: int, sentences: list[str]) -> None:
        self.random, self.sentences = Random(seed), sentences

    def text(self, shown: FieldView | None) -> str:
        """What somebody makes of a text they see, choosing where there is something to choose."""
        act = self.random.random()
        if act < 0.06:
            return "\n".join(str(self.new_line()) for _ in range(self.random.randint(0, 2)))
        value = self._resolved(shown.parts) if shown and shown.parts else str(shown.value or "") if shown else ""
        lines = read(value)
        for _ in range(self.random.choice((1, 1, 2))):
            self.random.choice(ACTS)(self, lines)
        return "\n".join(map(str, lines))

    def variant(self, shown: FieldView, head: str) -> str:
        """What they make of one of several versions."""
        parts = [part.text if isinstance(part, Text) else part.by_head.get(head, "") for part in shown.parts]
        lines = read(compose(parts))
        self.random.choice(ACTS)(self, lines)
        return "\n".join(map(str, lines))


class Writing(World):
    """Edits, drafts, deletes, moves, sets, persons that are one, undo."""

    def __init__(self) -> None:
        super().__init__()
        self.sentences = [f"Hier staat zin{number}x." for number in range(7)]

    def typist(self, seed: int) -> Typist:
        """Somebody at the keyboard."""
        return Typist(seed, self.sentences)

    def shown(self, here: Workspace, record: str, field: str) -> FieldView | None:
        """What a field shows, if anything was ever written in it."""
        return here.record(self.ids[record]).fields.get(field)

    @rule(who=WHO, edit=EDITS)
    def edit(self, who: int, edit: tuple[Slot, str]) -> None:
        """An edit on all that is seen leaves one value."""
        slot, value = edit
        if here := self.here(who, slot[0]):
            self.put(here, *slot, value)

    @rule(who=WHO, text=TEXTS, seed=SEEDS)
    def write(self, who: int, text: Slot, seed: int) -> None:
        """Somebody changes a text and decides what two others left open."""
        if here := self.here(who, text[0]):
            self.put(here, *text, self.typist(seed).text(self.shown(here, *text)))

    def put(self, here: Workspace, record: str, field: str, value: str) -> None:
        """Writes on all that is there; then one head stands, and shows just what was written."""
        with suppress(RecordDeleted, RecordErased):
            changed = here.set_field(self.ids[record], field, value)
            self.note(changed)
            shown = self.shown(here, record, field)
            assert shown is None or shown.status is Status.SETTLED
            if shown and changed.change and not here.record(self.ids[record]).joined:
                assert without_erases(here, shown.heads) == {changed.change}

    @rule(who=WHO, text=TEXTS, seed=SEEDS, which=WHICH)
    def write_one_variant(self, who: int, text: Slot, seed: int, which: int) -> None:
        """Whoever saw one of several heads replaces that one alone."""
        here = self.here(who, text[0])
        shown = self.shown(here, *text) if here else None
        if not here or not shown or here.record(self.ids[text[0]]).joined:
            return
        versions = without_erases(here, shown.heads)
        if len(versions) < 2:
            return
        seen = sorted(versions)[which % len(versions)]
        value = self.typist(seed).variant(shown, seen) or None
        changed = here.edit(self.ids[text[0]], text[1], value, (seen, *set(shown.heads) - versions))
        after = self.shown(here, *text)
        assert after
        assert without_erases(here, after.heads) == (versions - {seen}) | {changed.change or seen}
        self.note(changed)

    @rule(who=WHO, text=TEXTS, seed=SEEDS)
    def type(self, who: int, text: Slot, seed: int) -> None:
        """Typing starts, or goes on, on what was seen at the first keystroke."""
        if here := self.here(who, text[0]):
            shown = self.shown(here, *text)
            typed = self.typist(seed).text(shown)
            here.draft(self.ids[text[0]], text[1], typed or None, shown.heads if shown else ())

    @rule(who=WHO)
    def leave(self, who: int) -> None:
        """A sealed draft takes the place of what its author saw, and of nothing that came since."""
        here = self.at(who).workspace
        erased = Erased(self.at(who).changes().values())
        for draft in here.drafts():
            record, field = draft.key.record, str(draft.key.field)
            before = here.record(record)
            changed = here.seal(record, field)
            if changed and changed.change and not before.joined and not erased.reaches(draft.key):
                unseen = set(before.fields[field].heads if field in before.fields else ()) - set(draft.seen)
                assert set(here.record(record).fields[field].heads) == unseen | {changed.change}
            self.note(changed)
        assert all(erased.reaches(draft.key) for draft in here.drafts())

    @rule(who=WHO, record=st.sampled_from(["case", "measure", "bottleneck", "contact", "attendee"]), back=st.booleans())
    def delete(self, who: int, record: str, back: bool) -> None:
        """Deletes what is there with all it owns, or brings it back."""
        if here := self.here(who, record):
            act = here.undelete if back else here.delete
            with suppress(RecordErased):
                self.note(act(self.ids[record]))
                assert back or here.record(self.ids[record]).deleted

    @rule(who=WHO, kind=st.sampled_from(["measure", "contact"]), value=LINE)
    def add_item(self, who: int, kind: str, value: str) -> None:
        """A new list item comes last."""
        here = self.here(who, "case")
        name = "measure" if kind == "measure" else "name"
        if not here:
            return
        with suppress(RecordDeleted, RecordErased):
            changed = here.create_record(kind, self.ids["case"], {name: value or None})
            self.note(changed)
            if kind == "measure":
                assert here.owned(self.ids["case"], kind)[-1].id == changed.record

    @rule(who=WHO, moved=st.permutations(CHAPTERS), below=st.booleans())
    def move(self, who: int, moved: list[str], below: bool) -> None:
        """A chapter goes below another, or behind it."""
        here = self.here(who, *moved)
        if not here:
            return
        record, other, _ = (self.ids[name] for name in moved)
        place = here.record(other).value("place")
        beside: RecordId | None = place.parent if isinstance(place, Place) else None
        with suppress(PlaceInItself, RecordErased):
            self.note(here.move(record, other if below else beside, None if below else other))

    @rule(who=WHO, add=st.sets(st.sampled_from("abc")), remove=st.sets(st.sampled_from("abc")))
    def change_set(self, who: int, add: set[str], remove: set[str]) -> None:
        """What was added and not removed stands."""
        if here := self.here(who, "case"):
            with suppress(RecordDeleted, RecordErased):
                self.note(here.change_set(self.ids["case"], "legal_basis", add, remove))
                elements = set(here.record(self.ids["case"]).value("legal_basis") or ())  # type: ignore[arg-type]
                assert add - remove <= elements
                assert not remove & elements

    @rule(who=WHO, part=st.booleans())
    def join(self, who: int, part: bool) -> None:
        """Two attendees turn out to be one person, or not."""
        if here := self.here(who, "attendee", "double"):
            other = [self.ids["double"]]
            with suppress(RecordDeleted, RecordErased):
                add, remove = ([], other) if part else (other, [])
                self.note(here.change_set(self.ids["attendee"], "same_as", add, remove))

    @rule(who=WHO, status=st.sampled_from(["registered", "confirmed", "present", "cancelled"]))
    def attend(self, who: int, status: str) -> None:
        """The same person at the same day is one record, whoever makes it."""
        if here := self.here(who, "day", "double"):
            with suppress(RecordDeleted, RecordErased):
                target = here.attendance(self.ids["day"], self.ids["double"])
                self.note(here.set_field(target, "status", status))

    @rule(who=WHO, again=st.booleans())
    def undo(self, who: int, again: bool) -> None:
        """What somebody did last is taken back, or done again, as far as nobody else's work is in the way."""
        here = self.at(who).workspace
        with suppress(StillTyping):  # that text comes first
            if undone := here.redo() if again else here.undo():
                self.note(undone.changed)
