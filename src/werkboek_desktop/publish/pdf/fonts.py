"""The faces of a page, and which face has which character. ReportLab draws nothing, silently, for one it lacks."""

from collections.abc import Iterator
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont


class Family(NamedTuple):
    """Four faces that belong together."""

    regular: str
    bold: str
    italic: str
    bold_italic: str

    def face(self, *, bold: bool, italic: bool) -> str:
        """The face for a run."""
        return (self.regular, self.italic, self.bold, self.bold_italic)[2 * bold + italic]


SERIF = Family("SourceSerif4-Regular", "SourceSerif4-Bold", "SourceSerif4-It", "SourceSerif4-BoldIt")
SANS = Family("SourceSans3-Regular", "SourceSans3-Semibold", "SourceSans3-It", "SourceSans3-BoldIt")
FALLBACK = "DejaVuSans"

_LAST = 0xFFFF
"""ReportLab draws what lies beyond, but a reader would copy another character."""
_LIGATURES = str.maketrans({"ĳ": "ij", "Ĳ": "IJ"})


class Segment(NamedTuple):
    """Text that one face has."""

    face: str
    text: str


class Fonts:
    """The faces in a folder, read when they are first asked for. `missing`: the characters that none of them has."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.missing: dict[str, None] = {}

    def face(self, name: str) -> str:
        """The name under which ReportLab knows the face."""
        _register(self._folder, name)
        return name

    def width(self, text: str, face: str, size: float) -> float:
        """How wide a text is, in points."""
        return sum(float(pdfmetrics.stringWidth(part, name, size)) for name, part in self.segments(text, face))

    def segments(self, text: str, face: str) -> Iterator[Segment]:
        """The text by the face that has each character. The ligatures of IJ are written as two letters."""
        found = groupby(text.translate(_LIGATURES), lambda letter: self._face_for(letter, face))
        return (Segment(self.face(chosen), "".join(letters)) for chosen, letters in found if chosen)

    def _face_for(self, letter: str, face: str) -> str:
        for name in (face, FALLBACK) if ord(letter) <= _LAST else ():
            if ord(letter) in _register(self._folder, name).face.charToGlyph:
                return name
        self.missing[letter] = None
        return ""


@cache
def _register(folder: Path, name: str) -> TTFont:
    font = TTFont(name, str(folder / f"{name}.ttf"))
    pdfmetrics.registerFont(font)
    return font
