"""Word's *Strict Open XML*: the same document under other names."""

from io import BytesIO
from zipfile import ZipFile

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests.interchange.editing import paragraphs
from tests.interchange.samples import document, filled, member, value_in, with_members
from tests.interchange.test_documents import AWKWARD
from werkboek_desktop.interchange.docx.parts import MAIN
from werkboek_desktop.interchange.reading import read

_USUAL, _STRICT = b"http://schemas.openxmlformats.org/", b"http://purl.oclc.org/ooxml/"
_KINDS = (b"wordprocessingml", b"officeDocument", b"drawingml")
ADDRESS = "http://purl.oclc.org/ooxml/wordprocessingml/main"
WRITTEN = (
    f'<w:ins {nsdecls("w")} w:author="Jan"><w:r><w:t> Erbij.</w:t></w:r></w:ins>',
    f"<m:oMath {nsdecls('m')}><m:r><m:t>a+b</m:t></m:r></m:oMath>",
    f"<w:r {nsdecls('w')}><w:drawing><a:graphic {nsdecls('a')}><a:blip/></a:graphic></w:drawing></w:r>",
)


def strict(data: bytes) -> bytes:
    """The document as Word saves it in that format."""
    with ZipFile(BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist() if name.endswith((".xml", ".rels"))}
    for kind in _KINDS:
        usual, other = _USUAL + kind + b"/2006", _STRICT + kind
        members = {name: content.replace(usual, other) for name, content in members.items()}
    return with_members(data, members)


def test_it_says_the_same() -> None:
    opened = Document(BytesIO(document({"context": AWKWARD, "approach": "Later."})))
    (later,) = [each for each in paragraphs(opened) if each.text == "Later."]
    opened.add_comment(later.runs, text="Klopt dit?", author="Jan")
    for xml in WRITTEN:
        later._p.append(parse_xml(xml))
    later.add_run(f" Zie {ADDRESS}.")
    opened.part.relate_to(ADDRESS, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    out = BytesIO()
    opened.save(out)
    data = strict(out.getvalue())
    assert ADDRESS.encode() in member(data, MAIN)
    assert read(data) == read(out.getvalue())
    assert value_in(data, "context", AWKWARD) == AWKWARD
    assert value_in(data, "approach", "Later.") == f"Later. Erbij.a+b Zie {ADDRESS}."
    assert len(filled(data, "context", "approach").notes) == 1
    assert "afbeelding" in read(data).left_out
