"""Terms that are spelled in several ways over the book, and the spelling that somebody prefers."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby

from werkboek_desktop.domain.change import Change, RecordKey
from werkboek_desktop.domain.history import elements_of
from werkboek_desktop.domain.ids import new_record_id, workbook_id
from werkboek_desktop.domain.kinds.workbook import TERM
from werkboek_desktop.domain.moments import listed
from werkboek_desktop.domain.spelling import words
from werkboek_desktop.domain.terms import Term, Written, key_of, terms
from werkboek_desktop.domain.text import clean_line
from werkboek_desktop.domain.values import ValueType
from werkboek_desktop.errors import BadFieldValue, Cancelled
from werkboek_desktop.resources import municipalities
from werkboek_desktop.store.reading import Reader
from werkboek_desktop.workspace import editing
from werkboek_desktop.workspace.given import elements
from werkboek_desktop.workspace.lookup import known_field
from werkboek_desktop.workspace.model import Changed, NewRecord, Progress, unwatched
from werkboek_desktop.workspace.scribe import Scribe
from werkboek_desktop.workspace.session import Session
from werkboek_desktop.workspace.texts import OWNERS, texts

RIGHT = "spellings"
"""The field of the workbook with the spellings that may stand beside each other."""
PEOPLE = ("person", "attendee", "contact")
_STRIDE = 50


def find_terms(reader: Reader, progress: Progress = unwatched) -> list[Term]:
    """What is spelled in several ways, or otherwise than somebody preferred; raises Cancelled."""
    of = 2 * sum(reader.size(kind) for kind in OWNERS)
    done = 0

    def told() -> Iterator[Written]:
        nonlocal done
        for _owner, found in groupby(texts(reader), key=lambda text: text.owner):
            written: defaultdict[ValueType, list[str]] = defaultdict(list)
            for text in found:
                written[text.field.type] += text.values
            yield Written(written[ValueType.PROSE], written[ValueType.LINE])
            done += 1
            if done % _STRIDE == 0 and not progress(done, of, "gelezen"):
                raise Cancelled

    return terms(told, preferred(reader), frozenset(_names(reader)), _right(reader))


def _right(reader: Reader) -> frozenset[str]:
    """The spellings that may stand beside others of their term."""
    view = reader.record(workbook_id(reader.project()))
    return frozenset(elements_of(view.value(RIGHT))) if view else frozenset()


def preferred(reader: Reader) -> dict[str, str]:
    """How the terms that somebody wrote down are spelled, by what all their spellings have in common."""
    rows = sorted(reader.rows(TERM.key), key=lambda row: row.id, reverse=True)
    return {key_of(row.title): clean_line(row.title) for row in rows if row.title}


def _names(reader: Reader) -> Iterator[str]:
    """The words of names of people and places: with a capital they are something else than without."""
    people = [row.title for kind in PEOPLE for row in reader.rows(kind)]
    for name in (*municipalities().written, *people):
        yield from (key_of(word.text) for word in words(name))


def prefer(session: Session, spelling: str, *, initiator: object = None) -> Changed:
    """From now on a term is spelled so: the one of the list of terms, or a new one there; raises BadFieldValue."""
    spelling = clean_line(spelling)
    key = key_of(spelling)
    if not key:
        raise BadFieldValue(TERM.label, "hier hoort een woord")
    with session.store.read() as reader:
        known = sorted(row.id for row in reader.rows(TERM.key) if key_of(row.title) == key)
        lifted = [each for each in _right(reader) if key_of(each) == key]
    target = known[0] if known else NewRecord(RecordKey(TERM.key, None, new_record_id(session.app.entropy)))
    book = editing.workbook(session)

    def act(scribe: Scribe) -> Change | None:
        if lifted:
            editing.write_set(scribe, book, RIGHT, remove=lifted)
        return editing.write_on_all(scribe, target, "term", spelling)

    return session.edit(None, act, initiator, name=f"voortaan ‘{spelling}’")


def accept(session: Session, spellings: Sequence[str], *, initiator: object = None) -> Changed:
    """These spellings of a term are right, beside each other; raises BadFieldValue."""
    ways = elements(known_field("workbook", RIGHT), spellings)
    if len({key_of(each) for each in ways}) != 1 or not key_of(ways[0]):
        raise BadFieldValue(TERM.label, "dit zijn geen schrijfwijzen van één term")
    book = editing.workbook(session)
    name = f"{listed([f'‘{each}’' for each in ways])} naast elkaar"
    return session.edit(None, lambda scribe: editing.write_set(scribe, book, RIGHT, add=ways), initiator, name=name)
