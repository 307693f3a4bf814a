"""The half of the door that looks: every method is one consistent snapshot and changes nothing."""

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from datetime import date

from werkboek_desktop.domain.change import RecordKey, Scope
from werkboek_desktop.domain.fields import Field
from werkboek_desktop.domain.finding import Names
from werkboek_desktop.domain.ids import RecordId, is_record_id, workbook_id
from werkboek_desktop.domain.overview.entry import Entry
from werkboek_desktop.domain.privacy.reading import Dossier
from werkboek_desktop.domain.readthrough import Part
from werkboek_desktop.domain.view import RecordView
from werkboek_desktop.domain.workflow import Gap
from werkboek_desktop.errors import ProjectDamaged
from werkboek_desktop.store.shapes import Hit, Row
from werkboek_desktop.workspace import (
    comments,
    finding,
    gaps,
    guards,
    history,
    items,
    pictures,
    privacy,
    reading,
    readthrough,
    referring,
    remarking,
    safety,
)
from werkboek_desktop.workspace.akkoord import Akkoord, Told, akkoord, all_akkoorden, differences
from werkboek_desktop.workspace.at_exchange import AtExchange
from werkboek_desktop.workspace.at_words import AtWords
from werkboek_desktop.workspace.choosing import Choosing, choosing
from werkboek_desktop.workspace.finding import Passage
from werkboek_desktop.workspace.history import Moment, Written
from werkboek_desktop.workspace.lists import Lists
from werkboek_desktop.workspace.model import Progress, Project, Revision, Standing, Summary, unwatched
from werkboek_desktop.workspace.overview import Overview, check_entries, fresh_entries, overview


