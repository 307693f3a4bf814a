import pytest

from werkboek_desktop.domain.passphrase import Strength, advice, strength


@pytest.mark.parametrize(
    ("passphrase", "expected"),
    [
        ("", Strength.WEAK),
        ("geheim", Strength.WEAK),
        ("Welkom12345!", Strength.WEAK),
        ("aaaaaaaaaaaaaaaaaaaaaaaa", Strength.WEAK),
        ("wachtwoord wachtwoord", Strength.WEAK),
        ("k7#pQz!m2vX9", Strength.FAIR),
        ("fiets lamp fiets lamp", Strength.FAIR),
        ("molen kachel sloot gitaar", Strength.STRONG),
        ("  molen kachel sloot gitaar  ", Strength.STRONG),
    ],
)
def test_long_and_of_words_that_differ_is_strong(passphrase: str, expected: Strength) -> None:
    assert strength(passphrase) is expected


def test_of_nothing_nothing_is_said() -> None:
    assert advice(" ") == ""
    assert advice("geheim").startswith("Snel te raden.")
