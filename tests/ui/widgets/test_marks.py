"""Marks beside each other in little room."""

from dataclasses import replace

import pytest

from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.marks import GAP, Mark, conflict_mark, fitting, mark_width, merged_mark

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
