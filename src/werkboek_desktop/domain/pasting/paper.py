"""What lines of paper do to a text: broken words, broken paragraphs, and the edges of pages.

A word is joined only where it is safe; what is in doubt keeps its hyphen, and stays where it stood.
"""

import re
from collections import Counter
from collections.abc import Sequence

_WORD = re.compile(r"\w+(?:-\w+)*")
_BROKEN = re.compile("([-\u2010\u00ad])(\u00ad|[ \u00a0]*\n[ \t\u00a0]*|[ \u00a0]+)(?=\\w)|\u00ad")
_LEFT = re.compile(r"(\S*?)([^\W\d_]+|\w)\Z")
_RIGHT = re.compile("([^\\W\\d_]+|\\w)([^\\s\u00ad-]*)(-?)")
_DASH = re.compile(r"\s-\w")
_WINDOW = 80
_TOGETHER = frozenset("en of dan tot noch maar als plus respectievelijk resp cq c".split())
_SMALL = _TOGETHER | frozenset(
    """de het een dat die dit deze wie wat waar hoe zo zoals ook niet wel geen met van voor op in aan bij uit over naar
    om te ten ter door onder tussen tegen na per er is was zijn waren heeft had hebben werd wordt worden kan kon moet
    zal zou ik je jij u hij zij ze we wij men hem haar hun ons onze want dus toch nog al pas maakt zei zegt""".split()
)
_KEEPS_BEHIND = frozenset(
    "niet ex oud non kandidaat aspirant collega adjunct interim zwart e wmo bibob awb avg".split()
)
_KEEPS_BEFORE = frozenset("up in out off on to by wit down line".split())
_CLASHES = frozenset("aa ae ai au ee ei eu ie ii ij oe oi oo ou ui uu".split())

_HYPHENATED = re.compile("\\w[-\u2010\u00ad][ \u00a0]*$")
_ENDS = re.compile(r"[.!?:;…][)\]\"'’”»*]*$")
_QUOTED = re.compile(r"((?:> ?)+)(.*)")
_STARTS = re.compile(r"\s*(?:[-*+•·▪◦‣●○–—][ \t\u00a0]|\(?\d{1,2}[.)]+[ \t\u00a0]|[a-z]\)[ \t\u00a0]|#{1,6} |>)")
_NARROWEST, _WIDEST = 30, 160

_PAGE = re.compile(
    r"(?:pagina|pag\.?|page|blz\.?|p\.) ?\d{1,4}(?: ?(?:van|of|/) ?\d{1,4})?|\d{1,4} ?(?:van|/) ?\d{1,4}"
    r"|[-–—] ?\d{1,4} ?[-–—]|\d{1,4}",
    re.IGNORECASE,
)
_SURE_PAGE = re.compile(r"(?:pagina|pag\.?|page|blz\.?) ?\d{1,4} ?(?:van|of|/) ?\d{1,4}", re.IGNORECASE)
_NEAR = 3
_LONGEST_EDGE = 90


def hyphens(text: str) -> tuple[str, int]:
    """Words whole again that a line end broke, or the space that was made of it."""
    known = frozenset(_WORD.findall(text.lower()))
    made: list[str] = []
    at = times = 0
    for found in _BROKEN.finditer(text):
        before, after = text[max(0, found.start() - _WINDOW) : found.start()], text[found.end() : found.end() + _WINDOW]
        left, right = _LEFT.search(before), _RIGHT.match(after)
        if left is None or right is None or (sign := _between(found, left, right, known)) is None:
            continue
        made += text[at : found.start()], sign
        at, times = found.end(), times + 1
    return "".join((*made, text[at:])), times


def _between(found: re.Match[str], left: re.Match[str], right: re.Match[str], known: frozenset[str]) -> str | None:
    """What belongs between two parts of a word; None: they are two words, or nobody can tell."""
    first, second = left[2].lower(), right[1].lower()
    if found[1] in {None, "\u00ad"}:
        return ""
    if second in _TOGETHER:
        return None
    if first + second in known:
        return ""
    is_safe = _is_safe(left[1], left[2], right[1] + right[2])
    if found[2].strip(" \u00a0"):
        return "" if is_safe and f"{first}-{second}" not in known else "-"
    is_doubtful = len(second) < 2 or right[3] or second in _SMALL or _DASH.search(left.string + found[0])
    return "" if is_safe and not is_doubtful else None


def _is_safe(before: str, first: str, second: str) -> bool:
    """Whether two parts are surely one word without a hyphen."""
    if len(first) < 2 or not first[1:].islower() or not second[0].isalpha() or not second[0].islower():
        return False
    if before and (before[-1].isalnum() or set(before) & set("/@.")):
        return False
    if first.lower() in _KEEPS_BEHIND or second in _KEEPS_BEFORE:
        return False
    return (first[-1] + second[0]).lower() not in _CLASHES


