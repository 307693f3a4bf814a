"""`werkboek import … x.docx` of a document that the program never made."""

from pathlib import Path

from docx import Document

from tests.cli.documents import Field, came
from tests.cli.ran import Werkboek


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
