"""Random histories of one prose field: several people, each with a copy that lags behind, and all that they do."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from random import Random

from tests.domain.weave_oracle import SENTENCE, Fault, Oracle, Step, shown
from werkboek_desktop.domain.ids import ChangeId
from werkboek_desktop.domain.tokens import compose
from werkboek_desktop.domain.weave import Part, Text, Weave

MARKERS = ("", "", "- ", "1. ", "## ", "> ", "  - ")
LINE = re.compile(r"( *(?:-|1\.|##|###|>) )?(.*)")


@dataclass
class Line:
    """A paragraph or bullet as a person sees it."""

    marker: str
    sentences: list[str]

    def __str__(self) -> str:
        return (self.marker + " ".join(self.sentences)).rstrip(" ")


@dataclass
class Replica:
    """One person's copy: the changes that are here, and a text being typed with what it was begun from."""

    here: set[ChangeId] = field(default_factory=set)
    draft: tuple[str, tuple[ChangeId, ...]] | None = None


class History:
    """Grows by random acts; `faults` has what the oracle found wrong on the way."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.seed = seed
        self.weave = Weave()
        self.oracle = Oracle()
        self.steps: dict[ChangeId, Step] = {}
        self.faults: list[Fault] = []
        self.sentences: list[str] = []
        self.replicas = [Replica() for _ in range(self.random.randint(2, 4))]
        first = self._seal(self._new_text(), ())
        for replica in self.replicas:
            replica.here.add(first)

    def run(self, length: int) -> list[Fault]:
        """Goes on for some acts, then brings everybody's changes together."""
        for _ in range(length):
            replica = self.random.choice(self.replicas)
            self._act(replica)
            self._judge(self.heads(replica.here))
        self._judge(self.heads(set(self.steps)))
        return self.faults

    def heads(self, changes: set[ChangeId]) -> tuple[ChangeId, ...]:
        inner = {parent for change in changes for parent in self.steps[change].parents}
        return tuple(sorted(changes - inner))

    def draft_parents(self, replica: Replica) -> tuple[ChangeId, ...]:
        """What a draft builds on when it is sealed: what it was begun from."""
        assert replica.draft
        return replica.draft[1]

    def _judge(self, heads: tuple[ChangeId, ...]) -> None:
        self.faults += self.oracle.judge(heads, shown(self.weave.state(heads)))

    def _act(self, replica: Replica) -> None:
        act = self.random.random()
        if act < 0.25:
            self._import(replica)
        elif act < 0.33:
            self._begin_draft(replica)
        elif act < 0.4:
            self._decide_apart(replica)
        elif replica.draft and act < 0.6:
            self._seal_draft(replica)
        else:
            value, seen = self._typed(replica)
            replica.here.add(self._seal(value, seen))

    def _import(self, replica: Replica) -> None:
        """Takes all that somebody else has, or what they had some time ago."""
        other = self.random.choice(self.replicas)
        theirs = [change for change in self.steps if change in other.here]
        if self.random.random() < 0.3:
            theirs = theirs[: self.random.randint(1, len(theirs))]
        replica.here.update(theirs)

    def _decide_apart(self, replica: Replica) -> None:
        """Two people decide about the same conflicts, each in their own way."""
        heads = self.heads(replica.here)
        parts = self.weave.state(heads)
        if len(heads) == 1:
            return
        other = self.random.choice(self.replicas)
        other.here.update(replica.here)
        if self.heads(other.here) == heads:
            for one in (replica, other):
                one.here.add(self._seal(self._resolved(parts), heads))

    def _begin_draft(self, replica: Replica) -> None:
        if replica.draft is None:
            replica.draft = self._typed(replica)

    def _seal_draft(self, replica: Replica) -> None:
        assert replica.draft
        value, seen = replica.draft
        replica.here.add(self._seal(value, seen, self.draft_parents(replica)))
        replica.draft = None

    def _seal(self, value: str, seen: tuple[ChangeId, ...], parents: tuple[ChangeId, ...] | None = None) -> ChangeId:
        parents = seen if parents is None else parents
        change = sha256(f"{self.seed} {len(self.steps)}".encode()).hexdigest()
        depth = 1 + max((self.steps[parent].depth for parent in parents), default=0)
        step = Step(change, parents, depth, value, seen)
        self.oracle.learn(step, shown(self.weave.state(seen)))
        self.weave.add(change, parents, depth, value)
        self.steps[change] = step
        return change

    def _typed(self, replica: Replica) -> tuple[str, tuple[ChangeId, ...]]:
        """A new value and what its author had on screen."""
        heads = self.heads(replica.here)
        parts = self.weave.state(heads)
        in_conflict = any(not isinstance(part, Text) for part in parts)
        if in_conflict and self.random.random() < 0.5:
            heads = (self.random.choice(heads),)
            parts = self.weave.state(heads)
            in_conflict = False
        value = self._resolved(parts)
        if not in_conflict or self.random.random() < 0.3:
            value = self._edited(value, replica)
        return value, heads

    def _resolved(self, parts: Sequence[Part]) -> str:
        """Chooses, combines or ignores each variant; mostly the same way all through."""
        style = self.random.choice(("first", "last", "all", "none", "any"))
        value = compose(part.text if isinstance(part, Text) else self._chosen(part.by_head, style) for part in parts)
        decided = any(not isinstance(part, Text) for part in parts)
        return "\n".join(map(str, read(value))) if decided else value

    def _chosen(self, by_head: Mapping[ChangeId, str], style: str) -> str:
        texts = list(dict.fromkeys(by_head.values()))
        if style == "none":
            return ""
        if style == "all":
            self.random.shuffle(texts)
            return compose(texts)
        return self.random.choice({"first": texts[:1], "last": texts[-1:]}.get(style, texts))

    def _edited(self, value: str, replica: Replica) -> str:
        act = self.random.random()
        if act < 0.05:
            return self.steps[self.random.choice(sorted(replica.here))].value
        if act < 0.08:
            return ""
        if act < 0.11:
            return self._new_text()
        lines = read(value)
        for _ in range(self.random.choice((1, 1, 1, 2, 3))):
            self.random.choice(EDITS)(self, lines)
        return "\n".join(map(str, lines))

    def _new_text(self) -> str:
        lines = [self.new_line() for _ in range(self.random.randint(0, 3))]
        return "\n".join(map(str, lines))

    def new_line(self) -> Line:
        return Line(self.random.choice(MARKERS), [self.new() for _ in range(self.random.randint(1, 4))])

    def new(self) -> str:
        sentence = f"Hier staat zin{len(self.sentences)}x."
        self.sentences.append(sentence)
        return sentence


