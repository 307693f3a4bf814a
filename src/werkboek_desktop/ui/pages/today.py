"""Vandaag: what waits, where one was, and whether everything is safe. Nothing on it names an attendee."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QFrame, QLayout, QPushButton, QVBoxLayout, QWidget

from werkboek_desktop.domain.dutch import DAYS, day
from werkboek_desktop.domain.moments import full_day, greeting, when
from werkboek_desktop.domain.today import MORE, Heap, Waiting, heaps
from werkboek_desktop.domain.today_facts import Sort
from werkboek_desktop.domain.today_lines import VISITS, Line, Next, Visited
from werkboek_desktop.errors import Refusal
from werkboek_desktop.ui.lists.line import status_words
from werkboek_desktop.ui.pages.page import Page
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.basic import button, card, clear, column, label, row, ruled, scrolled
from werkboek_desktop.ui.widgets.fitted import set_width, way
from werkboek_desktop.ui.widgets.panels import Panel, ProgressCard, picture
from werkboek_desktop.ui.widgets.pie import StatusPie
from werkboek_desktop.ui.widgets.tiles import Act, Item, Steps, Tile
from werkboek_desktop.ui.words import tr
from werkboek_desktop.ui.work import Jobs

if TYPE_CHECKING:
    from werkboek_desktop.workspace.today import Today

ICONS = {
    Sort.CONFLICT: ("git-compare", "attn"),
    Sort.LAPSED: ("shield-alert", "danger"),
    Sort.ERASE: ("eraser", "attn"),
    Sort.DOUBT: ("circle-question-mark", "attn"),
    Sort.REFUSED: ("circle-x", "danger"),
    Sort.ASK_AGAIN: ("refresh-cw", "danger"),
    Sort.DEADLINE: ("clock", "attn"),
    Sort.COMMENT: ("message-square-text", "accent"),
    Sort.MISSING: ("hourglass", "text2"),
    Sort.MERGED: ("merge", "merge"),
    Sort.ASSIGNED: ("user", "accent"),
    Sort.CHANGED: ("pencil-line", "accent"),
    Sort.EMBARGO: ("calendar", "text2"),
    Sort.SIGNUP: ("phone", "text2"),
}
MUTED = ("caption", "text2")
WIDEST = 1700
SIDE, WIDE_SIDE = 300, 480
ONE_COLUMN_BELOW, WIDE_FROM = 860, 1400


class TodayPage(Page):
    """Shows a `Today`; it is worked out beside the window. `send`: somebody wants to make a bundle."""

    send = Signal()

    def __init__(self, session: Session, jobs: Jobs) -> None:
        super().__init__()
        self._session = session
        self._jobs = jobs
        self._shown: tuple[object, ...] = ()
        self._unfolded: Counter[Sort] = Counter()
        self._buttons: dict[object, QPushButton] = {}
        self.steps = Steps(self)
        self._day = label("", "caption", "text2")
        self._greeting = label("", "display", wrap=True)
        self.panel = Panel()
        self.progress = ProgressCard()
        self._main, self._beside = QVBoxLayout(), QVBoxLayout()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._build()
        session.agenda.told.connect(self._show)

    def _build(self) -> None:
        beside = QWidget()
        beside.setLayout(self._beside)
        self._beside.setContentsMargins(0, 0, 0, 0)
        self._side = beside
        self._columns.setSpacing(theme().space(32))
        self._columns.addLayout(self._main, 1)
        self._columns.addWidget(beside, 0, Qt.AlignmentFlag.AlignTop)
        for each in (self._main, self._beside):
            each.setSpacing(theme().space(12))
        content = _Content()
        head = column(self._day, self._greeting, gap=2)
        body = column(head, self.panel, self.progress, self._columns, 0, margins=(40, 22, 36, 28), gap=24)
        inner = QWidget()
        inner.setLayout(body)
        inner.setMaximumWidth(theme().px(WIDEST))
        across = row(inner, 0, gap=0)
        across.setStretch(0, 1)
        across.setStretch(1, 0)
        content.setLayout(across)
        self.setLayout(column(scrolled(content, folds=True), gap=0))
        self.setProperty("page", "true")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def arrive(self) -> None:
        """Shows what was known last, and works it out anew."""
        if self._session.agenda.today:
            self._show(self._session.agenda.today)
        self._session.agenda.look()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns where there is room for them."""
        super().resizeEvent(event)
        narrow = self.width() < theme().px(ONE_COLUMN_BELOW)
        side = theme().px(SIDE if self.width() < theme().px(WIDE_FROM) else WIDE_SIDE)
        self._columns.setDirection(way(narrow=narrow))
        set_width(self._side, None if narrow else side)

    def _show(self, today: "Today") -> None:
        self._day.setText(f"{DAYS[today.now.weekday()].capitalize()} {day(today.now.date())}")
        self._greeting.setText(greeting(today.now, today.name))
        shown = (today.now.date(), *today[1:])
        if shown != self._shown:
            self._shown = shown
            self._fill(today)

    def _fill(self, today: "Today") -> None:
        held = next((key for key, each in self._buttons.items() if each.hasFocus()), None)
        focus = QApplication.focusWidget()
        if focus is not None and self.isAncestorOf(focus):
            self.setFocus(Qt.FocusReason.OtherFocusReason)  # else it goes to the rail with what had it
        self._buttons = {}
        clear(self._main)
        clear(self._beside)
        self._add(self._main, tr("Wat op jou wacht"), self._waiting(heaps(today.waiting, self._unfolded), today))
        if today.visited:
            self._add(self._main, tr("Verder waar je was"), self._visited(today))
        self._add(self._beside, tr("Alles bewaard"), self._kept(today))
        if today.arrived:
            self._add(self._beside, tr("Laatst binnengekomen"), self._lines("file-input", today.arrived))
        if today.masterclass:
            self._add(self._beside, tr("Eerstvolgende masterclass"), self._masterclass(today.masterclass))
        self._beside.addStretch(1)
        self._main.addStretch(1)
        self.steps.take(list(self._buttons.values()))
        if held in self._buttons:
            self._focus_on(self._buttons[held])
        else:
            self._begin()

    def _begin(self) -> None:
        """Where nothing else has the keyboard, or what had it here is done, Enter does the first thing that waits."""
        first = next(iter(self._buttons.values()), None)
        if first and self.isVisible():
            self._focus_on(first)

    def _focus_on(self, made: QPushButton) -> None:
        """A moment later, for Qt shows what is new in a layout only then. Who went elsewhere meanwhile stays there."""

        def focus_on() -> None:
            focus = QApplication.focusWidget()
            if focus is None or focus is self or self.isAncestorOf(focus) or focus.isAncestorOf(self):
                made.setFocus(Qt.FocusReason.OtherFocusReason)

        QTimer.singleShot(0, made, focus_on)

    def _add(self, to: QVBoxLayout, title: str, part: QWidget) -> None:
        if to.count():
            to.addSpacing(theme().space(16))
        to.addWidget(label(title, "section"))
        to.addWidget(part)

    def _waiting(self, found: Sequence[Heap], today: "Today") -> QWidget:
        if not found:
            return _calm()
        parts: list[QWidget] = []
        for heap in found:
            parts += map(self._item, heap.shown)
            if heap.folded:
                parts.append(self._rest(heap, today))
        return card("surface", ruled(parts))

    def _item(self, item: Waiting) -> QWidget:
        icon, tone = ICONS[item.sort]
        made = Item(icon, tone, item.title, item.sentence, item.action, lambda: self._open(item))
        self._buttons[item.sort, item.record, item.field, item.title] = made.button
        return made

    def _open(self, item: Waiting) -> None:
        if item.record:
            self.go.emit(item.record, item.field)
        else:
            self.went.emit(item.to)

    def _rest(self, heap: Heap, today: "Today") -> QWidget:
        first = heap.folded[0]

        def unfold() -> None:
            self._unfolded[first.sort] += MORE
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self._fill(today)
            self._focus_on(self._buttons[first.sort, first.record, first.field, first.title])

        made = button(heap.rest, unfold, "link", "chevron-down")
        self._buttons["rest", first.sort] = made
        holder = QWidget()
        holder.setLayout(row(made, 0, margins=(44, 4, 16, 4)))
        return holder

    def _visited(self, today: "Today") -> QWidget:
        holder = QWidget()
        box = QBoxLayout(way(narrow=self.narrow), holder)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme().space(14))
        for visit in today.visited:
            box.addWidget(self._tile(visit, today), 1)
        for _ in range(0 if self.narrow else VISITS - len(today.visited)):
            box.addStretch(1)
        return holder

    def _tile(self, visit: Visited, today: "Today") -> Tile:
        pie = StatusPie()
        where = f"{visit.part} · {when(visit.at, today.now)}"
        made = Tile(visit.title, where, pie, lambda: self.go.emit(visit.record, visit.field))
        pie.show_status(*status_words(visit.kind, visit.status))  # in its tile, or it would be a window
        self._buttons["visited", visit.record, visit.field] = made
        return made

    def _kept(self, today: "Today") -> QWidget:
        here = f"{tr('Op deze computer')}: {self._session.workspace.settings().computer}"
        trouble = self._session.drafts.trouble
        saved = Line(trouble.message, trouble.advice, fine=False) if trouble else Line(tr("Alles is opgeslagen"), here)
        box = column(margins=(18, 16, 18, 16), gap=14)
        for icon, tone, line in (
            ("check", "ok", saved),
            ("archive", "ok", today.backup),
            ("send", "text2", today.sent),
        ):
            box.addLayout(_fact(icon, tone, line))
        for line in today.warned:
            box.addLayout(_fact("circle-alert", "attn", line))
        actions = [self._act("send", tr("Maak pakket"), "package", self.send.emit)]
        if not today.backup.fine:
            actions.append(self._act("backup", tr("Maak back-up"), "archive", self._backup))
        box.addLayout(column(*(row(each, 0) for each in actions)))
        return card("surface", box)

    def _act(self, key: str, text: str, icon: str, act: Act) -> QPushButton:
        self._buttons[key] = made = button(text, act, "", icon)
        return made

    def _backup(self) -> None:
        workspace = self._session.workspace
        what = tr("Back-up maken en nakijken")
        self._jobs.run(what, lambda _progress: workspace.backup(), self.progress, self._backed_up, self._refused)

    def _backed_up(self, _made: object) -> None:
        self._session.agenda.look()

    def _refused(self, error: Refusal) -> None:
        self.panel.refuse(error, tr("Je werkboek is niet veranderd."))

    def _lines(self, icon: str, lines: Iterable[Line]) -> QFrame:
        box = column(margins=(18, 16, 18, 16), gap=14)
        for line in lines:
            box.addLayout(_fact(icon, "text2", line))
        return card("surface", box)

    def _masterclass(self, day_: Next) -> QFrame:
        hours = f" · {day_.hours} {tr('uur')}" if day_.hours else ""
        box = column(label(day_.title, "body_strong", wrap=True), margins=(18, 16, 18, 16), gap=4)
        for text in filter(None, (full_day(day_.day) + hours, day_.place)):
            box.addWidget(label(text, "caption", "text2", wrap=True))
        counts = ((day_.coming, tr("aangemeld")), (day_.waitlisted, tr("op de wachtlijst")))
        words = [label(text, *look) for n, word in counts for text, look in ((str(n), ("section",)), (word, MUTED))]
        box.addLayout(row(*words[:2], 12, *words[2:], 0, margins=(0, 10, 0, 10)))
        box.addLayout(row(self._act("day", tr("Open"), "presentation", lambda: self.go.emit(day_.record, "")), 0))
        return card("surface", box)


class _Content(QWidget):
    """As high as its words need at its width, where Qt would add what they need when narrower."""

    def minimumSizeHint(self) -> QSize:
        """None: the scroll area goes by the height for the width."""
        return QSize(0, 0)


def _calm() -> QFrame:
    words = column(
        label(tr("Niets wacht op je."), "body_strong"),
        label(tr("Wat collega’s sturen of vragen, zie je hier vanzelf."), "caption", "text2", wrap=True),
        gap=2,
    )
    box = row(column(picture("circle-check", "ok"), 0), words, margins=(18, 16, 18, 16), gap=14)
    box.setStretch(1, 1)
    return card("surface", box)


def _fact(icon: str, tone: str, line: Line) -> QLayout:
    words = column(label(line.title, "body", wrap=True), gap=2)
    if line.sentence:
        words.addWidget(label(line.sentence, "caption", "text2", wrap=True))
    image = picture(icon, tone) if line.fine else picture("circle-alert", "attn")
    made = row(column(image, 0), words, gap=10)
    made.setStretch(1, 1)
    return made
