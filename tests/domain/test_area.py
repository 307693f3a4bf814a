"""Where a case is about, in a few words."""

import pytest

from werkboek_desktop.domain.area import inhabitants
from werkboek_desktop.domain.change import RecordKey
from werkboek_desktop.domain.values import Value
from werkboek_desktop.domain.view import FieldView, RecordView, Status


def case(**values: Value) -> RecordView:
    fields = {name: FieldView(Status.SETTLED, value, (), ()) for name, value in values.items()}
    return RecordView(RecordKey("case", None, "c" * 32), "work", fields=fields)


@pytest.mark.parametrize(
    ("view", "words"),
    [
        (case(inhabitants=4210, inhabitants_year=2025, inhabitants_source="CBS"), "4.210 inwoners (2025, CBS)"),
        (case(inhabitants=4210, inhabitants_source="CBS"), "4.210 inwoners (CBS)"),
        (case(inhabitants=1), "1 inwoner"),
        (case(inhabitants_year=2025), ""),
    ],
)
def test_a_figure_stands_with_what_is_known_of_it(view: RecordView, words: str) -> None:
    assert inhabitants(view) == words
