"""How a case or chapter reads, as an indication, and which of its sentences make it hard."""

from typing import NamedTuple

from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.readability import Readability, explained, hard, readability
from werkboek_desktop.domain.text import count_words
from werkboek_desktop.domain.values import ValueType
from werkboek_desktop.store.reading import Reader
from werkboek_desktop.workspace.lookup import key_of
from werkboek_desktop.workspace.texts import OWNERS, texts


class HardSentence(NamedTuple):
    """A sentence that is hard to read, and where it stands."""

    record: RecordId
    field: str
    label: str
    sentence: str
    why: str


class Ease(NamedTuple):
    """`scores`: None where there are too few words to say anything of."""

    words: int
    scores: Readability | None
    hard: tuple[HardSentence, ...]


ENOUGH = 100
"""The words from which a score says something."""


def reading_ease(reader: Reader, record: RecordId) -> Ease:
    """Of all prose of a case or chapter; nothing of other kinds. Raises UnknownRecord."""
    if key_of(reader, record).kind not in OWNERS:
        return Ease(0, None, ())
    found = [text for text in texts(reader, [record]) if text.field.type is ValueType.PROSE]
    written = [value for text in found for value in text.values]
    known = explained(written)
    words = sum(map(count_words, written))
    sentences = (
        HardSentence(text.record.id, text.field.key, text.field.label, each.sentence, each.why)
        for text in found
        for each in dict.fromkeys(each for value in text.values for each in hard(value, known))
    )
    return Ease(words, readability(written) if words >= ENOUGH else None, tuple(sentences))
