"""What a comment is about, as its `field` says it: a field of its owner, or of an item that its owner has."""

from typing import NamedTuple

from werkboek_desktop.domain.ids import RecordId, is_record_id

_BETWEEN = "/"


class About(NamedTuple):
    """`item`: empty for the owner itself. `field`: empty for all of it."""

    item: RecordId
    field: str


def read(text: str) -> About:
    """What stands in a comment; an older program takes one about an item for one about the whole."""
    item, between, field = text.partition(_BETWEEN)
    return About(item, field) if between and is_record_id(item) else About("", text)


def write(item: RecordId, field: str) -> str:
    """As it stands in a comment."""
    return f"{item}{_BETWEEN}{field}" if item else field
