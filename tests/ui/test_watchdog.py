"""The window's thread is never busy for longer than people notice."""

import sys
from functools import partial
from itertools import cycle

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.lists.test_model import MANY
from tests.ui.room import START, Room
from tests.ui.watchdog import MOST, longest, quickest
from werkboek_desktop.domain import schema
from werkboek_desktop.domain.change import RecordKey, Scope
from werkboek_desktop.domain.ids import RecordId, derived_id
from werkboek_desktop.domain.listing import Query
from werkboek_desktop.domain.values import ValueType
from werkboek_desktop.ui.lists import keeper
from werkboek_desktop.ui.lists.pane import ListPane
from werkboek_desktop.ui.shell.rail import SETTINGS, destinations
from werkboek_desktop.ui.theme.tokens import Look
from werkboek_desktop.ui.work import TURN
from werkboek_desktop.workspace.scribe import Scribe

ITEMS = 40
LONG = 2_500


@pytest.fixture
def large(room: Room) -> RecordId:
    """A second case with every text filled, and forty list items."""
    kind = schema.kind("case")
    assert kind
    texts = [field.key for field in kind.fields if field.type is ValueType.PROSE]
    kinds = [each for each in map(schema.kind, schema.owned_kinds("case")) if each and each.scope is Scope.WORK]
    case = derived_id("watchdog", "case")

    def act(scribe: Scribe) -> None:
        key = RecordKey("case", None, case)
        scribe.edit(key, "title", "Een groot geval", ())
        for text in texts:
            scribe.edit(key, text, START * 20, ())
        for at in range(ITEMS):
            item = kinds[at % len(kinds)]
            scribe.edit(RecordKey(item.key, case, derived_id("watchdog", f"{at}")), item.title[0], None, ())

    room.workspace._session.edit(case, act)
    room.settle()
    return case


def show(room: Room, case: RecordId) -> None:
    room.window.show_records("case", case)
    room.settle()


def test_a_stretch_that_is_too_long_would_be_noticed(qtbot: QtBot) -> None:
    def too_long() -> None:
        sum(range(10_000_000))

    assert longest(too_long) > MOST


def test_switching_between_cases(room: Room, large: RecordId) -> None:
    show(room, large)
    show(room, room.case)
    assert quickest(lambda: room.window.show_records("case", large), lambda: show(room, room.case)) <= MOST


def test_going_to_each_tab_of_a_large_case(room: Room, large: RecordId) -> None:
    show(room, large)
    form = room.page().form
    for at in range(form.tab_bar.count()):
        form.tab_bar.setCurrentIndex(at)
        room.settle()
    for at in range(form.tab_bar.count()):
        go = partial(form.tab_bar.setCurrentIndex, at)
        assert quickest(go, lambda: form.tab_bar.setCurrentIndex(0)) <= MOST, form.tab_bar.tabText(at)


def test_a_key_in_a_text(room: Room, large: RecordId) -> None:
    show(room, large)
    row = room.row("summary")
    focus = row.editor.focusProxy()
    assert focus
    assert quickest(lambda: room.qtbot.keyClicks(focus, "a")) <= MOST


def test_a_key_in_a_text_of_two_hundred_thousand_letters(room: Room) -> None:
    view = room.workspace.record(room.case).fields["summary"]
    text = "\n".join(f"{number} {START * 8}" for number in range(400))
    room.workspace.edit(room.case, "summary", text, view.heads)
    room.settle()
    focus = room.row("summary").editor.focusProxy()
    room.settle()
    assert focus
    assert quickest(lambda: room.qtbot.keyClicks(focus, "a")) <= MOST


def test_leaving_a_field_and_undoing_it(room: Room, large: RecordId) -> None:
    show(room, large)
    control = Qt.KeyboardModifier.ControlModifier
    back = partial(room.qtbot.keyClick, room.window, Qt.Key.Key_Z, control)
    forth = partial(room.qtbot.keyClick, room.window, Qt.Key.Key_Z, control | Qt.KeyboardModifier.ShiftModifier)
    assert quickest(room.leave, lambda: room.type("summary", "Nog een zin.")) <= MOST

    def again() -> None:
        forth()
        room.settle()

    assert quickest(back, again) <= MOST


