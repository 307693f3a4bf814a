"""The schema against the contract of the command line, written out."""

import json
import re
from collections.abc import Callable

import pytest

from tests.domain.contract import KEYS, contract
from werkboek_desktop.domain import schema
from werkboek_desktop.domain.change import Scope
from werkboek_desktop.domain.schema import Field, Kind, Privacy, Surface
from werkboek_desktop.domain.values import ValueType

ALL_FIELDS = [(kind, field) for kind in schema.kinds() for field in kind.fields]
NAMES = [f"{kind.key}.{field.key}" for kind, field in ALL_FIELDS]
KEY = re.compile(r"[a-z0-9_]{1,64}")
FREE_TEXT = Privacy.FREE_TEXT
each_kind = pytest.mark.parametrize("kind", schema.kinds(), ids=lambda kind: kind.key)


def find(name: str) -> Field:
    field = schema.field(*name.split("."))
    assert field is not None
    return field


def case() -> Kind:
    kind = schema.kind("case")
    assert kind is not None
    return kind


def test_every_kind_of_the_contract_is_there_with_its_owner_scope_and_keys() -> None:
    found = {
        kind.key: (
            ",".join(kind.owners),
            str(kind.scope),
            {field.key: str(field.type) for field in kind.fields},
        )
        for kind in schema.kinds()
    }
    assert found == contract()


def test_the_lists_have_the_keys_of_the_contract() -> None:
    found = {f"{kind.key}.{field.key}": field.keys for kind, field in ALL_FIELDS if field.keys}
    expected = {name: tuple(keys.split()) for name, keys in KEYS.items()}
    expected["signup.forms"] = expected["case.forms"]
    expected["chapter.sections"] = expected["note.section"]
    assert found == expected


def broken(rule: Callable[[Kind, Field], bool]) -> list[str]:
    return [f"{kind.key}.{field.key}" for kind, field in ALL_FIELDS if not rule(kind, field)]


def says_in_dutch(kind: Kind, field: Field) -> bool:
    sentences = (field.help or "Geen.", schema.retention(kind, field), *field.questions)
    return (
        field.label == field.label.strip()
        and field.label[0].isupper()
        and all(sentence.endswith((".", "?")) for sentence in sentences)
    )


def has_a_proper_list(_kind: Kind, field: Field) -> bool:
    keys = field.keys or ()
    labels = {option.label for option in field.options}
    return len(set(keys)) == len(keys) and len(labels) == len(field.options) and all(map(KEY.fullmatch, keys))


def test_a_field_says_in_dutch_what_it_is() -> None:
    assert broken(says_in_dutch) == []


def test_a_list_has_no_key_or_label_twice_and_only_keys_that_an_enum_can_hold() -> None:
    assert broken(has_a_proper_list) == []
    assert broken(lambda _, field: field.type is not ValueType.ENUM or bool(field.options)) == []


def test_a_reference_points_at_kinds_that_exist() -> None:
    assert broken(lambda _, field: all(schema.kind(key) for key in field.refers)) == []
    assert broken(lambda _, field: field.type is not ValueType.REFERENCE or bool(field.refers)) == []


def test_no_person_is_shown_on_the_beamer() -> None:
    shown = [(kind, field) for kind, field in ALL_FIELDS if Surface.BEAMER in field.appears]
    assert {kind.scope for kind, _ in shown} == {Scope.WORK}
    assert [field.key for _, field in shown if field.privacy is Privacy.PERSON] == ["file"]


def test_what_prose_says_is_free_text() -> None:
    assert broken(lambda _, field: field.type is not ValueType.PROSE or field.privacy is FREE_TEXT) == []


@each_kind
def test_a_kind_says_in_dutch_what_it_is_and_has_a_name_and_columns(kind: Kind) -> None:
    keys = {field.key for field in kind.fields}
    assert kind.label
    assert kind.plural
    assert set(kind.title) <= keys
    assert kind.columns or kind.key == "edition"
    assert len(keys) == len(kind.fields)
    assert all(schema.kind(owner) for owner in kind.owners)


def test_every_numbered_section_asks_its_questions() -> None:
    numbers = {field.number: field for field in case().fields if field.number is not None}
    bottleneck = schema.kind("bottleneck")
    assert bottleneck is not None
    assert bottleneck.questions
    assert sorted([*numbers, bottleneck.number or 0]) == list(range(12))
    assert all(field.questions for field in numbers.values())


