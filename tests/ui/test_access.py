"""Every widget of every page can be found by keyboard and by a screen reader."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.room import Room
from werkboek_desktop.domain import schema
from werkboek_desktop.ui.forms.plan import LISTED_ELSEWHERE, tabs
from werkboek_desktop.ui.pages.start import StartPage
from werkboek_desktop.ui.shell.rail import destinations

INPUTS = (QLineEdit, QTextEdit, QComboBox, QAbstractButton)


def nameless(root: QWidget) -> Iterator[str]:
    for widget in root.findChildren(QWidget):
        if isinstance(widget, INPUTS) and widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
            interface = QAccessible.queryAccessibleInterface(widget)
            if not interface.text(QAccessible.Text.Name).strip():
                yield f"{type(widget).__name__} in {type(widget.parent()).__name__}"


def test_every_input_of_every_tab_of_every_kind_has_a_name(room: Room) -> None:
    workspace = room.workspace
    workspace.create_record("masterclass", None, {"title": "Zicht op de wijk"})
    workspace.create_record("signup", None, {"municipality": "Duinrade"})
    workspace.create_record("chapter", workspace.project.workbook, {"title": "Voorwerk"})
    workspace.create_record("term", None, {"term": "Bibob"})
    for entry in destinations():
        room.office.navigation.go(entry.key)
        room.settle()
        assert list(nameless(room.window)) == []
        page = room.window.records.current_page()
        if page and page.isVisible():
            for at in range(page.form.tab_bar.count()):
                page.form.tab_bar.setCurrentIndex(at)
                room.settle()
                assert list(nameless(room.window)) == []


def test_a_nameless_input_would_be_noticed(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    QLineEdit(holder)
    holder.show()
    assert list(nameless(holder)) == ["QLineEdit in QWidget"]


def test_the_start_page_has_names(qtbot: QtBot) -> None:
    page = StartPage("")
    qtbot.addWidget(page)
    page.show()
    assert list(nameless(page)) == []


def test_tab_walks_through_the_whole_form_and_comes_out_again(room: Room) -> None:
    room.row("title")
    seen: list[QWidget] = []
    for _step in range(400):
        focus = QApplication.focusWidget()
        assert focus
        if focus in seen:
            break
        seen.append(focus)
        room.qtbot.keyClick(focus, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() in seen
    inputs = [w for w in room.page().findChildren(QWidget) if isinstance(w, INPUTS) and w.isVisible()]
    assert {w for w in inputs if w.focusPolicy() & Qt.FocusPolicy.TabFocus} <= set(seen)
    assert room.window.records.list.rows in seen


def test_what_a_user_typed_is_never_markup(room: Room) -> None:
    room.workspace.edit(room.case, "title", "<b>Vet</b> <img src='x'>", ())
    room.settle()
    labels = room.window.findChildren(QLabel)
    assert labels
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in labels if label.pixmap().isNull())


@pytest.mark.parametrize("kind", [kind for kind in schema.kinds() if not kind.owners], ids=lambda kind: kind.key)
def test_every_kind_has_a_place_in_the_rail_or_in_the_workbook(kind: schema.Kind) -> None:
    assert kind.key in {entry.key for entry in destinations()} | {"workbook"}


def test_every_kind_with_an_owner_stands_in_a_form_or_in_the_rail() -> None:
    in_forms = {block.items.key for kind in schema.kinds() for tab in tabs(kind) for block in tab.blocks if block.items}
    owned = {kind.key for kind in schema.kinds() if kind.owners}
    assert owned - in_forms == LISTED_ELSEWHERE
