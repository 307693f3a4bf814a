"""The demo project as its files tell it (resources/demo/README.md has their rules)."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any

from werkboek_desktop.domain import schema

type Table = Mapping[str, Any]

META = {"id", "author", "at", "edit"}
LATER = ("proof", "approval")
"""Kinds that are about a finished text."""


@dataclass(frozen=True, slots=True)
class Made:
    """Who made something, by slug, and when, in seconds since 1970."""

    author: str
    at: int


@dataclass(frozen=True, slots=True)
class Told:
    """One record as a file tells it, and the edits that came later."""

    kind: str
    slug: str | None
    made: Made
    values: Table
    edits: tuple[Table, ...]
    owned: tuple["Told", ...] = field(default=())

    def later(self, edit: Table) -> Made:
        """Who made one of the edits."""
        return _made(edit, self.made)


class DemoData:
    """All files, read once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._project = _read(folder / "project.toml")

    @cached_property
    def digest(self) -> bytes:
        """Changes with every byte of the files: what the demo's ids start from."""
        files = sorted(path for path in self.folder.rglob("*") if path.suffix in {".toml", ".png"})
        return sha256(b"".join(sha256(path.read_bytes()).digest() for path in files)).digest()

    @property
    def made(self) -> Made:
        """Whose project it is, and since when."""
        return _made(self._project, Made("", 0))

    @property
    def computer(self) -> str:
        """What that person's computer is called."""
        return str(self._project["computer"])

    def workbook(self) -> Told:
        """The workbook with its chapters."""
        table = self._project["workbook"] | {"chapter": self._project["chapter"]}
        return _told("workbook", table, self.made)

    def persons(self) -> list[Told]:
        """Authors and editors."""
        return [_told("person", table, self.made) for table in self._project["person"]]

    def records(self) -> Iterator[Told]:
        """All other records that no record owns, in the order in which they can be made."""
        yield from (_told("term", table, self.made) for table in self._project["term"])
        for name, kind in (("signups", "signup"), ("attendees", "attendee")):
            file = _read(self.folder / f"{name}.toml")
            yield from (_told(kind, table, _made(file, self.made)) for table in file[kind])
        for name, kind in (("cases", "case"), ("masterclasses", "masterclass")):
            for path in sorted((self.folder / name).glob("*.toml")):
                yield _told(kind, _read(path), self.made)

    def bundles(self) -> list[Table]:
        """What colleagues' bundles carry."""
        return list(_read(self.folder / "bundles.toml")["bundle"])


def _read(path: Path) -> dict[str, Any]:
    with path.open("rb") as file:
        return tomllib.load(file)


def _made(table: Table, otherwise: Made) -> Made:
    author = table.get("author") or table.get("written_by") or otherwise.author
    return Made(str(author).removeprefix("@"), moment(table["at"]) if "at" in table else otherwise.at)


def moment(text: str) -> int:
    """`2026-11-24T09:42:00Z` in seconds since 1970."""
    return int(datetime.fromisoformat(text).timestamp())


def _told(kind: str, table: Table, otherwise: Made) -> Told:
    made = _made(table, otherwise)
    owned_kinds = [key for key in schema.owned_kinds(kind) if isinstance(table.get(key), list)]
    return Told(
        kind,
        table.get("id"),
        made,
        {key: value for key, value in table.items() if key not in META and key not in owned_kinds},
        tuple(table.get("edit", ())),
        tuple(_told(key, child, made) for key in owned_kinds for child in table[key]),
    )


def replaced(text: str, edit: Table) -> Any:
    """The value of an edit: given, or made from the text by swapping what occurs once."""
    if "replace" not in edit:
        return edit["value"]
    for swap in edit["replace"]:
        text = text.replace(swap["old"], swap["new"])
    return text