def read(value: str) -> list[Line]:
    """A value's lines, the way a person sees them."""
    lines = []
    for text in value.split("\n"):
        found = LINE.fullmatch(text)
        assert found
        lines.append(Line(found[1] or "", SENTENCE.findall(found[2])))
    return lines


type Edit = Callable[[History, list[Line]], None]


def _line(history: History, lines: list[Line]) -> Line:
    if not lines:
        lines.append(Line("", []))
    return history.random.choice(lines)


def _place(history: History, items: Sequence[object]) -> int:
    return history.random.randint(0, len(items))


def write(history: History, lines: list[Line]) -> None:
    line = _line(history, lines)
    line.sentences.insert(_place(history, line.sentences), history.new())


def append(history: History, lines: list[Line]) -> None:
    _line(history, lines[-1:] or lines).sentences.append(history.new())


def replace(history: History, lines: list[Line]) -> None:
    if sentences := _line(history, lines).sentences:
        sentences[history.random.randrange(len(sentences))] = history.new()


def remove(history: History, lines: list[Line]) -> None:
    if sentences := _line(history, lines).sentences:
        del sentences[history.random.randrange(len(sentences))]


def move(history: History, lines: list[Line]) -> None:
    if sentences := _line(history, lines).sentences:
        sentence = sentences.pop(history.random.randrange(len(sentences)))
        target = _line(history, lines).sentences
        target.insert(_place(history, target), sentence)


def swap(history: History, lines: list[Line]) -> None:
    sentences = _line(history, lines).sentences
    if len(sentences) > 1:
        i = history.random.randrange(len(sentences) - 1)
        sentences[i : i + 2] = sentences[i + 1], sentences[i]


def paste(history: History, lines: list[Line]) -> None:
    """A known sentence: removed before, standing elsewhere, or of another's text."""
    if history.sentences:
        sentences = _line(history, lines).sentences
        sentences.insert(_place(history, sentences), history.random.choice(history.sentences))


def write_line(history: History, lines: list[Line]) -> None:
    lines.insert(_place(history, lines), history.new_line())


def append_line(history: History, lines: list[Line]) -> None:
    lines.append(Line(lines[-1].marker if lines else "", [history.new()]))


def remove_line(history: History, lines: list[Line]) -> None:
    if lines:
        del lines[history.random.randrange(len(lines))]


def move_line(history: History, lines: list[Line]) -> None:
    if lines:
        line = lines.pop(history.random.randrange(len(lines)))
        lines.insert(_place(history, lines), line)


def split_line(history: History, lines: list[Line]) -> None:
    line = _line(history, lines)
    place = _place(history, line.sentences)
    lines.insert(lines.index(line) + 1, Line(line.marker, line.sentences[place:]))
    del line.sentences[place:]


def join_lines(history: History, lines: list[Line]) -> None:
    if len(lines) > 1:
        i = history.random.randrange(len(lines) - 1)
        lines[i].sentences += lines.pop(i + 1).sentences


def mark(history: History, lines: list[Line]) -> None:
    _line(history, lines).marker = history.random.choice(MARKERS)


def number(history: History, lines: list[Line]) -> None:
    """Makes a list of all lines, or plain paragraphs."""
    marker = history.random.choice(("1. ", "- ", ""))
    for line in lines:
        line.marker = marker


EDITS: tuple[Edit, ...] = (
    *(write, append, replace, replace, replace, remove, remove, move, move, swap, paste),
    *(write_line, append_line, remove_line, move_line, split_line, join_lines, mark, number),
)
