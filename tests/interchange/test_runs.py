"""What may stand in a paragraph of Word beside plain letters: it is read as one sees it, or said to be left out."""

from io import BytesIO

import pytest
from docx import Document
from docx.oxml import parse_xml

from tests.interchange.editing import paragraphs
from tests.interchange.samples import document, member, value_in, with_members
from werkboek_desktop.interchange.docx.parts import MAIN
from werkboek_desktop.interchange.reading import read

NAMES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "w16se": "http://schemas.microsoft.com/office/word/2015/wordml/symex",
    "v": "urn:schemas-microsoft-com:vml",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
}
SPACES = " ".join(f'xmlns:{short}="{name}"' for short, name in NAMES.items())
SMILE = '<w16se:symEx w16se:font="Segoe UI Emoji" w16se:char="1F60A"/>'


def with_inside(xml: str) -> bytes:
    """A document with this in the paragraph of a field, behind what stands there."""
    opened = Document(BytesIO(document({"context": "Een zin.", "approach": "Later."})))
    paragraph = next(each for each in paragraphs(opened) if each.text == "Een zin.")
    paragraph._p.append(parse_xml(xml.replace(">", f" {SPACES}>", 1)))
    out = BytesIO()
    opened.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        (
            f"<w:r><mc:AlternateContent><mc:Choice Requires='w16se'>{SMILE}</mc:Choice>"
            "<mc:Fallback><w:t>😊</w:t></mc:Fallback></mc:AlternateContent></w:r>",
            "😊",
        ),
        (
            "<w:r><mc:AlternateContent><mc:Choice Requires='w14'><w:t>Keus.</w:t></mc:Choice>"
            "<mc:Fallback><w:t>Anders.</w:t></mc:Fallback></mc:AlternateContent></w:r>",
            "Keus.",
        ),
        (
            "<w:r><w:ruby><w:rt><w:r><w:t>klein</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>Groot.</w:t></w:r></w:rubyBase>"
            "</w:ruby></w:r>",
            "Groot.",
        ),
        ("<w:straks><w:r><w:t>Wat nog komt.</w:t></w:r></w:straks>", "Wat nog komt."),
        ("<w:r><w:br w:type='page'/><w:t>Op de volgende.</w:t></w:r>", "\nOp de volgende."),
        ("<w:r><w:t xml:space='preserve'> Een\n  regel.</w:t></w:r>", " Een regel."),
        ("<w:r><w:softHyphen/><w:t>af</w:t></w:r>", "af"),
    ],
)
def test_what_one_sees_is_read(xml: str, text: str) -> None:
    assert value_in(with_inside(xml), "context", "Een zin.") == f"Een zin.{text}"


@pytest.mark.parametrize(
    "inside", ["<v:shape><v:textpath string='Kunst'/></v:shape>", "<c:chart/>", "<dgm:relIds/>", "<v:imagedata/>"]
)
def test_a_drawing_of_any_kind_is_said_to_be_left_out(inside: str) -> None:
    found = read(with_inside(f"<w:r><w:pict>{inside}</w:pict></w:r>"))
    assert found.left_out == ("afbeelding",)


def test_what_is_there_for_old_readers_is_read_where_the_new_is_not_known() -> None:
    known = "<w:pict><v:imagedata/><w:txbxContent><w:p><w:r><w:t>Oud.</w:t></w:r></w:p></w:txbxContent></w:pict>"
    ways = "<mc:Choice Requires='x'>{}</mc:Choice><mc:Fallback>" + known + "</mc:Fallback>"
    for new, text in (("<w:straks/>", "Oud."), (known.replace("Oud", "Nieuw"), "Nieuw.")):
        data = with_inside(f"<w:r><mc:AlternateContent>{ways.format(new)}</mc:AlternateContent></w:r>")
        assert value_in(data, "context", "Een zin.") == f"Een zin.\n{text}"
        assert read(data).left_out == ("afbeelding",)


def test_a_box_in_a_box_is_read_once() -> None:
    def box(text: str) -> str:
        return f"<w:r><w:pict><w:txbxContent><w:p>{text}</w:p></w:txbxContent></w:pict></w:r>"

    inner = "<w:r><w:t>Binnen.</w:t><w:pict><v:imagedata/></w:pict></w:r>"
    data = with_inside(box(f"<w:r><w:t>Buiten.</w:t></w:r>{box(inner)}"))
    assert value_in(data, "context", "Een zin.") == "Een zin.\nBuiten.\nBinnen."
    assert read(data).left_out == ("afbeelding",)


def test_what_came_and_went_again_did_not_come() -> None:
    gone = "<w:del w:author='Els'><w:r><w:delText>Weg.</w:delText></w:r></w:del>"
    found = read(with_inside(f"<w:ins w:author='Jan'>{gone}<w:r><w:t>Blijft.</w:t></w:r></w:ins>"))
    assert [(each.author, each.text) for each in found.tracked] == [("Jan", "Blijft."), ("Els", "Weg.")]


def test_paragraphs_in_what_nobody_knows_yet_are_read() -> None:
    data = document({"context": "Een zin."})
    body = member(data, MAIN).replace(
        b"<w:body>", b"<w:body><w:straks><w:p><w:r><w:t>Nieuw.</w:t></w:r></w:p></w:straks>"
    )
    assert read(with_members(data, {MAIN: body})).paragraphs[0].text == "Nieuw."
