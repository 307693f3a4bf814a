"""Geschiedenis: what happened to a record, what each change made of a field, and an earlier version put back."""

from collections.abc import Sequence
from functools import partial
from itertools import islice

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QSizePolicy, QWidget
from shiboken6 import isValid

from werkboek_desktop.domain import schema
from werkboek_desktop.domain.difference import Stretch, difference
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.values import Value
from werkboek_desktop.ui.forms.moments import SAID, MomentModel, size, what
from werkboek_desktop.ui.lists.delegate import RowDelegate
from werkboek_desktop.ui.lists.strip import Heights, Strip
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.shown import both_shown
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.basic import button, column, label, row, scrolled
from werkboek_desktop.ui.widgets.difference import Legend, ReadText
from werkboek_desktop.ui.widgets.fitted import way
from werkboek_desktop.ui.widgets.inputs import Choice
from werkboek_desktop.ui.words import moment as in_words
from werkboek_desktop.ui.words import tr
from werkboek_desktop.workspace import Moment

BEFORE, NOW = "before", "now"
VERSIONS = 30
"""How many other versions one can compare with; of older ones the list shows what each did."""
BESIDE_FROM = 420
HIGH = 70
"""From which width the list and the difference stand beside each other, and how high they are at least, at 100 %.

Each scrolls by itself. That high they fit on every screen, so that the page round them never scrolls as well.
"""


