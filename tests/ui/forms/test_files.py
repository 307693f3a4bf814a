"""Files and pictures: chosen, dropped, pasted, cropped, blurred, and refused with a sentence."""

from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QColor, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.forms.conftest import Lay
from tests.ui.forms.paper import Paper
from tests.ui.room import PATIENCE, START, Room
from tests.ui.shell.test_notices import is_wholly_in_sight
from werkboek_desktop.ui.forms.files import AttachmentEditor
from werkboek_desktop.ui.forms.picture_panel import PicturePanel
from werkboek_desktop.ui.forms.picture_stage import PictureStage
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.workspace.pictures import prepare


def photo(folder: Path, width: int = 400, height: int = 300, name: str = "foto.png") -> Path:
    path = folder / name
    half = Image.new("RGB", (width, height), "white")
    half.paste("black", (0, 0, width // 2, height))
    half.save(path)
    return path


def editor(paper: Paper) -> AttachmentEditor:
    found = paper.row("file").editor
    assert isinstance(found, AttachmentEditor)
    return found


def stored(paper: Paper) -> Image.Image:
    content = paper.workspace.attachment(str(paper.value("file")))
    assert content
    return Image.open(BytesIO(content))


def buttons(paper: Paper) -> dict[str, QPushButton]:
    return {each.text(): each for each in editor(paper).findChildren(QPushButton) if each.isVisible()}


def take(paper: Paper, path: Path) -> None:
    before = paper.value("file")
    editor(paper).choose(path)
    paper.wait(lambda: paper.value("file") != before)
    paper.wait(lambda: "Bijsnijden" in buttons(paper))


def panel(paper: Paper, button: str) -> PictureStage:
    buttons(paper)[button].click()
    paper.wait(lambda: editor(paper).findChild(PicturePanel) is not None)
    stage = editor(paper).findChild(PictureStage)
    assert stage
    paper.wait(stage.hasFocus)
    return stage


def test_a_picture_is_taken_in_and_shown_with_its_size(lay: Lay, tmp_path: Path) -> None:
    paper = lay("image", "file")
    take(paper, photo(tmp_path))
    assert any(label.text().startswith("400 × 300 pixels · ") for label in editor(paper).findChildren(QLabel))


def test_a_picture_is_cropped_by_keyboard(lay: Lay, tmp_path: Path) -> None:
    paper = lay("image", "file")
    take(paper, photo(tmp_path))
    before = paper.value("file")
    stage = panel(paper, "Bijsnijden")
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    for _step in range(2):
        paper.press(stage, Qt.Key.Key_Left, control)
        paper.press(stage, Qt.Key.Key_Up, control)
    for _step in range(6):
        paper.press(stage, Qt.Key.Key_Left, control | shift)
    assert "van 0 tot 50 procent opzij" in stage.accessibleName()
    buttons(paper)["Snijd bij"].click()
    paper.wait(lambda: paper.value("file") != before)
    assert stored(paper).size == (200, 240)
    assert stored(paper).convert("L").getextrema() == (0, 0)
    assert paper.said("file") == "De bewerkte afbeelding staat in het werkboek."
    paper.accept("file")
    assert paper.value("file") == before


def test_a_part_is_blurred_by_keyboard_and_can_be_undone(lay: Lay, tmp_path: Path) -> None:
    paper = lay("image", "file")
    take(paper, photo(tmp_path))
    before = paper.value("file")
    stage = panel(paper, "Vervagen")
    paper.press(stage, Qt.Key.Key_Return)
    assert len(stage.boxes) == 1
    buttons(paper)["Vervaag dit"].click()
    paper.wait(lambda: paper.value("file") != before)
    whole = Image.open(tmp_path / "foto.png")
    part, above = (160, 120, 240, 180), (0, 0, 400, 120)
    assert stored(paper).convert("RGB").crop(part).tobytes() != whole.crop(part).tobytes()
    assert stored(paper).convert("RGB").crop(above).tobytes() == whole.crop(above).tobytes()
    paper.workspace.undo()
    assert paper.value("file") == before


def test_escape_leaves_the_picture_as_it_was(lay: Lay, tmp_path: Path) -> None:
    paper = lay("image", "file")
    take(paper, photo(tmp_path))
    before = paper.value("file")
    stage = panel(paper, "Vervagen")
    paper.press(stage, Qt.Key.Key_Return)
    paper.press(stage, Qt.Key.Key_Delete)
    assert stage.boxes == []
    assert not buttons(paper)["Vervaag dit"].isEnabled()
    paper.press(stage, Qt.Key.Key_Escape)
    assert "Snijd bij" not in buttons(paper)
    assert paper.value("file") == before


@pytest.fixture(params=[1.0, 1.5, 2.0])
def room(tmp_path: Path, qtbot: QtBot, request: pytest.FixtureRequest) -> Iterator[Room]:
    made = Room(tmp_path, qtbot, scale=request.param)
    made.window.resize(1280, 720)
    made.settle()
    yield made
    made.close()


@pytest.mark.parametrize("what", ["Bijsnijden", "Vervagen"])
def test_in_large_text_too_one_sees_the_picture_its_buttons_and_where_the_keyboard_is(
    room: Room, tmp_path: Path, qtbot: QtBot, what: str
) -> None:
    sha = room.workspace.keep_file(prepare(photo(tmp_path, 1200, 800)))
    for _before in range(4):
        room.workspace.create_record("quote", room.case, {"quote": START})
    item = str(room.workspace.create_record("image", room.case, {"file": sha}).record)
    files = room.row("file", item).editor
    named = {each.text(): each for each in files.findChildren(QPushButton)}
    qtbot.waitUntil(named[what].isVisible, timeout=PATIENCE)
    named[what].setFocus()
    qtbot.keyClick(named[what], Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), PictureStage), timeout=PATIENCE)
    stage, shown = QApplication.focusWidget(), files.findChild(PicturePanel)
    assert stage
    assert shown
    room.settle()
    qtbot.waitUntil(lambda: is_wholly_in_sight(stage), timeout=PATIENCE)
    primary = shown.findChildren(QPushButton)[0]
    qtbot.waitUntil(lambda: is_wholly_in_sight(primary), timeout=PATIENCE)
    assert stage.grab().toImage().pixelColor(1, stage.height() // 2) == theme().color("focus")
    assert stage.height() >= theme().px(90)
    qtbot.keyClick(stage, Qt.Key.Key_Insert)
    pressed = [each for each in shown.findChildren(QPushButton) if each.isEnabled()]
    for each in pressed:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is each
        assert is_wholly_in_sight(each)
    qtbot.keyClick(pressed[0], Qt.Key.Key_Escape)
    room.settle()
    assert QApplication.focusWidget() is named["Kies bestand"]
    qtbot.waitUntil(lambda: is_wholly_in_sight(named["Kies bestand"]), timeout=PATIENCE)


def test_a_frame_is_dragged_by_mouse(lay: Lay, tmp_path: Path) -> None:
    paper = lay("image", "file")
    take(paper, photo(tmp_path))
    stage = panel(paper, "Bijsnijden")
    high = stage.height()
    start, end = QPoint(2, 2), QPoint(high * 4 // 3 // 2, high // 2)
    paper.qtbot.mousePress(stage, Qt.MouseButton.LeftButton, pos=start)
    paper.qtbot.mouseMove(stage, end)
    paper.qtbot.mouseRelease(stage, Qt.MouseButton.LeftButton, pos=end)
    assert stage.boxes[0].left < 0.02
    assert 0.45 < stage.boxes[0].right < 0.55


def test_a_picture_is_pasted(lay: Lay) -> None:
    paper = lay("image", "file")
    picture = QImage(60, 40, QImage.Format.Format_RGB32)
    picture.fill(QColor("darkgreen"))
    QGuiApplication.clipboard().setImage(picture)
    focus = paper.enter("file")
    paper.press(focus, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    paper.wait(lambda: paper.value("file") is not None)
    assert stored(paper).size == (60, 40)


def test_a_file_is_dropped(lay: Lay, tmp_path: Path) -> None:
    paper = lay("image", "file")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(photo(tmp_path)))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    editor(paper).dropEvent(QDropEvent(QPoint(5, 5).toPointF(), copy, data, left, none))
    paper.wait(lambda: paper.value("file") is not None)


def bomb(folder: Path) -> Path:
    """Some bytes that claim 48 megapixels."""
    path = folder / "bom.png"
    Image.new("1", (8_000, 6_000)).save(path)
    return path


def broken(folder: Path) -> Path:
    path = folder / "kapot.jpg"
    path.write_bytes(b"\xff\xd8\xff\xe0 en dan niets")
    return path


def huge(folder: Path) -> Path:
    path = folder / "groot.pdf"
    with path.open("wb") as file:
        file.truncate(25 * 1024 * 1024 + 1)
    return path


def unsupported(folder: Path) -> Path:
    path = folder / "telefoon.heic"
    path.write_bytes(b"\0\0\0\x18ftypheic" + b"\0" * 64)
    return path


def gone(folder: Path) -> Path:
    return folder / "weg.png"


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (bomb, "40 megapixels is het meeste"),
        (broken, "geen leesbare afbeelding"),
        (huge, "25 MB is het meeste"),
        (unsupported, "Sla de afbeelding opnieuw op als JPEG of PNG"),
        (gone, "is niet te lezen"),
    ],
)
def test_what_cannot_be_taken_in_is_said_under_the_field(
    lay: Lay, tmp_path: Path, make: Callable[[Path], Path], says: str
) -> None:
    paper = lay("image", "file")
    take(paper, photo(tmp_path))
    before = paper.value("file")
    editor(paper).choose(make(tmp_path))
    paper.wait(lambda: says in paper.said("file"))
    assert paper.value("file") == before
    assert len(paper.workspace.history(paper.record, "file")) == 1
    paper.show(paper.other)
    assert paper.said("file") == ""


