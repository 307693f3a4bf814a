"""A passage goes from a text, and the rest stays as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkboek_desktop.domain.passages import holds, without


@pytest.mark.parametrize(
    ("text", "passage", "left"),
    [
        ("Eerst. Jan zei nee. Daarna.", "Jan zei nee.", "Eerst. Daarna."),
        ("Jan zei nee. Daarna.", "Jan zei nee.", "Daarna."),
        ("Eerst. Jan zei nee.", "Jan zei nee.", "Eerst."),
        ("Wij spraken Jan Smit, de buurman.", "Jan Smit", "Wij spraken, de buurman."),
        ("Jan en Jan.", "Jan", "en."),
        ("- Jan Smit\n- Piet", "Jan Smit", "- Piet"),
        ("Eerste alinea.\nJan zei nee.\nLaatste.", "Jan zei nee.", "Eerste alinea.\nLaatste."),
        ("Eerste Jan\nSmit laatste.", "Jan Smit", "Eerste laatste."),
        ("Wij spraken **Jan** Smit hier.", "Jan Smit", "Wij spraken hier."),
        ("Wij **spraken Jan** hier.", "Jan", "Wij **spraken** hier."),
        ("Niets hiervan.", "Jan", "Niets hiervan."),
        ("Niets hiervan.", " ", "Niets hiervan."),
        ("Jan", "Jan", ""),
    ],
)
def test_a_passage_goes_and_the_rest_stays(text: str, passage: str, left: str) -> None:
    assert without(text, passage) == left


@given(st.text("ab .\n*-", max_size=40), st.text("ab .", min_size=1, max_size=6))
def test_a_passage_that_went_is_gone_and_no_letter_comes(text: str, passage: str) -> None:
    left = without(text, passage)
    assert all(left.count(letter) <= text.count(letter) for letter in set(left))
    if not holds(text, passage):
        assert left == text
