"""The look that a test wants."""

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from werkboek_desktop.ui.theme.focus import FocusRing
from werkboek_desktop.ui.theme.look import apply, theme
from werkboek_desktop.ui.theme.tokens import Theme


def dress(wanted: Theme) -> None:
    """Puts it on, unless it is on screen already; windows that were closed go first, for dressing them takes long."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    if theme() != wanted or not app.findChild(FocusRing):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        apply(app, wanted)
