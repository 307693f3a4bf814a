"""Spelling of a whole book beside the library's bare check of the same words, and its terms."""

from collections.abc import Iterator
from time import process_time

from benchmarks.corpus import edits
from benchmarks.table import Row, compared
from werkboek_desktop.dictionary import Here
from werkboek_desktop.domain.replacing import Search, find
from werkboek_desktop.domain.spelling import words
from werkboek_desktop.domain.terms import Written, terms
from werkboek_desktop.resources import resource
from werkboek_desktop.workspace.spelling import Speller

TEXTS = 400


def rows() -> Iterator[Row]:
    """Every word asked about and every mistake found, by who never saw the book before."""
    texts = [edit.text for edit, _number in zip(edits(), range(TEXTS), strict=False)]
    dictionary = Here(resource("spelling"))
    asked = [word.text for text in texts for word in words(text)]
    start = process_time()
    for word in asked:
        dictionary.known([word])
    bare = process_time() - start
    speller = Speller(dictionary)
    start = process_time()
    speller.ask(texts)
    for text in texts:
        speller.wrong(text)
    ours = process_time() - start
    work = f"spelling of {len(asked):,} words"
    yield compared(work, f"{ours * 1e3:.0f} ms", f"hunspell alone: {bare * 1e3:.0f} ms", ours / bare, 5)
    yield _terms(texts, len(asked))


def _terms(texts: list[str], words_: int) -> Row:
    """What is spelled in several ways, against finding every place of one word, as replacing does."""
    start = process_time()
    terms(lambda: [Written([text]) for text in texts], {}, frozenset())
    ours = process_time() - start
    start = process_time()
    for text in texts:
        list(find(text, Search("wijk")))
    one = process_time() - start
    work = f"terms of {words_:,} words"
    return compared(work, f"{ours * 1e3:.0f} ms", f"every place of one word: {one * 1e3:.0f} ms", ours / one)
