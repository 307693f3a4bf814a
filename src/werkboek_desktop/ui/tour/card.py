"""The card of one step of the tour, and the line round the thing that it is about."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.tour.steps import Step
from werkboek_desktop.ui.widgets.basic import button, column, label, mark_as, row
from werkboek_desktop.ui.widgets.keys import key_hint
from werkboek_desktop.ui.widgets.panels import picture
from werkboek_desktop.ui.widgets.spoken import announce
from werkboek_desktop.ui.words import tr

WIDTH = 380
LINE = 3


class TourCard(QFrame):
    """Says what there is to see; the rest of the window goes on working.

    It stays clear of what stands below the pages.
    """

    tried = Signal()
    went_on = Signal()
    stopped = Signal()

    def __init__(self, over: QWidget, pages: QWidget, step: Step, number: int, of: int) -> None:
        super().__init__(over)
        self._over = over
        self._pages = pages
        self._thing = QRect()
        where = f"{tr('Rondleiding · stap')} {number} {tr('van')} {of}"
        self.try_button = button(step.action, self.tried.emit, "primary")
        self.next_button = button(tr("Volgende") if number < of else tr("Klaar"), self.went_on.emit)
        self.stop_button = button(tr("Stoppen"), self.stopped.emit, "link")
        self._done = QWidget()
        done = row(picture("circle-check", "ok"), label(tr("Gelukt."), "body_strong"), 0)
        self._done.setLayout(done)
        self._done.hide()
        hints = row(key_hint("F6", tr("naar dit kaartje")), key_hint("Esc", tr("stoppen")), 0, gap=16)
        words = (label(where, "caption", "text2"), label(step.title, "section", wrap=True), label(step.text, wrap=True))
        buttons = row(self.try_button, self.next_button, 0, self.stop_button)
        self.setProperty("card", "active")
        self.setAccessibleName(f"{where}: {step.title}")
        self.setAccessibleDescription(step.text)
        self.setLayout(column(*words, self._done, buttons, hints, margins=(20, 14, 20, 14), gap=10))
        self.say(f"{where}: {step.title}. {step.text}")

    def say(self, text: str) -> None:
        """What a screen reader hears now."""
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        announce(self, text)

    @property
    def is_done(self) -> bool:
        """Whether somebody did it."""
        return not self._done.isHidden()

    def show_done(self) -> None:
        """Somebody did it."""
        if not self.is_done:
            self._done.show()
            self.make_way()
            mark_as(self.try_button, "kind", "")
            mark_as(self.next_button, "kind", "primary")
            self.say(f"{tr('Gelukt.')} {tr('Met F6 en Enter ga je verder.')}")
            if self.isAncestorOf(QApplication.focusWidget() or self._over):
                self.begin()

    def begin(self) -> None:
        """Puts the keyboard on what there is to do: go on once it was done, else try it."""
        to = self.next_button if self.is_done else self.try_button
        to.setFocus(Qt.FocusReason.OtherFocusReason)

    def stand_beside(self, thing: QRect) -> None:
        """Beside or below the thing, or above; else in the corner where it hides least, of the keyboard first.

        Where it fits nowhere in very large text it is as narrow as its buttons let it be.
        """
        self._thing, keyboard = thing, self._keyboard()
        gap = theme().space(16)
        inner = self._over.rect().adjusted(gap, gap, -gap, 0)
        inner.setBottom(self._pages.mapTo(self._over, self._pages.rect().bottomLeft()).y() - gap)
        wanted, narrow = theme().px(WIDTH), self.minimumSizeHint().width()
        sizes = [self._size(min(width, inner.width())) for width in (wanted, narrow)]
        places = (QRect(at, size) for size in sizes for at in (*_beside(thing, size, gap), *_corners(inner, size)))
        fits = (
            place
            for place in places
            if inner.contains(place) and not (place.intersects(keyboard) or place.intersects(thing))
        )
        in_corners = (QRect(at, size) for size in sizes for at in _corners(inner, size))
        least = min(in_corners, key=lambda place: (_area(place & keyboard), _area(place & thing)))
        self.setGeometry(next(fits, least))
        self.raise_()

    def _size(self, width: int) -> QSize:
        return QSize(width, max(self.heightForWidth(width), self.sizeHint().height()))

    def _keyboard(self) -> QRect:
        """Where the keyboard is, outside this card."""
        focus = QApplication.focusWidget()
        if focus is None or self.isAncestorOf(focus) or not self._over.isAncestorOf(focus):
            return QRect()
        return QRect(focus.mapTo(self._over, QPoint(0, 0)), focus.size()) & self._over.rect()

    def make_way(self) -> None:
        """The keyboard went to what lies below, or there is more to say here."""
        self.stand_beside(self._thing)


def _beside(thing: QRect, size: QSize, gap: int) -> tuple[QPoint, ...]:
    return (
        QPoint(thing.right() + gap, thing.top()),
        QPoint(thing.left(), thing.bottom() + gap),
        QPoint(thing.left() - gap - size.width(), thing.top()),
        QPoint(thing.left(), thing.top() - gap - size.height()),
    )


def _corners(inner: QRect, size: QSize) -> tuple[QPoint, ...]:
    low, right = inner.bottom() - size.height(), inner.right() - size.width()
    return (
        QPoint(inner.left(), low),
        QPoint(right, low),
        inner.topLeft(),
        QPoint(right, inner.top()),
    )


def _area(place: QRect) -> int:
    return place.width() * place.height()


class Outline(QWidget):
    """A line round a thing; clicks go through it."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(tr("Hier gaat de rondleiding over"))

    def stand_round(self, thing: QRect) -> None:
        """Just outside it, and within the window."""
        self.setGeometry(thing.adjusted(-2 * LINE, -2 * LINE, 2 * LINE, 2 * LINE) & self._over.rect())
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Only the line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().color("accent"), LINE, Qt.PenStyle.DashLine))
        radius = theme().radius("card")
        painter.drawRoundedRect(self.rect().adjusted(LINE, LINE, -LINE, -LINE), radius, radius)