class Looking(AtWords, AtExchange):
    """What can be seen of an open project."""

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """All that is looked at inside is of one moment, in one transaction; what is written inside is not seen."""
        with self._session.store.read():
            yield

    @property
    def today(self) -> date:
        """The day it is at this computer."""
        return self._session.app.today()

    @property
    def project(self) -> Project:
        """Its id, name, file and workbook record."""
        with self._session.store.read() as reader:
            name = reading.project_name(reader, self._session.project)
        return Project(self._session.project, name, self._session.path, workbook_id(self._session.project))

    def rows(self, kind: str | None = None) -> list[Row]:
        """The records of a kind, or all, as people sort them; deleted ones left out."""
        with self._session.store.read() as reader:
            return reading.rows(reader, kind)

    def records(self) -> list[RecordView]:
        """All records, deleted ones and unknown kinds included."""
        with self._session.store.read() as reader:
            return list(reader.records())

    def record(self, record: RecordId) -> RecordView:
        """One record; raises UnknownRecord."""
        with self._session.store.read() as reader:
            return reading.record(reader, record)

    def key(self, record: RecordId) -> RecordKey | None:
        """Of what kind a record is and who owns it, without what stands in it; None: not here."""
        with self._session.store.read() as reader:
            return reader.record_key(record) if is_record_id(record) else None

    def owned(self, owner: RecordId, kind: str) -> list[RecordView]:
        """What a record owns of a kind, in the order of their places, deleted ones left out."""
        with self._session.store.read() as reader:
            return reader.owned(owner, kind)

    def items(self, record: RecordId, kind: str) -> items.Items:
        """The list items of a kind as people read them, with the names they refer to."""
        with self._session.store.read() as reader:
            return items.items(reader, record, kind)

    def title(self, record: RecordId) -> str:
        """What stands for a record where another refers to it."""
        with self._session.store.read() as reader:
            return reading.title(reader, record)

    def author_name(self, author: RecordId | None) -> str | None:
        """The name of who wrote a change."""
        with self._session.store.read() as reader:
            return reading.author_name(reader, author)

    @property
    def author(self) -> str | None:
        """The name of who writes here; None while nobody said so."""
        return self._session.author_here()

    def senders(self) -> list[str]:
        """Everyone of whom a bundle was imported here, to choose a receiver from."""
        with self._session.store.read() as reader:
            return reader.senders()

    def attachment(self, sha: str) -> bytes | None:
        """The file with this SHA-256; None when it is not here."""
        with self._session.store.read() as reader:
            return reader.attachments([sha]).get(sha)

    def picture(self, sha: str) -> pictures.Source | None:
        """A picture to work on; None when it is not here."""
        return pictures.source(self._session, sha)

    def history(self, record: RecordId, field: str) -> list[Revision]:
        """Every change of a field, oldest first."""
        with self._session.store.read() as reader:
            return reading.history(reader, record, field)

    def log(self, record: RecordId | None = None) -> list[Moment]:
        """What happened to a record and all it owns, or to everything, oldest first."""
        with self._session.store.read() as reader:
            return history.log(reader, record)

    def blame(self, record: RecordId, field: str) -> list[Written]:
        """Who wrote each sentence, element or value that stands in a field."""
        with self._session.store.read() as reader:
            return history.blame(reader, record, field)

    def choosing(self, record: RecordId, field: str) -> Choosing | None:
        """Where a field began, its versions against that, and what they make together; None: there is one."""
        with self._session.store.read() as reader:
            return choosing(reader, record, field)

    def search(self, query: str, limit: int = 50) -> list[Hit]:
        """Fields that match, best first; a municipality is found by all its names."""
        with self._session.store.read() as reader:
            return reading.search(reader, query, limit)

    @property
    def lists(self) -> Lists:
        """What lists show beside their rows."""
        return Lists(self._session)

    def names(self) -> Names:
        """Every record that people look for by name."""
        with self._session.store.read() as reader:
            return finding.names(reader)

    def targets(self, field: Field) -> Names:
        """The records that a field can refer to."""
        with self._session.store.read() as reader:
            return referring.targets(reader, field)

    def passages(self, query: str, limit: int) -> list[Passage]:
        """Places in the text that have the words of a query, the best first."""
        with self._session.store.read() as reader:
            return finding.passages(reader, query, limit)

    def read_through(self, progress: Progress = unwatched) -> list[Part]:
        """The whole book in the order in which one reads it, with every text; raises Cancelled."""
        with self._session.store.read() as reader:
            return readthrough.read_through(reader, progress)

    def parts(self, records: Collection[RecordId]) -> list[Part]:
        """These chapters and cases of it as they are now."""
        with self._session.store.read() as reader:
            return readthrough.parts(reader, records)

    def summary(self) -> Summary:
        """What in the whole project asks for a person."""
        with self._session.store.read() as reader:
            return reading.summary(reader, gaps.waiting_by_computer(reader))

    def standing(self, record: RecordId) -> Standing:
        """How far a record is, and what its next step lacks."""
        with self._session.store.read() as reader:
            return guards.standing(reader, record)

    def gaps(self, record: RecordId) -> list[Gap]:
        """What a case lacks for its next step; nothing for other kinds."""
        return self.standing(record).gaps

    def check_privacy(self, progress: Progress = unwatched) -> tuple[privacy.Checked, ...]:
        """Every case and chapter, with the sentences in which somebody may be recognised; raises Cancelled."""
        with self._session.store.read() as reader:
            return privacy.check_everything(reader, progress)

    def privacy_of(self, record: RecordId) -> privacy.Checked:
        """The same of one case or chapter."""
        with self._session.store.read() as reader:
            return privacy.check(reader, record)

    def dossier(self, record: RecordId) -> Dossier | None:
        """What points at a text while somebody writes it; None where nothing is checked."""
        with self._session.store.read() as reader:
            return privacy.dossier(reader, record)

    def discussions(self, record: RecordId | None = None) -> list[comments.Discussion]:
        """What was said about a case or chapter, or about all of them, in reading order; raises UnknownRecord."""
        with self._session.store.read() as reader:
            return comments.discussions(reader, record)

    def label_of(self, record: RecordId, field: str) -> str:
        """How people call a field that something is said about; of an item with which one it is."""
        with self._session.store.read() as reader:
            return comments.label_of(reader, record, field)

    def begun_comment(self, record: RecordId) -> remarking.Begun | None:
        """What is being written about a case or chapter and was not placed yet."""
        with self._session.store.read() as reader:
            return remarking.begun(reader, record)

    def anchor_of(self, record: RecordId, field: str, words: str) -> str:
        """What a comment remembers of the one sentence in which these words stand; raises BadFieldValue."""
        with self._session.store.read() as reader:
            return comments.anchor_of(reader, record, field, words)

    def anchor_at(self, record: RecordId, field: str, words: str, nth: int) -> str:
        """The same of the nth sentence that is shown with exactly these words; empty where there is none."""
        with self._session.store.read() as reader:
            return comments.anchor_at(reader, record, field, words, nth)

    def sentence_of(self, record: RecordId, field: str, anchor: str) -> str:
        """The sentence that an anchor is about, as it was; empty where nothing is known of it."""
        with self._session.store.read() as reader:
            return comments.sentence_of(reader, record, field, anchor)

    def akkoord(self, case: RecordId) -> Akkoord:
        """What was sent of a case, who said what about it, and how that stands; raises UnknownRecord."""
        with self._session.store.read() as reader:
            return akkoord(reader, self._session.path, case)

    def akkoorden(self) -> list[Akkoord]:
        """The same of every case that a proof was made of."""
        with self._session.store.read() as reader:
            return all_akkoorden(reader, self._session.path)

    def since_proof(self, proof: RecordId) -> list[Told]:
        """What reads otherwise now than in a proof; raises UnknownRecord, NoProof."""
        with self._session.store.read() as reader:
            return differences(reader, proof)

    def lacking_for(self, case: RecordId, status: str) -> list[Gap]:
        """What a case lacks to get this status; nothing for other kinds, and for one beside the steps."""
        with self._session.store.read() as reader:
            return guards.lacking_for(reader, case, status)

    def overview(self, progress: Progress = unwatched) -> Overview:
        """Every case as the overviews draw, sort and count it; raises Cancelled."""
        with self._session.store.read() as reader:
            return overview(reader, progress)

    def check_entries(self, entries: Iterable[Entry], progress: Progress = unwatched) -> dict[RecordId, Entry]:
        """These cases of the overviews, with what the privacy check says of them; raises Cancelled."""
        with self._session.store.read() as reader:
            return check_entries(reader, entries, progress)

    def lacking(self, case: RecordId) -> tuple[Gap, ...]:
        """What a case lacks on the whole way to definitive, in sentences, by column of the board."""
        with self._session.store.read() as reader:
            return guards.lacking(reader, case)

    def fresh_entries(self, records: Iterable[RecordId]) -> dict[RecordId, Entry | None]:
        """The cases that these records belong to, as overviews see them now; None for one that is deleted."""
        with self._session.store.read() as reader:
            return fresh_entries(reader, records)

    def state_hash(self, scope: Scope | None = None) -> str:
        """64 hex digits, equal on every computer that has the same changes."""
        with self._session.store.read() as reader:
            return reader.state_hash(scope)

    def check(self) -> None:
        """Raises ProjectDamaged with a list when something in the file is wrong."""
        if problems := safety.problems(self._session):
            raise ProjectDamaged(problems)
