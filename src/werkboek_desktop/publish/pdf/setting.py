"""Runs and lists → paragraphs in a style."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from typing import Any

from reportlab.platypus import Paragraph as SetText

from werkboek_desktop.domain.inline import Runs
from werkboek_desktop.publish.blocks import Item, ListBlock, ListStyle, plain
from werkboek_desktop.publish.pdf.drawn import Room
from werkboek_desktop.publish.pdf.fonts import Fonts
from werkboek_desktop.publish.pdf.look import Style, Styles
from werkboek_desktop.publish.pdf.markup import in_pieces, markup

type Flow = list[Any]
"""What ReportLab sets on a page, in order."""

_SIGNS: Mapping[ListStyle, str] = {ListStyle.BULLET: "•", ListStyle.CHECK: "☐"}


class Setting:
    """Sets text in the faces and styles of one file."""

    def __init__(self, fonts: Fonts) -> None:
        self.fonts = fonts
        self.styles = Styles(fonts)

    def text(self, runs: Runs, style: Style, sign: str | None = None) -> Any:
        """One paragraph, with a sign before it in a list."""
        return SetText(markup(runs, style, self.fonts), style.paragraph, bulletText=sign)

    def line(self, text: str, style: Style) -> Any:
        """The same of plain text."""
        return self.text(plain(text), style)

    def paragraphs(self, runs: Runs, style: Style, sign: str | None = None) -> Flow:
        """A paragraph, or several where it is a giant."""
        first, *rest = in_pieces(runs)
        return [self.text(first, style, sign), *(self.text(piece, style) for piece in rest)]

    def items(self, block: ListBlock, styles: Sequence[Style]) -> Flow:
        """A list in a style for each depth."""
        return list(self._items(block, styles, 0))

    def _items(self, block: ListBlock, styles: Sequence[Style], depth: int) -> Iterator[Any]:
        for item, sign in zip(block.items, _signs(block.style, depth), strict=False):
            yield from self._item(item, sign, styles, depth)
            if block.style is ListStyle.QUESTION:
                yield Room(styles[depth].paragraph.leftIndent)

    def _item(self, item: Item, sign: str, styles: Sequence[Style], depth: int) -> Iterator[Any]:
        yield from self.paragraphs(item.runs, styles[depth], sign)
        if item.below:
            yield from self._items(item.below, styles, min(depth + 1, len(styles) - 1))


def _signs(style: ListStyle, depth: int) -> Iterator[str]:
    sign = "–" if depth and style is ListStyle.BULLET else _SIGNS.get(style)
    return (sign or f"{number}." for number in count(1))
