"""Loading and saving without typing changes not one byte."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from werkboek_desktop.domain.shown_prose import ShownProse
from werkboek_desktop.ui.prose.document import fill, lines_of

AWKWARD = [
    "",
    "a",
    "a\n",
    "\n\na",
    "x\u00a0y\u2028z\u2029w",
    "a\tb  c ",
    "soft\u00adhyphen en maatschap- pelijk",
    "e\u0301 é 👩‍👩‍👧 🏘️ ǆ ﬁ İı ŉ",
    "- a\n  - b\n1. c\n- - d\n-\n- ",
    "## h\n### h\n# x\n> q\n>",
    "**A. B.** __c__ ***d*** *e",
    "\r\nfoo\r",
    "\ufdd0\ufffc\ufeff\x00x",
    "   inspring",
    "[a](https://a.example) [b](c) [*d*](mailto:x@y.example)",
    "*".join("abc"),
    "1. a\n1. b\ntekst\n1. c\n  1. d\n  - e\n1. f",
    "| a | b |\n|---|---|",
    "\u1ab0",
    "\u0301een accent voorop\n\u0308",
    "\u200d\ufe0f\U0001f3fd x",
    "**\u0301**\u0308*\u0302* **\U0001f1f3**\U0001f1f1 **\U0001f3fd**",
    "- \u0301\n## \u0301x\n> \u200d\n- \ufdd0\n\ufdd1a\n\ufffc**\ufffc**",
    "\u202eabc\u202c \u200f- \u200e1. x\n\u00a0- a\u00a0\na\x0bb\x0cc\x85d\u2060",
    "- " + "\t" * 50 + "x \n" + "\n" * 50 + "  ",
    "x\u0301" * 50_000,
    "‘’t’ d’Hondt “x” „y” 'z'",
    "Zin. " * 2_500,
    "\n".join(["Tien duizend woorden in veel alinea’s, met **vet** en *schuin*. En nog een."] * 700),
]
MARKERS = st.sampled_from(["", "- ", "  - ", "1. ", "  1. ", "## ", "### ", "> ", " ", "-", "10. "])
SIGNS = st.sampled_from(list("ab é.!?…*_[]()#>-1'’\"\t\u00a0\u2028\u2029\u00ad\r\u0301"))
SENTENCES = st.sampled_from(
    [
        "De wijk heeft 4.210 inwoners.",
        "**Repressie.** **Preventie.**",
        "Zie [het plan](https://meerdrecht.example/plan).",
        "Volgens *De Kolenbuurt* (bijv. de school) lukt dat!",
        "“Ik zag het niet,” zei ze.",
    ]
)
TEXTS = st.one_of(
    st.text(st.one_of(SIGNS, st.characters()), max_size=20), st.lists(SENTENCES, max_size=4).map(" ".join)
)
DOCUMENTS = st.lists(st.tuples(MARKERS, TEXTS).map("".join), max_size=8).map("\n".join)


def round_trip(value: str) -> str:
    shown, document = ShownProse(value), QTextDocument()
    fill(document, shown.lines)
    return shown.value(lines_of(document))


@pytest.mark.parametrize("value", AWKWARD, ids=range(len(AWKWARD)))
def test_an_awkward_text_stays_what_it_was(value: str, qapp: QApplication) -> None:
    assert round_trip(value) == value


@given(DOCUMENTS)
def test_any_text_stays_what_it_was(qapp: QApplication, value: str) -> None:
    assert round_trip(value) == value


@pytest.mark.thorough
@settings(max_examples=10_000)
@given(DOCUMENTS)
def test_ten_thousand_texts_stay_what_they_were(qapp: QApplication, value: str) -> None:
    assert round_trip(value) == value
