"""The demo project as its author wrote it: the files in resources/demo keep to the schema and to their README."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from PIL import Image

from werkboek_desktop.domain import schema
from werkboek_desktop.domain.fields import Field
from werkboek_desktop.domain.kinds.sections import SECTIONS
from werkboek_desktop.domain.prose import canonical_prose
from werkboek_desktop.domain.text import clean_line, count_words
from werkboek_desktop.domain.values import Value, ValueType, from_json
from werkboek_desktop.resources import resource

type Table = dict[str, Any]

FOLDER = resource("demo")
META = {"id", "author", "at", "edit"}
MUNICIPALITIES = {"Meerdrecht", "Lindevaart", "Zuiderkamp", "Duinrade", "Havenrijk", "Broekmeer"}
NEW = re.compile(r"([a-z]+):new(?:@@([a-z0-9-]+))?")
ADDRESS = re.compile(r"https?://([^/\s)]+)|@([\w.-]+\.\w+)")


class Record(NamedTuple):
    kind: str
    data: Table

    @property
    def slug(self) -> str:
        return str(self.data.get("id", ""))


def load(path: Path) -> Table:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def tables(value: object) -> list[Table]:
    return value if isinstance(value, list) and value and isinstance(value[0], dict) else []


def records_in(kind: str, data: Table) -> Iterator[Record]:
    yield Record(kind, data)
    for key in data.keys() - META:
        for part in tables(data[key]):
            yield from records_in(key, part)


def loose_records(data: Table) -> Iterator[Record]:
    for kind, value in data.items():
        for table in tables(value):
            yield from records_in(kind, table)


def all_records() -> Iterator[Record]:
    yield Record("workbook", load(FOLDER / "project.toml")["workbook"])
    for name in ("project.toml", "attendees.toml", "signups.toml"):
        yield from loose_records(load(FOLDER / name))
    for folder, kind in (("cases", "case"), ("masterclasses", "masterclass")):
        for path in sorted((FOLDER / folder).glob("*.toml")):
            yield from records_in(kind, load(path))


RECORDS = list(all_records())
BY_SLUG = {record.slug: record for record in RECORDS if record.slug}
CASES = [record.data for record in RECORDS if record.kind == "case"]
BUNDLES = load(FOLDER / "bundles.toml")["bundle"]

each_case = pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])


def filled_fields() -> Iterator[tuple[Record, Field, Any]]:
    for record in RECORDS:
        for key, value in record.data.items():
            if key not in META and not tables(value):
                field = schema.field(record.kind, key)
                assert field is not None, f"{record.kind} has no field {key}"
                yield record, field, value


def assert_fits(field: Field, value: Any) -> None:
    """A value as a file has it is one that the schema allows, and already in its clean form."""
    if field.type in {ValueType.REFERENCE, ValueType.ATTACHMENT} or (field.refers and field.type is ValueType.SET):
        return
    checked = from_json(field.type, sorted(value) if field.type is ValueType.SET else value)
    if field.type is ValueType.PROSE:
        assert checked == canonical_prose(value)
    if field.type is ValueType.LINE:
        assert checked == clean_line(value)
    if field.keys and not field.open:
        assert set(elements(checked)) <= set(field.keys), f"{field.key}: {value}"


def elements(value: Value) -> tuple[Value, ...]:
    return value if isinstance(value, tuple) else (value,)


def test_every_file_is_clean_toml() -> None:
    for path in FOLDER.rglob("*.toml"):
        text = path.read_bytes().decode("utf-8")
        assert tomllib.loads(text)
        assert "\r" not in text
        assert not re.search(r"(?<=\S) {2,}| +$|\t", text, re.MULTILINE), path.name


def test_every_value_fits_its_field() -> None:
    for _, field, value in filled_fields():
        assert_fits(field, value)


def test_every_record_stands_under_an_owner_of_its_kind() -> None:
    for record in RECORDS:
        for key in record.data.keys() - META:
            if tables(record.data[key]):
                assert key in schema.owned_kinds(record.kind), f"a {record.kind} owns no {key}"


def test_every_reference_names_a_record_of_the_right_kind() -> None:
    for record, field, value in filled_fields():
        if field.refers:
            for slug in elements(tuple(value) if isinstance(value, list) else value):
                assert BY_SLUG[str(slug).removeprefix("@")].kind in field.refers, f"{record.kind}.{field.key}"


def test_every_author_is_a_person() -> None:
    files = [load(path) for path in FOLDER.glob("*.toml")]
    edits = [edit for case in CASES for edit in case.get("edit", ())]
    for data in [*files, *(record.data for record in RECORDS), *edits, *BUNDLES]:
        if "author" in data:
            assert BY_SLUG[data["author"].removeprefix("@")].kind == "person"


def test_no_slug_stands_twice() -> None:
    slugs = Counter(record.slug for record in RECORDS if record.slug)
    assert [slug for slug, times in slugs.items() if times > 1] == []


def test_every_picture_is_there_and_light() -> None:
    named = {value for _, field, value in filled_fields() if field.type is ValueType.ATTACHMENT}
    assert len(named) >= 6
    for name in named:
        with Image.open(FOLDER / name) as image:
            assert image.size == (1200, 800)
        assert (FOLDER / name).stat().st_size < 200_000


def test_no_address_or_number_can_reach_anybody() -> None:
    for path in FOLDER.rglob("*.toml"):
        text = path.read_text(encoding="utf-8")
        for match in ADDRESS.finditer(text):
            assert (match[1] or match[2]).endswith(".example"), match[0]
        for number in re.findall(r"\b0\d[\d -]{7,}", text):
            assert number.startswith("06 1234 56"), number


def test_there_are_six_cases_of_six_municipalities_that_do_not_exist() -> None:
    named = [name for case in CASES for name in case["municipalities"]]
    assert sorted(named) == sorted(MUNICIPALITIES)
    for record in RECORDS:
        if "municipality" in record.data:
            assert record.data["municipality"] in MUNICIPALITIES


def test_the_cases_stand_at_the_states_that_matter() -> None:
    states = Counter(case["status"] for case in CASES)
    assert states == {"final": 1, "approved": 2, "editing": 1, "deepening": 1, "concept": 1}


def test_there_are_two_masterclasses_and_twenty_five_attendees() -> None:
    kinds = Counter(record.kind for record in RECORDS)
    assert (kinds["masterclass"], kinds["attendee"], kinds["chapter"]) == (2, 25, 3)
    assert {record.data["status"] for record in RECORDS if record.kind == "masterclass"} == {"finished", "open"}


@each_case
def test_a_case_is_real_writing(case: Table) -> None:
    words = sum(count_words(case.get(section.key, "")) for section in SECTIONS)
    assert 600 <= words <= 1200


@each_case
def test_a_case_has_what_a_reader_expects(case: Table) -> None:
    least = {"measure": 4, "bottleneck": 3, "quote": 2, "image": 1, "timeline": 3, "result": 1, "document": 1}
    for kind, number in least.items():
        assert len(case[kind]) >= number, kind
    assert {"repressive", "preventive"} <= {measure["type"] for measure in case["measure"]}
    assert [partner["role"] for partner in case["partner"]].count("lead") == 1
    assert any(source["background_only"] for source in case["source"])
    assert any(not contact["printable"] for contact in case["contact"])


@each_case
def test_a_case_from_editing_on_has_all_that_is_required(case: Table) -> None:
    kind = schema.kind("case")
    assert kind is not None
    if case["status"] in {"editing", "approved", "final"}:
        assert [field.key for field in kind.fields if field.required_from and field.key not in case] == []


def edited(value: Any, edit: Table) -> Any:
    """What an edit makes of a value; every sentence that it replaces stands there once."""
    if "value" in edit:
        return edit["value"]
    for change in edit["replace"]:
        assert value.count(change["old"]) == 1, change["old"]
        value = value.replace(change["old"], change["new"])
    return value


def test_every_edit_of_a_case_applies_to_the_text_of_its_file() -> None:
    for case in CASES:
        for edit in case.get("edit", ()):
            record = BY_SLUG[edit.get("target", "@" + case["id"]).removeprefix("@")]
            field = schema.field(record.kind, edit["field"])
            assert field is not None
            assert_fits(field, edited(record.data[edit["field"]], edit))


def test_every_bundle_applies_to_the_files_or_to_the_bundle_before_it() -> None:
    for bundle in BUNDLES:
        before = [other for other in BUNDLES if other["id"] == bundle.get("after")]
        values = {record.slug: dict(record.data) for record in RECORDS}
        kinds = {slug: record.kind for slug, record in BY_SLUG.items()}
        for edit in [edit for part in (*before, bundle) for edit in part["edit"]]:
            slug = edit["target"].removeprefix("@")
            if new := NEW.fullmatch(edit["target"]):
                assert new[2] in BY_SLUG
                slug = edit["ref"]
                kinds[slug], values[slug] = new[1], {}
            if edit["field"] != "deleted":
                field = schema.field(kinds[slug], edit["field"])
                assert field is not None
                values[slug][field.key] = edited(values[slug].get(field.key), edit)
                assert_fits(field, values[slug][field.key])


def test_one_case_is_in_conflict_and_only_in_one_field() -> None:
    in_conflict = []
    for case in CASES:
        replaced = Counter(
            (edit["field"], change["old"]) for edit in case.get("edit", ()) for change in edit.get("replace", ())
        )
        in_conflict += [(case["id"], field) for (field, _), times in replaced.items() if times > 1]
    assert in_conflict == [("kolenbuurt", "partnership")]


def test_the_late_bundle_changes_a_text_that_was_approved() -> None:
    late = next(bundle for bundle in BUNDLES if bundle["id"] == "anna-laat")
    for edit in late["edit"]:
        case = BY_SLUG[edit["target"].removeprefix("@")].data
        assert case["status"] == "approved"
        assert max(approval["on"] for approval in case["approval"]) < late["made"]
