"""What stands on the page with two versions: where it began, everybody's version, and a proposal."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy
from shiboken6 import isValid

from werkboek_desktop.domain import schema
from werkboek_desktop.domain.difference import Stretch, Tone
from werkboek_desktop.domain.dutch import number, spelled
from werkboek_desktop.domain.fields import Field
from werkboek_desktop.domain.values import Value
from werkboek_desktop.domain.view import FieldView
from werkboek_desktop.ui.forms.heading import NumberDisc
from werkboek_desktop.ui.forms.picture_look import Seen, seen
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.basic import button, column, label, mark_as, page, row
from werkboek_desktop.ui.widgets.bounded import Bounded
from werkboek_desktop.ui.widgets.difference import Legend, ReadText
from werkboek_desktop.ui.widgets.fitted import UNLIMITED, way
from werkboek_desktop.ui.widgets.keys import key_cap
from werkboek_desktop.ui.widgets.marks import MarkLabel, conflict_mark
from werkboek_desktop.ui.widgets.panels import picture
from werkboek_desktop.ui.words import moment, tr

PICTURE = 180
"""How high a picture is, at 100 %."""
MOST = 170
"""Pixels of a proposal that is always in sight, at 100 %."""


class Where(NamedTuple):
    """What the field is of, and which of all choices it is."""

    of: str
    at: int
    among: int


def way_row(where: Where, back: Callable[[], object], step: Callable[[int], object]) -> QHBoxLayout:
    """The way back, and to the other choices."""
    link = button(where.of, back, "link", "arrow-left", f"{tr('Terug naar')} {where.of}")
    at = label(f"{where.at} {tr('van')} {where.among}", "caption", "text2")
    before = button("", lambda: step(-1), "quiet", "chevron-left", tr("Vorige (Alt+←)"))
    after = button("", lambda: step(1), "quiet", "chevron-right", tr("Volgende (Alt+→)"))
    return row(link, 0, at, before, after)


def title_row(field: Field, view: FieldView) -> QHBoxLayout:
    """What there is to choose."""
    mark = MarkLabel(conflict_mark(f"{len(view.variants)} {tr('versies')}"))
    numbers = [] if field.number is None else [NumberDisc(field.number)]
    return row(*numbers, label(field.label, "title"), mark, 0, *(Legend() for _ in view.parts[:1]), gap=12)


def counting(field: Field, view: FieldView, words: Callable[[Field, Value], str]) -> Iterator[QLabel]:
    """What holds until somebody chooses, where the field decides about leaving the room."""
    if field.careful:
        counts = words(field, schema.most_careful(field, (variant.value for variant in view.variants)))
        said = f"{tr('Tot er gekozen is, geldt de voorzichtigste versie')}: {counts}."
        yield label(said, tone="text2", wrap=True)


class BeginningCard(QFrame):
    """The text that all versions build on; hidden until that is known."""

    def __init__(self) -> None:
        super().__init__()
        mark_as(self, "card", "sunken")
        self._text = ReadText()
        self._text.setAccessibleName(tr("Beginpunt"))
        self._day = label("", "caption", "text2")
        when = column(label(tr("Beginpunt"), "label"), self._day, 0, gap=2)
        head = row(column(picture("history", "text2"), 0), when, gap=12)
        self._box = row(head, self._text, margins=(16, 10, 16, 10), gap=12)
        self._box.setStretch(1, 1)
        self.setLayout(self._box)
        self.hide()

    def fit(self, *, narrow: bool) -> None:
        """Since when it stood there, beside it or above it."""
        self._box.setDirection(way(narrow=narrow))

    def show_beginning(self, words: str, time: int) -> None:
        """What stood there, and since when."""
        self._day.setText(moment(time).split(", ")[0])
        self._day.setToolTip(moment(time))
        self._text.show_stretches([Stretch(words, Tone.PLAIN)])
        self.show()


class VersionCard(QFrame):
    """One version: whose, since when, how it reads, and a button to take it."""

    def __init__(self, who: str, time: int, number: int, take: Callable[[], object], *, mine: bool) -> None:
        super().__init__()
        mark_as(self, "card", "surface")
        when = label(moment(time), "caption", "text2", wrap=True)
        names = column(label(f"{who} ({tr('jij')})" if mine else who, "body_strong", wrap=True), when, gap=2)
        head = row(column(picture("user", "text2"), 0), names, gap=8)
        head.setStretch(1, 1)
        self._text = ReadText()
        self._text.setAccessibleName(f"{tr('Versie van')} {who}")
        self._spots = label("", "caption", "text2", wrap=True)
        self._spots.hide()
        self.button = button(tr("Neem deze versie"), take, name=f"{tr('Neem de versie van')} {who}")
        taking = row(self.button, *map(key_cap, ("Alt", str(number))), 0, gap=4)
        self._picture = QLabel()
        self._picture.setAccessibleName(f"{tr('Beeld van')} {who}")
        self._picture.hide()
        parts = (head, taking, self._picture, self._text, self._spots)
        self.setLayout(column(*parts, 0, margins=(16, 12, 16, 12), gap=10))

    def show_text(self, stretches: Iterable[Stretch], spots: int | None = None) -> None:
        """How it reads, and at how many places it differs from where it began."""
        self._text.show_stretches(list(stretches))
        places = tr("plek anders dan het beginpunt") if spots == 1 else tr("plekken anders dan het beginpunt")
        self._spots.setText("" if spots is None else f"{spelled(spots)} {places}")
        self._spots.setVisible(spots is not None)

    def show_file(self, session: Session, sha: str) -> None:
        """A file as it looks, read beside the window."""
        workspace, side = session.workspace, theme().px(PICTURE)

        def show(found: Seen | None) -> None:
            if isValid(self):
                self._show_picture(found)

        session.beside.look_up(lambda: seen(workspace.attachment(sha), side), show)

    def _show_picture(self, found: Seen | None) -> None:
        """What a file looks like and how large it is; None: it is not here."""
        if found is None:
            self._text.show_stretches([Stretch(tr("Dit bestand is niet op deze computer."))])
            return
        size = f"{number(found.size[0])} × {number(found.size[1])} {tr('punten')}, " if found.size else ""
        self._text.show_stretches([Stretch(f"{size}{found.kilobytes}")])
        self._picture.setPixmap(QPixmap.fromImage(found.picture))
        self._picture.setVisible(not found.picture.isNull())


class ProposalCard(QFrame):
    """What the versions are together, word for word: to be read before anybody takes it. Hidden while there is none."""

    def __init__(self, take: Callable[[], object]) -> None:
        super().__init__()
        mark_as(self, "card", "sunken")
        self._text = ReadText()
        self._text.setAccessibleName(tr("Voorstel, woord voor woord"))
        self._room = Bounded(page("", column(self._text)), UNLIMITED)
        self._key = key_cap("")
        self.button = button(tr("Zet in jouw tekst"), take, "link", name=tr("Zet het voorstel in jouw tekst"))
        said = label(tr("Deze zin schreef niemand zo. Lees na voor je hem overneemt."), "caption", "text2", wrap=True)
        self._head = row(self._title(), said, self.button, gap=12)
        self._head.setStretch(1, 1)
        self.setLayout(column(self._head, self._room, margins=(16, 6, 16, 8), gap=4))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()

    def _title(self) -> QHBoxLayout:
        title = label(tr("Voorstel, woord voor woord"), "body_strong")
        return row(picture("sparkles", "text2"), title, key_cap("Alt"), self._key, 0, gap=6)

    def fit(self, *, narrow: bool) -> None:
        """Where it stands in sight all the time, a long one scrolls."""
        self._head.setDirection(way(narrow=narrow))
        self._room.bound(UNLIMITED if narrow else theme().px(MOST))

    def show_proposal(self, stretches: Iterable[Stretch], number: int) -> None:
        """How it reads, and the key that takes it."""
        self._key.setText(str(number))
        self._text.show_stretches(list(stretches))
        self.show()
