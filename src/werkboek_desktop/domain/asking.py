"""Which changes of an approved text ask for another akkoord: another figure, another name, a `niet` more or less.

It proposes and never decides, so where it is in doubt it says so.
"""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from enum import StrEnum
from itertools import product

from werkboek_desktop.domain.fields import Field, Privacy
from werkboek_desktop.domain.history import elements_of
from werkboek_desktop.domain.inline import runs_of
from werkboek_desktop.domain.tokens import is_sentence, tokenize
from werkboek_desktop.domain.values import Value, ValueType
from werkboek_desktop.domain.view import FieldView, Status


class Reason(StrEnum):
    """What changed that somebody agreed to."""

    FIGURE = "figure"
    NAME = "name"
    NEGATION = "negation"


_WORD = re.compile(r"[^\W_]+(?:[.,:/’'-][^\W_]+)*")
_NEGATIONS = frozenset("niet geen nooit niemand niets noch nergens zonder".split())
_NUMERAL = re.compile(
    r"(?:één|(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|der|veer|tach|tig|twin|honderd|duizend"
    r"|miljoen|miljard|en|ën)+)(?:de|ste)?|nul|(?:ander)?half|halve|helft|kwart|dubbele?"
)
_NO_NUMERALS = frozenset({"een", "en", "der", "ende"})
_FIGURES = frozenset({ValueType.INTEGER, ValueType.DECIMAL, ValueType.DATE, ValueType.MONTH, ValueType.TIME})
_WRITTEN = frozenset({ValueType.PROSE, ValueType.LINE, ValueType.SET})


def reasons(before: str, after: str, names: Collection[str] = ()) -> frozenset[Reason]:
    """Why the change of a text asks again. `names`: words that are names, also where a sentence begins."""
    was, now = list(_sentences(before)), list(_sentences(after))
    called = {*names, *(word for words in (*was, *now) for word in words[1:] if word[:1].isupper())}
    tells: Mapping[Reason, Callable[[str], bool]] = {
        Reason.FIGURE: _is_figure,
        Reason.NAME: lambda word: word in called or sum(map(str.isupper, word)) > 1,
        Reason.NEGATION: lambda word: word.lower() in _NEGATIONS,
    }
    return frozenset(reason for reason, is_one in tells.items() if _count(was, is_one) != _count(now, is_one))


def reasons_of(
    field: Field, before: FieldView | None, after: FieldView | None, names: Collection[str] = ()
) -> frozenset[Reason]:
    """Why the change of a field asks again; of two versions each may be what will stand there."""
    pairs = product(_values(before), _values(after))
    return frozenset(reason for was, now in pairs if was != now for reason in _of_values(field, was, now, names))


def _of_values(field: Field, was: Value, now: Value, names: Collection[str]) -> frozenset[Reason]:
    if field.type in _FIGURES:
        return frozenset({Reason.FIGURE})
    if field.type not in _WRITTEN:
        return frozenset()
    if field.municipal or field.privacy is Privacy.PERSON or field.key == "name":
        return frozenset({Reason.NAME})
    return reasons(_text(was), _text(now), names)


def _values(view: FieldView | None) -> tuple[Value, ...]:
    if view is None:
        return (None,)
    return tuple(variant.value for variant in view.variants) if view.status is Status.CONFLICT else (view.value,)


def _text(value: Value) -> str:
    return " · ".join(elements_of(value)) if isinstance(value, tuple) else str(value or "")


def _sentences(text: str) -> Iterator[list[str]]:
    for token in tokenize(text):
        if is_sentence(token):
            yield _WORD.findall("".join(run.text for run in runs_of(token)))


def _count(sentences: Iterable[list[str]], is_one: Callable[[str], bool]) -> Counter[str]:
    return Counter(word for words in sentences for word in words if is_one(word))


def _is_figure(word: str) -> bool:
    small = word.lower()
    return any(map(str.isdigit, word)) or (small not in _NO_NUMERALS and _NUMERAL.fullmatch(small) is not None)
