"""Instellingen: made from the declaration, each change holds at once, what is wrong stands under it."""

import json
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton, QWidget

from tests.ui.dressing import dress
from tests.ui.room import PATIENCE, Room
from werkboek_desktop.settings import SETTINGS
from werkboek_desktop.ui.pages.packages.sending import ExportPage
from werkboek_desktop.ui.pages.setting_row import SettingRow
from werkboek_desktop.ui.pages.settings import SettingsPage
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.theme.tokens import Look, Theme
from werkboek_desktop.ui.widgets.inputs import LineInput


@pytest.fixture(autouse=True)
def plain(qapp: QApplication) -> object:
    yield
    dress(Theme(Look.LIGHT))


def opened(room: Room) -> SettingsPage:
    """The page, in the window as it is now."""
    room.office = room.desk.offices[0]
    room.office.navigation.go("settings")
    page = room.office.navigation.current()
    assert isinstance(page, SettingsPage)
    return page


def named[W: QWidget](page: QWidget, kind: type[W], name: str) -> W:
    return next(each for each in page.findChildren(kind) if name in {each.accessibleName(), each.property("text")})


def typed(room: Room, row: SettingRow, text: str) -> None:
    line = row.findChild(LineInput)
    assert isinstance(line, LineInput)
    line.setFocus()
    line.selectAll()
    room.qtbot.keyClick(line, Qt.Key.Key_Delete)
    room.qtbot.keyClicks(line, text)
    room.qtbot.keyClick(line, Qt.Key.Key_Return)


def test_every_setting_that_is_declared_stands_on_the_page_with_its_help(room: Room) -> None:
    page = opened(room)
    words = {each.text() for each in page.findChildren(QLabel)} | {each.text() for each in page.findChildren(QCheckBox)}
    for entry in SETTINGS:
        assert {entry.group, entry.label, entry.help} <= words


def test_another_theme_by_one_press_and_the_keyboard_stays_on_it(room: Room) -> None:
    page = opened(room)
    pill = named(page, QPushButton, "Weergave: Donker")
    pill.setFocus()
    room.qtbot.keyClick(pill, Qt.Key.Key_Space)
    room.qtbot.waitUntil(lambda: theme().look is Look.DARK, timeout=PATIENCE)
    room.qtbot.waitUntil(lambda: isinstance(room.window.focusWidget(), QPushButton), timeout=PATIENCE)
    focus = room.window.focusWidget()
    assert isinstance(focus, QPushButton)
    assert focus.accessibleName() == "Weergave: Donker"
    assert focus.isChecked()
    assert room.marit.settings().theme == "dark"


def scaled(percent: int) -> bool:
    return theme().scale == percent / 100


def test_text_grows_and_shrinks_by_key(room: Room) -> None:
    for key, percent in (("Plus", 125), ("Plus", 150), ("Minus", 125), ("0", 100), ("Minus", 100)):
        room.qtbot.keyClick(room.window, getattr(Qt.Key, f"Key_{key}"), Qt.KeyboardModifier.ControlModifier)
        room.qtbot.waitUntil(partial(scaled, percent), timeout=PATIENCE)
        assert room.marit.settings().text_percent == percent


def test_name_and_computer_hold_from_here_on(room: Room) -> None:
    page = opened(room)
    typed(room, page.rows["author"], "Marit van Dijk")
    typed(room, page.rows["computer"], "laptop 3")
    settings = room.marit.settings()
    assert (settings.author, settings.computer) == ("Marit van Dijk", "laptop 3")


def test_what_cannot_be_is_said_under_it_and_nothing_changes(room: Room) -> None:
    page = opened(room)
    for key, text in (("mail_limit_mb", "veel"), ("author", " "), ("backup_places", "kopie")):
        before = room.marit.settings()
        typed(room, page.rows[key], text)
        assert "Wat wel kan" in page.rows[key].wrong()
        assert room.marit.settings() == before
    typed(room, page.rows["mail_limit_mb"], "25")
    assert page.rows["mail_limit_mb"].wrong() == ""
    assert room.marit.settings().mail_limit_mb == 25


def test_a_backup_goes_to_the_folders_that_are_there_and_says_which_is_not(room: Room, tmp_path: Path) -> None:
    page = opened(room)
    stick = tmp_path / "stick"
    stick.mkdir()
    for path in (stick, tmp_path / "weg"):
        typed(room, page.rows["backup_places"], str(path))
    page.back_up()
    room.settle()
    said = " ".join(each.text() for each in page.panel.findChildren(QLabel))
    assert str(tmp_path / "weg") in said
    assert "De back-up is wel gemaakt" in said
    assert len(list(stick.rglob("*.werkboek"))) == 1
    named(page, QPushButton, f"{tmp_path / 'weg'} weghalen").click()
    page.back_up()
    room.settle()
    assert "gemaakt en nagekeken" in " ".join(each.text() for each in page.panel.findChildren(QLabel))
    assert room.marit.settings().backup_places == (str(stick),)


def test_what_is_wrong_in_the_file_is_said(room: Room) -> None:
    (room.marit.folder / "settings.json").write_text(json.dumps({"text_percent": 130}))
    page = opened(room)
    assert "‘Tekstgrootte’" in " ".join(each.text() for each in page.panel.findChildren(QLabel))


def test_a_bundle_that_no_mail_takes_is_said(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("werkboek_desktop.workspace.model.Exported.mailed_mb", 12.6)
    room.office.navigation.export()
    page = room.window.findChild(ExportPage)
    assert isinstance(page, ExportPage)
    page.make()
    room.settle()
    said = " ".join(each.text() for each in page.panel.findChildren(QLabel))
    assert "Als bijlage is het 13 MB, de grens van je mail is 10 MB." in said
    assert "stick" in said
