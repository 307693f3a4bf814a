"""A case as blocks."""

from datetime import date

from werkboek_desktop.domain import schema
from werkboek_desktop.domain.fields import Surface
from werkboek_desktop.domain.privacy.clearing import fingerprint
from werkboek_desktop.domain.values import Value, ValueType
from werkboek_desktop.domain.view import RecordView
from werkboek_desktop.publish.blocks import Block, Box, Figure, Heading, Paragraph, Quote, Role, Table, text_of
from werkboek_desktop.publish.cases import COMPOSITE, EVERYTHING, CaseText, Selection
from werkboek_desktop.publish.material import CaseMaterial
from werkboek_desktop.publish.sheet import Desk

from .samples import TODAY, book, case, conflict, id_of, picture, record

PICTURES = {"a" * 64: picture()}
PRINTED_PARTS = ("bottleneck", "measure", "partner", "result", "quote", "image", "source", "timeline", "document")
TEXT = {ValueType.LINE, ValueType.PROSE}


def desk(today: date = TODAY) -> Desk:
    return Desk(book(pictures=PICTURES).lookups, today)


def blocks(material: CaseMaterial, selection: Selection = EVERYTHING) -> list[Block]:
    return CaseText(desk(), material, 2, selection).blocks()


def headings(found: list[Block]) -> list[str]:
    return [text_of(block.runs) for block in found if isinstance(block, Heading)]


def marked(kind: str) -> RecordView:
    """A record whose every text says which field it is of, and whether it may be printed."""
    found = schema.kind(kind)
    assert found is not None
    fields = {field.key: field for field in found.fields if field.type in TEXT}
    words = {
        key: f"{'OPEN' if Surface.PRINT in field.appears else 'GEHEIM'}-{kind}-{key}" for key, field in fields.items()
    }
    return record(kind, kind, **words)


def with_fields(view: RecordView, **fields: Value) -> RecordView:
    more = record(view.key.kind, "", **fields)
    return RecordView(view.key, view.scope, fields={**view.fields, **more.fields})


YES: dict[str, dict[str, Value]] = {
    "quote": {"text_authorised_on": "2026-01-01", "name_authorised_on": "2026-01-01"},
    "image": {"file": "a" * 64},
    "contact": {"printable": True},
}


def whole() -> CaseMaterial:
    """A case in which every text field of everything it owns is filled."""
    owned = {kind: (with_fields(marked(kind), **YES.get(kind, {})),) for kind in schema.owned_kinds("case")}
    return CaseMaterial(marked("case"), owned)


def test_every_text_that_may_be_printed_is_there_and_no_other() -> None:
    printed = repr(blocks(whole()))
    kinds = ["case", *PRINTED_PARTS, "contact"]
    fields = [(kind, field) for kind in kinds if (found := schema.kind(kind)) for field in found.fields]
    # A right is what the check list asks for; it is no text for readers.
    open_ = {
        f"OPEN-{kind}-{field.key}" for kind, field in fields if field.type in TEXT and Surface.PRINT in field.appears
    }
    open_ -= {"OPEN-case-title", "OPEN-case-subtitle", "OPEN-case-inhabitants_source", "OPEN-image-rights"}
    assert {mark for mark in open_ if mark not in printed} == set()
    assert "GEHEIM" not in printed


def test_proofs_approvals_and_comments_are_nobody_elses_business() -> None:
    printed = repr(blocks(whole()))
    for kind in ("proof", "approval", "comment"):
        assert f"-{kind}-" not in printed


def test_the_sections_stand_in_the_order_of_the_schema_with_the_records_that_belong_there() -> None:
    material = case(
        record("timeline", date="2024-01-22", event="Begin"),
        record("partner", name="Politie"),
        record("measure", measure="Sluiten", type="repressive"),
        record("bottleneck", bottleneck="Niemand kwam"),
        record("result", result="Rust"),
        record("source", title="Monitor"),
        record("document", title="Convenant"),
        record("contact", mailbox="a@a.example", printable=True),
        **dict.fromkeys(
            (
                "summary",
                "opening",
                "context",
                "approach",
                "partnership",
                "balance",
                "effects",
                "ideas",
                "lessons",
                "outlook",
                "needs",
                "discussion",
            ),
            "Tekst.",
        ),
    )
    assert headings(blocks(material)) == [
        "In het kort", "Aanleiding en wijk", "Tijdlijn", "Hoe richt u de aanpak in?", "Met wie?", "Partners",
        "Repressie en preventie verbinden", "Maatregelen", "Knelpunten en oplossingen", "Resultaten en effecten",
        "Resultaten", "Vernieuwende ideeën", "Leerpunten en tips", "Vooruitblik en borging",
        "Wat is er nodig? · Waar werkt dit (niet)?", "Om over door te praten", "Meer weten", "Bronnen", "Contact",
    ]  # fmt: skip


def test_a_section_without_text_or_records_has_no_heading() -> None:
    assert headings(blocks(case(context="Tekst.", ideas=None))) == ["Aanleiding en wijk"]


