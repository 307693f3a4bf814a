"""Contrast of the tokens, computed: the pairs that occur, and the table of docs/design-language.md.

`python -m tests.ui.theme.contrast` prints that table.
"""

from typing import NamedTuple

from werkboek_desktop.ui.theme.tokens import Look, Theme

READ, SEEN = 4.5, 3.0
"""WCAG 2.1 AA: text, and graphics and the borders of what can be operated."""

GROUNDS = ("surface", "bg", "rail", "sunken", "hover", "selected")
TONES = ("attn", "merge", "danger", "ok", "neutral", "repr", "prev")
SHOWN_ON = ("surface", "bg", "sunken", "selected")
DECORATION = {"line": "rules between what is beside each other anyway"}


class Row(NamedTuple):
    """A line of the table: what it is about, the least that is allowed, and every pair above/below that occurs."""

    words: str
    least: float
    pairs: tuple[tuple[str, str], ...]

    def worst(self, theme: Theme) -> float:
        return min(ratio(theme, *pair) for pair in self.pairs)


def _on(above: tuple[str, ...], below: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((one, other) for one in above for other in below)


ROWS = (
    Row("text on every ground", READ, _on(("text",), GROUNDS)),
    Row("second text on every ground", READ, _on(("text2",), GROUNDS)),
    Row("third text, placeholder, disabled", READ, _on(("text3",), GROUNDS)),
    Row("accent, links", READ, _on(("accent",), GROUNDS) + _on(("accent_hover",), ("surface", "bg", "rail", "sunken"))),
    Row("words on a button", READ, (("on_accent", "accent"), ("on_accent", "accent_hover"))),
    Row("selected text", READ, (("select_fg", "select_bg"),)),
    Row("border of a control", SEEN, _on(("line_strong",), ("surface", "bg", "rail", "sunken"))),
    Row("focus on every ground", SEEN, _on(("focus",), GROUNDS)),
    Row("a tone on its own tint", READ, tuple((tone, f"{tone}_bg") for tone in TONES)),
    Row("a tone elsewhere", READ, _on(TONES, SHOWN_ON)),
    Row("text on a tint", READ, _on(("text", "text2"), tuple(f"{tone}_bg" for tone in (*TONES, "add", "del")))),
    Row("a link on a tint", READ, _on(("accent",), tuple(f"{tone}_bg" for tone in ("attn", "merge", "danger", "ok")))),
    Row("words added, removed", READ, (("add", "add_bg"), ("del", "del_bg"), *_on(("add", "del"), ("surface",)))),
)


def luminance(color: str) -> float:
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio_of(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def ratio(theme: Theme, above: str, below: str) -> float:
    return ratio_of(theme.hex(above), theme.hex(below))


def table() -> str:
    """The worst ratio of each row in each theme, as Markdown."""
    lines = ["| worst of | at least | " + " | ".join(Look) + " |", "|---|---|" + "---|" * len(Look)]
    for row in ROWS:
        found = " | ".join(f"{row.worst(Theme(look)):.1f}" for look in Look)
        lines.append(f"| {row.words} | {row.least:g} | {found} |")
    return "\n".join(lines)


if __name__ == "__main__":
    print(table())  # noqa: T201 - that is what it is for
