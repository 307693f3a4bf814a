"""The page with two versions side by side."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QLabel

from tests.ui.room import START, YUSUF, Room
from werkboek_desktop.ui.forms.editor import ProseEditor
from werkboek_desktop.ui.forms.picture_look import as_png
from werkboek_desktop.ui.pages.conflict.cards import BeginningCard, ProposalCard, VersionCard
from werkboek_desktop.ui.pages.conflict.page import ConflictPage
from werkboek_desktop.ui.shell.rail import SETTINGS
from werkboek_desktop.ui.widgets.difference import ReadText
from werkboek_desktop.workspace import FromFile, Workspace


def test_ones_own_version_is_the_first_whoever_wrote_last(room: Room) -> None:
    bundle = room.from_yusuf(costs="92500")
    room.workspace.set_field(room.case, "costs", "85000")
    room.workspace.import_([bundle])
    room.settle()
    room.window.resize(1280, 720)
    room.office.settling.choose(room.case, "costs")
    room.settle()
    page = room.office.settling.page
    names = [text for text in page.findChildren(QLabel) if text.text() in {"Marit de Wit (jij)", "Yusuf Şahin"}]
    mine, his = sorted(names, key=lambda text: text.text())
    assert mine.mapTo(page, mine.rect().topLeft()).x() < his.mapTo(page, his.rect().topLeft()).x()
    page.take(1)
    page.use()
    room.settle()
    assert str(room.value("costs")) == "85000"


def disputed(room: Room, mine: str, his: str) -> ConflictPage:
    bundle = room.from_yusuf(summary=his)
    room.workspace.set_field(room.case, "summary", mine)
    room.workspace.import_([bundle])
    room.settle()
    room.window.resize(1280, 720)
    room.office.settling.choose(room.case, "summary")
    room.settle()
    return room.office.settling.page


def words(part: object) -> str:
    assert isinstance(part, BeginningCard | VersionCard | ProposalCard)
    return " ".join([*(text.toPlainText() for text in part.findChildren(ReadText)), *_labels(part)])


def _labels(part: BeginningCard | VersionCard | ProposalCard) -> list[str]:
    return [text.text() for text in part.findChildren(QLabel) if text.isVisible()]


def test_every_version_says_how_far_it_is_from_the_beginning_and_a_proposal_waits_for_a_person(room: Room) -> None:
    mine, his = START.replace("Niemand", "Bijna niemand"), START.replace("deed open", "deed de deur open")
    page = disputed(room, mine, his)
    assert "Niemand deed open." in words(page.findChild(BeginningCard))
    first, second = page.findChildren(VersionCard)
    assert "Eén plek anders dan het beginpunt" in words(first)
    assert "Eén plek anders dan het beginpunt" in words(second)
    proposal = page.findChild(ProposalCard)
    assert proposal
    assert "Bijna niemand deed de deur open." in words(proposal)
    assert "Deze zin schreef niemand zo." in words(proposal)
    assert page._own
    assert "niemand" not in str(page._own.read().value)
    room.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    room.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    room.settle()
    assert room.value("summary") == START.replace("Niemand deed open", "Bijna niemand deed de deur open")
    assert room.workspace.summary().conflicts == ()


def test_of_a_long_text_too_one_sees_first_what_it_is_about_and_the_proposal(room: Room) -> None:
    long = START + "\n\nDe wijkagent en de jongerenwerker vormen het hart. Zij hebben elkaars rooster en nummer." * 4
    room.workspace.set_field(room.case, "summary", long)
    room.workspace.export(room.folder / "lang.wbx")
    room.to_yusuf(room.folder / "lang.wbx")
    page = disputed(room, long.replace("Niemand", "Bijna niemand"), long.replace("deed open", "deed de deur open"))
    proposal = page.findChild(ProposalCard)
    assert proposal
    assert proposal.visibleRegion().boundingRect() == proposal.rect()
    assert proposal.height() < room.window.height() / 3
    title = next(text for text in page.findChildren(QLabel) if text.text() == "In het kort")
    assert title.visibleRegion().boundingRect() == title.rect()
    page.take(1)
    assert page._own
    text = page._own.findChild(ProseEditor)
    assert text
    assert text.input.textCursor().atEnd()


def test_where_people_are_in_each_others_way_there_is_no_proposal(room: Room) -> None:
    page = disputed(room, START.replace("Niemand", "Iemand"), START.replace("Niemand", "Piet"))
    proposal = page.findChild(ProposalCard)
    assert proposal
    assert not proposal.isVisible()
    before = page._own.read() if page._own else None
    page.take(4)
    assert page._own
    assert page._own.read() == before


def test_f6_goes_from_box_to_box_and_alt_with_an_arrow_to_the_next_choice(room: Room) -> None:
    bundle = room.from_yusuf(costs="92500")
    room.workspace.set_field(room.case, "costs", "85000")
    room.workspace.import_([bundle])
    page = disputed(room, START.replace("Niemand", "Bijna niemand"), START.replace("open", "de deur open"))
    passed = []
    for _time in range(3):
        room.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6)
        focus = QApplication.focusWidget()
        passed.append(next((box for box in page.regions() if focus and box.isAncestorOf(focus)), None))
    assert passed == list(page.regions()[2:5])
    page.focus_own()
    places = room.workspace.summary().conflicts
    assert len(places) == 2
    room.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert page.place() == (room.case, "costs")
    room.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert page.place() == (room.case, "summary")


def test_who_comes_back_finds_the_versions_again(room: Room) -> None:
    page = disputed(room, START.replace("Niemand", "Bijna niemand"), START.replace("open", "de deur open"))
    page.take(2)
    room.office.navigation.go(SETTINGS)
    room.settle()
    assert page.findChildren(VersionCard) == []
    room.office.navigation.back()
    room.settle()
    first, second = page.findChildren(VersionCard)
    assert "Bijna niemand" in words(first)
    assert "de deur open" in words(second)
    assert page._own
    assert "de deur open" in str(page._own.read().value)


def test_two_pictures_stand_side_by_side_as_they_look(room: Room) -> None:
    colors = (Qt.GlobalColor.red, Qt.GlobalColor.blue)
    mine, his = (_picture(room.folder, color, side) for color, side in zip(colors, (40, 300), strict=True))
    image = str(room.workspace.create_record("image", room.case, {"caption": "Plein"}).record)
    room.workspace.export(room.folder / "beeld.wbx")
    room.to_yusuf(room.folder / "beeld.wbx")
    with Workspace.open(room.folder / YUSUF, room.yusuf, author="Yusuf Şahin") as yusuf:
        yusuf.set_field(image, "file", FromFile(his))
        yusuf.export(room.folder / "terug.wbx")
    room.workspace.set_field(image, "file", FromFile(mine))
    room.workspace.import_([room.folder / "terug.wbx"])
    room.settle()
    room.office.settling.choose(image, "file")
    room.settle()
    cards = room.office.settling.page.findChildren(VersionCard)
    shown = [card.findChildren(QLabel) for card in cards]
    pictures = [each for labels in shown for each in labels if each.accessibleName().startswith("Beeld van")]
    assert [each.accessibleName() for each in pictures] == ["Beeld van Marit de Wit", "Beeld van Yusuf Şahin"]
    shades = [QColor(each.pixmap().toImage().pixel(5, 5)) for each in pictures]
    assert [shade.red() > shade.blue() for shade in shades] == [True, False]
    assert "300 × 300 punten" in words(cards[1])


def _picture(folder: Path, color: Qt.GlobalColor, side: int) -> Path:
    made = QImage(side, side, QImage.Format.Format_RGB32)
    made.fill(color)
    path = folder / f"{side}.png"
    path.write_bytes(as_png(made))
    return path
