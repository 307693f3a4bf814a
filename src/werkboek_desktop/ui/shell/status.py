"""The status bar: is everything in the file, and who is needed where. Each part is a link."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, SignalInstance
from PySide6.QtWidgets import QPushButton, QWidget

from werkboek_desktop.ui.theme.icons import icon, icon_size
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.basic import button, label, mark_as, row
from werkboek_desktop.ui.widgets.keys import key_cap
from werkboek_desktop.ui.widgets.spoken import announce
from werkboek_desktop.ui.words import count, tr

if TYPE_CHECKING:
    from werkboek_desktop.workspace.model import Waits


class StatusBar(QWidget):
    """Saved · conflicts · waiting · to reread. A signal for each that is clicked."""

    file = Signal()
    conflicts = Signal()
    waiting = Signal()
    merged = Signal()
    keys = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._saved = self._part("check", "ok", self.file)
        self._conflicts = self._part("git-compare", "attn", self.conflicts)
        self._waiting = self._part("hourglass", "text2", self.waiting)
        self._merged = self._part("merge", "merge", self.merged)
        self._said = label("", "caption", "text2")
        keys = button(tr("toetsen"), self.keys.emit, "status", name=tr("Toetsen (F1)"))
        self.setProperty("page", "status")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        parts = (self._saved, self._conflicts, self._waiting, self._merged, self._said)
        self.setAccessibleName(tr("Stand van zaken"))
        self.setLayout(row(*parts, 0, key_cap("F1"), keys, margins=(14, 0, 14, 0), gap=8))
        self.setFixedHeight(theme().size("status_h"))

    def _part(self, icon_name: str, tone: str, signal: SignalInstance) -> QPushButton:
        made = button("", signal.emit, "status")
        made.setIcon(icon(icon_name, tone))
        made.setIconSize(QSize(icon_size().width(), theme().px(16)))
        made.hide()
        return made

    def show_saved(self, at: str) -> None:
        """When the last word went into the file."""
        self._saved.setIcon(icon("check", "ok"))
        mark_as(self._saved, "tone", "")
        self._show(self._saved, f"{tr('Opgeslagen')} {at}")
        self._saved.setToolTip(tr("Waar staat mijn bestand?"))

    def show_read_only(self) -> None:
        """The file may not be changed here, so there is nothing to save."""
        self._saved.setIcon(icon("lock", "text2"))
        self._show(self._saved, tr("Alleen lezen"))
        self._saved.setToolTip(tr("Waar staat mijn bestand?"))

    def show_not_saved(self, why: str) -> None:
        """Why not; the program tries again by itself."""
        self._saved.setIcon(icon("triangle-alert", "danger"))
        mark_as(self._saved, "tone", "danger")
        self._show(self._saved, f"{tr('Niet opgeslagen')}: {why}")

    def saved_text(self) -> str:
        """What it says of the file now."""
        return self._saved.text()

    def show_counts(self, conflicts: int, missing: "Sequence[Waits]", merged: int) -> None:
        """What asks for a person; nothing is shown of what does not. `missing`: of whom a bundle."""
        mark_as(self._conflicts, "tone", "attn")
        self._show(self._conflicts, f"{conflicts} × {tr('twee versies')}" if conflicts else "")
        who = [each.who or tr("iemand") for each in missing]
        of = f" × {len(who)}" if len(who) > 1 else f" {tr('van')} {who[0]}" if who else ""
        self._show(self._waiting, f"{tr('Er mist nog een pakket')}{of}" if who else "")
        self._waiting.setToolTip(" ".join(map(self._waits, missing)))
        self._show(self._merged, f"{merged} {tr('nalezen')}" if merged else "")

    def _waits(self, one: "Waits") -> str:
        """Where nothing waits a colleague goes on from what is not here."""
        waits = count(one.changes, tr("wijziging wacht"), tr("wijzigingen wachten")) if one.changes else tr("Er mist")
        more = tr("op een pakket van") if one.changes else tr("een pakket van")
        return f"{waits} {more} {one.who or tr('iemand')}."

    def say_all_saved(self) -> None:
        """What Ctrl+S is answered with: there is nothing to do."""
        self.say(tr("Alles is al bewaard."))

    def say(self, text: str) -> None:
        """A remark that asks nothing."""
        self._said.setText(text)
        if text:
            announce(self, text)

    def _show(self, part: QPushButton, text: str) -> None:
        part.setText(text)
        part.setVisible(bool(text))
