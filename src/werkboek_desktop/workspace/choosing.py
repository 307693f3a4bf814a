"""What there is to choose from where a field has versions."""

from typing import NamedTuple

from werkboek_desktop.domain.choosing import beginning, excerpt, stretches
from werkboek_desktop.domain.difference import Stretch, spots
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.proposal import Proposal, propose
from werkboek_desktop.domain.view import FieldView, Status, Variant
from werkboek_desktop.store.reading import Reader
from werkboek_desktop.workspace import reading
from werkboek_desktop.workspace.lookup import key_of, known_field
from werkboek_desktop.workspace.model import Revision


class Version(NamedTuple):
    """One version; of prose how it reads against the beginning, and at how many places it differs from that."""

    variant: Variant
    stretches: tuple[Stretch, ...] = ()
    spots: int | None = None


class Choosing(NamedTuple):
    """A field's versions, the change they all build on with what of it is disputed now, and a proposal for a text."""

    view: FieldView
    began: Revision | None
    excerpt: str
    versions: tuple[Version, ...]
    proposal: Proposal | None


def choosing(reader: Reader, record: RecordId, name: str) -> Choosing | None:
    """What there is to choose from; None where nothing has to be chosen."""
    known_field(key_of(reader, record).kind, name)
    view = reading.record(reader, record).fields.get(name)
    if view is None or view.status is not Status.CONFLICT:
        return None
    began = beginning(reading.history(reader, record, name), view.heads)
    if not view.parts:
        return Choosing(view, began, "", tuple(map(Version, view.variants)), None)
    text = None if began is None else str(began.value or "")
    versions = tuple(_version(view, variant, text) for variant in view.variants)
    return Choosing(view, began, excerpt(view, text or ""), versions, propose(view, text))


def _version(view: FieldView, variant: Variant, began: str | None) -> Version:
    found = tuple(stretches(view, variant, began))
    return Version(variant, found, None if began is None else spots(found))
