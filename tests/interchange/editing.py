"""Edits of a document outside the program: by python-docx, and by LibreOffice without a screen."""

import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from shutil import which

import pytest
from docx import Document
from docx.document import Document as Docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from tests.interchange.samples import member, with_members
from werkboek_desktop.interchange.docx.names import W15

COMMENTS, MORE_COMMENTS = "word/comments.xml", "word/commentsExtended.xml"
needs_libreoffice = pytest.mark.skipif(
    which("soffice") is None, reason="apt-get install --no-install-recommends libreoffice-writer-nogui"
)


def paragraphs(document: Docx) -> Iterator[Paragraph]:
    """All paragraphs, those in controls and tables too."""
    for element in document.element.body.iter(qn("w:p")):
        yield Paragraph(element, document._body)


def texts(path: Path) -> list[str]:
    """What its paragraphs say, with what stands in controls."""
    found = paragraphs(Document(str(path)))
    return ["".join(str(node.text or "") for node in each._p.iter(qn("w:t"))) for each in found]


def replaced(path: Path, *pairs: tuple[str, str], out: Path | None = None) -> Path:
    """The document with each first text replaced by the second, wherever it stands; saved by python-docx."""
    document = Document(str(path))
    for old, new in pairs:
        nodes = [node for node in document.element.body.iter(qn("w:t")) if node.text and old in node.text]
        nodes = [node for node in nodes if node.text == old] or nodes
        assert len(nodes) == 1, (old, texts(path))
        nodes[0].text = nodes[0].text.replace(old, new)
    saved = out or path.with_name(f"terug-{path.name}")
    document.save(str(saved))
    return saved


def filled_in(path: Path, answers: Mapping[str, Sequence[str]], out: Path | None = None) -> Path:
    """The form with these texts in the fields of these names, in order; saved by python-docx."""
    document = Document(str(path))
    for name, texts_ in answers.items():
        controls = document.element.body.iter(qn("w:sdt"))
        named = [each for each in controls if each.find(f"{qn('w:sdtPr')}/{qn('w:alias')}").get(qn("w:val")) == name]
        assert len(named) >= len(texts_), name
        for text, control in zip(texts_, named, strict=False):
            content = control.find(qn("w:sdtContent"))
            inside = content.find(qn("w:p"))
            run = next(content.iter(qn("w:r")), None)
            if run is None:
                run = OxmlElement("w:r")
                (content if inside is None else inside).append(run)
            Run(run, document._body).text = text
    saved = out or path.with_name(f"ingevuld-{path.name}")
    document.save(str(saved))
    return saved


def remarked(path: Path, word: str, *texts: str) -> None:
    """Jan says these in the margin of the paragraph with a word, with Word's oldest kind of comments."""
    document = Document(str(path))
    runs = next(each for each in paragraphs(document) if word in each.text).runs
    for text in texts:
        document.add_comment(runs, text=text, author="Jan", initials="J")
    document.save(str(path))


def discussed(path: Path, beside: str, *said: tuple[str, str, int | None, bool]) -> Path:
    """The document with comments, as Word writes them: by whom, what, which one it answers, and whether it is done."""
    document = Document(str(path))
    runs = next(each for each in paragraphs(document) if beside in each.text).runs
    for author, text, _answers, _done in said:
        document.add_comment(runs, text=text, author=author)
    out = path.with_name(f"besproken-{path.name}")
    document.save(str(out))
    data = out.read_bytes()
    comments, found = member(data, COMMENTS).decode().split("<w:p>"), list[str]()
    for at, (_author, _text, answers, done) in enumerate(said):
        comments[at] += f'<w:p w14:paraId="{at:08X}">'
        above = "" if answers is None else f' w15:paraIdParent="{answers:08X}"'
        found.append(f'<w15:commentEx w15:paraId="{at:08X}"{above} w15:done="{int(done)}"/>')
    more = f'<w15:commentsEx xmlns:w15="{W15.strip("{}")}">{"".join(found)}</w15:commentsEx>'
    out.write_bytes(with_members(data, {COMMENTS: "".join(comments).encode(), MORE_COMMENTS: more.encode()}))
    return out


def through_libreoffice(path: Path, ending: str) -> Path:
    """The document as LibreOffice saves it."""
    folder = path.parent / f"libreoffice-{ending}"
    profile = f"-env:UserInstallation=file://{path.parent}/profile"
    command = ["soffice", "--headless", profile, "--convert-to", ending, "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return folder / f"{path.stem}.{ending}"
