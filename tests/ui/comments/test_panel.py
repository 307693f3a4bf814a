"""The panel of comments on a real window."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea

from tests.ui.room import PATIENCE, START, YUSUF, Room
from werkboek_desktop.errors import NotSaved
from werkboek_desktop.ui.comments.choosing import Which
from werkboek_desktop.ui.comments.panel import About, CommentPanel
from werkboek_desktop.ui.forms.editor import ProseEditor
from werkboek_desktop.ui.forms.tables.view import ItemTable
from werkboek_desktop.ui.prose.input import ProseInput
from werkboek_desktop.ui.prose.marks import Layer
from werkboek_desktop.ui.prose.standing import Stand, go_to_sentence, sentence_at
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.marks import MarkLabel
from werkboek_desktop.workspace import Workspace
from werkboek_desktop.workspace.remarking import Begun

STILL = "De straat bleef stil."


def panel(room: Room) -> CommentPanel:
    return room.office.remarks.panel


def text(room: Room) -> ProseInput:
    editor = room.row("summary").editor
    assert isinstance(editor, ProseEditor)
    return editor.input


def marked(room: Room) -> list[str]:
    shown = text(room)
    return [shown.toPlainText()[mark.start : mark.end] for mark in shown.marks(Layer.COMMENT)]


def counts(room: Room) -> list[str]:
    return [each.accessibleName() for each in room.row("summary").heading.findChildren(MarkLabel) if each.isVisible()]


def moved(room: Room, before: str) -> bool:
    return room.office.remarks._at != before


def say(room: Room, words: str) -> None:
    room.qtbot.keyClicks(panel(room).input, words)
    room.qtbot.keyClick(panel(room).input, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    room.settle()


def test_what_is_said_of_a_sentence_is_marked_there_answered_and_closed(room: Room) -> None:
    go_to_sentence(text(room), STILL)
    room.office.remarks.ask()
    assert QApplication.focusWidget() is panel(room).input
    say(room, "Hoe stil?")
    (found,) = room.workspace.discussions(room.case)
    assert (found.now, found.label) == ((STILL,), "In het kort")
    assert panel(room).input.value() == ""
    room.qtbot.waitUntil(lambda: (marked(room), counts(room)) == ([STILL], ["1 opmerking"]), timeout=PATIENCE)
    room.qtbot.waitUntil(lambda: len(panel(room).cards) == 1, timeout=PATIENCE)
    panel(room).cards[0].answer.click()
    say(room, "Heel stil.")
    assert [said.text for said in room.workspace.discussions(room.case)[0].said] == ["Hoe stil?", "Heel stil."]
    room.workspace.close_comment(found.record)
    room.qtbot.waitUntil(lambda: (marked(room), counts(room), panel(room).cards) == ([], [], []), timeout=PATIENCE)


def test_what_was_said_further_down_is_marked_before_anybody_goes_there(room: Room) -> None:
    room.workspace.set_field(room.case, "needs", START)
    editor = room.row("needs").editor
    assert isinstance(editor, ProseEditor)
    room.settle()
    go_to_sentence(editor.input, STILL)
    room.office.remarks.ask()
    say(room, "Hoe stil?")
    room.leave()
    room.restart()

    def told() -> list[str]:
        rows = [each for each in room.page().form.rows() if each.field.key == "needs"]
        return [mark.accessibleName() for each in rows for mark in each.heading.findChildren(MarkLabel)]

    room.qtbot.waitUntil(lambda: told() == ["1 opmerking"], timeout=PATIENCE)


def test_below_the_last_comment_is_nothing_to_scroll_to(room: Room) -> None:
    room.window.resize(1280, 720)
    room.office.remarks.ask()
    for words in ("Hoe stil?", "Hoe laat?", "En de buren?", "Wie deed open?"):
        say(room, words)
    room.qtbot.waitUntil(lambda: len(panel(room).cards) == 4, timeout=PATIENCE)
    (area,) = panel(room).findChildren(QScrollArea)
    last = panel(room).cards[-1]
    room.qtbot.waitUntil(lambda: area.verticalScrollBar().isVisible(), timeout=PATIENCE)
    inner = area.widget()
    assert inner
    below = inner.height() - last.mapTo(inner, last.rect().bottomLeft()).y()
    assert below <= theme().space(20)


def test_what_is_being_written_stays_and_nothing_is_no_comment(room: Room) -> None:
    go_to_sentence(text(room), STILL)
    room.office.remarks.ask()
    panel(room).place()
    assert room.workspace.discussions() == []
    room.qtbot.keyClicks(panel(room).input, "Half")
    room.qtbot.keyClick(panel(room).input, Qt.Key.Key_Escape)
    assert panel(room).isHidden()
    assert QApplication.focusWidget() is text(room)
    room.row("title")
    room.office.remarks.ask()
    assert panel(room).input.value() == "Half"
    say(room, " af.")
    (found,) = room.workspace.discussions()
    assert (found.field, found.found, found.said[0].text) == ("title", None, "Half af.")


def test_half_a_comment_stays_at_its_case_and_survives_the_window(room: Room) -> None:
    other = str(room.workspace.create_record("case", None, {"title": "Zuiderkamp"}).record)
    room.workspace.comment(other, "", "Van mij.")
    go_to_sentence(text(room), STILL)
    room.office.remarks.ask()
    room.qtbot.keyClicks(panel(room).input, "Half")
    room.window.records.show_kind("case", other)
    room.settle()
    assert panel(room).isHidden()
    room.office.remarks.ask()
    room.settle()
    assert (panel(room).record, panel(room).input.value()) == (other, "")
    say(room, "Daar.")
    assert {(each.owner, each.said[0].text) for each in room.workspace.discussions()} == {
        (other, "Van mij."),
        (other, "Daar."),
    }
    room.qtbot.keyClicks(panel(room).input, "Ook half")
    room.restart()
    assert len(room.workspace.discussions()) == 2
    room.row("title")
    room.window.records.show_kind("case", room.case)
    room.office.remarks.show(room.workspace.discussions(other)[0].record)
    room.qtbot.waitUntil(lambda: panel(room).record == other, timeout=PATIENCE)
    assert panel(room).input.value() == "Ook half"
    room.window.records.show_kind("case", room.case)
    room.office.remarks.panel.begin(About(room.case))
    assert panel(room).input.value() == "Half"


def test_while_one_types_it_is_kept_and_what_the_disk_refused_is_tried_again(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object, **_named: object) -> None:
        raise NotSaved(room.file, "disk full")

    room.office.remarks.ask()
    with monkeypatch.context() as trouble:
        trouble.setattr(room.workspace, "keep_comment", full)
        room.qtbot.keyClicks(panel(room).input, "Half")
        panel(room).keep()
        assert "Niet opgeslagen" in room.window.status.saved_text()
    room.office.session.drafts.retry()
    assert "Opgeslagen" in room.window.status.saved_text()
    assert room.workspace.begun_comment(room.case) == Begun(room.case, "Half")
    room.qtbot.keyClicks(panel(room).input, " af")
    with Workspace.open(room.file, room.marit, author="Marit de Wit") as beside:
        room.qtbot.waitUntil(lambda: beside.begun_comment(room.case) == Begun(room.case, "Half af"), timeout=PATIENCE)
    say(room, ".")
    room.office.session.drafts.retry()
    assert room.workspace.begun_comment(room.case) is None


def test_a_cell_of_a_table_is_something_to_say_something_about(room: Room) -> None:
    room.page().reveal(room.measure, "measure")
    room.qtbot.keyClicks(QApplication.focusWidget(), "!")
    room.office.remarks.ask()
    assert room.workspace.record(room.measure).value("measure") == "Sluiting!"
    room.qtbot.keyClicks(panel(room).input, "Half")
    room.qtbot.keyClick(panel(room).input, Qt.Key.Key_Escape)
    assert isinstance(QApplication.focusWidget(), ItemTable)
    room.office.remarks.ask()
    say(room, " of heel?")
    (found,) = room.workspace.discussions()
    assert (found.owner, found.part, found.field, found.said[0].text) == (
        room.case,
        room.measure,
        "measure",
        "Half of heel?",
    )
    room.row("title")
    room.office.remarks.step(1)
    room.qtbot.waitUntil(lambda: bool(panel(room).cards), timeout=PATIENCE)
    room.settle()
    room.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    table = QApplication.focusWidget()
    assert isinstance(table, ItemTable)
    room.qtbot.waitUntil(lambda: table.currentIndex().data() == "Sluiting!, 1 opmerking", timeout=PATIENCE)


def test_a_chapter_is_something_to_say_something_about(room: Room) -> None:
    book = str(room.workspace.workbook())
    chapter = str(room.workspace.create_record("chapter", book, {"title": "Voorwoord", "intro": "Eerst dit."}).record)
    room.window.records.show_kind("chapter", chapter)
    editor = room.row("intro").editor
    assert isinstance(editor, ProseEditor)
    go_to_sentence(editor.input, "Eerst dit.")
    room.office.remarks.ask()
    say(room, "Waarom dit?")
    (found,) = room.workspace.discussions()
    assert (found.owner, found.part, found.field, found.now) == (chapter, chapter, "intro", ("Eerst dit.",))
    room.qtbot.waitUntil(lambda: bool(editor.input.marks(Layer.COMMENT)), timeout=PATIENCE)


def test_looking_at_another_comment_turns_no_answer_into_a_comment(room: Room) -> None:
    asked = str(room.workspace.comment(room.case, "summary", "Hoezo?").record)
    room.workspace.comment(room.case, "title", "Anders?")
    room.office.remarks.show(asked)
    room.qtbot.waitUntil(lambda: len(panel(room).cards) == 2, timeout=PATIENCE)
    next(card for card in panel(room).cards if card.about.record == asked).answer.click()
    room.qtbot.keyClicks(panel(room).input, "Daarom")
    for _comment in range(2):
        before = room.office.remarks._at
        room.office.remarks.step(1)
        room.qtbot.waitUntil(partial(moved, room, before), timeout=PATIENCE)
    say(room, ".")
    answered = {each.record: [said.text for said in each.said] for each in room.workspace.discussions()}
    assert answered[asked] == ["Hoezo?", "Daarom."]
    assert len(answered) == 2


def test_one_sees_what_is_open_what_others_or_oneself_began_or_what_is_done(room: Room) -> None:
    with Workspace.open(room.folder / YUSUF, room.yusuf, author="Yusuf Şahin") as his:
        his.comment(room.case, "summary", "Van hem.")
        his.export(room.folder / "his.wbx")
    room.workspace.import_([room.folder / "his.wbx"])
    room.workspace.comment(room.case, "summary", "Van mij.")
    over = str(room.workspace.comment(room.case, "summary", "Voorbij.").record)
    room.workspace.close_comment(over)
    room.office.remarks.ask()
    room.qtbot.waitUntil(lambda: len(panel(room).cards) == 2, timeout=PATIENCE)
    pills = panel(room).choosing.pills
    assert [pill.text() for pill in pills.values()] == ["Open 2", "Van mij 1", "Van anderen 1", "Klaar 1"]
    for which, said in ((Which.MINE, "Van mij."), (Which.OTHERS, "Van hem."), (Which.DONE, "Voorbij.")):
        pills[which].setFocus()
        room.qtbot.keyClick(pills[which], Qt.Key.Key_Space)
        assert [card.about.said[0].text for card in panel(room).cards] == [said]
        assert [each for each, pill in pills.items() if pill.isChecked()] == [which]
        assert QApplication.focusWidget() is pills[which]


def test_f8_goes_round_the_open_comments_of_this_case_and_then_of_all(room: Room) -> None:
    workspace = room.workspace
    other = str(workspace.create_record("case", None, {"title": "Zuiderkamp"}).record)
    for words in ("stil", "belden"):
        workspace.comment(room.case, "summary", words, workspace.anchor_of(room.case, "summary", words))
    workspace.comment(other, "", "elders")
    said = []
    for by in (1, 1, 1, 1, -1):
        before = room.office.remarks._at
        room.office.remarks.step(by)
        room.qtbot.waitUntil(partial(moved, room, before), timeout=PATIENCE)
        room.settle()
        (card,) = (each for each in panel(room).cards if each.answer is QApplication.focusWidget())
        said.append(card.about.said[0].text)
    assert said == ["belden", "stil", "elders", "belden", "elders"]


def test_esc_goes_to_the_sentence_of_the_comment_that_one_came_to_last(room: Room) -> None:
    workspace = room.workspace
    other = str(workspace.create_record("case", None, {"title": "Zuiderkamp", "context": "Eerst dit. Dan dat."}).record)
    workspace.comment(room.case, "summary", "hier", workspace.anchor_of(room.case, "summary", "stil"))
    workspace.comment(other, "context", "daar", workspace.anchor_of(other, "context", "Dan"))
    for _comment in range(2):
        before = room.office.remarks._at
        room.office.remarks.step(1)
        room.qtbot.waitUntil(partial(moved, room, before), timeout=PATIENCE)
        room.settle()
    room.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    focus = QApplication.focusWidget()
    assert isinstance(focus, ProseInput)
    assert sentence_at(focus) == Stand("Dan dat.")


def test_a_comment_of_vandaag_opens_where_it_is_about(room: Room) -> None:
    asked = str(room.workspace.comment(room.case, "summary", "Hoezo?").record)
    room.office.navigation.go("today")
    room.office.navigation.to_record(asked, "text")
    room.qtbot.waitUntil(lambda: bool(panel(room).cards), timeout=PATIENCE)
    assert panel(room).isVisible()
    assert room.page().record == room.case


def test_the_sentence_of_the_cursor_is_found_also_behind_an_emoji_or_where_it_stands_twice(room: Room) -> None:
    shown = ProseInput()
    room.qtbot.addWidget(shown)
    shown.show_value("👍 Goed zo. Zie bijlage.\n- **Let** op. Zie bijlage.")
    found = []
    for at in (0, 5, 14, 26, 35):
        cursor = shown.textCursor()
        cursor.setPosition(at)
        shown.setTextCursor(cursor)
        found.append(sentence_at(shown))
    twice = "Zie bijlage."
    assert found == [Stand("👍 Goed zo."), Stand("👍 Goed zo."), Stand(twice), Stand("Let op."), Stand(twice, 1)]
    shown.show_value("")
    assert sentence_at(shown) == Stand()


def test_where_nothing_can_be_said_it_says_so(room: Room) -> None:
    room.office.navigation.go("today")
    room.office.remarks.ask()
    assert panel(room).isHidden()
    assert any("opmerken" in each.text() for each in room.window.status.findChildren(QLabel))
