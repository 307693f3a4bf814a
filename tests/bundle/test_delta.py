"""A delta is exact, short for a small edit, and bounded."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkboek_desktop.bundle import delta

_SENTENCES = st.sampled_from(
    ["De wijk was moe. ", "Niemand belde. ", "Toen kwam hij!\n", "Wat nu? ", "é😀. ", "zonder punt"]
)
_TEXTS = st.lists(_SENTENCES, max_size=12).map("".join) | st.text(max_size=40)


@given(_TEXTS, _TEXTS)
def test_a_delta_makes_exactly_the_text(base: str, text: str) -> None:
    script: list[object] = list(delta.diff(base, text))
    assert delta.size(base, script) == len(text)
    assert delta.apply(base, script) == text


def test_equal_texts_need_nothing() -> None:
    assert delta.diff("gelijk", "gelijk") == []


def test_one_word_costs_one_word() -> None:
    base = "De wijk was moe. Niemand belde meer. Toen kwam de wijkagent."
    assert delta.diff(base, base.replace("meer", "nog")) == [31, 4, "nog"]


def test_two_sentences_with_one_between_them_are_two_edits() -> None:
    base = "Een wijk. Twee straten. Drie huizen."
    assert delta.diff(base, "Een buurt. Twee straten. Vier huizen.") == [4, 4, "buurt", 16, 4, "Vier"]


def test_a_very_long_text_costs_no_more_than_itself() -> None:
    base = "".join(f"Zin {number}. " for number in range(3_000))
    text = "".join(f"Regel {number}. " for number in range(3_000))
    (_, _, insert) = delta.diff(base, text)
    assert len(str(insert)) <= len(text)


@pytest.mark.parametrize(
    "script", [[1], [1, 2], [0, 0, 0], ["0", 0, ""], [True, 0, ""], [-1, 0, ""], [0, -1, ""], [3, 1, ""]]
)
def test_what_is_no_script_is_refused(script: list[object]) -> None:
    with pytest.raises(ValueError, match=r".+"):
        delta.size("abc", script)
