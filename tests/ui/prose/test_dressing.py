"""The marks of a paragraph while one types in it."""

import pytest
from PySide6.QtGui import QTextBlock, QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.dressing import dress
from tests.ui.watchdog import spend_turn
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


def shown(qtbot: QtBot, words: str) -> tuple[ProseInput, list[str]]:
    """A text on screen, and which of its paragraphs are read for marks."""
    dress(Theme(Look.LIGHT))
    text, read = ProseInput(), list[str]()
    qtbot.addWidget(text)
    text.show_value(words)
    text.show()

    def find(paragraph: str) -> list[Mark]:
        read.append(paragraph)
        return []

    text.set_layer(Layer.SPELLING, find)
    return text, read


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
    text, read = shown(qtbot, "Wij belden aan.\nNiemand deed open.")
    qtbot.waitUntil(lambda: len(read) == 2)
    for position in (QTextCursor.MoveOperation.Start, QTextCursor.MoveOperation.End):
        text.moveCursor(position)
        qtbot.keyClicks(text, "xy")
    qtbot.waitUntil(lambda: {"xyWij belden aan.", "Niemand deed open.xy"} <= set(read))


def test_what_waits_to_be_read_goes_along_with_a_text_that_is_replaced(qtbot: QtBot) -> None:
    """A block would still say that it is one, and lead to memory that was given back."""
    dress(Theme(Look.LIGHT))
    text = ProseInput()
    qtbot.addWidget(text)
    text.show_value("\n".join(f"Regel {number}" for number in range(99)))
    text.show()

    def find(_words: str) -> list[Mark]:
        spend_turn()
        return [Mark(0, 3)]

    text.set_layer(Layer.SPELLING, find)
    made = text._dress()
    for _turn in range(2):
        QApplication.processEvents()  # Qt begins a turn later
    made._dress_some()
    assert made._next
    assert made._next.blockNumber() == 1
    text.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(text, "!!")
    assert [waits.blockNumber() for waits in made._stale] == [98]
    text.show_value("Kort")
    assert not any(isinstance(waits, QTextBlock) for waits in (made._next, *made._stale))
    assert {waits.position() for waits in (made._next, *made._stale)} == {0}
    made._read_again()
    QApplication.processEvents()
    made._dress_some()
    assert text.marks(Layer.SPELLING) == [Mark(0, 3)]


def test_marks_wait_for_a_turn_that_has_room_for_them(qtbot: QtBot) -> None:
    text, read = shown(qtbot, "Wij belden aan.")
    made = text._dress()
    for _turn in range(2):
        QApplication.processEvents()
    spend_turn()
    made._dress_some()
    assert read == []
    qtbot.waitUntil(lambda: read == ["Wij belden aan."])


def test_a_layer_that_changes_has_the_others_read_nothing_again(qtbot: QtBot) -> None:
    dress(Theme(Look.LIGHT))
    text, read = ProseInput(), list[str]()
    qtbot.addWidget(text)
    text.show_value("Wij belden aan.\nNiemand deed open.")

    def find(words: str) -> list[Mark]:
        read.append(words)
        return [Mark(0, 3)]

    def later(words: str) -> list[Mark]:
        read.append(words.upper())
        return [Mark(4, 6)]

    text.set_layer(Layer.LONG, find)
    qtbot.waitUntil(lambda: len(read) == 2)
    text.set_layer(Layer.SPELLING, later)
    qtbot.waitUntil(lambda: len(read) == 4)
    assert read[2:] == ["WIJ BELDEN AAN.", "NIEMAND DEED OPEN."]
    wears = text.document().lastBlock().layout().formats()
    assert [(each.start, each.length) for each in wears] == [(0, 3), (4, 2)]


def test_paragraphs_of_the_same_words_all_wear_their_marks(qtbot: QtBot) -> None:
    dress(Theme(Look.LIGHT))
    text = ProseInput()
    qtbot.addWidget(text)
    text.show_value("Een foout hier.\nNiemand deed open.\nEen foout hier.")
    text.set_layer(Layer.SPELLING, lambda words: [Mark(4, 9)] if "foout" in words else [])

    def worn() -> list[int]:
        blocks = (text.document().findBlockByNumber(at) for at in range(text.document().blockCount()))
        return [len(block.layout().formats()) for block in blocks if "foout" in block.text()]

    qtbot.waitUntil(lambda: worn() == [1, 1])
    text.set_layer(Layer.SPELLING, lambda _words: [])
    qtbot.waitUntil(lambda: worn() == [0, 0])


def test_a_long_text_is_there_at_once_and_gets_its_height_and_marks_after_that(qtbot: QtBot) -> None:
    dress(Theme(Look.LIGHT))
    text, read = ProseInput(), list[str]()
    qtbot.addWidget(text)
    text.show_value("Wij belden aan.")

    def find(words: str) -> list[Mark]:
        read.append(words)
        return []

    text.set_layer(Layer.LONG, find)
    qtbot.waitUntil(lambda: bool(read))
    long = "\n".join(f"{number} Niemand deed open, en de straat bleef stil." for number in range(1_000))
    text.show_value(long)
    assert len(read) == 1
    assert text.value() == long
    qtbot.waitUntil(lambda: text.height() > text.document().size().height())
    qtbot.waitUntil(lambda: len(read) == 1_001)
    qtbot.keyClicks(text, "xy")
    assert text.textCursor().position() == 2
    assert text.value() == f"xy{long}"
