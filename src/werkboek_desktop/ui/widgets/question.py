"""One question with its field: what is wrong with the answer stands right below it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from werkboek_desktop.ui.widgets.basic import column, label, page, row
from werkboek_desktop.ui.widgets.inputs import LineInput
from werkboek_desktop.ui.widgets.panels import picture
from werkboek_desktop.ui.widgets.spoken import announce


class Question(QWidget):
    """Enter in the field says that it was answered."""

    answered = Signal()

    def __init__(self, name: str, example: str = "", hint: str = "", *, secret: bool = False) -> None:
        super().__init__()
        self.field = LineInput()
        self.field.setAccessibleName(name)
        self.field.setAccessibleDescription(hint)
        self.field.setPlaceholderText(example)
        if secret:
            self.field.setEchoMode(LineInput.EchoMode.Password)
        self.field.returnPressed.connect(self.answered)
        self._said = label("", "caption", "danger", wrap=True)
        beside = row(column(picture("circle-x", "danger", 16), 0), self._said, gap=6)
        beside.setStretch(1, 1)
        self._wrong = page("", beside)
        self._wrong.hide()
        self.field.textChanged.connect(self._wrong.hide)
        parts: list[QWidget] = [label(name, "label"), self.field, self._wrong]
        if hint:
            parts.append(label(hint, "caption", "text2", wrap=True))
        self.setLayout(column(*parts, gap=4))
        self.setFocusProxy(self.field)

    def text(self) -> str:
        """The answer, without spaces round it."""
        return self.field.text().strip()

    def refuse(self, text: str) -> None:
        """Why it is no answer, with the keyboard in the field."""
        self._said.setText(text)
        self._wrong.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self.field, text)
