import pytest

from werkboek_desktop.domain import schema
from werkboek_desktop.domain.asking import Reason, reasons, reasons_of
from werkboek_desktop.domain.fields import Field
from werkboek_desktop.domain.values import Value
from werkboek_desktop.domain.view import FieldView, Status, Variant


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("Wij belden aan. Niemand deed open.", "Wij belden aan, steeds weer. Niemand deed open.", set()),
        ("De straat bleef stil.", "De straat bleef erg stil.", set()),
        ("Het ging in 2024 goed.", "Het ging in 2025 goed.", {Reason.FIGURE}),
        ("Het kost € 1.200 per jaar.", "Het kost € 1.200 in een jaar.", set()),
        ("Drie winkels sloten.", "Vier winkels sloten.", {Reason.FIGURE}),
        ("Een winkel sloot.", "De winkel sloot.", set()),
        ("Er was één winkel.", "Er was een winkel.", {Reason.FIGURE}),
        ("Zeventien winkels sloten.", "Sommige winkels sloten.", {Reason.FIGURE}),
        ("Dit werkt.", "Dit werkt niet.", {Reason.NEGATION}),
        ("Er is geen subsidie.", "Er is subsidie.", {Reason.NEGATION}),
        ("Er is **geen** subsidie.", "Er is geen subsidie.", set()),
        ("De wijkagent belde met Fatima.", "De wijkagent belde met Karin.", {Reason.NAME}),
        ("Daarna sprak de politie met het OM.", "Daarna sprak de politie.", {Reason.NAME}),
        ("Dat hielp. De buurt veranderde.", "De buurt veranderde. Dat hielp.", set()),
        ("Wij hielpen Ahmed. Ahmed ging.", "Wij hielpen Ahmed. Hij ging.", {Reason.NAME}),
        ("Ahmed ging.", "Hij ging.", set()),
        ("", "In 2024 kwam Fatima niet.", {Reason.FIGURE, Reason.NAME, Reason.NEGATION}),
    ],
)
def test_what_asks_again(before: str, after: str, expected: set[Reason]) -> None:
    assert reasons(before, after) == expected
    assert reasons(after, before) == expected


def test_a_name_that_is_known_counts_where_a_sentence_begins() -> None:
    assert reasons("Ahmed ging.", "Hij ging.", {"Ahmed"}) == {Reason.NAME}


@pytest.mark.parametrize(
    ("kind", "name", "before", "after", "expected"),
    [
        ("case", "inhabitants", 1200, 1300, {Reason.FIGURE}),
        ("case", "municipalities", ("GM0344",), ("GM0363",), {Reason.NAME}),
        ("partner", "name", "Politie", "Gemeente", {Reason.NAME}),
        ("quote", "speaker", None, "Fatima", {Reason.NAME}),
        ("partner", "role", "lead", "partner", set()),
        ("measure", "measure", "Sluiting", "Tijdelijke sluiting", set()),
        ("measure", "measure", None, "Sluiting voor 6 maanden", {Reason.FIGURE}),
        ("case", "domains", ("zorg",), ("geen", "zorg"), {Reason.NEGATION}),
    ],
)
def test_a_field_asks_again_by_what_it_holds(
    kind: str, name: str, before: Value, after: Value, expected: set[Reason]
) -> None:
    assert reasons_of(known(kind, name), settled(before), settled(after)) == expected


def test_of_two_versions_each_may_be_what_will_stand_there() -> None:
    one, other = (Variant(text, None, 0, (text,)) for text in ("Dit werkt goed.", "Dit werkt niet."))
    both = FieldView(Status.CONFLICT, None, ("a", "b"), (one, other))
    assert reasons_of(known("case", "summary"), settled("Dit werkt."), both) == {Reason.NEGATION}


def known(kind: str, name: str) -> Field:
    field = schema.field(kind, name)
    assert field
    return field


def settled(value: Value) -> FieldView:
    return FieldView(Status.SETTLED, value, ("a",), (Variant(value, None, 0, ("a",)),))
