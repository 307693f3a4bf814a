import pytest

from werkboek_desktop.domain.careful import for_print, most_careful
from werkboek_desktop.domain.history import Entry, FieldHistory
from werkboek_desktop.domain.values import Value, ValueType
from werkboek_desktop.domain.view import FieldView, Status


def heads(type_: ValueType, root: Value, *values: Value) -> FieldView:
    """What is shown where each value was made beside the others; the last has the highest id."""
    entries = [Entry("0", (), 1, root, None, 0, "edit", 1)]
    entries += [Entry(str(n), ("0",), 2, value, None, 0, "edit", 1) for n, value in enumerate(values, 1)]
    return FieldHistory(type_, entries).view()


def test_print_takes_the_highest_of_a_conflict() -> None:
    assert for_print(heads(ValueType.LINE, "", "left", "right")) == "right"
    assert for_print(heads(ValueType.LINE, "", "same", "same")) == "same"


def test_print_takes_the_highest_in_every_part_of_prose() -> None:
    root = "Een is een. Twee is twee. Drie is drie. Vier is vier. Vijf is vijf."
    left = root.replace("Een is een.", "Een links.").replace("Vijf is vijf.", "Vijf links.")
    right = root.replace("Een is een.", "Een rechts.").replace("Drie is drie.", "Drie rechts.")
    view = heads(ValueType.PROSE, root, left, right)
    assert view.status is Status.CONFLICT
    assert for_print(view) == "Een rechts. Twee is twee. Drie rechts. Vier is vier. Vijf links."


@pytest.mark.parametrize(
    ("kind", "field", "type_", "values", "careful"),
    [
        ("case", "sharing", ValueType.ENUM, ("public", "internal"), "internal"),
        ("case", "embargo_until", ValueType.DATE, ("2027-01-01", None, "2026-12-01"), "2027-01-01"),
        ("case", "status", ValueType.ENUM, ("published", "withdrawn"), "withdrawn"),
        ("attendee", "consent_photo", ValueType.DATE, ("2026-11-24", None), None),
        ("quote", "name_authorised_on", ValueType.DATE, ("2026-11-24", None), None),
        ("contact", "printable", ValueType.BOOLEAN, (True, False), False),
        ("source", "background_only", ValueType.BOOLEAN, (False, True), True),
    ],
)
def test_leaving_the_room_goes_by_the_most_careful_variant(
    kind: str, field: str, type_: ValueType, values: tuple[Value, ...], careful: Value
) -> None:
    assert most_careful(kind, field, heads(type_, "", *values)) == careful
    assert most_careful(kind, field, heads(type_, "", *reversed(values))) == careful


def test_a_settled_or_absent_value_counts_as_it_is() -> None:
    assert most_careful("contact", "printable", heads(ValueType.BOOLEAN, True, True)) is True
    assert most_careful("contact", "printable", None) is None
    with pytest.raises(ValueError, match="no field"):
        most_careful("contact", "shoe_size", None)
