"""What a case lacks for its next step."""

import pytest

from werkboek_desktop.domain import schema
from werkboek_desktop.domain.approvals import Stands, State
from werkboek_desktop.domain.change import RecordKey
from werkboek_desktop.domain.values import Value, ValueType
from werkboek_desktop.domain.view import FieldView, RecordView, Status, Variant
from werkboek_desktop.domain.workflow import FLOW, Balance, balance, gaps, gaps_for, next_status, parts_there

CASE_ID = "c" * 32
AGREED = {"reader": State.STANDS, "municipality": State.STANDS}
EXAMPLES: dict[ValueType, Value] = {
    ValueType.LINE: "Samen de wijk in",
    ValueType.PROSE: "Een zin.",
    ValueType.SET: ("drugslab",),
    ValueType.ENUM: "wijk",
    ValueType.DATE: "2026-01-26",
}


def field_view(*values: Value) -> FieldView:
    variants = tuple(Variant(value, None, 0, (str(number) * 64,)) for number, value in enumerate(values))
    if len(values) == 1:
        return FieldView(Status.SETTLED, values[0], variants[0].changes, variants)
    heads = tuple(change for variant in variants for change in variant.changes)
    return FieldView(Status.CONFLICT, None, heads, variants)


def record(kind: str, deleted: bool = False, /, **values: Value | FieldView) -> RecordView:
    """A record; a field that is a FieldView already stays one."""
    fields = {key: value if isinstance(value, FieldView) else field_view(value) for key, value in values.items()}
    owner = None if kind == "case" else CASE_ID
    return RecordView(RecordKey(kind, owner, CASE_ID), "work", deleted, fields)


def whole_case(**changed: Value | FieldView) -> RecordView:
    kind = schema.kind("case")
    assert kind
    values: dict[str, Value | FieldView] = {
        field.key: EXAMPLES[field.type] for field in kind.fields if field.required_from
    }
    return record("case", **values | changed)


def whole_parts() -> list[RecordView]:
    return [
        record("bottleneck", bottleneck="Angst.", solution="Praten."),
        record("partner", name="Gemeente", role="lead"),
        record("measure", measure="Sluiten", type="repressive"),
        record("measure", measure="Werk", type="preventive"),
        record("image", caption="De wijk", alt="Een straat", rights="Van de gemeente"),
        record("image", caption="Rand", decorative=True, rights="Eigen werk"),
        record(
            "quote", quote="Mooi.", speaker="Fatima", text_authorised_on="2026-01-01", name_authorised_on="2026-01-01"
        ),
    ]


def sentences(target: str, case: RecordView, owned: list[RecordView], stands: Stands = AGREED) -> list[str]:
    return [gap.sentence for gap in gaps_for(target, case, owned, stands)]


def without(kind: str) -> list[RecordView]:
    return [part for part in whole_parts() if part.key.kind != kind]


def test_a_case_goes_one_step_at_a_time() -> None:
    assert FLOW[0] == next_status(None)
    assert next_status("deepening") == "editing"
    assert [next_status(status) for status in ("published", "paused", "withdrawn", "a_newer_one")] == [None] * 4


@pytest.mark.parametrize("target", FLOW)
def test_a_whole_case_lacks_nothing(target: str) -> None:
    assert gaps_for(target, whole_case(), whole_parts(), AGREED) == []


def test_the_first_steps_ask_nothing() -> None:
    assert gaps(record("case"), [], {}) == []
    assert gaps(record("case", status="concept"), [], {}) == []


def test_an_empty_case_lists_all_that_editing_asks() -> None:
    found = gaps(record("case", status="deepening"), [], {})
    assert {gap.status_label for gap in found} == {"Redactie"}
    assert [gap.field for gap in found] == [
        "title",
        "municipalities",
        "summary",
        "context",
        "approach",
        "partnership",
        "balance",
        "effects",
        "ideas",
        "lessons",
        "scale",
        "forms",
        "phase",
        "as_of",
        None,
        None,
        None,
        None,
    ]
    assert found[0].sentence == "‘Titel’ is nog leeg."


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("bottleneck", "Er is nog geen knelpunt met een oplossing."),
        ("partner", "Er is nog geen partner met de rol trekker."),
    ],
)
def test_a_missing_part_is_named(kind: str, sentence: str) -> None:
    assert sentences("with_municipality", whole_case(), without(kind)) == [sentence]


def test_a_deleted_part_is_no_part() -> None:
    lead = record("partner", True, role="lead")
    assert len(sentences("editing", whole_case(), [*without("partner"), lead])) == 1


def test_a_measure_of_both_types_counts_for_both() -> None:
    both = record("measure", type="both")
    assert sentences("editing", whole_case(), [*without("measure"), both]) == []
    assert sentences("editing", whole_case(), without("measure")) == [
        "Er is nog geen repressieve maatregel.",
        "Er is nog geen preventieve maatregel.",
    ]


def test_the_balance_is_counted_from_the_measures() -> None:
    types = ("repressive", "both", "preventive", "preventive", None, "a_newer_one")
    measures = [record("measure", type=type_) for type_ in types]
    measures.append(record("measure", True, type="repressive"))
    assert balance(measures) == Balance(1, 2, 1, 2)


