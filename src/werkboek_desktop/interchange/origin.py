"""What a document was made from: project, record, and of each field the heads it showed. Travels in its properties.

Word keeps 255 characters of a property, so it is spread over more of them.
"""

import json
import zlib
from base64 import b64decode, b64encode
from binascii import Error as NoBase64
from collections.abc import Iterable, Mapping
from hashlib import sha256
from types import MappingProxyType
from typing import Annotated, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from werkboek_desktop.domain.ids import ChangeId, RecordId
from werkboek_desktop.domain.shown_prose import Line, write_line
from werkboek_desktop.domain.text import clean_line
from werkboek_desktop.interchange import limits

PROPERTY = "werkboek"
OWN = "wo_"
_FIELD = "wb_"
_PIECE = 240
_FORMAT = 1


class Made(NamedTuple):
    """One field as the document shows it: the heads it was made from, and a checksum of its text."""

    heads: tuple[ChangeId, ...]
    checksum: str


class Origin(NamedTuple):
    """`fields` are by tag; `at` is when it was made, a claim.

    `new`: the kinds of records that are not there yet, and that who fills something in makes.
    """

    project: str
    record: RecordId
    at: int
    fields: Mapping[str, Made]
    new: Mapping[RecordId, str] = MappingProxyType({})

    @property
    def is_blank(self) -> bool:
        """Whether it is an empty form: each that comes back filled is of a record of its own."""
        return self.record in self.new

    def renamed(self, names: Mapping[RecordId, RecordId]) -> "Origin":
        """The same of records that are called otherwise."""
        return self._replace(
            record=names[self.record],
            fields={retagged(tag, names): made for tag, made in self.fields.items()},
            new={names[record]: kind for record, kind in self.new.items()},
        )


class _Field(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)
    h: list[str] = Field(max_length=64)
    c: str = Field(pattern="^[0-9a-f]{16}$")


class _Origin(BaseModel):
    model_config = ConfigDict(strict=True)
    format: int
    project: str = Field(pattern="^[0-9a-f]{32}$")
    record: str = Field(pattern="^[0-9a-f]{32}$")
    at: int = Field(ge=0, lt=10**15)
    fields: dict[str, _Field] = Field(max_length=20_000)
    new: dict[Annotated[str, Field(pattern="^[0-9a-f]{32}$")], str] = Field(default={}, max_length=limits.NEW)


def checksum(lines: Iterable[Line]) -> str:
    """Of what lines show; empty ones don't count, for word processors add and drop them."""
    return sha256("\n".join(written(lines)).encode()).hexdigest()[:16]


def written(lines: Iterable[Line]) -> list[str]:
    """The lines in which something is written, in their canonical form."""
    return [write_line(line) for line in lines if any(run.text.strip() for run in line.runs)]


def tag_of(record: RecordId, field: str) -> str:
    """What a control carries. Word takes 64 characters."""
    return f"{record}.{field}"


def property_of(origin: "Origin") -> tuple[str, str]:
    """The one property of a file that keeps texts of any length."""
    return f"{PROPERTY}.1", "".join(to_properties(origin).values())


def box_of(tag: str) -> str:
    """The name of a tag in a PDF, where a full stop parts a field from those in it."""
    return tag.replace(".", ":", 1)


def tag_of_box(name: str) -> str:
    """The tag that such a name is of."""
    return name.replace(":", ".", 1)


def field_of(tag: str) -> tuple[RecordId, str]:
    """The record and field of a tag."""
    record, _, field = tag.partition(".")
    return record, field


def retagged(tag: str, names: Mapping[RecordId, RecordId]) -> str:
    """The same field of a record that is called otherwise."""
    record, field = field_of(tag)
    return tag_of(names[record], field) if record in names else tag


def bookmark_of(tag: str) -> str:
    """The same for a bookmark, which takes 40 letters and digits."""
    return f"{_FIELD}{sha256(tag.encode()).hexdigest()[:24]}"


def begins_field(marks: Iterable[str]) -> bool:
    """Whether one of the bookmarks of a paragraph is of a field."""
    return any(mark.startswith(_FIELD) for mark in marks)


def own_mark(text: str, number: int) -> str:
    """A bookmark in a paragraph that the program wrote itself: what it says, and which one it is."""
    return f"{OWN}{_digest(text)}_{number}"


def own_name(mark: str) -> str:
    """What such a bookmark says: the same for the same words."""
    return mark.rpartition("_")[0]


def has_own_mark(marks: Iterable[str], text: str) -> bool:
    """Whether one of the bookmarks of a paragraph says that the program wrote it, just so."""
    own = {own_name(mark) for mark in marks if mark.startswith(OWN)}
    return bool(own) and f"{OWN}{_digest(text)}" in own


def _digest(text: str) -> str:
    return sha256(clean_line(text).encode()).hexdigest()[:16]


def to_properties(origin: Origin) -> dict[str, str]:
    """The properties that carry it."""
    data = {
        "format": _FORMAT,
        "project": origin.project,
        "record": origin.record,
        "at": origin.at,
        "fields": {tag: {"h": list(made.heads), "c": made.checksum} for tag, made in origin.fields.items()},
    } | ({"new": dict(origin.new)} if origin.new else {})
    text = b64encode(zlib.compress(json.dumps(data, separators=(",", ":")).encode(), 9)).decode()
    pieces = [text[at : at + _PIECE] for at in range(0, len(text), _PIECE)]
    return {f"{PROPERTY}.{number}": piece for number, piece in enumerate(pieces, 1)}


def from_properties(properties: Mapping[str, str]) -> Origin | None:
    """What a document says it was made from; None where it says nothing, or not all of it."""
    pieces: list[str] = []
    while piece := properties.get(f"{PROPERTY}.{len(pieces) + 1}"):
        pieces.append(piece.strip())
    try:
        unpacker = zlib.decompressobj()
        data = unpacker.decompress(b64decode("".join(pieces), validate=True), limits.ORIGIN)
        if not unpacker.eof:
            return None
        read = _Origin.model_validate_json(data)
    except (zlib.error, NoBase64, ValidationError, ValueError, RecursionError):
        return None
    fields = {tag: Made(tuple(sorted(set(made.h))), made.c) for tag, made in read.fields.items()}
    return Origin(read.project, read.record, read.at, fields, read.new) if read.format == _FORMAT else None
