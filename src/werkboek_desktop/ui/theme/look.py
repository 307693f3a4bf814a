"""The look of this process, set at the start and when a person chooses another; painted widgets ask for it here."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF
from PySide6.QtWidgets import QApplication, QWidget

from werkboek_desktop.resources import resource
from werkboek_desktop.ui.theme.palette import palette
from werkboek_desktop.ui.theme.sheet import style_sheet
from werkboek_desktop.ui.theme.tokens import Look, Theme

FIRST_FONTS = ("SourceSans3-Regular.ttf", "SourceSans3-Semibold.ttf")
OTHER_FONTS = ("SourceSerif4-Regular.ttf", "SourceSerif4-Semibold.ttf", "DejaVuSans.ttf")
READING_FONTS = ("AtkinsonHyperlegible-Regular.ttf", "AtkinsonHyperlegible-Bold.ttf")
_loaded: set[str] = set()
_current = [Theme(Look.LIGHT)]


ROOM = 1024
"""How wide the smallest window is, and the room that a list with a form beside it needs at 100 %."""


def is_narrow(part: QWidget) -> bool:
    """Whether its window has less room, in text of this size: what else stands beside each other takes turns there."""
    return part.window().width() < theme().px(ROOM)


def theme() -> Theme:
    """The tokens as they are on screen now."""
    return _current[0]


def line_height(role: str) -> float:
    """The line height of the tokens as Qt counts it: in percents of the font's own."""
    font, step = theme().font(role), theme().step(role)
    return 100 * step.line * font.pixelSize() / QFontMetricsF(font).height()


@contextmanager
def painted_in(other: Theme) -> Iterator[None]:
    """What is painted inside, such as a picture for a slide, looks like this; the screen stays as it is."""
    before, _current[0] = _current[0], other
    try:
        yield
    finally:
        _current[0] = before


def apply(app: QApplication, chosen: Theme) -> None:
    """Dresses the whole application but for the style sheet: each window wears that."""
    apply_first(app, chosen)
    apply_rest(app)


def apply_first(app: QApplication, chosen: Theme) -> None:
    """What the first list needs: the proxy style is slow to load, and the list has nothing that it draws."""
    load_fonts(READING_FONTS if chosen.reading_letter else FIRST_FONTS)
    _current[0] = chosen
    if app.style().objectName() != "fusion":
        app.setStyle("fusion")
    app.setPalette(palette(chosen))
    app.setFont(chosen.font("body"))


def wear(window: QWidget) -> None:
    """Dresses a window before anything is put in it: each has the style sheet itself (decision 0105)."""
    window.setStyleSheet(style_sheet(theme()))


def apply_rest(app: QApplication) -> None:
    """The other fonts, the proxy style and the focus ring; what is worn already is not put on again."""
    from werkboek_desktop.ui.theme.focus import FocusRing  # after the first paint, like the style itself
    from werkboek_desktop.ui.theme.style import WerkboekStyle

    load_fonts(FIRST_FONTS + OTHER_FONTS)
    for name in ("Source Sans 3", "Source Serif 4", "Atkinson Hyperlegible"):
        QFont.insertSubstitutions(name, ["DejaVu Sans"])  # a character at a time, for what they lack
    worn = app.style()
    if not (isinstance(worn, WerkboekStyle) and worn.theme == theme()):
        app.setStyle(WerkboekStyle(theme()))
    ring = app.findChild(FocusRing) or FocusRing(app)
    ring.wear(theme())


def load_fonts(names: tuple[str, ...]) -> None:
    """The fonts of screen and PDF; loading one again costs nothing."""
    for name in set(names) - _loaded:
        QFontDatabase.addApplicationFont(str(resource("fonts", name)))
        _loaded.add(name)
