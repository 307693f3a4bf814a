"""The form of an intake as a PDF: the same pieces as in Word, as blocks with boxes to write in."""

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from werkboek_desktop.domain.shown_prose import write_line
from werkboek_desktop.interchange.origin import Origin, box_of, property_of
from werkboek_desktop.interchange.pieces import Facts, Heading, Piece, Prose, Question, Sheet, Slot, Table
from werkboek_desktop.publish import blocks
from werkboek_desktop.publish.blocks import Answer, Answers, Asked, Block, Kept, Opening, Printed, Role, plain
from werkboek_desktop.publish.pdf import write_pdf
from werkboek_desktop.resources import resource

_ROOM, _CELL = 12, 3
"""Lines of room for a text, and for one in a table."""


def write(out: Path, sheet: Sheet, origin: Origin, *, force: bool) -> tuple[str, ...]:
    """Makes the file; returns what is to be checked in it. Raises FileExists, NotSaved."""
    title = str(sheet.title)
    printed = Printed(
        title=title,
        author="",
        subject=sheet.kind,
        running=title,
        as_of=datetime.fromtimestamp(sheet.at, UTC).date(),
        blocks=tuple(_blocks(sheet, title, origin)),
        checks=(),
    )
    return write_pdf(out, printed, resource("fonts"), force=force)


def _blocks(sheet: Sheet, title: str, origin: Origin) -> Iterator[Block]:
    anchors = (f"vraag-{number}" for number in count())
    name, text = property_of(origin)
    yield Opening(sheet.kind, blocks.Heading(1, plain(title), next(anchors)))
    yield blocks.Paragraph(plain(sheet.how), Role.LEAD)
    yield Kept(box_of(name), text)
    heading = help_ = ""
    for piece in sheet.pieces:
        if isinstance(piece, Heading):
            heading = piece.text
            yield blocks.Heading(2, plain(heading), next(anchors))
        elif isinstance(piece, Question):
            help_ = piece.text
        else:
            yield from _asked(piece, heading, help_)


def _asked(piece: Piece, heading: str, help_: str) -> Iterator[Block]:
    match piece:
        case Prose(slot):
            yield Asked(plain(help_), _answer(slot, f"{heading.rstrip('.?')}: {help_}", _ROOM))
        case Facts(slots):
            if heading:
                yield blocks.Paragraph(plain(help_), Role.NOTE)
            yield Answers((), tuple((_answer(slot, slot.label),) for slot in slots))
        case Table(head, rows):
            yield blocks.Paragraph(plain(help_), Role.NOTE)
            yield Answers(
                head,
                tuple(
                    tuple(_answer(slot, f"{slot.label} {number}", _CELL) for slot in row)
                    for number, row in enumerate(rows, 1)
                ),
            )


def _answer(slot: Slot, question: str, lines: int = 1) -> Answer:
    """In a box of more lines stands what one may type there too: `- ` before an item, `**` round what is bold."""
    if lines == 1:
        text = " ".join("".join(run.text for run in line.runs) for line in slot.lines)
    else:
        text = "\n".join(map(write_line, slot.lines))
    return Answer(box_of(slot.tag), question, text, lines)
