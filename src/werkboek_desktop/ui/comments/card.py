"""One discussion: what it is about, who said what, and what one can do."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel

from werkboek_desktop.domain.anchors import How
from werkboek_desktop.ui.widgets.basic import button, column, label
from werkboek_desktop.ui.widgets.flow import flowing
from werkboek_desktop.ui.words import moment, tr
from werkboek_desktop.workspace.comments import Discussion

SHORT = 40
"""So many characters tell one discussion from another."""


class DiscussionCard(QFrame):
    """Answers, closes, or leads to the text."""

    answered = Signal(object)
    """Somebody wants to answer this `Discussion`."""
    closed = Signal(object)
    """It is over, or open again."""
    sought = Signal(object)
    """To where it is about."""

    def __init__(self, about: Discussion) -> None:
        super().__init__()
        self.about = about
        first = about.said[0]
        named = f"{first.by}, {first.text[:SHORT]}"
        self.setProperty("card", "sunken" if about.done else "surface")
        self.answer = button(
            tr("Antwoord"), lambda: self.answered.emit(about), "", "corner-down-right", f"{tr('Antwoord')}: {named}"
        )
        over = tr("Toch weer open") if about.done else tr("Klaar")
        close = button(over, lambda: self.closed.emit(about), "", "check", f"{over}: {named}")
        seek = button(
            tr("Naar de tekst"), lambda: self.sought.emit(about), "link", "", f"{tr('Naar de tekst')}: {named}"
        )
        said = [
            column(
                label(f"{each.by or tr('Iemand')} · {moment(each.time)}", "caption", "text2", wrap=True),
                label(each.text, wrap=True),
                gap=2,
            )
            for each in about.said
        ]
        self.setLayout(column(*self._what(), *said, flowing(self.answer, close, seek), margins=(14, 10, 14, 12), gap=8))

    def _what(self) -> list[QLabel]:
        return [
            label(self.about.label or tr("Het geheel"), "label", wrap=True),
            *(label(line, "caption", "text2", wrap=True) for line in said_of(self.about)),
        ]


def said_of(about: Discussion) -> list[str]:
    """The sentence that it is about, and what became of that."""
    found = about.found
    if found is None:
        return []
    words = f"“{found.words}”" if found.words else ""
    match found.how:
        case How.GONE:
            return [tr("De zin is weg."), *filter(None, [words])]
        case How.REWRITTEN:
            return [tr("De zin is herschreven."), f"{tr('Eerst')}: {words}", f"{tr('Nu')}: “{' '.join(about.now)}”"]
        case How.MOVED:
            return [tr("De zin is verplaatst."), f"“{about.now[0]}”"]
    return [f"“{about.now[0]}”"]
