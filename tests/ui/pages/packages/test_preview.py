"""What is said of a bundle before it is read in, and after."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from tests.ui.room import START, YUSUF, Room
from tests.ui.shell.test_status import two_in_a_row
from werkboek_desktop.domain.gaps import Hole, Missing
from werkboek_desktop.domain.trust import Met
from werkboek_desktop.ui.pages.packages.parcels import Parcel
from werkboek_desktop.ui.pages.packages.preview import PreviewText
from werkboek_desktop.ui.pages.packages.report import Leads, Part, ReportText
from werkboek_desktop.ui.widgets.difference import ReadText
from werkboek_desktop.ui.widgets.marks import MarkLabel
from werkboek_desktop.workspace import FieldChange, FileReport, Result, Workspace


def parts_of(room: Room, parcel: Parcel) -> list[QWidget]:
    """All that is said of a file, before it is read in or after."""
    session = room.office.session
    if not parcel.read_in:
        return list(PreviewText(session, parcel).widgets())
    report = ReportText(session, [parcel], Leads(lambda *_place: None, lambda _sender: None, lambda: None))
    return [report.head(), *report.widgets()]


def words_in(parts: list[QWidget]) -> list[str]:
    return [text.text() for part in parts for text in part.findChildren(QLabel)]


def told(room: Room, report: FileReport, read_in: str = "") -> list[str]:
    return words_in(parts_of(room, Parcel(report.path, report, read_in)))


@pytest.mark.parametrize("read_in", ["", "10:42"])
@pytest.mark.parametrize(
    ("waiting", "rest"),
    [
        (0, "gaat verder op een pakket dat hier niet is: waarschijnlijk pakket 7, gemaakt tussen 3 en 9 november."),
        (2, "Twee wijzigingen wachten op een eerder pakket: waarschijnlijk pakket 7, gemaakt tussen 3 en 9 november."),
    ],
)
def test_a_bundle_that_counts_on_one_that_never_came_says_which_and_whom_to_ask(
    room: Room, read_in: str, waiting: int, rest: str
) -> None:
    hole = Hole(7, 7, date(2026, 11, 3), date(2026, 11, 9))
    lacks = (Missing("Piet Bloem · laptop", (hole,), waiting, titles=("De Kolenbuurt",)),)
    report = FileReport(Path("a.wbx"), Result.IMPORTED, sender="Fatima · pc", new=3, waiting=waiting, missing=lacks)
    words = told(room, report, read_in)
    assert "Er mist nog een pakket van Piet Bloem" in words
    said = next(each for each in words if rest in each)
    assert "Nog niet compleet: ‘De Kolenbuurt’." in said
    assert "Vraag om het pakket van daarvoor, of om een heel pakket." in said


def test_before_reading_in_one_sees_which_numbered_bundle_never_came(room: Room) -> None:
    first, second = two_in_a_row(room)
    (report,) = room.workspace.preview([second]).files
    assert any(
        "Eén wijziging wacht op een eerder pakket: waarschijnlijk pakket 1, " in each for each in told(room, report)
    )
    room.workspace.import_([first])
    (report,) = room.workspace.preview([second]).files
    assert not any("mist" in each for each in told(room, report))


def test_before_reading_in_one_can_compare_a_key_that_is_another(room: Room) -> None:
    report = FileReport(
        Path("a.wbx"), Result.IMPORTED, sender="Yusuf Şahin · pc", new=1, trust=Met.CHANGED, phrase="een twee drie"
    )
    parts = parts_of(room, Parcel(report.path, report))
    (words,) = [each for part in parts for each in part.findChildren(QLabel) if each.text() == "een twee drie"]
    (opens,) = [each for part in parts for each in part.findChildren(QPushButton) if each.text() == "Geavanceerd"]
    whole = words.window()
    assert not words.isVisibleTo(whole)
    opens.click()
    assert words.isVisibleTo(whole)


def test_a_whole_bundle_asks_for_nothing(room: Room) -> None:
    words = told(room, FileReport(Path("a.wbx"), Result.IMPORTED, sender="Piet", new=3))
    assert not any("mist" in each for each in words)


def test_what_changes_is_called_by_the_cases_and_what_is_new_comes_last(room: Room) -> None:
    changes = tuple(
        FieldChange(record, "title", None, "x") for record in ("ab" * 16, room.case, room.measure, "cd" * 16)
    )
    report = FileReport(Path("a.wbx"), Result.IMPORTED, sender="Piet", new=4, changes=changes)
    assert "De Kolenbuurt en iets nieuws" in told(room, report)


def test_a_bundle_without_anything_new_says_that_and_no_more(room: Room) -> None:
    report = FileReport(Path("a.wbx"), Result.KNOWN, sender="Piet", known=6)
    last = parts_of(room, Parcel(report.path, report))[-1]
    assert isinstance(last, QLabel)
    assert last.text() == "Je had alles uit dit pakket al: er is niets in te lezen."
    words = told(room, report)
    assert "Je had dit al · er is niets gewijzigd" in words
    assert not any("Nog niet ingelezen" in each for each in words)


def test_of_two_versions_one_sees_both_before_reading_in_and_ones_own_is_the_first(room: Room) -> None:
    bundle = room.from_yusuf(costs="92500", summary=START.replace("Niemand", "Wie deed er open? Niemand"))
    room.workspace.set_field(room.case, "costs", "85000")
    room.workspace.set_field(room.case, "summary", START.replace("Niemand", "Niets was te horen: niemand"))
    (report,) = room.workspace.preview([bundle]).files
    words = told(room, report)
    assert "Jij schreef € 85.000, Yusuf Şahin schreef € 92.500. Alles blijft staan tot iemand kiest." in words
    assert "Jij en Yusuf Şahin schreven elk een eigen tekst. Alles blijft staan tot iemand kiest." in words


def test_as_many_fields_are_told_of_before_reading_in_as_after(room: Room) -> None:
    bundle = room.folder / "nieuw.wbx"
    with Workspace.open(room.folder / YUSUF, room.yusuf, author="Yusuf Şahin") as his:
        his.create_record("measure", room.case, {"measure": "Verlichting", "state": "Loopt"})
        his.export(bundle)
    (report,) = room.workspace.preview([bundle]).files
    parts = parts_of(room, Parcel(bundle, report))
    marks = [mark.accessibleName() for part in parts for mark in part.findChildren(MarkLabel)]
    (report,) = room.workspace.import_([bundle]).files
    after = parts_of(room, Parcel(bundle, report, "10:42"))
    assert marks == ["nieuwe afzender", "3 velden"]
    assert "3 velden zonder meer gewijzigd" in [part.text() for part in after if isinstance(part, QLabel)]


def test_the_report_has_both_values_and_one_card_for_what_happened_to_one_item(room: Room) -> None:
    bundle = room.from_yusuf(costs="92500", title="De Kolenwijk", subtitle="Een portiek")
    room.workspace.set_field(room.case, "costs", "85000")
    (report,) = room.workspace.import_([bundle]).files
    words = told(room, report, "10:42")
    assert words.index("€ 85.000") < words.index("€ 92.500")
    assert any(each.startswith("Jij, ") for each in words)
    assert words.count("De Kolenwijk") == 1
    assert {"Titel", "Pakkende ondertitel"} <= set(words)


def test_an_akkoord_that_stands_no_longer_is_told_before_and_shown_after(room: Room) -> None:
    report = FileReport(
        Path("a.wbx"),
        Result.IMPORTED,
        sender="Piet",
        new=1,
        lapsed=(room.case,),
        changes=(FieldChange(room.case, "subtitle", "Was", "Is nu", (), "case"),),
    )
    before, after = told(room, report), told(room, report, "10:42")
    assert "Er is akkoord op de tekst van nu. Na het inlezen beslis je of het opnieuw gevraagd moet worden." in before
    assert "Er gold een akkoord op de tekst van daarvoor." in after
    marks = [
        mark.accessibleName()
        for parcel in (Parcel(report.path, report), Parcel(report.path, report, "10:42"))
        for part in parts_of(room, parcel)
        for mark in part.findChildren(MarkLabel)
    ]
    assert {"wijzigt na akkoord", "gewijzigd na akkoord"} <= set(marks)


def test_what_stands_with_its_akkoord_is_not_told_again_below_it(room: Room) -> None:
    changes = (
        FieldChange(room.case, "subtitle", "Was", "Is nu", (), "case"),
        FieldChange(room.case, "status", "concept", "editing", (), "case"),
    )
    report = FileReport(Path("a.wbx"), Result.IMPORTED, sender="Piet", new=2, lapsed=(room.case,), changes=changes)
    parcel = Parcel(report.path, report, "10:42")
    made = ReportText(room.office.session, [parcel], Leads(lambda *_place: None, lambda _sender: None, lambda: None))
    parts = list(made.widgets())
    texts = [each.toPlainText() for part in parts for each in part.findChildren(ReadText)]
    assert sum("Is nu" in each for each in texts) == 1
    assert made.parts()[Part.PLAIN] == "Gewoon 1"
    assert "1 veld zonder meer gewijzigd" in [part.text() for part in parts if isinstance(part, QLabel)]
