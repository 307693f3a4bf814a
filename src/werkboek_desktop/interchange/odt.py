"""An .odt → the same document. LibreOffice makes one of our .docx: bookmarks, styles and properties stay."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from werkboek_desktop.domain.inline import Run, address_of
from werkboek_desktop.domain.shown_prose import Line
from werkboek_desktop.errors import DocumentDamaged, DocumentLocked, DocumentTooLarge
from werkboek_desktop.interchange import limits
from werkboek_desktop.interchange.archive import Archive
from werkboek_desktop.interchange.document import Document, Paragraph, Remark, Tracked, margin
from werkboek_desktop.interchange.origin import has_own_mark
from werkboek_desktop.interchange.signs import with_signs
from werkboek_desktop.interchange.xml import Element, children, local, parse

MIMETYPE = b"application/vnd.oasis.opendocument.text"
_SPACES = {
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "meta": "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xlink": "http://www.w3.org/1999/xlink",
    "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
}
_DRAWING = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_PICTURE = f"{_DRAWING}image"
_HOLDS = {"section", "table", "table-row", "table-rows", "table-header-rows", "index-body", "numbered-paragraph"}
"""What has paragraphs in it and is nothing more."""
_MANIFEST = "META-INF/manifest.xml"
_QUOTES = {"quotations", "quote"}
_MOST_SPACES = 1_000
_BLANK = re.compile(r"[ \t\r\n]+")


def _name(short: str) -> str:
    space, _, name = short.partition(":")
    return f"{{{_SPACES[space]}}}{name}"


def _get(element: Element, short: str) -> str:
    return str(element.get(_name(short), ""))


def read(archive: Archive) -> Document:
    """The text of a document; raises DocumentDamaged, DocumentTooLarge, DocumentLocked."""
    if b"encryption-data" in archive.read(_MANIFEST):
        raise DocumentLocked
    content = parse(archive.read("content.xml"), "content.xml")
    body = content.find(f"{_name('office:body')}/{_name('office:text')}")
    if body is None:
        raise DocumentDamaged("content.xml")
    more = archive.read("styles.xml")
    styles = parse(more, "styles.xml") if more else None
    walk = _Walk(_Styles(content, styles))
    paragraphs = tuple(walk.paragraphs(body))
    tracked = tuple(_tracked(body, walk.came))
    left_out = (*walk.left_out, *_margins(styles))
    meta = archive.read("meta.xml")
    root = parse(meta, "meta.xml") if meta else None
    return Document(paragraphs, _properties(root), walk.comments, tracked, _title(root), left_out)


class _Styles:
    def __init__(self, content: Element, styles: Element | None) -> None:
        roots = [root for root in (styles, content) if root is not None]
        found = [each for root in roots for each in root.iter(_name("style:style"))]
        self._styles = {(_get(each, "style:family"), _get(each, "style:name")): each for each in found}
        self._lists = {_get(each, "style:name"): each for root in roots for each in root.iter(_name("text:list-style"))}

    def name(self, style: str) -> str:
        """The name of the style that people see, in lower case."""
        for each in self._chain("paragraph", style):
            shown = _get(each, "style:display-name") or _get(each, "style:name").replace("_20_", " ")
            if _get(each, "style:display-name") or not _is_automatic(each):
                return shown.lower()
        return style.lower()

    def look(self, style: str, around: "_Look") -> "_Look":
        """How letters look of this style in others."""
        bold = italic = charset = ""
        for each in self._chain("text", style):
            properties = each.find(_name("style:text-properties"))
            if properties is not None:
                bold = bold or _get(properties, "fo:font-weight")
                italic = italic or _get(properties, "fo:font-style")
                charset = charset or _get(properties, "style:font-charset")
        is_bold = around.bold or bold in {"bold", "600", "700", "800", "900"}
        return _Look(is_bold, around.italic or italic in {"italic", "oblique"}, charset == "x-symbol")

    def marker(self, style: str, depth: int) -> str:
        """What stands before the items of a list."""
        for level in self._lists.get(style, ()):
            if _get(level, "text:level") == str(depth + 1):
                return "-" if "bullet" in local(level) else "1."
        return "-"

    def _chain(self, family: str, name: str) -> Iterator[Element]:
        for _ in range(limits.STYLES):
            style = self._styles.get((family, name))
            if style is None:
                return
            yield style
            name = _get(style, "style:parent-style-name")


def _is_automatic(style: Element) -> bool:
    above = style.getparent()
    return above is not None and local(above) == "automatic-styles"


class _Look(NamedTuple):
    """How letters look; `signs`: they are of a font of signs."""

    bold: bool = False
    italic: bool = False
    signs: bool = False


@dataclass
class _Reading:
    """One paragraph while it is read."""

    runs: list[Run] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)
    remarks: list[tuple[str, int]] = field(default_factory=list)
    length: int = 0

    def add(self, text: str, look: _Look, link: str) -> None:
        if text:
            self.runs.append(Run(text, look.bold, look.italic, link))
            self.length += len(text)


class _Walk:
    def __init__(self, styles: _Styles) -> None:
        self._styles = styles
        self._cells = 0
        self._count = 0
        self._boxes: list[Element] = []
        self._notes: list[Element] = []
        self._open: dict[str, list[str]] = {}
        self.came: dict[str, str] = {}
        self.left_out: list[str] = []
        self.comments: dict[str, Remark] = {}

    def paragraphs(
        self, element: Iterable[Element], cell: int = 0, style: str = "", depth: int = -1
    ) -> Iterator[Paragraph]:
        for name, inner in children(element):
            match name:
                case "p" | "h":
                    yield from self._paragraph(inner, cell, style, depth)
                case "list":
                    yield from self.paragraphs(inner, cell, _get(inner, "text:style-name") or style, depth + 1)
                case "table-cell":
                    self._cells += 1
                    yield from self.paragraphs(inner, self._cells)
                case "list-item" | "list-header":
                    yield from self.paragraphs(inner, cell, style, depth)
                case _ if _is_drawn(inner):
                    self.left_out += ["afbeelding"] if inner.find(_PICTURE) is not None else []
                    yield from self.paragraphs(inner, cell)
                case _ if name in _HOLDS:
                    yield from self.paragraphs(inner, cell)

    def _paragraph(self, element: Element, cell: int, list_style: str, depth: int) -> Iterator[Paragraph]:
        self._count += 1
        if self._count > limits.PARAGRAPHS:
            raise DocumentTooLarge("alinea’s", self._count, limits.PARAGRAPHS)
        reading = _Reading()
        self._read(element, reading, _Look(), "")
        if has_own_mark(reading.marks, ""):  # a picture of ours
            self._boxes = [box for box in self._boxes if box.find(_PICTURE) is None]
        style = self._styles.name(_get(element, "text:style-name"))
        level = _whole(_get(element, "text:outline-level")) if local(element) == "h" else 0
        marker = self._marker(style, level, list_style, depth)
        lines = _lines(reading.runs)
        for number, runs in enumerate(lines):
            marks, remarks = ((), ()) if number else (tuple(reading.marks), tuple(reading.remarks))
            line = Line(marker, int(depth > 0 and not level), runs)
            yield Paragraph(line, style, level, "", marks, cell, remarks)
        yield from self._beside(cell)

    def _beside(self, cell: int) -> Iterator[Paragraph]:
        """What stands beside a paragraph: boxes, and notes, which belong to no field."""
        boxes, notes, self._boxes, self._notes = self._boxes, self._notes, [], []
        for box in boxes:
            yield from self.paragraphs([box], cell)
        for note in notes:
            self._cells += 1
            for body in note.iter(_name("text:note-body")):
                yield from self.paragraphs(body, self._cells)

    def _marker(self, style: str, level: int, list_style: str, depth: int) -> str:
        if level:
            return "##" if level <= 2 else "###"
        if depth >= 0:
            return self._styles.marker(list_style, depth)
        return ">" if style in _QUOTES else ""

    def _read(self, element: Element, reading: _Reading, look: _Look, link: str) -> None:
        self._text(element.text, reading, look, link)
        for name, inner in children(element):
            match name:
                case "span":
                    self._read(inner, reading, self._styles.look(_get(inner, "text:style-name"), look), link)
                case "a":
                    self._read(inner, reading, look, address_of(_get(inner, "xlink:href")))
                case "s" | "tab" | "line-break":
                    reading.add(_blank(name, inner), look, link)
                case "bookmark-start" | "bookmark":
                    reading.marks.append(_get(inner, "text:name"))
                case "annotation":
                    self._comment(inner, reading)
                case "change-start" if len(self._open) < limits.STYLES:
                    self._open[_get(inner, "text:change-id")] = []
                case "change-end":
                    id_ = _get(inner, "text:change-id")
                    self.came[id_] = "".join(self._open.pop(id_, ()))
                case "note":
                    self._notes.append(inner)
                case _ if _is_drawn(inner):
                    self._boxes.append(inner)
                case "ruby-text" | "script":
                    pass
                case _:  # fields, and whatever is new: what one reads of them stands in them
                    self._read(inner, reading, look, link)
            self._text(inner.tail, reading, look, link)

    def _text(self, text: str | None, reading: _Reading, look: _Look, link: str) -> None:
        shown = _BLANK.sub(" ", text or "")
        shown = with_signs(shown) if look.signs else shown
        reading.add(shown, look, link)
        for inserted in self._open.values():
            inserted.append(shown)

    def _comment(self, element: Element, reading: _Reading) -> None:
        id_ = str(len(self.comments))
        creator = element.find(_name("dc:creator"))
        lines = ("".join(map(str, each.itertext())) for each in element.iter(_name("text:p")))
        author, is_done = "" if creator is None else str(creator.text or ""), _get(element, "loext:resolved") == "true"
        self.comments[id_] = Remark(author, "\n".join(lines), is_done=is_done)
        if len(self.comments) > limits.REMARKS:
            raise DocumentTooLarge("opmerkingen", len(self.comments), limits.REMARKS)
        reading.remarks.append((id_, reading.length))


def _is_drawn(element: Element) -> bool:
    """Whether it is a shape, a box, a picture or a group of these: they stand beside a paragraph."""
    return str(element.tag).startswith(_DRAWING)


def _blank(name: str, element: Element) -> str:
    if name != "s":
        return "\t" if name == "tab" else "\n"
    return " " * min(_whole(_get(element, "text:c")), _MOST_SPACES)


def _whole(text: str) -> int:
    """The number that a text says; one where it says none."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 6 else 1


