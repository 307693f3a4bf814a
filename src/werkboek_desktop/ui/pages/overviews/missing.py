"""Wat ontbreekt: case by column, and at the right the sentences of the cell one is in."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.overview.entry import Entry
from werkboek_desktop.domain.overview.gathered import Gathered
from werkboek_desktop.domain.overview.missing import TOPICS, Mark, totals
from werkboek_desktop.domain.overview.views import Column, View
from werkboek_desktop.domain.workflow import Gap, Topic
from werkboek_desktop.ui.pages.overviews.board import Board, beside
from werkboek_desktop.ui.theme.look import is_narrow, theme
from werkboek_desktop.ui.widgets.basic import button, clear, column, label, mark_as, page, row, scrolled
from werkboek_desktop.ui.widgets.fitted import UNLIMITED, set_width, way
from werkboek_desktop.ui.widgets.panels import picture
from werkboek_desktop.ui.words import tr
from werkboek_desktop.ui.work import Jobs

SIDE = 264
LOW = 100
SHOWN = 14

type Lacking = Callable[[RecordId], Sequence[Gap]]


class MissingBoard(Board):
    """Sorted by what is due first and lacks most."""

    unread = Signal(list)
    """The cases in sight whose texts nobody read for the privacy check yet."""

    def __init__(self, lacking: Lacking, jobs: Jobs) -> None:
        super().__init__(View.MISSING)
        self._lacking = lacking
        self._jobs = jobs
        self._reads = QTimer(self, singleShot=True, interval=30)
        self._reads.timeout.connect(self._ask_unread)
        self.pane = GapPane()
        self.pane.go.connect(self.go)
        self._look = QTimer(self, singleShot=True, interval=30)
        self._look.timeout.connect(self._show_gaps)
        self._build()
        self.table.looked.connect(lambda _entry, _column: self._look.start())
        self.table.opened.connect(self._open)
        self.drawn.connect(self._show_totals)
        self.model.fitted.connect(self._show_totals)
        self.drawn.connect(self.look_again)
        self.table.verticalScrollBar().valueChanged.connect(self.look_again)

    def _build(self) -> None:
        keys = {"Enter": tr("vul aan"), "S": tr("sorteren"), "Ctrl+F": tr("filteren")}
        main = QWidget()
        main.setLayout(column(self.bar(), self.content(), self.hints(keys), gap=0))
        self._whole = beside(main, self.pane)
        self.setLayout(self._whole)
        self.fit()

    def fit(self) -> None:
        """The sentences at the right, or under the table."""
        super().fit()
        self._whole.setDirection(way(narrow=self.narrow))
        set_width(self.pane, None if self.narrow else theme().px(SIDE))
        self.pane.setMaximumHeight(theme().px(LOW) if self.narrow else UNLIMITED)
        self.pane.fit(narrow=self.narrow)
        self._look.start()

    def _ask_unread(self) -> None:
        if self.isVisible() and (cases := [each for each in self.table.in_sight() if not _is_read(each)]):
            self.unread.emit(cases)

    def look_again(self) -> None:
        """Asks for what is in sight and not read, once nothing moves."""
        self._reads.start()

    def showEvent(self, event: QShowEvent) -> None:
        """What comes in sight is read."""
        super().showEvent(event)
        self.look_again()

    def put(self, cases: Gathered, known: Mapping[RecordId, Entry]) -> None:
        """Takes what became known of these cases; the rest stays as it is, and where it is."""
        self.cases = cases
        self.model.put(known)
        self._show_totals()
        self.look_again()

    def _show_totals(self) -> None:
        counted = totals(entry.cells for entry in self.model.rows)
        number, ready = len(self.model.rows), "" if self.model.close else f" {tr('klaar')}"
        under = []
        for column_ in self.model.columns:
            marks = counted[column_.topic] if column_.topic else None
            asked = number - marks[Mark.NOT_NEEDED] - marks[Mark.UNREAD] if marks else 0
            under.append(f"{marks[Mark.DONE]} {tr('van')} {asked}{ready}" if marks is not None else "")
        self.model.say_under(under)
        self._look.start()

    def _show_gaps(self) -> None:
        entry = self.table.current()
        if entry is None:
            self.pane.show_gaps("", "", ())
            return
        column_ = self.model.columns[max(0, self.table.currentIndex().column())]
        self._jobs.look_up(lambda: self._of(entry, column_), lambda gaps: self._show(entry, column_, gaps))

    def _show(self, entry: Entry, column_: Column, gaps: Sequence[Gap]) -> None:
        now = self.table.current()
        if now is not None and now.id == entry.id:  # more may have become known of it meanwhile
            heading = tr(TOPICS[column_.topic]) if column_.topic else tr("Alles wat nog ontbreekt")
            self.pane.show_gaps(entry.title, heading, gaps)

    def _of(self, entry: Entry, column_: Column) -> list[Gap]:
        found = self._lacking(entry.id)
        return [gap for gap in found if column_.topic is None or gap.topic is column_.topic]

    def _open(self, entry: Entry, column_: Column) -> None:
        gaps = self._of(entry, column_)
        self.go.emit(*(gaps[0].at if gaps else (entry.id, "")))


def _is_read(entry: Entry) -> bool:
    return entry.cells[Topic.PRIVACY].is_read


class GapPane(QWidget):
    """The sentences of one cell; each leads to where it is filled."""

    go = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._title = label("", "label", "text2", wrap=True)
        self._heading = label("", "section", wrap=True)
        self._lines = QVBoxLayout()
        content = QWidget()
        content.setLayout(column(self._lines, 0, margins=(0, 4, 12, 0)))
        self._box = column(self._heading, self._title, scrolled(content), gap=4)
        self.setLayout(column(page("list", self._box)))

    def hasHeightForWidth(self) -> bool:
        """Its sentences fold, and it scrolls."""
        return False

    def sizeHint(self) -> QSize:
        """As high as it may be under the table, as far as that can give way."""
        return QSize(super().sizeHint().width(), theme().px(LOW))

    def fit(self, *, narrow: bool) -> None:
        """Under the table there is room for two sentences, if they have it to themselves."""
        mark_as(self._heading, "role", "label" if narrow else "section")
        self._lines.setSpacing(theme().space(0 if narrow else 10))
        top, bottom = (8, 0) if narrow else (16, 8)
        self._box.setContentsMargins(*(theme().space(room) for room in (20, top, 8, bottom)))

    def show_gaps(self, title: str, heading: str, gaps: Sequence[Gap]) -> None:
        """Shows the gaps of another cell."""
        clear(self._lines)
        self._title.setText(title)
        self._title.setHidden(is_narrow(self))  # the case stands right above it
        self._heading.setText(heading)
        for gap in gaps[:SHOWN]:
            self._lines.addLayout(self._line(gap))
        if len(gaps) > SHOWN:
            self._lines.addWidget(label(f"{tr('En nog')} {len(gaps) - SHOWN}.", "caption", "text2"))
        if title and not gaps:
            done = row(column(2, picture("circle-check", "text2", 15), 0, gap=0), label(tr("Hier ontbreekt niets.")), 0)
            self._lines.addLayout(done)

    def _line(self, gap: Gap) -> QHBoxLayout:
        to = button(tr("Vul aan"), lambda: self.go.emit(*gap.at), "link", name=f"{tr('Vul aan')}: {gap.sentence}")
        sentence = label(gap.sentence, wrap=True)
        sign = picture("circle-dashed", "attn", 15)
        if is_narrow(self):
            line = row(sign, sentence, to)
        else:
            line = row(column(3, sign, 0, gap=0), column(sentence, row(to, 0), gap=0))
        line.setStretch(1, 1)
        return line
