"""Tables, facts and boxes: whatever stands in a grid or on a tint."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from reportlab.platypus import Table as Grid

from werkboek_desktop.domain.inline import Run
from werkboek_desktop.domain.workflow import Balance
from werkboek_desktop.publish.blocks import Cell, Fact, KeyFacts, Paragraph, Table, text_of, texts
from werkboek_desktop.publish.pdf.drawn import Scales
from werkboek_desktop.publish.pdf.fonts import SANS
from werkboek_desktop.publish.pdf.look import ACCENT, LINE, TINT, TINT_ACCENT, WIDTH
from werkboek_desktop.publish.pdf.setting import Flow, Setting

_PADDING = 6.0
_WORD_SHARE = 0.4
_SHORT_FACT = 40
# A line may break behind a slash between two long words, as in our own lists.
_SLASH = re.compile(r"(?<=\w{5})/(?=[\w-]{5})")
_LEAST_ROW = 40
# What is longer needs all the room there is, whatever its width.
_LONGEST = 400
_BREAKS = re.compile(rf" |(?<=-)|{_SLASH.pattern}")
_PANEL_PADDING = 12.0
# Cells without text would ask for Helvetica.
_FONT = ("FONTNAME", (0, 0), (-1, -1), SANS.regular)


def grid(table: Table, setting: Setting) -> Any:
    """A table whose header comes back on every page; a row that is too high for a page goes on on the next."""
    header = [[setting.line(head.text, setting.styles.header_cell)] for head in table.headers]
    rows = [
        [_cell(cell, setting, bold=table.row_headers and not column) for column, cell in enumerate(row)]
        for row in table.rows
    ]
    style = [
        _FONT,
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), _PADDING),
        ("RIGHTPADDING", (0, 0), (-1, -1), _PADDING),
        ("TOPPADDING", (0, 0), (-1, -1), 5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 6),
        ("BACKGROUND", (0, 0), (-1, 0), TINT_ACCENT),
        ("LINEBELOW", (0, 0), (-1, -1), 0.5, LINE),
    ]
    return _grid([header, *rows], _column_widths(table, setting), style, repeat=1)


def _grid(rows: list[list[Any]], widths: list[float], style: list[Any], repeat: int = 0) -> Any:
    return Grid(
        rows,
        colWidths=widths,
        style=style,
        repeatRows=repeat,
        splitInRow=_LEAST_ROW,
        spaceBefore=6,
        spaceAfter=14,
        hAlign="LEFT",
    )


def _cell(cell: Cell, setting: Setting, *, bold: bool) -> Flow:
    flow: Flow = []
    for block in cell:
        if isinstance(block, Paragraph):
            runs = tuple(_cell_run(run, bold=bold) for run in block.runs)
            flow += setting.paragraphs(runs, setting.styles.cell)
        else:
            flow += setting.items(block, setting.styles.cell_items)
    return flow


def _cell_run(run: Run, *, bold: bool) -> Run:
    return run if run.link else run._replace(text=_SLASH.sub("/ ", run.text), bold=bold or run.bold)


def _column_widths(table: Table, setting: Setting) -> list[float]:
    """Every column holds its longest word; what is left goes to those with much text."""
    columns = [[head.text, *texts(cell)] for head, cell in _columns(table)]
    least = [min(_width(_words(column), setting), WIDTH * _WORD_SHARE) + 2 * _PADDING + 1 for column in columns]
    wanted = [max(_width(column, setting) + 2 * _PADDING + 1, low) for column, low in zip(columns, least, strict=True)]
    left = WIDTH - sum(least)
    if left <= 0:
        return [WIDTH * low / sum(least) for low in least]
    if sum(wanted) <= WIDTH:
        return [WIDTH * want / sum(wanted) for want in wanted]
    hunger = [(want - low) ** 0.5 for want, low in zip(wanted, least, strict=True)]
    return [low + left * part / sum(hunger) for low, part in zip(least, hunger, strict=True)]


def _columns(table: Table) -> Iterator[tuple[Any, list[Paragraph]]]:
    for at, head in enumerate(table.headers):
        yield head, [block for row in table.rows for block in row[at]]  # type: ignore[misc]


def _words(column: Iterable[str]) -> Iterator[str]:
    return (word for text in column for word in _BREAKS.split(text))


def _width(found: Iterable[str], setting: Setting) -> float:
    size = setting.styles.cell.paragraph.fontSize
    return max((setting.fonts.width(text[:_LONGEST], SANS.bold, size) for text in found), default=0.0)


def facts(block: KeyFacts, setting: Setting) -> Any:
    """The short facts in two columns, the long ones below them, and the balance last."""
    short: list[Any] = [_fact(fact, setting) for fact in block.facts if _is_short(fact)]
    long: list[Any] = [_fact(fact, setting) for fact in block.facts if not _is_short(fact)]
    if block.balance:
        long.append(_balance(block.balance, setting))
    pairs = [short[at : at + 2] if at + 1 < len(short) else [short[at], ""] for at in range(0, len(short), 2)]
    spans = [("SPAN", (0, row), (1, row)) for row in range(len(pairs), len(pairs) + len(long))]
    return _grid([*pairs, *([fact, ""] for fact in long)], [WIDTH / 2, WIDTH / 2], [*_panel(TINT), *spans])


def _is_short(fact: Fact) -> bool:
    return len(text_of(fact.runs)) <= _SHORT_FACT


def _fact(fact: Fact, setting: Setting) -> Flow:
    return [setting.line(fact.label, setting.styles.label), *setting.paragraphs(fact.runs, setting.styles.fact)]


def _balance(balance: Balance, setting: Setting) -> Flow:
    said = f"{balance.repressive} repressief, {balance.preventive} preventief"
    both = f", {balance.both} beide" if balance.both else ""
    return [*_fact(Fact("Maatregelen", (Run(said + both),)), setting), Scales(balance)]


def box(flow: Flow) -> Any:
    """Blocks on a tint; it may go on on the next page between any two of them."""
    return _grid([[each] for each in flow], [WIDTH], _panel(TINT_ACCENT))


def aside(flow: Flow) -> Any:
    """Blocks with a line before them."""
    return _grid([[each] for each in flow], [WIDTH], [*_panel(None, 4), ("LINEBEFORE", (0, 0), (0, -1), 2, ACCENT)])


def _panel(tint: str | None, edge: float = _PANEL_PADDING) -> list[Any]:
    return [
        _FONT,
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), _PANEL_PADDING),
        ("RIGHTPADDING", (0, 0), (-1, -1), _PANEL_PADDING),
        ("TOPPADDING", (0, 0), (-1, -1), 3),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
        ("TOPPADDING", (0, 0), (-1, 0), edge),
        ("BOTTOMPADDING", (0, -1), (-1, -1), edge),
        *([("BACKGROUND", (0, 0), (-1, -1), tint)] if tint else []),
    ]
