"""PDFs read back: by pypdf for their text, by pikepdf for what is inside."""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

import pikepdf
import pypdf
import pytest

from tests.publish.samples import FONTS, book, case, chapter, demo, picture, record
from werkboek_desktop.domain import lists
from werkboek_desktop.errors import Cancelled, FileExists, NotSaved
from werkboek_desktop.publish.blocks import Printed
from werkboek_desktop.publish.book import case_blocks, chapter_blocks, workbook_blocks
from werkboek_desktop.publish.pdf import write_pdf

DEMO = demo()
CHECKOUT = Path(__file__).resolve().parents[3]
WRITE_DEMO = """
import sys
from pathlib import Path
from tests.publish.samples import FONTS, demo
from werkboek_desktop.publish.book import workbook_blocks
from werkboek_desktop.publish.pdf import write_pdf
write_pdf(Path(sys.argv[1]), workbook_blocks(demo()), FONTS)
"""


@pytest.fixture(scope="module")
def demo_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("boek") / "boek.pdf"
    assert write_pdf(path, workbook_blocks(DEMO), FONTS) == ()
    return path


def made(folder: Path, printed: Printed) -> Path:
    path = folder / "uit.pdf"
    write_pdf(path, printed, FONTS, force=True)
    return path


def text_of(path: Path) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(path).pages)


def words_of(path: Path) -> str:
    return " ".join(text_of(path).split())


def outline(items: list[Any], level: int = 1) -> Iterator[tuple[int, str]]:
    for item in items:
        if isinstance(item, list):
            yield from outline(item, level + 1)
        else:
            yield level, item.title


def links(path: Path) -> list[str]:
    with pikepdf.open(path) as pdf:
        annotations = [note for page in pdf.pages for note in page.get("/Annots", [])]
        return [str(note.A.URI) for note in annotations if "/A" in note and "/URI" in note.A]


def test_the_book_can_be_read_back(demo_book: Path) -> None:
    words = words_of(demo_book)
    for text in (
        "Yusuf Şahin, Fatıma El Idrissi",
        "Anna van ’t Hoff",
        "bouwbedrijf IJzerman",
        "€ 142.000. Per jaar: huur en gereedschap",
        "6.840 (Gemeente Lindevaart, bevolkingsregister, 2025)",
        "3 repressief, 5 preventief",
        "geraadpleegd op 14 september 2026",
        "mede gefinancierd door het Strategisch Beraad Ondermijning (SBO)/Aanjaagteam Ondermijning (ATO) en het "
        "ministerie van Binnenlandse Zaken en Koninkrijksrelaties",
    ):
        assert text in words


def test_what_must_stay_inside_is_nowhere_in_the_file(demo_book: Path) -> None:
    words = words_of(demo_book)
    for secret in ("Samira", "elamrani", "zonder Anna", "rondgang op drie avonden", "intern.lindevaart"):
        assert secret not in words


def test_names_of_every_neighbour_are_written(tmp_path: Path) -> None:
    body = "Şahin Yıldız, Łukasz Wójcik, Ĳda ’t Hart, d’Ancona, Súdwest-Fryslân, Ğ İ ő ť, een blok █."
    printed = chapter_blocks(book(), chapter(title="Ĳsselstein", body=body))
    assert "IJsselstein" in words_of(made(tmp_path, printed))
    assert body.replace("Ĳ", "IJ") in words_of(made(tmp_path, printed))


