"""What stands under a field: how it was understood, what is odd about it, what is wrong, and one thing to do."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from werkboek_desktop.domain.fields import Field
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.ui.forms.editor import Offer, Reading
from werkboek_desktop.ui.widgets.basic import button, column, label, mark_as, row
from werkboek_desktop.ui.widgets.panels import picture

type Points = Callable[[RecordId, Field, str], str]
"""What somebody may be recognised by in a text of a field, in words."""


def no_points(_record: RecordId, _field: Field, _text: str) -> str:
    """Where nothing is checked."""
    return ""


class Saying(QWidget):
    """Nothing at all until there is something to say: most fields are fine."""

    def __init__(self) -> None:
        super().__init__()
        self.advice = ""
        self._offer: Offer | None = None
        self._icons: dict[str, QLabel] = {}
        self._text: QLabel | None = None
        self._button: QPushButton | None = None
        self.hide()

    def say(self, reading: Reading) -> None:
        """Shows the one sentence that matters most."""
        self.advice = reading.advice
        self._offer = reading.offer
        said = f"= {reading.said}" if reading.said and reading.offer is None else reading.said
        sentence = reading.advice or said
        if sentence:
            icon = ("circle-alert" if reading.understood else "circle-x") if reading.advice else "check"
            tone = ("attn" if reading.understood else "danger") if reading.advice else "text2"
            self._show(sentence, icon, tone)
        if self.isHidden() is bool(sentence):
            self.setVisible(bool(sentence))

    def words(self) -> str:
        """What is said now."""
        return self._text.text() if self._text and not self.isHidden() else ""

    def _show(self, sentence: str, icon: str, tone: str) -> None:
        if self._text is None or self._button is None:
            self._text, self._button = self._build()
        for name, shown in self._icons.items():
            shown.setVisible(name == icon)
        if icon not in self._icons:
            self._icons[icon] = picture(icon, tone, 16)
            self._place.insertWidget(0, self._icons[icon], alignment=Qt.AlignmentFlag.AlignTop)
        mark_as(self._text, "tone", tone)
        if self._text.text() != sentence:
            self._text.setText(sentence)
        self._button.setVisible(self._offer is not None)
        if self._offer and self._button.text() != self._offer.label:
            self._button.setText(self._offer.label)

    def _build(self) -> tuple[QLabel, QPushButton]:
        text = label("", "caption", "text2", wrap=True)
        act = button("", self.act, "link")
        self._place = row(column(text, row(act, 0), gap=6), gap=6)
        self._place.setStretch(0, 1)
        self.setLayout(self._place)
        return text, act

    def enter(self) -> bool:
        """Puts the keyboard on what there is to do, which says why; False where that is nothing."""
        if self._button is None or self._offer is None or self.isHidden():
            return False
        self._button.setAccessibleDescription(self.words())
        self._button.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def act(self) -> None:
        """Does it."""
        if self._offer:
            self._offer.act()
