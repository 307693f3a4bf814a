"""Cropping a picture and hiding parts of it, in a panel inside the form."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QFrame

from werkboek_desktop.domain.boxes import Box
from werkboek_desktop.ui.forms.picture_stage import PictureStage
from werkboek_desktop.ui.widgets.basic import button, column, label
from werkboek_desktop.ui.widgets.flow import flowing
from werkboek_desktop.ui.words import tr
from werkboek_desktop.workspace.pictures import Edit


class PicturePanel(QFrame):
    """Point, and do it. Esc or the second button goes back with the picture as it was."""

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
        self.setLayout(
            column(
                label(self._hint(hides=hides), "caption", "text2", wrap=True),
                self.stage,
                flowing(self._go, stay, *tools),
                margins=(12, 10, 12, 10),
            )
        )
        self._show()

    @staticmethod
    def _hint(*, hides: bool) -> str:
        keys = tr("Pijltjes verplaatsen, Shift+pijltjes maken groter of kleiner (met Ctrl in grote stappen).")
        if hides:
            start = tr("Trek een vak om elk gezicht en kenteken. Enter voegt een vak toe, Delete haalt het weg.")
            return f"{start} {keys} {tr('In het werkboek, en in een pakket, blijft van zo’n vak niets over.')}"
        return f"{tr('Trek een kader om wat moet blijven.')} {keys}"

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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.back.emit()
        else:
            super().keyPressEvent(event)
