"""What of a record may stand on paper."""

import pytest

from werkboek_desktop.domain import schema
from werkboek_desktop.domain.change import Scope
from werkboek_desktop.domain.fields import Surface
from werkboek_desktop.domain.values import ValueType
from werkboek_desktop.domain.view import FieldView, Status, Variant
from werkboek_desktop.domain.weave import Text, Variants
from werkboek_desktop.publish.blocks import Check
from werkboek_desktop.publish.sheet import Desk

from .samples import TODAY, book, conflict, id_of, record

UNPRINTED = [
    (kind.key, field.key) for kind in schema.kinds() for field in kind.fields if Surface.PRINT not in field.appears
]


def desk() -> Desk:
    return Desk(book().lookups, TODAY)


@pytest.mark.parametrize(("kind", "field"), UNPRINTED)
def test_a_field_that_is_never_printed_cannot_be_asked_for(kind: str, field: str) -> None:
    with pytest.raises(ValueError, match="never printed"):
        desk().sheet(record(kind)).value(field)


def test_of_a_conflict_one_variant_is_printed_and_the_check_list_says_so() -> None:
    case = record("case", "zaak", title=conflict("Nieuw", "Oud"), phase="uitvoering")
    made = desk()
    assert made.sheet(case).words("title") == "Nieuw"
    assert made.sheet(case).words("title") == "Nieuw"
    assert made.checks == [
        Check(
            id_of("zaak"),
            "title",
            "Praktijkvoorbeeld ‘Nieuw’: van ‘Titel’ zijn er twee versies; een daarvan staat in de PDF.",
        )
    ]


def test_of_prose_in_conflict_each_part_is_printed_from_the_highest_head_that_has_it() -> None:
    parts = (Text("Vast.\n"), Variants({"laag": "Een.", "hoog": "Twee."}), Text("\nOok vast."))
    variants = (Variant("…", None, 0, ("hoog",)), Variant("…", None, 0, ("laag",)))
    view = FieldView(Status.CONFLICT, None, ("hoog", "laag"), variants, parts)
    assert desk().sheet(record("case", context=view)).text("context") == "Vast.\nTwee.\nOok vast."


def test_what_decides_about_leaving_the_room_counts_as_its_most_careful_variant() -> None:
    made = desk()
    assert made.sheet(record("contact", printable=conflict(True, False))).decides("printable") is False
    assert made.sheet(record("source", background_only=conflict(None, True))).decides("background_only") is True
    assert (
        made.sheet(record("quote", text_authorised_on=conflict("2026-01-01", None))).decides("text_authorised_on")
        is None
    )
    assert [check.field for check in made.checks] == ["printable", "background_only", "text_authorised_on"]


def test_a_deleted_record_is_not_on_paper() -> None:
    gone = record("partner", name="Weg")
    view = type(gone)(gone.key, Scope.WORK, deleted=True, fields=gone.fields)
    assert desk().sheets([view]) == []


def test_the_check_list_shortens_a_long_name() -> None:
    name = desk().sheet(record("quote", quote="lang " * 50)).name
    assert name.endswith("…’")
    assert len(name) < 80


def test_a_kind_from_a_newer_program_has_nothing_to_print() -> None:
    sheet = desk().sheet(record("hologram"))
    assert sheet.fields == ()
    assert sheet.name == "hologram"


def test_a_cell_is_empty_where_there_is_no_value() -> None:
    field = schema.field("measure", "state")
    assert field is not None
    assert field.type is ValueType.LINE
    assert desk().sheet(record("measure")).cell(field) == ()
