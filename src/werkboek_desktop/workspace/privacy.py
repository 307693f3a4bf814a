"""The privacy check of what is written: whom a project knows, what is pointed at, and what somebody decides."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from hashlib import sha256
from typing import NamedTuple

from werkboek_desktop.domain import workflow
from werkboek_desktop.domain.careful import most_careful
from werkboek_desktop.domain.change import Change
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.kinds.clearances import CLEARANCE, HEARD
from werkboek_desktop.domain.privacy.check import Check, Known
from werkboek_desktop.domain.privacy.clearing import GROUNDS, Ground, fingerprint
from werkboek_desktop.domain.privacy.finding import LABELS
from werkboek_desktop.domain.privacy.names import Name, contact_name
from werkboek_desktop.domain.privacy.reading import Dossier, Pointed, Sentence
from werkboek_desktop.domain.text import clean_line
from werkboek_desktop.domain.values import Value
from werkboek_desktop.domain.view import FieldView, RecordView
from werkboek_desktop.domain.workflow import Gap
from werkboek_desktop.errors import Cancelled, NoReason
from werkboek_desktop.store.reading import Reader
from werkboek_desktop.store.seen import views_of
from werkboek_desktop.workspace import editing, reading
from werkboek_desktop.workspace.lookup import key_of
from werkboek_desktop.workspace.model import Changed, Progress, unwatched
from werkboek_desktop.workspace.scribe import Scribe
from werkboek_desktop.workspace.session import Session

CHECKED = CLEARANCE.owners
_STRIDE = 20
_SALT = 16
_SAID = ("name", "mailbox", "email", "phone")


class Checked(NamedTuple):
    """A case or chapter with the sentences in which something is pointed at."""

    record: RecordId
    title: str
    sentences: tuple[Sentence, ...]

    @property
    def of(self) -> int:
        """How many sentences there are in which something is pointed at."""
        return len(self.sentences)

    @property
    def open(self) -> int:
        """How many sentences still ask for a person."""
        return sum(sentence.is_open for sentence in self.sentences)


def check(reader: Reader, record: RecordId) -> Checked:
    """One case or chapter; raises UnknownRecord. Of other kinds, and of what is deleted, nothing is checked."""
    kind = reading.record(reader, record).key.kind
    found = check_some(reader, [record]) if kind in CHECKED else ()
    return found[0] if found else Checked(record, reading.title(reader, record), ())


def check_everything(reader: Reader, progress: Progress = unwatched) -> tuple[Checked, ...]:
    """All cases and chapters, as lists have them; raises Cancelled where the watcher wants no more."""
    records = [row.id for kind in CHECKED for row in reading.rows(reader, kind)]
    return check_some(reader, records, progress)


def check_some(reader: Reader, records: Sequence[RecordId], progress: Progress = unwatched) -> tuple[Checked, ...]:
    """These cases and chapters, in this order."""
    found: dict[RecordId, Checked] = {}
    check_ = checker(reader)
    for view, owned in reader.families(records):
        sentences = Dossier(check_, view, sorted(owned, key=reading.in_lists)).sentences()
        found[view.id] = Checked(view.id, reading.title(reader, view.id), tuple(sentences))
        if len(found) % _STRIDE == 0 and not progress(len(found), len(records), "nagekeken"):
            raise Cancelled
    return tuple(found[record] for record in records if record in found)


def dossier(reader: Reader, record: RecordId) -> Dossier | None:
    """What marks in the text of a case or chapter go by; None for other kinds."""
    kind = key_of(reader, record).kind
    if kind in HEARD:
        return Dossier(checker(reader), reading.record(reader, record), ())
    families = reader.families([record]) if kind in CHECKED else ()
    return next((Dossier(checker(reader), view, owned) for view, owned in families), None)


def checker(reader: Reader) -> Check:
    """The check that knows the people of this project."""
    return _checker(known(reader))


@lru_cache(2)
def _checker(known_: Known) -> Check:
    """Kept, for it remembers the sentences that it read."""
    return Check(known_)


def known(reader: Reader) -> Known:
    """Whom the project knows, as far as they are here; who and what may be printed is nobody's secret."""
    attendees = [row.columns for row in reader.rows("attendee")]
    people = [*map(_attendee, attendees)]
    employed = [*attendees, *(row.columns for row in reader.rows("person"))]
    firms = {str(columns.get("organisation") or "") for columns in employed}
    agreed = {id_ for id_, view in views_of(reader, "contact", "printable").items() if _may_be_printed(view)}
    others = (str(row.columns.get("name") or "") for row in reader.rows("contact") if row.id not in agreed)
    people += [contact_name(name) for name in others if name]
    contacts = (view for id_ in agreed if (view := reader.record(id_)) and not view.deleted)
    printable = {str(view.value(name) or "") for view in contacts for name in _SAID}
    return Known(tuple(sorted(set(people))), tuple(sorted(firms - {""})), tuple(sorted(printable - {""})))


