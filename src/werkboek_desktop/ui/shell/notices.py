"""What happened, bottom right over the page: it stays until it is read or replaced, and never takes the keyboard.

What only told what one saw happen passes with the next step, and on another page.
"""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QStackedWidget, QVBoxLayout, QWidget

from werkboek_desktop.ui.notice import Notice
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.basic import button, card, focused_in, label, row
from werkboek_desktop.ui.widgets.panels import ProgressCard, picture
from werkboek_desktop.ui.widgets.spoken import announce
from werkboek_desktop.ui.words import tr

MOST = 3
WIDTH = 420
AROUND = 2
"""How many lines above and below the one that is written in stay in sight."""


def _is_replaced(old: Notice, new: Notice) -> bool:
    return old.text == new.text or (old.about == new.about != "")


class Notices(QWidget):
    """At most three cards, the newest below. F6 leads there; Esc closes the one that has the keyboard.

    `progress` is for work that is asked for wherever one is.
    """

    def __init__(self, over: QStackedWidget) -> None:
        super().__init__(over)
        self._over = over
        self._notices: dict[QFrame, Notice] = {}
        self._above = False
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(theme().space(8))
        self.progress = ProgressCard()
        self.progress.installEventFilter(self)
        self._box.addWidget(self.progress)
        self.setAccessibleName(tr("Meldingen"))
        over.installEventFilter(self)
        over.currentChanged.connect(lambda _page: self.raise_())
        self.hide()

    @property
    def cards(self) -> list[QFrame]:
        """The cards, the oldest first."""
        return list(self._notices)

    def shown(self) -> list[Notice]:
        """What was not read yet, the oldest first."""
        return list(self._notices.values())

    def show_notice(self, notice: Notice) -> None:
        """Adds one. It takes the place of one that says the same or is about the same, and the oldest makes room."""
        for old in [each for each, said in self._notices.items() if _is_replaced(said, notice)]:
            self._drop(old)
        while len(self._notices) >= MOST:
            self._drop(self.cards[0])
        made = self._card(notice)
        self._notices[made] = notice
        self._box.addWidget(made)
        self.show()
        self.raise_()
        QAccessible.updateAccessibility(QAccessibleEvent(made, QAccessible.Event.Alert))
        announce(made, notice.text)

    def pass_by(self) -> None:
        """Somebody goes on: what was told in passing is over."""
        for old in [each for each, said in self._notices.items() if said.passes]:
            self._drop(old)

    def _card(self, notice: Notice) -> QFrame:
        box = row(picture("info", "accent"), label(notice.text, wrap=True), margins=(16, 10, 8, 10), gap=12)
        box.setStretch(1, 1)
        made = card("notice", box)
        made.setAccessibleName(notice.text)
        if notice.act:
            act = notice.act

            def do() -> None:
                self._drop(made)
                act()

            box.addWidget(button(notice.action, do, "link"))
        box.addWidget(button("", lambda: self._drop(made), "quiet", "x", tr("Melding sluiten")))
        return made

    def _drop(self, old: QFrame) -> None:
        had = old.isAncestorOf(QApplication.focusWidget() or self)
        del self._notices[old]
        self._box.removeWidget(old)
        old.hide()
        old.deleteLater()
        self._appear()
        page = self._over.currentWidget()
        if had and page:
            (focused_in(page) or page).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the card that has the keyboard."""
        focus = QApplication.focusWidget()
        here = next((each for each in self.cards if focus and each.isAncestorOf(focus)), None)
        if event.key() == Qt.Key.Key_Escape and here:
            self._drop(here)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Is as high as its cards, and lies over nothing that somebody is writing in."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
            self._uncover()
        return done

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stays in its corner."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        if watched is self.progress and event.type() in {QEvent.Type.ShowToParent, QEvent.Type.HideToParent}:
            self._appear()
        return super().eventFilter(watched, event)

    def _appear(self) -> None:
        """There is something to see: a card, or work that goes on."""
        is_something = bool(self._notices) or not self.progress.isHidden()
        self._above = self._above and is_something
        self.setVisible(is_something)

    def _place(self) -> None:
        gap = theme().space(16)
        width = min(theme().px(WIDTH), self._over.width() - 2 * gap)
        height = self._box.totalHeightForWidth(width)
        top = gap if self._above else self._over.height() - height - gap
        self.setGeometry(self._over.width() - width - gap, top, width, height)

    def _uncover(self) -> None:
        focus = QApplication.focusWidget()
        if focus is None or not self._over.isAncestorOf(focus) or self.isAncestorOf(focus):
            return
        caret: QRect = focus.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
        lines = caret.adjusted(0, -AROUND * caret.height(), 0, AROUND * caret.height())
        written = focus.rect() & QRect(0, lines.top(), focus.width(), lines.height())
        if self.geometry().intersects(written.translated(focus.mapTo(self._over, QPoint(0, 0)))):
            self.make_way()

    def make_way(self) -> None:
        """To the other corner: the keyboard is at something below."""
        self._above = not self._above
        self._place()
