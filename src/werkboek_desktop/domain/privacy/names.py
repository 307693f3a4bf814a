"""Names of people whom the project knows, in the spellings in which others write them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import takewhile
from typing import NamedTuple

from werkboek_desktop.domain.privacy.finding import Certainty, Finding, Sort
from werkboek_desktop.domain.text import fold, parts_of_name

type Name = tuple[str, str, str]
"""First name, infix and last name."""

_WORD = re.compile(r"['’‘`]?[^\W\d_]+(?:['’‘`][^\W\d_]+)*")
_PARTICLES = frozenset("van von vom de der den het te ten ter in op aan t s n d v vd la le du el al".split())
_ADDRESSED = frozenset("mevrouw meneer heer dhr mevr mw mr drs dr ir ing prof familie oom tante meester juf".split())
_TITLES = _ADDRESSED | frozenset(
    "wethouder burgemeester agent wijkagent agente jongerenwerker collega dokter rechercheur officier adviseur"
    " projectleider coordinator buurvrouw buurman directeur voorzitter raadslid ambtenaar boa handhaver concierge"
    " huismeester".split()
)
_FIRMS = frozenset(
    "stichting bakkerij slagerij garage cafe firma autobedrijf restaurant supermarkt kapsalon advocaten makelaardij"
    " installatiebedrijf bouwbedrijf groothandel drukkerij vereniging".split()
)
_COMMON = frozenset(
    "appel bakker berg boer bos bosch brink brouwer bruin dam dekker dijk groen groot haan herder hoek hof jager jong"
    " kerk klein kok koning kuiper lang meer molen mulder peer post prins ridder schipper slager smit smid timmerman"
    " veld visser vos wit wolf zand zwart lange korte".split()
)
_WHERE = frozenset("in te uit gemeente naar rond bij nabij richting".split())
_SAYS = frozenset(
    "vertelt vertelde zegt zei ziet zag kent kende woont woonde werkt werkte belt belde vond vindt weet wist denkt"
    " dacht kwam komt ging gaat schreef schrijft kreeg krijgt durft durfde legt legde heeft had wil wilde kan kon"
    " merkt merkte hoorde hoort vroeg vraagt begon begint regelt regelde liep loopt zelf".split()
)
_WORDS_TOO = frozenset(
    "roos noor bloem iris jasmijn linde sterre mei juni juli april august joy vos wolf bente sam fleur madelief lente"
    " storm zon hope faith guus bas don".split()
)
"""First names that begin a sentence as often as a person does."""
_BEFORE_FIRST = _TITLES | frozenset(
    "volgens aldus met aan door van voor bij broer zus moeder vader zoon dochter vriend vriendin vraagt zegt zei"
    " vertelt vertelde dankzij namens sprak spraken belde bezocht ontmoette interviewde".split()
)

_MOST_PARTICLES = 4


class _Word(NamedTuple):
    start: int
    end: int
    text: str
    folded: str

    @property
    def is_capital(self) -> bool:
        return any(letter.isupper() for letter in self.text[:3])

    @property
    def is_particle(self) -> bool:
        return self.folded in _PARTICLES and not (len(self.text) == 1 and self.is_capital)


class _Person(NamedTuple):
    first: tuple[str, ...]
    particles: tuple[str, ...]
    last: tuple[str, ...]


class Names:
    """Looks for people in sentences."""

    def __init__(self, people: Iterable[Name], exempt: Iterable[str] = ()) -> None:
        allowed = {_folded(name) for name in exempt if name}
        known = {person for name in people if (person := _person(name)) and _folded(" ".join(name)) not in allowed}
        self._by_last: dict[str, list[_Person]] = defaultdict(list)
        self._by_first: dict[str, list[_Person]] = defaultdict(list)
        self._exempt: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for person in sorted(known):
            self._by_last[person.last[0]].append(person)
            if person.first and len(person.first[0]) > 1:
                self._by_first[person.first[0]].append(person)
        for words in allowed - {()}:
            self._exempt[words[0]].append(words)

    def find(self, sentence: str) -> Iterator[Finding]:
        """Whole names, names with initials, last names, and first names where somebody says or does something.

        The longest first: a first name in a whole name is no finding of its own.
        """
        yield from sorted(self._find(sentence), key=lambda found: found.start - found.end)

    def _find(self, sentence: str) -> Iterator[Finding]:
        words = list(_words(sentence))
        free = self._free(words)
        for at, word in enumerate(words):
            if at in free:
                continue
            for person in self._by_last.get(word.folded, ()):
                if not (word.is_capital or _is_whole(words, at, person)):
                    continue
                if (found := _last(sentence, words, at, person)) is not None:
                    yield found
                    break
            else:
                firsts = (person for name in _whose(word) for person in self._by_first.get(name, ()))
                if word.is_capital and any(_is_first(sentence, words, at, person) for person in firsts):
                    yield Finding(Sort.NAME, word.start, word.end, Certainty.POSSIBLE)

    def _free(self, words: list[_Word]) -> set[int]:
        """The words that are the name of an organisation, or of somebody who may be named."""
        found: set[int] = set()
        for at, word in enumerate(words):
            for name in self._exempt.get(word.folded, ()):
                if _stands(words, at, name):
                    found.update(range(at, at + len(name)))
        return found


def contact_name(name: str) -> Name:
    """The name of a contact, which is written in one field, without how one addresses them."""
    words = name.split()
    titles = len(list(takewhile(lambda word: fold(word.strip(".")) in _TITLES, words)))
    return parts_of_name(" ".join(words[titles:]))


def _person(name: Name) -> _Person | None:
    first, infix, last = map(_folded, name)
    before = tuple(takewhile(_PARTICLES.__contains__, last[:-1]))
    main = last[len(before) :]
    if name[2].startswith(("El ", "Al ", "Le ", "La ")):
        before, main = (), last
    return _Person(first, (*infix, *before), main) if main else None


def _words(text: str) -> Iterator[_Word]:
    for found in _WORD.finditer(text):
        yield _Word(found.start(), found.end(), found[0], _bare(found[0]))


def _bare(word: str) -> str:
    """Folded, and without what makes it whose: `Fatima’s`."""
    return fold(word[:-2] if len(word) > 3 and word.endswith(("’s", "'s")) else word)


def _folded(text: str) -> tuple[str, ...]:
    return tuple(word.folded for word in _words(text))


def _stands(words: list[_Word], at: int, name: tuple[str, ...]) -> bool:
    return tuple(word.folded for word in words[at : at + len(name)]) == name


def _start(words: list[_Word], at: int) -> int:
    """Where what is before a last name begins: its infix."""
    start = at
    while start and words[start - 1].is_particle and start > at - _MOST_PARTICLES:
        start -= 1
    return start


def _is_whole(words: list[_Word], at: int, person: _Person) -> bool:
    """Whether the first name stands before it in small letters too."""
    begin, number = _start(words, at), len(person.first)
    if not 0 < number <= begin or words[begin - number].is_capital:
        return False
    return len(person.first[0]) > 1 and _stands(words, begin - number, person.first)


def _last(sentence: str, words: list[_Word], at: int, person: _Person) -> Finding | None:
    """The last name at this word, with what is before it as far as it is this person's."""
    if not _stands(words, at, person.last):
        return None
    end = words[at + len(person.last) - 1].end
    start = _start(words, at)
    for begin in dict.fromkeys((start, at)):
        if (before := _called(sentence, words, begin, person)) is not None:
            return Finding(Sort.NAME, words[before].start, end)
    if (after := _turned(sentence, words, at, person)) is not None:
        return Finding(Sort.NAME, words[at].start, words[after].end)
    particles = tuple(word.folded for word in words[start:at])
    return _alone(words, start, at, end, person) if _has_particles(particles, person) else None


