"""Another theme, text size or letter: every window is made anew at the same place, without a restart."""

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QTextEdit, QWidget

from werkboek_desktop.ui.shell import position
from werkboek_desktop.ui.start.early import Early
from werkboek_desktop.ui.theme.look import apply, theme
from werkboek_desktop.ui.theme.system import SYSTEM, look_of
from werkboek_desktop.ui.theme.tokens import Theme
from werkboek_desktop.ui.turns import after_layout

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from werkboek_desktop.ui.notice import Notice
    from werkboek_desktop.ui.session import Session
    from werkboek_desktop.ui.shell.office import Office
    from werkboek_desktop.ui.shell.window import MainWindow

WAIT = 100
"""Milliseconds until the next look whether work beside the window has ended: it reports to what stands there now."""
PATIENCE = 20
"""How often the keyboard waits that long for the rest of a form."""


class Hand(NamedTuple):
    """Where the keyboard is: what kind of widget, its name, which of those, and the place in its text."""

    kind: type[QWidget]
    name: str
    which: int
    at: int


class Left(NamedTuple):
    """What a window was showing."""

    window: "MainWindow"
    place: position.Whereabouts
    hand: Hand | None
    notices: "list[Notice]"
    early: Early
    """What is pressed in it until it works again."""


class Dresser(QObject):
    """Follows the settings, and the computer's own look for who asked for that."""

    def __init__(self, session: "Session", offices: "list[Office]", seat: "Callable[[MainWindow], Office]") -> None:
        super().__init__(session)
        self._session = session
        self._offices = offices
        self._seat = seat
        self._wanted = theme()
        self._work: Iterator[None] | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._redress)
        session.set_up.connect(self._set_up)
        hints = QGuiApplication.styleHints()
        self._system = (hints.colorSchemeChanged, hints.accessibility().contrastPreferenceChanged)
        for changed in self._system:
            changed.connect(self._follow_system)

    def stop(self) -> None:
        """There is no window any more."""
        self._soon.stop()
        self._work = None
        for changed in self._system:
            changed.disconnect(self._follow_system)

    def _set_up(self, key: str) -> None:
        settings = self._session.workspace.settings()
        match key:
            case "theme":
                self._want(replace(self._wanted, look=look_of(settings.theme)))
            case "text_percent":
                self._want(replace(self._wanted, scale=settings.text_percent / 100))
            case "reading_letter":
                self._want(replace(self._wanted, reading_letter=settings.reading_letter))
            case "author":
                for office in self._offices:
                    office.show_person()

    def is_busy(self) -> bool:
        """Whether a window is still being made anew."""
        return self._work is not None

    def _follow_system(self) -> None:
        if self._session.workspace.settings().theme == SYSTEM:
            self._want(replace(self._wanted, look=look_of(SYSTEM)))

    def _want(self, wanted: Theme) -> None:
        self._wanted = Theme(wanted.look, wanted.scale, wanted.reading_letter)
        self._soon.start(0)  # when whatever was clicked has finished: it goes too

    def _redress(self) -> None:
        if self._wanted == theme():
            return
        if self.is_busy() or any(office.jobs.busy() for office in self._offices):
            self._soon.start(WAIT)
            return
        if any(office.navigation.forget() for office in self._offices):
            self._soon.start(0)  # to take a window down with all that was ever seen in it takes too long for one turn
            return
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        left = [self._leave(office) for office in tuple(self._offices)]
        apply(app, self._wanted)
        self._work = chain.from_iterable(map(self._come, left))
        self._go_on()

    def _go_on(self) -> None:
        """A window comes in a few turns, and a second one after the first."""
        if next(self._work or iter(()), self) is self:
            self._work = None
        else:
            after_layout(self, self._go_on)

    def _leave(self, office: "Office") -> Left:
        window = office.window
        left = Left(window, position.whereabouts(office), _hand_of(window), office.notices.shown(), Early(window))
        office.retire()
        self._offices.remove(office)
        window.setUpdatesEnabled(False)  # nothing half made is ever on screen
        window.may_close = lambda: False  # until it works again
        window.strip()
        for part in window.children():
            if part is not office and type(part).__module__.startswith(__package__ or ""):
                part.setParent(office)  # whatever served the old content goes with its office
        office.deleteLater()
        return left

    def _come(self, left: Left) -> "Iterator[None]":
        """Makes the window work; where one was comes after that, and the keys that are pressed meanwhile with it."""
        left.window.furnish()
        office = self._seat(left.window)
        yield
        if office in self._offices:  # nobody closed it
            yield from self._return(left, office)
        left.early.give()
        left.early.deleteLater()
        yield

    def _return(self, left: Left, office: "Office") -> "Iterator[None]":
        yield from position.return_to(office, left.place)
        for notice in left.notices:
            office.notices.show_notice(notice)
        left.window.setUpdatesEnabled(True)
        if left.hand:
            _put_hand(left.window, left.hand)


def _name(widget: QWidget) -> str:
    return widget.accessibleName() or str(widget.property("text") or "")


def _alike(window: QWidget, kind: type[QWidget], name: str) -> list[QWidget]:
    return [each for each in window.findChildren(kind) if _name(each) == name and each.isVisibleTo(window)]


def _hand_of(window: QWidget) -> Hand | None:
    widget = window.focusWidget()
    if not window.isAncestorOf(widget):
        return None
    alike = _alike(window, type(widget), _name(widget))
    at = 0
    if isinstance(widget, QLineEdit):
        at = widget.cursorPosition()
    elif isinstance(widget, QTextEdit):
        at = widget.textCursor().position()
    return Hand(type(widget), _name(widget), alike.index(widget) if widget in alike else 0, at)


def _put_hand(window: QWidget, hand: Hand, patience: int = PATIENCE) -> None:
    alike = _alike(window, hand.kind, hand.name)
    if hand.which >= len(alike):
        if patience:
            QTimer.singleShot(WAIT, window, lambda: _put_hand(window, hand, patience - 1))
        return
    widget = alike[hand.which]
    widget.setFocus(Qt.FocusReason.OtherFocusReason)
    if isinstance(widget, QLineEdit):
        widget.setCursorPosition(hand.at)
    elif isinstance(widget, QTextEdit):
        cursor = widget.textCursor()
        cursor.setPosition(min(hand.at, len(widget.toPlainText())))
        widget.setTextCursor(cursor)
    QTimer.singleShot(0, widget, lambda: _bring_into_sight(widget))


def _bring_into_sight(widget: QWidget) -> None:
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget)
        above = above.parentWidget()
