"""Emphasis and links as runs, and back."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkboek_desktop.domain.inline import Run, line_of, runs_of

SITE = "https://meerdrecht.example"


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Gewoon.",
        "**Vet.** **Nog vet.** gewoon *schuin* en ***beide***.",
        f"zie [de site]({SITE}/a_(b)) nu",
        f"**[x]({SITE})** en *y*",
        "2 * 3 * 4",
        "*a",
        "a*b*c",
        "~ “**Vet**”, (*x*)",
        "€\u00a0500 **art.\u00a013b** x",
        "[geen link](javascript:x)",
    ],
)
def test_a_canonical_line_comes_back_as_it_was(line: str) -> None:
    assert line_of(runs_of(line)) == line


def test_emphasis_ends_with_its_sentence() -> None:
    assert line_of([Run("Een zin. Nog een.", bold=True)]) == "**Een zin.** **Nog een.**"
    assert line_of([Run("Een zin.  Nog "), Run("een. En ", italic=True), Run("dit.")]) == (
        "Een zin.  Nog *een.* *En* dit."
    )


def test_emphasis_holds_whole_words_and_no_space_at_its_ends() -> None:
    assert line_of([Run("de wijk"), Run("aan", bold=True), Run("pak")]) == "de **wijkaanpak**"
    assert line_of([Run("de"), Run(" wijk ", bold=True), Run("nu")]) == "de **wijk** nu"


def test_emphasis_that_could_not_be_read_again_goes_and_the_text_stays() -> None:
    assert line_of([Run("a * b", bold=True), Run("*")]) == "a * b*"


def test_what_was_typed_as_emphasis_ends_with_its_sentence_too() -> None:
    assert line_of([Run("*Een. Twee.*")]) == "*Een.* *Twee.*"


def test_a_link_keeps_its_words_where_it_cannot_be_written() -> None:
    assert line_of([Run("[1]", link=SITE)]) == "[1]"
    assert line_of([Run("*", link=SITE), Run(".*", link=SITE)]) == "*.*"
    assert line_of([Run("zie "), Run("hier", bold=True, link=SITE)]) == f"zie **[hier]({SITE})**"


LOOKS = st.tuples(st.booleans(), st.booleans(), st.sampled_from(["", SITE]))
TEXTS = st.text("ab .*[]()\u00a0é!-_", min_size=1, max_size=6)
RUNS = st.lists(st.builds(lambda text, look: Run(text, *look), TEXTS, LOOKS), max_size=8)


@given(RUNS)
def test_the_words_stay_and_writing_again_changes_nothing(runs: list[Run]) -> None:
    line = line_of(runs)
    assert _words(line) == _words("".join(run.text for run in runs))
    assert line_of(runs_of(line)) == line


def _words(text: str) -> str:
    return re.sub(rf"[\s*\[\]()]|{re.escape(SITE)}", "", text)
