"""What stands in a field of a document as its value."""

from datetime import date

import pytest

from tests.interchange.test_documents import AWKWARD
from werkboek_desktop.domain import schema
from werkboek_desktop.domain.inline import Run
from werkboek_desktop.domain.shown_prose import Line, ShownProse
from werkboek_desktop.domain.values import Value
from werkboek_desktop.resources import municipalities
from werkboek_desktop.workspace.word.text import value_of

TODAY = date(2026, 11, 25)


def read(name: str, lines: list[Line], base: Value = None) -> Value:
    field = schema.field("case", name)
    assert field
    return value_of(field, lines, base, municipalities(), TODAY)


def test_prose_keeps_the_bytes_of_what_nobody_touched() -> None:
    lines = ShownProse(AWKWARD).lines
    assert read("context", lines, AWKWARD) == AWKWARD
    assert read("context", [*lines, Line("", 0, (Run("Erbij."),))], AWKWARD) == f"{AWKWARD}\nErbij."


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("municipalities", "Utrecht · Nuenen, Gerwen en Nederwetten · Verzonnen", ("GM0344", "GM0820", "Verzonnen")),
        ("municipalities", "Utrecht, Nuenen, Gerwen en Nederwetten; Ergens", ("Ergens", "GM0344", "GM0820")),
        ("forms", "", None),
        ("inhabitants", "4.210", 4210),
        ("inhabitants_year", "2025", 2025),
        ("costs", "€\xa061.000,50", "61000.5"),
        ("period_start", "september 2023", "2023-09"),
        ("ongoing", "ja", True),
        ("subtitle", "Een  regel", "Een regel"),
    ],
)
def test_a_fact_is_read_as_it_was_written(name: str, text: str, value: Value) -> None:
    assert read(name, [Line("", 0, (Run(text),))]) == value


def test_a_name_with_a_comma_that_was_there_stays_one() -> None:
    lines = [Line("", 0, (Run("Ergens, ver weg · Oost, Utrecht"),))]
    assert read("municipalities", lines, ("Ergens, ver weg",)) == ("Ergens, ver weg", "GM0344", "Oost")
