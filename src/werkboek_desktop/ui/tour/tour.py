"""Leads through the steps in one window on the demo. It can be left at once: Esc, at any step."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from werkboek_desktop.ui.notice import Notice
from werkboek_desktop.ui.shell.office import Office
from werkboek_desktop.ui.theme.look import is_narrow
from werkboek_desktop.ui.tour.card import Outline, TourCard
from werkboek_desktop.ui.tour.steps import Steps
from werkboek_desktop.ui.widgets.basic import focused_in
from werkboek_desktop.ui.widgets.sight import page_around
from werkboek_desktop.ui.widgets.slide import SlidePanel
from werkboek_desktop.ui.words import tr

TICK = 80
"""Milliseconds until the next look where the thing is: pages scroll and grow beside the tour."""
ABOUT = "tour"
_KEYS = frozenset({QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress})


class Tour(QObject):
    """One step at a time; what was done for real is noticed, and nothing has to be."""

    def __init__(self, office: Office) -> None:
        self._over = office.window.content
        super().__init__(self._over)
        self._office = office
        self._about = Steps(office)
        self.steps = self._about.all()
        self.at = 0
        self.card: TourCard | None = None
        self._outline = Outline(self._over)
        self._outline.hide()
        self._tick = QTimer(self, interval=TICK)
        self._tick.timeout.connect(self._follow)

    def begin(self) -> None:
        """The first step, once it is known which case that is about."""
        self._about.look_up(self._begin)

    def _begin(self) -> None:
        if not isValid(self):
            return
        self._office.notices.forget(ABOUT)
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]
        self._show(0)
        self._tick.start()

    def _show(self, at: int) -> None:
        self._let_go()
        self.at = at
        step = self.steps[at]
        self._office.palette.slide_out()
        self.card = card = TourCard(step, at + 1, len(self.steps), narrow=is_narrow(self._over))
        self._office.notices.stand(card)
        card.show()
        step.show()
        card.tried.connect(step.begin)
        card.went_on.connect(self.next)
        card.stopped.connect(self.stop)
        step.does.connect(self._maybe_done)
        self._follow()
        QTimer.singleShot(0, card, card.begin)  # when the page has put its own keyboard

    def _let_go(self) -> None:
        if self.card:
            self.steps[self.at].does.disconnect(self._maybe_done)
            self.card.hide()
            self.card.deleteLater()
            self.card = None

    def _maybe_done(self) -> None:
        if self.card and self.steps[self.at].is_done():
            self.card.show_done()

    def next(self) -> None:
        """The step after this one; after the last the window is for trying things."""
        if self.at + 1 < len(self.steps):
            self._show(self.at + 1)
        else:
            self._end(tr("Dat was de rondleiding. Alles hier is verzonnen: probeer gerust verder."))

    def stop(self) -> None:
        """At once."""
        self._end(tr("De rondleiding is gestopt. Met Ctrl+K begin je hem opnieuw."))

    def _end(self, said: str) -> None:
        self._tick.stop()
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
        self._let_go()
        self._outline.hide()
        page = self._office.navigation.current()
        (focused_in(page) or page).setFocus(Qt.FocusReason.OtherFocusReason)
        self._office.notices.show_notice(Notice(said, about=ABOUT))
        self.deleteLater()

    def _follow(self) -> None:
        thing = self.steps[self.at].about()
        if thing is None or not thing.isVisible():
            self._outline.hide()
            return
        seen = thing.visibleRegion().boundingRect()
        pages, scrolls = self._office.window.pages, page_around(thing)
        around = scrolls.viewport() if scrolls else pages if pages.isAncestorOf(thing) else self._over
        self._outline.stand_round(self._place_of(thing, seen), self._place_of(around, around.rect()))
        self._outline.show()

    def _place_of(self, part: QWidget, within: QRect) -> QRect:
        return QRect(part.mapTo(self._over, QPoint(0, 0)) + within.topLeft(), within.size())

    def _act_for(self, event: QKeyEvent) -> Callable[[], object] | None:
        focus = QApplication.focusWidget()
        in_card = self.card is not None and focus is not None and self.card.isAncestorOf(focus)
        if event.modifiers() or self.card is None:
            return None
        if event.key() == Qt.Key.Key_Escape and not _is_in_panel(focus):
            return self.stop
        return self.card.begin if event.key() == Qt.Key.Key_F6 and not in_card else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc leaves, unless it closes a panel; F6 leads to the card. Before any shortcut of the page."""
        if event.type() not in _KEYS or not isinstance(event, QKeyEvent) or not isinstance(watched, QWidget):
            return False
        if watched.window() is not self._office.window:
            return False
        act = self._act_for(event)
        if act and event.type() == QEvent.Type.KeyPress:
            act()
        elif act:
            event.accept()
        return act is not None


def _is_in_panel(widget: QWidget | None) -> bool:
    while widget is not None and not isinstance(widget, SlidePanel):
        widget = widget.parentWidget()
    return widget is not None
