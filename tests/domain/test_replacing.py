"""Where words stand in a text, and what the text is with others there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkboek_desktop.domain.replacing import Search, find, replaced


def after(value: str, old: str, new: str, *, whole_words: bool = True, match_case: bool = False) -> str:
    search = Search(old, new, whole_words=whole_words, match_case=match_case)
    return replaced(value, find(value, search))


@pytest.mark.parametrize(
    ("value", "old", "new", "wanted"),
    [
        ("De e-mail kwam. E-mail is snel.", "e-mail", "mail", "De mail kwam. Mail is snel."),
        ("Wijkteams en wijkteam.", "wijkteam", "buurtteam", "Wijkteams en buurtteam."),
        ("- **Het wijkteam** belde.", "wijkteam", "buurtteam", "- **Het buurtteam** belde."),
        ("[wijkteam](https://wijkteam.example/wijkteam) en wijkteam", "wijkteam", "team",
         "[team](https://wijkteam.example/wijkteam) en team"),
        ("Mail wijkteam@wijk.example of www.wijk.example", "wijk", "buurt",
         "Mail wijkteam@wijk.example of www.wijk.example"),
        ("foto’s", "foto's", "beelden", "beelden"),
        ("art.\xa013b", "art. 13b", "artikel 13b", "artikel 13b"),
        ("a.b", "a.b", "c", "c"),
        ("aab", "a.b", "c", "aab"),
        ("## Wijk\nDe wijk  is stil. ", "is", "was", "## Wijk\nDe wijk  was stil. "),
    ],
)  # fmt: skip
def test_only_the_words_change(value: str, old: str, new: str, wanted: str) -> None:
    assert after(value, old, new) == wanted


def test_parts_of_words_and_capitals_where_asked_for() -> None:
    assert after("Wijkteams", "team", "club", whole_words=False) == "Wijkclubs"
    assert after("OM en om", "OM", "justitie", match_case=True) == "justitie en om"
    assert after("OM en om", "om", "rond") == "Rond en rond"


def test_a_capital_that_begins_a_sentence_stays() -> None:
    value = "- **Veiligheidshuis** en Veiligheidshuis."
    assert after(value, "Veiligheidshuis", "veiligheidshuis", match_case=True) == value.replace("en V", "en v")
    assert after("Co-deel en Co-deel.", "Co-deel", "codeel") == "Codeel en codeel."


def test_each_place_says_where_it_is_in_its_sentence() -> None:
    value = "- Eerst. Dan een wijk en nog een wijk.\nKlaar."
    for place in find(value, Search("wijk")):
        assert value[place.start : place.end] == "wijk"
        assert place.sentence == "Dan een wijk en nog een wijk."
        assert place.sentence[place.at :].startswith("wijk")


@given(st.text("ab. -#*>\n1[](:/)", max_size=40), st.text("ab", min_size=1, max_size=3))
def test_words_for_themselves_change_nothing(value: str, word: str) -> None:
    assert after(value, word, word, whole_words=False, match_case=True) == value
