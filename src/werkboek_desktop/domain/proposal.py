"""A proposal for a field with versions, word for word: only ever something for a person to read and take or leave.

A sentence that comes of it was written so by nobody. Where two versions want something else at the same place, or one
writes beside what another left out, it proposes nothing.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from werkboek_desktop.domain.choosing import GAP, parts
from werkboek_desktop.domain.diff import matches
from werkboek_desktop.domain.difference import Stretch, Tone, difference
from werkboek_desktop.domain.shown_prose import readable
from werkboek_desktop.domain.tokens import compose
from werkboek_desktop.domain.view import FieldView

_CLOSING = frozenset(".,;:!?…)]”»")
_WORD = re.compile(r"([^\S\n]*)(\n|[\w'’-]+|[^\w\s])")


class Proposal(NamedTuple):
    """The whole text that is proposed, and what of it to show: what nobody disputes is left out."""

    text: str
    stretches: tuple[Stretch, ...]


class _Word(NamedTuple):
    """A word, mark or line end, the white space before it, and whether it begins a line."""

    text: str
    space: str
    begins: bool


class _Edit(NamedTuple):
    """What one version does with the words where it began: which it leaves out, and what it writes before which."""

    removed: frozenset[int]
    written: dict[int, list[_Word]]
    beside: dict[int, tuple[int, int]]
    """The words, both kept, between which it writes."""


def propose(view: FieldView, began: str | None) -> Proposal | None:
    """The versions of a text together; None where that cannot be said, or would be what one of them is already."""
    texts: list[str] = []
    shown: list[Stretch] = []
    for part in parts(view, began):
        if not part.disputed:
            texts.append(part.texts[0])
            shown.append(Stretch(f"{GAP} "))
            continue
        merged = merge_words(part.began, part.texts) if part.began else None
        if merged is None or part.began is None:
            return None
        texts.append(merged)
        shown += [stretch for stretch in difference(*readable(part.began, merged)) if stretch.tone is not Tone.REMOVED]
        shown.append(Stretch(" "))
    text = compose(texts)
    is_new = bool(shown) and text not in {str(variant.value or "") for variant in view.variants}
    return Proposal(text, tuple(shown)) if is_new else None


def merge_words(began: str, versions: Sequence[str]) -> str | None:
    """What versions of a text do with its words, done together; None where they are in each other's way."""
    words = _words(began)
    edits = [_edit(words, _words(version)) for version in dict.fromkeys(versions) if version != began]
    removed = frozenset[int]().union(*(edit.removed for edit in edits))
    made: list[_Word] = []
    for at in range(len(words) + 1):
        writing = [edit for edit in edits if at in edit.written]
        if any(_is_in_the_way(edit, at, removed) for edit in writing) or _differ(writing, at):
            return None
        if writing:
            made += writing[0].written[at]
        if at < len(words) and at not in removed:
            made.append(words[at])
    return "".join(_spaced(made)).strip(" ")


def _is_in_the_way(edit: _Edit, at: int, removed: frozenset[int]) -> bool:
    """Whether somebody left out a word beside which this is written."""
    return bool(removed.intersection(edit.beside[at]))


def _differ(edits: Sequence[_Edit], at: int) -> bool:
    return len({tuple(word.text for word in edit.written[at]) for edit in edits}) > 1


def _words(text: str) -> list[_Word]:
    found: list[_Word] = []
    for space, word in _WORD.findall(text):
        found.append(_Word(word, space, not found or found[-1].text == "\n"))
    return found


def _edit(old: Sequence[_Word], new: Sequence[_Word]) -> _Edit:
    """Words that are written for others stand where the first of those stood."""
    edit = _Edit(frozenset(range(len(old))), {}, {})
    removed = set(edit.removed)
    i = j = 0
    for match in (*matches([word.text for word in old], [word.text for word in new]), None):
        to_old, to_new, size = match or (len(old), len(new), 0)
        if to_new > j:
            edit.written[i] = list(new[j:to_new])
            edit.beside[i] = (i - 1, to_old)
        removed.difference_update(range(to_old, to_old + size))
        i, j = to_old + size, to_new + size
    return edit._replace(removed=frozenset(removed))


def _spaced(words: Sequence[_Word]) -> Iterator[str]:
    """Each word with the white space it had; one that began a line and does no more gets a space before it."""
    begins = True
    for word in words:
        if begins == word.begins or word.text == "\n":
            yield word.space
        elif word.begins and word.text not in _CLOSING:
            yield " "
        yield word.text
        begins = word.text == "\n"
