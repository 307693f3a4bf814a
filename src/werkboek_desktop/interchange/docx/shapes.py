"""What a paragraph is in Word: a heading, an item of a list, a quote; by its own properties, else by its style."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from werkboek_desktop.interchange import limits
from werkboek_desktop.interchange.docx.names import W, child, is_on, value
from werkboek_desktop.interchange.xml import Element

_HEADING = re.compile(r"(?:heading|kop) ?(\d)")
_FIRST = "heading"
"""What Pages calls its first heading; in LibreOffice all headings, and the title, are based on it."""
_QUOTES = {"quote", "intense quote", "citaat", "duidelijk citaat", "quotations"}
_DEEPER = re.compile(r"(?:list|lijst).* [2-9]")
_BODY_LEVEL = 9


class Style(NamedTuple):
    """A style of paragraphs or letters."""

    name: str
    based_on: str
    properties: Element | None
    letters: Element | None


class Shape(NamedTuple):
    """A paragraph's marker as prose has it, and how deep a heading or item stands."""

    marker: str
    level: int
    style: str
    heading: int = 0


class Shapes:
    """The styles and numberings of one document."""

    def __init__(self, styles: Element | None, numbering: Element | None) -> None:
        self._styles = dict(_styles(styles)) if styles is not None else {}
        self._formats = _formats(numbering) if numbering is not None else {}

    def shape(self, properties: Element | None) -> Shape:
        """What a paragraph with these properties is."""
        id_ = value(properties, "pStyle")
        chain = list(self._chain(id_))
        name = chain[0].name if chain else id_.lower()
        if level := _heading_level(properties, chain):
            return Shape("##" if level <= 2 else "###", 0, name, level)
        if numbered := self._numbered(properties, chain):
            marker, depth = numbered
            return Shape(marker, int(depth > 0 or bool(_DEEPER.match(name))), name)
        return Shape(">" if any(style.name in _QUOTES for style in chain) else "", 0, name)

    def emphasis(self, properties: Element | None) -> tuple[bool, bool]:
        """Whether letters are bold and italic."""
        styles = list(self._chain(value(properties, "rStyle")))
        return _letters(properties, styles, "b"), _letters(properties, styles, "i")

    def is_placeholder(self, properties: Element | None) -> bool:
        """Whether these letters only ask for text."""
        return any(style.name == "placeholder text" for style in self._chain(value(properties, "rStyle")))

    def _chain(self, id_: str) -> Iterator[Style]:
        for _ in range(limits.STYLES):
            if id_ not in self._styles:
                return
            yield self._styles[id_]
            id_ = self._styles[id_].based_on

    def _numbered(self, properties: Element | None, chain: list[Style]) -> tuple[str, int] | None:
        for each in (properties, *(style.properties for style in chain)):
            if (found := child(each, "numPr")) is not None:
                number = value(found, "numId")
                depth = _whole(value(found, "ilvl"))
                format_ = self._formats.get((number, depth), "" if number == "0" else "bullet")
                return None if format_ in {"", "none"} else ("-" if format_ == "bullet" else "1.", depth)
        return None


def _letters(properties: Element | None, styles: list[Style], name: str) -> bool:
    if child(properties, name) is not None:
        return is_on(properties, name)
    return any(is_on(style.letters, name) for style in styles)


def _heading_level(properties: Element | None, chain: list[Style]) -> int:
    for style in chain:
        if found := _HEADING.fullmatch(style.name):
            return int(found[1])
    if chain and chain[0].name == _FIRST:
        return 1
    for each in (properties, *(style.properties for style in chain)):
        if child(each, "outlineLvl") is not None:
            level = _whole(value(each, "outlineLvl"))
            return level + 1 if level < _BODY_LEVEL else 0
    return 0


def _styles(root: Element) -> Iterator[tuple[str, Style]]:
    for style in root.findall(f"{W}style"):
        name = value(style, "name").lower()
        yield (
            str(style.get(f"{W}styleId", "")),
            Style(name, value(style, "basedOn"), child(style, "pPr"), child(style, "rPr")),
        )


def _formats(root: Element) -> Mapping[tuple[str, int], str]:
    abstract = {
        str(each.get(f"{W}abstractNumId")): {
            _whole(str(level.get(f"{W}ilvl"))): value(level, "numFmt") for level in each.findall(f"{W}lvl")
        }
        for each in root.findall(f"{W}abstractNum")
    }
    return {
        (str(number.get(f"{W}numId")), level): format_
        for number in root.findall(f"{W}num")
        for level, format_ in abstract.get(value(number, "abstractNumId"), {}).items()
    }


def _whole(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 6 else 0
