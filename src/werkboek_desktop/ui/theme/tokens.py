"""The design tokens of resources/tokens.json, scaled: the only source of a colour, a size or a font."""

import json
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from typing import Any, NamedTuple

from PySide6.QtGui import QColor, QFont

from werkboek_desktop.resources import resource

TAB_ROOM = 12
"""Beside the words of a tab, at every size of the text: all tabs of a case fit at 200 %."""


class Look(StrEnum):
    """The themes."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"
    BEAMER = "beamer"


BORDERED = frozenset({Look.CONTRAST, Look.BEAMER})
"""Where tints are gone or too faint to tell apart: what has one has a border as well."""


class TypeStep(NamedTuple):
    """One step of the type scale: pixels at 100 %, weight and line height."""

    pixels: int
    weight: int
    line: float


SERIF = frozenset({"prose", "title", "display"})


@dataclass(frozen=True)
class Theme:
    """The tokens for one look, text size and letter. Colours and fonts are made once and shared."""

    look: Look
    scale: float = 1.0
    reading_letter: bool = False
    _colors: dict[str, QColor] = field(default_factory=dict, compare=False, repr=False)
    _fonts: dict[str, QFont] = field(default_factory=dict, compare=False, repr=False)

    def hex(self, name: str) -> str:
        """A colour as #RRGGBB, for the style sheet."""
        return str(_tokens()["color"][self.look][name])

    def color(self, name: str) -> QColor:
        """A colour for painting; raises KeyError for one that is not in the tokens."""
        if name not in self._colors:
            self._colors[name] = QColor(self.hex(name))
        return self._colors[name]

    def px(self, pixels: float) -> int:
        """Controls, icons and type grow with the text."""
        return round(pixels * self.scale)

    def space(self, pixels: float) -> int:
        """White space grows half as fast."""
        return round(pixels * (1 + (self.scale - 1) / 2))

    def size(self, name: str) -> int:
        """A named size of the tokens, scaled as a control."""
        return self.px(_tokens()["size"][name])

    def radius(self, name: str) -> int:
        """A corner's radius, scaled as white space."""
        return self.space(_tokens()["radius"][name])

    def step(self, role: str) -> TypeStep:
        """A step of the type scale at 100 %."""
        return TypeStep(*_tokens()["type"][role])

    def font(self, role: str) -> QFont:
        """The font of a role: serif for a person's own words, sans for the program's."""
        if role not in self._fonts:
            step = self.step(role)
            made = QFont(self.family(role))
            made.setPixelSize(self.px(step.pixels))
            made.setWeight(QFont.Weight(step.weight))
            self._fonts[role] = made
        return self._fonts[role]

    def family(self, role: str) -> str:
        """The font family of a role of the type scale; the reading letter, where chosen, for all of them."""
        voice = "family_alt" if self.reading_letter else "family_prose" if role in SERIF else "family_ui"
        return str(_tokens()["type"][voice])


def type_roles() -> tuple[str, ...]:
    """The roles of the type scale that have a step of their own."""
    return tuple(name for name, value in _tokens()["type"].items() if isinstance(value, list))


def color_names(look: Look) -> frozenset[str]:
    """All colours of a theme."""
    return frozenset(_tokens()["color"][look])


@cache
def _tokens() -> dict[str, Any]:
    data: dict[str, Any] = json.loads(resource("tokens.json").read_bytes())
    return data
