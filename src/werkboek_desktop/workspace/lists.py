"""The part of the door that lists go through."""

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.listing import Facts, Names, Query
from werkboek_desktop.domain.together import Preview, Wish
from werkboek_desktop.saving import save
from werkboek_desktop.store.shapes import Row
from werkboek_desktop.workspace import listing, reading
from werkboek_desktop.workspace.session import Session

VIEWS = "views.json"

type Views = dict[str, Query]
"""Kept queries by the names that a person gave them."""


class Lists:
    """What a list shows beside its rows, and what is done with many of them. Nothing here writes in the project."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def size(self, kind: str) -> int:
        """How many records a list has, about: joined persons count each."""
        with self._session.store.read() as reader:
            return reader.size(kind)

    def facts(self, kind: str, records: Collection[RecordId] | None = None) -> Mapping[RecordId, Facts]:
        """Gaps, last changes and presence of these records of a kind, or of all."""
        with self._session.store.read() as reader:
            return listing.facts(reader, kind, records)

    def find(self, kind: str, text: str) -> Mapping[RecordId, str]:
        """The records of a list in whose fields or parts a text was found, with where."""
        with self._session.store.read() as reader:
            return listing.find(reader, kind, text)

    def rows_of(self, kind: str, records: Collection[RecordId]) -> Mapping[RecordId, Row | None]:
        """The rows of a list that these records are, or belong to; None: not in it any more."""
        with self._session.store.read() as reader:
            return listing.rows_of(reader, kind, records)

    def me(self) -> frozenset[RecordId]:
        """The person records of whoever writes here."""
        with self._session.store.read() as reader:
            return reading.me(reader, self._session.author_here())

    def names(self) -> Names:
        """What records and municipalities are called now; each record is read once."""
        return listing.names(self._title)

    def _title(self, record: RecordId) -> str:
        with self._session.store.read() as reader:
            return reading.title(reader, record)

    def preview(self, records: Collection[RecordId], wish: Wish) -> Preview:
        """What a wish would do to these records."""
        with self._session.store.read() as reader:
            return listing.preview(reader, records, wish)

    def save_table(self, kind: str, records: Sequence[RecordId], out: Path, *, force: bool = False) -> Path:
        """These records as a file for a spreadsheet, in this order; raises FileExists, NotSaved."""
        with self._session.store.read() as reader:
            content = listing.table(reader, kind, records)
        save(out, content, force=force)
        return out

    def views(self, kind: str) -> Views:
        """The queries of a kind that were kept at this computer."""
        kept = self._kept().get(kind)
        return {str(name): Query.from_json(query) for name, query in kept.items()} if isinstance(kept, dict) else {}

    def keep_views(self, kind: str, views: Views) -> None:
        """Keeps them for this project at this computer; raises NotSaved."""
        kept = self._kept() | {kind: {name: query.to_json() for name, query in views.items()}}
        everything = self._session.app.kept(VIEWS)
        self._session.app.keep(VIEWS, everything | {self._session.project: kept})

    def _kept(self) -> dict[str, object]:
        kept = self._session.app.kept(VIEWS).get(self._session.project)
        return kept if isinstance(kept, dict) else {}
