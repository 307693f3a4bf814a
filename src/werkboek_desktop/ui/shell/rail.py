"""The left rail: where one can go, and what waits there."""

from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from werkboek_desktop.ui.theme.icons import paint_icon
from werkboek_desktop.ui.theme.look import is_narrow, theme
from werkboek_desktop.ui.widgets.basic import column, label, page, row, scrolled
from werkboek_desktop.ui.widgets.heard import HEARD, TAB, TABS
from werkboek_desktop.ui.widgets.panels import picture
from werkboek_desktop.ui.words import tr


class Destination(NamedTuple):
    """A place to go: the key of a kind, or of a page. `foot`: it stands apart, at the foot of the rail."""

    key: str
    icon: str
    text: str
    foot: bool = False


TODAY = "today"
PACKAGES = "packages"
SETTINGS = "settings"
OVERVIEWS = "overviews"
WORDS_FROM = 1200
"""The window, at 100 %, from which there is room for words beside a list, a form and what stands beside that."""
BEFORE_ICON = 13
LOWEST = 24
"""Of an entry, at 100 %: what a finger or a shaky hand still hits."""


def destinations() -> tuple[Destination, ...]:
    """Every kind without an owner, and the pages that are no kind."""
    return (
        Destination(TODAY, "sun", tr("Vandaag")),
        Destination("case", "book-open-text", tr("Praktijkvoorbeelden")),
        Destination("masterclass", "presentation", tr("Masterclasses")),
        Destination("attendee", "users", tr("Deelnemers")),
        Destination("signup", "file-input", tr("Aanmeldingen")),
        Destination("chapter", "library", tr("Werkboek")),
        Destination(OVERVIEWS, "chart-column", tr("Overzichten")),
        Destination("term", "quote", tr("Begrippen")),
        Destination("person", "pencil-line", tr("Auteurs en redactie")),
        Destination(PACKAGES, "arrow-left-right", tr("Pakketten")),
        Destination(SETTINGS, "settings", tr("Instellingen"), foot=True),
    )


