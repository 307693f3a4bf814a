"""Taking an import back at this computer: first what that would do, then a press, and always a way again."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from werkboek_desktop.domain.moments import listed
from werkboek_desktop.ui.pages.packages.taking_in import TakingIn
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.basic import button, card, clear, column, label, row
from werkboek_desktop.ui.widgets.flow import flowing
from werkboek_desktop.ui.words import count, tr

if TYPE_CHECKING:
    from werkboek_desktop.workspace import Workspace
    from werkboek_desktop.workspace.aside import TakenBack


FEW = 200
"""Of so many records it is said in which cases they are; of more their number says more."""


def _look(workspace: "Workspace", bundle: str, *, undo: bool) -> "tuple[TakenBack, list[str]]":
    """What it would do, and in which cases."""
    found = workspace.aside_preview(bundle, undo=undo)
    keys = [workspace.key(record) for record in sorted(found.changed.records)[:FEW]]
    tops = dict.fromkeys(key.owner or key.id for key in keys if key and len(found.changed.records) <= FEW)
    cases = {row.id for row in workspace.rows("case")}
    return found, [workspace.title(top) for top in tops if top in cases]


class TakeBack(QWidget):
    """A button; pressed, what it would do and the one that does it. `undo`: it was taken back, and may come again."""

    def __init__(self, session: Session, taking: TakingIn, bundle: str, who: str, *, undo: bool) -> None:
        super().__init__()
        self._session, self._taking = session, taking
        self._bundle, self._who, self._undo = bundle, who, undo
        self._icon = "redo-2" if undo else "undo-2"
        self._begin = button(tr("Zet weer terug") if undo else tr("Draai terug"), self._ask, "", self._icon)
        self._told = QVBoxLayout()
        self._told.setSpacing(theme().space(6))
        does = tr("Laat het weer meetellen") if undo else tr("Draai dit pakket terug")
        self._act = button(does, self._do, "primary" if undo else "danger", self._icon)
        stay = button(tr("Toch niet"), self._stay)
        self._card = card("sunken", column(self._told, flowing(self._act, stay), margins=(18, 14, 16, 14), gap=12))
        self._card.hide()
        self.setLayout(column(row(self._begin, 0), self._card))

    def _ask(self) -> None:
        look = partial(_look, self._session.workspace, self._bundle, undo=self._undo)
        self._session.beside.look_up(look, self._show, self._session.refused.emit)

    def _show(self, found: "tuple[TakenBack, list[str]]") -> None:
        if isValid(self):
            clear(self._told)
            for sentence in self._sentences(*found):
                self._told.addWidget(label(sentence, wrap=True))
            self._turn(asked=True, focus=self._act)

    def _turn(self, *, asked: bool, focus: QWidget) -> None:
        self._card.setVisible(asked)
        self._begin.setVisible(not asked)
        focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _sentences(self, found: "TakenBack", cases: list[str]) -> Iterator[str]:
        goes, stays = (count(each, tr("wijziging"), tr("wijzigingen")) for each in (found.goes, found.stays))
        where = f", {tr('in')} {listed([f'‘{name}’' for name in cases])}" if cases else ""
        if self._undo:
            yield f"{tr('Alles uit dit pakket telt weer mee')}{where}."
            return
        yield f"{tr('Uit het zicht op deze computer')}: {goes}{where}."
        if found.stays:
            yield f"{tr('Blijft')}: {stays}. {tr('Er is op verder geschreven, of een ander pakket had ze ook.')}"
        yield tr("Er wordt niets gewist, en collega’s merken er niets van.")
        again = tr("Lees je dit pakket nog eens in, of een nieuw heel pakket van")
        yield f"{again} {self._who}{tr(', dan is alles er weer.')}"

    def _stay(self) -> None:
        self._turn(asked=False, focus=self._begin)

    def _do(self) -> None:
        self._taking.take_back(self._bundle, undo=self._undo)
