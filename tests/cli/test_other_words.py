"""Documents that came back from other programs than ours and Word: nothing is lost, and nothing is made up."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as Docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from tests.cli.documents import TEXT, Field, came, listed
from tests.cli.ran import Werkboek
from tests.interchange.editing import paragraphs, remarked
from tests.interchange.samples import member, with_members
from werkboek_desktop.interchange.docx.parts import MAIN, TYPES

SPACES = nsdecls("w")
PICTURE = (
    '<w:drawing><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><a:blip/>'
    "</a:graphicData></a:graphic></w:drawing>"
)
BOX = "<w:pict><w:txbxContent><w:p><w:r><w:t>In een kader.</w:t></w:r></w:p></w:txbxContent></w:pict>"
FORMULA = (
    '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>a+b</m:t></m:r></m:oMath>'
)


@pytest.fixture
def printed(done: Werkboek, project: Path, make: Callable[..., str], case: str, tmp_path: Path) -> Path:
    """The case as a document, with a contact that may be printed."""
    contact = make(f"contact:new@{case}", "name", "Marit Jansen")
    done("set", project, contact, "phone", "06-12345678")
    done("set", project, contact, "printable", "true")
    out = tmp_path / "casus.docx"
    done("publish", project, out, "--case", case)
    return out


def changed(path: Path, old: str, new: str) -> None:
    """Another text in the XML of the document."""
    data = path.read_bytes()
    body = member(data, MAIN).decode()
    assert old in body, old
    path.write_bytes(with_members(data, {MAIN: body.replace(old, new, 1).encode()}))


def without_ids(path: Path) -> None:
    """The document without controls and with other bookmarks, as Google Docs saves it."""
    document = Document(str(path))
    for control in list(document.element.body.iter(qn("w:sdt"))):
        for inner in reversed(control.find(qn("w:sdtContent"))):
            control.addnext(inner)
        control.getparent().remove(control)
    for number, mark in enumerate(document.element.body.iter(qn("w:bookmarkStart"))):
        mark.set(qn("w:name"), f"kix.{number}")
    document.save(str(path))


@pytest.mark.parametrize("has_looks", [True, False])
def test_a_document_without_ids_is_read_by_its_headings_and_its_contacts_stay_with_people(
    done: Werkboek, project: Path, case: str, printed: Path, field: Field, has_looks: bool
) -> None:
    if not has_looks:
        for paragraph in (document := Document(str(printed))).paragraphs:
            if str(paragraph.style and paragraph.style.name).startswith("Werkboek"):
                paragraph.style = "Normal"
        document.save(str(printed))
    without_ids(printed)
    changed(printed, "Niemand belde nog.", "Geen mens belde nog.")
    document = Document(str(printed))
    document.add_paragraph("Marit is tot mei weg.")
    document.save(str(printed))
    came(done, project, printed)
    assert field(case, "context") == TEXT.replace("Niemand", "Geen mens")
    assert "Vet" in str(field(case, "summary"))
    (contact,) = listed(done, project, "contact")
    assert str(field(contact, "note")).split("\n") == ["Marit Jansen", "06-12345678", "Marit is tot mei weg."]
    told = [str(field(comment, "text")) for comment in listed(done, project, "comment")]
    assert not [text for text in told if "Marit" in text or "06-" in text]
    assert came(done, project, printed)["new"] == 0


def test_a_comment_on_what_was_taken_away_or_on_nothing_is_there_still(
    done: Werkboek, project: Path, case: str, sent: Path, field: Field
) -> None:
    remarked(sent, "wijkagent", "Waarom weg?", "Los.")
    body = member(sent.read_bytes(), MAIN).decode()
    (run,) = re.findall(r'<w:r>(?:(?!<w:r>).)*?<w:commentReference w:id="0"/></w:r>', body, re.DOTALL)
    body = body.replace(run, f'<w:del w:author="Jan">{run}</w:del>')
    body = re.sub(r'<w:commentRange(Start|End) w:id="\d"/>', "", body)
    (lost,) = re.findall(r'<w:r>(?:(?!<w:r>).)*?<w:commentReference w:id="1"/></w:r>', body, re.DOTALL)
    sent.write_bytes(with_members(sent.read_bytes(), {MAIN: body.replace(lost, "").encode()}))
    assert came(done, project, sent)["new"] == 2
    found = {(field(comment, "text"), field(comment, "field")) for comment in listed(done, project, "comment")}
    assert found == {("Jan: Waarom weg?", "context"), ("Jan: Los.", None)}


def test_the_parts_of_a_document_may_have_other_names(
    done: Werkboek, project: Path, case: str, sent: Path, field: Field
) -> None:
    changed(sent, "Niemand belde nog.", "Geen mens belde nog.")
    data = sent.read_bytes()
    moved = {MAIN: "word/document2.xml", "word/styles.xml": "word/styles2.xml"}
    relations = "word/_rels/document.xml.rels"
    members: dict[str, bytes | None] = {new: member(data, old) for old, new in moved.items()}
    members |= dict.fromkeys((*moved, relations))
    members["word/_rels/document2.xml.rels"] = member(data, relations).replace(b"styles.xml", b"styles2.xml")
    members["_rels/.rels"] = member(data, "_rels/.rels").replace(b"word/document.xml", b"/word/document2.xml")
    members[TYPES] = (
        member(data, TYPES).replace(b"document.xml", b"document2.xml").replace(b"styles.xml", b"styles2.xml")
    )
    sent.write_bytes(with_members(data, members))
    assert came(done, project, sent)["new"] == 1
    assert field(case, "context") == TEXT.replace("Niemand", "Geen mens")


def test_what_is_moved_boxed_or_a_sign_comes_along_and_what_has_no_place_is_told(
    done: Werkboek, project: Path, case: str, sent: Path, field: Field
) -> None:
    document = Document(str(sent))
    paragraph = next(each for each in paragraphs(document) if "wijkagent" in each.text)
    for xml in (
        f'<w:moveFrom {SPACES} w:author="Jan"><w:r><w:t> Eerst hier.</w:t></w:r></w:moveFrom>',
        f'<w:r {SPACES}><w:t xml:space="preserve"> Leeg </w:t><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>',
        f'<w:r {SPACES}><w:t xml:space="preserve"> vol </w:t><w:sym w:font="Symbool" w:char="F0F0"/></w:r>',
        FORMULA,
        f'<w:moveTo {SPACES} w:author="Jan"><w:r><w:t xml:space="preserve"> Eerst hier.</w:t></w:r></w:moveTo>',
        f"<w:r {SPACES}>{BOX}{PICTURE}</w:r>",
    ):
        paragraph._p.append(parse_xml(xml))
    document.sections[0].header.paragraphs[0].text = "Gemeente Ergens, vertrouwelijk"
    document.save(str(sent))
    told = str(came(done, project, sent)["told"])
    assert field(case, "context") == f"{TEXT} Leeg → vol \ufffda+b Eerst hier.\nIn een kader."
    assert "weg ‘Eerst hier.’" in told
    assert "erbij ‘Eerst hier.’" in told
    assert "afbeelding en kop- of voettekst ‘Gemeente Ergens, vertrouwelijk’" in told
    assert listed(done, project, "comment") == []


def test_what_stands_in_a_new_row_or_in_a_table_in_a_table_is_kept(
    done: Werkboek, project: Path, make: Callable[..., str], case: str, sent: Path, field: Field
) -> None:
    make(f"measure:new@{case}", "measure", "Sluiten")
    done("publish", project, sent, "--case", case, "--force")
    document = Document(str(sent))
    table = next(each for each in document.tables if "Maatregel" in each.rows[0].cells[0].text)
    cells = table.add_row().cells  # type: ignore[no-untyped-call]
    cells[0].text = "Openen"
    cells[1].add_table(1, 1).rows[0].cells[0].text = "Van Bob"
    document.save(str(sent))
    came(done, project, sent)
    (comment,) = listed(done, project, "comment")
    assert str(field(comment, "text")).split("\n")[1:] == ["Openen", "Van Bob"]
    (measure,) = listed(done, project, "measure")
    assert field(measure, "measure") == "Sluiten"


def test_a_first_heading_of_pages_is_one(done: Werkboek, project: Path, field: Field, tmp_path: Path) -> None:
    document = Document()
    for text in ("Aanleiding", "Resultaten"):
        document.add_heading(text, 1)
        document.add_paragraph(f"{text} dus.")
    path = tmp_path / "pages.docx"
    document.save(str(path))
    sheet = member(path.read_bytes(), "word/styles.xml").replace(b'w:val="heading 1"', b'w:val="Heading"')
    sheet = sheet.replace(b'<w:outlineLvl w:val="0"/>', b"")
    path.write_bytes(with_members(path.read_bytes(), {"word/styles.xml": sheet}))
    came(done, project, path)
    (case,) = listed(done, project, "case")
    assert field(case, "context") == "Aanleiding dus."


def test_a_document_of_another_project_becomes_a_case_with_all_its_parts(
    done: Werkboek, make: Callable[..., str], project: Path, case: str, printed: Path, tmp_path: Path
) -> None:
    make(f"measure:new@{case}", "measure", "Sluiten")
    done("publish", project, printed, "--case", case, "--force")
    other = tmp_path / "ander.werkboek"
    done("new", other, "--author", "Bert")
    came(done, other, printed, "--as-new")
    (made,) = listed(done, other, "case")
    shown = {row["kind"]: row["fields"] for row in done("show", other, "--json").json["records"]}
    assert shown["measure"]["measure"]["value"] == "Sluiten"
    assert (shown["contact"]["name"]["value"], shown["contact"]["phone"]["value"]) == ("Marit Jansen", "06-12345678")
    assert shown["case"]["context"]["value"] == TEXT
    assert "Marit" not in done("show", other, made).out
    assert listed(done, other, "comment") == []


def test_a_number_that_came_into_a_text_is_said(done: Werkboek, project: Path, case: str, sent: Path) -> None:
    changed(sent, "Niemand belde nog.", "Niemand belde 06-12345678.")
    assert "In ‘Aanleiding en wijk’ staat een telefoonnummer of mailadres" in str(came(done, project, sent)["told"])
    done("publish", project, sent, "--case", case, "--force")
    changed(sent, "wijkagent", "agent")
    assert "telefoonnummer" not in str(came(done, project, sent))


type Write = Callable[[Docx], None]


def headed_contact(document: Docx) -> None:
    document.add_heading("Contactpersoon gemeente", 1)
    document.add_paragraph("Marit: 06-12345678.")


def labelled_contact(document: Docx) -> None:
    table = document.tables[-1]._tbl
    for text in ("Contactpersoon: Marit", "Telefoon 06-12345678"):
        table.addnext(document.add_paragraph(text)._p)


def mailed_contact(document: Docx) -> None:
    cells = document.tables[-1].add_row().cells  # type: ignore[no-untyped-call]
    cells[0].text = "Bel mij maar: 06-12345678"


@pytest.mark.parametrize("write", [headed_contact, labelled_contact, mailed_contact])
def test_whom_one_may_call_stays_with_people_where_somebody_wrote_it_behind_all_fields(
    done: Werkboek, project: Path, make: Callable[..., str], case: str, sent: Path, field: Field, write: Write
) -> None:
    make(f"measure:new@{case}", "measure", "Sluiten")
    done("publish", project, sent, "--case", case, "--force")
    document = Document(str(sent))
    write(document)
    document.save(str(sent))
    came(done, project, sent)
    (contact,) = listed(done, project, "contact")
    assert "06-12345678" in str(field(contact, "note"))
    assert "06-12345678" not in done("show", project, case).out
    assert not [each for each in listed(done, project, "comment") if "06-" in str(field(each, "text"))]
    assert came(done, project, sent)["new"] == 0