class HistoryView(QWidget):
    """The changes left, the newest first; right what the chosen one did, against before, now or another version."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._record: RecordId = ""
        self._all: Sequence[Moment] = ()
        self._chosen = ""
        self._wanted: tuple[str, str] | None = None
        self.model = MomentModel()
        self.rows = Strip(self.model)
        self.people, self.fields, self.against = Choice(), Choice(), Choice()
        self.title, self.who = label("", "section", wrap=True), label("", "caption", "text2", wrap=True)
        self.text = ReadText()
        self.put_back = button(tr("Deze versie terugzetten"), self.revert, "", "undo-2")
        self._comparing = QWidget()
        self._body = row(gap=24)
        self._build()

    def _build(self) -> None:
        self._delegate = RowDelegate(self.rows)
        self.rows.setItemDelegate(self._delegate)
        self.rows.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.rows.setMouseTracking(True)
        self.rows.setAccessibleName(tr("Wijzigingen"))
        self.rows.setMinimumHeight(theme().px(HIGH))
        self.rows.selectionModel().currentChanged.connect(lambda _now, _before: self._show_moment())
        for choice, name, act in (
            (self.people, tr("Van wie"), self._filter),
            (self.fields, tr("In welk veld"), self._filter),
            (self.against, tr("Vergelijk met"), self._show_difference),
        ):
            choice.setAccessibleName(name)
            choice.activated.connect(lambda _at, act=act: act())
        self.text.setAccessibleName(tr("Verschil"))
        choices = row(self.people, self.fields, gap=12)
        choices.setStretch(0, 2)
        choices.setStretch(1, 3)
        shown_ = QWidget()
        against = row(label(tr("Vergelijk met"), "label"), self.against)
        against.setStretch(1, 1)
        self._comparing.setLayout(column(against, Legend(), gap=10))
        shown_.setLayout(column(self.title, self.who, self._comparing, self.text, row(self.put_back, 0), 0, gap=10))
        self._shown = scrolled(shown_, folds=True)
        self._shown.setMinimumHeight(theme().px(HIGH))
        self._body.addWidget(self.rows, 2)
        self._body.addWidget(self._shown, 3)
        whole = column(choices, self._body, gap=12)
        whole.setStretch(1, 1)
        self.setLayout(whole)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The difference beside the list, or under it."""
        super().resizeEvent(event)
        self._body.setDirection(way(narrow=self.width() < theme().px(BESIDE_FROM)))

    def show_owner(self, record: RecordId) -> None:
        """Reads what happened to a record, beside the window."""
        if record != self._record:
            self._record, self._all, self._chosen = record, (), ""
            self._filter()
        log = partial(self._session.workspace.log, record)
        self._session.beside.look_up(log, partial(self._take, record))

    def _take(self, record: RecordId, moments: list[Moment]) -> None:
        if not isValid(self) or record != self._record:
            return
        self._all = moments[::-1]
        people = sorted({each.author or "" for each in moments})
        _offer(self.people, [(tr("Iedereen"), None), *((name or tr("onbekend"), name) for name in people)])
        fields = {(each.kind, each.field): _label(each) for each in moments}
        found = sorted((name, key) for key, name in fields.items() if name)
        _offer(self.fields, [(tr("Alle velden"), None), *found])
        self._choose_wanted()
        self._wanted = None
        self._filter()

    def show_field(self, kind: str, field: str) -> None:
        """Only what happened to one field, as soon as that is read, with the keyboard in the list."""
        self._wanted, self._chosen = (kind, field), ""
        for choice in (self.people, self.fields):
            choice.setCurrentIndex(0)
        self._choose_wanted()
        self._filter()
        self.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose_wanted(self) -> None:
        places = range(1, self.fields.count())
        at = next((at for at in places if tuple(self.fields.itemData(at)) == self._wanted), None)
        if at is not None:
            self.fields.setCurrentIndex(at)

    def _filter(self) -> None:
        author, field = self.people.currentData(), self.fields.currentData()
        found = [
            each
            for each in self._all
            if author in {None, each.author or ""} and (field is None or tuple(field) == (each.kind, each.field))
        ]
        self.model.show_moments(found, self._session.workspace.today)
        self.rows.set_heights(Heights(self._delegate.row, self._delegate.heading, len(found), ()))
        self.rows.setCurrentIndex(self.model.index(max(0, self.model.row_of(self._chosen))))
        if not found:
            self._show_moment()

    @property
    def moment(self) -> Moment | None:
        """The change that is chosen."""
        index = self.rows.currentIndex()
        return self.model.moments[index.row()] if index.isValid() else None

    def _show_moment(self) -> None:
        moment = self.moment
        self._shown.setVisible(moment is not None)
        if moment is None:
            return
        if moment.change != self._chosen:
            self._shown.verticalScrollBar().setValue(0)
        self._chosen = moment.change
        self.title.setText(what(moment))
        said = (moment.author or tr("onbekend"), in_words(moment.time), size(moment))
        self.who.setText(" · ".join(filter(None, said)))
        _offer(self.against, [(tr("de versie ervoor"), BEFORE), (tr("nu"), NOW), *self._others(moment)])
        self.put_back.setVisible(moment.can_be_reverted_to and not self._session.workspace.read_only)
        self._show_difference()

    def _others(self, moment: Moment) -> list[tuple[str, object]]:
        """The latest other versions of the same field."""
        same = (each for each in self._all if (each.record, each.field) == (moment.record, moment.field))
        others = (each for each in same if each.change != moment.change)
        return [(self.model.who(each), each.change) for each in islice(others, VERSIONS)]

    def _show_difference(self) -> None:
        moment = self.moment
        if moment is None:
            return
        said = tr("Wat hier stond is voorgoed gewist.") if moment.erased else tr(SAID.get(moment.deed, ""))
        self._comparing.setVisible(not said)
        if said:
            self.text.show_stretches([Stretch(said)])
            return
        match self.against.currentData():
            case str(change) if change == NOW:
                before, after = moment.value, self._now(moment)
            case str(change) if change != BEFORE:
                before, after = next(each.value for each in self._all if each.change == change), moment.value
            case _:
                before, after = moment.before, moment.value
        field = schema.field(moment.kind, moment.field)
        title = self._session.workspace.title
        old, new = both_shown(field, before, after, title) if field else ("", "")
        self.text.show_stretches(difference(old, new) or [Stretch(tr("(leeg)"))])

    def _now(self, moment: Moment) -> Value:
        return self._session.workspace.record(moment.record).value(moment.field)

    def revert(self) -> None:
        """Writes the chosen version again; that can be undone."""
        if moment := self.moment:
            self._session.act(lambda: self._session.workspace.revert(moment.record, moment.field, moment.change))
            self.rows.setFocus(Qt.FocusReason.OtherFocusReason)


def _label(moment: Moment) -> str:
    field = schema.field(moment.kind, moment.field)
    return field.label if field else ""


def _offer(choice: Choice, offers: Sequence[tuple[str, object]]) -> None:
    """Other choices; the same one stays chosen where it is still there."""
    chosen = choice.currentText()
    choice.blockSignals(True)
    choice.clear()
    for words, value in offers:
        choice.addItem(words, value)
    choice.setCurrentIndex(max(0, choice.findText(chosen)))
    choice.blockSignals(False)
