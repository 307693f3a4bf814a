"""A .docx → its paragraphs, comments, tracked changes and properties. Of its parts only the XML of the text is read."""

from collections.abc import Iterable, Iterator, Mapping

from werkboek_desktop.domain.inline import Run, Runs
from werkboek_desktop.domain.shown_prose import Line
from werkboek_desktop.errors import DocumentDamaged, DocumentTooLarge, MacrosInside
from werkboek_desktop.interchange import limits
from werkboek_desktop.interchange.archive import Archive
from werkboek_desktop.interchange.document import Document, Paragraph, Remark, Tracked, margin
from werkboek_desktop.interchange.docx.names import W14, W15, W, child, is_on, value
from werkboek_desktop.interchange.docx.parts import TYPES, Parts
from werkboek_desktop.interchange.docx.runs import BREAK, GONE, NOTES, PASSED, Reading, has_ended
from werkboek_desktop.interchange.docx.shapes import Shape, Shapes
from werkboek_desktop.interchange.origin import begins_field, has_own_mark
from werkboek_desktop.interchange.xml import Element, children, local


def read(archive: Archive) -> Document:
    """The text of a document; raises DocumentDamaged, DocumentTooLarge, MacrosInside."""
    if b"macroEnabled" in archive.read(TYPES) or any("vbaproject" in name.lower() for name in archive.members):
        raise MacrosInside
    parts = Parts(archive)
    body = child(parts.named(parts.main), "body")
    if body is None:
        raise DocumentDamaged(parts.main)
    walk = _Walk(Shapes(parts.one("styles"), parts.one("numbering")), parts.links, _notes(parts))
    paragraphs = (*walk.paragraphs(body), *walk.rest(), *walk.apart())
    left_out = (*walk.left_out, *_margins(parts))
    return Document(
        paragraphs, _properties(parts), _remarks(parts), tuple(walk.tracked), _title(parts), tuple(left_out)
    )


class _Walk:
    """Goes through a body once; `left` is text of a paragraph whose end was taken away."""

    def __init__(self, shapes: Shapes, links: Mapping[str, str], notes: Mapping[tuple[str, str], Element]) -> None:
        self._shapes = shapes
        self._links = links
        self._notes = dict(notes)
        self._cells = 0
        self._count = 0
        self._marks: list[str] = []
        self._remarks: dict[str, int] = {}
        self.tracked: list[Tracked] = []
        self.left: list[Paragraph] = []
        self.left_out: list[str] = []

    def paragraphs(self, element: Element, tag: str = "", cell: int = 0) -> Iterator[Paragraph]:
        """The paragraphs in an element, in reading order."""
        for name, inner in children(element):
            match name:
                case "p":
                    yield from self._paragraph(inner, tag, cell)
                case "tbl":
                    yield from self._table(inner, tag)
                case "sdt":
                    yield from self._control(inner, tag, cell)
                case "bookmarkStart":
                    self._marks.append(str(inner.get(f"{W}name", "")))
                case "commentRangeStart":
                    self._remarks[str(inner.get(f"{W}id", ""))] = 0
                case "altChunk":
                    self.left_out.append("ingesloten bestand")
                case _ if name not in GONE | PASSED:
                    yield from self.paragraphs(inner, tag, cell)

    def _control(self, control: Element, tag: str, cell: int) -> Iterator[Paragraph]:
        properties = child(control, "sdtPr")
        content = child(control, "sdtContent")
        own = value(properties, "tag") or tag
        if is_on(properties, "showingPlcHdr"):
            yield Paragraph(Line("", 0, ()), tag=own, cell=cell)
        elif content is not None:
            yield from self.paragraphs(content, own, cell)

    def _table(self, table: Element, tag: str) -> Iterator[Paragraph]:
        for cell in table.iter(f"{W}tc"):
            if next(cell.iterancestors(f"{W}tbl")) is table:
                self._cells += 1
                yield from self.paragraphs(cell, _tag_around(cell, table) or tag, self._cells)

    def _paragraph(self, element: Element, tag: str, cell: int) -> Iterator[Paragraph]:
        self._count += 1
        if self._count > limits.PARAGRAPHS:
            raise DocumentTooLarge("alinea’s", self._count, limits.PARAGRAPHS)
        reading = Reading(self._shapes, self._links, marks=self._marks, remarks=self._remarks)
        self._marks, self._remarks = [], {}
        reading.read(element)
        self.tracked += reading.tracked
        self.left_out += [] if has_own_mark(reading.marks, "") else reading.left_out
        properties = child(element, "pPr")
        found = _paragraphs(reading, self._shapes.shape(properties), reading.tag or tag, cell)
        if self.left:
            first = self.left.pop()
            found = [first, *found] if _are_apart(first, found[0]) else [_joined(first, found[0]), *found[1:]]
        if not has_ended(properties):
            self.left = [found.pop()]
        yield from found
        yield from self._beside(reading, cell)

    def _beside(self, reading: Reading, cell: int) -> Iterator[Paragraph]:
        """What stands beside a paragraph: boxes, and notes below the page or behind the text."""
        left, self.left = self.left, []
        for box in reading.boxes:
            yield from self.paragraphs(box, "", cell)
        for each in reading.notes:
            yield from self._note(self._notes.pop(each, None))
        yield from self.rest()
        self.left = left
        gone = ((author, self._notes.pop(each, None)) for author, each in reading.gone)
        self.tracked += (Tracked(author, _text(note), is_deleted=True) for author, note in gone if note is not None)

    def apart(self) -> Iterator[Paragraph]:
        """The notes that no paragraph refers to."""
        for note in self._notes.values():
            yield from self._note(note)

    def _note(self, note: Element | None) -> Iterator[Paragraph]:
        """What stands in a note belongs to no field."""
        if note is not None:
            self._cells += 1
            yield from self.paragraphs(note, "", self._cells)

    def rest(self) -> list[Paragraph]:
        """What stood in a last paragraph without an end."""
        return [paragraph for paragraph in self.left if paragraph.text]


