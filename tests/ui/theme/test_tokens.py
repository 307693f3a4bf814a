"""The design tokens keep what the design language promises."""

import re
from dataclasses import dataclass, field

import pytest

from tests.ui.theme.contrast import DECORATION, ROWS, SEEN, Row, ratio, table
from werkboek_desktop.resources import resource
from werkboek_desktop.ui.theme.sheet import style_sheet
from werkboek_desktop.ui.theme.tokens import Look, Theme, color_names, type_roles

LOOKS = list(Look)


@dataclass(frozen=True)
class Spoilt(Theme):
    """A theme of which somebody changed some colours."""

    changed: dict[str, str] = field(default_factory=dict)

    def hex(self, name: str) -> str:
        return self.changed.get(name) or super().hex(name)


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.words)
def test_every_pair_that_occurs_can_be_read_or_seen(look: Look, row: Row) -> None:
    theme = Theme(look)
    for above, below in row.pairs:
        assert ratio(theme, above, below) >= row.least, f"{above} on {below}"


@pytest.mark.parametrize("look", LOOKS)
def test_every_colour_of_the_tokens_is_in_a_pair_or_is_decoration(look: Look) -> None:
    paired = {name for row in ROWS for pair in row.pairs for name in pair}
    assert color_names(look) == paired | DECORATION.keys()


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.words)
def test_a_colour_that_fades_is_noticed(look: Look, row: Row) -> None:
    above, below = row.pairs[0]
    faded = Spoilt(look, changed={above: Theme(look).hex(below)})
    assert row.worst(faded) < SEEN


def test_the_table_of_the_design_language_is_computed() -> None:
    page = resource("..", "docs", "design-language.md").read_text(encoding="utf-8")
    assert table() in page, "renew it with `python -m tests.ui.theme.contrast`"


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_the_sheet_is_filled_in_completely(look: Look, scale: float) -> None:
    sheet = style_sheet(Theme(look, scale))
    assert "$" not in sheet
    assert sheet.count("{") == sheet.count("}")


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 1.75, 2.0])
def test_no_text_is_smaller_than_thirteen_pixels_and_all_of_it_grows(scale: float) -> None:
    theme = Theme(Look.LIGHT, scale)
    assert min(theme.font(role).pixelSize() for role in type_roles()) >= 13 * scale - 0.5
    assert {int(size) for size in re.findall(r"font-size: (\d+)px", style_sheet(theme))} <= {
        theme.font(role).pixelSize() for role in type_roles()
    }


def test_the_reading_letter_is_for_all_text() -> None:
    theme = Theme(Look.LIGHT, reading_letter=True)
    assert {theme.family(role) for role in type_roles()} == {"Atkinson Hyperlegible"}
    assert "Source" not in style_sheet(theme)
    assert {Theme(Look.LIGHT).family(role) for role in type_roles()} == {"Source Sans 3", "Source Serif 4"}
