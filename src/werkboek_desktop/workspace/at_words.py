"""What can be seen of the words of a project: spelling, terms, how a text reads, where words stand, what is typed."""

from collections.abc import Sequence

from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.replacing import Search
from werkboek_desktop.domain.terms import Term
from werkboek_desktop.store.shapes import Draft
from werkboek_desktop.workspace import reading_ease, replacing, spelling, terms, unread
from werkboek_desktop.workspace.model import Progress, unwatched
from werkboek_desktop.workspace.session import Session


class AtWords:
    """The part of the door that looks at words."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def misspelled(self, record: RecordId | None = None) -> list[spelling.Misspelled]:
        """The words that nobody knows, in all cases and chapters or in one."""
        with self._session.store.read() as reader:
            return list(spelling.misspelled(reader, self._own_words(), record))

    def mistakes(self, record: RecordId, speller: spelling.Speller) -> list[replacing.Hit]:
        """The words that nobody knows in a case or chapter, to write others there; raises UnknownRecord."""
        with self._session.store.read() as reader:
            return spelling.mistakes(reader, record, speller)

    def known_words(self) -> frozenset[str]:
        """The names and terms of the project, its list of words and that of this computer."""
        with self._session.store.read() as reader:
            return spelling.known_words(reader, self._own_words())

    def _own_words(self) -> tuple[str, ...]:
        return self._session.app.settings().words

    def terms(self, progress: Progress = unwatched) -> list[Term]:
        """Terms that are spelled in several ways over the book, or otherwise than is preferred; raises Cancelled."""
        with self._session.store.read() as reader:
            return terms.find_terms(reader, progress)

    def preferred_spellings(self) -> dict[str, str]:
        """How terms should be spelled, by what all their spellings have in common."""
        with self._session.store.read() as reader:
            return terms.preferred(reader)

    def reading_ease(self, record: RecordId) -> reading_ease.Ease:
        """How a case or chapter reads, and which of its sentences make it hard; raises UnknownRecord."""
        with self._session.store.read() as reader:
            return reading_ease.reading_ease(reader, record)

    def find_places(self, search: Search, cases: Sequence[RecordId] = ()) -> replacing.Preview:
        """Where words stand, in these cases and chapters or in all; raises NothingSought."""
        with self._session.store.read() as reader:
            return replacing.preview(reader, search, cases)

    def drafts(self) -> list[Draft]:
        """What was typed and is no change yet."""
        with self._session.store.read() as reader:
            return reader.drafts()

    def unread(self) -> unread.Unread:
        """What was typed in fields and is no value of them."""
        with self._session.store.read() as reader:
            return unread.unread(reader)
