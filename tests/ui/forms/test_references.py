"""References: found while one types, told apart, made on the spot, opened."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QToolButton

from tests.ui.forms.conftest import Lay
from tests.ui.forms.paper import Paper


def person(paper: Paper, name: str, organisation: str = "") -> str:
    fields = {"name": name} | ({"organisation": organisation} if organisation else {})
    return str(paper.workspace.create_record("person", None, fields).record)


def offered(paper: Paper, field: str) -> list[str]:
    paper.wait(lambda: not paper.session.beside.busy())
    QApplication.processEvents()
    line = paper.row(field).editor.focusProxy()
    assert isinstance(line, QLineEdit)
    model = line.completer().model()
    return [str(model.index(at, 0).data()) for at in range(model.rowCount())]


def choose(paper: Paper, at: int) -> None:
    popup = QApplication.activePopupWidget()
    assert popup
    for _step in range(at + 1):
        paper.press(popup, Qt.Key.Key_Down)
    paper.press(popup, Qt.Key.Key_Return)
    QApplication.processEvents()
    QApplication.processEvents()


def test_a_person_is_chosen_from_a_few_letters_and_namesakes_are_told_apart(lay: Lay) -> None:
    paper = lay("case", "written_by")
    person(paper, "Piet Jansen", "Gemeente Utrecht")
    theirs = person(paper, "Piet Jansen", "Politie")
    paper.type("written_by", "jan")
    there = offered(paper, "written_by")
    assert sorted(there[:2]) == ["Piet Jansen · Gemeente Utrecht", "Piet Jansen · Politie"]
    choose(paper, there.index("Piet Jansen · Politie"))
    paper.leave()
    assert paper.value("written_by") == theirs
    line = paper.row("written_by").editor.focusProxy()
    assert isinstance(line, QLineEdit)
    assert line.text() == "Piet Jansen"


def test_down_shows_who_there_is_before_anything_was_typed(lay: Lay) -> None:
    paper = lay("case", "written_by")
    person(paper, "Anna")
    line = paper.enter("written_by")
    paper.press(line, Qt.Key.Key_Down)
    assert "Anna" in offered(paper, "written_by")
    assert not [text for text in offered(paper, "written_by") if text.startswith("nieuw")]


def test_somebody_new_is_made_and_referred_to_in_one_step(lay: Lay) -> None:
    paper = lay("case", "written_by")
    paper.type("written_by", "Piet Jansen")
    assert offered(paper, "written_by")[-1] == "Nieuw: ‘Piet Jansen’"
    steps = len(paper.workspace.steps.done)
    choose(paper, len(offered(paper, "written_by")) - 1)
    paper.leave()
    made = str(paper.value("written_by"))
    assert paper.workspace.title(made) == "Piet Jansen"
    assert paper.workspace.record(made).key.kind == "person"
    assert len(paper.workspace.steps.done) == steps + 1
    paper.workspace.undo()
    assert paper.value("written_by") is None
    assert "Piet Jansen" not in [row.title for row in paper.workspace.rows("person")]


def test_a_name_that_is_not_there_stays_and_making_it_is_offered(lay: Lay) -> None:
    paper = lay("case", "written_by")
    line = paper.type("written_by", "Piet Jansen")
    paper.leave()
    assert "staat er nog niet tussen" in paper.said("written_by")
    paper.show(paper.other)
    paper.show(paper.record)
    assert isinstance(line, QLineEdit)
    assert line.text() == "Piet Jansen"
    assert paper.value("written_by") is None
    paper.accept("written_by")
    assert paper.workspace.title(str(paper.value("written_by"))) == "Piet Jansen"
    assert paper.said("written_by") == ""


def test_a_whole_name_needs_no_choosing(lay: Lay) -> None:
    paper = lay("case", "written_by")
    theirs = person(paper, "Fatıma El Idrissi")
    paper.type("written_by", "fatima el idrissi")
    paper.leave()
    paper.wait(lambda: paper.value("written_by") == theirs)  # the names may be read anew just now


def test_clearing_the_line_clears_the_reference(lay: Lay) -> None:
    paper = lay("case", "written_by")
    paper.workspace.edit(paper.record, "written_by", person(paper, "Anna"), ())
    paper.show(paper.record)
    line = paper.enter("written_by")
    paper.press(line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    paper.press(line, Qt.Key.Key_Backspace)
    paper.leave()
    assert paper.value("written_by") is None


def test_what_can_only_be_chosen_is_never_made(lay: Lay) -> None:
    paper = lay("case", "signup")
    paper.type("signup", "Utrecht")
    paper.leave()
    saying = paper.saying("signup")
    assert "Kies uit de lijst" in saying.words()
    assert paper.workspace.rows("signup") == []


def test_who_was_deleted_is_shown_so_and_stays(lay: Lay) -> None:
    paper = lay("case", "written_by")
    anna = person(paper, "Anna")
    paper.workspace.edit(paper.record, "written_by", anna, ())
    paper.workspace.delete(anna)
    paper.show(paper.other)
    paper.show(paper.record)
    line = paper.enter("written_by")
    assert isinstance(line, QLineEdit)
    assert line.text() == "Anna (verwijderd)"
    paper.leave()
    assert paper.value("written_by") == anna


def test_it_is_opened_by_its_button_and_by_ctrl_and_a_click(lay: Lay) -> None:
    paper = lay("case", "written_by")
    anna = person(paper, "Anna")
    paper.workspace.edit(paper.record, "written_by", anna, ())
    paper.show(paper.record)
    asked: list[tuple[str, str]] = []
    paper.grid.choose.connect(lambda record, field: asked.append((record, field)))
    tool = paper.row("written_by").findChild(QToolButton)
    assert tool
    assert tool.accessibleName() == "Geschreven door: openen"
    paper.qtbot.mouseClick(tool, Qt.MouseButton.LeftButton)
    line = paper.enter("written_by")
    paper.qtbot.mouseClick(line, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier)
    assert asked == [(anna, ""), (anna, "")]


def test_a_set_of_records_is_chips_that_only_take_what_there_is(lay: Lay) -> None:
    paper = lay("chapter", "photos")
    case = paper.workspace.create_record("case", None, {"title": "De Kolenbuurt"}).record
    image = str(paper.workspace.create_record("image", case, {"caption": "Het portiek"}).record)
    line = paper.enter("photos")
    paper.qtbot.keyClicks(line, "Het portiek,Het plein,")
    assert isinstance(line, QLineEdit)
    paper.wait(lambda: line.text() == "Het plein")
    paper.leave()
    assert paper.value("photos") == (image,)


def test_who_was_typed_before_the_names_were_read_is_found_when_they_are(lay: Lay) -> None:
    paper = lay("case", "written_by")
    theirs = person(paper, "Fatıma El Idrissi")
    editor = paper.row("written_by").editor
    editor.setFocus(Qt.FocusReason.TabFocusReason)
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    paper.qtbot.keyClicks(line, "fatima el")
    assert line.completer() is None  # nothing was read in the thread of the window
    assert "nog opgezocht" in editor.read().advice
    paper.wait(lambda: line.completer() is not None)
    assert offered(paper, "written_by") == ["Fatıma El Idrissi", "Nieuw: ‘fatima el’"]
    paper.press(line, Qt.Key.Key_Escape)
    paper.workspace.create_record("person", None, {"name": "Anna"})  # what was read counts no more
    paper.qtbot.keyClicks(line, " idrissi")
    paper.leave()
    paper.wait(lambda: paper.value("written_by") == theirs)
