"""Content controls and bookmarks: what a field can be recognised by when the document comes back."""

from collections.abc import Sequence
from itertools import count

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from werkboek_desktop.interchange.origin import bookmark_of, own_mark


def element(kind: str, value: str | None = None, **attributes: str) -> BaseOxmlElement:
    """A new element such as `w:tag`, with `w:val` and other attributes of w."""
    made = OxmlElement(kind)
    for key, text in ({} if value is None else {"val": value}).items() | attributes.items():
        made.set(qn(f"w:{key}"), text)
    return made


class Controls:
    """Numbers the controls and bookmarks of one document."""

    def __init__(self) -> None:
        self._numbers = count(1)

    def around(self, tag: str, label: str, parts: Sequence[BaseOxmlElement]) -> BaseOxmlElement:
        """Puts elements that stand beside each other in a control, which takes their place."""
        number = next(self._numbers)
        control = element("w:sdt")
        properties = element("w:sdtPr")
        for each in (
            element("w:alias", label),
            element("w:tag", tag),
            element("w:id", str(number)),
            element("w:lock", "sdtLocked"),
        ):
            properties.append(each)
        content = element("w:sdtContent")
        control.append(properties)
        control.append(content)
        parts[0].addprevious(control)
        for part in parts:
            content.append(part)
        return control

    def mark(self, tag: str, first: BaseOxmlElement, last: BaseOxmlElement) -> None:
        """Puts the bookmark of a field round what stands from one paragraph to another, or the same."""
        self._bookmark(bookmark_of(tag), next(self._numbers), first, last)

    def own(self, paragraph: BaseOxmlElement, text: str) -> None:
        """Marks a paragraph as the program's own words."""
        number = next(self._numbers)
        self._bookmark(own_mark(text, number), number, paragraph, paragraph)

    def _bookmark(self, name: str, number: int, first: BaseOxmlElement, last: BaseOxmlElement) -> None:
        start = element("w:bookmarkStart", id=str(number), name=name)
        properties = first.find(qn("w:pPr"))
        if properties is None:
            first.insert(0, start)
        else:
            properties.addnext(start)
        last.append(element("w:bookmarkEnd", id=str(number)))
