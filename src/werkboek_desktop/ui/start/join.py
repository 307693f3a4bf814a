"""The one question before a project: how somebody is called, and for a new one its title. The file finds its place."""

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from werkboek_desktop.ui.start.sheet import Sheet
from werkboek_desktop.ui.widgets.basic import button, card, column, label, row
from werkboek_desktop.ui.widgets.panels import notice
from werkboek_desktop.ui.widgets.places import ask_place
from werkboek_desktop.ui.widgets.question import Question
from werkboek_desktop.ui.words import breakable, moment, tr
from werkboek_desktop.workspace import SUFFIX, Offer

WIDTH = 600

type PlaceFor = Callable[[str], Path]


class BeginPage(Sheet):
    """Who is known here is not asked for a name. `place`: where the file of a project of a name comes by itself."""

    answered = Signal(str, str, object)
    """Name of the person, title, file."""
    back = Signal()

    def __init__(self, known: str, title: str, place: PlaceFor, *, asks_title: bool) -> None:
        super().__init__()
        self._place = place
        self._chosen: Path | None = None
        self.title = Question(tr("Hoe heet het werkboek?"), tr("bijv. Ondermijning in de wijk"))
        self.title.field.setText(title)
        if not asks_title:
            self.title.hide()  # and never shown here: without a page it would be a window
        hint = tr("Staat bij alles wat je schrijft. Eén keer invullen is genoeg.")
        self.name = Question(tr("Hoe heet je?"), tr("bijv. Marit de Wit"), hint)
        self.name.field.setText(known)
        self._known = QWidget()
        self.other_button = button(tr("Ben jij iemand anders?"), self._ask_name, "link")
        self._where = label("", "caption", "text2", wrap=True)
        self.go_button = button(tr("Begin") if asks_title else tr("Doe mee"), self._go, "primary")
        self._asks_title = asks_title
        self._build(known)

    def _build(self, known: str) -> None:
        self._known.setLayout(
            column(label(f"{tr('Je schrijft als')} {known}.", wrap=True), row(self.other_button, 0), gap=2)
        )
        (self.name if known else self._known).hide()
        for question in (self.title, self.name):
            question.answered.connect(self._go)
        self.title.field.textChanged.connect(lambda _text: self._show_place())
        self.on_escape(self.back)
        self._show_place()

    def show_texts(self, heading: str, lead: str, *before: QWidget) -> None:
        """Puts the page together under a heading; `before`: what to know before one answers."""
        parts = (self.title, self.name, self._known, row(self.go_button, 0))
        question = card("surface", column(*parts, margins=(20, 18, 20, 18), gap=14))
        elsewhere = button(tr("Andere plek …"), self._ask_place, "link", "folder-open")
        back = button(tr("Terug"), self.back.emit, "link", "arrow-left")
        place = column(self._where, row(elsewhere, 0, back), gap=2)
        self.add(heading, lead, *before, question, place, width=WIDTH)

    def _show_place(self) -> None:
        self._where.setText(f"{tr('Je werkboek komt in')} {breakable(self.file())}")

    def file(self) -> Path:
        """Where the file comes."""
        return self._chosen or self._place(self.title.text())

    def _ask_name(self) -> None:
        self._known.hide()
        self.name.show()
        self.name.field.selectAll()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_place(self) -> None:
        if place := ask_place(self, tr("Waar komt het werkboek?"), self.file(), SUFFIX):
            self._chosen = place
            self._show_place()

    def _go(self) -> None:
        if self._asks_title and not self.title.text():
            self.title.refuse(tr("Geef het een naam; later veranderen kan altijd."))
        elif not self.name.text():
            self._ask_name()
            self.name.refuse(tr("Vul je naam in: dan weten je collega’s wie wat schreef."))
        else:
            self.answered.emit(self.name.text(), self.title.text(), self.file())

    def begin(self) -> None:
        """The keyboard is in the first question that has no answer; else Enter goes on."""
        asked = (each for each in (self.title, self.name) if not each.isHidden() and not each.text())
        next(asked, self.go_button).setFocus(Qt.FocusReason.OtherFocusReason)


def new_page(known: str, place: PlaceFor) -> BeginPage:
    """For a project that is empty."""
    made = BeginPage(known, "", place, asks_title=True)
    made.show_texts(tr("Nieuw werkboek"), tr("Alles wat je typt wordt meteen bewaard. Je hoeft nergens op te drukken."))
    return made


def join_page(known: str, offer: Offer, place: PlaceFor) -> BeginPage:
    """For a project that came in a bundle."""
    made = BeginPage(known, offer.name, place, asks_title=False)
    about = f"{tr('Een pakket van')} {offer.sender}, {tr('gemaakt')} {moment(offer.created)}."
    made.show_texts(offer.name or tr("Welkom bij dit werkboek"), about, *_lacks(offer))
    return made


def _lacks(offer: Offer) -> Iterator[QWidget]:
    """What nobody can see of a bundle that goes on from another one: that the beginning is not in it."""
    if offer.goes_on:
        said = tr("In dit pakket zit alleen het nieuwste. De rest zat in een eerder pakket.")
        ask = f"{tr('Vraag')} {offer.sender} {tr('om een pakket met alles.')}"
        still = tr("Meedoen kan nu al: wat ontbreekt, komt erbij als je dat inleest.")
        yield notice("attn", "hourglass", "attn", f"{said} {ask} {still}", "", lambda: None)


class LockedPage(Sheet):
    """A bundle with a passphrase: without it nobody sees whose it is."""

    answered = Signal(str)
    back = Signal()

    def __init__(self, bundle: Path) -> None:
        super().__init__()
        hint = tr("Die hoorde je van de afzender, per telefoon of aan tafel.")
        self.passphrase = Question(tr("Wachtzin van dit pakket"), tr("Wachtzin"), hint, secret=True)
        self.passphrase.answered.connect(self._go)
        go = button(tr("Open het pakket"), self._go, "primary", "lock-open")
        back = button(tr("Terug"), self.back.emit, "link", "arrow-left")
        question = card("surface", column(self.passphrase, row(go, 0), margins=(20, 18, 20, 18), gap=14))
        lead = f"{bundle.name} {tr('gaat open met een wachtzin, want er staan namen van mensen in.')}"
        self.add(tr("Dit pakket zit op slot"), lead, question, row(back, 0), width=WIDTH)
        self.on_escape(self.back)

    def _go(self) -> None:
        if self.passphrase.field.text():
            self.answered.emit(self.passphrase.field.text())
        else:
            self.passphrase.refuse(tr("Vul de wachtzin in."))

    def begin(self) -> None:
        """The keyboard is in the field."""
        self.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)
