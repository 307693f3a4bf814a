"""A case as blocks: its facts, its sections in the order of the schema with the records that belong to each."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from werkboek_desktop.domain import schema
from werkboek_desktop.domain.kinds.sections import BOTTLENECKS, SECTION_OPTIONS
from werkboek_desktop.domain.privacy.reading import composites
from werkboek_desktop.publish import parts
from werkboek_desktop.publish.blocks import Block, Box, Figure, ListBlock, Paragraph, Quote, Role, plain
from werkboek_desktop.publish.facts import case_facts
from werkboek_desktop.publish.leaving import warn_before_leaving
from werkboek_desktop.publish.material import CaseMaterial
from werkboek_desktop.publish.sheet import Desk, Sheet

UNTITLED = "(zonder titel)"
FOLLOWS: Mapping[str, str] = {
    "context": "timeline",
    "partnership": "partner",
    "balance": "measure",
    "effects": "result",
}
"""The records that stand in a table below a section."""
_ROLES: Mapping[str, Role] = {"summary": Role.LEAD, "opening": Role.SCENE}
_BOXED = {"lessons", "discussion"}
_UNTITLED = {"opening"}
COMPOSITE = "Wie hier beschreven wordt, is samengesteld uit meer mensen."


@dataclass(frozen=True, slots=True)
class Selection:
    """What a chapter takes from its case; nothing chosen is everything."""

    sections: Collection[str] = ()
    photos: Collection[str] = ()
    contact: bool = True


EVERYTHING = Selection()


class CaseText:
    """One case on its way to paper. `level` is that of its sections' headings."""

    def __init__(self, desk: Desk, material: CaseMaterial, level: int, selection: Selection = EVERYTHING) -> None:
        self._desk = desk
        self._level = level
        self._selection = selection
        self._owned = material.owned
        self.case = desk.sheet(material.case)
        self._composites = composites(material.case, [view for views in material.owned.values() for view in views])

    def blocks(self) -> list[Block]:
        """The facts, the sections with pictures and quotes spread through them, and what closes a case."""
        warn_before_leaving(self.case, self._desk.today)
        facts = case_facts(self.case, self._of("measure"))
        sections = [blocks for key, _, _ in SECTION_OPTIONS if (blocks := self._chosen(key))]
        body = _spread(sections, [*_alternating(self._figures(), self._quotes())])
        return [*([facts] if facts.facts or facts.balance else []), *body, *self._end()]

    @property
    def title(self) -> str:
        """The case's title."""
        return self.case.words("title") or UNTITLED

    def sources(self) -> ListBlock | None:
        """The sources that may be printed."""
        return parts.sources(self._of("source"))

    def _of(self, kind: str) -> list[Sheet]:
        return self._desk.sheets(self._owned.get(kind, ()))

    def _chosen(self, key: str) -> list[Block]:
        sections = self._selection.sections
        return [] if sections and key not in sections else list(self._section(key))

    def _section(self, key: str) -> Iterator[Block]:
        if key == BOTTLENECKS:
            yield from self._records("bottleneck", self._level)
            yield from self._composite(kind="bottleneck")
            return
        blocks = self._prose(key)
        kind = FOLLOWS.get(key, "")
        follows = list(self._records(kind, self._level + 1)) if kind else []
        if (blocks or follows) and key not in _UNTITLED:
            label = next(option.label for option in SECTION_OPTIONS if option.key == key)
            yield self._desk.heading(self._level, label)
        yield from blocks
        yield from follows
        yield from self._composite(key, kind)

    def _composite(self, key: str = "", kind: str = "") -> Iterator[Paragraph]:
        """Says so where somebody in this part was put together from several people."""
        items = {sheet.view.id for sheet in self._of(kind)} if kind else set()
        if any(field == key if record == self.case.view.id else record in items for record, field in self._composites):
            yield Paragraph(plain(COMPOSITE), Role.NOTE)

    def _prose(self, key: str) -> list[Block]:
        blocks: list[Block] = list(self.case.prose(key, self._level + 1, _ROLES.get(key, Role.BODY)))
        return [Box(tuple(blocks))] if key in _BOXED and blocks else blocks

    def _records(self, kind: str, level: int) -> Iterator[Block]:
        found = schema.kind(kind)
        if found and (table := parts.table(self._of(kind))):
            yield self._desk.heading(level, found.plural)
            yield table

    def _figures(self) -> list[Figure]:
        chosen = self._selection.photos
        images = [sheet for sheet in self._of("image") if not chosen or sheet.view.id in chosen]
        figures = list(parts.figures(images, self._desk.lookups.attachment))
        self._desk.credits += [figure.credit for figure in figures if figure.credit]
        return figures

    def _elsewhere(self) -> Iterator[Paragraph]:
        """The same of pictures and quotes, which stand anywhere."""
        if any(True for kind in ("quote", "image", "document") for _ in self._composite(kind=kind)):
            yield Paragraph(plain(COMPOSITE), Role.NOTE)

    def _quotes(self) -> list[Quote]:
        return list(parts.quotes(self._of("quote")))

    def _end(self) -> Iterator[Block]:
        yield from self._elsewhere()
        closing: tuple[tuple[str, ListBlock | Box | None], ...] = (
            ("document", parts.documents(self._of("document"))),
            ("source", self.sources()),
            ("contact", parts.contacts(self._of("contact")) if self._selection.contact else None),
        )
        for key, block in closing:
            kind = schema.kind(key)
            if kind and block:
                yield self._desk.heading(self._level, kind.label if key == "contact" else kind.plural)
                yield block


def _alternating(figures: Sequence[Figure], quotes: Sequence[Quote]) -> Iterator[Block]:
    return (block for pair in zip_longest(figures, quotes) for block in pair if block)


def _spread(sections: Sequence[list[Block]], extras: Sequence[Block]) -> list[Block]:
    """The sections with the extras between them, evenly."""
    spread: list[Block] = []
    placed = 0
    for number, section in enumerate([[], *sections]):
        spread += section
        due = sum((i + 1) * len(sections) // (len(extras) + 1) <= number for i in range(len(extras)))
        spread += extras[placed:due]
        placed = due
    return spread
