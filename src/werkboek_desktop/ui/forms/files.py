"""The editor of a file: chosen, dropped or pasted. A picture is shown, cropped, and parts of it hidden."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QKeySequence,
    QPixmap,
)
from PySide6.QtWidgets import QFileDialog
from shiboken6 import isValid

from werkboek_desktop.domain.dutch import number
from werkboek_desktop.domain.fields import Field
from werkboek_desktop.domain.values import Value
from werkboek_desktop.errors import Cancelled, Refusal
from werkboek_desktop.ui.forms.editor import Editor, Offer, Reading, Stay
from werkboek_desktop.ui.forms.picture_look import Seen, as_png, decoded, seen
from werkboek_desktop.ui.forms.picture_panel import PicturePanel
from werkboek_desktop.ui.notice import Notice
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.basic import button, label
from werkboek_desktop.ui.widgets.dropped import files_in
from werkboek_desktop.ui.widgets.flow import flowing
from werkboek_desktop.ui.widgets.panels import ProgressCard
from werkboek_desktop.ui.widgets.sight import keep_in_sight
from werkboek_desktop.ui.words import tr
from werkboek_desktop.ui.work import Progress
from werkboek_desktop.workspace import pictures

PREVIEW = 160
POINTED_AT = 800
"""A picture to point at is decoded no larger than this."""

type Make = Callable[[], pictures.Taken]
"""Slow work on bytes that knows no project."""


class AttachmentEditor(Editor):
    """Choose a file, look at it, work on it, take it away."""

    spans = True

    def __init__(self, field: Field, session: Session) -> None:
        super().__init__(field)
        self._session = session
        self._sha: str | None = None
        self._before: str | None = None
        self._trouble = ""
        self._panel: PicturePanel | None = None
        self._card: ProgressCard | None = None
        self._picture = label()
        self._said = label("", "caption", "text2", wrap=True)
        self._choose = button(tr("Kies bestand"), self._ask, "", "folder-open")
        self._crop = button(tr("Bijsnijden"), lambda: self.work(hides=False), "link", "crop")
        self._hide = button(tr("Vervagen"), lambda: self.work(hides=True), "link", "eye-off")
        self._remove = button(tr("Weghalen"), lambda: self._set(None), "link", "x")
        self.setFocusProxy(self._choose)
        self.setAcceptDrops(True)
        self._box.setSpacing(theme().space(6))
        self._box.addWidget(self._picture, alignment=Qt.AlignmentFlag.AlignLeft)
        self._box.addWidget(self._said)
        self._box.addWidget(flowing(self._choose, self._crop, self._hide, self._remove))
        self._show_nothing()

    def name(self, text: str, description: str) -> None:
        """The buttons say of which field the file is."""
        self._choose.setAccessibleName(f"{text}: {tr('kies bestand')}")
        self._choose.setAccessibleDescription(description)
        for each in (self._crop, self._hide, self._remove):
            each.setAccessibleName(f"{text}: {each.text().lower()}")

    def show_value(self, value: Value) -> None:
        """Shows the picture, or says what is there."""
        sha, self._trouble = str(value) if value else None, ""
        if sha == self._sha:
            return
        self._sha, self._before = sha, None
        self._close_panel()
        self._show_nothing()
        if sha:
            self._look(sha)

    def _show_nothing(self) -> None:
        self._said.setText(tr("Kies een bestand, sleep het hierheen of plak het (Ctrl+V)."))
        for each in (self._picture, self._crop, self._hide):
            each.hide()
        if self._sha is None:
            self._remove.hide()
        else:
            self._remove.show()

    def _look(self, sha: str) -> None:
        workspace, side = self._session.workspace, theme().px(PREVIEW)

        def show(found: Seen | None) -> None:
            if isValid(self) and self._sha == sha:
                self._show_seen(found)

        self._session.beside.look_up(lambda: seen(workspace.attachment(sha), side), show)

    def _show_seen(self, found: Seen | None) -> None:
        if found is None:
            self._said.setText(tr("Dit bestand staat niet op deze computer; vraag een pakket waar het in zit."))
        elif found.size is None:
            self._said.setText(f"{tr('Bewaard in het werkboek')} ({found.kilobytes}).")
        else:
            wide, high = map(number, found.size)
            self._said.setText(f"{wide} × {high} {tr('pixels')} · {found.kilobytes}")
            self._picture.setPixmap(QPixmap.fromImage(found.picture))
            for each in (self._picture, self._crop, self._hide):
                each.setVisible(not found.picture.isNull())

    def _ask(self) -> None:
        chosen, _filter = QFileDialog.getOpenFileName(self, tr("Kies bestand"))
        if chosen:
            self.choose(Path(chosen))

    def choose(self, path: Path) -> None:
        """Takes this file, beside the window."""
        self._do(f"{path.name} {tr('lezen')}", lambda: pictures.prepare(path))

    def take_in(self, data: QMimeData) -> bool:
        """Takes what was dropped or pasted; False where it is neither a file nor a picture."""
        paths = files_in(data)
        if paths:
            self.choose(paths[0])
        elif data.hasImage():
            picture = QImage(data.imageData())
            self._do(tr("Geplakte afbeelding lezen"), lambda: pictures.prepare_bytes(tr("afbeelding"), as_png(picture)))
        return bool(paths) or data.hasImage()

    def _do(self, what: str, make: Make, before: str | None = None) -> None:
        if self._card is None:
            self._card = ProgressCard()
            self._box.addWidget(self._card)
        self.say_trouble("")
        stay = self.stay

        def done(taken: pictures.Taken) -> None:
            if stay.is_on and isinstance(stay.editor, AttachmentEditor):
                stay.editor.keep(taken, before)
            else:
                _keep_in(stay, taken, self._session)

        def refused(error: Refusal) -> None:
            if isinstance(error, Cancelled):
                return
            if stay.is_on and isinstance(stay.editor, AttachmentEditor):
                stay.editor.say_trouble(f"{error.message} {error.advice}")
            else:
                self._session.refused.emit(error)

        project = self._session.workspace.project.path
        self._session.beside.run(
            what, lambda step: pictures.laid_aside(project, _unless_stopped(make, step)), self._card, done, refused
        )

    def keep(self, taken: pictures.Taken, before: str | None = None) -> None:
        """What was read stands in the field; `before`: what it was made from."""
        sha = self._session.act(lambda: self._session.workspace.keep_file(taken))
        if sha:
            self._set(sha, before)

    def say_trouble(self, trouble: str) -> None:
        """Why a file was not taken; nothing where all is well."""
        self._trouble = trouble
        self.told.emit()

    def _set(self, sha: str | None, before: str | None = None) -> None:
        self.show_value(sha)
        self._before = before
        self.typed.emit()
        self.left.emit()

    def work(self, *, hides: bool) -> None:
        """Opens the panel in which one points at the picture."""
        source = self._session.workspace.picture(self._sha) if self._sha else None
        if source is None:
            return
        self._close_panel()
        sha = self._sha

        def show(picture: QImage) -> None:
            if isValid(self) and self._sha == sha and not picture.isNull():
                self._open_panel(PicturePanel(picture, hides=hides), source)

        self._session.beside.look_up(lambda: decoded(source.content, POINTED_AT), show)

    def _open_panel(self, panel: PicturePanel, source: pictures.Source) -> None:
        self._close_panel()
        self._panel = panel
        panel.done.connect(lambda edit: self._edit(source, edit))
        panel.back.connect(self._leave_panel)
        self._picture.hide()
        self._box.insertWidget(0, panel)
        panel.show()  # at once: a hidden picture cannot be pointed at by the keyboard
        panel.begin()
        keep_in_sight(panel)

    def _edit(self, source: pictures.Source, edit: pictures.Edit) -> None:
        self._leave_panel()
        self._do(tr("Afbeelding bewerken"), lambda: pictures.edited(source, edit), self._before or self._sha)

    def _leave_panel(self) -> None:
        self._close_panel()
        self._choose.setFocus(Qt.FocusReason.OtherFocusReason)
        keep_in_sight(self)

    def _close_panel(self) -> None:
        panel, self._panel = self._panel, None
        if panel is not None:
            self._box.removeWidget(panel)
            panel.hide()
            panel.deleteLater()
            self._picture.setVisible(not self._picture.pixmap().isNull())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file or a picture may be dropped here."""
        if event.mimeData().hasUrls() or event.mimeData().hasImage():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Takes it."""
        if self.take_in(event.mimeData()):
            event.acceptProposedAction()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Takes what is pasted while the keyboard is at one of its buttons."""
        if event.matches(QKeySequence.StandardKey.Paste) and self.take_in(QGuiApplication.clipboard().mimeData()):
            event.accept()
        else:
            super().keyPressEvent(event)

    def read(self) -> Reading:
        """The file's SHA-256; and the way back, as long as nothing else was shown here."""
        if self._trouble:
            return Reading(self._sha, self._trouble)
        if self._before is None:
            return Reading(self._sha)
        before = self._before
        return Reading(
            self._sha,
            said=tr("De bewerkte afbeelding staat in het werkboek."),
            offer=Offer(tr("Terug naar het origineel"), lambda: self._set(before)),
        )


def _keep_in(stay: Stay, taken: pictures.Taken, session: Session) -> None:
    """Who went on meanwhile finds it where it was chosen."""
    record, field, workspace = stay.record, stay.editor.field.key, session.workspace
    if record is None:
        said = tr("Er is geen bestand toegevoegd: je ging verder voordat het gelezen was. Kies het nog eens.")
        session.told.emit(Notice(said))
    elif sha := session.act(lambda: workspace.keep_file(taken)):
        session.act(lambda: workspace.edit(record, field, sha, stay.seen))


def _unless_stopped(make: Make, step: Progress) -> pictures.Taken:
    made = make()
    if not step(1, 1, ""):
        raise Cancelled
    return made
