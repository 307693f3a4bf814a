"""The rows of a table come, go and move, and what is open in one stays with its item."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from werkboek_desktop.domain import schema
from werkboek_desktop.domain.change import RecordKey
from werkboek_desktop.domain.view import FieldView, RecordView, Status
from werkboek_desktop.settings import App
from werkboek_desktop.ui.forms.tables.model import ItemModel
from werkboek_desktop.ui.forms.tables.thumbnails import Thumbnails
from werkboek_desktop.ui.session import Session
from werkboek_desktop.workspace import Items, Workspace

ORDERS = st.lists(st.lists(st.sampled_from("abcdefgh"), unique=True), min_size=1, max_size=6)


def items(order: list[str]) -> Items:
    def view(name: str) -> RecordView:
        fields = {"measure": FieldView(Status.SETTLED, name, (), ())}
        return RecordView(RecordKey("measure", "c" * 32, name * 32), "work", fields=fields)

    return Items(tuple(map(view, order)))


@pytest.fixture(scope="module")
def thumbnails(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Thumbnails]:
    QApplication.instance() or QApplication([])
    here, folder = App.of_this_computer(), tmp_path_factory.mktemp("model")
    app = App(folder / "computer", here.clock, here.entropy)
    session = Session(Workspace.create(folder / "p.werkboek", app, name="Proef", author="Marit de Wit"))
    yield Thumbnails(session)
    session.close()


def model(thumbnails: Thumbnails) -> ItemModel:
    kind = schema.kind("measure")
    assert kind
    made = ItemModel(kind, thumbnails)
    made.show_fields(kind.form_fields[:2])
    return made


@given(ORDERS)
@pytest.mark.usefixtures("qapp")
def test_every_row_follows_its_item_through_any_changes(thumbnails: Thumbnails, orders: list[list[str]]) -> None:
    made = model(thumbnails)
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Warning, made)
    made.show_others(items(orders[0]))
    held = {name: QPersistentModelIndex(made.index(row, 0)) for row, name in enumerate(orders[0])}
    adds = QPersistentModelIndex(made.index(len(orders[0]), 0))
    for order in orders[1:]:
        made.show_items(items(order))
        held = {name: index for name, index in held.items() if name in order}
        assert [made.index(row, 0).data() for row in range(made.rowCount())] == [*order, "Maatregel"]
        assert {name: index.row() for name, index in held.items()} == {name: order.index(name) for name in held}
        assert adds.row() == len(order)


@pytest.mark.usefixtures("qapp")
def test_the_row_that_added_is_the_new_item_and_another_adds(thumbnails: Thumbnails) -> None:
    made = model(thumbnails)
    made.show_others(items(["a"]))
    adds = QPersistentModelIndex(made.index(1, 0))
    made.adopt(items(["b"]).views[0])
    made.show_items(items(["a", "b"]))
    assert (adds.row(), adds.data()) == (1, "b")
    assert made.adds(2)
