"""Sets: chips by keyboard, pasted lists, five hundred of them, and check-lists."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QCheckBox, QListView, QWidget

from tests.ui.forms.conftest import Lay
from tests.ui.forms.paper import Paper
from werkboek_desktop.ui.forms.sets import ChipsEditor
from werkboek_desktop.ui.forms.vocabulary import SUGGESTIONS
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.chips import FOLD


def chips(paper: Paper, field: str) -> ChipsEditor:
    editor = paper.row(field).editor
    assert isinstance(editor, ChipsEditor)
    return editor


def paste(paper: Paper, at: QWidget, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    paper.press(at, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def test_enter_and_a_comma_make_a_chip_each(lay: Lay) -> None:
    paper = lay("case", "municipalities")
    line = paper.enter("municipalities")
    paper.qtbot.keyClicks(line, "Den Haag,Den Bosch")
    paper.press(line, Qt.Key.Key_Return)
    paper.qtbot.keyClicks(line, "sudwest fryslan")
    assert chips(paper, "municipalities").labels() == ["'s-Gravenhage", "'s-Hertogenbosch"]
    paper.leave()
    assert paper.value("municipalities") == ("GM0518", "GM0796", "GM1900")
    assert len(paper.workspace.history(paper.record, "municipalities")) == 1


def test_a_name_is_completed_from_a_few_letters_of_any_of_its_names(lay: Lay) -> None:
    paper = lay("case", "municipalities")
    line = paper.enter("municipalities")
    paper.qtbot.keyClicks(line, "den ha")
    popup = QApplication.activePopupWidget()
    assert popup
    paper.press(popup, Qt.Key.Key_Down)
    paper.press(popup, Qt.Key.Key_Return)
    paper.wait(lambda: bool(chips(paper, "municipalities").labels()))
    paper.leave()
    assert paper.value("municipalities") == ("GM0518",)


def test_a_few_suggestions_are_all_in_sight(lay: Lay) -> None:
    paper = lay("case", "municipalities")
    line = paper.enter("municipalities")
    paper.qtbot.keyClicks(line, "zuid")
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QListView)
    assert 1 < popup.model().rowCount() < SUGGESTIONS
    assert popup.verticalScrollBar().maximum() == 0
    paper.press(popup, Qt.Key.Key_Escape)


def test_the_suggestions_are_read_on_a_ground_of_their_own_and_go_with_enter(lay: Lay) -> None:
    paper = lay("case", "municipalities")
    line = paper.enter("municipalities")
    paper.qtbot.keyClicks(line, "den haag")
    popup = QApplication.activePopupWidget()
    assert popup
    image = popup.grab().toImage()
    assert image.pixelColor(image.width() - 8, image.height() // 2) == theme().color("surface")
    paper.press(popup, Qt.Key.Key_Return)
    assert chips(paper, "municipalities").labels() == ["'s-Gravenhage"]
    assert QApplication.activePopupWidget() is None


def test_a_pasted_list_becomes_chips_and_a_name_with_commas_one(lay: Lay) -> None:
    paper = lay("case", "municipalities")
    line = paper.enter("municipalities")
    paste(paper, line, "Utrecht\nNuenen, Gerwen en Nederwetten; Meerdrecht, Gouda")
    assert sorted(chips(paper, "municipalities").labels()) == [
        "Gouda",
        "Meerdrecht",
        "Nuenen, Gerwen en Nederwetten",
        "Utrecht",
    ]
    paper.leave()
    assert paper.value("municipalities") == ("GM0344", "GM0513", "GM0820", "Meerdrecht")


def test_a_name_with_commas_is_typed_as_one_and_a_comma_after_part_of_it_parts_still(lay: Lay) -> None:
    paper = lay("case", "municipalities")
    line = paper.enter("municipalities")
    paper.qtbot.keyClicks(line, "Nuenen, Gerwen en Nederwetten")
    paper.press(line, Qt.Key.Key_Return)
    assert chips(paper, "municipalities").labels() == ["Nuenen, Gerwen en Nederwetten"]
    paper.press(line, Qt.Key.Key_Backspace)
    paper.qtbot.keyClicks(line, "Nuenen, Gouda")
    paper.press(line, Qt.Key.Key_Return)
    assert chips(paper, "municipalities").labels() == ["Gouda", "Nuenen, Gerwen en Nederwetten"]


def test_backspace_takes_the_last_back_and_it_can_be_put_back(lay: Lay) -> None:
    paper = lay("masterclass", "facilitators")
    line = paper.enter("facilitators")
    paper.qtbot.keyClicks(line, "Marit,Yusuf,")
    paper.press(line, Qt.Key.Key_Backspace)
    assert chips(paper, "facilitators").labels() == ["Marit"]
    assert paper.said("facilitators") == "‘Yusuf’ is weggehaald."
    paper.leave()
    assert paper.value("facilitators") == ("Marit",)
    paper.accept("facilitators")
    assert paper.value("facilitators") == ("Marit", "Yusuf")
    assert paper.said("facilitators") == ""


def test_arrows_walk_over_the_chips_and_delete_takes_one_out(lay: Lay) -> None:
    paper = lay("masterclass", "facilitators")
    line = paper.enter("facilitators")
    paper.qtbot.keyClicks(line, "Anna,Marit,Yusuf,")
    paper.press(line, Qt.Key.Key_Left)
    box = QApplication.focusWidget()
    assert box is chips(paper, "facilitators").chips
    assert "Yusuf, 3 van 3" in box.accessibleName()
    paper.press(box, Qt.Key.Key_Left)
    assert "Marit, 2 van 3" in box.accessibleName()
    paper.press(box, Qt.Key.Key_Delete)
    assert chips(paper, "facilitators").labels() == ["Anna", "Yusuf"]
    paper.press(box, Qt.Key.Key_Right)
    assert QApplication.focusWidget() is line
    paper.leave()
    assert paper.value("facilitators") == ("Anna", "Yusuf")


def test_what_was_typed_and_not_entered_is_added_on_leaving(lay: Lay) -> None:
    paper = lay("masterclass", "facilitators")
    line = paper.enter("facilitators")
    paper.qtbot.keyClicks(line, "Marit")
    paper.leave()
    assert paper.value("facilitators") == ("Marit",)


def test_going_to_the_chips_and_on_by_tab_ends_the_visit(lay: Lay) -> None:
    paper = lay("masterclass", "facilitators")
    line = paper.enter("facilitators")
    paper.qtbot.keyClicks(line, "Marit,Yusuf,")
    paper.press(line, Qt.Key.Key_Left)
    box = QApplication.focusWidget()
    assert box
    paper.press(box, Qt.Key.Key_Delete)
    paper.leave()
    assert paper.value("facilitators") == ("Marit",)


def test_five_hundred_chips_are_folded_and_all_there(lay: Lay) -> None:
    paper = lay("masterclass", "facilitators")
    names = [f"Persoon {number:03}" for number in range(500)]
    line = paper.enter("facilitators")
    paste(paper, line, "; ".join(names))
    editor = chips(paper, "facilitators")
    assert editor.labels() == names
    folded = editor.chips.heightForWidth(640)
    editor.chips.go_to(FOLD)
    assert "toon alle 500" in editor.chips.accessibleName()
    editor.chips.setFocus()
    paper.press(editor.chips, Qt.Key.Key_Return)
    assert editor.chips.heightForWidth(640) > 5 * folded
    paper.press(editor.chips, Qt.Key.Key_End)
    assert "Persoon 499, 500 van 500" in editor.chips.accessibleName()
    paper.press(editor.chips, Qt.Key.Key_Delete)
    paper.leave()
    assert paper.value("facilitators") == tuple(names[:-1])


def test_a_former_municipality_stays_a_chip_until_somebody_takes_the_new_one(lay: Lay) -> None:
    paper = lay("case", "municipalities")
    line = paper.enter("municipalities")
    paper.qtbot.keyClicks(line, "Uden")
    QApplication.processEvents()  # its list is there before it goes: this platform activates windows late
    paper.qtbot.keyClicks(line, ",")
    assert paper.said("municipalities") == "Uden hoort sinds 2022 bij Maashorst."
    paper.leave()
    assert paper.value("municipalities") == ("Uden",)
    paper.accept("municipalities")
    assert paper.value("municipalities") == ("GM1991",)


def boxes(paper: Paper) -> list[QCheckBox]:
    return paper.row("domains").editor.findChildren(QCheckBox)


def test_a_check_list_is_ticked_by_keyboard_and_left_by_one_tab(lay: Lay) -> None:
    paper = lay("case", "domains")
    first = paper.enter("domains")
    paper.press(first, Qt.Key.Key_Space)
    paper.press(first, Qt.Key.Key_Down)
    second = QApplication.focusWidget()
    assert second is boxes(paper)[1]
    paper.press(second, Qt.Key.Key_Space)
    paper.press(second, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is paper.elsewhere
    assert paper.value("domains") == ("sociaal", "veiligheid")
    assert len(paper.workspace.history(paper.record, "domains")) == 1


@pytest.mark.parametrize("known", [(), ("sociaal",)])
def test_an_element_of_a_newer_program_is_shown_raw_and_kept(lay: Lay, known: tuple[str, ...]) -> None:
    paper = lay("case", "domains")
    paper.workspace.edit(paper.record, "domains", tuple(sorted((*known, "ruimtevaart"))), ())
    paper.show(paper.record)
    assert [box.text() for box in boxes(paper) if box.isChecked()][-1] == "ruimtevaart"
    first = paper.enter("domains")
    paper.press(first, Qt.Key.Key_Space)
    paper.leave()
    assert paper.value("domains") == tuple(sorted((*known, "ruimtevaart", "veiligheid")))
    paper.show(paper.other)
    assert "ruimtevaart" not in [box.text() for box in boxes(paper) if box.isVisible()]


def test_of_a_municipality_that_was_divided_it_is_said_among_which(lay: Lay) -> None:
    paper = lay("case", "municipalities")
    line = paper.enter("municipalities")
    paper.qtbot.keyClicks(line, "Haaren")
    QApplication.processEvents()  # its list is there before it goes: this platform activates windows late
    paper.press(line, Qt.Key.Key_Return)
    assert paper.said("municipalities") == "Haaren is sinds 2021 verdeeld over Boxtel, Oisterwijk, Tilburg en Vught."
    paper.leave()
    assert paper.value("municipalities") == ("Haaren",)
