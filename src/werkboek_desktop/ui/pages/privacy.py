"""Privacycheck: sentence by sentence what may tell who somebody is. The program points, a person decides."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QPushButton, QWidget
from shiboken6 import isValid

from werkboek_desktop.domain import schema
from werkboek_desktop.domain.difference import Stretch, Tone
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.privacy.clearing import GROUNDS, Ground
from werkboek_desktop.domain.privacy.finding import LABELS, REASONS
from werkboek_desktop.domain.privacy.reading import Pointed, Sentence, Stay
from werkboek_desktop.errors import Refusal
from werkboek_desktop.ui.pages.page import Page
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.basic import button, card, clear, column, label, page, row, scrolled
from werkboek_desktop.ui.widgets.difference import ReadText
from werkboek_desktop.ui.widgets.fitted import way
from werkboek_desktop.ui.widgets.inputs import LineInput
from werkboek_desktop.ui.widgets.keys import hears, key_caps, key_hint
from werkboek_desktop.ui.widgets.panels import EmptyState, Panel, ProgressCard, picture
from werkboek_desktop.ui.words import moment, tr
from werkboek_desktop.ui.work import Jobs
from werkboek_desktop.workspace.privacy import Checked, reason

KNOWING = frozenset({"attendee", "contact", "person"})
"""Kinds by which the check knows people: when one changes, every sentence is read again."""


class PrivacyPage(Page):
    """One sentence at a time, of one case or of all; what was decided can be seen and taken back."""

    back = Signal()

    def __init__(self, session: Session, jobs: Jobs) -> None:
        super().__init__()
        self._session = session
        self._jobs = jobs
        self._scope: RecordId = ""
        self._checked: dict[RecordId, Checked] = {}
        self._read_once = False
        self._all = False
        self._sentences: list[Sentence] = []
        self._at = 0
        self.panel = Panel()
        self.progress = ProgressCard()
        self.empty = EmptyState("shield-check", "eye")
        self.empty.act.connect(self.toggle)
        self.note = LineInput()
        self.grounds: dict[Ground, QPushButton] = {}
        self._head = column(gap=6)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._build()
        self._keys()

    def _build(self) -> None:
        self.note.setAccessibleName(tr("Toelichting"))
        self.note.setPlaceholderText(tr("Toelichting, als die nodig is"))
        self.note.setParent(self)
        self.note.hide()
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(theme().space(16))
        content = QWidget()
        content.setLayout(
            column(self._head, self.panel, self.progress, self._body, self.empty, 0, margins=(28, 16, 28, 12), gap=12)
        )
        self.text_button = button(tr("Naar de tekst"), self.to_text, "primary", "pencil-line")
        self._foot = page(
            "footer",
            row(
                page("", row(key_hint("Alt+Left", tr("vorige")), key_hint("Alt+Right", tr("volgende")), gap=14)),
                0,
                page("", row(key_caps("Ctrl+Enter"))),
                self.text_button,
                margins=(28, 8, 28, 8),
                gap=14,
            ),
        )
        self.setProperty("page", "true")
        self.setProperty("wide", "true")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setLayout(column(scrolled(content, folds=True), self._foot, gap=0))

    def fit(self) -> None:
        """The decision beside the sentence, or under it."""
        self._body.setDirection(way(narrow=self.narrow))

    def _keys(self) -> None:
        for number, ground in enumerate(Ground, 1):
            hears(self, partial(self.stay, ground), f"Alt+{number}")
        hears(self, self.to_text, "Ctrl+Enter")
        hears(self, partial(self.step, 1), "Alt+Right")
        hears(self, partial(self.step, -1), "Alt+Left")
        hears(self, self.back.emit, "Esc")

    def show_scope(self, record: RecordId) -> None:
        """Of one case or chapter, or of all where it is empty."""
        self._scope, self._at = record, 0
        self._show_sentences()
        self.arrive()

    def place(self) -> object:
        """Which case, and the sentence that is shown."""
        return self._scope, self._at

    def return_to(self, place: object) -> None:
        """The same sentence, when all were read."""
        match place:
            case (str(scope), int(at)):
                self._scope, self._at = scope, at
                self._show_sentences()

    def arrive(self) -> None:
        """Reads everything, beside the window."""
        read = self._session.workspace.check_privacy
        self._jobs.read(tr("Teksten nakijken"), read, self.progress, self._show_all, self._refused)

    def refresh(self, records: frozenset[RecordId]) -> None:
        """Reads again what changed while it is shown."""
        keys = [key for record in records if (key := self._session.workspace.key(record))]
        if any(key.kind in KNOWING for key in keys) or len(keys) > len(self._checked):
            self.arrive()
        for owner in {key.owner if key.owner in self._checked else key.id for key in keys} & set(self._checked):
            self._jobs.look_up(partial(self._session.workspace.privacy_of, str(owner)), self._show_one)

    def _refused(self, error: Refusal) -> None:
        self.panel.refuse(error, tr("Er is niets gewijzigd."))

    def _show_all(self, found: Sequence[Checked]) -> None:
        self._checked = {each.record: each for each in found}
        self._read_once = True
        self._show_sentences()

    def _show_one(self, found: Checked) -> None:
        if isValid(self):
            self._checked[found.record] = found
            self._show_sentences()

    def _show_sentences(self) -> None:
        """The same place in the list: of what was decided the next."""
        shown = [each for each in self._checked.values() if self._scope in {"", each.record}]
        self._sentences = [one for each in shown for one in each.sentences if self._all or one.is_open]
        self._at = max(0, min(self._at, len(self._sentences) - 1))
        self._draw()

    @property
    def sentence(self) -> Sentence | None:
        """The sentence that is shown; None where nothing asks for a decision."""
        return self._sentences[self._at] if self._sentences else None

    def _draw(self) -> None:
        self.note.setParent(self)
        self.note.hide()
        self.note.clear()
        clear(self._head)
        clear(self._body)
        self.grounds = {}
        self._show_head()
        sentence = self.sentence
        self._foot.setVisible(sentence is not None)
        self.empty.setVisible(sentence is None and self._read_once)
        if sentence is None:
            self._say_empty()
            return
        for part, share in ((self._sentence_card(sentence), 3), (self._decision_card(sentence), 2)):
            self._body.addWidget(part, share)
            self._body.setAlignment(part, Qt.AlignmentFlag.AlignTop)
        if self.isVisible():
            self.text_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_head(self) -> None:
        back = button(tr("Terug"), self.back.emit, "link", "arrow-left")
        toggle = button(self._toggle_words(), self.toggle, "link", "eye")
        number = f"{self._at + 1} {tr('van')} {len(self._sentences)}" if self._sentences else ""
        arrows = [
            button("", partial(self.step, -1), "quiet", "chevron-left", tr("Vorige zin")),
            button("", partial(self.step, 1), "quiet", "chevron-right", tr("Volgende zin")),
        ]
        parts = [label(number, "caption", "text2"), *arrows] if self._sentences else []
        scope = self._checked.get(self._scope)
        of_all = [button(tr("Kijk alles na"), partial(self.show_scope, ""), "link")] if scope else []
        self._head.addLayout(row(back, 0, *of_all, toggle, *parts))
        title = f"{tr('Privacycheck')}: {scope.title}" if scope else tr("Privacycheck")
        self._head.addWidget(label(title, "title", wrap=True))
        said = tr("Aan deze woorden kan iemand te herkennen zijn. Jij besluit, en je collega’s zien wat je besloot.")
        self._head.addWidget(label(said, tone="text2", wrap=True))

    def _toggle_words(self) -> str:
        return tr("Alleen wat open is") if self._all else tr("Ook wat besloten is")

    def _say_empty(self) -> None:
        self.empty.say(
            tr("Niets vraagt een besluit."),
            tr("De check vindt niet alles. Lees zelf ook na of iemand te herkennen is."),
            "" if self._all else self._toggle_words(),
        )

    def toggle(self) -> None:
        """Also what was decided, or only what is open."""
        self._all = not self._all
        self._show_sentences()

    def _sentence_card(self, sentence: Sentence) -> QWidget:
        text = ReadText()
        text.setAccessibleName(tr("De zin"))
        text.show_stretches(stretches(sentence))
        where = label(self._where(sentence), "caption", "text2", wrap=True)
        box = column(where, text, *(self._finding(each) for each in sentence.pointed), margins=(20, 14, 20, 14), gap=12)
        return card("surface", box)

    def _where(self, sentence: Sentence) -> str:
        field = schema.field(self._session.kind_of(sentence.record), sentence.field)
        title = self._checked[sentence.owner].title
        return " · ".join(filter(None, (title, field.label if field else sentence.field)))

    def _finding(self, pointed: Pointed) -> QWidget:
        finding, stay = pointed.finding, pointed.stay
        title = f"{tr(LABELS[finding.sort])}: {pointed.words}"
        lines = [label(title, "body_strong", wrap=True)]
        said = self._decided(stay) if stay else f"{tr(REASONS[finding.sort])} ({tr(finding.certainty)})"
        lines.append(label(said, "caption", "text2", wrap=True))
        icon, tone = ("shield-check", "ok") if stay else ("shield-alert", "attn")
        made = QWidget()
        box = row(column(picture(icon, tone), 0), column(*lines, gap=2), gap=10)
        box.setStretch(1, 1)
        made.setLayout(box)
        return made

    def _decided(self, stay: Stay) -> str:
        why = "; ".join(filter(None, (tr(reason(stay.ground)), stay.note)))
        return f"{tr('Mag blijven')}: {why} ({self._session.name_of(stay.by)}, {moment(stay.on)})"

    def _decision_card(self, sentence: Sentence) -> QWidget:
        if not sentence.is_open:
            return _decided_card(self.lift)
        box = column(label(tr("Mag blijven, want"), "section"), margins=(20, 14, 20, 14), gap=8)
        for number, (ground, words) in enumerate(GROUNDS.items(), 1):
            self.grounds[ground] = made = button(tr(words), partial(self.stay, ground))
            box.addLayout(row(key_caps(f"Alt+{number}"), made, 0, gap=10))
        box.addWidget(self.note)
        self.note.show()
        hint = tr("Bij ‘iets anders’ hoort een toelichting. ‘Samengesteld’ komt ook in het boek te staan.")
        box.addWidget(label(hint, "caption", "text2", wrap=True))
        return card("surface", box)

    def stay(self, ground: Ground) -> None:
        """What is pointed at in this sentence may stay; the next one comes."""
        sentence, note = self.sentence, self.note.text()
        if sentence is None or not sentence.is_open:
            return
        if ground is Ground.OTHER and not note.strip():
            self.note.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._at += self._all
        self._session.act(lambda: self._session.workspace.clear_sentence(sentence, ground, note))

    def lift(self) -> None:
        """Somebody looks at it again."""
        if sentence := self.sentence:
            self._session.act(lambda: self._session.workspace.lift_clearance(sentence))

    def to_text(self) -> None:
        """To the field in which the sentence stands."""
        if sentence := self.sentence:
            self.go.emit(sentence.record, sentence.field)

    def step(self, by: int) -> None:
        """The next or previous sentence, round and round."""
        if self._sentences:
            self._at = (self._at + by) % len(self._sentences)
            self._draw()


def _decided_card(lift: Callable[[], object]) -> QWidget:
    """What stands where one decides, of a sentence that was decided about."""
    title = label(tr("Dit mag blijven"), "section", wrap=True)
    said = label(tr("Twijfel je? Dan vraagt de zin weer een besluit, ook bij je collega’s."), wrap=True)
    again = button(tr("Toch nog eens bekijken"), lift, "", "undo-2")
    return card("surface", column(title, said, row(again, 0, margins=(0, 4, 0, 0)), margins=(20, 14, 20, 14)))


def stretches(sentence: Sentence) -> list[Stretch]:
    """A sentence with what is pointed at marked; what is marked twice once."""
    found, at = [], 0
    for pointed in sorted(sentence.pointed, key=lambda each: each.finding.start):
        start, end = max(at, pointed.finding.start), pointed.finding.end
        if end > at:
            found += [Stretch(sentence.text[at:start]), Stretch(sentence.text[start:end], Tone.POINTED)]
            at = end
    return [each for each in (*found, Stretch(sentence.text[at:])) if each.text]
