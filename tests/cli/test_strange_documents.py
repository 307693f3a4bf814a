"""`werkboek import … x.docx` of a document that the program never made."""

from pathlib import Path

from docx import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from tests.cli.documents import Field, came, listed
from tests.cli.ran import Werkboek
from tests.interchange.editing import filled_in


def test_a_stranger_s_document_becomes_a_case(done: Werkboek, project: Path, field: Field, tmp_path: Path) -> None:
    document = Document()
    document.add_heading("Samen tegen leegstand", 0)
    parts = ("1. Aanleiding", "Het was leeg."), ("Resultaten in Brabant", "Het is vol."), ("Colofon", "Door ons.")
    for heading, text in parts:
        document.add_heading(heading, 1)
        document.add_paragraph(text)
    path = tmp_path / "eigen.docx"
    document.save(str(path))
    report = came(done, project, path)
    assert (report["result"], report["sender"]) == ("imported", "gemeente, via Word")
    (case,) = [row["id"] for row in done("list", project, "case", "--json").json]
    assert field(case, "title") == "Samen tegen leegstand"
    assert (field(case, "context"), field(case, "effects")) == (
        "Het was leeg.",
        "## Resultaten in Brabant\nHet is vol.",
    )
    assert field(case, "editor_note") == "## Colofon\nDoor ons."
    assert came(done, project, path)["result"] == "known"


def test_what_stands_under_a_heading_about_contacts_is_kept_with_people(
    done: Werkboek, project: Path, field: Field, tmp_path: Path
) -> None:
    document = Document()
    document.add_heading("Aanleiding", 1)
    document.add_paragraph("Het was leeg.")
    document.add_heading("Contact met bewoners", 1)
    document.add_paragraph("Wij belden aan.")
    document.add_heading("Contactpersoon gemeente:", 1)
    document.add_table(1, 2).rows[0].cells[1].text = "Marit Jansen"
    said = document.add_paragraph("Bel 06-12345678.")
    document.add_comment(said.runs, text="Niet op vrijdag.", author="Marit")
    document.add_heading("Colofon", 2)
    other = document.add_paragraph("Door ons.")
    document.add_comment(other.runs, text="Klopt.", author="")
    path = tmp_path / "eigen.docx"
    document.save(str(path))
    report = came(done, project, path)
    assert any("notitie van een contact" in sentence for sentence in report["told"])  # type: ignore[attr-defined]
    (case,), (contact,) = listed(done, project, "case"), listed(done, project, "contact")
    assert field(contact, "note") == (
        "## Contactpersoon gemeente:\nMarit Jansen\nBel 06-12345678.\nMarit: Niet op vrijdag."
    )
    assert field(case, "editor_note") == "## Contact met bewoners\nWij belden aan.\n## Colofon\nDoor ons."
    (comment,) = listed(done, project, "comment")
    assert field(comment, "text") == "Klopt."


def test_a_form_of_which_only_the_words_are_left_puts_no_contact_in_a_text(
    done: Werkboek, project: Path, field: Field, tmp_path: Path
) -> None:
    form = tmp_path / "intake.docx"
    done("publish", project, form, "--intake")
    filled = filled_in(form, {"Titel": ["Wijk"], "Aanleiding en wijk": ["Leeg."], "Naam": ["Marit Jansen"]})
    bare, old = Document(), Document(str(filled))
    for element in old.element.body:
        for paragraph in element.iter(qn("w:p")):
            found = Paragraph(paragraph, old._body)
            text = "".join(str(node.text or "") for node in paragraph.iter(qn("w:t")))
            level = int(found.style.name[-1]) if found.style and "Heading" in str(found.style.name) else 0
            bare.add_paragraph(text, f"Heading {level}" if level else "Normal")
    path = tmp_path / "kaal.docx"
    bare.save(str(path))
    came(done, project, path, "--as-new")
    (case,), (contact,) = listed(done, project, "case"), listed(done, project, "contact")
    assert "Marit Jansen" in str(field(contact, "note"))
    assert field(case, "context") == "Leeg."
    shown = done("show", project, case).out
    assert "Marit" not in shown
    assert "Schrijf in de vakken" not in shown
    assert "Intake" not in shown
