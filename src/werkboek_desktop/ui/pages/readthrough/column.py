"""The column of the whole book. Only what is in sight, and a little above and below it, is there as widgets.

A text with the keyboard, or with words that are no change yet, stays wherever one scrolls to.
"""

from collections.abc import Iterable, Iterator
from time import thread_time

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QScrollBar, QWidget

from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.ui.pages.readthrough.live import Live, height_of
from werkboek_desktop.ui.pages.readthrough.sheet import NOWHERE, Key, Scale, Sheet
from werkboek_desktop.ui.pages.readthrough.text_row import ASIDE, TextRow
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.turns import is_full
from werkboek_desktop.ui.widgets.reading import read, takes_tab
from werkboek_desktop.ui.words import tr

SLICE = 5
"""Milliseconds that making what comes in sight keeps the window at work; the rest comes after it could paint."""
AHEAD = 500
"""Pixels above and below what is in sight that are made already."""
AWAY = 800
"""What is further than this is let go."""
MOST = 24
"""Texts that are there at once, those that stay wherever one is aside."""
LETTER = 0.46
"""Of the height of a letter, how wide it is by and large."""
MARGIN = 32
GAP = 14
AROUND = 46
HEADING = 90


class Column(QWidget):
    """Headings and texts under each other, as wide as one reads well. `moved`: something else is in sight."""

    moved = Signal()
    made = Signal()
    """Texts came or went."""
    choose = Signal(str, str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.sheet: Sheet | None = None
        """What it shows."""
        self._live = Live(session, self, self, self.choose.emit)
        self._known: dict[Key, int] = {}
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setAccessibleName(tr("De tekst van het werkboek"))
        self.setProperty("scrolled", "true")
        self.area.setWidget(self)
        self.area.viewport().installEventFilter(self)
        self.bar.valueChanged.connect(lambda _value: self._scrolled())
        self._goes_on = QTimer(self, singleShot=True, interval=0)
        self._goes_on.timeout.connect(self._make)
        self._measuring = QTimer(self, singleShot=True, interval=0)
        self._measuring.timeout.connect(lambda: self._settle(list(self._live.widgets)))

    @property
    def bar(self) -> QScrollBar:
        """Asked for each time: Qt made it, so whoever kept it would keep it when it is gone."""
        return self.area.verticalScrollBar()

    def scale(self) -> Scale:
        """How large things are here, about."""
        look = theme()
        letter = look.px(look.step("prose").pixels) * LETTER
        return Scale(
            self._wide() - 2 * look.space(ASIDE), letter, look.px(28), look.px(AROUND) + self._gap, look.px(HEADING)
        )

    @property
    def _gap(self) -> int:
        return theme().space(GAP)

    def _wide(self) -> int:
        room = self.area.viewport().width() - 2 * theme().space(MARGIN)
        return max(theme().px(120), min(room, theme().size("prose_max"))) + 2 * theme().space(ASIDE)

    def rows(self) -> list[TextRow]:
        """The texts that are there, from top to bottom."""
        return self._live.rows()

    def show_sheet(self, fresh: Sheet) -> None:
        """Shows another sheet; what one looks at stays where it is, and so does what one writes in."""
        here, offset = self.place()
        was = self.sheet.found_in(fresh, here) if self.sheet else here
        self.sheet = None  # a text that goes finds no other to put the keyboard in, and none is made on the way
        for key in [key for key in self._live.widgets if not key[1] or key not in fresh.places]:
            self._live.drop(key)
        if self._known:
            fresh.learn(self._known)
        self._arrange(fresh, was, offset if was == here else 0)
        self.sheet = fresh
        self._scrolled()

    def place(self) -> tuple[Key, int]:
        """What stands at the top of what is in sight, and how many pixels of it are above."""
        if self.sheet is None or not self.sheet.keys:
            return NOWHERE, 0
        at = self.sheet.at(self.bar.value())
        return self.sheet.keys[at], self.bar.value() - self.sheet.tops[at]

    def in_sight(self) -> int:
        """The block that one is at: the one with the keyboard where it is in sight, else the first; -1: none."""
        if self.sheet is None or not self.sheet.keys:
            return -1
        top, bottom = self._span(0)
        at = self.sheet.places.get(self._live.held(), -1)
        if at >= 0 and self.sheet.tops[at] < bottom and self.sheet.tops[at + 1] > top:
            return at
        return self.sheet.at(top + self._gap)

    def _span(self, more: int) -> tuple[int, int]:
        top, room = self.bar.value(), theme().px(more)
        return top - room, top + self.area.viewport().height() + room

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follows the width it has, and texts that become higher."""
        if isinstance(event, QResizeEvent) and watched is self.area.viewport():
            self._fit()
        elif event.type() == QEvent.Type.LayoutRequest and watched is not self.area.viewport():
            self._measuring.start()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        """It has another width, or height."""
        if self.sheet is None:
            return
        key, offset = self.place()
        if any(widget.width() != self._wide() for widget in self._live.widgets.values()):
            self._known = {}
            self.sheet.estimate(self.scale())
            for each in self._live.widgets:
                self._measure(self.sheet, each)
            self.sheet.add_up()
        self._arrange(self.sheet, key, offset)
        self._scrolled()

    def _arrange(self, sheet: Sheet, key: Key, offset: int) -> None:
        """Puts everything in its place, and what stood at the top there again."""
        below = self.area.viewport().height() // 3  # the last text can be read at the top too
        self.resize(self.area.viewport().width(), sheet.whole + below)
        for each, widget in self._live.widgets.items():
            at = sheet.places[each]
            place = theme().space(MARGIN - ASIDE), sheet.tops[at], self._wide(), sheet.heights[at] - self._gap
            if widget.geometry().getRect() != place:
                widget.setGeometry(*place)
        if key in sheet.places:
            self.bar.setValue(sheet.tops[sheet.places[key]] + offset)

    def _scrolled(self) -> None:
        """What comes in sight is made at once, as far as that takes no time; what is near comes later."""
        self._make(0)
        self._goes_on.start()
        self.moved.emit()

    def _make(self, ahead: int = AHEAD) -> None:
        """What is in sight first, from top to bottom, and then what is near."""
        sheet = self.sheet
        if sheet is None or not self.isVisible():
            return
        if ahead and is_full():
            self._goes_on.start()
            return
        if ahead:
            self._let_go(sheet)
        end = thread_time() + SLICE / 1e3
        for at in self._wanted(sheet, ahead):
            if sheet.keys[at] not in self._live.widgets:
                self._there(sheet, at)
                if ahead or thread_time() >= end:
                    self._goes_on.start()
                    return
        if ahead and self._live.is_other:
            self._live.is_other = False
            self.made.emit()

    def _wanted(self, sheet: Sheet, ahead: int) -> Iterator[int]:
        if not sheet.keys:
            return
        (first, last), (above, below) = ([sheet.at(y) for y in self._span(more)] for more in (0, ahead))
        yield from range(first, last + 1)
        near = [*range(last + 1, below + 1), *reversed(range(above, first))]
        yield from near[: max(0, MOST - (last - first))]

    def _let_go(self, sheet: Sheet) -> None:
        top, bottom = self._span(AWAY)
        for key in list(self._live.widgets):
            at = sheet.places[key]
            if (sheet.tops[at] > bottom or sheet.tops[at + 1] < top) and not self._live.is_kept(key):
                self._live.drop(key)

    def _there(self, sheet: Sheet, at: int) -> QWidget:
        if sheet.keys[at] not in self._live.widgets:
            made = self._live.add(sheet, at)
            made.setGeometry(theme().space(MARGIN - ASIDE), sheet.tops[at], self._wide(), sheet.heights[at])
            made.show()
            self._settle([sheet.keys[at]])
        return self._live.widgets[sheet.keys[at]]

    def _measure(self, sheet: Sheet, key: Key) -> bool:
        """How high it is now; whether that is another height than before."""
        high, at = height_of(self._live.widgets[key], self._wide()) + self._gap, sheet.places[key]
        before, sheet.heights[at] = sheet.heights[at], high
        self._known[key] = high
        return high != before

    def _settle(self, keys: Iterable[Key]) -> None:
        """What became higher moves what is below it, and never what one looks at."""
        if sheet := self.sheet:
            key, offset = self.place()
            if any([self._measure(sheet, each) for each in keys]):  # noqa: C419 - each is measured
                sheet.add_up()
            self._arrange(sheet, key, offset)

    def bring(self, at: int) -> None:
        """Scrolls so that a block stands at the top, and makes what is there."""
        sheet = self.sheet
        if sheet is None or not 0 <= at < len(sheet.keys):
            return
        self.bar.setValue(sheet.tops[at])
        self._there(sheet, at)
        self.bar.setValue(sheet.tops[at])
        self._scrolled()

    def enter(self, at: int) -> bool:
        """Puts the keyboard in a text; whether there is one that takes it."""
        stops = self._stops(at)
        if stops:
            stops[0].setFocus(Qt.FocusReason.OtherFocusReason)
        return bool(stops)

    def _stops(self, at: int) -> list[QWidget]:
        """Where Tab comes in a text, which is made for that; nowhere in a heading."""
        sheet = self.sheet
        if sheet is None or not 0 <= at < len(sheet.keys) or sheet.passage_at(at) is None:
            return []
        return list(filter(takes_tab, read(self._there(sheet, at))))

    def row_at(self, at: int) -> TextRow | None:
        """The text of a block, if it is there."""
        row = self._live.widgets.get(self.sheet.keys[at]) if self.sheet and 0 <= at < len(self.sheet.keys) else None
        return row if isinstance(row, TextRow) else None

    def focusNextPrevChild(self, forward: bool) -> bool:
        """To the next text, made or not; after the last one to what stands below."""
        here = self.sheet.places.get(self._live.held(), -1) if self.sheet else -1
        if self.sheet is None or here < 0:
            return super().focusNextPrevChild(forward)
        focus, within = QApplication.focusWidget(), self._stops(here)
        at = within.index(focus) if focus in within else -1
        beside = within[at + 1 :] if forward else within[: max(at, 0)][::-1]
        beyond = range(here + 1, len(self.sheet.keys)) if forward else range(here - 1, -1, -1)
        stops = beside or next(filter(None, map(self._stops, beyond)), [])[:: 1 if forward else -1]
        if not stops:
            return super().focusNextPrevChild(forward)
        stops[0].setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        self._bring_in_sight(stops[0])
        return True

    def _bring_in_sight(self, target: QWidget) -> None:
        at = target.mapTo(self, QPoint(0, 0))
        lower = at.y() + min(target.height(), self.area.viewport().height() // 2)
        for y in (lower, at.y()):
            self.area.ensureVisible(at.x(), y, 0, theme().px(48))

    def only_read(self, *, on: bool) -> None:
        """Whether one writes in it; who only reads scrolls by the keys."""
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus if on else Qt.FocusPolicy.NoFocus)
        self._live.only_read(on=on)

    def refresh(self, records: Iterable[RecordId]) -> None:
        """Shows these as the project has them; what is being typed stays."""
        self._live.refresh(set(records))

    def leave(self) -> None:
        """Seals whatever is being typed."""
        self._live.leave()
