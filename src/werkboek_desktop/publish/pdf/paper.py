"""The canvas: it remembers on which page each heading falls, and what the contents asked to know."""

from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFObjectReference, PDFPage, PDFString
from reportlab.pdfbase.pdfmetrics import getFont
from reportlab.pdfgen.canvas import Canvas

from werkboek_desktop.publish.blocks import Heading, text_of
from werkboek_desktop.publish.pdf import forms
from werkboek_desktop.publish.pdf.fonts import SANS
from werkboek_desktop.publish.pdf.look import INK

_NUMBER_WIDTH = 30


class Paper(Canvas):  # type: ignore[misc] # reportlab has no types
    """Pages whose contents are filled in at the end.

    A line of contents draws a form by its name; the form gets its number when all pages are known. So one pass
    is enough.
    """

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._pages: dict[str, int] = {}
        self._asked: dict[str, float] = {}
        self._fields: list[PDFObjectReference] = []
        self._outline = -1
        self.chapter = ""

    def arrive(self, heading: Heading, top: float) -> None:
        """A heading starts here, `top` points above the origin."""
        self._pages[heading.anchor] = self.getPageNumber()
        self.bookmarkHorizontal(heading.anchor, 0, top)
        self._outline = min(heading.level - 1, self._outline + 1)
        self.addOutlineEntry(text_of(heading.runs) or "–", heading.anchor, self._outline, closed=self._outline > 0)

    def draw_page_of(self, anchor: str, size: float) -> None:
        """Draws the number of the page on which a heading falls; it ends at the origin."""
        self._asked[anchor] = size
        self.doForm(f"page-of-{anchor}")

    def add_field(self, name: str, text: str, area: tuple[float, float, float, float], **more: Any) -> None:
        """A field of a form on this page; `area` is in points from the corner of the page."""
        filled = {"V": PDFString(text)} if text else {}
        field = {
            "Type": PDFName("Annot"),
            "Subtype": PDFName("Widget"),
            "FT": PDFName("Tx"),
            "T": PDFString(name),
            "Rect": PDFArray(area),
            "P": self._doc.thisPageRef(),
        }
        self._addAnnotation(PDFDictionary(field | filled | more), name)
        self._fields.append(self._doc.refAnnotation(name))

    def _setAnnotations(self, page: Any) -> None:
        """The tab key goes through the fields by the row, as one reads."""
        super()._setAnnotations(page)
        if isinstance(page, PDFPage):
            page.__NoDefault__ = [*page.__NoDefault__, "Tabs"]
            page.Tabs = PDFName("R")

    def save(self) -> None:
        """Writes the numbers, then the file."""
        if self._fields:
            self._doc._catalog.AcroForm = forms.form(self._fields, getFont(SANS.regular).face)
        for anchor, size in self._asked.items():
            self.beginForm(f"page-of-{anchor}", -_NUMBER_WIDTH, -size, 1, size)
            self.setFont(SANS.regular, size)
            self.setFillColor(INK)
            self.drawRightString(0, 0, str(self._pages[anchor]))
            self.endForm()
        super().save()
