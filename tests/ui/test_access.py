"""Every widget of every window is found by ear and by keyboard, in the order in which one reads."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QLineEdit, QProgressBar, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.cutoff import cut_off, sideways
from tests.ui.house import House, plain
from tests.ui.inventory import declared, on_screen, pop_ups
from tests.ui.openings import POP_UPS
from tests.ui.room import Room
from tests.ui.walk import ambiguous, called, heard, hidden_stop, keyboard_stops, misread, takes_tab, unspoken
from werkboek_desktop.domain import schema
from werkboek_desktop.ui.forms.plan import LISTED_ELSEWHERE, tabs
from werkboek_desktop.ui.forms.tables.view import ItemTable
from werkboek_desktop.ui.pages.today import TodayPage
from werkboek_desktop.ui.shell.places import PLACES, WELCOME
from werkboek_desktop.ui.shell.rail import destinations
from werkboek_desktop.ui.widgets.basic import column, label, page
from werkboek_desktop.ui.widgets.calendar import Calendar
from werkboek_desktop.ui.widgets.heard import speak_well
from werkboek_desktop.ui.widgets.reading import ReadWindow
from werkboek_desktop.ui.widgets.spoken import Painted

THERE_AND_BACK = frozenset(
    {
        "today",
        "case, Kop",
        "settings",
        "overviews",
        "packages",
        "start",
        "start, nieuw",
        "zoeken en doen",
        "rondleiding 3",
    }
)
"""Where Shift+Tab is tried in the ordinary run; elsewhere in the thorough one, for each takes its time."""

type Faults = dict[str, list[str]]
"""What is wrong at a place."""


class Walk(NamedTuple):
    """A walk through the house: where one came, and what one found."""

    places: list[str]
    seen: set[type]
    flashed: list[str]
    unspoken: Faults
    misread: Faults
    hidden: Faults
    one_way: Faults
    cut_off: Faults
    ambiguous: Faults


@pytest.fixture(scope="module")
def walk(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Walk:
    """The whole house, once."""
    house = House(tmp_path_factory.mktemp("house"), plain())
    found = [defaultdict[str, list[str]](list) for _each in range(6)]
    walk = Walk([], set(), house.flashed, *found)
    for place in house.places():
        walk.places.append(place)
        walk.seen.update(on_screen())
        walk.unspoken[place] += unspoken(house.window)
        walk.cut_off[place] += [*cut_off(house.window), *sideways(house.window)]
        if focus := QApplication.focusWidget():
            walk.ambiguous[place] += ambiguous(house.window, [focus])
        if _is_tabbed(house) and ": " not in place:  # a cell that is open is left by it: that has a place of its own
            _press_tab(house, place, walk)
    house.close()
    return walk


def _is_tabbed(house: House) -> bool:
    """In a list or a menu that popped up Tab has nothing to do."""
    return house.window.windowType() is not Qt.WindowType.Popup or isinstance(house.window, Calendar)


def _press_tab(house: House, place: str, walk: Walk) -> None:
    stops: list[QWidget] = []
    for stop in keyboard_stops():
        stops.append(stop)
        walk.hidden[place] += filter(None, [hidden_stop(stop)])
    walk.misread[place] += misread(house.window, stops) or ([] if stops else ["nobody has the keyboard"])
    walk.ambiguous[place] += ambiguous(house.window, stops)
    if place in THERE_AND_BACK:
        walk.one_way[place] += _other_way_back(stops)


def _other_way_back(stops: list[QWidget]) -> list[str]:
    """Where Shift+Tab goes, if it leads past others.

    A panel that closed when Tab left it is no stop any more, and a table with an open cell is one with that: from the
    first cell one leaves it at once.
    """
    around = [each for each in stops if isinstance(each, ItemTable) and any(map(each.isAncestorOf, stops))]
    there = [each for each in stops if takes_tab(each) and each not in around][::-1]
    back = [each for each in keyboard_stops(back=True) if each not in around]
    at = there.index(back[0]) if back and back[0] in there else 0
    return [] if back == there[at:] + there[:at] else [called(each) for each in back]


def wrong(faults: Faults) -> Faults:
    return {place: found for place, found in faults.items() if found}


def test_the_walk_comes_everywhere(walk: Walk) -> None:
    kinds = {entry.key for entry in destinations()}
    assert kinds <= set(walk.places)
    assert {f"{kind.key}, {tab.title}" for kind in schema.kinds() if kind.key in kinds for tab in tabs(kind)} <= set(
        walk.places
    )
    assert set(PLACES) - {WELCOME} <= set(walk.places)
    assert len(walk.places) == len(set(walk.places)) > 140


def test_the_walk_comes_by_every_kind_of_widget_that_there_is(walk: Walk) -> None:
    assert declared() - walk.seen == set()


def test_the_walk_comes_by_everything_that_pops_up(walk: Walk) -> None:
    assert pop_ups() == set(POP_UPS)
    assert set(POP_UPS.values()) <= set(walk.places)


def test_everything_that_one_does_something_with_has_a_name_of_its_own(walk: Walk) -> None:
    assert wrong(walk.unspoken) == {}


def test_tab_goes_as_one_reads_and_misses_nothing(walk: Walk) -> None:
    assert wrong(walk.misread) == {}


def test_shift_tab_goes_the_same_way_back(walk: Walk) -> None:
    assert set(walk.one_way) == THERE_AND_BACK
    assert wrong(walk.one_way) == {}


@pytest.mark.thorough
def test_shift_tab_goes_the_same_way_back_everywhere(qapp: QApplication, tmp_path: Path) -> None:
    house = House(tmp_path, plain())
    found = {place: _other_way_back(list(keyboard_stops())) for place in house.places(cells=False) if _is_tabbed(house)}
    house.close()
    assert len(found) > len(THERE_AND_BACK)
    assert wrong(found) == {}


def test_what_has_the_keyboard_is_in_sight(walk: Walk) -> None:
    assert wrong(walk.hidden) == {}


def test_no_word_is_cut_off_at_ordinary_text(walk: Walk) -> None:
    assert wrong(walk.cut_off) == {}


def test_nothing_is_a_window_for_a_moment(walk: Walk) -> None:
    assert walk.flashed == []


def test_no_key_asks_two_things_at_once(walk: Walk) -> None:
    assert wrong(walk.ambiguous) == {}


def test_every_command_with_keys_stands_once_in_the_map_of_keys_and_none_is_called_twice(room: Room) -> None:
    commands = room.office.commands
    assert len({each.key for each in commands}) == len({each.label for each in commands}) == len(commands)
    mapped = [(each.keys, each.label) for each in room.office.key_map()]
    assert {(each.keys, each.label) for each in commands if each.keys} <= set(mapped)
    assert len(set(mapped)) == len(mapped)


def test_control_f_looks_for_something_on_the_page_that_is_shown(room: Room) -> None:
    for key, name in (("overviews", "Filter de praktijkvoorbeelden"), ("case", "Zoek in praktijkvoorbeelden")):
        room.office.navigation.go(key)
        room.settle()
        room.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        focus = QApplication.focusWidget()
        assert focus
        assert focus.accessibleName() == name


def test_alt_down_in_a_date_of_a_table_opens_the_calendar_and_moves_no_row(room: Room) -> None:
    made = [room.workspace.create_record("timeline", room.case, {"event": what}).record for what in ("eerst", "toen")]
    room.settle()
    room.page().reveal(str(made[0]), "date")
    room.settle()
    room.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    pop_up = QApplication.activePopupWidget()
    assert isinstance(pop_up, Calendar)
    pop_up.close()
    assert [view.id for view in room.workspace.owned(room.case, "timeline")] == made


def test_two_keys_that_are_the_same_are_noticed(holder: QWidget) -> None:
    field, other = QLineEdit(), QLineEdit()
    holder.setLayout(column(field, other))
    QApplication.processEvents()
    QShortcut(QKeySequence("Ctrl+F"), holder)
    QShortcut(QKeySequence("Ctrl+F"), field).setContext(Qt.ShortcutContext.WidgetShortcut)
    assert ambiguous(holder.window(), [field]) == ["Ctrl+F at QLineEdit ‘’"]
    assert ambiguous(holder.window(), [other]) == []


@pytest.fixture
def holder(qtbot: QtBot) -> Iterator[QWidget]:
    made = ReadWindow()
    qtbot.addWidget(made)
    content = QWidget()
    made.setCentralWidget(content)
    made.resize(400, 300)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield content
    made.close()


class Blot(Painted):
    """Paints, and says nothing."""

    def paintEvent(self, _event: object) -> None:
        """Nothing at all."""


Blot.__module__ = "werkboek_desktop.ui.blot"


def test_what_has_no_name_is_noticed(holder: QWidget) -> None:
    twins = [QPushButton("Open"), QPushButton("Open")]
    icon, english, bar = QPushButton("chevron-left"), QPushButton("Close"), QProgressBar()
    holder.setLayout(column(QLineEdit(), *twins, icon, english, bar, Blot()))
    QApplication.processEvents()
    found = "\n".join(unspoken(holder))
    for fault in ("without a name: EditableText", "2 times the same: Button ‘Open’", "called like its picture"):
        assert fault in found
    assert "in English: Button ‘Close’" in found
    assert "painted, and says nothing" in found
    assert "without a name: ProgressBar" in found


def test_an_order_that_nobody_reads_is_noticed(holder: QWidget) -> None:
    upper, left, right, lower = (QPushButton(name) for name in ("boven", "links", "rechts", "onder"))
    beside = QHBoxLayout()
    beside.addWidget(left)
    beside.addWidget(right)
    whole = column(upper, page("", beside), lower)
    holder.setLayout(whole)
    QApplication.processEvents()
    assert misread(holder.window(), [upper, left, right, lower]) == []
    assert misread(holder.window(), [left, right, lower, upper]) == []
    assert misread(holder.window(), [upper, right, left, lower]) != []
    assert misread(holder.window(), [left, lower, upper, right]) != []
    assert misread(holder.window(), [upper, left, right]) == ["never: QPushButton ‘onder’"]


def test_a_button_under_something_else_is_noticed(holder: QWidget) -> None:
    button, over = QPushButton("Begin"), QLabel("ligt erover", holder)
    holder.setLayout(column(button))
    over.setGeometry(0, 0, 400, 300)
    over.show()
    over.raise_()
    QApplication.processEvents()
    assert hidden_stop(button) == "QPushButton ‘Begin’ lies under QLabel"
    over.hide()
    assert hidden_stop(button) == ""
    button.setFixedSize(1, 1)
    assert "not there to see" in hidden_stop(button)


def test_tab_below_a_panel_closes_it_and_esc_goes_back_to_where_one_was(room: Room) -> None:
    row = room.row("title")
    room.office.where.ask()
    room.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert row.editor.focusProxy() is QApplication.focusWidget()
    room.office.where.ask()
    for _press in range(60):
        room.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        if room.office.where.isHidden():
            break
    focus = QApplication.focusWidget()
    assert focus
    assert hidden_stop(focus) == ""
    assert not room.office.where.isAncestorOf(focus)


def test_places_are_heard_as_tabs_and_headings_as_headings(room: Room) -> None:
    speak_well()
    there = QAccessible.queryAccessibleInterface(room.window.rail.buttons["today"])
    here = QAccessible.queryAccessibleInterface(room.window.rail.buttons["case"])
    assert {each.role() for each in (there, here)} == {QAccessible.Role.PageTab}
    assert (bool(there.state().selected), bool(here.state().selected)) == (False, True)
    assert there.parent().role() is QAccessible.Role.PageTabList
    assert (QAccessible.Role.Heading, "De Kolenbuurt") in {(each.role, each.name) for each in heard(room.window)}
    QAccessible.setActive(True)  # as with a screen reader, which is told of words at once
    for role, level in (("title", 1), ("section", 2)):
        made = label("Kop", role)
        found = QAccessible.queryAccessibleInterface(made)
        assert found.role() is QAccessible.Role.Heading
        assert found.attributesInterface().attributeValue(QAccessible.Attribute.Level) == level
        assert found.actionInterface() is None
    QAccessible.setActive(False)
    there.actionInterface().doAction(QAccessibleActionInterface.pressAction())
    assert isinstance(room.office.navigation.current(), TodayPage)


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
