"""How pages look: sizes in points, colours, styles. Text has a contrast of at least 4.5 : 1 where it stands."""

from dataclasses import dataclass, replace
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from werkboek_desktop.publish.pdf.fonts import SANS, SERIF, Family, Fonts

PAGE_WIDTH, PAGE_HEIGHT = A4
SIDE = 32 * mm
TOP = 30 * mm
BOTTOM = 28 * mm
WIDTH = PAGE_WIDTH - 2 * SIDE
HEIGHT = PAGE_HEIGHT - TOP - BOTTOM

INK = "#1D2326"
GREY = "#52595D"
ACCENT = "#0B5D6E"
LINE = "#DFDBD3"
TINT = "#F2F0EB"
TINT_ACCENT = "#E6EFF1"
REPRESSIVE = "#3D4A97"
PREVENTIVE = "#4D6B12"


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style, the family its runs are set in, and whether all of it is bold or italic.

    `before`: the white space above a heading, which its anchor makes.
    """

    family: Family
    bold: bool
    italic: bool
    paragraph: ParagraphStyle
    before: float = 0


class Styles:
    """Every style of a page."""

    def __init__(self, fonts: Fonts) -> None:
        self._fonts = fonts
        self.body = self._style(SERIF, 10.5, 15.5, after=7)
        self.lead = self._style(SERIF, 12.5, 18, after=8)
        self.scene = self._style(SERIF, 11.5, 17, after=10, italic=True, colour=GREY, indent=14)
        self.note = self._style(SANS, 9, 13, after=5, colour=GREY)
        self.kicker = self._style(SANS, 9.5, 12, after=8, bold=True, colour=ACCENT)
        self.title = self._style(SERIF, 26, 31, after=6, bold=True)
        self.subtitle = self._style(SERIF, 14, 20, after=14, italic=True, colour=GREY)
        self.headings = (
            replace(self._style(SERIF, 20, 25, after=8, bold=True), before=22),
            replace(self._style(SANS, 14, 18, after=5, bold=True, colour=ACCENT), before=17),
            replace(self._style(SANS, 11.5, 15, after=4, bold=True), before=11),
            replace(self._style(SANS, 10.5, 14, after=3, bold=True, colour=GREY), before=9),
        )
        self.items = tuple(self._style(SERIF, 10.5, 15.5, after=3, indent=16 * depth, bullet=True) for depth in (1, 2))
        self.cell = self._style(SANS, 9, 12.5, hyphens=True)
        self.cell_items = tuple(self._style(SANS, 9, 12.5, after=1, indent=11 * depth, bullet=True) for depth in (1, 2))
        self.header_cell = self._style(SANS, 9, 12, bold=True, colour=ACCENT)
        self.label = self._style(SANS, 8.5, 11, after=1, colour=GREY)
        self.fact = self._style(SANS, 10, 13.5)
        self.quote = self._style(SERIF, 13.5, 19, after=4, italic=True, colour=ACCENT)
        self.said = self._style(SERIF, 10.5, 15.5, after=4, italic=True)
        self.attribution = self._style(SANS, 9, 12, colour=GREY)
        self.caption = self._style(SANS, 9, 12.5, before=5, after=12, colour=GREY)
        self.entries = (
            self._style(SERIF, 11.5, 15, before=7, after=2, bold=True),
            self._style(SANS, 10, 13, before=1, after=1, colour=INK),
        )
        self.book_title = self._style(SERIF, 34, 40, after=14, bold=True)
        self.book_subtitle = self._style(SERIF, 17, 24, after=18, italic=True, colour=GREY)

    def heading(self, level: int) -> Style:
        """The style of a heading; those below the fourth level look like it."""
        return self.headings[min(level, len(self.headings)) - 1]

    def _style(
        self,
        family: Family,
        size: float,
        leading: float,
        *,
        before: float = 0,
        after: float = 0,
        bold: bool = False,
        italic: bool = False,
        colour: str = INK,
        indent: float = 0,
        bullet: bool = False,
        hyphens: bool = False,
    ) -> Style:
        face = self._fonts.face(family.face(bold=bold, italic=italic))
        more: dict[str, Any] = {"bulletIndent": indent - 13} if bullet else {}
        paragraph = ParagraphStyle(
            f"{face}-{size}",
            fontName=face,
            fontSize=size,
            leading=leading,
            spaceBefore=before,
            spaceAfter=after,
            textColor=colour,
            leftIndent=indent,
            bulletFontName=face,
            bulletFontSize=size,
            allowWidows=0,
            allowOrphans=0,
            embeddedHyphenation=hyphens,
            **more,
        )
        return Style(family, bold, italic, paragraph)
