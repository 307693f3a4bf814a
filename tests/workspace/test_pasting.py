"""Real-life pastes: each file as a program puts it on the clipboard, and what becomes of it."""

from pathlib import Path

import pytest

from werkboek_desktop.domain.prose import canonical_prose
from werkboek_desktop.errors import PasteTooLarge
from werkboek_desktop.workspace.pasting import MOST, cleaned, pasted

PASTES = Path(__file__).parents[1] / "data" / "pasting"
NAMES = sorted(path.name for path in PASTES.iterdir() if path.suffix in {".txt", ".html"})


def _paste(name: str) -> tuple[str, str]:
    """What was done, and the text."""
    copied = (PASTES / name).read_bytes().decode()
    source = pasted(copied) if name.endswith(".txt") else pasted("", copied)
    made = cleaned(source)
    return ", ".join(filter(None, (str(made), *source.left_out))), made.text


@pytest.mark.parametrize("name", NAMES)
def test_a_paste_becomes_the_text_that_one_meant(name: str) -> None:
    done, _, text = (PASTES / f"{name}.expected").read_text(encoding="utf-8").partition("\n---\n")
    assert _paste(name) == (done, text)


@pytest.mark.parametrize("name", NAMES)
def test_what_was_cleaned_is_prose_as_it_is_kept(name: str) -> None:
    text = _paste(name)[1]
    assert canonical_prose(text) == text


def test_there_are_enough_pastes_to_mean_something() -> None:
    assert len(NAMES) >= 40


@pytest.mark.parametrize("letters", [MOST + 1, 5_000_000])
def test_a_text_that_is_too_long_is_refused_before_anything_is_read(letters: int) -> None:
    with pytest.raises(PasteTooLarge, match=r"te veel om te plakken: \d"):
        pasted("a" * letters, "<p>a</p>")
    with pytest.raises(PasteTooLarge):
        pasted("", f"<p>{'a' * letters}</p>")


def test_a_text_of_the_utmost_length_is_pasted() -> None:
    assert len(cleaned(pasted("a" * MOST)).text) == MOST


@pytest.mark.parametrize("html", ["<p>a</p>" * 70_000, "<div>" * 1_000 + "a", f"<p>{'<!-- -->' * 600_000}</p>"])
def test_of_too_much_markup_the_bare_text_is_pasted(html: str) -> None:
    source = pasted("De  wijk", html)
    assert source.text == "De  wijk"
    assert source.left_out == ("opmaak weg, want dat is er te veel",)
    with pytest.raises(PasteTooLarge):
        pasted("", html)


def test_of_a_page_of_a_pdf_the_bare_text_is_read() -> None:
    html = '<span role="presentation" dir="ltr">maatschap-</span><br role="presentation"><span>pelijk</span>'
    assert cleaned(pasted("maatschap-\npelijk", html)).text == "maatschappelijk"
