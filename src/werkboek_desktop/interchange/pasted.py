"""The HTML of a clipboard as text for the rules of cleaning: Word, Outlook, LibreOffice, browsers, PDF viewers.

Whoever made it is a stranger: how much of it is read is bounded, and nothing in it is fetched, run or shown.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple
from urllib.parse import parse_qs, urlsplit

from lxml import etree, html

from werkboek_desktop.domain.inline import Run, address_of
from werkboek_desktop.domain.shown_prose import NESTED, Line, write_line
from werkboek_desktop.interchange.pasted_grid import Grid

MOST_LETTERS = 4_000_000
MOST_NODES = 60_000
MOST_DEPTH = 200
_BEGINNING = 20_000

_GONE = frozenset(
    "script style head title meta link template noscript object embed iframe video audio canvas map del svg math "
    "select textarea xml applet".split()
)
_PICTURES = frozenset({"img", "v:imagedata", "picture"})
_BLOCKS = frozenset(
    "p div h1 h2 h3 h4 h5 h6 blockquote pre ul ol dl dt dd table section article header footer main aside nav figure "
    "figcaption address center form fieldset hr body".split()
)
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_SPACE = re.compile(r"[ \t\r\n\f]+")
_HIDDEN = re.compile(r"display:\s*none|visibility:\s*hidden|mso-hide:\s*all|mso-element:\s*comment", re.IGNORECASE)
_WEIGHT = re.compile(r"(?<![\w-])font-weight:\s*(\w+)", re.IGNORECASE)
_SLANT = re.compile(r"(?<![\w-])font-style:\s*(\w+)", re.IGNORECASE)
_WORD_LIST = re.compile(r"mso-list:\s*l\d+ level(\d)", re.IGNORECASE)
_WORD_SIGN = re.compile(r"mso-list:\s*ignore", re.IGNORECASE)
_COUNTED = re.compile(r"\W*(?:\d{1,3}|[a-z]{1,4})[.)]\W*", re.IGNORECASE)
_PDF_PAGE = re.compile(r"<br role=\"presentation\"|<span[^>]+role=\"presentation\"", re.IGNORECASE)
_REDIRECTS = {"q", "url"}


class TooMuch(ValueError):
    """HTML past what is read of a stranger."""


class Read(NamedTuple):
    """What the HTML says, and how many pictures and comments were left out."""

    text: str
    pictures: int
    comments: int


class _Look(NamedTuple):
    """How the text inside an element looks; `heading` is a level, 0 for none."""

    bold: bool = False
    italic: bool = False
    link: str = ""
    heading: int = 0
    quoted: bool = False
    kept: bool = False
    raised: bool = False


def is_lines_of_paper(source: str) -> bool:
    """Whether it is a page of a PDF, of which the bare text says as much."""
    return bool(_PDF_PAGE.search(source, 0, _BEGINNING))


def read_html(source: str) -> Read:
    """The text with its headings, lists, emphasis, links and quotes; raises TooMuch."""
    if len(source) > MOST_LETTERS:
        raise TooMuch
    if source.startswith("Version:"):  # what Windows puts before it
        source = source[source.find("<") :]
    if not source.strip():
        return Read("", 0, 0)
    parser = html.HTMLParser(remove_comments=True, remove_pis=True, no_network=True, huge_tree=False, encoding="utf-8")
    root = html.document_fromstring(source.encode(errors="ignore"), parser=parser, ensure_head_body=True)
    reader = _Reader()
    reader.walk(root)
    return Read(reader.text(), reader.left_out["pictures"], reader.left_out["comments"])


class _Reader:
    """Walks through a document once, and writes line after line."""

    def __init__(self) -> None:
        self.left_out: Counter[str] = Counter()
        self._lines: list[str] = []
        self._runs: list[Run] = []
        self._looks = [_Look()]
        self._lists: list[str] = []
        self._item: tuple[str, int] | None = None
        self._grids: list[Grid] = []

    def text(self) -> str:
        """All that was read."""
        self._end_line()
        return "\n".join(self._lines).strip("\n")

    def walk(self, root: Any) -> None:
        """Reads a document; raises TooMuch."""
        walker = etree.iterwalk(root, events=("start", "end"))
        nodes, skipped = 0, None
        for event, element in walker:
            if event == "end":
                if element is not skipped:
                    self._end(element)
                self._say(element.tail)
                continue
            nodes += 1
            if nodes > MOST_NODES or len(self._looks) > MOST_DEPTH:
                raise TooMuch
            if self._is_left_out(element):
                skipped = element
                walker.skip_subtree()
                continue
            self._start(element)
            self._say(element.text)

    def _is_left_out(self, element: Any) -> bool:
        tag, style = _tag(element), _style(element)
        if tag in _PICTURES:
            self.left_out["pictures"] += element.get("width") not in {"0", "1"}
            return True
        if _WORD_SIGN.search(style):
            if self._item:
                counted = _COUNTED.fullmatch(element.text_content())
                self._item = ("1." if counted else "-", self._item[1])
            return True
        if re.search(r"mso-element:\s*comment\b(?!-list)", style) or element.get("class") == "MsoCommentText":
            self.left_out["comments"] += 1
            return True
        is_comment = "msocom" in (element.get("class") or "")
        return tag in _GONE or is_comment or (bool(_HIDDEN.search(style)) and "comment-list" not in style)

    def _start(self, element: Any) -> None:
        tag = _tag(element)
        if tag in _BLOCKS or _heading(element):
            self._break()
        self._looks.append(_looked(element, self._looks[-1]))
        if tag == "br":
            self._end_line() if self._is_free() else self._say(" ")
        elif tag in {"ul", "ol"}:
            self._lists.append("1." if tag == "ol" else "-")
        elif tag == "li":
            self._end_line()
            depth = max(len(self._lists), _level(element))
            self._item = (self._lists[-1] if self._lists else "-", min(max(depth - 1, 0), NESTED))
        elif found := _WORD_LIST.search(_style(element)):
            self._end_line()
            self._item = ("-", min(int(found[1]) - 1, NESTED))
        elif tag == "table":
            self._grids.append(Grid(self._lines))
        elif self._grids:
            self._start_in_table(tag, element)

    def _start_in_table(self, tag: str, element: Any) -> None:
        if tag == "tr":
            self._grids[-1].begin_row()
        elif tag in {"td", "th"}:
            self._end_line()
            self._item = None
            self._lines = self._grids[-1].begin_cell(_span(element, "colspan"), _span(element, "rowspan"))

    def _end(self, element: Any) -> None:
        tag = _tag(element)
        if tag in _BLOCKS or _heading(element) or tag in {"li", "td", "th"}:
            self._end_line()
        look = self._looks.pop()
        if tag in {"ul", "ol"} and self._lists:
            self._lists.pop()
        if tag == "li" or _WORD_LIST.search(_style(element)):
            self._item = None
        if tag in {"td", "th"} and self._grids:
            self._lines = self._grids[-1].end_cell(is_head=tag == "th")
        if tag == "table" and self._grids:
            self._lines = self._grids.pop().end()
        if (tag in _BLOCKS and tag not in {"ul", "ol"}) or look.heading:
            self._break()

    def _is_free(self) -> bool:
        """Whether a line may end here without an item or a heading ending with it."""
        return not (self._item or self._lists or self._grids or self._looks[-1].heading)

    def _say(self, text: str | None) -> None:
        if not text:
            return
        look = self._looks[-1]
        if look.kept and "\n" in text:
            first, *rest = text.split("\n")
            self._say(first)
            for line in rest:
                self._end_line()
                self._say(line)
            return
        text = text if look.kept else _SPACE.sub(" ", text)
        if look.raised and text.strip().isdecimal() and not look.link:
            text = text.translate(_SUPERSCRIPTS)
        if not self._runs or self._runs[-1].text[-1:] == " ":
            text = text.lstrip(" ")
        if text:
            self._runs.append(Run(text, look.bold and not look.heading, look.italic, look.link))

    def _break(self) -> None:
        """Ends a paragraph: a line stays empty behind it, but not between the items of a list."""
        self._end_line()
        if self._lines and self._lines[-1] and not self._lists and not self._grids and not self._item:
            self._lines.append("")

    def _end_line(self) -> None:
        runs, self._runs = list(_trimmed(self._runs)), []
        if not runs:
            return
        look = self._looks[-1]
        marker, level = ("", 0)
        if look.heading:
            marker = "##" if look.heading <= 2 else "###"
        elif self._item:
            (marker, level), self._item = self._item, None
        elif look.quoted:
            marker = ">"
        self._lines.append(write_line(Line(marker, level, tuple(runs))))


def _trimmed(runs: list[Run]) -> Iterator[Run]:
    text = "".join(run.text for run in runs)
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    at = 0
    for run in runs:
        kept = run.text[max(0, start - at) : max(0, end - at)]
        at += len(run.text)
        if kept:
            yield run._replace(text=kept)


def _tag(element: Any) -> str:
    return element.tag.lower() if isinstance(element.tag, str) else ""


def _style(element: Any) -> str:
    return element.get("style") or ""


def _heading(element: Any) -> int:
    tag = _tag(element)
    if re.fullmatch("h[1-6]", tag):
        return int(tag[1])
    if element.get("role") == "heading":
        return _level(element) or 2
    return 1 if tag == "p" and (element.get("class") or "").startswith("MsoTitle") else 0


def _level(element: Any) -> int:
    level = element.get("data-aria-level") or element.get("aria-level") or ""
    return int(level) if level.isdecimal() and len(level) < 3 else 0


def _span(element: Any, name: str) -> int:
    span = element.get(name) or ""
    return min(max(int(span), 1), 50) if span.isdecimal() and len(span) < 4 else 1


def _looked(element: Any, outer: _Look) -> _Look:
    tag, style = _tag(element), _style(element)
    weight, slant = _WEIGHT.search(style), _SLANT.search(style)
    bold = outer.bold or tag in {"b", "strong"}
    if weight:
        bold = weight[1].lower() in {"bold", "bolder", "600", "700", "800", "900"}
    italic = outer.italic or tag in {"i", "em"}
    if slant:
        italic = slant[1].lower() in {"italic", "oblique"}
    return _Look(
        bold,
        italic,
        _address(element.get("href") or "") if tag == "a" else outer.link,
        _heading(element) or outer.heading,
        outer.quoted or tag == "blockquote",
        outer.kept or tag == "pre",
        outer.raised or tag == "sup",
    )


def _address(link: str) -> str:
    """Where a link leads: not by way of who counts the clicks, and of mail not past who was written to."""
    link = link.strip()
    try:
        parts = urlsplit(link)
        is_detour = parts.netloc.endswith("safelinks.protection.outlook.com") or (
            parts.netloc.startswith("www.google.") and parts.path == "/url"
        )
        asked = parse_qs(parts.query) if is_detour else {}
    except ValueError:
        return ""
    link = next((asked[key][0] for key in ("url", "q") if key in asked), link)
    return address_of(link.replace("(", "%28").replace(")", "%29"))
