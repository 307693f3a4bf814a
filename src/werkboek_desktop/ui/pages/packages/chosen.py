"""Which cases go: all that may, or those that somebody ticks."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView, QWidget

from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.basic import column, label
from werkboek_desktop.ui.widgets.inputs import Choice
from werkboek_desktop.ui.words import tr

HEIGHT = 176
ID = Qt.ItemDataRole.UserRole


class ChosenCases(QWidget):
    """A drop-down list, and below it the cases once one wants to choose. The space bar ticks."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.how = Choice()
        self.how.setAccessibleName(tr("Wat gaat er mee?"))
        self.how.addItem(tr("Het hele werkboek"), "")
        self.how.addItem(tr("Alleen praktijkvoorbeelden die ik kies"), "only")
        self._model = QStandardItemModel(self)
        self.rows = QListView()
        self.rows.setProperty("box", "true")
        self.rows.setModel(self._model)
        self.rows.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.rows.setFixedHeight(theme().px(HEIGHT))
        self.rows.setAccessibleName(tr("Praktijkvoorbeelden die meegaan"))
        self.how.currentIndexChanged.connect(self._turn)
        self._model.itemChanged.connect(lambda _item: self.changed.emit())
        self.setLayout(column(label(tr("Wat gaat er mee?"), "label"), self.how, self.rows, gap=4))
        self.rows.hide()
        self.setFocusProxy(self.how)

    def begin(self) -> None:
        """All of it."""
        self.how.setCurrentIndex(0)
        self._model.clear()

    def only(self) -> tuple[RecordId, ...]:
        """Those that are ticked; none where all go."""
        items = (self._model.item(at) for at in range(self._model.rowCount()))
        ticked = (item for item in items if item.checkState() is Qt.CheckState.Checked)
        return tuple(str(item.data(ID)) for item in ticked) if self.is_choosing() else ()

    def is_choosing(self) -> bool:
        """Whether not all go."""
        return bool(self.how.currentData())

    def _turn(self) -> None:
        if self.is_choosing() and not self._model.rowCount():
            self._fill()
        self.rows.setVisible(self.is_choosing())
        self.changed.emit()

    def _fill(self) -> None:
        self._model.blockSignals(True)
        for row in self._session.workspace.rows("case"):
            item = QStandardItem(row.title or tr("(zonder titel)"))
            item.setData(row.id, ID)
            item.setCheckable(True)
            item.setSizeHint(QSize(0, theme().size("hit_min")))
            self._model.appendRow(item)
        self._model.blockSignals(False)
        self._model.layoutChanged.emit()
