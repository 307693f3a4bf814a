"""A chapter as blocks: its own text, the case it tells, and what its type asks for."""

import re
from collections.abc import Iterator, Mapping, Sequence

from werkboek_desktop.domain.privacy.reading import composites
from werkboek_desktop.domain.text import clean_line
from werkboek_desktop.domain.values import ValueType
from werkboek_desktop.publish.blocks import Block, Header, KeyFacts, Opening, Paragraph, Role, Table, plain, text_of
from werkboek_desktop.publish.cases import COMPOSITE, UNTITLED, CaseText, Selection
from werkboek_desktop.publish.facts import short_facts
from werkboek_desktop.publish.material import Chapter
from werkboek_desktop.publish.prose import AS_WRITTEN, TO_ANSWER, TO_TICK, Styles, paragraphs_of, runs_of
from werkboek_desktop.publish.sheet import Desk

_STYLES: Mapping[str, Styles] = {"checklist": TO_TICK, "reflectievragen": TO_ANSWER}
_OWN_PLACE = {"intro", "body", "steps"}
_MINUTES = re.compile(r"\s*[(\[–-]?\s*(\d{1,3})\s*min(?:uten|uut)?\.?\s*[)\]:–-]?\s*", re.IGNORECASE)


class ChapterText:
    """One chapter on its way to paper. `number` is the chapter's in the book, None where it has none."""

    def __init__(self, desk: Desk, chapter: Chapter, number: int | None) -> None:
        self._desk = desk
        self._level = chapter.level
        self._number = number
        self.sheet = desk.sheet(chapter.record)
        self.type = str(self.sheet.value("type") or "")
        self._composites = composites(chapter.record, chapter.clearances)
        told = chapter.told
        self.case = CaseText(desk, told, chapter.level + 1, self._selection()) if told else None
        if self.sheet.value("case") and not told:
            self.sheet.warn("case", "het praktijkvoorbeeld is verwijderd of niet op deze computer")

    def opening(self) -> Opening:
        """How the chapter starts: its number and type, its title, and the subtitle of its case."""
        number = f"Hoofdstuk {self._number}" if self._number else ""
        kicker = " · ".join(filter(None, (number, self.sheet.words("type"))))
        subtitle = plain(self.case.case.words("subtitle")) if self.case else ()
        return Opening(
            kicker,
            self._desk.heading(self._level, self.sheet.words("title") or UNTITLED),
            subtitle,
            alike=self.case is not None,
        )

    def blocks(self) -> Iterator[Block]:
        """All that follows the opening."""
        yield from self.sheet.prose("intro", self._level + 1, Role.LEAD)
        if self._composites:
            yield Paragraph(plain(COMPOSITE), Role.NOTE)
        if facts := short_facts(self.sheet):
            yield KeyFacts(facts)
        yield from self.sheet.prose("body", self._level + 1, styles=_STYLES.get(self.type, AS_WRITTEN))
        if self.case:
            yield from self.case.blocks()
        for field in self.sheet.fields:
            if field.type is ValueType.PROSE and field.key not in _OWN_PLACE:
                yield from self._titled(field.label, self.sheet.prose(field.key, self._level + 2))
        yield from self._titled("Stappen", steps(self.sheet.text("steps")))

    def _titled(self, title: str, blocks: Sequence[Block]) -> Iterator[Block]:
        if blocks:
            yield self._desk.heading(self._level + 1, title)
            yield from blocks

    def _selection(self) -> Selection:
        sections, photos = (_elements(self.sheet.value(name)) for name in ("sections", "photos"))
        return Selection(sections, photos, self.sheet.decides("print_contact") is True)


def _elements(value: object) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()


def steps(text: str) -> tuple[Block, ...]:
    """One step a line → a table with the minutes that stand at its start or end in a column of their own."""
    found = [_step(text_of(runs)) for runs in paragraphs_of(text)]
    if not found:
        return ()
    rows = tuple(
        ((Paragraph(plain(str(number))),), (Paragraph(runs_of(step)),), (Paragraph(plain(minutes)),))
        for number, (step, minutes) in enumerate(found, 1)
    )
    return (Table((Header("Stap"), Header("Wat u doet"), Header("Minuten")), rows, row_headers=True),)


def _step(line: str) -> tuple[str, str]:
    for found in _MINUTES.finditer(line):
        if found.start() == 0 or found.end() == len(line):
            return clean_line(line[: found.start()] + line[found.end() :]), found[1]
    return line, ""
