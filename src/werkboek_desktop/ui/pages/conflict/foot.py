"""Under the versions: what can be done with them, and by which keys."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from werkboek_desktop.ui.widgets.basic import button, label, page, row
from werkboek_desktop.ui.widgets.keys import key_cap, key_hint
from werkboek_desktop.ui.words import tr


class Foot(QWidget):
    """Keys are told where there is room."""

    def __init__(self, use: Callable[[], object], take_both: Callable[[], object]) -> None:
        super().__init__()
        self.use_button = button("", use, "primary")
        self._both = button(tr("Beide"), take_both)
        self._last = key_cap("")
        under = label(tr("beide onder elkaar"), "caption", "text2")
        self._both_hint = page("", row(key_cap("Alt"), self._last, under, gap=5))
        others = key_hint("F6", tr("volgend vak")), key_hint("Esc", tr("later, er blokkeert niets"))
        self._hints = page("", row(*others, gap=14))
        self._use_keys = page("", row(key_cap("Ctrl"), key_cap("Enter"), gap=4))
        self.setProperty("page", "footer")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        buttons = (self._both, self._use_keys, self.use_button)
        self.setLayout(row(self._both_hint, self._hints, 0, *buttons, margins=(28, 8, 28, 8), gap=14))

    def begin(self, versions: int, *, is_text: bool, narrow: bool) -> None:
        """So many versions; of a text one can take both, under each other."""
        self._both.setVisible(is_text)
        self._last.setText(str(versions + 1))
        self.use_button.setText(tr("Deze tekst gebruiken") if is_text else tr("Deze keuze gebruiken"))
        self.fit(narrow=narrow)

    def fit(self, *, narrow: bool) -> None:
        """Follows the room there is."""
        for aside in (self._hints, self._use_keys):
            aside.setHidden(narrow)
        self._both_hint.setHidden(narrow or self._both.isHidden())
