"""A filled form in PDF → the same document: each field a paragraph or more, with its tag. Only values are read.

How a field looks, programs and pages count for nothing. A table of contents that does not fit the file is not guessed
at, as PDF readers do: an older version of the fields would come out, without a word of it.
"""

from collections import ChainMap
from collections.abc import Container, Iterable, Iterator
from functools import partial
from io import BytesIO
from typing import NamedTuple

from pypdf import PdfReader, apply_configuration
from pypdf.errors import DependencyError, LimitReachedError, PdfReadError
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NullObject,
    NumberObject,
    PdfObject,
    StreamObject,
)

from werkboek_desktop.domain import archives
from werkboek_desktop.domain.inline import Run
from werkboek_desktop.domain.pasting.cleaning import RULES, clean
from werkboek_desktop.domain.shown_prose import Line, read_line
from werkboek_desktop.domain.text import clean_text
from werkboek_desktop.errors import DocumentTooHard, DocumentTooLarge, FormDamaged, FormLocked, NoForm, Refusal
from werkboek_desktop.interchange import limits
from werkboek_desktop.interchange.document import Document, Paragraph, Remark
from werkboek_desktop.interchange.mojibake import MOJIBAKE
from werkboek_desktop.interchange.origin import Origin, checksum, from_properties, tag_of_box

_END = b"%%EOF"
_BLANK = b"\0\t\n\f\r "
_SAVED = b"startxref"
_LINES = 1 << 12
"""The flag of a field of more lines."""
_OF_THE_PAGE = {"/Widget", "/Link", "/Popup"}
"""What stands on a page and is nobody's comment."""


class _Box(NamedTuple):
    """A field of the form: its tag, what stands in it, and whether that may be more lines."""

    tag: str
    text: str
    is_long: bool


class _Note(NamedTuple):
    """What somebody wrote on a page, and the field that it stands by; empty: none."""

    id: str
    remark: Remark
    tag: str


class _Reader(PdfReader):
    def _rebuild_xref_table(self, stream: object) -> None:  # noqa: ARG002 - its name is given
        raise PdfReadError("its table does not fit")


def read(data: bytes) -> Document:
    """What stands in the fields; raises NoForm, FormDamaged, FormLocked, DocumentTooLarge, DocumentTooHard."""
    _hold("bytes", len(data), archives.FILE)
    _hold("keer opgeslagen", data.count(_SAVED), limits.UPDATES)
    if not data.rstrip(_BLANK).endswith(_END):
        raise FormDamaged
    try:
        with apply_configuration(
            zlib_maximum_output_length=limits.PART,
            stream_decoding_work_maximum_length=2 * limits.PART,
            disable_legacy_handling=True,
        ):
            return _read(data)
    except Refusal:
        raise
    except (LimitReachedError, MemoryError) as error:
        raise DocumentTooHard from error
    except DependencyError as error:
        raise FormLocked from error
    except Exception as error:  # a parser of strangers' bytes ends in whatever they made of it
        raise FormDamaged from error


def _read(data: bytes) -> Document:
    reader = _Reader(BytesIO(data), root_object_recovery_limit=0, xref_stream_maximum_entries=limits.OBJECTS)
    if reader.is_encrypted:
        raise FormLocked
    _hold("onderdelen", sum(map(len, reader.xref.values())) + len(reader.xref_objStm), limits.OBJECTS)
    form = reader.root_object.get("/AcroForm", DictionaryObject()).get_object()
    if not isinstance(form, DictionaryObject):
        raise NoForm
    if "/XFA" in form:
        raise FormDamaged("XFA")
    boxes = list(_boxes(form))
    properties = {box.tag: box.text for box in boxes}
    origin = from_properties(properties)
    if origin is None:
        raise NoForm
    if not origin.fields.keys() <= properties.keys():  # nobody takes one out, so its answer was lost on the way
        raise FormDamaged("velden")
    shown = [box for box in boxes if from_properties({box.tag: box.text}) is None]
    notes = list(_notes(reader.root_object, origin.fields))
    paragraphs = [
        each
        for cell, box in enumerate(shown, 1)
        for each in (*_paragraphs(box, cell, origin), *_beside(box.tag, cell, notes))
    ]
    paragraphs += _beside("", len(shown) + 1, notes)
    return Document(tuple(paragraphs), properties, {note.id: note.remark for note in notes}, ())


def _hold(what: str, found: int, limit: int) -> None:
    if found > limit:
        raise DocumentTooLarge(what, found, limit)


def _boxes(form: DictionaryObject) -> Iterator[_Box]:
    """The fields of text in the form, in its order; what a field lacks is of the one that it stands in."""
    for path in _walk(_array(form.get("/Fields")), "velden"):
        if "/T" not in path[-1] or any("/T" in _dictionary(kid) for kid in _array(path[-1].get("/Kids"))):
            continue
        field = ChainMap(*reversed(path))
        if field.get("/FT", "/Tx") == "/Tx":
            name = ".".join(_text(each.get("/T")) for each in path)
            yield _Box(tag_of_box(name), _answer(field.get("/V")), bool(int(field.get("/Ff", 0)) & _LINES))


