"""What a document of a case is made of: plain data, put together by whoever can read the project."""

from typing import NamedTuple

from werkboek_desktop.domain.shown_prose import Line


class Slot(NamedTuple):
    """A field that can be written in: its tag, what it is called, and its text."""

    tag: str
    label: str
    lines: tuple[Line, ...]


class Heading(NamedTuple):
    """A heading of ours; level 1 is a section's."""

    level: int
    text: str


class Question(NamedTuple):
    """What helps to write, in a quiet style."""

    text: str


class Prose(NamedTuple):
    """A field of more lines; in a form there is a box round it."""

    slot: Slot
    is_boxed: bool = False


class Facts(NamedTuple):
    """Short fields under each other, each behind its label."""

    slots: tuple[Slot, ...]


class Table(NamedTuple):
    """Short fields of records: a row each. A cell without a field is empty."""

    head: tuple[str, ...]
    rows: tuple[tuple[Slot, ...], ...]


class Picture(NamedTuple):
    """A picture and what it shows."""

    image: bytes
    alt: str


type Piece = Heading | Question | Prose | Facts | Table | Picture


class Sheet(NamedTuple):
    """The whole document. `kind` stands above the title, `how` below it; `at` is when it was made, in UTC seconds.

    A form's title is our own words, and it has no subtitle.
    """

    kind: str
    title: Slot | str
    subtitle: Slot | None
    how: str
    pieces: tuple[Piece, ...]
    at: int
