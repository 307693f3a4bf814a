"""What stands in a field of a document → its value. Of prose only what was edited differs from before."""

from collections.abc import Sequence
from datetime import date

from werkboek_desktop.domain.fields import Field
from werkboek_desktop.domain.municipalities import Municipalities
from werkboek_desktop.domain.parse import as_shown, parse, parse_elements
from werkboek_desktop.domain.shown_prose import Line, ShownProse
from werkboek_desktop.domain.text import clean_line
from werkboek_desktop.domain.values import Value, ValueType

_BETWEEN = "·"


def value_of(field: Field, lines: Sequence[Line], base: Value, municipalities: Municipalities, today: date) -> Value:
    """The value that the lines of a field stand for; raises BadFieldValue. `base`: what the document showed there."""
    if field.type is ValueType.PROSE:
        return as_shown(field, ShownProse(str(base or "")).value(lines))
    text = clean_line(" ".join("".join(run.text for run in line.runs) for line in lines))
    if field.type is ValueType.SET:
        return parse_elements(field, text.split(_BETWEEN), municipalities) or None
    return parse(field, text, municipalities, today)
