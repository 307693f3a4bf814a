"""The page of one record: its name, what can be done with it, its form, and beside that what helps to write it."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from werkboek_desktop.domain import schema
from werkboek_desktop.domain.change import Scope
from werkboek_desktop.domain.fields import Field, Kind
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.view import RecordView
from werkboek_desktop.ui.forms.record_form import RecordForm
from werkboek_desktop.ui.forms.side import Side
from werkboek_desktop.ui.lists.line import status_words
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.theme.look import is_narrow, theme
from werkboek_desktop.ui.widgets.basic import button, column, label, page, row
from werkboek_desktop.ui.widgets.marks import MarkLabel, people_mark
from werkboek_desktop.ui.widgets.panels import Panel, ProgressCard
from werkboek_desktop.ui.widgets.pie import StatusPie
from werkboek_desktop.ui.words import tr

SOON = 30
PRINTED = frozenset({"case", "chapter", "workbook"})


class RecordPage(QWidget):
    """One kind's page; it shows one record after another."""

    choose = Signal(str, str)
    back = Signal()
    publish = Signal(str)
    convert = Signal(str)
    delete = Signal(str)
    shift = Signal(str, int)
    deleted = Signal(str, str)

    def __init__(self, kind: Kind, session: Session) -> None:
        super().__init__()
        self.kind = kind
        self.record: RecordId = ""
        self._session = session
        self.back_button = button(kind.plural, self.back.emit, "link", "arrow-left")
        self._title = label("", "title", wrap=True)
        self._subtitle = label("", "lead", "text2", wrap=True)
        self._pie = StatusPie()
        self.panel = Panel()
        self.progress = ProgressCard()
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self._show_side)
        self.form = RecordForm(kind, session)
        self.side = Side()
        self._build()
        self.form.choose.connect(self.choose)
        self.form.changed.connect(self._refresh_head)
        self.form.deleted.connect(self.deleted)
        self.form.at.connect(self._show_questions)

    def _build(self) -> None:
        head = column(
            row(self.back_button, 0),
            row(column(self._title, self._subtitle, gap=2), *self._actions(), gap=4),
            row(self._pie, *self._people_mark(), 0),
            margins=(32, 18, 20, 0),
            gap=4,
        )
        item = head.itemAt(1)
        inner = item.layout() if item else None
        if inner is not None:
            inner.setStretch(0, 1)  # type: ignore[attr-defined]
        head.addLayout(column(self.panel, self.progress))
        head.addWidget(self.form.tab_bar)
        if self.form.tab_bar.count() < 2:
            head.addSpacing(theme().space(8))
        body = row(self.form, self.side, gap=8)
        body.setStretch(0, 1)
        layout = column(page("header", head), body, gap=0)
        layout.setStretch(1, 1)
        self.setProperty("page", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setLayout(layout)
        self.back_button.hide()

    def _people_mark(self) -> list[QWidget]:
        if self.kind.scope is not Scope.PEOPLE:
            return []
        return [MarkLabel(people_mark())]

    def _actions(self) -> list[QPushButton]:
        made: list[QPushButton] = []
        if self.kind.key in PRINTED:
            made.append(button(tr("Maak PDF"), lambda: self.publish.emit(self.record), "quiet", "file-text"))
        if self.kind.key == "signup":
            made.append(button(tr("Maak praktijkvoorbeeld"), self._convert, "quiet", "file-plus"))
        if self.kind.key == "chapter":
            made.append(self._mover("arrow-up", tr("Hoofdstuk omhoog"), -1))
            made.append(self._mover("arrow-down", tr("Hoofdstuk omlaag"), 1))
        if self.kind.key != "workbook":
            name = f"{self.kind.label} {tr('verwijderen')}"
            made.append(button("", lambda: self.delete.emit(self.record), "quiet", "trash-2", name))
        return made

    def _mover(self, icon_name: str, name: str, by: int) -> QPushButton:
        return button("", lambda: self.shift.emit(self.record, by), "quiet", icon_name, name)

    def _convert(self) -> None:
        self.form.leave()
        self.convert.emit(self.record)

    def show_record(self, record: RecordId) -> None:
        """Shows a record."""
        self.record = record
        self.form.show_record(record)
        self._refresh_head()

    def refresh(self) -> None:
        """Shows the same record as the project has it now."""
        if self.record:
            self.show_record(self.record)

    def _refresh_head(self) -> None:
        view = self._session.workspace.record(self.record)
        self._title.setText(self._session.workspace.title(self.record))
        subtitle = view.value("subtitle")
        self._subtitle.setText(str(subtitle or ""))
        self._subtitle.setVisible(bool(subtitle) and not is_narrow())
        self._show_status(view)
        self._soon.start()

    def _show_status(self, view: RecordView) -> None:
        status = view.value("status")
        word, share = status_words(self.kind.key, str(status) if status else None)
        self._pie.show_status(word, share)

    def _show_side(self) -> None:
        """What takes longer to work out follows a moment later, so that going through a list never waits."""
        view = self._session.workspace.record(self.record)
        if "measure" in schema.owned_kinds(self.kind.key):
            self.side.show_measures(self._session.workspace.owned(view.id, "measure"))
        gaps = self._session.workspace.gaps(view.id)
        heading = f"{tr('Nog nodig voor')} ‘{gaps[0].status_label.lower()}’" if gaps else ""
        self.side.show_gaps(heading, [gap.sentence for gap in gaps])
        self.side.setVisible(not self.side.is_empty())

    def _show_questions(self, field: Field | None) -> None:
        self.side.show_questions(field)
        self.side.setVisible(not self.side.is_empty())

    def reveal(self, record: RecordId, field: str) -> None:
        """Goes to a field."""
        self.form.reveal(record, field)

    def enter(self) -> None:
        """Puts the keyboard in the form."""
        self.form.enter()

    def leave(self) -> None:
        """Seals whatever is being typed."""
        self.form.leave()

    def set_narrow(self, *, narrow: bool) -> None:
        """Without a list beside it, there is a way back to the list."""
        self.back_button.setVisible(narrow)
