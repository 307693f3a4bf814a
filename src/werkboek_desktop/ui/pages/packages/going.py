"""What goes along in a bundle that is about to be made, what stays and why, and in how many files."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from werkboek_desktop.domain import schema
from werkboek_desktop.domain.dutch import number
from werkboek_desktop.domain.moments import listed
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.basic import clear, column, label, row
from werkboek_desktop.ui.widgets.panels import picture
from werkboek_desktop.ui.words import count, tr

if TYPE_CHECKING:
    from werkboek_desktop.workspace import Case, Plan

MOST = 6
_ALWAYS = frozenset({"workbook", "person"})
"""What is no news that it goes: the title of the project, and who wrote what."""
"""So many cases are named."""


class GoingCard(QFrame):
    """Says it in plain words."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", "sunken")
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(*(theme().space(each) for each in (18, 14, 16, 14)))
        self._box.setSpacing(theme().space(10))

    def show_plan(self, plan: "Plan", limit_mb: int) -> None:
        """What would go now."""
        clear(self._box)
        for icon, tone, first, second in _lines(plan, limit_mb):
            self._box.addWidget(_line(icon, tone, first, second))
        if plan.stays:
            self._box.addWidget(label(tr("Dit blijft hier"), "label"))
        for case in plan.stays[:MOST]:
            self._box.addWidget(_line("lock", "text2", case.title, case.why))
        if len(plan.stays) > MOST:
            self._box.addWidget(label(f"{tr('En nog')} {len(plan.stays) - MOST}.", "caption", "text2"))

    def wait(self) -> None:
        """It is being worked out."""
        clear(self._box)
        self._box.addWidget(label(tr("wordt uitgezocht …"), "caption", "text2"))

    def show_refusal(self, message: str, advice: str) -> None:
        """Nothing would go, and why."""
        clear(self._box)
        self._box.addWidget(_line("circle-x", "danger", message, advice))


def _lines(plan: "Plan", limit_mb: int) -> Sequence[tuple[str, str, str, str]]:
    files = count(plan.files, tr("foto of bestand"), tr("foto’s en bestanden"))
    without = tr("Zonder deelnemers, aanmeldingen en contacten")
    who = ("lock", "text2", without, tr("Die blijven hier. Namen van auteurs gaan wel mee."))
    if plan.people:
        named = tr("Met deelnemers, aanmeldingen en contacten")
        who = ("users", "attn", named, tr("Op slot: alleen te lezen met de wachtzin."))
    return (
        _what(plan),
        ("image", "text2", files, tr("Elk gaat één keer mee.") if plan.files else ""),
        who,
        ("mail", "text2", *_weight(plan, limit_mb)),
    )


def _what(plan: "Plan") -> tuple[str, str, str, str]:
    if plan.is_hollow:
        return "triangle-alert", "attn", hollow(plan), still_goes(plan)
    cases = count(len(plan.cases), tr("praktijkvoorbeeld"), tr("praktijkvoorbeelden"))
    what = f"{cases} {tr('en wat erbij hoort')}" if plan.cases else tr("Geen praktijkvoorbeelden")
    if plan.since:
        what = f"{count(plan.changes, tr('wijziging'), tr('wijzigingen'))} {tr('die de ander nog niet had')}"
    return "file-text", "text2", what, _named(plan.cases) or still_goes(plan)


def hollow(plan: "Plan") -> str:
    """Why whoever gets it may wonder what it is."""
    if plan.since and not plan.changes:
        return tr("Er is niets nieuws: de ander heeft alles al")
    return tr("Er gaat geen enkel praktijkvoorbeeld mee")


def still_goes(plan: "Plan") -> str:
    """What goes where no case does."""
    if not plan.changes:
        return tr("Wel gaat mee wat jij al hebt gekregen, zodat de ander weet wat er aankwam.")
    kinds = ((schema.kind(name), amount) for name, amount in plan.beside.items() if name not in _ALWAYS)
    named = [count(amount, kind.label.lower(), kind.plural.lower()) for kind, amount in kinds if kind]
    return f"{tr('Wel gaan mee')}: {listed(named, MOST)}." if named else ""


def _named(cases: "Sequence[Case]") -> str:
    return listed([case.title for case in cases], MOST)


def _weight(plan: "Plan", limit_mb: int) -> tuple[str, str]:
    size = f"{tr('Ongeveer')} {megabytes(plan.size)}"
    if plan.parts < 2:
        return size, f"{tr('Past in één mail: die mag bij jou')} {limit_mb} MB {tr('zijn.')}"
    limit = f"{tr('Je mail neemt')} {limit_mb} MB {tr('per keer. De volgorde maakt niet uit.')}"
    return f"{size}: {tr('het worden')} {plan.parts} {tr('bestanden')}", limit


def megabytes(size: int) -> str:
    """`350 kB`, `4,2 MB`."""
    if size < 1_000_000:
        return f"{number(max(round(size / 1000), 1))} kB"
    return f"{size / 1_000_000:.1f} MB".replace(".", ",")


def _line(icon: str, tone: str, first: str, second: str) -> QWidget:
    words = column(label(first, "body_strong", wrap=True), gap=2)
    if second:
        words.addWidget(label(second, "caption", "text2", wrap=True))
    box = row(column(picture(icon, tone), 0), words, gap=12)
    box.setStretch(1, 1)
    made = QWidget()
    made.setLayout(box)
    return made
