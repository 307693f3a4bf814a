"""Pasting in a text, at the real widget."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from pytestqt.qtbot import QtBot

from tests.ui.room import PATIENCE
from werkboek_desktop.domain.pasting.cleaning import clean
from werkboek_desktop.ui.prose.input import ProseInput
from werkboek_desktop.ui.prose.pasting import NO_RULE, Passage

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
PDF = 'De  maatschap-\npelijke "opgave"\nvan de wijk'


class Place:
    """A text, and what was said of what was pasted in it."""

    def __init__(self, qtbot: QtBot) -> None:
        self.text = ProseInput()
        self.said: list[Passage] = []
        self.refused: list[Exception] = []
        self.clean_already = 0
        self.text.pasting.cleaned.connect(self.said.append)
        self.text.pasting.refused.connect(self.refused.append)
        self.text.pasting.clean_already.connect(self._count)
        qtbot.addWidget(self.text)
        self.text.show()
        self.text.setFocus()

    def _count(self) -> None:
        self.clean_already += 1

    def paste(self, text: str = "", html: str = "") -> None:
        data = QMimeData()
        if text:
            data.setText(text)
        if html:
            data.setHtml(html)
        self.text.insertFromMimeData(data)

    def at(self, place: int) -> None:
        cursor = self.text.textCursor()
        cursor.setPosition(place)
        self.text.setTextCursor(cursor)


@pytest.fixture
def place(qtbot: QtBot) -> Place:
    return Place(qtbot)


def test_a_key_pastes_cleaned_and_says_what_was_done(place: Place, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText(PDF)
    qtbot.keyClick(place.text, Qt.Key.Key_V, CTRL)
    assert place.text.value() == "De maatschappelijke “opgave”\nvan de wijk"
    assert [each.said() for each in place.said] == ["1 afbreekstreepje weg, 1 dubbele spatie weg, 2 aanhalingstekens"]


def test_another_key_pastes_the_bare_words(place: Place, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setText(PDF)
    data.setHtml("<h1>Kop</h1>")
    QGuiApplication.clipboard().setMimeData(data)
    qtbot.keyClick(place.text, Qt.Key.Key_V, CTRL | SHIFT)
    assert place.text.value() == PDF
    assert [each.said() for each in place.said] == [""]


def test_a_shape_comes_along(place: Place) -> None:
    place.paste("Kop een", "<h2>Kop</h2><ul><li><b>een</b></ul>")
    assert place.text.value() == "## Kop\n- **een**"


def test_a_passage_can_be_had_otherwise_amid_what_stands_round_it(place: Place) -> None:
    place.text.show_value("Voor.\nMidden na.\nAchter.")
    place.at(13)
    place.paste('nog  een\n"twee"\n- drie')
    before = place.text.value()
    passage = place.said[0]
    place.text.textCursor().insertText(" erbij")
    passage.put(clean(passage.source.text, without=NO_RULE))
    assert '"twee"' in place.text.value()
    assert "nog  een" in place.text.value()
    assert place.text.value().endswith("erbijna.\nAchter.")
    passage.put(clean(passage.source.text))
    assert place.text.value() == before.replace("- drie", "- drie erbij")


def test_undo_takes_a_paste_back_at_once_and_a_choice_too(place: Place) -> None:
    place.text.show_value("Voor.")
    place.text.moveCursor(QTextCursor.MoveOperation.End)
    place.paste(" Nog  een.\nTwee.")
    pasted = place.text.value()
    place.said[0].put(clean(place.said[0].source.text, without=NO_RULE))
    place.text.undo()
    assert place.text.value() == pasted
    place.text.undo()
    assert place.text.value() == "Voor."


def test_a_passage_survives_that_the_same_text_is_shown_again(place: Place) -> None:
    place.paste("Nog  een.\nTwee.")
    place.text.show_value(place.text.value())
    assert place.said[0].is_there()
    place.text.show_value("Iets anders.")
    assert not place.said[0].is_there()


def test_five_megabytes_are_refused_and_nothing_is_pasted(place: Place, qtbot: QtBot) -> None:
    place.text.show_value("Voor.")
    place.paste("a" * 5_000_000)
    qtbot.waitUntil(lambda: bool(place.refused), timeout=PATIENCE)
    assert place.text.value() == "Voor."


def test_a_long_text_is_cleaned_beside_the_window_and_stands_where_one_pasted(place: Place, qtbot: QtBot) -> None:
    place.text.show_value("Voor.\nAchter.")
    place.at(5)
    place.paste("\n" + "De  wijk.\n" * 3_000)
    assert place.text.value() == "Voor.\nAchter."
    place.text.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(place.text, "!")
    qtbot.waitUntil(lambda: bool(place.said), timeout=PATIENCE)
    assert place.text.value() == "Voor." + "\nDe wijk." * 3_000 + "\nAchter.!"


def test_what_is_still_being_cleaned_never_comes_in_another_text(place: Place, qtbot: QtBot) -> None:
    place.paste("De  wijk.\n" * 3_000)
    place.text.show_value("Een andere tekst.")
    jobs = place.text.pasting._jobs
    assert jobs
    qtbot.waitUntil(lambda: not jobs.busy(), timeout=PATIENCE)
    assert place.text.value() == "Een andere tekst."
    assert not place.said


def test_what_stands_there_is_cleaned_or_only_what_is_chosen(place: Place) -> None:
    place.text.show_value('Een  "zin".\nNog  een.')
    place.text.moveCursor(QTextCursor.MoveOperation.Start)
    assert place.text.find("Nog  een")
    place.text.pasting.clean()
    assert place.text.value() == 'Een  "zin".\nNog een.'
    place.text.moveCursor(QTextCursor.MoveOperation.Start)
    place.text.pasting.clean()
    assert place.text.value() == "Een “zin”.\nNog een."
    place.text.pasting.clean()
    assert place.clean_already == 1
    assert len(place.said) == 2
