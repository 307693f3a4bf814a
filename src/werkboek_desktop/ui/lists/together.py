"""What stands beside the list while several records are chosen: what would change is seen before it is done."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout

from werkboek_desktop.domain.dutch import number
from werkboek_desktop.domain.fields import Field, Kind
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.listing import Names
from werkboek_desktop.domain.spreadsheet import words
from werkboek_desktop.domain.text import clean_line
from werkboek_desktop.domain.together import Preview, Wish, fields_for_many, values_to_write, wants_reason
from werkboek_desktop.domain.values import Value, ValueType
from werkboek_desktop.errors import Refusal
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.basic import button, clear, column, label, page, row, scrolled, separator
from werkboek_desktop.ui.widgets.fitted import Fitted
from werkboek_desktop.ui.widgets.inputs import Choice, LineInput
from werkboek_desktop.ui.widgets.panels import Panel, ProgressCard
from werkboek_desktop.ui.words import count, tr
from werkboek_desktop.ui.work import Jobs, Progress, Task

SHOWN = 8
WIDEST = 760
ADD, REMOVE, SET = "add", "remove", "set"


class TogetherPanel(Fitted):
    """Sets a field of all chosen records, deletes them, or writes them for a spreadsheet; each is one step."""

    table = Signal()
    none = Signal()
    """Nothing is to be chosen any more."""
    back = Signal()
    """To the list, where everything stays chosen."""

    def __init__(self, session: Session, jobs: Jobs) -> None:
        super().__init__()
        self._session = session
        self._jobs = jobs
        self.kind: Kind | None = None
        self.records: list[RecordId] = []
        self._preview = Preview()
        self._wish: Wish | None = None
        self._names: Names | None = None
        self._back = button(tr("Terug naar de lijst"), self.back.emit, "link", "arrow-left")
        self._back.hide()
        self._title = label("", "title")
        self._who = label("", "body", "text2", wrap=True)
        self.field, self.how, self.value = Choice(), Choice(), Choice()
        self.reason = LineInput()
        self._found = QVBoxLayout()
        self.panel, self.progress = Panel(), ProgressCard()
        self.do = button("", self._do, "primary")
        self.delete = button("", self._ask_delete, "danger", "trash-2")
        self._sure_text = label("", wrap=True)
        self.really = button("", self._delete, "danger")
        self._build()
        self._connect()

    def _connect(self) -> None:
        self.field.activated.connect(self._field_chosen)
        self.how.activated.connect(self._look)
        self.value.activated.connect(self._look)
        self.reason.textChanged.connect(self._ready)

    def _build(self) -> None:
        for choice, name in ((self.field, tr("Welk veld")), (self.how, tr("Hoe")), (self.value, tr("Waarde"))):
            choice.setAccessibleName(name)
        self.reason.setAccessibleName(tr("Reden van een stap terug"))
        self._why = page("", column(label(tr("Waarom een stap terug?"), "label"), self.reason, gap=4))
        choose = row(self.field, self.how, self.value, gap=12)
        for at, share in enumerate((3, 2, 3)):
            choose.setStretch(at, share)
        self._sure = page("", column(self._sure_text, row(self.really, button(tr("Niet doen"), self._calm, "link"), 0)))
        self._found.setSpacing(4)
        content = column(
            row(self._back, 0),
            self._title,
            self._who,
            row(button(tr("Keuze opheffen (Esc)"), self.none.emit, "link", "x"), 0),
            self.panel,
            self.progress,
            label(tr("Een veld veranderen"), "section"),
            choose,
            self._found,
            self._why,
            row(self.do, 0),
            separator(),
            label(tr("Verder met deze keuze"), "section"),
            row(button(tr("Bewaar als CSV"), self.table.emit, "", "table"), self.delete, 0),
            self._sure,
            0,
            margins=(32, 18, 32, 20),
            gap=10,
        )
        self.setProperty("page", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inner = page("surface", content)
        inner.setMaximumWidth(theme().px(WIDEST))
        whole = row(inner, gap=0)
        whole.setStretch(0, 1000)
        whole.addStretch(1)
        self.setLayout(column(scrolled(page("surface", whole), folds=True)))

    def fit(self) -> None:
        """Without the list beside it, there is a way back to the list."""
        self._back.setVisible(self.narrow)

    def show_chosen(self, kind: Kind, records: list[RecordId], titles: Sequence[str]) -> None:
        """Which records are chosen."""
        if self.kind is not kind:
            self.kind = kind
            self._fill_fields(kind)
        self.records = records
        self._names = self._session.workspace.lists.names()
        self._title.setText(f"{number(len(records))} {tr('gekozen')}")
        left = len(records) - len(titles)
        more = f" {tr('en nog')} {number(left)}" if left > 0 else ""
        self._who.setText(f"{', '.join(title or tr('(zonder titel)') for title in titles)}{more}")
        self.delete.setText(f"{tr('Verwijder')} {number(len(records))}")
        self._calm()
        self._look()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc: only the current record is chosen again."""
        if event.key() == Qt.Key.Key_Escape:
            self.none.emit()
        else:
            super().keyPressEvent(event)

    def _fill_fields(self, kind: Kind) -> None:
        self.field.clear()
        self.field.addItem(tr("kies een veld"), None)
        for each in fields_for_many(kind):
            self.field.addItem(each.label, each)
        self._field_chosen()

    def _field_chosen(self, _index: int = 0) -> None:
        field: Field | None = self.field.currentData()
        self.how.clear()
        is_set = field is not None and field.type is ValueType.SET
        for text, key in ((tr("erbij"), ADD), (tr("eraf"), REMOVE)) if is_set else ((tr("wordt"), SET),):
            self.how.addItem(text, key)
        self.value.clear()
        self.value.addItem(tr("kies") if is_set else tr("(leeg)"), None)
        for key, text in self._values(field) if field else ():
            self.value.addItem(text, key)
        self.value.setCurrentIndex(0 if is_set else -1)
        self.how.setVisible(field is not None)
        self.value.setVisible(field is not None)
        self._look()

    def _values(self, field: Field) -> list[tuple[str, str]]:
        if field.refers:
            rows = (row for kind in field.refers for row in self._session.workspace.rows(kind))
            return [(row.id, row.title or tr("(zonder titel)")) for row in rows]
        return [(option.key, option.label) for option in field.options]

    def wish(self) -> Wish | None:
        """What was chosen to happen; None while that is not clear."""
        field: Field | None = self.field.currentData()
        value: str | None = self.value.currentData()
        if field is None or self.value.currentIndex() < 0:
            return None
        if field.type is not ValueType.SET:
            return Wish(field, value)
        if value is None:
            return None
        one = frozenset({value})
        return Wish(field, add=one) if self.how.currentData() == ADD else Wish(field, remove=one)

    def look_again(self) -> None:
        """What was chosen changed meanwhile: something else would happen now."""
        self._look()

    def _look(self, _index: int = 0) -> None:
        """Works out what would happen, beside the window."""
        self._wish = wish = self.wish()
        self._preview = Preview()
        records = list(self.records)
        clear(self._found)
        self._ready()
        if wish is None or not records:
            return
        lists = self._session.workspace.lists

        def done(found: Preview) -> None:
            if self._wish is wish and self.records == records:
                self._show_preview(wish, found)

        self._jobs.look_up(lambda: lists.preview(records, wish), done)

    def _show_preview(self, wish: Wish, found: Preview) -> None:
        assert self._names
        self._preview = found
        clear(self._found)
        for change in found.changes[:SHOWN]:
            before, after = (self._shown(wish.field, value) for value in (change.before, change.after))
            title = self._names.title(change.record)
            self._found.addWidget(label(f"{title}: {before} → {after}", wrap=True))
        for sentence in self._sentences(wish, found):
            self._found.addWidget(label(sentence, "caption", "text2", wrap=True))
        self._ready()

    def _shown(self, field: Field, value: Value) -> str:
        assert self._names
        return words(field, value, self._names) or tr("(leeg)")

    def _sentences(self, wish: Wish, found: Preview) -> list[str]:
        more = len(found.changes) - SHOWN
        said = [f"{tr('En nog')} {number(more)}."] if more > 0 else []
        if found.same:
            said.append(count(found.same, tr("is al zo."), tr("zijn al zo.")))
        if found.disputed:
            have = count(len(found.disputed), tr("heeft twee versies"), tr("hebben twee versies"))
            said.append(f"{have} {tr('en blijft zoals het is: kies daar eerst.')}")
        if found.lacking:
            lack = count(found.lacking, tr("mist nog iets voor"), tr("missen nog iets voor"))
            said.append(f"{lack} ‘{self._shown(wish.field, wish.value).lower()}’. {tr('Veranderen kan gewoon.')}")
        return said

    def _ready(self, _text: str = "") -> None:
        """The button says how many; a step back waits for its reason."""
        changing = len(self._preview.changes)
        back = self.kind is not None and wants_reason(self.kind, self._preview)
        self._why.setVisible(back)
        self.do.setText(f"{tr('Verander')} {number(changing)}" if changing else tr("Verander"))
        self.do.setEnabled(changing > 0 and not (back and not clean_line(self.reason.text())))

    def _do(self) -> None:
        wish, found = self._wish, self._preview
        if wish is None or self.kind is None:
            return
        kind, records, reason = self.kind, list(self.records), clean_line(self.reason.text())
        name = f"{wish.field.label} {tr('van')} {number(len(found.changes))} {tr('veranderd')}"

        def act(progress: Progress) -> object:
            from werkboek_desktop.workspace import Edit  # the list is on screen before the store is loaded

            now = self._session.workspace.lists.preview(records, wish)  # what came in meanwhile is left alone too
            edits = [Edit(*each) for each in values_to_write(kind, now, wish, reason)]
            if not edits:
                return None
            return self._session.workspace.edit_many(edits, name, progress=progress, initiator=self)

        self._run(name, act)

    def _ask_delete(self) -> None:
        goes = tr("Wat erbij hoort gaat mee. Je kunt dit ongedaan maken.")
        self._sure_text.setText(f"{number(len(self.records))} {self._kinds()} {tr('verwijderen?')} {goes}")
        self.really.setText(f"{tr('Ja, verwijder')} {number(len(self.records))}")
        self._sure.show()
        self.really.setFocus()

    def _kinds(self) -> str:
        return self.kind.plural.lower() if self.kind else ""

    def _calm(self) -> None:
        self._sure.hide()

    def _delete(self) -> None:
        records = list(self.records)
        name = f"{number(len(records))} {self._kinds()} {tr('verwijderd')}"
        self._run(name, lambda _progress: self._session.workspace.delete_many(records, name, initiator=self))

    def _run(self, name: str, act: Task) -> None:
        def refused(error: Refusal) -> None:
            self.panel.refuse(error, tr("Er is niets gewijzigd."))

        self.do.setEnabled(False)
        self.reason.show_text("")
        self._jobs.run(name, act, self.progress, lambda _done: self._look(), refused)
