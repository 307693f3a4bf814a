"""`werkboek publish … --intake` and `werkboek import`: the form that a municipality fills in, there and back."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.documents import Field, came, listed
from tests.cli.ran import Werkboek
from tests.interchange.editing import filled_in, needs_libreoffice, replaced, texts, through_libreoffice
from tests.interchange.samples import member, with_members
from werkboek_desktop.interchange.docx.reading import MAIN
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


def test_what_is_said_of_a_person_and_cannot_be_read_is_told_and_travels_in_no_comment(
    done: Werkboek, project: Path, form: Path
) -> None:
    said = "alleen Marit Jansen, 06-12345678"
    filled = filled_in(form, {"Titel": ["Wijk"], "Mag gedrukt worden (ja of nee)": [said]})
    assert said in str(came(done, project, filled)["told"])
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