def test_a_conflict_is_open_and_is_not_empty() -> None:
    case = whole_case(title=field_view("De wijk", "De straat"))
    parts = [*without("bottleneck"), record("bottleneck", bottleneck="Angst.", solution=field_view("A.", "B.", "C."))]
    found = gaps_for("editing", case, parts, AGREED)
    assert [(gap.field, gap.sentence) for gap in found] == [
        ("title", "Bij ‘Titel’ staan nog 2 versies."),
        (None, "Bij knelpunt ‘Angst.’, ‘Oplossing’ staan nog 3 versies."),
    ]


def test_a_figure_needs_its_year_and_source() -> None:
    assert sentences("editing", whole_case(inhabitants=4210, inhabitants_source="CBS"), whole_parts()) == [
        "Bij het aantal inwoners ontbreekt het jaar."
    ]


@pytest.mark.parametrize(
    ("stands", "sentence"),
    [
        ({}, "Het akkoord van de gemeente is nog niet vastgelegd."),
        ({"municipality": State.LAPSED}, "De tekst is gewijzigd na het akkoord van de gemeente."),
        ({"municipality": State.REFUSED}, "Er is geen akkoord van de gemeente: het antwoord was nee."),
        ({"municipality": State.ASK_AGAIN}, "Het akkoord van de gemeente moet opnieuw gevraagd worden."),
    ],
)
def test_a_step_tells_of_an_akkoord_that_does_not_stand(stands: Stands, sentence: str) -> None:
    found = {"reader": State.STANDS, **stands}
    assert sentences("with_municipality", whole_case(), whole_parts(), found) == []
    for target in ("approved", "final", "published"):
        assert sentences(target, whole_case(), whole_parts(), found) == [sentence]


def test_an_akkoord_that_lapsed_stands_before_all_that_is_still_empty() -> None:
    first, *rest = sentences("approved", record("case"), [], {"municipality": State.LAPSED})
    assert first == "De tekst is gewijzigd na het akkoord van de gemeente."
    assert len(rest) > 10


def test_the_reader_is_asked_before_the_case_goes_to_its_municipality() -> None:
    asked = "Kijk of iemand te herkennen is, en leg het ja van de tegenlezer vast."
    assert sentences("with_municipality", whole_case(), whole_parts(), {}) == [asked]
    lapsed = sentences("with_municipality", whole_case(), whole_parts(), {"reader": State.LAPSED})
    assert lapsed == ["De tekst is gewijzigd na het akkoord van de tegenlezer."]


def test_final_wants_alt_texts_rights_and_quotes_that_were_authorised() -> None:
    parts = [
        *[part for part in whole_parts() if part.key.kind not in {"image", "quote"}],
        record("image", caption="De wijk"),
        record("image", decorative=False, alt="Een straat", rights="Eigen werk"),
        record("quote", quote="Ik woon hier al veertig jaar en ik blijf hier wonen.", speaker="Fatima"),
        record("quote", quote="Kort.", text_authorised_on="2026-01-01"),
    ]
    assert sentences("final", whole_case(), parts) == [
        "Bij beeld ‘De wijk’ ontbreekt de alt-tekst.",
        "Bij beeld ‘De wijk’ staat nog niet waarom het gedrukt mag worden.",
        "De tekst van citaat ‘Ik woon hier al veertig jaar en ik blijf…’ is nog niet goedgekeurd.",
        "De naam bij citaat ‘Ik woon hier al veertig jaar en ik blijf…’ is nog niet goedgekeurd.",
    ]


def test_a_consent_in_conflict_is_no_consent() -> None:
    quote = record("quote", quote="Kort.", text_authorised_on=field_view("2026-01-01", None))
    assert "De tekst van citaat ‘Kort.’ is nog niet goedgekeurd." in sentences(
        "final", whole_case(), [*without("quote"), quote]
    )


def test_an_embargo_is_said_before_publishing() -> None:
    case = whole_case(status="final", embargo_until="2027-01-09")
    assert [(gap.field, gap.sentence, gap.status_label) for gap in gaps(case, whole_parts(), AGREED)] == [
        ("embargo_until", "Dit mag niet naar buiten vóór 9-1-2027.", "Gepubliceerd")
    ]


def test_a_status_in_conflict_counts_as_the_most_careful() -> None:
    case = whole_case(status=field_view("final", "deepening"), title=None)
    assert {gap.status_label for gap in gaps(case, whole_parts(), AGREED)} == {"Redactie"}


def test_a_numbered_part_is_there_when_something_stands_in_it_or_an_item_was_made() -> None:
    bare = RecordView(RecordKey("case", None, CASE_ID), "work")
    assert not any(parts_there(bare, []))
    case = schema.kind("case")
    assert case
    numbers = sorted(f.number for f in case.fields if f.number is not None)
    pair = RecordView(RecordKey("bottleneck", CASE_ID, "b" * 32), "work")
    parts = parts_there(bare, [pair])
    assert len(parts) == len(numbers) + 1
    assert [at for at, there in enumerate(parts) if there] == [sum(number < 5 for number in numbers)]
