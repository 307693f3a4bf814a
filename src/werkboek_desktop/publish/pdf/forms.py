"""What is filled in: boxes on a page, and the fields of the form that they belong to.

Not by ReportLab's own forms: what stands in those already may have no letters but the plainest.
"""

from typing import Any

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFObjectReference,
    PDFStream,
    PDFString,
    PDFZCompress,
    xObjectName,
)
from reportlab.platypus import Flowable
from reportlab.platypus import Table as Grid

from werkboek_desktop.domain.inline import Run
from werkboek_desktop.publish.blocks import Answer, Answers, Asked, Form, Kept
from werkboek_desktop.publish.pdf.fonts import SANS
from werkboek_desktop.publish.pdf.look import GREY, HEIGHT, WIDTH
from werkboek_desktop.publish.pdf.setting import Flow, Setting

_PADDING = 5.0
_MOST = HEIGHT * 0.75
"""How high a box is at most; in a longer text one scrolls."""
_LABEL_WIDTH = WIDTH * 0.28
_PRINTED, _HIDDEN = 4, 2
_READ_ONLY, _LINES = 1, 1 << 12
_TYPED = "Typed"
_FIRST, _LAST = 32, 255
_INK = "0.114 0.137 0.149 rg"


class Field(Flowable):  # type: ignore[misc] # reportlab has no types
    """Room for one answer, with what stands there already."""

    def __init__(self, answer: Answer, setting: Setting) -> None:
        super().__init__()
        self._answer = answer
        self._style = setting.styles.fact.paragraph
        self._shown: Flow = [
            each
            for line in answer.text.split("\n")
            if line
            for each in setting.paragraphs((Run(line),), setting.styles.fact)
        ]
        self.spaceAfter = 10

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        inside = width - 2 * _PADDING
        heights = [each.wrap(inside, HEIGHT)[1] for each in self._shown]
        spare = self._style.leading if self._answer.lines > 1 else 0
        least = self._answer.lines * self._style.leading
        self.width = width
        self.height = min(max(least, sum(heights) + spare if heights else 0), _MOST) + 2 * _PADDING
        return self.width, self.height

    def draw(self) -> None:
        canvas = self.canv
        canvas.setStrokeColor(GREY)
        canvas.setLineWidth(0.75)
        canvas.rect(0, 0, self.width, self.height)
        x, y = canvas.absolutePosition(0, 0)
        answer = self._answer
        canvas.add_field(
            answer.name,
            answer.text,
            (x, y, x + self.width, y + self.height),
            TU=PDFString(answer.question),
            F=_PRINTED,
            Ff=_LINES if answer.lines > 1 else 0,
            DA=PDFString(f"/{_TYPED} {self._style.fontSize:g} Tf {_INK}"),
            AP=PDFDictionary({"N": self._appearance()}),
        )

    def _appearance(self) -> PDFObjectReference:
        canvas, name = self.canv, f"answer-{self._answer.name}"
        canvas.beginForm(name, 0, 0, self.width, self.height)
        top = self.height - _PADDING
        for each in self._shown:
            top -= each.height
            each.drawOn(canvas, _PADDING, top)
        canvas.endForm()
        return PDFObjectReference(xObjectName(name))


class Hidden(Flowable):  # type: ignore[misc] # reportlab has no types
    """A field that nobody sees; it takes no room."""

    def __init__(self, kept: Kept) -> None:
        super().__init__()
        self._kept = kept

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return 0, 0

    def draw(self) -> None:
        self.canv.add_field(self._kept.name, self._kept.text, (0, 0, 0, 0), F=_HIDDEN, Ff=_READ_ONLY)


def flow(block: Form, setting: Setting) -> Flow:
    """What a part of a form becomes."""
    match block:
        case Asked(help_, answer):
            return [*setting.paragraphs(help_, setting.styles.note), Field(answer, setting)]
        case Answers():
            return [_grid(block, setting)]
        case Kept():
            return [Hidden(block)]


def _grid(block: Answers, setting: Setting) -> Any:
    """Boxes in a grid, as wide as each other, or behind their questions."""
    head = [[setting.line(each, setting.styles.label) for each in block.headers]] if block.headers else []
    fields = [[Field(each, setting) for each in row] for row in block.rows]
    if block.headers:
        widths = [WIDTH / len(block.headers)] * len(block.headers)
        rows = fields
    else:
        widths = [_LABEL_WIDTH, WIDTH - _LABEL_WIDTH]
        labels = [setting.line(row[0].question, setting.styles.fact) for row in block.rows]
        rows = [[label, *row] for label, row in zip(labels, fields, strict=True)]
    return Grid(
        [*head, *rows],
        colWidths=widths,
        repeatRows=len(head),
        spaceBefore=4,
        spaceAfter=12,
        hAlign="LEFT",
        style=[
            ("FONTNAME", (0, 0), (-1, -1), SANS.regular),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 6),
            ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), 2),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
        ],
    )


def form(fields: list[PDFObjectReference], face: Any) -> PDFDictionary:
    """The form that these fields are of; what is typed in them is set in this face."""
    fonts = PDFDictionary({_TYPED: _whole(face)})
    default = PDFString(f"/{_TYPED} 10 Tf {_INK}")
    return PDFDictionary({"Fields": PDFArray(fields), "DA": default, "DR": PDFDictionary({"Font": fonts})})


def _whole(face: Any) -> PDFDictionary:
    """A face with all its letters: nobody knows yet which will be typed."""
    widths = [_width(face, number) for number in range(_FIRST, _LAST + 1)]
    stream = PDFStream(content=face._ttf_data, filters=[PDFZCompress])
    stream.dictionary["Length1"] = len(face._ttf_data)
    descriptor = {
        "Type": PDFName("FontDescriptor"),
        "FontName": PDFName(face.name.decode()),
        "Flags": 32,
        "FontBBox": PDFArray(face.bbox),
        "ItalicAngle": face.italicAngle,
        "Ascent": face.ascent,
        "Descent": face.descent,
        "CapHeight": face.capHeight,
        "StemV": face.stemV,
        "FontFile2": stream,
    }
    return PDFDictionary(
        {
            "Type": PDFName("Font"),
            "Subtype": PDFName("TrueType"),
            "BaseFont": PDFName(face.name.decode()),
            "Encoding": PDFName("WinAnsiEncoding"),
            "FirstChar": _FIRST,
            "LastChar": _LAST,
            "Widths": PDFArray(widths),
            "FontDescriptor": PDFDictionary(descriptor),
        }
    )


def _width(face: Any, number: int) -> float:
    letter = bytes([number]).decode("cp1252", "replace")
    return float(face.charWidths.get(ord(letter), face.defaultWidth))
