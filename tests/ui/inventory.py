"""Every kind of widget that the program has, by its own classes; which of them are on the screen; and what pops up."""

import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

from PySide6.QtWidgets import QApplication, QWidget

import werkboek_desktop.ui

POP_UP = re.compile(r"(?<!def )pop_up\(|QCompleter\(|QMenu\(|QDialog\(|WindowType\.(Popup|Tool|Dialog|Window)\b")
"""What makes a window of its own, for as long as somebody chooses from it."""


def declared() -> set[type[QWidget]]:
    """All widgets that are ours."""
    name = werkboek_desktop.ui.__name__
    modules = {module.name for module in walk_packages(werkboek_desktop.ui.__path__, f"{name}.")}
    for each in modules:
        import_module(each)
    return {kind for kind in _below(QWidget) if kind.__module__ in modules}


def _below(kind: type[QWidget]) -> Iterator[type[QWidget]]:
    for each in kind.__subclasses__():
        yield each
        yield from _below(each)


def on_screen() -> set[type]:
    """The kinds that somebody sees now, in any window, and what those are made of."""
    windows = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
    parts = {type(part) for window in windows for part in (window, *window.findChildren(QWidget)) if part.isVisible()}
    return {each for kind in parts for each in kind.__mro__}


def pop_ups() -> set[str]:
    """The modules that open one, as a path below `ui`."""
    root = Path(werkboek_desktop.ui.__path__[0])
    return {str(path.relative_to(root)) for path in root.rglob("*.py") if POP_UP.search(path.read_text("utf-8"))}
