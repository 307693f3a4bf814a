"""A colleague with a newer program, and one who breaks the rules: all that they write is signed well."""

from random import Random
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from tests.bundle.age import lock_quickly
from tests.workspace.machine.computers import PASSPHRASE, WHICH, WHO, Post, World
from werkboek_desktop.bundle.keys import OwnKey
from werkboek_desktop.bundle.manifest import Writer
from werkboek_desktop.bundle.writer import Contents, to_bytes
from werkboek_desktop.domain.change import Body, Change, FieldKey, Header, Op, seal
from werkboek_desktop.domain.ids import ChangeId
from werkboek_desktop.domain.values import Value, ValueType
from werkboek_desktop.domain.view import Status

NEWER_FORMAT, NEWER_RULE = 2, 2
DRONE = "dd" * 16


def bare(change: Change) -> tuple[Header, bytes]:
    """What an erase leaves of a change."""
    return change.header, change.signature


class NewerProgram:
    """Writes what this program does not know yet, on what others wrote."""

    def __init__(self, project: str, scope: str, seed: int) -> None:
        self.project, self.scope, self.random = project, scope, Random(seed)
        self.key = OwnKey(self.random.randbytes(32))
        self.writer = Writer(self.key.public, scope, self.random.randbytes(16))
        self.changes: list[Change] = []

    def write(self, key: FieldKey, value: Value, seen: list[Change], **parts: Any) -> Change:
        """The next change of its one writer; `parts` overrules parts of the header, `body` too."""
        last = self.changes[-1] if self.changes else None
        body = parts.pop("body", Body(self.random.randbytes(16), value))
        header = Header(
            op=Op.EDIT,
            **key._asdict(),
            writer=self.writer.id(self.project),
            seq=last.header.seq + 1 if last else 1,
            prev=last.id if last else None,
            parents=tuple(sorted(one.id for one in seen)),
            depth=1 + max((one.header.depth for one in seen), default=0),
            time=self.random.randrange(10**12),
            author=None,
            format=NEWER_FORMAT,
            rule=1,
            value_hash=body.hash() if body else None,
        )
        self.changes.append(seal(header._replace(**parts), body, self.key.sign))
        return self.changes[-1]

    def bundle(self) -> bytes:
        """All that it ever wrote."""
        contents = Contents(
            project=self.project,
            name=None,
            sender="Nienke · nieuwer",
            number=len(self.changes),
            created=1,
            scopes=(self.scope,),
            changes=self.changes,
            writers={self.writer.id(self.project): self.writer},
            tips={self.scope: (self.changes[-1].id,)},
            partial=True,
        )
        return to_bytes(contents, self.key)


class Newer(World):
    """What comes from a newer program, or from one that miscounts."""

    sentences: list[str]

    def __init__(self) -> None:
        super().__init__()
        self.programs: dict[str, NewerProgram] = {}

    def program(self, scope: str = "work") -> NewerProgram:
        """One for each scope, made once the project is there."""
        if scope not in self.programs:
            self.programs[scope] = NewerProgram(self.project, scope, self.random.getrandbits(32))
        return self.programs[scope]

    def summary(self) -> FieldKey:
        """The text that everybody works at."""
        return FieldKey("work", "case", None, self.ids["case"], "summary", ValueType.PROSE)

    def on_its_way(self, scope: str = "work") -> None:
        """All it wrote is posted, and with it what it wrote before."""
        program, path = self.program(scope), self.new_file(".wbx")
        path.write_bytes(program.bundle() if scope == "work" else lock_quickly(program.bundle(), PASSPHRASE))
        self.posted.append(Post(path, frozenset(change.id for change in program.changes)))

    @precondition(lambda self: self.project)
    @rule(who=WHO, what=st.sampled_from(["kind", "field", "op", "op of a record", "rule"]), value=st.integers(0, 9))
    def write_newer(self, who: int, what: str, value: int) -> None:
        """A kind or field that nobody here heard of, something else than an edit, a merge by a rule that came later."""
        here, program, text = self.at(who), self.program(), self.summary()
        match what:
            case "kind":
                drone = FieldKey("work", "drone", None, DRONE, "height", ValueType.INTEGER)
                program.write(drone, value or None, here.heads(drone))
            case "field":
                mood = text._replace(field="mood", type=ValueType.ENUM)
                program.write(mood, f"mood_{value}", here.heads(mood))
            case "op":
                program.write(text, None, here.heads(text), op="fly", body=None, value_hash="ab" * 32)
            case "op of a record":
                record = text._replace(field=None, type=None)
                program.write(record, None, here.heads(record), op="fly", body=None, value_hash=None)
            case _:
                program.write(text, self.new_sentence(), here.heads(text)[:1], rule=NEWER_RULE)
        self.on_its_way()

    def new_sentence(self) -> str:
        """One that nobody wrote before."""
        self.sentences.append(f"Hier staat zin{len(self.sentences)}x.")
        return self.sentences[-1]

    @precondition(lambda self: self.project)
    @rule(who=WHO, wrong=st.sampled_from(["depth", "parent", "seq", "prev"]), which=WHICH)
    def miscount(self, who: int, wrong: str, which: int) -> None:
        """A change that says something wrong of where it stands is no reason to refuse what came with it."""
        here = self.at(who)
        others = sorted(here.ids(("work",))) or ["f" * 64]  # who has just joined may have none
        heads = here.heads(self.summary())
        parts: dict[str, dict[str, object]] = {
            "depth": {"depth": 77},
            "parent": {"parents": (others[which % len(others)],)},
            "seq": {"seq": 77},
            "prev": {"prev": others[which % len(others)]},
        }
        self.program().write(self.summary(), self.new_sentence(), heads, **parts[wrong])
        self.on_its_way()

    def assert_kept(self, stored: dict[ChangeId, Change]) -> None:
        """All of it that was taken in somewhere is what it was, byte for byte."""
        for program in self.programs.values():
            for change in program.changes:
                assert bare(stored.get(change.id, change)) == bare(change)

    def assert_versions_beside_each_other(self) -> None:
        """Where a newer rule had a hand in it, nothing was merged."""
        for computer in self.computers:
            view = computer.workspace.record(self.ids["case"]).fields.get("summary")
            rules = {change.header.rule for change in computer.heads(self.summary())}
            if view and len(view.variants) > 1 and NEWER_RULE in rules:
                assert view.status is Status.CONFLICT
