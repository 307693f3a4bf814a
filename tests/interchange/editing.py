"""Edits of a document outside the program: by python-docx, and by LibreOffice without a screen."""

import subprocess
from collections.abc import Iterator
from pathlib import Path
from shutil import which

import pytest
from docx import Document
from docx.document import Document as Docx
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

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


def through_libreoffice(path: Path, ending: str) -> Path:
    """The document as LibreOffice saves it."""
    folder = path.parent / f"libreoffice-{ending}"
    profile = f"-env:UserInstallation=file://{path.parent}/profile"
    command = ["soffice", "--headless", profile, "--convert-to", ending, "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return folder / f"{path.stem}.{ending}"
