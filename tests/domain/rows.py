"""Rows of lists, made without a project."""

from collections.abc import Mapping
from typing import NamedTuple

from werkboek_desktop.domain.listing import Names

MUNICIPALITIES = {"GM0344": "Utrecht", "GM0518": "’s-Gravenhage", "GM0363": "Amsterdam"}
NAMES = Names(lambda record: f"record {record}", lambda code: MUNICIPALITIES.get(code, code))


class Row(NamedTuple):
    """What the store gives of a record."""

    id: str
    title: str
    columns: Mapping[str, object] = {}
    status: str | None = "concept"
    conflicts: int = 0
    merged: int = 0
    kind: str = "case"
