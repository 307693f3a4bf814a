"""What happened, bottom right over the page: it stays until it is read or replaced, and never takes the keyboard."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from werkboek_desktop.ui.notice import Notice
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.basic import button, card, label, row
from werkboek_desktop.ui.widgets.panels import picture
from werkboek_desktop.ui.words import tr

MOST = 3
WIDTH = 420


class Notices(QWidget):
    """At most three cards, the newest below."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self.cards: list[QFrame] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(theme().space(8))
        over.installEventFilter(self)
        self.hide()

    def show_notice(self, notice: Notice) -> None:
        """Adds one; the oldest makes room."""
        for old in [each for each in self.cards if each.accessibleName() == notice.text]:
            self._drop(old)
        while len(self.cards) >= MOST:
            self._drop(self.cards[0])
        made = self._card(notice)
        self.cards.append(made)
        self._box.addWidget(made)
        self.show()
        self._place()
        self.raise_()
        QAccessible.updateAccessibility(QAccessibleEvent(made, QAccessible.Event.Alert))

    def _card(self, notice: Notice) -> QFrame:
        box = row(picture("info", "accent"), label(notice.text, wrap=True), margins=(16, 10, 8, 10), gap=12)
        box.setStretch(1, 1)
        made = card("surface", box)
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
        self.cards.remove(old)
        self._box.removeWidget(old)
        old.hide()
        old.deleteLater()
        self.setVisible(bool(self.cards))
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stays in its corner."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        gap = theme().space(16)
        width = min(theme().px(WIDTH), self._over.width() - 2 * gap)
        height = self._box.heightForWidth(width)
        self.setGeometry(self._over.width() - width - gap, self._over.height() - height - gap, width, height)
