"""Municipalities by the names people type. The rows come from outside (resources/lists)."""

import re
from collections import defaultdict
from collections.abc import Iterable
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


class Municipalities:
    """Finds municipalities. An alias is another name, or the code of one that went up in it."""

    def __init__(self, rows: Iterable[Municipality], aliases: Iterable[tuple[str, str]] = ()) -> None:
        self._by_code = {row.code: row for row in rows}
        self._codes: defaultdict[str, set[str]] = defaultdict(set)
        for row in self._by_code.values():
            self._codes[_key(row.code)].add(row.code)
            self._codes[_key(row.name)].add(row.code)
            self._codes[_key(_BRACKETS.sub("", row.name))].add(row.code)
        for alias, code in aliases:
            self._codes[_key(alias)].add(code)

    def candidates(self, text: str) -> tuple[str, ...]:
        """The codes of all that a name, alias or code may mean: two for "Bergen"."""
        key = _key(text)
        found = self._codes.get(key) or self._codes.get(key.removeprefix("gemeente ")) or ()
        return tuple(sorted(found, key=self._sort_key))

    def resolve(self, text: str) -> str | None:
        """The code of the one municipality that is meant; None if there is none, or more than one."""
        found = self.candidates(text)
        return found[0] if len(found) == 1 else None

    def name(self, element: str) -> str:
        """What an element of a field is called: free text, and a code that isn't in the list, is itself."""
        code = self.resolve(element) if _CODE.fullmatch(element) else None
        return self._by_code[code].name if code else element

    def province(self, element: str) -> str | None:
        """The province of what an element of a field may mean; None where that is no municipality, or two provinces."""
        found = {self._by_code[code].province for code in self.candidates(element)}
        return found.pop() if len(found) == 1 else None

    def suggestions(self, prefix: str, limit: int = 12) -> tuple[Municipality, ...]:
        """Those whose name or alias starts with what was typed, as people sort them."""
        key = _key(prefix)
        found = {code for name, codes in self._codes.items() if name.startswith(key) for code in codes}
        return tuple(self._by_code[code] for code in sorted(found, key=self._sort_key)[:limit]) if key else ()

    def _sort_key(self, code: str) -> str:
        return sort_key_name(self._by_code[code].name)


def _key(text: str) -> str:
    return _NO_LETTERS.sub(" ", fold(text)).strip()
