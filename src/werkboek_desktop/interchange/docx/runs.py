"""The runs of one Word paragraph: what is written, with emphasis and links; tracked changes count as accepted."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from werkboek_desktop.domain.inline import Run, address_of
from werkboek_desktop.interchange.document import Tracked
from werkboek_desktop.interchange.docx.names import R_ID, W16SE, M, W, child, is_on, value
from werkboek_desktop.interchange.docx.shapes import Shapes
from werkboek_desktop.interchange.signs import UNKNOWN, with_signs
from werkboek_desktop.interchange.xml import Element, children, local

GONE = {"del", "moveFrom"}
_CAME = {"ins", "moveTo"}
PASSED = {"pPr", "sectPr", "Fallback"}
"""What is no text, or says again what was said; in all else, also what nobody knows yet, one reads what one sees."""
NOTES = {"footnoteReference": "footnote", "endnoteReference": "endnote"}
"""What refers to a note, and what that is called."""
_SIGNS = {"tab": "\t", "ptab": "\t", "noBreakHyphen": "\u2011", "cr": "\n"}
_BOX = f"{W}txbxContent"
_PICTURES = {"blip", "imagedata", "chart", "relIds", "textpath"}
"""Pictures, charts, diagrams, and letters that are drawn."""
_IN_XML = re.compile(r"[ \t]*[\r\n]\s*")
"""Where the XML was broken into lines and the text was not."""
_FORMULAS = {"oMath", "oMathPara"}
_ADDRESS = re.compile(r'HYPERLINK\s+"([^"]+)"')
BREAK = "\n"


@dataclass
class Reading:
    """What is gathered while one paragraph is read. A line break in a run's text is one that somebody typed."""

    shapes: Shapes
    links: Mapping[str, str]
    runs: list[Run] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)
    remarks: dict[str, int] = field(default_factory=dict)
    tracked: list[Tracked] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    """The notes below the page that it refers to: in which part, and their ids there."""
    gone: list[tuple[str, tuple[str, str]]] = field(default_factory=list)
    """Those of which the reference was taken away, and by whom."""
    left_out: list[str] = field(default_factory=list)
    """What cannot be read here, as people call it."""
    tag: str = ""
    length: int = 0
    _field: str = ""

    def read(self, element: Element, link: str = "") -> None:
        """All that stands in a paragraph, or in an element inside it."""
        for name, inner in children(element):
            if name == "r":
                self._run(inner, link)
            elif name in GONE:
                self._track(inner, is_deleted=True)
            elif name in _CAME:
                self._track(inner, is_deleted=False)
                self.read(inner, link)
            elif name == "hyperlink":
                self.read(inner, address_of(self.links.get(str(inner.get(R_ID)), "")))
            elif name == "sdt":
                self._control(inner, link)
            elif name in _FORMULAS:
                self._add(Run("".join(str(each.text or "") for each in inner.iter(f"{M}t")), link=link))
            elif name == "bookmarkStart":
                self.marks.append(str(inner.get(f"{W}name", "")))
            elif name == "commentRangeStart":
                self.remark(inner)
            elif name not in PASSED:
                self.read(inner, link)

    def remark(self, start: Element) -> None:
        """A comment begins here."""
        self.remarks.setdefault(str(start.get(f"{W}id", "")), self.length)

    def _control(self, control: Element, link: str) -> None:
        properties = child(control, "sdtPr")
        self.tag = value(properties, "tag") or self.tag
        content = child(control, "sdtContent")
        if content is not None and not is_on(properties, "showingPlcHdr"):
            self.read(content, link)

    def _track(self, change: Element, *, is_deleted: bool) -> None:
        author = str(change.get(f"{W}author", ""))
        if is_deleted:
            self.gone += ((author, _note(each)) for each in change.iter(*(f"{W}{name}" for name in NOTES)))
            for each in change.iter(f"{W}commentRangeStart", f"{W}commentReference"):
                self.remark(each)
        texts = (f"{W}t", f"{W}delText") if is_deleted else (f"{W}t",)
        text = "".join(str(each.text or "") for each in change.iter(*texts))
        if text.strip():
            self.tracked.append(Tracked(author, text, is_deleted))

    def _run(self, run: Element, link: str) -> None:
        properties = child(run, "rPr")
        if self.shapes.is_placeholder(properties):
            return
        if text := self._inside(run):
            bold, italic = self.shapes.emphasis(properties)
            self._add(Run(text, bold, italic, link or self._field))

    def _alternative(self, part: Element) -> str:
        """The first of several ways of saying the same that says something here."""
        for way in part:
            before = len(self.boxes), len(self.left_out)
            if (text := self._inside(way)) or before != (len(self.boxes), len(self.left_out)):
                return text
        return ""

    def _inside(self, element: Element) -> str:
        return "".join(self._pieces(name, part) for name, part in children(element))

    def _add(self, run: Run) -> None:
        self.runs.append(run)
        self.length += len(run.text)

    def _pieces(self, name: str, part: Element) -> str:
        match name:
            case "t":
                return _IN_XML.sub(" ", str(part.text or ""))
            case "br":
                return BREAK
            case "ruby":
                return "".join(map(self._inside, part.iterfind(f"{W}rubyBase/{W}r")))
            case "commentReference":
                self.remark(part)
            case _ if name in NOTES:
                self.notes.append(_note(part))
            case "instrText":
                if found := _ADDRESS.search(str(part.text or "")):
                    self._field = address_of(found[1])
            case "fldChar":
                if part.get(f"{W}fldCharType") == "end":
                    self._field = ""
            case "sym" | "symEx":
                return _symbol(str(part.get(f"{W}char") or part.get(f"{W16SE}char") or ""))
            case "AlternateContent":
                return self._alternative(part)
            case "drawing" | "pict" | "object":
                drawn = list(_drawn(part))
                self.boxes += (each for each in drawn if each.tag == _BOX)
                self.left_out += ("afbeelding" for each in drawn if local(each) in _PICTURES)
        return _SIGNS.get(name, "")


def _note(reference: Element) -> tuple[str, str]:
    return NOTES[local(reference)], str(reference.get(f"{W}id", ""))


def _symbol(number: str) -> str:
    try:
        code = int(number, 16)
    except ValueError:
        return UNKNOWN
    is_letter = code in range(0x20, 0xD800) or code in range(0xE000, 0x110000)
    return with_signs(chr(code)) if is_letter else UNKNOWN


def _drawn(part: Element) -> Iterator[Element]:
    """All that is drawn in a part. What stands in a box is read with it, and what is there for old readers is not."""
    for name, each in children(part):
        if name not in PASSED:
            yield each
            yield from () if each.tag == _BOX else _drawn(each)


def has_ended(properties: Element | None) -> bool:
    """Whether a paragraph's end is still there, once tracked changes are accepted."""
    marks = child(properties, "rPr")
    return child(marks, "del") is None and child(marks, "moveFrom") is None
