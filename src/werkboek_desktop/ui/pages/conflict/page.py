"""Two versions of a text: everybody's, side by side, and room to write the one that is meant."""

from collections.abc import Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QAbstractSlider, QWidget
from shiboken6 import isValid

from werkboek_desktop.domain import schema
from werkboek_desktop.domain.choosing import both
from werkboek_desktop.domain.difference import Stretch
from werkboek_desktop.domain.fields import Field
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.proposal import Proposal
from werkboek_desktop.domain.values import Value, ValueType
from werkboek_desktop.domain.view import FieldView, Status, Variant
from werkboek_desktop.ui.drafts import Place
from werkboek_desktop.ui.forms.pauses import Pauses
from werkboek_desktop.ui.pages.conflict.cards import ProposalCard, VersionCard, Where, counting, title_row, way_row
from werkboek_desktop.ui.pages.conflict.columns import Columns
from werkboek_desktop.ui.pages.conflict.foot import Foot
from werkboek_desktop.ui.pages.conflict.own import OwnText
from werkboek_desktop.ui.pages.page import Page
from werkboek_desktop.ui.round import Round
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.shown import shown
from werkboek_desktop.ui.turns import Act, in_turns
from werkboek_desktop.ui.widgets.basic import clear, column, scrolled
from werkboek_desktop.ui.widgets.keys import hears
from werkboek_desktop.ui.widgets.panels import Panel
from werkboek_desktop.ui.words import tr
from werkboek_desktop.ui.work import Jobs

if TYPE_CHECKING:
    from werkboek_desktop.workspace import Choosing

MOST_KEYS = 9


