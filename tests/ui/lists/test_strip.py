"""Where rows of two heights stand, and where keys and the mouse go among them."""

from bisect import bisect_right
from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, Qt
from pytestqt.qtbot import QtBot

from tests.ui.lists.test_model import MANY, pane_of
from werkboek_desktop.domain.listing import Query
from werkboek_desktop.ui.lists.pane import ListPane
from werkboek_desktop.ui.lists.strip import Heights


@given(st.lists(st.booleans(), max_size=30), st.integers(-50, 3_000))
def test_rows_stand_where_those_above_them_end(headings: list[bool], top: int) -> None:
    heights = Heights(90, 40, len(headings), [at for at, heading in enumerate(headings) if heading])
    tops = [0, *accumulate(40 if heading else 90 for heading in headings)]
    assert [heights.top(at) for at in range(len(tops))] == tops
    last = len(headings) - 1
    assert heights.at(top) == (max(0, min(last, bisect_right(tops, top) - 1)) if headings else -1)


def grouped(qtbot: QtBot) -> ListPane:
    pane = pane_of(qtbot, MANY)
    pane.resize(320, 700)
    with qtbot.waitExposed(pane):
        pane.show()
    pane.ask(Query(group="status"))
    pane.model.fold_all(opened=True)
    pane.rows.setFocus()
    return pane


def test_keys_go_to_a_row_that_is_then_seen_whole(qtbot: QtBot) -> None:
    rows = grouped(qtbot).rows
    seen = rows.viewport().rect()
    keys = Qt.Key
    was = []
    for key in (keys.Key_Home, keys.Key_Down, keys.Key_PageDown, keys.Key_PageDown, keys.Key_PageUp, keys.Key_End):
        qtbot.keyClick(rows, key)
        was.append(rows.currentIndex().row())
        assert seen.contains(rows.visualRect(rows.currentIndex()))
    home, down, page, further, back, end = was
    assert (home, down, end) == (0, 1, len(MANY) + 1)
    assert down < page <= back + 1 < further
    height = rows.visualRect(rows.currentIndex()).height()
    assert (page - down + 1) * height <= seen.height() < (page - down + 2) * height


def test_the_mouse_meets_the_row_under_it_and_nothing_below_the_last(qtbot: QtBot) -> None:
    pane = grouped(qtbot)
    rows = pane.rows
    for at in (0, 1, 7):
        assert rows.indexAt(rows.visualRect(pane.model.index(at)).center()).row() == at
    pane.look_for("voorbeeld 9999")
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(9, rows.viewport().height() - 3))
    assert rows.chosen() == []
    assert not rows.indexAt(QRect(rows.viewport().rect()).bottomLeft()).isValid()
