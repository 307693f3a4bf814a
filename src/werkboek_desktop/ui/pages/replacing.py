"""Zoeken en vervangen: every place in its sentence with a tick, case by case, and then one step."""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import groupby

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from werkboek_desktop.domain.replacing import Search
from werkboek_desktop.ui.pages.page import Page
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.basic import become, button, clear, column, foot, label, page, row, scrolled
from werkboek_desktop.ui.widgets.fitted import set_width, way
from werkboek_desktop.ui.widgets.inputs import LineInput, Tick
from werkboek_desktop.ui.widgets.keys import hears
from werkboek_desktop.ui.words import count, tr
from werkboek_desktop.ui.work import Jobs
from werkboek_desktop.workspace.replacing import Hit, Preview

WIDEST = 800
"""A sentence with what stands before it is no wider, at 100 %."""
ASKED = 540
"""What one asks for, where what is found stands beside it."""
INDENT = 28
PORTION = 10
"""How many lines are shown at once; the window goes on between them."""


class ReplacingPage(Page):
    """Nothing is replaced that was not shown here with a tick."""

    back = Signal()
    """To the page that asked for this search."""

    def __init__(self, session: Session, jobs: Jobs) -> None:
        super().__init__()
        self._session = session
        self._jobs = jobs
        self._found: Preview | None = None
        self.ticks: list[tuple[Hit, Tick]] = []
        self._leads_on = False
        self._to_show: Iterator[QWidget] = iter(())
        self._goes_on = QTimer(self, singleShot=True, interval=0)
        self._goes_on.timeout.connect(self._show_some)
        self.old, self.new = LineInput(), LineInput()
        self.case, self.parts = Tick(tr("Let op hoofdletters")), Tick(tr("Ook midden in een woord"))
        self.said = label("", tone="text2", wrap=True)
        self._lines = QVBoxLayout()
        self._asked, self._content, self._line = QWidget(), QWidget(), QWidget()
        self._body = column(gap=12)
        self.back_button = button(tr("Terug naar de termen"), self.back.emit, "link", "arrow-left")
        self.back_button.hide()
        self.do = button(tr("Vervangen"), self.replace, "primary", "check")
        self._build()

    def _build(self) -> None:
        look = button(tr("Zoeken"), self.look, "", "search")
        for field, name in ((self.old, tr("Zoek naar")), (self.new, tr("Vervang door"))):
            field.setAccessibleName(name)
            field.returnPressed.connect(self.look)
        words = row(
            column(label(tr("Zoek naar"), "label"), self.old, gap=4),
            column(label(tr("Vervang door"), "label"), self.new, gap=4),
            gap=12,
        )
        self._asked.setLayout(column(words, row(self.case, self.parts, look, 0, gap=16), 0, gap=12))
        found = column(self.said, self._lines, 0, gap=12)
        self._body.addWidget(self._asked)
        self._body.addLayout(found, 1)
        told = tr("In alle praktijkvoorbeelden en hoofdstukken. Je ziet eerst elke zin, en je kunt het ongedaan maken.")
        title = label(tr("Zoeken en vervangen"), "title", wrap=True)
        head = column(row(self.back_button, 0), title, label(told, tone="text2", wrap=True), gap=6)
        self._content.setLayout(column(head, self._body, 0, margins=(28, 16, 28, 12), gap=12))
        self.setProperty("page", "true")
        self.setProperty("wide", "true")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._line.setLayout(row(0, self.do, margins=(28, 8, 28, 8)))
        self.setLayout(column(scrolled(self._content, folds=True), foot(self._line), gap=0))
        self.do.setEnabled(False)
        hears(self, self._go_back, "Esc")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is room for both, what is found stands beside what one asks for."""
        super().resizeEvent(event)
        both = theme().px(WIDEST + ASKED)
        is_wide = event.size().width() >= both
        self._body.setDirection(way(narrow=not is_wide))
        self._body.setSpacing(theme().space(32 if is_wide else 12))
        set_width(self._asked, theme().px(ASKED) if is_wide else None)
        for part in (self._content, self._line):
            part.setMaximumWidth(both if is_wide else theme().px(WIDEST))

    def _go_back(self) -> None:
        if not self.back_button.isHidden():
            self.back.emit()

    def arrive(self) -> None:
        """The keyboard is where one says what to look for."""
        self.back_button.hide()
        self.old.setFocus(Qt.FocusReason.OtherFocusReason)

    def search(self) -> bool:
        """Looking for something is what this page is for."""
        self.old.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def begin(self, asked: Search) -> None:
        """Somebody comes with what to look for, and can go back to where that was."""
        self.old.setText(asked.old)
        self.new.setText(asked.new)
        self.case.setChecked(asked.match_case)
        self.parts.setChecked(not asked.whole_words)
        self.back_button.show()
        self._leads_on = True
        self.look()

    def look(self) -> None:
        """Finds every place, beside the window."""
        asked = Search(
            self.old.text(), self.new.text(), whole_words=not self.parts.isChecked(), match_case=self.case.isChecked()
        )
        self._jobs.look_up(partial(self._session.workspace.find_places, asked), self._take)

    def _take(self, found: Preview) -> None:
        self._found = found
        clear(self._lines)
        self.ticks = []
        self.said.setText(_summary(found))
        self._to_show = self._made(found)
        self._goes_on.start()
        self._count()

    def _made(self, found: Preview) -> Iterator[QWidget]:
        for (_owner, title), hits in groupby(found.hits, key=lambda hit: (hit.owner, hit.title)):
            ticks = [(hit, Tick(hit.label)) for hit in hits]
            whole = Tick(f"{title} ({len(ticks)})")
            whole.setChecked(any(not hit.authorised for hit, _tick in ticks))
            whole.clicked.connect(partial(self._all_of, ticks))
            yield whole
            for hit, tick in ticks:
                tick.setChecked(not hit.authorised)
                tick.clicked.connect(self._count)
                self.ticks.append((hit, tick))
                tick.setAccessibleName(f"{hit.label}: {_shown(hit)}")
                words = label(_shown(hit), "prose", wrap=True)
                words.setBuddy(tick)
                line = row(INDENT, words, gap=0)
                line.setStretch(1, 1)
                yield page("", column(tick, line, margins=(INDENT, 0, 0, 0), gap=0))
        for left in found.left_out:
            yield label(f"{left.title} · {left.label}: {left.why}", "caption", "attn", wrap=True)

    def _show_some(self) -> None:
        for _line in range(PORTION):
            made = next(self._to_show, None)
            if made is None:
                self._count()
                self._lead_on()
                return
            self._lines.addWidget(made)
        self._goes_on.start()

    def _lead_on(self) -> None:
        """The keyboard goes to what there is to do now."""
        if self._leads_on:
            ways = (self.do, self.back_button, self.old)
            target = next(each for each in ways if each.isEnabled() and not each.isHidden())
            target.setFocus(Qt.FocusReason.OtherFocusReason)
        self._leads_on = False

    @property
    def is_showing(self) -> bool:
        """Whether there are more lines to come."""
        return self._goes_on.isActive()

    def _all_of(self, ticks: list[tuple[Hit, Tick]], checked: bool) -> None:
        for hit, tick in ticks:
            tick.setChecked(checked and not hit.authorised)
        self._count()

    def _chosen(self) -> list[Hit]:
        return [hit for hit, tick in self.ticks if tick.isChecked()]

    def _count(self, _checked: bool = False) -> None:
        number = len(self._chosen())
        goes = self._found is not None and not self._found.search.new
        word = tr("Weghalen") if goes else tr("Vervangen")
        self.do.setText(f"{word}: {number} ×" if number else word)
        become(self.do, *(("danger", "trash-2") if goes else ("primary", "check")))
        self.do.setEnabled(bool(number) and not self.is_showing and not self._session.workspace.read_only)

    def replace(self) -> None:
        """Writes the new words where a tick stands."""
        found, hits = self._found, self._chosen()
        if found is None or not hits:
            return
        act: Callable[[], object] = partial(self._session.workspace.replace_words, found.search, hits)
        if self._session.act(act) is not None:
            self._leads_on = True  # nothing may be left to replace, and the keyboard is at the button that does
            self.look()


def _shown(hit: Hit) -> str:
    place = hit.place
    end = place.at + place.end - place.start
    there = f"[{place.sentence[place.at : end]} → {place.new or tr('(niets)')}]"
    agreed = f" — {tr('hier gaf iemand akkoord op')}" if hit.authorised else ""
    return f"{place.sentence[: place.at]}{there}{place.sentence[end:]}{agreed}"


def _summary(found: Preview) -> str:
    if not found.hits and not found.left_out:
        return tr("Dit staat nergens.")
    one, more = tr("praktijkvoorbeeld of hoofdstuk"), tr("praktijkvoorbeelden en hoofdstukken")
    cases = count(len({hit.owner for hit in found.hits}), one, more)
    return f"{len(found.hits)} × {tr('gevonden')}, {tr('in')} {cases}."
