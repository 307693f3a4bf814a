"""Small documents, as the program makes them."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from hypothesis import settings

from werkboek_desktop.domain.shown_prose import ShownProse
from werkboek_desktop.interchange.docx.writing import write
from werkboek_desktop.interchange.origin import Made, Origin, checksum, tag_of
from werkboek_desktop.interchange.pieces import Facts, Heading, Piece, Prose, Question, Sheet, Slot, Table
from werkboek_desktop.interchange.reading import read
from werkboek_desktop.interchange.slots import Filled, by_ids

FEWER = settings(max_examples=settings().max_examples // 6)
"""For properties of which an example is a document written, edited and read: a tenth of a second each."""

CASE, PROJECT, HEAD = "ab" * 16, "cd" * 16, "e" * 64
OWN = ("Praktijkvoorbeeld", "Aanleiding", "Wat speelde er?", "Schaal", "Maatregel", "Wie", "Met wie?")


def slot(name: str, value: str) -> Slot:
    return Slot(tag_of(CASE, name), name, tuple(ShownProse(value).lines) if value else ())


def document(texts: Mapping[str, str]) -> bytes:
    """A document with these texts under headings, a fact and a table around them."""
    prose = [slot(name, value) for name, value in texts.items()]
    head = [slot("title", "Samen"), slot("subtitle", ""), slot("scale", "wijk")]
    row = (slot("measure", "Sluiten"), slot("by", ""))
    pieces: list[Piece] = [Facts((head[2],))]
    for each in prose:
        pieces += [Heading(1, "Aanleiding"), Question("Wat speelde er?"), Prose(each)]
    pieces.append(Table(("Maatregel", "Wie"), (row,)))
    made = {each.tag: Made((HEAD,), checksum(each.lines)) for each in (*prose, *head, *row)}
    sheet = Sheet("Praktijkvoorbeeld", head[0], head[1], "Schrijf gerust.", tuple(pieces), 1_800_000_000)
    return write(sheet, Origin(PROJECT, CASE, 1_800_000_000, made))


def filled(data: bytes, *names: str) -> Filled:
    """What stands in the fields of such a document."""
    tags = [tag_of(CASE, name) for name in (*names, "title", "subtitle", "scale", "measure", "by")]
    return by_ids(read(data), tags, OWN)


def value_in(data: bytes, name: str, base: str) -> str:
    """The value that one field of it stands for."""
    return ShownProse(base).value(filled(data, name).fields[tag_of(CASE, name)])


def with_members(data: bytes, changed: Mapping[str, bytes | None]) -> bytes:
    """The same zip with other members; None takes one out."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in changed:
                new.writestr(name, old.read(name))
        for name, content in changed.items():
            if content is not None:
                new.writestr(name, content)
    return out.getvalue()


def member(data: bytes, name: str) -> bytes:
    """A member of a zip."""
    with ZipFile(BytesIO(data)) as archive:
        return archive.read(name)
