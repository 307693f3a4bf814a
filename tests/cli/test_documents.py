"""`werkboek publish … x.docx` and `werkboek import … x.docx`: a case that goes out to Word and comes back."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document

from tests.cli.documents import TEXT, Field, came
from tests.cli.ran import Werkboek
from tests.interchange.editing import needs_libreoffice, paragraphs, replaced, texts, through_libreoffice
from tests.interchange.samples import member, with_members
from werkboek_desktop.interchange.docx.parts import MAIN
from werkboek_desktop.interchange.origin import Made, bookmark_of, field_of, from_properties, tag_of, to_properties
from werkboek_desktop.interchange.reading import read
from werkboek_desktop.settings import App
from werkboek_desktop.workspace import Workspace
from werkboek_desktop.workspace.versions import of_case
from werkboek_desktop.workspace.word.incoming import VIA

type Make = Callable[..., str]

PROPERTIES = "docProps/custom.xml"


def status(done: Werkboek, project: Path, case: str, name: str) -> str:
    fields = done("show", project, case, "--json").json["records"][0]["fields"]
    return str(fields[name]["status"])


def test_a_document_that_nobody_edited_brings_nothing(done: Werkboek, project: Path, sent: Path) -> None:
    before = done("hash", project).out
    report = came(done, project, sent)
    assert (report["result"], report["new"], report["sender"]) == ("known", 0, "gemeente, via Word")
    assert done("hash", project).out == before


def test_what_may_not_leave_is_not_in_it(done: Werkboek, project: Path, make: Make, case: str, tmp_path: Path) -> None:
    quote = make(f"quote:new@{case}", "quote", "Zo zei ik het niet.")
    contact = make(f"contact:new@{case}", "name", "Sanne van ’t Hoek")
    make(f"comment:new@{case}", "text", "Wat bedoelt u?")
    out = tmp_path / "uit.docx"
    said = done("publish", project, out, "--case", case).out
    hidden = ("Zo zei ik het niet.", "Sanne", "Wat bedoelt u?", "Hier niet over praten.")
    assert not [text for text in texts(out) for each in hidden if each in text]
    assert "geen akkoord op de tekst" in said
    done("set", project, quote, "text_authorised_on", "1-2-2026")
    done("set", project, contact, "printable", "ja")
    done("publish", project, out, "--case", case, "--force")
    assert {"Zo zei ik het niet.", "Sanne van ’t Hoek"} <= set(texts(out))


def test_an_edit_there_and_one_here_are_both_there(
    done: Werkboek, project: Path, case: str, sent: Path, field: Field
) -> None:
    edited = replaced(sent, ("De buurt sliep slecht.", "De buurt sliep jaren slecht."))
    done("set", project, case, "context", TEXT.replace("Niemand belde nog.", "Niemand belde de politie nog."))
    report = came(done, project, edited)
    assert (report["result"], report["new"], report["merged"]) == ("imported", 1, [[case, "context"]])
    assert field(case, "context") == (
        "De buurt sliep jaren slecht. Twee panden stonden leeg. Niemand belde de politie nog. Toen kwam de wijkagent."
    )
    again = came(done, project, edited)
    assert (again["result"], again["new"], again["known"]) == ("known", 0, 1)


def test_the_same_sentence_becomes_two_versions(done: Werkboek, project: Path, case: str, sent: Path) -> None:
    edited = replaced(sent, ("De buurt sliep slecht.", "De buurt sliep jaren slecht."))
    done("set", project, case, "context", TEXT.replace("sliep slecht", "lag wakker"))
    assert came(done, project, edited)["conflicts"] == [[case, "context"]]
    shown = done("show", project, case, "--json").json["records"][0]["fields"]["context"]
    assert {variant["author"] for variant in shown["variants"]} == {"Anna", VIA}
    assert came(done, project, edited)["new"] == 0


def test_a_dry_run_tells_the_same_and_changes_not_a_byte(
    done: Werkboek, project: Path, sent: Path, tmp_path: Path, computer: Callable[[str], None]
) -> None:
    edited = replaced(sent, ("De buurt sliep slecht.", "De buurt sliep jaren slecht."))
    before = project.read_bytes()
    computer("another")
    dry = came(done, project, edited, "--dry-run")
    assert project.read_bytes() == before
    assert not list(tmp_path.rglob("incarnations.json")), "who writes there was remembered"
    wet = came(done, project, edited)
    assert {**dry, "path": ""} == {**wet, "path": ""}
    assert done("check", project).code == 0


def test_facts_are_read_as_people_type_them(done: Werkboek, project: Path, case: str, sent: Path, field: Field) -> None:
    edited = replaced(
        sent,
        ("4.210", "4.300"),
        ("€\xa061.000,50", "€ 62.000"),
        ("15 februari 2026", "1 maart 2026"),
        ("Wijk", "Buurt"),
    )
    report = came(done, project, edited)
    assert report["new"] == 4, report
    assert field(case, "inhabitants") == 4300
    assert (field(case, "costs"), field(case, "as_of"), field(case, "scale")) == ("62000", "2026-03-01", "buurt")


def test_words_that_fit_no_field_are_kept_as_a_comment(
    done: Werkboek, project: Path, case: str, sent: Path, field: Field
) -> None:
    edited = replaced(sent, ("4.210", "ongeveer vier duizend"), ("Wat speelde er?", "Wat speelde er? Drugs."))
    report = came(done, project, edited)
    assert field(case, "inhabitants") == 4210
    comments = [row["title"] for row in done("list", project, "comment", "--json").json]
    assert len(comments) == report["new"] == 2
    assert any("ongeveer vier duizend" in text for text in comments)
    assert any("Drugs." in text for text in comments)
    assert came(done, project, edited)["new"] == 0


def test_a_text_that_is_too_long_stays_out_and_the_rest_comes_in(
    done: Werkboek, project: Path, case: str, sent: Path, field: Field
) -> None:
    edited = replaced(sent, ("De buurt sliep slecht.", "a" * 200_001), ("4.210", "4.300"))
    report = came(done, project, edited)
    assert "langer dan 200000 tekens" in str(report["told"])
    assert (field(case, "context"), field(case, "inhabitants")) == (TEXT, 4300)


def test_what_is_typed_behind_a_field_belongs_to_it(
    done: Werkboek, project: Path, case: str, sent: Path, field: Field
) -> None:
    document = Document(str(sent))
    last = next(each for each in paragraphs(document) if "wijkagent" in each.text)
    last.insert_paragraph_before("Een nieuwe alinea.")
    document.save(str(sent))
    came(done, project, sent)
    assert field(case, "context") == f"Een nieuwe alinea.\n{TEXT}"


def test_a_document_of_another_project_or_of_a_later_version_is_refused(
    done: Werkboek, refused: Werkboek, project: Path, case: str, sent: Path, tmp_path: Path
) -> None:
    edited = replaced(sent, ("De buurt sliep slecht.", "De buurt sliep jaren slecht."))
    other, copy, bundle = tmp_path / "ander.werkboek", tmp_path / "kopie.werkboek", tmp_path / "a.wbx"
    done("new", other, "--author", "Bert")
    assert "ander werkboek" in refused("import", other, edited).err
    done("export", project, bundle)
    done("import", copy, bundle)
    done("set", project, case, "context", f"{TEXT} Later.", "--author", "Anna")
    done("publish", project, sent, "--case", case, "--force")
    later = replaced(sent, ("Later.", "Veel later."))
    before = done("hash", copy).out
    refusal = refused("import", copy, later, "--json")
    assert "een versie die hier nog niet is" in refusal.err
    assert json.loads(refusal.out)["files"][0]["error"]["code"] == "version_not_here"
    assert done("hash", copy).out == before


def test_a_document_writes_nothing_that_no_document_has(
    done: Werkboek, refused: Werkboek, project: Path, make: Make, case: str, sent: Path
) -> None:
    quote, other = make(f"quote:new@{case}", "quote", "Zo zei ik het."), make("case:new", "title", "Een ander")
    before = done("hash", project).out
    for tag in (tag_of(quote, "text_authorised_on"), tag_of(case, "editor_note"), tag_of(other, "context")):
        body = member(sent.read_bytes(), MAIN)
        for name in (tag_of, lambda *of: bookmark_of(tag_of(*of))):
            body = body.replace(name(case, "costs").encode(), name(*field_of(tag)).encode())
        origin = from_properties(read(sent.read_bytes()).properties)
        assert origin
        forged = origin._replace(fields={**origin.fields, tag: Made((), "0" * 16)})
        inside = "".join(f'<p name="{name}">{text}</p>' for name, text in to_properties(forged).items())
        path = sent.with_name("vals.docx")
        path.write_bytes(with_members(sent.read_bytes(), {MAIN: body, PROPERTIES: f"<P>{inside}</P>".encode()}))
        assert "een versie die hier nog niet is" in refused("import", project, path).err
    assert done("hash", project).out == before


def test_without_its_ids_a_document_asks_which_proof(
    done: Werkboek, refused: Werkboek, project: Path, case: str, sent: Path, tmp_path: Path
) -> None:
    bare = tmp_path / "kaal.docx"
    document, old = Document(), Document(str(sent))
    for paragraph in paragraphs(old):
        level = int(paragraph.style.name[-1]) if paragraph.style and "Heading" in str(paragraph.style.name) else 0
        document.add_paragraph(paragraph.text, f"Heading {level}" if level else "Normal")
    document.save(str(bare))
    assert "--proof" in refused("import", project, bare).err
    assert came(done, project, bare, "--as-new")["result"] == "imported"
    assert len(done("list", project, "case", "--json").json) == 2


def test_a_proof_says_what_a_document_without_ids_was_made_from(
    done: Werkboek, refused: Werkboek, project: Path, case: str, tmp_path: Path, field: Field
) -> None:
    document = Document()
    for heading, text in (
        ("Samen de wijk in", ""),
        ("Aanleiding en wijk", TEXT.replace("sliep", "lag wakker en sliep")),
    ):
        document.add_heading(heading, 1)
        document.add_paragraph(text)
    path = tmp_path / "los.docx"
    document.save(str(path))
    with Workspace.open(project, App.of_this_computer()) as workspace, workspace._session.store.read() as reader:
        version = of_case(reader, case)
    kept = tmp_path / "versie.json"
    kept.write_bytes(version)
    proof = done("set", project, f"proof:new@{case}", "version", f"@{kept}").out.strip()
    done("set", project, case, "context", TEXT.replace("Niemand", "Geen mens"))
    assert "geen versie" in refused("import", project, path, "--proof", case).err
    report = came(done, project, path, "--proof", proof)
    assert report["merged"] == [[case, "context"]], report
    assert field(case, "context") == TEXT.replace("sliep", "lag wakker en sliep").replace("Niemand", "Geen mens")
    assert came(done, project, path, "--proof", proof)["new"] == 0


def test_an_import_is_a_step_that_can_be_taken_back(project: Path, case: str, sent: Path) -> None:
    edited = replaced(sent, ("De buurt sliep slecht.", "De buurt sliep jaren slecht."))
    with Workspace.open(project, App.of_this_computer()) as workspace:
        workspace.import_([edited])
        assert workspace.record(case).value("context") != TEXT
        undone = workspace.undo()
        assert undone
        assert not undone.left
        assert workspace.record(case).value("context") == TEXT


@needs_libreoffice
@pytest.mark.thorough
@pytest.mark.parametrize("ending", ["docx", "odt"])
def test_libreoffice_saves_it_and_an_edit_there_merges(
    done: Werkboek, project: Path, case: str, sent: Path, field: Field, ending: str
) -> None:
    assert came(done, project, through_libreoffice(sent, ending))["new"] == 0
    edited = replaced(sent, ("De buurt sliep slecht.", "De buurt sliep jaren slecht."))
    done("set", project, case, "context", TEXT.replace("Niemand belde nog.", "Niemand belde de politie nog."))
    back = through_libreoffice(edited, ending)
    report = came(done, project, back)
    assert (report["new"], report["merged"]) == (1, [[case, "context"]]), report
    assert "jaren slecht. Twee panden" in str(field(case, "context"))
    assert came(done, project, back)["new"] == 0
    assert read(back.read_bytes()).tracked == ()


def test_who_wrote_in_word_is_nobody_at_this_computer(done: Werkboek, project: Path, case: str, sent: Path) -> None:
    came(done, project, replaced(sent, ("De buurt sliep slecht.", "De buurt sliep jaren slecht.")))
    assert VIA in {row["title"] for row in done("list", project, "person", "--json").json}
    done("set", project, case, "subtitle", "Door Anna")
    changes = done("history", project, case, "subtitle", "--json").json["changes"]
    assert [change["author"] for change in changes] == ["Anna"]


@pytest.mark.parametrize("bad", ["macros", "entities", "broken", "pdf", "empty", "folder"])
def test_a_bad_document_leaves_the_project_as_it_was(
    refused: Werkboek, done: Werkboek, project: Path, sent: Path, tmp_path: Path, bad: str
) -> None:
    path, good = tmp_path / "kwaad.docx", sent.read_bytes()
    body = member(good, MAIN)
    contents = {
        "macros": with_members(good, {"word/vbaProject.bin": b"x"}),
        "entities": with_members(good, {MAIN: body.replace(b"<w:document", b"<!DOCTYPE w><w:document", 1)}),
        "broken": good[:-900],
        "pdf": b"%PDF-1.7",
        "empty": b"",
    }
    if bad == "folder":
        path.mkdir()
    else:
        path.write_bytes(contents[bad])
    before = done("hash", project).out
    refused("import", project, path)
    assert done("hash", project).out == before
