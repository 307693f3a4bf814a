"""The canvas: it remembers on which page each heading falls, and what the contents asked to know."""

from typing import Any

from reportlab.pdfgen.canvas import Canvas

from werkboek_desktop.publish.blocks import Heading, text_of
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

    def save(self) -> None:
        """Writes the numbers, then the file."""
        for anchor, size in self._asked.items():
            self.beginForm(f"page-of-{anchor}", -_NUMBER_WIDTH, -size, 1, size)
            self.setFont(SANS.regular, size)
            self.setFillColor(INK)
            self.drawRightString(0, 0, str(self._pages[anchor]))
            self.endForm()
        super().save()
