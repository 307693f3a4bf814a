"""The one place that knows where resources/ lies, beside the checkout or inside the frozen program; and its lists."""

import csv
import sys
from functools import cache
from pathlib import Path

from werkboek_desktop.domain.municipalities import Merged, Municipalities, Municipality


def resource(*parts: str) -> Path:
    """The path of a file or folder below resources/."""
    frozen = getattr(sys, "_MEIPASS", None)
    root = Path(frozen) if frozen else Path(__file__).resolve().parents[2]
    return root.joinpath("resources", *parts)


@cache
def municipalities() -> Municipalities:
    """All municipalities by all their names (resources/lists)."""
    rows = _table("gemeenten.csv")
    return Municipalities(
        (Municipality(row["gemeentecode"], row["gemeentenaam"], row["provincienaam"]) for row in rows),
        ((row["alias"], row["code"]) for row in _table("gemeenten-aliassen.csv")),
        (Merged(row["naam"], row["code"], int(row["jaar"])) for row in _table("gemeenten-opgegaan.csv")),
    )


def _table(name: str) -> list[dict[str, str]]:
    with resource("lists", name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
