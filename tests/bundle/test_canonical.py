"""One spelling of JSON."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkboek_desktop.bundle import limits
from werkboek_desktop.bundle.canonical import check_line, check_shape, decode_object, encode, is_spelling
from werkboek_desktop.errors import BundleDamaged


def test_what_is_encoded_is_decoded() -> None:
    value = {"a": [1, None, True, "é\u2028\n\x7f"], "b": {}}
    assert decode_object(encode(value).encode(), "x") == value


SPELLINGS = [
    *(b"", b"[]", b"1", b'{"a":1.0}', b'{"a":NaN}', b'{"a": 1}', b'{"b":1,"a":2}', b'{"a":1,"a":1}', b'{"a":1}\n'),
    *(b'{"a":"\\u00e9"}', b'{"a":"\\ud800"}', b'\xef\xbb\xbf{"a":1}', b'{"a":"\xff"}', b'{"a":' + b"9" * 5000 + b"}"),
]


@pytest.mark.parametrize("data", SPELLINGS)
def test_any_other_spelling_is_refused(data: bytes) -> None:
    with pytest.raises(BundleDamaged):
        decode_object(data, "x")


ATOMS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="{"))
)


@given(st.recursive(ATOMS, lambda inner: st.lists(inner) | st.lists(inner).map(tuple)))
def test_what_has_no_object_has_the_same_spelling(value: object) -> None:
    data = encode(value).encode()
    assert is_spelling(data, value)
    assert not is_spelling(data + b" ", value)


def test_every_character_has_one_spelling() -> None:
    text = "".join(chr(code) for code in range(0x11_0000) if not 0xD800 <= code <= 0xDFFF and chr(code) != "{")
    assert is_spelling(encode([text]).encode(), [text])


def test_nesting_is_bounded_before_parsing() -> None:
    deepest = limits.JSON_DEPTH
    check_shape(b"[" * deepest + b"]" * deepest, "x")
    check_shape(b"[]" * 100, "x")
    check_shape(b'["' + b"[" * 100 + b'"]', "x")
    check_shape(b'["\\"[[[[[[[[[[[[[[[[[["]', "x")
    with pytest.raises(BundleDamaged):
        check_shape(b"[" * (deepest + 1) + b"]" * (deepest + 1), "x")
    with pytest.raises(BundleDamaged):
        check_shape(b'["\\\\",' + b"[" * deepest + b"]" * deepest + b"]", "x")


def test_keys_are_bounded_before_parsing() -> None:
    most = limits.JSON_KEYS
    check_shape(b'{"a":1}' * most, "x")
    check_shape(b'["' + b":" * 100 + b'"]', "x")
    with pytest.raises(BundleDamaged):
        check_shape(b'{"a":1}' * (most + 1), "x")


def test_a_line_holds_few_lists_and_objects_whatever_its_text_holds() -> None:
    most = limits.JSON_DEPTH
    check_line(b"[]" * most, "x")
    check_line(b'["' + b"[{:" * 100 + b'"]', "x")
    for line in (b"[]" * (most + 1), b"{}" * (most + 1), b'{"a":1}' * (limits.JSON_KEYS + 1)):
        with pytest.raises(BundleDamaged):
            check_line(line, "x")


@pytest.mark.parametrize("end", [b"", b"\\", b'"', b"\n"])
def test_a_text_that_never_closes_takes_one_pass(end: bytes) -> None:
    check_shape(b'["' + b'\\"' * 500_000 + b"[" * 20 + end, "x")
    check_shape(b'"' * 500_000 + b":" * 20 + end, "x")
