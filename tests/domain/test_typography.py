"""What typed signs become, letter by letter."""

import pytest

from werkboek_desktop.domain.typography import better


def typed(keys: str) -> str:
    text = ""
    for key in keys:
        text += key
        if found := better(text):
            text = text[: -found.letters] + found.text
    return text


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ('Zij zei: "ja". ', "Zij zei: “ja”. "),
        ("Een 'wijk' is", "Een ‘wijk’ is"),
        ("('ja')", "(‘ja’)"),
        ("in 't huis", "in ’t huis"),
        ("'s Avonds", "’s Avonds"),
        ("'s-Gravenhage", "’s-Gravenhage"),
        ("d'Hondt, foto's, zo'n", "d’Hondt, foto’s, zo’n"),
        ("de jaren '80 en", "de jaren ’80 en"),
        ("'t' is een letter", "‘t’ is een letter"),
        ("ja -- nee", "ja – nee"),
        ("---", "–-"),
        ("de wijk...", "de wijk…"),
        ("......", "……"),
        ("e-mail, 1.2.3.", "e-mail, 1.2.3."),
        ("\"'Ja'\"", "“‘Ja’”"),
    ],
)
def test_what_is_typed_becomes_what_a_book_has(keys: str, text: str) -> None:
    assert typed(keys) == text
