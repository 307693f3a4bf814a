"""The whole book as one text: nothing is missed and nothing stands twice."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from werkboek_desktop.domain.readthrough import LOOSE, Part, chosen, find, with_texts
from werkboek_desktop.domain.readthrough import Book as Read
from werkboek_desktop.domain.values import Value
from werkboek_desktop.errors import Cancelled
from werkboek_desktop.settings import App
from werkboek_desktop.workspace import Workspace


class Book:
    """Three chapters, one below another; two tell the same case, and one case is in none."""

    def __init__(self, folder: Path) -> None:
        here = App.of_this_computer()
        app = App(folder / "marit", here.clock, here.entropy)
        self.file = folder / "boek.werkboek"
        self.workspace = made = Workspace.create(self.file, app, name="Ons boek", author="Marit de Wit")
        workbook = made.project.workbook
        self.told = self.add("case", None, title="De Kolenbuurt", status="editing", summary="De *buurt* was stil.")
        self.loose = self.add("case", None, title="Aan de haven", status="concept", summary="Geen buurt, wel water.")
        self.add("bottleneck", self.told, bottleneck="Niemand belt.", solution="Wij bellen zelf.")
        self.theme = self.add("chapter", workbook, title="Thema", intro="Over de buurt.", status="meelezen")
        self.first = self.add("chapter", workbook, title="Eerst", case=self.told)
        self.again = self.add("chapter", workbook, title="Nog eens", case=self.told)
        made.move(self.first, self.theme, None)

    def add(self, kind: str, owner: str | None, **fields: Value) -> str:
        return str(self.workspace.create_record(kind, owner, fields).record)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    made = Book(tmp_path)
    yield made
    made.workspace.close()


def shape(parts: list[Part]) -> list[tuple[int, str]]:
    return [(part.level, part.title) for part in parts]


def test_every_text_stands_once_and_in_reading_order(book: Book) -> None:
    parts = book.workspace.read_through()
    assert shape(parts) == [
        (1, "Ons boek"),
        (1, "Thema"),
        (2, "Eerst"),
        (3, "De Kolenbuurt"),
        (1, "Nog eens"),
        (2, "De Kolenbuurt"),
        (1, "In geen hoofdstuk"),
        (2, "Aan de haven"),
    ]
    assert parts[5].told_in == "Eerst"
    assert not parts[5].passages
    places = [(each.record, each.field) for part in parts for each in part.passages]
    assert len(places) == len(set(places))
    labels = [each.label for each in parts[3].passages]
    at = labels.index("Knelpunt 1")
    assert labels[:2] == ["In het kort", "Openingsscène"]
    assert labels[at - 1 : at + 3] == [
        "Repressie en preventie verbinden",
        "Knelpunt 1",
        "Oplossing 1",
        "Resultaten en effecten",
    ]
    assert "Redactienotitie" not in labels
    assert Read.of(parts).places[book.told] == 3


def test_a_chapter_or_a_status_is_chosen_with_the_headings_above(book: Book) -> None:
    parts = book.workspace.read_through()
    assert shape(chosen(parts, book.theme)) == [(1, "Thema"), (2, "Eerst"), (3, "De Kolenbuurt")]
    assert shape(chosen(parts, LOOSE)) == [(1, "In geen hoofdstuk"), (2, "Aan de haven")]
    editing = chosen(parts, "", "editing")
    assert shape(editing) == [(1, "Thema"), (2, "Eerst"), (3, "De Kolenbuurt"), (1, "Nog eens"), (2, "De Kolenbuurt")]
    assert not editing[0].passages
    assert shape(chosen(parts, book.again, "concept")) == []


def test_words_are_found_as_they_are_shown(book: Book) -> None:
    parts = book.workspace.read_through()
    hits = find(parts, "de BUURT ")
    assert [(hit.part, hit.line, hit.start, hit.end) for hit in hits] == [(1, 0, 5, 13), (3, 0, 0, 8)]
    assert find(parts, "  ") == []


def test_what_changed_is_read_again_in_its_place(book: Book) -> None:
    parts = book.workspace.read_through()
    book.workspace.set_field(book.told, "summary", "Anders.")
    fresh = with_texts(parts, book.workspace.parts([book.told]))
    assert fresh == book.workspace.read_through()
    assert fresh[3].passages[0].value == "Anders."


def test_reading_tells_how_far_it_is_and_can_be_stopped(book: Book) -> None:
    told: list[tuple[int, int, str]] = []

    def stop(*step: *tuple[int, int, str]) -> bool:
        told.append(step)
        return False

    with pytest.raises(Cancelled):
        book.workspace.read_through(stop)
    assert told == [(5, 6, "gelezen")]
