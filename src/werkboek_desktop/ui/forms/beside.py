"""The columns of a form: what stands beside the first one where there is room, and how wide a form is at most."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from werkboek_desktop.domain.fields import WHOLE
from werkboek_desktop.domain.values import ValueType
from werkboek_desktop.ui.forms.plan import Block, Tab
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.fitted import set_width

ASIDE = 218
ASIDE_FROM = 720
"""How wide a column for what may stand aside is, and the form from which there is room for it."""
HALVES_FROM = 1000
"""The form from which its groups stand in two columns."""
BETWEEN, GAP = 40, 26
"""What is between two columns, and before what stands aside."""
WIDEST = 1040
"""A table may be wider than text."""
SIDES = 56
"""The margins of a form."""
LINES_OF_PROSE = 3
HEADING = 1


class Columns(QHBoxLayout):
    """The two beside each other, on a page that scrolls: each block has its height at once."""

    def __init__(self, first: QVBoxLayout, second: "SecondColumn", margins: tuple[int, int, int, int]) -> None:
        super().__init__()
        self.setContentsMargins(*map(theme().space, margins))
        self.setSpacing(0)
        self.addLayout(first)
        self.addLayout(second)
        self.addStretch(1)  # what is no wider than text stands at the left

    def setGeometry(self, rect: QRect) -> None:
        """Qt would squeeze all blocks into the height of before, and lay them out anew once the page has grown."""
        height = max(rect.height(), self.heightForWidth(rect.width()))
        super().setGeometry(QRect(rect.topLeft(), QSize(rect.width(), height)))


class SecondColumn(QVBoxLayout):
    """Beside the form's first column; without room its blocks stand in that, where the schema has them."""

    def __init__(self, tab: Tab, form: QVBoxLayout) -> None:
        super().__init__()
        self._blocks = tab.blocks
        self._half = _half(tab.blocks)
        self._form = form
        self._parts: list[QWidget] = []
        self._width = 0
        self.setSpacing(form.spacing())
        self.addStretch(1)

    def take(self, part: QWidget) -> None:
        """The next block of the tab comes."""
        self._parts.append(part)
        self._place(len(self._parts) - 1)

    def arrange(self, width: int) -> None:
        """Puts each block where there is room in a form of this width."""
        before = self._plan()
        self._width = width
        beside, halves = self._plan()
        self.setContentsMargins(theme().space(BETWEEN if halves else GAP) if any(beside) else 0, 0, 0, 0)
        page = self.parentWidget()
        if page and isinstance(row := page.layout(), QHBoxLayout):
            row.setStretch(0, 1000)
            row.setStretch(1, 1000 if halves else 0)
        if (beside, halves) != before:
            for at in range(len(self._parts)):
                self._place(at)

    def _plan(self) -> tuple[list[bool], bool]:
        """Of each block whether it stands beside, and whether that is half of the form."""
        if 0 < self._half < len(self._blocks) and self._width >= theme().px(HALVES_FROM):
            return [at >= self._half for at in range(len(self._blocks))], True
        return [block.aside and self._width >= theme().px(ASIDE_FROM) for block in self._blocks], False

    def _place(self, at: int) -> None:
        """As the last one there: those that come after it follow."""
        beside, halves = self._plan()
        part = self._parts[at]
        self._form.removeWidget(part)
        self.removeWidget(part)
        set_width(part, theme().px(ASIDE) if beside[at] and not halves else None)
        if beside[at]:
            self.insertWidget(self.count() - 1, part)
        else:
            self._form.insertWidget(self._form.count() - 2, part)


def most(tab: Tab) -> int:
    """The width of a form with its margins: a line of text is never longer than one can read."""
    text = theme().size("prose_max")
    if 0 < _half(tab.blocks) < len(tab.blocks):
        width = 2 * text + theme().space(BETWEEN)
    elif any(block.fields for block in tab.blocks):
        width = text
    else:
        width = theme().px(WIDEST)
    return width + theme().space(SIDES)


def _half(blocks: Sequence[Block]) -> int:
    """The block with which a second column begins, as high as the first; 0: what is written through stays one."""
    if any(field.number is not None for block in blocks for field in block.fields) or not blocks[0].fields:
        return 0
    heights = [_height(block) for block in blocks]
    return min(range(1, len(blocks) + 1), key=lambda at: abs(sum(heights[:at]) - sum(heights[at:])))


def _height(block: Block) -> float:
    """In lines of fields, more or less."""
    lines = (each.twelfths / WHOLE * (LINES_OF_PROSE if each.type is ValueType.PROSE else 1) for each in block.fields)
    return HEADING + sum(lines) + (LINES_OF_PROSE if block.items else 0)
