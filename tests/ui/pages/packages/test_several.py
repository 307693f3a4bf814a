"""Several files at once: each is looked at, all are read in by one press, and what came in stays in the list."""

import shutil
from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from tests.bundle.test_wrapped import mail
from tests.ui.room import START, YUSUF, Room
from werkboek_desktop.ui.lists.line import LINE, Line
from werkboek_desktop.ui.pages.packages.page import PackagesPage
from werkboek_desktop.ui.pages.packages.report import together
from werkboek_desktop.workspace import Workspace


def words(part: QWidget) -> str:
    QApplication.processEvents()
    return " ".join(text.text() for text in part.findChildren(QLabel) if text.isVisible())


def rows(page: PackagesPage) -> list[str]:
    """Each row as a screen reader has it."""
    return [str(page.model.index(at).data()) for at in range(page.model.rowCount())]


def looked_at(room: Room, *paths: Path) -> PackagesPage:
    room.office.navigation.look_at(paths)
    room.settle()
    return room.office.navigation.packages


def pills(page: PackagesPage) -> dict[str, QPushButton]:
    return {each.text(): each for each in page.reader.findChildren(QPushButton) if each.property("kind") == "pill"}


def test_the_same_bundle_under_another_name_says_so_before_anything_is_read_in(room: Room) -> None:
    one = room.from_yusuf(subtitle="Van Yusuf")
    other = Path(shutil.copy(one, room.folder / "pakket (2).wbx"))
    page = looked_at(room, one, other)
    assert "2 nieuw" in rows(page)[0]
    assert rows(page)[1].endswith("zelfde pakket, niets te doen")
    assert not page.received.all_button.isVisible()
    page.rows.setCurrentIndex(page.model.index(1))
    assert "Zelfde pakket, niets te doen · er is niets gewijzigd" in words(page.reader)
    assert not page.read_button.isVisible()


def test_all_that_waits_is_read_in_by_one_press_with_one_report(room: Room) -> None:
    first = room.from_yusuf(subtitle="Van Yusuf")
    second = room.from_yusuf(summary=START.replace("Niemand deed open.", "Eén deur ging open."), costs="92500")
    room.workspace.set_field(room.case, "costs", "85000")
    page = looked_at(room, second, first)
    assert page.received.all_button.text() == "Lees alle 2 in"
    page.received.all_button.setFocus()
    room.qtbot.keyClick(page.received.all_button, Qt.Key.Key_Space)
    room.settle()
    assert room.value("subtitle") == "Van Yusuf"
    assert "Verslag: 4 wijzigingen uit 2 pakketten" in words(page.reader)
    assert "Kosten" in words(page.reader)
    assert not page.received.all_button.isVisible()
    assert page.rows.hasFocus()
    assert "ingelezen om" in rows(page)[0]


def test_what_was_not_read_in_yet_when_somebody_stopped_stands_ready_as_before(room: Room) -> None:
    first = room.from_yusuf(subtitle="Van Yusuf")
    second = room.from_yusuf(costs="92500")
    page = looked_at(room, first, second)
    page.read_all()
    page.progress.stop.emit()
    room.settle()
    assert (room.value("subtitle"), room.value("costs")) == ("Van Yusuf", "78000")
    assert "ingelezen om" in rows(page)[0]
    assert "1 nieuw" in rows(page)[1]
    assert "Gestopt. 1 pakket staat nog klaar om in te lezen." in words(room.window)
    room.qtbot.keyClick(page.received.all_button, Qt.Key.Key_Space)
    room.settle()
    assert room.value("costs") == "92500"


def test_a_report_shows_apart_what_asks_for_somebody(room: Room) -> None:
    bundle = room.from_yusuf(costs="92500", subtitle="Een portiek")
    room.workspace.set_field(room.case, "costs", "85000")
    page = looked_at(room, bundle)
    page.read_in()
    room.settle()
    assert list(pills(page)) == ["Alles", "Twee versies 1", "Gewoon 2"]
    room.qtbot.keyClick(pills(page)["Twee versies 1"], Qt.Key.Key_Space)
    assert "€ 92.500" in words(page.reader)
    assert "zonder meer gewijzigd" not in words(page.reader)
    room.qtbot.keyClick(pills(page)["Gewoon 2"], Qt.Key.Key_Space)
    assert "€ 92.500" not in words(page.reader)
    assert [text for text, pill in pills(page).items() if pill.isChecked()] == ["Gewoon 2"]


def test_several_reports_are_one_and_what_was_settled_on_the_way_asks_for_nothing(room: Room) -> None:
    first = room.from_yusuf(costs="92500", subtitle="Eén")
    room.workspace.set_field(room.case, "costs", "85000")
    (one,) = room.workspace.import_([first]).files
    with Workspace.open(room.folder / YUSUF, room.yusuf, author="Yusuf Şahin") as his:
        out = room.folder / "terug.wbx"
        room.workspace.export(out)
        his.import_([out])
        his.set_field(room.case, "costs", "90000")
        his.set_field(room.case, "subtitle", "Twee")
        his.export(room.folder / "later.wbx")
    (two,) = room.workspace.import_([room.folder / "later.wbx"]).files
    assert one.conflicts
    whole = together([one, two])
    assert whole.conflicts == ()
    assert whole.new == one.new + two.new
    subtitle = next(each for each in whole.changes if each.field == "subtitle")
    assert (subtitle.before, subtitle.after) == (None, "Twee")


