"""Lists of ten thousand rows."""

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.domain.rows import Row
from werkboek_desktop.domain import schema
from werkboek_desktop.domain.listing import Attended, Facts, Query, order
from werkboek_desktop.ui.lists.line import HEADING, LINE, Heading, Line, line
from werkboek_desktop.ui.lists.model import FOLD_FROM, RowModel
from werkboek_desktop.ui.lists.pane import ListPane

STATUSES = ("concept", "editing")
MANY = sorted(
    (
        Row(
            f"{at:032x}",
            f"Voorbeeld {at}",
            {"municipalities": ["Meerdrecht" if at % 2 else "’s-Gravenhage"], "status": STATUSES[at % 2]},
            STATUSES[at % 2],
        )
        for at in range(10_000)
    ),
    key=order,
)
FEW = [row for row in MANY if int(row.id, 16) < 10]
CASE = schema.kind("case")
assert CASE


def model_of(rows: list[Row]) -> RowModel:
    assert CASE
    model = RowModel()
    model.begin_with(CASE)
    model.show(rows)
    return model


def pane_of(qtbot: QtBot, rows: list[Row]) -> ListPane:
    assert CASE
    pane = ListPane()
    qtbot.addWidget(pane)
    pane.show_kind(CASE)
    pane.show_rows(rows)
    return pane


def titles(model: RowModel) -> list[str]:
    rows = (model.entry(at).row for at in range(model.rowCount()))
    return [row.title if row else "" for row in rows]


def headings(model: RowModel) -> list[Heading]:
    found = (model.index(at).data(HEADING) for at in range(model.rowCount()))
    return [heading for heading in found if heading]


def test_the_model_keeps_the_rules_of_qt(qtmodeltester: ModelTester) -> None:
    model = model_of(MANY[:50])
    model.filter("voorbeeld 1", {})
    model.ask(Query(group="status"))
    qtmodeltester.check(model)


def test_a_filter_folds_accents_and_apostrophes_and_takes_all_words() -> None:
    model = model_of(MANY)
    model.filter("s-gravenhage 42", {})
    found = titles(model)
    assert "Voorbeeld 42" in found
    assert all("42" in title for title in found)
    assert len(found) == sum("42" in str(at) for at in range(0, 10_000, 2))


def test_what_a_search_found_shows_where() -> None:
    model = model_of(MANY)
    model.filter("huisuitzetting", {MANY[7].id: "… na de huisuitzetting bleef …"})
    assert model.rowCount() == 1
    shown: Line = model.index(0).data(LINE)
    assert shown.place == "… na de huisuitzetting bleef …"


def test_groups_have_headings_that_count_and_fold() -> None:
    model = model_of(FEW)
    model.ask(Query(group="status"))
    assert headings(model) == [Heading("Concept", 5, opened=True), Heading("Redactie", 5, opened=True)]
    assert model.rowCount() == 12
    model.fold(0)
    assert headings(model)[0] == Heading("Concept", 5, opened=False)
    assert model.rowCount() == 7
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "Concept, 5 regels, dichtgeklapt"
    model.fold_all(opened=True)
    assert model.rowCount() == 12


def test_very_many_rows_begin_folded() -> None:
    model = model_of(MANY[: FOLD_FROM + 1])
    model.ask(Query(group="status"))
    assert model.rowCount() == 2
    model.fold_all(opened=True)
    model.filter("voorbeeld", {})
    assert model.rowCount() == 2
    model.filter(FEW[0].title, {})
    assert headings(model)[0].opened


def test_the_edit_of_one_row_moves_nothing_and_tells_no_other(qtbot: QtBot) -> None:
    model = model_of(MANY)
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.update({MANY[3].id: MANY[3]._replace(conflicts=1)})
    shown: Line = model.index(model.row_of(MANY[3].id)).data(LINE)
    assert shown.marks


def test_a_row_that_is_the_same_as_it_was_moves_nothing_and_paints_nothing(qtbot: QtBot) -> None:
    model = model_of(MANY)
    with qtbot.assertNotEmitted(model.modelReset), qtbot.assertNotEmitted(model.dataChanged):
        assert not model.update({MANY[3].id: MANY[3]._replace()})


def test_a_record_is_found_where_it_stands_also_after_the_rows_became_others() -> None:
    model = model_of(FEW)
    assert [model.row_of(row.id) for row in FEW] == list(range(len(FEW)))
    model.update({FEW[0].id: None})
    assert [model.row_of(row.id) for row in FEW] == [-1, *range(len(FEW) - 1)]
    model.ask(Query(group="status"))
    entries = [model.entry(at) for at in range(model.rowCount())]
    assert [model.place_of(entry.key) for entry in entries] == list(range(model.rowCount()))
    assert model.place_of(("editing", FEW[2].id)) == model.row_of(FEW[2].id)
    assert model.place_of(("a group that is gone", "")) == -1


def test_only_rows_in_sight_are_painted(qtbot: QtBot) -> None:
    painted: set[int] = set()
    pane = pane_of(qtbot, MANY)
    usual = pane.model.data

    def counting(index: object, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == LINE:
            painted.add(index.row())  # type: ignore[attr-defined]  # Qt's index
        return usual(index, role)  # type: ignore[arg-type]

    pane.model.data = counting  # type: ignore[method-assign]
    pane.resize(320, 600)
    with qtbot.waitExposed(pane):
        pane.show()
    qtbot.waitUntil(lambda: bool(painted))
    assert 1 <= len(painted) < 20


def test_the_most_urgent_mark_comes_first() -> None:
    shown = line(Row("a", "Titel", conflicts=1, merged=2), "", Facts(empty=4, lapsed=True, remarks=1, waiting=1))
    marks = [mark.text for mark in shown.marks]
    urgent = ["twee versies", "gewijzigd na akkoord", "nog niet compleet"]
    assert marks == [*urgent, "lees na", "1 opmerking", "4 onderdelen leeg"]
    assert shown.status == "concept"


def test_an_attendee_shows_where_they_were_and_are_expected() -> None:
    first = Attended("m1", "M1", "Masterclass 1", "confirmed", missed=True, over=True)
    second = Attended("m2", "M2", "Masterclass 2", "waitlisted", missed=False, over=False)
    shown = line(Row("a", "Jelle van ’t Hek", kind="attendee"), "", Facts(attended=(first, second)))
    assert [mark.text for mark in shown.marks] == ["M1 niet verschenen", "M2 wachtlijst"]


def test_where_the_title_or_the_place_has_what_is_looked_for_no_other_words_stand_there(qtbot: QtBot) -> None:
    pane = pane_of(qtbot, FEW)
    found = {row.id: "piet@meerdrecht.example" for row in FEW}

    def places() -> list[str]:
        lines = (pane.model.index(at).data(LINE) for at in range(pane.model.rowCount()))
        return [each.place for each in lines if isinstance(each, Line)]

    for text in ("voorbeeld 3", "meerdrecht"):
        pane.model.filter(text, found)
        assert "Meerdrecht" in places()
    pane.model.filter("piet", found)
    assert set(places()) == {"piet@meerdrecht.example"}