def _walk(first: Iterable[PdfObject], what: str) -> Iterator[tuple[DictionaryObject, ...]]:
    """Each dictionary of a tree in order, behind those that it hangs under; a circle is a refusal."""
    seen: set[int] = set()
    todo: list[tuple[tuple[DictionaryObject, ...], PdfObject]] = []
    todo += [((), each) for each in first][::-1]
    count = 0
    while todo:
        above, each = todo.pop()
        if isinstance(each, IndirectObject):
            if each.idnum in seen:
                raise FormDamaged(what)
            seen.add(each.idnum)
        count += 1
        _hold(what, count, limits.FIELDS)
        path = (*above, _dictionary(each))
        todo += [(path, kid) for kid in _array(path[-1].get("/Kids"))][::-1]
        yield path


def _notes(root: DictionaryObject, tags: Container[str]) -> Iterator[_Note]:
    """What somebody wrote on the pages, each with the field that it stands nearest by."""
    pages = _walk([root.get("/Pages", DictionaryObject())], "pagina’s")
    count = 0
    tag = ""
    for path in pages:
        on_page = [(_dictionary(reference), reference) for reference in _array(path[-1].get("/Annots"))]
        boxes = [(_height(each), name) for each, _reference in on_page if (name := _tag(each)) in tags]
        for note, reference in on_page:
            text = _text(note.get("/Contents")).strip()
            if text and str(note.get("/Subtype")) not in _OF_THE_PAGE:
                count += 1
                _hold("opmerkingen", count, limits.REMARKS)
                answers = note.raw_get("/IRT") if "/IRT" in note else None
                remark = Remark(_text(note.get("/T")), clean_text(text), _id(answers))
                near = min(boxes, key=partial(_distance, _height(note)), default=(0, tag))
                yield _Note(_id(reference) or f"-{count}", remark, near[1])
        tag = boxes[-1][1] if boxes else tag


def _distance(height: float, box: tuple[float, str]) -> float:
    return abs(box[0] - height)


def _height(note: DictionaryObject) -> float:
    """How high on its page the middle of something stands; what says that in no figures stands below."""
    sides = [side for side in map(_there, _array(note.get("/Rect"))) if isinstance(side, NumberObject | FloatObject)]
    return float(sides[1] + sides[3]) / 2 if len(sides) == 4 else 0


def _tag(widget: DictionaryObject) -> str:
    """The field that a box on a page is of."""
    above = _dictionary(widget.get("/Parent"))
    return tag_of_box(_text(widget.get("/T")) or _text(above.get("/T")))


def _beside(tag: str, cell: int, notes: Iterable[_Note]) -> Iterator[Paragraph]:
    """Nothing, behind what stands in a field, with what was written beside that."""
    if remarks := tuple((note.id, 0) for note in notes if note.tag == tag):
        yield Paragraph(Line("", 0, ()), tag=tag, cell=cell, remarks=remarks)


def _id(reference: object) -> str:
    return str(reference.idnum) if isinstance(reference, IndirectObject) else ""


def _paragraphs(box: _Box, cell: int, origin: Origin) -> Iterator[Paragraph]:
    """A field as it stands there. What was typed where nothing stood is cleaned as what is pasted; words of ours are
    only changed by people.
    """
    made = origin.fields.get(box.tag)
    text = clean_text(box.text)
    if made and box.is_long and made.checksum == checksum(()):
        text = clean(text, (MOJIBAKE, *RULES)).text
    for line in text.split("\n"):
        yield Paragraph(read_line(line) if box.is_long else Line("", 0, (Run(line),)), tag=box.tag, cell=cell)


def _answer(found: object) -> str:
    """What stands in a field; what is no text is not taken for nothing, which would clear ours."""
    if not isinstance(found := _there(found), str | bytes | StreamObject | NullObject | None):
        raise FormDamaged("velden")
    return _text(found)


def _text(found: object) -> str:
    found = _there(found)
    if isinstance(found, StreamObject):
        data = found.get_data()
        return data.decode("utf-16") if data.startswith((b"\xfe\xff", b"\xff\xfe")) else data.decode("utf-8-sig")
    if isinstance(found, bytes):
        return found.decode("latin-1")
    return str(found) if isinstance(found, str) else ""


def _array(found: object) -> list[PdfObject]:
    found = _there(found)
    return list(found) if isinstance(found, ArrayObject) else []


def _dictionary(found: object) -> DictionaryObject:
    found = _there(found)
    return found if isinstance(found, DictionaryObject) else DictionaryObject()


def _there(found: object) -> object:
    return found.get_object() if isinstance(found, PdfObject) else found
