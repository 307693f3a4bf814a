"""At 200 % text on a small screen no word is cut off, on any page."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.cutoff import cut_off
from tests.ui.room import Room
from werkboek_desktop.domain import schema
from werkboek_desktop.ui.pages.name import NamePage
from werkboek_desktop.ui.pages.start import StartPage
from werkboek_desktop.ui.shell.commands import KEYS
from werkboek_desktop.ui.shell.rail import destinations
from werkboek_desktop.ui.theme.look import apply
from werkboek_desktop.ui.theme.tokens import Look, Theme
from werkboek_desktop.ui.widgets.basic import label, row

SCALES = (1.0, 2.0)


@pytest.fixture(autouse=True)
def plain(qapp: QApplication) -> Iterator[None]:
    yield
    apply(qapp, Theme(Look.LIGHT))


@pytest.fixture(params=SCALES, ids=lambda scale: f"{scale:.0%}")
def small(request: pytest.FixtureRequest, tmp_path: Path, qtbot: QtBot) -> Iterator[Room]:
    """A room with a bit of everything, on the smallest screen."""
    room = Room(tmp_path, qtbot, scale=request.param)
    workspace = room.workspace
    workspace.create_record("masterclass", None, {"title": "Zicht op de wijk"})
    workspace.create_record("signup", None, {"municipality": "Duinrade"})
    workspace.create_record("chapter", workspace.project.workbook, {"title": "Voorwerk"})
    workspace.create_record("term", None, {"term": "Bibob"})
    room.window.resize(1280, 720)
    yield room
    room.window.close()


def looked_at(room: Room) -> list[str]:
    """What is cut off once everything is there: forms and long lists follow a moment later."""
    for _round in range(3):
        room.settle()
        room.qtbot.wait(40)
    return cut_off(room.window)


def test_every_page_fits_on_the_smallest_screen(small: Room) -> None:
    found: dict[str, list[str]] = {}
    for key in (*(entry.key for entry in destinations()), KEYS):
        small.office.navigation.go(key)
        found[key] = looked_at(small)
    assert {key: wrong for key, wrong in found.items() if wrong} == {}


def test_every_tab_of_every_form_fits_on_the_smallest_screen(small: Room) -> None:
    found: dict[str, list[str]] = {}
    for entry in destinations():
        for line in small.workspace.rows(entry.key)[:1] if schema.kind(entry.key) else []:
            small.office.navigation.to_record(line.id)
            form = small.page().form
            for at in range(form.tab_bar.count()):
                form.tab_bar.setCurrentIndex(at)
                found[f"{entry.key}, {form.tab_bar.tabText(at)}"] = looked_at(small)
    assert {place: wrong for place, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("make", [lambda: StartPage(""), NamePage], ids=["start", "name"])
def test_the_pages_before_a_project_fit(qtbot: QtBot, qapp: QApplication, make: type[NamePage], scale: float) -> None:
    apply(qapp, Theme(Look.LIGHT, scale))
    page = make()
    qtbot.addWidget(page)
    page.resize(1280, 720)
    page.show()
    qtbot.wait(1)
    assert cut_off(page) == []


def test_what_does_not_fit_is_noticed(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    narrow, low, wrapped = label("Een lange zin"), label("Zin"), label("Samenwerkingsovereenkomst", wrap=True)
    tiny = QToolButton()
    tiny.setText("Vooruit")
    for part in (narrow, low, wrapped):
        part.setFixedSize(30, 12)
    tiny.setFixedSize(30, 12)
    holder.setLayout(row(narrow, low, wrapped, tiny, 0))
    holder.show()
    found = "\n".join(cut_off(holder))
    for word in ("Een lange zin", "Zin", "Samenwerkings", "Vooruit"):
        assert word in found
    assert "high to be hit" in found
