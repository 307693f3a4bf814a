"""The board of what is missing."""

import pytest

from tests.domain.overview.cases import field, made, record
from tests.domain.test_workflow import AGREED, whole_case, whole_parts
from werkboek_desktop.domain.overview.entry import checked, entry
from werkboek_desktop.domain.overview.missing import Cell, Mark, cells, lacking, open_cells, totals
from werkboek_desktop.domain.values import Value
from werkboek_desktop.domain.view import FieldView, RecordView
from werkboek_desktop.domain.workflow import Topic
from werkboek_desktop.resources import municipalities


@pytest.mark.parametrize(
    ("cell", "mark", "words"),
    [
        (Cell(0, 0), Mark.NOT_NEEDED, "niet nodig"),
        (Cell(0, 3), Mark.MISSING, "ontbreekt"),
        (Cell(2, 3), Mark.PARTLY, "2 van 3"),
        (Cell(3, 3), Mark.DONE, "klaar"),
    ],
)
def test_a_cell_says_where_it_stands(cell: Cell, mark: Mark, words: str) -> None:
    assert (cell.mark, cell.words) == (mark, words)


def test_an_empty_case_lacks_everything_but_what_nobody_asks_of_it() -> None:
    cells = made().cells
    needless = {topic for topic, cell in cells.items() if cell.mark is Mark.NOT_NEEDED}
    assert needless == {Topic.RIGHTS, Topic.QUOTES}
    assert cells[Topic.PRIVACY].mark is Mark.UNREAD
    rest = {*cells} - needless - {Topic.PRIVACY}
    assert {cells[topic].mark for topic in rest} == {Mark.MISSING}


def test_a_whole_case_lacks_nothing() -> None:
    parts = [part for part in whole_parts() if part.key.kind != "image"]
    parts += [
        record("image", file="a" * 64, alt="Een straat", rights="Eigen werk"),
        record("proof", sent_on="2026-10-01"),
    ]
    whole = checked(entry(whole_case(), parts, AGREED, municipalities()), Cell(2, 2))
    assert {cell.mark for cell in whole.cells.values()} == {Mark.DONE}
    assert whole.lacks == 0


def test_every_open_cell_has_a_sentence_and_a_place_to_go_to() -> None:
    case = record("case", title="De wijk")
    for owned in ([], [record("image"), record("quote", quote="Mooi.", speaker="Fatima")]):
        gaps = lacking(case, owned, {})
        row = cells(case, owned, gaps)
        asked = {topic for topic, cell in row.items() if cell.mark in {Mark.PARTLY, Mark.MISSING}}
        assert {gap.topic for gap in gaps} == asked
        assert {gap.at[0] for gap in gaps} <= {case.id, *(part.id for part in owned)}
        assert open_cells(row) == len(asked)


def test_the_text_counts_its_required_fields_and_parts() -> None:
    filled = made(title="De wijk", summary="Kort.")
    assert filled.cells[Topic.TEXT].done == 2
    assert filled.cells[Topic.TEXT].of == made().cells[Topic.TEXT].of
    disputed = made(title=field("De wijk", "De straat"))
    assert disputed.cells[Topic.TEXT] == Cell(1, made().cells[Topic.TEXT].of + 1)


def test_a_photo_counts_when_its_file_and_alt_text_are_there() -> None:
    images = [
        record("image", file="a" * 64, alt="Een straat"),
        record("image", file="b" * 64),
        record("image", alt="x"),
    ]
    cells = made(images).cells
    assert cells[Topic.PHOTO] == Cell(1, 3)
    assert cells[Topic.RIGHTS] == Cell(0, 3)
    photos = [gap.at for gap in lacking(record("case"), images, {}) if gap.topic is Topic.PHOTO]
    assert photos == [(images[1].id, "alt"), (images[2].id, "file")]


def test_a_quote_asks_for_its_text_and_for_the_name_of_who_spoke() -> None:
    quotes = [record("quote", quote="Mooi.", speaker="Fatima", text_authorised_on="2026-01-01")]
    assert made(quotes).cells[Topic.QUOTES] == Cell(1, 2)


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([], ""),
        ([record("proof", deadline="2026-12-01")], "2026-12-01"),
        ([record("proof", deadline="2026-12-01"), record("proof", deadline="2026-11-01")], "2026-11-01"),
    ],
)
def test_the_first_answer_that_is_due_counts(parts: list[RecordView], expected: str) -> None:
    assert made(parts).deadline == expected


def test_a_proof_that_was_answered_is_not_waited_for() -> None:
    proof = record("proof", deadline="2026-12-01")
    assert made([proof, record("approval", proof=proof.id)]).deadline == ""


def test_the_totals_count_every_case_in_every_column() -> None:
    rows = [made().cells, made(title="De wijk").cells, made([record("image")]).cells]
    assert all(sum(counts.values()) == len(rows) for counts in totals(rows).values())


@pytest.mark.parametrize("who", ["Jan de Vries", field("Jan de Vries", "Jan Vries")])
def test_no_sentence_names_a_person(who: Value | FieldView) -> None:
    parts = [
        record("proof", sent_to=who, sent_on=field("2026-01-01", "2026-01-02")),
        record("approval", by=who, type="reader", on=field("2026-01-01", "2026-01-02")),
        record("quote", quote="Mooi.", speaker=who),
        record("image", photographer=who),
    ]
    case = record("case", written_by=who, assignee=who)
    assert not [gap.sentence for gap in lacking(case, parts, {}) if "Vries" in gap.sentence]
