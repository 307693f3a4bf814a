"""Markers, sentences and line ends of Dutch prose."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkboek_desktop.domain.tokens import compose, is_sentence, is_telling, tokenize

END = "\n"
PIECES = [
    "Een.",
    "Twee!",
    "dhr.",
    "J.",
    "12.",
    "(Ja.)",
    "**Vet.**",
    "é.",
    "laag",
    "-",
    "1.",
    "##",
    ">",
    " ",
    "  ",
    "\n",
]
proses = st.lists(st.sampled_from(PIECES)).map("".join) | st.text(alphabet=" .!?\n-1#>aZé")


@pytest.mark.parametrize(
    ("line", "sentences"),
    [
        ("Een. Twee! Drie? Vier… Vijf", ["Een.", "Twee!", "Drie?", "Vier…", "Vijf"]),
        (
            "Dhr. Jansen sprak met mevr. De Vries. Zij ging weg.",
            ["Dhr. Jansen sprak met mevr. De Vries.", "Zij ging weg."],
        ),
        (
            "Dit gebeurt i.s.m. De Waag, o.a. Utrecht. Dan dit.",
            ["Dit gebeurt i.s.m. De Waag, o.a. Utrecht.", "Dan dit."],
        ),
        (
            "Zie art. 13b Opiumwet, bijv. Stb. 2019. En verder.",
            ["Zie art. 13b Opiumwet, bijv. Stb. 2019.", "En verder."],
        ),
        ("Het plan van J.P. Coen en A. de Boer. Klaar.", ["Het plan van J.P. Coen en A. de Boer.", "Klaar."]),
        (
            "Op 1. Januari, punt 12. Later. Dat was in 2023. Daarna",
            ["Op 1. Januari, punt 12. Later.", "Dat was in 2023.", "Daarna"],
        ),
        ("Het kost € 1.250,50 per uur. Dat is veel.", ["Het kost € 1.250,50 per uur.", "Dat is veel."]),
        ("Kijk op www.voorbeeld.nl. Daar staat meer.", ["Kijk op www.voorbeeld.nl.", "Daar staat meer."]),
        ("Hij riep: “Kom mee!” en ging. ’s Avonds niet.", ["Hij riep: “Kom mee!” en ging.", "’s Avonds niet."]),
        ("“Ik ga weg.” Zij bleef. (Dat mocht.) Goed.", ["“Ik ga weg.”", "Zij bleef.", "(Dat mocht.)", "Goed."]),
        ("**Een.** **Twee.** *Drie.* Vier.", ["**Een.**", "**Twee.**", "*Drie.*", "Vier."]),
        (
            "Zij zegt (bijv. De Boer) iets. (Zie de bijlage.) Zo.",
            ["Zij zegt (bijv. De Boer) iets.", "(Zie de bijlage.)", "Zo."],
        ),
        ("Wat! zei hij. échte vraag. Łódź ook. łódź niet.", ["Wat! zei hij. échte vraag.", "Łódź ook. łódź niet."]),
        ("Wacht... Nee?! Ja.", ["Wacht...", "Nee?!", "Ja."]),
        ("(zie bijlage) Daarna. Geen **vet** Einde.", ["(zie bijlage) Daarna.", "Geen **vet** Einde."]),
        ("Dubbele  spatie hier.   Daar.  ", ["Dubbele  spatie hier.", "Daar."]),
    ],
)
def test_a_line_falls_apart_into_its_sentences(line: str, sentences: list[str]) -> None:
    assert tokenize(line) == [*sentences, END]


@pytest.mark.parametrize("marker", ["-", "1.", "##", "###", ">", "  -", "  1."])
def test_a_marker_is_a_token_of_its_own_with_its_indent(marker: str) -> None:
    assert tokenize(f"{marker} Een. Twee.") == [f"{marker} ", "Een.", "Twee.", END]
    assert tokenize(marker) == [f"{marker} ", END]
    assert not is_sentence(f"{marker} ")


@pytest.mark.parametrize("line", ["2. Een.", "#1 Een.", "-Een.", "1.Een.", "* Een.", "#### Een."])
def test_what_only_looks_like_a_marker_is_part_of_the_sentence(line: str) -> None:
    assert tokenize(line) == [line, END]


def test_every_line_has_an_end_the_last_and_the_empty_too() -> None:
    assert tokenize("") == [END]
    assert tokenize("Een.\n\n  Twee.") == ["Een.", END, END, "Twee.", END]


def test_a_long_word_before_a_full_stop_is_no_abbreviation() -> None:
    assert tokenize(f"{'x' * 30}dhr. Jansen") == [f"{'x' * 30}dhr.", "Jansen", END]


def test_a_telling_sentence_has_three_words() -> None:
    assert is_telling("Dat is zo.")
    assert not any(map(is_telling, ["Zie bijlage.", "- ", END]))


@pytest.mark.parametrize("unit", ["a", " ", ".", ". ", "a. ", "A. ", "Een. ", '."', '" ', "\n", "- ", "1.", "Dhr. "])
def test_200_000_characters_of_anything_are_taken_apart_at_once(unit: str) -> None:
    text = unit * (200_000 // len(unit))
    assert "".join(tokenize(text)).replace(" ", "") == text.replace(" ", "") + END


@given(proses)
def test_tokens_lose_nothing_but_space(text: str) -> None:
    assert "".join(tokenize(text)).replace(" ", "") == text.replace(" ", "") + END


@given(proses)
def test_composed_tokens_fall_apart_the_same_way(text: str) -> None:
    tokens = tokenize(text)
    assert tokenize(compose(tokens).removesuffix(END)) == tokens


@given(proses, proses)
def test_tokens_that_stand_side_by_side_in_a_text_stay_apart_in_any_other(one: str, other: str) -> None:
    """The tail of one text and the head of another that meet at a token both have."""
    tokens, others = tokenize(one), tokenize(other)
    for i, token in enumerate(tokens):
        if token in others:
            mixed = tokens[:i] + others[others.index(token) :]
            assert tokenize(compose(mixed).removesuffix(END)) == mixed


def test_compose_puts_one_space_between_the_pieces_of_a_line() -> None:
    assert compose(["- ", "Een.", "Twee.", END, "", "Drie."]) == "- Een. Twee.\nDrie."
    assert compose(["Een.\nTwee.", "\nDrie."]) == "Een.\nTwee.\nDrie."
