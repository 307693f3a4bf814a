"""Forms come from the schema: every field of every kind stands in exactly one place."""

from dataclasses import replace

import pytest

from werkboek_desktop.domain import schema
from werkboek_desktop.domain.fields import Field, Surface
from werkboek_desktop.domain.values import ValueType
from werkboek_desktop.ui.forms.plan import Block, intake, order_of, tabs


@pytest.mark.parametrize("kind", schema.kinds(), ids=lambda kind: kind.key)
def test_every_field_of_a_form_stands_on_one_tab_once(kind: schema.Kind) -> None:
    planned = [field.key for tab in tabs(kind) for block in tab.blocks for field in block.fields]
    assert sorted(planned) == sorted(field.key for field in kind.fields if Surface.FORM in field.appears)


def test_the_text_of_a_case_comes_first_with_its_bottlenecks_between_four_and_six() -> None:
    case = schema.kind("case")
    assert case
    text = tabs(case)[0]
    assert text.title == "Tekst"
    order = [block.items.key if block.items else block.fields[0].key for block in text.blocks]
    assert order[order.index("bottleneck") - 1] == "balance"
    assert order[order.index("bottleneck") + 1] == "effects"


def test_a_field_that_is_added_to_the_schema_has_a_place_without_another_line() -> None:
    case = schema.kind("case")
    assert case
    new = Field("dogs", "Aantal honden", ValueType.INTEGER, group="Gebied")
    planned = [f for tab in tabs(replace(case, fields=(*case.fields, new))) for b in tab.blocks for f in b.fields]
    assert new in planned


def keys(block: Block) -> list[str]:
    return [block.items.key] if block.items else [field.key for field in block.fields]


def test_a_new_case_asks_nine_things_in_the_order_of_the_parts() -> None:
    case = schema.kind("case")
    assert case
    (tab,) = intake(case)
    asked = [key for block in tab.blocks for key in keys(block)]
    assert asked == [
        *("title", "municipalities", "summary", "context", "approach", "partnership"),
        *("bottleneck", "ideas", "contact"),
    ]


def test_the_days_of_an_attendee_stand_on_their_page_and_their_names_on_that_of_the_day() -> None:
    attendee, day = schema.kind("attendee"), schema.kind("masterclass")
    assert attendee
    assert day
    (about,) = [block for tab in tabs(attendee) for block in tab.blocks if block.items]
    assert (about.heading, about.about) == ("Masterclasses", True)
    assert [
        block.about for tab in tabs(day) for block in tab.blocks if block.items and block.items.key == "attendance"
    ] == [False]


def test_the_order_in_which_one_comes_by_fields_and_items() -> None:
    case = schema.kind("case")
    assert case
    keys = ["measure", "title", "lessons", "bottleneck", "approach", "summary"]
    keys.sort(key=lambda key: order_of(tabs(case), key))
    assert keys == ["summary", "approach", "bottleneck", "lessons", "title", "measure"]


def test_a_case_has_no_more_tabs_than_fit_beside_each_other_at_twice_the_text() -> None:
    case = schema.kind("case")
    assert case
    titles = [tab.title for tab in tabs(case)]
    assert titles == ["Tekst", "Kop", "Aanpak", "Partners", "Beelden", "Bronnen", "Akkoord", "Geschiedenis"]


def test_a_list_that_is_alone_on_its_tab_gives_it_its_own_name() -> None:
    signup = schema.kind("signup")
    assert signup
    assert [tab.title for tab in tabs(signup)] == ["Gegevens", "Contacten"]