def _may_be_printed(view: FieldView) -> bool:
    return most_careful("contact", "printable", view) is True


def _attendee(columns: Mapping[str, object]) -> Name:
    first, infix, last = (str(columns.get(name) or "") for name in ("first_name", "infix", "last_name"))
    return first, infix, last


def sentence_id(sentence: Sentence) -> str:
    """How the command line calls a sentence: by where it stands and what it says, without saying it."""
    return sha256("\0".join((sentence.record, sentence.field, sentence.text)).encode()).hexdigest()[:12]


def clear(session: Session, sentence: Sentence, ground: Ground, note: str = "", *, initiator: object = None) -> Changed:
    """What is undecided in a sentence may stay, for this reason; raises BadEdit where that wants words and has none."""
    if ground is Ground.OTHER and not note.strip():
        raise NoReason
    why: dict[str, Value] = {"ground": ground.value}
    why |= {"composite": True} if ground is Ground.COMPOSITE else {}
    why |= {"note": clean_line(note)} if note.strip() else {}
    undecided = [each for each in sentence.pointed if each.stay is None]
    new = [(editing.new_record(session, CLEARANCE.key, sentence.owner), each) for each in undecided]

    def act(scribe: Scribe) -> Change | None:
        last = None
        for record, each in new:
            last = editing.write_new(scribe, record, _about(sentence, each, session.app.entropy(_SALT)) | why)
        return last

    return session.edit(sentence.owner, act, initiator, name=_called(sentence))


def _about(sentence: Sentence, pointed: Pointed, salt: bytes) -> dict[str, Value]:
    return {
        "about": sentence.record,
        "field": sentence.field,
        "finding": pointed.finding.sort.value,
        "sentence": fingerprint(sentence.text, salt),
        "words": fingerprint(pointed.words, salt),
    }


def lift(session: Session, sentence: Sentence, *, initiator: object = None) -> Changed:
    """Takes back what was decided about a sentence: somebody looks at it again."""

    def act(scribe: Scribe) -> Change | None:
        stays = {each.stay.record for each in sentence.pointed if each.stay}
        return editing.write_deleted(scribe, [key_of(scribe.transaction, record) for record in sorted(stays)])

    return session.edit(sentence.owner, act, initiator, name="Privacybesluit teruggenomen")


def _called(sentence: Sentence) -> str:
    sorts = dict.fromkeys(LABELS[each.finding.sort].lower() for each in sentence.pointed if each.stay is None)
    return f"{', '.join(sorts).capitalize()} mag blijven"


def reason(ground: str) -> str:
    """Why something may stay, in words; a key of a newer program as it is."""
    return next((label for key, label in GROUNDS.items() if key == ground), ground)


def open_checks(checked: Iterable[Checked]) -> tuple[str, ...]:
    """What the check list of a PDF says: how many sentences nobody decided about."""
    return tuple(f"‘{each.title}’: {_asking(each.open)} nog een privacybesluit." for each in checked if each.open)


def _asking(number: int) -> str:
    return "1 zin vraagt" if number == 1 else f"{number} zinnen vragen"


def undecided(reader: Reader, view: RecordView, owned: Iterable[RecordView], target: str | None) -> Iterator[Gap]:
    """What nobody decided about yet, before a step, or whatever step comes."""
    open_ = [one for one in Dossier(checker(reader), view, owned).sentences() if one.is_open]
    if open_:
        at = open_[0].record, open_[0].field
        yield workflow.undecided(target, f"{_asking(len(open_))} nog een privacybesluit.", at)
