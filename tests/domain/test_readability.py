"""The scores by the formulas of their makers, and the sentences that are hard."""

import pytest

from werkboek_desktop.domain.readability import Readability, explained, hard, readability, syllables


@pytest.mark.parametrize(
    ("word", "number"),
    [("wijk", 1), ("gemeente", 3), ("criminaliteit", 5), ("ondermijning", 4), ("coördinator", 5), ("reünie", 3),
     ("eeuw", 1), ("nieuwe", 2), ("baby", 2), ("kooien", 2), ("zeeën", 2), ("financiën", 4), ("bureau", 2),
     ("ideeën", 3), ("politie", 3), ("Europa", 3), ("’s", 1)],
)  # fmt: skip
def test_syllables_of_dutch_words(word: str, number: int) -> None:
    assert syllables(word) == number


def test_the_scores_are_those_of_the_formulas() -> None:
    # 8 words, 2 sentences, 13 syllables, 1 word of more than six letters
    text = "De wijk is stil. Niemand praat met **agenten**."
    # 12 syllables: De wijk is stil (4), Nie-mand praat met a-gen-ten (7)
    assert readability([text]) == Readability(
        flesch_douma=round(206.84 - 0.77 * (100 * 11 / 8) - 0.93 * 4), lix=round(4 + 100 * 2 / 8)
    )


def test_nothing_written_has_no_score() -> None:
    assert readability(["", "- \n"]) is None


def test_a_sentence_is_long_from_twenty_six_words_on() -> None:
    short, long = " ".join(["De", *["wijk"] * 24]) + ".", " ".join(["De", *["straat"] * 25]) + "."
    (found,) = hard(f"{short} {long}", frozenset())
    assert (found.sentence, found.words, found.is_long) == (long, 26, True)


def test_an_abbreviation_is_explained_once_for_all_texts() -> None:
    texts = ["Het regionale centrum (RIEC) hielp.", "De LIEC (het landelijke centrum) ook.", "RIEC en LIEC en ZVH."]
    known = explained(texts)
    assert {"RIEC", "LIEC", "OM"} <= known
    (found,) = (each for text in texts for each in hard(text, known))
    assert (found.abbreviations, found.is_long) == (("ZVH",), False)
