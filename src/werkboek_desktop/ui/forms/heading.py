"""What stands above an editor: a label, or for a numbered part its number, title and word count."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from werkboek_desktop.domain import schema
from werkboek_desktop.domain.fields import WHOLE, Field, Privacy
from werkboek_desktop.domain.values import ValueType
from werkboek_desktop.ui.prose.tools import room_for_tools
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.basic import column, label, row
from werkboek_desktop.ui.widgets.fitted import way
from werkboek_desktop.ui.widgets.marks import MARK_HEIGHT, Mark, MarkLabel, remarks_mark
from werkboek_desktop.ui.widgets.meters import WordBar
from werkboek_desktop.ui.widgets.spoken import Painted
from werkboek_desktop.ui.words import tr


class NumberDisc(Painted):
    """The number of a part: filled while one is there, an empty ring of dashes while nothing stands there."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number
        self._filled = True
        side = theme().px(26)
        self.setFixedSize(side, side)
        self._say()

    def show_filled(self, *, filled: bool) -> None:
        """Whether there is text."""
        self._filled = filled
        self._say()
        self.update()

    def _say(self) -> None:
        empty = "" if self._filled else f", {tr('nog leeg')}"
        self.setAccessibleName(f"{tr('Onderdeel')} {self._number}{empty}")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the disc."""
        look, painter = theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(look.color("accent" if self._filled else "line_strong"), 1.5)
        if not self._filled:
            pen.setDashPattern([2, 2])
        painter.setPen(pen)
        painter.setBrush(look.color("accent") if self._filled else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.setFont(look.font("label"))
        painter.setPen(look.color("on_accent" if self._filled else "text2"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self._number))
        painter.end()


class Heading(QWidget):
    """The name of a field, from when it is needed, a lock where it is about a person, and for prose its words.

    Not `labelled`: the editor says the name itself.
    """

    def __init__(self, field: Field, *, lock: bool = True, labelled: bool = True) -> None:
        super().__init__()
        self._field = field
        self._words: WordBar | None = None
        self._disc: NumberDisc | None = None
        self._marks = self._mark(lock=lock)
        self._remarks: MarkLabel | None = None
        self._tools: QWidget | None = None
        is_big = field.number is not None or field.words is not None
        self._is_bare = not (labelled or self._marks or is_big)
        if is_big:
            self._big(field)
            return
        name = [label(field.label, "label")] if labelled else []
        self._line = row(*name, *self._marks, 0, gap=8)
        self.setLayout(self._line)
        if labelled or self._marks or field.twelfths < WHOLE:
            is_text = field.type is ValueType.PROSE
            high = theme().size("hit_min") if is_text else theme().px(MARK_HEIGHT)  # the tools find their place
            self.setMinimumHeight(high)  # without a name too, to stand level with its neighbours
        else:
            self.hide()

    def _big(self, field: Field) -> None:
        title = label(field.label, "section", wrap=True)
        self._words = WordBar(field.words)
        parts: list[QWidget] = [title]
        if field.number is not None:
            self._disc = NumberDisc(field.number)
            parts.insert(0, self._disc)
        head = row(*parts, gap=10)
        head.setStretch(len(parts) - 1, 1)
        for mark in self._marks:
            head.addWidget(mark)
        self._line = row()  # at 200 % the head has no room for remarks as well
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._words.setMinimumHeight(theme().size("hit_min"))
        self._place, self._beside = QWidget(), row()
        self._place.setLayout(self._beside)
        self._place.setFixedSize(room_for_tools())  # whether they are there or not
        self._below = row(self._words, self._place)
        self._below.setStretch(0, 1)
        self.setLayout(column(head, self._below, self._line, gap=2))

    def _mark(self, *, lock: bool) -> list[QWidget]:
        marks: list[QWidget] = []
        if needed := schema.needed_from(self._field):
            marks.append(label(f"{tr('nodig vanaf')} {needed.lower()}", "caption", "text2"))
        if lock and self._field.privacy is Privacy.PERSON:
            marks.append(MarkLabel(Mark(tr("persoonsgegeven"), "lock", "neutral", "none")))
        return marks

    def spoken(self) -> str:
        """What the marks say, as a sentence for who does not see them."""
        needed = schema.needed_from(self._field)
        needs = f"{tr('Nodig vanaf')} {needed.lower()}." if needed else ""
        person = f"{tr('Persoonsgegeven.')}" if self._field.privacy is Privacy.PERSON else ""
        return " ".join(filter(None, (needs, person)))

    def stand_alone(self) -> None:
        """Nothing stands beside its field: where it says nothing it needs no room to be level with that."""
        if self._is_bare:
            self.setMinimumHeight(theme().space(4))

    def show_remarks(self, number: int) -> None:
        """How many open comments there are on what stands below."""
        if self._remarks is not None:
            self._line.removeWidget(self._remarks)
            self._remarks.hide()
            self._remarks.deleteLater()
        self._remarks = MarkLabel(remarks_mark(number)) if number else None
        if self._remarks:
            self._line.addWidget(self._remarks, 0, Qt.AlignmentFlag.AlignLeft)

    def show_tools(self, tools: QWidget) -> None:
        """While one writes below; nothing moves by it."""
        if self._tools is None:
            (self._beside if self._words else self._line).addWidget(tools)
        self._tools = tools
        tools.show()
        self._make_room()

    def hide_tools(self) -> None:
        """Nobody writes here any more."""
        if self._tools:
            self._tools.hide()
            self._make_room()

    def _make_room(self) -> None:
        """Beside a name the tools take the place of the marks."""
        if self._words is None and self._tools:
            for mark in self._marks:
                mark.setHidden(not self._tools.isHidden())

    def _share(self) -> None:
        """The words have the tools beside them or below them, always."""
        if self._words:
            room = self.width() - self._place.width() - self._below.spacing()
            self._below.setDirection(way(narrow=not self._words.fit(room)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There is more room, or less."""
        super().resizeEvent(event)
        self._share()

    def show_words(self, words: int, *, disputed: bool = False) -> None:
        """How many words stand below; of a text with two versions there is no number yet."""
        if self._words:
            self._words.show_words(words)
            self._share()
            for part in (self._words, self._place):
                part.setVisible(not disputed)
        if self._disc:
            self._disc.show_filled(filled=words > 0 or disputed)
