"""Places in a project as people call them: which part of the work, which field, and who wrote there."""

from collections.abc import Iterable
from datetime import UTC, datetime

from werkboek_desktop.domain import about, schema
from werkboek_desktop.domain.change import FieldKey, Scope
from werkboek_desktop.domain.fields import Kind, Privacy, Surface
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.today_facts import Spot
from werkboek_desktop.domain.view import RecordView
from werkboek_desktop.store.reading import Reader
from werkboek_desktop.store.shapes import Row
from werkboek_desktop.workspace.reading import title_of

_LAST_SECOND = int(datetime(9999, 12, 30, tzinfo=UTC).timestamp())
_BOOK = "workbook"


def local(seconds: int) -> datetime:
    """A claimed time on this computer's clock; what lies past every calendar is its last day."""
    return datetime.fromtimestamp(min(seconds, _LAST_SECOND), UTC).astimezone()


class Spots:
    """Remembers the rows that it looked up, of one snapshot."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._rows: dict[RecordId, Row | None] = {}

    def learn(self, records: Iterable[RecordId]) -> None:
        """Looks many up in one go."""
        unknown = set(records) - self._rows.keys()
        self._rows |= dict.fromkeys(unknown) | self._reader.rows_of(unknown)

    def row(self, record: RecordId) -> Row | None:
        """What a list shows of a record."""
        if record not in self._rows:
            self._rows[record] = self._reader.row(record)
        return self._rows[record]

    def is_here(self, record: RecordId) -> bool:
        """Whether it is here and not deleted."""
        row = self.row(record)
        return row is not None and not row.deleted

    def is_work(self, record: RecordId) -> bool:
        """Whether it is a part of the work that is called by something else than a person's name."""
        row = self.row(record)
        kind = schema.kind(row.kind) if row else None
        return kind is not None and self.is_here(record) and kind.scope is Scope.WORK and not _names_people(kind)

    def name(self, author: RecordId | None) -> str:
        """Who wrote something; empty for a person that is not here."""
        row = self.row(author) if author else None
        return row.title if row else ""

    def whole(self, record: RecordId) -> Spot:
        """A record as a whole."""
        top = self._top(record)
        return Spot(record, "", "", top, self._title(top))

    def spot(self, key: FieldKey) -> Spot:
        """A field; of what is not there to see any more, the part of the work where it was."""
        record = str(key.record)
        top = self._top(record)
        field = schema.field(key.kind, str(key.field))
        shown = self.is_here(record) and field is not None and Surface.FORM in field.appears
        at, name = (record, str(key.field)) if shown else (record if self.is_here(record) else top, "")
        return Spot(at, name, self._label(key, top), top, self._title(top))

    def remark(self, comment: RecordView) -> Spot:
        """A comment, called by the field that it is about."""
        top = self._top(comment.id)
        item, field = about.read(str(comment.value("field")))
        part = self.row(item or comment.key.owner or "")
        found = schema.field(part.kind, field) if part else None
        return Spot(comment.id, "text", found.label if found else "", top, self._title(top))

    def part(self, key: FieldKey) -> str:
        """The part of a form: `Onderdeel 4` where it has a number."""
        field = schema.field(key.kind, str(key.field))
        if field and field.number is not None:
            return f"Onderdeel {field.number}"
        return self._label(key, self._top(str(key.record)))

    def _label(self, key: FieldKey, top: RecordId) -> str:
        kind, field = schema.kind(key.kind), schema.field(key.kind, str(key.field))
        label = field.label if field else str(key.field)
        if kind is None or key.record == top:
            return label
        named = field is None or field.key in kind.title or Surface.FORM not in field.appears
        return kind.label if named else f"{kind.label}: {label.lower()}"

    def _top(self, record: RecordId) -> RecordId:
        """What it stands in: chapters stand in the workbook and are parts of the work all the same."""
        row = self.row(record)
        owner = self.row(row.owner) if row and row.owner else None
        return self._top(owner.id) if owner and owner.kind != _BOOK else record

    def _title(self, record: RecordId) -> str:
        row = self.row(record)
        kind = schema.kind(row.kind) if row else None
        if row is None or (kind and kind.scope is Scope.PEOPLE and _names_people(kind)):
            return kind.label if kind else ""
        return title_of(row)


def _names_people(kind: Kind) -> bool:
    named = (schema.field(kind.key, name) for name in kind.title)
    return any(field is not None and field.privacy is Privacy.PERSON for field in named)