def test_a_folder_that_is_dropped_is_all_bundles_in_it(room: Room) -> None:
    folder = room.folder / "post"
    folder.mkdir()
    shutil.copy(room.from_yusuf(subtitle="Een"), folder / "b (1).zip")
    shutil.copy(room.from_yusuf(subtitle="Twee"), folder / "a.wbx")
    (folder / "brief.txt").write_text("Beste Marit")
    room.office.navigation.go("packages")
    page = room.office.navigation.packages
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(folder))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    page.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, buttons, keys))
    room.settle()
    assert [parcel.path.name for parcel in page.model.parcels] == ["a.wbx", "b (1).zip"]


def test_what_came_in_before_stays_in_the_list_with_its_sender_and_number(room: Room) -> None:
    room.workspace.import_([room.from_yusuf(subtitle="Een")])
    room.office.navigation.go("packages")
    room.settle()
    page = room.office.navigation.packages
    assert rows(page)[0] == "Eerder ingelezen, 1 pakket"
    line: Line = page.model.index(1).data(LINE)
    assert (line.title, line.below) == ("Yusuf Şahin", "13 wijzigingen · pakket 1")
    page.rows.setFocus()
    room.qtbot.keyClick(page.rows, Qt.Key.Key_Down)
    assert page.rows.currentIndex().row() == 1  # past the heading
    assert "Pakket 1 van Yusuf Şahin" in words(page.reader)
    room.restart()
    room.office.navigation.go("packages")
    room.settle()
    assert len(rows(room.office.navigation.packages)) == 2


def test_a_bundle_that_was_read_in_just_now_is_not_told_twice(room: Room) -> None:
    page = looked_at(room, room.from_yusuf(subtitle="Een"))
    page.read_in()
    room.settle()
    assert len(rows(page)) == 1


def test_of_two_locked_bundles_with_one_passphrase_it_is_asked_once(room: Room) -> None:
    paths = [room.folder / f"{at}.wbx" for at in range(2)]
    with Workspace.open(room.folder / YUSUF, room.yusuf, author="Yusuf Şahin") as his:
        for path in paths:
            his.create_record("attendee", None, {"first_name": path.stem, "last_name": "Çelik"})
            his.export(path, people=True, passphrase="onderweg")
    page = looked_at(room, *paths)
    assert ["wachtzin nodig" in each for each in rows(page)] == [True, True]
    field = QApplication.focusWidget()
    assert field
    room.qtbot.keyClicks(field, "onderweg")
    room.qtbot.keyClick(field, Qt.Key.Key_Return)
    room.settle()
    assert ["nieuw" in each for each in rows(page)] == [True, True]
    page.read_all()
    room.settle()
    assert {"0 Çelik", "1 Çelik"} <= {row.title for row in room.workspace.rows("attendee")}


def test_of_a_mail_with_several_bundles_each_has_its_own_row(room: Room) -> None:
    bundles = {"een.wbx": room.from_yusuf(subtitle="Een"), "twee.wbx": room.from_yusuf(costs="1")}
    path = room.folder / "mail.eml"
    path.write_bytes(mail({name: each.read_bytes() for name, each in bundles.items()}))
    page = looked_at(room, path)
    assert ["nieuw" in each for each in rows(page)] == [True, True]
    page.read_all()
    room.settle()
    assert (room.value("subtitle"), room.value("costs")) == ("Een", "1")
    assert ["ingelezen om" in each for each in rows(page)[:2]] == [True, True]


def test_one_that_cannot_be_read_does_not_stop_the_others(room: Room) -> None:
    good, bad = room.from_yusuf(subtitle="Een"), room.folder / "kapot.wbx"
    bad.write_bytes(good.read_bytes()[:400])
    third = room.from_yusuf(costs="1")
    page = looked_at(room, good, bad, third)
    page.read_all()
    room.settle()
    assert (room.value("subtitle"), room.value("costs")) == ("Een", "1")
    assert rows(page)[1].endswith("niet te lezen")


def test_a_file_that_one_does_not_want_goes_out_of_the_list_and_stays_on_the_disk(room: Room) -> None:
    bad, good = room.folder / "foto.wbx", room.from_yusuf(subtitle="Een")
    bad.write_bytes(b"JFIF")
    page = looked_at(room, bad, good)
    assert not page.read_button.isVisible()
    room.qtbot.keyClick(page.reader.drop_button, Qt.Key.Key_Space)
    assert [parcel.path for parcel in page.model.parcels] == [good]
    assert page.rows.hasFocus()
    assert bad.exists()
    page.rows.setCurrentIndex(page.model.index(0))
    room.qtbot.keyClick(page.rows, Qt.Key.Key_Delete)
    assert page.model.parcels == []
    assert good.exists()
    assert room.window.rail.buttons["packages"].accessibleName() == "Pakketten"
    assert room.value("subtitle") is None
