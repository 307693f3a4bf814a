"""Cropping a picture and hiding parts of it, in a panel inside the form."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame

from werkboek_desktop.domain.boxes import Box
from werkboek_desktop.ui.forms.picture_stage import PictureStage
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.basic import button, column, label
from werkboek_desktop.ui.widgets.flow import flowing
from werkboek_desktop.ui.widgets.sight import CLOSE, page_around
from werkboek_desktop.ui.words import tr
from werkboek_desktop.workspace.pictures import Edit

LEAST = 180
"""A picture is no lower, at 100 %, to have what helps in sight as well."""


class PicturePanel(QFrame):
    """Point, and do it. Esc or the second button goes back with the picture as it was.

    The picture leaves room for the buttons in what one sees of the page, and for what helps if that is not too much.
    """

    done = Signal(object)
    """The `Edit` that somebody wants."""
    back = Signal()

    def __init__(self, picture: QImage, *, hides: bool) -> None:
        super().__init__()
        self.setProperty("card", "sunken")
        self.stage = PictureStage(picture, hides=hides)
        self.stage.changed.connect(self._show)
        self._go = button(tr("Vervaag dit") if hides else tr("Snijd bij"), self.apply, "primary")
        stay = button(tr("Laat zoals het was"), self.back.emit)
        tools = [button(tr("Vak erbij"), self._add, "", "plus")] if hides else []
        self._help = label(self._hint(hides=hides), "caption", "text2", wrap=True)
        self._buttons = flowing(self._go, stay, *tools)
        self._box = column(self.stage, self._buttons, self._help, margins=(12, 12, 12, 12))
        self.setLayout(self._box)
        self.stage.setAccessibleDescription(self._help.text())
        self._show()

    @staticmethod
    def _hint(*, hides: bool) -> str:
        keys = tr("Pijltjes verplaatsen, Shift+pijltjes maken groter of kleiner (met Ctrl in grote stappen).")
        if hides:
            start = tr("Trek een vak om elk gezicht en kenteken. Enter voegt een vak toe, Delete haalt het weg.")
            return f"{start} {keys} {tr('In het werkboek, en in een pakket, blijft van zo’n vak niets over.')}"
        return f"{tr('Trek een kader om wat moet blijven.')} {keys}"

    def showEvent(self, event: QShowEvent) -> None:
        """It stands in a page now, and follows how high that is."""
        super().showEvent(event)
        if page := page_around(self):
            page.viewport().installEventFilter(self)
            self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The page is higher, or lower."""
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What helps is higher where it is narrow."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        page, margins = page_around(self), self._box.contentsMargins()
        if page is None:
            return
        wide = self.width() - margins.left() - margins.right()
        gap, around = self._box.spacing(), margins.top() + margins.bottom() + 2 * theme().space(CLOSE)
        alone = page.viewport().height() - around - gap - self._buttons.heightForWidth(wide)
        beside = alone - gap - self._help.heightForWidth(wide)
        self.stage.keep_to(max(beside, min(theme().px(LEAST), alone)))

    def begin(self) -> None:
        """Puts the keyboard at the picture."""
        self.stage.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self) -> None:
        self.stage.add()
        self.begin()

    def _show(self) -> None:
        self._go.setEnabled(bool(self.stage.boxes) and not any(box.is_slip for box in self.stage.boxes))

    def apply(self) -> None:
        """Asks for what was pointed at."""
        boxes = tuple(self.stage.boxes)
        self.done.emit(Edit(hidden=boxes) if self.stage.hides else Edit(frame=boxes[0] if boxes else Box()))

    def event(self, event: QEvent) -> bool:
        """Esc is for the panel, and not for the item that it stands in."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(event.key() == Qt.Key.Key_Escape)
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.back.emit()
        else:
            super().keyPressEvent(event)
