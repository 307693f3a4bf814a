"""PDFs that mean harm, are broken or are something else: a refusal, soon, and never an older version of the answers."""

import re
import zlib
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String

from tests.interchange.pdf_forms import added_to, commented, edited, fields, filled_in
from tests.interchange.samples import CASE, PROJECT
from tests.publish.samples import FONTS
from werkboek_desktop.errors import (
    DocumentTooHard,
    DocumentTooLarge,
    FormDamaged,
    FormLocked,
    NoForm,
    Refusal,
)
from werkboek_desktop.interchange import limits
from werkboek_desktop.interchange.apart import read_apart
from werkboek_desktop.interchange.document import Document
from werkboek_desktop.interchange.origin import Made, Origin, box_of, checksum, from_properties, property_of, tag_of
from werkboek_desktop.interchange.reading import read
from werkboek_desktop.publish.blocks import Answer, Answers, Asked, Heading, Kept, Opening, Printed, plain
from werkboek_desktop.publish.pdf import write_pdf

TITLE, TEXT = tag_of(CASE, "title"), tag_of(CASE, "context")
ORIGIN = Origin(PROJECT, CASE, 1, {tag: Made((), checksum(())) for tag in (TITLE, TEXT)}, {CASE: "case"})

NO_FORM = pytest.mark.filterwarnings("ignore:.*not reachable from /AcroForm")


