"""Municipalities by the names people type. The rows come from outside (resources/lists)."""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from werkboek_desktop.domain.text import fold, sort_key_name

_CODE = re.compile(r"GM\d{4}")
_NO_LETTERS = re.compile(r"[\W_]+")
_BRACKETS = re.compile(r"\s*\(.*\)")


class Municipality(NamedTuple):
    """One row: the CBS code (`GM0344`), the official name, the province's name."""

    code: str
    name: str
    province: str


class Merged(NamedTuple):
    """A municipality that is none any more: its name, the one it went up in, and since which year.

    One that was divided went up in several, by their codes.
    """

    name: str
    into: tuple[str, ...]
    since: int


class Municipalities:
    """Finds municipalities. An alias is another name, or the code of one that went up in it.

    The name of one that went up in another lately stays what somebody writes: it is found, and never replaced.
    """

    def __init__(
        self,
        rows: Iterable[Municipality],
        aliases: Iterable[tuple[str, str]] = (),
        merged: Iterable[Merged] = (),
    ) -> None:
        self._by_code = {row.code: row for row in rows}
        self._aliases = tuple(aliases)
        self._gone = tuple(merged)

    @cached_property
    def _merged(self) -> dict[str, Merged]:
        return {_key(each.name): each for each in self._gone}

    @cached_property
    def _codes(self) -> defaultdict[str, set[str]]:
        """What each name may mean; a list that only shows names does without."""
        codes: defaultdict[str, set[str]] = defaultdict(set)
        for row in self._by_code.values():
            for name in (row.code, row.name, _BRACKETS.sub("", row.name)):
                codes[_key(name)].add(row.code)
        for alias, code in self._aliases:
            codes[_key(alias)].add(code)
        for key, each in self._merged.items():
            codes[key].update(each.into)
        return codes

    @property
    def written(self) -> tuple[str, ...]:
        """Every name as it should be written, those of before a merger too."""
        return (*(row.name for row in self._by_code.values()), *(each.name for each in self._gone))

    def candidates(self, text: str) -> tuple[str, ...]:
        """The codes of all that a name, alias or code may mean: two for "Bergen"."""
        return tuple(sorted(self._codes.get(self._known_key(text), ()), key=self._sort_key))

    def resolve(self, text: str) -> str | None:
        """The code of the one municipality that is meant; None if there is none, or more than one, or none any more."""
        found = self.candidates(text)
        return found[0] if len(found) == 1 and self.merged(text) is None else None

    def merged(self, text: str) -> Merged | None:
        """What became of a municipality by this name; None for one that is there, or never was."""
        return self._merged.get(self._known_key(text))

    def _known_key(self, text: str) -> str:
        key = _key(text)
        return key if key in self._codes else key.removeprefix("gemeente ")

    def name(self, element: str) -> str:
        """What an element of a field is called: free text, and a code that isn't in the list, is itself."""
        if element in self._by_code:
            return self._by_code[element].name
        code = self.resolve(element) if _CODE.fullmatch(element) else None
        return self._by_code[code].name if code else element

    def names(self, element: str) -> tuple[str, ...]:
        """All names, folded, by which what an element of a field stands for is found; of free text none but itself."""
        return self._names.get(element, ())

    @cached_property
    def _names(self) -> dict[str, tuple[str, ...]]:
        names: defaultdict[str, list[str]] = defaultdict(list)
        for name, codes in self._codes.items():
            for code in codes:
                names[code].append(name)
        return {code: tuple(found) for code, found in names.items()}

    def province(self, element: str) -> str | None:
        """The province of what an element of a field may mean; None where that is no municipality, or two provinces."""
        found = {self._by_code[code].province for code in self.candidates(element)}
        return found.pop() if len(found) == 1 else None

    def suggestions(self, prefix: str, limit: int = 12) -> tuple[Municipality, ...]:
        """Those of whose name or alias a word starts with what was typed; those that start so themselves first."""
        key = _key(prefix)
        if not key:
            return ()
        first: set[str] = set()
        later: set[str] = set()
        for name, codes in self._codes.items():
            if name.startswith(key):
                first |= codes
            elif f" {key}" in name:
                later |= codes
        order = [*sorted(first, key=self._sort_key), *sorted(later - first, key=self._sort_key)]
        return tuple(self._by_code[code] for code in order[:limit])

    def _sort_key(self, code: str) -> str:
        return sort_key_name(self._by_code[code].name)


def _key(text: str) -> str:
    return _NO_LETTERS.sub(" ", fold(text)).strip()
