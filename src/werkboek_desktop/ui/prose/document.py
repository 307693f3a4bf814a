"""Prose in a QTextDocument: a block a line. Its marker is the block's format, emphasis and links its characters'.

Qt's own Markdown changes nine of ten documents; this pair changes none (decision 0080).
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import cast

from PySide6.QtGui import (
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFragment,
    QTextList,
    QTextListFormat,
)

from werkboek_desktop.domain.inline import Run
from werkboek_desktop.domain.shown_prose import LISTS, NESTED, Line
from werkboek_desktop.ui.theme.look import line_height, theme

BOLD = QFont.Weight.DemiBold
"""The weight that the reading letter has."""
_QUOTE = QTextFormat.Property.BlockQuoteLevel
_STYLES = {"-": QTextListFormat.Style.ListDisc, "1.": QTextListFormat.Style.ListDecimal}
_MARKERS = {style: marker for marker, style in _STYLES.items()}
_LEVELS = {"##": 2, "###": 3}


def fill(document: QTextDocument, lines: Sequence[Line], begun: Callable[[], object] = lambda: None) -> None:
    """Makes these lines all that stands in the document: made anew in one edit, Qt lays it out in steps.

    `begun`: a caret that is put at the start now stays there. One that was taken along would have all laid out.
    """
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    document.clear()
    cursor.insertText(" ")
    begun()
    for number, line in enumerate(lines):
        if number:
            cursor.insertBlock(QTextBlockFormat(), QTextCharFormat())
        shape(cursor, line.marker, line.level)
        for run in line.runs:
            cursor.insertText(run.text, format_of(run))
    cursor.setPosition(0)
    cursor.setPosition(1, QTextCursor.MoveMode.KeepAnchor)  # deleteChar takes an accent along that a text begins with
    cursor.removeSelectedText()
    cursor.endEditBlock()


def shape(cursor: QTextCursor, marker: str, level: int = 0) -> None:
    """Gives the block of the cursor a marker; an item goes on with the list before it."""
    block = cursor.block()
    if found := _list_of(block):
        found.remove(block)
    form = QTextBlockFormat()
    form.setLineHeight(line_height("prose"), QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    form.setBottomMargin(theme().space(4 if marker in LISTS else 8))
    if marker in _LEVELS:
        form.setHeadingLevel(_LEVELS[marker])
    if marker == ">":
        form.setProperty(_QUOTE, 1)
        form.setLeftMargin(theme().space(16))
    cursor.setBlockFormat(form)
    if marker in LISTS:
        _join(cursor, marker, level)


def _join(cursor: QTextCursor, marker: str, level: int) -> None:
    before = cursor.block().previous()
    while before.isValid() and (found := _list_of(before)):
        if marker_of(before) == (marker, level):
            found.add(cursor.block())
            return
        if marker_of(before)[1] <= level:
            break
        before = before.previous()
    form = QTextListFormat()
    form.setStyle(_STYLES[marker])
    form.setIndent(level + 1)
    cursor.createList(form)


def format_of(run: Run) -> QTextCharFormat:
    """How the characters of a run are told apart."""
    made = QTextCharFormat()
    if run.bold:
        made.setFontWeight(BOLD)
    if run.italic:
        made.setFontItalic(True)
    if run.link:
        made.setAnchor(True)
        made.setAnchorHref(run.link)
    return made


def lines_of(document: QTextDocument) -> Iterator[Line]:
    """What stands in the document."""
    block = document.begin()
    while block.isValid():
        yield line_of_block(block)
        block = block.next()


def lines_between(cursor: QTextCursor) -> Iterator[Line]:
    """What somebody chose; a paragraph that is not chosen from its start comes without its marker."""
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    block = cursor.document().findBlock(start)
    while block.isValid() and block.position() <= end:
        marker, level = marker_of(block) if start <= block.position() else ("", 0)
        yield Line(marker, level, tuple(_runs(block, start, end)))
        block = block.next()


def line_of_block(block: QTextBlock) -> Line:
    """What stands in a block."""
    return Line(*marker_of(block), tuple(_runs(block, block.position(), block.position() + block.length())))


def marker_of(block: QTextBlock) -> tuple[str, int]:
    """The marker of a block and how deep it stands in a list."""
    if found := _list_of(block):
        return _MARKERS.get(found.format().style(), "-"), min(found.format().indent() - 1, NESTED)
    form = block.blockFormat()
    if form.headingLevel():
        return ("##" if form.headingLevel() <= 2 else "###"), 0
    return (">" if form.property(_QUOTE) else ""), 0


def heading_of(block: QTextBlock) -> int:
    """1 of a heading, 2 of one below that, else 0."""
    level = block.blockFormat().headingLevel()
    return min(max(level - 1, 1), 2) if level else 0


def _list_of(block: QTextBlock) -> QTextList | None:
    return block.textList()


def units(text: str, at: int) -> int:
    """Where Qt counts a place in a text: in UTF-16, where an emoji counts double."""
    return at if text.isascii() else len(text[:at].encode("utf-16-le", "surrogatepass")) // 2


def points(text: str, at: int) -> int:
    """A place in a text that Qt counted, as Python counts; what lies outside it is its start or end."""
    if at <= 0 or text.isascii():
        return max(0, min(at, len(text)))
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * at].decode("utf-16-le", "ignore"))


def fragments(block: QTextBlock) -> Iterator[QTextFragment]:
    """The stretches of a block whose characters have one format."""
    for each in cast("Iterable[QTextBlock.iterator]", block):
        yield each.fragment()


def _runs(block: QTextBlock, start: int, end: int) -> Iterator[Run]:
    for part in fragments(block):
        form, at = part.charFormat(), part.position()
        text = part.text()
        chosen = text[points(text, start - at) : points(text, end - at)]
        yield Run(chosen, form.fontWeight() >= BOLD, form.fontItalic(), form.anchorHref())