class ConflictPage(Page):
    """One field at a time; what was typed for a field stays in the file until it is used."""

    later = Signal(str, str)
    settled = Signal()
    used = Signal(str, str)
    """Somebody chose for this field."""

    def __init__(self, session: Session, _jobs: Jobs) -> None:
        super().__init__()
        self._session = session
        self._place: Place = ("", "")
        self._field: Field | None = None
        self._view: FieldView | None = None
        self._variants: Sequence[Variant] = ()
        self._own: OwnText | None = None
        self._round = Round()
        self._pauses = Pauses(self)
        self._pauses.over.connect(self._keep)
        self.panel = Panel()
        self._head = column(gap=6)
        self._columns = Columns()
        self._proposed: Proposal | None = None
        content = QWidget()
        content.setLayout(column(self._head, self.panel, self._columns.layout, 0, margins=(28, 16, 28, 12), gap=12))
        self._foot = Foot(self.use, self.take_both)
        self.setProperty("page", "true")
        self.setProperty("wide", "true")
        self._area = scrolled(content, folds=True)
        self.setLayout(column(self._area, self._columns.foot, self._foot, gap=0))
        self._keys()

    def fit(self) -> None:
        """One's own text between the versions, or above them."""
        self._foot.fit(narrow=self.narrow)
        self._columns.arrange(narrow=self.narrow)

    def _keys(self) -> None:
        for number in range(1, MOST_KEYS + 1):
            hears(self, partial(self.take, number), f"Alt+{number}")
        hears(self, self.use, "Ctrl+Enter", repeats=False)  # the second time it does what the first time asked
        hears(self, self.go_back, "Esc")
        hears(self, partial(self.step, 1), "Alt+Right")
        hears(self, partial(self.step, -1), "Alt+Left")

    def regions(self) -> Sequence[QWidget]:
        """Every version, one's own text and the proposal: F6 goes from box to box."""
        return (*self._columns.boxes(narrow=self.narrow), self._foot)

    def show_place(self, record: RecordId, field: str) -> None:
        """Shows the versions of a field; what one had typed before is still there."""
        self.leave()
        self._own = None
        view = self._session.workspace.record(record)
        self._place = (record, field)
        self._field = schema.field(view.key.kind, field)
        self._view = view.fields.get(field)
        self.panel.hide()
        if self._field is None or self._view is None or self._view.status is not Status.CONFLICT:
            self.settled.emit()
            return
        self._show_head(self._field, self._view)
        self._show_versions(self._field, self._view)

    def arrive(self) -> None:
        """Shows the versions as they are by now."""
        if self._own is None and all(self._place):
            self.show_place(*self._place)

    def hideEvent(self, event: QHideEvent) -> None:
        """Lets long texts go: nobody waits for them when the page is shown for another field."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._own = None
            clear(self._head)
            self._columns.empty()

    def place(self) -> object:
        """The field with two versions."""
        return self._place

    def return_to(self, place: object) -> None:
        """The same field; what was being written there was kept."""
        match place:
            case (str(record), str(field)):
                self.show_place(record, field)

    def _show_head(self, field: Field, view: FieldView) -> None:
        clear(self._head)
        workspace = self._session.workspace
        self._round.visit(self._place, workspace.summary().conflicts)
        owner = workspace.record(self._place[0]).key.owner
        where = Where(workspace.title(owner or self._place[0]), *self._round.count())
        self._head.addLayout(way_row(where, self.go_back, self.step))
        self._head.addLayout(title_row(field, view))
        for said in counting(field, view, self._words):
            self._head.addWidget(said)

    def step(self, by: int) -> None:
        """To the next choice in the whole project, or the one before it."""
        if place := self.beside(by):
            self.show_place(*place)
            self.focus_own()

    def beside(self, by: int = 1) -> Place | None:
        """The next field with versions; None: there is none left."""
        return self._round.beside(self._session.workspace.summary().conflicts, by)

    def _words(self, field: Field, value: Value) -> str:
        return shown(field, value, self._session.workspace.title)

    def _show_versions(self, field: Field, view: FieldView) -> None:
        """A version a turn: long ones keep nobody waiting, and of a text each is read beside the window first.

        What it is about comes before the end of one's own text, where the keyboard is.
        """
        self._variants = self._session.own_first(view.variants)
        self._proposal, self._proposed = ProposalCard(self.take_proposal), None
        self._own = own = OwnText(field, view, self._session, self._place)
        own.typed.connect(self._pauses.typed)
        own.typed.connect(self.panel.hide)
        self._columns.begin(own, self._proposal, len(self._variants), narrow=self.narrow)
        self._foot.begin(len(self._variants), is_text=bool(view.parts), narrow=self.narrow)
        known = () if view.parts else self._variants
        in_turns(own, [partial(self._add, each, [Stretch(self._words(field, each.value))]) for each in known])
        self._look()
        self.focus_own()
        self._area.verticalScrollBar().triggerAction(QAbstractSlider.SliderAction.SliderToMinimum)

    def _add(self, variant: Variant, stretches: Iterable[Stretch], spots: int | None = None) -> None:
        who = self._session.name_of(variant.author)
        number = len(self._columns.cards) + 1
        made = VersionCard(who, variant.time, number, lambda: self.take(number), mine=who == self._session.author())
        made.show_text(stretches, spots)
        self._columns.add(made)
        if self._field and self._field.type is ValueType.ATTACHMENT and variant.value:
            made.show_file(self._session, str(variant.value))

    def _look(self) -> None:
        """Reads the versions beside the window: a long text takes a while."""
        place, own, workspace = self._place, self._own, self._session.workspace

        def show(found: "Choosing | None") -> None:
            if found and own and isValid(own) and self._own is own:
                self._show_choosing(found)

        self._session.beside.look_up(lambda: workspace.choosing(*place), show)

    def _show_choosing(self, found: "Choosing") -> None:
        if self._field and found.began and found.began.value is not None:
            words = found.excerpt if found.view.parts else self._words(self._field, found.began.value)
            self._columns.beginning.show_beginning(words, found.began.time)
        self._proposed = found.proposal
        by_value = {version.variant.value: version for version in found.versions if found.view.parts}
        read = [(variant, by_value[variant.value]) for variant in self._variants if variant.value in by_value]
        acts: list[Act] = [partial(self._add, variant, each.stretches, each.spots) for variant, each in read]
        if found.proposal:
            stretches, key = found.proposal.stretches, len(self._variants) + 2
            acts.append(partial(self._proposal.show_proposal, stretches, key))
        if self._own:
            in_turns(self._own, acts)

    def focus_own(self) -> None:
        """Puts the keyboard where one writes."""
        if self._own:
            self._own.enter()

    def take(self, number: int) -> None:
        """Puts a version in one's own text; one more than there are puts both, two more the proposal."""
        if number <= len(self._variants):
            self._put(self._variants[number - 1].value)
        elif number == len(self._variants) + 1:
            self.take_both()
        elif number == len(self._variants) + 2:
            self.take_proposal()

    def take_proposal(self) -> None:
        """Puts in one's own text what the versions are together, for who read it."""
        if self._proposed:
            self._put(self._proposed.text.strip("\n"))

    def take_both(self) -> None:
        """Puts the versions under each other."""
        if self._view and self._view.parts:
            self._put(both(self._view).strip("\n"))

    def _put(self, value: Value) -> None:
        if self._own:
            self._own.put(value)
            self._own.enter()

    def use(self) -> None:
        """Makes one's own text the one text: built on all versions."""
        reading, place = self._own.read() if self._own else None, self._place
        if reading is None or self._view is None:
            return
        if self._own and not self._own.is_begun and self.panel.isHidden():
            self._ask_empty()
            return
        if not reading.understood:
            self.panel.warn(reading.advice, tr("Er is nog niets gekozen."), (tr("Pas aan wat er staat."),))
            return
        self._pauses.stop()
        if self._session.drafts.seal(*place, reading.value, self._view.heads):
            self._own = None
            self.settled.emit()
            self.used.emit(*place)

    def _ask_empty(self) -> None:
        """Nobody took or wrote anything: going on leaves out what every version says, and undo brings none back."""
        happened, step = _nothing_yet(is_text=bool(self._view and self._view.parts))
        self.panel.warn(happened, tr("Er is nog niets gekozen."), (step,))
        self._area.verticalScrollBar().triggerAction(QAbstractSlider.SliderAction.SliderToMinimum)

    def go_back(self) -> None:
        """Later: both versions stay, and so does what was typed here."""
        self.leave()
        self.later.emit(*self._place)

    def refresh(self, _records: frozenset[RecordId]) -> None:
        """Shows what was chosen or written elsewhere, in another window too; what is being written here stays."""
        if self._own is None or self._view is None or self._own.is_touched:
            return
        now = self._session.workspace.record(self._place[0]).fields.get(self._place[1])
        kept = self._session.drafts.choice(*self._place)
        stands = kept.value if kept else self._own.start
        if now is None or now.heads != self._view.heads or self._own.read().value != stands:
            self.show_place(*self._place)

    def leave(self) -> None:
        """Keeps what stands here as a draft; nothing is chosen by leaving."""
        self._pauses.stop()
        self._keep()

    def _keep(self) -> None:
        if self._own is None or self._view is None or not self._own.is_touched:
            return
        reading = self._own.read()
        if not reading.understood:
            return
        self._own.is_touched = False
        if reading.value == self._own.start:
            self._session.drafts.drop_choice(*self._place)
        else:
            self._session.drafts.keep_choice(*self._place, reading.value, self._view.heads)


def _nothing_yet(*, is_text: bool) -> tuple[str, str]:
    if is_text:
        happened = tr("In jouw tekst staat nog niets uit de versies.")
        step = tr("Neem een versie, of schrijf zelf. Moeten die zinnen weg? Kies dan nog eens ‘Deze tekst gebruiken’.")
    else:
        happened = tr("Er staat nog niets in jouw keuze.")
        step = tr("Neem een versie, of vul zelf in. Moet het leeg zijn? Kies dan nog eens ‘Deze keuze gebruiken’.")
    return happened, step
