"""A file is read beside the window: whoever goes on meanwhile finds it where it was chosen, and nowhere else."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from shiboken6 import isValid

from tests.ui.room import PATIENCE, Room
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.values import Value
from werkboek_desktop.ui.forms.field_row import FieldRow
from werkboek_desktop.ui.forms.files import AttachmentEditor
from werkboek_desktop.ui.forms.items import ItemList
from werkboek_desktop.ui.notice import Notice


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    made = tmp_path / "foto.png"
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkGreen)
    image.save(str(made))
    return made


def images(room: Room) -> ItemList:
    room.page().reveal(room.page().record, "image")
    return next(found for found in room.page().form.findChildren(ItemList) if found.kind.key == "image")


def begun(room: Room, caption: str) -> RecordId:
    room.workspace.create_record("image", room.case, {"caption": caption})
    return room.workspace.owned(room.case, "image")[-1].id


def open_item(room: Room, record: RecordId) -> AttachmentEditor:
    found = images(room)
    found.open(found.model.row_of(record))
    return next(each for each in found.findChildren(AttachmentEditor) if each.isVisible())


def file_of(room: Room, record: RecordId) -> Value:
    return room.workspace.record(record).value("file")


@contextmanager
def busy(room: Room) -> Iterator[None]:
    """What is read beside the window in the block is there after it."""
    ready = Event()
    room.desk.session.beside.do(ready.wait, lambda _done: None)
    try:
        yield
    finally:
        ready.set()
    room.qtbot.waitUntil(lambda: not room.desk.session.beside.busy(), timeout=PATIENCE)
    room.settle()


def test_a_file_never_lands_in_the_item_that_one_went_on_to(room: Room, photo: Path) -> None:
    here, there = begun(room, "Hier"), begun(room, "Daar")
    room.settle()
    editor = open_item(room, here)
    with busy(room):
        editor.choose(photo)
        assert open_item(room, there) is editor
    assert file_of(room, there) is None
    assert file_of(room, here)
    assert editor.read().value is None


def test_a_file_is_in_its_item_when_the_window_got_another_look_meanwhile(room: Room, photo: Path) -> None:
    here = begun(room, "Hier")
    room.settle()
    with busy(room):
        editor = open_item(room, here)
        editor.choose(photo)
        room.desk.session.put_setting("theme", "dark")
        room.qtbot.waitUntil(lambda: not isValid(editor), timeout=PATIENCE)
    assert file_of(room, here)


def new_item(room: Room) -> tuple[ItemList, AttachmentEditor]:
    found = images(room)
    found.add()
    return found, next(each for each in found.findChildren(AttachmentEditor) if each.isVisible())


def test_who_writes_on_in_an_item_to_be_finds_the_file_in_it(room: Room, photo: Path) -> None:
    found, editor = new_item(room)
    with busy(room):
        editor.choose(photo)
        rights = found.more.row_of("rights")
        assert isinstance(rights, FieldRow)
        room.qtbot.keyClicks(rights.editor.focusProxy() or rights.editor, "Zelf gemaakt")
    (made,) = room.workspace.owned(room.case, "image")
    assert made.value("file")


def test_a_file_for_an_item_to_be_comes_in_the_fields_that_were_made_for_a_narrower_window(
    room: Room, photo: Path
) -> None:
    room.window.resize(1600, 900)
    found, _editor = new_item(room)
    room.settle()
    editor = next(each for each in found.findChildren(AttachmentEditor) if each.isVisible())
    with busy(room):
        editor.choose(photo)
        room.window.resize(900, 700)
        room.qtbot.waitUntil(lambda: not isValid(editor), timeout=PATIENCE)
    (made,) = room.workspace.owned(room.case, "image")
    assert made.value("file")


def test_a_file_for_an_item_to_be_never_makes_one_in_another_case_and_that_is_said(room: Room, photo: Path) -> None:
    room.workspace.create_record("case", None, {"title": "Elders"})
    other = next(row.id for row in room.workspace.rows("case") if row.title == "Elders")
    told = list[Notice]()
    room.desk.session.told.connect(told.append)
    found, editor = new_item(room)
    with busy(room):
        editor.choose(photo)
        room.office.navigation.to_record(other)
        room.qtbot.waitUntil(lambda: room.page().record == other, timeout=PATIENCE)
        assert images(room) is found
        found.add()
    assert [room.workspace.owned(case, "image") for case in (room.case, other)] == [[], []]
    assert [each.text.partition(":")[0] for each in told] == ["Er is geen bestand toegevoegd"]


def test_what_is_wrong_with_a_file_is_not_said_of_another(room: Room, tmp_path: Path) -> None:
    broken = tmp_path / "foto.jpg"
    broken.write_bytes(b"\xff\xd8\xff\xe0 kapot")
    here, there = begun(room, "Hier"), begun(room, "Daar")
    room.settle()
    told = list[object]()
    room.desk.session.refused.connect(told.append)
    with busy(room):
        open_item(room, here).choose(broken)
        editor = open_item(room, there)
    assert len(told) == 1
    assert editor.read().advice == ""
