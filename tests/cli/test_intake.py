"""`werkboek publish … --intake` and `werkboek import`: the form that a municipality fills in, there and back."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document

from tests.cli.documents import Field, came, listed
from tests.cli.ran import Werkboek
from tests.interchange.editing import filled_in, needs_libreoffice, paragraphs, replaced, texts, through_libreoffice
from tests.interchange.samples import member, with_members
from werkboek_desktop.interchange.docx.parts import MAIN, TYPES
from werkboek_desktop.interchange.origin import Made, bookmark_of, from_properties, tag_of, to_properties
from werkboek_desktop.interchange.reading import read
from werkboek_desktop.settings import App
from werkboek_desktop.workspace import Workspace
from werkboek_desktop.workspace.word.incoming import VIA

type Make = Callable[..., str]

ANSWERS = {
    "Titel": ["Samen de wijk in"],
    "Gemeente(n)": ["Den Haag · Ergens"],
    "Aanleiding en wijk": ["De buurt sliep slecht. Niemand belde nog."],
    "Knelpunt": ["Angst.", "Geld.", "Tijd."],
    "Oplossing": ["Praten.", "Vragen."],
    "Algemeen postvak": ["wijk@haag.example"],
    "Mag gedrukt worden (ja of nee)": ["ja"],
}


@pytest.fixture
def form(done: Werkboek, project: Path, tmp_path: Path) -> Path:
    out = tmp_path / "intake.docx"
    done("publish", project, out, "--intake")
    return out


def test_a_filled_form_is_a_case_once_and_another_one_is_another(
    done: Werkboek, project: Path, form: Path, field: Field, tmp_path: Path
) -> None:
    assert {"Aanleiding en wijk", "Vernieuwende ideeën"} <= set(texts(form))
    filled = filled_in(form, ANSWERS)
    before = project.read_bytes()
    assert came(done, project, filled, "--dry-run")["new"] == 10
    assert project.read_bytes() == before
    report = came(done, project, filled)
    assert (report["result"], report["new"], report["sender"]) == ("imported", 10, "gemeente, via Word")
    assert report["told"] == [
        "Een nieuw praktijkvoorbeeld ‘Samen de wijk in’, met status ‘aangemeld’.",
        "Ingevuld: ‘Titel’, ‘Gemeente(n)’, ‘Aanleiding en wijk’, knelpunt (3 keer) en contact.",
    ]
    (case,) = listed(done, project, "case")
    assert (field(case, "title"), field(case, "status")) == ("Samen de wijk in", "registered")
    assert field(case, "municipalities") == ["Ergens", "GM0518"]
    assert field(case, "context") == ANSWERS["Aanleiding en wijk"][0]
    shown = {row["id"]: row for row in done("show", project, "--json").json["records"]}
    pairs = [row["fields"] for row in shown.values() if row["kind"] == "bottleneck"]
    pairs.sort(key=lambda fields: str(fields["place"]["value"]["key"]))
    assert [fields["bottleneck"]["value"] for fields in pairs] == ANSWERS["Knelpunt"]
    assert [fields.get("solution", {}).get("value") for fields in pairs] == [*ANSWERS["Oplossing"], None]
    assert pairs[0]["bottleneck"]["variants"][0]["author"] == VIA
    (contact,) = listed(done, project, "contact")
    assert (field(contact, "mailbox"), field(contact, "printable")) == ("wijk@haag.example", True)
    again = came(done, project, filled)
    assert (again["result"], again["new"]) == ("known", 0)
    other = came(done, project, filled_in(form, {"Titel": ["samen de WIJK in"]}, out=tmp_path / "ander.docx"))
    assert "Er is hier al een praktijkvoorbeeld" in str(other["told"])
    assert len(listed(done, project, "case")) == 2
    assert done("check", project).code == 0


def test_a_filled_form_is_one_step_that_can_be_taken_back(project: Path, form: Path) -> None:
    with Workspace.open(project, App.of_this_computer()) as workspace:
        workspace.import_([filled_in(form, ANSWERS)])
        assert len(workspace.rows("bottleneck")) == 3
        assert workspace.steps.done[-1].name == "Praktijkvoorbeeld toegevoegd"
        undone = workspace.undo()
        assert undone
        assert not undone.left
        assert not workspace.rows("case")


def test_what_is_said_of_a_person_is_kept_with_them_and_travels_in_no_comment(
    done: Werkboek, project: Path, form: Path, field: Field
) -> None:
    said = "alleen Marit Jansen, 06-12345678"
    filled = filled_in(form, {"Titel": ["Wijk"], "Mag gedrukt worden (ja of nee)": [said]})
    document = Document(str(filled))
    document.add_paragraph("Marit is tot mei met verlof.")
    cell = next(each for each in paragraphs(document) if each.text == "Telefoon")
    cell.add_run(" (bij voorkeur ’s ochtends)")
    other = next(each for each in paragraphs(document) if each.text == "E-mail")
    document.add_comment(other.runs, text="Liever niet mailen.", author="Marit")
    knelpunt = next(each for each in paragraphs(document) if each.text == "Knelpunt")
    knelpunt.add_run(" (het grootste eerst)")
    document.save(str(filled))
    report = came(done, project, filled)
    (contact,) = listed(done, project, "contact")
    assert str(field(contact, "note")).split("\n") == [
        f"Bij ‘Mag gedrukt worden’ stond in het document: {said}",
        "Marit: Liever niet mailen.",
        "Telefoon (bij voorkeur ’s ochtends)",
        "Marit is tot mei met verlof.",
    ]
    assert "Marit is tot mei met verlof." in str(report["told"])
    (comment,) = done("list", project, "comment", "--json").json
    assert str(field(comment["id"], "text")).endswith("Knelpunt (het grootste eerst)")
    done("export", project, form.with_name("werk.wbx"))
    done("import", form.with_name("elders.werkboek"), form.with_name("werk.wbx"))
    assert "Marit" not in done("show", form.with_name("elders.werkboek"), "--json").out


@pytest.mark.parametrize("heading", ["Contact", "Contact: Marit Jansen"])
def test_what_stands_in_place_of_the_table_of_the_contact_is_kept_with_people(
    done: Werkboek, project: Path, form: Path, field: Field, heading: str
) -> None:
    filled = filled_in(form, {"Titel": ["Wijk"]})
    document = Document(str(filled))
    table = document.tables[-1]._tbl
    above = next(each for each in document.paragraphs if each.text == "Contact")
    above.runs[0].text = heading
    table.getparent().remove(table)
    document.add_paragraph("Bel Marit: 06-12345678.")
    document.save(str(filled))
    came(done, project, filled)
    (contact,) = listed(done, project, "contact")
    said = str(field(contact, "note"))
    assert "Bel Marit: 06-12345678." in said
    assert ("Marit Jansen" in said) == ("Marit Jansen" in heading)
    assert listed(done, project, "comment") == []


def test_a_filled_form_stays_a_form_also_where_a_new_case_is_asked_for(
    done: Werkboek, project: Path, form: Path, field: Field
) -> None:
    filled = filled_in(form, {"Titel": ["Wijk"], "Algemeen postvak": ["wijk@haag.example"]})
    came(done, project, filled, "--as-new")
    (case,), (contact,) = listed(done, project, "case"), listed(done, project, "contact")
    assert (field(case, "title"), field(contact, "mailbox")) == ("Wijk", "wijk@haag.example")
    assert "example" not in done("show", project, case).out
    assert (field(case, "context"), field(case, "editor_note")) == (None, None)


def test_a_corrected_form_belongs_to_the_case_that_it_made(
    done: Werkboek, project: Path, form: Path, field: Field, tmp_path: Path
) -> None:
    answers = ANSWERS | {"Aanleiding en wijk": ["De buurt sliep slecht. Twee panden waren leeg. Niemand belde nog."]}
    came(done, project, filled_in(form, answers))
    (case,) = listed(done, project, "case")
    first = str(field(case, "context"))
    done("set", project, case, "context", first.replace("Niemand belde nog.", "Niemand belde de politie nog."))
    corrected = answers | {
        "Titel": ["Samen de wijk weer in"],
        "Aanleiding en wijk": [first.replace("slecht", "jaren slecht")],
        "Oplossing": ["Praten.", "Vragen.", "Wachten."],
        "Algemeen postvak": ["buurt@haag.example"],
    }
    again = filled_in(form, corrected, out=tmp_path / "verbeterd.docx")
    report = came(done, project, again)
    assert (report["new"], report["merged"]) == (4, [[case, "context"]]), report
    assert "voor ‘Samen de wijk in’" in str(report["told"])
    assert listed(done, project, "case") == [case]
    assert field(case, "title") == "Samen de wijk weer in"
    assert "jaren slecht. Twee" in str(field(case, "context"))
    assert "belde de politie nog" in str(field(case, "context"))
    (contact,) = listed(done, project, "contact")
    assert field(contact, "mailbox") == "buurt@haag.example"
    assert len(listed(done, project, "bottleneck")) == 3
    assert came(done, project, again)["new"] == 0
    assert came(done, project, replaced(again, ("Wachten.", "Wachten.")))["new"] == 0
    late = came(done, project, filled_in(form, answers | {"Knelpunt": ["Angst!"]}, out=tmp_path / "eerste.docx"))
    assert (late["result"], late["new"]) == ("imported", 1)
    assert "‘Titel’ zegt wat er eerder in stond. Daar is niets veranderd." in str(late["told"])
    assert "‘Oplossing’ is leeg gelaten. Daar is niets veranderd." in str(late["told"])
    assert field(case, "title") == "Samen de wijk weer in"
    came(done, project, replaced(again, ("Geld.", "Geld!")), "--as-new")
    assert len(listed(done, project, "case")) == 2
    assert done("check", project).code == 0


def test_a_corrected_form_finds_its_case_on_another_computer(
    done: Werkboek, project: Path, form: Path, tmp_path: Path, computer: Callable[[str], None]
) -> None:
    came(done, project, filled_in(form, ANSWERS))
    bundle, other = tmp_path / "a.wbx", tmp_path / "bert.werkboek"
    done("export", project, bundle)
    computer("bert")
    done("import", other, bundle, "--author", "Bert")
    changed = filled_in(form, ANSWERS | {"Knelpunt": ["Angst.", "Geld.", "Haast."]}, out=tmp_path / "verbeterd.docx")
    assert came(done, other, changed)["new"] == 3, "one answer, and the contact that was not sent along"
    assert len(listed(done, other, "case")) == 1


def test_the_same_form_of_another_municipality_is_another_case(
    done: Werkboek, project: Path, form: Path, tmp_path: Path
) -> None:
    came(done, project, filled_in(form, ANSWERS))
    other = {
        "Titel": ["Samen de wijk in"],
        "Gemeente(n)": ["Ede"],
        "Aanleiding en wijk": ["Ede lag wakker van feesten."],
    }
    came(done, project, filled_in(form, other, out=tmp_path / "ede.docx"))
    assert len(listed(done, project, "case")) == 2


def without_properties(path: Path) -> Path:
    """The document as some mail programs let it through."""
    data = path.read_bytes()
    kinds, relations = member(data, TYPES), member(data, "_rels/.rels")
    bare = {
        "docProps/custom.xml": None,
        TYPES: re.sub(rb'<Override PartName="/docProps/custom.xml"[^>]*/>', b"", kinds),
        "_rels/.rels": re.sub(rb'<Relationship [^>]*docProps/custom.xml"[^>]*/>', b"", relations),
    }
    path.write_bytes(with_members(data, bare))
    return path


def test_a_form_that_lost_its_properties_is_a_form_still(
    done: Werkboek, project: Path, form: Path, field: Field, tmp_path: Path
) -> None:
    filled = without_properties(filled_in(form, ANSWERS))
    assert from_properties(read(filled.read_bytes()).properties) is None
    report = came(done, project, filled)
    assert report["new"] == 10
    (case,), (contact,) = listed(done, project, "case"), listed(done, project, "contact")
    assert (field(case, "title"), field(contact, "mailbox")) == ("Samen de wijk in", "wijk@haag.example")
    assert "haag.example" not in done("show", project, case).out
    assert listed(done, project, "comment") == []
    again = filled_in(form, ANSWERS | {"Titel": ["Samen de buurt in"]}, out=tmp_path / "nog eens.docx")
    assert came(done, project, again)["new"] == 1


@pytest.mark.parametrize("is_bare", [False, True])
def test_a_form_of_a_case_becomes_a_case_where_that_is_asked_for(
    done: Werkboek, refused: Werkboek, project: Path, make: Make, field: Field, tmp_path: Path, is_bare: bool
) -> None:
    case = make("case:new", "title", "De Kolenbuurt")
    done("set", project, case, "context", "De buurt sliep slecht.")
    make(f"bottleneck:new@{case}", "bottleneck", "Angst.")
    form = tmp_path / "intake.docx"
    done("publish", project, form, "--intake", "--case", case)
    filled = filled_in(form, {"Algemeen postvak": ["kolen@haag.example"], "Knelpunt": ["Angst.", "Geld."]})
    if is_bare:
        assert "--proof" in refused("import", project, without_properties(filled)).err
    came(done, project, filled, "--as-new")
    (new,) = {*listed(done, project, "case")} - {case}
    assert (field(new, "title"), field(new, "context")) == ("De Kolenbuurt", "De buurt sliep slecht.")
    assert (field(new, "editor_note"), field(new, "ideas")) == (None, None)
    (contact,) = listed(done, project, "contact")
    assert field(contact, "mailbox") == "kolen@haag.example"
    assert len(listed(done, project, "bottleneck")) == 3
    assert listed(done, project, "comment") == []


def test_what_a_form_cannot_be_is_refused(
    done: Werkboek, refused: Werkboek, misused: Werkboek, project: Path, form: Path, tmp_path: Path
) -> None:
    before = done("hash", project).out
    assert "nog niets ingevuld" in refused("import", project, form).err
    done("new", tmp_path / "ander.werkboek", "--author", "Bert")
    filled = filled_in(form, ANSWERS)
    assert "ander werkboek" in refused("import", tmp_path / "ander.werkboek", filled).err
    assert "nog niet" in misused("publish", project, tmp_path / "intake.odt", "--intake").err
    misused("publish", project, form, "--intake", "--all")
    assert done("hash", project).out == before


def test_a_form_of_a_case_comes_back_into_that_case(
    done: Werkboek, project: Path, make: Make, field: Field, tmp_path: Path
) -> None:
    text = "De buurt sliep slecht. Het bleef stil. Niemand belde nog."
    case = make("case:new", "title", "De Kolenbuurt")
    done("set", project, case, "context", text)
    first = make(f"bottleneck:new@{case}", "bottleneck", "Angst.")
    form = tmp_path / "intake.docx"
    done("publish", project, form, "--intake", "--case", case)
    assert {"De Kolenbuurt", text, "Angst."} <= set(texts(form))
    assert came(done, project, form)["new"] == 0
    filled = filled_in(replaced(form, ("sliep slecht", "sliep jaren slecht")), {"Knelpunt": ["Angst.", "Geld."]})
    done("set", project, case, "context", text.replace("Niemand", "Geen mens"))
    report = came(done, project, filled)
    assert (report["new"], report["merged"]) == (2, [[case, "context"]])
    assert field(case, "context") == "De buurt sliep jaren slecht. Het bleef stil. Geen mens belde nog."
    (second,) = {*listed(done, project, "bottleneck")} - {first}
    assert field(second, "bottleneck") == "Geld."
    assert came(done, project, filled)["new"] == 0
    done("publish", project, form, "--intake", "--case", case, "--force")
    assert "Geld." in texts(form)


def test_a_form_writes_nothing_in_whom_we_know_already(
    done: Werkboek, refused: Werkboek, project: Path, make: Make, tmp_path: Path
) -> None:
    case = make("case:new", "title", "De Kolenbuurt")
    contact = make(f"contact:new@{case}", "name", "Sanne van ’t Hoek")
    form = tmp_path / "intake.docx"
    done("publish", project, form, "--intake", "--case", case)
    assert not [text for text in texts(form) if "Sanne" in text or text == "Algemeen postvak"]
    origin = from_properties(read(form.read_bytes()).properties)
    assert origin
    forged = origin._replace(
        fields={**origin.fields, tag_of(contact, "printable"): Made((), "0" * 16)},
        new={**origin.new, contact: "contact"},
    )
    body = member(replaced(form, ("De Kolenbuurt", "ja")).read_bytes(), MAIN)
    for name in (tag_of, lambda *of: bookmark_of(tag_of(*of))):
        body = body.replace(name(case, "title").encode(), name(contact, "printable").encode())
    inside = "".join(f'<p name="{name}">{text}</p>' for name, text in to_properties(forged).items())
    path = tmp_path / "vals.docx"
    path.write_bytes(with_members(form.read_bytes(), {MAIN: body, "docProps/custom.xml": f"<P>{inside}</P>".encode()}))
    assert "een versie die hier nog niet is" in refused("import", project, path).err
    assert "printable" not in done("show", project, contact, "--json").out


@needs_libreoffice
@pytest.mark.thorough
@pytest.mark.parametrize("ending", ["docx", "odt"])
def test_libreoffice_saves_a_form_and_what_was_filled_in_comes_back(
    done: Werkboek, refused: Werkboek, project: Path, form: Path, field: Field, ending: str
) -> None:
    assert "nog niets ingevuld" in refused("import", project, through_libreoffice(form, ending)).err
    back = through_libreoffice(filled_in(form, ANSWERS), ending)
    assert came(done, project, back)["new"] == 10
    (case,) = listed(done, project, "case")
    assert field(case, "context") == ANSWERS["Aanleiding en wijk"][0]
    assert len(listed(done, project, "bottleneck")) == 3
    assert done("list", project, "comment", "--json").json == []
    assert came(done, project, back)["new"] == 0