def _has_particles(particles: tuple[str, ...], person: _Person) -> bool:
    return particles[-len(person.particles) :] == person.particles if person.particles else True


def _called(sentence: str, words: list[_Word], begin: int, person: _Person) -> int | None:
    """Where the first name or the initials begin that stand before this word."""
    number = len(person.first)
    if number and begin >= number and _stands(words, begin - number, person.first):
        return begin - number
    initials = begin
    while initials and len(words[initials - 1].text) == 1 and words[initials - 1].is_capital:
        initials -= 1
    fits = person.first and initials < begin and words[initials].folded == person.first[0][0]
    return initials if fits and "." in sentence[words[initials].start : words[initials].end + 1] else None


def _turned(sentence: str, words: list[_Word], at: int, person: _Person) -> int | None:
    """As lists have it: `Hoek, Sanne van ’t`."""
    after = at + len(person.last)
    is_turned = person.first and after < len(words) and sentence[words[after - 1].end : words[after].start] == ", "
    return after + len(person.first) - 1 if is_turned and _stands(words, after, person.first) else None


def _alone(words: list[_Word], start: int, at: int, end: int, person: _Person) -> Finding | None:
    """A last name by itself, which may also be a firm, a place or just a word."""
    own = at - len(person.particles)
    before = words[own - 1].folded if own else ""
    is_loose = bool(person.particles) and not words[own].is_capital
    if before in (_ADDRESSED if is_loose else _TITLES):
        return Finding(Sort.NAME, words[own].start, end, Certainty.LIKELY)
    is_word = len(person.last) == 1 and person.last[0] in _COMMON
    is_other = before in _FIRMS or before in _WHERE or (own == 0 and is_word)
    follows_name = own > 0 and words[own - 1].is_capital and own - 1 > 0 and start == at
    if is_other or is_loose or follows_name:
        return None
    return Finding(Sort.NAME, words[own].start, end, Certainty.LIKELY)


def _whose(word: _Word) -> tuple[str, ...]:
    """The first names that a word may begin: `Piets` is also Piet’s."""
    return (word.folded, word.folded[:-1]) if word.folded.endswith("s") else (word.folded,)


def _is_first(sentence: str, words: list[_Word], at: int, person: _Person) -> bool:
    """A first name that is also a word says little: only where somebody says, does or is something."""
    *others, last = person.first
    end = at + len(others)
    if not _stands(words, at, tuple(others)) or end >= len(words) or last not in _whose(words[end]):
        return False
    after = words[end + 1] if end + 1 < len(words) else None
    if after and (after.is_capital or sentence[words[end].end : after.start] == "-"):
        return False
    before = words[at - 1].folded if at else ""
    is_plain = person.first[0] not in _WORDS_TOO
    return is_plain or before in _BEFORE_FIRST or (after is not None and after.folded in _SAYS)
