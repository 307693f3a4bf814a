"""The border between a project and paper: what may be printed of a record, and what a person must know first."""

from collections.abc import Iterable
from datetime import date
from itertools import count

from werkboek_desktop.domain import careful, schema
from werkboek_desktop.domain.fields import Field, Surface
from werkboek_desktop.domain.text import clean_line
from werkboek_desktop.domain.titles import title
from werkboek_desktop.domain.values import Value
from werkboek_desktop.domain.view import RecordView, Status
from werkboek_desktop.publish.blocks import Cell, Check, Heading, Paragraph, Role, plain
from werkboek_desktop.publish.material import Lookups
from werkboek_desktop.publish.prose import AS_WRITTEN, Prosaic, Styles, cell_blocks, prose_blocks
from werkboek_desktop.publish.words import words

_TITLE_CHARACTERS = 60


class Desk:
    """Where blocks are made: it counts anchors, and keeps the check list and the names of who made the pictures."""

    def __init__(self, lookups: Lookups, today: date) -> None:
        self.lookups = lookups
        self.today = today
        self.checks: list[Check] = []
        self.credits: list[str] = []
        self._numbers = count(1)

    def anchor(self) -> str:
        """The next anchor of a heading."""
        return f"kop-{next(self._numbers)}"

    def heading(self, level: int, text: str) -> Heading:
        """A heading of our own words, or of a line of text."""
        return Heading(level, plain(text), self.anchor())

    def sheet(self, view: RecordView) -> "Sheet":
        """What may be printed of a record."""
        return Sheet(view, self)

    def sheets(self, views: Iterable[RecordView]) -> "list[Sheet]":
        """The same of several; what was deleted is not on paper."""
        return [self.sheet(view) for view in views if not view.deleted]


class Sheet:
    """A record as paper may show it: it gives out no field that the schema keeps from print."""

    def __init__(self, view: RecordView, desk: Desk) -> None:
        self.view = view
        self._desk = desk

    @property
    def fields(self) -> tuple[Field, ...]:
        """The fields that may be printed, in order; none of a kind from a newer program."""
        kind = schema.kind(self.view.key.kind)
        return tuple(field for field in kind.fields if Surface.PRINT in field.appears) if kind else ()

    def has(self, name: str) -> bool:
        """Whether this kind has such a field."""
        return schema.field(self.view.key.kind, name) is not None

    def value(self, name: str) -> Value:
        """The value that is printed; of a conflict one variant, and the check list says so.

        Raises:
            ValueError: this field is never printed.
        """
        if Surface.PRINT not in self._field(name).appears:
            raise ValueError(f"{name} of {self.view.key.kind} is never printed")
        view = self.view.fields.get(name)
        if view is None:
            return None
        if view.status is Status.CONFLICT:
            label = self._field(name).label
            self.warn(name, f"van ‘{label}’ zijn er twee versies; een daarvan staat in de PDF")
        return careful.for_print(view)

    def decides(self, name: str) -> Value:
        """The value of a field that decides about leaving the room; of a conflict the most careful one."""
        view = self.view.fields.get(name)
        if view and view.status is Status.CONFLICT:
            self.warn(name, f"van ‘{self._field(name).label}’ zijn er twee versies; de voorzichtigste telt")
        return careful.most_careful(self.view.key.kind, name, view)

    def words(self, name: str) -> str:
        """The value on one line; prose has `prose` and `cell`."""
        return words(self._field(name), self.value(name), self._desk.lookups)

    def text(self, name: str) -> str:
        """The value of a prose field."""
        return str(self.value(name) or "")

    def prose(self, name: str, level: int, role: Role = Role.BODY, styles: Styles = AS_WRITTEN) -> tuple[Prosaic, ...]:
        """Prose as blocks below a heading of `level - 1`."""
        return prose_blocks(self.text(name), level, self._desk.anchor, role, styles)

    def cell(self, field: Field) -> Cell:
        """A value as it stands in a table."""
        if field.type == "prose":
            return cell_blocks(self.text(field.key))
        runs = plain(self.words(field.key))
        return (Paragraph(runs),) if runs else ()

    def warn(self, field: str, what: str) -> None:
        """Puts a line on the check list, once."""
        check = Check(self.view.id, field, f"{self.name}: {what}.")
        if check not in self._desk.checks:
            self._desk.checks.append(check)

    @property
    def name(self) -> str:
        """What the check list calls the record."""
        kind = schema.kind(self.view.key.kind)
        if kind is None:
            return self.view.key.kind
        values = {name: careful.for_print(view) for name, view in self.view.fields.items() if name in kind.title}
        called = clean_line(title(kind, values))
        short = called if len(called) <= _TITLE_CHARACTERS else f"{called[:_TITLE_CHARACTERS]}…"
        return f"{kind.label} ‘{short}’" if short else kind.label

    def _field(self, name: str) -> Field:
        field = schema.field(self.view.key.kind, name)
        if field is None:
            raise ValueError(f"no field {name} of {self.view.key.kind}")
        return field
