"""Instellingen: what belongs to this computer. Every row follows from the declaration in settings/declared.py."""

from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QFrame, QWidget

from werkboek_desktop.errors import Refusal
from werkboek_desktop.settings import SETTINGS
from werkboek_desktop.ui.pages.page import Page
from werkboek_desktop.ui.pages.setting_row import SettingRow
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.basic import button, card, column, label, page, row, scrolled
from werkboek_desktop.ui.widgets.details import details
from werkboek_desktop.ui.widgets.panels import Panel, ProgressCard
from werkboek_desktop.ui.words import tr
from werkboek_desktop.ui.work import Jobs, Progress

if TYPE_CHECKING:
    from werkboek_desktop.workspace import Backup

WIDEST = 680


class SettingsPage(Page):
    """The settings in groups, what is wrong in their file, and a backup at once."""

    def __init__(self, session: Session, jobs: Jobs) -> None:
        super().__init__()
        self._session = session
        self._jobs = jobs
        self.rows: dict[str, SettingRow] = {}
        self.panel = Panel()
        self.progress = ProgressCard()
        self.backup_button = button(tr("Maak nu een back-up"), self.back_up, "", "save")
        self._build()

    def _build(self) -> None:
        settings = self._session.workspace.settings()
        box = column(label(tr("Instellingen"), "title"), margins=(32, 24, 28, 24), gap=20)
        intro = tr("Voor deze computer, niet voor het werkboek. Wat je verandert, geldt meteen.")
        box.addWidget(label(intro, "lead", "text2", wrap=True))
        for group, entries in groupby(SETTINGS, lambda entry: entry.group):
            for entry in entries:
                put = partial(self._session.put_setting, entry.key)
                self.rows[entry.key] = SettingRow(entry, entry.of(settings), put)
            rows = [made for made in self.rows.values() if made.entry.group == group]
            box.addLayout(column(label(group, "section"), *rows, gap=14))
        box.addLayout(column(row(self.backup_button, 0), self.progress, self.panel))
        box.addStretch(1)
        form = QWidget()
        form.setLayout(box)
        form.setMaximumWidth(theme().px(WIDEST))
        body = row(form, gap=0)
        body.setStretch(0, 100)
        self._shown = self._example()
        body.addWidget(self._shown)
        body.addStretch(1)
        content = QWidget()
        content.setLayout(body)
        self.setLayout(column(page("surface", column(scrolled(content, folds=True))), gap=0))

    def fit(self) -> None:
        """The example stands beside the settings, and only where there is room."""
        self._shown.setHidden(self.narrow)

    def _example(self) -> QWidget:
        """A person's own words, for who chooses how they look."""
        words = column(
            label(tr("Zo ziet het eruit"), "label", "text2"),
            label(tr("De Kolenbuurt pakt de sleutel terug"), "title", wrap=True),
            label(tr("Wie belt er aan, en wie doet open? Elke dinsdag om 10.30 uur."), "prose", wrap=True),
            label(tr("Il1 · O0 · rn m · ë ï ó"), "prose", "text2"),
            margins=(20, 16, 20, 18),
            gap=10,
        )
        example: QFrame = card("sunken", words)
        holder = QWidget()
        holder.setLayout(column(example, 0, margins=(8, 88, 28, 24)))
        holder.setFixedWidth(theme().px(340))
        return holder

    def arrive(self) -> None:
        """Says what the file with settings has wrong."""
        wrong = self._session.workspace.wrong_settings()
        if wrong:
            self.panel.warn(
                " ".join(error.message for error in wrong),
                tr("In het bestand met instellingen staat iets dat niet kan. Daar geldt wat er vanzelf staat."),
                tuple(dict.fromkeys(error.advice for error in wrong)),
            )

    def back_up(self) -> None:
        """Makes a backup now, in all places."""
        self._session.act(self._session.workspace.seal_all)
        workspace = self._session.workspace

        def task(progress: Progress) -> object:
            progress(0, 1, tr("back-up"))
            return workspace.backup()

        self.panel.hide()
        self.backup_button.setEnabled(False)
        self._jobs.run(tr("Back-up maken"), task, self.progress, self._backed_up, self._refused)

    def _backed_up(self, result: object) -> None:
        made = cast("Backup", result)
        self.backup_button.setEnabled(True)
        if not made.missed:
            self.panel.tell(tr("De back-up is gemaakt en nagekeken."), f"{tr('Hij staat in')} {made.path.parent}")
            return
        missed = " ".join(error.message for error in made.missed)
        there = f"{tr('De back-up is wel gemaakt in')} {made.path.parent}"
        self.panel.warn(missed, there, made.missed[0].steps, details(*made.missed))

    def _refused(self, error: Refusal) -> None:
        self.backup_button.setEnabled(True)
        self.panel.refuse(error, tr("Er is geen back-up gemaakt."))
