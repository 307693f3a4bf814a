"""The page with two versions side by side."""

from PySide6.QtWidgets import QLabel

from tests.ui.room import Room


def test_ones_own_version_is_the_first_whoever_wrote_last(room: Room) -> None:
    bundle = room.from_yusuf(costs="92500")
    room.workspace.set_field(room.case, "costs", "85000")
    room.workspace.import_([bundle])
    room.settle()
    room.window.resize(1280, 720)
    room.office.navigation.choose(room.case, "costs")
    room.settle()
    page = room.office.navigation.conflict
    names = [text for text in page.findChildren(QLabel) if text.text() in {"Marit de Wit (jij)", "Yusuf Şahin"}]
    mine, his = sorted(names, key=lambda text: text.text())
    assert mine.mapTo(page, mine.rect().topLeft()).x() < his.mapTo(page, his.rect().topLeft()).x()
    page.take(1)
    page.use()
    room.settle()
    assert str(room.value("costs")) == "85000"
