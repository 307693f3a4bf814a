"""F6: the keyboard goes round the parts of the window, and finds in each where it was."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from werkboek_desktop.ui.pages.page import Page
from werkboek_desktop.ui.shell.navigation import Navigation
from werkboek_desktop.ui.shell.notices import Notices
from werkboek_desktop.ui.shell.window import MainWindow
from werkboek_desktop.ui.widgets.basic import focused_in
from werkboek_desktop.ui.widgets.reading import read, takes_tab


class Regions:
    """Rail, the parts of the page, notices, status bar."""

    def __init__(self, window: MainWindow, navigation: Navigation, notices: Notices) -> None:
        self._window = window
        self._navigation = navigation
        self._notices = notices

    def step(self, by: int) -> None:
        """To the next part that has something to do, or to the one before."""
        page = self._navigation.current().regions()
        targets = [
            target
            for each in (self._window.rail, *page, self._notices, self._window.status)
            if (target := _target(each))
        ]
        focus = QApplication.focusWidget()
        here = next((at for at, (region, _to) in enumerate(targets) if focus and region.isAncestorOf(focus)), 0)
        targets[(here + by) % len(targets)][1].setFocus(Qt.FocusReason.OtherFocusReason)

    def visit(self, key: str) -> None:
        """To a destination of the rail, with the keyboard in its list, or at the first thing there is to do."""
        self._navigation.go(key)
        page = self._navigation.current()
        focus = QApplication.focusWidget()
        if page is self._window.records:
            self._navigation.to_list()
        elif not (focus and page.isAncestorOf(focus)):
            enter(page)


def enter(page: Page, was: QWidget | None = None) -> None:
    """Puts the keyboard where it was in a page, else at the first thing there is to do."""
    found = next(filter(None, map(_target, page.regions())), None)
    first = found[1] if found else page
    (was if was and takes_tab(was) else first).setFocus(Qt.FocusReason.OtherFocusReason)


def _target(region: QWidget) -> tuple[QWidget, QWidget] | None:
    """A part, and the widget in it that had the keyboard, else its first."""
    if not region.isVisible():
        return None
    last = focused_in(region)
    if last and takes_tab(last):
        return region, last
    return next(((region, each) for each in read(region) if each is not region and takes_tab(each)), None)
