"""What is erased for good: a record with what it owns, a field, a passage in all its versions; here and elsewhere."""

from contextlib import suppress

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from tests.workspace.machine.computers import WHO, Computer
from tests.workspace.machine.copying import Copying
from tests.workspace.machine.newer import Newer
from tests.workspace.machine.sending import MOST
from tests.workspace.machine.words import words_left, words_stored
from werkboek_desktop.domain import schema
from werkboek_desktop.domain.change import FieldKey, Op
from werkboek_desktop.domain.values import ValueType
from werkboek_desktop.domain.weave import Text
from werkboek_desktop.errors import NothingToErase, NotTrusted, PassageNotFound, RecordErased, StillTyping
from werkboek_desktop.workspace import restore

RECORDS = ("measure", "bottleneck", "contact", "attendee", "double", "second")
FIELDS = (("case", "summary"), ("case", "title"), ("bottleneck", "bottleneck"), ("attendee", "question"))
CLEAN = st.sampled_from(["", "Hier staat niets."])


class Erasing(Newer, Copying):
    """Erases of people here, and of somebody elsewhere whom nobody here has to believe."""

    @rule(who=WHO, slot=st.sampled_from([*FIELDS, *((record, "") for record in RECORDS)]))
    def erase_here(self, who: int, slot: tuple[str, str]) -> None:
        """All of a record, or a field in all its versions."""
        if self.here(who, slot[0]):
            self.erase(self.at(who), slot[0], slot[1] or None)

    @rule(who=WHO, slot=st.sampled_from(FIELDS), which=st.integers(0, 9))
    def erase_passage(self, who: int, slot: tuple[str, str], which: int) -> None:
        """A sentence in all versions of a text; what stands round it stays."""
        here = self.here(who, slot[0])
        shown = here.record(self.ids[slot[0]]).fields.get(slot[1]) if here else None
        parts = [part.text for part in shown.parts if isinstance(part, Text)] if shown else []
        words = words_stored([*parts, str(shown.value or "") if shown else ""])
        if words:
            word = sorted(words)[which % len(words)]
            self.erase(self.at(who), *slot, passage=f"Hier staat {word}.")

    def erase(self, here: Computer, slug: str, field: str | None = None, passage: str | None = None) -> None:
        """One's own erase destroys at once; of what somebody else erased it is the yes."""
        with suppress(NotTrusted, NothingToErase, PassageNotFound, RecordErased, StillTyping):
            done = here.workspace.erase(self.ids[slug], field, passage)
            assert not done.missed
            assert done.is_clean
            self.assert_no_traces(here)

    @rule(who=WHO, yes=st.booleans())
    def answer_erases(self, who: int, yes: bool) -> None:
        """What others erased is hidden already; a yes destroys it, for whom one trusts, and a no leaves it hidden."""
        here = self.at(who)
        before = here.document()
        for each in here.workspace.erases():
            if not yes:
                here.workspace.keep_hidden([each.erase])
            elif each.trusted:
                with suppress(RecordErased):
                    here.workspace.erase(each.record, each.field)
        assert here.document() == before
        self.assert_no_traces(here)

    def assert_no_traces(self, here: Computer) -> None:
        """No word is anywhere in or beside the file that stands in no value and no draft any more."""
        drafts = [str(draft.value) for draft in here.workspace.drafts()]
        kept = words_stored([*(str(change.value) for change in here.changes().values()), *drafts])
        assert words_left(here.file) <= kept | self.unsure.get(here.file, set())

    @rule(who=WHO, slot=st.sampled_from([*FIELDS, *((record, "") for record in RECORDS)]))
    def restore_old(self, who: int, slot: tuple[str, str]) -> None:
        """What was kept before an erase comes back beside the file: what was erased at this computer stays away."""
        here = self.at(who)
        if not self.here(who, slot[0]) or len(self.computers) >= MOST:
            return
        kept = self.copied(here)
        self.erase(here, slot[0], slot[1] or None)
        file = self.new_file()
        restore(kept, file, here.app)
        gone = {id_ for id_, change in here.changes().items() if not change.body and change.header.op == Op.EDIT}
        restored = self.add(file, here.app, here.name)
        assert all(not change.body for id_, change in restored.changes().items() if id_ in gone)
        self.assert_no_traces(restored)

    def field_key(self, slug: str, name: str | None) -> FieldKey | None:
        """A field of one of the first records, or all of the record."""
        found = (computer.workspace.key(self.ids[slug]) for computer in self.computers)
        key = next(filter(None, found), None)
        kind = schema.kind(key.kind) if key else None
        if key is None or kind is None:
            return None
        declared = schema.field(key.kind, name) if name else None
        return FieldKey(kind.scope, *key, name, declared.type if declared else None)

    @precondition(lambda self: self.project)
    @rule(who=WHO, slot=st.sampled_from([*FIELDS, *((record, "") for record in RECORDS)]), clean=st.none() | CLEAN)
    def erase_elsewhere(self, who: int, slot: tuple[str, str], clean: str | None) -> None:
        """The same by somebody elsewhere; of a field maybe only a passage: a text without it takes its place."""
        key = self.field_key(slot[0], slot[1] or None)
        if not key:
            return
        self.erase_of(key)
        if clean is not None and key.type in {ValueType.PROSE, ValueType.LINE}:
            seen = [one for one in self.at(who).heads(key) if one.header.op == Op.ERASE]
            mine = [one for one in self.program(key.scope).changes if one.header.op == Op.ERASE]
            erases = {one.id: one for one in (*seen, *mine) if one.header.key == key}
            self.program(key.scope).write(key, clean, list(erases.values()))
            self.on_its_way(key.scope)

    def erase_of(self, key: FieldKey) -> None:
        """One change without a value."""
        self.program(key.scope).write(key, None, [], op=Op.ERASE, body=None, value_hash=None, format=1)
        self.on_its_way(key.scope)
