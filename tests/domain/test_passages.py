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
        ("- Eén\n- Jan Smit\n- zei nee\n- Vier", "Jan Smit\nzei nee", "- Eén\n- Vier"),
        ("- Eén\n  - Jan **Smit**\n  - *zei* nee", "Jan Smit zei nee", "- Eén"),
        ("- Bel Jan Smit\n- op 06\n- Drie", "- Jan Smit\n- op 06", "- Bel\n- Drie"),
        ("Wij spraken Jan **Smit** zelf hier.", "Jan Smit zelf", "Wij spraken hier."),
        ("**Hallo Jan** en **Piet dag**", "Jan en Piet", "**Hallo dag**"),
        ("## Kop\nZo.\n\n1. Jan Smit\n1. belde.\n\nSlot.", "Jan Smit belde.", "## Kop\nZo.\n\n\nSlot."),
        ("> Jan\n> Smit sprak.", "Jan Smit", "> sprak."),
        ("Jan - Smit", "Jan Smit", "Jan - Smit"),
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
