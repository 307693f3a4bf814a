"""What can be done with a text while one writes in it, declared once for the buttons and the map of keys."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget

from werkboek_desktop.ui.prose import shaping
from werkboek_desktop.ui.prose.input import ProseInput
from werkboek_desktop.ui.prose.link import ask_link
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.basic import button, row
from werkboek_desktop.ui.words import tr


class Tool(NamedTuple):
    """What it makes of the words or paragraphs that are chosen."""

    label: str
    keys: str
    icon: str
    act: Callable[[ProseInput], object]


def tools() -> tuple[Tool, ...]:
    """All of them, as they stand from left to right."""
    return (
        Tool(tr("Vet"), "Ctrl+B", "bold", shaping.bold),
        Tool(tr("Schuin"), "Ctrl+I", "italic", shaping.italic),
        Tool(tr("Kop"), "Ctrl+Alt+1", "heading-2", partial(shaping.make, "##")),
        Tool(tr("Subkop"), "Ctrl+Alt+2", "heading-3", partial(shaping.make, "###")),
        Tool(tr("Opsomming"), "Ctrl+Shift+8", "list", partial(shaping.make, "-")),
        Tool(tr("Nummers"), "Ctrl+Shift+7", "list-ordered", partial(shaping.make, "1.")),
        Tool(tr("Citaat"), "Ctrl+Shift+9", "quote", partial(shaping.make, ">")),
        Tool(tr("Link"), "Ctrl+L", "link", ask_link),
    )


def room_for_tools() -> QSize:
    """What a row of them takes."""
    side = theme().size("hit_min")
    return QSize(side * len(tools()), side)


def row_of_tools(text: ProseInput) -> QWidget:
    """A row for one text. It never takes the keyboard: who goes by keys has each of these on one."""
    made = []
    for tool in tools():
        one = button("", partial(tool.act, text), "tool", tool.icon, tool.label)
        one.setToolTip(f"{tool.label} ({tool.keys})")
        one.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.append(one)
    beside = QWidget()
    beside.setLayout(row(*made, gap=0))
    return beside
