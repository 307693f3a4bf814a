"""What a screen reader hears of a window, in which order, and where Tab leads.

faults = unspoken(window)         # what has no name, or one that says nothing
keyboard_stops()                  # where Tab comes, by pressing it
misread(window, stops)            # where that is not as one reads
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QProgressBar, QWidget

from werkboek_desktop.resources import resource

Role = QAccessible.Role
OPERABLE = frozenset(
    {
        Role.Button,
        Role.ButtonDropDown,
        Role.ButtonMenu,
        Role.Cell,
        Role.CheckBox,
        Role.ColumnHeader,
        Role.ComboBox,
        Role.EditableText,
        Role.Link,
        Role.List,
        Role.ListItem,
        Role.MenuItem,
        Role.PageTab,
        Role.PageTabList,
        Role.ProgressBar,
        Role.RadioButton,
        Role.Slider,
        Role.SpinBox,
        Role.Table,
        Role.Tree,
        Role.TreeItem,
    }
)
ONE_OF_MANY = frozenset({Role.Cell, Role.ColumnHeader, Role.ListItem, Role.MenuItem, Role.PageTab, Role.TreeItem})
"""May be called like another: what it stands in says which."""
MOST_STOPS = 400
CORNER = 3
OURS = "werkboek_desktop."
ENGLISH = re.compile(
    r"\b(the|close|search|delete|remove|undo|redo|cut|copy|paste|select|next|previous|none|true|false)\b", re.IGNORECASE
)


class Heard(NamedTuple):
    """One thing in the tree of a screen reader, and the widget it is."""

    role: Role
    name: str
    description: str
    focusable: bool
    widget: QWidget | None
    around: str

    @property
    def operable(self) -> bool:
        """Whether somebody does something with it."""
        return self.role in OPERABLE or self.focusable

    @property
    def painted(self) -> bool:
        """Whether we paint it ourselves, so that nothing in it is text for a reader."""
        ours = [each for each in type(self.widget).__mro__ if each.__module__.startswith(OURS)]
        return any("paintEvent" in vars(each) for each in ours)


def heard(root: QWidget) -> Iterator[Heard]:
    """Everything that a screen reader finds in it, the cells of tables and the rows of lists too."""
    yield from _heard(QAccessible.queryAccessibleInterface(root), type(root).__name__)


def _heard(interface: QAccessibleInterface, around: str) -> Iterator[Heard]:
    state = interface.state()
    if state.invisible:
        return
    found = interface.object()
    widget = found if isinstance(found, QWidget) else None
    name, description = (interface.text(each) for each in (QAccessible.Text.Name, QAccessible.Text.Description))
    if isinstance(widget, QComboBox):
        name = widget.accessibleName()  # on Linux Qt gives what is chosen for its name; people have Windows
    yield Heard(interface.role(), name, description, bool(state.focusable), widget, around)
    for at in range(interface.childCount()):
        yield from _heard(interface.child(at), type(widget).__name__ if widget else around)


def unspoken(root: QWidget) -> list[str]:
    """What nobody can find by ear: without a name, with the name of its picture, or called like its neighbour."""
    all_heard = list(heard(root))
    return [*_nameless(all_heard), *_namesakes(all_heard), *_mute(all_heard)]


def _nameless(all_heard: list[Heard]) -> Iterator[str]:
    for each in all_heard:
        called = f"{each.role.name} ‘{each.name}’ ({type(each.widget).__name__}) in {each.around}"
        if each.operable and not re.search(r"\w", each.name):
            yield f"without a name: {called}"
        if each.operable and each.name in _icons():
            yield f"called like its picture: {called}"
        if each.operable and each.role is not Role.ListItem and ENGLISH.search(each.name.partition("\t")[0]):
            yield f"in English: {called}"
        if each.painted and not each.name.strip():
            yield f"painted, and says nothing: {called}"


def _namesakes(all_heard: list[Heard]) -> Iterator[str]:
    named = Counter(
        (each.role, each.name, each.description) for each in all_heard if each.operable and each.role not in ONE_OF_MANY
    )
    for (role, name, _description), count in named.items():
        if count > 1:
            yield f"{count} times the same: {role.name} ‘{name}’"


def _mute(all_heard: list[Heard]) -> Iterator[str]:
    for each in all_heard:
        bar = each.widget
        if isinstance(bar, QProgressBar) and each.role is not Role.ProgressBar:
            yield f"progress without a value: {each.name}"


@cache
def _icons() -> frozenset[str]:
    return frozenset(path.stem for path in resource("icons").iterdir())


def keyboard_stops(*, back: bool = False) -> Iterator[QWidget]:
    """Where Tab comes from where the keyboard is, until it is there again."""
    key = Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab
    stops: list[QWidget] = []
    for _press in range(MOST_STOPS):
        focus = QApplication.focusWidget()
        if focus is None or focus in stops:
            return
        stops.append(focus)
        yield focus
        QTest.keyClick(focus, key, Qt.KeyboardModifier.ShiftModifier if back else Qt.KeyboardModifier.NoModifier)


def takes_tab(widget: QWidget) -> bool:
    """Whether Tab should come here."""
    if not (widget.isVisible() and widget.isEnabled()):  # most are not, and a policy takes longer to ask
        return False
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None


def misread(window: QWidget, stops: list[QWidget]) -> list[str]:
    """Where Tab goes against the way one reads, but for one step to the beginning, and what it misses."""
    wanted = [each for each in window.findChildren(QWidget) if takes_tab(each) and each.window() is window]
    missed = [f"never: {called(each)}" for each in wanted if each not in stops]
    steps = zip(stops, [*stops[1:], *stops[:1]], strict=True)
    back = [f"back: {called(one)} → {called(next_)}" for one, next_ in steps if _is_back(one, next_)]
    return missed + (back if len(back) > 1 else [])


def _is_back(one: QWidget, next_: QWidget) -> bool:
    """Whether the next stands above or before the one, as parts of what holds both."""
    holder = _holder(one, next_)
    if holder is one or holder is next_:
        return holder is next_
    here, there = (_part(holder, each) for each in (one, next_))
    shared = min(here.bottom(), there.bottom()) - max(here.top(), there.top())
    if shared > min(here.height(), there.height()) / 2:
        return there.right() <= here.left()
    return there.bottom() <= here.top() and there.left() < here.right()


def _holder(one: QWidget, other: QWidget) -> QWidget:
    holder: QWidget | None = one
    while holder and holder is not other and not holder.isAncestorOf(other):
        holder = holder.parentWidget()
    assert holder
    return holder


def _part(holder: QWidget, widget: QWidget) -> QRect:
    part = widget
    while (above := part.parentWidget()) is not holder:
        assert above
        part = above
    return part.geometry()


def hidden_stop(widget: QWidget) -> str:
    """Why nobody sees the widget that has the keyboard; nothing if they do, a moment later at the latest."""
    if found := _hidden(widget):
        QTest.qWait(5)
        found = _hidden(widget)
    return found


def _hidden(widget: QWidget) -> str:
    called = f"{type(widget).__name__} ‘{widget.accessibleName() or widget.property('text') or ''}’"
    if not widget.isVisible() or min(widget.width(), widget.height()) < CORNER:
        return f"{called} is not there to see"
    seen = widget.visibleRegion().boundingRect()
    if seen.isEmpty():
        return f"{called} is scrolled out of sight"
    top = widget.window().childAt(widget.mapTo(widget.window(), seen.center()))
    if top is None or not (top is widget or widget.isAncestorOf(top) or top.isAncestorOf(widget)):
        return f"{called} lies under {type(top).__name__}"
    return ""


def ambiguous(window: QWidget, stops: list[QWidget]) -> list[str]:
    """Keys that would ask two things at once while the keyboard is at a stop: Qt does neither."""
    by_key: defaultdict[str, list[QShortcut]] = defaultdict(list)
    for shortcut in filter(_is_there, window.findChildren(QShortcut)):
        by_key[shortcut.key().toString()].append(shortcut)
    twice = [(key, same) for key, same in by_key.items() if len(same) > 1]
    return [f"{key} at {called(stop)}" for stop in stops for key, same in twice if _asks(same, stop) > 1]


def _asks(same: list[QShortcut], focus: QWidget) -> int:
    return sum(_holds(each, focus) for each in same)


def _is_there(shortcut: QShortcut) -> bool:
    of = shortcut.parent()
    return isinstance(of, QWidget) and of.isVisible()


def _holds(shortcut: QShortcut, focus: QWidget) -> bool:
    of = shortcut.parent()
    assert isinstance(of, QWidget)
    match shortcut.context():
        case Qt.ShortcutContext.WidgetShortcut:
            return of is focus
        case Qt.ShortcutContext.WidgetWithChildrenShortcut:
            return of is focus or of.isAncestorOf(focus)
    return True


def called(widget: QWidget) -> str:
    """A widget as one reads about it."""
    return f"{type(widget).__name__} ‘{QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)}’"
