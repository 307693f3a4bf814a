"""The first page without a project: begin, open, look around, or join by a bundle."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QWidget

from werkboek_desktop.errors import Refusal
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.basic import button, card, column, label, page, row, scrolled
from werkboek_desktop.ui.widgets.inputs import LineInput
from werkboek_desktop.ui.widgets.panels import Panel, ProgressCard, picture
from werkboek_desktop.ui.words import tr

SUFFIX = ".werkboek"


def documents() -> Path:
    """Where people keep their files."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))


class StartPage(QWidget):
    """Asks for no more than a name and a title."""

    made = Signal(str, str, str)
    """File, title, name of the person."""
    join = Signal(str, str, str)
    """File, bundle, name of the person."""
    open = Signal(str)
    demo = Signal()

    def __init__(self, author: str) -> None:
        super().__init__()
        self._bundle: Path | None = None
        self.panel = Panel()
        self.progress = ProgressCard()
        self.name = _input(tr("Je naam"), tr("bijv. Marit de Wit"), author)
        self.title = _input(tr("Naam van het werkboek"), tr("bijv. Ondermijning in de wijk"), "")
        self.where = _input(tr("Bestand"), "", str(documents() / f"werkboek{SUFFIX}"))
        self.begin_button = button(tr("Begin"), self._begin, "primary")
        self._heading = label(tr("Welkom"), "display")
        self._lead = label(
            tr("Praktijkvoorbeelden schrijven, samenvoegen en bundelen. Zonder internet."), "lead", "text2", wrap=True
        )
        self._title_field = _field(tr("Naam van het werkboek"), self.title)
        self._build()

    def _build(self) -> None:
        place = QWidget()
        place.setLayout(row(self.where, button(tr("Kies map"), self._ask_where, "", "folder-open")))
        new = column(
            label(tr("Nieuw werkboek"), "section"),
            _field(tr("Je naam"), self.name, tr("Staat bij alles wat je schrijft. Eén keer invullen is genoeg.")),
            self._title_field,
            _field(tr("Waar komt het bestand?"), place),
            row(self.begin_button, 0),
            margins=(20, 16, 20, 16),
            gap=12,
        )
        self._form = card("surface", new)
        content = QWidget()
        head = column(self._heading, self._lead, gap=2)
        box = column(
            head,
            self.panel,
            self.progress,
            row(self._form, self._others(), gap=20),
            0,
            margins=(64, 48, 64, 24),
            gap=18,
        )
        content.setLayout(box)
        content.setMaximumWidth(theme().px(1080))
        self.setLayout(column(page("true", column(scrolled(content))), gap=0))
        self.setProperty("page", "true")

    def _others(self) -> QWidget:
        holder = QWidget()
        ways = (
            ("folder-open", tr("Open een werkboek"), tr("Een bestand dat je al hebt."), self._ask_open),
            (
                "package",
                tr("Doe mee met een pakket"),
                tr("Je kreeg een .wbx-bestand van een collega."),
                self._ask_bundle,
            ),
            ("flask-conical", tr("Bekijk de demo"), tr("Fictieve gegevens om mee te proberen."), self.demo.emit),
        )
        cards: list[QFrame | int] = []
        for icon_name, text, more, act in ways:
            words = column(button(text, act, "link", name=text), label(more, "caption", "text2", wrap=True), gap=0)
            line = row(column(5, picture(icon_name, "accent", 20), 0), words, margins=(16, 10, 16, 12), gap=12)
            line.setStretch(1, 1)
            cards.append(card("surface", line))
        holder.setLayout(column(*cards, 0, gap=12))
        holder.setFixedWidth(theme().px(340))
        return holder

    def welcome(self, bundle: Path) -> None:
        """Somebody opened a bundle and has no project yet: one question, their name."""
        self._bundle = bundle
        self._heading.setText(tr("Welkom bij dit werkboek"))
        self._lead.setText(f"{tr('Je opent')} {bundle.name}. {tr('Hoe heet je? Daarna kun je meteen aan de slag.')}")
        self._title_field.hide()
        self.where.setText(str(bundle.with_suffix(SUFFIX)))
        self.begin_button.setText(tr("Doe mee"))
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin(self) -> None:
        name = self.name.text().strip()
        if not name:
            self.panel.refuse(tr("We weten nog niet hoe je heet."), tr("Er is niets gemaakt."), tr("Vul je naam in."))
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._bundle:
            self.join.emit(self.where.text(), str(self._bundle), name)
        else:
            self.made.emit(self.where.text(), self.title.text().strip(), name)

    def _ask_where(self) -> None:
        chosen, _filter = QFileDialog.getSaveFileName(self, tr("Waar komt het werkboek?"), self.where.text())
        if chosen:
            self.where.setText(chosen if Path(chosen).suffix else chosen + SUFFIX)

    def _ask_open(self) -> None:
        chosen, _filter = QFileDialog.getOpenFileName(self, tr("Open een werkboek"), str(documents()))
        if chosen:
            self.open.emit(chosen)

    def _ask_bundle(self) -> None:
        chosen, _filter = QFileDialog.getOpenFileName(self, tr("Kies een pakket"), str(documents()))
        if chosen:
            self.welcome(Path(chosen))

    def refuse(self, error: Refusal) -> None:
        """What went wrong, and what to do."""
        self.panel.refuse(error.message, tr("Er is niets gemaakt of veranderd."), error.advice)


def _input(name: str, example: str, text: str) -> LineInput:
    made = LineInput()
    made.setAccessibleName(name)
    made.setPlaceholderText(example)
    made.setText(text)
    return made


def _field(name: str, field: QWidget, hint: str = "") -> QWidget:
    holder = QWidget()
    parts: list[QWidget] = [label(name, "label"), field]
    if hint:
        parts.append(label(hint, "caption", "text2", wrap=True))
    holder.setLayout(column(*parts, gap=4))
    return holder
