"""What others did with a record since somebody last looked at it: a quiet line above its form, and marks in it."""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from werkboek_desktop.domain import schema
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.moments import day_near
from werkboek_desktop.ui.forms.editor import ProseEditor
from werkboek_desktop.ui.forms.field_row import FieldRow
from werkboek_desktop.ui.forms.record_form import RecordForm
from werkboek_desktop.ui.prose.marks import Finder, Layer, in_sentences
from werkboek_desktop.ui.prose.standing import go_to_sentence
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.widgets.basic import button, label, row
from werkboek_desktop.ui.widgets.panels import picture
from werkboek_desktop.ui.widgets.spoken import announce
from werkboek_desktop.ui.words import count, local, tr

if TYPE_CHECKING:
    from werkboek_desktop.workspace import Changed
    from werkboek_desktop.workspace.news import NewPlace, News, NewSentence

SOON = 150
"""Milliseconds: who walks through a list does not wait for it."""


class Stop(NamedTuple):
    """Where one comes by: a sentence that came, or a place as a whole."""

    place: "NewPlace"
    sentence: "NewSentence | None"


class RecordNews(QWidget):
    """Read beside the window; hidden while there is nothing, and from when somebody says that they read it."""

    def __init__(self, session: Session, form: RecordForm) -> None:
        super().__init__()
        self._session = session
        self._form = form
        self._record: RecordId = ""
        self._kinds = frozenset(schema.owned_kinds(form.kind.key))
        self.stops: list[Stop] = []
        self._at = -1
        self._news: News | None = None
        self._rows: list[FieldRow] = []
        self.words = label("", "caption", "text2", wrap=True)
        self.next = button(tr("Volgende wijziging"), self.step, "link")
        self.seen = button(tr("Gezien"), self.read, "link")
        if session.workspace.read_only:
            self.seen.hide()
        box = row(picture("eye", "text2", 16), self.words, self.next, self.seen, margins=(0, 2, 12, 2), gap=8)
        box.setStretch(1, 1)
        self.setLayout(box)
        self.hide()
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self._look)
        session.changed.connect(self._changed)
        form.at.connect(lambda _field: self._follow())

    def show_record(self, record: RecordId) -> None:
        """Another record is shown, or the same as it is now."""
        if record != self._record:
            self._record = record
            self._take(record, None)
            self._soon.start()

    def _changed(self, changed: "Changed") -> None:
        if self._record and self._session.touches(changed, self._kinds, self._record):
            self._soon.start()

    def _look(self) -> None:
        read = partial(self._session.workspace.news, self._record)
        self._session.beside.look_up(read, partial(self._take, self._record))

    def _take(self, record: RecordId, news: "News | None") -> None:
        if not isValid(self) or record != self._record or news == self._news:
            return
        self._news, self._at = news, -1
        self.stops = [stop for place in news.places for stop in _stops(place)] if news else []
        self._tell()
        self._mark(each for each in self._rows if isValid(each))

    def _tell(self) -> None:
        if self._news and self.stops:
            places = count(len(self._news.places), tr("plek"), tr("plekken"))
            who = _and(self._news.authors)
            self.words.setText(f"{tr('Sinds je laatste bezoek')}: {places} {tr('gewijzigd door')} {who}.")
        self.setVisible(bool(self.stops))

    def _follow(self) -> None:
        """Other rows may be shown than before."""
        rows = self._form.rows()
        if rows != self._rows:
            self._rows = rows
            self._mark(rows)

    def _mark(self, rows: Iterable[FieldRow]) -> None:
        for each in rows:
            if isinstance(each.editor, ProseEditor):
                each.editor.input.set_layer(Layer.CHANGED, self._finder(each.field.key))

    def _finder(self, field: str) -> Finder | None:
        found = (each.sentence for each in self.stops if each.place.field == field)
        tips = {each.words: f"{tr('Nieuw')}: {self._whose(each)}" for each in found if each}
        return in_sentences(tips) if tips else None

    def _whose(self, sentence: "NewSentence") -> str:
        when = local(sentence.time)
        day = day_near(when.date(), self._session.workspace.today)
        return f"{sentence.author or tr('onbekend')} · {day} {when:%H:%M}"

    def step(self) -> bool:
        """To the next change, and after the last to the first; False where there is none."""
        if not self.stops:
            return False
        self._at = (self._at + 1) % len(self.stops)
        place, sentence = self.stops[self._at]
        self._form.reveal(place.record, place.field)
        shown = self._form.row_of(place.field) if sentence else None
        if sentence and shown and isinstance(shown.editor, ProseEditor) and shown.editor.isVisible():
            go_to_sentence(shown.editor.input, sentence.words)
        who = self._whose(sentence) if sentence else _and(place.authors)
        where = f"{self._at + 1} {tr('van')} {len(self.stops)}"
        self.words.setText(f"{where}: {place.label} · {who}")
        announce(self.words, self.words.text())
        return True

    def read(self) -> bool:
        """Somebody says that they read it: from here on counts what comes; False where there is nothing."""
        if not self.stops:
            return False
        had = self.isAncestorOf(QApplication.focusWidget() or self._form)
        self._session.workspace.read_news(self._record)
        self._take(self._record, None)
        if had:
            self._form.enter()
        return True


def _stops(place: "NewPlace") -> Iterator[Stop]:
    yield from (Stop(place, each) for each in place.sentences)
    if not place.sentences:
        yield Stop(place, None)


def _and(names: Iterable[str]) -> str:
    """Anna, Bert en Piet."""
    *others, last = [name or tr("onbekend") for name in names] or [tr("onbekend")]
    return f"{', '.join(others)} {tr('en')} {last}" if others else last
