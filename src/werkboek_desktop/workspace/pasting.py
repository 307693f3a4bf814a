"""What somebody pastes: read from whatever program it comes of, and cleaned rule by rule."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from werkboek_desktop.domain.pasting.cleaning import RULES, Cleaned, clean
from werkboek_desktop.domain.values import PROSE_CHARACTERS
from werkboek_desktop.errors import PasteTooLarge
from werkboek_desktop.interchange.mojibake import MOJIBAKE

EVERY_RULE = (MOJIBAKE, *RULES)
MOST = PROSE_CHARACTERS
"""Letters that can be pasted at once."""


class Pasted(NamedTuple):
    """A text as it came, and what of it is no text."""

    text: str
    left_out: tuple[str, ...] = ()


def pasted(text: str, html: str = "") -> Pasted:
    """What is on a clipboard, with its shape where that can be read; raises PasteTooLarge."""
    if len(text) > MOST:
        raise PasteTooLarge(len(text))
    read = _shaped(text, html) if html else Pasted(text)
    if len(read.text) > MOST:
        raise PasteTooLarge(len(read.text))
    return read


def _shaped(text: str, html: str) -> Pasted:
    from werkboek_desktop.interchange.pasted import TooMuch, is_lines_of_paper, read_html  # lxml: only who pastes waits

    if text and is_lines_of_paper(html):
        return Pasted(text)
    try:
        read = read_html(html)
    except TooMuch:
        if not text:
            raise PasteTooLarge(len(html)) from None
        return Pasted(text, ("opmaak weg, want dat is er te veel",))
    return Pasted(read.text, tuple(_left_out(read.pictures, read.comments)))


def _left_out(pictures: int, comments: int) -> Iterator[str]:
    if pictures:
        yield f"{pictures} {'plaatje' if pictures == 1 else 'plaatjes'} weggelaten"
    if comments:
        yield f"{comments} {'opmerking' if comments == 1 else 'opmerkingen'} weggelaten"


def cleaned(source: Pasted, without: Collection[str] = ()) -> Cleaned:
    """The text after every rule but those that are left out."""
    return clean(source.text, EVERY_RULE, without)
