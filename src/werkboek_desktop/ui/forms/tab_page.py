"""One tab of a form: its blocks from the top, as many at once as there is time for."""

from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QLabel, QLayout, QWidget

from werkboek_desktop.domain.fields import Field, Kind
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.view import RecordView
from werkboek_desktop.ui.akkoord.view import AkkoordView
from werkboek_desktop.ui.forms.beside import Columns, SecondColumn, most
from werkboek_desktop.ui.forms.field_row import FieldRow
from werkboek_desktop.ui.forms.grid import FieldGrid
from werkboek_desktop.ui.forms.heading import NumberDisc
from werkboek_desktop.ui.forms.history import HistoryView
from werkboek_desktop.ui.forms.items import ItemList
from werkboek_desktop.ui.forms.plan import HISTORY, Block, Tab
from werkboek_desktop.ui.forms.tables.model import Spot
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.turns import is_full
from werkboek_desktop.ui.widgets.basic import column, label, row
from werkboek_desktop.ui.widgets.marks import MarkLabel, people_mark
from werkboek_desktop.ui.words import tr


class TabPage(QWidget):
    """The blocks of one tab. They are made and filled from the top, as many at once as there is time for."""

    choose = Signal(str, str)
    changed = Signal()
    filled = Signal()
    asked = Signal(str, str)
    """What somebody wants to do about an akkoord, and about which case or proof."""
    erase = Signal(str)
    """Asks to erase an item for good."""

    def __init__(self, tab: Tab, session: Session) -> None:
        super().__init__()
        self.grids: list[FieldGrid] = []
        self.lists: list[ItemList] = []
        self.views: list[HistoryView | AkkoordView] = []
        self._session = session
        self._making = self._make(tab.blocks)
        self._alone = len(tab.blocks) == 1
        self._record: RecordId = ""
        self._shown: dict[FieldRow, RecordId] = {}
        self._work: Iterator[None] = iter(())
        self._more = QTimer(self, singleShot=True, interval=0)
        self._more.timeout.connect(self._go_on_in_sight)
        self._waits = False
        self.foot = column(gap=8)
        self._box = column(self.foot, gap=18)
        self._box.addStretch(1)
        self._second = SecondColumn(tab, self._box)
        below = 12 if tab.holds(HISTORY) else 48  # what fills the page needs no end of it
        self.setLayout(Columns(self._box, self._second, margins=(32, 20, 24, below)))
        self.setAttribute(Qt.WidgetAttribute.WA_StaticContents)  # what stands is not painted again as more comes
        self._second.arrange(0)
        self.setMaximumWidth(most(tab))

    def show_record(self, view: RecordView) -> None:
        """Shows a record: what is in sight at once, the rest as soon as the window has painted."""
        self._record = view.id
        self._work = self._fill(view)
        self._go_on()

    def finish(self) -> None:
        """Makes and fills what is still waiting."""
        self._more.stop()
        for _done in self._work:
            pass

    def until(self, there: Callable[[], QWidget | None]) -> None:
        """The same, as far as what somebody goes to."""
        while there() is None:
            if next(self._work, self) is self:
                return
        self._more.start()

    def _go_on_in_sight(self) -> None:
        """What nobody sees waits until somebody does: the window may be closing, with the project."""
        self._waits = not self.isVisible()
        if not self._waits:
            self._go_on()

    def showEvent(self, event: QShowEvent) -> None:
        """Goes on with what waited."""
        super().showEvent(event)
        if self._waits:
            self._more.start()

    def _go_on(self) -> None:
        for _done in self._work:
            if is_full():
                self._more.start()
                return
        self.filled.emit()

    def _fill(self, view: RecordView) -> Iterator[None]:
        for grid in self.grids:
            yield from self._fill_grid(grid, view)
        owned: list[ItemList | HistoryView | AkkoordView] = [*self.lists, *self.views]
        for each in owned:
            each.show_owner(view.id)
            yield
        for made in self._making:
            if isinstance(made, FieldGrid):
                yield from self._fill_grid(made, view)
            elif made:
                made.show_owner(view.id)
            yield

    def _fill_grid(self, grid: FieldGrid, view: RecordView) -> Iterator[None]:
        """Row by row; whoever began to type while the form filled keeps it where they typed it."""
        for key, row_ in grid.rows.items():
            if self._shown.get(row_) != view.id:
                row_.leave()
                self._shown[row_] = view.id
            row_.show_view(view.id, view.fields.get(key))
            yield

    def _make(self, blocks: Iterable[Block]) -> Iterator[FieldGrid | ItemList | HistoryView | AkkoordView | None]:
        """What the tab consists of. A block of fields is shown when all of them were made, one at a time."""
        for block in blocks:
            if block.history:
                yield self._add_history()
            elif block.akkoord:
                yield self._add_akkoord()
            elif block.items:
                yield self._add_items(block, block.items)
            else:
                whole = QWidget(self)  # what gets its place later has all in it dressed again
                whole.hide()  # a page that is shown meanwhile shows none of it
                grid = FieldGrid((), self._session, whole, lock=not block.people)
                for field in block.fields:
                    grid.add(field)
                    yield None
                yield self._add_fields(block, grid, whole)

    def _add_items(self, block: Block, kind: Kind) -> ItemList:
        items = ItemList(kind, self._session, about=block.about)
        items.choose.connect(self.choose)
        items.changed.connect(self.changed)
        items.erase.connect(self.erase)
        self.lists.append(items)
        whole = QWidget()
        whole.setLayout(column(_items_heading(block, items), *_notes(block), _none_yet(items), items, gap=6))
        self._put(whole)
        return items

    def _add_history(self) -> HistoryView:
        history = HistoryView(self._session)
        self.views.append(history)
        self._put(history)
        self._box.setStretchFactor(history, 1000)
        return history

    def _add_akkoord(self) -> AkkoordView:
        akkoord = AkkoordView(self._session)
        akkoord.asked.connect(self.asked)
        self.views.append(akkoord)
        self._put(akkoord)
        return akkoord

    def _add_fields(self, block: Block, grid: FieldGrid, whole: QWidget) -> FieldGrid:
        heading = [label(block.heading, "section", wrap=True)] if block.heading and not self._alone else []
        grid.complete()
        grid.choose.connect(self.choose)
        grid.setMaximumWidth(theme().size("prose_max"))
        self.grids.append(grid)
        whole.setLayout(column(*heading, grid, gap=18))
        self._put(whole)
        return grid

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What may stand beside the rest does where there is room."""
        super().resizeEvent(event)
        self._second.arrange(event.size().width())

    def _put(self, widget: QWidget) -> None:
        self._second.take(widget)
        widget.show()  # a layout that is on screen would do so later: nobody could be led to it now

    def rows(self) -> list[FieldRow]:
        """The rows of the record's own fields, from top to bottom."""
        return [row for grid in self.grids for row in grid.rows.values()]

    def akkoorden(self) -> list[AkkoordView]:
        """What shows who agreed to the text."""
        return [view for view in self.views if isinstance(view, AkkoordView)]

    def texts(self) -> list[FieldRow]:
        """The same, and those of the items that are open."""
        grids = [items.more.grid for items in self.lists if items.more.grid and not items.more.isHidden()]
        return [*self.rows(), *(row for grid in grids for row in grid.rows.values())]

    def asking(self) -> list[tuple[QWidget, Field]]:
        """What has questions, from top to bottom: fields, and lists of items."""
        lists = [(items, items.asks()) for items in self.lists if items.kind.questions]
        found = [(row_, row_.field) for row_ in self.rows() if row_.field.questions]
        return sorted([*found, *lists], key=lambda each: each[0].mapTo(self, QPoint(0, 0)).y())

    def where(self) -> Field | None:
        """What has questions and the keyboard, else the uppermost of what has questions and is in sight."""
        focus, asking = QApplication.focusWidget(), self.asking()
        at_work = (field for widget, field in asking if focus is not None and widget.isAncestorOf(focus))
        in_sight = (field for widget, field in asking if not widget.visibleRegion().isEmpty())
        return next(at_work, None) or next(in_sight, None)

    def held(self) -> Spot | None:
        """The item and the field of it that somebody is writing in."""
        return next(filter(None, (items.held() for items in self.lists)), None)

    def first(self) -> QWidget | None:
        """The first field that one writes in, else the first table."""
        return self.first_field() or next((items.table for items in self.lists), None)

    def first_field(self) -> QWidget | None:
        """The first that one writes in of those that are filled."""
        return next((row.editor for row in self._filled() if not row.editor.isHidden()), None)

    def row_of(self, field: str) -> FieldRow | None:
        """The row of a field of the record itself, once it is filled."""
        return next((row for row in self._filled() if row.field.key == field), None)

    def _filled(self) -> Iterator[FieldRow]:
        return (row for row in self.rows() if self._shown.get(row) == self._record)

    def reach(self, record: RecordId, field: str, *, owned: bool) -> QWidget | None:
        """A field of the record, the table of a kind of items, or a field of an item, which opens for it."""
        if owned:
            return next((items.reveal(record, field) for items in self.lists if items.has(record)), None)
        return self.row_of(field) or next((items.table for items in self.lists if items.kind.key == field), None)

    def leave(self) -> None:
        """Seals whatever is being typed."""
        for grid in self.grids:
            grid.leave()
        for items in self.lists:
            items.leave()


def _notes(block: Block) -> list[QWidget | QLayout]:
    """What there is to know of all items together."""
    made: list[QWidget | QLayout] = []
    if block.people and not block.about:
        made.append(row(MarkLabel(people_mark(), folds=True), 0))
    if block.items and block.items.help and not block.about:
        made.append(label(block.items.help, "caption", "text2", wrap=True))
    return made


def _none_yet(items: ItemList) -> QLabel:
    """Says of a list that it is empty, so that one does not look for what should be there."""
    none = label(f"{tr('Nog geen')} {items.kind.plural.lower()}.", "caption", "text2")
    none.hide()
    items.counted.connect(lambda number: none.setHidden(number > 0))
    return none


def _items_heading(block: Block, items: ItemList) -> QWidget | QLayout:
    """The heading of a list; a numbered part has its disc, filled once there is an item."""
    title = label(block.heading, "section")
    if items.kind.number is None:
        return title
    disc = NumberDisc(items.kind.number)
    disc.show_filled(filled=False)
    items.counted.connect(lambda number: disc.show_filled(filled=number > 0))
    return row(disc, title, 0, gap=10)
