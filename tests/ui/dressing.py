"""The look that a test wants."""

from PySide6.QtWidgets import QApplication

from werkboek_desktop.ui.theme.look import apply, theme
from werkboek_desktop.ui.theme.sheet import style_sheet
from werkboek_desktop.ui.theme.tokens import Theme


def dress(wanted: Theme) -> None:
    """A look that is on screen already stays: with the widgets of other tests around, putting it on takes long."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    if theme() != wanted or app.styleSheet() != style_sheet(wanted):
        apply(app, wanted)
