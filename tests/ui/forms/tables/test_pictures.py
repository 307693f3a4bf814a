"""Pictures in a table: small, with their size, and whether what belongs with them is there."""

from pathlib import Path

from PIL import Image
from PySide6.QtCore import Qt

from tests.ui.forms.tables.writing import Table
from tests.ui.room import Room
from werkboek_desktop.ui.forms.tables.cells import Cell
from werkboek_desktop.ui.forms.tables.model import CELL
from werkboek_desktop.ui.forms.tables.thumbnails import KEPT, SIDE, Thumbnails


def photo(room: Room, folder: Path, shade: int = 0) -> str:
    path = folder / f"{shade}.png"
    Image.new("RGB", (400, 300), (shade, 0, 0)).save(path)
    return room.workspace.add_attachment(path)


def shown(table: Table, row: int) -> Cell:
    found = table.items.model.index(row, 0).data(CELL)
    assert isinstance(found, Cell)
    return found


def test_a_picture_is_seen_small_with_its_size_and_what_is_missing(room: Room, tmp_path: Path) -> None:
    sha = photo(room, tmp_path)
    room.workspace.create_record("image", room.case, {"file": sha, "rights": "Eigen foto"})
    room.workspace.create_record("image", room.case, {"file": sha, "alt": "Een plein"})
    room.workspace.create_record("image", room.case, {"file": sha, "decorative": True})
    room.settle()
    table = Table(room, "image")
    first = shown(table, 0)
    assert first.picture is not None
    assert 0 < first.picture.height() <= SIDE
    assert first.text.startswith("400 × 300, ")
    assert [mark.text for mark in first.asks] == ["geen alt-tekst", "recht"]
    assert [mark.text for mark in shown(table, 1).asks] == ["alt-tekst", "geen recht"]
    assert [mark.text for mark in shown(table, 2).asks] == ["geen recht"]
    assert all(mark.icon for row in range(3) for mark in shown(table, row).asks)
    spoken = table.items.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "geen alt-tekst, recht" in str(spoken)
    assert table.items.table.rowHeight(0) > SIDE


def test_a_picture_that_is_not_here_or_no_picture_leaves_its_row_alone(room: Room, tmp_path: Path) -> None:
    text = tmp_path / "brief.txt"
    text.write_text("Beste allen")
    room.workspace.create_record("image", room.case, {"file": room.workspace.add_attachment(text)})
    room.workspace.create_record("image", room.case, {"file": "a" * 64})
    room.settle()
    table = Table(room, "image")
    assert shown(table, 0).text == "1 kB"
    assert (shown(table, 1).text, shown(table, 1).picture) == ("afbeelding", None)


def test_only_so_many_are_kept(room: Room) -> None:
    thumbnails = Thumbnails(room.desk.session)
    for at in range(KEPT + 5):
        thumbnails.of(f"{at:064}")
    room.settle()
    assert len(thumbnails._seen) == KEPT
