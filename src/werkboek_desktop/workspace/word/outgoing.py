"""A case as a document that people without the program write in; it knows what it was made from."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from werkboek_desktop.domain import schema
from werkboek_desktop.domain.change import Scope
from werkboek_desktop.domain.fields import Field, Surface
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.kinds.sections import BOTTLENECKS, SECTION_OPTIONS
from werkboek_desktop.domain.values import ValueType
from werkboek_desktop.interchange.docx.writing import write
from werkboek_desktop.interchange.origin import Origin, tag_of
from werkboek_desktop.interchange.pieces import Facts, Heading, Picture, Piece, Prose, Question, Table
from werkboek_desktop.interchange.pieces import Sheet as Document
from werkboek_desktop.publish.cases import FOLLOWS
from werkboek_desktop.publish.leaving import fields, may_leave, warn_before_leaving
from werkboek_desktop.publish.material import Book, CaseMaterial
from werkboek_desktop.publish.sheet import Desk, Sheet
from werkboek_desktop.saving import save
from werkboek_desktop.workspace.model import Paper
from werkboek_desktop.workspace.word.slots import Slots

HOW = (
    "Schrijf gerust in dit document: verbeter, vul aan, zet opmerkingen in de kantlijn. De schuine vragen helpen en "
    "worden niet gedrukt. Stuur het daarna terug; uw wijzigingen komen dan naast die van anderen te staan."
)
_TITLES = ("title", "subtitle")
_APART = {ValueType.ATTACHMENT, ValueType.REFERENCE, ValueType.PLACE}
_BOTTLENECK = "bottleneck"
_ENDS = ("quote", "image", "document", "source", "contact")


def save_case(out: Path, project: str, book: Book, material: CaseMaterial, at: int, *, force: bool) -> Paper:
    """Makes the document, all of it or nothing; raises FileExists, NotSaved."""
    desk = Desk(book.lookups, book.today)
    sheet = desk.sheet(material.case)
    warn_before_leaving(sheet, book.today)
    slots = Slots(desk)
    document = _Case(slots, sheet, material).document(at)
    save(out, write(document, Origin(project, material.case.id, at, slots.made)), force=force)
    return Paper(out, tuple(check.sentence for check in desk.checks))


class _Case:
    """One case on its way out."""

    def __init__(self, slots: Slots, case: Sheet, material: CaseMaterial) -> None:
        self._desk = slots.desk
        self._slots = slots
        self._case = case
        self._owned = material.owned

    def document(self, at: int) -> Document:
        kind = schema.kind("case")
        title, subtitle = (self._slots.slot(self._case, _field("case", name)) for name in _TITLES)
        return Document(kind.label if kind else "", title, subtitle, HOW, tuple(self._pieces()), at)

    def _pieces(self) -> Iterator[Piece]:
        sections = {option.key for option in SECTION_OPTIONS}
        rest = [field for field in _shown(self._case) if field.key not in {*_TITLES, *sections}]
        yield Facts(tuple(self._slots.slot(self._case, field) for field in rest if field.type is not ValueType.PROSE))
        for key in sections_in_order():
            yield from self._records(_BOTTLENECK) if key == BOTTLENECKS else self._section(_field("case", key))
        for field in rest:
            if field.type is ValueType.PROSE:
                yield from self._section(field)
        for kind in _ENDS:
            yield from self._records(kind)

    def _section(self, field: Field) -> Iterator[Piece]:
        yield Heading(1, field.label)
        if field.questions:
            yield Question(" ".join(field.questions))
        yield Prose(self._slots.slot(self._case, field))
        if kind := FOLLOWS.get(field.key):
            yield from self._records(kind)

    def _records(self, kind_name: str) -> Iterator[Piece]:
        kind = schema.kind(kind_name)
        sheets = [sheet for sheet in self._desk.sheets(self._owned.get(kind_name, ())) if self._goes(sheet)]
        if kind is None or not sheets:
            return
        yield Heading(1, kind.plural)
        if kind.questions:
            yield Question(" ".join(kind.questions))
        if any(field.type in {ValueType.PROSE, ValueType.ATTACHMENT} for field in sheets[0].fields):
            for number, sheet in enumerate(sheets, 1):
                yield Heading(2, f"{kind.label} {number}")
                yield from self._record(sheet)
        else:
            yield self._table(sheets)

    def _record(self, sheet: Sheet) -> Iterator[Piece]:
        if sheet.has("file") and sheet.view.key.kind == "image":
            image = self._desk.lookups.attachment(str(sheet.value("file") or ""))
            if image:
                yield Picture(image, sheet.words("alt"))
        short = [self._slots.slot(sheet, field) for field in _shown(sheet) if field.type is not ValueType.PROSE]
        for field in _shown(sheet):
            if field.type is ValueType.PROSE:
                yield Heading(2, field.label)
                yield Prose(self._slots.slot(sheet, field))
        if short:
            yield Facts(tuple(short))

    def _table(self, sheets: Sequence[Sheet]) -> Table:
        columns = _shown(sheets[0])
        rows = tuple(tuple(self._slots.slot(sheet, field) for field in columns) for sheet in sheets)
        return Table(tuple(field.label for field in columns), rows)

    def _goes(self, sheet: Sheet) -> bool:
        if may_leave(sheet):
            return True
        if sheet.view.key.kind == "quote":
            sheet.warn("text_authorised_on", "staat niet in het document, want er is geen akkoord op de tekst")
        return False


def sections_in_order() -> tuple[str, ...]:
    """The keys of the sections of a case, that of the bottlenecks among them."""
    return tuple(option.key for option in SECTION_OPTIONS)


def kinds() -> frozenset[str]:
    """The kinds of records that such a document shows."""
    return frozenset({"case", _BOTTLENECK, *FOLLOWS.values(), *_ENDS})


def own_words() -> Iterator[str]:
    """All that the program itself may write in such a document."""
    yield HOW
    for name in ("case", *schema.owned_kinds("case")):
        kind = schema.kind(name)
        if kind:
            yield from (kind.label, kind.plural, " ".join(kind.questions))
            for field in kind.fields:
                yield from (field.label, " ".join(field.questions))


def headings(case: RecordId) -> dict[str, str]:
    """The tag of each text of a case by the heading above it."""
    sections = [_field("case", key) for key in sections_in_order() if key != BOTTLENECKS]
    return {field.label: tag_of(case, field.key) for field in sections}


def headings_of_people(case: RecordId) -> dict[str, str]:
    """The kinds of people's data that a document shows, by the heading above them, as if they were texts of a case."""
    found = [kind for name in _ENDS if (kind := schema.kind(name)) and kind.scope is Scope.PEOPLE]
    return {heading: tag_of(case, kind.key) for kind in found for heading in (kind.label, kind.plural)}


def holds(field: Field) -> bool:
    """Whether a document can have this field."""
    return Surface.PRINT in field.appears and field.type not in _APART


def _shown(sheet: Sheet) -> tuple[Field, ...]:
    return tuple(field for field in fields(sheet) if holds(field))


def _field(kind: str, name: str) -> Field:
    field = schema.field(kind, name)
    if field is None:
        raise ValueError(f"no field {name} of {kind}")
    return field