class RailButton(QAbstractButton):
    """An entry of the rail: bar, icon, word, count; collapsed only the icon, with a dot where something waits."""

    reached = Signal()

    def __init__(self, destination: Destination) -> None:
        super().__init__()
        self.destination = destination
        self.collapsed = False
        self._count = 0
        self.setText(destination.text)
        self.setAccessibleName(destination.text)
        self.setProperty(HEARD, TAB)
        self.setCheckable(True)
        self.setToolTip(destination.text)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    def nextCheckState(self) -> None:
        """Whoever goes somewhere decides where one is; a click alone changes nothing."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tells that the keyboard is here."""
        super().focusInEvent(event)
        self.reached.emit()

    def sizeHint(self) -> QSize:
        """As high as a control with room."""
        return QSize(theme().px(40), theme().px(36))

    def minimumSizeHint(self) -> QSize:
        """Lower in a low window: rather all entries close together than some out of sight."""
        return QSize(theme().px(40), theme().px(LOWEST))

    def set_count(self, count: int) -> None:
        """How much asks for a person there."""
        self._count = count
        words = f"{self.text()}, {count} {tr('wacht op iemand')}" if count else self.text()
        self.setAccessibleName(words)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the entry."""
        look, painter = theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tone = "accent" if self.isChecked() else "text2"
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("selected" if self.isChecked() else "hover"))
            painter.drawRoundedRect(QRectF(self.rect()), look.radius("control"), look.radius("control"))
        if self.isChecked():
            painter.setBrush(look.color("accent"))
            painter.drawRoundedRect(QRectF(0, self.height() * 0.25, 3, self.height() * 0.5), 1.5, 1.5)
        side = look.size("icon")
        left = (self.width() - side) / 2 if self.collapsed else look.px(BEFORE_ICON)
        paint_icon(painter, self.destination.icon, QRectF(left, (self.height() - side) / 2, side, side), tone)
        self._words(painter, left + side)
        painter.end()

    def _words(self, painter: QPainter, left: float) -> None:
        look = theme()
        if self.collapsed:
            if self._count:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(look.color("accent"))
                painter.drawEllipse(QRectF(left - look.px(4), look.px(4), look.px(8), look.px(8)))
            return
        painter.setFont(look.font("body_strong" if self.isChecked() else "body"))
        painter.setPen(look.color("accent" if self.isChecked() else "text"))
        room = QRectF(left + look.space(11), 0, self.width(), self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self._count:
            painter.setFont(look.font("caption"))
            painter.setPen(look.color("text2"))
            width = QFontMetrics(look.font("caption")).horizontalAdvance(str(self._count))
            edge = QRectF(self.width() - width - look.space(10), 0, width + 2, self.height())
            painter.drawText(edge, Qt.AlignmentFlag.AlignVCenter, str(self._count))


class SearchButton(QAbstractButton):
    """Looks like the search field that it opens; collapsed only the icon."""

    def __init__(self) -> None:
        super().__init__()
        self.collapsed = False
        self.setText(tr("Zoeken"))
        self.setAccessibleName(tr("Zoeken (Ctrl+K)"))
        self.setToolTip(tr("Zoeken (Ctrl+K)"))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As high as an input."""
        return QSize(theme().px(40), theme().size("control_h"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints a field with an icon, a word and its keys."""
        look, painter = theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(look.color("line_strong"))
        painter.setBrush(look.color("hover" if self.underMouse() else "surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), *(look.radius("control"),) * 2)
        side = look.size("icon")
        left = (self.width() - side) / 2 if self.collapsed else look.px(10)
        paint_icon(painter, "search", QRectF(left, (self.height() - side) / 2, side, side))
        if not self.collapsed:
            room = QRectF(self.rect()).adjusted(left + side + look.space(8), 0, -look.space(10), 0)
            painter.setPen(look.color("text2"))
            painter.setFont(look.font("body"))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.text())
            painter.setFont(look.font("caption"))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, "Ctrl K")
        painter.end()


class Rail(QWidget):
    """All entries; without room for words only their icons. `went` has the key of the chosen one."""

    went = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.search = SearchButton()
        self.buttons = {entry.key: RailButton(entry) for entry in destinations()}
        for key, entry in self.buttons.items():
            entry.clicked.connect(lambda _checked=False, key=key: self.went.emit(key))
            entry.reached.connect(partial(self._bring_into_sight, entry))
        flask, person = picture("flask-conical", "text2"), picture("user", "text2")
        self._who = label("", "caption", "text2", wrap=True)
        self._demo = (flask, label(tr("Fictieve gegevens"), "caption", "text2"))
        self._person = (person, self._who)
        lines = row(*self._demo, gap=11), row(*self._person, gap=11)
        for line, icon in zip(lines, (flask, person), strict=True):
            line.setAlignment(icon, Qt.AlignmentFlag.AlignLeft)  # without its words it would stand in the middle
            line.setStretch(1, 1)
        upper, lower = ([self.buttons[e.key] for e in destinations() if e.foot == foot] for foot in (False, True))
        top = page("", row(self.search, margins=(10, 14, 10, 0)))
        self._entries = column(*upper, 0, *lower, margins=(8, 14, 8, 8))
        foot = column(*lines)
        edge = theme().space(8)
        foot.setContentsMargins(edge + theme().px(BEFORE_ICON), edge, edge, theme().space(12))
        self._foot = page("", foot)
        self.setProperty("page", "rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        entries = page("", self._entries)
        entries.setProperty(HEARD, TABS)
        entries.setAccessibleName(tr("Waarheen"))
        self._area = scrolled(entries)
        self.setLayout(column(top, self._area, self._foot, gap=0))
        self._person_words = ("", False)
        self._collapsed, self._narrow = False, is_narrow(self)
        self._lay()

    def show_person(self, name: str, *, demo: bool) -> None:
        """Who writes here, and whether the data are made up."""
        self._person_words = (name, demo)
        self._who.setText(name)
        for (icon, words), shown in ((self._demo, demo), (self._person, bool(name))):
            icon.setVisible(shown)
            words.setVisible(shown and not self._collapsed)

    def show_current(self, key: str) -> None:
        """Marks where one is; a page without an entry of its own is at none."""
        for each, entry in self.buttons.items():
            entry.setChecked(each == key)
        if key in self.buttons:
            self._bring_into_sight(self.buttons[key])

    def _bring_into_sight(self, entry: RailButton) -> None:
        self._area.ensureWidgetVisible(entry, 0, theme().space(8))

    def collapse(self, *, collapsed: bool) -> None:
        """Only icons, where a page needs the room; always where a window has little."""
        before = self._collapsed, self._narrow
        self._collapsed = collapsed or self.window().width() < theme().px(WORDS_FROM)
        self._narrow = is_narrow(self)
        if before != (self._collapsed, self._narrow):
            self._lay()

    def _lay(self) -> None:
        self._foot.setHidden(self._narrow)  # of icons alone nobody learns who writes; the entries need the room
        self._entries.setSpacing(0 if self._narrow else theme().space(4))
        self.search.collapsed = self._collapsed
        for entry in self.buttons.values():
            entry.collapsed = self._collapsed
        self.setFixedWidth(theme().size("rail_collapsed" if self._collapsed else "rail"))
        name, demo = self._person_words
        self.show_person(name, demo=demo)
