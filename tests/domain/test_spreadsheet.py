"""Records as a table for a spreadsheet."""

import csv
from io import StringIO

from hypothesis import given
from hypothesis import strategies as st

from tests.domain.rows import NAMES
from werkboek_desktop.domain import schema
from werkboek_desktop.domain.change import RecordKey
from werkboek_desktop.domain.fields import Field, Kind
from werkboek_desktop.domain.spreadsheet import columns, csv_of, harmless, has_people, words
from werkboek_desktop.domain.values import Value
from werkboek_desktop.domain.view import FieldView, RecordView, Status


def kind_of(key: str) -> Kind:
    kind = schema.kind(key)
    assert kind
    return kind


def field_of(kind: str, key: str) -> Field:
    field = schema.field(kind, key)
    assert field
    return field


def view_of(kind: str, status: Status = Status.SETTLED, **values: Value) -> RecordView:
    fields = {key: FieldView(status, value, (), ()) for key, value in values.items()}
    return RecordView(RecordKey(kind, None, "a"), "work", fields=fields)


def read(content: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_excel_is_told_that_it_is_utf8_and_gets_semicolons() -> None:
    content = csv_of(kind_of("case"), [view_of("case", title="Één; twee", subtitle='Hij zei "ja"')], NAMES)
    assert content.startswith(b"\xef\xbb\xbfTitel;")
    assert read(content)[1][:2] == ["Één; twee", 'Hij zei "ja"']


def test_the_columns_are_the_labels_of_the_form() -> None:
    kind = kind_of("case")
    assert read(csv_of(kind, [], NAMES)) == [[field.label for field in columns(kind)]]


def test_values_are_written_as_a_spreadsheet_reads_them() -> None:
    assert words(field_of("case", "as_of"), "2026-11-25", NAMES) == "25-11-2026"
    assert words(field_of("case", "costs"), "61000.5", NAMES) == "61000,5"
    assert words(field_of("case", "ongoing"), value=True, names=NAMES) == "ja"
    assert words(field_of("case", "inhabitants"), 4210, NAMES) == "4210"
    assert words(field_of("case", "status"), "with_municipality", NAMES) == "Ligt bij gemeente"
    assert words(field_of("case", "municipalities"), ("GM0344", "Meerdrecht"), NAMES) == "Utrecht; Meerdrecht"


def test_a_field_with_two_versions_says_so_and_chooses_none() -> None:
    content = csv_of(kind_of("case"), [view_of("case", Status.CONFLICT, title=None)], NAMES)
    assert read(content)[1][0] == "(twee versies)"


@given(st.text())
def test_no_cell_begins_like_a_formula(text: str) -> None:
    cell = harmless(text)
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert cell.removeprefix("'") == text or cell == text


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_every_text_comes_back_from_its_cell(text: str) -> None:
    content = csv_of(kind_of("case"), [view_of("case", title=text)], NAMES)
    assert read(content)[1][0] in {text, f"'{text}"}


def test_persons_stay_out_of_lists_that_are_not_about_people() -> None:
    assert "assignee" not in {field.key for field in columns(kind_of("case"))}
    assert "email" in {field.key for field in columns(kind_of("attendee"))}
    assert not has_people("case")
    assert has_people("attendee")


def test_what_is_never_shown_is_never_written() -> None:
    for kind in schema.kinds():
        assert {"deleted", "place", "same_as"}.isdisjoint(field.key for field in columns(kind))
