"""Runs → the markup of ReportLab's paragraphs, built from typed runs alone: the text in it is escaped."""

from collections.abc import Iterator
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from werkboek_desktop.domain.inline import Run, Runs
from werkboek_desktop.publish.blocks import text_of
from werkboek_desktop.publish.pdf.fonts import Fonts
from werkboek_desktop.publish.pdf.look import ACCENT, Style

PARAGRAPH_CHARACTERS = 3_000
"""A longer one is set as several: breaking its lines would take for ever."""


def markup(runs: Runs, style: Style, fonts: Fonts) -> str:
    """The runs in the faces of a style; what no face has is left out, and noted in `fonts`."""
    pieces = []
    for link, linked in groupby(runs, lambda run: run.link):
        text = "".join(_run(run, style, fonts) for run in linked)
        pieces.append(f"<a href={quoteattr(link)} color={quoteattr(ACCENT)}><u>{text}</u></a>" if link else text)
    return "".join(pieces)


def _run(run: Run, style: Style, fonts: Fonts) -> str:
    # Emphasis in what is italic already stands upright.
    face = style.family.face(bold=run.bold or style.bold, italic=run.italic != style.italic)
    segments = fonts.segments(run.text, face)
    return "".join(f'<font name="{fonts.face(face)}">{escape(text)}</font>' for face, text in segments)


def in_pieces(runs: Runs) -> Iterator[Runs]:
    """The runs of a giant paragraph, cut between words where that is possible."""
    if len(text_of(runs)) <= PARAGRAPH_CHARACTERS:
        yield runs
        return
    piece: list[Run] = []
    room = PARAGRAPH_CHARACTERS
    for run in runs:
        rest = run.text
        while len(rest) > room:
            cut = rest.rfind(" ", 0, room) + 1 or room
            yield (*piece, run._replace(text=rest[:cut]))
            piece, room, rest = [], PARAGRAPH_CHARACTERS, rest[cut:]
        piece.append(run._replace(text=rest))
        room -= len(rest)
    yield tuple(piece)
