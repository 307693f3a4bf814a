"""Prose as people wrote it → blocks. Whatever is no marker is text, and a text is never markup."""

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import groupby

from werkboek_desktop.domain import inline
from werkboek_desktop.domain.inline import Runs
from werkboek_desktop.domain.text import clean_line, clean_text
from werkboek_desktop.publish.blocks import Cell, Heading, Item, ListBlock, ListStyle, Paragraph, Quote, Role, text_of

HEADING_CHARACTERS = 200
"""What is longer is no heading, whatever stands before it."""

_LINE = re.compile(r"( *)(?:(-|1\.|##|###|>) +)?(.*)")


def runs_of(text: str) -> Runs:
    """One line of prose as runs."""
    return inline.runs_of(clean_line(text))


type _Line = tuple[str, int, Runs]
"""A line's marker, how deep it stands in a list, and its text."""

type Styles = Mapping[str, ListStyle]
"""What a list's marker becomes."""

AS_WRITTEN: Styles = {"-": ListStyle.BULLET, "1.": ListStyle.NUMBER}
TO_TICK: Styles = dict.fromkeys(AS_WRITTEN, ListStyle.CHECK)
TO_ANSWER: Styles = dict.fromkeys(AS_WRITTEN, ListStyle.QUESTION)


type Prosaic = Heading | Paragraph | ListBlock | Quote
"""The blocks that prose can hold."""


def prose_blocks(
    text: str, level: int, anchor: Callable[[], str], role: Role = Role.BODY, styles: Styles = AS_WRITTEN
) -> tuple[Prosaic, ...]:
    """A whole value, below a heading of `level - 1`. `anchor` makes the anchors of its headings."""
    lines = [_line(line) for line in clean_text(text).split("\n") if line.strip()]
    blocks: list[Prosaic] = []
    deeper = False
    for family, group in groupby(lines, lambda line: _FAMILIES.get(line[0], "")):
        if family == "list":
            blocks += _lists(list(group), styles)
        elif family == "quote":
            blocks.append(Quote(tuple(runs for _, _, runs in group)))
        elif family == "heading":
            for marker, _, runs in group:
                blocks.append(_heading(runs, level + (deeper and marker == "###"), anchor, role))
                deeper = deeper or marker == "##"
        else:
            blocks += (Paragraph(runs, role) for _, _, runs in group)
    return tuple(blocks)


_FAMILIES = {"-": "list", "1.": "list", ">": "quote", "##": "heading", "###": "heading"}


def _line(line: str) -> _Line:
    found = _LINE.fullmatch(line)
    if found is None:
        return "", 0, runs_of(line)
    return found[2] or "", int(len(found[1]) > 1), runs_of(found[3])


def _heading(runs: Runs, level: int, anchor: Callable[[], str], role: Role) -> Heading | Paragraph:
    title = text_of(runs)
    if len(title) > HEADING_CHARACTERS:
        return Paragraph(tuple(run._replace(bold=True) for run in runs), role)
    return Heading(level, runs, anchor())


def _lists(lines: list[_Line], styles: Styles) -> Iterator[ListBlock]:
    items: list[tuple[ListStyle, Runs, list[_Line]]] = []
    for line in lines:
        marker, depth, runs = line
        if depth and items:
            items[-1][2].append(line)
        else:
            items.append((styles[marker], runs, []))
    for style, group in groupby(items, lambda item: item[0]):
        yield ListBlock(tuple(Item(runs, _below(below, styles)) for _, runs, below in group), style)


def _below(lines: list[_Line], styles: Styles) -> ListBlock | None:
    if not lines:
        return None
    return ListBlock(tuple(Item(runs) for _, _, runs in lines), styles[lines[0][0]])


def cell_blocks(text: str) -> Cell:
    """A value that stands in a table or a box: paragraphs and lists, no headings."""
    blocks = prose_blocks(text, 1, str)
    return tuple(each for block in blocks for each in _flat(block))


def _flat(block: Prosaic) -> Iterator[Paragraph | ListBlock]:
    match block:
        case Paragraph() | ListBlock():
            yield block
        case Heading(runs=runs):
            yield Paragraph(tuple(run._replace(bold=True) for run in runs))
        case Quote(paragraphs=paragraphs):
            yield from map(Paragraph, paragraphs)


def paragraphs_of(text: str) -> tuple[Runs, ...]:
    """A value as paragraphs alone; the items of a list are paragraphs too."""
    return tuple(runs for block in cell_blocks(text) for runs in _paragraphs(block))


def _paragraphs(block: Paragraph | ListBlock) -> Iterator[Runs]:
    if isinstance(block, Paragraph):
        yield block.runs
        return
    for item in block.items:
        yield item.runs
        if item.below:
            yield from _paragraphs(item.below)
