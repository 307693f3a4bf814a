"""How wide the columns of an overview are."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFontMetrics

from tests.ui.dressing import dress
from werkboek_desktop.domain.overview.views import COLUMNS, View
from werkboek_desktop.domain.workflow import Topic
from werkboek_desktop.ui.pages.overviews.cells import PAD, WORDS
from werkboek_desktop.ui.pages.overviews.fitting import TITLE, fitting
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.theme.tokens import Look, Theme


@pytest.fixture(autouse=True)
def plain(qapp: object) -> Iterator[None]:
    """The text of ordinary size comes back."""
    yield
    dress(Theme(Look.LIGHT))


def named(view: View, room: float) -> dict[str, float]:
    columns = COLUMNS[view]
    return dict(zip((column.key for column in columns), fitting(view, columns, room).widths, strict=True))


@pytest.mark.parametrize(("scale", "room"), [(1.0, 864), (1.5, 1160), (1.75, 1130), (2.0, 1112)])
def test_in_a_window_of_1280_every_view_is_whole_in_sight(scale: float, room: int) -> None:
    dress(Theme(Look.LIGHT, scale))
    for view in View:
        assert sum(named(view, room).values()) <= room + 0.5, view


def test_where_the_room_is_little_facts_stand_under_each_other_and_the_status_is_the_last_to_go() -> None:
    dress(Theme(Look.LIGHT, 1.5))
    close = named(View.CHOICE, 1160)
    assert [key for key, width in close.items() if not width] == ["size", "scale", "lacks"]
    assert all(named(View.MISSING, 1160).values())
    dress(Theme(Look.LIGHT, 2.0))
    closest = named(View.CHOICE, 1112)
    assert [key for key, width in closest.items() if not width] == ["size", "scale", "lacks", "status"]


def test_with_ordinary_text_titles_and_the_words_below_the_blocks_both_have_room() -> None:
    dress(Theme(Look.LIGHT))
    wide = named(View.BALANCE, 864)
    assert wide["title"] >= TITLE + 60
    assert wide["balance"] - 2 * theme().space(PAD) >= WORDS


def test_with_far_too_little_room_the_table_scrolls_sideways() -> None:
    dress(Theme(Look.LIGHT, 2.0))
    assert sum(named(View.BALANCE, 500).values()) > 500


def test_where_the_room_is_least_a_part_of_twenty_is_whole() -> None:
    dress(Theme(Look.LIGHT, 2.0))
    look = theme()
    words = QFontMetrics(look.font("caption")).horizontalAdvance("18/20")
    needed = look.px(15) + look.space(6) + words + 2 * look.space(PAD)
    assert named(View.MISSING, 1112)[Topic.TEXT] >= needed