def test_going_anywhere(room: Room, large: RecordId) -> None:
    for entry in destinations():
        go = partial(room.office.navigation.go, entry.key)
        go()
        room.settle()
        assert quickest(go, lambda: show(room, large)) <= MOST, entry.key


def test_finding_with_ctrl_k(room: Room, large: RecordId) -> None:
    def ask() -> None:
        room.qtbot.keyClick(room.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)

    assert quickest(ask, room.office.palette.slide_out) <= MOST
    focus = QApplication.focusWidget()
    assert focus
    assert quickest(lambda: room.qtbot.keyClicks(focus, "g")) <= MOST


@pytest.fixture
def many(room: Room) -> ListPane:
    """The list of cases, with ten thousand rows in it that go by several values each."""
    towns = ("GM0344", "GM0363", "GM0518", "GM0599")
    forms = ("wietteelt", "straathandel", "drugslab")
    rows = [
        row._replace(columns={"municipalities": [towns[at % 4]], "forms": [forms[at % 3], forms[at % 2]]})
        for at, row in enumerate(MANY)
    ]
    pane = room.window.records.list
    pane.show_rows(rows)
    pane.rows.setFocus()
    room.settle()
    return pane


def test_going_to_a_long_list(room: Room) -> None:
    ids = [derived_id("long", f"{at}") for at in range(LONG)]

    def act(scribe: Scribe) -> None:
        for at, id_ in enumerate(ids):
            scribe.edit(RecordKey("attendee", None, id_), "last_name", f"Jansen {at:05}", ())

    def elsewhere() -> None:
        show(room, room.case)
        room.workspace.edit(ids.pop(), "first_name", "Jo", ())

    visit = partial(room.office.navigation.go, "attendee")
    visit()
    room.workspace._session.edit(None, act)
    assert quickest(visit, elsewhere, lambda: room.office.jobs.busy() or room.desk.session.beside.busy()) <= MOST
    assert len(room.window.records.list.ids()) == LONG + 1


def test_a_long_list_says_nothing_while_it_is_read(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeper, "MUCH", 0)
    room.office.navigation.go("attendee")
    pane = room.window.records.list
    assert (pane.ids(), pane.stack.currentWidget()) == ([], pane.rows)
    room.settle()
    assert room.page().record == pane.ids()[0]


def test_choosing_all_of_ten_thousand_rows(room: Room, many: ListPane) -> None:
    def choose() -> None:
        room.qtbot.keyClick(many.rows, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)

    assert quickest(choose, many.rows.clearSelection) <= MOST
    assert len(many.rows.chosen()) == len(MANY)


def test_ten_thousand_rows_in_another_order_with_every_other_one_chosen(many: ListPane) -> None:
    parts = QItemSelection()
    for at in range(0, len(MANY), 2):
        parts.select(many.model.index(at), many.model.index(at))
    many.rows.selectionModel().select(parts, QItemSelectionModel.SelectionFlag.Select)
    chosen = set(many.rows.chosen())
    assert quickest(lambda: many.ask(Query(sort="status")), lambda: many.ask(Query())) <= MOST
    assert set(many.rows.chosen()) == chosen


def test_ten_thousand_rows_in_groups(many: ListPane) -> None:
    close = partial(many.model.fold_all, opened=False)
    opened = partial(many.model.fold_all, opened=True)
    for group in ("municipalities", "forms", "status"):
        assert quickest(partial(many.ask, Query(group=group)), partial(many.ask, Query())) <= MOST, group
        assert quickest(opened, close) <= MOST, group
        assert quickest(lambda: many.model.fold(0), opened) <= MOST, group


def test_another_theme(room: Room, large: RecordId) -> None:
    """What it is made of is much; people notice it and don't wait (decision 0083)."""
    looks = cycle((Look.DARK, Look.LIGHT))

    def choose() -> None:
        room.desk.session.put_setting("theme", next(looks).value)

    show(room, large)
    room.office.navigation.go(SETTINGS)
    room.settle()
    assert quickest(choose) <= 2 * MOST


def test_work_beside_the_window_lets_it_go_on(room: Room) -> None:
    room.settle()
    assert not room.office.jobs.busy()
    assert sys.getswitchinterval() == pytest.approx(TURN)
