"""One question to somebody who opens a project here for the first time."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.basic import button, card, column, label, page, row
from werkboek_desktop.ui.widgets.inputs import LineInput
from werkboek_desktop.ui.words import tr


class NamePage(QWidget):
    """Hoe heet je?"""

    told = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.name = LineInput()
        self.name.setAccessibleName(tr("Je naam"))
        self.name.setPlaceholderText(tr("bijv. Marit de Wit"))
        self.name.returnPressed.connect(self.go_on)
        self.go_button = button(tr("Verder"), self.go_on, "primary")
        hint = label(tr("Staat bij alles wat je schrijft. Eén keer invullen is genoeg."), "caption", "text2", wrap=True)
        question = card(
            "surface",
            column(
                label(tr("Je naam"), "label"),
                self.name,
                hint,
                row(self.go_button, 0),
                margins=(20, 16, 20, 16),
            ),
        )
        box = column(label(tr("Hoe heet je?"), "display"), question, 0, margins=(64, 48, 64, 24), gap=18)
        content = QWidget()
        content.setLayout(box)
        content.setMaximumWidth(theme().px(620))
        self.setProperty("wide", "true")
        self.setLayout(column(page("true", row(content, 0)), gap=0))

    def begin(self) -> None:
        """Puts the keyboard in the one field."""
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_on(self) -> None:
        """Goes on once there is a name."""
        name = self.name.text().strip()
        if name:
            self.told.emit(name)
