"""The head of a record's page: what it is called, how far it is, where it is about, and what can be done with it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from werkboek_desktop.domain.area import inhabitants
from werkboek_desktop.domain.change import Scope
from werkboek_desktop.domain.fields import Kind
from werkboek_desktop.domain.values import ValueType
from werkboek_desktop.domain.view import RecordView, Status
from werkboek_desktop.ui.lists.line import STATUS, status_words
from werkboek_desktop.ui.lists.pane import list_name
from werkboek_desktop.ui.lists.subtitle import subtitle
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.basic import button, column, label, row
from werkboek_desktop.ui.widgets.fitted import Fitted
from werkboek_desktop.ui.widgets.marks import MarkLabel, paint_pie, people_mark
from werkboek_desktop.ui.widgets.menu import Entry, pop_up
from werkboek_desktop.ui.widgets.spoken import Painted
from werkboek_desktop.ui.words import tr


class StatusButton(QPushButton):
    """The status as a pie with its word; a press shows how it goes on."""

    def __init__(self, press: Callable[[], object]) -> None:
        super().__init__()
        self._share = 0.0
        self.setProperty("kind", "status")
        self.setProperty("pie", "true")
        self.clicked.connect(lambda _on=False: press())

    def show_status(self, word: str, share: float, *, opens: bool) -> None:
        """Shows it; hidden for a record without a status."""
        self._share = share
        self.setText(word)
        self.setVisible(bool(word))
        self.setEnabled(opens)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if opens else Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(f"{tr('Status')}: {word}")
        self.setToolTip(tr("Status wijzigen, en zien wat er nog nodig is") if opens else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Adds the pie before the word."""
        super().paintEvent(event)
        painter, radius = QPainter(self), theme().px(7)
        paint_pie(painter, self._share, QRectF(0, 0, 2 * radius + 6, self.height()).center(), radius, "text2")
        painter.end()


class Facts(Painted):
    """A line that ends in dots where there is no room for all of it."""

    def __init__(self) -> None:
        super().__init__()
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_text(self, text: str) -> None:
        """Shows it; all of it is to be heard, and read under the mouse."""
        self._text = text
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.update()

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(theme().px(80), theme().px(22))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints it."""
        painter, font = QPainter(self), theme().font("caption")
        painter.setFont(font)
        painter.setPen(theme().color("text2"))
        words = QFontMetrics(font).elidedText(self._text, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
        painter.end()


class Dots(Painted):
    """A small square for each part, filled where something stands; the words say the same."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: Sequence[bool] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def show_parts(self, parts: Sequence[bool], words: str) -> None:
        """Which parts are there."""
        self._parts = parts
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Squares of eight pixels."""
        return QSize(len(self._parts) * theme().px(11), theme().px(12))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints them."""
        look, painter = theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.color("text2"), 1.2))
        side = look.px(8)
        top = (self.height() - side) / 2 + 1
        for at, there in enumerate(self._parts):
            painter.setBrush(look.color("text2") if there else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(at * look.px(11) + 1, top, side - 1, side - 1), 2, 2)
        painter.end()


class RecordHead(Fitted):
    """Title, subtitle, and one line of facts. In a narrow window the rest waits in the menu and on the status."""

    back = Signal()
    status = Signal()

    def __init__(self, kind: Kind, first: Sequence[Entry], rest: Sequence[Entry]) -> None:
        super().__init__()
        self._kind = kind
        self._first, self._rest = first, rest
        self.back_button = button(list_name(kind), self.back.emit, "link", "arrow-left")
        self.title = label("", "title", wrap=True)
        self._subtitle = label("", "lead", "text2", wrap=True)
        self.status_button = StatusButton(self.status.emit)
        self._place = Facts()
        self._dots = Dots()
        self._count = label("", "caption", "text2")
        self._progress = QWidget()
        self._progress.setLayout(row(self._dots, self._count, gap=8))
        self._progress.hide()
        self._marks = [MarkLabel(people_mark())] if kind.scope is Scope.PEOPLE else []
        self._buttons = [button(each.text, each.act, "quiet", each.icon) for each in first]
        self._menu = button("", self._open, "quiet", "ellipsis", f"{tr('Meer met')} {kind.label.lower()}")
        self._back = row(self.back_button, 0, gap=14)
        self._top = row(self.title, *self._buttons, self._menu, gap=4)
        self._top.setStretch(0, 1)
        self._facts = row(self.status_button, self._place, *self._marks, self._progress, gap=14)
        self._facts.setStretch(1, 1)
        self._facts.addStretch()
        self.setLayout(column(self._back, self._top, self._subtitle, self._facts, gap=4))
        self.fit()

    def fit(self) -> None:
        """The name and where one is come first."""
        for each in self._buttons:
            each.setHidden(self.narrow)
        self.back_button.setVisible(self.narrow)
        self._menu.setVisible(bool(self._entries()))
        if self.narrow:
            self._back.addWidget(self.status_button)
            self._back.addWidget(self._menu)
            self.setTabOrder(self.status_button, self._menu)
        else:
            self._facts.insertWidget(0, self.status_button)
            self._top.addWidget(self._menu)
            self.setTabOrder(self._menu, self.status_button)
        self._show_aside()

    def _show_aside(self) -> None:
        self._subtitle.setHidden(self.narrow or not self._subtitle.text())
        self._place.setHidden(self.narrow or not self._place.accessibleName())
        self._progress.setHidden(self.narrow or not self._count.text())

    def _entries(self) -> Sequence[Entry]:
        return (*self._first, *self._rest) if self.narrow else self._rest

    def _open(self) -> None:
        pop_up(self, self._entries(), self._menu.mapToGlobal(QPoint(0, self._menu.height())))

    def show_view(self, view: RecordView, title: str, *, has_steps: bool) -> None:
        """What can be seen of the record at once."""
        self.title.setText(title)
        under = view.value("subtitle")
        self._subtitle.setText(str(under or ""))
        self._show_status(view, has_steps=has_steps)
        prose = {field.key for field in self._kind.fields if field.type is ValueType.PROSE}
        columns = {key: field.value for key, field in view.fields.items() if key not in prose}
        facts = (subtitle(self._kind.key, columns), inhabitants(view))
        self._place.show_text(" · ".join(filter(None, facts)))
        self._show_aside()

    def _show_status(self, view: RecordView, *, has_steps: bool) -> None:
        found = view.fields.get(STATUS)
        if found and found.status is Status.CONFLICT:
            self.status_button.show_status(tr("2 versies"), 0.0, opens=True)
            return
        word, share = status_words(self._kind.key, str(found.value) if found and found.value else None)
        self.status_button.show_status(word or (tr("nog geen status") if has_steps else ""), share, opens=has_steps)

    def show_parts(self, parts: Sequence[bool]) -> None:
        """How many of its parts are there."""
        words = f"{sum(parts)} {tr('van')} {len(parts)} {tr('onderdelen')}"
        self._count.setText(words if parts else "")
        self._dots.show_parts(parts, words)
        self._show_aside()
