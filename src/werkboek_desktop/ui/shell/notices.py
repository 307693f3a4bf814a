"""What happened, in a strip of its own below the page: it stays until it is read or replaced.

It lies over nothing and never takes the keyboard. What only told what one saw happen passes with the next step, and
on another page.
"""

from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QStackedWidget, QWidget

from werkboek_desktop.errors import OwnToMend, Refusal
from werkboek_desktop.ui.notice import Notice
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.basic import button, card, column, focused_in, label, row
from werkboek_desktop.ui.widgets.panels import ProgressCard, picture
from werkboek_desktop.ui.widgets.reading import bring_into_sight
from werkboek_desktop.ui.widgets.spoken import announce
from werkboek_desktop.ui.words import count, tr

MOST = 3
HEIGHT = 44


def _is_replaced(old: Notice, new: Notice) -> bool:
    return old.text == new.text or (old.about == new.about != "")


class Notices(QWidget):
    """At most three, of which one shows: the newest. The others are counted beside it, and a press leads to them.

    So the page gives room once, when the first comes, and has it back when the last has gone. F6 leads there; Esc
    closes the one that has the keyboard. `progress` is for work that is asked for wherever one is.
    """

    def __init__(self, pages: QStackedWidget) -> None:
        super().__init__()
        self._pages = pages
        self._notices: dict[QFrame, Notice] = {}
        self._stack = QStackedWidget()
        self._others = button("", self._turn, "link")
        line = row(self._stack, self._others, margins=(16, 4, 12, 4))
        line.setStretch(0, 1)
        self._strip = card("notice", line)
        self._strip.setMinimumHeight(theme().px(HEIGHT))
        self._strip.hide()
        self.progress = ProgressCard()
        self.progress.setProperty("card", "notice")
        self._box = column(self._strip, gap=0)
        self.setLayout(self._box)
        self.stand(self.progress)
        self.setAccessibleName(tr("Meldingen"))
        self.hide()

    @property
    def cards(self) -> list[QFrame]:
        """The cards, the oldest first."""
        return list(self._notices)

    def shown(self) -> list[Notice]:
        """What was not read yet, the oldest first."""
        return list(self._notices.values())

    def show_notice(self, notice: Notice) -> None:
        """Adds one. It takes the place of one that says the same or is about the same, and the oldest makes room.

        While the keyboard is at another, that one stays in front.
        """
        made = self._card(notice)
        replaced = [each for each, said in self._notices.items() if _is_replaced(said, notice)]
        kept = [each for each in self._notices if each not in replaced]
        self._notices[made] = notice
        self._stack.addWidget(made)
        if not self._stack.isAncestorOf(QApplication.focusWidget() or self):
            self._stack.setCurrentWidget(made)
        for old in (*replaced, *kept[: 1 - MOST]):
            self._drop(old)
        self._appear()
        QAccessible.updateAccessibility(QAccessibleEvent(made, QAccessible.Event.Alert))
        announce(made, notice.text)

    def refuse(self, error: Refusal) -> None:
        """Says what was refused; what is known of it can be kept in a file, unless the sentences say it all."""
        from werkboek_desktop.ui.failure import details_of  # the first row is on screen before all they need
        from werkboek_desktop.ui.widgets.details import keep_details, open_folder

        said = f"{error.message} {error.advice}"
        if isinstance(error, OwnToMend):
            self.show_notice(Notice(said))
            return
        text = details_of(error)

        def keep() -> None:
            try:
                place = keep_details(self, text)
            except Refusal as worse:
                self.refuse(worse)
                return
            again = Notice(said, tr("Bewaar details"), keep)
            kept = place and Notice(f"{tr('Bewaard')}: {place}", tr("Open map"), partial(open_folder, place))
            self.show_notice(kept or again)

        self.show_notice(Notice(said, tr("Bewaar details"), keep))

    def stand(self, part: QFrame) -> None:
        """Something else that is told here, above the rest, whenever it is not hidden."""
        part.installEventFilter(self)
        self._box.insertWidget(0, part)

    def pass_by(self) -> None:
        """Somebody goes on: what was told in passing is over."""
        for old in [each for each, said in self._notices.items() if said.passes]:
            self._drop(old)

    def forget(self, about: str) -> bool:
        """What was told about this is over; whether there was anything."""
        over = [each for each, said in self._notices.items() if said.about == about]
        for old in over:
            self._drop(old)
        return bool(over)

    def _card(self, notice: Notice) -> QFrame:
        box = row(picture("info", "accent"), label(notice.text, wrap=True), gap=12)
        box.setStretch(1, 1)
        made = QFrame()
        made.setLayout(box)
        made.setAccessibleName(notice.text)
        if notice.act:
            act = notice.act

            def do() -> None:
                self._drop(made)
                act()

            box.addWidget(button(notice.action, do, "link"))
        close = button("", lambda: self._drop(made), "quiet", "x", tr("Melding sluiten"))
        close.setAccessibleDescription(notice.text)
        box.addWidget(close)
        return made

    def _turn(self) -> None:
        """The one before comes to the front; after the oldest the newest."""
        at = (self._stack.currentIndex() - 1) % self._stack.count()
        self._stack.setCurrentIndex(at)
        announce(self, self.shown()[at].text)

    def _drop(self, old: QFrame) -> None:
        focus = QApplication.focusWidget() or self
        had = old.isAncestorOf(focus)
        was_in_front = self._stack.currentWidget() is old
        del self._notices[old]
        self._stack.removeWidget(old)
        old.hide()
        old.deleteLater()
        if was_in_front:
            self._stack.setCurrentIndex(self._stack.count() - 1)
        self._appear()
        page = self._pages.currentWidget()
        if page and (had or (focus is self._others and focus.isHidden())):
            (focused_in(page) or page).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the one that has the keyboard."""
        focus = QApplication.focusWidget()
        here = next((each for each in self.cards if focus and each.isAncestorOf(focus)), None)
        if event.key() == Qt.Key.Key_Escape and here:
            self._drop(here)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """What somebody writes on stays in sight where the page gives room."""
        done = super().event(event)
        if event.type() in {QEvent.Type.Show, QEvent.Type.Resize}:
            self._keep_in_sight()
        return done

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Work that goes on, and whatever else stands here, is seen as a notice is."""
        if event.type() in {QEvent.Type.ShowToParent, QEvent.Type.HideToParent}:
            self._appear()
        return super().eventFilter(watched, event)

    def _appear(self) -> None:
        """There is something to see: a notice, work that goes on, or what else stands here."""
        others = len(self._notices) - 1
        self._others.setText(f"{tr('Nog')} {count(others, tr('melding'), tr('meldingen'))}")
        self._others.setVisible(others > 0)
        self._strip.setVisible(bool(self._notices))
        parts = self.findChildren(QFrame, options=Qt.FindChildOption.FindDirectChildrenOnly)
        self.setVisible(not all(part.isHidden() for part in parts))

    def _keep_in_sight(self) -> None:
        focus = QApplication.focusWidget()
        if focus is None or not self._pages.isAncestorOf(focus):
            return
        caret = focus.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
        line = QRect(0, int(caret.top()), focus.width(), int(caret.height()))
        if self.rect().intersects(line.translated(self.mapFromGlobal(focus.mapToGlobal(QPoint(0, 0))))):
            bring_into_sight(focus)
