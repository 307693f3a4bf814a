"""The form of the intake as a PDF: out, filled in by another program, and in again."""

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from tests.cli.documents import Field, came, listed
from tests.cli.ran import Werkboek
from tests.interchange.pdf_forms import added_to, answers, commented, fields, filled_in, questions
from tests.publish.samples import FONTS
from werkboek_desktop.workspace.word.incoming import VIA_PDF

type Make = Callable[..., str]

ANSWERS = {
    "Titel": ["Samen de wijk in"],
    "Gemeente(n)": ["Den Haag, Ergens"],
    "Aanleiding en wijk": ["De buurt sliep slecht.\rNiemand belde nog, zei Şahin."],
    "Knelpunt": ["Angst.", "Geld.", "Tijd."],
    "Oplossing": ["Praten.", "Vragen."],
    "Algemeen postvak": ["wijk@haag.example"],
    "Mag gedrukt worden": ["ja"],
}


@pytest.fixture
def form(done: Werkboek, project: Path, tmp_path: Path) -> Path:
    out = tmp_path / "intake.pdf"
    done("publish", project, out, "--intake")
    return out


def test_a_filled_form_is_a_case_once_and_another_one_is_another(
    done: Werkboek, project: Path, form: Path, field: Field, tmp_path: Path
) -> None:
    filled = filled_in(form, ANSWERS, tmp_path / "geen-ending")
    before = project.read_bytes()
    assert came(done, project, filled, "--dry-run")["new"] == 10
    assert project.read_bytes() == before
    report = came(done, project, filled)
    assert (report["result"], report["new"], report["sender"]) == ("imported", 10, VIA_PDF)
    assert report["told"] == [
        "Een nieuw praktijkvoorbeeld ‘Samen de wijk in’, met status ‘aangemeld’.",
        "Ingevuld: ‘Titel’, ‘Gemeente(n)’, ‘Aanleiding en wijk’, knelpunt (3 keer) en contact.",
    ]
    (case,) = listed(done, project, "case")
    assert (field(case, "title"), field(case, "status")) == ("Samen de wijk in", "registered")
    assert field(case, "municipalities") == ["Ergens", "GM0518"]
    assert field(case, "context") == "De buurt sliep slecht.\nNiemand belde nog, zei Şahin."
    pairs = [each for each in done("show", project, "--json").json["records"] if each["kind"] == "bottleneck"]
    solutions = {each["fields"]["bottleneck"]["value"]: each["fields"].get("solution", {}) for each in pairs}
    assert [solutions[text].get("value") for text in ANSWERS["Knelpunt"]] == [*ANSWERS["Oplossing"], None]
    assert pairs[0]["fields"]["bottleneck"]["variants"][0]["author"] == VIA_PDF
    (contact,) = listed(done, project, "contact")
    assert (field(contact, "mailbox"), field(contact, "printable")) == ("wijk@haag.example", True)
    again = came(done, project, filled)
    assert (again["result"], again["new"]) == ("known", 0)
    other = tmp_path / "ander.pdf"
    other.write_bytes(added_to(form.read_bytes(), "Titel", "samen de WIJK in"))
    assert "Er is hier al een praktijkvoorbeeld" in str(came(done, project, other)["told"])
    assert len(listed(done, project, "case")) == 2
    assert done("check", project).code == 0


def test_what_a_form_cannot_be_is_refused(
    done: Werkboek, refused: Werkboek, project: Path, form: Path, tmp_path: Path
) -> None:
    before = done("hash", project).out
    assert "nog niets ingevuld" in refused("import", project, form).err
    done("new", tmp_path / "ander.werkboek", "--author", "Bert")
    assert "ander werkboek" in refused("import", tmp_path / "ander.werkboek", filled_in(form, ANSWERS)).err
    done("publish", project, tmp_path / "boek.pdf")
    assert "geen intakeformulier" in refused("import", project, tmp_path / "boek.pdf").err
    assert "bestaat al" in refused("publish", project, form, "--intake").err
    (tmp_path / "leeg.pdf").write_bytes(b"")
    refused("import", project, tmp_path / "leeg.pdf")
    (tmp_path / "half.pdf").write_bytes(form.read_bytes()[:-100])
    assert "beschadigd" in refused("import", project, tmp_path / "half.pdf").err
    assert done("hash", project).out == before


