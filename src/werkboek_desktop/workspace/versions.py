"""Versions: what a proof was made from, kept as an attachment that travels with it."""

from werkboek_desktop.domain import schema, version
from werkboek_desktop.domain.fields import Surface
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.version import Version
from werkboek_desktop.store.judging import heads
from werkboek_desktop.store.reading import Reader
from werkboek_desktop.workspace.lookup import key_of, known_kind


def of_case(reader: Reader, case: RecordId) -> bytes:
    """The version of now of exactly what a proof of this case prints."""
    return version.take([key_of(reader, case).id], printed_fields(), heads(reader, case)).to_bytes()


def of_part(reader: Reader, sent: Version, part: RecordId) -> Version:
    """What was sent of one item: a version of its own, for which the rest of the case may change."""
    key = key_of(reader, part)
    own = {entry.id for field in reader.fields_of({part}) for entry in reader.history(field).entries}
    return sent.narrowed(key.id, key.kind, own)


def again(reader: Reader, sent: Version) -> bytes:
    """The version of now of what a version is about."""
    found = (each for root in sent.roots for each in heads(reader, root))
    return version.take(sent.roots, sent.fields, found).to_bytes()


def printed_fields() -> dict[str, tuple[str, ...]]:
    """The fields of a case, and of what it owns, that are printed."""
    return {
        kind: tuple(field.key for field in known_kind(kind).fields if Surface.PRINT in field.appears)
        for kind in ("case", *schema.owned_kinds("case"))
        if any(Surface.PRINT in field.appears for field in known_kind(kind).fields)
    }
