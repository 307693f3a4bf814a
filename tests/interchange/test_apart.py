"""A document is read in a process of its own: the same comes out, and what it does there it does there."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.interchange.editing import discussed
from tests.interchange.samples import document
from werkboek_desktop.errors import DocumentDamaged, DocumentTooHard
from werkboek_desktop.interchange import DOCUMENT, apart
from werkboek_desktop.interchange.apart import read_apart
from werkboek_desktop.interchange.reading import read


def test_the_same_comes_out(tmp_path: Path) -> None:
    path = tmp_path / "casus.docx"
    path.write_bytes(
        document({"context": "Een **vette** zin.\n- Een [link](https://voorbeeld.nl).", "approach": "Later."})
    )
    data = discussed(path, "vette", ("Jan", "Klopt dit?", None, True), ("Els", "Ja.", 0, False)).read_bytes()
    assert read_apart(data) == read(data)


def test_a_refusal_there_is_the_same_here() -> None:
    with pytest.raises(DocumentDamaged) as there:
        read_apart(b"PK\3\4 en verder niets")
    with pytest.raises(DocumentDamaged) as here:
        read(b"PK\3\4 en verder niets")
    assert (there.value.message, there.value.steps) == (here.value.message, here.value.steps)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limits of a process here")
@pytest.mark.parametrize(("does", "ends"), [("pass", False), ("bytes(2 << 30)", True), ("while True: pass", True)])
def test_what_takes_more_than_there_is_ends_there(does: str, ends: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    bound = "from werkboek_desktop.interchange import apart, limits\nlimits.SECONDS = 1\napart.bound()"
    code = f"{bound}\n{does}\nprint('[[], {{}}, {{}}, [], \"\", []]')"
    monkeypatch.setattr(apart, "_program", lambda: [sys.executable, "-c", code])
    if ends:
        with pytest.raises(DocumentTooHard):
            read_apart(b"")
    else:
        assert read_apart(b"").paragraphs == ()


@pytest.mark.parametrize(
    "answer", ["", "[]", "[1, 2, 3, 4, 5]", '{"refused": "SystemExit", "message": "", "steps": []}']
)
def test_what_is_no_document_is_none(answer: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "_program", lambda: [sys.executable, "-c", f"print({answer!r})"])
    with pytest.raises(DocumentTooHard):
        read_apart(b"")


def test_a_frozen_window_asks_its_command_line() -> None:
    run = [sys.executable, "-c", "from werkboek_desktop.cli import main; main()", DOCUMENT]
    data = document({"context": "Een zin."})
    told = subprocess.run(run, input=data, capture_output=True, check=True).stdout
    assert json.loads(told) == json.loads(json.dumps(read(data)))
