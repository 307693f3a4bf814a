"""Edits of a form in PDF outside the program: by pikepdf, and by hand as PDF readers that only add to the end."""

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String


def questions(path: Path) -> list[str]:
    """What a screen reader says of its fields, in order; of the hidden one nothing."""
    with pikepdf.open(path) as pdf:
        return [str(field.get("/TU", "")) for field in fields(pdf)]


def answers(path: Path) -> dict[str, str]:
    """What stands in them."""
    with pikepdf.open(path) as pdf:
        return {str(field.get("/TU", "")): str(field.get("/V", "")) for field in fields(pdf)}


def fields(pdf: Pdf) -> list[Object]:
    return list(pdf.Root.AcroForm.Fields)


def named(pdf: Pdf, question: str) -> list[Object]:
    found = [field for field in fields(pdf) if str(field.get("/TU", "")).startswith(question)]
    assert found, question
    return found


def edited(path: Path, edit: Callable[[Pdf], None], out: Path | None = None) -> Path:
    """The form after an edit, saved anew by pikepdf, with its objects packed."""
    saved = out or path.with_name(f"bewerkt-{path.name}")
    with pikepdf.open(path) as pdf:
        edit(pdf)
        pdf.save(saved, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return saved


def filled_in(path: Path, texts: Mapping[str, Sequence[str]], out: Path | None = None) -> Path:
    """The form with these texts in the fields whose questions begin so, in order."""

    def fill(pdf: Pdf) -> None:
        for question, given in texts.items():
            for text, field in zip(given, named(pdf, question), strict=False):
                field.V = String(text)

    return edited(path, fill, out or path.with_name(f"ingevuld-{path.name}"))


def added_to(data: bytes, question: str, text: str) -> bytes:
    """The same with another text in a field, added behind what was there, which stays."""
    asked = question.encode("latin-1")
    number, body = next(
        (number, body)
        for number, body in re.findall(rb"\n(\d+) 0 obj\n(.*?)endobj", data, re.DOTALL)
        if b"/TU (" + asked in body
    )
    value = "".join(f"{unit:04x}" for unit in memoryview(text.encode("utf-16-be")).cast("B"))
    assert value
    written = b"<feff" + text.encode("utf-16-be").hex().encode() + b">"
    new = re.sub(rb"/V \((?:[^\\)]|\\.)*\) ?", b"", body, flags=re.DOTALL).replace(b"<<", b"<< /V " + written + b" ", 1)
    before = int(re.findall(rb"startxref\s+(\d+)", data)[-1])
    root = re.findall(rb"/Root (\d+ \d+ R)", data)[-1]
    size = re.findall(rb"/Size (\d+)", data)[-1]
    at = len(data) + 1
    object_ = b"\n" + number + b" 0 obj\n" + new + b"endobj\n"
    table = b"xref\n" + number + b" 1\n" + b"%010d 00000 n \n" % at
    trailer: bytes = b"trailer\n<< /Size " + size + b" /Root " + root + b" /Prev %d >>\n" % before
    added: bytes = object_ + table + trailer
    return data + added + b"startxref\n%d\n%%%%EOF\n" % (len(data) + len(object_))


def commented(path: Path, *said: tuple[str, str], beside: str) -> Path:
    """The form with comments beside a field, by whom and what; each answers the one before it."""

    def comment(pdf: Pdf) -> None:
        box = named(pdf, beside)[0]
        (page,) = [page for page in pdf.pages if any(each.T == box.T for each in page.obj.Annots if "/T" in each)]
        notes = page.obj.Annots
        last: Object | None = None
        for author, text in said:
            note = Dictionary(
                Type=Name.Annot,
                Subtype=Name.Text,
                Rect=Array([0, box.Rect[1], 20, box.Rect[3]]),
                T=String(author),
                Contents=String(text),
            )
            if last is not None:
                note.IRT = last
            last = pdf.make_indirect(note)
            notes.append(last)

    return edited(path, comment, path.with_name(f"besproken-{path.name}"))
