"""What stands in a field of a document → its value. Of prose only what was edited differs from before."""

from collections.abc import Sequence
from datetime import date

from werkboek_desktop.domain.fields import Field
from werkboek_desktop.domain.municipalities import Municipalities
from werkboek_desktop.domain.parse import as_shown, parse, parse_elements, split_elements
from werkboek_desktop.domain.shown_prose import Line, ShownProse
from werkboek_desktop.domain.text import clean_line
from werkboek_desktop.domain.values import Value, ValueType
from werkboek_desktop.errors import BadFieldValue

_BETWEEN = "·"


def value_of(field: Field, lines: Sequence[Line], base: Value, municipalities: Municipalities, today: date) -> Value:
    """The value that the lines of a field stand for; raises BadFieldValue. `base`: what the document showed there."""
    if field.type is ValueType.PROSE:
        return as_shown(field, ShownProse(str(base or "")).value(lines))
    texts = ["".join(run.text for run in line.runs) for line in lines]
    if field.type is ValueType.SET:
        return _elements(field, "\n".join(texts), base, municipalities) or None
    return parse(field, clean_line(" ".join(texts)), municipalities, today)


def _elements(field: Field, text: str, base: Value, municipalities: Municipalities) -> tuple[str, ...]:
    """The elements of a list that people wrote: between our own points, or commas; one with a comma stays whole."""

    def is_known(name: str) -> bool:
        if isinstance(base, tuple) and name in base:
            return True
        try:
            return parse_elements(field, [name], municipalities) != (name,)
        except BadFieldValue:
            return False

    parts = [element for part in text.split(_BETWEEN) for element in split_elements(part, is_known)]
    return parse_elements(field, parts, municipalities)