@pytest.fixture(scope="module")
def form(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small form: a title, and a text with letters that few faces have."""
    path = tmp_path_factory.mktemp("formulier") / "formulier.pdf"
    name, text = property_of(ORIGIN)
    blocks = (
        Opening("Proef", Heading(1, plain("Intake"), "a")),
        Kept(box_of(name), text),
        Answers((), ((Answer(box_of(TITLE), "Titel", "Samen"),),)),
        Asked(plain("Wat speelde er?"), Answer(box_of(TEXT), "Aanleiding", "Şahin IJ “zei”.\n- Een **item**.", 8)),
    )
    assert write_pdf(path, Printed("Intake", "", "", "Intake", date(2026, 11, 25), blocks, ()), FONTS) == ()
    return path


def said(document: Document) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for paragraph in document.paragraphs:
        if paragraph.tag:
            found.setdefault(paragraph.tag, []).append(f"{paragraph.line.marker} {paragraph.text}".strip())
    return found


def value_of(path: Path) -> list[str]:
    return said(read(path.read_bytes()))[TEXT]


@NO_FORM
def test_what_stands_in_it_comes_out_whoever_saved_it(form: Path, tmp_path: Path) -> None:
    document = read(form.read_bytes())
    assert said(document) == {TITLE: ["Samen"], TEXT: ["Şahin IJ “zei”.", "- Een item."]}
    assert from_properties(document.properties) == ORIGIN
    assert read_apart(form.read_bytes()) == document
    for text, lines in (
        ("Ğ\r- é\r\n  - ï", ["Ğ", "- é", "- ï"]),
        ('de beleids-\nmedewerker zei "ja"', ["de beleidsmedewerker zei “ja”"]),
        ("", [""]),
    ):
        assert value_of(filled_in(form, {"Aanleiding": [text]}, tmp_path / "uit.pdf")) == lines

    def as_stream(pdf_: Pdf) -> None:
        fields(pdf_)[2].V = pdf_.make_stream("\ufeffeen stroom: €".encode("utf-16-be"))

    def nested(pdf_: Pdf) -> None:
        field = fields(pdf_)[2]
        above = pdf_.make_indirect(Dictionary(FT=Name.Tx, V=String("van boven"), Ff=1 << 12, T=field.T))
        above.Kids = Array([pdf_.make_indirect(Dictionary(Parent=above, Subtype=Name.Widget))])
        pdf_.Root.AcroForm.Fields = Array([*fields(pdf_)[:2], above])

    assert value_of(edited(form, as_stream, tmp_path / "stroom.pdf")) == ["een stroom: €"]
    assert value_of(edited(form, nested, tmp_path / "genest.pdf")) == ["van boven"]
    remarks = read(commented(form, ("Jan", "Klopt dit?"), ("Els", "Ja."), beside="Aanleiding").read_bytes()).remarks
    (first, question), (_second, answer) = remarks.items()
    assert (question.author, question.text, answer.text, answer.answers) == ("Jan", "Klopt dit?", "Ja.", first)


def test_the_last_save_counts_or_the_file_is_refused(form: Path) -> None:
    old = form.read_bytes()
    new = added_to(added_to(old, "Aanleiding", "Eerst."), "Aanleiding", "Daarna.")
    assert said(read(new))[TEXT] == ["Daarna."]
    for cut in [*range(len(old) + 7, len(new) - 1, 31), len(new) - 2, len(old) - 3, len(old) // 2, 9]:
        if not new[:cut].rstrip().endswith(b"%%EOF"):
            with pytest.raises(FormDamaged):
                read(new[:cut])
    at = new.rindex(b"startxref") + 10
    for offset in (b"0", b"17", b"9" * 12, b"-5", b"x"):
        with pytest.raises(Refusal):
            read(new[:at] + offset + b"\n%%EOF\n")
    assert said(read(new + b"\r\n\0")) == said(read(new))


def test_a_flipped_byte_never_ends_the_program(form: Path) -> None:
    data = form.read_bytes()
    places = [found.start() + 3 for found in re.finditer(rb"obj|/Kids|/Fields|xref|trailer|/Root|/V ", data)][::3]
    assert len(places) > 15
    for at in places:
        try:
            read(data[:at] + bytes([data[at] ^ 0x15]) + data[at + 1 :])
        except Refusal:
            continue


def gone(pdf_: Pdf) -> None:
    del pdf_.Root["/AcroForm"]


def other(pdf_: Pdf) -> None:
    pdf_.Root.AcroForm.Fields = Array([fields(pdf_)[1]])


def lacking(pdf_: Pdf) -> None:
    pdf_.Root.AcroForm.Fields = Array(fields(pdf_)[:2])


def damaged(pdf_: Pdf) -> None:
    fields(pdf_)[0].V = String("eJw=")


def unreadable(pdf_: Pdf) -> None:
    fields(pdf_)[2].V = Array([String("Niet niets.")])


def counted(pdf_: Pdf) -> None:
    fields(pdf_)[2].V = 7


def listless(pdf_: Pdf) -> None:
    pdf_.Root.AcroForm.Fields = String("x")


def circle(pdf_: Pdf) -> None:
    field = fields(pdf_)[1]
    below = pdf_.make_indirect(Dictionary(T=String("x"), Kids=Array([field])))
    field.Kids = Array([below])


def deep(pdf_: Pdf) -> None:
    field = pdf_.make_indirect(Dictionary(T=String("x")))
    for _each in range(limits.FIELDS + 1):
        field = pdf_.make_indirect(Dictionary(T=String("x"), Kids=Array([field])))
    fields(pdf_)[1].Kids = Array([field])


def pages_in_a_circle(pdf_: Pdf) -> None:
    pdf_.Root.Extra = pdf_.make_indirect(Dictionary(Kids=Array()))
    pdf_.Root.Extra.Kids.append(pdf_.Root.Extra)
    pdf_.Root.Pages = pdf_.Root.Extra


def xfa(pdf_: Pdf) -> None:
    pdf_.Root.AcroForm.XFA = pdf_.make_stream(b"<xdp/>")


def bomb(pdf_: Pdf) -> None:
    packed = zlib.compress(bytes(4 * limits.PART), 9)
    fields(pdf_)[2].V = pdf_.make_stream(packed, Filter=Name.FlateDecode)


def remarked(pdf_: Pdf) -> None:
    note = Dictionary(Subtype=Name.Text, Contents=String("x"))
    pdf_.pages[0].obj.Annots = Array([note] * (limits.REMARKS + 1))


@NO_FORM
@pytest.mark.parametrize(
    ("edit", "refusal"),
    [
        (gone, NoForm),
        (other, NoForm),
        (lacking, FormDamaged),
        (damaged, NoForm),
        (unreadable, FormDamaged),
        (counted, FormDamaged),
        (listless, NoForm),
        (circle, FormDamaged),
        (deep, DocumentTooLarge),
        (pages_in_a_circle, FormDamaged),
        (xfa, FormDamaged),
        (bomb, DocumentTooHard),
        (remarked, DocumentTooLarge),
    ],
)
def test_what_is_no_form_of_ours_is_refused(
    edit: Callable[[Pdf], None], refusal: type[Refusal], form: Path, tmp_path: Path
) -> None:
    out = tmp_path / "uit.pdf"
    with pikepdf.open(form) as pdf_:
        edit(pdf_)
        pdf_.save(out, stream_decode_level=pikepdf.StreamDecodeLevel.none, compress_streams=False)
    with pytest.raises(refusal):
        read(out.read_bytes())


def test_what_is_locked_is_said_to_be(form: Path, tmp_path: Path) -> None:
    for locked in (
        pikepdf.Encryption(owner="x", user="open", R=3, aes=False, metadata=False),
        pikepdf.Encryption(owner="x", R=4),
        pikepdf.Encryption(owner="x", user="open", R=6),
        pikepdf.Encryption(owner="x", R=6),
    ):
        with pikepdf.open(form) as pdf_:
            pdf_.save(tmp_path / "slot.pdf", encryption=locked)
        with pytest.raises(FormLocked):
            read((tmp_path / "slot.pdf").read_bytes())


def test_programs_in_it_are_left_alone(form: Path) -> None:
    def programmed(pdf_: Pdf) -> None:
        action = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
        pdf_.Root.OpenAction = action
        fields(pdf_)[1].AA = Dictionary(K=action)

    assert said(read(edited(form, programmed).read_bytes())) == said(read(form.read_bytes()))


@pytest.mark.parametrize(
    "rect",
    [
        Array([Name.x, 0, 20, String("b")]),
        Array([None, None, None, None]),
        Array([0, 1, 2]),
        Array([Array(), Dictionary(), True, 4]),
        String("0 0 20 20"),
        9,
    ],
)
def test_where_something_stands_may_be_nonsense_and_all_words_are_there(
    form: Path, tmp_path: Path, rect: object
) -> None:
    path = commented(form, ("Jan", "Klopt dit?"), beside="Aanleiding")

    def moved(pdf_: Pdf) -> None:
        for page in pdf_.pages:
            for each in page.obj.Annots:
                each.Rect = rect

    document = read(edited(path, moved, tmp_path / "uit.pdf").read_bytes())
    assert said(document)[TITLE][0] == "Samen"
    assert "".join(said(document)[TEXT]) == "Şahin IJ “zei”.- Een item."
    assert [remark.text for remark in document.remarks.values()] == ["Klopt dit?"]


def test_what_a_comment_is_may_be_nonsense_too(form: Path, tmp_path: Path) -> None:
    path = commented(form, ("Jan", "Klopt dit?"), beside="Aanleiding")

    def odd(pdf_: Pdf) -> None:
        next(each for each in pdf_.pages[0].obj.Annots if "/Contents" in each).Subtype = Array()

    (remark,) = read(edited(path, odd, tmp_path / "uit.pdf").read_bytes()).remarks.values()
    assert remark.text == "Klopt dit?"


def test_more_than_a_form_has_is_refused(form: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = form.read_bytes()
    objects = len(set(re.findall(rb"\n(\d+) 0 obj", data)))
    for limit, most in (("OBJECTS", objects), ("UPDATES", 1), ("FIELDS", 3)):
        monkeypatch.setattr(limits, limit, most)
        read(data)
        monkeypatch.setattr(limits, limit, most - 1)
        with pytest.raises(DocumentTooLarge):
            read(data)
        monkeypatch.undo()


def test_a_table_that_claims_more_than_there_is_is_refused(form: Path) -> None:
    data = form.read_bytes()
    start, size = re.findall(rb"xref\n(\d+) (\d+)", data)[-1]
    for claim in (b"999999999", b"9" * 40, b"-1"):
        with pytest.raises(Refusal):
            read(data.replace(b"xref\n%s %s" % (start, size), b"xref\n%s %s" % (start, claim)))
    lying = re.sub(rb"(?<=/Length )\d+", lambda length: b"9" * len(length[0]), data)
    assert said(read(lying)) == said(read(data))
