"""Who wrote each sentence, element and value."""

import pytest

from werkboek_desktop.domain.blame import blame
from werkboek_desktop.domain.change import MERGE_RULE, Op
from werkboek_desktop.domain.history import Entry, FieldHistory
from werkboek_desktop.domain.values import Value, ValueType


def written(type_: ValueType, **changes: tuple[Value, str]) -> FieldHistory:
    """A field of which each change is called by a letter, and built on the letters behind its value."""
    entries: list[Entry] = []
    for name, (value, parents) in changes.items():
        depth = 1 + max((each.depth for each in entries if each.id in parents), default=0)
        erased = value is None
        entries.append(Entry(name, tuple(parents), depth, value, None, 0, Op.EDIT, MERGE_RULE, erased=erased))
    return FieldHistory(type_, entries)


def found(history: FieldHistory) -> list[tuple[Value, str, str]]:
    return [(each.part, each.by.id, each.version) for each in blame(history)]


def test_a_sentence_keeps_its_writer_through_what_is_written_around_it() -> None:
    history = written(
        ValueType.PROSE,
        a=("De wijk is klein.", ""),
        b=("De wijk is klein. De haven is groot.", "a"),
        c=("Eerst dit nog even.\nDe wijk is klein. De haven is groot.", "b"),
        d=("Eerst dit nog even.\nDe wijk is klein. De haven is erg groot.", "c"),
    )
    assert found(history) == [
        ("Eerst dit nog even.", "c", ""),
        ("De wijk is klein.", "a", ""),
        ("De haven is erg groot.", "d", ""),
    ]


def test_of_a_merged_text_each_has_what_they_wrote() -> None:
    history = written(
        ValueType.PROSE,
        a=("De wijk is klein.", ""),
        b=("Vooraf een woord.\nDe wijk is klein.", "a"),
        c=("De wijk is klein.\nAchteraf een woord.", "a"),
    )
    assert [(part, by) for part, by, _ in found(history)] == [
        ("Vooraf een woord.", "b"),
        ("De wijk is klein.", "a"),
        ("Achteraf een woord.", "c"),
    ]


def test_of_two_versions_each_is_told() -> None:
    history = written(
        ValueType.PROSE,
        a=("De wijk is klein.", ""),
        b=("De wijk is heel klein.", "a"),
        c=("De wijk is nogal klein.", "a"),
    )
    assert set(found(history)) == {("De wijk is heel klein.", "b", "b"), ("De wijk is nogal klein.", "c", "c")}


def test_an_element_is_of_who_brought_it_last() -> None:
    first = {"a": (("x",), ""), "b": (("x", "y"), "a"), "c": (("y",), "b")}
    history = written(ValueType.SET, **first, d=(("x", "y"), "c"), e=(("x", "y", "z"), "d"))
    assert found(history) == [("x", "d", ""), ("y", "b", ""), ("z", "e", "")]


@pytest.mark.parametrize("type_", [ValueType.LINE, ValueType.ENUM])
def test_a_value_is_of_who_wrote_it(type_: ValueType) -> None:
    assert found(written(type_, a=("x", ""), b=("y", "a"))) == [("y", "b", "")]
    disputed = written(type_, a=("x", ""), b=("y", "a"), c=("z", "a"))
    assert set(found(disputed)) == {("y", "b", "b"), ("z", "c", "c")}


def test_of_nothing_and_of_what_was_erased_nobody_wrote_anything() -> None:
    assert not blame(FieldHistory(ValueType.PROSE, ()))
    assert not blame(written(ValueType.PROSE, a=("De wijk.", ""), b=(None, "a")))
