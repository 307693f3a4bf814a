"""Writing in the middle of a long text, in our window and in bare Qt: `python -m benchmarks.writing FOLDER`.

Milliseconds from a key until it is painted, in the window's own thread; ours has a mark in every paragraph.
"""

import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextEdit, QWidget

from benchmarks.measure import percentile, report
from benchmarks.projects import app_of
from benchmarks.windows import Seat
from werkboek_desktop.ui.prose.input import ProseInput
from werkboek_desktop.ui.prose.marks import Layer, Mark
from werkboek_desktop.ui.theme.look import wear
from werkboek_desktop.ui.widgets.basic import scrolled
from werkboek_desktop.workspace import Workspace

WORDS = 10_000
PARAGRAPH = "Wij belden aan en er werd opengedaan door iemand die ons niet verwachtte. " * 8
KEYS = "Samen de wijk in, en weer terug naar het begin. " * 8
FIELD = "summary"


def text() -> str:
    """As many words as a whole chapter has."""
    paragraph = PARAGRAPH.strip()
    return "\n".join([paragraph] * (WORDS // len(paragraph.split())))


def main(folder: Path) -> None:
    """Prints the slowest of a hundred keys: bare, our editor alone, in our window; and of a key with the value read."""
    file = folder / "written.werkboek"
    with Workspace.create(file, app_of(folder, "window"), author="Anna") as workspace:
        workspace.create_record("case", None, {"title": "Lang", FIELD: text()})
    seat = Seat(file, folder)
    seat.show(seat.workspace.rows("case")[0].id)
    page = seat.window.records.current_page()
    assert page
    page.reveal(page.record, FIELD)
    row = page.form.row_of(FIELD)
    assert row
    ours = row.editor.focusProxy()
    assert isinstance(ours, ProseInput)
    ours.set_layer(Layer.SPELLING, _marks)
    seat.settle()
    bare = QTextEdit()
    bare.setPlainText(text())
    bare.resize(ours.width(), 600)
    bare.show()
    seat.settle()
    alone = ProseInput()
    alone.show_value(text())
    alone.set_layer(Layer.SPELLING, _marks)
    area = scrolled(alone)
    wear(area)
    area.resize(bare.size())
    area.show()
    fields = {"bare": bare, "alone": alone, "ours": ours}
    figures = {name: list(_write(seat, field)) for name, field in fields.items()}
    read = [seat.stretch(partial(_key_and_value, ours)) for _ in range(50)]
    report(**{name: percentile(each, 0.99) for name, each in figures.items()}, read=percentile(read, 0.99))
    sys.stdout.flush()
    seat.desk.close()


def _marks(words: str) -> list[Mark]:
    middle = len(words) // 2
    return [Mark(0, 3), Mark(middle, middle + 9)]


def _key(field: QWidget, key: str) -> None:
    QTest.keyClicks(field, key)


def _write(seat: Seat, field: QTextEdit) -> Iterator[float]:
    cursor = field.textCursor()
    cursor.setPosition(field.document().characterCount() // 2)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    field.setTextCursor(cursor)
    field.activateWindow()
    field.setFocus()
    field.ensureCursorVisible()
    seat.settle()
    for key in KEYS:
        yield seat.stretch(partial(_key, field, key))


def _key_and_value(field: ProseInput) -> None:
    QTest.keyClicks(field, "x")
    field.value()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
