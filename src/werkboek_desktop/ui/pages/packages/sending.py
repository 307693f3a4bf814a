"""Makes a bundle for a colleague: to whom, what goes in, where it is put."""

from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QWidget

from werkboek_desktop.domain.dutch import number
from werkboek_desktop.errors import FileExists, Refusal
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.basic import button, column, label, page, row, scrolled
from werkboek_desktop.ui.widgets.fitted import Fitted
from werkboek_desktop.ui.widgets.inputs import Choice, LineInput
from werkboek_desktop.ui.widgets.panels import Panel, ProgressCard
from werkboek_desktop.ui.widgets.places import ask_place, with_ending
from werkboek_desktop.ui.words import breakable, count, tr
from werkboek_desktop.ui.work import Jobs, Progress
from werkboek_desktop.workspace import Exported, free_path

BUNDLE = ".wbx"


class ExportPage(Fitted):
    """A short form and one button."""

    back = Signal()

    def __init__(self, session: Session, jobs: Jobs) -> None:
        super().__init__()
        self._session = session
        self._jobs = jobs
        self.to = Choice()
        self.since = QCheckBox(tr("Alleen wat de ander nog niet heeft"))
        self._since_hint = label("", "caption", "text2", wrap=True)
        self.people = QCheckBox(tr("Ook deelnemers, aanmeldingen en contacten"))
        self.passphrase = LineInput()
        self.passphrase.setEchoMode(LineInput.EchoMode.Password)
        self.where = LineInput()
        self.make_button = button(tr("Maak pakket"), self.make, "primary", "package")
        self.panel = Panel()
        self.progress = ProgressCard()
        self._passphrase_row = self._field(
            tr("Wachtzin"),
            self.passphrase,
            tr("Zonder wachtzin gaan persoonsgegevens nooit mee. Geef hem door per telefoon, niet per mail."),
        )
        self._build()

    def _build(self) -> None:
        self.to.currentIndexChanged.connect(self._changed)
        self.people.clicked.connect(self._changed)
        place = QWidget()
        place.setLayout(row(self.where, button(tr("Kies map"), self._ask, "", "folder-open")))
        place.setFocusProxy(self.where)
        content = QWidget()
        self._back = button(tr("Pakketten"), self.back.emit, "link", "arrow-left")
        self._back.hide()
        box = column(
            row(self._back, 0),
            label(tr("Verstuur een pakket"), "title"),
            label(tr("Alles wat je in dit werkboek schreef, in één bestand om te mailen."), "lead", "text2", wrap=True),
            self.panel,
            self.progress,
            self._field(tr("Aan wie?"), self.to, tr("In de lijst staat van wie je al een pakket inlas.")),
            column(self.since, self._since_hint, gap=0),
            self.people,
            self._passphrase_row,
            self._field(tr("Waar komt het bestand?"), place, ""),
            row(self.make_button, 0),
            0,
            margins=(32, 24, 28, 24),
            gap=16,
        )
        content.setLayout(box)
        content.setMaximumWidth(theme().px(640))
        self.setLayout(column(page("surface", column(scrolled(content, folds=True))), gap=0))

    def fit(self) -> None:
        """Without the list beside it, there is a way back to the list."""
        self._back.setVisible(self.narrow)

    def _field(self, name: str, field: QWidget, hint: str) -> QWidget:
        target = field.focusProxy() or field
        target.setAccessibleName(name)
        target.setAccessibleDescription(hint)
        holder = QWidget()
        parts: list[QWidget] = [label(name, "label"), field]
        if hint:
            parts.append(label(hint, "caption", "text2", wrap=True))
        holder.setLayout(column(*parts, gap=4))
        return holder

    def begin(self) -> None:
        """Starts afresh: to nobody in particular, without people."""
        self.panel.hide()
        self.to.clear()
        self.to.addItem(tr("Iedereen"), None)
        for sender in self._session.workspace.senders():
            self.to.addItem(sender, sender)
        self.people.setChecked(False)
        self.passphrase.clear()
        project = self._session.workspace.project
        self.where.setText(str(free_path(project.path.with_suffix(BUNDLE))))
        self._changed()
        self.to.setFocus(Qt.FocusReason.OtherFocusReason)

    def _changed(self) -> None:
        known = self.to.currentData() is not None
        self.since.setEnabled(known)
        self.since.setChecked(self.since.isChecked() and known)
        hint = self._about_since(known=known)
        self._since_hint.setText(hint)
        self.since.setAccessibleDescription(hint)
        self._passphrase_row.setVisible(self.people.isChecked())

    def _about_since(self, *, known: bool) -> str:
        if known:
            return tr("Kleiner om te mailen. Bij twijfel: stuur alles.")
        if self.to.count() > 1:
            return tr("Kies eerst één collega: van ‘Iedereen’ is niet bekend wie wat al heeft.")
        return tr("Dit kan zodra je van een collega een pakket hebt ingelezen.")

    def _ask(self) -> None:
        if place := ask_place(self, tr("Waar komt het pakket?"), self._out(), BUNDLE):
            self.where.setText(str(place))

    def make(self) -> None:
        """Makes it; without people unless ticked, and then only with a passphrase."""
        if self.people.isChecked() and not self.passphrase.text():
            self.panel.warn(
                tr("Er is nog geen wachtzin."),
                tr("Er is geen pakket gemaakt."),
                (tr("Typ een wachtzin, of haal het vinkje bij deelnemers weg."),),
            )
            self.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._session.act(self._session.workspace.seal_all)
        workspace, out, to = self._session.workspace, self._out(), self.to.currentData()
        since, people, passphrase = self.since.isChecked(), self.people.isChecked(), self.passphrase.text() or None

        def task(progress: Progress) -> object:
            progress(0, 1, tr("pakket"))
            return workspace.export(out, to=to, since_received=since, people=people, passphrase=passphrase)

        self.make_button.setEnabled(False)
        self._jobs.run(tr("Pakket maken"), task, self.progress, self._made, self._refused)

    def _out(self) -> Path:
        """Where it comes, a name alone beside the workbook."""
        return with_ending(self._session.workspace.project.path.parent / self.where.text().strip(), BUNDLE)

    def _made(self, result: object) -> None:
        exported = cast(Exported, result)
        self.make_button.setEnabled(True)
        folder = QUrl.fromLocalFile(str(exported.path.parent))
        shows = button(tr("Open de map"), partial(QDesktopServices.openUrl, folder), "", "folder-open")
        size = f"{count(exported.changes, tr('wijziging'), tr('wijzigingen'))}, {number(exported.size // 1024)} kB"
        made = f"{tr('Gemaakt')}: {exported.path.name} ({size})"
        where = f"{tr('Het staat in')} {breakable(exported.path.parent)}"
        if exported.is_too_large_to_mail:
            weight = f"{tr('Als bijlage is het')} {number(round(exported.mailed_mb))} MB"
            limit = f"{tr('de grens van je mail is')} {exported.mail_limit_mb} MB"
            self.panel.warn(
                f"{made}. {weight}, {limit}.",
                where,
                (tr("Zet het op een stick of een gedeelde schijf. De grens van je mail staat bij Instellingen."),),
                shows,
            )
        else:
            self.panel.tell(made, where, shows)
        self.where.setText(str(free_path(exported.path)))
        if self.isVisible():
            shows.show()  # now, so that the keyboard may come
            shows.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refused(self, error: Refusal) -> None:
        self.make_button.setEnabled(True)
        self.panel.refuse(error, tr("Er is geen pakket gemaakt."))
        if self.isVisible():
            again = self.where if isinstance(error, FileExists) else self.make_button
            again.setFocus(Qt.FocusReason.OtherFocusReason)
