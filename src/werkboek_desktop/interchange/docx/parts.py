"""The parts of a .docx, found as Word finds them: by what refers to them. Their names say nothing."""

from collections.abc import Iterator
from posixpath import basename, dirname, join, normpath

from werkboek_desktop.interchange.archive import Archive
from werkboek_desktop.interchange.docx.names import usual
from werkboek_desktop.interchange.xml import Element, parse

MAIN = "word/document.xml"
TYPES = "[Content_Types].xml"


class Parts:
    """Those of one file. `links` are the addresses outside that its text refers to, by id."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self.main = next((name for kind, name in self._related("") if kind == "officeDocument"), MAIN)
        self._names = list(self._related(self.main))
        relations = self.named(_relations(self.main))
        outside = () if relations is None else (each for each in relations if each.get("TargetMode") == "External")
        self.links = {str(each.get("Id")): str(each.get("Target", "")) for each in outside}

    def named(self, name: str) -> Element | None:
        """The part of this name."""
        content = self._archive.read(name)
        return usual(parse(content, name)) if content else None

    def all(self, kind: str) -> Iterator[Element]:
        """All parts of a kind that the text refers to; one that nothing refers to goes by the name it has of old."""
        for name in dict.fromkeys(each for of, each in self._names if of == kind) or (f"word/{kind}.xml",):
            if (found := self.named(name)) is not None:
                yield found

    def one(self, kind: str) -> Element | None:
        """The first of them."""
        return next(self.all(kind), None)

    def _related(self, to: str) -> Iterator[tuple[str, str]]:
        """The kinds and names of the parts that a part refers to; of none: what the whole file does."""
        root = self.named(_relations(to))
        for each in () if root is None else root:
            if each.get("TargetMode") != "External":
                target = normpath(join("/", dirname(to), str(each.get("Target", ""))))
                yield basename(str(each.get("Type", ""))), target.lstrip("/")


def _relations(part: str) -> str:
    return join(dirname(part), "_rels", f"{basename(part)}.rels")
