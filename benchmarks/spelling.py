"""Spelling of a whole book, and the library's bare check of the same words."""

from collections.abc import Iterator
from time import process_time

from benchmarks.corpus import edits
from benchmarks.table import Row, compared
from werkboek_desktop.dictionary import Here
from werkboek_desktop.domain.spelling import words
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
