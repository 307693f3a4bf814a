"""The marks of a paragraph while one types in it."""

import pytest
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from tests.ui.dressing import dress
from werkboek_desktop.ui.prose.dressing import Found
from werkboek_desktop.ui.prose.input import ProseInput
from werkboek_desktop.ui.prose.marks import Layer, Mark
from werkboek_desktop.ui.theme.tokens import Look, Theme

OLD = "een twee drie"
MARKS = [(Layer.SPELLING, Mark(0, 3)), (Layer.LONG, Mark(0, 13)), (Layer.SPELLING, Mark(9, 13))]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("een twwee drie", [(0, 3), (0, 14), (10, 14)]),
        ("een te drie", [(0, 3), (0, 11), (7, 11)]),
        ("eeen twee drie", [(0, 4), (0, 14), (10, 14)]),
        ("een twee drie!", [(0, 3), (0, 13), (9, 13)]),
        ("een twee", [(0, 3), (0, 8)]),
    ],
)
def test_marks_move_along_with_their_words(text: str, places: list[tuple[int, int]]) -> None:
    moved = Found(OLD, MARKS).moved(text)
    assert moved is not None
    assert [mark[:2] for _layer, mark in moved] == places


def test_of_another_text_nothing_is_known() -> None:
    assert Found(OLD, MARKS).moved("Heel iets anders stond hier eerst.") is None
    assert Found("", []).moved("een") is None


def test_a_paragraph_is_read_when_one_pauses_and_not_at_each_key(qtbot: QtBot) -> None:
    dress(Theme(Look.LIGHT))
    text, read = ProseInput(), list[str]()
    qtbot.addWidget(text)
    text.show_value("Wij belden aan.")
    text.show()
    text.setFocus()

    def find(words: str) -> list[Mark]:
        read.append(words)
        return [Mark(0, 3)]

    text.set_layer(Layer.SPELLING, find)
    qtbot.waitUntil(lambda: bool(read))
    text.moveCursor(QTextCursor.MoveOperation.End)
    before = len(read)
    qtbot.keyClicks(text, " Nog eens.")
    assert len(read) == before
    qtbot.waitUntil(lambda: read[-1] == "Wij belden aan. Nog eens.")
    assert len(read) == before + 1


def test_who_goes_on_in_another_paragraph_at_once_has_the_first_one_read_too(qtbot: QtBot) -> None:
    dress(Theme(Look.LIGHT))
    text, read = ProseInput(), list[str]()
    qtbot.addWidget(text)
    text.show_value("Wij belden aan.\nNiemand deed open.")
    text.show()

    def find(words: str) -> list[Mark]:
        read.append(words)
        return []

    text.set_layer(Layer.SPELLING, find)
    qtbot.waitUntil(lambda: len(read) == 2)
    for position in (QTextCursor.MoveOperation.Start, QTextCursor.MoveOperation.End):
        text.moveCursor(position)
        qtbot.keyClicks(text, "xy")
    qtbot.waitUntil(lambda: {"xyWij belden aan.", "Niemand deed open.xy"} <= set(read))
