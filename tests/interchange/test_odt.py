"""What stands in an .odt beside plain paragraphs: fields, boxes on a page, notes, pictures, margins."""

from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

import pytest

from werkboek_desktop.interchange import odt
from werkboek_desktop.interchange.document import Document
from werkboek_desktop.interchange.origin import own_mark
from werkboek_desktop.interchange.reading import read

SPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in (("office", "office"), ("text", "text"), ("draw", "drawing"), ("style", "style"))
)
IMAGE = "<draw:frame><draw:image/></draw:frame>"


def made(body: str, styles: str = "") -> Document:
    """A document with this in its text and styles."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_STORED) as archive:
        archive.writestr("mimetype", odt.MIMETYPE)
        content = f"<office:body><office:text>{body}</office:text></office:body>"
        archive.writestr("content.xml", f"<office:document-content {SPACES}>{content}</office:document-content>")
        archive.writestr("styles.xml", f"<office:document-styles {SPACES}>{styles}</office:document-styles>")
    return read(out.getvalue())


def said(document: Document) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


def test_what_one_reads_of_a_field_is_text() -> None:
    fields = "<text:sequence>3</text:sequence> van <text:user-field-get>Ede</text:user-field-get>"
    ruby = "<text:ruby><text:ruby-base>a</text:ruby-base><text:ruby-text>b</text:ruby-text></text:ruby>"
    assert said(made(f"<text:p>Figuur {fields}, {ruby}.</text:p>")) == ["Figuur 3 van Ede, a."]


def test_a_letter_of_a_font_of_signs_is_the_sign() -> None:
    spans = (f'<text:span text:style-name="{name}">\uf0e0</text:span>' for name in ("T", "U"))
    text = '<style:text-properties style:font-charset="x-symbol"/>'
    style = f'<style:style style:name="T" style:family="text">{text}</style:style>'
    assert said(made(f"<text:p>Leeg {' '.join(spans)}</text:p>", style)) == ["Leeg → \uf0e0"]


def test_a_box_on_a_page_and_a_note_are_read_where_they_stand() -> None:
    box = "<draw:frame><draw:text-box><text:p>In een kader.</text:p></draw:text-box></draw:frame>"
    body = "<text:note-body><text:p>Bron.</text:p></text:note-body>"
    note = f"<text:note><text:note-citation>1</text:note-citation>{body}</text:note>"
    document = made(f"{box}<text:p>Een zin.{note}</text:p><text:p>Nog een.{box}</text:p><text:p>Slot.</text:p>")
    assert said(document) == ["In een kader.", "Een zin.", "Bron.", "Nog een.", "In een kader.", "Slot."]
    assert [bool(paragraph.cell) for paragraph in document.paragraphs][1:4] == [False, True, False]


def test_what_has_no_place_here_is_said() -> None:
    ours = f'<text:bookmark text:name="{own_mark("", 3)}"/>'
    margins = (
        "<style:header><text:p>Gemeente Ede</text:p></style:header><style:footer><text:p>3</text:p></style:footer>"
    )
    document = made(f"<text:p>{IMAGE}</text:p><text:p>{ours}{IMAGE}</text:p>", margins)
    assert document.left_out == ("afbeelding", "kop- of voettekst ‘Gemeente Ede’")


def test_letters_in_a_shape_a_group_and_a_box_in_a_box_are_read_once() -> None:
    shape = "<draw:custom-shape><text:p>In een vorm.</text:p></draw:custom-shape>"
    inner = f"<draw:frame><draw:text-box><text:p>Binnen.{IMAGE}</text:p></draw:text-box></draw:frame>"
    outer = f"<draw:g><draw:frame><draw:text-box><text:p>Buiten.{inner}</text:p></draw:text-box></draw:frame></draw:g>"
    document = made(f"<text:p>Een zin.{shape}{outer}<draw:rect><text:p>In een vlak.</text:p></draw:rect></text:p>")
    assert said(document) == ["Een zin.", "In een vorm.", "Buiten.", "Binnen.", "In een vlak."]
    assert document.left_out == ("afbeelding",)
    assert said(made(f"{shape}{outer}<text:p>Slot.</text:p>")) == ["In een vorm.", "Buiten.", "Binnen.", "Slot."]


@pytest.mark.parametrize("level", ["x", "-1", "²", "", "9" * 5_000])
def test_a_heading_whose_level_is_no_number_is_one(level: str) -> None:
    (heading,) = made(f'<text:h text:outline-level="{level}">Kop.</text:h>').paragraphs
    assert (heading.text, heading.level) == ("Kop.", 1)


def test_a_paragraph_with_a_number_of_its_own_is_one() -> None:
    assert said(made("<text:numbered-paragraph><text:p>Artikel.</text:p></text:numbered-paragraph>")) == ["Artikel."]
