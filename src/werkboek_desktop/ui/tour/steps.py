"""What the tour shows: each step leads to a thing, says what it is for, and notices when somebody did it."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtWidgets import QApplication, QWidget

from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.resources import resource
from werkboek_desktop.ui.shell.office import Office
from werkboek_desktop.ui.shell.rail import PACKAGES, TODAY
from werkboek_desktop.ui.theme.look import is_narrow
from werkboek_desktop.ui.words import tr

if TYPE_CHECKING:
    from werkboek_desktop.workspace import ForYou

BUNDLE = "fatima.wbx"


class Step(NamedTuple):
    """`show` goes there, `about` is the thing, `begin` puts the keyboard to it; `does` may tell that it was done."""

    title: str
    text: str
    action: str
    show: Callable[[], object]
    about: Callable[[], QWidget | None]
    begin: Callable[[], object]
    does: SignalInstance
    is_done: Callable[[], bool] = lambda: True


class Steps:
    """The five, in one window on the demo."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._navigation = office.navigation
        self._workspace = office.session.workspace
        self._case: RecordId = ""
        self._field = ""

    def look_up(self, then: Callable[[], object]) -> None:
        """Finds the case that it begins with beside the window, for there may be thousands."""

        def found(cases: "Sequence[ForYou]") -> None:
            if cases:
                self._case, self._field = cases[0].record, cases[0].field
            then()

        self._office.session.beside.look_up(lambda: self._workspace.for_you(partial=True), found)

    def all(self) -> tuple[Step, ...]:
        """In the order in which they are shown."""
        return self._writing(), self._finding(), self._versions(), self._bundle(), self._undoing()

    def _writing(self) -> Step:
        return Step(
            tr("Typ maar: alles is meteen bewaard"),
            self._where_to_write(),
            tr("Typ iets"),
            self._to_row,
            self._row,
            self._to_row,
            self._office.session.drafts.saved,
            lambda: self._window_has(self._row()),
        )

    def _where_to_write(self) -> str:
        saved = tr("Linksonder staat wanneer het bewaard is.")
        if is_narrow(self._office.window):
            return f"{tr('Dit is een praktijkvoorbeeld: hier schrijf je.')} {saved}"
        return f"{tr('Links kies je een praktijkvoorbeeld, rechts schrijf je.')} {saved}"

    def _row(self) -> QWidget | None:
        page = self._office.window.records.current_page()
        return (page.form.row_of(self._field) or page.form) if page else None

    def _to_row(self) -> None:
        if self._case:
            self._navigation.to_record(self._case, self._field)

    def _window_has(self, part: QWidget | None) -> bool:
        focus = QApplication.focusWidget()
        return part is not None and focus is not None and part.isAncestorOf(focus)

    def _finding(self) -> Step:
        palette, search = self._office.palette, self._office.window.rail.search
        return Step(
            tr("Ctrl+K vindt alles"),
            tr("Een titel, een gemeente, een woord in een tekst, of iets wat je wilt doen. Esc sluit het weer."),
            tr("Zoek iets"),
            lambda: None,
            lambda: palette if palette.isVisible() else search,
            palette.ask,
            palette.gone,
        )

    def _versions(self) -> Step:
        return Step(
            tr("Twee versies: niemand raakt iets kwijt"),
            tr("Schreven twee mensen dezelfde zin? Dan blijven beide staan tot jij kiest of zelf schrijft."),
            tr("Kies of schrijf"),
            self._office.settling.next_conflict,
            self._navigation.current,
            self._office.settling.next_conflict,
            self._office.session.changed,
            lambda: not self._workspace.summary().conflicts,
        )

    def _bundle(self) -> Step:
        return Step(
            tr("Een pakket: eerst zien, dan inlezen"),
            tr("Zo komt werk van een collega binnen, met de mail of een stick. Je ziet vooraf wat er verandert."),
            tr("Bekijk het pakket"),
            lambda: self._navigation.look_at([resource("demo", "pakketten", BUNDLE)]),
            self._navigation.current,
            self._to_bundle,
            self._office.session.changed,
        )

    def _to_bundle(self) -> None:
        self._navigation.go(PACKAGES)
        self._navigation.packages.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def _undoing(self) -> Step:
        return Step(
            tr("Vandaag, en alles kan ongedaan"),
            tr("Vandaag zegt wat op jou wacht. Met Ctrl+Z neem je stap voor stap terug wat je deed, waar het ook was."),
            tr("Maak iets ongedaan"),
            lambda: self._navigation.go(TODAY),
            self._navigation.current,
            self._office.undoing.undo,
            self._office.session.changed,
            lambda: bool(self._workspace.steps.undone),
        )
