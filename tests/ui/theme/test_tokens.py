"""The design tokens keep what the design language promises."""

import json
import re

import pytest

from werkboek_desktop.resources import resource
from werkboek_desktop.ui.theme.sheet import style_sheet
from werkboek_desktop.ui.theme.tokens import Look, Theme, type_roles

LOOKS = list(Look)
READ = 4.5
SEEN = 3.0
"""WCAG 2.1 AA: text, and the borders of what can be operated."""


def luminance(color: str) -> float:
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(theme: Theme, above: str, below: str) -> float:
    light, dark = sorted((luminance(theme.hex(above)), luminance(theme.hex(below))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("look", LOOKS)
def test_every_pair_of_text_and_ground_that_occurs_can_be_read(look: Look) -> None:
    theme = Theme(look)
    pairs = json.loads(resource("tokens.json").read_bytes())["contrast_ratios"][look]
    for pair, promised in pairs.items():
        above, below = pair.split("/")
        found = ratio(theme, above, below)
        assert found == pytest.approx(promised, abs=0.02)
        least = 0.0 if pair == "repr/prev" else SEEN if above.startswith(("line", "focus")) else READ
        assert found >= least, pair


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
