"""What cleaning does to a text, and what it never does."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from werkboek_desktop.domain.pasting.cleaning import RULES, clean

WORDS = st.sampled_from(
    "de gemeente maatschap- pelijke in- en uitstroom IJ- haven niet- e- mail “ja” 'nee' 12 2. 3) - • o § © **vet** 't "
    "’s-Gravenhage wijk. Wijk aan over\u00adleg eﬃciënt € 500 | kop: http://voorbeeld.nl/a-b".split(" ")
)
SEPARATORS = st.sampled_from([" ", " ", " ", " ", "  ", "\n", "\n", "\n\n", "-\n", "\t", "\u00a0", "\r\n"])
TEXTS = st.lists(st.tuples(WORDS, SEPARATORS), max_size=40).map(lambda parts: "".join(map("".join, parts)))
ADDS_OR_DROPS = {"pages", "tables", "numbers"}
"""The rules that leave out or say twice what stood there; of those the table below tells what."""


def letters(text: str) -> str:
    """Every letter and digit; signs that are a list's or a PDF's do not count."""
    apart = text.replace("ﬃ", "ffi")
    return "".join(sign for sign in apart if (sign.isalpha() and sign != "o") or sign.isdecimal())


@given(TEXTS)
def test_no_letter_is_lost_or_invented(text: str) -> None:
    bare = clean(text, without={rule.key for rule in RULES}).text
    assert letters(clean(text, without=ADDS_OR_DROPS).text) == letters(bare)


@given(TEXTS)
def test_words_stay_apart_but_where_a_hyphen_was(text: str) -> None:
    bare = clean(text, without={rule.key for rule in RULES}).text.replace("\u00ad", "")
    made = clean(text, without=ADDS_OR_DROPS | {"hyphens", "paragraphs", "bullets", "letters", "quotes"}).text
    assert made.split() == bare.split()


@given(TEXTS)
@example("• ")
def test_a_rule_that_says_nothing_did_nothing(text: str) -> None:
    for rule in RULES:
        made, times = rule.mend(text)
        assert times > 0 or made == text


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("maatschap-\npelijke druk", "maatschappelijke druk"),
        ("maatschap- pelijke druk", "maatschappelijke druk"),
        ("samen\u00ad\nwerking", "samenwerking"),
        ("in-\nen uitstroom", "in-\nen uitstroom"),
        ("in- en uitstroom", "in- en uitstroom"),
        ("voor- of nadeel, onder- dan wel bovengrens", "voor- of nadeel, onder- dan wel bovengrens"),
        ("IJ-\nhaven", "IJ-haven"),
        ("het OM-\nparket", "het OM-parket"),
        ("de Noord-\nHollandse politie", "de Noord-Hollandse politie"),
        ("niet-\nwesters", "niet-westers"),
        ("een Bibob-\ntoets", "een Bibob-toets"),
        ("in Rotter-\ndam", "in Rotterdam"),
        ("re-\nintegratie, be-\nïnvloeden", "re-integratie, beïnvloeden"),
        ("een e-\nmail", "een e-mail"),
        ("13b-\nprocedure", "13b-procedure"),
        ("zee-\negel", "zee-egel"),
        ("de zee-\nhond en de zeehond", "de zeehond en de zeehond"),
        ("hij kwam- zoals altijd", "hij kwam- zoals altijd"),
        ("huis- tuin- en keuken", "huis- tuin- en keuken"),
        ("Hij -zei ze- kwam laat", "Hij -zei ze- kwam laat"),
        ("nl/aan-\npak", "nl/aan-pak"),
        ("- een\n- twee", "- een\n- twee"),
    ],
)
def test_a_word_is_whole_again_where_that_is_safe(broken: str, whole: str) -> None:
    assert clean(broken, without={"paragraphs"}).text == whole


@pytest.mark.parametrize(
    ("typed", "made"),
    [
        ('\'t is "goed"', "’t is “goed”"),
        ("„Ja”, zei ze, en «nee».", "“Ja”, zei ze, en “nee”."),
        ("De foto's uit '98 en agenda`s", "De foto’s uit ’98 en agenda’s"),
        ("Zij zei: ''goed'' en ``mooi''", "Zij zei: “goed” en “mooi”"),
        ("een buis van 5\" en 3' lang", 'een buis van 5" en 3’ lang'),
        ('zie https://voorbeeld.nl/?q="a"', 'zie https://voorbeeld.nl/?q="a"'),
        ("[\"hier\"](https://voorbeeld.nl/'a')", "[“hier”](https://voorbeeld.nl/'a')"),
        ("**\"Vet\"** en *'schuin'*", "**“Vet”** en *‘schuin’*"),
    ],
)
def test_quotation_marks_are_of_one_kind(typed: str, made: str) -> None:
    assert clean(typed).text == made


@pytest.mark.parametrize(
    ("lines", "made"),
    [
        ("§ 3 regelt dit.\n§ 4 regelt dat.", "§ 3 regelt dit.\n§ 4 regelt dat."),
        ("– een zin\nen nog een", "– een zin\nen nog een"),
        ("– een\n– twee", "- een\n- twee"),
        ("•\teen\no\tonder\n•\ttwee", "- een\n  - onder\n- twee"),
        ("(1) een\n(2) twee", "1. een\n1. twee"),
        ("3) drie\n4) vier", "3) drie\n4) vier"),
        ("a) een\nb) twee", "a) een\nb) twee"),
        ("A\tB\tC\n1\t\t3", "- A: 1; C: 3"),
        ("\ten toen\n\ten daarna", "en toen\nen daarna"),
    ],
)
def test_lists_and_tables_are_lists(lines: str, made: str) -> None:
    assert clean(lines).text == made


def test_a_rule_that_is_left_out_does_nothing() -> None:
    text = 'De  maatschap- pelijke "opgave"'
    assert str(clean(text)) == "1 afbreekstreepje weg, 1 dubbele spatie weg, 2 aanhalingstekens"
    made = clean(text, without={"hyphens", "quotes"})
    assert made.text == 'De maatschap- pelijke "opgave"'
    assert str(made) == "1 dubbele spatie weg"


def test_paragraphs_that_somebody_typed_stay_apart() -> None:
    text = "De eerste zin is hier af.\nDe tweede zin is daar af.\nDe derde zin is ook helemaal af."
    assert clean(text).text == text


def test_figures_on_lines_of_their_own_are_no_page_numbers() -> None:
    text = "Meldingen\n12\n13\n14"
    assert clean(text).text == text
