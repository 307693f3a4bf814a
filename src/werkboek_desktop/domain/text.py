"""Text as people type, paste and look for it. Cleaning never changes a word, and never runs on an import.

No-break spaces stay inside a line: they hold "€ 500" and "art. 13b" together. A tab becomes a space, at the start
of a line two: it is an indent there.
"""

import re
from unicodedata import category, normalize

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_DEBRIS = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # control characters
    "\xad\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff"  # soft hyphens, widthless spaces, directions
    "\ufdd0-\ufdef\ufff9-\ufffc\ufffe\uffff\U000e0000-\U000e007f"  # no characters at all
    "\ud800-\udfff]"  # lone surrogates
)
_JOINABLE = "\u0590-\u1fff\u2070-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000dffff"
_JOINERS = "[\u200c\u200d]"
_STRAY_JOINERS = f"(?<![{_JOINABLE}]){_JOINERS}|{_JOINERS}(?![{_JOINABLE}])"  # takes long to compile, and is rare
_INDENT = re.compile(r"^[ \t]*\t", re.MULTILINE)
_APOSTROPHES = dict.fromkeys(map(ord, "'’‘ʼ`´′"))
_UNACCENTED = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ħ": "h", "æ": "ae", "œ": "oe", "þ": "th"})
_MARKER = re.compile(r"^ *(?:-|1\.|##|###|>) +", re.MULTILINE)
_PARTICLES = "van|von|vom|de|der|den|het|te|ten|ter|in|op|aan|uit|bij|voor|over|onder|du|la|le|['’][tns]"
_INFIX = re.compile(rf"(?:(?:{_PARTICLES}|l['’]|d['’])(?:\s+|(?<=['’])))+(?=\S)")
_INFIX_APART = re.compile(rf"(?<!\S)(?:(?:{_PARTICLES}) )+(?=\S)")
_INITIALS = re.compile(r"(?:\S*\. )+(?=\S)")
_NAME_ARTICLE = re.compile(r"['’][st][- ]")
_NUMBER = re.compile("[0-9]+")
_DIGITS = 9


def clean_text(text: str) -> str:
    """The same words in composed characters and `\\n` lines, without characters nobody sees."""
    text = _DEBRIS.sub("", _LINE_ENDS.sub("\n", text))
    if "\u200c" in text or "\u200d" in text:
        text = re.sub(_STRAY_JOINERS, "", text)
    text = normalize("NFC", text)
    text = _INDENT.sub(lambda indent: indent[0].replace("\t", "  "), text)
    return "\n".join(line.rstrip() for line in text.replace("\t", " ").split("\n"))


def clean_line(text: str) -> str:
    """Clean text on one line, without spaces around it or doubled in it."""
    return re.sub(" {2,}", " ", clean_text(text).replace("\n", " ")).strip()


def count_words(text: str) -> int:
    """How many words a value has; the markers of lists, headings and quotes are none."""
    return sum(any(map(str.isalnum, word)) for word in _MARKER.sub("", text).split())


def fold(text: str) -> str:
    """What two spellings of a word have in common, to search and compare: no case, accents or apostrophes."""
    if text.isascii():  # as most text is
        return text.casefold().translate(_APOSTROPHES)
    text = normalize("NFKD", normalize("NFKD", text).casefold()).casefold()
    letters = (letter for letter in text.translate(_APOSTROPHES) if category(letter) != "Mn")
    return "".join(letters).translate(_UNACCENTED)


def sort_key_person(first_name: str, infix: str, last_name: str) -> tuple[str, str, str]:
    """Sorts under the main part of the name, also where the infix was typed with the last name."""
    main = _INFIX.sub("", last_name, count=1) if _INFIX.match(last_name) else last_name
    return fold(main), fold(first_name), fold(infix)


def name_of_person(first_name: str, infix: str, last_name: str) -> str:
    """As lists have it, under the main part of the name: "Hoek, Sanne ’t"."""
    found = _INFIX.match(last_name)
    main = last_name[found.end() :] if found else last_name
    before = " ".join(filter(None, (first_name, infix, found[0].strip() if found else "")))
    return ", ".join(filter(None, (main, before)))


def parts_of_name(name: str) -> tuple[str, str, str]:
    """First name, infix and last name of a person, as somebody says them or as lists have them.

    What comes before an infix is the first name. Without one that is the first word, or the initials, and the rest
    is the last name: "El Idrissi". An infix that is one word with the name stays in it: "d’Hondt".
    """
    last, comma, before = clean_line(name).partition(", ")
    text = f"{before} {last}" if comma else last
    if found := _INFIX_APART.search(text):
        return text[: found.start()].strip(), found[0].strip(), text[found.end() :]
    initials = _INITIALS.match(text)
    first, _space, rest = (initials[0].strip(), "", text[initials.end() :]) if initials else text.partition(" ")
    return first, "", rest


def sort_key_name(name: str) -> str:
    """Sorts a place or title under its first real word, 's-Gravenhage under the g, and a number by its size: 2, 10."""
    folded = fold(_NAME_ARTICLE.sub("", name, count=1) if _NAME_ARTICLE.match(name) else name)
    return _NUMBER.sub(lambda number: number[0].zfill(_DIGITS), folded)
