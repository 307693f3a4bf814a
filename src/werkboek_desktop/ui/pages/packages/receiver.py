"""To whom a bundle goes: a colleague whose bundles came here, all of them, a municipality, or somebody else."""

from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from werkboek_desktop.domain.audience import Audience
from werkboek_desktop.domain.today_lines import person_of
from werkboek_desktop.resources import municipalities
from werkboek_desktop.ui.forms.vocabulary import MunicipalWords, suggest
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.widgets.basic import column, label
from werkboek_desktop.ui.widgets.inputs import Choice
from werkboek_desktop.ui.widgets.question import Question
from werkboek_desktop.ui.words import tr


class To(NamedTuple):
    """Who gets it. `sender`: the name of their bundles, empty for who never sent one; `municipality`: its code."""

    sender: str = ""
    audience: Audience = Audience.EDITORS
    municipality: str = ""

    @property
    def name(self) -> str:
        """The person, for a mail."""
        return person_of(self.sender) if self.sender else ""


def gets(audience: Audience) -> str:
    """What they may have."""
    match audience:
        case Audience.MUNICIPALITY:
            return tr("Krijgt wat gemeenten mogen zien; van de eigen gemeente ook wat nog niet gepubliceerd is.")
        case Audience.OTHERS:
            return tr("Krijgt alleen wat openbaar en gepubliceerd is.")
    return tr("Krijgt alle praktijkvoorbeelden, ook wat nog niet af is.")


class Receiver(QWidget):
    """Whoever mailed last stands at the top."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.to = Choice()
        self.to.setAccessibleName(tr("Aan wie?"))
        self.municipality = Question(tr("Welke gemeente?"), tr("Bijvoorbeeld: Lindevaart"))
        suggest(self.municipality.field, MunicipalWords(), lambda _name: self.changed.emit())
        self._hint = label("", "caption", "text2", wrap=True)
        self.to.currentIndexChanged.connect(self._chosen)
        self.municipality.field.textChanged.connect(self.changed)
        self.setLayout(column(label(tr("Aan wie?"), "label"), self.to, self._hint, self.municipality, gap=4))
        self.setFocusProxy(self.to)

    def begin(self) -> None:
        """Nobody in particular."""
        self.to.blockSignals(True)
        self.to.clear()
        self.to.addItem(tr("Iedereen van de redactie"), To())
        senders = dict.fromkeys(arrival.sender for arrival in self._session.workspace.received())
        for sender in senders:
            self.to.addItem(sender, To(sender))
        self.to.addItem(tr("Een gemeente"), To(audience=Audience.MUNICIPALITY))
        self.to.addItem(tr("Iemand anders"), To(audience=Audience.OTHERS))
        self.to.blockSignals(False)
        self.municipality.field.clear()
        self._chosen()

    def choose(self, sender: str) -> None:
        """This colleague, if a bundle of theirs ever came; else everybody."""
        self.to.setCurrentIndex(max(self.to.findText(sender), 0))

    def chosen(self) -> To:
        """Who it is."""
        to = self.to.currentData()
        assert isinstance(to, To)
        if to.audience is not Audience.MUNICIPALITY:
            return to
        typed = self.municipality.text()
        return to._replace(municipality=municipalities().resolve(typed) or typed)

    def _chosen(self) -> None:
        audience = self.chosen().audience
        self._hint.setText(gets(audience))
        self.to.setAccessibleDescription(gets(audience))
        self.municipality.setVisible(audience is Audience.MUNICIPALITY)
        self.changed.emit()
