"""Fields beside and under each other."""

from collections.abc import Iterator

import pytest

from tests.ui.room import Room
from werkboek_desktop.domain import schema
from werkboek_desktop.domain.fields import Field
from werkboek_desktop.ui.forms.grid import FieldGrid
from werkboek_desktop.ui.theme.look import theme


@pytest.fixture
def fields() -> list[Field]:
    found = [schema.field("source", key) for key in ("background_only", "consulted_on")]
    return [field for field in found if field]


def heights(grid: FieldGrid) -> Iterator[int]:
    return (row.heading.minimumHeight() for row in grid.rows.values())


def test_a_tick_that_is_alone_has_no_gap_above_it(room: Room, fields: list[Field]) -> None:
    session = room.office.session
    alone = FieldGrid(fields[:1], session)
    one_by_one = FieldGrid((), session)
    one_by_one.add(fields[0])
    one_by_one.complete()
    beside = FieldGrid(fields, session)
    for grid in (alone, one_by_one, beside):
        room.qtbot.addWidget(grid)
    assert [*heights(alone), *heights(one_by_one)] == [theme().space(4)] * 2
    assert len(set(heights(beside))) == 1  # level with its neighbour
    assert min(heights(beside)) > theme().space(4)
