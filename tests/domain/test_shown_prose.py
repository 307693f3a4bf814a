"""Prose as an editor shows it: nothing that nobody touched changes."""

import pytest

from werkboek_desktop.domain.inline import Run
from werkboek_desktop.domain.shown_prose import Line, ShownProse, places, read_line, readable, write_line
from werkboek_desktop.domain.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Een zin.", Line("", 0, (Run("Een zin."),))),
        ("- punt", Line("-", 0, (Run("punt"),))),
        ("  1. eronder", Line("1.", 1, (Run("eronder"),))),
        ("### Kop", Line("###", 0, (Run("Kop"),))),
        ("> **zei** ze", Line(">", 0, (Run("zei", bold=True), Run(" ze")))),
        ("# geen kop", Line("", 0, (Run("# geen kop"),))),
        ("-", Line("-", 0, ())),
    ],
)
def test_a_line_shows_its_shape_and_its_text(text: str, line: Line) -> None:
    assert read_line(text) == line
    assert write_line(line) == text


def test_what_came_from_elsewhere_stays_as_it_came_until_somebody_touches_it() -> None:
    value = "__Vet__  zo. De **A. B.**\n\nx\u2028y\u00ad \n-  los"
    shown = ShownProse(value)
    assert shown.value(shown.lines) == value
    moved = [*shown.lines[2:], *shown.lines[:2]]
    assert shown.value(moved) == "x\u2028y\u00ad \n-  los\n__Vet__  zo. De **A. B.**\n"


def test_of_a_line_that_changed_the_other_sentences_stay_as_they_came() -> None:
    shown = ShownProse("Cafe\u0301 open. Daarna dicht.")
    line = Line("", 0, (Run("Café open. Daarna weer open."),))
    assert shown.value([line]) == "Cafe\u0301 open. Daarna weer open."


def test_of_two_lines_that_show_the_same_each_keeps_its_own_bytes() -> None:
    value = "e\u0301\né\ne\u0301"
    shown = ShownProse(value)
    assert shown.value(shown.lines) == value


def test_lines_in_which_nothing_was_written_are_left_out() -> None:
    shown = ShownProse("Een.")
    assert shown.value([*shown.lines, Line("-", 0, ()), Line("", 0, (Run("  "),)), Line("", 0, (Run("Twee."),))]) == (
        "Een.\nTwee."
    )


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("## Kop\n- **een**\n- twee", "- een\n- drie", ("Kop\n• een\n• twee", "• een\n• drie")),
        ("1. een\n  1. eronder\n1. twee\n\n1. weer", "", ("1. een\n  1. eronder\n2. twee\n\n1. weer", "")),
        ("## Kop", "Kop", ("## Kop", "Kop")),
        ("## Kop", "## Kop", ("Kop", "Kop")),
    ],
)
def test_what_is_compared_has_its_signs_only_where_nothing_else_differs(
    before: str, after: str, shown: tuple[str, str]
) -> None:
    assert readable(before, after) == shown


def test_places_are_those_of_the_sentences() -> None:
    value = "Een zin. **Twee zinnen hier.** Drie [x](https://a.example).\n- Punt één. *Punt* twee!\n\n## Kop"
    tokens = tokenize(value)
    shown = ["".join(run.text for run in read_line(line).runs) for line in value.split("\n")]
    assert [(tokens[at.token], shown[at.line][at.start : at.end]) for at in places(value)] == [
        ("Een zin.", "Een zin."),
        ("**Twee zinnen hier.**", "Twee zinnen hier."),
        ("Drie [x](https://a.example).", "Drie x."),
        ("Punt één.", "Punt één."),
        ("*Punt* twee!", "Punt twee!"),
        ("Kop", "Kop"),
    ]
