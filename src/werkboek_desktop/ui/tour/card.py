"""The card of one step of the tour, and the line round the thing that it is about."""

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QBoxLayout, QFrame, QWidget

from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.tour.steps import Step
from werkboek_desktop.ui.widgets.basic import button, column, label, mark_as, page, row
from werkboek_desktop.ui.widgets.keys import key_hint
from werkboek_desktop.ui.widgets.panels import picture
from werkboek_desktop.ui.widgets.spoken import announce
from werkboek_desktop.ui.words import tr

LINE = 3


class TourCard(QFrame):
    """Says what there is to see; the rest of the window goes on working."""

    tried = Signal()
    went_on = Signal()
    stopped = Signal()

    def __init__(self, step: Step, number: int, of: int, *, narrow: bool) -> None:
        super().__init__()
        where = f"{tr('Rondleiding · stap')} {number} {tr('van')} {of}"
        self.try_button = button(step.action, self.tried.emit, "primary")
        self.next_button = button(tr("Volgende") if number < of else tr("Klaar"), self.went_on.emit)
        self.stop_button = button(tr("Stoppen"), self.stopped.emit, "link")
        self._done = page("", row(picture("circle-check", "ok"), label(tr("Gelukt."), "body_strong")))
        self._done.hide()
        at = label(f"{tr('stap')} {number} {tr('van')} {of}", "caption", "text2")
        title = row(label(step.title, "section", wrap=True), self._done, at, gap=16)
        title.setStretch(0, 1)
        words = column(0, title, label(step.text, wrap=True), 0, gap=2)
        hints = row(0, key_hint("F6", tr("naar dit kaartje")), key_hint("Esc", tr("stoppen")), gap=16)
        buttons = row(0, self.try_button, self.next_button, self.stop_button)
        whole: QBoxLayout
        if narrow:
            whole = column(words, row(hints, 0, buttons, gap=16), margins=(20, 6, 20, 6), gap=4)
        else:
            whole = row(words, column(0, buttons, hints, 0, gap=4), margins=(20, 8, 20, 8), gap=24)
        whole.setStretch(0, 1)
        self.setProperty("card", "active")
        self.setAccessibleName(f"{where}: {step.title}")
        self.setAccessibleDescription(step.text)
        self.setLayout(whole)
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
            mark_as(self.try_button, "kind", "")
            mark_as(self.next_button, "kind", "primary")
            self.say(f"{tr('Gelukt.')} {tr('Met F6 en Enter ga je verder.')}")
            if self.isAncestorOf(QApplication.focusWidget() or self.window()):
                self.begin()

    def begin(self) -> None:
        """Puts the keyboard on what there is to do: go on once it was done, else try it."""
        to = self.next_button if self.is_done else self.try_button
        to.setFocus(Qt.FocusReason.OtherFocusReason)


class Outline(QWidget):
    """A line round a thing; clicks go through it."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(tr("Hier gaat de rondleiding over"))

    def stand_round(self, thing: QRect, around: QRect) -> None:
        """Clear of its words, and within what it stands in."""
        self.setGeometry(thing.adjusted(-3 * LINE, -3 * LINE, 3 * LINE, 3 * LINE) & around)
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Only the line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().color("accent"), LINE, Qt.PenStyle.DashLine))
        radius = theme().radius("card")
        half = LINE / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), radius, radius)
