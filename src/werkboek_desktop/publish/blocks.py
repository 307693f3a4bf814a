"""What stands on paper, in reading order: one list, whatever the file that is made of it.

Blocks say what a thing is and never how it looks. Text is runs, never markup. They carry what tagging needs: heading
levels without a gap, the scope of header cells, alt texts, and anchors that are unique in the list.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.inline import Run, Runs
from werkboek_desktop.domain.workflow import Balance

LANGUAGE = "nl-NL"


def plain(text: str) -> Runs:
    """Text without any style; empty text is no run at all."""
    return (Run(text),) if text else ()


def text_of(runs: Runs) -> str:
    """What the runs say."""
    return "".join(run.text for run in runs)


class Role(StrEnum):
    """What a paragraph is for."""

    BODY = "body"
    LEAD = "lead"
    SCENE = "scene"
    NOTE = "note"


class ListStyle(StrEnum):
    """What stands before an item; a question has room for an answer below it."""

    BULLET = "bullet"
    NUMBER = "number"
    CHECK = "check"
    QUESTION = "question"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `level` counts from 1."""

    level: int
    runs: Runs
    anchor: str


@dataclass(frozen=True, slots=True)
class Opening:
    """The start of a chapter, on a new page: what it is, its name, and what it promises.

    `alike`: its sections are called as in other chapters, so that a list of contents says nothing by naming them.
    """

    kicker: str
    heading: Heading
    subtitle: Runs = ()
    alike: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    runs: Runs
    role: Role = Role.BODY


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list, with the list below it."""

    runs: Runs
    below: "ListBlock | None" = None


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list; it nests once."""

    items: tuple[Item, ...]
    style: ListStyle = ListStyle.BULLET


@dataclass(frozen=True, slots=True)
class Quote:
    """What somebody said, by the paragraph; `attribution` is empty for a quote in running text."""

    paragraphs: tuple[Runs, ...]
    attribution: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture by its bytes. A decorative one has no alt text; `credit` is who made it."""

    image: bytes
    alt: str
    decorative: bool = False
    caption: Runs = ()
    credit: str = ""


class Scope(StrEnum):
    """Which cells a header cell speaks for."""

    COLUMN = "Column"
    ROW = "Row"


class Header(NamedTuple):
    """A header cell."""

    text: str
    scope: Scope = Scope.COLUMN


type Cell = tuple[Paragraph | ListBlock, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Header cells and rows of as many cells each; with `row_headers` the first cell of a row is its header."""

    headers: tuple[Header, ...]
    rows: tuple[tuple[Cell, ...], ...]
    row_headers: bool = False


class Fact(NamedTuple):
    """A label and what it says."""

    label: str
    runs: Runs


@dataclass(frozen=True, slots=True)
class KeyFacts:
    """The facts at the head of a chapter; the balance is told in words, and may be drawn as well."""

    facts: tuple[Fact, ...]
    balance: Balance | None = None


@dataclass(frozen=True, slots=True)
class Box:
    """Blocks that stand apart from the running text."""

    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """Where somebody writes in a form. `question` is all that a screen reader says of it; `lines`: how much room."""

    name: str
    question: str
    text: str = ""
    lines: int = 1


@dataclass(frozen=True, slots=True)
class Asked:
    """What helps to answer, and room for it: these two stay together."""

    help: Runs
    answer: Answer


@dataclass(frozen=True, slots=True)
class Answers:
    """Rows of answers below their headers; without any, an answer a row behind its question."""

    headers: tuple[str, ...]
    rows: tuple[tuple[Answer, ...], ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """What a form keeps for whoever gets it back, and nobody sees or changes."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class TitlePage:
    """The first page of a book."""

    title: str
    subtitle: str
    note: str


@dataclass(frozen=True, slots=True)
class Contents:
    """The headings that follow, each with the page it stands on."""

    title: Heading
    entries: tuple[Heading, ...]


type Form = Asked | Answers | Kept
type Block = (
    Heading | Opening | Paragraph | ListBlock | Quote | Figure | Table | KeyFacts | Box | TitlePage | Contents | Form
)


class Check(NamedTuple):
    """Something to look at before this leaves the room: a Dutch sentence, and the field it is about."""

    record: RecordId
    field: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Printed:
    """All that is needed to write a file, and what a person should know first."""

    title: str
    author: str
    subject: str
    running: str
    as_of: date
    blocks: tuple[Block, ...]
    checks: tuple[Check, ...]


def heading_of(block: Block) -> Heading | None:
    """The heading that a block is or starts with, where it has a place in the outline."""
    match block:
        case Heading():
            return block
        case Opening(heading=heading) | Contents(title=heading):
            return heading
        case _:
            return None


def texts(blocks: Iterable[Block]) -> Iterator[str]:
    """Every piece of running text in them, for those who look for words."""
    for block in blocks:
        match block:
            case Paragraph(runs=runs) | Heading(runs=runs):
                yield text_of(runs)
            case ListBlock(items=items):
                yield from _item_texts(items)
            case Quote(paragraphs=paragraphs):
                yield from map(text_of, paragraphs)
            case Table(rows=rows):
                for row in rows:
                    for cell in row:
                        yield from texts(cell)
            case KeyFacts(facts=facts):
                yield from (text_of(fact.runs) for fact in facts)
            case Box(blocks=inner):
                yield from texts(inner)
            case _:
                pass


def _item_texts(items: Iterable[Item]) -> Iterator[str]:
    for item in items:
        yield text_of(item.runs)
        if item.below:
            yield from _item_texts(item.below.items)
