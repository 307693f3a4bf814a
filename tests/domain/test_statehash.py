from hashlib import sha256

from werkboek_desktop.domain.change import FieldKey, Scope
from werkboek_desktop.domain.statehash import project_hash, scope_hash
from werkboek_desktop.domain.values import ValueType

TITLE = FieldKey("work", "case", None, "ab" * 16, "title", ValueType.LINE)
MEASURE = FieldKey("work", "measure", "ab" * 16, "cd" * 16, "measure", ValueType.LINE)
A, B, C = ("0" * 63 + digit for digit in "abc")


def test_the_exact_bytes() -> None:
    case = b"case\0\0" + b"ab" * 16 + b"\0title\0line"
    measure = b"measure\0" + b"ab" * 16 + b"\0" + b"cd" * 16 + b"\0measure\0line"
    expected = sha256(
        b"werkboek state 1\0work\0"
        + len(case).to_bytes(4, "big")
        + case
        + b"\0\0\0\2"
        + bytes.fromhex(A + B)
        + len(measure).to_bytes(4, "big")
        + measure
        + b"\0\0\0\1"
        + bytes.fromhex(C)
        + bytes(4)
        + bytes.fromhex(A + C)
    )
    assert scope_hash(Scope.WORK, [(MEASURE, [C]), (TITLE, [B, A])], [C, A]) == expected.hexdigest()


def test_of_a_project_it_is_the_hash_of_both_scopes() -> None:
    empty = {scope: scope_hash(scope, []) for scope in Scope}
    expected = b"werkboek state 1\0people\0" + bytes.fromhex(empty[Scope.PEOPLE])
    expected += b"work\0" + bytes.fromhex(empty[Scope.WORK])
    assert project_hash(empty) == sha256(expected).hexdigest()


def test_a_field_with_nothing_but_erases_is_left_out() -> None:
    assert scope_hash(Scope.WORK, [(TITLE, [])], [A]) == scope_hash(Scope.WORK, [], [A])
    assert scope_hash(Scope.WORK, [], [A]) != scope_hash(Scope.WORK, [])


def test_every_part_of_the_key_counts() -> None:
    keys = [
        TITLE,
        TITLE._replace(kind="chapter"),
        TITLE._replace(owner="cd" * 16),
        TITLE._replace(record="cd" * 16),
        TITLE._replace(field="subtitle"),
        TITLE._replace(type=ValueType.PROSE),
        TITLE._replace(field=None, type=None),
    ]
    assert len({scope_hash(Scope.WORK, [(key, [A])]) for key in keys}) == len(keys)
    assert scope_hash(Scope.WORK, []) != scope_hash(Scope.PEOPLE, [])
