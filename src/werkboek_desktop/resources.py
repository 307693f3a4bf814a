"""The one place that knows where resources/ lies, beside the checkout or inside the frozen program; and its lists."""

import csv
import sys
from functools import cache
from pathlib import Path

from werkboek_desktop.domain.municipalities import Merged, Municipalities, Municipality


def resource(*parts: str) -> Path:
    """The path of a file or folder below resources/."""
    return _root().joinpath(*parts)


@cache
def _root() -> Path:
    frozen = getattr(sys, "_MEIPASS", None)
    return (Path(frozen) if frozen else Path(__file__).resolve().parents[2]) / "resources"


@cache
def municipalities() -> Municipalities:
    """All municipalities by all their names (resources/lists)."""
    return Municipalities(
        (Municipality(code, name, province) for code, name, _number, province, _year in _rows("gemeenten.csv")),
        ((alias, code) for alias, code in _rows("gemeenten-aliassen.csv")),
        (Merged(name, tuple(codes.split()), int(year)) for name, codes, year in _rows("gemeenten-opgegaan.csv")),
    )


@cache
def check_words() -> tuple[str, ...]:
    """The 2,048 words that check phrases are made of, in the order that gives each its number."""
    return tuple(resource("lists", "controlewoorden.txt").read_text(encoding="utf-8").split())


def _rows(name: str) -> list[list[str]]:
    """Below the row that names the columns."""
    with resource("lists", name).open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))[1:]
