"""To whom a bundle goes: a colleague whose bundles came here, all of them, a municipality, or somebody else."""

from collections.abc import Iterator
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
    """Who gets it. `sender`: the name of their bundles or one of one's own choice, empty for nobody in particular.

    `municipality`: its code. `sends`: bundles of theirs came here. `is_new`: they are not in the list yet.
    """

    sender: str = ""
    audience: Audience = Audience.EDITORS
    municipality: str = ""
    sends: bool = False
    is_new: bool = False

    @property
    def name(self) -> str:
        """The person, for a mail."""
        return person_of(self.sender) if self.sender and self.audience is not Audience.MUNICIPALITY else ""


def gets(audience: Audience) -> str:
    """What they may have."""
    match audience:
        case Audience.MUNICIPALITY:
            return tr("Krijgt wat gemeenten mogen zien; van de eigen gemeente ook wat nog niet gepubliceerd is.")
        case Audience.OTHERS:
            return tr("Krijgt alleen wat openbaar en gepubliceerd is.")
    return tr("Krijgt alle praktijkvoorbeelden, ook wat nog niet af is.")


class Receiver(QWidget):
    """Whoever mailed last stands at the top; what somebody is to the workbook is remembered."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.to, self.audience = Choice(), Choice()
        self.to.setAccessibleName(tr("Aan wie?"))
        self.audience.setAccessibleName(tr("Wie is dit voor het werkboek?"))
        for audience, name in (
            (Audience.EDITORS, tr("Iemand van de redactie")),
            (Audience.MUNICIPALITY, tr("Iemand van een gemeente")),
            (Audience.OTHERS, tr("Iemand anders")),
        ):
            self.audience.addItem(name, audience)
        hint = tr("Mag leeg blijven. Met een naam staat die er een volgende keer bij.")
        self.who = Question(tr("Wie is het?"), "", hint)
        self.municipality = Question(tr("Welke gemeente?"), tr("Bijvoorbeeld: Lindevaart"))
        suggest(self.municipality.field, MunicipalWords(), lambda _name: self.changed.emit())
        self._what = QWidget()
        self._what.setLayout(column(label(self.audience.accessibleName(), "label"), self.audience, gap=4))
        self._hint = label("", "caption", "text2", wrap=True)
        self.to.currentIndexChanged.connect(self._chosen)
        self.audience.currentIndexChanged.connect(self._show)
        self.municipality.field.textChanged.connect(self.changed)
        above = column(label(tr("Aan wie?"), "label"), self.to, gap=4)
        self.setLayout(column(above, self.who, self._what, self.municipality, self._hint, gap=8))
        self.setFocusProxy(self.to)

    def begin(self) -> None:
        """Nobody in particular."""
        self.to.blockSignals(True)
        self.to.clear()
        for name, to in self._everybody():
            self.to.addItem(name, to)
        self.to.blockSignals(False)
        self.who.field.clear()
        self._chosen()

    def _everybody(self) -> Iterator[tuple[str, To]]:
        yield tr("Iedereen van de redactie"), To()
        said = {each.name: each for each in self._session.workspace.receivers()}
        for sender in dict.fromkeys(arrival.sender for arrival in self._session.workspace.received()):
            known = said.pop(sender, None)
            yield sender, To(sender, *(known[1:] if known else ()))._replace(sends=True)
        for known in said.values():
            yield known.name, To(*known)
        yield tr("Een gemeente"), To(audience=Audience.MUNICIPALITY, is_new=True)
        yield tr("Iemand anders"), To(audience=Audience.OTHERS, is_new=True)

    def choose(self, sender: str) -> None:
        """This colleague, if a bundle of theirs ever came; else everybody."""
        self.to.setCurrentIndex(max(self.to.findText(sender), 0))

    def chosen(self) -> To:
        """Who it is, as the form says now."""
        to = self.to.currentData()
        assert isinstance(to, To)
        audience = Audience(self.audience.currentData())
        typed = self.municipality.text() if audience is Audience.MUNICIPALITY else ""
        sender = to.sender or self.who.text() * to.is_new
        if to.is_new and typed and not sender:
            sender = f"{tr('Gemeente')} {typed}"
        return to._replace(
            sender=sender, audience=audience, municipality=(municipalities().resolve(typed) or typed) if typed else ""
        )

    def remember(self) -> None:
        """What somebody is to the workbook holds for the next time too."""
        to = self.chosen()
        if to.sender and (to.is_new or to != self.to.currentData()):

            def put() -> bool:
                self._session.workspace.put_receiver(to.sender, to.audience, to.municipality)
                return True

            self._session.act(put)

    def _chosen(self) -> None:
        to = self.to.currentData()
        assert isinstance(to, To)
        self.audience.setCurrentIndex(list(Audience).index(to.audience))
        self.municipality.field.setText(municipalities().name(to.municipality) if to.municipality else "")
        self._show()

    def _show(self) -> None:
        to, audience = self.to.currentData(), Audience(self.audience.currentData())
        self._what.setVisible(bool(to.sender))
        self.who.setVisible(to.is_new and to.audience is Audience.OTHERS)
        self.municipality.setVisible(audience is Audience.MUNICIPALITY)
        self._hint.setText(gets(audience))
        self.to.setAccessibleDescription(gets(audience))
        self.changed.emit()
