"""Comments in one window: say something where one stands, and go from one to the next."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.kinds.agreements import COMMENT
from werkboek_desktop.ui.comments.marking import Marking
from werkboek_desktop.ui.comments.panel import About, CommentPanel
from werkboek_desktop.ui.forms.editor import ProseEditor
from werkboek_desktop.ui.forms.field_row import FieldRow, row_around
from werkboek_desktop.ui.forms.tables.model import ItemModel
from werkboek_desktop.ui.forms.tables.view import ItemTable
from werkboek_desktop.ui.pages.readthrough.page import ReadingPage
from werkboek_desktop.ui.pages.record import RecordPage
from werkboek_desktop.ui.prose.standing import go_to_sentence, sentence_at
from werkboek_desktop.ui.shell.navigation import Navigation
from werkboek_desktop.ui.shell.part import Part
from werkboek_desktop.ui.words import tr
from werkboek_desktop.workspace.comments import Discussion


class Remarks(Part):
    """The panel, made when it is first asked for, and the way to it and through it."""

    def __init__(self, navigation: Navigation) -> None:
        super().__init__(navigation)
        self._at: RecordId = ""
        self._panel: CommentPanel | None = None
        navigation.remark.connect(self.show)

    @property
    def panel(self) -> CommentPanel:
        """What people said, and a place to say something."""
        if self._panel is None:
            self._panel = CommentPanel(self._window.pages, self._session)
            self._panel.sought.connect(self._to_text)
        return self._panel

    def keep(self) -> None:
        """Keeps what is being written there."""
        if self._panel:
            self._panel.keep()

    def follow(self, page: RecordPage) -> RecordPage:
        """From now on its sentences are marked."""
        if page.kind.key in COMMENT.owners:
            marking = Marking(self._session, page)
            page.form.at.connect(lambda _field: marking.mark(page.record, page.form.rows(), page.form.lists()))
        page.form.at.connect(lambda _field: self._let_go())
        return page

    def _let_go(self) -> None:
        """Beside another record nobody takes the panel for its."""
        page = self._page()
        if page and self._panel and self._panel.isVisible() and page.record != self._panel.record:
            self._panel.slide_out()

    def ask(self) -> None:
        """A comment on the sentence, field or record that one is at."""
        page = self._page()
        about = self._about(page) if page else self._about_read()
        if about is None:
            self._window.status.say(tr("Open eerst een praktijkvoorbeeld of hoofdstuk: daar kun je iets bij opmerken."))
        else:
            self.panel.begin(about)

    def _page(self) -> RecordPage | None:
        return self._navigation.record_page(COMMENT.owners)

    def _about(self, page: RecordPage) -> About:
        focus = QApplication.focusWidget()
        row, item = row_around(focus), page.form.place().held or _item_of(focus)
        if item is None and (row is None or page.form.row_of(row.field.key) is not row):
            return About(page.record)
        part, field = item or (page.record, row.field.key if row else "")
        return self._about_text(page.record, part, field, row)

    def _about_read(self) -> About | None:
        """The sentence that one is at in the whole book."""
        row = row_around(QApplication.focusWidget()) if isinstance(self._navigation.current(), ReadingPage) else None
        owner = self._navigation.listed(row.record) if row and row.record else ""
        if row is None or row.record is None or self._session.kind_of(owner) not in COMMENT.owners:
            return None
        return self._about_text(owner, row.record, row.field.key, row)

    def _about_text(self, owner: RecordId, part: RecordId, field: str, row: FieldRow | None) -> About:
        stand = sentence_at(row.editor.input) if row and isinstance(row.editor, ProseEditor) else None
        self._navigation.current().leave()
        anchor = self._session.workspace.anchor_at(part, field, stand.words, stand.nth) if stand else ""
        words = stand.words if stand else ""
        return About(owner, field, "", words, anchor, item=part if part != owner else "")

    def step(self, by: int) -> None:
        """To the next open comment or the one before, over this case and then over all."""
        self._look(partial(self._step, by))

    def _look(self, take: Callable[[Sequence[Discussion]], object]) -> None:
        def done(found: Sequence[Discussion]) -> None:
            if isValid(self):
                take(found)

        self._session.beside.look_up(self._session.workspace.discussions, done)

    def _step(self, by: int, found: Sequence[Discussion]) -> None:
        waiting = [each for each in found if not each.done]
        if not waiting:
            self._window.status.say(tr("Er zijn geen open opmerkingen."))
            return
        places = [at for at, each in enumerate(waiting) if each.record == self._at]
        page = self._page()
        here = [at for at, each in enumerate(waiting) if page and each.owner == page.record]
        if places and (not here or places[0] in here):
            at = (places[0] + by) % len(waiting)
        else:
            at = (here[0] if by > 0 else here[-1]) if here else 0
        self._show(waiting[at], found)

    def show(self, comment: RecordId) -> None:
        """One comment, by its own id or that of an answer."""

        def take(found: Sequence[Discussion]) -> None:
            at = next((each for each in found if comment in {said.record for said in each.said}), None)
            if at:
                self._show(at, found)

        self._look(take)

    def _show(self, at: Discussion, found: Sequence[Discussion]) -> None:
        self._at = at.record
        self._to_text(at)
        self.panel.show_discussion([each for each in found if each.owner == at.owner], at)

    def _to_text(self, at: Discussion) -> None:
        self._navigation.to_record(at.part if self._session.is_there(at.part) else at.owner, at.field)
        page = self._page()
        row = page.form.row_of(at.field) if page and at.field and at.part == at.owner else None
        if row and isinstance(row.editor, ProseEditor) and row.editor.isVisible():
            go_to_sentence(row.editor.input, at.now[0] if at.now else "")
        elif page and at.part != at.owner:
            page.leave()  # a cell closes when the keyboard goes to the panel: its table has it after that


def _item_of(widget: QWidget | None) -> tuple[RecordId, str] | None:
    """The cell of a table that is current."""
    model = widget.model() if isinstance(widget, ItemTable) else None
    if not isinstance(widget, ItemTable) or not isinstance(model, ItemModel):
        return None
    at = widget.currentIndex()
    view = model.view(at.row())
    field = model.fields[at.column()].key if 0 <= at.column() < len(model.fields) else ""
    return (view.id, field) if view else None
