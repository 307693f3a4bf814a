"""Versions: what a proof was made from, kept as an attachment that travels with it."""

from werkboek_desktop.domain import schema, version
from werkboek_desktop.domain.fields import Surface
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.store.judging import heads
from werkboek_desktop.store.reading import Reader
from werkboek_desktop.workspace.lookup import key_of, known_kind


def of_case(reader: Reader, case: RecordId) -> bytes:
    """The version of now of exactly what a proof of this case prints."""
    key = key_of(reader, case)
    return version.take([key.id], printed_fields(), heads(reader, key.id)).to_bytes()


def printed_fields() -> dict[str, tuple[str, ...]]:
    """The fields of a case, and of what it owns, that are printed."""
    return {
        kind: tuple(field.key for field in known_kind(kind).fields if Surface.PRINT in field.appears)
        for kind in ("case", *schema.owned_kinds("case"))
        if any(Surface.PRINT in field.appears for field in known_kind(kind).fields)
    }
