"""An overview as a picture and as a file for a spreadsheet."""

from pathlib import Path
from threading import Event

from PySide6.QtGui import QImage

from tests.ui.pages.overviews.conftest import Desk
from tests.ui.room import PATIENCE
from werkboek_desktop.domain.overview.views import View
from werkboek_desktop.ui.notice import Notice
from werkboek_desktop.ui.pages.overviews import picture
from werkboek_desktop.ui.pages.overviews.picture import Drawing


def test_a_picture_is_sharp_light_and_as_wide_as_a_slide(desk: Desk, tmp_path: Path) -> None:
    told: list[Notice] = []
    desk.room.desk.session.told.connect(told.append)
    for view in View:
        told.clear()
        desk.look(view)
        desk.page.files.make_picture(desk.page.board, tmp_path / f"{view}.png")
        desk.room.qtbot.waitUntil(lambda: bool(told), timeout=PATIENCE)
        assert (told[0].text, told[0].action) == (f"Gemaakt: {view}.png", "Open map")
        image = QImage(str(tmp_path / f"{view}.png"))
        assert (image.width(), image.height()) == (picture.WIDTH * picture.SHARP, picture.LEAST * picture.SHARP)
        assert image.pixelColor(0, 0).lightness() > 240
        painted = {image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)}
        assert len(painted) > 20


def test_the_file_holds_what_is_seen_in_its_order(desk: Desk, tmp_path: Path) -> None:
    for view in View:
        desk.look(view)
        desk.page.board.table.sort(0)
        desk.page.files.make_sheet(desk.page.board, tmp_path / f"{view}.csv")
        desk.room.settle()
        lines = (tmp_path / f"{view}.csv").read_bytes().decode("utf-8-sig").splitlines()
        titles = [line.split(";")[0] for line in lines[1:]]
        assert titles == [f"'{title}" if title.startswith("=") else title for title in desk.titles()]


def test_a_folder_that_is_gone_is_said(desk: Desk, tmp_path: Path) -> None:
    desk.page.files.make_sheet(desk.page.board, tmp_path / "weg" / "uit.csv")
    desk.room.qtbot.waitUntil(desk.page.panel.isVisible, timeout=PATIENCE)


def test_reading_every_text_for_a_file_can_be_stopped(desk: Desk, tmp_path: Path) -> None:
    for number in range(20):
        desk.room.workspace.create_record("case", None, {"title": f"Geval {number}", "context": "Stil."})
    desk.look(View.MISSING)
    desk.room.settle()
    may_begin = Event()
    desk.room.office.jobs.look_up(may_begin.wait, lambda _done: None)
    desk.page.files.make_sheet(desk.page.board, tmp_path / "uit.csv")
    desk.page.progress.stop.emit()
    may_begin.set()
    desk.room.qtbot.waitUntil(desk.page.panel.isVisible, timeout=PATIENCE)
    assert not (tmp_path / "uit.csv").exists()


def test_a_picture_that_nobody_waits_for_any_more_is_not_being_painted_when_it_goes(desk: Desk) -> None:
    desk.look(View.BALANCE)
    drawing = Drawing(desk.page.board, "Proef", desk.room.workspace.today)
    assert not drawing.step()
    assert drawing.image.paintingActive()
    del drawing  # which took the program with it
