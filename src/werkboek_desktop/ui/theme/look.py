"""The look of this process, set at the start and when a person chooses another; painted widgets ask for it here."""

from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from werkboek_desktop.resources import resource
from werkboek_desktop.ui.theme.focus import FocusRing
from werkboek_desktop.ui.theme.palette import palette
from werkboek_desktop.ui.theme.sheet import style_sheet
from werkboek_desktop.ui.theme.style import WerkboekStyle
from werkboek_desktop.ui.theme.tokens import Look, Theme

FONT_FILES = (
    "SourceSans3-Regular.ttf",
    "SourceSans3-Semibold.ttf",
    "SourceSerif4-Regular.ttf",
    "SourceSerif4-Semibold.ttf",
    "DejaVuSans.ttf",
)
_current = [Theme(Look.LIGHT)]


NARROW_FROM = 1.5


def is_narrow() -> bool:
    """Whether the text is so large that a list and a form do not fit beside each other."""
    return theme().scale >= NARROW_FROM


def theme() -> Theme:
    """The tokens as they are on screen now."""
    return _current[0]


def apply(app: QApplication, chosen: Theme) -> None:
    """Dresses the whole application; calling it again changes what is on screen at once."""
    if not app.findChild(FocusRing):
        load_fonts(resource("fonts"))
        FocusRing(app)
    _current[0] = chosen
    app.setStyle(WerkboekStyle(chosen))
    app.setPalette(palette(chosen))
    app.setFont(chosen.font("body"))
    app.setStyleSheet(style_sheet(chosen))


def load_fonts(folder: Path) -> None:
    """The fonts of screen and PDF; DejaVu Sans stands in, a character at a time, for what they lack."""
    for name in FONT_FILES:
        QFontDatabase.addApplicationFont(str(folder / name))
    for name in ("Source Sans 3", "Source Serif 4"):
        QFont.insertSubstitutions(name, ["DejaVu Sans"])
