"""Tiles stand beside each other and never over each other, whatever the width."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from werkboek_desktop.domain.overview.facets import SPREAD, Tile
from werkboek_desktop.ui.widgets.plot_tiles import Tiles, height, place

WORDS = st.sampled_from(["Utrecht", "Opslag of dumping van drugsgrondstoffen en -afval", "Zeeland"])
BANDS = st.lists(
    st.lists(st.builds(Tile, WORDS, st.integers(0, 3), st.integers(3, 9)), max_size=9), min_size=4, max_size=4
)


@given(BANDS, st.integers(300, 1900))
def test_no_tile_is_lost_or_covers_another(qapp: object, tiles: list[list[Tile]], width: int) -> None:
    bands = list(zip(SPREAD, tiles, strict=True))
    placed = place(bands, width)
    assert [each.tile for each in placed if each.tile] == [tile for band in tiles for tile in band]
    assert len(placed) == 4 + sum(map(len, tiles))
    assert all(each.box.right() <= width for each in placed)
    assert all(each.box.bottom() <= height(placed) for each in placed)
    for one, other in combinations(placed, 2):
        assert not one.box.intersects(other.box)


def test_who_cannot_see_hears_every_number(qtbot: QtBot) -> None:
    tiles = Tiles()
    qtbot.addWidget(tiles)
    tiles.show_bands([(SPREAD[0], [Tile("Zeeland", 1, 3), Tile("Drenthe", 0, 0)])], begun=True)
    assert tiles.accessibleName() == "Spreiding van wat gekozen is"
    assert tiles.accessibleDescription() == "Provincie: Zeeland 1 van 3, Drenthe geen"
