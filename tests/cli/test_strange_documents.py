"""`werkboek import … x.docx` of a document that the program never made."""

from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as Docx
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from tests.cli.documents import Field, came, listed
from tests.cli.ran import Werkboek
from tests.interchange.editing import filled_in
from werkboek_desktop.domain.values import PROSE_CHARACTERS


def test_a_stranger_s_document_becomes_a_case(done: Werkboek, project: Path, field: Field, tmp_path: Path) -> None:
    document = Document()
    document.add_heading("Samen tegen leegstand", 0)
    parts = (
        ("1. Aanleiding", "Het was leeg."),
        ("Resultaten in Brabant", "Het is vol, zegt 06-12345678."),
        ("Colofon", "Door ons."),
    )
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
        "## Resultaten in Brabant\nHet is vol, zegt 06-12345678.",
    )
    assert field(case, "editor_note") == "## Colofon\nDoor ons."
    assert "‘Resultaten en effecten’ staat een telefoonnummer" in str(report["told"])
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


type Write = Callable[[Docx], None]
DETAILS = ("Marit Jansen", "beleidsadviseur", "06-12345678")


def bold(document: Docx, text: str) -> None:
    document.add_paragraph().add_run(text).bold = True


def below_a_bold_line(document: Docx) -> None:
    bold(document, "Contactpersoon")
    for text in DETAILS:
        document.add_paragraph(text)
    bold(document, "Tot slot")


def behind_a_label(document: Docx) -> None:
    document.add_paragraph("Contactpersoon gemeente: Marit Jansen")
    document.add_paragraph("Functie: beleidsadviseur")
    document.add_paragraph("Tel. 06-12345678")


def behind_a_tab(document: Docx) -> None:
    document.add_paragraph("Contact\tMarit Jansen, beleidsadviseur, 06-12345678")


def in_a_table(document: Docx) -> None:
    table = document.add_table(3, 2)
    for cell, text in zip(
        table._cells, ("Contactgegevens", "", "Naam", DETAILS[0], "Functie", DETAILS[1]), strict=True
    ):
        cell.paragraphs[0].add_run(text).bold = text in {"Contactgegevens", "Naam", "Functie"}
    document.add_paragraph("Tel.: 06-12345678")


def at_the_foot_of_a_letter(document: Docx) -> None:
    document.add_heading("Colofon", 1)
    document.add_paragraph("Wij hopen dat u er iets aan hebt.")
    for text in ("Met vriendelijke groet,", *DETAILS):
        document.add_paragraph(text)


def in_a_sentence_that_belongs_nowhere(document: Docx) -> None:
    document.add_heading("Colofon", 1)
    document.add_paragraph("Vragen? Marit Jansen, beleidsadviseur, weet er meer van: 06-12345678.")


def as_the_first_heading(document: Docx) -> None:
    heading = document.element.body[0]
    for text in DETAILS:
        heading.addprevious(document.add_paragraph(text)._p)
    heading.getprevious().getprevious().getprevious().addprevious(document.add_heading("Contactpersoon", 1)._p)


@pytest.mark.parametrize(
    "write",
    [
        below_a_bold_line,
        behind_a_label,
        behind_a_tab,
        in_a_table,
        at_the_foot_of_a_letter,
        in_a_sentence_that_belongs_nowhere,
        as_the_first_heading,
    ],
)
def test_whom_one_may_call_stays_with_people_wherever_a_stranger_wrote_it(
    done: Werkboek, project: Path, field: Field, tmp_path: Path, write: Write
) -> None:
    document = Document()
    document.add_heading("Aanleiding", 1)
    document.add_paragraph("Het was leeg.")
    document.add_paragraph("Contactpersonen waren er genoeg.")
    write(document)
    document.add_paragraph("Het is nu vol, en dat blijft het.")
    path = tmp_path / "eigen.docx"
    document.save(str(path))
    report = came(done, project, path)
    (case,), (contact,) = listed(done, project, "case"), listed(done, project, "contact")
    note = str(field(contact, "note"))
    assert [text for text in DETAILS if text not in note] == []
    shown = done("show", project, case).out
    assert [text for text in DETAILS if text in shown] == []
    assert "Het was leeg.\nContactpersonen waren er genoeg." in str(field(case, "context"))
    assert "Het is nu vol, en dat blijft het." in f"{field(case, 'context')}{field(case, 'editor_note')}"
    assert "notitie van een contact" in str(report["told"])


def test_more_than_a_text_may_have_is_refused_with_what_to_do(
    done: Werkboek, refused: Werkboek, project: Path, tmp_path: Path
) -> None:
    path = tmp_path / "lang.docx"
    for more in (1, 0):
        document = Document()
        document.add_heading("Aanleiding", 1)
        document.add_paragraph("a" * (PROSE_CHARACTERS + more))
        document.save(str(path))
        if more:
            said = refused("import", project, path).err
            assert "Aanleiding en wijk: hier zouden 200.001 tekens komen." in said
            assert "zet koppen boven de delen" in said
    assert came(done, project, path)["result"] == "imported"
