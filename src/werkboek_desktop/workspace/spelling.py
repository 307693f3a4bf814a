"""Spelling: what a project knows of words, and the mistakes in it."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from werkboek_desktop.dictionary import Beside, Dictionary, Here
from werkboek_desktop.domain import schema
from werkboek_desktop.domain.history import elements_of
from werkboek_desktop.domain.ids import RecordId, workbook_id
from werkboek_desktop.domain.readability import sentences
from werkboek_desktop.domain.replacing import Search, find
from werkboek_desktop.domain.spelling import Word, forms, is_right, vocabulary, words
from werkboek_desktop.domain.view import Status
from werkboek_desktop.resources import municipalities, resource
from werkboek_desktop.store.reading import Reader
from werkboek_desktop.workspace import reading
from werkboek_desktop.workspace.lookup import key_of
from werkboek_desktop.workspace.replacing import Hit, is_authorised
from werkboek_desktop.workspace.texts import OWNERS, Text, texts

WORDS = "words"
"""The list of words: a field of the workbook, and a setting of this computer."""
NAMED = ("person", "attendee", "contact", "partner", "term", "source", "workbook", "masterclass")
"""The kinds whose records have a name that is no mistake."""
_COLUMNS = ("organisation", "municipality", "neighbourhoods", "speaker", "by", "written_by")


@cache
def here() -> Dictionary:
    """The dictionary in this process, for who has no window."""
    return Here(resource("spelling"))


@cache
def beside() -> Dictionary:
    """The dictionary in a process of its own, for windows."""
    return Beside(resource("spelling"))


@cache
def _general() -> frozenset[str]:
    """What the program itself names: municipalities, kinds, fields and choices."""
    fields = [field for kind in schema.kinds() for field in kind.fields]
    labels = [*(field.label for field in fields), *(option.label for field in fields for option in field.options)]
    return vocabulary([*municipalities().written, *labels])


def known_words(reader: Reader, own: Iterable[str]) -> frozenset[str]:
    """The names and terms of a project, its list of words and one's own."""
    rows = [row for kind in NAMED for row in reader.rows(kind)]
    names = [row.title for row in rows]
    told = (row.columns.get(column) for row in (*rows, *reader.rows("case")) for column in _COLUMNS)
    names += [str(each) for value in told for each in (value if isinstance(value, list) else [value]) if each]
    return _general() | vocabulary([*names, *project_words(reader), *own])


def project_words(reader: Reader) -> tuple[str, ...]:
    """The list of words that goes along in bundles."""
    book = reader.record(workbook_id(reader.project()))
    return elements_of(book.value(WORDS)) if book else ()


class Speller:
    """Finds misspelled words. What the dictionary answered once is kept; a word that nobody asked about is right."""

    def __init__(self, dictionary: Dictionary, known: frozenset[str] = frozenset()) -> None:
        self.dictionary = dictionary
        self._known = known
        self._answers: dict[str, bool] = {}
        self._right: dict[str, bool] = {}

    def know(self, known: frozenset[str]) -> None:
        """From now on these words are right too."""
        self._known = known
        self._right = {word: self._is_right(word) for word in self._right}

    def ask(self, texts_: Iterable[str]) -> bool:
        """Asks the dictionary about these texts; whether there was something new in them."""
        new = {word.text for text in texts_ for word in words(text)} - self._right.keys()
        asked = sorted({form for word in new for form in forms(word)} - self._answers.keys())
        if asked:
            self._answers |= dict(zip(asked, self.dictionary.known(asked), strict=True))
        self._right |= {word: self._is_right(word) for word in new}
        return bool(new)

    def is_new(self, text: str) -> bool:
        """Whether there are words in it that nobody asked about."""
        return any(word.text not in self._right for word in words(text))

    def wrong(self, text: str) -> list[Word]:
        """The words that are misspelled."""
        return [word for word in words(text) if not self._right.get(word.text, True)]

    def _is_right(self, word: str) -> bool:
        return is_right(word, lambda form: form in self._known or self._answers.get(form, True))


class Misspelled(NamedTuple):
    """A word that nobody knows: in which sentence of which field, and where in it."""

    owner: RecordId
    title: str
    record: RecordId
    field: str
    label: str
    sentence: str
    word: Word


def misspelled(reader: Reader, own: Iterable[str], record: RecordId | None = None) -> Iterator[Misspelled]:
    """The mistakes in all cases and chapters, or in one; raises UnknownRecord."""
    wanted = [record] if record and key_of(reader, record).kind in OWNERS else []
    if record and not wanted:
        return
    found = list(texts(reader, wanted))
    speller = Speller(here(), known_words(reader, own))
    speller.ask(value for text in found for value in text.values)
    titles = {text.owner: reading.title(reader, text.owner) for text in found}
    for text in found:
        told = dict.fromkeys(each for value in text.values for each in sentences(value))
        for sentence in told:
            for word in speller.wrong(sentence):
                place = text.record.id, text.field.key, text.field.label
                yield Misspelled(text.owner, titles[text.owner], *place, sentence, word)


def mistakes(reader: Reader, record: RecordId, speller: Speller) -> list[Hit]:
    """The same of one case or chapter as places to write another word in, the items as lists have them.

    What has two versions or has to be reread first is left out. Raises UnknownRecord.
    """
    if key_of(reader, record).kind not in OWNERS:
        return []
    found = [text for text in texts(reader, [record]) if text.view.status is Status.SETTLED and text.values]
    found.sort(key=lambda text: (text.record.id != record, reading.in_lists(text.record)))
    speller.ask(sentence for text in found for sentence in sentences(text.values[0]))
    return [hit for text in found for hit in _hits(reader, text, speller)]


def _hits(reader: Reader, text: Text, speller: Speller) -> Iterator[Hit]:
    value = text.values[0]
    wrong = {word.text for sentence in sentences(value) for word in speller.wrong(sentence)}
    places = (place for word in wrong for place in find(value, Search(word, word, match_case=True)))
    about = text.owner, reading.title(reader, text.owner), text.record.id, text.field.key, text.field.label
    agreed = is_authorised(text)
    for place in sorted(places):
        if any((word.start, word.text) == (place.at, place.new) for word in words(place.sentence)):
            yield Hit(*about, value, text.view.heads, place, agreed)
