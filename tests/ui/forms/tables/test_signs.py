"""In a table that nobody writes in one sees where something was said, and which words are misspelled."""

from PySide6.QtWidgets import QApplication

from tests.ui.forms.tables.writing import Table
from tests.ui.room import PATIENCE, Room
from werkboek_desktop.ui.forms.tables.delegate import laid_out
from werkboek_desktop.ui.prose.marks import Layer, Mark
from werkboek_desktop.ui.theme.look import theme

BAD = "Sluitingg met geduld"


def underlined(text: str, *marks: Mark) -> list[str]:
    """The words that wear a mark, as the cell lays them out."""
    layout = laid_out(text, theme().font("body"), 90, [(Layer.SPELLING, mark) for mark in marks])
    signs = layout.text().encode("utf-16-le")
    found = (signs[2 * each.start : 2 * (each.start + each.length)].decode("utf-16-le") for each in layout.formats())
    return [words.replace("\u200b", "") for words in found]


def test_a_mark_is_at_its_words_also_behind_an_address_and_an_emoji(qapp: QApplication) -> None:
    text = "😀 https://monitor.example/kolenbuurt foutt"
    assert underlined(text, Mark(text.index("foutt"), len(text))) == ["foutt"]


def test_a_cell_says_how_many_comments_it_has_and_the_first_one_also_those_of_no_cell(room: Room) -> None:
    table = Table(room, "measure")

    def said() -> list[str]:
        return [table.items.model.cell(0, at).words for at in range(2)]

    before = said()
    note = str(room.workspace.comment(room.measure, "measure", "Welke?").record)
    room.qtbot.waitUntil(lambda: said()[0] == f"{before[0]}, 1 opmerking", timeout=PATIENCE)
    room.workspace.comment(room.measure, "", "Hoort dit hier?")
    room.qtbot.waitUntil(lambda: said() == [f"{before[0]}, 2 opmerkingen", before[1]], timeout=PATIENCE)
    assert "2 opmerkingen" in str(table.spoken(0, 0))
    room.workspace.close_comment(note)
    room.qtbot.waitUntil(lambda: said()[0] == f"{before[0]}, 1 opmerking", timeout=PATIENCE)


def test_a_word_that_is_misspelled_is_marked_in_a_cell_that_is_closed(room: Room) -> None:
    table = Table(room, "measure")
    room.workspace.set_field(room.measure, "measure", BAD)
    room.settle()
    cell = table.items.model.cell(0, 0)
    assert (cell.text, cell.checked) == (BAD, True)
    marks = table.items.table.look.marks
    room.qtbot.waitUntil(lambda: marks.find(BAD) == [(Layer.SPELLING, Mark(0, 9))], timeout=PATIENCE)
    assert not table.items.table.isPersistentEditorOpen(table.items.model.index(0, 0))
    room.desk.session.put_setting("spelling", False)
    assert marks.find(BAD) == []
