"""What was being typed when the program was killed: it stands in its field again, and one sees what it made of it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QWidget

from werkboek_desktop.domain.difference import brief, changed_part, difference
from werkboek_desktop.domain.fields import Field
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.shown import both_shown
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.basic import button, column, label, mark_as, row
from werkboek_desktop.ui.widgets.bounded import Bounded
from werkboek_desktop.ui.widgets.difference import ReadText
from werkboek_desktop.ui.widgets.flow import flowing
from werkboek_desktop.ui.widgets.panels import picture
from werkboek_desktop.ui.words import at_time, tr

if TYPE_CHECKING:
    from werkboek_desktop.workspace import Recovered

MOST_COMPARED = 20_000
"""Letters of which the difference is shown; of a longer text its beginning."""
MOST = 120
"""How high the difference may be at 100 %: the text itself stands right below it."""


def recovered_typing(
    field: Field,
    kept: "Recovered",
    session: Session,
    keep: Callable[[], object],
    let_go: Callable[[], object],
) -> QFrame:
    """From when it is, what stood there before and what was typed, and which of the two is to stay."""
    made = QFrame()
    mark_as(made, "card", "sunken")
    said = f"{tr('Teruggehaalde tekst van')} {at_time(kept.time, session.workspace.today)}"
    old, new = changed_part(*both_shown(field, kept.before, kept.value, session.workspace.title))
    text = ReadText("body")
    text.setAccessibleName(f"{said}: {field.label}")
    text.show_stretches(brief(difference(old[:MOST_COMPARED], new[:MOST_COMPARED])))
    held = QWidget()
    held.setLayout(column(text))
    stays, back = tr("Behouden"), tr("Terug naar de oude tekst")
    answers = flowing(
        button(stays, keep, "", "check", f"{stays}: {field.label}"),
        button(back, let_go, "link", name=f"{back}: {field.label}"),
    )
    words = column(label(said, "label"), Bounded(held, theme().px(MOST)), answers, gap=6)
    made.setLayout(row(column(picture("history", "text2"), 0), words, margins=(12, 10, 12, 10), gap=10))
    return made
