"""What a case owns, as blocks."""

from collections.abc import Iterator

import pytest

from werkboek_desktop.domain.view import RecordView
from werkboek_desktop.publish import parts
from werkboek_desktop.publish.blocks import Box, Figure, ListBlock, Quote, Table, plain, texts
from werkboek_desktop.publish.sheet import Desk, Sheet

from .samples import TODAY, book, conflict, picture, record


@pytest.fixture
def desk() -> Desk:
    return Desk(book().lookups, TODAY)


def fields_of(desk: Desk) -> list[str]:
    return [check.field for check in desk.checks]


def shown(table: Table | None) -> list[list[str]]:
    assert table is not None
    return [[head.text for head in table.headers], *([" ".join(texts(cell)) for cell in row] for row in table.rows)]


def lines(block: ListBlock | Box | None) -> list[str]:
    return list(texts([block])) if block else []


def test_a_table_has_the_columns_that_somebody_filled(desk: Desk) -> None:
    measures = [
        record("measure", measure="Sluiten", type="repressive", instrument="sluiting"),
        record("measure", measure="Praten", type="both", state="loopt"),
    ]
    assert shown(parts.table(desk.sheets(measures))) == [
        ["Maatregel", "Soort", "Instrument", "Stand"],
        ["Sluiten", "Repressief", "Sluiting (art. 13b Opiumwet, Damocles)", ""],
        ["Praten", "Beide", "", "loopt"],
    ]


def test_bottlenecks_read_from_problem_to_proof(desk: Desk) -> None:
    bottleneck = record("bottleneck", bottleneck="Niemand kwam.", solution="- soep\n- brood", works="ja")
    assert shown(parts.table(desk.sheets([bottleneck]))) == [
        ["Knelpunt", "Oplossing", "Werkt dat?"],
        ["Niemand kwam.", "soep brood", "ja"],
    ]


def test_no_records_or_empty_ones_make_no_table(desk: Desk) -> None:
    assert parts.table([]) is None
    assert parts.table(desk.sheets([record("partner"), record("partner", "b")])) is None


def quotes(desk: Desk, *records: RecordView) -> list[Quote]:
    return list(parts.quotes(desk.sheets(records)))


def test_a_quote_is_printed_with_the_name_when_both_were_authorised(desk: Desk) -> None:
    said = record(
        "quote",
        quote="Goed.",
        speaker="Ayşe Yıldız",
        function="bewoner",
        text_authorised_on="2026-01-01",
        name_authorised_on="2026-01-02",
    )
    assert quotes(desk, said) == [Quote((plain("Goed."),), "Ayşe Yıldız, bewoner")]


def test_without_a_yes_to_the_name_the_speaker_is_somebody_involved(desk: Desk) -> None:
    said = record("quote", quote="Goed.", speaker="Ayşe Yıldız", function="bewoner", text_authorised_on="2026-01-01")
    assert quotes(desk, said) == [Quote((plain("Goed."),), "betrokkene, bewoner")]


def test_a_quote_whose_text_was_not_authorised_is_left_out_and_named(desk: Desk) -> None:
    unsure = record("quote", quote="Twijfel.", text_authorised_on=conflict("2026-01-01", None))
    assert quotes(desk, record("quote", quote="Nooit."), unsure) == []
    assert set(fields_of(desk)) == {"text_authorised_on"}
    assert len(desk.checks) == 3


def figures(desk: Desk, image: bytes | None, **fields: object) -> Iterator[Figure]:
    view = record("image", file="a" * 64, **fields)  # type: ignore[arg-type] # values of a test
    return parts.figures([Sheet(view, desk)], lambda _sha: image)


def test_a_picture_has_its_caption_alt_text_and_maker(desk: Desk) -> None:
    image = picture()
    found = list(
        figures(desk, image, caption="Een plein.", alt="Een plein met een boom.", photographer="Łukasz", rights="vrij")
    )
    assert found == [Figure(image, "Een plein met een boom.", False, plain("Een plein."), "Łukasz")]
    assert desk.checks == []


def test_a_picture_without_alt_text_or_rights_is_printed_and_named(desk: Desk) -> None:
    assert len(list(figures(desk, picture(), caption="x"))) == 1
    assert fields_of(desk) == ["alt", "rights"]


def test_a_decorative_picture_needs_no_alt_text(desk: Desk) -> None:
    (found,) = figures(desk, picture(), decorative=True, alt="toch iets", rights="vrij")
    assert (found.alt, found.decorative) == ("", True)
    assert desk.checks == []


@pytest.mark.parametrize("image", [None, b"", b"rommel", picture(50, 50)[:90]])
def test_a_picture_that_is_not_here_or_cannot_be_read_is_named(desk: Desk, image: bytes | None) -> None:
    assert list(figures(desk, image)) == []
    assert fields_of(desk) == ["file"]


def test_a_picture_with_too_many_pixels_is_not_opened(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "PIXELS", 60 * 40 - 1)
    assert list(figures(desk, picture(60, 40))) == []
    monkeypatch.setattr(parts, "PIXELS", 60 * 40)
    assert len(list(figures(desk, picture(60, 40)))) == 1


def test_a_source_says_where_and_when_and_background_is_never_printed(desk: Desk) -> None:
    sources = [
        record("source", title="Monitor", url="https://a.example/x", consulted_on="2026-09-14"),
        record("source", title="Kluis", url="https://b.example", background_only=True),
        record("source", title="Twijfel", background_only=conflict(False, True)),
        record("source", title="Gesprek", background_only=False),
        record("source", title="Site", url="www.c.example"),
    ]
    block = parts.sources(desk.sheets(sources))
    assert lines(block) == [
        "Monitor, https://a.example/x, geraadpleegd op 14 september 2026",
        "Gesprek",
        "Site, www.c.example",
    ]
    assert block is not None
    assert [run.link for item in block.items for run in item.runs if run.link] == ["https://a.example/x"]
    assert "consulted_on" in fields_of(desk)


def test_documents_are_listed(desk: Desk) -> None:
    documents = [record("document", title="Convenant", url="https://a.example"), record("document", file="a" * 64)]
    assert lines(parts.documents(desk.sheets(documents))) == ["Convenant, https://a.example"]
    assert parts.documents([]) is None


def test_only_a_contact_that_said_yes_is_printed(desk: Desk) -> None:
    contacts = [
        record("contact", mailbox="wijk@a.example", function="postbus", printable=True),
        record("contact", name="Samira", email="s@a.example"),
        record("contact", name="Twijfel", printable=conflict(True, False)),
    ]
    box = parts.contacts(desk.sheets(contacts))
    assert lines(box) == ["wijk@a.example, postbus"]
    assert box is not None
    assert parts.contacts(desk.sheets(contacts[1:])) is None