def test_a_form_of_a_case_comes_back_into_that_case(
    done: Werkboek, project: Path, make: Make, field: Field, tmp_path: Path
) -> None:
    lines = ("De buurt sliep slecht. Het bleef stil.", "- **Niemand** belde 'nog'.", "- Zij ook niet.")
    text = "\n".join(lines)
    case = make("case:new", "title", "De Kolenbuurt, Şahinplein")
    done("set", project, case, "context", text)
    first = make(f"bottleneck:new@{case}", "bottleneck", "Angst.")
    contact = make(f"contact:new@{case}", "name", "Sanne van ’t Hoek")
    form = tmp_path / "intake.pdf"
    done("publish", project, form, "--intake", "--case", case)
    shown = answers(form)
    (context,) = (said for question, said in shown.items() if question.startswith("Aanleiding"))
    assert (shown["Titel"], context, shown["Knelpunt 1"]) == ("De Kolenbuurt, Şahinplein", text, "Angst.")
    assert "Sanne" not in str(shown)
    assert came(done, project, form)["new"] == 0
    filled = filled_in(form, {"Aanleiding": [text.replace("sliep", "sliep jaren")], "Knelpunt": ["Angst.", "Geld."]})
    done("set", project, case, "context", text.replace("Zij ook niet", "Wij wel"))
    report = came(done, project, commented(filled, ("Jan", "Klopt dit?"), ("Els", "Ja."), beside="Aanleiding"))
    assert (report["new"], report["merged"]) == (4, [[case, "context"]])
    assert {field(id_, "field") for id_ in listed(done, project, "comment")} == {"context", None}
    assert field(case, "context") == text.replace("sliep", "sliep jaren").replace("Zij ook niet", "Wij wel")
    (second,) = {*listed(done, project, "bottleneck")} - {first}
    assert field(second, "bottleneck") == "Geld."
    assert len(listed(done, project, "comment")) == 2
    assert listed(done, project, "contact") == [contact]
    assert came(done, project, filled)["new"] == 0


def test_what_is_written_beside_the_contact_is_kept_with_it(
    done: Werkboek, project: Path, form: Path, field: Field
) -> None:
    filled = filled_in(form, {"Titel": ["Wijk"], "Algemeen postvak": ["wijk@haag.example"]})
    came(done, project, commented(filled, ("Marit", "Liever bellen: 06-12345678."), beside="Telefoon"))
    (contact,) = listed(done, project, "contact")
    assert field(contact, "note") == "Marit: Liever bellen: 06-12345678."
    assert listed(done, project, "comment") == []


def test_a_form_can_be_filled_in_by_ear_and_by_keys(form: Path) -> None:
    asked = questions(form)
    assert asked[0] == ""
    assert all(asked[1:])
    assert len(set(asked)) == len(asked)
    with pikepdf.open(form) as pdf:
        assert str(pdf.Root.Lang) == "nl-NL"
        assert {str(page.obj.Tabs) for page in pdf.pages} == {"/R"}
        hidden, title, *rest = fields(pdf)
        assert (int(hidden.F), int(hidden.Ff), int(title.Ff)) == (2, 1, 0)
        assert int(rest[1].Ff) == 1 << 12
        typed = pdf.Root.AcroForm.DR.Font.Typed
        program = typed.FontDescriptor.FontFile2.read_bytes()
        assert program == (FONTS / "SourceSans3-Regular.ttf").read_bytes()
        assert len(typed.Widths) == int(typed.LastChar) - int(typed.FirstChar) + 1
        on_paper = [widget for page in pdf.pages for widget in page.obj.Annots]
        assert [str(each.T) for each in on_paper] == [str(each.T) for each in fields(pdf)]
