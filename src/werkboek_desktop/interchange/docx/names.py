"""Word's names of elements and attributes."""

from werkboek_desktop.interchange.xml import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
W16SE = "{http://schemas.microsoft.com/office/word/2015/wordml/symex}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
VAL = f"{W}val"
_OFF = {"0", "false", "off", "none"}
_STRICT = "{http://purl.oclc.org/ooxml/"
_USUAL = {
    f"{_STRICT}wordprocessingml/main": W,
    f"{_STRICT}officeDocument/math": M,
    f"{_STRICT}officeDocument/relationships": R_ID.removesuffix("id"),
}


def usual(root: Element) -> Element:
    """The same part under the usual names, where Word's strict format has others."""
    if str(root.tag).startswith(_STRICT):
        for element in root.iter():
            element.tag = _usual(str(element.tag))
            for name in [each for each in map(str, element.attrib) if each.startswith(_STRICT)]:
                element.set(_usual(name), str(element.attrib.pop(name)))
    return root


def _usual(name: str) -> str:
    space, _, own = name.partition("}")
    return f"{_USUAL[space]}{own}" if space in _USUAL else name


def child(element: Element | None, name: str) -> Element | None:
    """The first element of this name in an element."""
    return None if element is None else element.find(f"{W}{name}")


def value(element: Element | None, name: str) -> str:
    """What a property says; empty where it is not there."""
    found = child(element, name)
    return "" if found is None else str(found.get(VAL, ""))


def is_on(element: Element | None, name: str) -> bool:
    """Whether a switch is there and not off."""
    found = child(element, name)
    return found is not None and str(found.get(VAL, "true")) not in _OFF
