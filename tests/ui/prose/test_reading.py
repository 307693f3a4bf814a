"""A long text is read again only where something changed, and says the same as if all of it were read."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from werkboek_desktop.domain.shown_prose import ShownProse
from werkboek_desktop.ui.prose import shaping
from werkboek_desktop.ui.prose.document import lines_of
from werkboek_desktop.ui.prose.input import ProseInput
from werkboek_desktop.ui.prose.marks import Layer, Mark
from werkboek_desktop.ui.prose.reading import ReadLines

ACTS: dict[str, Callable[[ProseInput], object]] = {
    "letter": lambda text: text.insertPlainText("x"),
    "lines": lambda text: text.insertPlainText("een\ntwee\n"),
    "enter": lambda text: text.textCursor().insertBlock(),
    "gone": lambda text: text.textCursor().deletePreviousChar(),
    "cut": lambda text: text.textCursor().removeSelectedText(),
    "pasted": lambda text: text.insert_lines(ShownProse("- a\n**b** c\n## d").lines),
    "replaced": lambda text: text.replace("een\n1. twee"),
    "bold": shaping.bold,
    "heading": lambda text: shaping.make("##", text),
    "list": lambda text: shaping.make("-", text),
    "deeper": lambda text: shaping.nest(1, text),
    "undo": ProseInput.undo,
    "redo": ProseInput.redo,
    "marked": lambda text: text.set_layer(Layer.FOUND, lambda _paragraph: [Mark(0, 1)]),
    "shown": lambda text: text.show_value("> q\n- a\n  - b\nc"),
}
STEPS = st.lists(st.tuples(st.sampled_from(sorted(ACTS)), st.integers(0, 60), st.integers(0, 60)), max_size=12)


@given(STEPS)
def test_what_is_known_of_a_text_is_what_stands_there(qapp: QApplication, steps: list[tuple[str, int, int]]) -> None:
    text = ProseInput()
    known = ReadLines(text.document())
    text.show_value("## kop\neen **twee** drie\n- vier\n- vijf\n  - zes\nzeven")
    for act, start, end in steps:
        last = text.document().characterCount() - 1
        cursor = text.textCursor()
        cursor.setPosition(min(start, last))
        cursor.setPosition(min(end, last), QTextCursor.MoveMode.KeepAnchor)
        text.setTextCursor(cursor)
        ACTS[act](text)
        assert known.lines() == list(lines_of(text.document()))


def test_marks_are_nothing_that_was_written(qtbot: QtBot) -> None:
    text = ProseInput()
    qtbot.addWidget(text)
    text.show_value("Een zin.\n## Kop")
    heard: list[None] = []
    text.written.connect(lambda: heard.append(None))
    text.set_layer(Layer.SPELLING, lambda _paragraph: [Mark(0, 3)])
    qtbot.wait(50)
    assert heard == []
    qtbot.keyClicks(text, "x")
    assert heard == [None]
