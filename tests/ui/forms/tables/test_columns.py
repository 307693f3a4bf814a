"""Which fields stand beside each other in a table."""

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.dressing import dress
from tests.ui.forms.tables.writing import Table
from tests.ui.room import Room
from werkboek_desktop.domain import schema
from werkboek_desktop.domain.fields import LISTED, PUBLIC, Field
from werkboek_desktop.domain.values import ValueType
from werkboek_desktop.ui.forms.tables.columns import OWNER, candidates, plan, spread
from werkboek_desktop.ui.theme.tokens import Look, Theme

OWNED = [kind for kind in schema.kinds() if kind.owners and kind.form_fields]


@pytest.mark.parametrize("kind", OWNED, ids=lambda kind: kind.key)
@pytest.mark.parametrize("room", [200, 400, 584, 840, 1600])
def test_columns_fill_the_room_and_no_more_unless_one_alone_is_wider(kind: schema.Kind, room: int) -> None:
    columns = plan(kind, candidates(kind, about=False), room)
    assert columns
    assert len(columns) == 1 or sum(column.width for column in columns) <= room


@pytest.mark.parametrize("kind", OWNED, ids=lambda kind: kind.key)
def test_what_is_listed_comes_first_and_more_room_only_adds(kind: schema.Kind) -> None:
    fields = candidates(kind, about=False)
    listed = [field.key for field in fields if field.picture or field.key in kind.columns]
    assert [field.key for field in fields][: len(listed)] == listed
    narrow, broad = (plan(kind, fields, room) for room in (400, 840))
    assert [column.field for column in broad][: len(narrow)] == [column.field for column in narrow]


def test_a_measure_shows_its_type_beside_its_name_on_a_small_screen() -> None:
    kind = schema.kind("measure")
    assert kind
    assert [column.field.key for column in plan(kind, candidates(kind, about=False), 398)] == ["measure", "type"]


def test_on_the_page_of_somebody_their_days_stand_in_the_place_of_their_name() -> None:
    kind = schema.kind("attendance")
    assert kind
    fields = candidates(kind, about=True)
    assert (fields[0].key, fields[0].label) == (OWNER, "Masterclass")
    assert "attendee" not in [field.key for field in fields]


def test_a_field_that_is_added_to_the_schema_is_a_column_without_another_line() -> None:
    kind = schema.kind("measure")
    assert kind
    new = Field("cost", "Kosten", ValueType.DECIMAL, appears=PUBLIC | LISTED)
    fields = candidates(replace(kind, fields=(new, *kind.fields)), about=False)
    assert fields[0] is new


def test_a_number_has_the_room_of_what_it_counts() -> None:
    kind = schema.kind("session")
    assert kind
    minutes = next(field for field in kind.fields if field.key == "minutes")
    counted, bare = (plan(kind, [field], 40)[0].width for field in (minutes, replace(minutes, unit="")))
    assert counted > bare


def test_a_long_word_has_the_room_that_another_column_can_spare() -> None:
    quote = schema.kind("quote")
    assert quote
    columns = plan(quote, candidates(quote, about=False), 398)
    before = [column.width for column in columns]
    after = [column.width for column in spread(quote, columns, [60, 160])]
    assert after[1] >= 160
    assert sum(after) == sum(before)
    assert [column.width for column in spread(quote, columns, [400, 400])] == before


def test_the_column_that_lacks_least_is_helped_first_and_an_empty_one_gives_to_a_text() -> None:
    source = schema.kind("source")
    quote = schema.kind("quote")
    assert source
    assert quote
    columns = plan(source, candidates(source, about=False), 398)
    name, address = (column.width for column in columns)
    assert [column.width for column in spread(source, columns, [name + 9, address + 200])] == [name, address]
    spared = spread(source, columns, [name + 9, address - 20])
    assert spared[0].width == name + 9
    columns = plan(quote, candidates(quote, about=False), 398)
    assert spread(quote, columns, [2000, 26])[0].width > columns[0].width


@pytest.mark.parametrize("scale", [1.5, 1.75])
def test_on_the_screen_they_are_as_wide_as_the_table(qtbot: QtBot, tmp_path: Path, scale: float) -> None:
    room = Room(tmp_path, qtbot, scale=scale)
    room.window.resize(1280, 720)
    rows = Table(room, "measure").items.table
    for width in range(700, 780):
        rows.resize(width, rows.height())
        assert rows.horizontalHeader().length() == rows.viewport().width() == width
    dress(Theme(Look.LIGHT))
