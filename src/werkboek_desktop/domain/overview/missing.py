"""What a case still lacks before it can be printed, by column of the board."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from werkboek_desktop.domain.approvals import Stands
from werkboek_desktop.domain.view import RecordView
from werkboek_desktop.domain.workflow import Gap, Topic, gaps_for, required_there

TOPICS: Mapping[Topic, str] = {
    Topic.TEXT: "Tekst",
    Topic.PHOTO: "Foto",
    Topic.RIGHTS: "Rechten",
    Topic.QUOTES: "Citaten",
    Topic.PROOF: "Proef",
    Topic.APPROVAL: "Akkoord",
    Topic.PRIVACY: "Privacy",
}
_TARGET = "final"


class Mark(StrEnum):
    """How a cell of the board stands; the words that stand in it."""

    DONE = "klaar"
    PARTLY = "deels"
    MISSING = "ontbreekt"
    NOT_NEEDED = "niet nodig"
    UNREAD = "nog lezen"


class Cell(NamedTuple):
    """So many of so many are there; of none: there is nothing to ask. What nobody read yet says nothing."""

    done: int
    of: int
    is_read: bool = True

    @property
    def mark(self) -> Mark:
        """Where this stands."""
        if not self.is_read:
            return Mark.UNREAD
        if not self.of:
            return Mark.NOT_NEEDED
        if self.done == self.of:
            return Mark.DONE
        return Mark.PARTLY if self.done else Mark.MISSING

    @property
    def words(self) -> str:
        """`3 van 11`, or the mark's own word."""
        return f"{self.done} van {self.of}" if self.mark is Mark.PARTLY else str(self.mark)


type Cells = Mapping[Topic, Cell]
"""In the order of TOPICS."""


_cell = cache(Cell)
"""Ten thousand cases share their few different cells."""


UNREAD = _cell(0, 0, is_read=False)
"""Reading the texts of ten thousand cases for what may tell who somebody is takes minutes: it is done in sight."""


def lacking(case: RecordView, owned: Sequence[RecordView], stands: Stands) -> tuple[Gap, ...]:
    """Every gap on the way to a definitive case, whatever its status is now, by column."""
    parts = [view for view in owned if not view.deleted]
    found = [*gaps_for(_TARGET, case, parts, stands), *_beside_the_guards(case, parts)]
    order = list(TOPICS)
    return tuple(sorted(found, key=lambda gap: order.index(gap.topic) if gap.topic else len(order)))


def _beside_the_guards(case: RecordView, owned: Sequence[RecordView]) -> Iterator[Gap]:
    """What no step is held up by, and the board shows all the same."""
    images = _of_kind(owned, "image")
    if not images:
        yield Gap(None, "Er is nog geen beeld.", "", Topic.PHOTO, (case.id, ""))
    for image in images:
        if image.value("file") is None:
            yield Gap(None, "Bij een beeld ontbreekt het bestand.", "", Topic.PHOTO, (image.id, "file"))
    if not any(proof.value("sent_on") for proof in _of_kind(owned, "proof")):
        yield Gap(None, "Er is nog geen proef verstuurd.", "", Topic.PROOF, (case.id, "proof"))


def cells(case: RecordView, owned: Sequence[RecordView], gaps: Sequence[Gap]) -> dict[Topic, Cell]:
    """The row of a case: of each column how much is asked, and how much of it is there."""
    parts = [view for view in owned if not view.deleted]
    open_ = Counter(gap.topic for gap in gaps)
    images, quotes = _of_kind(parts, "image"), _of_kind(parts, "quote")
    whole = len(images) - len({gap.at[0] for gap in gaps if gap.topic is Topic.PHOTO} & {one.id for one in images})
    consents = len(quotes) + sum(bool(quote.value("speaker")) for quote in quotes)
    text = required_there(case, parts)
    return {
        Topic.TEXT: _cell(text, text + open_[Topic.TEXT]),
        Topic.PHOTO: _cell(whole, max(1, len(images))),
        Topic.RIGHTS: _cell(len(images) - open_[Topic.RIGHTS], len(images)),
        Topic.QUOTES: _cell(max(0, consents - open_[Topic.QUOTES]), max(consents, open_[Topic.QUOTES])),
        Topic.PROOF: _cell(1 - open_[Topic.PROOF], 1),
        Topic.APPROVAL: _cell(2 - open_[Topic.APPROVAL], 2),
        Topic.PRIVACY: UNREAD,
    }


def deadline(owned: Sequence[RecordView]) -> str:
    """The first day on which an answer to a proof is due; empty when none is waited for."""
    answered = {str(approval.value("proof")) for approval in _of_kind(owned, "approval")}
    waiting = [proof for proof in _of_kind(owned, "proof") if proof.id not in answered]
    return min((str(proof.value("deadline")) for proof in waiting if proof.value("deadline")), default="")


def totals(rows: Iterable[Cells]) -> dict[Topic, Counter[Mark]]:
    """Of each column how many cases stand where."""
    columns = [list(column) for column in zip(*(row.values() for row in rows), strict=True)] or [[] for _ in TOPICS]
    found: dict[Topic, Counter[Mark]] = {}
    for topic, column in zip(TOPICS, columns, strict=True):
        found[topic] = Counter()
        for cell, number in Counter(column).items():
            found[topic][cell.mark] += number
    return found


def open_cells(row: Cells) -> int:
    """How many columns still ask for somebody; the one that is read later moves no row."""
    return sum(cell.mark in {Mark.PARTLY, Mark.MISSING} for topic, cell in row.items() if topic is not Topic.PRIVACY)


def _of_kind(owned: Iterable[RecordView], kind: str) -> list[RecordView]:
    return [view for view in owned if view.key.kind == kind and not view.deleted]
