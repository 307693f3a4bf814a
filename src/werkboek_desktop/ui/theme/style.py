"""The proxy style: what a style sheet cannot mend in Fusion."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QFocusFrame, QProxyStyle, QStyle, QStyleHintReturn, QStyleOption, QWidget

from werkboek_desktop.ui.theme.tokens import Look, Theme

CHECK = ((0.24, 0.52), (0.43, 0.70), (0.77, 0.33))
DASH = ((0.26, 0.5), (0.74, 0.5))
ROUND = Qt.PenCapStyle.RoundCap
RING_MARGIN = 4
BARE = 3
"""So much further from words without a border."""
CURSOR = 2


class WerkboekStyle(QProxyStyle):
    """Fusion with a check box one can see and no frames in frames."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("fusion")
        self.setObjectName("fusion")  # as it is: who looks whether that is worn does not put it on again
        self.theme = theme
        self._sizes = {
            QStyle.PixelMetric.PM_IndicatorWidth: theme.px(20),
            QStyle.PixelMetric.PM_IndicatorHeight: theme.px(20),
            QStyle.PixelMetric.PM_LineEditIconSize: theme.px(16),
            QStyle.PixelMetric.PM_SmallIconSize: theme.px(16),
            QStyle.PixelMetric.PM_ButtonIconSize: theme.px(16),
            QStyle.PixelMetric.PM_TextCursorWidth: theme.px(CURSOR),
            QStyle.PixelMetric.PM_CheckBoxLabelSpacing: theme.space(9),
        }

    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        """Sizes of what the style draws itself."""
        own = self._sizes.get(metric)
        return super().pixelMetric(metric, option, widget) if own is None else own

    def drawPrimitive(
        self, element: QStyle.PrimitiveElement, option: QStyleOption, painter: QPainter, widget: QWidget | None = None
    ) -> None:
        """Draws check boxes; leaves out Fusion's faint focus rectangle."""
        if element == QStyle.PrimitiveElement.PE_FrameFocusRect:
            return
        if element in {
            QStyle.PrimitiveElement.PE_IndicatorCheckBox,
            QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck,
        }:
            self._draw_check_box(option, painter)
            return
        super().drawPrimitive(element, option, painter, widget)

    def _draw_check_box(self, option: QStyleOption, painter: QPainter) -> None:
        rect = QRectF(option.rect).adjusted(1, 1, -1, -1)
        side = min(rect.width(), rect.height())
        state: QStyle.StateFlag = option.state
        filled = bool(state & (QStyle.StateFlag.State_On | QStyle.StateFlag.State_NoChange))
        usable = bool(state & QStyle.StateFlag.State_Enabled)
        edge = "line" if not usable else "accent" if filled else "line_strong"
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.theme.color(edge), 1.5))
        painter.setBrush(self.theme.color("sunken" if not usable else "accent" if filled else "surface"))
        painter.drawRoundedRect(QRectF(rect.x(), rect.y(), side, side), side / 5, side / 5)
        if filled:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.theme.color("on_accent" if usable else "text3"), side / 8, c=ROUND))
            painter.drawPath(_line(rect, side, CHECK if state & QStyle.StateFlag.State_On else DASH))
        painter.restore()


class RingStyle(QProxyStyle):
    """Fusion with a focus ring outside the control. Apart, for Qt asks these hints of every widget there is."""

    def __init__(self) -> None:
        super().__init__("fusion")
        self.theme = Theme(Look.LIGHT)

    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        """Sizes of what the style draws itself."""
        if metric == QStyle.PixelMetric.PM_FocusFrameHMargin:
            is_bare = isinstance(widget, QFocusFrame) and widget.widget().property("kind") == "link"
            return RING_MARGIN + BARE if is_bare else RING_MARGIN
        if metric == QStyle.PixelMetric.PM_FocusFrameVMargin:
            return RING_MARGIN
        return super().pixelMetric(metric, option, widget)

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returned: QStyleHintReturn | None = None,
    ) -> int:
        """The focus ring lies above the control and hides nothing of it."""
        match hint:
            case QStyle.StyleHint.SH_FocusFrame_AboveWidget:
                return 1
            case QStyle.StyleHint.SH_FocusFrame_Mask:
                return 0
        return super().styleHint(hint, option, widget, returned)

    def drawControl(
        self, element: QStyle.ControlElement, option: QStyleOption, painter: QPainter, widget: QWidget | None = None
    ) -> None:
        """Draws the focus ring: two pixels, two pixels away."""
        if element != QStyle.ControlElement.CE_FocusFrame:
            super().drawControl(element, option, painter, widget)
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.theme.color("focus"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        radius = self.theme.radius("ring")
        painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), radius, radius)
        painter.restore()


def _line(rect: QRectF, side: float, points: tuple[tuple[float, float], ...]) -> QPainterPath:
    path = QPainterPath()
    for index, (x, y) in enumerate(points):
        step = path.lineTo if index else path.moveTo
        step(rect.x() + x * side, rect.y() + y * side)
    return path
