"""A stranger's document is read in a process of its own, that has so much memory and time and no more.

What comes out of it is data and nothing else: a parser that was made to do something else does it there, without the
project, and its answer is held against what a document is.
"""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import IO

from werkboek_desktop import errors
from werkboek_desktop.domain.inline import Run
from werkboek_desktop.domain.shown_prose import Line
from werkboek_desktop.errors import DocumentTooHard, Refusal
from werkboek_desktop.interchange import DOCUMENT, limits
from werkboek_desktop.interchange.document import Document, Paragraph, Remark, Tracked
from werkboek_desktop.interchange.reading import read

_REFUSALS = {name: kind for name, kind in vars(errors).items() if isinstance(kind, type) and issubclass(kind, Refusal)}


def read_apart(data: bytes) -> Document:
    """The text of a document; raises a Refusal."""
    try:
        done = subprocess.run(  # noqa: S603 - this program itself
            _program(),
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=limits.WAIT,
            check=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        answer = json.loads(done.stdout)
        if isinstance(answer, dict):
            raise _refusal(answer)
        return _document(answer)
    except (subprocess.SubprocessError, OSError, ValueError, TypeError, KeyError, RecursionError) as error:
        raise DocumentTooHard from error


def _program() -> list[str]:
    if getattr(sys, "frozen", False):
        return [str(Path(sys.executable).with_name(f"werkboek{Path(sys.executable).suffix}")), DOCUMENT]
    return [sys.executable, "-P", "-m", "werkboek_desktop.interchange.apart"]


def serve(question: IO[bytes], answer: IO[str]) -> None:
    """Reads one document and tells what is in it, or why not."""
    data = question.read()
    bound()
    try:
        found: object = read(data)
    except Refusal as refusal:
        found = {"refused": type(refusal).__name__, "message": refusal.message, "steps": refusal.steps}
    json.dump(found, answer)


def bound() -> None:
    """From here on this process has no more memory and time; Windows only has the time that somebody waits."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (limits.MEMORY, limits.MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (limits.SECONDS, limits.SECONDS))


def _refusal(answer: dict[str, object]) -> Refusal:
    """The same refusal as there."""
    kind = _REFUSALS[str(answer["refused"])]
    made = kind.__new__(kind)
    Refusal.__init__(made, str(answer["message"]), *map(str, _list(answer["steps"])))
    return made


def _document(answer: Sequence[object]) -> Document:
    paragraphs, properties, remarks, tracked, title, left_out = answer
    return Document(
        tuple(map(_paragraph, _list(paragraphs))),
        {name: str(value) for name, value in _table(properties).items()},
        {id_: _remark(*_list(each)) for id_, each in _table(remarks).items()},
        tuple(_tracked(*_list(each)) for each in _list(tracked)),
        str(title),
        tuple(map(str, _list(left_out))),
    )


def _paragraph(answer: object) -> Paragraph:
    line, style, level, tag, marks, cell, remarks = _list(answer)
    marker, depth, runs = _list(line)
    return Paragraph(
        Line(str(marker), _int(depth), tuple(_run(*_list(each)) for each in _list(runs))),
        str(style),
        _int(level),
        str(tag),
        tuple(map(str, _list(marks))),
        _int(cell),
        tuple((str(id_), _int(at)) for id_, at in map(_list, _list(remarks))),
    )


def _run(text: object, bold: object, italic: object, link: object) -> Run:
    return Run(str(text), bool(bold), bool(italic), str(link))


def _remark(author: object, text: object, answers: object, is_done: object) -> Remark:
    return Remark(str(author), str(text), str(answers), is_done=bool(is_done))


def _tracked(author: object, text: object, is_deleted: object) -> Tracked:
    return Tracked(str(author), str(text), is_deleted=bool(is_deleted))


def _table(answer: object) -> dict[str, object]:
    if not isinstance(answer, dict):
        raise TypeError
    return answer


def _list(answer: object) -> list[object]:
    if not isinstance(answer, list):
        raise TypeError
    return answer


def _int(answer: object) -> int:
    if not isinstance(answer, int):
        raise TypeError
    return answer


if __name__ == "__main__":
    serve(sys.stdin.buffer, sys.stdout)
