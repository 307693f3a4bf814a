"""Whom one may call, however a document says it: by a heading, a line in bold, a label, at the foot of a letter."""

import re
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.inline import Run
from werkboek_desktop.domain.privacy.numbers import emails, phones
from werkboek_desktop.domain.shown_prose import Line
from werkboek_desktop.domain.text import clean_line, fold
from werkboek_desktop.domain.values import Value
from werkboek_desktop.interchange.document import Paragraph
from werkboek_desktop.interchange.origin import tag_of
from werkboek_desktop.interchange.slots import Announced, Filled, Stray

PEOPLE = "contact"
"""The kind of people's data that a document shows."""
_CONTACTS = re.compile(r"contact(en)?|contact(perso|gegevens|info).*|(vast )?aanspreekpunt(en)?( .*)?|inlichtingen")
"""What people call them: "Contactpersoon gemeente", and not "Contact met de wijk"."""
_DETAIL = re.compile(
    r"(naam|functie|afdeling|organisatie|postvak|e-?mail|mail|tel|telefoon|mobiel|gsm|bereikbaar|adres|postadres)\b.*"
)
_BETWEEN = re.compile(r"\s*[:\t]\s*|\s+[–—|-]\s+")
_LABEL = 4
"""Words that stand before what they announce, or alone on a line, and are no sentence."""
_SHORT = 60
"""Characters of what is one of several lines, as in an address."""
_ENDS = (".", "?", "!")


def is_announced(text: str) -> bool:
    """Whether a heading says that whom to call stands below it."""
    return _CONTACTS.fullmatch(fold(clean_line(text)).rstrip(": ")) is not None


def under(case: RecordId) -> Announced:
    """Such headings in a document of a case, and where what stands under them goes."""
    return Announced(is_announced, tag_of(case, PEOPLE))


def numbers_in(text: str) -> frozenset[str]:
    """The telephone numbers and addresses for mail that stand in a text."""
    found = (*emails(text, frozenset()), *phones(text, frozenset()))
    return frozenset(text[each.start : each.end] for each in found)


def said_of(label: str, value: Value, before: Value = None) -> Iterator[str]:
    """A sentence for the report where one of these came into a text about the case: a person decides if it stays."""
    if isinstance(value, str) and numbers_in(value) - numbers_in(str(before or "")):
        yield f"In ‘{label}’ staat een telefoonnummer of mailadres: kijk of dat erin mag blijven."


def leads_to_somebody(paragraph: Paragraph) -> bool:
    """Whether one of these stands in it, or behind a link in it."""
    has_link = any(run.link.startswith(("mailto:", "tel:")) for run in paragraph.line.runs)
    return has_link or bool(numbers_in(paragraph.text))


@dataclass
class Lines:
    """Follows a document: which of its lines that are no heading are about whom to call.

    A line that announces them is followed by theirs until a heading or the next line in bold, in a table until its
    end; where a name stands behind it, by lines of the same kind only.
    """

    _only_details: bool = False
    _in_table: bool = False
    _goes_on: bool = False

    def take(self, paragraph: Paragraph) -> bool:
        """The next of them."""
        label, *behind = _BETWEEN.split(paragraph.text.strip(), maxsplit=1)
        is_label = len(label.split()) <= _LABEL and not label.endswith(_ENDS)
        if not paragraph.level and is_label and is_announced(label):
            self._goes_on, self._in_table = True, bool(paragraph.cell)
            self._only_details = any(behind)
        elif self._goes_on and not _is_detail(paragraph):
            is_over = self._only_details or (self._in_table and not paragraph.cell)
            self._goes_on = not (is_over or paragraph.level or _is_bold(paragraph))
        return self._goes_on


def _is_detail(paragraph: Paragraph) -> bool:
    return not paragraph.level and _DETAIL.fullmatch(fold(clean_line(paragraph.text))) is not None


def _is_bold(paragraph: Paragraph) -> bool:
    return all(run.bold for run in paragraph.line.runs if run.text.strip())


def in_addresses(paragraphs: Iterable[Paragraph]) -> Iterator[bool]:
    """Of each whether it leads to somebody, or stands among short lines of which one does: with a name above it."""
    for is_short, lines in groupby(paragraphs, _is_short):
        each = list(lines)
        found = [leads_to_somebody(line) for line in each]
        yield from [any(found)] * len(each) if is_short else found


def _is_short(paragraph: Paragraph) -> bool:
    text = paragraph.text.strip()
    return not paragraph.level and len(text) <= _SHORT and not text.endswith(_ENDS)


def with_people(filled: Filled, people: Set[str], tag: str) -> Filled:
    """The same, in which all that is about whom to call and stands outside the fields stands by people's data.

    `people`: the fields of those; what stands by none of them stands by `tag`.
    """
    strays = list[Stray]()
    for near, group in groupby(filled.strays, attrgetter("near")):
        if not people.isdisjoint(near):
            strays += group
            continue
        each = list(group)
        paragraphs = [Paragraph(Line("", 0, (Run(stray.text),))) for stray in each]
        lines = Lines()
        announced = [lines.take(paragraph) for paragraph in paragraphs]
        for stray, is_theirs, is_among in zip(each, announced, in_addresses(paragraphs), strict=True):
            strays.append(stray._replace(near=(tag,)) if is_theirs or is_among else stray)
    return filled._replace(strays=tuple(strays))
