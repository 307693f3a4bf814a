"""Blocks → what ReportLab sets on pages, in the same order."""

from io import BytesIO
from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, NextPageTemplate, PageBreak, Spacer
from reportlab.platypus import Image as SetImage
from reportlab.platypus import Paragraph as SetText
from reportlab.platypus import Table as SetTable

from werkboek_desktop.publish.blocks import (
    Answers,
    Asked,
    Block,
    Box,
    Contents,
    Figure,
    Heading,
    Kept,
    KeyFacts,
    ListBlock,
    Opening,
    Paragraph,
    Quote,
    Role,
    Table,
    TitlePage,
    plain,
    text_of,
)
from werkboek_desktop.publish.pdf import forms, tables
from werkboek_desktop.publish.pdf.drawn import Anchor, Entry, Running
from werkboek_desktop.publish.pdf.look import HEIGHT, WIDTH
from werkboek_desktop.publish.pdf.pictures import prepared
from werkboek_desktop.publish.pdf.setting import Flow, Setting

OPENING_PAGE = "opening"
TEXT_PAGE = "text"
_PICTURE_HEIGHT = 92 * mm
_LINES_BELOW_HEADING = 3
_ENTRY_INDENT = 14
_WHOLE_TABLE = 0.22
"""Up to this part of a page a table, box or quote is not divided."""
_WHOLE = (Figure, KeyFacts, Box, Asked)
_KEPT_TOGETHER = (Figure, Table, KeyFacts, Box, Quote, Asked, Answers)


class Setter:
    """Sets the blocks of one file, one after the other."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._styles = setting.styles
        self._waiting: Flow = []
        self._is_first = True

    def flow(self, block: Block) -> Flow:
        """What a block becomes. A heading waits for what comes below it, so that the two stay together."""
        if isinstance(block, Heading):
            self._waiting += self._heading(block)
            return []
        waiting, self._waiting = self._waiting, []
        made = self._block(block)
        self._is_first = False
        if isinstance(block, Opening | TitlePage) or not (waiting or isinstance(block, _KEPT_TOGETHER)):
            return [*waiting, *made]
        room = sum(map(_height, waiting)) + _start_height(made, whole=isinstance(block, _WHOLE))
        return [CondPageBreak(min(room, HEIGHT * 0.7)), *waiting, *made]

    def rest(self) -> Flow:
        """The heading below which nothing came."""
        return self._waiting

    def _block(self, block: Block) -> Flow:
        setting = self._setting
        match block:
            case Paragraph():
                return setting.paragraphs(block.runs, self._paragraph_style(block.role))
            case ListBlock():
                return [*setting.items(block, self._styles.items), Spacer(0, 4)]
            case Table():
                return [tables.grid(block, setting)]
            case KeyFacts():
                return [tables.facts(block, setting)]
            case Quote():
                return [self._quote(block)]
            case Figure():
                return self._figure(block)
            case Box():
                return [tables.box([each for inner in block.blocks for each in self._inside(inner)])]
            case Opening():
                return self._opening(block)
            case Contents():
                return self._contents(block)
            case TitlePage():
                return self._title_page(block)
            case Heading():
                return self._heading(block)
            case Asked() | Answers() | Kept():
                return forms.flow(block, setting)

    def _inside(self, block: Block) -> Flow:
        if isinstance(block, Heading):
            return [self._setting.text(block.runs, self._styles.heading(3))]
        return [each for each in self._block(block) if not isinstance(each, Spacer)]

    def _paragraph_style(self, role: Role) -> Any:
        styles = self._styles
        return {Role.BODY: styles.body, Role.LEAD: styles.lead, Role.SCENE: styles.scene, Role.NOTE: styles.note}[role]

    def _heading(self, heading: Heading) -> Flow:
        style = self._styles.heading(heading.level)
        return [Anchor(heading, style.before), self._setting.text(heading.runs, style)]

    def _opening(self, opening: Opening) -> Flow:
        break_ = [] if self._is_first else [NextPageTemplate(OPENING_PAGE), PageBreak()]
        title = self._setting.text(opening.heading.runs, self._styles.title)
        return [
            *break_,
            NextPageTemplate(TEXT_PAGE),
            Running(text_of(opening.heading.runs)),
            Anchor(opening.heading, 0),
            *([self._setting.line(opening.kicker, self._styles.kicker)] if opening.kicker else []),
            title,
            *([self._setting.text(opening.subtitle, self._styles.subtitle)] if opening.subtitle else []),
            Spacer(0, 6),
        ]

    def _title_page(self, page: TitlePage) -> Flow:
        return [
            Spacer(0, HEIGHT * 0.3),
            self._setting.line(page.title, self._styles.book_title),
            *([self._setting.line(page.subtitle, self._styles.book_subtitle)] if page.subtitle else []),
            self._setting.line(page.note, self._styles.note),
        ]

    def _contents(self, contents: Contents) -> Flow:
        title = self._heading(contents.title)
        top = min((entry.level for entry in contents.entries), default=1)
        entries = [self._entry(entry, entry.level - top) for entry in contents.entries]
        if contents.title.level > 1:
            return [*title, *entries, Spacer(0, 12)]
        return [NextPageTemplate(OPENING_PAGE), PageBreak(), NextPageTemplate(TEXT_PAGE), *title, *entries]

    def _entry(self, heading: Heading, depth: int) -> Entry:
        style = self._styles.entries[heading.level > 1]
        return Entry(heading, self._setting.text(heading.runs, style), _ENTRY_INDENT * depth)

    def _quote(self, quote: Quote) -> Any:
        style = self._styles.quote if quote.attribution else self._styles.said
        paragraphs = [each for runs in quote.paragraphs for each in self._setting.paragraphs(runs, style)]
        attribution = [self._setting.line(quote.attribution, self._styles.attribution)] if quote.attribution else []
        return tables.aside([*paragraphs, *attribution])

    def _figure(self, figure: Figure) -> Flow:
        picture = prepared(figure.image)
        scale = min(1.0, WIDTH / picture.width, _PICTURE_HEIGHT / picture.height)
        image = SetImage(BytesIO(picture.data), picture.width * scale, picture.height * scale, hAlign="LEFT")
        credit = plain(f"{' ' if figure.caption else ''}Beeld: {figure.credit}") if figure.credit else ()
        caption = (*figure.caption, *credit)
        return [
            Spacer(0, 8),
            image,
            *(self._setting.paragraphs(caption, self._styles.caption) if caption else [Spacer(0, 12)]),
        ]


def _height(flowable: Any) -> float:
    return float(flowable.wrap(WIDTH, HEIGHT)[1] + flowable.getSpaceBefore() + flowable.getSpaceAfter())


def _start_height(flow: Flow, *, whole: bool) -> float:
    """How much room a flow asks for at least, so that its start does not stand alone at the foot of a page."""
    if whole:
        return sum(map(_height, flow))
    first = flow[0]
    height = _height(first)
    if isinstance(first, SetTable) and height > HEIGHT * _WHOLE_TABLE:
        return float(sum(first._rowHeights[: first.repeatRows + 1]))
    if isinstance(first, SetText):
        return min(height, _LINES_BELOW_HEADING * float(first.style.leading))
    return height
