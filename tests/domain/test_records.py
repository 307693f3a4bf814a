from werkboek_desktop.domain.change import FieldKey
from werkboek_desktop.domain.records import Record, names, record_of
from werkboek_desktop.domain.values import ValueType

CASE = Record("work", "case", None, "aa")


def key(name: str, type_: ValueType) -> FieldKey:
    return FieldKey(*CASE, name, type_)


def test_a_field_is_called_by_its_name() -> None:
    assert names([key("title", ValueType.LINE), key("mood", ValueType.SET)]) == {
        key("title", ValueType.LINE): "title",
        key("mood", ValueType.SET): "mood",
    }


def test_a_known_field_of_another_type_hides_nothing() -> None:
    real, other = key("title", ValueType.LINE), key("title", ValueType.INTEGER)
    assert names([other, real]) == names([real, other]) == {real: "title", other: "title (integer)"}
    assert names([other]) == {other: "title (integer)"}


def test_an_unknown_field_of_two_types_shows_both_in_any_order() -> None:
    one, other = key("mood", ValueType.LINE), key("mood", ValueType.SET)
    assert names([other, one]) == names([one, other]) == {one: "mood", other: "mood (set)"}


def test_a_record_is_told_from_its_field() -> None:
    assert record_of(key("title", ValueType.LINE)) == CASE
    assert CASE.key.id == "aa"