def test_the_words_that_domain_experts_advise() -> None:
    advised = {field.key: tuple(field.words) for field in case().fields if field.words}
    assert advised == {
        "summary": (0, 100),
        "opening": (0, 80),
        "context": (150, 250),
        "approach": (200, 300),
        "partnership": (100, 200),
        "balance": (150, 250),
        "effects": (100, 200),
        "ideas": (80, 150),
        "outlook": (60, 120),
        "needs": (80, 150),
    }


def test_what_a_case_must_have_from_editing_on() -> None:
    required = {field.key for field in case().fields if field.required_from}
    assert required == {
        "title",
        "municipalities",
        "forms",
        "scale",
        "phase",
        "as_of",
        "summary",
        "context",
        "approach",
        "partnership",
        "balance",
        "effects",
        "ideas",
        "lessons",
    }


def test_the_intake_form_asks_nine_things() -> None:
    asked = {f"{kind.key}.{field.key}" for kind, field in ALL_FIELDS if Surface.INTAKE in field.appears}
    sections = {f"case.{key}" for key in ["summary", "context", "approach", "partnership", "ideas"]}
    contact = {f"contact.{key}" for key in ["mailbox", "name", "function", "email", "phone", "printable"]}
    assert asked == sections | contact | {
        "case.title",
        "case.municipalities",
        "bottleneck.bottleneck",
        "bottleneck.solution",
    }


def test_what_is_never_printed() -> None:
    for name in ("case.editor_note", "case.status", "case.assignee", "comment.text", "contact.printable"):
        assert not find(name).appears & {Surface.PRINT, Surface.BEAMER}


def test_a_record_says_which_kinds_it_may_own() -> None:
    assert "contact" in schema.owned_kinds("signup")
    assert schema.owned_kinds("masterclass") == ("attendance", "session", "note", "canvas")
    assert schema.owned_kinds("term") == ()
    assert schema.owned_kinds("from_a_newer_program") == ()


def test_what_a_newer_program_knows_is_unknown_and_no_error() -> None:
    assert schema.kind("hologram") is None
    assert schema.field("case", "hologram") is None
    assert schema.field("hologram", "title") is None


@pytest.mark.parametrize(
    ("name", "values", "most_careful"),
    [
        ("case.status", ["published", "editing"], "editing"),
        ("case.status", ["published", "withdrawn"], "withdrawn"),
        ("case.status", ["registered", "a_newer_status"], "a_newer_status"),
        ("case.sharing", ["openbaar", "intern", "gemeenten"], "intern"),
        ("case.sharing", ["openbaar", None], None),
        ("case.embargo_until", ["2027-01-01", None, "2028-01-01"], "2028-01-01"),
        ("contact.printable", [True, False], False),
        ("contact.printable", [True, None], None),
        ("source.background_only", [None, True], True),
        ("attendee.consent_photo", ["2026-01-01", None], None),
        ("quote.text_authorised_on", ["2026-02-01", "2026-01-01"], "2026-01-01"),
        ("chapter.print_contact", [True, False], False),
    ],
)
def test_in_conflict_the_most_careful_variant_counts(
    name: str, values: list[str | bool | None], most_careful: str | bool | None
) -> None:
    for order in (values, values[::-1]):
        assert schema.most_careful(find(name), order) == most_careful


def test_whatever_decides_about_leaving_the_room_knows_its_most_careful_variant() -> None:
    words = ("status", "consent_", "authorised", "printable", "sharing", "embargo", "background_only")
    careless = [name for name in NAMES if any(word in name for word in words) and not find(name).careful]
    assert careless == ["case.status_reason"]


def test_the_schema_as_json_has_the_shape_of_the_contract() -> None:
    document = json.loads(json.dumps({kind.key: schema.as_json(kind) for kind in schema.kinds()}))
    assert document["case"]["owner"] is None
    assert document["measure"]["owner"] == "case"
    assert document["contact"]["owner"] == ["case", "signup"]
    assert document["contact"]["scope"] == "people"
    assert document["case"]["fields"]["title"] == {
        "type": "line",
        "label": "Titel",
        "keys": None,
        "required_from": "editing",
        "privacy": "none",
        "appears": ["beamer", "csv", "form", "intake", "list", "print", "search"],
    }
    assert document["case"]["fields"]["scale"]["keys"][0] == "pand"
