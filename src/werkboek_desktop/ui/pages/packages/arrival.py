"""A bundle that was read in some time ago: from whom, made when, and how much it brought."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from werkboek_desktop.domain.dutch import number
from werkboek_desktop.domain.today_lines import person_of
from werkboek_desktop.ui.pages.packages.dated import made_when
from werkboek_desktop.ui.pages.packages.preview import fact
from werkboek_desktop.ui.widgets.basic import column, label
from werkboek_desktop.ui.widgets.flow import flowing
from werkboek_desktop.ui.words import count, tr

if TYPE_CHECKING:
    from werkboek_desktop.workspace import Arrival


def arrival_widgets(arrival: "Arrival", today: date, take_back: QWidget) -> Iterator[QWidget]:
    """Everything from top to bottom; `take_back`: what one can do about it."""
    computer = arrival.sender.partition(" · ")[2]
    facts = [fact("calendar", "text2", f"{tr('Gemaakt')} {made_when(arrival.created, today)}")]
    facts += [fact("laptop", "text2", computer)] if computer else []
    title = f"{tr('Pakket')} {number(arrival.number)} {tr('van')} {person_of(arrival.sender)}"
    head = QWidget()
    stands = tr("Teruggedraaid: telt op deze computer niet mee") if arrival.aside else tr("Eerder ingelezen")
    first = label(stands, "caption", "text2", wrap=True)
    head.setLayout(column(first, label(title, "title", wrap=True), flowing(*facts), gap=6))
    yield head
    changes = count(arrival.changes, tr("wijziging"), tr("wijzigingen"))
    yield label(f"{tr('In dit pakket zaten')} {changes}.", wrap=True)
    yield take_back
