"""A document is read in a process of its own: the same comes out, and what it does there it does there."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.interchange.editing import discussed
from tests.interchange.samples import document
from werkboek_desktop import apart
from werkboek_desktop.errors import DocumentDamaged, DocumentTooHard
from werkboek_desktop.interchange import DOCUMENT
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


@pytest.mark.parametrize("answer", ["", "[]", "[1, 2, 3, 4, 5]", "{}", "null"])
def test_what_is_no_document_is_none(answer: str, monkeypatch: pytest.MonkeyPatch) -> None:
    code = f"import sys\nfrom werkboek_desktop.apart import send\nsend(sys.stdout.buffer, ('part', {answer!r}))"
    monkeypatch.setattr(apart, "command", lambda *_of: [sys.executable, "-c", code])
    with pytest.raises(DocumentTooHard):
        read_apart(b"")


def test_a_frozen_window_asks_its_command_line() -> None:
    run = [sys.executable, "-c", "from werkboek_desktop.cli import main; main()", DOCUMENT]
    data = document({"context": "Een zin."})
    question = io.BytesIO()
    apart.send(question, data)
    told = io.BytesIO(subprocess.run(run, input=question.getvalue(), capture_output=True, check=True).stdout)
    kind, answer = apart.receive(told)
    assert (kind, json.loads(answer)) == ("part", json.loads(json.dumps(read(data))))
    assert apart.receive(told) == ("done",)