def test_only_the_chosen_sections_are_printed_and_nothing_chosen_is_all() -> None:
    material = case(record("bottleneck", bottleneck="x"), context="Tekst.", ideas="Idee.", lessons="Les.")
    assert headings(blocks(material, Selection(sections=("ideas", "bottlenecks")))) == [
        "Knelpunten en oplossingen",
        "Vernieuwende ideeën",
    ]
    assert len(headings(blocks(material))) == 4


def test_only_the_chosen_pictures_are_printed() -> None:
    images = [record("image", f"beeld-{n}", file="a" * 64, caption=str(n)) for n in (1, 2)]
    material = case(*images, context="Tekst.")
    chosen = blocks(material, Selection(photos=(id_of("beeld-2"),)))
    assert [text_of(block.caption) for block in chosen if isinstance(block, Figure)] == ["2"]
    assert sum(isinstance(block, Figure) for block in blocks(material)) == 2


def test_a_contact_needs_a_yes_of_its_own_and_one_of_the_chapter() -> None:
    material = case(record("contact", mailbox="a@a.example", printable=True))
    assert "a@a.example" in repr(blocks(material))
    assert "a@a.example" not in repr(blocks(material, Selection(contact=False)))


def test_pictures_and_quotes_are_spread_between_the_sections() -> None:
    extras = [
        record("image", file="a" * 64),
        record("quote", quote="Ja.", text_authorised_on="2026-01-01"),
    ]
    material = case(*extras, context="Een.", approach="Twee.", ideas="Drie.")
    kinds = [type(block) for block in blocks(material)]
    assert kinds == [Heading, Paragraph, Figure, Heading, Paragraph, Quote, Heading, Paragraph]


def test_pictures_are_printed_when_there_is_no_text_yet() -> None:
    assert [type(block) for block in blocks(case(record("image", file="a" * 64)))] == [Figure]


def test_the_summary_leads_the_scene_has_no_heading_and_lessons_stand_in_a_box() -> None:
    found = blocks(case(summary="Kort.", opening="Woensdag.", lessons="- Begin klein."))
    assert [block.role for block in found if isinstance(block, Paragraph)] == [Role.LEAD, Role.SCENE]
    assert headings(found) == ["In het kort", "Leerpunten en tips"]
    assert isinstance(found[-1], Box)


def test_a_table_says_which_cells_its_headers_speak_for() -> None:
    (table,) = (
        block for block in blocks(case(record("partner", name="Politie", role="lead"))) if isinstance(block, Table)
    )
    assert table.row_headers
    assert all(len(row) == len(table.headers) for row in table.rows)
    assert {head.scope for head in table.headers} == {"Column"}


def warnings(material: CaseMaterial, today: date = TODAY) -> list[str]:
    made = desk(today)
    CaseText(made, material, 2).blocks()
    return [check.field for check in made.checks]


def test_what_may_keep_a_case_inside_is_on_the_check_list() -> None:
    assert warnings(case(status="approved")) == []
    assert warnings(case(embargo_until="2026-12-15")) == ["embargo_until"]
    assert warnings(case(embargo_until="2026-12-15"), date(2026, 12, 15)) == []
    assert warnings(case(sharing="intern")) == ["sharing"]
    assert warnings(case(sharing=None)) == ["sharing"]
    assert warnings(case(status="withdrawn")) == ["status"]


def test_of_a_disputed_embargo_the_latest_date_counts() -> None:
    made = desk()
    CaseText(made, case(embargo_until=conflict(None, "2027-01-01")), 2).blocks()
    assert any("1 januari 2027" in check.sentence for check in made.checks)


def test_who_made_the_pictures_is_remembered_for_the_colophon() -> None:
    made = desk()
    CaseText(made, case(record("image", file="a" * 64, photographer="Łukasz Nowak")), 2).blocks()
    assert made.credits == ["Łukasz Nowak"]


def test_a_composite_person_is_marked_under_the_part_that_tells_of_them() -> None:
    told = {"summary": "Drie jongeren uit de flat.", "lessons": "- Praat."}
    notes = [block for block in blocks(case(**told)) if isinstance(block, Paragraph) and block.role is Role.NOTE]
    assert notes == []
    marked: dict[str, Value] = {"about": id_of("case"), "field": "summary", "composite": True}
    said = record("clearance", **marked, sentence=fingerprint(told["summary"], b"zout"))
    found = blocks(case(said, **told))
    at = next(i for i, block in enumerate(found) if isinstance(block, Paragraph) and block.role is Role.NOTE)
    assert text_of(found[at].runs) == COMPOSITE  # type: ignore[union-attr]
    assert found[at + 1 : at + 2] == [block for block in found if isinstance(block, Heading)][1:2]
    assert COMPOSITE not in str(blocks(case(said, **told | {"summary": "Iets anders."})))
    quote = record("quote", "q", quote="Een zin.", text_authorised_on="2026-01-01")
    of_quote = record(
        "clearance", **marked | {"about": quote.id, "field": "quote"}, sentence=fingerprint("Een zin.", b"")
    )
    assert COMPOSITE in str(blocks(case(quote, of_quote, **told)))
