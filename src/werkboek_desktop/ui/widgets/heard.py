"""What a screen reader calls a widget for which Qt has no word that fits: it says so itself, in a property."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAttributesInterface, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QApplication, QLabel, QWidget
from shiboken6 import Shiboken

HEARD = "heard"
TAB, TABS = "tab", "tabs"
LEVELS = {"display": 1, "title": 1, "section": 2}
"""The roles of a label that are a heading, and of which level."""


class _Level(QAccessibleAttributesInterface):
    """Of which level a heading is."""

    def __init__(self, level: int) -> None:
        super().__init__()
        self._level = level

    def attributeKeys(self) -> list[QAccessible.Attribute]:
        """That alone."""
        return [QAccessible.Attribute.Level]

    def attributeValue(self, key: QAccessible.Attribute) -> object:
        """The level."""
        return self._level if key is QAccessible.Attribute.Level else None


class _Heading(QAccessibleWidget):
    """A label at the head of what follows: one can jump from one to the next."""

    def __init__(self, heading: QLabel) -> None:
        super().__init__(heading, QAccessible.Role.Heading)
        self._heading = heading
        self._level = _Level(LEVELS[heading.property("role")])

    def interface_cast(self, kind: QAccessible.InterfaceType) -> object:  # type: ignore[override] # a pointer, not an int
        """Its level, and nothing else: what a label is by itself would be a pointer that Python can't pass on."""
        return self._level if kind is QAccessible.InterfaceType.AttributesInterface else Shiboken.VoidPtr(0)

    def text(self, kind: QAccessible.Text) -> str:
        """Its words are its name."""
        own = super().text(kind)
        return own or self._heading.text() if kind is QAccessible.Text.Name else own


class _Tab(QAccessibleWidget):
    """One of several places of which one is shown."""

    def __init__(self, button: QAbstractButton) -> None:
        super().__init__(button, QAccessible.Role.PageTab)
        self._button = button

    def state(self) -> QAccessible.State:
        """Whether it is the one that is shown."""
        found = super().state()
        found.selectable = True
        found.selected = self._button.isChecked()
        return found

    def actionNames(self) -> list[str]:
        """Pressing it goes there."""
        return [self.pressAction(), self.setFocusAction()]

    def doAction(self, name: str) -> None:
        """Goes there, or only comes to it."""
        if name == self.pressAction():
            self._button.click()
        else:
            super().doAction(name)


def speak_well() -> None:
    """From now on; once for the whole program."""
    app = QApplication.instance()
    if app is not None and not app.property(HEARD):
        app.setProperty(HEARD, True)
        QAccessible.installFactory(_of)


def _of(_name: str, thing: QObject) -> QAccessibleInterface | None:
    if isinstance(thing, QLabel) and thing.property("role") in LEVELS:
        return _Heading(thing)
    heard = thing.property(HEARD) if isinstance(thing, QWidget) else None
    if heard == TAB and isinstance(thing, QAbstractButton):
        return _Tab(thing)
    if heard == TABS and isinstance(thing, QWidget):
        return QAccessibleWidget(thing, QAccessible.Role.PageTabList)
    return None
