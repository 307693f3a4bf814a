"""What LibreOffice itself makes of tracked changes, comments and footnotes when it saves as .odt or .docx."""

from pathlib import Path

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.interchange import libreoffice
from tests.interchange.editing import needs_libreoffice, paragraphs, through_libreoffice
from tests.interchange.libreoffice import Order
from tests.interchange.samples import CASE, document, filled, member, value_in, with_members
from tests.interchange.test_documents import AWKWARD
from tests.interchange.test_merging import APART, SENTENCES, SHAPES, together
from werkboek_desktop.domain.view import Status
from werkboek_desktop.interchange import odt
from werkboek_desktop.interchange.archive import open_archive
from werkboek_desktop.interchange.origin import tag_of
from werkboek_desktop.interchange.reading import read

pytestmark = [needs_libreoffice, pytest.mark.thorough]


@pytest.mark.parametrize("ending", ["odt", "docx"])
def test_tracked_changes_and_comments_come_through(tmp_path: Path, ending: str) -> None:
    path = tmp_path / "casus.docx"
    path.write_bytes(document({"context": "De buurt sliep slecht.\nNog een alinea.", "approach": "Later."}))
    opened = Document(str(path))
    first = next(each for each in paragraphs(opened) if each.text.startswith("De buurt"))
    opened.add_comment(first.runs, text="Klopt dit?", author="Jan", initials="J")
    when = 'w:date="2026-11-25T10:00:00Z"'
    for tag, text in (
        ("ins", "<w:t xml:space='preserve'> Iedereen belde.</w:t>"),
        ("del", "<w:delText> Weg.</w:delText>"),
    ):
        xml = f'<w:{tag} {nsdecls("w")} w:id="7" w:author="Jan" {when}><w:r>{text}</w:r></w:{tag}>'
        first._p.append(parse_xml(xml))
    opened.save(str(path))
    data = through_libreoffice(path, ending).read_bytes()
    assert value_in(data, "context", "") == "De buurt sliep slecht. Iedereen belde.\nNog een alinea."
    found = read(data)
    assert sorted((each.text.strip(), each.is_deleted) for each in found.tracked) == [
        ("Iedereen belde.", False),
        ("Weg.", True),
    ]
    assert [(each.author, each.text) for each in found.remarks.values()] == [("Jan", "Klopt dit?")]
    (note,) = filled(data, "context", "approach").notes
    assert (note.tag, note.line) == (tag_of(CASE, "context"), 0)
    if ending == "odt":
        settled = member(data, "content.xml").replace(b'loext:resolved="false"', b'loext:resolved="true"')
        (remark,) = odt.read(open_archive(with_members(data, {"content.xml": settled}))).remarks.values()
        assert remark.is_done


@pytest.mark.parametrize("ending", ["odt", "docx"])
def test_an_awkward_text_comes_back_to_the_byte(tmp_path: Path, ending: str) -> None:
    path = tmp_path / "casus.docx"
    path.write_bytes(document({"context": AWKWARD, "approach": "", "outlook": "Slot."}))
    data = through_libreoffice(path, ending).read_bytes()
    assert value_in(data, "context", AWKWARD) == AWKWARD
    assert value_in(data, "approach", "") == ""
    assert value_in(data, "outlook", "Slot.") == "Slot."


EDITS = st.tuples(SHAPES, APART, st.sampled_from(["beslist", "niet meer", "(nog)", "‘s morgens"]))


@settings(max_examples=5)
@given(st.lists(EDITS, min_size=20, max_size=20))
def test_an_edit_in_libreoffice_merges_with_one_apart_and_is_a_version_beside_one_of_the_same_sentence(
    tmp_path_factory: pytest.TempPathFactory, edits: list[tuple[list[str], tuple[int, int], str]]
) -> None:
    folder = tmp_path_factory.mktemp("random")
    orders, expected = [], []
    for number, (shapes, (there, here), word) in enumerate(edits):
        base = SENTENCES[0] + "".join(f"{shape}{text}" for shape, text in zip(shapes, SENTENCES[1:], strict=True))
        sent = folder / f"{number}.docx"
        sent.write_bytes(document({"context": base}))
        rewritten = SENTENCES[there].replace("Dit is", f"Dit is {word}")
        for ending in ("docx", "odt"):
            orders.append(Order(sent, SENTENCES[there], rewritten, folder / f"{number}-terug.{ending}"))
            expected.append((base, there, here, rewritten))
    libreoffice.edit(folder, orders)
    for order, (base, there, here, rewritten) in zip(orders, expected, strict=True):
        came = value_in(order.out.read_bytes(), "context", base)
        assert came == base.replace(SENTENCES[there], rewritten)
        ours = {at: SENTENCES[at].replace("tekst", "bladzijde") for at in (there, here)}
        apart = together(base, came, base.replace(SENTENCES[here], ours[here]))
        assert (apart.status, apart.value) == (Status.MERGED, came.replace(SENTENCES[here], ours[here]))
        assert together(base, came, base.replace(SENTENCES[there], ours[there])).status is Status.CONFLICT