def paragraphs(text: str) -> tuple[str, int]:
    """Lines of a paragraph as one line, in a text whose lines end where the paper did."""
    lines = text.split("\n")
    width = _width(lines)
    near = [(at, line, lines[at + 1]) for at, line in enumerate(lines[:-1]) if line.strip() and lines[at + 1].strip()]
    breaks = [at for at, line, following in near if _goes_on(line, following, width)]
    if width < _NARROWEST or len(breaks) * 8 < len(near) or not breaks:
        return text, 0
    joins = {at + 1 for at, line, following in near if _is_joined(line, following, width)}
    made: list[str] = []
    for at, line in enumerate(lines):
        if at in joins:
            made[-1] = f"{made[-1].rstrip()}{_joint(made[-1], _body(line))}{_body(line).strip()}"
        else:
            made.append(line)
    return "\n".join(made), len(joins)


def _joint(line: str, following: str) -> str:
    """What comes between two lines: after a hyphen a sign that says so to who makes words whole."""
    is_broken = _HYPHENATED.search(line) and re.split(r"\W", following.strip(), maxsplit=1)[0] not in _TOGETHER
    return "\u00ad" if is_broken else " "


def _width(lines: Sequence[str]) -> int:
    return max((len(line) for line in lines if len(line) <= _WIDEST), default=0)


def _body(line: str) -> str:
    quoted = _QUOTED.fullmatch(line)
    return quoted[2] if quoted else line


def _is_same_voice(line: str, following: str) -> bool:
    """Whether both lines are quoted from a mail alike, and the second begins nothing of its own."""
    one, other = _QUOTED.fullmatch(line), _QUOTED.fullmatch(following)
    if (one[1].strip() if one else "") != (other[1].strip() if other else ""):
        return False
    return bool(_body(following).strip() and _body(line).strip()) and not _STARTS.match(_body(following))


def _goes_on(line: str, following: str, width: int) -> bool:
    """Whether a sentence surely goes on in the next line."""
    if not _is_same_voice(line, following) or len(line) > _WIDEST:
        return False
    if _HYPHENATED.search(line):
        return True
    is_open = not _ENDS.search(line.rstrip()) and _body(following).lstrip()[0].islower()
    return is_open and len(line) >= width / 2


def _is_joined(line: str, following: str, width: int) -> bool:
    if _goes_on(line, following, width):
        return True
    if not _is_same_voice(line, following) or len(line) > _WIDEST or line.lstrip().startswith("#"):
        return False
    ends = bool(_ENDS.search(line.rstrip()))
    if following.startswith("  ") and not _STARTS.match(line) and ends:
        return False
    if ends and len(following) < width * 0.6 and not _ENDS.search(following.rstrip()):
        return False  # a heading
    room = len(line.rstrip()) + 1 + len(_body(following).split()[0])
    return room > width * (0.97 if ends else 0.85)


def pages(text: str) -> tuple[str, int]:
    """A text without the numbers and running heads of its pages, where they surely are that."""
    lines = text.split("\n")
    breaks = _breaks(lines)
    edge = {at for at in breaks if _PAGE.fullmatch(lines[at].strip())} | _running(lines, breaks)
    if not edge:
        return text, 0
    made: list[str] = []
    for at, line in enumerate(lines):
        if at not in edge:
            made.append(line)
        elif made and (at == 0 or at - 1 not in edge):
            made.append("")
    return _closed("\n".join(made)), len(edge)


def _breaks(lines: Sequence[str]) -> set[int]:
    """The lines beside the end of a page: a form feed, or a number that counts pages."""
    found = {at for at, line in enumerate(lines) if _SURE_PAGE.fullmatch(line.strip())}
    for at, line in enumerate(lines):
        if "\f" in line:
            found |= {near for near in (at, *_filled_near(lines, at, 1)) if near < at or _is_edge(lines[near])}
    return found


def _is_edge(line: str) -> bool:
    return bool(_PAGE.fullmatch(line.strip())) or "\f" in line


def _filled_near(lines: Sequence[str], at: int, reach: int) -> list[int]:
    """The nearest lines with text, before and after a place."""
    before = [near for near in range(at - 1, max(-1, at - 6), -1) if lines[near].strip()][:reach]
    after = [near for near in range(at + 1, min(len(lines), at + 6)) if lines[near].strip()][:reach]
    return before + after


def _running(lines: Sequence[str], breaks: set[int]) -> set[int]:
    """Lines that stand alike at more than one end of a page."""
    near = {each for at in breaks for each in (at, *_filled_near(lines, at, _NEAR - 1)) if lines[each].strip()}
    filled = [at for at, line in enumerate(lines) if line.strip()]
    near |= {*filled[:2], *filled[-2:]} if breaks else set()
    alike = {at: re.sub(r"\d+", "0", lines[at].strip()) for at in near if len(lines[at]) <= _LONGEST_EDGE}
    often = Counter(alike.values())
    return {at for at, line in alike.items() if often[line] > 1}


def _closed(text: str) -> str:
    """A sentence that a page broke goes on in the next line."""
    return re.sub(r"(?<=[\w,])[ \f]*\n(?:[ \f]*\n)+[ \f]*(?=[a-zà-ÿ])", "\n", text)
