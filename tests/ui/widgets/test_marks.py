"""Marks beside each other in little room."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.basic import column, row
from werkboek_desktop.ui.widgets.marks import (
    GAP,
    Mark,
    MarkLabel,
    conflict_mark,
    fitting,
    mark_width,
    merged_mark,
    people_mark,
)

ASKS = conflict_mark("2 × twee versies")
READ = merged_mark("lees na")
PLAIN = Mark("zaterdag 7 oktober 2026", "", "neutral")


@pytest.mark.usefixtures("qtbot")
def test_what_has_no_room_for_its_words_keeps_its_sign() -> None:
    gap, sign = theme().space(GAP), Mark("", READ.icon, READ.tone, READ.border)
    both = mark_width(ASKS) + gap + mark_width(READ)
    assert list(fitting((ASKS, READ), both)) == [ASKS, READ]
    assert list(fitting((ASKS, READ), both - 1)) == [ASKS, sign]
    assert list(fitting((ASKS, PLAIN), both - 1)) == [ASKS]
    assert list(fitting((ASKS, replace(READ, border="bare", text="lees dit nog eens na")), both - 1)) == [ASKS]
    assert list(fitting((ASKS, READ), 1)) == []
    assert list(fitting((ASKS, ASKS, READ), 4 * both))[-1] == sign


def test_a_sentence_that_has_no_room_goes_on_in_the_next_line(qtbot: QtBot) -> None:
    whole, folded = MarkLabel(people_mark()), MarkLabel(people_mark(), folds=True)
    width, height = folded.sizeHint().toTuple()
    assert (whole.minimumSizeHint(), folded.sizeHint()) == (whole.sizeHint(), whole.sizeHint())
    assert folded.minimumSizeHint().width() < width / 2
    assert [folded.heightForWidth(room) for room in (2 * width, width)] == [height, height]
    assert height < folded.heightForWidth(width - 2) < 2 * height
    holder = QWidget()
    qtbot.addWidget(holder)
    holder.setLayout(column(row(folded, 0), 0))
    holder.resize(width - 20, 200)
    holder.show()
    assert folded.height() == folded.heightForWidth(folded.width()) > height
