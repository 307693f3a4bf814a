"""Somebody at the keyboard: only keys, to whatever has the keyboard, and each of them counted."""

from typing import cast

from PySide6.QtCore import QEvent, QKeyCombination, Qt
from PySide6.QtGui import QAccessible, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.room import PATIENCE, Room
from werkboek_desktop.ui.widgets.basic import focused_in

FAR = 60
"""Nobody presses Tab oftener than that to get somewhere."""


class Keyboard:
    """Presses keys in a room; `presses` says how many so far."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self.presses = 0

    def press(self, keys: str, times: int = 1) -> None:
        """A key, or keys together, as menus write them: `Ctrl+N`."""
        for _time in range(times):
            self._send(keys)
            self.settle()

    def _send(self, keys: str) -> None:
        combination = cast("list[QKeyCombination]", QKeySequence(keys))[0]
        QTest.keyClick(here(), combination.key(), combination.keyboardModifiers())
        self.presses += 1

    def type(self, text: str) -> None:
        """Letter by letter; the first may open an editor, so each goes where the keyboard is then."""
        for letter in text:
            strike(letter)
            self.presses += 1
            QApplication.processEvents()
            self._come_back()
        self.settle()

    def write(self, text: str) -> None:
        """Types, and goes on with Tab."""
        self.type(text)
        self.press("Tab")

    def enter(self, text: str) -> None:
        """Types, and presses Enter."""
        self.type(text)
        self.press("Return")

    def to(self, name: str, *, keys: str = "Tab") -> None:
        """Goes on until something that is called so has the keyboard."""
        passed = []
        while not self.is_at(name):
            passed.append(at())
            assert len(passed) < FAR, f"{name!r} is not reached by {keys}: {passed}"
            self.press(keys)

    def is_at(self, name: str) -> bool:
        """Whether the keyboard is at something that is called so, whatever more is said of it."""
        return at() == name or at().startswith((f"{name},", f"{name}:"))

    def settle(self) -> None:
        """Waits as a person does who looks at the screen, until nothing moves any more."""
        self.room.settle()
        form = self.room.window.records.current_page()
        if form:
            form.form._current().finish()
        self._come_back()

    def _come_back(self) -> None:
        """A screen without somebody who manages windows forgets the window when a list of suggestions closes."""
        if QApplication.activePopupWidget() is None and not self._is_at_work():
            self.room.window.activateWindow()
            self.room.qtbot.waitUntil(self._is_at_work, timeout=PATIENCE)

    def _is_at_work(self) -> bool:
        ours = {office.window for office in self.room.desk.offices}
        return QApplication.activeWindow() in ours and QApplication.focusWidget() is not None


def strike(letter: str) -> None:
    """Types one letter where the keyboard is; what QTest has no key for comes as a layout sends it."""
    if letter.isascii():
        QTest.keyClicks(here(), letter)
        return
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(here(), QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


def here() -> QWidget:
    """What has the keyboard: a list that is open, or what the focus is on."""
    popup = QApplication.activePopupWidget()
    found = (focused_in(popup) or popup) if popup else QApplication.focusWidget()
    assert found, "the keyboard is nowhere"
    return found


def at() -> str:
    """What a screen reader calls what has the keyboard."""
    if name := here().accessibleName():
        return name
    return QAccessible.queryAccessibleInterface(here()).text(QAccessible.Text.Name)
