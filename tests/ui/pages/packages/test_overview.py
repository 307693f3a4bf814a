"""What is missing stands on the page of bundles, with the mail that asks for it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from tests.ui.room import PATIENCE, START, YUSUF, Room
from tests.workspace.parts import parted
from werkboek_desktop.ui.widgets.mailing import Mailing
from werkboek_desktop.workspace import Workspace


def words(part: QWidget) -> str:
    return " ".join(text.text() for text in part.findChildren(QLabel) if text.isVisible())


def test_while_nothing_is_missing_the_page_says_how_to_begin(room: Room) -> None:
    room.office.navigation.go("packages")
    room.settle()
    page = room.office.navigation.packages
    assert "Nog niets bekeken" in words(page.overview)
    assert "mist" not in words(page.overview)


def test_what_is_missing_is_told_with_a_mail_that_asks_for_it_until_it_comes(room: Room) -> None:
    with Workspace.open(room.folder / YUSUF, room.yusuf, author="Yusuf Şahin") as his:
        his.set_field(room.case, "summary", f"{START} Toen kwam de gemeente.")
        first = set(his.record(room.case).fields["summary"].heads)
        his.set_field(room.case, "summary", f"{START} Toen kwam de gemeente. En de school.")
        second = set(his.record(room.case).fields["summary"].heads)
        lost = parted(his, room.folder / "3.wbx", lambda change: change.id in first)
        late = parted(his, room.folder / "4.wbx", lambda change: change.id in second)
    room.workspace.import_([late])
    room.settle()
    room.window.status.waiting.emit()
    room.settle()
    page = room.office.navigation.packages
    assert "Er mist nog een pakket van Yusuf Şahin" in words(page.overview)
    assert "Nog niet compleet: ‘De Kolenbuurt’." in words(page.overview)
    ask = next(each for each in page.overview.findChildren(QPushButton) if each.text() == "Vraag erom")
    ask.setFocus()
    ask.click()
    room.settle()
    mailing = page.overview.findChild(Mailing)
    assert mailing
    assert mailing.text.toPlainText().startswith("Hallo Yusuf Şahin,")
    assert QApplication.focusWidget() is mailing.open_button
    room.workspace.import_([lost])
    room.qtbot.waitUntil(lambda: "mist" not in words(page.overview), timeout=PATIENCE)


def test_who_passes_the_list_with_tab_still_sees_what_asks_for_them(room: Room) -> None:
    room.workspace.import_([room.from_yusuf(subtitle="Een")])
    room.office.navigation.go("packages")
    room.settle()
    page = room.office.navigation.packages
    page.rows.setFocus(Qt.FocusReason.TabFocusReason)
    assert page.overview.isVisible()
    assert not page.rows.currentIndex().isValid()
    room.qtbot.keyClick(page.rows, Qt.Key.Key_Down)
    assert page.rows.currentIndex().row() == 1
    assert page.reader.isVisible()
