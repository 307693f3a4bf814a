"""A sheet → .docx: styled, each field in a control and between bookmarks, with what it was made from inside."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from io import BytesIO
from xml.sax.saxutils import escape, quoteattr

import docx
from docx.document import Document
from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Length
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from werkboek_desktop.domain.inline import Run
from werkboek_desktop.domain.shown_prose import LISTS, Line
from werkboek_desktop.interchange.docx.controls import Controls, element
from werkboek_desktop.interchange.docx.look import ANSWER, KIND, LABEL, QUESTION, Numbering, dress
from werkboek_desktop.interchange.origin import Origin, to_properties
from werkboek_desktop.interchange.pieces import Facts, Heading, Picture, Piece, Prose, Question, Sheet, Slot, Table

_PLAIN = "Normal"
_STYLES = {"##": "Heading 2", "###": "Heading 3", ">": "Quote", "-": "List Bullet", "1.": "List Number"} | {
    name: name for name in (_PLAIN, ANSWER)
}
_CUSTOM = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_WIDEST = Cm(15)


def write(sheet: Sheet, origin: Origin) -> bytes:
    """The bytes of the file."""
    document = docx.Document()
    dress(document)
    _Setter(document).set(sheet)
    core = document.core_properties
    core.title = _in_words(sheet.title)
    core.author = core.last_modified_by = core.comments = ""
    core.language = "nl-NL"
    core.created = core.modified = datetime.fromtimestamp(sheet.at, UTC)
    _add_properties(document, to_properties(origin))
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _in_words(title: Slot | str) -> str:
    return title if isinstance(title, str) else "".join(run.text for line in title.lines for run in line.runs)


class _Setter:
    def __init__(self, document: Document) -> None:
        self._document = document
        self._controls = Controls()
        self._numbering = Numbering(document)
        # python-docx looks through all styles for each paragraph
        self._styles = {marker: document.styles[name].style_id for marker, name in _STYLES.items()}

    def set(self, sheet: Sheet) -> None:
        self._own(self._document.add_paragraph(), sheet.kind, KIND)
        if isinstance(sheet.title, str):
            self._own(self._document.add_paragraph(), sheet.title, "Title")
        else:
            self._line(self._document.add_paragraph(style="Title"), sheet.title)
        if sheet.subtitle:
            self._line(self._document.add_paragraph(style="Subtitle"), sheet.subtitle)
        self._own(self._document.add_paragraph(), sheet.how, QUESTION)
        for piece in sheet.pieces:
            self._piece(piece)

    def _piece(self, piece: Piece) -> None:
        match piece:
            case Heading(level, text):
                self._own(self._document.add_paragraph(), text, "Heading 1" if level == 1 else LABEL)
            case Question(text):
                self._own(self._document.add_paragraph(), text, QUESTION)
            case Prose(slot, is_boxed):
                self._prose(slot, ANSWER if is_boxed else _PLAIN)
            case Facts(slots):
                self._table([(Slot("", slot.label, ()), slot) for slot in slots])
            case Table(head, rows):
                self._table(rows, head)
            case Picture(image, alt):
                self._picture(image, alt)

    def _own(self, paragraph: Paragraph, text: str, style: str) -> None:
        paragraph.text = text
        paragraph.style = self._document.styles[style]
        self._controls.own(paragraph._p, text)

    def _prose(self, slot: Slot, plain: str) -> None:
        made: list[BaseOxmlElement] = []
        numbers = ""
        for line in slot.lines or (Line("", 0, ()),):
            paragraph = self._document.add_paragraph()
            paragraph._p.style = self._styles[line.marker or plain]
            if line.marker == "1." and not numbers:
                numbers = self._numbering.numbers()
            if line.marker in LISTS:
                _number(paragraph, numbers if line.marker == "1." else self._numbering.bullets, line.level)
            if line.marker not in LISTS or (line.marker == "-" and not line.level):
                numbers = ""
            self._runs(paragraph, line.runs)
            made.append(paragraph._p)
        self._controls.mark(slot.tag, made[0], made[-1])
        self._controls.around(slot.tag, slot.label, made)

    def _line(self, paragraph: Paragraph, slot: Slot) -> None:
        """A field of one line in its paragraph."""
        for line in slot.lines:
            self._runs(paragraph, line.runs)
        runs = [each for each in paragraph._p if each.tag != qn("w:pPr")] or [paragraph.add_run("")._r]
        self._controls.around(slot.tag, slot.label, runs)
        self._controls.mark(slot.tag, paragraph._p, paragraph._p)

    def _runs(self, paragraph: Paragraph, runs: Iterable[Run]) -> None:
        for run in runs:
            made = paragraph.add_run(run.text)
            made.bold, made.italic = run.bold or None, run.italic or None
            if run.link:
                id_ = self._document.part.relate_to(run.link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
                link = element("w:hyperlink")
                link.set(qn("r:id"), id_)
                made.font.underline = True
                made._r.addprevious(link)
                link.append(made._r)

    def _table(self, rows: Sequence[Sequence[Slot]], head: Sequence[str] = ()) -> None:
        table = self._document.add_table(len(rows) + bool(head), len(rows[0]), "Table Grid")
        for cell, text in zip(table.rows[0].cells if head else (), head, strict=bool(head)):
            self._own(cell.paragraphs[0], text, LABEL)
        if head:
            table.rows[0]._tr.get_or_add_trPr().append(element("w:tblHeader"))
        for row, slots in zip(table.rows[bool(head) :], rows, strict=True):
            for cell, slot in zip(row.cells, slots, strict=True):
                self._cell(cell, slot)
        self._document.add_paragraph()

    def _cell(self, cell: _Cell, slot: Slot) -> None:
        paragraph = cell.paragraphs[0]
        if slot.tag:
            self._line(paragraph, slot)
        else:
            self._own(paragraph, slot.label, LABEL)

    def _picture(self, image: bytes, alt: str) -> None:
        try:
            shape = self._document.add_picture(BytesIO(image))
        except (UnrecognizedImageError, InvalidImageStreamError, UnexpectedEndOfFileError):
            return
        if shape.width > _WIDEST:
            shape.height = Length(shape.height * _WIDEST // shape.width)
            shape.width = _WIDEST
        shape._inline.docPr.set("descr", alt)
        self._controls.own(next(shape._inline.iterancestors(qn("w:p"))), "")


def _number(paragraph: Paragraph, number: str, level: int) -> None:
    properties = element("w:numPr")
    properties.append(element("w:ilvl", str(level)))
    properties.append(element("w:numId", number))
    paragraph._p.get_or_add_pPr().append(properties)


def _add_properties(document: Document, properties: Mapping[str, str]) -> None:
    inside = "".join(
        f'<property fmtid="{_FORMAT_ID}" pid="{pid}" name={quoteattr(name)}>'
        f"<vt:lpwstr>{escape(text)}</vt:lpwstr></property>"
        for pid, (name, text) in enumerate(properties.items(), 2)
    )
    spaces = "http://schemas.openxmlformats.org/officeDocument/2006/"
    xml = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<Properties xmlns="{spaces}custom-properties" xmlns:vt="{spaces}docPropsVTypes">{inside}</Properties>'
    )
    package = document.part.package
    part = Part(PackURI("/docProps/custom.xml"), _CUSTOM, xml.encode(), package)
    package.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)