def fonts_in(pdf: pikepdf.Pdf) -> list[Any]:
    return [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/Font"]


def test_every_font_is_embedded(demo_book: Path) -> None:
    with pikepdf.open(demo_book) as pdf:
        fonts = fonts_in(pdf)
        names = {str(font.BaseFont).partition("+")[2] for font in fonts}
        assert all("/FontFile2" in font.FontDescriptor for font in fonts)
    assert {"SourceSerif4-Regular", "SourceSerif4-Bold", "SourceSans3-Regular", "SourceSans3-Semibold"} <= names


def test_a_fallback_font_is_embedded_too(tmp_path: Path) -> None:
    path = made(tmp_path, chapter_blocks(book(), chapter(body="█ ☒ ↔")))
    with pikepdf.open(path) as pdf:
        fonts = fonts_in(pdf)
        assert all("/FontFile2" in font.FontDescriptor for font in fonts)
        assert any("DejaVuSans" in str(font.BaseFont) for font in fonts)


def test_a_file_says_what_it_is(demo_book: Path) -> None:
    reader = pypdf.PdfReader(demo_book)
    assert reader.metadata is not None
    assert reader.metadata.title == "Ondermijning in de wijk"
    assert reader.metadata.author == "Anna van ’t Hoff, Fatıma El Idrissi, Marit de Wit, Yusuf Şahin"
    assert reader.metadata.subject == "Zes gemeenten over het verbinden van repressie en preventie"
    assert str(reader.metadata.creation_date_raw).startswith("D:20261123")
    with pikepdf.open(demo_book) as pdf:
        assert str(pdf.Root.Lang) == "nl-NL"
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
    assert reader.page_labels == [str(number) for number in range(1, len(reader.pages) + 1)]


def test_every_page_is_a4(demo_book: Path) -> None:
    boxes = [page.mediabox for page in pypdf.PdfReader(demo_book).pages]
    assert {(round(float(box.width)), round(float(box.height))) for box in boxes} == {(595, 842)}


def test_the_outline_has_every_heading(demo_book: Path) -> None:
    found = list(outline(pypdf.PdfReader(demo_book).outline))
    assert (1, "Inhoud") in found
    assert (1, "Van hangplek naar werkplek") in found
    assert (2, "Knelpunten en oplossingen") in found
    assert (3, "Maatregelen") in found
    assert found[-1] == (1, "Colofon")


def test_the_contents_link_to_the_page_they_name(demo_book: Path) -> None:
    title = "Van hangplek naar werkplek"
    reader = pypdf.PdfReader(demo_book)
    contents = reader.pages[1]
    annotations: Any = contents["/Annots"]
    link, *_ = (each.get_object() for each in annotations if each.get_object()["/Contents"] == title)
    page = reader.get_page_number(link["/Dest"][0].get_object())
    assert page is not None
    assert reader.pages[page].extract_text().splitlines()[3] == title
    assert f"{title} {page + 1}" in " ".join(contents.extract_text().split())


def test_pages_have_the_chapter_at_the_top_and_the_book_and_a_number_at_the_foot(demo_book: Path) -> None:
    page = pypdf.PdfReader(demo_book).pages[5].extract_text().splitlines()
    assert page[0] == "Van hangplek naar werkplek"
    assert page[1:3] == ["Ondermijning in de wijk", "6"]


def test_only_web_mail_and_phone_addresses_become_links(tmp_path: Path) -> None:
    good = ["https://a.example/?a=1&b=2", "mailto:a@a.example", "tel:+3112"]
    bad = ["javascript:alert(1)", "file:///etc/passwd", "#top"]
    body = "\n".join(f"[tekst]({url})" for url in [*good, *bad])
    path = made(tmp_path, chapter_blocks(book(), chapter(body=body)))
    assert links(path) == good


HOSTILE = (
    '<img src="/etc/passwd"/>',
    '<a href="javascript:alert(1)">klik</a>',
    "<b>open <i>en nooit dicht",
    "</para><para>",
    '<font name="bestaat niet" color="nep">x</font>',
    "&lt; &onbekend; &#0; ]]>",
    '<onDraw name="os.system"/>',
    "%s {0} \\n \\x00",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_text_is_never_markup(tmp_path: Path, text: str) -> None:
    image = picture()
    material = case(
        record("measure", measure=text, type="both", by=text),
        record("quote", quote=text, text_authorised_on="2026-01-01", function=text),
        record("image", file="a" * 64, caption=text, photographer=text),
        record("source", title=text, url=text),
        title=text,
        subtitle=text,
        neighbourhoods=text,
        context=f"{text}\n- {text}\n## {text}\n> {text}",
    )
    whole = book(pictures={"a" * 64: image}, title=text, subtitle=text, colophon=text)
    words = words_of(made(tmp_path, case_blocks(whole, material)))
    assert words.count(" ".join(text.split())) >= 5
    with pikepdf.open(tmp_path / "uit.pdf") as pdf:
        streams = [each for each in pdf.objects if isinstance(each, pikepdf.Stream)]
        assert sum(stream.get("/Subtype") == "/Image" for stream in streams) == 1
        assert links(tmp_path / "uit.pdf") == []
        assert pdf.Root.get("/OpenAction") is None


GIANTS = {
    "woorden": "Dit is een zin van acht woorden hier. " * 5_263,
    "een woord": "a" * 200_000,
    "een lijst": "- les\n" * 2_000,
    "koppen": "## kop\n" * 200,
    "een citaat": "> " + "zin hier. " * 19_000,
}


@pytest.mark.parametrize("text", GIANTS.values(), ids=GIANTS)
def test_giants_are_printed_to_the_last_word(tmp_path: Path, text: str) -> None:
    path = made(tmp_path, chapter_blocks(book(), chapter(body=f"{text[:199_000]}\nEinde van het verhaal.")))
    assert "Einde van het verhaal." in words_of(path)


def test_a_cell_and_a_fact_longer_than_a_page_go_on_on_the_next(tmp_path: Path) -> None:
    long = "Een lang verhaal. " * 600
    material = case(
        record("bottleneck", bottleneck=f"{long}Slot een.", solution=f"{'x' * 5_000}\nSlot twee."),
        record("measure", measure="M" * 500, type="both", state="s " * 250),
        record("quote", quote=f"{long}Slot drie.", text_authorised_on="2026-01-01"),
        costs_note=f"{long}Slot vier.",
        lessons=f"- {long}Slot vijf.",
    )
    words = words_of(made(tmp_path, case_blocks(book(), material)))
    for end in ("een", "twee", "drie", "vier", "vijf"):
        assert f"Slot {end}." in words


@pytest.mark.parametrize("size", [(4_000, 100), (100, 4_000), (3, 3)])
def test_a_picture_of_any_shape_fits_on_a_page(tmp_path: Path, size: tuple[int, int]) -> None:
    images = [record("image", f"i{number}", file="a" * 64, caption="Bij.") for number in range(3)]
    printed = case_blocks(book(pictures={"a" * 64: picture(*size)}), case(*images, context="Tekst."))
    assert words_of(made(tmp_path, printed)).count("Bij.") == 3


def test_every_type_of_chapter_is_printed_at_every_level(tmp_path: Path) -> None:
    types = [option.key for option in lists.CHAPTER_TYPE]
    text = {"body": "## Kop\n- punt\n1. stap", "steps": "Praat (5 minuten)"}
    chapters = [replace(chapter(title=type_, type=type_, **text), level=at) for at, type_ in enumerate(types, 1)]
    words = words_of(made(tmp_path, workbook_blocks(book(*chapters))))
    assert all(type_ in words for type_ in types)


def test_a_chapter_without_anything_and_a_heading_without_text_are_printed(tmp_path: Path) -> None:
    assert "Een hoofdstuk" in words_of(made(tmp_path, chapter_blocks(book(), chapter())))
    assert "Alleen een kop" in words_of(made(tmp_path, chapter_blocks(book(), chapter(body="## Alleen een kop"))))
    assert "Ons werkboek" in words_of(made(tmp_path, workbook_blocks(book())))


def test_the_same_blocks_give_the_same_bytes_in_every_process(tmp_path: Path, demo_book: Path) -> None:
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(CHECKOUT)}
        path = tmp_path / f"{seed}.pdf"
        subprocess.run([sys.executable, "-c", WRITE_DEMO, str(path)], env=environment, check=True, cwd=CHECKOUT)
        assert path.read_bytes() == demo_book.read_bytes()


def test_what_no_font_has_is_told(tmp_path: Path) -> None:
    sentences = write_pdf(tmp_path / "uit.pdf", chapter_blocks(book(), chapter(body="a漢b")), FONTS)
    assert sentences == ("Het teken ‘漢’ (U+6F22) staat in geen van de lettertypen en is weggelaten.",)
    assert "ab" in words_of(tmp_path / "uit.pdf")


def test_a_file_that_is_there_stays_unless_it_may_go(tmp_path: Path) -> None:
    path = tmp_path / "uit.pdf"
    path.write_bytes(b"ouder")
    with pytest.raises(FileExists):
        write_pdf(path, chapter_blocks(book(), chapter()), FONTS)
    assert path.read_bytes() == b"ouder"
    write_pdf(path, chapter_blocks(book(), chapter()), FONTS, force=True)
    assert path.read_bytes().startswith(b"%PDF-")


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(NotSaved):
        write_pdf(tmp_path / "nergens" / "uit.pdf", chapter_blocks(book(), chapter()), FONTS)


def test_a_full_disk_leaves_the_older_file_and_no_debris(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "uit.pdf"
    path.write_bytes(b"ouder")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(NotSaved):
        write_pdf(path, chapter_blocks(book(), chapter()), FONTS, force=True)
    assert [each.name for each in tmp_path.iterdir()] == ["uit.pdf"]
    assert path.read_bytes() == b"ouder"


def test_progress_never_goes_back_and_ends_at_the_end(tmp_path: Path) -> None:
    told: list[tuple[int, int, str]] = []

    def listen(done: int, of: int, word: str) -> bool:
        told.append((done, of, word))
        return True

    path = tmp_path / "uit.pdf"
    write_pdf(path, workbook_blocks(DEMO), FONTS, progress=listen)
    assert len(told) >= len(pypdf.PdfReader(path).pages) + len(DEMO.chapters)
    assert [done for done, _, _ in told] == sorted(done for done, _, _ in told)
    assert told[-1][0] == told[-1][1]
    assert {word for _, _, word in told} == {"hoofdstukken", "pagina’s"}


@pytest.mark.parametrize("stop_at", range(1, 11))
def test_stopping_leaves_no_file(tmp_path: Path, stop_at: int) -> None:
    calls = count(1)
    printed = chapter_blocks(DEMO, DEMO.chapters[1])
    with pytest.raises(Cancelled):
        write_pdf(tmp_path / "uit.pdf", printed, FONTS, progress=lambda *_: next(calls) < stop_at)
    assert list(tmp_path.iterdir()) == []
