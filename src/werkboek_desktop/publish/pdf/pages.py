"""The pages round the text: margins, the line at the top and the foot, and how far the work is."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from werkboek_desktop.publish.blocks import LANGUAGE, Printed, TitlePage, plain
from werkboek_desktop.publish.pdf.flow import OPENING_PAGE, TEXT_PAGE
from werkboek_desktop.publish.pdf.fonts import SERIF
from werkboek_desktop.publish.pdf.look import ACCENT, BOTTOM, HEIGHT, LINE, PAGE_HEIGHT, SIDE, WIDTH
from werkboek_desktop.publish.pdf.paper import Paper
from werkboek_desktop.publish.pdf.setting import Flow, Setting

TITLE_PAGE = "title"
_BAND = 10
_HEADER_Y = PAGE_HEIGHT - 52
_FOOTER_Y = 46
_RUNNING_CHARACTERS = 90
_CREATOR = "Werkboek Desktop"


class Pages(BaseDocTemplate):  # type: ignore[misc] # reportlab has no types
    """One file on its way: its templates, and what it says about itself."""

    def __init__(self, out: BytesIO, printed: Printed, setting: Setting, progress: Callable[[int], None]) -> None:
        first = TITLE_PAGE if isinstance(printed.blocks[0], TitlePage) else OPENING_PAGE
        templates = {
            TITLE_PAGE: self._draw_title_page,
            OPENING_PAGE: self._draw_opening_page,
            TEXT_PAGE: self._draw_text_page,
        }
        super().__init__(
            out,
            pageTemplates=[
                PageTemplate(name, [_frame()], onPage=templates[name])
                for name in sorted(templates, key=lambda name: name != first)
            ],
            lang=LANGUAGE,
            initialFontName=SERIF.regular,
            invariant=1,
            title=printed.title,
            author=printed.author,
            subject=printed.subject,
            creator=_CREATOR,
            pageCompression=1,
        )
        self._printed = printed
        self._setting = setting
        self._progress = progress
        self._set = 0

    def build(self, flow: Flow) -> None:
        """Sets the flow on pages and writes the file."""
        super().build(flow, canvasmaker=Paper)

    def beforeDocument(self) -> None:
        as_of = self._printed.as_of
        self.canv.setDateFormatter(lambda *_: f"D:{as_of:%Y%m%d}000000+00'00'")
        self.canv.setViewerPreference("DisplayDocTitle", "true")
        self.canv.addPageLabel(0, style="ARABIC_NUMBERS", start=1)
        self.canv.showOutline()

    def afterFlowable(self, _flowable: Any) -> None:
        self._set += 1

    def afterPage(self) -> None:
        self._progress(self._set)

    def _draw_title_page(self, canvas: Paper, _pages: Any) -> None:
        canvas.saveState()
        canvas.setFillColor(ACCENT)
        canvas.rect(0, 0, 3 * _BAND, PAGE_HEIGHT, fill=1, stroke=0)
        canvas.restoreState()

    def _draw_opening_page(self, canvas: Paper, _pages: Any) -> None:
        canvas.saveState()
        canvas.setFillColor(ACCENT)
        canvas.rect(0, 0, _BAND, PAGE_HEIGHT, fill=1, stroke=0)
        self._draw_foot(canvas)
        canvas.restoreState()

    def _draw_text_page(self, canvas: Paper, _pages: Any) -> None:
        canvas.saveState()
        self._draw_line(canvas, canvas.chapter, SIDE, _HEADER_Y)
        self._draw_foot(canvas)
        canvas.restoreState()

    def _draw_foot(self, canvas: Paper) -> None:
        canvas.setStrokeColor(LINE)
        canvas.setLineWidth(0.5)
        canvas.line(SIDE, _FOOTER_Y + 18, SIDE + WIDTH, _FOOTER_Y + 18)
        self._draw_line(canvas, self._printed.running, SIDE, _FOOTER_Y)
        page = str(canvas.getPageNumber())
        style = self._setting.styles.note.paragraph
        width = self._setting.fonts.width(page, style.fontName, style.fontSize)
        self._draw_line(canvas, page, SIDE + WIDTH - width, _FOOTER_Y)

    def _draw_line(self, canvas: Paper, text: str, x: float, y: float) -> None:
        short = text if len(text) <= _RUNNING_CHARACTERS else f"{text[: _RUNNING_CHARACTERS - 1].rstrip()}…"
        line = self._setting.text(plain(short), self._setting.styles.note)
        line.wrap(WIDTH, HEIGHT)
        line.drawOn(canvas, x, y)


def _frame() -> Frame:
    return Frame(SIDE, BOTTOM, WIDTH, HEIGHT, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)
