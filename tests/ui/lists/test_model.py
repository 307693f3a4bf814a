"""Lists of ten thousand rows."""

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from werkboek_desktop.ui.lists.line import LINE, Line, line
from werkboek_desktop.ui.lists.model import RowModel
from werkboek_desktop.ui.lists.pane import ListPane


class Row(NamedTuple):
    id: str
    title: str
    columns: Mapping[str, object] = {}
    status: str | None = "concept"
    conflicts: int = 0
    merged: int = 0
    kind: str = "case"


MANY = [
    Row(f"{at:032x}", f"Voorbeeld {at}", {"municipalities": ["Meerdrecht" if at % 2 else "’s-Gravenhage"]})
    for at in range(10_000)
]


def test_the_model_keeps_the_rules_of_qt(qtmodeltester: ModelTester) -> None:
    model = RowModel()
    model.show(MANY[:50])
    model.filter("voorbeeld 1", {})
    qtmodeltester.check(model)


def test_a_filter_folds_accents_and_apostrophes_and_takes_all_words() -> None:
    model = RowModel()
    model.show(MANY)
    model.filter("s-gravenhage 42", {})
    found = [model.at(row).title for row in range(model.rowCount())]
    assert found[0] == "Voorbeeld 42"
    assert all("42" in title for title in found)
    assert len(found) == sum("42" in str(at) for at in range(0, 10_000, 2))


def test_what_a_search_found_shows_where() -> None:
    model = RowModel()
    model.show(MANY)
    model.filter("huisuitzetting", {MANY[7].id: "… na de huisuitzetting bleef …"})
    assert model.rowCount() == 1
    shown: Line = model.index(0).data(LINE)
    assert shown.place == "… na de huisuitzetting bleef …"


def test_fresh_rows_keep_the_chosen_record_and_the_filter(qtbot: QtBot) -> None:
    pane = ListPane(lambda _text: {})
    qtbot.addWidget(pane)
    pane.show_rows(MANY)
    pane.show_rows(MANY, MANY[9_000].id)
    assert pane.current() == MANY[9_000].id
    pane.show_rows([row for row in MANY if row.id != MANY[3].id])
    assert pane.current() == MANY[9_000].id


def test_only_rows_in_sight_are_painted(qtbot: QtBot) -> None:
    painted: set[int] = set()

    class Counting(RowModel):
        def data(self, index: object, role: int = Qt.ItemDataRole.DisplayRole) -> object:
            painted.add(index.row())  # type: ignore[attr-defined]  # Qt's index
            return super().data(index, role)  # type: ignore[arg-type]

    pane = ListPane(lambda _text: {})
    qtbot.addWidget(pane)
    counting = Counting()
    pane.rows.setModel(counting)
    counting.show(MANY)
    pane.resize(320, 600)
    with qtbot.waitExposed(pane):
        pane.show()
    qtbot.waitUntil(lambda: bool(painted))
    assert 1 <= len(painted) < 20


def test_the_most_urgent_mark_comes_first() -> None:
    shown = line(Row("a", "Titel", conflicts=1, merged=2), "")
    assert [mark.text for mark in shown.marks] == ["2 versies", "lees na"]
    assert shown.status == "concept"
