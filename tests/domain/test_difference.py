"""What changed in a text, word by word, losing and inventing nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkboek_desktop.domain.difference import Stretch, Tone, brief, changed_part, difference, spots

WORD = st.sampled_from(["de", "wijk", "school.", "doet", "mee,", "soms", "’s avonds"])
WORDS = st.lists(st.lists(WORD, max_size=4).map(" ".join), max_size=4).map("\n".join)


def test_words_are_struck_and_underlined_apart() -> None:
    assert difference("De school doet soms mee.", "De school doet altijd mee.") == [
        Stretch("De school doet "),
        Stretch("soms ", Tone.REMOVED),
        Stretch("altijd ", Tone.ADDED),
        Stretch("mee."),
    ]


@given(WORDS, WORDS)
def test_both_texts_can_be_read_back(before: str, after: str) -> None:
    found = difference(before, after)
    old = "".join(stretch.text for stretch in found if stretch.tone is not Tone.ADDED)
    new = "".join(stretch.text for stretch in found if stretch.tone is not Tone.REMOVED)
    assert "".join(old.split()) == "".join(before.split())
    assert new == after


def test_what_went_stands_apart_from_the_word_before_it() -> None:
    assert difference("Wij belden aan en niemand deed open.", "Wij belden aan. De deur ging open.")[:2] == [
        Stretch("Wij belden aan"),
        Stretch(" en niemand deed ", Tone.REMOVED),
    ]


def test_a_line_that_stays_is_not_mixed_with_one_that_went() -> None:
    after = "De opdrachtgever is de gemeente.\nDe parkmanager voert uit."
    assert difference(f"De eerste weken\n{after}\nEn toen", after) == [
        Stretch("De eerste weken\n", Tone.REMOVED),
        Stretch(after),
        Stretch("\nEn toen", Tone.REMOVED),
    ]


def test_what_went_and_what_came_for_it_is_one_spot() -> None:
    assert spots(difference("De school doet soms mee.", "De basisschool doet altijd mee, vooral nu.")) == 3
    assert spots(difference("De school doet mee.", "De school doet mee.")) == 0


@pytest.mark.parametrize(
    ("before", "after", "part"),
    [
        ("a\nb\nc", "a\nx\nc", ("b", "x")),
        ("a\nb", "a\nb\nc", ("", "c")),
        ("a\na", "a", ("a", "")),
        ("a", "a", ("", "")),
        ("", "a\nb", ("", "a\nb")),
        ("a\nb\nc\nd", "x\nb\nc\ny", ("a\nb\nc\nd", "x\nb\nc\ny")),
    ],
)
def test_of_a_long_text_only_the_lines_from_the_first_to_the_last_difference(
    before: str, after: str, part: tuple[str, str]
) -> None:
    assert changed_part(before, after) == part


def test_of_what_stayed_one_reads_only_the_words_around_what_changed() -> None:
    long = " ".join(f"woord{at}" for at in range(20))
    shown = [Stretch(long), Stretch("weg", Tone.REMOVED), Stretch(long), Stretch("erbij", Tone.ADDED), Stretch(long)]
    assert [each.text for each in brief(shown, 20)] == [
        "… woord18 woord19",
        "weg",
        "woord0 woord1 … woord18 woord19",
        "erbij",
        "woord0 woord1 …",
    ]
    assert brief([Stretch("kort"), Stretch("weg", Tone.REMOVED)]) == [Stretch("kort"), Stretch("weg", Tone.REMOVED)]
