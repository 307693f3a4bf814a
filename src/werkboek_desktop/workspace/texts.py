"""The texts of cases and chapters: all that is written in sentences, field by field."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from werkboek_desktop.checkpoint import checked
from werkboek_desktop.domain.fields import Field
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.kinds.clearances import CLEARANCE
from werkboek_desktop.domain.privacy.reading import checked_fields
from werkboek_desktop.domain.view import FieldView, RecordView
from werkboek_desktop.store.reading import Reader
from werkboek_desktop.workspace import reading

OWNERS = CLEARANCE.owners
"""The kinds that stand in the book."""


class Text(NamedTuple):
    """A field in which somebody wrote; `owner` is the case or chapter that it stands in."""

    owner: RecordId
    record: RecordView
    field: Field
    view: FieldView

    @property
    def values(self) -> list[str]:
        """What stands there: one text, or each version."""
        values = [self.view.value] if self.view.value is not None else [each.value for each in self.view.variants]
        return [value for value in values if isinstance(value, str) and value]


def texts(reader: Reader, records: Sequence[RecordId] = ()) -> Iterator[Text]:
    """The texts of these cases and chapters, or of all, as lists have them."""
    order = list(records) or [row.id for kind in OWNERS for row in reading.rows(reader, kind)]
    families = {view.id: (view, *owned) for view, owned in reader.families(order)}
    for owner in checked(order):
        for record in families.get(owner, ()):
            for field in () if record.deleted else checked_fields(record.key.kind):
                view = record.fields.get(field.key)
                if view is not None:
                    yield Text(owner, record, field, view)
