"""One question to somebody who opens a project here for the first time."""

from PySide6.QtCore import Qt, Signal

from werkboek_desktop.ui.start.sheet import Sheet
from werkboek_desktop.ui.widgets.basic import button, card, column, row
from werkboek_desktop.ui.widgets.question import Question
from werkboek_desktop.ui.words import tr

WIDTH = 600


class NamePage(Sheet):
    """Hoe heet je?"""

    told = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        hint = tr("Staat bij alles wat je schrijft. Eén keer invullen is genoeg.")
        self.name = Question(tr("Je naam"), tr("bijv. Marit de Wit"), hint)
        self.name.answered.connect(self.go_on)
        self.go_button = button(tr("Verder"), self.go_on, "primary")
        question = card("surface", column(self.name, row(self.go_button, 0), margins=(20, 18, 20, 18), gap=14))
        lead = tr("Dan weten je collega’s wie wat schreef.")
        self.add(tr("Hoe heet je?"), lead, question, width=WIDTH)
        self.setProperty("wide", "true")
        self.setProperty("page", "true")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def begin(self) -> None:
        """Puts the keyboard in the one field."""
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_on(self) -> None:
        """Goes on once there is a name."""
        if self.name.text():
            self.told.emit(self.name.text())
        else:
            self.name.refuse(tr("Vul je naam in."))
