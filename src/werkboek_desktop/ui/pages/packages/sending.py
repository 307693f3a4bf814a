"""Makes a bundle for somebody: to whom, what goes in and what stays, where it comes, and the mail that goes along."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from werkboek_desktop.domain.audience import Audience
from werkboek_desktop.domain.covering import covering_mails
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.errors import FileExists, Refusal
from werkboek_desktop.ui.pages.packages.chosen import ChosenCases
from werkboek_desktop.ui.pages.packages.going import GoingCard, hollow, megabytes, still_goes
from werkboek_desktop.ui.pages.packages.mails import Mails
from werkboek_desktop.ui.pages.packages.pane import WIDEST
from werkboek_desktop.ui.pages.packages.receiver import Receiver
from werkboek_desktop.ui.pages.packages.secret import Secret
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.basic import button, column, foot, label, page, row, scrolled
from werkboek_desktop.ui.widgets.details import open_folder
from werkboek_desktop.ui.widgets.fitted import Fitted
from werkboek_desktop.ui.widgets.inputs import LineInput, Tick
from werkboek_desktop.ui.widgets.panels import Panel, ProgressCard
from werkboek_desktop.ui.widgets.places import ask_place, with_ending
from werkboek_desktop.ui.words import breakable, count, tr
from werkboek_desktop.ui.work import Jobs, Progress
from werkboek_desktop.workspace import Exported, free_path

if TYPE_CHECKING:
    from werkboek_desktop.workspace import Plan

BUNDLE = ".wbx"
SOON = 250
"""Milliseconds after the last choice before it is worked out what would go."""


class Wanted(TypedDict):
    """What is asked of the workspace, before it is made and then."""

    to: str | None
    since_received: bool
    people: bool
    only: tuple[RecordId, ...]
    audience: Audience
    municipality: str


class ExportPage(Fitted):
    """A form, what would go as it is filled in now, and two buttons: with a mail, or only the file."""

    back = Signal()
    made = Signal()
    """A bundle is there."""

    def __init__(self, session: Session, jobs: Jobs) -> None:
        super().__init__()
        self._session = session
        self._jobs = jobs
        self._asked = 0
        self._folder: Path | None = None
        """Where the last one came that went without a mail: the stick goes round more than once."""
        self.receiver = Receiver(session)
        self.to = self.receiver.to
        self.since = Tick(tr("Alleen wat de ander nog niet heeft"))
        self._since_hint = label("", "caption", "text2", wrap=True)
        self.chosen = ChosenCases(session)
        self.people = Tick(tr("Ook deelnemers, aanmeldingen en contacten"))
        self.secret = Secret()
        self.passphrase = self.secret.field
        self.going = GoingCard()
        self.where = LineInput()
        self.make_button = button(tr("Stuur terug"), partial(self.make, mails=True), "primary", "send")
        self.file_button = button(tr("Alleen het bestand"), self.make, "", "usb")
        self.panel, self.progress, self.mails = Panel(), ProgressCard(), Mails()
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self._look)
        self._build()
        self._connect()

    def _build(self) -> None:
        place = QWidget()
        place.setLayout(row(self.where, button(tr("Kies map"), self._ask, "", "folder-open")))
        self.where.setAccessibleName(tr("Waar komt het bestand?"))
        self._back = button(tr("Pakketten"), self.back.emit, "link", "arrow-left")
        self._back.hide()
        content = QWidget()
        box = column(
            column(row(self._back, 0), label(tr("Verstuur een pakket"), "title"), gap=4),
            self.panel,
            self.progress,
            self.mails,
            self.receiver,
            column(self.since, self._since_hint, gap=0),
            self.chosen,
            column(self.people, self.secret, gap=8),
            column(label(tr("Dit gaat mee"), "label"), self.going, gap=4),
            column(label(tr("Waar komt het bestand?"), "label"), place, gap=4),
            0,
            margins=(32, 20, 28, 20),
            gap=16,
        )
        content.setLayout(box)
        content.setMaximumWidth(theme().px(WIDEST))
        said = label(tr("Een stick is gewoon een map."), "caption", "text2", wrap=True)
        parts = row(said, self.file_button, self.make_button, margins=(32, 10, 28, 10))
        parts.setStretch(0, 1)
        line = page("", parts)
        line.setMaximumWidth(theme().px(WIDEST))
        self._area = scrolled(content, folds=True)
        self.setLayout(column(page("surface", column(self._area, foot(line), gap=0)), gap=0))

    def _connect(self) -> None:
        self.receiver.changed.connect(self._changed)
        self.chosen.changed.connect(self._changed)
        for tick in (self.people, self.since):
            tick.toggled.connect(self._changed)

    def fit(self) -> None:
        """Without the list beside it, there is a way back to the list."""
        self._back.setVisible(self.narrow)

    def begin(self, to: str = "") -> None:
        """Starts afresh, without people: to nobody in particular, or to this colleague."""
        self.panel.hide()
        self.mails.hide()
        self.people.setChecked(False)
        self.secret.clear()
        self.chosen.begin()
        self.receiver.begin()
        self.receiver.choose(to)
        file = self._session.workspace.project.path.with_suffix(BUNDLE)
        folder = self._folder if self._folder and self._folder.is_dir() else file.parent
        self.where.setText(str(free_path(folder / file.name)))
        self._look()
        self.to.setFocus(Qt.FocusReason.OtherFocusReason)

    def _changed(self) -> None:
        known = self.receiver.chosen().sends
        self.since.setEnabled(known)
        self.since.setChecked(self.since.isChecked() and known)
        hint = self._about_since(known=known)
        self._since_hint.setText(hint)
        self.since.setAccessibleDescription(hint)
        self.secret.setVisible(self.people.isChecked())
        self.make_button.setText(tr("Stuur terug") if known else tr("Verstuur met een mail"))
        self.going.wait()
        self._soon.start()

    def _about_since(self, *, known: bool) -> str:
        if known:
            return tr("Kleiner om te mailen. Bij twijfel: stuur alles.")
        if self._session.workspace.senders():
            return tr("Kies eerst één collega: van de anderen is niet bekend wie wat al heeft.")
        return tr("Dit kan zodra je van een collega een pakket hebt ingelezen.")

    def _look(self) -> None:
        """What would go now, worked out beside the window; what was asked before that is not shown any more."""
        self._asked += 1
        if self.chosen.is_choosing() and not self.chosen.only():
            self.going.show_refusal(tr("Er is nog niets gekozen."), tr("Vink aan wat er mee moet."))
            return
        look = partial(self._session.workspace.what_goes, **self._request())
        self._session.beside.look_up(look, partial(self._show, self._asked), partial(self._refuse_plan, self._asked))

    def _request(self) -> Wanted:
        to = self.receiver.chosen()
        return Wanted(
            to=to.sender or None,
            since_received=self.since.isChecked(),
            people=self.people.isChecked(),
            only=self.chosen.only(),
            audience=to.audience,
            municipality=to.municipality,
        )

    def _show(self, asked: int, plan: "Plan") -> None:
        if isValid(self) and asked == self._asked:
            self.going.show_plan(plan, self._session.workspace.settings().mail_limit_mb)

    def _refuse_plan(self, asked: int, error: Refusal) -> None:
        if isValid(self) and asked == self._asked:
            self.going.show_refusal(error.message, error.advice)

    def _ask(self) -> None:
        if place := ask_place(self, tr("Waar komt het pakket?"), self._out(), BUNDLE):
            self.where.setText(str(place))

    def make(self, *, mails: bool = False, sure: bool = False) -> None:
        """Makes it; without people unless ticked, and then only with a passphrase. `mails`: with a mail to go along.

        `sure`: even where no case goes.
        """
        if self.people.isChecked() and self.secret.is_missing():
            return
        if self.chosen.is_choosing() and not self.chosen.only():
            self.chosen.rows.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._session.act(self._session.workspace.seal_all)
        workspace, out, request = self._session.workspace, self._out(), self._request()
        passphrase = self.secret.text() if self.people.isChecked() else None

        def task(progress: Progress) -> object:
            if not sure and (plan := workspace.what_goes(**request)).is_hollow:
                return plan
            return workspace.export(out, passphrase=passphrase, split=True, progress=progress, **request)

        self._may_make(yes=False)
        self._jobs.run(tr("Pakket maken"), task, self.progress, partial(self._made, mails), self._refused)

    def _may_make(self, *, yes: bool) -> None:
        for each in (self.make_button, self.file_button):
            each.setEnabled(yes)

    def _out(self) -> Path:
        """Where it comes, a name alone beside the workbook."""
        return with_ending(self._session.workspace.project.path.parent / self.where.text().strip(), BUNDLE)

    def _made(self, mails: bool, made: "Exported | Plan") -> None:
        self._may_make(yes=True)
        if isinstance(made, Exported):
            self._tell_made(made, mails=mails)
        else:
            self._ask_whether(made, mails=mails)

    def _ask_whether(self, plan: "Plan", *, mails: bool) -> None:
        send = button(tr("Verstuur toch"), partial(self.make, mails=mails, sure=True), "", "send")
        said = f"{tr('Er is nog niets gemaakt.')} {still_goes(plan)}"
        look = tr("Kijk bij ‘Aan wie?’ en bij ‘Dit blijft hier’ of dit is wat je wilt.")
        self.panel.warn(f"{hollow(plan)}.", said, (look,), send)
        self._area.verticalScrollBar().setValue(0)
        self._enter(send)

    def _enter(self, act: QWidget) -> None:
        if self.isVisible():
            act.show()  # now, so that the keyboard may come
            act.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_made(self, exported: Exported, *, mails: bool) -> None:
        shows = button(tr("Toon in map"), partial(open_folder, exported.path), "", "folder-open")
        self._tell(exported, shows)
        self.receiver.remember()
        self._folder = self._folder if mails else exported.path.parent
        self.where.setText(str(free_path(exported.path)))
        self._area.verticalScrollBar().setValue(0)
        self.mails.setVisible(mails)
        self.made.emit()
        if mails:
            self._mail(exported)
        self._enter(shows)

    def _tell(self, exported: Exported, shows: QWidget) -> None:
        names = [part.path.name for part in exported.parts]
        size = f"{count(exported.changes, tr('wijziging'), tr('wijzigingen'))}, {megabytes(exported.size)}"
        many = f"{len(names)} {tr('bestanden')}: {names[0]} … {names[-1]}"
        made = f"{tr('Gemaakt')}: {names[0] if len(names) == 1 else many} ({size})"
        where = f"{tr('Het staat in')} {breakable(exported.path.parent)}"
        if exported.is_too_large_to_mail:
            weight = f"{tr('Als bijlage is het')} {round(exported.mailed_mb)} MB"
            limit = f"{tr('de grens van je mail is')} {exported.mail_limit_mb} MB"
            stick = tr("Zet het op een stick of een gedeelde schijf. De grens van je mail staat bij Instellingen.")
            self.panel.warn(f"{made}. {weight}, {limit}.", where, (stick,), shows)
        else:
            self.panel.tell(made, where, shows)

    def _mail(self, exported: Exported) -> None:
        workspace, to = self._session.workspace, self.receiver.chosen()
        names = [part.path.name for part in exported.parts]
        book, me, locked = workspace.project.name, workspace.author or "", self.people.isChecked()
        self.mails.begin(covering_mails(to.name, book, me, names, locked=locked), names)

    def _refused(self, error: Refusal) -> None:
        self._may_make(yes=True)
        self.panel.refuse(error, tr("Er is geen pakket gemaakt."))
        self._area.verticalScrollBar().setValue(0)
        if self.isVisible():
            again = self.where if isinstance(error, FileExists) else self.make_button
            again.setFocus(Qt.FocusReason.OtherFocusReason)
