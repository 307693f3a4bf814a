"""Ctrl+K: one field that finds records, text, places to go and things to do."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import ClassVar

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListView, QWidget

from werkboek_desktop.domain import schema
from werkboek_desktop.domain.finding import Name, Names
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.ui.prose.input import ProseInput
from werkboek_desktop.ui.prose.standing import go_to_sentence
from werkboek_desktop.ui.shell.commands import Command
from werkboek_desktop.ui.shell.finder import Finder
from werkboek_desktop.ui.shell.found import Found, FoundDelegate, FoundModel, Group, spoken
from werkboek_desktop.ui.shell.rail import destinations
from werkboek_desktop.ui.widgets.basic import column, label, row
from werkboek_desktop.ui.widgets.inputs import LineInput
from werkboek_desktop.ui.widgets.keys import key_hint
from werkboek_desktop.ui.widgets.slide import SlidePanel
from werkboek_desktop.ui.widgets.spoken import announce
from werkboek_desktop.ui.words import tr
from werkboek_desktop.workspace import Passage

WIDTH = 560
PAUSE = 120
LEAST = 2
"""From how many characters on the text is searched."""
MOST_COMMANDS = 5

type GoTo = Callable[[RecordId, str], object]


class Palette(SlidePanel):
    """Results come while one types; arrows choose, Enter goes there, Esc goes back."""

    STEPS: ClassVar[dict[int, int]] = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}

    def __init__(self, over: QWidget, finder: Finder, commands: Iterable[Command], go_to: GoTo) -> None:
        self._finder = finder
        self._commands = {each.key: each for each in commands}
        self._go_to = go_to
        self._names = Names(Name(each.key, each.group, each.label) for each in self._commands.values())
        self.passages: list[Passage] = []
        self.model = FoundModel()
        self.field = LineInput()
        self.rows = QListView()
        self._nothing = label("", tone="text2", wrap=True)
        super().__init__(over, "", self._content(), WIDTH)
        self.setAccessibleName(tr("Zoeken en doen"))
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._search)
        self.field.textChanged.connect(self._typed)
        self.field.installEventFilter(self)
        self.rows.clicked.connect(lambda index: self._use(index.row()))
        finder.fresh.connect(self._fill)
        finder.found.connect(self._take)

    def _content(self) -> QWidget:
        self.field.search()
        self.field.setPlaceholderText(tr("Zoek een titel, gemeente, tekst of opdracht"))
        self.field.setAccessibleName(tr("Zoek in alles"))
        self.rows.setModel(self.model)
        self.rows.setItemDelegate(FoundDelegate(self.rows))
        self.rows.setAccessibleName(tr("Gevonden"))
        self.rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.rows.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.rows.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        hints = (("Up+Down", tr("kiezen")), ("Enter", tr("openen")), ("Esc", tr("terug")))
        foot = row(*(key_hint(*each) for each in hints), 0, gap=16)
        content = QWidget()
        layout = column(self.field, self._nothing, self.rows, foot, margins=(16, 16, 16, 12), gap=8)
        layout.setStretchFactor(self.rows, 1)
        content.setLayout(layout)
        return content

    def ask(self) -> None:
        """Comes with an empty field; when it is there already, what was typed is selected."""
        if self.isHidden():
            self.field.clear()
            self._finder.prepare()
            self._fill()
        self.slide_in(self.field)
        self.field.selectAll()

    def _typed(self, text: str) -> None:
        self.passages = []
        if len(text.strip()) >= LEAST:
            self._pause.start()
        else:
            self._pause.stop()
        self._fill()

    def _search(self) -> None:
        self._finder.search(self.field.text().strip())

    def _take(self, query: str, passages: list[Passage]) -> None:
        if query == self.field.text().strip():
            self.passages = passages
            self._fill(self.rows.currentIndex().row())

    def _fill(self, at: int = 0) -> None:
        """Shows what is found now. Text comes later and stands last, so nothing moves below the keyboard."""
        query = self.field.text().strip()
        self.model.show(list(self._groups(query)))
        self._choose(at if self.model.at(at) else self.model.next(at, 1))
        self._nothing.setText(f"{tr('Niets gevonden voor')} ‘{query}’." if not self.model.rowCount() else "")
        self._nothing.setVisible(not self.model.rowCount())

    def _groups(self, query: str) -> Iterable[Group]:
        yield Group(tr("Op naam"), [self._record(name) for name in self._finder.names(query)])
        found = [self._commands[name.id] for name in self._names.find(query, MOST_COMMANDS)]
        commands = found if query else list(self._commands.values())
        for heading in dict.fromkeys(command.group for command in commands):
            yield Group(heading, [self._command(command) for command in commands if command.group == heading])
        yield Group(tr("In de tekst"), [self._passage(each) for each in self.passages])

    def _record(self, name: Name) -> Found:
        kind = schema.kind(name.kind)
        more = " · ".join(filter(None, (kind.label if kind else "", name.where)))
        icon_name = next((entry.icon for entry in destinations() if entry.key == name.kind), "library")
        return Found(name.name, partial(self._go_to, name.id, ""), icon_name, more)

    def _command(self, command: Command) -> Found:
        more = command.about() if command.about else ""
        return Found(command.label, command.act, command.icon, more, command.keys)

    def _passage(self, passage: Passage) -> Found:
        act = partial(self._to_passage, passage)
        return Found(passage.title, act, "text-align-start", f"{passage.label}: {passage.snippet}")

    def _to_passage(self, passage: Passage) -> None:
        """To its field, and there to the words that were found."""
        self._go_to(passage.record, passage.field)
        _before, _sign, found = passage.snippet.partition("«")
        focus = QApplication.focusWidget()
        if isinstance(focus, ProseInput):
            go_to_sentence(focus, found.partition("»")[0])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows and Enter in the field are for the rows."""
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = event.key()
            if key in self.STEPS:
                self._choose(self.model.next(self.rows.currentIndex().row(), self.STEPS[key]), say=True)
                return True
            if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._use(self.rows.currentIndex().row())
                return True
        return super().eventFilter(watched, event)

    def _choose(self, at: int, *, say: bool = False) -> None:
        index = self.model.index(at)
        self.rows.setCurrentIndex(index)
        self.rows.scrollTo(self.model.index(at - 1) if self.model.at(at - 1) is None else index)
        self.rows.scrollTo(index)
        found = self.model.at(at)
        if say and found:
            announce(self.field, spoken(found))

    def _use(self, at: int) -> None:
        found = self.model.at(at)
        if found:
            self.slide_out()
            found.act()
