"""What stands beside the list while nothing is chosen: what is missing and how one asks for it, or how to begin."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from werkboek_desktop.domain.gaps import sentences
from werkboek_desktop.domain.today_lines import person_of
from werkboek_desktop.ui.pages.packages.pane import WIDEST
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.basic import button, card, clear, column, label, page, row, scrolled
from werkboek_desktop.ui.widgets.mailing import Mailing
from werkboek_desktop.ui.widgets.panels import EmptyState, picture
from werkboek_desktop.ui.words import tr

if TYPE_CHECKING:
    from werkboek_desktop.domain.gaps import Missing
    from werkboek_desktop.domain.proofs import Mail


class Overview(QWidget):
    """A card for each person who is to be asked for a bundle."""

    begin = Signal()
    """Somebody wants to choose files."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._cards = QVBoxLayout()
        self._cards.setSpacing(theme().space(14))
        self._shown: list[Missing] = []
        self.nothing = EmptyState("package")
        self.invite(to_choose=False)
        self.nothing.act.connect(self.begin)
        content = QWidget()
        content.setLayout(column(self._cards, self.nothing, 0, margins=(32, 20, 28, 16), gap=14))
        content.setMaximumWidth(theme().px(WIDEST))
        self.setLayout(column(page("surface", column(scrolled(content, folds=True))), gap=0))

    def look(self) -> None:
        """Reads beside the window what is missing."""
        self._session.beside.look_up(self._session.workspace.missing, self._show)

    def invite(self, *, to_choose: bool) -> None:
        """How one begins here; `to_choose`: there is something in the list."""
        self.nothing.say(
            tr("Kies links een pakket") if to_choose else tr("Nog niets bekeken"),
            tr("Sleep pakketten of documenten hierheen, of kies bestanden. Je ziet eerst wat ze zouden veranderen."),
            tr("Kies bestanden"),
        )

    def _show(self, missing: "list[Missing]") -> None:
        if not isValid(self) or missing == self._shown:
            return
        self._shown = missing
        clear(self._cards)
        for each in missing:
            self._cards.addWidget(self._card(each))

    def _card(self, missing: "Missing") -> QFrame:
        who = person_of(missing.sender)
        mailing = Mailing(who)
        mailing.hide()
        ask = button(
            tr("Vraag erom"), lambda: self._ask(missing, mailing, ask), "", "mail", f"{tr('Vraag erom')}: {who}"
        )
        name = label(f"{tr('Er mist nog een pakket van')} {who}", "section", wrap=True)
        title = row(picture("hourglass", "text2"), name)
        title.setStretch(1, 1)
        said = (label(each, wrap=True) for each in sentences(missing, self._session.workspace.today))
        whole = tr("Wat er wel is kun je gewoon gebruiken. Komt het pakket alsnog, dan verschijnt de rest vanzelf.")
        fine = label(whole, "caption", "text2", wrap=True)
        return card("surface", column(title, *said, fine, row(ask, 0), mailing, margins=(18, 14, 16, 14)))

    def _ask(self, missing: "Missing", mailing: Mailing, ask: QPushButton) -> None:
        def show(mail: "Mail") -> None:
            if isValid(mailing):
                mailing.show_mail(mail)
                mailing.show()
                ask.hide()
                mailing.open_button.setFocus(Qt.FocusReason.OtherFocusReason)

        self._session.beside.look_up(partial(self._session.workspace.request_for, missing), show)
