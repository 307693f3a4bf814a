"""How a document looks: real styles on A4, which whoever gets it can change and a screen reader reads."""

from collections.abc import Iterator

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from werkboek_desktop.interchange.docx.controls import element

KIND = "Werkboek soort"
QUESTION = "Werkboek vraag"
LABEL = "Werkboek label"
ANSWER = "Werkboek antwoord"
"""Where somebody writes in a form: a box that grows with what stands in it."""
_ACCENT = RGBColor(0x0B, 0x5D, 0x6E)
_QUIET = RGBColor(0x52, 0x59, 0x5D)
_FONT = "Calibri"
_SIZES = {"Title": 24, "Subtitle": 14, "Heading 1": 15, "Heading 2": 12.5, "Heading 3": 11}
_BULLETS = ("•", "–")
_NUMBERS = (("decimal", "%1."), ("lowerLetter", "%2."))


def dress(document: Document) -> None:
    """Page, language and styles."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin = section.bottom_margin = Cm(2.3)
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "nl-NL")
    _set(document, "Normal", 11, None)
    for name, size in _SIZES.items():
        _set(document, name, size, _ACCENT)
    for name in (KIND, QUESTION, LABEL, ANSWER):
        document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = document.styles["Normal"]
    _set(document, KIND, 10, _QUIET)
    _set(document, LABEL, 10, _QUIET).font.bold = True
    _box(_set(document, ANSWER, 11, None))
    questions = _set(document, QUESTION, 9.5, _QUIET)
    questions.font.italic = True
    questions.paragraph_format.space_after = Pt(2)
    questions.paragraph_format.keep_with_next = True


def _set(document: Document, name: str, size: float, colour: RGBColor | None) -> ParagraphStyle:
    style = document.styles[name]
    assert isinstance(style, ParagraphStyle)
    style.font.name, style.font.size = _FONT, Pt(size)
    if colour is not None:
        style.font.color.rgb = colour
    fonts = style.element.rPr.rFonts
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    return style


def _box(style: ParagraphStyle) -> None:
    properties = style.element.get_or_add_pPr()
    borders = element("w:pBdr")
    for side in ("top", "left", "bottom", "right"):
        borders.append(element(f"w:{side}", "single", sz="4", space="6", color="8A9296"))
    properties.append(borders)
    style.paragraph_format.space_after = Pt(10)


class Numbering:
    """Bullets and numbers of two levels; each numbered list counts from one."""

    def __init__(self, document: Document) -> None:
        self._root: BaseOxmlElement = document.part.numbering_part.element
        abstract = [int(each.get(qn("w:abstractNumId"))) for each in self._root.findall(qn("w:abstractNum"))]
        self._bullets_id, self._numbers_id = max(abstract) + 1, max(abstract) + 2
        self._add_list(self._bullets_id, (("bullet", sign) for sign in _BULLETS))
        self._add_list(self._numbers_id, _NUMBERS)
        self.bullets = self._add_number(self._bullets_id)

    def numbers(self) -> str:
        """A list that begins at one."""
        return self._add_number(self._numbers_id, restarts=True)

    def _add_list(self, id_: int, levels: Iterator[tuple[str, str]] | tuple[tuple[str, str], ...]) -> None:
        made = element("w:abstractNum", abstractNumId=str(id_))
        made.append(element("w:multiLevelType", "multilevel"))
        for depth, (format_, text) in enumerate(levels):
            level = element("w:lvl", ilvl=str(depth))
            for each in (element("w:start", "1"), element("w:numFmt", format_), element("w:lvlText", text)):
                level.append(each)
            properties = element("w:pPr")
            properties.append(element("w:ind", left=str(360 * (depth + 1)), hanging="360"))
            level.append(properties)
            made.append(level)
        self._root.findall(qn("w:abstractNum"))[-1].addnext(made)

    def _add_number(self, abstract: int, *, restarts: bool = False) -> str:
        ids = [int(each.get(qn("w:numId"))) for each in self._root.findall(qn("w:num"))]
        made = element("w:num", numId=str(max(ids, default=0) + 1))
        made.append(element("w:abstractNumId", str(abstract)))
        if restarts:
            for depth in range(len(_NUMBERS)):
                override = element("w:lvlOverride", ilvl=str(depth))
                override.append(element("w:startOverride", "1"))
                made.append(override)
        self._root.append(made)
        return str(made.get(qn("w:numId")))
