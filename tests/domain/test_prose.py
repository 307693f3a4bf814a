"""The canonical Markdown subset."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkboek_desktop.domain.prose import canonical_prose
from werkboek_desktop.domain.text import clean_text

MARKERS = ("* ", "+ ", "- ", "• ", "1. ", "2. ", "3. ", "# ", "#### ", "> ", "\n", "\n\n", "  ", "    ", "\t")
SIGNS_OF_EMPHASIS = ("*", "**", "_", "__", " ")
WORDS = (".", "! ", "Een", "twee", "Drie.", "a_b", "13b", "https://x.example/_a_", "dhr. ", "’s ", "[link](x)")
PIECES = st.lists(st.sampled_from(MARKERS + SIGNS_OF_EMPHASIS + WORDS), max_size=25).map("".join)

LISTS = st.lists(
    st.tuples(st.sampled_from(["", " ", "  ", "   ", "    "]), st.sampled_from(["", "- ", "1. ", "2. ", "3. ", "# "])),
    max_size=7,
).map(lambda lines: "\n".join(f"{indent}{marker}a" for indent, marker in lines))

LIST_NUMBER = re.compile(r"^ *\d{1,2}\.[ \xa0]+(?=\S)", re.MULTILINE)
SIGNS = re.compile(r"[\s*_#>+•-]+")


def words(text: str) -> str:
    """The letters, digits and points of a text without its markers and numbers of lists."""
    return SIGNS.sub("", LIST_NUMBER.sub("", text))


@given(PIECES | LISTS)
def test_twice_canonical_is_once_canonical(text: str) -> None:
    assert canonical_prose(canonical_prose(text)) == canonical_prose(text)


@given(PIECES | LISTS)
def test_no_word_is_added_lost_or_moved(text: str) -> None:
    assert words(canonical_prose(text)) == words(clean_text(text))


@given(st.lists(st.text(st.sampled_from("abé .,!?’()1€"), min_size=1), min_size=1))
def test_plain_text_passes_unchanged(lines: list[str]) -> None:
    plain = [line.strip() for line in lines if line.strip() and not LIST_NUMBER.match(line.strip())]
    assert canonical_prose("\n".join(plain)) == "\n".join(plain)


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("* a\n+ b\n• c\n-   d", "- a\n+ b\n- c\n- d"),
        ("+ a\n+ b", "- a\n- b"),
        ("•\xa0a\n1.\xa0b", "- a\n1. b"),
        ("1. a\n2. b\n3. c", "1. a\n1. b\n1. c"),
        ("1. a\n\n2. b", "1. a\n1. b"),
        ("1. a\n   - x\n2. b", "1. a\n  - x\n1. b"),
        ("1. a\n   1. x\n   2. y\n2. b", "1. a\n  1. x\n  1. y\n1. b"),
        ("    - a\n    - b\n        - c", "- a\n- b\n  - c"),
        ("- a\n\t- b\n\t\t- c", "- a\n  - b\n  - c"),
        ("1. a\n    2. b", "1. a\n1. b"),
        ("1. a\n  1. x\n2. b\n  1. y\n  2. z", "1. a\n  1. x\n1. b\n  1. y\n  1. z"),
        ("1. a\n  1. x\n2. b\n  2. y", "1. a\n  1. x\n1. b\n2. y"),
        ("1. a\n   2. b\n  - c", "1. a\n1. b\n  - c"),
        ("- a\nTekst.\n  - b", "- a\nTekst.\n- b"),
        ("# Een\n## Twee\n#### Drie", "## Een\n## Twee\n### Drie"),
        (">  zei zij", "> zei zij"),
        ("Een.\n\n\nTwee.\n", "Een.\nTwee."),
        ("  ingesprongen", "ingesprongen"),
        ("__vet__ en _schuin_", "**vet** en *schuin*"),
        ("**Een. Twee!** Drie.", "**Een.** **Twee!** Drie."),
        ("_Een zin. Nog een._", "*Een zin.* *Nog een.*"),
        ("***Een. Twee.***", "***Een.*** ***Twee.***"),
        ("- **Let op dhr. Jansen. Hij komt.**", "- **Let op dhr. Jansen.** **Hij komt.**"),
    ],
)
def test_markers_get_their_one_form(typed: str, stored: str) -> None:
    assert canonical_prose(typed) == stored


@pytest.mark.parametrize(
    "text",
    [
        "4. Resultaten",
        "Paragraaf\n2. geen lijst",
        "1. a\n3. geen tweede",
        "1. a\nTekst.\n2. geen tweede",
        "1. a\n- b\n3. geen derde",
        "snake_case_naam en a*b*c",
        "_a_b en (__x__y)",
        "3 * 4 * 5",
        "**open. Niet dicht",
        "** los ** en _ los _",
        "zie https://x.example/_a_/b",
        "#1 van de lijst",
        ">25 jaar",
        "- voordeel\n+ nadeel",
        "***",
        "-",
    ],
)
def test_what_may_be_meant_otherwise_stays(text: str) -> None:
    assert canonical_prose(text) == text
