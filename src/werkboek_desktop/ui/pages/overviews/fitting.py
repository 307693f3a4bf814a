"""How wide the columns of an overview are, and which stand under another or stay out where the room is little."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from werkboek_desktop.domain.overview.views import Column, View
from werkboek_desktop.ui.theme.look import theme

TITLE = 190
WIDTHS: Mapping[str, int] = {
    "status": 122,
    "progress": 142,
    "balance": 156,
    "lean": 148,
    "province": 108,
    "size": 112,
    "forms": 156,
    "phase": 114,
    "scale": 82,
    "lacks": 80,
}
SHARES: Mapping[str, int] = {"title": 6, "forms": 5, "balance": 4, "province": 2, "progress": 2, "size": 1, "lean": 1}
"""Of the room that is left."""
ALONE = 280
"""The balance, where it is what a view is about."""
CELL = 95
CLOSE: Mapping[str, int] = {
    "title": 146,
    "status": 104,
    "progress": 140,
    "balance": 112,
    "province": 100,
    "forms": 108,
    "phase": 96,
    "text": 71,
}
"""Where the room is little."""
CLOSE_CELL = 69
CLOSER = 0.85
"""How far columns may come together after that, rather than stand out of sight."""
UNDER: Mapping[str, str] = {"province": "size", "phase": "scale", "status": "lacks"}
"""What stands under what there, in the choice: two facts in a row of two lines."""
LEAST = frozenset({"status", "progress"})
"""What stays out where even that is too much: one filters by it above."""


class Fitting(NamedTuple):
    """The width of each column, 0 for one that is not there; and whether the room is little."""

    widths: list[float]
    close: bool = False


def fitting(view: View, columns: Sequence[Column], room: float) -> Fitting:
    """What each column needs, and its share of what is left; with far too little room the table scrolls sideways."""
    wanted = [_wanted(view, column) for column in columns]
    if sum(wanted) <= room:
        return Fitting(_shared(columns, wanted, room))
    if view is View.BALANCE:
        wanted = [theme().px(WIDTHS.get(column.key, TITLE)) for column in columns]
        return Fitting(_shared(columns, _together(wanted, room), room))
    gone = frozenset(UNDER.values()) if view is View.CHOICE else frozenset[str]()
    wanted = _close(columns, gone)
    if sum(wanted) > room:
        wanted = _close(columns, gone | LEAST)
    return Fitting(_shared(columns, _together(wanted, room), room), close=True)


def under(view: View, column: Column, columns: Sequence[Column]) -> Column | None:
    """What stands under a column where the room is little."""
    key = UNDER.get(column.key) if view is View.CHOICE else None
    return next((other for other in columns if other.key == key), None)


def _wanted(view: View, column: Column) -> float:
    if column.key == "balance" and view is View.BALANCE:
        return theme().px(ALONE)
    return theme().px(CELL if column.topic else WIDTHS.get(column.key, TITLE))


def _close(columns: Sequence[Column], gone: frozenset[str]) -> list[float]:
    return [0.0 if column.key in gone else theme().px(CLOSE.get(column.key, CLOSE_CELL)) for column in columns]


def _together(wanted: Sequence[float], room: float) -> list[float]:
    factor = min(1.0, max(CLOSER, room / sum(wanted)))
    return [width * factor for width in wanted]


def _shared(columns: Sequence[Column], wanted: Sequence[float], room: float) -> list[float]:
    each = zip(columns, wanted, strict=True)
    shares = [SHARES.get(column.key, 1 if column.topic else 0) if width else 0 for column, width in each]
    rest = max(0.0, room - sum(wanted)) / sum(shares)
    return [width + rest * share for width, share in zip(wanted, shares, strict=True)]
