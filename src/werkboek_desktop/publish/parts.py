"""What a case owns, as blocks: tables straight from the schema, quotes, pictures, sources and whom to mail."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from io import BytesIO

from PIL import Image

from werkboek_desktop.domain.inline import Run, Runs, address_of
from werkboek_desktop.domain.values import ValueType
from werkboek_desktop.publish.blocks import Box, Cell, Figure, Header, Item, ListBlock, Paragraph, Quote, Table, plain
from werkboek_desktop.publish.leaving import may_leave, names_speaker
from werkboek_desktop.publish.prose import paragraphs_of
from werkboek_desktop.publish.sheet import Sheet
from werkboek_desktop.publish.words import iso_day

ANONYMOUS = "betrokkene"
"""What a speaker is called who said no to their name, or was never asked."""

_SHOWN = {ValueType.ATTACHMENT, ValueType.REFERENCE, ValueType.PLACE}
PIXELS = 40_000_000
"""A picture with more is not opened."""


def table(sheets: Sequence[Sheet]) -> Table | None:
    """Records of one kind as rows, their fields as columns; a column without any value is left out."""
    fields = [field for field in sheets[0].fields if field.type not in _SHOWN] if sheets else []
    columns = [(Header(field.label), [sheet.cell(field) for sheet in sheets]) for field in fields]
    filled = [(header, cells) for header, cells in columns if any(cells)]
    if not filled:
        return None
    rows: Iterator[tuple[Cell, ...]] = zip(*(cells for _, cells in filled), strict=True)
    return Table(tuple(header for header, _ in filled), tuple(row for row in rows if any(row)), row_headers=True)


def quotes(sheets: Iterable[Sheet]) -> Iterator[Quote]:
    """The quotes whose text may be printed; the speaker's name only with a yes of its own."""
    for sheet in sheets:
        if not may_leave(sheet):
            sheet.warn("text_authorised_on", "staat niet in de PDF, want er is geen akkoord op de tekst")
        elif paragraphs := paragraphs_of(sheet.text("quote")):
            yield Quote(paragraphs, _speaker(sheet))


def _speaker(sheet: Sheet) -> str:
    name = sheet.words("speaker") if names_speaker(sheet) else ANONYMOUS
    return ", ".join(filter(None, (name or ANONYMOUS, sheet.words("function"))))


def figures(sheets: Iterable[Sheet], attachment: Callable[[str], bytes | None]) -> Iterator[Figure]:
    """The pictures that are here; what they still lack is on the check list."""
    for sheet in sheets:
        image = attachment(str(file)) if (file := sheet.value("file")) else None
        if image is None:
            sheet.warn("file", "het beeld is niet op deze computer en staat niet in de PDF")
        elif not _is_picture(image):
            sheet.warn("file", "het bestand is geen leesbaar beeld en staat niet in de PDF")
        else:
            yield _figure(sheet, image)


def _figure(sheet: Sheet, image: bytes) -> Figure:
    decorative = sheet.value("decorative") is True
    alt = "" if decorative else sheet.words("alt")
    if not (decorative or alt):
        sheet.warn("alt", "mist een alt-tekst, of ‘versiering’")
    if not sheet.words("rights"):
        sheet.warn("rights", "er staat niet bij waarom dit beeld gedrukt mag worden")
    return Figure(image, alt, decorative, plain(sheet.words("caption")), sheet.words("photographer"))


def _is_picture(image: bytes) -> bool:
    try:
        with Image.open(BytesIO(image)) as picture:
            if picture.width * picture.height > PIXELS:
                return False
            picture.load()
            return True
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError, Image.DecompressionBombWarning):
        return False


def sources(sheets: Iterable[Sheet]) -> ListBlock | None:
    """Where it was read, and when; what is only background is left out."""
    printed = list(filter(may_leave, sheets))
    for sheet in printed:
        if sheet.words("url") and not sheet.value("consulted_on"):
            sheet.warn("consulted_on", "mist de datum van raadplegen")
    return _references(printed)


def documents(sheets: Iterable[Sheet]) -> ListBlock | None:
    """What others may take over."""
    return _references(sheets)


def _references(sheets: Iterable[Sheet]) -> ListBlock | None:
    items = tuple(Item(runs) for sheet in sheets if (runs := _reference(sheet)))
    return ListBlock(items) if items else None


def _reference(sheet: Sheet) -> Runs:
    title, url = sheet.words("title"), sheet.words("url")
    consulted = sheet.value("consulted_on") if sheet.has("consulted_on") else None
    parts: list[Runs] = [plain(title)] if title else []
    parts += [(Run(url, link=address_of(url)),)] if url else []
    parts += [plain(f"geraadpleegd op {iso_day(str(consulted))}")] if consulted and parts else []
    return _joined(parts, ", ")


def contacts(sheets: Iterable[Sheet]) -> Box | None:
    """Whom a reader may write to: only who said yes to that."""
    lines = tuple(Paragraph(runs) for sheet in filter(may_leave, sheets) if (runs := _contact(sheet)))
    return Box(lines) if lines else None


def _contact(sheet: Sheet) -> Runs:
    parts = [(Run(words, link=_mail(words)),) for field in sheet.fields if (words := sheet.words(field.key))]
    return _joined(parts, ", ")


def _mail(words: str) -> str:
    return address_of(f"mailto:{words}") if "@" in words else ""


def _joined(parts: Iterable[Runs], between: str) -> Runs:
    return tuple(run for part in parts for run in (Run(between), *part))[1:]