def _lines(runs: list[Run]) -> list[tuple[Run, ...]]:
    lines: list[list[Run]] = [[]]
    for run in runs:
        if run.text == "\n":
            lines.append([])
        else:
            lines[-1].append(run)
    return [tuple(line) for line in lines]


def _tracked(body: Element, came: Mapping[str, str]) -> Iterator[Tracked]:
    for region in body.iter(_name("text:changed-region")):
        for name, change in children(region):
            creator = next((str(each.text or "") for each in change.iter(_name("dc:creator"))), "")
            if name == "deletion":
                text = "".join("".join(map(str, p.itertext())) for p in change.iter(_name("text:p"), _name("text:h")))
                yield Tracked(creator, text, is_deleted=True)
            elif name == "insertion":
                yield Tracked(creator, came.get(_get(region, "text:id"), ""), is_deleted=False)


def _margins(styles: Element | None) -> Iterator[str]:
    """What stands above and below each page."""
    parts = () if styles is None else styles.iter(_name("style:header"), _name("style:footer"))
    texts = (" ".join("".join(map(str, part.itertext())).split()) for part in parts)
    return (margin(text) for text in texts if any(map(str.isalpha, text)))


def _properties(meta: Element | None) -> Mapping[str, str]:
    found = () if meta is None else meta.iter(_name("meta:user-defined"))
    return {_get(each, "meta:name"): str(each.text or "") for each in found}


def _title(meta: Element | None) -> str:
    found = None if meta is None else next(meta.iter(_name("dc:title")), None)
    return "" if found is None else str(found.text or "")
