"""A stranger's document is read in a process of its own: what comes out is held against what a document is."""

import json
import sys
from collections.abc import Iterator, Sequence

from werkboek_desktop import apart
from werkboek_desktop.domain.inline import Run
from werkboek_desktop.domain.shown_prose import Line
from werkboek_desktop.errors import DocumentTooHard
from werkboek_desktop.interchange import DOCUMENT, limits
from werkboek_desktop.interchange.document import Document, Paragraph, Remark, Tracked
from werkboek_desktop.interchange.reading import read

TASK = apart.Task(
    DOCUMENT, "werkboek_desktop.interchange.apart", limits.MEMORY, 0, limits.SECONDS, limits.WAIT, DocumentTooHard
)
_READER = apart.Apart(TASK)


def read_apart(data: bytes) -> Document:
    """The text of a document; raises a Refusal. Each has a process of its own: these parsers are large."""
    try:
        (answer,) = list(_READER.ask(data, keep=False))
        return _document(json.loads(answer))
    except (ValueError, TypeError, LookupError, RecursionError) as error:
        raise DocumentTooHard from error


def _answer(data: bytes, _progress: apart.Progress) -> Iterator[str]:
    yield json.dumps(read(data))


def serve() -> None:
    """Reads documents and tells what is in them, or why not."""
    apart.serve(TASK, _answer, sys.stdin.buffer, sys.stdout.buffer)


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
    serve()