def _tag_around(cell: Element, table: Element) -> str:
    for above in cell.iterancestors():
        if above is table:
            return ""
        if local(above) == "sdt" and (tag := value(child(above, "sdtPr"), "tag")):
            return tag
    return ""


def _paragraphs(reading: Reading, shape: Shape, tag: str, cell: int) -> list[Paragraph]:
    lines = list(_lines(reading.runs))
    return [
        Paragraph(
            Line(shape.marker, shape.level, runs),
            shape.style,
            shape.heading,
            tag,
            () if number else tuple(reading.marks),
            cell,
            () if number else tuple(reading.remarks.items()),
        )
        for number, runs in enumerate(lines)
    ]


def _lines(runs: Iterable[Run]) -> Iterator[Runs]:
    """The runs of a paragraph, a line each where somebody broke it."""
    line: list[Run] = []
    for run in runs:
        first, *others = run.text.split(BREAK)
        line.append(run._replace(text=first))
        for text in others:
            yield tuple(line)
            line = [run._replace(text=text)]
    yield tuple(line)


def _are_apart(first: Paragraph, then: Paragraph) -> bool:
    """Whether no end that is gone makes one of two paragraphs: in two cells or fields, or before words of ours."""
    begins = not first.text or begins_field(then.marks) or has_own_mark(then.marks, then.text)
    return begins or first.cell != then.cell or then.tag not in {"", first.tag}


def _joined(first: Paragraph, then: Paragraph) -> Paragraph:
    """Two paragraphs of which the end between them is gone: the second one's look stays, as in Word."""
    line = then.line._replace(runs=(*first.line.runs, *then.line.runs))
    shift = len(first.text)
    remarks = (*first.remarks, *((id_, at + shift) for id_, at in then.remarks))
    return then._replace(line=line, tag=first.tag or then.tag, marks=(*first.marks, *then.marks), remarks=remarks)


def _margins(parts: Parts) -> Iterator[str]:
    """What stands above and below each page: no field has room for it."""
    texts = (" ".join(_text(part).split()) for kind in ("header", "footer") for part in parts.all(kind))
    return (margin(text) for text in texts if any(map(str.isalpha, text)))


def _notes(parts: Parts) -> Mapping[tuple[str, str], Element]:
    """Notes below a page or behind the text, by part and id."""
    of_kind = ((name, part) for name in NOTES.values() for part in parts.all(f"{name}s"))
    notes = ((name, note) for name, part in of_kind for note in part.iterchildren(f"{W}{name}"))
    return {(name, str(note.get(f"{W}id", number))): note for number, (name, note) in enumerate(notes)}


def _remarks(parts: Parts) -> Mapping[str, Remark]:
    root = parts.one("comments")
    if root is None:
        return {}
    comments = {str(each.get(f"{W}id")): each for each in root.findall(f"{W}comment")}
    if len(comments) > limits.REMARKS:
        raise DocumentTooLarge("opmerkingen", len(comments), limits.REMARKS)
    ids = {last: id_ for id_, each in comments.items() if (last := _last(each))}
    more = _more(parts)
    return {
        id_: Remark(str(each.get(f"{W}author", "")), _text(each), ids.get(above, ""), is_done=done)
        for id_, each in comments.items()
        for above, done in [more.get(_last(each), ("", False))]
    }


def _last(comment: Element) -> str:
    """What Word calls a comment elsewhere: the id of its last paragraph."""
    *_others, last = ["", *(str(each.get(f"{W14}paraId", "")) for each in comment.iter(f"{W}p"))]
    return last


def _more(parts: Parts) -> Mapping[str, tuple[str, bool]]:
    """Of each comment which one it answers, and whether it is done."""
    root = parts.one("commentsExtended")
    found = () if root is None else root.findall(f"{W15}commentEx")
    return {
        str(each.get(f"{W15}paraId")): (
            str(each.get(f"{W15}paraIdParent", "")),
            each.get(f"{W15}done") in {"1", "true"},
        )
        for each in found
    }


def _text(comment: Element) -> str:
    paragraphs = ("".join(str(t.text or "") for t in p.iter(f"{W}t")) for p in comment.iter(f"{W}p"))
    return "\n".join(filter(None, paragraphs))


def _properties(parts: Parts) -> Mapping[str, str]:
    root = parts.named("docProps/custom.xml")
    if root is None:
        return {}
    return {str(each.get("name")): "".join(map(str, each.itertext())) for each in root}


def _title(parts: Parts) -> str:
    root = parts.named("docProps/core.xml")
    found = None if root is None else root.find("{http://purl.org/dc/elements/1.1/}title")
    return "" if found is None else str(found.text or "")
