"""What a book is made of: plain data, gathered by whoever can read the project."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from werkboek_desktop.domain.view import RecordView


@dataclass(frozen=True, slots=True)
class CaseMaterial:
    """A case and what it owns: by kind, in the order of their places, without deleted ones."""

    case: RecordView
    owned: Mapping[str, tuple[RecordView, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter and the case it tells. `level` is 1 for a chapter at the top, 2 for one below it, and so on."""

    record: RecordView
    case: CaseMaterial | None = None
    level: int = 1
    clearances: tuple[RecordView, ...] = ()

    @property
    def told(self) -> CaseMaterial | None:
        """The case, unless it was deleted."""
        return None if self.case is None or self.case.case.deleted else self.case


@dataclass(frozen=True, slots=True)
class Lookups:
    """What values stand for: the official name of an element of `municipalities`, the bytes of an attachment
    by its SHA-256 (None: not on this computer).
    """

    municipality: Callable[[str], str]
    attachment: Callable[[str], bytes | None]


@dataclass(frozen=True, slots=True)
class Book:
    """The whole book; also a chapter or case on its own is made from it, for its names, terms and colophon.

    `persons`, `terms` and `chapters` are those of the project, without deleted ones; chapters in reading order.
    `app` is the program's version. `as_of` is the day of the newest change: pages are dated by it, so the same
    data gives the same pages. `today` serves the check list alone.
    """

    workbook: RecordView
    persons: tuple[RecordView, ...]
    chapters: tuple[Chapter, ...]
    terms: tuple[RecordView, ...]
    lookups: Lookups
    app: str
    as_of: date
    today: date
