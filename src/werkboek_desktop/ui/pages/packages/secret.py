"""The passphrase of a bundle with people in it: typed in sight or not, with in words how strong it is."""

from PySide6.QtWidgets import QCheckBox, QWidget

from werkboek_desktop.domain.passphrase import Strength, advice, strength
from werkboek_desktop.ui.widgets.basic import column, label, mark_as, row
from werkboek_desktop.ui.widgets.panels import picture
from werkboek_desktop.ui.widgets.question import Question
from werkboek_desktop.ui.words import tr


class Secret(QWidget):
    """One sees what one types: who cannot see it would have to type it twice."""

    def __init__(self) -> None:
        super().__init__()
        hint = tr("Zonder wachtzin gaan persoonsgegevens nooit mee. Geef hem door per telefoon, niet per mail.")
        self._question = Question(tr("Wachtzin"), tr("Vier woorden die niet bij elkaar horen"), hint)
        self.field = self._question.field
        self.shown = QCheckBox(tr("Laat zien wat ik typ"))
        self.shown.setChecked(True)
        self.shown.toggled.connect(lambda on: self._show(shown=on))
        self._advice = label("", "caption", "text2", wrap=True)
        self._icon = picture("key-round", "text2", 16)
        told = row(column(self._icon, 0), self._advice, gap=6)
        told.setStretch(1, 1)
        self._told = QWidget()
        self._told.setLayout(told)
        self._told.hide()
        self.field.textChanged.connect(self._weigh)
        self.setLayout(column(self._question, self._told, self.shown, gap=4))
        self.setFocusProxy(self.field)

    def text(self) -> str:
        """To the letter, for who types it at the other side does so too."""
        return self.field.text()

    def clear(self) -> None:
        """None any more."""
        self.field.clear()
        self.shown.setChecked(True)

    def is_missing(self) -> bool:
        """Whether there is none yet, and then it says so."""
        if not self.text():
            self._question.refuse(tr("Er is nog geen wachtzin. Typ er een, of haal het vinkje bij deelnemers weg."))
        return not self.text()

    def _show(self, *, shown: bool) -> None:
        self.field.setEchoMode(self.field.EchoMode.Normal if shown else self.field.EchoMode.Password)

    def _weigh(self, text: str) -> None:
        said = advice(text)
        self._advice.setText(said)
        mark_as(self._advice, "tone", {Strength.WEAK: "attn", Strength.STRONG: "ok"}.get(strength(text), "text2"))
        self._told.setVisible(bool(said))
