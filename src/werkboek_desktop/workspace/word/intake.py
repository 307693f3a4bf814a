"""The intake as a form for a municipality, in Word or as a PDF: empty, or for a case that is here already."""

from collections.abc import Callable, Iterator
from pathlib import Path

from werkboek_desktop.domain import intake, schema
from werkboek_desktop.domain.change import RecordKey, Scope
from werkboek_desktop.domain.fields import Field, Kind
from werkboek_desktop.domain.ids import RecordId, new_record_id
from werkboek_desktop.domain.values import ValueType
from werkboek_desktop.domain.view import RecordView
from werkboek_desktop.interchange.docx import writing
from werkboek_desktop.interchange.origin import Origin
from werkboek_desktop.interchange.pieces import Facts, Heading, Piece, Prose, Question, Slot, Table
from werkboek_desktop.interchange.pieces import Sheet as Document
from werkboek_desktop.publish.leaving import warn_before_leaving
from werkboek_desktop.publish.material import Book, CaseMaterial
from werkboek_desktop.publish.sheet import Desk, Sheet
from werkboek_desktop.saving import save
from werkboek_desktop.workspace.model import Paper
from werkboek_desktop.workspace.word.slots import Slots

TITLE = "Intake: uw praktijkvoorbeeld"
_HOW = (
    "Vul in wat u weet; de rest kan later. {} De schuine vragen helpen u op weg. "
    "Noem geen namen van verdachten, melders of bewoners. {}"
)
HOW = _HOW.format("Schrijf in de vakken: ze groeien mee.", "Sla het document daarna op en mail het terug.")
_HOW_PDF = _HOW.replace("schuine", "grijze").format(
    "Schrijf in de vakken; past het niet, dan schuift de tekst door.",
    "Sla het formulier daarna op en mail het terug. Druk het niet af naar PDF: dan is het niet meer in te lezen.",
)
PDF = ".pdf"
_SPARE, _ROWS = 2, 6
"""How many rows of a table are empty at least, and how many there are all together."""


def save_form(
    out: Path,
    project: str,
    book: Book,
    material: CaseMaterial | None,
    at: int,
    entropy: Callable[[int], bytes],
    *,
    force: bool,
) -> Paper:
    """Makes the form; without a case each that comes back filled makes one. Raises FileExists, NotSaved.

    It is a PDF where the name of the file ends so, else a document of Word.
    """
    desk = Desk(book.lookups, book.today)
    form = _Form(Slots(desk), entropy, material)
    if material:
        warn_before_leaving(form.case, book.today)
    is_pdf = out.suffix.lower() == PDF
    document = Document(form.kind.label, TITLE, None, _HOW_PDF if is_pdf else HOW, tuple(form.pieces()), at)
    origin = Origin(project, form.case.view.id, at, form.slots.made, form.new)
    checks = tuple(check.sentence for check in desk.checks)
    if is_pdf:
        from werkboek_desktop.workspace.word import form_pdf  # ReportLab, which nobody else here needs

        return Paper(out, (*checks, *form_pdf.write(out, document, origin, force=force)))
    save(out, writing.write(document, origin), force=force)
    return Paper(out, checks)


def own_words() -> Iterator[str]:
    """What the program itself writes in a form, beside the words of every document."""
    yield from (TITLE, HOW)
    for name in intake.kinds():
        if kind := schema.kind(name):
            yield from (each for each in (_help(kind), *map(_help, kind.fields)) if each)
            yield from (_called(field) for field in kind.fields)


class _Form:
    """One form on its way out. `new` grows with each record that is not there yet."""

    def __init__(self, slots: Slots, entropy: Callable[[int], bytes], material: CaseMaterial | None) -> None:
        kind = schema.kind(intake.CASE)
        assert kind is not None
        self.kind = kind
        self.slots = slots
        self.new: dict[RecordId, str] = {}
        self._entropy = entropy
        self._owned = material.owned if material else {}
        self.case = slots.desk.sheet(material.case) if material else self._empty(kind, None)

    def pieces(self) -> Iterator[Piece]:
        """What is asked without a number, the parts in the order of theirs, and the items without one."""
        asked, items = intake.fields(self.kind), intake.items(self.kind)
        yield Facts(tuple(self.slots.slot(self.case, field) for field in asked if field.number is None))
        parts: list[Field | Kind] = [*asked, *items]
        for part in sorted((each for each in parts if each.number is not None), key=_number):
            yield from self._part(part) if isinstance(part, Field) else self._rows(part)
        for each in items:
            if each.number is None and not self._sheets(each):
                yield from self._one(each)

    def _part(self, field: Field) -> Iterator[Piece]:
        yield Heading(1, field.label)
        yield Question(_help(field))
        yield Prose(self.slots.slot(self.case, field), is_boxed=True)

    def _rows(self, kind: Kind) -> Iterator[Piece]:
        """A table with what there is, and rows for what there is not."""
        there = self._sheets(kind)
        spare = max(_SPARE, _ROWS - len(there))
        sheets = [*there, *(self._empty(kind, self.case.view.id) for _ in range(spare))]
        asked = intake.fields(kind)
        yield Heading(1, kind.plural)
        yield Question(_help(kind))
        rows = tuple(tuple(self.slots.slot(sheet, field) for field in asked) for sheet in sheets)
        yield Table(tuple(field.label for field in asked), rows)

    def _one(self, kind: Kind) -> Iterator[Piece]:
        """One record of a kind, each field behind its label. Whom we know already, a form does not tell."""
        sheet = self._empty(kind, self.case.view.id)
        yield Heading(1, kind.label)
        yield Question(_help(kind))
        yield Facts(tuple(self._asked(sheet, field) for field in intake.fields(kind)))

    def _asked(self, sheet: Sheet, field: Field) -> Slot:
        slot = self.slots.slot(sheet, field)
        return slot._replace(label=_called(field))

    def _sheets(self, kind: Kind) -> list[Sheet]:
        return self.slots.desk.sheets(self._owned.get(kind.key, ()))

    def _empty(self, kind: Kind, owner: RecordId | None) -> Sheet:
        key = RecordKey(kind.key, owner, new_record_id(self._entropy))
        self.new[key.id] = kind.key
        return self.slots.desk.sheet(RecordView(key, kind.scope or Scope.WORK))


def _called(field: Field) -> str:
    return f"{field.label} (ja of nee)" if field.type is ValueType.BOOLEAN else field.label


def _number(asked: Field | Kind) -> int:
    return asked.number or 0


def _help(asked: Field | Kind) -> str:
    """What helps to answer: the questions, how long an answer is about, and what not to write."""
    questions = asked.questions
    if isinstance(asked, Kind):
        questions = questions or tuple(question for field in intake.fields(asked) for question in field.questions)
    elif asked.words:
        questions = (*questions, _length(asked))
    return " ".join(filter(None, (*questions, asked.help)))


def _length(field: Field) -> str:
    assert field.words is not None
    least, most = field.words
    return f"(Ongeveer {least} tot {most} woorden.)" if least else f"(Hooguit {most} woorden.)"