@pytest.mark.parametrize(
    ("orientation", "size", "dark"),
    [(6, (200, 300), (100, 10)), (8, (200, 300), (100, 290)), (3, (300, 200), (290, 100))],
    ids=["on its right side", "on its left side", "upside down"],
)
def test_a_photo_stands_upright(
    lay: Lay, tmp_path: Path, orientation: int, size: tuple[int, int], dark: tuple[int, int]
) -> None:
    paper = lay("image", "file")
    exif = Image.Exif()
    exif[0x0112] = orientation
    path = photo(tmp_path, 300, 200, "gedraaid.jpg")
    with Image.open(path) as taken:
        taken.save(path, exif=exif)
    take(paper, path)
    upright = stored(paper)
    assert upright.size == size
    light = size[0] - dark[0], size[1] - dark[1]
    grey = [sum(upright.convert("RGB").getpixel(at)) // 3 for at in (dark, light)]  # type: ignore[arg-type]
    assert grey[0] < 60 < 200 < grey[1]


def test_a_picture_asks_for_a_description_unless_it_is_for_show(lay: Lay, tmp_path: Path) -> None:
    paper = lay("image", "file", "alt", "decorative")
    take(paper, photo(tmp_path))
    paper.wait(lambda: "Beschrijf wat er te zien is" in paper.said("alt"))
    paper.press(paper.enter("decorative"), Qt.Key.Key_Space)
    paper.wait(lambda: paper.said("alt") == "")


def test_taking_it_away_can_be_undone(lay: Lay, tmp_path: Path) -> None:
    paper = lay("image", "file")
    take(paper, photo(tmp_path))
    before = paper.value("file")
    buttons(paper)["Weghalen"].click()
    assert paper.value("file") is None
    paper.workspace.undo()
    assert paper.value("file") == before
