"""Lists and tables as other programs write them in plain text, as the lists of this one."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

_KNOWN = "-*+•·▪◦‣●○"
_RARE = "\uf0b7\uf0a7\uf0d8\uf0fc\uf0e0\uf076§Ø–—►▶▸➢➤➔→✓✔☐☑□■◆◇❖»⁃∙o"
_NESTED = "o\uf0a7§◦○⁃"
_BULLET = re.compile(rf"(\s*)([{_KNOWN}{_RARE}])(\t\s*|[ \xa0]+)(?=\S)")
_ALONE = re.compile(r"\s*([•●▪◦‣\uf0b7\uf0a7►▶➢➤■])\s*")
_NUMBER = re.compile(r"(\s*)(?:\((\d{1,2})\)|(\d{1,2})(?:\.?\)|\.(?=\t)|°))[ \t\xa0]+(?=\S)")
_PIPES = re.compile(r"\s*\|(.+)\|\s*")
_RULER = frozenset(" \t\f:|+-")
_BOLD = re.compile(r"\*\*([^*]+)\*\*")
_MOST_COLUMNS = 20
_FAR = 12
"""How many lines an item of a list may have."""


def bullets(text: str) -> tuple[str, int]:
    """`- ` for every sign that begins an item; a rare one counts where its neighbour has one too, or a tab follows."""
    lines = _with_their_text(text.split("\n"))
    signs = [_BULLET.match(line) for line in lines]
    count, made, in_list = len(text.split("\n")) - len(lines), [], False
    for at, (line, sign) in enumerate(zip(lines, signs, strict=True)):
        if sign is None or not _is_bullet(signs, at, line, in_list=in_list):
            in_list = sign is not None and in_list
            made.append(line)
            continue
        nested = in_list and sign[2] in _NESTED and made[-1].startswith(("- ", "  - "))
        marker = "  - " if nested else _indent(sign[1]) + "- "
        count += line[: sign.end()] != marker
        made.append(marker + line[sign.end() :])
        in_list = True
    return "\n".join(made), count


def _with_their_text(lines: Sequence[str]) -> list[str]:
    """A bullet that stands alone on its line goes before the text on the next."""
    made: list[str] = []
    sign = ""
    for line in lines:
        if sign and line.strip() and not _BULLET.match(line):
            made[-1] = f"{sign} {line.strip()}"
            sign = ""
            continue
        alone = _ALONE.fullmatch(line)
        sign = alone[1] if alone else ""
        made.append(line)
    return made


def _is_bullet(signs: Sequence[re.Match[str] | None], at: int, line: str, *, in_list: bool) -> bool:
    sign = signs[at]
    if sign is None or sign[2] in _KNOWN:
        return sign is not None and (sign[2] != "+" or sign[3].startswith("\t"))
    if sign[2] == "§" and line[sign.end()].isdigit():
        return False
    if sign[3].startswith("\t") or "\ue000" <= sign[2] <= "\uf8ff" or (in_list and sign[2] == "o"):
        return True
    beside = (signs[near] for near in (at - 1, at + 1) if 0 <= near < len(signs))
    return any(other is not None and other[2] == sign[2] for other in beside)


def _indent(space: str) -> str:
    return "  " if "\t" in space else " " * len(space)


def numbers(text: str) -> tuple[str, int]:
    """`1. ` for `1)`, `(1)` and `1.` with a tab, where they count on from one."""
    lines = text.split("\n")
    found = [(at, number) for at, line in enumerate(lines) if (number := _NUMBER.match(line))]
    counted = list(_counting(found))
    for at, number in counted:
        lines[at] = f"{_indent(number[1])}{number[2] or number[3]}. {lines[at][number.end() :]}"
    return "\n".join(lines), len(counted)


def _counting(found: Sequence[tuple[int, re.Match[str]]]) -> Iterator[tuple[int, re.Match[str]]]:
    """The numbers of lists: one, two, and on, none of them far from the one before."""
    run: list[tuple[int, re.Match[str]]] = []
    for at, number in found:
        value = int(number[2] or number[3])
        if value != len(run) + 1 or (run and at - run[-1][0] > _FAR):
            yield from run if len(run) > 1 else ()
            run = []
        if value == len(run) + 1:
            run.append((at, number))
    yield from run if len(run) > 1 else ()


def tables(text: str) -> tuple[str, int]:
    """An item a row, `kop: waarde; kop: waarde`; of two columns without a heading `eerste: tweede`."""
    made: list[str] = []
    count = 0
    for columns, group in groupby(text.split("\n"), _columns):
        rows = list(group)
        filled = [row for row in rows if not (set(row) <= _RULER and "--" in row)]
        if columns < 2 or len(filled) < 2:
            made += rows
            continue
        made += _as_items([_cells(row) for row in filled], columns)
        count += len(filled)
    return "\n".join(made), count


def _columns(line: str) -> int:
    """How many cells a line has; a line under a heading goes with its table."""
    cells = _cells(line)
    if len(cells) > _MOST_COLUMNS or _BULLET.match(line) or _NUMBER.match(line):
        return 0
    return 1 if len(cells) == 2 and not cells[0] else len(cells)  # a tab before a text is an indent


def _cells(line: str) -> list[str]:
    if piped := _PIPES.fullmatch(line):
        return [cell.strip() for cell in piped[1].split("|")]
    return [cell.strip() for cell in line.strip("\f ").split("\t")]


def _as_items(rows: Sequence[Sequence[str]], columns: int) -> Iterator[str]:
    is_headed = columns > 2 or all(_BOLD.fullmatch(cell) for cell in rows[0] if cell)
    heads = [_BOLD.sub(r"\1", cell).rstrip(": ") for cell in rows[0]]
    if not is_headed:
        yield from (_pair(row) for row in rows if any(row))
        return
    for row in rows[1:]:
        named = (f"{head}: {cell}" if head else cell for head, cell in zip(heads, row, strict=True) if cell)
        if item := "; ".join(named):
            yield f"- {item}"


def _pair(row: Sequence[str]) -> str:
    first, second = row
    return f"- {first.rstrip(': ')}: {second}" if first and second else f"- {first or second}"
